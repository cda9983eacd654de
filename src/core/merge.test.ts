import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRemoved, keyOf, mergeWrites, outranks, type Write, type WriteName } from './merge.ts'
import { nextStamp } from './stamp.ts'

const name = (n: number): WriteName => ({
  feed: `f${n % 3}`,
  seq: Math.floor(n / 3) + 1,
  index: 0,
  hash8: `h${n}`,
})
/** A graph of writes: each names some of those before it, as a box can only name what exists. */
const graph: fc.Arbitrary<readonly Write<number>[]> = fc
  .array(
    fc.record({ ms: fc.nat(4), over: fc.array(fc.nat(30), { maxLength: 3 }), gone: fc.boolean() }),
    { maxLength: 14 },
  )
  .map(all =>
    all.map(({ ms, over, gone }, n) => ({
      name: name(n),
      stamp: nextStamp(undefined, ms),
      over: n === 0 ? [] : [...new Set(over.map(o => o % n))].map(name),
      value: gone && n % 3 === 0 ? undefined : n,
    })),
  )
const shuffled = <T>(all: readonly T[]) =>
  fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })
const plain = (merged: ReturnType<typeof mergeWrites<number>>) => JSON.stringify(merged)

test('law 4: order, grouping and repetition never change what a set of writes comes to', () => {
  fc.assert(
    fc.property(
      graph.chain(all =>
        fc.tuple(
          fc.constant(all),
          shuffled(all),
          fc.array(fc.nat(Math.max(0, all.length - 1)), { maxLength: 8 }),
        ),
      ),
      ([all, other, repeated]) => {
        const again = all.length === 0 ? [] : repeated.map(n => all[n]!)
        assert.equal(plain(mergeWrites([...other, ...again])), plain(mergeWrites(all)))
      },
    ),
    { numRuns: 500 },
  )
})

test('any set of writes has a head, and the shown write is one of the heads', () => {
  fc.assert(
    fc.property(
      graph.filter(all => all.length > 0),
      all => {
        const { shown, heads, conflict, waiting } = mergeWrites(all)
        assert.ok(heads.length > 0)
        assert.ok(shown === undefined || (heads.includes(shown) && shown.value !== undefined))
        assert.ok(
          conflict.every(
            head => heads.includes(head) && head !== shown && head.value !== undefined,
          ),
        )
        assert.equal(waiting.length, 0, 'nothing waits when every write is there')
        for (const head of heads)
          assert.ok(!all.some(write => write.over.some(over => keyOf(over) === keyOf(head.name))))
      },
    ),
    { numRuns: 300 },
  )
})

test('a write over another one wins, whatever their clocks say', () => {
  const old = { name: name(0), stamp: nextStamp(undefined, 9e12), over: [], value: 'of 2255' }
  const next = { name: name(1), stamp: nextStamp(undefined, 0), over: [old.name], value: 'of 1970' }
  const merged = mergeWrites<string>([old, next])
  assert.deepEqual(
    [merged.shown?.value, merged.heads.length, merged.conflict.length],
    ['of 1970', 1, 0],
  )
})

test('two concurrent writes are a conflict; a choice over both settles it', () => {
  const [a, b] = [0, 1].map(n => ({
    name: name(n),
    stamp: nextStamp(undefined, n),
    over: [] as WriteName[],
    value: n,
  }))
  const merged = mergeWrites([a!, b!])
  assert.deepEqual([merged.shown?.value, merged.conflict.map(head => head.value)], [1, [0]])
  const settled = mergeWrites([
    a!,
    b!,
    { name: name(2), stamp: nextStamp(undefined, 0), over: [a!.name, b!.name], value: 2 },
  ])
  assert.deepEqual([settled.shown?.value, settled.conflict], [2, []])
})

test('a head that replaces a missing write waits, is no conflict, and hides the other heads', () => {
  const [a, , c] = [0, 1, 2].map(n => ({
    name: name(n),
    stamp: nextStamp(undefined, n),
    over: n === 0 ? [] : [name(n - 1)],
    value: n as number | undefined,
  }))
  const merged = mergeWrites([a!, c!])
  assert.deepEqual(
    [merged.shown?.value, merged.conflict, merged.waiting.map(head => head.value)],
    [2, [], [2]],
  )
  assert.equal(mergeWrites([a!, { ...c!, value: undefined }]).shown, undefined)
})

test('law 10: forgetting any subset of any set of writes shows nothing that was not visible', () => {
  fc.assert(
    fc.property(
      graph,
      fc.infiniteStream(fc.boolean()),
      fc.infiniteStream(fc.boolean()),
      (all, come, gone) => {
        const held = all.filter(() => come.next().value)
        const less = held.map(write => (gone.next().value ? { ...write, value: undefined } : write))
        const seen = (merged: ReturnType<typeof mergeWrites<number>>) =>
          [...(merged.shown ? [merged.shown] : []), ...merged.conflict].map(write =>
            keyOf(write.name),
          )
        const was = new Set(seen(mergeWrites(held)))
        for (const key of seen(mergeWrites(less))) assert.ok(was.has(key))
      },
    ),
    { numRuns: 1_000 },
  )
})

test('outranks orders any two writes one way only', () => {
  const some = fc.record({
    feed: fc.constantFrom('a', 'b'),
    seq: fc.nat(2),
    index: fc.nat(1),
    hash8: fc.constantFrom('x', 'y'),
  })
  fc.assert(
    fc.property(some, some, fc.nat(2), fc.nat(2), (a, b, s, t) => {
      const [one, other] = [
        { name: a, stamp: nextStamp(undefined, s) },
        { name: b, stamp: nextStamp(undefined, t) },
      ]
      const same = one.stamp === other.stamp && keyOf(a) === keyOf(b)
      assert.equal(Number(outranks(one, other)) + Number(outranks(other, one)), same ? 0 : 1)
    }),
    // One pair in seventy differs by its feed alone: a hundred runs miss them one time in four.
    { numRuns: 3_000 },
  )
})

test('a removal that was forgotten still hides its record', () => {
  const removal = (value: unknown, n = 0) => ({
    name: name(n),
    stamp: nextStamp(undefined, n),
    over: [],
    value,
  })
  assert.equal(isRemoved(undefined), null)
  assert.equal(isRemoved(mergeWrites([removal(true)])), true)
  assert.equal(isRemoved(mergeWrites([removal(false)])), false)
  assert.equal(isRemoved(mergeWrites([removal(undefined)])), true)
  assert.equal(isRemoved(mergeWrites([removal(false), removal(undefined, 1)])), true)
})
