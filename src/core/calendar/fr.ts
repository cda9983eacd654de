/**
 * French words for opening hours and repetitions, piece by piece: `hours.ts` and `recurrence.ts`
 * put them together. Times have no-break spaces: *18 h 30*.
 */

const NTH: Readonly<Record<number, string>> = {
  1: 'premier',
  2: 'deuxième',
  3: 'troisième',
  4: 'quatrième',
  5: 'cinquième',
  [-1]: 'dernier',
  [-2]: 'avant-dernier',
}
const NUMBERS = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
]
const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]
const and = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} et ${items.at(-1)}`
const nths = (nth: readonly number[]): string => and(nth.map(n => `le ${NTH[n] ?? `${n}e`}`))
const number = (n: number): string => NUMBERS[n] ?? String(n)
const of = (month: string): string => (/^[aeiouyéâô]/.test(month) ? `d’${month}` : `de ${month}`)
const dayOf = (day: number, month: number): string =>
  `${day === 1 ? '1er' : day}\u00a0${MONTHS[month - 1] ?? ''}`

export const fr = {
  days: [
    'lundi',
    'mardi',
    'mercredi',
    'jeudi',
    'vendredi',
    'samedi',
    'dimanche',
  ] as readonly string[],
  hour: (h: number, m: number): string =>
    h === 24 && m === 0
      ? 'minuit'
      : `${h % 24}\u00a0h${m ? `\u00a0${String(m).padStart(2, '0')}` : ''}`,
  and,
  fromTo: (from: string, to: string): string => `de ${from} à ${to}`,
  onwards: (from: string): string => `à partir de ${from}`,
  allDay: 'toute la journée',
  theDay: (day: string): string => `le ${day}`,
  dayRange: (from: string, to: string): string => `du ${from} au ${to}`,
  everyDay: 'tous les jours',
  nthOfMonth: (nth: readonly number[], day: string): string => `${nths(nth)} ${day} du mois`,
  publicHolidays: 'les jours fériés',
  schoolHolidays: 'pendant les vacances scolaires',
  monthRange: (from: number, to: number): string =>
    `${of(MONTHS[from - 1] ?? '')} à ${MONTHS[to - 1] ?? ''}`,
  inMonth: (month: number): string => `en ${MONTHS[month - 1] ?? ''}`,
  onDate: (day: number, month: number): string => `le ${dayOf(day, month)}`,
  dateRange: (from: readonly [number, number], to: readonly [number, number]): string =>
    `du ${dayOf(...from)} au ${dayOf(...to)}`,
  always: 'jour et nuit, tous les jours',
  closed: 'fermé',
  maybe: 'à confirmer',
  byDemand: (comment: string): string => `«\u202f${comment}\u202f»`,
  otherwise: 'sinon',
  pause: '\u00a0; ',

  each: (unit: 'day' | 'week' | 'month' | 'year'): string =>
    `chaque ${{ day: 'jour', week: 'semaine', month: 'mois', year: 'année' }[unit]}`,
  eachDays: (days: readonly string[]): string =>
    days.length === 1 ? `chaque ${days[0]}` : `chaque ${and(days)}`,
  oneIn: (day: string, n: number): string => `un ${day} sur ${number(n)}`,
  every: (unit: 'day' | 'week' | 'month' | 'year', n: number): string =>
    ({
      day: `tous les ${number(n)} jours`,
      week: `une semaine sur ${number(n)}`,
      month: `un mois sur ${number(n)}`,
      year: `tous les ${number(n)} ans`,
    })[unit],
  monthDay: (day: number): string =>
    day === -1
      ? 'le dernier jour du mois'
      : day < 0
        ? `à ${-day} jours de la fin du mois`
        : `le ${day === 1 ? '1er' : day} du mois`,
  nthOf: (nth: readonly number[], day: string, month: number): string =>
    `${nths(nth)} ${day} ${of(MONTHS[month - 1] ?? '')}`,
  untilDay: (day: number, month: number, year: number): string =>
    `jusqu’au ${dayOf(day, month)}\u00a0${year}`,
  times: (n: number): string => (n === 1 ? 'une fois' : `${number(n)} fois`),
  seeAgenda: 'voir les jours dans l’agenda',
}
/** The words of one language; those of `en.ts` have this type too. */
export type CalendarWords = Readonly<typeof fr>
