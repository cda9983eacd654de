import { fold } from '../../../core/letters/words.ts'
import { pattern, source } from '../../../core/pattern.ts'
import { daysInFrench } from '../../../text/days-in-french.ts'
import { datesIn } from '../../../text/harvest/dates.ts'
import { WEEKDAYS } from '../../../text/harvest/fr.ts'
import { plainOf } from '../../../text/harvest/mask.ts'
import type { Mode } from './modes.ts'
import { nearDay } from './near-day.ts'
import type { NoticeSide } from './subject.ts'

const DAY = `(?:${WEEKDAYS.join('|')})`
/** *Jusqu’à dimanche*, *avant le 12*: it ends then, whatever it is. */
const ENDS = pattern()`
  (?<![a-z])(?:jusqu'(?:a|au)|avant|d'ici(?: a| au)?|au plus tard) (?:(?:le|ce|cette) )?
  (?:\d|${DAY}|(?:apres-)?demain|ce soir)
`
/** A beginning, an exception, what is over, or what comes back: the day is no last one. */
const NO_END = source`
  (?<![a-z])(?:depuis|a partir|des (?:le |ce )?(?:\d|${DAY}|demain)|apres (?:le |ce )?(?:\d|${DAY})
  |sauf|hors|pas (?:le |ce |avant )?(?:\d|${DAY}|demain)|derniere?|passee?|hier
  |ne(?:e|es)? (?:le|en)|tous|toutes|chaque|en semaine|date de|du (?:\d|${DAY})
  |perdue?s?|trouvee?s?|vole(?:e|s|es)?)
  (?![a-z])
`
const IS_NO_END = new RegExp(NO_END)
const NAMED = new RegExp(`(?<![a-z])${DAY}(?![a-z])`, 'g')

/**
 * The last day on which a notice is of use, where its sentence surely says one.
 *
 * Law     A day that may be a beginning, an exception or what is over is none, and so are two days.
 *         Of a gift or a sale the end is said in words; a hand, a loan and what is looked for are
 *         of use on their day.
 */
export function lastDayTold(
  sentence: string,
  { side, mode }: Readonly<{ side: NoticeSide; mode: Mode | undefined }>,
  { today, time }: Readonly<{ today: string; time?: string }>,
): string | undefined {
  const plain = plainOf(daysInFrench(sentence).replace(/[’‘]/g, "'"))
  if (IS_NO_END.test(plain)) return undefined
  const isOfDay = side === 'need' || mode === 'hand' || mode === 'lend'
  if (!isOfDay && !ENDS.test(plain)) return undefined
  const told = datesIn(plain, { day: today }).filter(one => one.sure && one.day >= today)
  if (told.length > 1 || told.some(one => one.until !== undefined)) return undefined
  const [only] = told
  if (only) return only.day
  return (plain.match(NAMED) ?? []).length > 1 ? undefined : nearDay(fold(plain), today, time)
}
