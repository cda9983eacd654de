import type { RideNow } from '../contract/published.ts'
import type { Request } from '../contract/request.ts'
import { sayRecurrence } from '../core/calendar/recurrence.ts'
import { dayLong, sayTime } from '../text/days.ts'
import { uiWords } from './words.ts'

/**
 * *Le trajet part maintenant à 9 h*: said beside the agreed moment, a sentence each. Of an hour
 * that two people agreed apart, that it holds. `isAgreed`: else that moment is proposed.
 */
export function sayRideNow(
  now: RideNow | undefined,
  { lang, today }: Pick<Request, 'lang' | 'today'>,
  { isAgreed }: Readonly<{ isAgreed: boolean }>,
): readonly string[] {
  if (!now) return []
  const w = uiWords(lang).rideNow
  if (now.isOver) return [w.over, ...(now.at === null ? [] : [w.saidLast(sayTime(now.at, lang))])]
  const apart = isAgreed ? w.agreedApart : w.proposedApart
  const days = now.recurs === null ? now.day && dayLong(now.day, lang, today) : undefined
  const said = now.recurs === null ? days : sayRecurrence(now.recurs, lang)
  return [
    ...(now.at === null ? [] : [w.leaves(sayTime(now.at, lang))]),
    ...(now.noticeAt === null ? [] : [apart(sayTime(now.noticeAt, lang))]),
    ...(said ? [w.days(said)] : []),
    ...(now.rests.length > 0 ? [w.rests(...now.rests.map(day => dayLong(day, lang, today)))] : []),
  ]
}
