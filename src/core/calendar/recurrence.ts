import { RRuleTemporal } from 'rrule-temporal'
import type { Lang } from '../lang.ts'
import { nullPrototype } from '../null-prototype.ts'
import { en } from './en.ts'
import { type CalendarWords, fr } from './fr.ts'
import { typedRecurrence } from './typed-fr.ts'
import { WEEKDAY_CODES } from './weekdays.ts'

/**
 * Repetitions of events, as RRULE of RFC 5545 (`FREQ=WEEKLY;BYDAY=WE`): reads what was typed,
 * checks a rule, lists its days, and says it in words. `momentOf` gives the instant of a day and a
 * time.
 *
 * Rules count days alone, without a time zone; the time of the event stands beside the rule. So
 * 18:00 stays 18:00 when the clocks change. An UNTIL in UTC, as other calendars write it, becomes
 * the day of that instant in the village. Rules that repeat within a day (HOURLY, BYHOUR…) are
 * refused.
 *
 * Source  RFC 5545, 3.3.10; rrule-temporal 2.2.
 */

/**
 * Why a rule is refused, as a code. Pages have the words.
 *
 * Shape   `too-long`: more than 300 characters. `too-often`: it repeats within a day.
 *         `too-many`: its COUNT is above 5,000. `never`: it falls on no day, as far
 *         as one looks (`MOST_PERIODS`).
 */
export type RecurrenceFault =
  | 'empty'
  | 'too-long'
  | 'not-understood'
  | 'too-often'
  | 'too-many'
  | 'never'

/** An event: its first day, and its rule if it repeats. */
export type RecurringEvent = Readonly<{ startsOn: string; recurs?: string | null }>

/** The largest COUNT: thirteen years of days. A rule without COUNT and UNTIL has no end. */
const MOST_COUNT = 5_000
/** The most periods that `rrule-temporal` looks at: fifty-five years of days. */
const MOST_PERIODS = 20_000
/** Units   characters. */
const LONGEST_RULE = 300

const list = (item: string): RegExp => new RegExp(`^(?:${item})(?:,(?:${item}))*$`)
/** The parts a rule may have, and what each may say. */
const PARTS: Readonly<Record<string, RegExp>> = nullPrototype({
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,3}$/,
  COUNT: /^[1-9]\d*$/,
  UNTIL: /^\d{8}(?:T\d{6}Z?)?$/,
  BYDAY: list('[+-]?[1-5]?(?:MO|TU|WE|TH|FR|SA|SU)'),
  BYMONTHDAY: list('-?(?:[1-9]|[12]\\d|3[01])'),
  BYMONTH: list('[1-9]|1[0-2]'),
  BYSETPOS: list('-?[1-5]'),
  BYWEEKNO: list('-?(?:[1-9]|[1-4]\\d|5[0-3])'),
  WKST: list('MO|SU'),
})
const WITHIN_A_DAY = /\b(?:SECONDLY|MINUTELY|HOURLY|BYHOUR|BYMINUTE|BYSECOND)\b/

type Parts = ReadonlyMap<string, string>

function readParts(rule: string): Parts | RecurrenceFault {
  if (rule.length > LONGEST_RULE) return 'too-long'
  const text = rule
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '')
  if (text === '') return 'empty'
  if (WITHIN_A_DAY.test(text)) return 'too-often'
  const parts = new Map<string, string>()
  for (const part of text.split(';')) {
    const [name = '', value = '', ...more] = part.split('=')
    const isKnown = Object.hasOwn(PARTS, name) && PARTS[name]!.test(value) && more.length === 0
    if (!isKnown || parts.has(name)) return 'not-understood'
    const read = name === 'UNTIL' ? lastDay(value) : value
    if (read === undefined) return 'not-understood'
    parts.set(name, read)
  }
  if (!parts.has('FREQ') || (parts.has('COUNT') && parts.has('UNTIL'))) return 'not-understood'
  return Number(parts.get('COUNT') ?? 0) > MOST_COUNT ? 'too-many' : parts
}

/** The zone of the village’s clock. */
const ZONE = 'Europe/Paris'

/** The day of an UNTIL, as `20270624`; undefined when the calendar has no such day or time. */
function lastDay(until: string): string | undefined {
  try {
    if (!until.endsWith('Z')) {
      Temporal.PlainDateTime.from(until)
      return until.slice(0, 8)
    }
    const day = Temporal.Instant.from(until).toZonedDateTimeISO(ZONE).toPlainDate()
    return day.toString().replaceAll('-', '')
  } catch {
    return undefined
  }
}

/**
 * The days of a rule that was read, from `from` to `to`. When `rrule-temporal` gives up, it gives
 * the days found before.
 */
function days(
  parts: Parts,
  startsOn: string,
  { from, to }: Readonly<{ from: string; to: string }>,
  limit: number,
): readonly string[] {
  const at = (day: string): Temporal.ZonedDateTime =>
    Temporal.PlainDate.from(day).toZonedDateTime('UTC')
  // Without this end, a rule that falls on no day is searched for thousands of years. Of two
  // UNTIL, the library takes the last.
  const until = [parts.get('UNTIL'), to.replaceAll('-', '')]
    .filter(day => day !== undefined)
    .sort()[0]!
  const text = [...parts, ['UNTIL', until]].map(([name, value]) => `${name}=${value}`).join(';')
  const found: string[] = []
  try {
    const rule = new RRuleTemporal({
      rruleString: text,
      dtstart: at(startsOn),
      tzid: 'UTC',
      maxIterations: MOST_PERIODS,
    })
    let next = rule.next(at(from), true)
    const last = at(to)
    while (next && found.length < limit && Temporal.ZonedDateTime.compare(next, last) <= 0) {
      found.push(next.toPlainDate().toString())
      next = rule.next(next, false)
    }
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) throw error
  }
  return found
}

/**
 * The days of an event from `from` to `to`, both included, `limit` at most. An event without a
 * rule, or with an invalid one, has its first day alone. A valid rule that falls on no day there
 * gives none.
 *
 * Law     Days ascend, each once, inside [from, to], never before `startsOn`. The work is limited
 *         whatever the rule.
 */
export function occurrences(
  event: RecurringEvent,
  from: string,
  to: string,
  limit: number,
): readonly string[] {
  if (!isDay(event.startsOn) || !isDay(from) || !isDay(to) || to < from) return []
  const alone = event.startsOn >= from && event.startsOn <= to && limit > 0 ? [event.startsOn] : []
  const parts = event.recurs ? readParts(event.recurs) : 'empty'
  if (typeof parts === 'string') return alone
  return days(
    parts,
    event.startsOn,
    { from: from > event.startsOn ? from : event.startsOn, to },
    limit,
  )
}

/**
 * Why a rule is refused, or null. With `startsOn`, it also refuses a rule for which no day is found
 * in a hundred years.
 */
export function recurrenceFault(rule: string, startsOn?: string): RecurrenceFault | null {
  const parts = readParts(rule)
  if (typeof parts === 'string') return parts
  if (startsOn === undefined || !isDay(startsOn)) return null
  const century = Temporal.PlainDate.from(startsOn).add({ years: 100 }).toString()
  return days(parts, startsOn, { from: startsOn, to: century }, 1).length === 0 ? 'never' : null
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/**
 * The instant of a day and a time, in milliseconds since 1970, by the clock of the village when no
 * `zone` is given. A time that the change to summer skips (2:30 one night in March) is moved
 * later by the gap. A time that comes twice (2:30 one night in October) is the first of the two.
 */
export function momentOf(day: string, time: string, zone = ZONE): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(time),
  }).epochMilliseconds
}

const WORDS: Readonly<Record<Lang, CalendarWords>> = { fr, en }
const UNIT = nullPrototype({
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
} as const)

/**
 * A rule in words: *chaque mercredi*, *un lundi sur deux*, *le premier samedi du mois, jusqu’au 24
 * juin 2027*. `startsOn` gives the day that a rule does not name. A refused rule comes back as
 * written, trimmed.
 */
export function sayRecurrence(rule: string, lang: Lang, startsOn?: string): string {
  const parts = readParts(rule)
  if (typeof parts === 'string') return rule.trim()
  const words = WORDS[lang]
  return [
    sayRhythm(parts, words, startsOn && isDay(startsOn) ? startsOn : undefined),
    sayEnd(parts, words),
  ]
    .filter(Boolean)
    .join(', ')
}

function sayEnd(parts: Parts, words: CalendarWords): string {
  const [, y, m, d] = /^(\d{4})(\d\d)(\d\d)/.exec(parts.get('UNTIL') ?? '') ?? []
  if (y) return words.untilDay(Number(d), Number(m), Number(y))
  const count = parts.get('COUNT')
  return count ? words.times(Number(count)) : ''
}

/**
 * How often, without the end. What these words can’t say whole is said by its unit, with *voir les
 * jours dans l’agenda*.
 */
function sayRhythm(parts: Parts, words: CalendarWords, startsOn?: string): string {
  const unit = UNIT[parts.get('FREQ') as keyof typeof UNIT]
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const plain = interval === 1 ? words.each(unit) : words.every(unit, interval)
  const precise = { day: () => plain, week: sayWeek, month: sayMonth, year: sayYear }[unit](
    parts,
    words,
    interval,
    startsOn,
  )
  const left = [...parts.keys()].filter(name => !SAYABLE_PARTS[unit].has(name))
  return precise && left.length === 0 ? precise : `${plain}, ${words.seeAgenda}`
}

/** The parts that every rhythm has words for, or that need none. */
const always = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST']
/**
 * The parts of a rule that each rhythm has words for. A rule with another part sends the reader to
 * the agenda.
 */
const SAYABLE_PARTS = nullPrototype({
  day: new Set(always),
  week: new Set([...always, 'BYDAY']),
  month: new Set([...always, 'BYDAY', 'BYSETPOS', 'BYMONTHDAY']),
  year: new Set([...always, 'BYDAY', 'BYSETPOS', 'BYMONTHDAY', 'BYMONTH']),
})

function sayWeek(
  parts: Parts,
  words: CalendarWords,
  interval: number,
  startsOn?: string,
): string | undefined {
  const codes =
    parts.get('BYDAY')?.split(',') ??
    (startsOn ? [WEEKDAY_CODES[Temporal.PlainDate.from(startsOn).dayOfWeek - 1]!] : [])
  const names = codes.map(code => words.days[WEEKDAY_CODES.indexOf(code)])
  if (names.some(name => name === undefined)) return undefined
  const said = names as readonly string[]
  if (said.length === 0) return interval === 1 ? words.each('week') : words.every('week', interval)
  if (codes.join() === 'MO,TU,WE,TH,FR' && interval === 1) return words.dayRange(said[0]!, said[4]!)
  if (interval === 1) return words.eachDays(said)
  return said.length === 1
    ? words.oneIn(said[0]!, interval)
    : `${words.and(said.map(words.theDay))}, ${words.every('week', interval)}`
}

/**
 * The places and the day that `2SA`, or `SA` with BYSETPOS=2, names: the second Saturday. Undefined
 * when the rule names several days, no place, or places in both ways.
 */
function nthDay(
  parts: Parts,
  words: CalendarWords,
): Readonly<{ nth: readonly number[]; day: string }> | undefined {
  const found = (parts.get('BYDAY') ?? '')
    .split(',')
    .map(code => /^([+-]?\d)?([A-Z]{2})$/.exec(code))
  const codes = new Set(found.map(code => code?.[2]))
  const day = words.days[WEEKDAY_CODES.indexOf([...codes][0] ?? '')]
  const places = parts.get('BYSETPOS')?.split(',').map(Number)
  const nth = places ?? found.map(code => Number(code?.[1] ?? 0))
  const isPlacedTwice = places !== undefined && found.some(code => code?.[1] !== undefined)
  return day === undefined || codes.size !== 1 || isPlacedTwice || nth.some(n => n === 0)
    ? undefined
    : { nth, day }
}

function sayMonth(
  parts: Parts,
  words: CalendarWords,
  interval: number,
  startsOn?: string,
): string | undefined {
  const often = interval === 1 ? '' : words.every('month', interval)
  const single = /^-?\d+$/.exec(parts.get('BYMONTHDAY') ?? '')?.[0]
  if (single && !parts.has('BYDAY') && !parts.has('BYSETPOS'))
    return [words.monthDay(Number(single)), often].filter(Boolean).join(', ')
  if (parts.has('BYMONTHDAY')) return undefined
  if (!parts.has('BYDAY') && parts.has('BYSETPOS')) return undefined
  if (!parts.has('BYDAY'))
    return startsOn
      ? [words.monthDay(Number(startsOn.slice(8))), often].filter(Boolean).join(', ')
      : often || words.each('month')
  const found = nthDay(parts, words)
  return found && [words.nthOfMonth(found.nth, found.day), often].filter(Boolean).join(', ')
}

function sayYear(
  parts: Parts,
  words: CalendarWords,
  interval: number,
  startsOn?: string,
): string | undefined {
  const often = interval === 1 ? words.each('year') : words.every('year', interval)
  const month = /^\d+$/.exec(parts.get('BYMONTH') ?? '')?.[0]
  const day = /^\d+$/.exec(parts.get('BYMONTHDAY') ?? '')?.[0]
  const bare = !['BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS'].some(name => parts.has(name))
  if (bare)
    return startsOn
      ? `${often}, ${words.onDate(Number(startsOn.slice(8)), Number(startsOn.slice(5, 7)))}`
      : often
  if (!month) return undefined
  if (day && !parts.has('BYDAY') && !parts.has('BYSETPOS'))
    return `${often}, ${words.onDate(Number(day), Number(month))}`
  const found = parts.has('BYMONTHDAY') ? undefined : nthDay(parts, words)
  return found && `${often}, ${words.nthOf(found.nth, found.day, Number(month))}`
}

/**
 * Reads a typed rule: *tous les jeudis*, *le 1er samedi du mois*, or an RRULE. The result is an
 * RRULE in capitals, without blanks. Undefined when the typed text is refused. *jusqu’en juin* is
 * the next June from the day `from`.
 *
 * Law     `normalRecurrence(recurrenceForForm(rule, lang)) = rule`, for each rule that
 *         `normalRecurrence` gave.
 */
export function normalRecurrence(typed: string, from?: string): string | undefined {
  const rule =
    typedRecurrence(typed, from) ??
    typed
      .toUpperCase()
      .replace(/\s/g, '')
      .replace(/^(?:RRULE:)+/, '')
  return recurrenceFault(rule) === null ? rule : undefined
}

/**
 * A rule as the text of a form: in French when the form is in French and that text reads back as
 * the same rule, else as an RRULE.
 */
export function recurrenceForForm(rule: string, lang: Lang): string {
  const said = lang === 'fr' ? sayRecurrence(rule, lang) : rule
  return normalRecurrence(said) === rule ? said : rule
}

/**
 * A rule in two parts: its rhythm, in its normal spelling, and the last day that it names. A rule
 * that is refused has its text alone.
 */
export function untilOf(rule: string): Readonly<{ rhythm: string; until?: string }> {
  const parts = readParts(rule)
  if (typeof parts === 'string') return { rhythm: rule }
  const until = parts.get('UNTIL')
  const said = [...parts].filter(([name]) => name !== 'UNTIL').map(part => part.join('='))
  const rhythm = said.join(';')
  if (until === undefined) return { rhythm }
  return {
    rhythm,
    until: `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6)}`,
  }
}

/** A rule that ends on this day, whatever end it had. */
export function untilDay(rule: string, day: string): string {
  const parts = readParts(rule)
  if (typeof parts === 'string') return rule
  const rhythm = [...parts].filter(([name]) => name !== 'UNTIL' && name !== 'COUNT')
  return [...rhythm, ['UNTIL', day.replaceAll('-', '')]].map(part => part.join('=')).join(';')
}
