import assert from 'node:assert/strict'
import { env } from 'node:process'
import { test } from 'node:test'
import { checkEntries, checkHeads } from '../../src/app/check-log.ts'
import { runsOf } from '../../src/exchange/vector.ts'
import { positions } from '../../src/log/log.ts'
import { stateOf } from '../wire/boxes.ts'
import { CANARY, heldText, type Place, World } from './world.ts'

/**
 * `SEEDS=2000 node --test tests/exchange/simulator.test.ts` for more; `SEED=17` for one. In memory: what real files and processes
 * do is in src/app/courier.test.ts and tests/faults.
 */
/** Seeds that once failed: 575, a list of contents that pointed past the end of the file. */
const FIXED = [575]
const SEEDS = env['SEED'] ? [Number(env['SEED'])] : [...FIXED, ...Array.from({ length: Number(env['SEEDS'] ?? 130) }, (_, n) => n + 1)]
const STEPS = 60
const MOST_ROUNDS = 5

/** What the boxes must agree on: what leaves, in this world. */
const leaving = ({ isSealing }: World, { log }: Place): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(stateOf(log)).filter(([key]) => / commons /.test(key) || (isSealing && / network /.test(key))))
const fingerprint = (world: World, place: Place): string => JSON.stringify(leaving(world, place))

async function settled(world: World): Promise<number> {
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    for (const [n, one] of world.places.entries()) for (const two of world.places.slice(n + 1)) await world.meet(one, two)
    if (new Set(world.faithful.map(place => fingerprint(world, place))).size === 1) return round
  }
  assert.deepEqual(leaving(world, world.faithful.at(-1)!), leaving(world, world.faithful[0]!))
  throw new Error('not all equal')
}

function nothingLost(world: World): void {
  const leaves = world.acked.filter(
    ({ feed, isLost }) => !isLost && (feed.endsWith('.commons') || (world.isSealing && feed.endsWith('.network'))),
  )
  const forgotten = new Set(world.forgotten.map(({ value }) => value))
  for (const { log } of world.faithful) {
    const held = heldText(log)
    for (const { value, feed, seq } of leaves)
      assert.ok(held.includes(value) || forgotten.has(value) || isForgottenByName(world, feed, seq), `${value} of ${feed} ${seq} is lost`)
  }
}
/** A request names a feed and a seq: where two branches stand there, it means both. */
const isForgottenByName = (world: World, feed: string, seq: number): boolean => {
  const values = new Set(world.forgotten.map(({ value }) => value))
  return world.acked.some(one => one.feed === feed && one.seq === seq && values.has(one.value))
}

function nothingBack(world: World): void {
  const gone = world.forgotten.filter(({ isLost }) => !isLost).map(({ value }) => value)
  for (const { log } of world.places) {
    const values = new Set(log.sql.all<{ value: string }>('SELECT value FROM flesh').map(({ value }) => value))
    for (const value of gone) assert.ok(!values.has(JSON.stringify(value)), `${value} came back`)
  }
}

function nothingPrivate(world: World): void {
  for (const { log } of world.places)
    for (const feed of positions(log).keys()) assert.ok(!feed.endsWith('.home') || feed.startsWith(log.box.name), feed)
  for (const { log } of world.places) for (const { feed } of runsOf(log, 'network')) assert.ok(!feed.includes(CANARY))
}

function allWhole(world: World): void {
  for (const { log } of world.places) {
    const hurts: unknown[] = []
    checkEntries(
      log,
      new Map(),
      hurt => hurts.push(hurt),
      () => undefined,
    )
    checkHeads(
      log,
      hurt => hurts.push(hurt),
      () => undefined,
    )
    assert.deepEqual(hurts, [])
  }
}

test(`${SEEDS.length} worlds of boxes that meet: in the end all equal, nothing acknowledged lost, nothing forgotten back, nothing private out`, async t => {
  const rounds = new Map<number, number>()
  for (const seed of SEEDS) {
    const world = new World(seed, 3)
    try {
      for (let n = 0; n < STEPS; n++) await world.step()
      const round = await settled(world)
      rounds.set(round, (rounds.get(round) ?? 0) + 1)
      nothingLost(world)
      nothingBack(world)
      nothingPrivate(world)
      allWhole(world)
    } catch (error) {
      throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error })
    }
    for (const { log } of world.places) log.db.close()
  }
  t.diagnostic(`rounds of meetings until all were equal: ${JSON.stringify(Object.fromEntries(rounds))}`)
})
