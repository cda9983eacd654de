import type { CalendarWords } from './fr.ts'

/**
 * English words for opening hours and repetitions, piece by piece: `hours.ts` and `recurrence.ts`
 * put them together. `fr.ts` has the same pieces in French.
 */

const NTH: Readonly<Record<number, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  [-1]: 'last',
  [-2]: 'last but one',
}
const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
]
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const number = (n: number): string => NUMBERS[n] ?? String(n)
const month = (n: number): string => MONTHS[n - 1] ?? ''
const and = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
const nths = (nth: readonly number[]): string => and(nth.map(n => NTH[n] ?? `${n}th`))

export const en: CalendarWords = {
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  hour: (h, m) => (h === 24 && m === 0 ? 'midnight' : `${h % 24}:${String(m).padStart(2, '0')}`),
  and,
  fromTo: (from, to) => `${from} to ${to}`,
  onwards: from => `from ${from}`,
  allDay: 'all day',
  theDay: day => day,
  dayRange: (from, to) => `${from} to ${to}`,
  everyDay: 'every day',
  nthOfMonth: (nth, day) => `the ${nths(nth)} ${day} of the month`,
  publicHolidays: 'public holidays',
  schoolHolidays: 'during school holidays',
  monthRange: (from, to) => `${month(from)} to ${month(to)}`,
  inMonth: n => `in ${month(n)}`,
  onDate: (day, n) => `${day}\u00a0${month(n)}`,
  dateRange: (from, to) => `${from[0]}\u00a0${month(from[1])} to ${to[0]}\u00a0${month(to[1])}`,
  always: 'day and night, every day',
  closed: 'closed',
  maybe: 'to be confirmed',
  byDemand: comment => `“${comment}”`,
  otherwise: 'otherwise',
  pause: '; ',

  each: unit => `every ${unit}`,
  eachDays: days => `every ${and(days)}`,
  oneIn: (day, n) => (n === 2 ? `every other ${day}` : `one ${day} in ${number(n)}`),
  every: (unit, n) => `every ${number(n)} ${unit}s`,
  monthDay: day =>
    day === -1
      ? 'on the last day of the month'
      : day < 0
        ? `${-day} days before the end of the month`
        : `on day ${day} of the month`,
  nthOf: (nth, day, n) => `the ${nths(nth)} ${day} of ${month(n)}`,
  untilDay: (day, n, year) => `until ${day}\u00a0${month(n)}\u00a0${year}`,
  times: n => (n === 1 ? 'once' : `${number(n)} times`),
  seeAgenda: 'see the days in the agenda',
}
