import { type DaysOffHere, publicHolidays, SCHOOL_KNOWN, schoolHolidays } from './days-off.ts'
import { MONTHS } from './hour-rule.ts'

/**
 * Opening hours whose public holidays (PH) and school holidays (SH) are written out as days: those
 * of `days-off.ts`, as for events. The package has holidays of its own, under regions and without a
 * last known day.
 *
 * Absent  a rule with a season, a week or a shift (`Jul-Aug PH off`, `PH +1 day`): it keeps the
 *         holidays of the package.
 * Source  the specification of OpenStreetMap’s `opening_hours`, *holiday*.
 */

type Span = readonly [from: string, to: string]
const DAY = '(?:PH|SH|(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?(?:\\[[-\\d,]+\\])?)'
const RULE = new RegExp(`^(?<days>${DAY}(?:,${DAY})*)(?<rest>(?: (?![-+]\\d).*)?)$`)
const TOKEN = new RegExp(DAY, 'g')
/** Between two rules, and not inside a comment. */
const BETWEEN = /( \|\| |; |, )(?=(?:[^"]*"[^"]*")*[^"]*$)/

/** Whether these hours, in their normal spelling, speak of school holidays. */
export const namesSchool = (spelled: string): boolean => /\bSH\b/.test(unquoted(spelled))
const unquoted = (spelled: string): string => spelled.replace(/"[^"]*"/g, '')

/**
 * Hours in their normal spelling, for moments near a day: none when they name no holidays, one
 * text, or two when it is not known whether a day is one of the school holidays.
 */
export function writtenOut(spelled: string, day: string, here: DaysOffHere): readonly string[] {
  if (!/\b[PS]H\b/.test(unquoted(spelled))) return []
  const year = Number(day.slice(0, 4))
  const years = [year - 1, year, year + 1]
  const PH = years
    .flatMap(one => publicHolidays(one, here.alsaceMoselle))
    .map((one): Span => [one, one])
  const whole: Span = [`${year - 1}-01-01`, `${year + 1}-12-31`]
  const SH = schoolHolidays(here).filter(([from, to]) => from <= whole[1] && to >= whole[0])
  const known = rulesOf(spelled, { PH, SH })
  const doubt = namesSchool(spelled) ? unknownSpans(here, whole) : []
  return doubt.length === 0 ? [known] : [known, rulesOf(spelled, { PH, SH: [...SH, ...doubt] })]
}

/** The days near a moment of which it is not known whether they are school holidays. */
function unknownSpans({ zone }: DaysOffHere, [first, last]: Span): readonly Span[] {
  if (zone === undefined) return [[first, last]]
  const before = Temporal.PlainDate.from(SCHOOL_KNOWN.from).subtract({ days: 1 }).toString()
  const after = Temporal.PlainDate.from(SCHOOL_KNOWN.to).add({ days: 1 }).toString()
  const spans: readonly Span[] = [
    [first, before],
    [after, last],
  ]
  return spans.filter(([from, to]) => from <= to)
}

type Spans = Readonly<Record<'PH' | 'SH', readonly Span[]>>
/** Each rule with its days, after the mark that stood before it. */
function rulesOf(spelled: string, spans: Spans): string {
  const [first = '', ...others] = spelled.split(BETWEEN)
  const rules: (readonly [mark: string, rule: string])[] = [['; ', first]]
  for (let at = 0; at < others.length; at += 2) rules.push([others[at]!, others[at + 1]!])
  const said = rules.flatMap(([mark, rule]) => ruleOf(rule, spans).map(one => [mark, one] as const))
  return said.length === 0
    ? 'off'
    : said.map(([mark, rule], i) => (i === 0 ? rule : `${mark}${rule}`)).join('')
}

/** `Mo-Fr,PH 09:00-12:00`: a rule for its weekdays, and one for its holidays. */
function ruleOf(rule: string, spans: Spans): readonly string[] {
  const { days, rest } = RULE.exec(rule)?.groups ?? {}
  const tokens: readonly string[] = days?.match(TOKEN) ?? []
  const off = tokens.filter(one => one === 'PH' || one === 'SH')
  if (off.length === 0) return [rule]
  const weekdays = tokens.filter(one => one !== 'PH' && one !== 'SH')
  const dated = off.flatMap(one => spans[one]).map(saidSpan)
  return [weekdays, dated].flatMap(some => (some.length === 0 ? [] : [`${some.join(',')}${rest}`]))
}

function saidSpan([from, to]: Span): string {
  const said = (day: string): string =>
    `${day.slice(0, 4)} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(8)}`
  return from === to ? said(from) : `${said(from)}-${said(to)}`
}
