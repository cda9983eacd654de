import { ByteCache } from '../byte-cache.ts'

/**
 * Days on which a repeated event may rest: the public holidays of France, by formula, and the
 * school holidays of its three zones, as published.
 *
 * Absent  school holidays of Corsica and overseas: each academy there sets its own.
 * Source  Code du travail, L3133-1; for Alsace and Moselle L3134-13.
 */

/** A zone of the school holidays. */
export type SchoolZone = 'A' | 'B' | 'C'
/**
 * What the place of an event decides of its days off. `zone`: undefined where school holidays are
 * not known.
 */
export type DaysOffHere = Readonly<{ zone?: SchoolZone; alsaceMoselle?: boolean }>

const plus = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()
const onDay = (year: number, month: number, day: number): string =>
  Temporal.PlainDate.from({ year, month, day }).toString()

/**
 * The day of Easter in a year of the Gregorian calendar.
 *
 * Source  J. Meeus, *Astronomical Algorithms*, chapter 8; after the rule of Nature, 20 April 1876.
 */
export function easter(year: number): string {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return onDay(year, Math.floor(n / 31), (n % 31) + 1)
}

/** The public holidays of a year: eleven, and two more in Alsace and Moselle. In order. */
export function publicHolidays(year: number, alsaceMoselle = false): readonly string[] {
  const sunday = easter(year)
  const own = alsaceMoselle ? [plus(sunday, -2), onDay(year, 12, 26)] : []
  const moved = [1, 39, 50].map(days => plus(sunday, days))
  const fixed = [
    [1, 1],
    [5, 1],
    [5, 8],
    [7, 14],
    [8, 15],
    [11, 1],
    [11, 11],
    [12, 25],
  ].map(([month, day]) => onDay(year, month!, day!))
  return [...new Set([...fixed, ...moved, ...own])].sort()
}

const yearly = new ByteCache<ReadonlySet<string>>({
  name: 'public holidays',
  most: 64 * 1024,
  bytesOf: days => 64 * days.size,
})
/** Whether a day is a public holiday there. */
export function isPublicHoliday(day: string, { alsaceMoselle = false }: DaysOffHere): boolean {
  const key = `${day.slice(0, 4)}${alsaceMoselle ? 'x' : ''}`
  const known =
    yearly.get(key) ??
    yearly.set(key, new Set(publicHolidays(Number(day.slice(0, 4)), alsaceMoselle)))
  return known.has(day)
}

/**
 * School holidays, from their first Saturday to their last Sunday; *pont de l’Ascension* too.
 * Lessons end on the eve or on that Saturday, and begin again on the Monday.
 *
 * Source  Ministry of education, *Le calendrier scolaire* (data.education.gouv.fr, Licence Ouverte
 *         2.0), school years 2025-2026 (order of 7 December 2022) and 2026-2027; compared on
 *         29 November 2026 with the days that opening_hours 3.15 takes from it. The years after
 *         were not found published.
 */
const EVERYWHERE: readonly (readonly [from: string, to: string])[] = [
  ['2025-10-18', '2025-11-02'],
  ['2025-12-20', '2026-01-04'],
  ['2026-05-14', '2026-05-17'],
  ['2026-07-04', '2026-08-31'],
  ['2026-10-17', '2026-11-01'],
  ['2026-12-19', '2027-01-03'],
  ['2027-05-06', '2027-05-09'],
]
const ZONES: Readonly<Record<SchoolZone, typeof EVERYWHERE>> = {
  A: [
    ['2026-02-07', '2026-02-22'],
    ['2026-04-04', '2026-04-19'],
    ['2027-02-13', '2027-02-28'],
    ['2027-04-10', '2027-04-25'],
  ],
  B: [
    ['2026-02-14', '2026-03-01'],
    ['2026-04-11', '2026-04-26'],
    ['2027-02-20', '2027-03-07'],
    ['2027-04-17', '2027-05-02'],
  ],
  C: [
    ['2026-02-21', '2026-03-08'],
    ['2026-04-18', '2026-05-03'],
    ['2027-02-06', '2027-02-21'],
    ['2027-04-03', '2027-04-18'],
  ],
}
/** The first and the last day of which it is known whether they are school holidays. */
export const SCHOOL_KNOWN = { from: '2025-09-01', to: '2027-07-02' } as const

/** The known school holidays there, each from its first to its last day. */
export const schoolHolidays = ({ zone }: DaysOffHere): typeof EVERYWHERE =>
  zone === undefined ? [] : [...EVERYWHERE, ...ZONES[zone]]

/** Whether a day is in the school holidays there. A day or a zone that is not known is not. */
export const isSchoolHoliday = (day: string, here: DaysOffHere): boolean =>
  schoolHolidays(here).some(([from, to]) => from <= day && day <= to)

/** Whether it is known if a day is in the school holidays there. */
export const isSchoolKnown = (day: string, { zone }: DaysOffHere): boolean =>
  zone !== undefined && SCHOOL_KNOWN.from <= day && day <= SCHOOL_KNOWN.to

/**
 * The zone of each department of the mainland, by its academy: the first two characters of a
 * commune’s code.
 *
 * Source  Ministry of education, order of 7 December 2022.
 */
const DEPARTMENTS: Readonly<Record<SchoolZone, string>> = {
  A:
    '01 03 07 15 16 17 19 21 23 24 25 26 33 38 39 40 42 43 47 58 63 64 69 70 71 73 74 79 86 87 ' +
    '89 90',
  B:
    '02 04 05 06 08 10 13 14 18 22 27 28 29 35 36 37 41 44 45 49 50 51 52 53 54 55 56 57 59 60 ' +
    '61 62 67 68 72 76 80 83 84 85 88',
  C: '09 11 12 30 31 32 34 46 48 65 66 75 77 78 81 82 91 92 93 94 95',
}
const isZoned =
  (department: string) =>
  (zone: SchoolZone): boolean =>
    DEPARTMENTS[zone].split(' ').includes(department)

/** What the commune of this INSEE code decides of days off. */
export function daysOffOf(commune: string | null | undefined): DaysOffHere {
  const department = (commune ?? '').slice(0, 2)
  const zone = (['A', 'B', 'C'] as const).find(isZoned(department))
  return {
    ...(zone ? { zone } : {}),
    ...(['57', '67', '68'].includes(department) ? { alsaceMoselle: true } : {}),
  }
}
