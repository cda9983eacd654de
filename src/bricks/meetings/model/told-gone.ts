import type { Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { response } from './records.ts'

/** What somebody who answers was told of a date: its day, hour and place. */
const PLAN: ReadonlySet<string | undefined> = new Set([undefined, 'startsOn', 'where', 'place'])

/**
 * What those who answered were told of a date that is erased: its place, in the words of who
 * proposed it. Their answers stay.
 */
export function toldGone(gone: readonly Forgetting[], read: Reader): readonly Forgetting[] {
  const events = gone.filter(
    ({ type, field, past }) => type === 'event' && PLAN.has(field) && !past,
  )
  if (events.length === 0) return []
  const parts = read.types.has('event-part')
    ? ' OR part.event IN (SELECT value FROM json_each(?1))'
    : ''
  return read
    .all(
      `SELECT h.id FROM response_home AS h LEFT JOIN response AS r ON r.id = h.id
        ${parts === '' ? '' : 'LEFT JOIN event_part AS part ON part.id = coalesce(h."to", r."to")'}
       WHERE h.whenTold IS NOT NULL
         AND (coalesce(h."to", r."to") IN (SELECT value FROM json_each(?1))${parts})`,
      JSON.stringify(events.map(({ record }) => record)),
    )
    .map(({ id }) => ({
      ...{ type: response.name, record: String(id), field: 'whenTold', alone: true },
    }))
}
