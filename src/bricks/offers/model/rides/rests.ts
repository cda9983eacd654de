import { pattern, source } from '../../../../core/pattern.ts'
import { datesIn, plusDays } from '../../../../text/harvest/dates.ts'
import { MONTH, type RideText, WEEKDAY } from './text.ts'

/**
 * The days on which a ride that comes back is not driven, as its sentence says them.
 *
 * Shape   `school`, `holidays`: it rests in the school holidays, on public holidays. `off`: single
 *         days, in their order.
 */
export type RideRests = Readonly<{ school: boolean; holidays: boolean; off: readonly string[] }>

const BUT = '(?<![a-z])(?:sauf|hors|excepte|a part|pas|jamais|sans)'
const SMALL = source`(?: (?:pendant|durant|les?|la|des?|en|periodes? de|jours?|et|ni|aux?|ou))*`
const SCHOOL = new RegExp(
  `${BUT}${SMALL}(?: feries?)?${SMALL} (?:petites |grandes )?vacances|` +
    source`
      (?<![a-z])(?:pendant|en|durant|hors)(?: la| les)? (?:periodes?|semaines?|annee) (?:scolaires?
      |d'ecole|de classe)|jours? (?:d'ecole|de classe|scolaires?)|(?<![a-z])semaines? d'ecole
    `,
)
const PUBLIC = new RegExp(`${BUT}${SMALL}(?: vacances(?: scolaires)?)?${SMALL}(?: jours?)? feries?`)
/** *sauf le 24 et le 31 décembre*: to the end of what is said there, or to another *sauf*. */
const OFF = new RegExp(`${BUT}( (?:(?!${BUT})[^.;:!?]){0,80})`, 'g')
/** Before the first day, and between two days: any other word ends what is read. */
const FIRST = new RegExp(`^ (du |entre |)(?:les? )?(?:(?:${WEEKDAY}) )?$`)
const NEXT = new RegExp(`^(?:,|,? (et|ni|ou|au))(?: du| les?)? ?(?:(?:${WEEKDAY}) )?$`)
const DAY_OF_MONTH = pattern('g')`
  (\d{1,2})(?:er)?(?=(?:(?:,| et| ni| ou)(?: le| les)? \d{1,2}(?:er)?)+ (${MONTH}))
`
const LONGEST_DAYS = 60
const MOST_OFF = 30

/**
 * What of a sentence says when the ride rests; days before `today` are left out.
 *
 * Law     A day is read right after *sauf* alone. A range whose ends are not both read is none.
 */
export function rideRests({ plain }: RideText, today: string): RideRests {
  const off = [...plain.matchAll(OFF)]
    .flatMap(([, clause = '']) => daysOff(clause.replace(DAY_OF_MONTH, '$1 $2'), today))
    .filter(day => day >= today)
  return {
    school: SCHOOL.test(plain),
    holidays: PUBLIC.test(plain),
    off: [...new Set(off)].sort().slice(0, MOST_OFF),
  }
}

function daysOff(clause: string, today: string): readonly string[] {
  const told = datesIn(clause, { day: today }).filter(({ sure }) => sure)
  const first = told[0] && FIRST.exec(clause.slice(0, told[0].from))
  if (!first) return []
  const joins = told.slice(1).map(({ from }, at) => NEXT.exec(clause.slice(told[at]!.to, from)))
  const last = joins.indexOf(null)
  const read = last === -1 ? told : told.slice(0, last + 1)
  const [start, end] = read
  if (first[1] === '' || start?.until !== undefined)
    return read.flatMap(({ day, until = day }) => daysFrom(day, until))
  const joint = first[1] === 'du ' ? 'au' : 'et'
  return start && end && joins[0]?.[1] === joint ? daysFrom(start.day, end.day) : []
}

function daysFrom(day: string, until: string): readonly string[] {
  const last = until < day ? day : until
  const all = [day]
  while (all.at(-1)! < last && all.length < LONGEST_DAYS) all.push(plusDays(all.at(-1)!, 1))
  return all
}
