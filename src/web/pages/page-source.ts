import type { Boxes } from '../../contract/box/boxes.ts'
import type { Machine } from '../../contract/box/machine.ts'
import type { Brick } from '../../contract/brick.ts'
import type { Clock } from '../../contract/clock.ts'
import type { ReadConnection } from '../../engine/engine.ts'
import { readerFor } from '../../engine/published.ts'
import { typesOf } from '../../engine/shape.ts'
import { hotspotHere } from '../../files/box-answers.ts'
import { ownBox } from '../../log/log.ts'
import type { Statements } from '../../log/sqlite.ts'
import { alwaysWithCardRows, hasCardRows } from '../../projection/by-card.ts'
import { readerOn } from '../../projection/reader.ts'
import { PageMoment, PageStatements } from '../../projection/together.ts'
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
}>

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
  const moment = new PageMoment()
  const forPages = ({ db }: Statements): Statements => new PageStatements(db, moment)
  const log = { sql: forPages(reading.log) }
  const tables = forPages(reading.tables)
  const boxes = () => ({
    ...boxesSeen(log, ownBox(log)),
    ...(more.near ? { near: more.near } : {}),
  })
  const whole = wholeBricks(bricks)
  const reader = (sql: Statements) =>
    readerFor(whole, readerOn({ sql, types }, log, { boxes, machine: more.machine }))
  // Of a connection of its own, opened once there is something to read by card.
  let byCard: CardReading['read'] | undefined
  return {
    bricks: whole,
    types,
    read: reader(tables),
    within: work => moment.within(work),
    byCard: {
      get read() {
        byCard ??= reader(alwaysWithCardRows(forPages(reading.another()), types))
        return byCard
      },
      around: work => work(),
      has: () => hasCardRows(tables, types),
    },
    log,
    secret,
    now: clock.now,
    today: clock.today,
    sure: () => clock.sure,
    ...(clock.up ? { up: clock.up } : {}),
    ...(more.steady ? { steady: more.steady } : {}),
    ...(more.waitsBeside ? { waitsBeside: more.waitsBeside } : {}),
    ...(more.textOf ? { textOf: more.textOf } : {}),
    ...(more.communeNamed ? { communeNamed: more.communeNamed } : {}),
    hotspot: hotspotHere(),
    fingerprint: more.fingerprint,
  }
}
