import { pattern } from '../../../core/pattern.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import type { FoundPiece } from '../../../text/harvest/rule.ts'
import { titled } from '../../../text/harvest/title.ts'
import { bodyOf } from './harvest-said.ts'
import { restFields } from './rides/asked.ts'
import { FAR_TOWNS } from './rides/names.ts'
import { type RideSaid, rideIn } from './rides/ride.ts'

/** Where the way begins: *va*, *descend tous les mardis*. The ride is read as in the form. */
const GOES = pattern()`
  (?<![a-z])(?:(?:va|vais|vont|monte|montent|descends?|descendent|pars?|part|partent|passe
  |retourne)|covoit[a-z]*) (?:tous les [a-z]+ |chaque [a-z]+ |souvent )?
  (?=(?:a|en|vers|sur|pour|jusqu'a) )
`
const POOLED = /\bcovoit/

/**
 * *Sabrina va à Montbrison tous les mardis 8h, 2 places*: somebody goes to a town, with seats, an
 * hour or a day.
 */
export function rideOf(page: NotesPage, piece: NotePiece): FoundPiece | undefined {
  const said = bodyOf(piece)
  const m = GOES.exec(said.plain)
  if (!m || /\?\s*$/.test(said.plain)) return undefined
  const today = page.head.date ?? UNKNOWN_DAY
  const ride = rideIn(said.clear, { today, communes: FAR_TOWNS })
  if (!ride?.isNamed || (ride.seats === undefined && !POOLED.test(said.plain))) return undefined
  if (ride.days === undefined && ride.leavesAt === undefined) return undefined
  const title = titled(`Transport : ${said.clear.slice(m.index + m[0].length)}`, page.names)
  const fields = { title, state: 'lead', mode: 'ride', ...wayOf(ride) }
  const { from, to } = piece
  return { kind: 'offer', title, fields, from, to, certainty: 0.9, rule: 'offer.ride' }
}
/** Of notes that nobody dates, a rhythm alone counts. */
const UNKNOWN_DAY = '2000-01-01'

/** What comes back; a ride of the day of a meeting is over. */
const wayOf = ({ from, to, via, days, rests, leavesAt, seats }: RideSaid) => ({
  ...(from ? { rideFrom: from } : {}),
  ...(to ? { rideTo: to } : {}),
  ...(via.length > 0 ? { rideBy: via } : {}),
  ...(days?.is === 'often' && days.recurs
    ? { rideDays: days.recurs, rideSince: days.startsOn, ...restFields(rests) }
    : {}),
  ...(leavesAt ? { rideAt: leavesAt } : {}),
  ...(seats ? { rideSeats: seats } : {}),
})
