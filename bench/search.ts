import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type EveningLine, eveningBox } from './search-evening.ts'
import { measureSearch, timesSaid } from './search-times.ts'

/**
 * `npm run bench:search -- DIR`: whether what a village looks for stands among the first three
 * things of the page, and how fast. Nothing fails by it.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    show: { type: 'boolean' },
    times: { type: 'boolean' },
    data: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
const USAGE = `npm run bench:search -- [DIR…] [--show] [--times] [--data DIR]

  DIR      evening.jsonl and searches.tsv, of which each row has: search, expected, why (default:
           bench/searches); a folder without an evening takes that of bench/searches
           expected: ids, of which one is in the first three · /page: a page of the house is · /x:
           the page of that address is · -: nothing is found
  --show   each search that fails, with what came instead; never of a folder named closed
  --times  the search alone among 2,000 and 100,000 records
  --data   keeps these folders there for the next time`
if (values.help) {
  console.log(USAGE)
  process.exit(0)
}

if (values.show && positionals.some(folder => basename(resolve(folder)).includes('closed'))) {
  console.error('A closed folder gives its score alone: leave --show out.')
  process.exit(1)
}

const OWN = join(import.meta.dirname, 'searches')
const LOOKED_AT = 3
const HOST_PAGE = '/page'

type Asked = Readonly<{ search: string; expected: readonly string[]; why: string }>
const askedIn = (folder: string): readonly Asked[] =>
  readFileSync(join(folder, 'searches.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .filter(row => row.trim() !== '')
    .map(row => {
      const [search = '', expected = '', why = ''] = row.split('\t')
      return { search, expected: expected.trim().split(/\s+/), why }
    })

/** The links of a page of search in their order, without the form and the way on. */
function linksOf(body: string): readonly string[] {
  const main = /<main[\s\S]*?(?=<section[^>]* id="suite"|<\/main>)/.exec(body)?.[0] ?? ''
  const bare = main.replaceAll(/<(div class="doors"|nav|form)[\s\S]*?<\/(?:div|nav|form)>/g, '')
  const first = [...bare.matchAll(/<li[^>]*>[\s\S]*?<a href="([^"]*)"|<a href="([^"]*)"/g)]
  return first.map(([, inItem, alone]) => (inItem ?? alone ?? '').replaceAll('&amp;', '&'))
}

type Found = Readonly<{ id?: string; href: string; title: string }>
function foundBy(href: string, lines: ReadonlyMap<string, EveningLine>): Found {
  const line = lines.get(href.split('/').at(-1)!)
  return line ? { id: line.id, href, title: line.title } : { href, title: href }
}

function isMet({ expected }: Asked, found: readonly Found[]): boolean {
  if (expected.includes('-')) return found.length === 0
  const first = found.slice(0, LOOKED_AT)
  return expected.some(one =>
    one === HOST_PAGE
      ? first.some(({ id }) => id === undefined)
      : one.startsWith('/')
        ? first.some(({ href }) => href.split(/[?#]/)[0] === one)
        : first.some(({ id }) => id === one),
  )
}

async function tell(folder: string): Promise<void> {
  const hasOwn = existsSync(join(folder, 'evening.jsonl'))
  const { box, lines } = eveningBox(hasOwn ? folder : OWN)
  const visitor = box.visitor()
  const all = askedIn(folder)
  const times: number[] = []
  const missed: string[] = []
  // The first page reads vocabularies: it is not what a search costs.
  await visitor.get('/chercher?q=bois')
  for (const asked of all) {
    const begun = performance.now()
    const { body } = await visitor.get(`/chercher?q=${encodeURIComponent(asked.search)}`)
    times.push(performance.now() - begun)
    const found = linksOf(body).map(href => foundBy(href, lines))
    if (isMet(asked, found)) continue
    const came = found.slice(0, LOOKED_AT).map(({ id, title }) => `${id ? `${id} ` : ''}${title}`)
    const wanted = asked.expected.join(' ')
    missed.push(
      `  ${asked.search} → ${wanted} (${asked.why})\n      ${came.join(' | ') || 'nothing'}`,
    )
  }
  const met = all.length - missed.length
  console.log(
    `${folder}: ${met} of ${all.length} in the first ${LOOKED_AT} ` +
      `(${((100 * met) / Math.max(1, all.length)).toFixed(1)} %); page ${timesSaid(times)}`,
  )
  if (values.show) for (const one of missed) console.log(one)
  if (box.faults.length > 0) console.log(`  faults: ${box.faults.length}`, box.faults[0])
  box[Symbol.dispose]()
}

for (const folder of positionals.length > 0 ? positionals : [OWN]) await tell(folder)
if (values.times) {
  const within = values.data ?? mkdtempSync(join(tmpdir(), 'cocote-bench-'))
  try {
    await measureSearch(
      within,
      askedIn(positionals[0] ?? OWN).map(({ search }) => search),
    )
  } finally {
    if (values.data === undefined) rmSync(within, { recursive: true, force: true })
  }
}
