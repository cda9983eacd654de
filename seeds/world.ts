import { THEMES } from '../src/core/themes.ts'
import { asking } from './asking.ts'
import { calendar } from './calendar.ts'
import { COMMUNES } from './communes.ts'
import { councils } from './councils.ts'
import { deals } from './deals.ts'
import { doings } from './doings.ts'
import { lending } from './lending.ts'
import { neighbours } from './neighbours.ts'
import { notices } from './notices.ts'
import { places } from './places.ts'
import type { SeedRecord } from './record.ts'
import { talks } from './talks.ts'
import { wall } from './wall.ts'

/**
 * The demonstration territory: one world, known by heart, used by dev, tests, demo and screenshots.
 * The village and its neighbours are real; the people and what they say are not, and no real
 * company promises anything. Hours, the one telephone (a number that the Arcep keeps for fiction)
 * and what a place is said to lack belong to the demonstration.
 *
 * Law     every date is counted from `today`, so that *Bientôt* is never empty; the same `today`
 *         gives the same world.
 */
export function world(today: string): readonly SeedRecord[] {
  const when = calendar(today)
  const long = when.day(-240)
  return [
    ...COMMUNES.map(([code, name, postalCodes, population, point]) => ({
      key: `commune-${code}`,
      type: 'commune',
      fields: { code, name, postalCodes, population, point },
      at: long,
    })),
    ...THEMES.map(({ key, ...fields }) => ({ key, type: 'theme', fields, at: long })),
    ...places(when),
    ...talks(when),
    ...doings(when),
    ...notices(when),
    ...deals(when),
    ...councils(when),
    ...neighbours(when),
    ...wall(when),
    ...asking(when),
    ...lending(when),
  ]
}
