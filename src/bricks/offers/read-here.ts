import type { Reader } from '../../core/brick.ts'
import { type RecordType, spaceOf } from '../../core/schema.ts'
import { asNeed, asOffer, reachable } from './read.ts'
import { need, offer } from './records.ts'
import { isClosed, isPast, type Notice } from './rules.ts'

/**
 * Notices of which their person agreed that they are read here, and not in the villages around: they stay in `home`, and this box's pages
 * show of them what a notice of the commons shows.
 *
 * Law     no field that is the keeper's alone is read by this way; numbers that are hidden are out (projection/hidden.ts).
 */
const MOST = 200
const SHOWN = { where: 'shownHere = 1 AND hiddenWhy IS NULL', order: 'id DESC', limit: MOST } as const

function openly<R extends object>(type: RecordType, row: R): R {
  const kept = Object.keys(type.fields).filter(name => spaceOf(type, type.fields[name]!) === 'home' || type.fields[name]!.kind === 'files')
  return { ...row, ...Object.fromEntries(kept.map(name => [name, null])) }
}

/** All that stand, the newest first. */
export function hereShown(read: Reader, today: string): readonly Notice[] {
  const all: readonly Notice[] = [
    ...read.list(offer, SHOWN, 'home').map(row => asOffer(reachable(read, openly(offer, row)))),
    ...read.list(need, SHOWN, 'home').map(row => asNeed(reachable(read, openly(need, row)))),
  ]
  return all.filter(({ row }) => !isClosed(row) && !isPast(row, today)).toSorted((a, b) => (a.row.id < b.row.id ? 1 : -1))
}

export const hereNotice = (read: Reader, id: string, today: string): Notice | undefined =>
  hereShown(read, today).find(one => one.row.id === id)

/** Whose it is: known in this box alone. */
export function hereAuthor(read: Reader, { kind, row: { id } }: Notice): string | undefined {
  const author = read.one(kind === 'offer' ? offer : need, id, 'home')?.author
  return author ?? undefined
}
