import { normal } from '../core/letters/accents.ts'
import { editDistance, wordsOf } from '../core/letters/words.ts'
import { distanceM } from '../core/place.ts'
import type { Point } from '../core/schema.ts'

/**
 * When two records may be one: a warning to a person, never a decision. Two rules, tried side by
 * side: ours, for what a village writes by hand, and the national one, for what comes from
 * published lists.
 */

/** What the rules compare; a name is enough for `alike`, a point is needed for everything else. */
export type ComparedPlace = Readonly<{ name: string; point?: Point | null; street?: string | null }>

/** Words that say nothing of which one it is. */
const EMPTY = new Set(
  'le la les l un une des de du d a au aux en et sur sous chez pour par the of and in at'.split(
    ' ',
  ),
)

const letters = (name: string): string => wordsOf(name).join(' ')
const plain = (text: string): string =>
  (
    normal(text, 'NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')
const telling = (name: string): ReadonlySet<string> =>
  new Set(wordsOf(name).filter(word => !EMPTY.has(word)))

/**
 * Whether two names may be one name written twice: at most 30 % of the longer one's letters
 * changed, or at most two words apart with at least one telling word in common (*MJC*, *la MJC de
 * Boën*). Without that last condition any two names of one word would be alike (*Mairie*, *École*).
 *
 * Law     symmetric; a name is like itself; case, accents, œ, apostrophes and hyphens never count.
 */
export function alike(a: string, b: string): boolean {
  const one = letters(a)
  const other = letters(b)
  if (one === '' || other === '') return false
  const most = Math.floor(0.3 * Math.max([...one].length, [...other].length))
  return editDistance(one, other, most) <= most || wordsApart(a, b) <= 2
}

/** Telling words that only one of the two names has; never near when they share none. */
function wordsApart(a: string, b: string): number {
  const one = telling(a)
  const other = telling(b)
  const shared = [...one].filter(word => other.has(word)).length
  return shared === 0 ? Number.POSITIVE_INFINITY : one.size + other.size - 2 * shared
}

/** Metres within which two things of alike names may be one. */
export const NEAR_M = 100

/** Our rule: near (100 m or less) and names alike. Without two points there is no saying. */
export function nearAndAlike(a: ComparedPlace, b: ComparedPlace): boolean {
  return !!a.point && !!b.point && distanceM(a.point, b.point) <= NEAR_M && alike(a.name, b.name)
}

/**
 * 100 under 0.0004° (about 40 m), then 100 / (1000 · d + 1), d in degrees as if they were squares.
 * Source  the national base of places of digital mediation, mednum-cli: its published pairs are
 *         vectors of the test.
 */
export function distanceScore(a: Point, b: Point): number {
  const degrees = Math.hypot(a[0] - b[0], a[1] - b[1])
  return degrees < 0.0004 ? 100 : Math.floor(100 / (1000 * degrees + 1))
}

/**
 * How much of two texts is common, 0 to 100: letters kept on both sides by the longest common
 * subsequence, out of all letters. Case and punctuation are left out first; accents count, as they
 * do in the source.
 *
 * Source  `ratio` of thefuzz and fuzzball.js (*hello world*, *hiyyo wyrld*: 64).
 */
export function ratio(a: string, b: string): number {
  const one = [...plain(a)]
  const other = [...plain(b)]
  if (one.length === 0 || other.length === 0) return 0
  let last = new Array<number>(other.length + 1).fill(0)
  for (const letter of one) {
    const row = [0]
    for (let j = 1; j <= other.length; j++)
      row[j] = other[j - 1] === letter ? last[j - 1]! + 1 : Math.max(last[j]!, row[j - 1]!)
    last = row
  }
  return Math.round((200 * last[other.length]!) / (one.length + other.length))
}

/**
 * The floor of the mean of three scores: distance, name, street. Undefined when one of them can't
 * be told.
 */
export function nationalScore(a: ComparedPlace, b: ComparedPlace): number | undefined {
  if (!a.point || !b.point || !a.street || !b.street) return undefined
  return Math.floor(
    (distanceScore(a.point, b.point) + ratio(a.name, b.name) + ratio(a.street, b.street)) / 3,
  )
}

/**
 * The national rule: a score above 90 inside one source, above 83 between two. One of our own boxes
 * is one source.
 * Source  de-duplication of the national base (mednum-cli), domain notes 4.6. It compares only
 *         inside one commune: so must the caller.
 */
export function nationallyAlike(a: ComparedPlace, b: ComparedPlace, sameSource: boolean): boolean {
  const score = nationalScore(a, b)
  return score !== undefined && score > (sameSource ? 90 : 83)
}

/** Which rule says that these two may be one, to be said to the person who decides. */
export function mayBeOne(
  a: ComparedPlace,
  b: ComparedPlace,
  sameSource: boolean,
): 'near-and-alike' | 'national' | undefined {
  if (nearAndAlike(a, b)) return 'near-and-alike'
  return nationallyAlike(a, b, sameSource) ? 'national' : undefined
}
