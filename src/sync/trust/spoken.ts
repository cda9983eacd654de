import { calledLine } from '../../contract/box/boxes.ts'
import { boxOfFeed, isBoxName, isFeedName, isSeq } from '../../core/change.ts'
import type { Write } from '../../core/merge.ts'
import { isRemoved } from '../../core/merge.ts'
import { isTracking, readBy } from '../../core/tracking.ts'
import { type LogRow, type LogToRead, row } from '../../log/log.ts'

/**
 * What boxes say of other boxes, in records of type `box` in the commons: an introduction (*you may
 * trust this box*) or a request to dismiss one. This file only reads them, and checks their form.
 * Neither has any effect here before the keeper of this box says yes.
 */

/** An introduction of `box` by `by`. `called`: the name that `by` gives it. */
export type Introduced = Readonly<{ by: string; box: string; called: string; record: string }>
/**
 * A request of `by` to believe `box` no more. `believed`: by feed, the seq of the last entry that
 * is still to be believed.
 */
export type DismissalAsked = Readonly<{
  by: string
  box: string
  believed: Readonly<Record<string, number>>
}>

type Said = Readonly<{ by: string; record: string; value: unknown; head: Write; fields: LogRow }>
/** A work that reads no writes but those of boxes, whose numbers are below zero (log/sqlite.ts). */
function ofBoxes<T>(log: LogToRead, work: () => T): T {
  if (!isTracking()) return work()
  const numbers = log.sql.all<{ no: number }>('SELECT no FROM what WHERE no < 0')
  return readBy(
    'log.wrote',
    'what',
    numbers.map(({ no }) => no),
    work,
  )
}
/**
 * The heads of a field (the writes that no write replaced) in records of type `box`, each with the
 * box that wrote it. Heads of a box that removed the record are left out.
 */
function saidOf(log: LogToRead, field: 'introduces' | 'dismisses'): readonly Said[] {
  const records = ofBoxes(log, () =>
    log.sql.all<{ record: string }>(
      "SELECT DISTINCT record FROM write WHERE what < 0 AND type = 'box' AND space = 'commons' " +
        'AND field = ?',
      field,
    ),
  )
  return records.flatMap(({ record }) => {
    const fields = row(log, 'box', record, 'commons')
    const removing = new Set(
      (fields.get('removed')?.heads ?? []).map(head => boxOfFeed(head.name.feed)),
    )
    const gone = isRemoved(fields.get('removed'))
    return (fields.get(field)?.heads ?? [])
      .map(head => ({ by: boxOfFeed(head.name.feed), record, value: head.value, head, fields }))
      .filter(({ by }) => !(gone && removing.has(by)))
  })
}

/** The introductions in the commons, in the order of feeds, then of seq. */
export function introductionsIn(log: LogToRead): readonly Introduced[] {
  return saidOf(log, 'introduces')
    .toSorted((a, b) =>
      a.head.name.feed < b.head.name.feed
        ? -1
        : a.head.name.feed > b.head.name.feed
          ? 1
          : a.head.name.seq - b.head.name.seq,
    )
    .flatMap(({ by, record, value, fields }) => {
      if (typeof value !== 'string' || !isBoxName(value) || value === by) return []
      const called = (fields.get('called')?.heads ?? []).find(
        head => boxOfFeed(head.name.feed) === by,
      )
      return [{ by, box: value, called: calledLine(called?.value), record }]
    })
}

/**
 * The requests of boxes to dismiss a box. A last seq counts only in a feed of the box that is to be
 * dismissed.
 */
export function dismissalsAsked(log: LogToRead): readonly DismissalAsked[] {
  return saidOf(log, 'dismisses').flatMap(({ by, value }) => {
    const { box, believed }: { box?: unknown; believed?: unknown } = value ?? {}
    if (typeof box !== 'string' || !isBoxName(box)) return []
    const pairs = typeof believed === 'object' && believed !== null ? Object.entries(believed) : []
    const fits = pairs.filter(
      (pair): pair is [string, number] =>
        isFeedName(pair[0]) && boxOfFeed(pair[0]) === box && isSeq(pair[1]),
    )
    return [{ by, box, believed: Object.fromEntries(fits) }]
  })
}
