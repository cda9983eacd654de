import { pattern } from '../../src/core/pattern.ts'
import type { Got } from './person.ts'

/** Drawn by chance, or made of what was: the same one has the same number within a page. */
const DRAWN: readonly (readonly [name: string, shape: RegExp])[] = [
  ['token', /(?<=name="jeton" value=")[^"]+/g],
  // What a form showed: marks of writes, which are drawn.
  ['seen', /(?<=name="vu" value=")[^"]+/g],
  ['nonce', /(?<="nonce":")[^"]+/g],
  // Of the wire: hashes of what has a salt, the first bytes of such a hash, the epoch of a feed.
  ['hash', /(?<=")[A-Za-z0-9_-]{43}(?=")/g],
  ['hash8', /(?<=[[,]\d+,")[A-Za-z0-9_-]{11}(?="\])/g],
  ['epoch', /(?<=\.)[0-9a-f]{16}(?=\.(?:commons|network|home))/g],
  ['run', /(?<="run":")[^"]+/g],
  // How much is kept in memory depends on what the minute emptied.
  ['kept', /(?<="kept":\s*\{\s*)"bytes"[^}]+/g],
  // A sheet to fill in has a code made of its id.
  ['code', /(?<=billet )\d\d \d\d/g],
  ['card', /(?<="number": ")\d{5}(?=")/g],
]
/**
 * An id: ten characters of time, which the given clock makes the same each time, and sixteen of
 * chance. Those that come with the program have no time.
 */
const ID = pattern('g')`
  (?<=%[0-9A-F]{2}(?:\d{12})?|(?<![0-9a-zA-Z]))((?!0{10})0[0-9a-hjkmnp-tv-z]{9})
  ([0-9a-hjkmnp-tv-z]{16})(?![0-9a-zA-Z])
`

/** A text without what chance drew; each crawl gives the same. */
export function masked(text: string): string {
  let out = text
  for (const [name, shape] of DRAWN) out = out.replace(shape, numbered(name))
  const chances = new Map<string, string[]>()
  return out.replace(ID, (_, time: string, chance: string) => {
    const held = chances.get(time) ?? []
    if (!held.includes(chance)) held.push(chance)
    chances.set(time, held)
    const n = held.indexOf(chance) + 1
    return `${time}~${n > 1 ? n : ''}`
  })
}

const numbered = (name: string): ((value: string) => string) => {
  const held: string[] = []
  return value => {
    if (!held.includes(value)) held.push(value)
    return `[${name} ${held.indexOf(value) + 1}]`
  }
}

/** Of this connection, or of the moment. */
const PASSING = new Set([
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'etag',
  'set-cookie',
])

/** What an answer says before its body. Of a cookie, its name and how it is kept. */
export function headOf({ status, headers }: Got): string {
  const lines = Object.entries(headers)
    .filter(([name]) => !PASSING.has(name))
    .map(([name, value]) => `${name}: ${String(value)}`)
  const cookies = (headers['set-cookie'] ?? []).map(
    line => `set-cookie: ${line.replace(/=[^;]*/, '=…')}`,
  )
  return [
    String(status),
    ...lines.sort(),
    ...cookies.sort(),
    ...(headers.etag === undefined ? [] : ['etag: …']),
  ].join('\n')
}

/**
 * Each element on a line of its own, so that a difference reads; an end of line of the page itself
 * stands as ⏎.
 */
export const inLines = (html: string): string =>
  html.replaceAll('\n', '⏎\n').replaceAll('><', '>\n<')
