import { normal } from '../letters/accents.ts'
import { IN_WORDS, numberInWords } from '../letters/numbers-fr.ts'
import { nullPrototype } from '../null-prototype.ts'
import { pattern } from '../pattern.ts'
import { WEEKDAY_CODES } from './weekdays.ts'

/**
 * Translates French hours and repetitions, as a person types them, into OpenStreetMap opening hours
 * and RFC 5545 rules: *lundi 14h-18h* becomes `Mo 14:00-18:00`, *tous les jeudis* becomes
 * `FREQ=WEEKLY;BYDAY=TH`.
 *
 * Law     One unknown word gives undefined. The caller then tries the text as the grammar itself.
 */

/** Days, whole or shortened. Only a whole name has a plural: *mars* is a month, not Tuesdays. */
const DAYS = [
  'lu(?:n(?:dis?)?)?',
  'ma(?:r(?:dis?)?)?',
  'me(?:r(?:credis?)?)?',
  'je(?:u(?:dis?)?)?',
  've(?:n(?:dredis?)?)?',
  'sa(?:m(?:edis?)?)?',
  'di(?:m(?:anches?)?)?',
]
const OSM = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const MONTHS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
]
const NTHS: Readonly<Record<string, number>> = nullPrototype({
  premier: 1,
  deuxieme: 2,
  second: 2,
  troisieme: 3,
  quatrieme: 4,
  cinquieme: 5,
  dernier: -1,
})
const DAY = `(?:${DAYS.join('|')})\\.?(?![a-z])`
const NTH = `(?:[1-5] ?(?:er|e|eme|nd)|${Object.keys(NTHS).join('|')})`
const TIME = '(?:\\d{1,2} ?(?:heures?|h|:) ?(?:[0-5]\\d(?! ?[h:]))?(?!\\d)|midi|minuit)'

/** The text in small letters without accents, with single spaces. */
const plain = (text: string): string =>
  normal(text, 'NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[’']/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

const dayIn = (text: string): number =>
  DAYS.findIndex(day => new RegExp(`^(?:${day})\\.?$`).test(text))
const daysIn = (text: string): readonly number[] =>
  (text.match(new RegExp(DAY, 'g')) ?? []).map(dayIn)
const nthIn = (text: string): number => NTHS[text] ?? Number.parseInt(text, 10)
const nthsIn = (text: string): readonly number[] =>
  (text.match(new RegExp(NTH, 'g')) ?? []).map(nthIn)

function timeIn(text: string, ends: boolean): string | undefined {
  if (text === 'midi') return '12:00'
  if (text === 'minuit') return ends ? '24:00' : '00:00'
  const [, hour = '', minute] = /^(\d{1,2})\D+(\d\d)?$/.exec(text) ?? []
  return hour === '' || Number(hour) > 24 ? undefined : `${hour.padStart(2, '0')}:${minute ?? '00'}`
}

/** Days with their times, or `off`: closed. A text may have several. */
type Clause = { days: string[]; times: string[]; off: boolean }
type Read = (found: readonly string[], clause: Clause) => boolean
const days =
  (say: (found: readonly string[]) => string): Read =>
  (found, clause) =>
    clause.days.push(say(found)) > 0

const range = ([, from = '', to = '']: readonly string[]): string =>
  `${OSM[dayIn(from)]}-${OSM[dayIn(to)]}`
/** The six other days, in their order round the week. */
const allBut = (day: number): string => `${OSM[(day + 1) % 7]}-${OSM[(day + 6) % 7]}`
/**
 * The pieces of French hours, tried in their order at each place of the text: a longer form stands
 * before the shorter form that it begins with. `opens`: the piece (a day, or *fermé*) starts a new
 * clause once the current one has times. `read`: adds the piece to the clause; false refuses it.
 */
const FORMS: readonly (readonly [form: RegExp, opens: boolean, read: Read])[] = [
  [
    new RegExp(`(?:tous les jours|toute la semaine),? sauf (?:les? )?(${DAY})`, 'y'),
    true,
    days(([, day = '']) => allBut(dayIn(day))),
  ],
  [/tous les jours|toute la semaine/y, true, days(() => 'Mo-Su')],
  [/en semaine/y, true, days(() => 'Mo-Fr')],
  [/(?:le |les )?week-?ends?/y, true, days(() => 'Sa-Su')],
  [
    // After hours alone: of days that have none yet, it would close those days too.
    /(?:pas|sauf) (?:les )?jours feries/y,
    true,
    (_, clause) => clause.days.length === 0 && clause.days.push('PH') > 0 && (clause.off = true),
  ],
  [/(?:les )?jours feries/y, true, days(() => 'PH')],
  [
    new RegExp(`((?:(?:, |et |, et )?(?:les? )?${NTH} ?)+)(${DAY}) du mois`, 'y'),
    true,
    days(([, nths = '', day = '']) => `${OSM[dayIn(day)]}[${nthsIn(nths).join(',')}]`),
  ],
  [new RegExp(`du (${DAY}) au (${DAY})`, 'y'), true, days(range)],
  [new RegExp(`(${DAY}) ?(?:-|a|au) ?(${DAY})`, 'y'), true, days(range)],
  [new RegExp(`(${DAY})`, 'y'), true, days(([, day = '']) => OSM[dayIn(day)]!)],
  [/ferme(?:e|s|es)?(?![a-z])/y, true, (_, clause) => (clause.off = true)],
  [
    new RegExp(`(?:de )?(${TIME}) ?(?:-|a|jusqu'a) ?(${TIME})`, 'y'),
    false,
    ([, from = '', to = ''], clause) => {
      const [start, end] = [timeIn(from, false), timeIn(to, true)]
      return start !== undefined && end !== undefined && clause.times.push(`${start}-${end}`) > 0
    },
  ],
  [
    new RegExp(`(?:a partir de|des) (${TIME})`, 'y'),
    false,
    ([, from = ''], clause) => {
      const start = timeIn(from, false)
      return start !== undefined && clause.times.push(`${start}+`) > 0
    },
  ],
  [
    /(?:[ ,]|et(?![a-z])|les?(?![a-z])|ouverte?(?![a-z])|chaque(?![a-z])|tous(?![a-z]))+/y,
    false,
    () => true,
  ],
]

/**
 * French hours as opening hours: *lundi 14h-18h, jeudi 9h30-12h* becomes `Mo 14:00-18:00; Th
 * 09:30-12:00`. Undefined with one unknown word.
 */
export function typedHours(typed: string): string | undefined {
  const text = plain(typed)
  if (/^jour et nuit(?:, tous les jours)?$/.test(text)) return '24/7'
  const clauses: Clause[] = []
  for (const part of text.split(';').filter(one => one.trim() !== '')) {
    clauses.push({ days: [], times: [], off: false })
    for (let at = 0; at < part.length; ) {
      const end = readAt(part, at, clauses)
      if (end === undefined) return undefined
      at = end
    }
  }
  if (
    clauses.length === 0 ||
    clauses.some(one => one.days.length === 0 || one.times.length > 0 === one.off)
  )
    return undefined
  const said = clauses.map(one => `${one.days.join(',')} ${one.off ? 'off' : one.times.join(',')}`)
  // In the grammar `;` replaces an earlier rule of the same days, and `,` adds to it.
  const known = new Set<string>()
  return said.reduce((all, one, i) => {
    const days = daysOf(clauses[i]!)
    const again = !clauses[i]!.off && days.some(day => known.has(day))
    for (const day of days) known.add(day)
    return all === '' ? one : `${all}${again ? ', ' : '; '}${one}`
  }, '')
}

/** Reads the form that begins at this place. Returns the place after it; undefined for none. */
function readAt(text: string, at: number, clauses: Clause[]): number | undefined {
  for (const [form, opens, read] of FORMS) {
    form.lastIndex = at
    const found = form.exec(text)
    if (!found) continue
    if (opens && clauses.at(-1)!.times.length > 0) clauses.push({ days: [], times: [], off: false })
    return read(found, clauses.at(-1)!) ? form.lastIndex : undefined
  }
  return undefined
}

function daysOf({ days }: Clause): readonly string[] {
  return days.flatMap(said => {
    const [from = '', to] = said.replace(/\[.*/, '').split('-')
    if (to === undefined) return [from]
    const [start, end] = [OSM.indexOf(from), OSM.indexOf(to)]
    return OSM.filter((_, i) => (start <= end ? i >= start && i <= end : i >= start || i <= end))
  })
}

const UNITS: Readonly<Record<string, string>> = nullPrototype({
  jour: 'DAILY',
  semaine: 'WEEKLY',
  mois: 'MONTHLY',
  an: 'YEARLY',
  annee: 'YEARLY',
})
const numberIn = (text: string): number => numberInWords(text) ?? Number(text)
const NUMBER = `(?:${IN_WORDS}|[1-9]\\d?)`
const LIST = `((?:(?:, | et |, et )?(?:les? )?${DAY})+)`
const often = (freq: string, n: number, more = ''): string =>
  `FREQ=${freq}${n > 1 ? `;INTERVAL=${n}` : ''}${more}`
const byDay = (text: string): string =>
  `;BYDAY=${[...new Set(daysIn(text))].map(day => WEEKDAY_CODES[day]).join(',')}`

/** The ways to say a repetition, and the rule of each. */
const RHYTHMS: readonly (readonly [form: RegExp, rule: (found: readonly string[]) => string])[] = [
  [
    pattern()`
      ^(?:chaque (jour|semaine|mois|annee|an)|tous les (jour|mois|an)s?|toutes les (semaine
      |annee)s?)$
    `,
    ([, a, b, c]) => often(UNITS[a ?? b ?? c ?? '']!, 1),
  ],
  [/^tous les (?:15|quinze) jours$/, () => often('WEEKLY', 2)],
  [
    new RegExp(`^(?:tous|toutes) les (${NUMBER}) (jour|semaine|mois|an)s?$`),
    ([, n = '', unit = '']) => often(UNITS[unit]!, numberIn(n)),
  ],
  [
    new RegExp(`^une? (semaine|mois) sur (${NUMBER})$`),
    ([, unit = '', n = '']) => often(UNITS[unit]!, numberIn(n)),
  ],
  [
    new RegExp(`^un (${DAY}) sur (${NUMBER})$`),
    ([, day = '', n = '']) => often('WEEKLY', numberIn(n), byDay(day)),
  ],
  [
    new RegExp(`^du (${DAY}) au (${DAY})$`),
    ([, from = '', to = '']) => {
      const [first, last] = [dayIn(from), dayIn(to)]
      const days = [...WEEKDAY_CODES.slice(first), ...WEEKDAY_CODES.slice(0, first)]
      return `FREQ=WEEKLY;BYDAY=${days.slice(0, ((last - first + 7) % 7) + 1).join(',')}`
    },
  ],
  [
    new RegExp(`^(?:chaque |tous les |les |le )?${LIST}$`),
    ([, all = '']) => often('WEEKLY', 1, byDay(all)),
  ],
  [
    new RegExp(
      `^(?:(?:chaque|tous les) (${NTH})s? (${DAY})(?: du mois)?|` +
        `((?:(?:, | et |, et )?(?:chaque |les? |tous les )?${NTH})+) (${DAY}) (?:du|de ` +
        'chaque) mois)$',
    ),
    ([, nth, dayOf, nths = nth ?? '', day = dayOf ?? '']) =>
      `FREQ=MONTHLY;BYDAY=${nthsIn(nths)
        .map(n => `${n}${WEEKDAY_CODES[dayIn(day)]}`)
        .join(',')}`,
  ],
  [
    /^(?:le |tous les )?(\d{1,2})(?:er)? (?:du|de chaque) mois$/,
    ([, day = '']) => `FREQ=MONTHLY;BYMONTHDAY=${Number(day)}`,
  ],
  [/^le dernier jour du mois$/, () => 'FREQ=MONTHLY;BYMONTHDAY=-1'],
]

/** What ends a repetition: a day, a month, a number of times. */
const END = new RegExp(
  "^(.*?)(?:,? jusqu'(?:a |au |en )(?:(?:la )?fin (?:de |d'|du mois de )?)?(?:mois de |mois d')?" +
    `(?:(\\d{1,2})(?:er)? )?(${MONTHS.join('|')})(?: (\\d{4}))?` +
    `|,? (\\d{1,4}|${IN_WORDS}) fois)?$`,
)

/** The months between which a repetition takes place. */
const BETWEEN = new RegExp(
  `^(.*?),? (?:de |d')(${MONTHS.join('|')}) (?:a|jusqu'en) (?:fin )?(${MONTHS.join('|')})` +
    '( \\d{4})?$',
)
/**
 * *… de janvier à juin* ends with the next June, or with the one after the next January where the
 * day `from` is between June and January. Its first day is said beside.
 */
function endOfMonths(typed: string, from: string | undefined): string | undefined {
  const [, rhythm = '', first, last = '', said] = BETWEEN.exec(typed) ?? []
  if (first === undefined) return typed
  if (from === undefined) return said && `${rhythm} jusqu'en ${last}${said}`
  const [start, end] = [MONTHS.indexOf(first), MONTHS.indexOf(last)]
  const begins = Number(from.slice(5, 7)) - 1
  const months = (end - start + 12) % 12
  const since = (begins - start + 12) % 12
  const left = since <= months ? months - since : 12 - since + months
  const year = Number(from.slice(0, 4)) + Math.floor((begins + left) / 12)
  return `${rhythm} jusqu'en ${last}${said ?? ` ${year}`}`
}

/**
 * A French repetition as a rule: *tous les jeudis*, *le 1er samedi du mois, jusqu’au 24 juin
 * 2027*, *chaque mardi, dix fois*, *le mercredi jusqu’en juin*, *le jeudi de janvier à juin*. An
 * end without its year is the next one from the day `from`. Undefined with one unknown word, or
 * with such an end and no `from`.
 */
export function typedRecurrence(typed: string, from?: string): string | undefined {
  const ended = endOfMonths(plain(typed), from)
  if (ended === undefined) return undefined
  const [, rhythm = '', day, month, year, times] = END.exec(ended) ?? []
  const end = times ? timesIn(times) : month ? untilIn({ day, month, year }, from) : ''
  if (end === undefined) return undefined
  for (const [form, rule] of RHYTHMS) {
    const found = form.exec(rhythm)
    if (found) return `${rule(found)}${end}`
  }
  return undefined
}

function timesIn(text: string): string | undefined {
  const n = numberIn(text)
  return n > 0 ? `;COUNT=${n}` : undefined
}

/** The end of a month has its last day. */
function untilIn(
  said: Readonly<{ day: string | undefined; month: string; year: string | undefined }>,
  from: string | undefined,
): string | undefined {
  const month = MONTHS.indexOf(said.month) + 1
  const asked = { month, day: said.day === undefined ? 31 : Number(said.day) }
  const years = said.year
    ? [Number(said.year)]
    : from
      ? [0, 1].map(n => Number(from.slice(0, 4)) + n)
      : []
  const overflow = said.day === undefined ? 'constrain' : 'reject'
  for (const year of years) {
    try {
      const until = Temporal.PlainDate.from({ ...asked, year }, { overflow }).toString()
      if (said.year || until >= from!) return `;UNTIL=${until.replaceAll('-', '')}`
    } catch {
      // The calendar has no such day.
      return undefined
    }
  }
  return undefined
}

/** The days on which a repetition rests, as people type them: *sauf pendant les vacances*. */
const RESTS = new RegExp(
  '(?<![ ,(])[ ,(]+(?:mais )?(?:sauf|hors|excepte|pas) ' +
    '((?:(?:pendant|durant|les|des|de|la|et|ni|ou|periodes?|jours?|feries?|vacances|scolaires?' +
    '|zone [abc])[ ,]*)+)\\)?(?=$|,? jusqu)',
)
/** A typed repetition without the days on which it rests, and which of them it names. */
export type TypedRests = Readonly<{
  rule: string
  publicHolidays: boolean
  schoolHolidays: boolean
}>

/** Takes *sauf les jours fériés* and *sauf pendant les vacances* out of a typed repetition. */
export function typedRests(typed: string): TypedRests | undefined {
  const text = plain(typed)
  const [clause, days = ''] = RESTS.exec(text) ?? []
  if (clause === undefined) return undefined
  const rests = { publicHolidays: /feries?/.test(days), schoolHolidays: /vacances/.test(days) }
  if (!rests.publicHolidays && !rests.schoolHolidays) return undefined
  return { rule: text.replace(clause, '').trim(), ...rests }
}
