import { pattern, source } from '../../../../core/pattern.ts'
import { datesIn, plusDays } from '../../../../text/harvest/dates.ts'
import type { RideText } from './text.ts'

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
/** *sauf le 24 et le 31 décembre*: to the end of what is said there. */
const OFF = new RegExp(`${BUT}((?: le| les| du)? \\d[^.;:!?]{0,80})`)
const MONTH = pattern('g')`
  (\d{1,2})(?:er)?(?=(?:(?:,| et| ni| ou)(?: le| les)? \d{1,2}(?:er)?)+ (janvier|fevrier|mars|avril
  |mai|juin|juillet|aout|septembre|octobre|novembre|decembre))
`
const LONGEST_DAYS = 60
const MOST_OFF = 30

/** What of a sentence says when the ride rests; days before `today` are left out. */
export function rideRests({ plain }: RideText, today: string): RideRests {
  const clause = OFF.exec(plain)?.[1] ?? ''
  const off = datesIn(clause.replace(MONTH, '$1 $2'), { day: today })
    .filter(({ sure }) => sure)
    .flatMap(({ day, until = day }) => daysFrom(day, until))
    .filter(day => day >= today)
  return {
    school: SCHOOL.test(plain),
    holidays: PUBLIC.test(plain),
    off: [...new Set(off)].sort().slice(0, MOST_OFF),
  }
}

function daysFrom(day: string, until: string): readonly string[] {
  const last = until < day ? day : until
  const all = [day]
  while (all.at(-1)! < last && all.length < LONGEST_DAYS) all.push(plusDays(all.at(-1)!, 1))
  return all
}
