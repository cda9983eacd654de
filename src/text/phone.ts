import { pattern } from '../core/pattern.ts'
import { type FigureGroup, type FigureRun, looseRunsIn, runsIn } from './figures.ts'
import { mailOf, mailsIn } from './mail.ts'
import { ordinaryIn, type TextSpan } from './ordinary-figures.ts'

/**
 * Telephone numbers in texts, however people write them: `06 71 22 33 44`, `+33 (0)6 71 22 33 44`,
 * `０６ ７１…`, *zéro six soixante et onze…*. One scanner (`figures.ts`) finds them to make them wait,
 * to hide and to forget them. An e-mail address (`mail.ts`) is looked for as they are.
 *
 * Law     a number that `phonesIn` finds is found by whoever looks for it in any shape, and what
 *         `withoutPhone` leaves holds it no more; a longer number is another number; in doubt,
 *         figures are a number.
 */

/**
 * A number at its place. Units: UTF-16. Shape: `own`: its figures, without what comes before them
 * at home or abroad.
 */
export type Phone = Readonly<{ from: number; to: number; own: string }>

/**
 * Fewer figures than that are a service's number, and stand in many places that speak of nobody.
 */
const FEWEST = 8
/** As words, fewer are enough to wait: nobody spells out a price. */
const FEWEST_SAID = 7
const LONGEST_ABROAD = 15

/** `plus`: a + stands before. At home, nine figures. */
function ownOf(figures: string, plus: boolean): string {
  const isAbroad = plus || figures.startsWith('00')
  const bare = figures.replace(isAbroad ? /^00/ : /^0/, '')
  return (isAbroad || bare === figures) && /^330?[1-9]\d{8}$/.test(bare) ? bare.slice(-9) : bare
}

const figuresAmong = (groups: FigureRun): string => groups.map(one => one.figures).join('')

/**
 * The figures of a number as somebody types it, without what comes before them; undefined when it
 * is nobody's own.
 */
export const figuresOf = (number: string): string | undefined => typedIn(number)?.own
function typedIn(number: string): Readonly<{ own: string; isAbroad: boolean }> | undefined {
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
function apart(found: readonly Phone[]): readonly Phone[] {
  const kept: Phone[] = []
  for (const one of found.toSorted((a, b) => a.from - b.from || b.to - a.to))
    if (one.from >= (kept.at(-1)?.to ?? 0)) kept.push(one)
  return kept
}
export const anyPhoneIn = (text: string): boolean => phonesIn(text).length > 0

function phonesOf(text: string, run: FigureRun): readonly Phone[] {
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

/** Those that touch one of these spans, by one walk over both. */
function touching<S extends TextSpan>(all: readonly S[], spans: readonly TextSpan[]): readonly S[] {
  const sorted = spans.toSorted((a, b) => a.from - b.from)
  let [at, reached] = [0, 0]
  return all.filter(one => {
    for (; at < sorted.length && sorted[at]!.from < one.to; at++)
      reached = Math.max(reached, sorted[at]!.to)
    return one.from < reached
  })
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

/** With what belongs to it: a + before, the bracket that it opens or closes. */
function phoneOf(text: string, groups: FigureRun): Phone {
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

/**
 * Numbers and addresses that are looked for. Shape: figures as they stand in a text, and whether
 * they must stand alone, or are a piece of something else.
 */
export type SoughtNumbers = Readonly<{
  mails: ReadonlySet<string>
  all: readonly string[]
  owns: ReadonlySet<string>
  shapes: ReadonlyMap<string, 'begun' | 'alone'>
  longest: number
}>

/** Finds these numbers and addresses in texts; undefined when they are nobody's own. */
export function seeking(...ways: readonly string[]): SoughtNumbers | undefined {
  const mails = new Set(ways.flatMap(way => mailOf(way) ?? []))
  const all = ways.flatMap(way => (mailOf(way) === undefined ? (typedIn(way) ?? []) : []))
  if (all.length === 0 && mails.size === 0) return undefined
  const shapes = new Map<string, 'begun' | 'alone'>()
  for (const { own, isAbroad } of all) {
    shapes.set(own, 'alone')
    for (const before of isAbroad ? ['00'] : ['0', '0033', '00330'])
      shapes.set(before + own, 'begun')
    for (const before of isAbroad ? [] : ['33', '330']) shapes.set(before + own, 'alone')
  }
  const owns = new Set(all.map(one => one.own))
  return {
    mails,
    all: [...owns],
    owns,
    shapes,
    longest: Math.max(0, ...[...shapes.keys()].map(one => one.length)),
  }
}

/** Where those that are looked for stand; none overlaps another. */
function soughtIn(text: string, sought: SoughtNumbers): readonly Phone[] {
  const mayHold = (run: FigureRun): boolean => {
    // Whatever its shape, its own figures are in the run.
    const figures = figuresAmong(run)
    return figures.length >= FEWEST && sought.all.some(own => figures.includes(own))
  }
  const shaped = (run: FigureRun): readonly Phone[] =>
    run.flatMap((_, at) => shapedAt(text, run, at, sought))
  const found = runsIn(text)
    .filter(mayHold)
    .flatMap(run => [
      ...phonesOf(text, run).filter(one => sought.owns.has(one.own)),
      ...shaped(run),
    ])
  if (found.length === 0) found.push(...looseRunsIn(text).filter(mayHold).flatMap(shaped))
  if (sought.mails.size > 0) found.push(...mailsIn(text).filter(one => sought.mails.has(one.own)))
  return apart(found)
}

function shapedAt(
  text: string,
  run: FigureRun,
  at: number,
  { shapes, longest }: SoughtNumbers,
): readonly Phone[] {
  const found: Phone[] = []
  let figures = ''
  for (let to = at; to < run.length && figures.length < longest; to++) {
    figures += run[to]!.figures
    const shape = shapes.get(figures)
    const isThere = shape === 'begun' || (shape === 'alone' && isAlone(run, at, to))
    if (isThere) found.push(phoneOf(text, run.slice(at, to + 1)))
  }
  return found
}

/** Nothing near makes of it a piece of a longer number. */
const isAlone = (run: FigureRun, at: number, to: number): boolean =>
  (run[at]!.plus !== undefined || at === 0 || run[at]!.signs.length > 3) &&
  !/^[ .-]?$/.test(run[to + 1]?.signs ?? 'none')

/** Whether a text holds one of those. */
export const holdsPhone = (text: string, sought: SoughtNumbers): boolean =>
  soughtIn(text, sought).length > 0

/** The text without them; what stood around stays, without a blank or a comma left over. */
export const withoutPhone = (text: string, sought: SoughtNumbers): string =>
  cut(text, left => soughtIn(left, sought))

/** The text without any telephone, whoever's it is. */
export const withoutPhones = (text: string): string => cut(text, phonesIn)

/** Words that lead to a number and say nothing without it: *appelez le*, *ou au*, *tél. :*. */
const LEADING = pattern('iu')`
  (?:^|(?<=[\s(,;:/]))(?:ou|et|puis|or|and|au|aux|le|du|on|at|n°|num[ée]ro
  |t[ée]l(?:[ée]phone)?\.?)\s*[:,]?\s*$
`
const LONGEST_LEADING = 16
function withLeading(text: string, { from, to }: Phone): Readonly<{ from: number; to: number }> {
  let start = from
  for (;;) {
    const near = text.slice(Math.max(0, start - LONGEST_LEADING), start)
    const word = LEADING.exec(near)
    if (!word) return { from: start, to }
    start -= near.length - word.index
  }
}

/** More turns than that make numbers out of numbers: nobody writes so but to hide one. */
const TURNS = 4
/**
 * What stood on both sides of one may make another, so it is looked through again, so many times.
 *
 * Law     the cost is that of so many walks. A text that goes on making numbers loses all the
 *         figures that stand with one, then all it says.
 */
function cut(text: string, found: (left: string) => readonly Phone[]): string {
  let left = text
  for (let turn = 0; turn < 3 * TURNS; turn++) {
    const all = found(left)
    if (all.length === 0) return left
    left = turn < TURNS ? cutOnce(left, all) : cutAround(left, all)
  }
  return ''
}

function cutOnce(left: string, all: readonly Phone[]): string {
  let [out, end] = ['', 0]
  for (const one of all) {
    const { from, to } = withLeading(left, one)
    out += left.slice(end, Math.max(end, from))
    // Two words stay two.
    if (/[\p{L}\p{N}]$/u.test(out.slice(-2)) && /^[\p{L}\p{N}]/u.test(left.slice(to, to + 2)))
      out += ' '
    end = to
  }
  return tidied(out + left.slice(end))
}

/**
 * All the figures that stand near each go, and a sign stands there, so that no two others come
 * together; words stay.
 */
function cutAround(left: string, all: readonly TextSpan[]): string {
  const runs = [...runsIn(left), ...looseRunsIn(left)].map(groups => ({
    from: groups[0]!.from,
    to: groups.at(-1)!.to,
    groups,
  }))
  const near = touching(
    runs.sort((a, b) => a.from - b.from),
    all,
  ).flatMap(run => run.groups.map(({ plus, from, to }) => ({ from: plus ?? from, to })))
  let [out, end] = ['', -1]
  for (const { from, to } of [...all, ...near].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const between = left.slice(Math.max(0, end), from)
    if (end < 0 || /\p{L}/u.test(between)) out += `${between} … `
    end = Math.max(end, to)
  }
  return out + left.slice(end)
}

/** Any value without those, at whatever depth; a text that was nothing else is emptied. */
export function valueWithout(value: unknown, sought: SoughtNumbers): unknown {
  if (typeof value === 'string')
    return holdsPhone(value, sought) ? withoutPhone(value, sought) || null : value
  if (Array.isArray(value))
    return value.map(one => valueWithout(one, sought)).filter(one => one !== null)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, valueWithout(one, sought)]),
  )
}

/** Whether a value holds one, at whatever depth. */
export function holdsIn(value: unknown, sought: SoughtNumbers): boolean {
  if (typeof value === 'string') return holdsPhone(value, sought)
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some(one => holdsIn(one, sought))
  )
}

const tidied = (text: string): string =>
  text
    .replace(/\(\s*\)/g, '')
    .replace(/[ \u00a0]{2,}/g, ' ')
    .replace(/[ \u00a0]+([.,])/g, '$1')
    .replace(/,\s*(?=[,.]|$)/g, '')
    .trim()
