import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import fc from 'fast-check'
import { idFrom } from '../../../../core/id.ts'
import { distanceM } from '../../../../core/place.ts'
import { MODES } from '../../model/modes.ts'
import { chosen, type NoticeFilter } from '../../model/rules.ts'
import { choiceOf, codesAround, searchQuery } from './choice.ts'
import { fittingOnPaper, linesOf, SHEET_LINES } from './paper.ts'

const TODAY = '2026-12-05'
const communes = [
  { code: '42195', name: 'Sail', postalCodes: null, point: [45.73, 3.96] as const },
  { code: '42019', name: 'Boën', postalCodes: null, point: [45.74, 4.0] as const },
  { code: '42313', name: 'Trelins', postalCodes: null, point: [45.72, 4.01] as const },
  { code: '42999', name: 'Nulle part', postalCodes: null, point: null },
]
const territory = {
  name: 'Ici',
  heading: null,
  village: '42195',
  keptBy: 'Anaïs',
  reach: null,
  communes,
}

test('whatever an address asks, no text of it enters the SQL', () => {
  const texts = fc.string({ minLength: 1 })
  fc.assert(
    fc.property(
      fc.record({
        genre: texts,
        facon: texts,
        themes: texts,
        commune: texts,
        km: texts,
        depuis: texts,
      }),
      query => {
        const made = chosen(choiceOf(query, territory), TODAY)
        // A distance that is one of the choices is no text of anybody's: it stands in both.
        const plain = chosen(
          choiceOf({ themes: 'x', commune: 'y', km: query.km }, territory),
          TODAY,
        )
        assert.equal(made.where, plain.where)
        assert.equal((made.where.match(/\?/g) ?? []).length, made.with.length)
      },
    ),
  )
})

test('what is none of the choices chooses nothing', () => {
  const choice = choiceOf(
    { genre: 'tout', facon: 'steal', km: '7', depuis: '2026-02-31', 'aujourd-hui': 'oui' },
    territory,
  )
  assert.deepEqual(choice, { kind: undefined, theme: '', commune: '' })
})

type Held = Readonly<{
  mode: string | null
  state: string
  until: string | null
  when: string | null
  commune: string | null
  born: number
}>
const held: fc.Arbitrary<Held> = fc.record({
  mode: fc.constantFrom(null, ...MODES),
  state: fc.constantFrom('firm', 'lead', 'closed'),
  until: fc.constantFrom(null, '2026-12-04', TODAY, '2026-12-06'),
  when: fc.constantFrom(null, '', 'le samedi'),
  commune: fc.constantFrom(null, ...communes.map(one => one.code)),
  born: fc.constantFrom(
    ...['2026-11-30T23:30:00Z', '2026-12-01T12:00:00Z', '2026-11-30T22:30:00Z'].map(iso =>
      Date.parse(iso),
    ),
  ),
})
const choices: fc.Arbitrary<NoticeFilter> = fc.record(
  {
    kind: fc.constant(undefined),
    theme: fc.constant(''),
    commune: fc.constantFrom('', '42019'),
    mode: fc.constantFrom(...MODES),
    around: fc.subarray(
      communes.map(one => one.code),
      { minLength: 1 },
    ),
    now: fc.boolean(),
    since: fc.constant('2026-12-01'),
  },
  { requiredKeys: ['kind', 'theme', 'commune'] },
)

/** The same, said plainly. */
function isChosen(row: Held, choice: NoticeFilter): boolean {
  const isToday = row.until === TODAY
  const hasNow =
    row.state !== 'lead' &&
    (isToday || (row.mode !== 'hand' && row.mode !== 'ride')) &&
    (isToday || !row.when)
  const isHere = choice.around
    ? choice.around.includes(row.commune ?? '')
    : choice.commune === '' || row.commune === choice.commune
  return (
    row.state !== 'closed' &&
    (row.until === null || row.until >= TODAY) &&
    isHere &&
    (!choice.mode || row.mode === choice.mode) &&
    // Midnight of the village, in winter.
    (!choice.since || row.born >= Date.parse('2026-11-30T23:00:00Z')) &&
    (!choice.now || hasNow)
  )
}

test('the tables answer a choice as its words say', () => {
  const db = new DatabaseSync(':memory:')
  db.exec(
    'CREATE TABLE notice(n INTEGER, id TEXT, mode TEXT, state TEXT, until TEXT, "when" ' +
      'TEXT, commune TEXT, themes TEXT)',
  )
  fc.assert(
    fc.property(fc.array(held, { maxLength: 12 }), choices, (rows, choice) => {
      db.exec('DELETE FROM notice')
      const put = db.prepare('INSERT INTO notice VALUES (?, ?, ?, ?, ?, ?, ?, NULL)')
      for (const [n, row] of rows.entries())
        put.run(
          n,
          idFrom(row.born, Buffer.alloc(10, n + 1)),
          row.mode,
          row.state,
          row.until,
          row.when,
          row.commune,
        )
      const { where, with: values } = chosen(choice, TODAY)
      const found = db.prepare(`SELECT n FROM notice WHERE ${where} ORDER BY n`).all(...values)
      const said = rows.flatMap((row, n) => (isChosen(row, choice) ? [n] : []))
      assert.deepEqual(
        found.map(row => row['n']),
        said,
      )
    }),
  )
  db.close()
})

test('around a commune: itself always, and those whose points lie near enough', () => {
  fc.assert(
    fc.property(fc.constantFrom(...communes), fc.constantFrom(1, 5, 10, 20), (from, km) => {
      const codes = codesAround({ communes }, from.code, km)
      assert.ok(codes.includes(from.code))
      for (const other of communes) {
        const isNear =
          from.point !== null &&
          other.point !== null &&
          distanceM(from.point, other.point) <= km * 1000
        assert.equal(codes.includes(other.code), isNear || other === from)
      }
    }),
  )
})

test('a search keeps its address from one page to another, and nothing else of it', () => {
  const query = { genre: 'propose', km: '10', page: '3', langue: 'en', q: 'x', 'aujourd-hui': '1' }
  assert.equal(
    searchQuery(query, { montrer: 'annonces' }),
    'montrer=annonces&genre=propose&km=10&aujourd-hui=1',
  )
})

test('one sheet holds what fits, and the next one would not fit', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 200 }), lengths => {
      const texts = lengths.map(n => 'a'.repeat(n))
      const lines = (n: number) => texts.slice(0, n).reduce((sum, text) => sum + linesOf(text), 0)
      const n = fittingOnPaper(texts)
      assert.ok(lines(n) <= SHEET_LINES)
      assert.ok(n === texts.length || lines(n + 1) > SHEET_LINES)
    }),
  )
})
