import type { Indicator } from '../../../contract/figures.ts'
import { distanceM } from '../../../core/place.ts'
import type { Point } from '../../../core/schema.ts'

/**
 * What may be told of a territory to those who decide, and how it is worked out.
 *
 * Source  the issue *Paper, and a picture for those who decide*: counts of people or difficulties
 *         under 3 are not shown by commune; public places and projects always are; a commune is not
 *         yet visited, never empty.
 */

/** Under so many people, a figure of a commune would tell of somebody. */
export const FEWEST = 3

/**
 * A cell of a table by commune: how many, too few to be told, or so many that one of the others
 * would be found by subtraction.
 */
export type CommuneCount = number | 'few' | 'kept'

/**
 * How many people each commune counts, as far as it may be shown.
 *
 * Shape   `values`: by commune; absent is none. `whole`: what is told of all of them together.
 * Law     nothing under three is shown; nor is what is hidden found by taking the others from the
 *         whole: where one commune alone is hidden, or all that are hidden hold the most that they
 *         may, the least of the others is hidden too.
 */
export function cellsOf(
  values: ReadonlyMap<string, number>,
  communes: readonly string[],
  whole: number,
): ReadonlyMap<string, CommuneCount> {
  const cells = new Map<string, CommuneCount>(communes.map(code => [code, values.get(code) ?? 0]))
  for (const [code, n] of cells) if (typeof n === 'number' && n < FEWEST) cells.set(code, 'few')
  const hidden = [...cells.values()].filter(cell => cell === 'few').length
  const shown = [...cells].flatMap(([code, cell]) =>
    typeof cell === 'number' ? [[code, cell] as const] : [],
  )
  const rest = whole - shown.reduce((sum, [, n]) => sum + n, 0)
  const isFound = hidden === 1 || (hidden > 0 && rest >= hidden * (FEWEST - 1))
  const least = shown.toSorted((a, b) => a[1] - b[1])[0]
  if (isFound && least) cells.set(least[0], 'kept')
  return cells
}

/**
 * What is told of the whole of a figure: of people who had a difficulty, nothing under three
 * either.
 */
export const isTold = (value: number): boolean => value >= FEWEST

/** So many for 1,000 inhabitants, to a tenth; undefined where nobody is known to live. */
export const perThousand = (value: number, population: number): number | undefined =>
  population > 0 ? Math.round((10_000 * value) / population) / 10 : undefined

/** A commune, as what stands near it is looked for. */
export type Here = Readonly<{ code: string; name: string; point: Point | null; population: number }>
/** Where something stands: at a point, else in a commune. */
export type LocatedThing = Readonly<{ title: string; commune: string | null; point: Point | null }>
/**
 * The nearest of them. Units: metres as the crow flies, from the middle of the commune; 0 in the
 * commune itself.
 */
export type Nearest = Readonly<{ title: string; distanceM: number }>

/**
 * What is nearest to a commune, of all these.
 *
 * Law     what stands in the commune is nearest, at 0; what has no point is taken at the middle of
 *         its commune; undefined when no point is known of either.
 */
export function nearest(
  here: Here,
  all: readonly LocatedThing[],
  communes: ReadonlyMap<string, Here>,
): Nearest | undefined {
  const inside = all.find(one => one.commune === here.code)
  if (inside) return { title: inside.title, distanceM: 0 }
  const { point } = here
  if (!point) return undefined
  const far = all.flatMap(one => {
    const at = one.point ?? communes.get(one.commune ?? '')?.point
    return at ? [{ title: one.title, distanceM: distanceM(point, at) }] : []
  })
  return far.toSorted((a, b) => a.distanceM - b.distanceM)[0]
}

/**
 * Communes where nobody has been yet.
 *
 * Shape   `been`: the communes where something happened: a meeting, something of the diary whose
 *         day has come, a thing talked about with somebody who knows (a confirmation), an
 *         arrangement that was done, a difficulty that three people or more came to tell.
 * Law     what was only written of a commune (a list brought in, a place heard of, a notice) is no
 *         visit; a commune is not yet visited, never empty.
 */
export function unvisited(communes: readonly Here[], been: ReadonlySet<string>): readonly Here[] {
  return communes.filter(({ code }) => !been.has(code))
}
/** Of those, the communes of which something is known from others: that much is counted there. */
export function heard(unvisited: readonly Here[], figures: readonly Indicator[]): readonly Here[] {
  const known = new Set(
    figures.flatMap(one => (one.commune !== undefined && one.value > 0 ? [one.commune] : [])),
  )
  return unvisited.filter(({ code }) => known.has(code))
}

/** What was kept of a report: figures of the whole, by their ids. */
export type KeptFigures = Readonly<Record<string, number>>

/**
 * The figures of the whole that may be kept and compared, by id: what happened since a day is not
 * comparable, and is left out.
 */
export function keptOf(figures: readonly Indicator[]): KeptFigures {
  const whole = figures.filter(
    one => one.commune === undefined && one.theme === undefined && one.since === undefined,
  )
  return Object.fromEntries(
    whole
      .filter(one => one.counts === 'things' || isTold(one.value))
      .map(one => [one.id, one.value]),
  )
}

/** What a text of kept figures says; what can't be read says nothing. */
export function readKept(text: string | null): KeptFigures {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return {}
    return Object.fromEntries(
      Object.entries(read).filter(([, value]) => Number.isFinite(value)),
    ) as KeptFigures
  } catch {
    return {}
  }
}

/** What is counted of each commune and is on the page as it is: no person stands behind it. */
export const THINGS = [
  'directory.places',
  'directory.groups',
  'directory.projects',
  'directory.computers',
] as const

/** Figures of things kept of a report, by their ids, then by commune. */
export type KeptByCommune = Readonly<Record<string, KeptFigures>>

/**
 * The things of each of these communes, as a kept report has them: what a commune lacks is none,
 * and is kept too.
 *
 * Law     no figure of people: kept of a commune on two days, it would tell of one of them
 *         (docs/decisions/0019).
 */
export function keptByCommuneOf(
  figures: readonly Indicator[],
  communes: readonly string[],
): KeptByCommune {
  const counted = THINGS.filter(id => figures.some(one => one.id === id && one.counts === 'things'))
  const valuesOf = (id: string): KeptFigures => {
    const known = new Map(
      figures.flatMap(one =>
        one.id === id && one.commune !== undefined ? [[one.commune, one.value] as const] : [],
      ),
    )
    return Object.fromEntries(communes.map(code => [code, known.get(code) ?? 0]))
  }
  return Object.fromEntries(counted.map(id => [id, valuesOf(id)]))
}

/** The figures of communes in a text of kept figures; what can't be read says nothing. */
export function readKeptByCommune(text: string | null): KeptByCommune {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return {}
    return Object.fromEntries(
      Object.entries(read).map(([id, values]) => [id, readKept(JSON.stringify(values))]),
    )
  } catch {
    return {}
  }
}

export type CouncilReply = Readonly<{ says: string; on: string }>
/** The last thing that was answered to a request; of one day, the last that was written. */
export const lastAnswer = <T extends CouncilReply>(answers: readonly T[]): T | undefined =>
  answers.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).at(-1)

/** A request still waits for its answer: none came, or *later on*. */
export const isOpen = (answers: readonly CouncilReply[]): boolean => {
  const last = lastAnswer(answers)
  return last === undefined || last.says === 'later'
}

/** A day as an address or a form says it; anything else is none. */
export const dayIn = (text: unknown, today: string): string | undefined =>
  typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && text <= today && isDay(text)
    ? text
    : undefined
function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}
