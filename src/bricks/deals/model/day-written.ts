import type { Reader } from '../../../contract/reader.ts'
import { fold } from '../../../core/letters/words.ts'
import { nullPrototype } from '../../../core/null-prototype.ts'
import { dayLong, timeOfMoment } from '../../../text/days.ts'
import { MONTHS, WEEKDAYS } from '../../../text/harvest/fr.ts'
import { deal } from './records.ts'

/** A near day of a moment, written as a date: *demain 18h* says nothing the day after. */

/** English words, by the French ones that are read. */
const ENGLISH: Readonly<Record<string, string>> = nullPrototype({
  today: 'aujourd’hui',
  tonight: 'ce soir',
  tomorrow: 'demain',
  monday: 'lundi',
  tuesday: 'mardi',
  wednesday: 'mercredi',
  thursday: 'jeudi',
  friday: 'vendredi',
  saturday: 'samedi',
  sunday: 'dimanche',
})
const NEAR =
  `apr[eè]s[- ]demain|demain|aujourd['’]hui|ce soir|ce matin|${WEEKDAYS.join('|')}|` +
  Object.keys(ENGLISH).join('|')
/** A near day, with its part of the day. What follows says another day: *samedi prochain*. */
const NEAR_DAY = new RegExp(
  `(?<![\\p{L}\\d])(${NEAR})(?![\\p{L}\\d])(?: (au )?(soir|matin|midi)(?!\\p{L}))?`,
  'giu',
)
const OTHERWISE = new RegExp(
  "^,? ?(?:prochaine?|suivante?|dernier|en huit|en quinze|qui vient|d['’]apr[eè]s|next|last" +
    '|week|sur)(?!\\p{L})|^,? ?(?:le )?\\d{1,2}(?:er|st|nd|rd|th)?(?! ?(?:h|heures?|[ap]m' +
    "|[ap]\\.m|o['’]clock)(?!\\p{L})|:|\\d)",
  'iu',
)
const BEFORE = /(?:next|last|every|each|chaque|tous les|une?|ce|cet) $/iu
const NAMES_A_MONTH = new RegExp(`(?<![a-z])(?:${MONTHS.join('|')})(?![a-z])|\\d/\\d`)

/**
 * The same words with their near day as a date, in the language of that day; the same words where
 * none, several or no sure day is named.
 *
 * Law     A day of the week that is today’s may be in a week: it stays as it was said, unless its
 *         hour is past.
 */
export function dayWritten(
  when: string | null,
  read: Reader,
  { today, now }: Readonly<{ today: string; now: number }>,
): string | null {
  const found = when !== null ? [...when.matchAll(NEAR_DAY)] : []
  const [match] = found
  if (!when || !match || found.length > 1 || NAMES_A_MONTH.test(fold(when))) return when
  const [whole, word = '', , part] = match
  const [before, after] = [when.slice(0, match.index), when.slice(match.index + whole.length)]
  if (OTHERWISE.test(after) || BEFORE.test(before)) return when
  const french = ENGLISH[word.toLowerCase()]
  // The part of the day stays: it says which seven it is.
  const asked = `${before}${french ?? word}${whole.slice(word.length)}${after}`
  const said = { when: asked, on: today, time: timeOfMoment(now) }
  const [day, ...more] = new Set(read.published.momentDays?.(said) ?? [])
  const isOfWeek = WEEKDAYS.some(one => one === fold(french ?? word))
  if (day === undefined || more.length > 0 || (isOfWeek && day === today)) return when
  const date = dayLong(day, french === undefined ? 'fr' : 'en', today)
  const time = PART[fold(part ?? lastWord(word))] ?? ''
  const written = `${before}${date}${time}${/^ ?\d/.test(after) ? ',' : ''}${after}`
  return written.length > deal.fields.when.longest ? when : written
}

const lastWord = (word: string): string => word.slice(word.lastIndexOf(' ') + 1)
/** The part of the day as it stands after a date. */
const PART: Readonly<Record<string, string>> = nullPrototype({
  soir: ' au soir',
  matin: ' au matin',
  midi: ' à midi',
  tonight: ' in the evening',
})
