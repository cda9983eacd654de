import { pattern } from '../../../core/pattern.ts'
import { dayAfter } from '../../../text/days.ts'
import { MONTHS, WEEKDAYS } from '../../../text/harvest/fr.ts'
import { endIn } from './rides/hours.ts'

const EACH_WEEK = pattern('u')`
  \b(?:tous les |toutes les |chaque |les? )
  (?:(?:premier|deuxieme|troisieme|quatrieme|cinquieme|dernier|autre|seul)s? )?
  (?:${WEEKDAYS.join('|')})s?\b(?! \d| prochain| suivant| qui vient)
`

/**
 * *demain*, *ce soir*, *mardi*: the next day of that name, today included.
 *
 * Units   days `2026-12-05`. `time`: the hour at which it is read, `14:05`.
 * Law     Of a day of the week that is today’s, an hour that is past is next week’s.
 */
export function nearDay(plain: string, today: string, time?: string): string | undefined {
  const plus = (days: number): string => dayAfter(today, days)
  if (
    /\b(aujourd hui|ce soir|ce matin|ce midi|cet apres midi|cet aprem|tout a l heure)\b/.test(plain)
  )
    return plus(0)
  if (/\bapres demain\b/.test(plain)) return plus(2)
  if (/\bdemain\b/.test(plain)) return plus(1)
  if (EACH_WEEK.test(plain)) return undefined
  const named = WEEKDAYS.findIndex(day => new RegExp(`\\b${day}\\b`).test(plain))
  const now = Temporal.PlainDate.from(today).dayOfWeek - 1
  if (named !== -1) {
    const ahead = (named - now + 7) % 7
    return plus(ahead === 0 && isPast(plain, named, time) ? 7 : ahead)
  }
  // *Tantôt* alone is this afternoon; *tantôt l’un, tantôt l’autre* is no day.
  if (/^(?:(?!\btantot\b).)*(?<!\ba )\btantot\b(?!.*\btantot\b)/.test(plain)) return plus(0)
  return dayOfMonthIn(plain, today)?.day
}

/** Whether the moment is past that the words say behind the name of a day, or else before it. */
function isPast(plain: string, named: number, time = ''): boolean {
  const behind = plain.slice(plain.indexOf(WEEKDAYS[named] ?? ''))
  const end = endIn(behind) ?? endIn(plain)
  return end !== undefined && end < time
}

const OF_MONTH = pattern()`
  (?<!\d[ /.:-]?)(?<!\b(?:appel[a-z]+|fai[a-z]+|compos[a-z]+|numero|bus|ligne|sous|tous) )
  \b(?:le|du|au) (\d{1,2})(?:er)?(?!\d|[/:-]|[.,]\d)
  (?!, ?(?:rue|avenue|route|chemin|place|impasse|allee)\b)
  (?! (?:\d|h\b|heures?|rue|avenue|route|chemin|place
  |impasse|allee|bis|ter|euros|ans|min|minutes|places|personnes|kg|du mois|de chaque|ou|et
  |m\b|km|${MONTHS.join('|')}))
`
/** *Le 12*, *le 3 au soir*: the next day of that number, today included, with its place. */
export function dayOfMonthIn(
  plain: string,
  today: string,
): Readonly<{ from: number; to: number; day: string }> | undefined {
  const m = OF_MONTH.exec(plain)
  const said = Number(m?.[1])
  if (!m || said < 1 || said > 31) return undefined
  const first = Temporal.PlainDate.from(today)
  const day = [0, 1, 2]
    .map(more => first.with({ day: 1 }).add({ months: more }))
    .find(month => said <= month.daysInMonth && (month.month !== first.month || said >= first.day))
    ?.with({ day: said })
    .toString()
  return day === undefined ? undefined : { from: m.index, to: m.index + m[0].length, day }
}
