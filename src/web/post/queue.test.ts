import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Busy, fairQueue, MACHINE, type QueuePlace } from './queue.ts'

/** What waits behind one that runs: who was served, in order, and who was sent away. */
async function served(
  places: readonly QueuePlace[],
): Promise<Readonly<{ order: readonly number[]; away: readonly number[] }>> {
  const check = fairQueue()
  const order: number[] = []
  const away: number[] = []
  let running = 0
  let end = (): void => undefined
  const first = check(MACHINE, () => new Promise<void>(resolve => void (end = resolve)))
  const all = places.map((place, i) =>
    check(place, async () => {
      assert.equal(++running, 1, 'one at a time')
      await Promise.resolve()
      order.push(i)
      running--
    }).catch(error => {
      assert.ok(error instanceof Busy)
      away.push(i)
    }),
  )
  end()
  await Promise.all([first, ...all])
  return { order, away }
}

const fresh = (neighbour: string): QueuePlace => ({ rank: 'fresh', neighbour })
const wrong = (neighbour: string): QueuePlace => ({ rank: 'wrong', neighbour })
const place = fc.oneof(
  fc.constant(MACHINE),
  fc.nat(300).map(n => fresh(String(n))),
  fc.nat(5).map(n => wrong(String(n))),
)

test(
  'law: everybody is served or refused; a fresh client never for one with wrong tries, ' +
    'a first never for a second',
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(place, { maxLength: 400 }), async places => {
        const { order, away } = await served(places)
        assert.deepEqual(
          [...order, ...away].sort((a, b) => a - b),
          [...places.keys()],
        )
        const nth = (i: number) =>
          places
            .slice(0, i)
            .filter(one => one.rank === places[i]!.rank && one.neighbour === places[i]!.neighbour)
            .length
        const ranks = order.map(i => ['machine', 'fresh', 'wrong'].indexOf(places[i]!.rank))
        assert.deepEqual(ranks, [...ranks].sort(), 'the machine, then the fresh, then the others')
        const firsts = places.flatMap((one, i) => (one.rank === 'fresh' && nth(i) === 0 ? [i] : []))
        for (const i of firsts.slice(0, 256))
          assert.ok(order.includes(i), `the first of neighbour ${places[i]!.neighbour}`)
      }),
      { numRuns: 60 },
    ),
)

test('a keeper at the machine, then one on the network, get in before a crowd that keeps trying', async () => {
  const crowd = Array.from({ length: 250 }, (_, i) => [
    fresh(String(i)),
    fresh(String(i)),
    fresh(String(i)),
    wrong(String(i)),
  ]).flat()
  const { order, away } = await served([...crowd, fresh('keeper'), MACHINE])
  assert.equal(order[0], crowd.length + 1)
  assert.ok(
    order.indexOf(crowd.length) <= 251,
    'no second try of the crowd comes before the keeper’s first',
  )
  assert.ok(away.length > 0 && !away.includes(crowd.length))
})

test('work that fails leaves the next its turn', async () => {
  const check = fairQueue()
  const failing = check(MACHINE, () => Promise.reject(new Error('no memory')))
  const after = check(MACHINE, () => Promise.resolve('served'))
  await assert.rejects(failing, /no memory/)
  assert.equal(await after, 'served')
})
