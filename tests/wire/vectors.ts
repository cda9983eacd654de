import type { Space } from '../../src/core/schema.ts'
import { nextStamp } from '../../src/core/stamp.ts'
import { recordId } from './boxes.ts'
import { carried, type Made as Entry, entryMaker, need, type Who, type Writing } from './making.ts'

/**
 * The entries that stand in docs/wire-format.md: two boxes of known keys, known salts, a fixed
 * clock. `node tests/wire/vectors.ts` prints them as the document holds them; vectors.test.ts fails
 * when the two part.
 */
export type Vector = Readonly<{
  says: string
  bytes: string
  hash: string
  signature: string
  flesh: readonly string[]
}>
export type Made = Entry & Readonly<{ vector: Vector }>

/** Made by Yjs under client 1; its bytes may never change, since what is signed holds them. */
const PROSE = { yjs: 'AQEBAAQBBHRleHQRT24gcGxhbnRlIHNhbWVkaS4A' }

function vectorsMaker() {
  const make = entryMaker()
  return (
    says: string,
    who: Who,
    space: Space,
    writes: readonly Writing[],
    more: Parameters<typeof make>[3] = {},
  ): Made => {
    const made = make(who, space, writes, more)
    const { bytes, hash, signature, flesh } = carried(made)
    return {
      ...made,
      vector: {
        says,
        bytes: String(bytes),
        hash,
        signature,
        flesh: flesh.map(piece => piece.join(' ')),
      },
    }
  }
}

export function vectors(): readonly Made[] {
  const make = vectorsMaker()
  const first = make(
    'The first entry of a feed: one record, two fields, nothing replaced.',
    'first',
    'commons',
    [need({ title: { value: 'Je cherche des palettes' }, hand: { value: false } })],
  )
  const second = make(
    'The next one: `prev` is the hash of the bytes before; a field replaces the write that it saw.',
    'first',
    'commons',
    [need({ title: { value: 'Je cherche dix palettes', over: [first.name] } })],
  )
  const apart = make(
    'Another box that saw only the first write: with the one before, a conflict.',
    'second',
    'commons',
    [need({ title: { value: 'Je cherche des palettes à Boën', over: [first.name] } })],
    { sure: false, by: 'visitor' },
  )
  const settled = make(
    'A choice over both heads: `seen` names each write once, `over` points into it.',
    'first',
    'commons',
    [need({ title: { value: 'Je cherche dix palettes à Boën', over: [second.name, apart.name] } })],
  )
  const emptied = make(
    'Two changes in one entry, and a field emptied: `null` is a value.',
    'first',
    'commons',
    [
      need({ hand: { value: null, over: [first.name] } }),
      need({ title: { value: 'Je cherche une remorque' }, point: { value: [45.7342, 3.9689] } }, 2),
    ],
  )
  const home = make(
    'What never leaves stands in the feed of `home`, with its own seq.',
    'first',
    'home',
    [need({ phone: { value: '+33 4 77 00 00 00' } })],
  )
  const member = make(
    'Written by a member, whose random id is all that the bones hold of them.',
    'second',
    'network',
    [need({ title: { value: 'L’œuvre du père Noël 🎄' } }, 3)],
    { by: recordId(77) },
  )
  const prose = make(
    'A long text: a Yjs update in base 64, that replaces nothing.',
    'first',
    'commons',
    [need({ detail: { value: PROSE } })],
  )
  const base = make(
    'A `base`: the state of that text, over the updates whose flesh it takes away.',
    'first',
    'commons',
    [
      {
        type: 'base',
        record: recordId(1),
        fields: { 'need.detail': { value: PROSE, over: [prose.name] } },
      },
    ],
  )
  const forget = make(
    'A `forget`: it names writes of its own box’s feeds, which lose flesh and salt.',
    'first',
    'commons',
    [
      {
        type: 'forget',
        record: recordId(90),
        fields: {
          writes: {
            value: [
              [first.entry.feed, 1, 0, 'title'],
              [second.entry.feed, 2, 0, 'title'],
            ],
          },
        },
      },
    ],
  )
  const join = make('A `join`: these records are one thing.', 'first', 'commons', [
    {
      type: 'join',
      record: recordId(91),
      fields: { these: { value: [recordId(1), recordId(2)] } },
    },
  ])
  const odd = make(
    'A clock of 1970, a type that nobody knows here: kept and passed on.',
    'second',
    'commons',
    [{ type: 'loom', record: recordId(4), fields: { 'made-1': { value: { width: 1.5 } } } }],
    { wall: 0, stamp: nextStamp(apart.entry.stamp, 0), sure: false },
  )
  return [first, second, apart, settled, emptied, home, member, prose, base, forget, join, odd]
}

/** The vectors as docs/wire-format.md holds them. */
export function vectorsText(): string {
  const shown = vectors().map(({ vector: { says, bytes, hash, signature, flesh } }, n) =>
    [
      `**${n + 1}.** ${says}`,
      '',
      '```',
      bytes,
      `sha-256    ${hash}`,
      `signature  ${signature}`,
      ...flesh.map(piece => `flesh      ${piece}`),
      '```',
      '',
    ].join('\n'),
  )
  return shown.join('\n')
}

if (import.meta.main) process.stdout.write(vectorsText())
