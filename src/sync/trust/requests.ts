import type { RequestAsked } from '../../contract/box/boxes.ts'
import { forgettingsAsked } from '../../log/asked.ts'
import type { FleshName } from '../../log/forget.ts'
import { entryById, idsNamed, type LogToRead } from '../../log/log.ts'
import { peerMarksIn } from './marks.ts'
import { dismissalsAsked } from './spoken.ts'
import type { Trust } from './trust.ts'

/**
 * The requests of other boxes that the keeper here has to answer, for their page: to forget values
 * that others wrote, or to dismiss a box. Refused ones are listed too, as refused.
 *
 * Law     Only boxes that are believed here may request, and only about a box that is known here. A
 *         stranger’s request is ignored.
 */
export function requestsSeen(log: LogToRead, trust: Trust): readonly RequestAsked[] {
  const isHeard = (by: string): boolean =>
    (trust.paired.has(by) || trust.accepted.has(by)) && !trust.dismissed.has(by)
  const marks = peerMarksIn(log)
  const forgettings = forgettingsAsked(log)
    .filter(({ by }) => isHeard(by))
    .map(
      ({ names, ...one }): RequestAsked => ({
        ...one,
        asks: 'forget',
        what: recordsNamed(log, names),
      }),
    )
  const dismissals = dismissalsAsked(log)
    .filter(
      ({ by, box }) => isHeard(by) && by !== box && marks.has(box) && !trust.dismissed.has(box),
    )
    .map(({ by, box }): RequestAsked => {
      const refused = marks.get(box)?.dismissalsRefused?.includes(by) ?? false
      return { id: dismissalId(by, box), by, refused, asks: 'dismiss', box }
    })
  return [...forgettings, ...dismissals]
}
/** The id of a dismissal request in a form. `by`: the box that asks. `box`: the one to dismiss. */
export const dismissalId = (by: string, box: string): string => `${by}.${box}`

/** The records and fields that a removal request names, as they are here. */
export function recordsNamed(
  log: LogToRead,
  names: readonly FleshName[],
): Extract<RequestAsked, { asks: 'forget' }>['what'] {
  const pieces = names.flatMap(({ feed, seq, index, field }) =>
    idsNamed(log, feed, seq).flatMap(({ id }) => {
      const change = entryById(log, id)?.changes[index]
      return change ? [{ type: change.type, record: change.record, field }] : []
    }),
  )
  return [...Map.groupBy(pieces, ({ type, record }) => `${type} ${record}`).values()].map(all => ({
    type: all[0]!.type,
    record: all[0]!.record,
    fields: [...new Set(all.map(one => one.field))],
  }))
}
