import type { BrowserContext, Page } from 'playwright-core'
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
  end: () => Promise<void>
}>

export async function openEvening(phone: Phone): Promise<Evening> {
  const browser = await openOwnBrowser([], phone.browser(chromiumPath() ?? ''))
  const opened = async (baseURL: string): Promise<Page> => {
    const context: BrowserContext = await browser.newContext({
      baseURL,
      javaScriptEnabled: false,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      ignoreHTTPSErrors: true,
      viewport: { width: 390, height: 844 },
    })
    context.setDefaultTimeout(45_000)
    return context.newPage()
  }
  return {
    visitor: () => opened('http://10.10.10.10'),
    keeper: () => opened('https://10.10.10.10'),
    end: () => browser.close(),
  }
}
