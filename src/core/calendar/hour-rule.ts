import type { CalendarWords } from './fr.ts'

/**
 * Says one rule of opening hours in words: `Mo-Fr 09:00-12:00` becomes *du lundi au vendredi, de 9
 * h à 12 h*. `hours.ts` splits hours into rules, and gives each in the normal spelling of
 * OpenStreetMap’s grammar. A rule that these words can’t say gives undefined.
 */

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
/** Months in the grammar of opening hours. */
export const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
]
const MONTH = MONTHS.join('|')
const DAY = `${DAYS.join('|')}|PH|SH`
const RULE = new RegExp(
  `^(?<season>(?:${MONTH})(?: \\d\\d)?(?:[-,](?:(?:${MONTH})(?: \\d\\d)?|\\d\\d))*)?:? ?` +
    `(?<days>(?:${DAY})(?:[-,](?:${DAY})|\\[[-\\d,]+\\])*)? ?` +
    '(?<times>24/7|\\d\\d:\\d\\d[-\\d:,+]*)? ?(?<state>off|closed|open|unknown)? ' +
    '?(?:"(?<comment>[^"]*)")?$',
)

/** The rule in words; undefined when it goes beyond our words. */
export function sayRule(rule: string, words: CalendarWords): string | undefined {
  const found = RULE.exec(rule.trim())?.groups
  if (!found || rule.trim() === '') return undefined
  const season = found.season === undefined ? '' : saySeason(found.season, words)
  const days = found.days === undefined ? '' : sayDays(found.days, words)
  const times =
    found.times === undefined || found.times === '24/7' ? '' : sayTimes(found.times, words)
  if (season === undefined || days === undefined || times === undefined) return undefined
  const off = found.state === 'off' || found.state === 'closed'
  const bare = found.times === undefined && !off && found.state !== 'unknown'
  const when = [season, days || (times && !season ? words.everyDay : ''), times]
    .filter(Boolean)
    .join(', ')
  return [
    sayState(
      when,
      { off, always: found.times === '24/7', bare, alone: found.comment !== undefined },
      words,
    ),
    sayNote(found, words),
  ]
    .filter(Boolean)
    .join(', ')
}

/**
 * The state of a rule. `off`: closed. `always`: 24/7. `bare`: it gives no times. `alone`: it has a
 * comment.
 */
type State = Readonly<{ off: boolean; always: boolean; bare: boolean; alone: boolean }>

function sayState(when: string, state: State, words: CalendarWords): string {
  if (state.off) return when ? `${words.closed} ${when}` : words.closed
  if (state.always) return when ? `${when}, ${words.allDay}` : words.always
  return state.bare && when && !state.alone ? `${when}, ${words.allDay}` : when
}

function sayNote(
  found: Readonly<Record<string, string | undefined>>,
  words: CalendarWords,
): string {
  const note = found.comment ? words.byDemand(found.comment) : ''
  return found.state === 'unknown' ? [words.maybe, note].filter(Boolean).join(', ') : note
}

function sayTimes(times: string, words: CalendarWords): string | undefined {
  const said = times.split(',').map(time => {
    const [, h1, m1, h2, m2, open] = /^(\d\d):(\d\d)(?:-(\d\d):(\d\d))?(\+)?$/.exec(time) ?? []
    if (!h1 || !m1) return undefined
    const from = words.hour(Number(h1), Number(m1))
    if (!h2 || !m2) return open ? words.onwards(from) : undefined
    if (time === '00:00-24:00') return words.allDay
    return open ? undefined : words.fromTo(from, words.hour(Number(h2), Number(m2)))
  })
  return said.every(one => one !== undefined) ? words.and(said) : undefined
}

function sayDays(days: string, words: CalendarWords): string | undefined {
  if (days === 'Mo-Su') return words.everyDay
  const parts = days.match(/[A-Z][A-Za-z](?:-[A-Z][a-z]|\[[-\d,]+\])?/g) ?? []
  const said = parts.map(part => sayDay(part, words))
  return parts.join(',') === days && said.every(one => one !== undefined)
    ? words.and(said)
    : undefined
}

function sayDay(part: string, words: CalendarWords): string | undefined {
  if (part === 'PH') return words.publicHolidays
  if (part === 'SH') return words.schoolHolidays
  const name = (code: string): string | undefined => words.days[DAYS.indexOf(code)]
  const [from, to] = [name(part.slice(0, 2)), name(part.slice(3, 5))]
  if (from === undefined) return undefined
  const nth = /\[([-\d,]+)\]/.exec(part)?.[1]
  if (nth !== undefined) {
    const numbers = nth.split(',').map(Number)
    return numbers.every(n => Number.isInteger(n) && n !== 0 && Math.abs(n) <= 5)
      ? words.nthOfMonth(numbers, from)
      : undefined
  }
  return part.length === 2
    ? words.theDay(from)
    : to === undefined
      ? undefined
      : words.dayRange(from, to)
}

function saySeason(season: string, words: CalendarWords): string | undefined {
  const said = season.split(',').map(part => {
    const [, m1, d1, m2, d2] =
      new RegExp(`^(${MONTH})(?: (\\d\\d))?(?:-(?:(${MONTH})(?: )?)?(\\d\\d)?)?$`).exec(part) ?? []
    if (!m1) return undefined
    const from = MONTHS.indexOf(m1) + 1
    const to = m2 ? MONTHS.indexOf(m2) + 1 : from
    if (!part.includes('-')) return d1 ? words.onDate(Number(d1), from) : words.inMonth(from)
    if (d1 && d2) return words.dateRange([Number(d1), from], [Number(d2), to])
    return d1 || d2 ? undefined : words.monthRange(from, to)
  })
  return said.every(one => one !== undefined) ? words.and(said) : undefined
}
