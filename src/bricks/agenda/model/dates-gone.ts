import type { Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { tableOf } from '../../../contract/tables.ts'
import { event, eventDate, eventPart } from './records.ts'

/**
 * The changed days and the parts of an event that is erased: they say where it went, or whom to
 * help, and mean nothing without it.
 */
export function datesGone(gone: readonly Forgetting[], read: Reader): readonly Forgetting[] {
  const events = gone.filter(
    ({ type, field, past }) => type === event.name && field === undefined && !past,
  )
  return events.flatMap(({ record }) =>
    [eventDate, eventPart].flatMap(type =>
      // What was put back as it was, or taken off, still says it.
      read
        .all(`SELECT id FROM "${tableOf(type.name, 'commons')}" WHERE event = ?`, record)
        .map(({ id }) => ({ type: type.name, record: String(id) })),
    ),
  )
}
