import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { chanceFrom } from '../faults/chance.ts'
import { Broken } from './broken.ts'
import type { Came, Share } from './worlds.ts'

/** A thread that lives through its share of the worlds, with their chance given: salts and epochs too come from the seed. */
const { seeds, steps, rounds } = workerData as Share
let chance = chanceFrom(0)
const given = (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => chance.below(256)))
crypto.randomBytes = given as typeof crypto.randomBytes
syncBuiltinESMExports()
const { World } = await import('./world.ts')
const { hold } = await import('./laws.ts')

async function live(seed: number): Promise<Came> {
  chance = chanceFrom(seed + 1_000_000)
  const world = new World(seed)
  try {
    for (let n = 0; n < steps + (steps / 3) * world.names.length; n++) await world.step()
    world.setRight()
    const took = await world.settle(rounds)
    hold(world)
    return { seed, rounds: took }
  } catch (error) {
    return { seed, law: error instanceof Broken ? error.law : 'alive', said: (error as Error).stack ?? String(error) }
  } finally {
    for (const { log } of world.places) log.db.close()
  }
}
for (const seed of seeds) parentPort!.postMessage(await live(seed))
