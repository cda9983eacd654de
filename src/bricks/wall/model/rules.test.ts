import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  areTwo,
  fading,
  isDue,
  isNews,
  isOfTwo,
  KEEPS,
  type Keeps,
  MOST_AT_ONCE,
  measure,
  type NotedHand,
  type Timed,
  TOGETHER_MS,
} from './rules.ts'

const HOUR = 3_600_000
const keepings = fc.constantFrom<Keeps>('hour', 'evening', 'day', 'three-days', 'week', 'month')
const lived = fc.integer({ min: 0, max: 400 * 24 * HOUR })
const wall = fc
  .array(fc.record({ lived: fc.oneof(lived, fc.constant(null)), isTakenBack: fc.boolean() }), {
    maxLength: 130,
  })
  .map(all => all.map((one, n): Timed => ({ ...one, id: String(n) })))

test('what goes is due or was taken back, and nothing else goes', () => {
  fc.assert(
    fc.property(wall, keepings, lived, (all, keeps, now) => {
      const { goes } = fading(all, keeps, now)
      const of = new Map(all.map(one => [one.id, one]))
      assert.equal(new Set(goes).size, goes.length)
      for (const id of goes)
        assert.ok(of.get(id)!.isTakenBack || isDue(of.get(id)!, keeps, now), id)
      assert.ok(goes.length <= MOST_AT_ONCE)
    }),
  )
})

test(
  'asked again whenever it says, the wall is empty in the end, and nothing stood longer than ' +
    'its time and a moment',
  () => {
    fc.assert(
      fc.property(wall, keepings, lived, (first, keeps, start) => {
        let [all, now] = [first, start]
        for (let turn = 0; all.length > 0; turn++) {
          assert.ok(turn < 2 * first.length + 4, 'it never ends')
          const { goes, again } = fading(all, keeps, now)
          for (const id of goes) {
            const { lived: at, isTakenBack } = all.find(one => one.id === id)!
            // What was over before it was first asked goes then; all else within its moment.
            assert.ok(isTakenBack || now === start || now - (at ?? 0) <= KEEPS[keeps] + TOGETHER_MS)
          }
          all = all.filter(one => !goes.includes(one.id))
          assert.equal(again === undefined, all.length === 0)
          now = Math.max(now, again ?? now)
        }
      }),
    )
  },
)

test('another time counts for what is there: a shorter one forgets more, a longer one less', () => {
  fc.assert(
    fc.property(lived, keepings, keepings, lived, (at, one, other, now) => {
      const [shorter, longer] = KEEPS[one] <= KEEPS[other] ? [one, other] : [other, one]
      if (isDue({ lived: at }, longer, now)) assert.ok(isDue({ lived: at }, shorter, now))
    }),
  )
})

test('a message of an evening is not forgotten because the box lost an hour of its count', () => {
  assert.equal(isDue({ lived: 10 * HOUR }, 'hour', 9 * HOUR), false)
  assert.equal(isDue({ lived: 10 * HOUR }, 'hour', 11 * HOUR - 1), false)
  assert.equal(isDue({ lived: 10 * HOUR }, 'hour', 11 * HOUR), true)
})

test('messages go together: a first one that is due waits for its neighbours of five minutes', () => {
  const all = [0, 2, 4].map(n => ({ id: String(n), lived: n * 60_000, isTakenBack: false }))
  assert.deepEqual(fading(all, 'hour', HOUR), { goes: [], again: HOUR + TOGETHER_MS })
  assert.deepEqual(fading(all, 'hour', HOUR + TOGETHER_MS), { goes: ['0', '2', '4'] })
})

test('a span is said in its largest whole unit: past rounded down, to come rounded up', () => {
  assert.deepEqual(measure(59_000, true), { n: 0, unit: 'minutes' })
  assert.deepEqual(measure(59_000, false), { n: 1, unit: 'minutes' })
  assert.deepEqual(measure(HOUR, true), { n: 1, unit: 'hours' })
  assert.deepEqual(measure(HOUR - 1, false), { n: 1, unit: 'hours' })
  assert.deepEqual(measure(47.5 * HOUR, false), { n: 2, unit: 'days' })
  assert.deepEqual(measure(72 * HOUR, false), { n: 3, unit: 'days' })
})

const name = fc.constantFrom('a', 'b', 'c', null)
const hands = fc.record({ run: name, device: name, card: name })

test('two hands are two people both ways or not at all, and none is two with itself', () => {
  fc.assert(
    fc.property(hands, hands, (a, b) => {
      assert.equal(areTwo(a, b), areTwo(b, a))
      assert.equal(areTwo(a, a), false)
      assert.ok(!areTwo(a, b) || a.run === b.run)
    }),
  )
})

test('a message is folded by two devices or two cards of one run, and few remarks are kept', () => {
  fc.assert(
    fc.property(fc.array(hands, { maxLength: 12 }), all => {
      const kept: NotedHand[] = []
      for (const one of all) if (isNews(kept, one)) kept.push(one)
      const pairs = kept.flatMap(a =>
        kept.filter(b => b.run === a.run && b.run !== null).map(b => [a, b]),
      )
      const differ = pairs.some(
        ([a, b]) => a!.device !== b!.device || (a!.card !== b!.card && a!.card && b!.card),
      )
      assert.ok(!isOfTwo(kept) || differ, JSON.stringify(kept))
      for (const run of ['a', 'b', 'c', null])
        assert.ok(kept.filter(one => one.run === run).length <= 2, JSON.stringify(kept))
    }),
  )
})
