import type { Reader } from '../../../contract/reader.ts'
import { bornAt } from '../../../core/id.ts'
import { dayOfMoment } from '../../../text/days.ts'
import { need, offer } from './records.ts'
import type { Notice } from './rules.ts'

/** More than an evening holds. */
const MOST = 500

/** Notices written since a day, newest first. */
export function writtenOn(read: Reader, since: string): readonly Notice[] {
  const wanted = { order: 'id DESC', limit: MOST } as const
  const all: readonly Notice[] = [
    ...read.list(offer, wanted).map((row): Notice => ({ kind: 'offer', row })),
    ...read.list(need, wanted).map((row): Notice => ({ kind: 'need', row })),
  ]
  return all
    .filter(one => dayOfMoment(bornAt(one.row.id)) >= since)
    .sort((a, b) => (a.row.id < b.row.id ? 1 : -1))
    .slice(0, MOST)
}

/**
 * Notices of which their person agreed that they hang or are read here, and no more: this box alone
 * holds their words.
 */
export function hereOnly(read: Reader): readonly Notice[] {
  const wanted = {
    where: 'hangsHere = 1 OR shownHere = 1 OR shownByCard = 1',
    order: 'id DESC',
    limit: MOST,
  } as const
  return [
    ...read.list(offer, wanted, 'home').map((row): Notice => ({ kind: 'offer', row })),
    ...read.list(need, wanted, 'home').map((row): Notice => ({ kind: 'need', row })),
  ]
}
