import type { Decided, Forgetting } from '../../contract/decision.ts'
import { hiddenNumber } from '../../contract/records/own-records.ts'
import { SPACES } from '../../core/schema.ts'
import { type LogToRead, row } from '../../log/log.ts'
import { HIDDEN } from '../../projection/hidden.ts'
import { type FieldPlace, placesOf, writesHolding } from '../../projection/numbers.ts'
import { isSamePhone } from '../../text/phone.ts'
import { type SoughtNumbers, seeking } from '../../text/sought-numbers.ts'
import type { Engine } from '../turn.ts'

/**
 * Erases lines of the keeper’s list of hidden numbers together with other erasures. Anybody may
 * hide a telephone number that shows here; the list holds it, and must not be the last place that
 * does. A line goes when its number is erased everywhere, or when it shows again and the last
 * record that has it is erased. The cascade of each erasing turn asks here.
 *
 * Law     The list holds no number that shows again and is in no record. A hidden number stays in
 *         the list until the keeper decides.
 */
export function numberCascade(
  engine: Engine,
  { forget = [], numbers = [] }: Decided,
): readonly Forgetting[] {
  if (forget.length + numbers.length === 0 || !engine.types.has(hiddenNumber.name)) return []
  const rows = engine.read.list(hiddenNumber, {}, 'home').filter(row => row.number !== null)
  const gone = rows.filter(({ number, state }) => {
    if (numbers.some(what => !what.theirs && isSamePhone(what.number, number!))) return true
    const sought = state === 'shown' && forget.length > 0 ? seeking(number!) : undefined
    return sought !== undefined && isLast(engine, sought, forget)
  })
  return gone
    .map(({ id }) => ({ type: HIDDEN, record: id }))
    .filter(one => !forget.some(what => what.record === one.record))
}

/** Whether only erased values hold the number. */
function isLast({ log }: Engine, sought: SoughtNumbers, forget: readonly Forgetting[]): boolean {
  const holds = (place: FieldPlace): boolean =>
    place.type !== HIDDEN && writesHolding(log, place, sought).length > 0
  // The whole log is read only when an erased value holds the number.
  if (
    !forget.some(what =>
      placesOfRecord(log, what).some(place => isTaken(place, what) && holds(place)),
    )
  )
    return false
  return placesOf(log, sought).every(
    place => forget.some(what => isTaken(place, what)) || !holds(place),
  )
}

/** The fields that a record has, in every space. */
const placesOfRecord = (log: LogToRead, { type, record }: Forgetting): readonly FieldPlace[] =>
  SPACES.flatMap(space =>
    [...row(log, type, record, space).keys()].map(field => ({ type, record, space, field })),
  )

/** Whether a field is erased by this forgetting. */
const isTaken = ({ type, record, space, field }: FieldPlace, what: Forgetting): boolean =>
  what.type === type &&
  what.record === record &&
  !what.past &&
  (what.field ?? field) === field &&
  !(what.keepsHome && space === 'home')
