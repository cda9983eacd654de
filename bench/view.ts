import type { Browser, CDPSession } from 'playwright-core'
import { chromiumPath, openBrowser } from '../tests/journeys/chromium.ts'
import type { Box } from './filled.ts'
import { serveBox } from './serving.ts'
import { head, missing, tell } from './table.ts'

/**
 * A phone at the edge of the village: 390 px, a processor four times slower, 400 kbit/s, 400 ms.
 */
const VIEWPORT = { width: 390, height: 844 }
const SLOWER = 4
const BYTES_A_SECOND = 400_000 / 8
const LATENCY_MS = 400

type Came = Readonly<{ type: string; bytes: number }>
type View = Readonly<{ came: readonly Came[]; paintedMs: number; lcpMs: number }>

/** The middle one of so many views is told. */
export async function measureView(box: Box, count: number): Promise<void> {
  head('First view: 390 px, processor ÷ 4, 400 kbit/s, 400 ms')
  if (!chromiumPath())
    return missing('first view', 'Chromium is missing (Debian: apt-get install chromium)')
  const server = await serveBox(box.folder)
  const browser = await openBrowser()
  try {
    for (const [what, path] of [
      ['home', '/'],
      ['page of one record', box.pages[0]!],
    ] as const) {
      const views: View[] = []
      for (let i = 0; i < count; i++) views.push(await viewed(browser, server.address + path))
      tellView(what, box, views.sort((a, b) => a.lcpMs - b.lcpMs)[Math.floor(count / 2)]!)
    }
  } finally {
    await browser.close()
    await server.stop()
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

function tellView(what: string, { records }: Box, { came, paintedMs, lcpMs }: View): void {
  const sum = (all: readonly Came[]): number =>
    all.reduce((bytes, one) => bytes + one.bytes, 0) / 1024
  const [all, bare] = [sum(came), sum(came.filter(one => one.type !== 'Font'))]
  const line = (name: string, said: string, aim: string, met: boolean) =>
    tell({ what: `${what}: ${name}`, records, said, aim, met })
  line('before fonts', `${bare.toFixed(1)} KB`, '≤ 30 KB', bare <= 30)
  line('with fonts', `${all.toFixed(1)} KB`, '≤ 80 KB', all <= 80)
  line(
    'requests',
    `${came.length} (${came.map(one => one.type).join(', ')})`,
    '≤ 6',
    came.length <= 6,
  )
  line(
    'LCP',
    `${lcpMs.toFixed(0)} ms, first paint ${paintedMs.toFixed(0)} ms`,
    '< 1.2 s',
    lcpMs < 1_200,
  )
}
