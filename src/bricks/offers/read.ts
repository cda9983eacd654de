import type { Reader, Wanted } from '../../core/brick.ts'
import { need, offer } from './records.ts'
import { type Choice, chosen, type Notice, standing } from './rules.ts'

export const asOffer = (row: Extract<Notice, { kind: 'offer' }>['row']): Notice => ({ kind: 'offer', row })
export const asNeed = (row: Extract<Notice, { kind: 'need' }>['row']): Notice => ({ kind: 'need', row })

export const newestOffers = (read: Reader, today: string, limit: number): readonly Notice[] =>
  read.list(offer, { ...standing(today), limit }).map(asOffer)
export const newestNeeds = (read: Reader, today: string, limit: number): readonly Notice[] =>
  read.list(need, { ...standing(today), limit }).map(asNeed)
export function newestHands(read: Reader, today: string, limit: number): readonly Notice[] {
  const { where, with: values } = chosen({ kind: 'coup-de-main', theme: '', commune: '' }, today)
  return read.list(need, { where: `(${where}) AND hand = 1`, with: values, limit }).map(asNeed)
}

/** A notice of either kind. */
export function noticeOf(read: Reader, id: string): Notice | undefined {
  const offered = read.one(offer, id)
  if (offered) return asOffer(offered)
  const wanted = read.one(need, id)
  return wanted && asNeed(wanted)
}

export type Found = Readonly<{ count: number; at: (offset: number, limit: number) => readonly Notice[] }>

/** The notices that were chosen, newest first; both kinds in one order when none was chosen. */
export function found(read: Reader, choice: Choice, today: string): Found {
  const { where, with: values } = chosen(choice, today)
  if (choice.kind === 'propose') {
    const wanted: Wanted = { where, with: values }
    return { count: read.count(offer, wanted), at: (offset, limit) => read.list(offer, { ...wanted, offset, limit }).map(asOffer) }
  }
  const wanted: Wanted = { where: choice.kind === 'coup-de-main' ? `(${where}) AND hand = 1` : where, with: values }
  if (choice.kind)
    return { count: read.count(need, wanted), at: (offset, limit) => read.list(need, { ...wanted, offset, limit }).map(asNeed) }
  return {
    count: read.count(offer, wanted) + read.count(need, wanted),
    at: (offset, limit) => mixed(read, where, values, offset, limit),
  }
}

/** Ids are ordered by time, so that one page of both tables needs no more rows than it shows. */
function mixed(read: Reader, where: string, values: readonly string[], offset: number, limit: number): readonly Notice[] {
  const of = (table: string) =>
    `SELECT id FROM ${table} WHERE removed IS NOT 1 AND id NOT IN (SELECT id FROM joined WHERE shown <> id) AND (${where})`
  const rows = read.all(`${of('offer')} UNION ALL ${of('need')} ORDER BY id DESC LIMIT ? OFFSET ?`, ...values, ...values, limit, offset)
  return rows.flatMap(row => noticeOf(read, String(row['id'])) ?? [])
}
