import { lazyOf } from '../../../../core/lazy.ts'
import { fold, stems, titleKey } from '../../../../core/letters/words.ts'
import { distanceM } from '../../../../core/place.ts'
import type { Point } from '../../../../core/schema.ts'
import type { Counterpart, Mode } from '../modes.ts'
import type { SpokenRide } from './rides-alike.ts'

/**
 * A theme of the village: its label and synonyms as keys (`names.ts`), so that a keeper's words
 * bring notices together. `also`: other records that are the same theme (a double of before): a
 * notice may still name one.
 */
export type Theme = Readonly<{
  id: string
  label: string
  name: string
  keys: ReadonlySet<string>
  also?: readonly string[]
}>

/**
 * One notice as matching reads it: plain data, from whatever rows hold it.
 *
 * Shape   `side`: `there` is what the inventory holds (a place, a group, an event), which answers
 *         needs and asks nothing; `title`: what was said, without the name before it; `called`: the
 *         title as the page shows it, where that is another; `more`: what is written beside the
 *         title; `themes`: ids; `point`: of its commune or its own; `whose`: author, first name and
 *         way to reach them, and whom it is from (ids).
 */
export type SpokenNotice = Readonly<{
  id: string
  side: 'offer' | 'need' | 'there'
  title: string
  called?: string
  more: string
  themes: readonly string[]
  mode?: Mode | undefined
  hand?: boolean | undefined
  counterpart?: Counterpart | undefined
  against?: string | null
  /** Said of the days; and the last day, which is a ride's own. */
  when?: string | null
  until?: string | null
  /** The way and the days of a ride. */
  ride?: SpokenRide | undefined
  commune: string | null
  point: Point | null
  /** What the tables keep of its sentence (`readingOf`, terms.ts). */
  reading?: string | null
  whose: Readonly<{
    author?: string | null
    who: string | null
    reach: string | null
    from: readonly string[]
  }>
}>

/** Everything that a notice says, folded. */
export const foldedText = lazyOf(({ title, more }: SpokenNotice): string =>
  fold(`${title} ${more}`),
)

/** The title of a notice, as everybody reads it. */
export const shownTitle = ({ called, title }: SpokenNotice): string => called ?? title

/**
 * One first name, and nothing that tells two people apart: neither a way to reach them nor a
 * commune.
 */
function isOneName(a: SpokenNotice, b: SpokenNotice): boolean {
  if (a.side === 'there' || b.side === 'there' || !a.whose.who || !b.whose.who) return false
  if (a.whose.reach && b.whose.reach) return false
  return (
    fold(a.whose.who) === fold(b.whose.who) && (!a.commune || !b.commune || a.commune === b.commune)
  )
}

const sameText = (a: string | null | undefined, b: string | null | undefined): boolean =>
  !!a && !!b && (fold(a).includes(fold(b)) || fold(b).includes(fold(a)))

/**
 * Whether two notices are one person's, or of one project: they are never brought together.
 *
 * Law     symmetric; a notice is its own. By author; by first name and way to reach them (one may
 *         say more than the other), or by first name alone where one of them says no way and no
 *         other commune; by the group, project or place that they are from, which is that notice's
 *         own too.
 */
export function isOwn(a: SpokenNotice, b: SpokenNotice): boolean {
  if (a.id === b.id) return true
  if (a.whose.author && a.whose.author === b.whose.author) return true
  if (
    a.whose.who &&
    b.whose.who &&
    fold(a.whose.who) === fold(b.whose.who) &&
    sameText(a.whose.reach, b.whose.reach)
  )
    return true
  if (isOneName(a, b)) return true
  if (a.whose.from.length === 0 && b.whose.from.length === 0) return false
  const [mine, theirs] = [new Set([a.id, ...a.whose.from]), [b.id, ...b.whose.from]]
  return theirs.some(id => mine.has(id))
}

/**
 * What two notices said, as sixteen hexadecimal digits: a refusal holds it, and stands until either
 * says something else.
 *
 * Law     the same whichever comes first; another as soon as a word, a way, a theme or a place of
 *         either is another. No proof against anybody: a 64-bit sum (FNV-1a, twice).
 */
export function bothSaid(a: SpokenNotice, b: SpokenNotice): string {
  const told = [a, b]
    .map(
      ({ id, title, more, themes, mode, hand, counterpart, against, commune, when, until, ride }) =>
        JSON.stringify([
          ...[
            id,
            title,
            more,
            [...themes].sort(),
            mode ?? null,
            hand === true,
            counterpart ?? null,
            against ?? null,
            commune,
          ],
          ...(when || until ? [when ?? null, until ?? null] : []),
          ...(ride?.rideDays ? [ride.rideDays] : []),
        ]),
    )
    .sort()
    .join('\n')
  return sum(told, 0x811c9dc5) + sum(told, 0x1b873593)
}
/** Eight hexadecimal digits that another text hardly ever has (FNV-1a). */
export function sum(text: string, seed: number): string {
  let held = seed
  for (let i = 0; i < text.length; i++)
    held = Math.imul(held ^ text.charCodeAt(i), 0x01000193) >>> 0
  return held.toString(16).padStart(8, '0')
}

/** Metres between two notices; 0 in one commune, undefined where it can't be told. */
export function apartM(a: SpokenNotice, b: SpokenNotice): number | undefined {
  if (a.commune && a.commune === b.commune) return 0
  return a.point && b.point ? distanceM(a.point, b.point) : undefined
}

/** What parts the two words of a refusal, the offer's first (`metByTwo`, thing.ts). */
export const TWO = ' ≠ '
export const wordsOfPair = (two: string): readonly string[] => two.split(TWO)
/** By which two pairs of words are one: *pneus ≠ vélo*, *pneu ≠ vélos*. */
export const pairKey = (two: string): string =>
  wordsOfPair(two)
    .map(word => stems(titleKey(word)).join(' '))
    .join(TWO)

/** A word of here and the word that it is read as, as a keeper wrote them (0077). */
export type WordHere = Readonly<{ id: string; said: string; means: string }>

/** Runs of words, folded and without plurals: *pince à foin* has *pince*, *pince a*, *a foin*… */
const runsOf = (text: string): ReadonlySet<string> => {
  const words = titleKey(text).split(' ')
  return new Set(
    words.flatMap((_, i) => words.slice(i).map((_, n) => words.slice(i, i + n + 1).join(' '))),
  )
}

/**
 * The words of here that hold beside one another, the oldest first: none is read as what another
 * one reads otherwise, so that reading ends, whatever two boxes wrote.
 */
export function wordsHolding(all: readonly WordHere[]): readonly WordHere[] {
  const [said, meant] = [new Set<string>(), new Set<string>()]
  return all.filter(({ said: one, means }) => {
    const [key, runs] = [titleKey(one), runsOf(means)]
    const clashes = said.has(key) || meant.has(key) || runs.has(key) || !runs.isDisjointFrom(said)
    if (clashes || key === '' || titleKey(means) === '') return false
    said.add(key)
    for (const run of runs) meant.add(run)
    return true
  })
}

/** How notices are read by words of here, and how what was read is told in a notice's own words. */
export type WordsHere = Readonly<{
  all: readonly WordHere[]
  read: <T extends SpokenNotice>(one: T) => T
  told: (one: SpokenNotice, word: string) => string
}>

export function wordsHere(all: readonly WordHere[]): WordsHere {
  if (all.length === 0) return { all, read: one => one, told: (_, word) => word }
  const keyed = new Map(all.map(one => [titleKey(one.said), one]))
  const longest = Math.max(...[...keyed.keys()].map(key => key.split(' ').length))
  const begins = [...new Set([...keyed.keys()].map(key => RegExp.escape(key.split(' ')[0]!)))]
  const mayHold = new RegExp(`(?<![\\p{L}\\p{N}])(?:${begins.join('|')})`, 'u')
  return {
    all,
    read: one => {
      if (!mayHold.test(foldedText(one))) return one
      const [title, more] = [one.title, one.more].map(text => readAs(text, keyed, longest))
      return title === one.title && more === one.more
        ? one
        : { ...one, title: title!, more: more!, reading: null }
    },
    told: (one, word) => {
      const key = titleKey(word)
      const [own, text] = [runsOf(word), ` ${titleKey(`${one.title} ${one.more}`)} `]
      if (text.includes(` ${key} `)) return word
      const isRead = ({ said, means }: WordHere) =>
        text.includes(` ${titleKey(said)} `) && (own.has(titleKey(means)) || runsOf(means).has(key))
      return all.find(isRead)?.said ?? word
    },
  }
}

const WORD = /[\p{L}\p{N}]+/gu
/** Each word of here in its place, the longest first, once: what it means is not read again. */
function readAs(text: string, keyed: ReadonlyMap<string, WordHere>, longest: number): string {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    at: index,
    end: index + word.length,
    key: titleKey(word),
  }))
  let [made, from, i] = ['', 0, 0]
  while (i < words.length) {
    const n = runHere(words.slice(i, i + longest), keyed)
    if (n > 0) {
      const means = keyed.get(keyOfRun(words.slice(i, i + n)))!.means
      made += text.slice(from, words[i]!.at) + means
      from = words[i + n - 1]!.end
    }
    i += Math.max(n, 1)
  }
  return made + text.slice(from)
}
type PlacedWord = Readonly<{ at: number; end: number; key: string }>
const keyOfRun = (words: readonly PlacedWord[]): string => words.map(({ key }) => key).join(' ')
/** How many of the first of these words are a word of here. */
function runHere(words: readonly PlacedWord[], keyed: ReadonlyMap<string, WordHere>): number {
  for (let n = words.length; n > 0; n--) if (keyed.has(keyOfRun(words.slice(0, n)))) return n
  return 0
}
