import type { RideStanding } from '../contract/published.ts'
import type { Request } from '../contract/request.ts'
import { sayRecurrence } from '../core/calendar/recurrence.ts'
import { dayLong, sayTime } from '../text/days.ts'
import { uiWords } from './words.ts'

/**
 * *Le trajet part maintenant à 9 h*: said beside the agreed moment, a sentence each. Of an hour
 * that two people agreed apart, that it holds. While another moment is asked, what is agreed is
 * named first.
 */
export function sayRideNow(
  now: RideStanding | undefined,
  request: Pick<Request, 'lang' | 'today'>,
): readonly string[] {
  const said = now ? sentences(now, request) : []
  if (!now || now.stands === null || said.length === 0) return said
  return [uiWords(request.lang).rideNow.stays(now.stands), ...said]
}

function sentences(
  now: RideStanding,
  { lang, today }: Pick<Request, 'lang' | 'today'>,
): readonly string[] {
  const w = uiWords(lang).rideNow
  const { at, isBack } = now
  if (now.isOver) return [w.over, ...(at === null ? [] : [w.saidLast(sayTime(at, lang), isBack)])]
  const agreedApart = now.stands === null ? w.agreedApart : w.staysApart
  const apart = now.isAgreed ? agreedApart : w.proposedApart
  const days = now.recurs === null ? now.day && dayLong(now.day, lang, today) : undefined
  const said = now.recurs === null ? days : sayRecurrence(now.recurs, lang)
  return [
    ...(at === null ? [] : [w.leaves(sayTime(at, lang), isBack)]),
    ...(now.noticeAt === null ? [] : [apart(sayTime(now.noticeAt, lang))]),
    ...(said ? [w.days(said)] : []),
    ...(now.rests.length > 0 ? [w.rests(...now.rests.map(day => dayLong(day, lang, today)))] : []),
  ]
}
