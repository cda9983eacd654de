import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import type { Hono } from 'hono'
import { CommandError } from '../contract/verb.ts'
import type { Lang } from '../core/lang.ts'
import { pattern } from '../core/pattern.ts'
import { openReading } from '../engine/engine.ts'
import { typesOf } from '../engine/shape.ts'
import { machineClock } from '../files/clock.ts'
import { placesIn, writeSafely } from '../files/folder.ts'
import { openLocal } from '../files/local.ts'
import { communeNames } from '../places/communes.ts'
import { pageSourceOver } from '../web/pages/page-source.ts'
import { copyRoutes, type ServedBrick } from '../web/served.ts'
import { createWebServer } from '../web/server.ts'
import { filesRoutes } from './files-out.ts'
import { dataRoutes } from './table-out.ts'
import { dataWords } from './words.ts'

/**
 * A copy of the commons that any host can serve, or a key carry: pages without form, script or
 * account, links that work from a folder as from a site.
 *
 * Law     each page is what a visitor reads, over http, from outside: nothing of `home` can be in
 *         it (law 6).
 */
export type SiteOf = Readonly<{
  bricks: readonly ServedBrick[]
  folder: string
  to: string
  lang: Lang
  progress?: (done: number) => void
}>

const HOST = 'localhost'
const PUBLIC = new URL('../../public/', import.meta.url)
const MOST_PAGES = 200_000
/** Pages that only make sense with a box behind them: their links become plain words. */
const LIVING = pattern()`
  ^\/(entrer|sortir|chercher|repondre|tenir|cueillette|accord|a-montrer|mes-suites|apporter|ouvrir
  |sante|nouvelles|bornes?)(\/|$)|\/(proposer|chercher|ajouter|modifier)$
`

export async function writeSite(of: SiteOf): Promise<number> {
  if (existsSync(of.to) && readdirSync(of.to).length > 0)
    throw new CommandError(dataWords(of.lang).site.notEmpty(of.to))
  mkdirSync(of.to, { recursive: true })
  const { app, close } = visitorsView(of)
  try {
    const written = await crawl(app, of)
    cpSync(new URL('look.css', PUBLIC), join(of.to, 'look.css'))
    cpSync(new URL('fonts', PUBLIC), join(of.to, 'fonts'), { recursive: true })
    return written
  } finally {
    close()
  }
}

/** The house as a visitor sees it from outside, over read-only files; it takes no turn. */
function visitorsView({ bricks, folder }: SiteOf): Readonly<{ app: Hono; close: () => void }> {
  const reading = openReading(placesIn(folder), [...typesOf(bricks).values()])
  const local = openLocal(':memory:')
  local.sql.run('INSERT OR REPLACE INTO kept VALUES (?, ?)', 'passphrase', 'nobody signs in here')
  const clock = machineClock()
  const communes = communeNames(folder)
  // What is of the counter alone (the shelf, the wall) stays there.
  const shown = bricks.filter(brick => !brick.hereOnly)
  const source = pageSourceOver(
    shown,
    reading,
    { secret: local.secret, clock },
    { communeNamed: communes.named },
  )
  const app = createWebServer({
    source,
    local,
    turn: () => Promise.resolve({ done: false, failed: { is: 'fault', reference: '' } }),
    waiting: () => 0,
    hosts: () => new Set([HOST]),
    tlsPort: () => undefined,
    port: () => undefined,
    version: '',
    report: error => {
      throw error
    },
    look: { look: '/look.css' },
    extra: (made, server) => {
      dataRoutes(made, server, reading.tables, '')
      copyRoutes(made, server)
      filesRoutes(made, server, { folder })
    },
  })
  return {
    app,
    close: () => {
      communes.close()
      reading.close()
      local.db.close()
    },
  }
}

async function crawl(app: Hono, of: SiteOf): Promise<number> {
  const known = new Set(['/'])
  const waiting = ['/']
  let written = 0
  for (
    let next = waiting.shift();
    next !== undefined && written < MOST_PAGES;
    next = waiting.shift()
  ) {
    const answer = await app.request(
      `http://${HOST}${next}`,
      { headers: { host: HOST, 'accept-language': of.lang } },
      {},
    )
    if (answer.status !== 200) continue
    const isPage = (answer.headers.get('content-type') ?? '').startsWith('text/html')
    const bytes = Buffer.from(await answer.arrayBuffer())
    const text = isPage ? bytes.toString('utf8') : ''
    const file = join(of.to, fileOf(next))
    mkdirSync(dirname(file), { recursive: true })
    writeSafely(file, isPage ? still(text, next, of.lang) : bytes)
    for (const link of isPage ? linksIn(text) : [])
      if (!known.has(link)) {
        known.add(link)
        waiting.push(link)
      }
    written++
    of.progress?.(written)
  }
  return written
}

const LINK = /(<a\b[^>]*?\shref=")(\/[^"#]*)(#[^"]*)?("[^>]*>)([\s\S]*?)<\/a>/g
/** Small ones: a copy leaves out those that a wide screen would choose, which a link leads to. */
const PICTURE = /(<img\b[^>]*?\ssrc=")(\/[^"]+)(")/g
const unescaped = (href: string): string => href.replaceAll('&amp;', '&').replaceAll('&#39;', "'")
/** Whether a thing is free on a day is asked of the page itself: a copy would answer late. */
const ASKS_A_DAY = /^\/preter\/[^?]*\?/
const isStill = (href: string): boolean =>
  !LIVING.test(href.split('?')[0] ?? '') && !href.includes('langue=') && !ASKS_A_DAY.test(href)

function linksIn(text: string): readonly string[] {
  const pictures = [...text.matchAll(PICTURE)].map(found => found[2] ?? '')
  return [
    ...[...text.matchAll(LINK)].map(found => unescaped(found[2] ?? '')).filter(isStill),
    ...pictures,
  ]
}

/** `/annonces?page=2` → `annonces/page-2.html`; `/agenda.ics` stays a file of its own. */
export function fileOf(address: string): string {
  const url = new URL(address, 'http://here')
  const path = decodeURIComponent(url.pathname).replace(/\/+$/, '')
  if (/\.[a-z0-9]{2,8}$/.test(path)) return path.slice(1)
  const query = [...url.searchParams]
    .map(([name, value]) => `${name}-${value}`.replace(/[^\p{L}\p{N}-]+/gu, '_'))
    .join('-')
  return posix.join(path.slice(1), query === '' ? 'index.html' : `${query}.html`)
}

/**
 * A page that lives without its box: no form, links from where it stands, a sentence that says what
 * it is.
 */
export function still(text: string, address: string, lang: Lang): string {
  const here = dirname(`/${fileOf(address)}`)
  const from = (href: string) => posix.relative(here, `/${fileOf(href)}`) || 'index.html'
  return text
    .replace(/<form\b[\s\S]*?<\/form>/g, '')
    .replace(
      LINK,
      (
        _all,
        open: string,
        href: string,
        hash: string | undefined,
        close: string,
        words: string,
      ) => {
        const target = unescaped(href)
        return isStill(target)
          ? `${open}${from(target)}${hash ?? ''}${close}${words}</a>`
          : `<span>${words}</span>`
      },
    )
    .replace(
      /(href=")\/(look\.css|fonts\/[^"?]+)(?:\?[^"]*)?(")/g,
      (_all, open: string, file: string, close: string) =>
        `${open}${posix.relative(here, `/${file}`)}${close}`,
    )
    .replace(/ srcset="[^"]*" sizes="[^"]*"/g, '')
    .replace(
      PICTURE,
      (_all, open: string, file: string, close: string) =>
        `${open}${posix.relative(here, `/${fileOf(file)}`)}${close}`,
    )
    .replace('</footer>', `<p class="wrap">${dataWords(lang).site.copy}</p></footer>`)
}
