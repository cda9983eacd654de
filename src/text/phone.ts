import { type FigureGroup, type FigureRun, runsIn } from './figures.ts'
import { mailOf } from './mail.ts'
import { ordinaryIn, touching } from './ordinary-figures.ts'

/**
 * Telephone numbers in texts, however people write them: `06 71 22 33 44`, `+33 (0)6 71 22 33 44`,
 * `０６ ７１…`, *zéro six soixante et onze…*. One scanner (`figures.ts`) finds them to make them wait,
 * to hide and to forget them. `sought-numbers.ts` looks for given numbers, and takes them out.
 *
 * Law     a longer number is another number; in doubt, figures are a number.
 */

/**
 * A number at its place. Units: UTF-16. Shape: `own`: its figures, without what comes before them
 * at home or abroad.
 */
export type Phone = Readonly<{ from: number; to: number; own: string }>

/**
 * Fewer figures than that are a service's number, and stand in many places that speak of nobody.
 */
export const FEWEST = 8
/** As words, fewer are enough to wait: nobody spells out a price. */
const FEWEST_SAID = 7
const LONGEST_ABROAD = 15

/** `plus`: a + stands before. At home, nine figures. */
function ownOf(figures: string, plus: boolean): string {
  const isAbroad = plus || figures.startsWith('00')
  const bare = figures.replace(isAbroad ? /^00/ : /^0/, '')
  return (isAbroad || bare === figures) && /^330?[1-9]\d{8}$/.test(bare) ? bare.slice(-9) : bare
}

/** The figures of these groups, one after the other. */
export const figuresAmong = (groups: FigureRun): string => groups.map(one => one.figures).join('')

/**
 * The figures of a number as somebody types it, without what comes before them; undefined when it
 * is nobody's own.
 */
export const figuresOf = (number: string): string | undefined => typedIn(number)?.own
/** The same, and whether the number is of another country. */
export function typedIn(number: string): Readonly<{ own: string; isAbroad: boolean }> | undefined {
  // Of two readings of one place, the first.
  const runs: FigureRun[] = []
  for (const run of runsIn(number))
    if (run[0]!.from >= (runs.at(-1)?.at(-1)?.to ?? 0)) runs.push(run)
  const groups = runs.flat()
  const first = groups[0]
  if (first === undefined) return undefined
  const own = ownOf(figuresAmong(groups), first.plus !== undefined)
  const isAbroad =
    (first.plus !== undefined || first.figures.startsWith('00')) && !/^[1-9]\d{8}$/.test(own)
  return own.length < FEWEST ? undefined : { own, isAbroad }
}

/**
 * A number or an address as somebody types it, in one spelling; undefined when it is nobody's own.
 */
export const reachOf = (typed: string): string | undefined => mailOf(typed) ?? figuresOf(typed)

export const isSamePhone = (a: string, b: string): boolean => {
  const [one, other] = [reachOf(a), reachOf(b)]
  return one !== undefined && one === other
}

/**
 * Every number that a text says, whoever's it is, in the order of the text; none overlaps another.
 */
export const phonesIn = (text: string): readonly Phone[] =>
  apart(runsIn(text).flatMap(run => phonesOf(text, run)))
/** These without those that another overlaps, in the order of the text. */
export function apart(found: readonly Phone[]): readonly Phone[] {
  const kept: Phone[] = []
  for (const one of found.toSorted((a, b) => a.from - b.from || b.to - a.to))
    if (one.from >= (kept.at(-1)?.to ?? 0)) kept.push(one)
  return kept
}
export const anyPhoneIn = (text: string): boolean => phonesIn(text).length > 0

/** The numbers that a run of figures says. */
export function phonesOf(text: string, run: FigureRun): readonly Phone[] {
  if (run.reduce((n, one) => n + one.figures.length, 0) < FEWEST_SAID) return []
  return withoutOrdinary(text, run).flatMap(part => among(text, part))
}

/** More figures than that beside a day or an hour, and it may be none. */
const MOST_BESIDE = 4
/** The pieces of a run that nothing ordinary cuts. */
function withoutOrdinary(text: string, run: FigureRun): readonly FigureRun[] {
  const { sure, likely } = ordinaryIn(text, { from: run[0]!.from, to: run.at(-1)!.to })
  if (sure.length === 0 && likely.length === 0) return [run]
  const [isSure, isLikely] = [new Set(touching(run, sure)), new Set(touching(run, likely))]
  const parts: FigureGroup[][] = [[]]
  for (const one of run) {
    if (isSure.has(one)) parts.push([])
    else parts.at(-1)!.push(one)
  }
  return parts.filter(part => part.length > 0 && !isOrdinary(text, part, isLikely))
}

function isOrdinary(text: string, part: FigureRun, isLikely: ReadonlySet<FigureGroup>): boolean {
  const end = part.at(-1)!.to
  if (wholeFrom(part, 0) === part.length && !/^\s?h\b/i.test(text.slice(end, end + 3))) return false
  return (
    part.some(one => isLikely.has(one)) &&
    figuresAmong(part.filter(one => !isLikely.has(one))).length <= MOST_BESIDE
  )
}

function among(text: string, run: FigureRun): readonly Phone[] {
  const found: Phone[] = []
  let [bare, at] = [0, 0]
  while (at < run.length) {
    const to = wholeFrom(run, at) ?? begunAt(run, at)
    if (to === undefined) at++
    else {
      found.push(...bareAmong(text, run.slice(bare, at)), phoneOf(text, run.slice(at, to)))
      bare = at = to
    }
  }
  return [...found, ...bareAmong(text, run.slice(bare))]
}

/**
 * The number of these groups, with what belongs to it: a + before, a bracket that it opens or
 * closes.
 */
export function phoneOf(text: string, groups: FigureRun): Phone {
  const [first, last] = [groups[0]!, groups.at(-1)!]
  let [from, to] = [first.plus ?? first.from, last.to]
  const inside = text.slice(from, to)
  const count = (sign: string): number => inside.split(sign).length - 1
  if (count(')') > count('(') && text[from - 1] === '(') from--
  if (count('(') > count(')') && text[to] === ')') to++
  return { from, to, own: ownOf(figuresAmong(groups), first.plus !== undefined) }
}

/** How many figures a number has that begins so, at home. */
const LENGTHS: readonly (readonly [begins: RegExp, plus: boolean, length: number])[] = [
  [/^330[1-9]/, true, 12],
  [/^33[1-9]/, true, 11],
  [/^00330[1-9]/, false, 14],
  [/^0033[1-9]/, false, 13],
  [/^0[1-9]/, false, 10],
]

/**
 * Where a number of home ends that begins at this group, to the figure; undefined when none does.
 */
function wholeFrom(run: FigureRun, at: number): number | undefined {
  const begins = run[at]!.plus !== undefined || run[at]!.figures.startsWith('0')
  if (!begins) return undefined
  const ends = new Map<number, number>()
  let figures = ''
  for (let to = at; to < run.length && figures.length < LONGEST_ABROAD; to++) {
    figures += run[to]!.figures
    ends.set(figures.length, to + 1)
  }
  const plan = LENGTHS.find(
    ([begin, plus]) => (!plus || run[at]!.plus !== undefined) && begin.test(figures),
  )
  return plan && ends.get(plan[2])
}

/**
 * Where any other number ends that a nought or a plus begins: where another begins, or its figures
 * end.
 */
function begunAt(run: FigureRun, at: number): number | undefined {
  const first = run[at]!
  const isAbroad = first.plus !== undefined || first.figures.startsWith('00')
  if (!isAbroad && !first.figures.startsWith('0')) return undefined
  let [to, length, isSaid] = [at + 1, first.figures.length, first.worth !== undefined]
  while (to < run.length) {
    const { signs, figures, worth } = run[to]!
    if (
      signs.length > 4 ||
      /\p{L}/u.test(signs) ||
      (isAbroad && length + figures.length > LONGEST_ABROAD + 2)
    )
      break
    if (length > FEWEST && wholeFrom(run, to) !== undefined) break
    length += figures.length
    isSaid ||= worth !== undefined
    to++
  }
  return length >= (isSaid ? FEWEST_SAID : isAbroad ? FEWEST : FEWEST + 1) ? to : undefined
}

/** What ends a number without its nought, which no sign of its own begins. */
const FAR = /[,;:/€\p{L}]|.{4}/su
const FAR_SAID = /[€\p{L}]|.{4}/su
/** *trente trois et quatre-vingt-dix-neuf*. */
const JOINED = /\b(?:et|puis|and|then)\b/gi
const isFar = ({ worth, signs }: FigureGroup): boolean =>
  worth === undefined ? FAR.test(signs) : FAR_SAID.test(signs.replace(JOINED, '').trim())
function bareAmong(text: string, run: FigureRun): readonly Phone[] {
  const parts: FigureGroup[][] = []
  for (const one of run) {
    if (parts.length === 0 || isFar(one)) parts.push([one])
    else parts.at(-1)!.push(one)
  }
  return parts
    .filter((part, n) => isBare(text, part, parts[n + 1]?.[0]?.signs))
    .map(part => phoneOf(text, part))
}

/** No year first, no price, no book; as words, by twos alone. */
function isBare(text: string, groups: FigureRun, next: string | undefined): boolean {
  const figures = figuresAmong(groups)
  if (
    !/^[1-9]\d{8,12}$/.test(figures) ||
    /^97[89]/.test(figures) ||
    /^(?:19|20)\d\d$/.test(groups[0]!.figures)
  )
    return false
  const end = groups.at(-1)!.to
  if (next === ',' || /^\s?(?:€|euros?\b)/i.test(text.slice(end, end + 7))) return false
  if (groups.every(one => one.worth === undefined)) return true
  const lengths = groups.map(one => one.figures.length).join('')
  return lengths === '12222' || (lengths === '212222' && figures.startsWith('33'))
}
