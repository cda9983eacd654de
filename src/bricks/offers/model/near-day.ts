import { pattern } from '../../../core/pattern.ts'

const WEEK = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const DAY_MS = 86_400_000

const EACH_WEEK = pattern('u')`
  \b(tous les|toutes les|chaque|les?) (\p{L}+ )?(lundis?|mardis?|mercredis?|jeudis?|vendredis?
  |samedis?|dimanches?)\b(?! \d| prochain| suivant| qui vient)
`

/**
 * *demain*, *ce soir*, *mardi*: the next day of that name, today included. Units days `2026-12-05`.
 */
export function nearDay(plain: string, today: string): string | undefined {
  const at = Date.parse(`${today}T00:00:00Z`)
  const plus = (days: number): string => new Date(at + days * DAY_MS).toISOString().slice(0, 10)
  if (/\b(aujourd hui|ce soir|ce matin|cet apres midi|tout a l heure)\b/.test(plain)) return plus(0)
  if (/\bapres demain\b/.test(plain)) return plus(2)
  if (/\bdemain\b/.test(plain)) return plus(1)
  if (EACH_WEEK.test(plain)) return undefined
  const named = WEEK.findIndex(day => new RegExp(`\\b${day}\\b`).test(plain))
  return named === -1 ? undefined : plus((named - ((new Date(at).getUTCDay() + 6) % 7) + 7) % 7)
}
