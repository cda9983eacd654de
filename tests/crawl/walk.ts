import { type Got, HOST, PORT, TLS_PORT } from './person.ts'
import type { Reader } from './roles.ts'

/** How many addresses of one shape each reader follows: `/annonces/:id` is one, `/annonces?genre=` another. */
export type Most = Readonly<{ plain: number; asked: number }>

/** Follows the links from the first page and from `also`, each address once; `hear` is told each answer. */
export async function walk(
  { person }: Reader,
  also: readonly string[],
  most: Most,
  hear: (path: string, got: Got) => void,
): Promise<ReadonlySet<string>> {
  const met = new Set<string>()
  const shapes = new Map<string, number>()
  const queue = ['/', ...also]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (met.has(path)) continue
    const shape = shapeOf(path)
    const had = shapes.get(shape) ?? 0
    if (had >= (path.includes('?') ? most.asked : most.plain)) continue
    met.add(path)
    shapes.set(shape, had + 1)
    const got = await person.fetch(path)
    hear(path, got)
    if (String(got.headers['content-type'] ?? '').startsWith('text/html')) queue.push(...linksIn(got.bytes.toString('utf8'), path))
    const { location } = got.headers
    if (location !== undefined) queue.push(...ours(location, path))
  }
  return met
}

const ID = /\/[0-9a-hjkmnp-tv-z]{26}(?=\/|$)/g
/** The same for two addresses that differ by what they are about, or by what they ask. */
export function shapeOf(path: string): string {
  const url = new URL(path, 'http://x')
  const names = [...new Set(url.searchParams.keys())].sort()
  return `${url.pathname.replaceAll(ID, '/:id')}${names.length > 0 ? `?${names.join('&')}` : ''}`
}

const LINKS = /<(?:a|link|img|script|source|audio|video|area|iframe)\b[^>]*? (?:href|src)="([^"]+)"/g
const linksIn = (text: string, at: string): readonly string[] => [...text.matchAll(LINKS)].flatMap(([, href = '']) => ours(href, at))

function ours(href: string, at: string): readonly string[] {
  const from = new URL(at, `http://${HOST}:${PORT}`)
  const url = URL.parse(href.replaceAll('&amp;', '&'), from)
  if (!url || url.hostname !== HOST || ![String(PORT), String(TLS_PORT)].includes(url.port)) return []
  // The other language is read by another reader.
  if (url.searchParams.has('langue')) return []
  return [url.pathname + url.search]
}
