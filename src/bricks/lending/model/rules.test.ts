import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  clashes,
  freedom,
  inTurn,
  isFree,
  nextFree,
  type Pool,
  type Sharing,
  type Taken,
  whoseTurn,
} from './rules.ts'
import type { Span } from './span.ts'

/** Times are small whole numbers here, so that each instant can be looked at. */
const LAST = 40
const arbSpan = fc
  .tuple(fc.integer({ min: 0, max: LAST - 1 }), fc.integer({ min: 1, max: 8 }))
  .map(([from, length]): Span => ({ from, until: from + length }))
const arbTaken = (most: number): fc.Arbitrary<readonly Taken[]> =>
  fc
    .array(fc.tuple(arbSpan, fc.integer({ min: 1, max: 3 }), fc.boolean()), { maxLength: most })
    .map(all => all.map(([span, count, isOut], n) => ({ ...span, count, isOut, booking: `b${n}` })))
const arbPool = fc
  .record({
    takings: arbTaken(6),
    total: fc.integer({ min: 1, max: 4 }),
    wanted: fc.integer({ min: 1, max: 3 }),
  })
  .map((pool): Pool => pool)
const arbSharing = fc
  .record({ changeoverMs: fc.integer({ min: 0, max: 4 }), now: fc.integer({ min: 0, max: LAST }) })
  .map((sharing): Sharing => sharing)

/** Looked at instant by instant: at each, no more are promised than there are. */
function isFreeByEachInstant(span: Span, { takings, total, wanted }: Pool, sharing: Sharing) {
  const { changeoverMs, now } = sharing
  for (let at = span.from; at < span.until + changeoverMs; at++) {
    const held = takings.filter(one => {
      const isLate = one.isOut && one.until <= now
      return one.from <= at && (isLate || at < one.until + changeoverMs)
    })
    if (held.reduce((sum, one) => sum + one.count, wanted) > total) return false
  }
  return true
}

test('law: what is free at each instant is free, and nothing else is', () => {
  fc.assert(
    fc.property(
      arbSpan,
      fc.array(arbPool, { minLength: 1, maxLength: 3 }),
      arbSharing,
      (span, pools, sharing) => {
        const expected = pools.every(pool => isFreeByEachInstant(span, pool, sharing))
        assert.equal(freedom(span, pools, sharing).free, expected)
        assert.equal(isFree(span, pools, sharing), expected)
      },
    ),
    { numRuns: 2_000 },
  )
})

test('law: so much that is free stays free until the moment that is said, and no longer', () => {
  fc.assert(
    fc.property(arbSpan, arbPool, arbSharing, ({ from }, pool, sharing) => {
      const first = freedom({ from, until: from + 1 }, [pool], sharing)
      if (!first.free) return
      const { until } = first
      if (until === null) {
        assert.ok(freedom({ from, until: LAST * 3 }, [pool], sharing).free)
        return
      }
      assert.ok(until > from && freedom({ from, until }, [pool], sharing).free)
      assert.ok(!freedom({ from, until: until + 1 }, [pool], sharing).free)
    }),
    { numRuns: 2_000 },
  )
})

test('law: the next time is free, and no time before it is', () => {
  fc.assert(
    fc.property(arbSpan, arbPool, arbSharing, (span, pool, sharing) => {
      const length = span.until - span.from
      const at = (from: number): Span => ({ from, until: from + length })
      const next = nextFree(span, [pool], sharing, at)
      const last = next === null ? LAST * 2 : next.from
      for (let from = span.from; from < last; from++)
        assert.ok(!freedom(at(from), [pool], sharing).free, `free at ${from}`)
      if (next) assert.ok(freedom(next, [pool], sharing).free)
    }),
    { numRuns: 2_000 },
  )
})

test('what is kept closed is in the way as what is booked, and is said where it is enough', () => {
  fc.assert(
    fc.property(arbSpan, arbPool, arbSharing, (span, pool, sharing) => {
      const closed = pool.takings.map((one, n) => ({ ...one, isClosed: n % 2 === 0 }))
      const found = freedom(span, [{ ...pool, takings: closed }], sharing)
      assert.equal(found.free, freedom(span, [pool], sharing).free)
      if (found.free || pool.wanted > pool.total) return
      const alone = closed.filter(({ isClosed }) => isClosed)
      assert.equal(found.isClosed, !freedom(span, [{ ...pool, takings: alone }], sharing).free)
    }),
  )
})

test('law: a booking is never in its own way', () => {
  fc.assert(
    fc.property(arbSpan, arbPool, arbSharing, (span, pool, sharing) => {
      const own = { ...span, booking: 'mine', count: pool.wanted, isOut: true }
      const with_ = [{ ...pool, takings: [...pool.takings, own] }]
      const extended = { from: span.from, until: span.until + 2 }
      assert.equal(
        freedom(extended, with_, { ...sharing, but: ['mine'] }).free,
        freedom(extended, [pool], sharing).free,
      )
    }),
  )
})

test('law: bookings that were each free when they were given never clash', () => {
  fc.assert(
    fc.property(
      arbTaken(12),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      (asked, total, changeoverMs) => {
        const given: Taken[] = []
        for (const one of asked) {
          const taking = { ...one, isOut: false }
          const pool = { takings: given, total, wanted: one.count }
          if (freedom(one, [pool], { changeoverMs, now: 0 }).free) given.push(taking)
        }
        assert.deepEqual(clashes({ takings: given, total }, 0), [])
      },
    ),
    { numRuns: 1_000 },
  )
})

test('two that were both given are a clash of both', () => {
  const one = { from: 0, until: 4, booking: 'a', count: 1, isOut: false }
  const other = { ...one, from: 3, until: 6, booking: 'b' }
  const apart = { ...one, from: 6, until: 8, booking: 'c' }
  assert.deepEqual(clashes({ takings: [one, other, apart], total: 1 }, 0), [
    { booking: 'a', others: ['b'] },
    { booking: 'b', others: ['a'] },
  ])
  assert.deepEqual(clashes({ takings: [one, other, apart], total: 2 }, 0), [])
  assert.equal(clashes({ takings: [one, other, apart], total: 1 }, 5).length, 2)
  assert.deepEqual(clashes({ takings: [one, other, apart], total: 1 }, 6), [])
  assert.equal(clashes({ takings: [{ ...one, isOut: true }, other], total: 1 }, 6).length, 2)
})

test('who had it least is asked first, then who asked first; each has a day, then anybody', () => {
  const span = { from: 0, until: 4 }
  const waiting = [
    { ...span, request: 'often', askedAt: 1, had: 3 },
    { ...span, request: 'second', askedAt: 5, had: 0 },
    { ...span, request: 'first', askedAt: 2, had: 0 },
  ]
  assert.deepEqual(
    inTurn(waiting).map(({ request }) => request),
    ['first', 'second', 'often'],
  )
  const ends = (turn: number): number => 10 * (turn + 1)
  assert.deepEqual(
    [0, 9, 10, 29, 30].map(now => whoseTurn(waiting, now, ends)?.waiting.request),
    ['first', 'first', 'second', 'often', undefined],
  )
})
