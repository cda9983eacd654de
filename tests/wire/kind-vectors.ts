import { LAST_SEQ } from '../../src/core/change.ts'
import type { Space } from '../../src/core/schema.ts'
import { recordId } from './boxes.ts'
import { boxes, carried, entryMaker, vector, type WireVector, type Writing } from './making.ts'
import { forgetting } from './scene.ts'
import { UPDATES } from './text-vectors.ts'
import { vectors } from './vectors.ts'

/**
 * Entries of every kind, and the small forms: keys, names, stamps, hashes, ids of made fields,
 * joins, texts.
 */
const one = (type: string, fields: Record<string, unknown>, record = recordId(1)): Writing => ({
  type,
  record,
  fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])),
})
const MADE = {
  of: 'need',
  kind: 'number',
  unit: 'm',
  space: 'commons',
  nonce: recordId(55),
} as const

export function kindVectors(): readonly WireVector[] {
  const twelve = vectors().map((made, i) =>
    vector('entry', `page ${i + 1}`, made.vector.says, carried(made), 'taken'),
  )
  const kinds: readonly (readonly [string, string, Space, readonly Writing[]])[] = [
    ['a link', 'a record’s id', 'commons', [one('event', { place: recordId(7) })]],
    [
      'several links',
      'a list of ids',
      'commons',
      [one('need', { places: [recordId(7), recordId(8)] })],
    ],
    [
      'a period',
      'an object',
      'commons',
      [one('event', { when: { from: '2026-12-05T14:00', to: '2026-12-05T17:00' } })],
    ],
    [
      'a sum and a number',
      'whole cents, and halves',
      'network',
      [one('deal', { priceCents: 1250, hours: -0.5 })],
    ],
    [
      'a file',
      'named by its SHA-256 in hex',
      'commons',
      [
        one('need', {
          files: [{ hash: 'ab'.repeat(32), name: 'four.jpg', type: 'image/jpeg', size: 3 }],
        }),
      ],
    ],
    ['a removal', 'a field like any', 'commons', [one('need', { removed: true })]],
    [
      'a box that introduces',
      'a word about another box, that waits for a keeper',
      'commons',
      [one('box', { introduces: boxes.second.name, called: 'Médiathèque de Boën' })],
    ],
    [
      'a box that dismisses',
      'with the last entry believed in each feed',
      'commons',
      [
        one('box', {
          dismisses: {
            box: boxes.second.name,
            believed: { [`${boxes.second.name}.fedcba9876543210.commons`]: 2 },
          },
        }),
      ],
    ],
    ['a word taken back', 'removed, by the same box', 'commons', [one('box', { removed: true })]],
    [
      'a field that a keeper made',
      'a definition',
      'commons',
      [one('type', { ...MADE, field: 'k000000000a', label: 'Longueur', order: 1 })],
    ],
    [
      'a base',
      'a field named `type.field`',
      'commons',
      [one('base', { 'need.detail': { yjs: UPDATES.base } })],
    ],
    [
      'a request to forget',
      'writes of two spaces would be two requests',
      'network',
      [forgetting(['first', 'network', 1, 0, 'phone'], ['first', 'network', 2, 1, 'need.detail'])],
    ],
    [
      'a join',
      'records that are one thing',
      'commons',
      [one('join', { these: [recordId(1), recordId(2), recordId(3)] })],
    ],
    ['a join undone', 'the record is removed', 'commons', [one('join', { removed: true })]],
    [
      'a member',
      'written in the home',
      'home',
      [one('member', { called: 'Léonie', phone: '+33 4 77 00 00 00' })],
    ],
    [
      'a long value',
      'letters of one, two, three and four bytes',
      'commons',
      [one('need', { title: 'aé€🎄\n"\\\u2028' })],
    ],
  ]
  const make = entryMaker()
  return [
    ...twelve,
    ...kinds.map(([name, shows, space, writings]) =>
      vector('entry', name, shows, carried(make('first', space, writings)), 'taken'),
    ),
  ]
}

export function formVectors(): readonly WireVector[] {
  const name = (what: string, given: unknown, gives: boolean, shows: string) =>
    vector(
      'name',
      `${what} ${String(given) || 'empty'}`.slice(0, 100),
      shows,
      { what, name: given },
      gives,
    )
  const box = boxes.first.name
  return [
    ...[1, 2, 3].map(seed =>
      vector(
        'key',
        `box ${seed}`,
        `the box whose private key is 32 bytes of 0${seed}`,
        { seed },
        KEYS[seed],
      ),
    ),
    ...(Object.entries(BASE32) as [string, string][]).map(([hex, text]) =>
      vector(
        'base 32',
        hex || 'nothing',
        'five bits a character, the last one padded with zero bits',
        { hex },
        text,
      ),
    ),
    name('box', box, true, 'ends with 0 or g'),
    name('box', `${box.slice(0, 51)}1`, false, 'padding bits'),
    name('box', box.slice(1), false, '51 characters'),
    name('feed', `${box}.0123456789abcdef.commons`, true, 'as it is made'),
    name('feed', `${box}.0123456789abcdef.commons@x`, false, 'nothing follows the space'),
    name('feed', `${box}.0123456789abcdef`, false, 'no space'),
    name('seq', 1, true, 'the first'),
    name('seq', LAST_SEQ, true, 'the last'),
    name('seq', 0, false, 'none'),
    name('seq', LAST_SEQ + 1, false, 'beyond'),
    name('stamp', '001796468400000-0000', true, 'as it is made'),
    name('stamp', '001796468400000-000', false, 'three digits'),
    name('stamp', '001796468400000_0000', false, 'another mark'),
    name('made', 'k0123456789', true, 'k and ten characters'),
    name('made', 'k012345678', false, 'k and nine'),
    ...stamps(),
    vector(
      'flesh',
      'salt then value',
      'SHA-256 of the salt, then of the text',
      { salt: '00'.repeat(16), value: '"a"' },
      'Z76yrXUzTz4b96fAumqvbp9d74ffwFH9YXnn-oYJIys',
    ),
    vector(
      'flesh',
      'another salt',
      'another hash of the same value',
      { salt: 'ff'.repeat(16), value: '"a"' },
      'E0KQC_Kqtop196_IAlwIN6EHw-eKeD31DFTI7ITkT8Q',
    ),
    vector(
      'made field',
      'with a unit',
      'k, and ten characters of the hash of the list',
      { ...MADE, box },
      { hashed: `["${box}","need","number","m","commons","${MADE.nonce}"]`, field: 'knmr16vedvw' },
    ),
    vector(
      'made field',
      'without',
      'null for no unit',
      { ...MADE, box, kind: 'text', unit: null },
      { hashed: `["${box}","need","text",null,"commons","${MADE.nonce}"]`, field: 'kwschpfxbaa' },
    ),
    vector(
      'made field',
      'that asks for pictures',
      'a kind like any',
      { ...MADE, box, kind: 'files', unit: null },
      { hashed: `["${box}","need","files",null,"commons","${MADE.nonce}"]`, field: 'k1p311z2g38' },
    ),
    ...givens(),
    vector(
      'joined',
      'a chain',
      'a connected set is shown under its least id',
      {
        joins: [
          [recordId(3), recordId(2)],
          [recordId(2), recordId(1)],
          [recordId(9), recordId(8)],
        ],
      },
      Object.fromEntries(
        [
          [1, 1],
          [2, 1],
          [3, 1],
          [8, 8],
          [9, 8],
        ].map(([of, least]) => [recordId(of!), recordId(least!)]),
      ),
    ),
    ...texts(),
  ]
}
/**
 * These, the texts in base 32 and the hashes were made by another program, written in another
 * language from the page alone.
 */
const KEYS: Readonly<Record<number, unknown>> = {
  1: {
    box: 'ha4e7qbm17rsbzajvcpksejxeb56e2dz3pa146zkej403d0fdxe0',
    recipient: 'age1rvd43h2sag2tvrdp0duse5p82nvhpjd6hpjwhv7q7vqklega8atsjue2se',
    identity: 'AGE-SECRET-KEY-1TN5XA7M4LF8ZCSG0GMSKM60K4JHP59CR22R9RD5MC9MVPZ9770HQQTNGYF',
  },
  2: {
    box: 'g4wqe3n8fmbnynn3ahkc6k3ysk5rv2mhpkq3f8jxyr7nq3y9pea0',
    recipient: 'age1vq6xuly3rf0khg25z2ghfjh7wkefftpmh425jce0fr8vvfn0ssgqxcurjy',
    identity: 'AGE-SECRET-KEY-14G7XY67FCWXGCGQC0R4MR4DSK59VGR5FSMRC0Y7MR480X60U588QAQRMC7',
  },
  3: {
    box: 'xn4jhhh8t71cdtq90cw90pcnc4mnj9stbhhzjdhpr5319b476z8g',
    recipient: 'age1wh38phef2tzhh2pk0w5xrrqh37072rdj0xwnqnn5ayvdnptgv9rqcus9mn',
    identity: 'AGE-SECRET-KEY-1NZHTHVTC54GCW6L6LRS72VX6C640DSH2RJ8CGP4R4VMALDQ0HSJS70SKTK',
  },
}
const BASE32 = {
  '': '',
  '00': '00',
  ff: 'zw',
  f8: 'z0',
  '0102030405': '04106105',
  ffffffffffffffff: 'zzzzzzzzzzzzy',
} as const

function givens(): readonly WireVector[] {
  const one = (
    name: string,
    shows: string,
    kind: string,
    key: string,
    hashed: string,
    id: string,
  ) => vector('given', name, shows, { kind, key }, { hashed, id })
  return [
    one(
      'a theme',
      'by its word',
      'theme',
      'bois',
      '["theme","bois"]',
      '00000000002mcnthmy9zwtjv2j',
    ),
    one(
      'a commune',
      'by its INSEE code',
      'commune',
      '42195',
      '["commune","42195"]',
      '000000000011qs6p36mtxwjan9',
    ),
    one(
      'a commune of Corsica',
      'letters stay as INSEE writes them',
      'commune',
      '2A004',
      '["commune","2A004"]',
      '0000000000amhhsc8y6mht1x5p',
    ),
    one(
      'the join of a double',
      'every box writes the same',
      'join',
      recordId(1),
      `["join","${recordId(1)}"]`,
      '0000000000q2wvp5289b2p60kq',
    ),
  ]
}
function stamps(): readonly WireVector[] {
  const next = (name: string, last: string | undefined, now: number, gives: string) =>
    vector(
      'stamp',
      name,
      'the stamp after the last one, by the box’s own clock',
      { ...(last ? { last } : {}), now },
      gives,
    )
  const hear = (name: string, own: string | undefined, seen: string, now: number, gives: string) =>
    vector(
      'witness',
      name,
      'the last stamp, once a neighbour’s was seen: one hour ahead of the box’s clock at most',
      { ...(own ? { own } : {}), seen, now },
      gives,
    )
  return [
    next('the first', undefined, 1796468400000, '001796468400000-0000'),
    next('the same millisecond', '001796468400000-0000', 1796468400000, '001796468400000-0001'),
    next('a clock that went back', '001796468400000-00ff', 0, '001796468400000-0100'),
    next('a clock that went on', '001796468400000-00ff', 1796468400001, '001796468400001-0000'),
    next('a counter that fills', '001796468400000-fffe', 1796468400000, '001796468400000-ffff'),
    next('a counter that is full', '001796468400000-ffff', 1796468400000, '001796468400001-0000'),
    next('a clock before 1970', undefined, -5, '000000000000000-0000'),
    next('a clock beyond the year 5138', undefined, 1e15, '100000000000000-0000'),
    hear(
      'behind',
      '001796468400000-0001',
      '001796468400000-0000',
      1796468400000,
      '001796468400000-0001',
    ),
    hear(
      'ahead by a minute',
      '001796468400000-0001',
      '001796468460000-0003',
      1796468400000,
      '001796468460000-0003',
    ),
    hear(
      'ahead by an hour',
      undefined,
      '001796472000000-0000',
      1796468400000,
      '001796472000000-0000',
    ),
    hear('ahead by more', undefined, '001796472000000-0001', 1796468400000, '001796472000000-0000'),
    hear(
      'in 2099',
      '001796468400000-0001',
      '004070908800000-0000',
      1796468400000,
      '001796472000000-0000',
    ),
    hear(
      'already further',
      '001896468400000-0001',
      '004070908800000-0000',
      1796468400000,
      '001896468400000-0001',
    ),
  ]
}
function texts(): readonly WireVector[] {
  const text = (name: string, updates: readonly string[], gives: string) =>
    vector('text', name, 'Yjs updates (version 1) on the text named `text`', { updates }, gives)
  const { first, hedges, sunday, tree, gloves, coffee, base } = UPDATES
  return [
    text('one', [first], 'On plante samedi.'),
    text('two places', [first, hedges, sunday], 'On plante des haies dimanche.'),
    text(
      'another order, and twice',
      [sunday, hedges, first, sunday],
      'On plante des haies dimanche.',
    ),
    text(
      'one place',
      [first, coffee, gloves],
      'On plante samedi. Apportez des gants. Le café est offert.',
    ),
    text(
      'a character of two units',
      [first, hedges, sunday, tree],
      '🎄 On plante des haies dimanche.',
    ),
    text('a base and a late edit', [base, hedges], 'On plante des haies dimanche.'),
    text('without what it follows', [hedges], ''),
  ]
}
