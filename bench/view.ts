import type { Browser, CDPSession } from 'playwright-core'
import { chromiumPath, openBrowser } from '../tests/journeys/chromium.ts'
import { type Bench, withServed } from './boxes.ts'
import { inTurns } from './rounds.ts'
import { head, type Line, missing } from './table.ts'

/**
 * A phone at the edge of the village: 390 px, a processor four times slower, 400 kbit/s, 400 ms.
 */
const VIEWPORT = { width: 390, height: 844 }
const SLOWER = 4
const BYTES_A_SECOND = 400_000 / 8
const LATENCY_MS = 400

type Came = Readonly<{ type: string; bytes: number }>
type View = Readonly<{ came: readonly Came[]; paintedMs: number; lcpMs: number }>

/** Each view is a round: the middle one is told. */
export async function measureView(bench: Bench, records: number, count: number): Promise<void> {
  head('First view: 390 px, processor ÷ 4, 400 kbit/s, 400 ms')
  if (!chromiumPath())
    return missing('first view', 'Chromium is missing (Debian: apt-get install chromium)')
  const browser = await openBrowser()
  try {
    await withServed(bench, records, async sides => {
      for (const what of ['home', 'page of one record'])
        await inTurns({ what, sides, rounds: count }, async ({ server, pages }) => {
          const path = what === 'home' ? '/' : pages[0]!
          return linesOf(`first view, ${what}`, await viewed(browser, server.address + path))
        })
    })
  } finally {
    await browser.close()
  }
}

/** A browser that never came here: nothing is kept from one view to the next. */
async function viewed(browser: Browser, address: string): Promise<View> {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    deviceScaleFactor: 2,
    isMobile: true,
    locale: 'fr-FR',
  })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const came = listen(cdp)
  await page.goto(address, { waitUntil: 'load', timeout: 60_000 })
  await page.waitForLoadState('networkidle')
  const times = await page.evaluate(painted)
  await context.close()
  return { came: [...came.values()], ...times }
}

function listen(cdp: CDPSession): ReadonlyMap<string, Came> {
  const came = new Map<string, Came>()
  cdp.on(
    'Network.requestWillBeSent',
    ({ requestId, type }) => void came.set(requestId, { type: type ?? 'Other', bytes: 0 }),
  )
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const held = came.get(requestId)
    if (held) came.set(requestId, { ...held, bytes: encodedDataLength })
  })
  return came
}

/** Runs in the page, put there by the bench: the page itself has no script. */
function painted(): Promise<Readonly<{ paintedMs: number; lcpMs: number }>> {
  return new Promise(resolve => {
    const paintedMs =
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN
    new PerformanceObserver(list =>
      resolve({ paintedMs, lcpMs: list.getEntries().at(-1)?.startTime ?? Number.NaN }),
    ).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    })
  })
}

function linesOf(what: string, { came, paintedMs, lcpMs }: View): readonly Line[] {
  const sum = (all: readonly Came[]): number =>
    all.reduce((bytes, one) => bytes + one.bytes, 0) / 1024
  const [all, bare] = [sum(came), sum(came.filter(one => one.type !== 'Font'))]
  const line = (name: string, amount: number, unit: string, most: number): Line => ({
    what: `${what}: ${name}`,
    amount,
    unit,
    aim: `≤ ${most} ${unit}`.trim(),
    met: ({ amount: found = 0 }) => found <= most,
  })
  return [
    line('before fonts', bare, 'KB', 30),
    line('with fonts', all, 'KB', 80),
    { ...line('requests', came.length, '', 6), said: came.map(one => one.type).join(', ') },
    { ...line('LCP', lcpMs / 1_000, 's', 1), said: `first paint ${paintedMs.toFixed(0)} ms` },
  ]
}
