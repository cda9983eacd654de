import { pattern } from '../core/pattern.ts'
import { type FigureRun, looseRunsIn, runsIn } from './figures.ts'
import { mailOf, mailsIn } from './mail.ts'
import { type TextSpan, touching } from './ordinary-figures.ts'
import {
  apart,
  FEWEST,
  figuresAmong,
  type Phone,
  phoneOf,
  phonesIn,
  phonesOf,
  typedIn,
} from './phone.ts'

/**
 * Given telephone numbers in texts: whether they stand there, in whatever shape, and the texts
 * without them. An e-mail address (`mail.ts`) is looked for as they are.
 *
 * Law     a number that `phonesIn` finds is found by whoever looks for it in any shape, and what
 *         `withoutPhone` leaves holds it no more.
 */

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

/** The text without any telephone, whoever's it is; `kept` stay. */
export const withoutPhones = (text: string, kept?: SoughtNumbers): string =>
  cut(text, left => phonesIn(left).filter(one => kept?.owns.has(one.own) !== true))

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

/** What led on from a number that opened the text: *, ou à la mairie*. */
const LED_ON = /^[ ,;:/\u00a0]+(?:(?:ou|et|puis|or|and)(?!\p{L})[ ,]*)?/iu
const tidied = (text: string): string =>
  text
    .replace(/\(\s*\)/g, '')
    .replace(/[ \u00a0]{2,}/g, ' ')
    .replace(/[ \u00a0]+([.,])/g, '$1')
    .replace(/,\s*(?=[,.]|$)/g, '')
    .replace(LED_ON, '')
    .trim()
