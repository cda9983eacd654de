import { existsSync, readFileSync } from 'node:fs'
import { get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { models } from '../../app/models.ts'
import { ownJson } from '../../core/narrow.ts'
import { closeEngine, openEngine } from '../../engine/engine.ts'
import { openBox, openFolder, placesIn, takeLock } from '../../files/folder.ts'
import { neededBox, readLog } from '../../files/open-box.ts'
import { NewerFormat } from '../../log/sqlite.ts'
import { errorReporter } from '../error-reporter.ts'

/**
 * Whether this version opens a folder, without changes: not when the log is missing or of a later
 * format.
 */
export function fits(folder: string): boolean {
  if (!existsSync(placesIn(folder).log)) return false
  try {
    readLog(folder, neededBox(folder)).db.close()
    return true
  } catch (error) {
    if (error instanceof NewerFormat) return false
    throw error
  }
}

/**
 * Opens and closes a folder as a start does, tables made again where needed, so that faults show
 * before the switch.
 */
export function makeReady(folder: string, progress: (done: number) => void): void {
  openFolder(folder)
  const unlock = takeLock(folder)
  try {
    const engine = openEngine(models, openBox(folder), placesIn(folder), {
      ...errorReporter(),
      progress,
    })
    closeEngine(engine)
  } finally {
    unlock()
  }
}

export type AnswerOf = Readonly<{ folder: string; version: string; waitMs: number; stayMs: number }>
/**
 * The result of a probe. `other`: another version answers. `again`: the page started again
 * meanwhile, as after a crash.
 */
export type VersionProbe = 'yes' | 'silent' | 'other' | 'again'

const EVERY_MS = 300
const PATIENCE_MS = 15_000

/**
 * Probes the page of this machine until the version answers, then a while more: it must stay the
 * same start, without a gap. Clock changes do not matter.
 */
export async function answers({
  folder,
  version,
  waitMs,
  stayMs,
}: AnswerOf): Promise<VersionProbe> {
  const begun = performance.now()
  let last: Health | undefined
  while (!(last?.version === version)) {
    if (performance.now() - begun > waitMs) return last === undefined ? 'silent' : 'other'
    await wait(EVERY_MS)
    last = await health(folder)
  }
  const { run } = last
  for (const since = performance.now(); performance.now() - since < stayMs; await wait(EVERY_MS)) {
    const now = await health(folder)
    if (now === undefined) return 'silent'
    if (now.version !== version || now.run !== run) return 'again'
  }
  return 'yes'
}

type Health = Readonly<{ version?: string; run?: string }>
/** Where the server said that it is asked, when it holds the folder. */
async function health(folder: string): Promise<Health | undefined> {
  try {
    return ownJson<Health>(
      await page(new URL('/sante', readFileSync(placesIn(folder).address, 'utf8'))),
    )
  } catch {
    return undefined
  }
}

function page(url: URL): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = get(
      url,
      { agent: false, signal: AbortSignal.timeout(PATIENCE_MS) },
      response => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', part => {
          text += part
        })
        response.on('error', reject)
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(text)
            : reject(new Error(String(response.statusCode))),
        )
      },
    )
    asking.on('error', reject)
  })
}
