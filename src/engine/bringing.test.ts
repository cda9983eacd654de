import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { OpenEngine } from '../../tests/support/open-engine.ts'
import { openEngine } from '../../tests/support/open-engine.ts'
import { runs, testOnce as test, testEach } from '../../tests/support/pass.ts'
import { NOON, recordId } from '../../tests/wire/boxes.ts'
import { brick } from '../contract/brick.ts'
import { recordType } from '../core/schema.ts'
import { newBox } from '../log/box.ts'
import { rebuild } from '../projection/tables.ts'
import {
  bringInSlices as bringingIn,
  isLongBring,
  bringingLeft as left,
  longTurn,
  type SlicePace,
  type Slices,
  slicePace,
  undoInSlices,
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
const opened = (): OpenEngine =>
  openEngine([things], newBox(), undefined, { report: error => `n° ${error}` })
const LINES = 120
const line = (n: number): BroughtRecord => ({
  type: 'thing',
  id: recordId(n),
  fields: { title: `chaise ${n}`, seats: n, kept: 'x'.repeat(160) },
})
const lines = (count = LINES): BroughtRecord[] =>
  Array.from({ length: count }, (_, i) => line(i + 1))
/** The same slices on any machine. */
const steady = (): SlicePace => ({ size: () => 40, timed: work => work() })
const bringInSlices = (engine: OpenEngine, asked: TurnAsked): Slices =>
  bringingIn(engine, asked, clock, steady)
const bringingLeft = (engine: OpenEngine): Slices => left(engine, clock, steady)
let ids = 0
const bring = (
  records: readonly unknown[],
  id = `bring${String(ids++).padStart(8, '0')}`,
): TurnAsked => ({
  brick: 'plain',
  command: 'bring',
  input: {
    records: [JSON.stringify(records.slice(0, 80)), JSON.stringify(records.slice(80))],
    next: '/choses',
  },
  by: 'keeper',
  id,
  lang: 'fr',
})
const turn = (engine: OpenEngine, command: string, input: TurnAsked['input']): TurnAnswer =>
  runBatch(
    engine,
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
const count = (engine: OpenEngine): number => engine.read.count(thing)
const waiting = (engine: OpenEngine): number =>
  engine.log.sql.get<{ n: number }>('SELECT count(*) AS n FROM staged')!.n
const entries = (engine: OpenEngine): number =>
  engine.log.sql.get<{ n: number }>('SELECT count(*) AS n FROM entry')!.n
const titles = (engine: OpenEngine) =>
  engine.read.list(thing, { order: 'id' }).map(row => [row.id, row.title, row.seats])
const isSealed = (engine: OpenEngine): boolean =>
  engine.log.sql.get("SELECT 1 FROM mark WHERE key = 'staged'") !== undefined

test('a long bring in slices gives the rows and the answer of one turn, and leaves no staged piece', () => {
  const [sliced, whole] = [opened(), opened()]
  assert.ok(isLongBring(bring(lines())))
  assert.ok(!isLongBring(bring(lines(20))))
  const [expected] = runBatch(whole, [bring(lines())], clock)
  assert.deepEqual(lived(bringInSlices(sliced, bring(lines()))), expected)
  assert.deepEqual(titles(sliced), titles(whole))
  assert.equal(sliced.read.list(thing, {}, 'home').length, LINES)
  assert.equal(waiting(sliced), 0)
  assert.ok(!isSealed(sliced))
  assert.ok(entries(sliced) > entries(whole), 'an entry a slice')
})

test('one wrong line anywhere refuses the whole bring; other writes made meanwhile stay', () => {
  const wrongs: readonly [at: number, wrong: unknown][] = [
    [0, { ...line(0), fields: { title: 3 } }],
    [LINES - 1, { ...line(0), fields: { nothing: 'x' } }],
    [LINES - 1, line(1)],
    [60, null],
  ]
  for (const [at, wrong] of wrongs) {
    const engine = opened()
    const asked = bring(lines().map((one, i) => (i === at ? wrong : one)))
    const [expected] = runBatch(opened(), [asked], clock)
    let mine = 0
    const answer = lived(bringInSlices(engine, asked), slice => {
      if (slice === 1)
        mine =
          entries(engine) +
          (turn(engine, 'write', { type: 'thing', title: 'un banc' }).done ? 1 : 0)
    })
    assert.ok(answer && 'refused' in answer)
    assert.deepEqual(answer, expected, 'the sentence is that of one turn')
    assert.deepEqual([count(engine), entries(engine), waiting(engine)], [1, mine, 0])
  }
})

testEach(
  'after a cut anywhere, a bring is whole or absent; the same form posted again has one answer ' +
    '(law 1)',
  () => {
    const all = bring(lines())
    let total = 0
    lived(bringInSlices(opened(), all), () => total++)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: total }), cut => {
        const engine = opened()
        lived(bringInSlices(engine, all), undefined, cut)
        const was = isSealed(engine)
        assert.ok(was || entries(engine) === 0, 'an entry was written before all was checked')
        assert.deepEqual(
          lived(bringingLeft(engine)),
          was ? { done: true, next: '/choses', said: { code: 'saved' } } : { done: true },
        )
        assert.deepEqual(
          [count(engine), waiting(engine), isSealed(engine)],
          [was ? LINES : 0, 0, false],
        )
        const before = entries(engine)
        const again = lived(bringInSlices(engine, all))
        assert.ok(again?.done && again.next === '/choses')
        assert.equal(count(engine), LINES)
        if (was) assert.equal(entries(engine), before, 'what is posted again writes nothing')
        const made = rebuild(
          ':memory:',
          { types: [...engine.types.values()], projections: [] },
          engine.log,
        )
        assert.equal(made.sql.get<{ n: number }>('SELECT count(*) AS n FROM thing')?.n, LINES)
        made.db.close()
      }),
      runs(3, 6),
    )
  },
)

test('what people change, remove or forget between slices stays so', () => {
  const engine = opened()
  const first = recordId(1)
  let step = 0
  const answer = lived(bringInSlices(engine, bring(lines())), () => {
    if (count(engine) === 0 || step++ > 0) return
    assert.ok(count(engine) < LINES, 'the first slice held everything')
    assert.ok(turn(engine, 'forget', { type: 'thing', id: first }).done)
  })
  assert.ok(answer?.done)
  assert.equal(step > 0, true)
  assert.equal(engine.read.one(thing, first)?.title ?? null, null)
  const held = engine.log.sql
    .all<{ value: string }>('SELECT value FROM piece')
    .some(({ value }) => value === '"chaise 1"')
  assert.ok(!held, 'what was forgotten came back')
})

test('a failed slice is reported, the rest waits, and the same form posted again finishes it', () => {
  const engine = opened()
  const asked = bring(lines())
  const slices = bringInSlices(engine, asked)
  while (!isSealed(engine)) slices.next()
  engine.log.db.exec(
    "CREATE TRIGGER stumble BEFORE INSERT ON entry BEGIN SELECT raise(ABORT, 'here'); END",
  )
  const answer = lived(slices)
  assert.ok(answer && 'failed' in answer)
  assert.ok(isSealed(engine) && waiting(engine) > 0)
  engine.log.db.exec('DROP TRIGGER stumble')
  assert.ok(lived(bringInSlices(engine, asked))?.done)
  assert.deepEqual([count(engine), waiting(engine)], [LINES, 0])
})

test('the size of slices follows their duration, and two never take over 50 ms in a row', () => {
  let moment = 0
  const slow = slicePace(() => moment)
  const took = (each: number): number => {
    const size = slow.size()
    slow.timed(() => (moment += size * each))
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

/** The list of a table that brought all lines. */
const listed = {
  type: 'brought-table',
  id: recordId(900),
  space: 'home',
  fields: {
    title: 'chaises.csv',
    of: 'thing',
    first: recordId(900),
    records: lines().map(({ id }) => id),
  },
}
const undo: TurnAsked = {
  brick: 'plain',
  command: 'undoTable',
  input: { id: recordId(900) },
  by: 'keeper',
  id: 'undo00000000',
  lang: 'fr',
}
const broughtWithList = (): OpenEngine => {
  const engine = opened()
  const all = bring([...lines(), listed])
  assert.ok(
    runBatch(engine, [{ ...all, input: { ...all.input, undo: recordId(900) } }], clock)[0]?.done,
  )
  return engine
}

test('the undo of a long table in slices gives the rows and the answer of one turn', () => {
  const [sliced, whole] = [broughtWithList(), broughtWithList()]
  const [expected] = runBatch(whole, [undo], clock)
  const before = entries(sliced)
  let between = 0
  const answer = lived(longTurn(sliced, undo, clock)!, () => between++)
  assert.deepEqual(answer, expected)
  assert.match(JSON.stringify(answer), /undo.tableOff/)
  assert.ok(between > 4, 'turns of people run between')
  assert.ok(entries(sliced) > before + 2, 'an entry a slice')
  assert.deepEqual([count(sliced), count(whole)], [0, 0])
  assert.equal(longTurn(sliced, { ...undo, id: 'undo00000001' }, clock), undefined)
  assert.deepEqual(runBatch(sliced, [undo], clock)[0], expected, 'a second post has its answer')
})

test('the undo of a table that a stop cut is finished at the next start, or was never begun', () => {
  let total = 0
  lived(undoInSlices(broughtWithList(), undo, clock, steady), () => total++)
  for (let cut = 1; cut <= total; cut++) {
    const engine = broughtWithList()
    lived(undoInSlices(engine, undo, clock, steady), undefined, cut)
    lived(bringingLeft(engine))
    assert.ok([0, LINES].includes(count(engine)), `cut ${cut}: ${count(engine)}`)
    lived(undoInSlices(engine, undo, clock, steady))
    assert.equal(count(engine), 0)
  }
})

test('a long bring keeps its way back', () => {
  const all = bring([...lines(), listed])
  const answer = lived(
    bringInSlices(opened(), { ...all, input: { ...all.input, undo: recordId(900) } }),
  )
  assert.ok(answer?.done)
  assert.deepEqual(answer.undo?.input, { id: recordId(900) })
})
