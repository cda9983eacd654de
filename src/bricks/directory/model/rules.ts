import type { DaysOffHere } from '../../../core/calendar/days-off.ts'
import { openAt, opensNext, openUntil } from '../../../core/calendar/hours.ts'
import { editDistance, titleKey, wordsOf } from '../../../core/letters/words.ts'
import { distanceM } from '../../../core/place.ts'
import { alike, type ComparedPlace, mayBeOne, NEAR_M } from '../../../text/alike.ts'

/**
 * What is compared to find out whether two records of one type are the same thing. `told`: the
 * words of its name that tell it from others of its commune, where the commune's own name was taken
 * out.
 */
export type DuplicateCandidate = ComparedPlace &
  Readonly<{ id: string; commune?: string | null; told?: string }>
/**
 * Which rule says so: `near` and `national` are those of text/alike.ts; `commune` is what is left
 * when no point is known; `title`: the very same name, of what stands nowhere.
 */
export type DuplicateReason = 'near' | 'national' | 'commune' | 'title'
export type LikelyDuplicate<T extends DuplicateCandidate> = Readonly<{
  one: T
  why: DuplicateReason
}>

/**
 * Whether two records may be one, and why.
 *
 * Law     symmetric. Two points more than 100 m apart are never one for their names alone: only the
 *         national rule may say so. Two communes that are known and differ are one only when they
 *         are near (a place at the edge of its village).
 * Source  issue of the directory: near (100 m) and names alike; domain notes 4.6 for the national
 *         rule, compared inside one commune.
 */
export function whyAlike(
  one: Omit<DuplicateCandidate, 'id'>,
  other: Omit<DuplicateCandidate, 'id'>,
): DuplicateReason | undefined {
  const [a, b] = [one, other].map(it => ({ ...it, name: it.told ?? it.name })) as [
    Omit<DuplicateCandidate, 'id'>,
    Omit<DuplicateCandidate, 'id'>,
  ]
  const together = !a.commune || !b.commune || a.commune === b.commune
  const rule = mayBeOne(a, b, true)
  if (rule === 'near-and-alike') return 'near'
  if (rule === 'national' && together) return 'national'
  if (a.point && b.point) return undefined
  return together && namesMatch(a, b) ? 'commune' : undefined
}

/**
 * A name without those of communes: *AMAP du haut Sail-sous-Couzan* and *Ludothèque du haut
 * Sail-sous-Couzan* share what every group there is called by. A name that is nothing else stays.
 */
export function toldApartFrom(name: string, communes: readonly string[]): string {
  const words = ` ${wordsOf(name).join(' ')} `
  const left = communes
    .map(one => ` ${wordsOf(one).join(' ')} `)
    .filter(one => one.trim() !== '')
    .toSorted((a, b) => b.length - a.length)
    .reduce((held, one) => held.replaceAll(one, ' '), words)
  return left.trim() === '' ? name : left.trim()
}

/**
 * Without points: at most 30 % of the letters changed inside one commune; the very same letters
 * where a commune is not known.
 */
function namesMatch(a: Omit<DuplicateCandidate, 'id'>, b: Omit<DuplicateCandidate, 'id'>): boolean {
  const [one, other] = [wordsOf(a.name).join(' '), wordsOf(b.name).join(' ')]
  if (one === '' || other === '') return false
  if (!a.commune || !b.commune) return one === other
  const most = Math.floor(0.3 * Math.max([...one].length, [...other].length))
  return editDistance(one, other, most) <= most
}

/**
 * Known records that may be the one that a person is about to write: a warning, never a refusal.
 * Surest first.
 */
export function likelyDuplicates<T extends DuplicateCandidate>(
  asked: Omit<DuplicateCandidate, 'id'>,
  known: readonly T[],
  most = 5,
): readonly LikelyDuplicate<T>[] {
  const order: readonly DuplicateReason[] = ['near', 'national', 'commune']
  return known
    .flatMap(one => {
      const why = whyAlike(asked, one)
      return why ? [{ one, why }] : []
    })
    .sort((a, b) => order.indexOf(a.why) - order.indexOf(b.why))
    .slice(0, most)
}

export type DuplicatePair<T extends DuplicateCandidate> = Readonly<{
  a: T
  b: T
  why: DuplicateReason
}>
/** The name of a pair, whichever comes first. */
export const pairKey = (a: string, b: string): string => [a, b].sort().join(' ')

/** About 111 m of latitude: no two points 100 m apart differ by more. */
const BAND_DEGREES = 0.001

/**
 * Pairs that may be one thing, but those that a person told apart. Records are compared inside one
 * commune (or with none), and along the latitude for those across a border: not all with all.
 */
export function likelyPairs<T extends DuplicateCandidate>(
  all: readonly T[],
  apart: ReadonlySet<string>,
  most: number,
): readonly DuplicatePair<T>[] {
  const found = new Map<string, DuplicatePair<T>>()
  const compare = (a: T, b: T): void => {
    const key = pairKey(a.id, b.id)
    if (a.id === b.id || found.has(key) || apart.has(key)) return
    const why = whyAlike(a, b)
    if (why) found.set(key, a.id < b.id ? { a, b, why } : { a: b, b: a, why })
  }
  for (const group of [...byCommune(all), ...bands(all)])
    for (const [i, a] of group.entries()) for (const b of group.slice(i + 1)) compare(a, b)
  return [...found.values()].slice(0, most)
}

/**
 * Pairs of one title, whatever its accents and its plural, but those that a person told apart:
 * themes, which two boxes make each by itself.
 */
export function sameTitles<T extends DuplicateCandidate>(
  all: readonly T[],
  apart: ReadonlySet<string>,
  most: number,
): readonly DuplicatePair<T>[] {
  const groups = Map.groupBy(
    all.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    one => titleKey(one.name),
  )
  return [...groups]
    .filter(([key]) => key !== '')
    .flatMap(([, group]) =>
      group.flatMap((a, i) =>
        group.slice(i + 1).map((b): DuplicatePair<T> => ({ a, b, why: 'title' })),
      ),
    )
    .filter(({ a, b }) => !apart.has(pairKey(a.id, b.id)))
    .slice(0, most)
}

/** One group a commune; those without a commune stand with every group. */
function byCommune<T extends DuplicateCandidate>(all: readonly T[]): readonly (readonly T[])[] {
  const nowhere = all.filter(one => !one.commune)
  const groups = Map.groupBy(
    all.filter(one => one.commune),
    one => one.commune,
  )
  return groups.size === 0 ? [nowhere] : [...groups.values()].map(group => [...group, ...nowhere])
}

/** Each record with those just north of it, when they are near. */
function bands<T extends DuplicateCandidate>(all: readonly T[]): readonly (readonly T[])[] {
  const placed = all.filter(one => one.point).sort((a, b) => a.point![0] - b.point![0])
  return placed.flatMap((one, i) => {
    const near: T[] = []
    for (
      let j = i + 1;
      j < placed.length && placed[j]!.point![0] - one.point![0] <= BAND_DEGREES;
      j++
    )
      if (distanceM(one.point!, placed[j]!.point!) <= NEAR_M && alike(one.name, placed[j]!.name))
        near.push(placed[j]!)
    return near.map(other => [one, other])
  })
}

/** `now`: open at that moment. */
export type Today = Readonly<{ now: boolean; from?: string; until?: string }>

/**
 * What a place's hours say of a day, asked at a moment: open until, opens from and until, or
 * nothing more today. `here`: the days off of its commune.
 *
 * Units   local moments `2026-11-25T17:30`; times `17:00`. `until` absent: it does not close today.
 */
export function hoursToday(hours: string, at: string, here: DaysOffHere = {}): Today | undefined {
  const day = at.slice(0, 10)
  const timeOn = (moment: string | null): Readonly<{ until?: string }> =>
    moment?.startsWith(day) ? { until: moment.slice(11) } : {}
  const state = openAt(hours, at, here)
  if (state === 'open') return { now: true, ...timeOn(openUntil(hours, at, here)) }
  if (state === 'unknown') return undefined
  const next = opensNext(hours, at, here)
  return next?.startsWith(day)
    ? { now: false, from: next.slice(11), ...timeOn(openUntil(hours, next, here)) }
    : undefined
}

/**
 * Whether an actor is a body and no person. A kind that this box can't read, a newer one of another
 * box, may be that of a person: they are then on no map and no paper.
 */
export const isBody = (kind: string | null): boolean => kind !== null && kind !== 'person'
