import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { chanceFrom } from '../faults/chance.ts'
import { Broken } from './broken.ts'
import type { Came, Share } from './worlds.ts'

/**
 * A thread that lives through its share of the worlds, with their chance given: salts and epochs
 * too come from the seed.
 */
const { seeds, steps, rounds } = workerData as Share
let chance = chanceFrom(0)
const given = (size: number): Buffer =>
  Buffer.from(Array.from({ length: size }, () => chance.below(256)))
crypto.randomBytes = given as typeof crypto.randomBytes

/**
 * A signature is looked at once a world, by however many boxes: the answer is a function of key,
 * bytes and signature.
 */
type Verify = (
  algorithm: null,
  bytes: Uint8Array,
  key: crypto.KeyObject,
  signature: Uint8Array,
  later?: unknown,
) => boolean
const verify = crypto.verify as Verify
const looked = new Map<string, boolean>()
const names = new WeakMap<crypto.KeyObject, number>()
let keys = 0
function nameOf(key: crypto.KeyObject): number {
  const name = names.get(key) ?? ++keys
  names.set(key, name)
  return name
}
const text = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
const once: Verify = (algorithm, bytes, key, signature, later) => {
  if (later !== undefined) return verify(algorithm, bytes, key, signature, later)
  const asked = `${nameOf(key)} ${text(signature)} ${text(bytes)}`
  const known = looked.get(asked) ?? verify(algorithm, bytes, key, signature)
  looked.set(asked, known)
  return known
}
crypto.verify = once as typeof crypto.verify
syncBuiltinESMExports()
const { World } = await import('./world.ts')
const { hold } = await import('./laws.ts')

async function live(seed: number): Promise<Came> {
  chance = chanceFrom(seed + 1_000_000)
  looked.clear()
  const world = new World(seed)
  try {
    for (let n = 0; n < steps + (steps / 3) * world.names.length; n++) await world.step()
    world.setRight()
    const took = await world.settle(rounds)
    hold(world)
    return { seed, rounds: took }
  } catch (error) {
    return {
      seed,
      law: error instanceof Broken ? error.law : 'alive',
      said: (error as Error).stack ?? String(error),
    }
  } finally {
    for (const { log } of world.places) log.db.close()
  }
}
for (const seed of seeds) parentPort!.postMessage(await live(seed))
