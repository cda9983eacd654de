import type { BrowserContext, Page, Request } from 'playwright-core'
import { chromiumPath, openOwnBrowser } from '../journeys/chromium.ts'
import type { Phone } from './phone.ts'

/**
 * Chromium inside a phone's namespace: what it opens goes by that phone's Wi-Fi, its names by that
 * phone's lease.
 */
export type Evening = Readonly<{
  /**
   * Somebody's browser, without scripts, as they came through the door; at the address of the card
   * unless told.
   */
  visitor: () => Promise<Page>
  /**
   * The same over https, the box's own certificate taken as the keeper takes it: after having read
   * its words.
   */
  keeper: () => Promise<Page>
  /** Where each of them is, what they read there, and what their browsers still wait for. */
  seen: () => Promise<string>
  end: () => Promise<void>
}>
/** Somebody's page; `open`: requests without an answer yet. `failed`: those that never had one. */
type Watched = Readonly<{ who: string; page: Page; open: Set<Request>; failed: string[] }>
/** Of a text on a page, so many letters tell which page it is. */
const MOST_READ = 600

export async function openEvening(phone: Phone): Promise<Evening> {
  const browser = await openOwnBrowser([], phone.browser(chromiumPath() ?? ''))
  const watched: Watched[] = []
  const opened = async (who: string, baseURL: string): Promise<Page> => {
    const context: BrowserContext = await browser.newContext({
      baseURL,
      javaScriptEnabled: false,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      ignoreHTTPSErrors: true,
      viewport: { width: 390, height: 844 },
    })
    context.setDefaultTimeout(45_000)
    const one: Watched = { who, page: await context.newPage(), open: new Set(), failed: [] }
    context.on('request', asked => one.open.add(asked))
    context.on('requestfinished', asked => one.open.delete(asked))
    context.on('requestfailed', asked => {
      one.open.delete(asked)
      one.failed.push(`${saidOf(asked)}: ${asked.failure()?.errorText ?? ''}`)
    })
    watched.push(one)
    return one.page
  }
  return {
    visitor: () => opened('visitor', 'http://10.10.10.10'),
    keeper: () => opened('keeper', 'https://10.10.10.10'),
    seen: async () => (await Promise.all(watched.map(seenBy))).join('\n'),
    end: () => browser.close(),
  }
}

const saidOf = (asked: Request): string => `${asked.method()} ${asked.url()}`
async function seenBy({ who, page, open, failed }: Watched): Promise<string> {
  const text = await page
    .locator('body')
    // biome-ignore lint/performance/useDomNodeTextContent: what a person sees.
    .innerText({ timeout: 2_000 })
    .catch((error: Error) => error.message)
  return [
    `${who} at ${page.url()}: ${text.replace(/\s+/g, ' ').slice(0, MOST_READ)}`,
    `  waits for ${[...open].map(saidOf).join(', ') || 'nothing'}`,
    ...failed.map(one => `  failed: ${one}`),
  ].join('\n')
}
