import { lazyOf } from '../../../../core/lazy.ts'
import { fold } from '../../../../core/letters/words.ts'
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
