import type OpeningHours from 'opening_hours'
import { ByteCache } from '../byte-cache.ts'
import type { Lang } from '../lang.ts'
import { openingHours } from '../packages.cjs'
import { type DaysOffHere, SCHOOL_KNOWN } from './days-off.ts'
import { en } from './en.ts'
import { type CalendarWords, fr } from './fr.ts'
import { namesSchool, writtenOut } from './hour-days-off.ts'
import { sayRule } from './hour-rule.ts'
import { typedHours } from './typed-fr.ts'

/**
 * Opening hours in the grammar of OpenStreetMap (`Mo-Fr 09:00-12:00`): checks them, gives them
 * their normal spelling, reads French hours, says hours in words, and tells whether a place is open
 * at a moment.
 *
 * The caller gives the moment as local time of the village (`2026-11-25T17:30`), so the answer does
 * not depend on the machine’s time zone. There are two exceptions. The package computes `sunrise`
 * and `sunset` in the zone of the process. A moment in an hour that this zone skips, when summer
 * time begins, is read as an hour later.
 *
 * Public and school holidays are those of events (`hour-days-off.ts`). The package reads the clock
 * only to warn about past years, and its warnings are not used.
 *
 * Source  opening_hours.js 3.15; the specification of OpenStreetMap’s `opening_hours`.
 */

/** Whether a place is open. `unknown`: the hours say so, or they are refused. */
export type OpenState = 'open' | 'closed' | 'unknown'
/**
 * The longest hours. Units: UTF-16 units. Hours from another box passed no form, so they are
 * checked here.
 */
export const LONGEST_HOURS = 500

/** Parsed hours; null when they are refused. `spelled`: in the grammar’s normal spelling. */
type Parsed = Readonly<{ hours: OpeningHours; spelled: string }> | null
/** Parsing costs far more than asking (see the test). */
const kept = new ByteCache<Parsed>({
  name: 'hours',
  most: 8 * 1024 * 1024,
  // Hours of two lines take 29 KB in the package, measured: some functions for each rule.
  bytesOf: parsed => (parsed === null ? 0 : 4_000 + 800 * parsed.spelled.length),
})

/** The place of all hours, for sunrise (the middle of France) and for rare rules of holidays. */
const PLACE = {
  lat: 46.5,
  lon: 2.5,
  address: { country_code: 'fr', state: 'Auvergne-Rhône-Alpes' },
}

function parse(osm: string, longest = LONGEST_HOURS): Parsed {
  const known = kept.get(osm)
  if (known !== undefined) return known
  return kept.set(osm, parseAnew(osm, longest))
}

function parseAnew(osm: string, longest: number): Parsed {
  if (osm.length > longest || osm.trim() === '') return null
  // First as the grammar itself, then as French.
  for (const text of [osm, fromSpeech(osm)]) {
    try {
      return quietly(() => {
        const hours = new (openingHours())(text, PLACE)
        return { hours, spelled: hours.prettifyValue({}) }
      })
    } catch {
      // The package throws a sentence for programmers. It is dropped. Hours that it reads but can't
      // spell (more than fifty days in one rule) are refused too.
    }
  }
  return null
}

/**
 * The hours with their holidays written out, for moments near this one; two where it is not known
 * whether a day is a holiday, none when they are refused.
 */
function hoursNear(osm: string, at: string, here: DaysOffHere): readonly OpeningHours[] {
  const parsed = parse(osm)
  if (!parsed) return []
  const texts = writtenOut(parsed.spelled, at.slice(0, 10), here)
  const near = texts.map(text => parse(text, Number.POSITIVE_INFINITY)?.hours ?? parsed.hours)
  return near.length === 0 ? [parsed.hours] : near
}

const nothing = (): void => undefined
const SILENT: Console = { ...console, log: nothing, info: nothing, warn: nothing, error: nothing }
/**
 * Runs the package with a silent console. In some faults of its own it would print what people
 * typed.
 */
function quietly<T>(ask: () => T): T {
  const own = globalThis.console
  globalThis.console = SILENT
  try {
    return ask()
  } finally {
    globalThis.console = own
  }
}

/**
 * Replaces French words by signs of the grammar, for a text that is not in the grammar: *du lundi
 * au vendredi de 9h à 12h et de 14h à 18h30*. Names of days stay: the package reads French ones.
 * All that it does not know stays too, for the package to judge.
 */
function fromSpeech(text: string): string {
  return text
    .toLowerCase()
    .replace(/\u00a0|\u202f/g, ' ')
    .replace(
      /(\d{1,2})\s*h(?:eures)?\s*(\d{2})?/g,
      (_, h: string, m?: string) => `${h.padStart(2, '0')}:${m ?? '00'}`,
    )
    .replace(/\bmidi\b/g, '12:00')
    .replace(/\b(?:tous les jours|toute la semaine)\b/g, 'Mo-Su')
    .replace(/\b(?:du|de)\s+([\p{L}\d:]+)\s+(?:au|à)\s+([\p{L}\d:]+)/gu, '$1-$2')
    .replace(/\b(?:les?|tous les|de)\s+(?=\p{L}|\d)/gu, '')
    .replace(/(\d)\s*(?:,|\bet\b)\s*(?=\d)/g, '$1,')
    .replace(/(\p{L})\s*(?:,|\bet\b)\s*(?=\p{L})/gu, '$1,')
    .replace(/(\p{L})\s*,\s*(?=\d)/gu, '$1 ')
    .replace(/(\d)\s*(?:,|\bet\b)\s*(?=\p{L})/gu, '$1; ')
}

/**
 * The hours in the grammar’s normal spelling, to store (*lundi 9h-12h* becomes `Mo 09:00-12:00`).
 * It reads them as French first (`typedHours`), then as the other functions do. Undefined when
 * they are refused.
 */
export const normalHours = (osm: string): string | undefined =>
  parse((osm.length <= LONGEST_HOURS ? typedHours(osm) : undefined) ?? osm)?.spelled

/** Between two pieces of typed hours. */
const BETWEEN = /\s*[;,]\s*(?:(?:et|puis)\s+)?|\s+(?:et|puis)\s+/giu

/** The most beginnings of refused hours that are parsed: each costs as much as a form. */
const MOST_CUTS = 6
/**
 * Of refused hours, the part after the longest beginning that reads: of *mercredi 17h-19h et samedi
 * matin*, *samedi matin*. Undefined when none of the six longest does.
 */
export function unreadHours(typed: string): string | undefined {
  if (typed.length > LONGEST_HOURS) return undefined
  const cuts = [...typed.matchAll(BETWEEN)].slice(-MOST_CUTS).toReversed()
  const cut = cuts.find(one => reads(typed.slice(0, one.index)))
  const rest = cut && typed.slice(cut.index + cut[0].length).trim()
  return rest === '' ? undefined : rest
}
/** Without the cache, from which a beginning that nobody stores would drop hours that are shown. */
const reads = (osm: string): boolean => parseAnew(typedHours(osm) ?? osm, LONGEST_HOURS) !== null

/**
 * The hours as the text of a form. In French (`lang`), they are said in words when these words read
 * back as the same hours. Otherwise the text is `osm` as it is.
 *
 * Law     `normalHours(hoursToMend(x)) = normalHours(x)`.
 */
export function hoursToMend(osm: string, lang: Lang): string {
  const said = lang === 'fr' ? sayHours(osm, lang) : osm
  if (said.length > LONGEST_HOURS) return osm
  return typedHours(said) !== undefined && normalHours(said) === normalHours(osm) ? said : osm
}

/**
 * Whether a place is open at a local moment. Refused hours are `unknown`, never closed; so is a
 * moment that depends on school holidays which are not known. `here`: the days off of its commune.
 *
 * Errors  RangeError: `at` is not written as a local moment, and the hours are not refused. It is
 *         the same in `openUntil` and `opensNext`.
 */
export function openAt(osm: string, at: string, here: DaysOffHere = {}): OpenState {
  const all = hoursNear(osm, at, here)
  const states = new Set(quietly(() => all.map(one => one.getStateString(wallDate(at), true))))
  return states.size === 1 ? [...states][0]! : 'unknown'
}

/**
 * The last day until which the school holidays of these hours are known; null where none are.
 * Undefined when the hours do not speak of them.
 */
export function hoursKnownTo(osm: string, { zone }: DaysOffHere): string | null | undefined {
  if (!namesSchool(parse(osm)?.spelled ?? '')) return undefined
  return zone === undefined ? null : SCHOOL_KNOWN.to
}

/**
 * The local moment at which a place closes. Null when it is not open, or does not close by midnight
 * at the start of the seventh day after.
 */
export function openUntil(osm: string, at: string, here: DaysOffHere = {}): string | null {
  return openAt(osm, at, here) === 'open'
    ? changeTo(hoursNear(osm, at, here), at, { wanted: state => state !== 'open', days: 7 })
    : null
}

/**
 * The local moment at which a place opens. Null when it is open, or does not open by midnight at
 * the start of the sixty-first day after. After 200 other changes of state it is null too, and when
 * it depends on school holidays which are not known.
 */
export function opensNext(osm: string, at: string, here: DaysOffHere = {}): string | null {
  return openAt(osm, at, here) === 'open'
    ? null
    : changeTo(hoursNear(osm, at, here), at, { wanted: state => state === 'open', days: 61 })
}

/** The change that all of these hours have. */
function changeTo(
  all: readonly OpeningHours[],
  at: string,
  { wanted, days }: Readonly<{ wanted: (state: OpenState) => boolean; days: number }>,
): string | null {
  const found = quietly(() => all.map(one => changeOf(one, wallDate(at), wanted, days)))
  return new Set(found).size === 1 ? found[0]! : null
}

/** The most changes that are looked at, when the wanted state does not come. */
const MOST_TURNS = 200
function changeOf(
  hours: OpeningHours,
  from: Date,
  wanted: (state: OpenState) => boolean,
  days: number,
): string | null {
  let date = from
  const limit = new Date(date.getFullYear(), date.getMonth(), date.getDate() + days)
  for (let turns = 0; turns < MOST_TURNS; turns++) {
    const next = hours.getNextChange(date, limit)
    if (!next || next <= date || next > limit) return null
    if (wanted(hours.getStateString(next, true))) return wallMoment(next)
    date = next
  }
  return null
}

/** A local moment as a date in the zone of the process: the package reads its local parts alone. */
function wallDate(at: string): Date {
  const [, y, mo, d, h, mi] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(at) ?? []
  if (!mi) throw new RangeError('a local moment is written 2026-11-25T17:30')
  return new Date(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi))
}

const two = (n: number): string => String(n).padStart(2, '0')
const wallMoment = (d: Date): string =>
  `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:` +
  `${two(d.getMinutes())}`

/** The village’s local time at an instant (milliseconds since 1970), as `openAt` takes it. */
export function localMoment(now: number, zone = 'Europe/Paris'): string {
  return Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

const WORDS: Readonly<Record<Lang, CalendarWords>> = { fr, en }

/**
 * The hours in words: *du lundi au vendredi, de 9 h à 12 h et de 14 h à 18 h 30 ; le samedi, de 8 h
 * 30 à 12 h*. If our words do not cover one rule (weeks, years, sunrise), the package says all of
 * the hours. Refused hours come back as written, without spaces around them.
 */
export function sayHours(osm: string, lang: Lang): string {
  const parsed = parse(osm)
  if (!parsed) return osm.trim()
  const said = parsed.spelled
    .split(/ (\|\|) |(?:; |, )(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .filter(part => part !== undefined)
  const words = WORDS[lang]
  const parts = said.map(rule => (rule === '||' ? words.otherwise : sayRule(rule, words)))
  if (parts.every(part => part !== undefined))
    return parts
      .join(words.pause)
      .replaceAll(
        `${words.pause}${words.otherwise}${words.pause}`,
        `${words.pause}${words.otherwise}, `,
      )
  const asPackage = parsed.hours as unknown as {
    prettifyValue: (how: Readonly<{ conf: Readonly<{ locale: string }> }>) => string
  }
  return quietly(() => asPackage.prettifyValue({ conf: { locale: lang } }))
}
