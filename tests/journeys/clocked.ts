import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { COCOTE, kill, type Serving, serveArgs, start } from '../faults/serving.ts'
import { copyDemo } from '../support/demo-folder.ts'
import { openBrowser } from './chromium.ts'
import { enter, PHONE } from './server.ts'

type Size = Readonly<{ width: number; height: number }>

/** A real box whose plug is pulled, and that wakes at another moment; browsers without scripts. */
export type ClockedBox = Readonly<{
  /** Pulls the plug. The box wakes when the clock on the wall says this: `2027-01-04T10:00`. */
  wakes: (moment: string) => Promise<void>
  visitor: (size?: Size) => Promise<Page>
  keeper: (size?: Size) => Promise<Page>
  end: () => Promise<void>
}>

/** The demonstration in a folder of its own, with the clock of the village at `moment`. */
export async function clockedBox(moment: string): Promise<ClockedBox> {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-heure-'))
  const { passphrase } = await copyDemo(folder)
  const browser = await openBrowser()
  let serving: Serving | undefined
  let baseURL = ''
  const wakes = async (at: string): Promise<void> => {
    if (serving) await kill(serving)
    serving = start(COCOTE, serveArgs(folder), {
      NODE_OPTIONS: `--import=${new URL('clock-shift.mjs', import.meta.url).href}`,
      COCOTE_CLOCK_AHEAD: String(momentIn(at) - Date.now()),
    })
    baseURL = await serving.ready
  }
  const visitor = async (viewport: Size = PHONE): Promise<Page> => {
    const opts = { baseURL, viewport, javaScriptEnabled: false, locale: 'fr-FR' }
    const context = await browser.newContext(opts)
    context.setDefaultTimeout(15_000)
    return context.newPage()
  }
  const keeper = async (size?: Size): Promise<Page> => {
    const page = await visitor(size)
    await enter(page, passphrase)
    return page
  }
  const end = async (): Promise<void> => {
    await browser.close()
    if (serving) await kill(serving)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await wakes(moment)
  } catch (error) {
    await end()
    throw error
  }
  return { wakes, visitor, keeper, end }
}

const momentIn = (at: string): number =>
  Temporal.PlainDateTime.from(at).toZonedDateTime('Europe/Paris').epochMilliseconds

/**
 * The next year, from now on, whose 1 May is a Saturday, as in 2027: its clocks change in the
 * nights after 27 March and 30 October.
 */
export function yearOfMay(): number {
  const today = Temporal.Now.plainDateISO()
  for (let year = today.year + 1; ; year++)
    if (Temporal.PlainDate.from({ year, month: 5, day: 1 }).dayOfWeek === 6) return year
}
