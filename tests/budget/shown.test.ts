import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { fillEngine } from '../../src/dev/fill.ts'
import { shapeOf } from '../../src/engine/shape.ts'
import { inOwnTransaction } from '../../src/engine/transaction.ts'
import { placesIn } from '../../src/files/folder.ts'
import { append } from '../../src/log/append.ts'
import { ingest } from '../../src/log/ingest.ts'
import { everyRecord, type Log, row, type Touched } from '../../src/log/log.ts'
import { openTables, showAll, type Tables } from '../../src/projection/tables.ts'
import { openEngine } from '../support/open-engine.ts'
import { everything, fixedBox, openMemory } from '../wire/boxes.ts'
import { close, DAY, type Held, makeBox, NOON, openCounted, turn } from './box.ts'
import { drawFrom } from './chance.ts'
import { Count, counted } from './count.ts'
import { walOf } from './wal.ts'

/** What it costs to show a record that comes, or that is made again; and a turn in a larger box. */

const RECORDS = 400
type Asked = Readonly<{ statements: number; steps: number }>
const each = ({ statements, steps }: Count, records: number): Asked => ({
  statements: Math.ceil(statements / records),
  steps: Math.ceil(steps / records),
})
const within = (asked: Asked, most: Asked): boolean =>
  asked.statements <= most.statements && asked.steps <= most.steps

/** A box that wrote each record in a turn of its own, as people do. */
function wroteOneByOne(): Log {
  drawFrom(6)
  const filled = openEngine(bricks, fixedBox(1))
  fillEngine(filled, RECORDS, DAY)
  const log = openMemory(fixedBox(2))
  log.db.exec('BEGIN')
  for (const { type, record, space } of everyRecord(filled.log)) {
    const held = [...row(filled.log, type, record, space)]
    const fields = held.map(([name, { shown }]) => [name, { value: shown?.value, over: [] }])
    const write = { type, record, space, fields: Object.fromEntries(fields) }
    append(log, [write], { now: NOON, sure: true, by: 'keeper' })
  }
  log.db.exec('COMMIT')
  close(filled)
  return log
}
const giving = wroteOneByOne()
const records = [...everyRecord(giving)].length
after(() => giving.db.close())

const DELIVERED = { statements: 30, steps: 900 }
function delivered(shown: (touched: readonly Touched[]) => readonly Touched[]): Asked {
  const box: Held = makeBox()
  const count = new Count()
  const engine = openCounted(box.folder, count)
  try {
    count.clear()
    for (const feed of everything(giving))
      inOwnTransaction(engine, () => {
        const touched = feed.flatMap(signed => ingest(engine.log, signed))
        showAll(engine.tables, engine.log, shown(touched))
      })
    return each(count, records)
  } finally {
    close(engine)
    box.end()
  }
}

test('a record that comes is shown from memory, in few statements', () => {
  const asked = delivered(touched => touched)
  assert.ok(within(asked, DELIVERED), JSON.stringify(asked))
})
test('planted: a record that is read back from the log asks more', () => {
  const asked = delivered(touched => touched.map(({ first: _, ...what }) => what))
  assert.ok(!within(asked, DELIVERED), JSON.stringify(asked))
})

const REBUILT = { statements: 19, steps: 570 }
const SHAPE = shapeOf(bricks)
function rebuilt(make: () => Tables): Asked {
  const { prepare } = DatabaseSync.prototype
  const count = new Count()
  DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string) {
    const plain = { prepare: (text: string) => prepare.call(this, text) } as DatabaseSync
    return counted(plain, count).prepare(sql)
  }
  try {
    make().db.close()
  } finally {
    DatabaseSync.prototype.prepare = prepare
  }
  return each(count, records)
}
test('a record that is made again asks few statements', () => {
  const asked = rebuilt(() => openTables(':memory:', SHAPE, giving))
  assert.ok(within(asked, REBUILT), JSON.stringify(asked))
})
test('planted: records that are made again as if they stood already ask more', () => {
  const empty = openMemory(fixedBox(3))
  const asked = rebuilt(() => {
    const tables = openTables(':memory:', SHAPE, empty)
    showAll(tables, giving, [...everyRecord(giving)])
    return tables
  })
  empty.db.close()
  assert.ok(!within(asked, REBUILT), JSON.stringify(asked))
})

const NOTICE = {
  title: 'Anaïs propose des palettes',
  who: 'Anaïs',
  reach: 'au local le mercredi après-midi',
  detail: 'Elles sont sous l’auvent, derrière la salle, et il y en a de deux tailles.',
  mode: 'give',
  where: 'derrière la salle des fêtes',
}
const TURNS = 24
const boxes = [400, 1_600].map(makeBox)
after(() => {
  for (const { end } of boxes) end()
})
/** What a turn of a keeper writes and asks, on average. */
function ofTurn({ folder }: Held, planted: string): Readonly<{ bytes: number; steps: number }> {
  const count = new Count()
  const engine = openCounted(folder, count)
  const { log, tables } = placesIn(folder)
  engine.tables.db.exec(planted)
  for (const { db } of [engine.log, engine.tables]) {
    db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
    db.exec('PRAGMA wal_autocheckpoint = 0')
  }
  drawFrom(7)
  count.clear()
  for (let n = 0; n < TURNS; n++)
    turn(engine, {
      ...{ by: 'keeper', typed: true, brick: 'offers', command: 'offer' },
      input: { ...NOTICE, title: `${NOTICE.title} (${n})` },
    })
  const steps = count.steps / TURNS
  const bytes = walOf(log, engine.log.db).bytes + walOf(tables, engine.tables.db).bytes
  engine.tables.db.exec('DROP TRIGGER IF EXISTS planted')
  close(engine)
  return { bytes: bytes / TURNS, steps }
}
const grown = (planted: string): Readonly<{ bytes: number; steps: number }> => {
  const [small, large] = boxes.map(box => ofTurn(box, planted))
  return { bytes: large!.bytes / small!.bytes, steps: large!.steps / small!.steps }
}
const MOST_GROWN = 1.2

test('a turn writes and asks the same among four times as many records', () => {
  const { bytes, steps } = grown('')
  assert.ok(bytes <= MOST_GROWN && steps <= MOST_GROWN, `${bytes} ${steps}`)
})
test('planted: a turn that writes every record grows with them', () => {
  const { bytes, steps } = grown(
    'CREATE TRIGGER planted AFTER INSERT ON doc BEGIN UPDATE doc SET title = title; END',
  )
  assert.ok(bytes > MOST_GROWN && steps > MOST_GROWN, `${bytes} ${steps}`)
})
