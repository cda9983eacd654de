import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { afterClockRead, afterStart, type Lived, livedAt, MOST_AWAY_MS, NOT_YET } from './lived.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const AT = Date.parse('2026-12-05T09:00:00Z')

/**
 * What a box goes through: hours that it runs, hours that it is unplugged, what its clock says,
 * whether it is noted before the plug is pulled.
 */
type Stretch = Readonly<{ runs: number; off: number; wall: number; sure: boolean; noted: boolean }>
const stretch = fc.record({
  runs: fc.integer({ min: 0, max: 200 * HOUR }),
  off: fc.integer({ min: 0, max: 900 * HOUR }),
  wall: fc.oneof(
    fc.constant('true'),
    fc.constant(0),
    fc.constant(Date.parse('2099-01-01')),
    fc.integer({ min: 0, max: 2 ** 42 }),
  ),
  sure: fc.boolean(),
  noted: fc.boolean(),
})

function through(
  held: Lived,
  time: number,
  { runs, off, wall, sure, noted }: Omit<Stretch, 'wall'> & { wall: 'true' | number },
) {
  const clock = (since: number) => (wall === 'true' ? time + since : wall + since)
  const first = afterClockRead(afterStart(held, 500), { up: 500, wall: clock(0), sure })
  const last = afterClockRead(first, { up: 500 + runs, wall: clock(runs), sure })
  return { first, last, kept: noted ? last : first, time: time + runs + off }
}

test('the count never goes back, and while the box runs it counts all time, whatever the clock says', () => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 12 }), all => {
      let [held, time]: [Lived, number] = [NOT_YET, AT]
      for (const one of all) {
        const was = held.ms
        const done = through(held, time, one as Parameters<typeof through>[2])
        assert.ok(done.first.ms >= was)
        assert.equal(done.last.ms - done.first.ms, one.runs)
        held = done.kept
        time = done.time
      }
    }),
  )
})

test('with a right clock the count has all time, stops too, noted or not before the plug was pulled', () => {
  const right = stretch.map(one => ({ ...one, wall: 'true' as const, sure: true }))
  fc.assert(
    fc.property(fc.array(right, { minLength: 1, maxLength: 12 }), all => {
      let [held, time]: [Lived, number] = [NOT_YET, AT]
      let last = 0
      for (const one of all) {
        const done = through(held, time, one)
        last = done.last.ms
        assert.equal(last, time + one.runs - AT)
        held = done.kept
        time = done.time
      }
    }),
  )
})

test('a clock that jumps while the box runs adds nothing, whichever way and however sure it is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -(2 ** 42), max: 2 ** 42 }), { maxLength: 20 }),
      jumps => {
        let held = afterClockRead(afterStart(NOT_YET, 0), { up: 0, wall: AT, sure: true })
        jumps.forEach((jump, n) => {
          held = afterClockRead(held, { up: (n + 1) * 1_000, wall: AT + jump, sure: true })
          assert.equal(held.ms, (n + 1) * 1_000)
        })
      },
    ),
  )
})

test('a box starts in 1970, runs two hours, and the keeper sets it: the night counts, and no more', () => {
  const evening = afterClockRead(afterStart(NOT_YET, 0), { up: 0, wall: AT, sure: true })
  const morning = afterStart(evening, 40_000)
  const unsure = afterClockRead(morning, { up: 40_000 + 2 * HOUR, wall: 2 * HOUR, sure: false })
  assert.equal(unsure.ms, 2 * HOUR)
  const set = afterClockRead(unsure, { up: 40_000 + 2 * HOUR, wall: AT + 14 * HOUR, sure: true })
  assert.equal(set.ms, 14 * HOUR)
})

test('the first sure clock adds nothing; 2099 is not believed, nor a clock that went back', () => {
  const first = afterClockRead(afterStart(NOT_YET, 0), { up: HOUR, wall: AT, sure: true })
  assert.equal(first.ms, HOUR)
  const late = afterClockRead(afterStart(first, 0), {
    up: 0,
    wall: Date.parse('2099-01-01'),
    sure: true,
  })
  assert.equal(late.ms, HOUR)
  assert.equal(afterClockRead(afterStart(late, 0), { up: 0, wall: AT + DAY, sure: true }).ms, HOUR)
  assert.equal(
    afterClockRead(afterStart(first, 0), { up: 0, wall: AT + MOST_AWAY_MS, sure: true }).ms,
    HOUR + MOST_AWAY_MS,
  )
  assert.equal(
    afterClockRead(afterStart(first, 0), { up: 0, wall: AT + MOST_AWAY_MS + 1, sure: true }).ms,
    HOUR,
  )
})

test('before its first start a box has lived no time, however long the machine has been on', () => {
  assert.equal(livedAt(NOT_YET, 400 * DAY), 0)
  const first = afterClockRead(afterStart(NOT_YET, 400 * DAY), {
    up: 400 * DAY + HOUR,
    wall: AT,
    sure: true,
  })
  assert.equal(first.ms, HOUR)
})

test('a box that never knows the time still counts the hours that it runs', () => {
  let held = NOT_YET
  for (let evening = 0; evening < 10; evening++) {
    held = afterStart(held, 0)
    held = afterClockRead(held, { up: 3 * HOUR, wall: 3 * HOUR, sure: false })
  }
  assert.equal(held.ms, 30 * HOUR)
  assert.equal(livedAt(held, 4 * HOUR), 31 * HOUR)
})
