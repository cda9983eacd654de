import { type Got, HOST, PORT, TLS_PORT } from './person.ts'
import type { Reader } from './roles.ts'

/**
 * How many addresses of one shape a reader asks: `/annonces/:id` is one, `/annonces?genre=`
 * another.
 */
export type Most = Readonly<{ plain: number; asked: number; prints: number }>
/**
 * Ids that were met, by the address that they stand under: `/annonces`. Who reads after another
 * tries theirs.
 */
export type Ids = Map<string, Set<string>>

export type WalkOf = Readonly<{
  most: Most
  /** Addresses that are asked whether or not a link leads there. */
  also: readonly string[]
  /**
   * Every address of the program, `/annonces/:id`. Those that no link led to are asked too, with
   * ids that somebody met.
   */
  patterns: readonly string[]
  ids: Ids
  hear: (path: string, got: Got) => Promise<void>
}>

/** Follows the links from the first page on, each address once, then asks what no link led to. */
export async function walk(
  { person }: Reader,
  { most, also, patterns, ids, hear }: WalkOf,
): Promise<ReadonlySet<string>> {
  const met = new Set<string>()
  const shapes = new Map<string, number>()
  const mostOf = (path: string): number =>
    path.startsWith('/imprimer/') ? most.prints : path.includes('?') ? most.asked : most.plain
  const ask = async (path: string): Promise<number> => {
    const shape = shapeOf(path)
    const had = shapes.get(shape) ?? 0
    if (met.has(path) || had >= mostOf(path)) return 0
    met.add(path)
    shapes.set(shape, had + 1)
    note(ids, path)
    const got = await person.fetch(path)
    await hear(path, got)
    if (String(got.headers['content-type'] ?? '').startsWith('text/html'))
      queue.push(...linksIn(got.bytes.toString('utf8'), path))
    if (got.headers.location !== undefined) queue.push(...ours(got.headers.location, path))
    return got.status
  }
  const queue = ['/', ...also]
  const follow = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) await ask(path)
  }
  await follow()
  for (const pattern of patterns) {
    const at = shapeFor(pattern)
    if ([...met].some(path => at.test(pathOf(path)))) continue
    for (const path of addressesFor(pattern, ids)) if ((await ask(path)) !== 404) break
    await follow()
  }
  return met
}

const pathOf = (path: string): string => path.replace(/\?.*/, '')
const ID = /\/[0-9a-hjkmnp-tv-z]{26}(?=\/|$)/g
/** The same for two addresses that differ by what they are about, or by what they ask. */
export function shapeOf(path: string): string {
  const url = new URL(path, 'http://x')
  const names = [...new Set(url.searchParams.keys())].sort()
  return `${url.pathname.replaceAll(ID, '/:id')}${names.length > 0 ? `?${names.join('&')}` : ''}`
}

function note(ids: Ids, path: string): void {
  const [, prefix, id] = /^(.*?)\/([0-9a-hjkmnp-tv-z]{26})(?:[/?.]|$)/.exec(path) ?? []
  if (prefix === undefined || id === undefined) return
  const held = ids.get(prefix) ?? new Set()
  ids.set(prefix, held.add(id))
}

/** `:id`, `:file{.+[.]ics}`, `:name?`, `*`. */
const PART = /\/:(\w+)(?:\{((?:[^{}]|\{[^}]*\})+)\})?(\?)?/g
const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')
/** Which addresses stand at this one of the program. */
export function shapeFor(pattern: string): RegExp {
  let [out, last] = ['', 0]
  for (const part of pattern.matchAll(PART)) {
    const [whole, , shape = '[^/]+', optional] = part
    out += `${escaped(pattern.slice(last, part.index))}${optional ? `(?:/${shape})?` : `/${shape}`}`
    last = part.index + whole.length
  }
  return new RegExp(`^${out}${escaped(pattern.slice(last)).replace('\\*', '.*')}$`)
}

/**
 * What to ask there: with ids of the same place, else with one of another place; a print may be of
 * any.
 */
function addressesFor(pattern: string, ids: Ids): readonly string[] {
  if (!pattern.includes(':')) return [pattern]
  const [prefix = ''] = pattern.split('/:')
  const others = [...ids.values()].map(all => [...all][0]!)
  const tried = prefix.startsWith('/imprimer/')
    ? others
    : [...[...(ids.get(prefix) ?? [])].slice(0, 2), ...others.slice(0, 1)]
  return [...new Set(tried)].map(id =>
    pattern.replaceAll(PART, (whole, name: string, shape: string | undefined) =>
      shape !== undefined
        ? whole
        : name === 'type'
          ? '/offer'
          : name === 'secret'
            ? '/abcdefgh'
            : `/${id}`,
    ),
  )
}

const LINKS =
  /<(?:a|link|img|script|source|audio|video|area|iframe)\b[^>]*? (?:href|src)="([^"]+)"/g
const linksIn = (text: string, at: string): readonly string[] =>
  [...text.matchAll(LINKS)].flatMap(([, href = '']) => ours(href, at))

function ours(href: string, at: string): readonly string[] {
  const from = new URL(at, `http://${HOST}:${PORT}`)
  const url = URL.parse(href.replaceAll('&amp;', '&'), from)
  if (!url || url.hostname !== HOST || ![String(PORT), String(TLS_PORT)].includes(url.port))
    return []
  // The other language is read by another reader.
  if (url.searchParams.has('langue')) return []
  return [url.pathname + url.search]
}
