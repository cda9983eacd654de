import { backupTaken } from '../backup/taken.ts'
import { Kept } from '../core/kept.ts'
import { openReading, type ReadConnection } from '../engine/engine.ts'
import { faultLine } from '../engine/fault-line.ts'
import { answerKept } from '../engine/kept-answers.ts'
import { startWriting, type WriterClient } from '../engine/writer-client.ts'
import { type MachineClock, machineClock, monotonicFrom } from '../files/clock.ts'
import { readFile } from '../files/files.ts'
import { placesIn } from '../files/folder.ts'
import { type Local, sessionsBegin, settleHeldCodes } from '../files/local.ts'
import { openLocalKept } from '../files/local-kept.ts'
import { ownBox } from '../log/log.ts'
import { isHurtFile } from '../log/sqlite.ts'
import { communeNames } from '../places/communes.ts'
import { boxesSeen } from '../sync/trust/seen.ts'
import { fingerprintOf } from '../web/certificate.ts'
import type { PageSource } from '../web/pages/kit.ts'
import { pageSourceOver } from '../web/pages/page-source.ts'
import { territoryShown } from '../web/pages/territory-shown.ts'
import { sheetWaits } from '../web/session/code-sheet.ts'
import { bricks } from './bricks.ts'
import type { Late, ServeOf, ToClose } from './serve.ts'

export type OpenBox = Readonly<{
  writing: WriterClient
  reading: ReadConnection
  local: Local
  /** Where a damaged `local.db` was put. */
  aside: string | undefined
  clock: MachineClock
  source: PageSource
  kept: Kept
  /** The page's name. */
  called: () => string
}>

/** Units   bytes of pages and pieces of pages that are kept in memory. */
export const MOST_KEPT = 8 * 1024 * 1024

/** The writer's thread, and what pages are read from. */
export async function openServed(
  of: ServeOf,
  opened: ToClose,
  late: Late,
  {
    onFault,
    onFailed,
    onHurt,
  }: Readonly<{
    onFault: NonNullable<ServeOf['onFault']>
    onFailed: (isHurt: boolean) => void
    onHurt: (error: unknown) => void
  }>,
): Promise<OpenBox> {
  const onDeath = (error: unknown) => {
    onFault('writer', faultLine(error))
    process.exit(70)
  }
  const kept = new Kept(MOST_KEPT)
  const writing = await startWriting({
    worker: new URL('./writer-worker.ts', import.meta.url),
    folder: of.data,
    onFault,
    onFailed,
    onForgot: () => late.saves?.forgot(),
    onTouched: keys => kept.touched(keys),
    onDeath,
    ...(of.sync ? { sync: of.sync } : {}),
    ...(of.onProgress ? { onProgress: of.onProgress } : {}),
    ...(of.onMoved ? { onMoved: of.onMoved } : {}),
  })
  opened.push(writing.close)
  const files = placesIn(of.data)
  const reading = openReading(files)
  opened.push(reading.close)
  const { local, aside } = openLocalKept(of.data)
  opened.push(() => local.db.close())
  // What a stop cut between a turn and its code: the log says which turns were done.
  settleHeldCodes(local, turn => answerKept({ log: { sql: reading.log } }, turn) !== undefined)
  const clock = machineClock(Date.now, { log: () => ({ sql: reading.log }) })
  const communes = communeNames(of.data)
  opened.push(communes.close)
  const source = pageSourceOver(
    bricks,
    reading,
    { secret: local.secret, clock },
    {
      near: () => late.near?.look() ?? { boxes: [], isLooking: false },
      machine: () => {
        const machine = late.machine?.look()
        if (machine) tellHurtLog(reading, onHurt)
        const taken = backupTaken(local)
        return (
          machine && {
            ...machine,
            ...(late.isLogHurt ? { isLogHurt: true } : {}),
            ...(taken === undefined ? {} : { taken }),
          }
        )
      },
      steady: monotonicFrom(sessionsBegin(local, clock.now(), clock.sure)),
      communeNamed: communes.named,
      textOf: ({ hash }) => readFile(of.data, 'home', hash)?.toString('utf8'),
      waitsBeside: whom => sheetWaits(local, whom),
      kept,
      fingerprint: () => late.certificate && fingerprintOf(late.certificate.cert),
    },
  )
  return {
    writing,
    reading,
    local,
    aside,
    clock,
    source,
    kept,
    called: () => territoryShown(source.bricks, source.read)?.name ?? '',
  }
}

/** Reads what the log says of other boxes, for the machine's page: most pages read none of it. */
function tellHurtLog({ log }: ReadConnection, onHurt: (error: unknown) => void): void {
  try {
    const boxes = boxesSeen({ sql: log }, ownBox({ sql: log }))
    void [boxes.others, boxes.requests()]
  } catch (error) {
    if (!isHurtFile(error)) throw error
    onHurt(error)
  }
}
