import type { Lang } from '../core/lang.ts'
import { daysWords } from './days-words.ts'

/**
 * Ways of saying days, times and distances. Days are ISO texts (`2026-12-05`), `today` is given:
 * nothing here reads a clock.
 */

const plain = (day: string): Temporal.PlainDate | undefined => {
  try {
    return Temporal.PlainDate.from(day)
  } catch {
    return undefined
  }
}

/** 1 is Monday, 7 Sunday; 0 when this is no day. */
export const weekdayNumber = (day: string): number => plain(day)?.dayOfWeek ?? 0

/** *mardi*; nothing when this is no day. */
export const weekday = (day: string, lang: Lang): string =>
  daysWords(lang).weekdays[weekdayNumber(day) - 1] ?? ''

/** Days from one day to another; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [plain(from), plain(to)]
  return a && b ? a.until(b, { largestUnit: 'day' }).days : 0
}

export const dayAfter = (day: string, days: number): string =>
  plain(day)?.add({ days }).toString() ?? day

/** The village's day of a moment in ms since 1970. */
export const dayOfMoment = (ms: number, zone = 'Europe/Paris'): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString()

/** Its hour there, `14:05`, for `sayTime`. */
export const timeOfMoment = (ms: number, zone = 'Europe/Paris'): string =>
  Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })

const withYear = (said: string, date: Temporal.PlainDate, today?: string): string =>
  today?.startsWith(`${String(date.year).padStart(4, '0')}-`) ? said : `${said} ${date.year}`

/** *mercredi 2 décembre*, with its year unless it is today's. */
export function dayLong(day: string, lang: Lang, today?: string): string {
  const date = plain(day)
  if (!date) return day
  const w = daysWords(lang)
  const said = w.long(
    w.weekdays[date.dayOfWeek - 1] ?? '',
    w.dayOfMonth(date.day),
    w.months[date.month - 1] ?? '',
  )
  return withYear(said, date, today)
}

/** *2 décembre*. */
export function dayPlain(day: string, lang: Lang, today?: string): string {
  const date = plain(day)
  if (!date) return day
  const w = daysWords(lang)
  return withYear(w.plain(w.dayOfMonth(date.day), w.months[date.month - 1] ?? ''), date, today)
}

/** *2 déc.* */
export function dayShort(day: string, lang: Lang, today?: string): string {
  const date = plain(day)
  if (!date) return day
  const w = daysWords(lang)
  return withYear(w.plain(w.dayOfMonth(date.day), w.monthsShort[date.month - 1] ?? ''), date, today)
}

/** The three lines of a day's little sheet: *sam*, *28*, *nov*. */
export function dayLeaf(
  day: string,
  lang: Lang,
): readonly [weekday: string, day: string, month: string] {
  const date = plain(day)
  if (!date) return ['', day, '']
  const w = daysWords(lang)
  return [
    w.weekdaysShort[date.dayOfWeek - 1] ?? '',
    String(date.day),
    w.monthsLeaf[date.month - 1] ?? '',
  ]
}

/** *aujourd’hui*, *demain*, *mardi* within six days, then *mercredi 2 décembre*. */
export function dayNear(day: string, lang: Lang, today: string): string {
  if (!plain(day)) return day
  const w = daysWords(lang)
  const ahead = daysBetween(today, day)
  if (ahead === 0) return w.today
  if (ahead === 1) return w.tomorrow
  if (ahead === -1) return w.yesterday
  return ahead > 1 && ahead < 7 ? weekday(day, lang) : dayLong(day, lang, today)
}

/** The same in a row of days: *jeudi 10*, while the month is that of today. */
export function dayInRow(day: string, lang: Lang, today: string): string {
  const isFar = daysBetween(today, day) > 6
  return isFar && isOneMonth(day, today) ? dayOfItsMonth(day, lang) : dayNear(day, lang, today)
}

const isOneMonth = (a: string, b: string): boolean =>
  plain(a) !== undefined && a.slice(0, 7) === b.slice(0, 7)
/** *jeudi 10*, where the month is said already. */
function dayOfItsMonth(day: string, lang: Lang): string {
  const w = daysWords(lang)
  return w.long(weekday(day, lang), w.dayOfMonth(plain(day)?.day ?? 0), '').trimEnd()
}

/** *le 12 novembre*, or *vers le 12 novembre* when the clock that wrote it was not set. */
export function onDay(day: string, lang: Lang, today?: string, sure = true): string {
  const w = daysWords(lang)
  return (sure ? w.theDay : w.unsure)(dayPlain(day, lang, today))
}

/** *14 h*, *8 h 30*, from `08:30`; what is no time comes back as it was. */
export function sayTime(time: string, lang: Lang): string {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(time)
  return parts ? daysWords(lang).time(Number(parts[1]), parts[2] ?? '00') : time
}

/** *de 17 h à 19 h*, or the start alone. */
export const sayTimes = (from: string, until: string | null | undefined, lang: Lang): string =>
  until ? daysWords(lang).between(sayTime(from, lang), sayTime(until, lang)) : sayTime(from, lang)

/** *du 2 au 5 décembre*, said plainly with both days in full. */
export const sayPeriod = (from: string, to: string, lang: Lang, today?: string): string =>
  daysWords(lang).fromDayTo(dayPlain(from, lang, today), dayPlain(to, lang, today))

/** *du lundi 7 au dimanche 13 décembre*: the first month is said where it is another one. */
export function sayDays(from: string, to: string, lang: Lang, today?: string): string {
  const began = isOneMonth(from, to) ? dayOfItsMonth(from, lang) : dayLong(from, lang, today)
  return daysWords(lang).fromDayTo(began, dayLong(to, lang, today))
}

/** Numbers in words up to twenty, then in figures. */
export const numberWord = (n: number, lang: Lang): string =>
  daysWords(lang).numbers[n] ?? figure(n, lang)

/** *trois semaines*: days to thirteen, weeks to eight, months to twenty-three, then years. */
export function span(days: number, lang: Lang): string {
  const w = daysWords(lang)
  const say = (n: number, of: (n: number, word: string) => string): string =>
    of(n, numberWord(n, lang))
  if (days < 14) return say(days, w.day)
  if (days < 61) return say(Math.floor(days / 7), w.week)
  if (days < 730) return say(Math.floor(days / 30.44), w.month)
  return say(Math.floor(days / 365.25), w.year)
}

/** *depuis trois semaines*. */
export function sinceDay(day: string, lang: Lang, today: string): string {
  const w = daysWords(lang)
  const days = daysBetween(day, today)
  if (days <= 0) return w.sinceToday
  return days === 1 ? w.sinceYesterday : w.since(span(days, lang))
}

/** *il y a trois semaines*, *hier*, *dans deux jours*. */
export function fromToday(day: string, lang: Lang, today: string): string {
  const w = daysWords(lang)
  const days = daysBetween(day, today)
  if (days === 0) return w.today
  if (days === 1) return w.yesterday
  if (days === -1) return w.tomorrow
  return days > 0 ? w.ago(span(days, lang)) : w.ahead(span(-days, lang))
}

/** *1 234,5*: as few decimals as the number has, three at most. */
export function figure(n: number, lang: Lang): string {
  const w = daysWords(lang)
  const [whole = '0', part] = String(Math.round(Math.abs(n) * 1000) / 1000).split('.')
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, w.thousands) : whole
  return `${n < 0 ? '−' : ''}${grouped}${part ? w.decimal + part : ''}`
}

/** *à 78 km*, *à 400 m*, *tout près* under a hundred metres. */
export function distance(metres: number, lang: Lang): string {
  const w = daysWords(lang)
  if (metres < 100) return w.here
  if (metres < 950) return w.metres(figure(Math.round(metres / 50) * 50, lang))
  return w.km(
    figure(metres < 9_500 ? Math.round(metres / 100) / 10 : Math.round(metres / 1000), lang),
  )
}
