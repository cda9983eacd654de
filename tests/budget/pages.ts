import { gzipSync } from 'fflate'
import { openPages, type Pages } from './box.ts'
import { type Figure, type Figures, roundUp } from './figures.ts'

/**
 * Pages of the filled box that the budgets hold. An address that names a record is made from the
 * ids that the box has.
 */
const PAGES: readonly Readonly<{ name: string; path: (pages: Pages) => string; who?: 'keeper' }>[] =
  [
    { name: 'home', path: () => '/' },
    { name: 'list', path: () => '/annonces' },
    { name: 'record', path: pages => `/annonces/${pages.ids('offer')[100]}` },
    { name: 'form', path: () => '/annonces/proposer' },
    { name: 'search', path: () => `/chercher?${new URLSearchParams({ q: 'broyeur à végétaux' })}` },
    { name: 'directory', path: () => '/annuaire' },
    { name: 'agenda', path: () => '/agenda' },
    { name: 'map', path: () => '/carte' },
    { name: "keeper's first page", path: () => '/tenir', who: 'keeper' },
  ]

/**
 * What each page asks of SQLite, and its bytes, when a server that was just started makes it:
 * nothing of it is in memory yet.
 *
 * Bytes   of HTML, gzipped by `fflate`: its output is the same on any processor, where zlib's is
 *         not. The server itself gzips as well.
 */
export async function measurePages(folder: string): Promise<Figures> {
  const all: Figure[] = []
  for (const page of PAGES) {
    const pages = openPages(folder)
    try {
      all.push(...(await measured(pages, page)))
    } finally {
      pages.close()
    }
  }
  return new Map(all)
}

async function measured(
  pages: Pages,
  { name, path, who }: (typeof PAGES)[number],
): Promise<readonly Figure[]> {
  pages.count.clear()
  const body = await pages.ask(path(pages), who)
  const { count } = pages
  const bytes = gzipSync(body).length
  const first: Figure[] =
    name === 'home'
      ? [
          [
            'page first visit: bytes',
            { figure: roundUp(bytes + (await alongOf(pages, body.toString('utf8')))) },
          ],
        ]
      : []
  return [
    [`page ${name}: statements`, { figure: count.statements, seen: count.most('statements') }],
    [`page ${name}: rows`, { figure: count.rows, seen: count.most('rows') }],
    [`page ${name}: steps`, { figure: roundUp(count.steps), seen: count.most('steps') }],
    [`page ${name}: scanned`, { figure: roundUp(count.scanned), seen: count.most('scanned') }],
    [`page ${name}: bytes`, { figure: roundUp(bytes) }],
    ...first,
  ]
}

/** What a browser fetches beside the page, once: its style sheet gzipped, its fonts as they are. */
async function alongOf(pages: Pages, body: string): Promise<number> {
  const links = [...body.matchAll(/<link\b[^>]*?\shref="(\/[^"]+)"/g)].map(([, href]) => href!)
  const sheets = await Promise.all(
    links.filter(href => href.includes('.css')).map(href => pages.ask(href)),
  )
  const inSheets = sheets.flatMap(sheet => [
    ...sheet.toString('utf8').matchAll(/url\(["']?(\/?[^"')]+\.woff2[^"')]*)["']?\)/g),
  ])
  const fonts = [
    ...links.filter(href => href.includes('.woff2')),
    ...inSheets.map(([, href]) => href!),
  ]
  const paths = new Set(fonts.map(href => new URL(href, 'http://here/').pathname))
  const files = await Promise.all([...paths].map(path => pages.ask(path)))
  return [...sheets.map(sheet => gzipSync(sheet).length), ...files.map(file => file.length)].reduce(
    (sum, one) => sum + one,
    0,
  )
}
