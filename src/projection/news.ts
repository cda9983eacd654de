import type { Join, JoinedNews } from '../contract/reader.ts'
import { REMOVED } from '../contract/tables.ts'
import { boxOfFeed } from '../core/change.ts'
import { fits } from '../core/form/fit.ts'
import { isGiven } from '../core/given.ts'
import { withMade } from '../core/made.ts'
import { isRemoved, type Merged, outranks, settle } from '../core/merge.ts'
import { itemsOf, ownJson } from '../core/narrow.ts'
import { sameOnPage } from '../core/same.ts'
import { type Field, type RecordType, spaceOf } from '../core/schema.ts'
import { hasWrite, headsIn, type LogToRead, row } from '../log/log.ts'
import type { Statements } from '../log/sqlite.ts'
import { isKeptBack } from './kept-back.ts'
import { madeFieldsOf } from './made.ts'
import { fieldValue } from './prose-update.ts'
import { shortName } from './versions.ts'

type Over = Readonly<{ sql: Statements; log: LogToRead; types: ReadonlyMap<string, RecordType> }>
type Written = ReturnType<typeof headsIn>[number]

/** The names of a record’s heads in the commons, by which a join says what its author saw. */
export const headNamesIn = (log: LogToRead, type: string, record: string): readonly string[] =>
  headsIn(log, { type, record, space: 'commons' }).map(nameIn)
const nameIn = ({ name, field }: Written): string => `${shortName(name)} ${field}`

/**
 * The joins that name this record.
 *
 * Shape   `seen`: the writes of hidden records that the authors of the join saw, then or later, all
 *         authors together. A join without this list (an older program’s, or an imported one) saw
 *         the writes before its stamp.
 */
export function joinsOf({ sql, log }: Omit<Over, 'types'>, record: string): readonly Join[] {
  return sql
    .all<{ id: string; these: string }>('SELECT id, these FROM joining ORDER BY id')
    .flatMap(({ id, these }): readonly Join[] => {
      const all = ownJson<readonly string[]>(these)
      if (!all.includes(record)) return []
      const fields = row(log, 'join', id, 'commons')
      const heads = fields.get('seen')?.heads
      const said = heads?.flatMap(head =>
        Array.isArray(head.value) ? itemsOf<unknown>(head.value) : [],
      )
      const seen =
        said ??
        all.flatMap(one =>
          standingBefore({ sql, log }, one, fields.get('these')?.shown?.stamp ?? ''),
        )
      return [{ id, these: all, seen: [...new Set(seen.filter(one => typeof one === 'string'))] }]
    })
}

function standingBefore(
  { sql, log }: Omit<Over, 'types'>,
  record: string,
  stamp: string,
): readonly string[] {
  const type = sql.get<{ type: string | null }>(
    'SELECT type FROM joined WHERE id = ?',
    record,
  )?.type
  const heads = type ? headsIn(log, { type, record, space: 'commons' }) : []
  return heads.filter(head => head.stamp < stamp).map(nameIn)
}

/**
 * The writes in records that show under another one, which no author of the join saw. They are news
 * of that record, never a conflict.
 *
 * Shape   `id`: one set only. A value equal to the shown one, or an erased one, is no news.
 */
export function newsIn(over: Over, id?: string): readonly JoinedNews[] {
  const where = id === undefined ? '' : ' AND shown = (SELECT shown FROM joined WHERE id = ?)'
  const others = over.sql.all<{ id: string; shown: string; type: string | null }>(
    `SELECT id, shown, type FROM joined WHERE shown <> id${where} ORDER BY shown, id`,
    ...(id === undefined ? [] : [id]),
  )
  return others.flatMap(other => newsOf(over, other))
}

function newsOf(
  over: Over,
  { id, shown, type }: Readonly<{ id: string; shown: string; type: string | null }>,
): readonly JoinedNews[] {
  const plain = over.types.get(type ?? '')
  // For a record of the program, this box’s words count (`ours.ts`): another box’s are no news.
  if (!plain || isGiven(shown)) return []
  const seen = new Set(joinsOf(over, id).flatMap(one => one.seen))
  const heads = headsIn(over.log, { type: plain.name, record: id, space: 'commons' })
  if (heads.every(head => seen.has(nameIn(head)))) return []
  const whole = withMade(plain, madeFieldsOf(over.sql, plain.name))
  const here = row(over.log, plain.name, shown, 'commons')
  const fields = [...new Set(heads.map(head => head.field))].sort()
  return fields.flatMap((name): readonly JoinedNews[] => {
    const field = name === 'removed' ? REMOVED : whole.fields[name]
    if (field === undefined || (name !== 'removed' && spaceOf(whole, field) !== 'commons'))
      return []
    const own = heads.filter(head => head.field === name)
    const unseen = own
      .filter(head => head.value !== undefined && !seen.has(nameIn(head)))
      .sort((a, b) => (outranks(a, b) ? -1 : 1))
    const value = saidIn(
      name,
      field,
      settle(own, write => hasWrite(over.log, write)),
    )
    const [last] = unseen
    const what = { type: plain.name, record: id, space: 'commons' } as const
    if (
      !last ||
      isKeptBack(over.log, what, name, value) ||
      !fits(field, value) ||
      sameOnPage(field, value, saidIn(name, field, here.get(name)))
    )
      return []
    const { wall, sure, by } = last
    const names = unseen.map(nameIn)
    return [
      {
        shown,
        id,
        type: plain.name,
        field: name,
        value,
        on: wall,
        sure,
        by,
        box: boxOfFeed(last.name.feed),
        names,
      },
    ]
  })
}

const saidIn = (name: string, field: Field, merged: Merged | undefined): unknown =>
  name === 'removed' ? (isRemoved(merged) ?? false) : merged ? fieldValue(field, merged) : null
