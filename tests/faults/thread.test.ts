import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { FADES_AFTER_MS } from '../../src/bricks/deals/model/fading.ts'
import type { Input } from '../../src/core/form/input.ts'
import { idFrom } from '../../src/core/id.ts'
import { machineClock } from '../../src/files/clock.ts'
import { openBox, placesIn } from '../../src/files/folder.ts'
import { copyDemo } from '../support/demo-folder.ts'
import { openEngine } from '../support/open-engine.ts'
import { runBatch } from '../support/turns.ts'
import { laterBy } from './later.ts'
import { filesLeft, filesWhere } from './on-disk.ts'
import { kill, type Serving, serving } from './serving.ts'

/**
 * What two people said to each other is on no byte of the folder once its time is over: log,
 * tables, their WALs, answers that are kept, the slip by which it was handed over.
 */
const CANARY = 'brimulastrok'
const DAY = 86_400_000
const root = mkdtempSync(join(tmpdir(), 'cocote-thread-'))
const folder = join(root, 'box')
/** A house without the thread has nothing to forget. */
const skip = bricks.some(brick => brick.name === 'deals') ? false : 'no thread in this house'
const newId = (): string => idFrom(Date.now(), randomBytes(10))
const [NINA, PAUL, OFFER, SLIPPED] = [newId(), newId(), newId(), newId()]
let server: Serving

/**
 * Nina and Paul talk; Nina leaves a word for Rosa, who has no screen. The box has not started yet,
 * on a machine that has been on for a year: that year is no time of the box.
 */
function talked(): void {
  const engine = openEngine(bricks, openBox(folder), placesIn(folder))
  const clock = { ...machineClock(Date.now), sure: true, up: () => 365 * DAY }
  const turn = (command: string, input: Input, me?: string): string => {
    const [brick = '', name = ''] = command.split('.')
    const who = me === undefined ? { by: 'keeper' as const } : { by: 'neighbour' as const, me }
    const asked = { brick, command: name, input, ...who, id: newId(), lang: 'fr' as const }
    const [answer] = runBatch(engine, [asked], clock)
    assert.ok(answer?.done, JSON.stringify(answer))
    return answer.next?.split('/').at(-1) ?? ''
  }
  const records = [
    { type: 'member', id: NINA, fields: { name: 'Nina', state: 'here' } },
    { type: 'member', id: PAUL, fields: { name: 'Paul', state: 'here' } },
    { type: 'offer', id: OFFER, fields: { title: 'un lit', who: 'Paul', author: PAUL } },
    { type: 'offer', id: SLIPPED, fields: { title: 'des plants', who: 'Rosa' } },
  ]
  turn('plain.bring', { records: JSON.stringify(records) })
  const id = turn('deals.interest', { annonce: OFFER, said: CANARY }, NINA)
  turn('deals.word', { id, said: `Oui, ${CANARY}` }, PAUL)
  turn('deals.proposeIn', { id, when: CANARY, where: CANARY }, NINA)
  turn('deals.end', { id }, PAUL)
  turn('deals.interest', { annonce: SLIPPED, said: CANARY }, NINA)
  engine.tables.db.close()
  engine.log.db.close()
}

const begin = async (): Promise<void> => {
  server = serving(folder)
  await server.ready
}
before(async () => {
  await copyDemo(folder)
  if (!skip) talked()
  await begin()
})
after(async () => {
  await kill(server)
  rmSync(root, { recursive: true, force: true })
})

const holds = (bytes: string): boolean => bytes.includes(CANARY)
async function comesBackAfter(ms: number): Promise<void> {
  await kill(server)
  laterBy(folder, ms)
  await begin()
}

test('a thread whose time is over is on no byte of the folder', { skip }, async () => {
  await comesBackAfter(FADES_AFTER_MS - 2 * DAY)
  assert.ok(filesWhere(folder, holds).length > 0, 'not yet, and the search can find it')
  await comesBackAfter(3 * DAY)
  assert.deepEqual(await filesLeft(folder, holds), [])
})
