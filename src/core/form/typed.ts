import { normal } from '../letters/accents.ts'
import { numberInWords } from '../letters/numbers-fr.ts'
import { wordsOf } from '../letters/words.ts'
import { pattern } from '../pattern.ts'
import type { Point } from '../schema.ts'
import { isDay } from './fit.ts'
import { dayFrom, ENGLISH_NUMBERS, weekdayIn } from './said-day.ts'

/**
 * Reads what people type in a form: days, times, amounts, telephones, addresses, in French or
 * English habits. Each `typedX` takes the text of one control, and gives the value to store, or
 * undefined when it can’t be read. `line` and `lines` clean a text. `today` (`2026-11-28`)
 * completes a day without a year.
 */

/**
 * Characters that nobody sees: controls, but tabs and line ends, marks of direction, blanks without
 * width, soft hyphens. A joiner goes where it stands beside a Latin letter: elsewhere it holds an
 * emoji together, or a script needs it.
 */
export const INVISIBLE = pattern('gu')`
  [\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b\u202a-\u202e
  \u2060-\u2064\u2066-\u2069\ufeff]
  |(?<=\p{sc=Latin}\p{M}?)[\u200c\u200d]+|[\u200c\u200d]+(?=\p{sc=Latin})
`

/** Whether a text has half of a surrogate pair: such a text has no UTF-8. */
export const isIllFormed = (text: string): boolean => !text.isWellFormed()

/**
 * The text as one line: without invisible characters, in NFC, each run of blanks and line breaks as
 * one space. It is empty when nothing of it would show.
 */
export const line = (text: string): string => {
  const cleaned = lines(text)
    .replace(/[\s\u2028\u2029]+/g, foldBlank)
    .trim()
  return SHOWN.test(cleaned) ? cleaned : ''
}
const SHOWN = /[^\p{C}\p{Z}\p{M}]/u
/** A no-break space stays: *14 h*. */
const foldBlank = (blank: string): string =>
  blank === '\u00a0' || blank === '\u202f' ? blank : ' '

/**
 * The text as several lines: without invisible characters, in NFC, with `\n` ends, and without
 * blanks at the ends of lines and of the text.
 *
 * Law     Each step looks at a character a limited number of times: a run of blanks or accents
 *         costs as much as the same number of letters.
 */
export const lines = (text: string): string =>
  normal(text.replace(/\r\n?/g, '\n').replace(INVISIBLE, ''), 'NFC')
    .split('\n')
    .map(withoutEnd)
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd()

/** A line without the blanks at its end. A regular expression would try again from each of them. */
function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--
  return text.slice(0, end)
}

/**
 * The text by which names of places are compared: words without case, accent, hyphen or apostrophe;
 * `St` is `Saint`.
 */
export const placeKey = (text: string): string =>
  wordsOf(text)
    .map(word => (word === 'st' ? 'saint' : word === 'ste' ? 'sainte' : word))
    .join(' ')

const MONTHS: readonly RegExp[] = [
  /^jan(v|vier|uary)?$/,
  /^fe[vb](r|rier|ruary)?$/,
  /^mar(s|ch)?$/,
  /^a[vp]r(il)?$/,
  /^ma[iy]$/,
  /^(juin|jun|june)$/,
  /^(juil|juillet|jul|july)$/,
  /^(aout|aug|august)$/,
  /^sep(t|tembre|tember)?$/,
  /^oct(obre|ober)?$/,
  /^nov(embre|ember)?$/,
  /^dec(embre|ember)?$/,
]
const monthNumber = (word: string): number => MONTHS.findIndex(month => month.test(word)) + 1

const two = (n: number): string => String(n).padStart(2, '0')
type DayParts = Readonly<{ year: number | undefined; month: number; day: number }>

/** The day, month and year in a text; the month is 0 for an unknown word. */
function dayParts(text: string): DayParts | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const figures = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?$/.exec(text)
  if (figures)
    return { year: fullYear(figures[3]), month: Number(figures[2]), day: Number(figures[1]) }
  const words = placeKey(text)
  const dayFirst =
    /^(?:\p{L}+ ){0,2}(\d{1,2})(?:er|st|nd|rd|th)? (?:of )?(\p{L}+)(?: (\d{4}))?$/u.exec(words)
  if (dayFirst)
    return {
      year: fullYear(dayFirst[3]),
      month: monthNumber(dayFirst[2] ?? ''),
      day: Number(dayFirst[1]),
    }
  const monthFirst = /^(?:\p{L}+ )?(\p{L}+) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/u.exec(words)
  if (monthFirst)
    return {
      year: fullYear(monthFirst[3]),
      month: monthNumber(monthFirst[1] ?? ''),
      day: Number(monthFirst[2]),
    }
  return undefined
}
const fullYear = (text: string | undefined): number | undefined =>
  text ? Number(text.length === 2 ? `20${text}` : text) : undefined

/**
 * Reads a day: `2026-12-05`, `5/12/2026`, `5 décembre 2026`, or `samedi 5 décembre`, which is the
 * next one from today; `demain`, `samedi`, and what else is said from today (`said-day.ts`);
 * `samedi 12`.
 * `noSuchDay`: a day that no calendar has, as `31/2/2026`, or `samedi 12` where the next days of
 * that number are no Saturday.
 */
export function typedDay(text: string, today?: string): string | 'noSuchDay' | undefined {
  const ahead = today !== undefined && isDay(today) ? dayFrom(today, placeKey(text)) : undefined
  if (ahead !== undefined) return ahead
  const numbered = weekdayInMonth(text)
  if (numbered !== undefined && today !== undefined && isDay(today))
    return nextNumbered(numbered, Temporal.PlainDate.from(today)) ?? 'noSuchDay'
  const parts = dayParts(text)
  if (!parts || parts.month === 0) return undefined
  const year = parts.year ?? yearToCome(parts, today)
  if (year === undefined) return undefined
  const day = `${year}-${two(parts.month)}-${two(parts.day)}`
  return isDay(day) ? day : 'noSuchDay'
}

/** A weekday with its number in the month: *samedi 12*. */
type WeekdayInMonth = Readonly<{ weekday: number; day: number }>
/** Reads a weekday with its number in the month; undefined where a text says anything else. */
export function weekdayInMonth(text: string): WeekdayInMonth | undefined {
  const [, name = '', number = ''] =
    /^(?:ce |le |this |on |the )?([a-z]+) (?:the )?(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(
      placeKey(text),
    ) ?? []
  const weekday = weekdayIn(name)
  const day = Number(number)
  return weekday === 0 || day < 1 || day > 31 ? undefined : { weekday, day }
}

/**
 * The next day of that number, or the one a month later, where it is that weekday: whoever leaves
 * out the month means no day further away.
 */
function nextNumbered(
  { weekday, day }: WeekdayInMonth,
  today: Temporal.PlainDate,
): string | undefined {
  const months = [0, 1, 2].map(months => today.with({ day: 1 }).add({ months }))
  const next = months
    .filter(({ daysInMonth }) => day <= daysInMonth)
    .map(month => month.with({ day }))
    .filter(one => Temporal.PlainDate.compare(one, today) >= 0)
    .slice(0, 2)
  return next.find(one => one.dayOfWeek === weekday)?.toString()
}

function yearToCome(parts: DayParts, today: string | undefined): number | undefined {
  if (!today) return undefined
  const year = Number(today.slice(0, 4))
  return `${two(parts.month)}-${two(parts.day)}` >= today.slice(5) ? year : year + 1
}

/** Reads a time as `14:30`: `14h30`, `14 h`, `2:30 pm`, `midi`. */
export function typedTime(text: string): string | undefined {
  const said = placeKey(text)
  if (said === 'midi' || said === 'noon') return '12:00'
  if (said === 'minuit' || said === 'midnight') return '00:00'
  const parts =
    /^(\d{1,2})\s*(?:[h:.]\s*(\d{2})?(?::\d{2})?|(?=[ap]m))\s*(?:min)?\s*(am|pm)?$/i.exec(
      text.replace(/[\u00a0\u202f]/g, ' '),
    )
  if (!parts) return undefined
  const half = parts[3]?.toLowerCase()
  const given = Number(parts[1])
  if (half && (given < 1 || given > 12)) return undefined
  const hour = half ? (given % 12) + (half === 'pm' ? 12 : 0) : given
  const minute = Number(parts[2] ?? 0)
  return hour <= 23 && minute <= 59 ? `${two(hour)}:${two(minute)}` : undefined
}

/**
 * Reads a number: `12`, `1 234,5`, `1.5`, `−3`. A comma is the decimal mark, unless there is also a
 * point.
 */
export function typedNumber(text: string): number | undefined {
  let plain = text.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-')
  plain =
    plain.includes(',') && plain.includes('.') ? plain.replaceAll(',', '') : plain.replace(',', '.')
  if (!/^-?(\d+(\.\d*)?|\.\d+)(e-?\d{1,3})?$/i.test(plain)) return undefined
  const n = Number(plain)
  return Number.isFinite(n) && Math.abs(n) <= Number.MAX_SAFE_INTEGER ? n + 0 : undefined
}

/** Reads a number in words: *cinq*, *vingt-cinq*, *five*. */
export function typedCount(text: string): number | undefined {
  const said = wordsOf(text).join(' ')
  return ENGLISH_NUMBERS.indexOf(said) + 1 || numberInWords(said) || undefined
}

/**
 * Reads an amount in euros as whole cents: `3,50 €`, `3 € 50`, `350 centimes` → 350. It computes
 * on the digits, so that no cent is lost.
 */
export function typedMoney(text: string): number | undefined {
  const spaced = text.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-')
  const alone = CENTIMES.exec(spaced)
  if (alone) return Number(alone[1])
  const joined = spaced.replace(EUROS_AND_CENTS, ',$1')
  if (/\d(?:€|euros?|eur)\d/i.test(joined)) return undefined
  const plain = joined.replace(/€|euros?|eur/gi, '').replace(',', '.')
  const parts = /^(-?)(\d{1,13})(?:\.(\d{0,2}))?$/.exec(plain)
  if (!parts) return undefined
  const cents = Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'))
  return parts[1] && cents > 0 ? -cents : cents
}
const CENTIMES = /^(\d{1,6})(?:centimes?|cents?|cts?)$/i
/** *2€50*, *2 euros 50 centimes*: what stands behind the sign is cents. */
const EUROS_AND_CENTS = /(?<=\d)(?:€|euros?|eur)(\d\d)(?:centimes?|cents?|cts?)?$/i

/**
 * Reads a telephone number: a French one as `04 77 00 00 00`, one from abroad as `+41 22 345 67
 * 89`, and a short one as it is.
 */
export function typedPhone(text: string): string | undefined {
  if (!/^[+\d\s().\-/\u00a0\u202f]+$/.test(text)) return undefined
  const figures = text.replace(/\(0\)/, '').replace(/[^+\d]/g, '')
  const national = figures.replace(/^(?:\+|00)33/, '0')
  if (/^0[1-9]\d{8}$/.test(national)) return national.replace(/(\d\d)(?=\d)/g, '$1 ')
  if (/^(?:1\d{1,2}|3\d{3}|1\d{3}|118\d{3}|116\d{3})$/.test(figures)) return figures
  const abroad = figures.replace(/^00/, '+')
  return /^\+[1-9]\d{6,14}$/.test(abroad) ? spaced(text, abroad) : undefined
}
/** A number from abroad with the spaces that the person typed, because groups differ. */
const spaced = (text: string, abroad: string): string => {
  const groups = line(text.replace(/\(0\)/, '').replace(/[().\-/\s\u00a0\u202f]+/g, ' ')).replace(
    /^00 ?/,
    '+',
  )
  return groups.replaceAll(' ', '') === abroad ? groups : abroad
}

const EMAIL = pattern('u')`
  ^([^\s@<>"(),;:\\[\]]{1,64})@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,})$
`

/** Reads an e-mail address: one `@`, with a dotted name after it, which becomes small letters. */
export function typedEmail(text: string): string | undefined {
  const parts = EMAIL.exec(text)
  return parts ? `${parts[1]}@${parts[2]?.toLowerCase()}` : undefined
}

/** Reads the address of a page, http or https. `exemple.fr` becomes `https://exemple.fr`. */
export function typedUrl(text: string): string | undefined {
  const whole =
    /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/]+:\d+(\/|$)/.test(text) ? text : `https://${text}`
  if (/\s/.test(whole) || !URL.canParse(whole)) return undefined
  const url = new URL(whole)
  const named =
    url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.startsWith('[')
  return (url.protocol === 'https:' || url.protocol === 'http:') && named && !url.username
    ? whole
    : undefined
}

/**
 * Reads a latitude and a longitude in degrees. Both may stand in the first field, as a map gives
 * them: `45.7342, 3.9689`.
 */
export function typedPoint(lat: string, lon: string): Point | undefined {
  const both =
    lon === '' ? /^(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(lat) : undefined
  const [a, b] = both
    ? [typedNumber(both[1] ?? ''), typedNumber(both[2] ?? '')]
    : [typedNumber(lat), typedNumber(lon)]
  return a !== undefined && b !== undefined && Math.abs(a) <= 90 && Math.abs(b) <= 180
    ? [a, b]
    : undefined
}

/** Reads a moment as ISO in UTC: a day and a time of the village, or an ISO text with its zone. */
export function typedMoment(text: string, zone: string): string | undefined {
  const local = /^(\d{4}-\d{2}-\d{2})[T\s]+(\d{1,2}[:h]\d{2})(:\d{2}(?:\.\d{1,9})?)?$/.exec(text)
  try {
    if (!local) return Temporal.Instant.from(text).toString()
    const time = typedTime(local[2] ?? '')
    if (!time) return undefined
    return Temporal.PlainDateTime.from(`${local[1]}T${time}${local[3] ?? ''}`)
      .toZonedDateTime(zone)
      .toInstant()
      .toString()
  } catch {
    return undefined
  }
}
