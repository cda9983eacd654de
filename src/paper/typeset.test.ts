import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Paper } from '../contract/paper.ts'
import { fitting } from './fit.ts'
import { NotSet } from './not-set.ts'
import { withoutPictures } from './signs.ts'
import { foldedOrder, heldTogether, setPaper } from './typeset.ts'

const sheet = (more: Partial<Paper> = {}): Paper => ({
  title: 'La feuille',
  lang: 'fr',
  size: 'a4',
  layout: 'flow',
  blocks: [{ is: 'title', words: 'La feuille' }],
  ...more,
})
const items = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ words: `Une annonce, la ${n}ᵉ` }))

test('every layout and every block is set, as PDF/UA but for what is folded', () => {
  const blocks: Paper['blocks'] = [
    { is: 'title', words: 'Titre' },
    { is: 'masthead', over: 'Sail', title: 'La feuille', under: ['du ', { b: '24 au 30' }] },
    { is: 'heading', words: ['On ', { b: 'propose' }, { soft: ' ici' }, { tick: 'oui' }] },
    { is: 'heading', words: 'On propose', tall: true },
    { is: 'lead', words: 'Une remorque « à prêter »' },
    { is: 'words', words: 'x' },
    { is: 'small', words: 'y' },
    { is: 'reach', title: 'Joindre', lines: ['au bar'] },
    { is: 'items', items: [{ words: 'un', under: ['deux'], tick: true, code: 'papier 74 39' }] },
    {
      is: 'table',
      columns: [
        { head: 'Quoi', wide: 2 },
        { head: 'Combien', right: true },
      ],
      rows: [['bois', '3']],
    },
    { is: 'facts', facts: [['Où', 'Sail']] },
    {
      is: 'blanks',
      blanks: [
        { label: 'Prénom', lines: 2 },
        { label: 'Je', ticks: ['prête', 'donne'] },
        { label: 'N°', boxes: 4, filled: 'x' },
      ],
    },
    {
      is: 'drawing',
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
      shows: 'un triangle',
      mm: 20,
    },
    { is: 'picture', picture: 'a'.repeat(64), shows: 'une photo qui n’est plus là', mm: 20 },
    { is: 'code', code: 'papier 74 39', says: 'Code' },
    { is: 'beside', columns: [[{ is: 'words', words: 'g' }], [{ is: 'words', words: 'd' }]] },
    { is: 'kept', blocks: [{ is: 'words', words: 'ensemble' }] },
    { is: 'rule' },
    { is: 'space', mm: 4 },
    { is: 'page' },
    { is: 'words', words: 'fin' },
  ]
  for (const layout of ['flow', 'booklet', 'poster', 'cards'] as const) {
    const { pdf, pages } = setPaper(
      sheet({ layout, blocks, each: [blocks.slice(0, 4)], foot: ['Sail', 'le 24 novembre'] }),
    )
    assert.equal(Buffer.from(pdf.subarray(0, 5)).toString(), '%PDF-')
    assert.ok(pages >= 1, layout)
    assert.equal(Buffer.from(pdf).includes('pdfuaid:part'), layout !== 'booklet', layout)
  }
})

test('a picture or a drawing that no words describe stops no print', () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
  for (const shows of ['', ' \n'])
    for (const block of [
      { is: 'picture', picture: 'a'.repeat(64), shows, mm: 20 },
      { is: 'drawing', svg, shows, mm: 20 },
    ] as const) {
      const { pdf, pages } = setPaper(sheet({ blocks: [block] }))
      assert.equal(pages, 1)
      assert.ok(Buffer.from(pdf).includes('pdfuaid:part'), block.is)
    }
})

test('what people wrote is text, whatever it holds', () => {
  const nasty = [
    '#panic("x")',
    '$x^',
    '\\',
    '*gras*',
    '@nulle-part',
    '</svg>',
    '#import "/etc/passwd"',
    '"',
    '`',
    '\u0007',
    '𝔘',
    '🎉',
    '= titre',
  ]
  for (const words of nasty)
    assert.equal(
      setPaper(
        sheet({
          blocks: [
            { is: 'words', words },
            { is: 'items', items: [{ words }] },
          ],
        }),
      ).pages,
      1,
    )
})

test('a telephone, an hour and a sign after its word are held together, however they were typed', () => {
  const said: readonly (readonly [typed: string, held: string])[] = [
    ['au local, ou 06 39 98 41 07.', 'au local, ou 06\u00a039\u00a098\u00a041\u00a007.'],
    ['lundi de 17 h à 19 h 30', 'lundi de\u00a017\u00a0h\u00a0à\u00a019\u00a0h\u00a030'],
    ['un tour de 17 heures', 'un tour de 17 heures'],
    ['à 8 h 05, à 9 heures', 'à\u00a08\u00a0h\u00a005, à 9 heures'],
    ['Boën · au local', 'Boën\u00a0· au local'],
    ["l'atelier d'Anaïs, l' 'été'", "l’atelier d’Anaïs, l' 'été'"],
    ['Qui en veut ? Moi !', 'Qui en veut\u202f? Moi\u202f!'],
    ['ici : « oui »', 'ici\u00a0: «\u00a0oui\u00a0»'],
    [
      '12 mai, 3 habitants, 10 06 39 98 41 07 12',
      '12 mai, 3 habitants, 10 06\u00a039\u00a098\u00a041\u00a007 12',
    ],
  ]
  for (const [typed, held] of said) assert.equal(heldTogether(typed), held)
  fc.assert(
    fc.property(fc.string(), text => {
      const once = heldTogether(text)
      assert.equal(heldTogether(once), once)
      const plain = (said: string): string =>
        said.replace(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'")
      assert.equal(plain(once), plain(text))
    }),
  )
})

test('a sheet fits whatever comes, as full as it can be, and says how many it left', () => {
  const of = (count: number): Paper =>
    sheet({
      fits: 2,
      blocks: [
        { is: 'title', words: 'x' },
        { is: 'items', items: items(count), least: 1, more: 'et {n} autres' },
      ],
    })
  for (const count of [0, 5, 500]) assert.ok(setPaper(of(count)).pages <= 2, String(count))
})

test('fitting keeps what fits and no line more', () => {
  const lines = fc.array(fc.nat(60), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 120 }), (counts, room) => {
      const paper = sheet({
        fits: 1,
        blocks: counts.map(count => ({
          is: 'items' as const,
          items: items(count),
          least: 0,
          more: '{n}',
        })),
      })
      const kept = (one: Paper) =>
        one.blocks.map(block => (block.is === 'items' ? block.items.length : 0))
      const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0)
      const done = kept(fitting(paper, one => (sum(kept(one)) <= room ? 1 : 2)))
      assert.equal(sum(done), Math.min(room, sum(counts)))
    }),
  )
})

test('what is kept on one page goes on over the next where it is taller than one', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, n) => [`libre ${n}`])
  const table = (count: number) =>
    ({ is: 'table', columns: [{ head: 'Mot' }], rows: rows(count), roomy: true }) as const
  const pagesOf = (...blocks: Paper['blocks']) =>
    setPaper(sheet({ blocks: [{ is: 'title', words: 'Jour' }, ...blocks] })).pages
  for (const count of [60, 120])
    assert.equal(pagesOf({ is: 'kept', blocks: [table(count)] }), pagesOf(table(count)))
  // What one page holds begins on the next one, whole.
  assert.equal(pagesOf(table(12), { is: 'kept', blocks: [table(20)] }), 2)
  assert.equal(pagesOf(table(12), { is: 'kept', blocks: [table(20)] }, table(10)), 3)
})

test('folded in two, the pages of a booklet follow each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), pages => {
      const sides = foldedOrder(pages)
      assert.equal(sides.length % 2, 0)
      // Sheets one in the other: each gives its first front page, its back, then those of the
      // sheets within, and back out.
      const read: number[] = []
      for (let n = 0; n < sides.length; n += 2) read.push(sides[n]![1], sides[n + 1]![0])
      for (let n = sides.length - 2; n >= 0; n -= 2) read.push(sides[n + 1]![1], sides[n]![0])
      assert.deepEqual(
        read,
        Array.from({ length: sides.length * 2 }, (_, n) => n + 1),
      )
      assert.ok(sides.length * 2 - pages < 4)
    }),
  )
})

/** The marks on the paper, whatever the second in which it was set. */
const dateless = (pdf: Uint8Array): string =>
  createHash('sha256')
    .update(
      Buffer.from(pdf)
        .toString('latin1')
        .replace(/D:\d{14}|\d{4}-\d\d-\d\dT[\d:]+|(?:Instance|Document)ID>[^<]*|\/ID \[.*?\]/g, ''),
    )
    .digest('hex')

test('beside an emoji, names in Arabic, in Cyrillic and in any other letters stay', () => {
  const set = (...names: readonly string[]): string =>
    dateless(
      setPaper(sheet({ title: 'x', blocks: names.map(words => ({ is: 'words', words })) })).pdf,
    )
  assert.equal(
    set('Zoé 🐝', 'Олена 🌻 шукає', 'فاطمة', 'مريم 🌸 / تبحث عن عمل'),
    set('Zoé', 'Олена шукає', 'فاطمة', 'مريم / تبحث عن عمل'),
  )
  assert.notEqual(set('Zoé 🐝', 'Олена 🌻'), set('Zoé', ''))
  // What only some machines have letters for takes nobody else's along.
  assert.equal(set('Zoé', 'Олена \ufffe', 'b'), set('Zoé', 'Олена', 'b'))
})

test('what goes on over a column says what it belongs to, as over a page', () => {
  const marks = (again: string, count: number): string =>
    dateless(
      setPaper(
        sheet({ columns: 2, blocks: [{ is: 'items', items: items(count), again, bare: true }] }),
      ).pdf,
    )
  assert.equal(marks('On cherche, suite', 9), marks('Need, more', 9), 'one column holds them')
  assert.notEqual(marks('On cherche, suite', 50), marks('Need, more', 50))
})

test('what fills a print is as often as it has room for, and shares the room of its column', () => {
  const form: Paper['blocks'] = [
    { is: 'title', words: 'À vous' },
    {
      is: 'blanks',
      blanks: [
        { label: 'Prénom', lines: 1 },
        { label: 'Quoi', lines: 2 },
      ],
    },
  ]
  const filling = (most: number): Paper =>
    sheet({
      columns: 2,
      points: 11,
      least: 11,
      fits: 1,
      blocks: [{ is: 'filling', blocks: form, most }],
    })
  const marks = (paper: Paper): string => dateless(setPaper(paper).pdf)
  assert.notEqual(marks(filling(1)), marks(sheet({ columns: 2, points: 11, blocks: form })))
  // Two columns full: more of them are asked for in vain.
  assert.equal(setPaper(filling(99)).pages, 1)
  assert.equal(marks(filling(99)), marks(filling(30)))
  assert.notEqual(marks(filling(99)), marks(filling(4)))
})

test('a picture sign goes with all that makes it, and leaves one space', () => {
  const said: readonly (readonly [typed: string, shown: string])[] = [
    ['Zoé 🐝', 'Zoé'],
    ['🐝🐝 🐝 Zoé', 'Zoé'],
    ['Zoé 👩‍👩‍👧 et 👍🏽 Paul', 'Zoé et Paul'],
    ['Zoé ❤️, à 5️⃣ h 🇫🇷\u202f!', 'Zoé, à 5 h\u202f!'],
    ['a 🐝b', 'a b'],
    ['کتاب‌ها ☎ ©', 'کتاب‌ها ☎ ©'],
  ]
  for (const [typed, shown] of said) assert.equal(withoutPictures(typed), shown)
  const letters = fc.string({ unit: fc.constantFrom('a', 'é', 'ف', 'Ж', '9', ',') })
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 6 }), pieces => {
      assert.equal(withoutPictures(pieces.join('🐝')), pieces.join('').normalize('NFC'))
    }),
  )
})

test('a title that says nothing has a word, and stops no print', () => {
  for (const words of ['', ' ', '🐝', [{ b: '\u200b' }]] as const) {
    const blocks: Paper['blocks'] = [
      { is: 'masthead', over: 'x', title: typeof words === 'string' ? words : '', under: 'y' },
      { is: 'title', words, size: 'poster' },
      {
        is: 'beside',
        columns: [
          [{ is: 'heading', words }],
          [{ is: 'kept', blocks: [{ is: 'heading', words, tall: true }] }],
        ],
      },
    ]
    for (const layout of ['flow', 'poster', 'cards'] as const)
      assert.equal(
        setPaper(
          sheet({
            title: typeof words === 'string' ? words : '',
            layout,
            blocks,
            each: [blocks.slice(1)],
          }),
        ).pages,
        1,
      )
  }
})

test('what Typst refuses is NotSet, whichever of its steps refuses', () => {
  const bad = (block: object) => () =>
    setPaper(sheet({ blocks: [block as Paper['blocks'][number]] }))
  assert.throws(bad({ is: 'drawing', svg: '<svg', shows: 'x' }), NotSet)
  assert.throws(
    bad({ is: 'drawing', svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>' }),
    NotSet,
  )
})

test(
  'a strip does without what is least needed rather than in letters that nobody reads, and ' +
    'holds in its box',
  () => {
    const strips = (lines: readonly string[], spare: readonly number[]): string =>
      dateless(
        setPaper(
          sheet({
            layout: 'poster',
            blocks: [{ is: 'title', words: 'x' }],
            strips: { count: 8, lines, spare },
          }),
        ).pdf,
      )
    const long = 'au bar de Sail, le mardi et le jeudi, '.repeat(4)
    const short = ['Outils : Paul', 'Paul prête sa scie', 'au bar', 'le mardi', 'chez lui']
    assert.notEqual(strips(short, [4]), strips(short.slice(0, 4), []))
    const needed = ['Outils : Paul', 'Paul prête sa scie', long]
    assert.equal(strips([...needed, long, long], [4, 3, 1]), strips(needed, []))
    assert.equal(
      strips(['Outils : Paul', long, long, 'Sail'], [3, 1]),
      strips(['Outils : Paul', long, 'Sail'], []),
      'a line that was short stays',
    )
  },
)
