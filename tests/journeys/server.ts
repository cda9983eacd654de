import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { COCOTE, kill, type Serving, serveArgs, start } from '../faults/serving.ts'
import { copyDemo, type Demo } from '../support/demo-folder.ts'
import { crawl, isPdf } from '../support/links.ts'
import { chromiumPath, openBrowser } from './chromium.ts'
import { lacked } from './needs.ts'

/** Why whatever opens a browser is skipped here; false where there is one. */
export const noBrowser: string | false = chromiumPath()
  ? false
  : 'no Chromium here: see tests/journeys/chromium.ts'

/** Why a journey is skipped: no browser, or no brick that it needs. False when nothing lacks. */
export function skipOf(file: string): string | false {
  const bricks = lacked(file)
  return noBrowser || (bricks.length > 0 && `not in this house: ${bricks.join(', ')}`)
}

/** Widths of the issue: a telephone, a tablet held wide. */
export const WIDTHS = [390, 1180] as const
export const PHONE = { width: 390, height: 844 }
export const WIDE = { width: 1180, height: 820 }

/**
 * A real box in a process of its own, and a real browser. The box ends with the file that asked for
 * it, and so does what it opened in the browser.
 */
export type Stage = Readonly<{
  address: string
  tls: string
  folder: string
  /** The ten codes of the demonstration. */
  codes: readonly string[]
  said: () => string
  browser: Browser
  /** A browser without scripts, as a visitor's; each has its own cookies. */
  visitor: (opts?: Opening) => Promise<Page>
  /** The same, signed in with the demonstration's passphrase. */
  keeper: (opts?: Opening) => Promise<Page>
  /** Every address that any page asked for, this box's or not. */
  asked: readonly string[]
  end: () => Promise<void>
}>
type Opening = Readonly<{
  width?: number
  height?: number
  locale?: string
  scripts?: boolean
  dark?: boolean
}>

type StageOf = Readonly<{
  demo?: boolean
  env?: Readonly<Record<string, string>>
  args?: readonly string[]
  /** Fills the folder before the box opens, in place of the demonstration. */
  before?: (folder: string) => Promise<void>
}>

/** Opens the box and the browser that all the journeys of a file share. */
export async function stage(of: StageOf = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-journey-'))
  const { passphrase, codes } = await filled(folder, of)
  const serving = start(COCOTE, [...serveArgs(folder), ...(of.args ?? [])], of.env)
  const browser = await openBrowser()
  const end = () => ended(serving, browser, folder)
  const address = await ready(serving, end)
  const asked: string[] = []
  const visitor = (opts: Opening = {}) => pageFor(browser, address, asked, opts)
  const keeper = async (opts?: Opening): Promise<Page> => {
    const page = await visitor(opts)
    await enter(page, passphrase)
    return page
  }
  const tls = /https:\/\/\S+?(?= )/.exec(serving.said())?.[0] ?? ''
  return { address, tls, folder, codes, said: serving.said, browser, visitor, keeper, asked, end }
}

async function filled(folder: string, { demo, before }: StageOf): Promise<Demo> {
  if (demo !== false && !before) return copyDemo(folder)
  await before?.(folder)
  return { passphrase: '', codes: [] }
}

async function ready(serving: Serving, end: () => Promise<void>): Promise<string> {
  try {
    return await serving.ready
  } catch (error) {
    await end()
    throw error
  }
}

async function ended(serving: Serving, browser: Browser, folder: string): Promise<void> {
  await browser.close()
  await kill(serving, 'SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}

async function pageFor(
  browser: Browser,
  address: string,
  asked: string[],
  opts: Opening,
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    baseURL: address,
    javaScriptEnabled: opts.scripts === true,
    bypassCSP: opts.scripts === true,
    locale: opts.locale ?? 'fr-FR',
    timezoneId: 'Europe/Paris',
    colorScheme: opts.dark ? 'dark' : 'light',
    ignoreHTTPSErrors: true,
    viewport: { width: opts.width ?? PHONE.width, height: opts.height ?? PHONE.height },
  })
  context.setDefaultTimeout(45_000)
  context.on('request', request => asked.push(request.url()))
  return context.newPage()
}

/** The form of a notice: reached through somebody, in these words. */
export async function reachedBy(page: Page, words: string): Promise<void> {
  const known = page.locator('details.known:not([open]) > summary')
  if ((await known.count()) > 0) await known.click()
  await page.getByLabel('passer par quelqu’un').check()
  await page.getByLabel('Qui, où, quand').fill(words)
  await around(page)
}

/** Where the notice is read: in the villages around too. */
export const around = (page: Page): Promise<void> => page.locator('#f-accord-voisins').check()

export async function enter(page: Page, passphrase: string): Promise<void> {
  await page.goto('/entrer')
  await page.getByLabel('Phrase de passe').fill(passphrase)
  await page.getByRole('button', { name: 'Entrer' }).click()
}

/**
 * What a person reads there, its spaces made plain: of a whole page, since a click is over as soon
 * as the next one begins to come.
 */
export async function seen(where: Locator): Promise<string> {
  await where.page().waitForLoadState('domcontentloaded')
  // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, not all that the document holds.
  return plain(await where.innerText())
}
export const textOf = (page: Page): Promise<string> => seen(page.locator('body'))
export const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ')

/** The addresses of this box that the page leads to, without those of the other language. */
export async function linksOf(page: Page): Promise<readonly string[]> {
  const hrefs = await page
    .locator('a[href]')
    .evaluateAll(all => all.map(one => (one as HTMLAnchorElement).href))
  const here = new URL(page.url())
  return [
    ...new Set(
      hrefs.flatMap(href => {
        const url = new URL(href)
        url.hash = ''
        return url.origin === here.origin && !url.searchParams.has('langue')
          ? [url.pathname + url.search]
          : []
      }),
    ),
  ]
}

/** The pages that are nearest to the first one: tests/faults/canary.test.ts goes to the last. */
const NEAR = 60
/**
 * All that the public pages say, and what the search says of these words: where a canary must not
 * be.
 */
export async function everywhere(address: string, words: readonly string[]): Promise<string> {
  const met = await crawl(address, '/', NEAR, isPdf)
  const found = words.map(word => `${address}/chercher?q=${encodeURIComponent(word)}`)
  const answers = await Promise.all(found.map(async url => (await fetch(url)).text()))
  // The words asked stand in their own search page: only what was found counts.
  const hits = answers.map(text => [...text.matchAll(/<li[ >][\s\S]*?<\/li>/g)].join(' '))
  return [...[...met.values()].map(one => one.text), ...hits].join('\n')
}

/**
 * Sends the form of the page as the browser would, with what it holds now, and leaves the page as
 * it is.
 */
export async function sentAgain(
  page: Page,
  form: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { action, body } = await page
    .locator(form)
    .first()
    .evaluate(one => {
      const all = new FormData(one as HTMLFormElement)
      const texts = [...all].flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      )
      return {
        action: (one as HTMLFormElement).action,
        body: new URLSearchParams(texts).toString(),
      }
    })
  const cookies = await page.context().cookies()
  const cookie = cookies.map(one => `${one.name}=${one.value}`).join('; ')
  const type = 'application/x-www-form-urlencoded'
  const given = {
    'content-type': type,
    cookie,
    origin: new URL(action).origin,
    'accept-language': 'fr',
    ...headers,
  }
  return fetch(action, { method: 'POST', body, redirect: 'manual', headers: given })
}
