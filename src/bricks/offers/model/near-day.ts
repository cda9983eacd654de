import { pattern } from '../../../core/pattern.ts'
import { dayAfter } from '../../../text/days.ts'
import { WEEKDAYS } from '../../../text/harvest/fr.ts'

const EACH_WEEK = pattern('u')`
  \b(tous les|toutes les|chaque|les?) (\p{L}+ )?(lundis?|mardis?|mercredis?|jeudis?|vendredis?
  |samedis?|dimanches?)\b(?! \d| prochain| suivant| qui vient)
`

/**
 * *demain*, *ce soir*, *mardi*: the next day of that name, today included. Units days `2026-12-05`.
 */
export function nearDay(plain: string, today: string): string | undefined {
  const plus = (days: number): string => dayAfter(today, days)
  if (/\b(aujourd hui|ce soir|ce matin|cet apres midi|tout a l heure)\b/.test(plain)) return plus(0)
  if (/\bapres demain\b/.test(plain)) return plus(2)
  if (/\bdemain\b/.test(plain)) return plus(1)
  if (EACH_WEEK.test(plain)) return undefined
  const named = WEEKDAYS.findIndex(day => new RegExp(`\\b${day}\\b`).test(plain))
  const now = Temporal.PlainDate.from(today).dayOfWeek - 1
  return named === -1 ? undefined : plus((named - now + 7) % 7)
}
