import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openEngine } from '../../tests/support/open-engine.ts'
import { fixedBox, openMemory, recordId, write } from '../../tests/wire/boxes.ts'
import { bricks } from '../app/bricks.ts'
import { worksLoaded } from '../core/beforehand.ts'
import { fillEngine } from '../dev/fill.ts'
import { shapeOf } from '../engine/shape.ts'
import { shownFirst } from './changed-shape.ts'
import { openTables, showAll, type Tables } from './tables.ts'
import { secondThread, withTextsAhead } from './texts-ahead-client.ts'
import { textsAsked } from './texts-asked.ts'

const engine = openEngine(bricks, fixedBox(1))
fillEngine(engine, 300, '2026-12-05')
const shape = shapeOf(engine.bricks)
const usual = { ...secondThread }
afterEach(() => Object.assign(secondThread, usual))
const ENDING = new URL('../../tests/support/ending-texts-worker.ts', import.meta.url)
const MISSING = new URL('no-such-worker.ts', import.meta.url)
/** Node refuses a thread of such an address at once, as where the system gives no more threads. */
const REFUSED = new URL('https://example.org/worker.js')

/** Every row of every table, those of the search by their words. */
const rowsOf = ({ sql }: Tables): readonly string[] =>
  sql
    .all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .filter(({ name }) => !name.startsWith('search_') && name !== 'mark' && name !== 'position')
    .flatMap(({ name }) =>
      sql.all(`SELECT * FROM "${name}"`).map(row => `${name} ${JSON.stringify(row)}`),
    )

/** How many results another thread had made when they were asked for. */
async function counting(work: () => Promise<void>): Promise<number> {
  let found = 0
  const all = [...worksLoaded().values()].map(({ done }) => done)
  for (const done of all)
    done.get = text => {
      const held = Map.prototype.get.call(done, text) as readonly string[] | undefined
      if (held) found++
      return held
    }
  await work()
  for (const done of all) Reflect.deleteProperty(done, 'get')
  return found
}

/** Tables of all records of the box, shown as a rebuild shows them. `wait`: for the thread. */
async function shown(wait: boolean): Promise<Readonly<{ rows: readonly string[]; found: number }>> {
  const tables = openTables(':memory:', shape, openMemory())
  const found = await counting(async () => {
    let [left, at] = [wait ? 200 : 0, 0]
    for (const what of withTextsAhead(tables, engine.log, shownFirst(engine.log))) {
      while (left-- > 0 && isEmpty()) {
        await sleep(50)
        what.first?.()
      }
      if (wait && ++at % 25 === 0) await sleep(10)
      showAll(tables, engine.log, [what])
    }
  })
  const rows = rowsOf(tables)
  tables.db.close()
  return { rows, found }
}
const isEmpty = (): boolean => [...worksLoaded().values()].every(({ done }) => done.size === 0)

test('law 2: whatever becomes of a second thread, the tables hold the same rows', async () => {
  secondThread.processors = 1
  const alone = await shown(false)
  assert.equal(alone.found, 0, 'a single processor has no second thread')
  Object.assign(secondThread, { processors: 2, isRoomy: () => false, least: 100 })
  assert.equal((await shown(false)).found, 0, 'little memory has no second thread')
  Object.assign(secondThread, { isRoomy: () => true })
  const two = await shown(true)
  assert.ok(two.found > 100, `${two.found} results of the second thread`)
  assert.deepEqual(two.rows, alone.rows)
  const again = openTables(':memory:', shape, engine.log)
  assert.deepEqual(rowsOf(again), alone.rows, 'made again without waiting for the thread')
  again.db.close()
  secondThread.module = ENDING
  const ended = await shown(true)
  assert.ok(ended.found > 0 && ended.found <= 96, `${ended.found} results before it ended`)
  assert.deepEqual(ended.rows, alone.rows)
  secondThread.module = MISSING
  assert.deepEqual((await shown(false)).rows, alone.rows)
  secondThread.module = REFUSED
  assert.deepEqual((await shown(false)).rows, alone.rows)
  assert.ok(isEmpty(), 'no result stays in memory')
})

test('of a small log, and of texts too long, nothing is read ahead', () => {
  Object.assign(secondThread, { processors: 2, isRoomy: () => true })
  const tables = openTables(':memory:', shape, openMemory())
  const all = [...shownFirst(engine.log)]
  const isAsGiven = (): boolean =>
    [...withTextsAhead(tables, engine.log, all)].every((what, n) => what === all[n])
  secondThread.least = all.length + 1
  assert.ok(isAsGiven())
  secondThread.least = all.length
  assert.ok(!isAsGiven())
  secondThread.letters = 0
  assert.ok(isAsGiven(), 'nothing is read ahead of texts that are too long')
  tables.db.close()
})

test('what throws on a text beforehand asks for nothing, and stops nobody', () => {
  const log = openMemory()
  write(log, { type: 'offer', record: recordId(1), fields: { title: 'Une remorque' } })
  const throwing = {
    types: ['offer'],
    tables: [],
    apply: () => undefined,
    asked: () => {
      throw new SyntaxError('no list')
    },
  }
  const tables = openTables(':memory:', { ...shape, projections: [throwing] }, log)
  const [what] = shownFirst(log)
  assert.deepEqual(textsAsked(tables, what!, what!.first!()), [])
  tables.db.close()
})
