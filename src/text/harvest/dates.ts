import { pattern } from '../../core/pattern.ts'
import { MONTH_SHORT, MONTHS, WEEKDAYS } from './fr.ts'

/**
 * A day told in a text; offsets are of the text given. `until` when a range is told. `vague`: only
 * a month or *fin mars*.
 */
export type ToldDay = Readonly<{
  from: number
  to: number
  day: string
  until?: string
  sure: boolean
}>
/** What a date without year or month is read against: the meeting's day. */
export type Against = Readonly<{
  day: string | null /** *demain*, *samedi* alone are days. */
  near?: boolean
}>

const two = (n: number) => String(n).padStart(2, '0')
const DAY_MS = 86_400_000
/** Days in UTC, so that no clock or zone is read. Undefined for 31/02. */
export function dayOf(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day))
  if (year < 1900 || year > 2100 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day)
    return undefined
  return `${year}-${two(month)}-${two(day)}`
}
const ms = (day: string) => Date.parse(`${day}T00:00:00Z`)
/** The day so many days later; `day` must be one (`2026-12-05`). */
export const plusDays = (day: string, days: number) =>
  new Date(ms(day) + days * DAY_MS).toISOString().slice(0, 10)
/** 0 is Monday. */
export const weekdayOf = (day: string) => (new Date(ms(day)).getUTCDay() + 6) % 7

const NAMES = [...MONTHS, ...Object.keys(MONTH_SHORT)].join('|')
const WEEK = [...WEEKDAYS, ...WEEKDAYS.map(d => `${d.slice(0, 3)}\\.?`)].join('|')
/** *mer.* is 2; -1 when it is no weekday. */
export const weekdayNamed = (name: string) =>
  WEEKDAYS.findIndex(d => d.startsWith(name.slice(0, 3)))
const monthNumber = (name: string) =>
  (MONTHS as readonly string[]).indexOf(name) + 1 || MONTH_SHORT[name] || 0

/**
 * A day and a month without year, in the year that makes it near and after the meeting, or right
 * for its weekday.
 */
function rolled(month: number, day: number, weekday: number, against: Against): string | undefined {
  if (!against.day) return undefined
  const year = Number(against.day.slice(0, 4))
  const around = [year, year + 1, year - 1].flatMap(y => dayOf(y, month, day) ?? [])
  const near = around.filter(d => ms(d) >= ms(against.day!) - 120 * DAY_MS)
  const named = weekday < 0 ? [] : near.filter(d => weekdayOf(d) === weekday)
  return named[0] ?? near[0] ?? around[0]
}

const fullYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text))

const WORDED = pattern('g')`
  \b(?:(${WEEK})\s+)?(?:(\d{1,2})(?:er)?(?:\s*,\s*\d{1,2})*\s*(?:(?:et|au|&|-|/|,)\s*(?:${WEEK})?\s*
  (\d{1,2})(?:er)?)?)\s+(${NAMES})(?![a-z])\.?(?:\s*((?:19|20)\d\d|'\d\d)\b)?
`
const NUMBERED = pattern('g')`
  \b(?:(${WEEK})\s+)?(\d{1,2})([/.-])(\d{1,2})(?:\3(\d{4}|\d{2}))?\b(?![/.-]\d|%|\s*€|\s*h\b)
`
const ISO = /\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/g
const NEXT = pattern('g')`
  \b(?:prochain\s+(${WEEK})|(${WEEK})\s+prochain|(${WEEK})\s+(?:le\s+)?(\d{1,2})(?:er)?\b
  (?!\s*(?:h\b|heures?|:|/|personnes|euros|€|[ap]m\b|[ap]\.m|o'clock|-\s*\d|to\s+\d)|\.\d))
`
const EDGE = new RegExp(
  `\\b(fin|mi|debut)[ -](?:du mois de |de )?(${NAMES})\\b(?:\\s+((?:19|20)\\d\\d))?`,
  'g',
)

/** *CR_2019-05-17*, *20190517*: a day as files are named. */
const FILED = /(?<![\d-])((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?([0-2]\d|3[01])(?![\d-])/g

const UNITS = (
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize ' +
  'dix-sept dix-huit dix-neuf vingt'
).split(' ')
/** *dix-sept* is 17, *trente et un* 31; 0 when it is no number. */
function spelled(words: string): number {
  const said = words
    .trim()
    .replace(/^premier$/, 'un')
    .replace(/ et (?=une?\b)/, '-')
    .replace(/\s+/g, '-')
  const [, tens, unit] = /^(vingt|trente|quarante|cinquante)-(.+)$/.exec(said) ?? []
  const ten = ['vingt', 'trente', 'quarante', 'cinquante'].indexOf(tens ?? said)
  const alone = UNITS.indexOf(said) + 1
  return alone || (ten < 0 ? 0 : (ten + 2) * 10 + (unit ? UNITS.indexOf(unit) + 1 : 0))
}
const YEARS = pattern()`
  \b(?:l'an )?deux mill?e?[ -]((?:vingt|trente|quarante)(?:[ -](?:et[ -])?(?:un|deux|trois|quatre
  |cinq|six|sept|huit|neuf))?|dix-(?:sept|huit|neuf)|un|deux|trois|quatre|cinq|six|sept|huit|neuf
  |dix|onze|douze|treize|quatorze|quinze|seize)\b
`
/** *L'an deux mille dix-neuf*: 2019. */
export function yearSpelled(plain: string): string | undefined {
  const said = YEARS.exec(plain)?.[1]
  return said ? String(2000 + spelled(said)) : undefined
}
const SPELLED = new RegExp(
  '\\b(?:le|du|au) (premier|(?:vingt|trente)(?:[ -](?:et[ ' +
    `-])?[a-z]+)?|dix-(?:sept|huit|neuf)|${UNITS.slice(1, 16).join('|')}) ` +
    `(${MONTHS.join('|')})\\b(?:,? (?:de l'an )?(deux mill?e?[ -][a-z -]{2,24}))?`,
  'g',
)
function readSpelled(m: RegExpExecArray, against: Against) {
  const [date, month] = [spelled(m[1]!), monthNumber(m[2]!)]
  const year = m[3] ? yearSpelled(m[3]) : undefined
  const day = date
    ? year
      ? dayOf(Number(year), month, date)
      : rolled(month, date, -1, against)
    : undefined
  return day ? { day, sure: true } : undefined
}

type Read = (found: RegExpExecArray, against: Against) => Omit<ToldDay, 'from' | 'to'> | undefined

function readWorded(m: RegExpExecArray, against: Against) {
  const month = monthNumber(m[4]!)
  const year = m[5] ? fullYear(m[5].replace("'", '')) : undefined
  const weekday = m[1] ? weekdayNamed(m[1]) : -1
  const at = (d: number) => (year ? dayOf(year, month, d) : rolled(month, d, weekday, against))
  const day = at(Number(m[2]))
  const until = m[3] ? at(Number(m[3])) : undefined
  return day ? { day, ...(until && until > day ? { until } : {}), sure: true } : undefined
}
function readNumbered(m: RegExpExecArray, against: Against) {
  const weekday = m[1] ? weekdayNamed(m[1]) : -1
  if (!m[5] && m[3] !== '/') return undefined
  const month = Number(m[4])
  const day = m[5]
    ? dayOf(fullYear(m[5]), month, Number(m[2]))
    : m[2]!.length === 2 || m[4]!.length === 2
      ? rolled(month, Number(m[2]), weekday, against)
      : undefined
  return day ? { day, sure: true } : undefined
}
function readIso(m: RegExpExecArray) {
  const day = dayOf(Number(m[1]), Number(m[2]), Number(m[3]))
  return day ? { day, sure: true } : undefined
}
/**
 * *mardi prochain*, *mardi 12*: the first such day after the meeting. *Vendredi 9*, where no 9 near
 * is a Friday, is no day: it may be an hour.
 */
function readNext(m: RegExpExecArray, against: Against) {
  if (!against.day) return undefined
  const weekday = weekdayNamed(m[1] ?? m[2] ?? m[3] ?? '')
  for (let ahead = 1; ahead <= (m[4] ? 62 : 7); ahead++) {
    const day = plusDays(against.day, ahead)
    const isNumbered = m[4] === undefined || Number(day.slice(8)) === Number(m[4])
    if (isNumbered && weekdayOf(day) === weekday) return { day, sure: true }
  }
  return undefined
}
/** *samedi en huit* is a week after the next Saturday, *en quinze* two; today is one. */
const IN_WEEKS = pattern('g')`
  \b(?:(aujourd['’ ]hui)|(demain)|(${WEEKDAYS.join('|')}))\s+en\s+(?:(huit)|quinze)\b
  (?!\s+(?:jours?|min|minutes?|heures?|h|personnes?|places?|euros?|ans?|mois|semaines?)\b)
`
function readInWeeks(m: RegExpExecArray, against: Against) {
  if (!against.day) return undefined
  const near = m[3] ? (weekdayNamed(m[3]) - weekdayOf(against.day) + 7) % 7 : m[2] ? 1 : 0
  return { day: plusDays(against.day, near + (m[4] ? 7 : 14)), sure: true }
}
/**
 * *fin mars* is its last day, *mi-mars* the 15th, *début mars* the 1st: good for a due day, never
 * for an event.
 */
function readEdge(m: RegExpExecArray, against: Against) {
  const month = monthNumber(m[2]!)
  const last = [31, 30, 29, 28]
  for (const day of m[1] === 'fin' ? last : m[1] === 'mi' ? [15] : [1]) {
    const found = m[3] ? dayOf(Number(m[3]), month, day) : rolled(month, day, -1, against)
    if (found?.slice(5, 7) === two(month)) return { day: found, sure: false }
  }
  return undefined
}

/** *demain*, *ce soir*, *samedi*: in a message, the first such day from it on. */
const NEAR = pattern('g')`
  \b(?:(aujourd'hui|ce (?:matin|midi|soir)|cet aprem(?:-midi)?|cet apres-midi)
  |(demain)|(apres-demain)|(?<!\b(?:les?|des|chaque|un|une|du|de) )(${WEEKDAYS.join('|')}))\b
  (?! (?:dernier|passe))
`
function readNear(m: RegExpExecArray, against: Against) {
  if (!against.day || !against.near) return undefined
  const weekday = m[4] ? weekdayNamed(m[4]) : -1
  for (let ahead = m[1] ? 0 : m[2] ? 1 : m[3] ? 2 : 1; ahead < 9; ahead++) {
    const day = plusDays(against.day, ahead)
    if (weekday < 0 || weekdayOf(day) === weekday) return { day, sure: true }
  }
  return undefined
}

/** *le premier mercredi de décembre*, *le dernier dimanche d'avril*. */
const ORDINAL = pattern('g')`
  \b(?:(premier|1er)|(deuxieme|second|2e(?:me)?)|(troisieme|3e(?:me)?)|(quatrieme|4e(?:me)?)
  |(dernier))[ ](${WEEKDAYS.join('|')}) (?:de |d'|du mois de |du mois d')(${MONTHS.join('|')})
  (?:[ ]((?:19|20)\d\d))?
`
function readOrdinal(m: RegExpExecArray, against: Against) {
  const [weekday, month] = [weekdayNamed(m[6]!), monthNumber(m[7]!)]
  const first = m[8] ? dayOf(Number(m[8]), month, 1) : rolled(month, 28, -1, against)
  if (!first) return undefined
  const year = Number(first.slice(0, 4))
  const days = Array.from({ length: 31 }, (_, at) => dayOf(year, month, at + 1)).filter(
    day => day !== undefined && weekdayOf(day) === weekday,
  )
  const day = m[5] ? days.at(-1) : days[m.slice(1, 5).findIndex(Boolean)]
  return day ? { day, sure: true } : undefined
}

const READERS: readonly (readonly [RegExp, Read])[] = [
  [ISO, readIso],
  [ORDINAL, readOrdinal],
  [WORDED, readWorded],
  [NUMBERED, readNumbered],
  [FILED, readIso],
  [SPELLED, readSpelled],
  [EDGE, readEdge],
  [IN_WEEKS, readInWeeks],
  [NEXT, readNext],
  [NEAR, readNear],
]

/** Without a figure, a month, *prochain* or *en huit* no day is told: most sentences end here. */
const SOME_DAY = new RegExp(`\\d|prochain|\\ben (?:huit|quinze)\\b|${MONTHS.join('|')}`)

/** The days told in a plain text, in order; what two readings cover is said once. */
export function datesIn(plain: string, against: Against): readonly ToldDay[] {
  if (!against.near && !SOME_DAY.test(plain)) return []
  const found: ToldDay[] = []
  for (const [pattern, read] of READERS) {
    for (const m of plain.matchAll(pattern)) {
      const [from, to] = [m.index, m.index + m[0].length]
      if (found.some(f => from < f.to && to > f.from)) continue
      const told = read(m, against)
      if (told) found.push({ from, to, ...told })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

export type Hours = Readonly<{ from: number; to: number; at: string; until?: string }>
/** *Après-midi* is no noon. */
const CLOCK = pattern('g')`
  \b(\d{1,2})\s?(?:h|heures?)\s?(\d\d)?\b|\b(\d{1,2}):(\d\d)\b
  |\b(?<!\bapres[ -]|\baprem-)(midi|minuit)\b
`

function clock(m: RegExpExecArray): string | undefined {
  if (m[5]) return m[5] === 'midi' ? '12:00' : '00:00'
  const [hour, minute] = [Number(m[1] ?? m[3]), Number(m[2] ?? m[4] ?? 0)]
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : undefined
}

/** The first hours told: *14h*, *14 h 30*, *18h-20h*, *de 9h à 12h*, *18-20h*. */
export function hoursIn(plain: string): Hours | undefined {
  const all = [...plain.matchAll(CLOCK)].flatMap(m => {
    const at = clock(m)
    return at ? [{ from: m.index, to: m.index + m[0].length, at }] : []
  })
  const [first, second] = all
  if (!first) return undefined
  // *Le 8 à 11h* is a day.
  const short = /(?<!\ble )\b(\d{1,2})\s?(?:-|–|a)\s?$/.exec(
    plain.slice(Math.max(0, first.from - 12), first.from),
  )
  if (short && Number(short[1]) < 24)
    return {
      from: first.from - short[0].length,
      to: first.to,
      at: `${two(Number(short[1]))}:00`,
      until: first.at,
    }
  const joined =
    second && /^\s*(?:-|–|—|a|jusqu'a|et|\/)\s*$/.test(plain.slice(first.to, second.from))
  return joined ? { from: first.from, to: second.to, at: first.at, until: second.at } : first
}
