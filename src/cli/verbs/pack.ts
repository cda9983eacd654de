import { accessSync, constants, statSync } from 'node:fs'
import { CommandError, UsageError, type VerbRun } from '../../contract/verb.ts'
import { neededBox, readLog } from '../../files/open-box.ts'
import type { Log } from '../../log/log.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { sinceFrom } from '../../sync/bundle/offered.ts'
import { packTo } from '../../sync/bundle/pack-to.ts'
import type { PeerHoldings } from '../../sync/bundle/vector.ts'
import { BundleFault } from '../../sync/intake/fault.ts'
import { BadArchive } from '../../zip/read.ts'
import { dataFrom } from '../data-folder.ts'
import { EXIT } from '../exit-codes.ts'
import { foundBox } from '../named-box.ts'
import { mayWrite, sayable } from '../out-file.ts'
import { startProgress } from '../progress.ts'
import { tell } from '../told.ts'
import { cliWords } from '../words.ts'

const w = cliWords(shellLang())

export const pack: VerbRun = async values => {
  const { out, since } = values
  if (typeof out !== 'string') throw new UsageError(w.courier.noOut)
  const folder = dataFrom(values)
  const box = neededBox(folder)
  if (typeof since === 'string') mayRead(since)
  mayWrite({ out, data: folder, read: [since] })
  const log = readLog(folder, box)
  const progress = startProgress(w.courier.packing)
  try {
    const to = typeof values['for'] === 'string' ? foundBox(log, values['for']) : undefined
    const known = typeof since === 'string' ? await heldBy(since, log) : undefined
    const packing = { folder, log, file: out, now: Date.now(), to, since: known }
    const made = packTo({ ...packing, progress: progress.at })
    const { entries, bytes } = await made.catch(error => {
      throw sayable(error, out)
    })
    progress.end()
    tell(values, { file: out, for: to ?? null, entries, bytes }, () =>
      w.courier.packed(out, entries, w.bytes(bytes)),
    )
    return EXIT.done
  } finally {
    progress.end()
    log.db.close()
  }
}

/**
 * Reads the state of the other box from its file.
 *
 * Errors  CommandError.
 */
async function heldBy(file: string, log: Log): Promise<PeerHoldings> {
  const held = await sinceFrom(file, log).catch(error => {
    if (!(error instanceof SyntaxError)) throw bundleSaid(error)
    return undefined
  })
  if (!held) throw new CommandError(w.courier.badSince(file))
  return held
}

/** Errors  CommandError. */
export function mayRead(file: string): void {
  try {
    accessSync(file, constants.R_OK)
    if (statSync(file).isFile()) return
  } catch {
    // Said below, whatever keeps it from being read.
  }
  throw new CommandError(w.noFile(file))
}

/** A bundle's fault, as the sentence that its person reads. */
export function bundleSaid(error: unknown): unknown {
  if (error instanceof BundleFault) return new CommandError(w.courier.fault[error.code])
  if (error instanceof BadArchive)
    return new CommandError(error.code === 'cut' ? w.courier.cut : w.courier.fault.notBundle)
  return error
}
