import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as after } from 'node:timers/promises'
import { bricks } from '../../src/app/bricks.ts'
import { checkFolder } from '../../src/backup/check.ts'
import { tempFolder } from '../support/folders.ts'
import { at } from '../support/pass.ts'
import { chanceFrom, SEED } from './chance.ts'
import { meets, meetsOnceFree, open, type Place, places, run, shared, stop } from './meeting.ts'
import { acknowledges, bring, turnOf } from './turns.ts'
import { inspect } from './whole.ts'

/**
 * Servers that meet while people write, and are killed at any moment of it: two of them in the
 * short pass, since the simulator has many; then three, with a key that goes round between two of
 * them.
 */
const NAMES = at(['Sail', 'Boën'], ['Sail', 'Boën', 'Chalmazel'], ['Sail', 'Boën', 'Chalmazel'])
const KILLS = at(1, 10, 100)
const ENTRIES = at(8, 40, 40)
/** Once round, whoever begins, each has met who met each. */
const ROUNDS = at(1, 2, 2)
const KEY_EVERY = 4

test(
  `boxes killed ${KILLS} times while they meet hold the same in the end, and nothing ` +
    `acknowledged is lost (seed ${SEED})`,
  async t => {
    const chance = chanceFrom(SEED)
    const all = await places(NAMES, ENTRIES)
    // A server that outlives a failure would keep this file from ending.
    t.after(() => Promise.all(all.map(place => stop(place, 'SIGKILL'))))
    const key = join(tempFolder(), 'nouvelles.cocote')
    await Promise.all(all.map(open))
    const begun = performance.now()
    await meets(all[0]!, all[1]!.address)
    const whole = performance.now() - begun
    const acknowledged = new Map<Place, number[]>(all.map(place => [place, []]))
    const write = async (place: Place, n: number): Promise<void> => {
      const turn = turnOf(n, 1)
      if (acknowledges(await bring(place.address, place.cookie, turn), turn))
        acknowledged.get(place)!.push(n)
    }
    let [kills, turns] = [0, 0]
    for (let step = 0; kills < KILLS; step++) {
      const [asking, asked, third] = shuffled(all, chance.below)
      await Promise.all([write(asking!, ++turns), write(asked!, ++turns)])
      const met = meets(asking!, asked!.address)
      await Promise.race([met, after(chance.below(whole))])
      const drawn = [[asking!], [asked!], [asking!, asked!]][chance.below(3)]!
      const victims = drawn.slice(0, KILLS - kills)
      await Promise.all(victims.map(one => stop(one, 'SIGKILL')))
      kills += victims.length
      // While it is closed, somebody brings a key with what the third one has.
      if (third && step % KEY_EVERY === 0) {
        run('courier', 'pack', '--out', key, '--data', third.folder)
        run('courier', 'deliver', key, '--data', victims[0]!.folder)
      }
      await Promise.all(victims.map(open))
    }
    for (let round = 0; round < ROUNDS; round++)
      for (const [i, one] of all.entries())
        assert.equal((await meetsOnceFree(one, all[(i + 1) % all.length]!.address))?.status, 303)
    for (const place of all) await stop(place, 'SIGTERM')
    const [sail, ...others] = all.map(place => shared(place.folder))
    assert.ok(Object.values(sail!).flat().length >= NAMES.length * ENTRIES)
    for (const other of others) assert.deepEqual(other, sail)
    for (const place of all) {
      const held = inspect(place.folder)
      assert.deepEqual(
        held.faults.filter(fault => !/^half of turn/.test(fault)),
        [],
      )
      const own = acknowledged.get(place)!
      assert.deepEqual(
        own.filter(n => !held.turns.includes(n)),
        [],
      )
      assert.deepEqual((await checkFolder(place.folder, bricks)).hurts, [])
    }
    assert.ok(turns > KILLS / 2)
  },
)

function shuffled<T>(all: readonly T[], below: (n: number) => number): readonly T[] {
  const left = [...all]
  return all.map(() => left.splice(below(left.length), 1)[0]!)
}
