import { bytesOfPattern, keepLast } from '../../core/byte-cache.ts'
import { lazyOf } from '../../core/lazy.ts'
import { fold } from '../../core/letters/words.ts'
import { matchesIn, pattern } from '../../core/pattern.ts'
import { holdsAddress } from '../reaching.ts'
import { namesIn } from './names.ts'
import { reachIn } from './reach.ts'
import { secretsIn } from './secrets.ts'
import { unspelled } from './spelled.ts'
import { type ToldKind, toldIn } from './told.ts'

/** `maybe`: perhaps somebody's name, that no list holds. */
export type FindingKind = 'name' | 'maybe' | 'phone' | 'mail' | 'secret' | ToldKind
/**
 * What a text says of somebody: its place in UTF-16 units, its kind, and the words themselves, to
 * be shown as the reason.
 */
export type Finding = Readonly<{ from: number; to: number; kind: FindingKind; said: string }>

/** Longer than any field: what comes after is not looked at by parts, and is held whole. */
const LONGEST = 50_000

/**
 * What in a text should not show to all before somebody looked: names of people, ages, situations,
 * private homes, ways to reach, and what opens a door or an account.
 *
 * Law     law 11: in doubt it is found. Findings stand in the order of the text and do not overlap;
 *         each is whole words of it. A name of `shown` (already on the page, or the writer's own)
 *         hides no other: *Léa* shown, *Léa et Paul* still names Paul.
 * Absent  who is told by a turn of phrase that nobody foresaw: the keeper reads too.
 */
export function guard(text: string, shown: readonly string[] = []): readonly Finding[] {
  if (text.length > LONGEST)
    return [{ from: 0, to: text.length, kind: 'maybe', said: text.slice(0, 60) }]
  const read = withoutShown(text, shown)
  const secrets = secretsIn(read)
  const near = reachIn(blanked(read, secrets))
  // An address that is said as no pattern here knows has no place of its own: the text is held
  // whole.
  if (near.length === 0 && holdsAddress(read))
    return [{ from: 0, to: text.length, kind: 'mail', said: text }]
  const left = blanked(read, [...secrets, ...near])
  // An address is full of words that are none: only what a lexicon knows counts there.
  const inAddress = new Uint8Array(left.length)
  if (OF_ADDRESS.test(left))
    for (const { index, 0: said } of matchesIn(ADDRESS, left))
      inAddress.fill(1, index, index + said.length)
  const names = [...namesIn(left), ...spelledIn(left, shown)]
    .filter(one => one.sure || inAddress[one.from] === 0)
    .map(one => ({ ...one, kind: one.sure ? ('name' as const) : ('maybe' as const) }))
  const told = toldIn(
    left,
    names.some(one => one.sure),
  )
  return apart(text.length, [...secrets, ...near, ...names, ...told]).map(({ from, to, kind }) => ({
    from,
    to,
    kind,
    said: text.slice(from, to),
  }))
}

/** Names whose letters stand apart or are figures, less those that are `shown`. */
function spelledIn(text: string, shown: readonly string[]): ReturnType<typeof namesIn> {
  const read = unspelled(text)
  if (read.text === text) return []
  const lengthened = (from: number, to: number): number =>
    read.rows.reduce(
      (end, row) => (row.from >= from && row.from < end ? Math.max(end, row.to) : end),
      to,
    )
  return namesIn(withoutShown(read.text, shown)).map(one => ({
    ...one,
    to: lengthened(one.from, one.to),
  }))
}

const ADDRESS = pattern('gu')`
  (?:https?:\/\/|www\.)\S+|(?<![\p{L}\p{N}@-]
  |[\p{L}\p{N}-]\.)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{Ll}{2,4}\/\S*
`

/** Every address has one of these. */
const OF_ADDRESS = /\/|www\./

type Span = Readonly<{ from: number; to: number; kind: FindingKind }>
/** The longest of those that overlap; a sure kind before a doubtful one. */
function apart(length: number, all: readonly Span[]): readonly Span[] {
  const kept: Span[] = []
  const taken = new Uint8Array(length)
  const byLength = [...all].sort(
    (a, b) =>
      Number(a.kind === 'maybe') - Number(b.kind === 'maybe') || b.to - b.from - (a.to - a.from),
  )
  for (const one of byLength) {
    if (taken.subarray(one.from, one.to).includes(1)) continue
    taken.fill(1, one.from, one.to)
    kept.push(one)
  }
  return kept.sort((a, b) => a.from - b.from)
}

function blanked(text: string, spans: readonly Readonly<{ from: number; to: number }>[]): string {
  let [left, end] = ['', 0]
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (to <= end) continue
    const start = Math.max(from, end)
    left += text.slice(end, start) + '.'.repeat(to - start)
    end = to
  }
  return left + text.slice(end)
}

/**
 * The text without the names that are shown already: same length, a mark that is no word in their
 * place.
 */
function withoutShown(text: string, shown: readonly string[]): string {
  let left = text
  const small = text.toLowerCase()
  for (const one of longestFirst(shown)) {
    // Most names stand in no text: their pattern is neither made nor looked for.
    if (!small.includes(one.small)) continue
    const pattern = patternOf(one.name)
    if (pattern !== NO_NAME) left = left.replace(pattern, found => '_'.repeat(found.length))
  }
  return left
}
/** Several texts are read without the same names. */
const longestFirst = lazyOf((shown: readonly string[]) =>
  [...shown]
    .sort((a, b) => b.length - a.length)
    .map(name => ({ name, small: name.trim().toLowerCase() })),
)
/** A name of one letter is none. */
const NO_NAME = /(?!)/
/** Of the communes of a territory, which each text is read without. */
const KEPT = { name: 'patterns of communes', most: 1024 * 1024, bytesOf: bytesOfPattern }
const patternOf = keepLast(KEPT, name =>
  fold(name).length < 2
    ? NO_NAME
    : new RegExp(
        `(?<![\\p{L}\\p{N}-])${RegExp.escape(name.trim())}(?![\\p{L}\\p{N}])(?!-\\p{L})`,
        'giu',
      ),
)
