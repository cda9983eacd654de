import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { hasTable } from '../../../contract/tables.ts'
import type { RowOf } from '../../../core/schema.ts'
import { saidOf } from './kept.ts'
import { need, offer } from './records.ts'
import { currentNotices, isOld, type Notice, sinceOf } from './rules.ts'

const MOST = 200

/**
 * Whether a notice is this member's: theirs, or keyed by them for somebody. What says so stays in
 * this box.
 */
export function isOwn(read: Reader, one: Notice, isMe: Request['isMe']): boolean {
  const kept =
    one.kind === 'offer' ? read.one(offer, one.row.id, 'home') : read.one(need, one.row.id, 'home')
  return isMe(kept?.author) || isMe(kept?.keyedBy)
}

/**
 * Standing notices that nobody said again for three months, oldest first: one member's, or
 * everybody's.
 */
export function noticesToRenew(
  read: Reader,
  today: string,
  member: string | undefined,
): readonly Notice[] {
  const of = (table: 'offer' | 'need'): readonly string[] => {
    if (member === undefined || !hasTable(read, `${table}_home`)) return []
    return read
      .all(
        `SELECT id FROM ${table}_home WHERE author = ? OR keyedBy = ? ORDER BY id LIMIT ?`,
        member,
        member,
        MOST,
      )
      .map(row => String(row['id']))
  }
  const base = currentNotices(today)
  const rows = (type: 'offer' | 'need'): readonly Notice[] => {
    const ids = of(type)
    if (member !== undefined && ids.length === 0) return []
    const own = member === undefined ? '' : ` AND id IN (${ids.map(() => '?').join(', ')})`
    const wanted = {
      where: `(${base.where})${own}`,
      with: [...(base.with ?? []), ...ids],
      order: 'id',
      limit: MOST,
    }
    return type === 'offer'
      ? read.list(offer, wanted).map((row): Notice => ({ kind: 'offer', row }))
      : read.list(need, wanted).map((row): Notice => ({ kind: 'need', row }))
  }
  return [...rows('offer'), ...rows('need')]
    .filter(one => isToRenew(read, one, today))
    .sort((a, b) => ((a.row.renewedOn ?? sinceOf(a)) < (b.row.renewedOn ?? sinceOf(b)) ? -1 : 1))
}

/** Whether three months passed since anybody said that it stands: its author, or a neighbour. */
export const isToRenew = (read: Reader, one: Notice, today: string): boolean =>
  isOld(one.row.renewedOn ?? sinceOf(one), today) &&
  !saidOf(read, one.row.id).some(said => said.says === 'yes' && said.on && !isOld(said.on, today))

/** What was spotted and waits for its owner: one member's, or everybody's. */
export const spotsOf = (read: Reader, member: string | undefined): readonly RowOf<typeof offer>[] =>
  read.list(
    offer,
    {
      where: `state = 'spotting'${member === undefined ? '' : ' AND author = ?'}`,
      with: member === undefined ? [] : [member],
      order: 'id',
      limit: MOST,
    },
    'home',
  )
