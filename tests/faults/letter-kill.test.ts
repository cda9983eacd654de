import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { checkFolder } from '../../src/backup/check.ts'
import { arrival } from '../../src/contract/records/own-records.ts'
import { idFrom } from '../../src/core/id.ts'
import { encryptLetters } from '../../src/engine/letters/outgoing.ts'
import { inOwnTransaction } from '../../src/engine/transaction.ts'
import { runBatch, type TurnAsked } from '../../src/engine/turn.ts'
import { machineClock } from '../../src/files/clock.ts'
import { openBox, openFolder, placesIn } from '../../src/files/folder.ts'
import { setPeerMark } from '../../src/sync/trust/marks.ts'
import { cocote } from '../support/command-line.ts'
import { lacking, tempFolder } from '../support/folders.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { openEngine } from '../support/open-engine.ts'
import { at } from '../support/pass.ts'
import { chanceFrom, SEED } from './chance.ts'
import { killedOnceGrown } from './growing.ts'

/**
 * Letters enough that opening them takes a while, and deliveries that are killed on the way, or
 * just after.
 */
const LETTERS = at(12, 40, 40)
const KILLS = at(1, 6, 30)
/** What opening and answering one letter writes. Unit: bytes. */
const WRITTEN = 8_000
const clock = machineClock()
const newId = (): string => idFrom(Date.now(), randomBytes(10))

async function inside<T>(folder: string, work: (engine: OpenEngine) => T | Promise<T>): Promise<T> {
  openFolder(folder)
  const engine = openEngine(bricks, openBox(folder), placesIn(folder))
  try {
    return await work(engine)
  } finally {
    engine.tables.db.close()
    engine.log.db.close()
  }
}
function turn(
  engine: OpenEngine,
  asked: Pick<TurnAsked, 'brick' | 'command' | 'input' | 'by'> & { me?: string },
): void {
  const [answer] = runBatch(engine, [{ ...asked, id: newId(), lang: 'fr' }], clock)
  assert.ok(answer?.done, JSON.stringify(answer))
}
const bring = (engine: OpenEngine, ...records: readonly object[]): void =>
  turn(engine, {
    brick: 'plain',
    command: 'bring',
    input: { records: JSON.stringify(records) },
    by: 'keeper',
  })
const isSkipped = lacking('offer', 'member', 'deal')
test(`letters that were delivered and killed over ${KILLS} times are done once each (seed ` +
  `${SEED})`, {
  skip: isSkipped,
}, async t => {
  const run = async (...args: readonly string[]): Promise<number> => (await cocote(t, ...args)).code
  const chance = chanceFrom(SEED)
  const [sail, boen] = [tempFolder(), tempFolder()]
  const [lucie, barnabe] = [newId(), newId()]
  const beds = Array.from({ length: LETTERS }, newId)
  const nameOf = (folder: string): string => openBox(folder).name
  for (const folder of [sail, boen]) openFolder(folder)
  await inside(boen, engine => {
    bring(engine, { type: 'member', id: barnabe, fields: { name: 'Barnabé' } })
    bring(
      engine,
      ...beds.map(id => ({
        type: 'offer',
        id,
        fields: { title: 'Un lit', who: 'Barnabé', reach: 'un mot', mode: 'give', author: barnabe },
      })),
    )
    inOwnTransaction(engine, () =>
      setPeerMark(engine.log, nameOf(sail), { paired: true, called: 'Sail' }),
    )
  })
  await inside(sail, engine => {
    bring(engine, { type: 'member', id: lucie, fields: { name: 'Lucie' } })
    inOwnTransaction(engine, () =>
      setPeerMark(engine.log, nameOf(boen), { paired: true, called: 'Boën' }),
    )
  })
  const [there, back] = [join(tempFolder(), 'la.cocote'), join(tempFolder(), 'retour.cocote')]
  assert.equal(await run('courier', 'pack', '--out', there, '--data', boen), 0)
  assert.equal(await run('courier', 'deliver', there, '--data', sail), 0)
  await inside(sail, async engine => {
    for (const annonce of beds)
      turn(engine, {
        brick: 'deals',
        command: 'propose',
        input: { annonce, what: 'le prendre', named: '1' },
        by: 'neighbour',
        me: lucie,
      })
    assert.equal(await encryptLetters(engine, clock), LETTERS)
  })
  assert.equal(await run('courier', 'pack', '--out', back, '--data', sail), 0)
  for (let n = 0; n < KILLS; n++) {
    await killedOnceGrown(
      ['courier', 'deliver', back],
      boen,
      chance.below((LETTERS * WRITTEN) / KILLS),
    )
    assert.deepEqual((await checkFolder(boen, bricks)).hurts, [])
  }
  assert.equal(await run('courier', 'deliver', back, '--data', boen), 0)
  await inside(boen, ({ read }) => {
    const deals = read.all(
      'SELECT state, guest, count(*) AS n FROM deal_home WHERE removed IS NOT 1 ' +
        'GROUP BY state, guest',
    )
    assert.deepEqual(
      deals.map(row => ({ ...row })),
      [{ state: 'proposed', guest: 'Lucie', n: LETTERS }],
    )
    assert.equal(read.count(arrival, { where: "state = 'done'" }, 'home'), LETTERS)
    assert.equal(
      read.all('SELECT 1 FROM letter_network WHERE sealed IS NOT NULL').length,
      LETTERS * 2,
      'each was answered once',
    )
  })
})
