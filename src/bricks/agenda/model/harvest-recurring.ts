import { WEEKDAY_CODES } from '../../../core/calendar/weekdays.ts'
import { pattern } from '../../../core/pattern.ts'
import { plusDays, weekdayNamed, weekdayOf } from '../../../text/harvest/dates.ts'
import type { NotePiece } from '../../../text/harvest/page.ts'

/** What happens again and again: *tous les lundis 9h30*, *le premier samedi du mois*. */

const DAY = '(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?'
const NTHS = ['premier', 'deuxieme', 'troisieme', 'quatrieme', 'dernier'] as const
const NTH = '(premier|1er|deuxieme|2e|troisieme|3e|quatrieme|4e|dernier)s?'
const AGAIN = pattern()`
  (?<![a-z])(?:(?:tous les|les|chaque|le(?= [a-z\d]+ [a-z]+ (?:du|de chaque) mois
  (?! (?:de |d')(?!\d)| (?:prochain|suivant|dernier|en cours)))) ${NTH} ${DAY}
  (?: (?:du|de chaque|des) mois)?|(?:tous les|chaque) ${DAY}|(?:un|1) ${DAY} sur (?:deux|2)
  |${DAY} sur deux
  |les ${DAY}(?=[^a-z]*(?:de |a |a partir de )?\d{1,2}\s?h))(?![a-z])
`
/** *Le premier et le*: another day of the month that the rhythm would lose. */
const HALF = new RegExp(`(?:${NTH} ?(?:,|et|ou)|${DAY} (?:et|ou)) $`)
/** *Plus de permanence*, *fin du café*: told before the rhythm, it stops. */
const STOPS = pattern()`
  (?<![a-z])(?:(?<!oubli\w+ |manqu\w+ |rat\w+ |hesit\w+ )(?:pas|plus|jamais|ni)(?! (?:mal|que
  |en plus|oublier|manquer|rater|hesiter|loin|d(?:e |')(?:\d|renseign|info|detail)))|aucune?)
  [^.;:,!?]{0,40}$
  |^[^a-z]*(?:(?:la )?fin d(?!e (?:matin|journ|sem|apres|mois))|(?:l')?arret d
  |(?:c'est )?(?:fini|termine)|(?:la )?suppression d|(?:l')?annulation d
  |(?:la )?suspension d|autrefois|jadis|avant,)
  |(?<![a-z])(?:a l'epoque|dans le temps)(?![a-z])
`
/** *Est supprimé*, *n'a plus lieu*: told anywhere, but *annulé s'il pleut* is none. */
const STOPPED = pattern()`
  (?<![a-z])(?:annul(?!ation)[a-z]+(?! (?:si |s'il|en cas))|supprim[a-z]+|suspendue?s?
  |s'arrete[a-z]*|s'interrompt|cess(?:e|ent|era|eront)|pren(?:d|nent|dra|dront) fin|disparai[a-z]+
  |(?:est|sont|sera|seront|ete) (?:definitivement )?(?:arrete|ferme|interrompu|termine|abandonne
  |fini)e?s?|n'(?:a|ont|aura|auront) (?:plus|pas) lieu
  |n(?:e (?:se )?|')(?![a-z]+ez )[a-z]+ plus(?! (?:que|besoin|payant|cher|loin)))(?![a-z])
`
/** *Après-midi* is no hour. */
const HOUR = /\d\s?(?:h|heures?)(?![a-z])|\d:\d\d/
/** Looked for this far, in days: the fifth week of a month is in it. */
const FAR = 45

/** Shape   `from`, `to`: of the words that say it, in the piece; `startsOn`: its next day. */
export type Recurring = Readonly<{ from: number; to: number; startsOn: string; recurs: string }>

/** 1 to 4, -1 for the last; 0 where any of the month will do. */
function nthNamed(name: string | undefined): number {
  if (!name) return 0
  const told = /^\d/.test(name) ? Number.parseInt(name, 10) : NTHS.indexOf(name as never) + 1
  return told > 4 ? -1 : told
}

function isNth(day: string, nth: number): boolean {
  const isLast = plusDays(day, 7).slice(5, 7) !== day.slice(5, 7)
  return nth === 0 || (nth < 0 ? isLast : Math.ceil(Number(day.slice(8)) / 7) === nth)
}

/** Whether the words after the rhythm name its day: *samedi 5 décembre* is that day alone. */
const isOneDay = ({ dates }: NotePiece, to: number): boolean =>
  dates.some(told => told.sure && told.to > to && told.from <= to + ' , le '.length)
const isStopped = (plain: string, from: number): boolean =>
  STOPS.test(plain.slice(0, from)) || STOPPED.test(plain) || HALF.test(plain.slice(0, from))

/**
 * A rhythm that a sentence tells with its hour, and its next day after this one.
 *
 * Law     undefined where no hour stands: a room that is free on Mondays is no event; and where the
 *         sentence says that it stops, or names the one day that is meant.
 */
export const recurringIn = (piece: NotePiece, after: string | null): Recurring | undefined =>
  HOUR.test(piece.plain) ? rhythmIn(piece, after) : undefined

/** The same, of a sentence that somebody says is an event: it needs no hour. */
export function rhythmIn(piece: NotePiece, after: string | null): Recurring | undefined {
  const m = after ? AGAIN.exec(piece.plain) : null
  if (!after || !m) return undefined
  if (isOneDay(piece, m.index + m[0].length) || isStopped(piece.plain, m.index)) return undefined
  const nth = nthNamed(m[1])
  const weekday = weekdayNamed(m.slice(2).find(Boolean) ?? '')
  const days = Array.from({ length: FAR }, (_, at) => plusDays(after, at + 1))
  const startsOn = days.find(day => weekdayOf(day) === weekday && isNth(day, nth))
  const by = `BYDAY=${nth || ''}${WEEKDAY_CODES[weekday]}`
  const every = / sur /.test(m[0]) ? 'WEEKLY;INTERVAL=2' : nth ? 'MONTHLY' : 'WEEKLY'
  return startsOn
    ? { from: m.index, to: m.index + m[0].length, startsOn, recurs: `FREQ=${every};${by}` }
    : undefined
}

/** Somebody's way to town: an offer, where seats are free. */
const RIDE = pattern()`
  (?<![a-z])(?:covoit[a-z]*|(?:\d|deux|trois|quatre) places|trajet
  |(?:va|vais|vont|mont|descend)[a-z]{0,3} (?:a|en|vers))
  (?![a-z])
`
export const isRide = (plain: string): boolean => RIDE.test(plain)
