import { accessSync, constants, statSync } from 'node:fs'
import { models } from '../app/models.ts'
import { Misused, Undone, type Verb } from '../contract/verb.ts'
import { openHouse } from '../engine/house.ts'
import { machineClock } from '../files/clock.ts'
import { openBox, openFolder, placesIn, takeLock } from '../files/folder.ts'
import { neededBox, readLog } from '../files/open-box.ts'
import { shellLang } from '../machine/shell-lang.ts'
import { BadArchive } from '../sync/bundle/unzip.ts'
import { heldIn, NOTHING } from '../sync/bundle/vector.ts'
import type { Delivered } from '../sync/intake/delivered.ts'
import { BundleFault } from '../sync/intake/fault.ts'
import { heardFrom } from '../sync/session/heard.ts'
import { calledOf, foundBox } from './box-verb.ts'
import { plainly, stumbling } from './command-error.ts'
import { dataFrom } from './data-folder.ts'
import { mayWrite, sayable } from './out-file.ts'
import { type Progress, startProgress } from './progress.ts'
import { cliWords } from './words.ts'

const w = cliWords(shellLang())
type Values = Parameters<Verb['run']>[0]

export const courierVerb: Verb = {
  name: 'courier',
  usage:
    'pack --out FILE [--for BOX] [--since FILE] | deliver FILE [--yes] [--receipt FILE] [--json] | meet ADDRESS [--for BOX] [--yes] [--json]',
  about: w.help.courier,
  options: {
    out: { type: 'string' },
    for: { type: 'string' },
    since: { type: 'string' },
    receipt: { type: 'string' },
    yes: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: plainly(async (values, [what, ...rest]) => {
    try {
      if (what === 'pack' && rest.length === 0) return await pack(values)
      if (what === 'deliver' && rest.length === 1) return await deliver(values, rest[0]!)
      if (what === 'meet' && rest.length === 1) return await meetWith(values, rest[0]!)
    } catch (error) {
      throw said(error)
    }
    throw new Misused(w.courier.which)
  }),
}

function said(error: unknown): unknown {
  if (error instanceof BundleFault) return new Undone(w.courier.fault[error.code])
  if (error instanceof BadArchive)
    return new Undone(error.code === 'cut' ? w.courier.cut : w.courier.fault.notBundle)
  return error
}

async function pack(values: Values): Promise<number> {
  const { out, since } = values
  if (typeof out !== 'string') throw new Misused(w.courier.noOut)
  const folder = dataFrom(values)
  const box = neededBox(folder)
  if (typeof since === 'string') mayRead(since)
  mayWrite({ out, data: folder, read: [since] })
  const log = readLog(folder, box)
  const { packTo } = await import('../sync/bundle/pack-to.ts')
  const { sinceFrom } = await import('../sync/bundle/offered.ts')
  const progress = startProgress(w.courier.packing)
  try {
    const to = typeof values['for'] === 'string' ? foundBox(log, values['for']) : undefined
    const known = typeof since === 'string' ? await sinceFrom(since, log).catch(notJson) : undefined
    if (typeof since === 'string' && !known) throw new Undone(w.courier.badSince(since))
    const { entries, bytes } = await packTo({
      folder,
      log,
      file: out,
      now: Date.now(),
      to,
      since: known,
      progress: progress.at,
    }).catch(error => {
      throw sayable(error, out)
    })
    progress.end()
    if (values['json'] === true)
      console.log(JSON.stringify({ file: out, for: to ?? null, entries, bytes }))
    else console.log(w.courier.packed(out, entries, w.bytes(bytes)))
    return 0
  } finally {
    log.db.close()
  }
}
function notJson(error: unknown): undefined {
  if (!(error instanceof SyntaxError)) throw error
}

async function meetWith(values: Values, address: string): Promise<number> {
  const { meetFrom } = await import('./meet-verb.ts')
  const named = typeof values['for'] === 'string' ? values['for'] : undefined
  return meetFrom(dataFrom(values), address, named, {
    yes: values['yes'] === true,
    json: values['json'] === true,
  })
}

async function deliver(values: Values, file: string): Promise<number> {
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

/** Errors  Undone. */
function mayRead(file: string): void {
  try {
    accessSync(file, constants.R_OK)
    if (statSync(file).isFile()) return
  } catch {
    // Said below, whatever keeps it from being read.
  }
  throw new Undone(w.noFile(file))
}

async function delivering(values: Values, folder: string, file: string): Promise<number> {
  const { deliverFrom } = await import('../engine/delivery.ts')
  const stumbled = stumbling()
  const house = openHouse(models, openBox(folder), placesIn(folder), stumbled)
  let bar: Progress | undefined
  try {
    const clock = machineClock()
    const done = await deliverFrom(house, folder, file, {
      now: clock.now,
      sure: clock.sure,
      yes: values['yes'] === true,
      progress: (at, total) => {
        bar ??= startProgress(w.courier.delivering, total)
        bar.at(at)
      },
    })
    bar?.end()
    const { log } = house
    const receipt = values['receipt']
    if (typeof receipt === 'string') {
      const since = heldIn(log)
      const { packTo } = await import('../sync/bundle/pack-to.ts')
      await packTo({ folder, log, file: receipt, now: clock.now(), to: done.from, since }).catch(
        error => {
          throw sayable(error, receipt)
        },
      )
    }
    console.log(
      values['json'] === true
        ? JSON.stringify(done)
        : listing(done, name => calledOf(log, name), heardFrom(log, done.from) !== NOTHING),
    )
    return isWhole(done) ? 0 : 1
  } catch (error) {
    throw stumbled.orElse(error)
  } finally {
    house.tables.db.close()
    house.log.db.close()
  }
}

/** All that may come in came in: what is set aside waits for the keeper, and is no fault. */
const isWhole = ({ stopped, isFull, faults }: Delivered): boolean =>
  faults.length === 0 && stopped.length === 0 && !isFull

/** `hasSpoken`: what its box says that it holds is kept here. */
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
