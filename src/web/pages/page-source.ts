import type { Boxes } from '../../contract/box/boxes.ts'
import type { Machine } from '../../contract/box/machine.ts'
import type { Brick } from '../../contract/brick.ts'
import type { Clock } from '../../contract/clock.ts'
import { MINUTE, NEVER, note } from '../../core/tracking.ts'
import type { ReadConnection } from '../../engine/engine.ts'
import { readerFor } from '../../engine/published.ts'
import { typesOf } from '../../engine/shape.ts'
import { hotspotHere } from '../../files/box-answers.ts'
import { ownBox } from '../../log/log.ts'
import { inOneRead, type Statements } from '../../log/sqlite.ts'
import { TrackedStatements } from '../../log/tracked-statements.ts'
import { alwaysWithCardRows, hasCardRows } from '../../projection/by-card.ts'
import { readerOn } from '../../projection/reader.ts'
import { boxesSeen } from '../../sync/trust/seen.ts'
import { wholeBricks } from '../records/brick.ts'
import type { CardReading } from './card-reading.ts'
import type { PageSource } from './kit.ts'

/**
 * The sources of a serving box beside its tables: boxes near, its machine, a monotonic clock, the
 * names of communes.
 */
export type Beside = Readonly<{
  near?: Boxes['near']
  machine?: () => Machine | undefined
  steady?: () => number
  communeNamed?: PageSource['communeNamed']
  fingerprint?: PageSource['fingerprint']
  waitsBeside?: PageSource['waitsBeside']
  textOf?: PageSource['textOf']
  kept?: PageSource['kept']
}>

/** The same function; who tracks what they read has read this key too. */
const noting =
  <A extends readonly unknown[], T>(key: string, of: (...asked: A) => T) =>
  (...asked: A): T => {
    note(key)
    return of(...asked)
  }

/**
 * The side that answers pages, over what was opened to read: a box that serves, or a copy of its
 * commons.
 */
export function pageSourceOver(
  bricks: readonly Brick[],
  reading: ReadConnection,
  { secret, clock }: Readonly<{ secret: PageSource['secret']; clock: Clock }>,
  more: Beside = {},
): PageSource {
  const types = typesOf(bricks)
  const forPages = (file: string, { db }: Statements): Statements => new TrackedStatements(file, db)
  const log = { sql: forPages('log', reading.log) }
  const tables = forPages('tables', reading.tables)
  const near = more.near && noting(NEVER, more.near)
  const boxes = () => boxesSeen(log, ownBox(log), near)
  const machine = noting(NEVER, more.machine ?? (() => undefined))
  const whole = wholeBricks(bricks)
  const reader = (sql: Statements) =>
    readerFor(whole, readerOn({ sql, types }, log, { boxes, machine, kept: more.kept }))
  // Of a connection of its own, opened once there is something to read by card.
  let byCard: CardReading['read'] | undefined
  const opened = [tables, log.sql]
  return {
    bricks: whole,
    types,
    read: reader(tables),
    within: work => inOneRead(opened, work),
    byCard: {
      get read() {
        if (byCard) return byCard
        const cards = alwaysWithCardRows(forPages('tables', reading.another()), types)
        opened.push(cards)
        byCard = reader(cards)
        return byCard
      },
      around: work => work(),
      has: () => hasCardRows(tables, types),
    },
    log,
    secret,
    kept: more.kept,
    now: noting(MINUTE, clock.now),
    today: clock.today,
    sure: noting(MINUTE, () => clock.sure),
    ...(clock.up ? { up: noting(MINUTE, clock.up) } : {}),
    ...(more.steady ? { steady: noting(NEVER, more.steady) } : {}),
    ...(more.waitsBeside ? { waitsBeside: noting(NEVER, more.waitsBeside) } : {}),
    ...(more.textOf ? { textOf: noting(NEVER, more.textOf) } : {}),
    ...(more.communeNamed ? { communeNamed: more.communeNamed } : {}),
    hotspot: hotspotHere(),
    fingerprint: more.fingerprint,
  }
}
