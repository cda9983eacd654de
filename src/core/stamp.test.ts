import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  FURTHEST_AHEAD_MS,
  isStamp,
  msOf,
  nextStamp,
  type Stamp,
  wallMs,
  witness,
} from './stamp.ts'

const CLOCKS = [0, 1, Date.UTC(1970, 0, 1, 3), Date.UTC(2026, 11, 5, 11), Date.UTC(2099, 11, 31)]
const anyClock = fc.oneof(
  fc.constantFrom(...CLOCKS, Number.NaN, -1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
  fc.double(),
  fc.maxSafeInteger(),
)

test(
  'law 9: 200,000 turns with the clock fixed never fail, and each stamp is greater than the ' +
    'one before',
  () => {
    for (const now of [0, Date.UTC(2026, 11, 5), Date.UTC(2099, 11, 31)]) {
      let last: Stamp | undefined
      for (let n = 0; n < 200_000; n++) {
        const next = nextStamp(last, now)
        if (!isStamp(next) || (last !== undefined && next <= last))
          assert.fail(`${last} then ${next}`)
        last = next
      }
      assert.equal(msOf(last!) - now, 3, 'the counter carried into three milliseconds')
    }
  },
)

test('law 9: whatever clocks say, one after the other, stamps are of their shape and grow', () => {
  fc.assert(
    fc.property(fc.array(anyClock, { maxLength: 40 }), clocks => {
      let last: Stamp | undefined
      for (const now of clocks) {
        const next = nextStamp(last, now)
        assert.ok(isStamp(next))
        assert.ok(last === undefined || next > last)
        last = next
      }
    }),
    { numRuns: 500 },
  )
})

test('a clock reads as whole milliseconds that an entry can hold, whatever it says', () => {
  fc.assert(
    fc.property(anyClock, now => {
      const wall = wallMs(now)
      assert.ok(Number.isSafeInteger(wall) && wall >= 0 && wall < 2 ** 48)
    }),
  )
  assert.equal(wallMs(Date.UTC(2026, 11, 5) + 0.7), Date.UTC(2026, 11, 5))
})

test('text order is time order', () => {
  fc.assert(
    fc.property(fc.nat(1e12), fc.nat(1e12), (a, b) =>
      assert.equal(nextStamp(undefined, a) < nextStamp(undefined, b), a < b),
    ),
  )
})

test('stamps of other boxes, however many, move our clock at most one hour beyond our wall clock', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CLOCKS),
      fc.array(fc.constantFrom(...CLOCKS, 5e12, 9e14), { maxLength: 30 }),
      (now, others) => {
        let own = nextStamp(undefined, now)
        for (const other of others) {
          const seen = nextStamp(undefined, Math.min(other, 9e13))
          own = nextStamp(witness(own, seen, now), now)
        }
        assert.ok(msOf(own) <= now + FURTHEST_AHEAD_MS + 1)
      },
    ),
  )
})

test('the next stamp follows each stamp that was read, within the hour; our own clock never goes back', () => {
  fc.assert(
    fc.property(
      fc.nat(1e12),
      fc.integer({ min: -1e9, max: FURTHEST_AHEAD_MS - 1 }),
      fc.nat(1e12),
      (now, ahead, before) => {
        const seen = nextStamp(undefined, now + ahead)
        const own = nextStamp(undefined, before)
        const held = witness(own, seen, now)
        assert.ok(held >= own)
        assert.ok(nextStamp(held, now) > seen)
      },
    ),
  )
  assert.equal(witness(undefined, nextStamp(undefined, 5), 0), nextStamp(undefined, 5))
})

test('a text of another form is no stamp', () => {
  for (const text of [
    '',
    '1',
    '001732453200000-000g',
    '001732453200000-00003',
    '001732453200000_0003',
    ' 001732453200000-0003',
    '001732453200000-0003\n',
    '001732453200000-000A',
  ])
    assert.equal(isStamp(text), false, text)
})
