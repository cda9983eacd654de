import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { House } from '../../tests/support/open-house.ts'
import { openHouse } from '../../tests/support/open-house.ts'
import { NOON, recordId } from '../../tests/wire/boxes.ts'
import { brick } from '../contract/brick.ts'
import { recordType } from '../core/schema.ts'
import { newBox } from '../log/box.ts'
import { rebuild } from '../projection/tables.ts'
import {
  bringInSlices as bringingIn,
  isLong,
  bringingLeft as left,
  paced,
  type SlicePace,
  type Slices,
} from './bringing.ts'
import type { BroughtRecord } from './records/bring.ts'
import { runBatch, type TurnAnswer, type TurnAsked } from './turn.ts'

const thing = recordType({
  name: 'thing',
  title: 'title',
  path: '/choses',
  fields: {
    title: { kind: 'text' },
    seats: { kind: 'number' },
    kept: { kind: 'text', space: 'home' },
  },
})
const said = { types: { thing: { one: 'chose', many: 'choses', add: 'Ajouter', fields: {} } } }
const things = brick({
  name: 'things',
  records: [thing],
  commands: [],
  pages: [],
  words: { fr: said, en: said },
})

const clock = { now: () => NOON, sure: true, today: () => '2026-12-05' }
const opened = (): House =>
  openHouse([things], newBox(), undefined, { report: error => `n° ${error}` })
const LINES = 300
const line = (n: number): BroughtRecord => ({
  type: 'thing',
  id: recordId(n),
  fields: { title: `chaise ${n}`, seats: n, kept: 'x'.repeat(60) },
})
const lines = (count = LINES): BroughtRecord[] =>
  Array.from({ length: count }, (_, i) => line(i + 1))
/** The same slices on any machine. */
const steady = (): SlicePace => ({ size: () => 40, of: work => work() })
const bringInSlices = (house: House, asked: TurnAsked): Slices =>
  bringingIn(house, asked, clock, steady)
const bringingLeft = (house: House): Slices => left(house, clock, steady)
let ids = 0
const bring = (
  records: readonly unknown[],
  id = `bring${String(ids++).padStart(8, '0')}`,
): TurnAsked => ({
  brick: 'plain',
  command: 'bring',
  input: {
    records: [JSON.stringify(records.slice(0, 200)), JSON.stringify(records.slice(200))],
    next: '/choses',
  },
  by: 'keeper',
  id,
  lang: 'fr',
})
const turn = (house: House, command: string, input: TurnAsked['input']): TurnAnswer =>
  runBatch(
    house,
    [{ brick: 'plain', command, input, by: 'keeper', id: `turn${ids++}`, lang: 'fr' }],
    clock,
  )[0]!

/** Goes on until its end, or for so many slices; `between` has its turn after each. */
function lived(
  slices: Slices,
  between: (slice: number) => void = () => undefined,
  most = Number.POSITIVE_INFINITY,
): TurnAnswer | undefined {
  for (let slice = 1; slice <= most; slice++) {
    const made = slices.next()
    if (made.done) return made.value
    between(slice)
  }
  return undefined
}
const count = (house: House): number => house.read.count(thing)
const waiting = (house: House): number =>
  house.log.sql.get<{ n: number }>('SELECT count(*) AS n FROM staged')!.n
const entries = (house: House): number =>
  house.log.sql.get<{ n: number }>('SELECT count(*) AS n FROM entry')!.n
const titles = (house: House) =>
  house.read.list(thing, { order: 'id' }).map(row => [row.id, row.title, row.seats])
const isSealed = (house: House): boolean =>
  house.log.sql.get("SELECT 1 FROM mark WHERE key = 'staged'") !== undefined

test(
  'a long bring in slices gives the rows and the answer of one turn, and leaves nothing ' +
    'waiting',
  () => {
    const [sliced, whole] = [opened(), opened()]
    assert.ok(isLong(bring(lines())))
    assert.ok(!isLong(bring(lines(20))))
    const [expected] = runBatch(whole, [bring(lines())], clock)
    assert.deepEqual(lived(bringInSlices(sliced, bring(lines()))), expected)
    assert.deepEqual(titles(sliced), titles(whole))
    assert.equal(sliced.read.list(thing, {}, 'home').length, LINES)
    assert.equal(waiting(sliced), 0)
    assert.ok(!isSealed(sliced))
    assert.ok(entries(sliced) > entries(whole), 'an entry a slice')
  },
)

test(
  'nothing is written unless all is right, wherever the wrong line stands, and whoever writes ' +
    'meanwhile stays',
  () => {
    const wrongs: readonly [at: number, wrong: unknown][] = [
      [0, { ...line(0), fields: { title: 3 } }],
      [LINES - 1, { ...line(0), fields: { nothing: 'x' } }],
      [LINES - 1, line(1)],
      [150, null],
    ]
    for (const [at, wrong] of wrongs) {
      const house = opened()
      const asked = bring(lines().map((one, i) => (i === at ? wrong : one)))
      const [expected] = runBatch(opened(), [asked], clock)
      let mine = 0
      const answer = lived(bringInSlices(house, asked), slice => {
        if (slice === 1)
          mine =
            entries(house) +
            (turn(house, 'write', { type: 'thing', title: 'un banc' }).done ? 1 : 0)
      })
      assert.ok(answer && 'refused' in answer)
      assert.deepEqual(answer, expected, 'the sentence is that of one turn')
      assert.deepEqual([count(house), entries(house), waiting(house)], [1, mine, 0])
    }
  },
)

test(
  'cut anywhere and opened again, a bring is whole or not there; the same form posted again ' +
    'has its one answer (law 1)',
  () => {
    const all = bring(lines())
    let total = 0
    lived(bringInSlices(opened(), all), () => total++)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: total }), cut => {
        const house = opened()
        lived(bringInSlices(house, all), undefined, cut)
        const was = isSealed(house)
        assert.ok(was || entries(house) === 0, 'an entry was written before all was checked')
        assert.deepEqual(
          lived(bringingLeft(house)),
          was ? { done: true, next: '/choses', said: { code: 'saved' } } : { done: true },
        )
        assert.deepEqual(
          [count(house), waiting(house), isSealed(house)],
          [was ? LINES : 0, 0, false],
        )
        const before = entries(house)
        const again = lived(bringInSlices(house, all))
        assert.ok(again?.done && again.next === '/choses')
        assert.equal(count(house), LINES)
        if (was) assert.equal(entries(house), before, 'what is posted again writes nothing')
        const made = rebuild(
          ':memory:',
          { types: [...house.types.values()], projections: [] },
          house.log,
        )
        assert.equal(made.sql.get<{ n: number }>('SELECT count(*) AS n FROM thing')?.n, LINES)
        made.db.close()
      }),
      { numRuns: 12 },
    )
  },
)

test('what people change, remove or forget between slices stays so', () => {
  const house = opened()
  const first = recordId(1)
  let step = 0
  const answer = lived(bringInSlices(house, bring(lines())), () => {
    if (count(house) === 0 || step++ > 0) return
    assert.ok(count(house) < LINES, 'the first slice held everything')
    assert.ok(turn(house, 'forget', { type: 'thing', id: first }).done)
  })
  assert.ok(answer?.done)
  assert.equal(step > 0, true)
  assert.equal(house.read.one(thing, first)?.title ?? null, null)
  const held = house.log.sql
    .all<{ value: string }>('SELECT value FROM flesh')
    .some(({ value }) => value === '"chaise 1"')
  assert.ok(!held, 'what was forgotten came back')
})

test(
  'a slice that stumbles is answered so, what is left waits, and the same form posted again ' +
    'finishes it',
  () => {
    const house = opened()
    const asked = bring(lines())
    const slices = bringInSlices(house, asked)
    while (!isSealed(house)) slices.next()
    house.log.db.exec(
      "CREATE TRIGGER stumble BEFORE INSERT ON entry BEGIN SELECT raise(ABORT, 'here'); END",
    )
    const answer = lived(slices)
    assert.ok(answer && 'failed' in answer)
    assert.ok(isSealed(house) && waiting(house) > 0)
    house.log.db.exec('DROP TRIGGER stumble')
    assert.ok(lived(bringInSlices(house, asked))?.done)
    assert.deepEqual([count(house), waiting(house)], [LINES, 0])
  },
)

test('slices are as long as the time that they take lets them, never longer than 50 ms twice', () => {
  let moment = 0
  const slow = paced(() => moment)
  const took = (each: number): number => {
    const size = slow.size()
    slow.of(() => (moment += size * each))
    return size * each
  }
  for (let i = 0; i < 20; i++) took(0.2)
  assert.ok(slow.size() * 0.2 > 30 && slow.size() * 0.2 < 40, `${slow.size()}`)
  const spans = Array.from({ length: 20 }, () => took(0.9))
  const long = spans.findLastIndex(span => span > 50)
  assert.ok(long >= 0 && long < 5, spans.join())
  for (let i = 0; i < 20; i++) took(40)
  assert.equal(slow.size(), 10, 'a few are written however slow the card')
})
