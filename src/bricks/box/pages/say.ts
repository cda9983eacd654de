import type { Request } from '../../../contract/request.ts'
import { dayLong, dayOfMoment, onDay, sayTime } from '../../../text/days.ts'

const ZONE = 'Europe/Paris'
type When = Pick<Request, 'lang' | 'today'>
/** *14 h 32*, in the village. */
export const timeOf = (ms: number, { lang }: Pick<When, 'lang'>): string =>
  sayTime(
    Temporal.Instant.fromEpochMilliseconds(ms)
      .toZonedDateTimeISO(ZONE)
      .toPlainTime()
      .toString({ smallestUnit: 'minute' }),
    lang,
  )

/** *mercredi 25 novembre 2026*: of a clock that may be wrong, the year is always said. */
export const wholeDay = (ms: number, { lang }: When): string => dayLong(dayOfMoment(ms), lang)
/** *le 25 novembre, à 14:32*; *vers le…* when the clock was not set. */
export const dayOf = (ms: number, { lang, today }: When, sure = true): string =>
  onDay(dayOfMoment(ms), lang, today, sure)
