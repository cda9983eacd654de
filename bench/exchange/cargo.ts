import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bricks } from '../../src/app/bricks.ts'
import { bornAt, idFrom } from '../../src/core/id.ts'
import { proseText } from '../../src/core/prose.ts'
import { fillEngine } from '../../src/dev/fill.ts'
import { openEngine } from '../../src/engine/engine.ts'
import { inTransaction } from '../../src/engine/transaction.ts'
import type { Engine } from '../../src/engine/turn.ts'
import { openBox, openFolder, placesIn } from '../../src/files/folder.ts'
import { type Appending, append } from '../../src/log/append.ts'
import { newBox } from '../../src/log/box.ts'
import { everyRecord, row } from '../../src/log/log.ts'
import { proseUpdate } from '../../src/projection/prose-update.ts'
import { wholeBricks } from '../../src/web/records/brick.ts'

/**
 * The same records for everybody: those of `fill`, each with a word that no other has in what it is
 * called by.
 *
 * Shape   `fields` as the log holds them; `said`: the same as plain values, for the peers.
 */
export type Record = Readonly<{
  type: string
  id: string
  word: string
  fields: Readonly<{ [field: string]: unknown }>
  said: Readonly<{ [field: string]: unknown }>
}>

const SEED = 2_000
const DAY = '2026-12-05'
const TOGETHER = 500

/** The word by which the nth record is found. */
export const wordOf = (n: number): string => `numero${String(n).padStart(8, '0')}`

function seeds(): readonly Record[] {
  const engine = openEngine(wholeBricks(bricks), newBox())
  fillEngine(engine, SEED, DAY)
  const all = [...everyRecord(engine.log)].filter(
    ({ type, space }) => space === 'commons' && engine.types.get(type)?.path !== undefined,
  )
  const out = all.map(({ type, record, space }): Record => {
    const fields = Object.fromEntries(
      [...row(engine.log, type, record, space)].map(([name, merged]) => [
        name,
        merged.shown?.value,
      ]),
    )
    const said = Object.entries(fields).map(([name, value]) => {
      const update = proseUpdate(value)
      return [name, update ? proseText([update]) : value]
    })
    return {
      type,
      id: record,
      word: engine.types.get(type)!.title,
      fields,
      said: Object.fromEntries(said),
    }
  })
  engine.log.db.close()
  engine.tables.db.close()
  return out
}

/** So many records; the seeds' texts come again, each time in other records. */
export function* recordsOf(records: number): Generator<Record> {
  const known = seeds()
  for (let n = 1; n <= records; n++) {
    const { type, id, word: title, fields, said } = known[n % known.length]!
    const word = wordOf(n)
    const called = { [title]: `${said[title]} ${word}` }
    const own = idFrom(bornAt(id) + n, Buffer.from(String(n).padStart(10, '0')))
    yield { type, id: own, word, fields: { ...fields, ...called }, said: { ...said, ...called } }
  }
}

/** For the peers: a record a line. */
export function writeCargo(file: string, records: number): void {
  writeFileSync(
    file,
    [...recordsOf(records)]
      .map(({ type, id, word, said }) => `${JSON.stringify({ type, id, word, said })}\n`)
      .join(''),
  )
}

/** A box that gives: its log, and tables in which nothing is shown, since nobody reads there. */
export function givingBox(folder: string): Engine {
  openFolder(folder)
  return openEngine(wholeBricks(bricks), openBox(folder), {
    log: placesIn(folder).log,
    tables: join(folder, 'unread.db'),
  })
}

/** Fills it: each record in a turn of its own, as people write. */
export function writeBox(folder: string, records: number): void {
  mkdirSync(folder, { recursive: true })
  const engine = givingBox(folder)
  let page: Record[] = []
  for (const record of recordsOf(records)) {
    page.push(record)
    if (page.length < TOGETHER) continue
    writeInTurns(engine, page)
    page = []
  }
  writeInTurns(engine, page)
  engine.tables.db.close()
  engine.log.db.close()
}

/** An entry a record, all in one commit. */
export function writeInTurns(engine: Engine, all: readonly Record[]): void {
  inTransaction(engine, () => {
    for (const { type, id, fields } of all) {
      const over = Object.entries(fields).map(([name, value]) => [name, { value, over: [] }])
      const write: Appending = {
        type,
        record: id,
        space: 'commons',
        fields: Object.fromEntries(over),
      }
      append(engine.log, [write], { now: bornAt(id), sure: true, by: 'keeper' })
    }
  })
}
