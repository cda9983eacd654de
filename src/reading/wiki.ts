import { ownJson } from '../core/narrow.ts'
import { type Fetched, type FetchOf, fetchPage, TIMEOUT_MS } from './address.ts'
import { type ReadPage, readPage } from './page.ts'
import { decodeText } from './text.ts'
import { Unreadable } from './unreadable.ts'

export type WikiPage = Readonly<{ text: string; title: string; url: string }>
/** `more`: the category holds others, which are not listed. */
export type WikiCategory = Readonly<{
  category: string
  pages: readonly Readonly<{ title: string; url: string }>[]
  more: boolean
}>
export type FoundPage = ReadPage & Readonly<{ name: string; url: string }>

/**
 * The text found at an address: of a MediaWiki page its wikitext, through the wiki's API; of
 * another its own. A wiki that keeps its API closed still shows its page, which is then read as any
 * other.
 */
export async function readAddress(address: string, options: FetchOf = {}): Promise<FoundPage> {
  const shared = within(options)
  return readFetched(await fetchPage(address, shared), shared)
}

/**
 * The same, or, of a category of a MediaWiki, the pages that it holds: which of them are notes is
 * for a person to say.
 */
export async function readAddressOrCategory(
  address: string,
  options: FetchOf = {},
): Promise<FoundPage | WikiCategory> {
  const shared = within(options)
  const fetched = await fetchPage(address, shared)
  const pages = await categoryOf(fetched, shared).catch(error => {
    if (error instanceof Unreadable) return undefined
    throw error
  })
  return pages ?? readFetched(fetched, shared)
}

async function readFetched(fetched: Fetched, shared: FetchOf): Promise<FoundPage> {
  const wiki = await wikitextOf(fetched, shared).catch(error => {
    if (error instanceof Unreadable) return undefined
    throw error
  })
  if (wiki) return { text: wiki.text, kind: 'wikitext', name: wiki.title, url: fetched.url }
  return {
    ...(await readPage(fetched.bytes, fetched.name, fetched.type, fetched.url)),
    name: fetched.name,
    url: fetched.url,
  }
}

/**
 * The wikitext of a MediaWiki page, by the address that a person copies from the browser; undefined
 * for any other site.
 */
export async function fetchMediaWiki(
  address: string,
  options: FetchOf = {},
): Promise<WikiPage | undefined> {
  const shared = within(options)
  return wikitextOf(await fetchPage(address, shared), shared)
}

/** The time limit is for the whole, not for each request. */
const within = (options: FetchOf): FetchOf => ({
  ...options,
  signal: options.signal ?? AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
})

async function wikitextOf(fetched: Fetched, options: FetchOf): Promise<WikiPage | undefined> {
  if (!/html/i.test(fetched.type)) return undefined
  const html = decodeText(fetched.bytes)
  const page = new URL(fetched.url)
  const title = titleOf(html, page)
  if (!title) return undefined
  for (const api of apisOf(html, page)) {
    const answer = await asked(api, title, options)
    if (answer !== undefined)
      return { text: answer, title: title.replaceAll('_', ' '), url: fetched.url }
  }
  return undefined
}

/**
 * Where the wiki's API may be: said by the page itself, or, by a page that only says it is
 * MediaWiki, in the usual places.
 */
function apisOf(html: string, page: URL): readonly URL[] {
  const tags = html.slice(0, 200_000).match(/<(?:link|meta)\s[^>]{1,2000}>/gi) ?? []
  const edit = tags.find(tag => /\brel\s*=\s*["']?EditURI/i.test(tag))
  const href = edit && /\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(edit)?.[1]?.replaceAll('&amp;', '&')
  const told = href ? URL.parse(href, page) : null
  if (told) return [new URL(told.pathname, told)]
  if (
    !tags.some(
      tag => /\bname\s*=\s*["']?generator/i.test(tag) && /content\s*=\s*["']?MediaWiki/i.test(tag),
    )
  )
    return []
  const beside = /^(.*\/)index\.php(?:\/|$)/.exec(page.pathname)?.[1]
  return (beside !== undefined ? [`${beside}api.php`] : ['/w/api.php', '/api.php']).map(
    path => new URL(path, page),
  )
}

/** The page says its own name in a script; else its address does. */
function titleOf(html: string, page: URL): string | undefined {
  const named = /"wgPageName"\s*:\s*("(?:[^"\\]|\\.){1,1000}")/.exec(html)?.[1]
  if (named) return ownJson<string>(named)
  const asked = page.searchParams.get('title')
  if (asked) return asked
  const path = /^(?:.*\/index\.php|\/wiki|)\/(.+)$/.exec(page.pathname)?.[1]
  return path && URL.parse(page.href) ? decoded(path) : undefined
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

async function asked(api: URL, title: string, options: FetchOf): Promise<string | undefined> {
  const url = new URL(api)
  const query = {
    action: 'query',
    prop: 'revisions',
    rvprop: 'content',
    rvslots: 'main',
    redirects: '1',
    format: 'json',
    formatversion: '2',
    titles: title,
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const { bytes, type } = await fetchPage(url.href, options)
  if (!/json/i.test(type)) return undefined
  const page = firstPage(parsed(decodeText(bytes)))
  if (!page) return undefined
  if ('missing' in page || 'invalid' in page) throw Unreadable.of('noWikiPage', { title })
  return contentOf(page)
}

const CATEGORY = /^(?:cat[ée]gorie|category):/i
/** A person reads a list of that many titles; a wiki gives five hundred at most. */
const MOST_LISTED = 200

/** Source   MediaWiki's API, `generator=categorymembers` with `prop=info`, `inprop=url`. */
async function categoryOf(fetched: Fetched, options: FetchOf): Promise<WikiCategory | undefined> {
  if (!/html/i.test(fetched.type)) return undefined
  const html = decodeText(fetched.bytes)
  const page = new URL(fetched.url)
  const title = titleOf(html, page)
  if (!title || !(CATEGORY.test(title) || /"wgNamespaceNumber":14\b/.test(html))) return undefined
  for (const api of apisOf(html, page)) {
    const url = new URL(api)
    const listed = {
      generator: 'categorymembers',
      gcmtitle: title,
      gcmtype: 'page',
      gcmlimit: String(MOST_LISTED),
    }
    const query = {
      action: 'query',
      ...listed,
      prop: 'info',
      inprop: 'url',
      format: 'json',
      formatversion: '2',
    }
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const { bytes, type } = await fetchPage(url.href, options)
    const answer = /json/i.test(type) ? thing(parsed(decodeText(bytes))) : undefined
    const pages = Object.values(thing(thing(answer?.['query'])?.['pages']) ?? {}).flatMap(one =>
      pageListed(thing(one), page),
    )
    if (pages.length > 0)
      return {
        category: title.replaceAll('_', ' '),
        pages,
        more: answer?.['continue'] !== undefined,
      }
  }
  return undefined
}

/** An address that leads to no web page is no page to read. */
function pageListed(one: Thing | undefined, from: URL): WikiCategory['pages'] {
  const [title, full] = [one?.['title'], one?.['fullurl']]
  const url = typeof full === 'string' ? URL.parse(full, from) : null
  return typeof title === 'string' && url && /^https?:$/.test(url.protocol)
    ? [{ title, url: url.href }]
    : []
}

type Thing = Readonly<Record<string, unknown>>
const thing = (value: unknown): Thing | undefined =>
  typeof value === 'object' && value !== null ? (value as Thing) : undefined

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Pages are a list, or in wikis before 2015 an object by their number. */
function firstPage(answer: unknown): Thing | undefined {
  const pages = thing(thing(thing(answer)?.['query'])?.['pages'])
  return pages && thing(Object.values(pages)[0])
}

/** The text stands in a slot, or in wikis before 2018 in the revision itself. */
function contentOf(page: Thing): string | undefined {
  const revision = thing(Object.values(thing(page['revisions']) ?? {})[0])
  const main = thing(thing(revision?.['slots'])?.['main']) ?? revision
  const content = main?.['content'] ?? main?.['*']
  return typeof content === 'string' ? content : undefined
}
