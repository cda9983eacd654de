import { models } from '../../app/models.ts'
import type { VerbRun, VerbValues } from '../../contract/verb.ts'
import { deliverFrom } from '../../engine/delivery.ts'
import { closeEngine, openEngine } from '../../engine/engine.ts'
import { machineClock } from '../../files/clock.ts'
import { openBox, openFolder, placesIn, takeLock } from '../../files/folder.ts'
import { neededBox } from '../../files/open-box.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { packTo } from '../../sync/bundle/pack-to.ts'
import { NOTHING, ownVectors } from '../../sync/bundle/vector.ts'
import type { Delivered } from '../../sync/intake/delivered.ts'
import { lastStateOf } from '../../sync/session/heard.ts'
import { dataFrom } from '../data-folder.ts'
import { errorReporter } from '../error-reporter.ts'
import { EXIT } from '../exit-codes.ts'
import { calledOf } from '../named-box.ts'
import { mayWrite, sayable } from '../out-file.ts'
import { barOf } from '../progress.ts'
import { tell } from '../told.ts'
import { cliWords } from '../words.ts'
import { bundleSaid, mayRead } from './pack.ts'

const w = cliWords(shellLang())

export const deliver: VerbRun = async (values, [file = '']) => {
  mayRead(file)
  const folder = dataFrom(values)
  neededBox(folder)
  const receipt = values['receipt']
  if (typeof receipt === 'string') mayWrite({ out: receipt, data: folder, read: [file] })
  openFolder(folder)
  const unlock = takeLock(folder)
  try {
    return await delivering(values, folder, file)
  } finally {
    unlock()
  }
}

async function delivering(values: VerbValues, folder: string, file: string): Promise<number> {
  const reporter = errorReporter()
  const engine = openEngine(models, openBox(folder), placesIn(folder), reporter)
  const bar = barOf(w.courier.delivering)
  try {
    const clock = machineClock()
    const done = await deliverFrom(engine, folder, file, {
      now: clock.now,
      sure: clock.sure,
      yes: values['yes'] === true,
      progress: bar.at,
    })
    const { log } = engine
    const receipt = values['receipt']
    if (typeof receipt === 'string')
      await writeReceipt({ folder, log, file: receipt, now: clock.now(), to: done.from })
    tell(values, done, () =>
      listing(done, name => calledOf(log, name), lastStateOf(log, done.from) !== NOTHING),
    )
    return isWhole(done) ? EXIT.done : EXIT.failed
  } catch (error) {
    throw bundleSaid(reporter.orElse(error))
  } finally {
    bar.end()
    closeEngine(engine)
  }
}

type Receipt = Omit<Parameters<typeof packTo>[0], 'since'>
async function writeReceipt(of: Receipt): Promise<void> {
  await packTo({ ...of, since: ownVectors(of.log) }).catch(error => {
    throw sayable(error, of.file)
  })
}

/**
 * Whether all acceptable entries were taken. Entries set aside wait for the keeper, and are no
 * fault.
 */
const isWhole = ({ stopped, isFull, faults }: Delivered): boolean =>
  faults.length === 0 && stopped.length === 0 && !isFull

/** The lines about a delivery. `hasSpoken`: the box’s state is stored here. */
function listing(
  { faults, isSealed, from, ...report }: Delivered,
  called: (name: string) => string,
  hasSpoken: boolean,
): string {
  const nothingNew = report.total === 0 && hasSpoken ? w.courier.receipt : w.courier.nothingNew
  const aside = report.aside.map(
    ({ box, why, entries }) =>
      `- ${w.courier.aside[why](box === '' ? w.courier.several : called(box), entries)}`,
  )
  return [
    report.taken > 0 ? w.courier.delivered(called(from), report.taken) : nothingNew(called(from)),
    ...aside,
    ...(faults.length > 0 ? [`- ${w.courier.hurtPages(faults.length)}`] : []),
    ...(report.stopped.length > 0 ? [`- ${w.courier.stopped(report.stopped.length)}`] : []),
    ...(report.forked.length > 0 ? [`- ${w.courier.forked}`] : []),
    ...(report.isFull ? [`- ${w.courier.tooMuch}`] : []),
    ...(isSealed ? [`- ${w.courier.sealed}`] : []),
  ].join('\n')
}
