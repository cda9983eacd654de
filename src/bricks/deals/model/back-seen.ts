import type { DecideContext } from '../../../contract/command.ts'
import { type Draft, draft } from '../../../contract/decision.ts'
import type { fr } from '../words/fr.ts'
import { noticeHeld } from './closed-too.ts'
import { seenFields } from './news.ts'
import { deal } from './records.ts'
import { readDrafts } from './slips.ts'
import { threadsHeld } from './ticketed.ts'

/**
 * Who opens their notice again, by its ticket, after what was agreed fell through knows that it is
 * off: nobody calls them for it, nor carries it to them.
 *
 * Law     of a thread that fell or was ended alone. To close a notice says nothing: they may count
 *         on what was agreed.
 */
export function backSeen(
  drafts: readonly Draft[],
  { read, at }: DecideContext<typeof fr>,
): readonly Draft[] {
  const { ticket } = at
  const opened = drafts.flatMap(({ record, fields: { state } }) =>
    typeof state === 'string' && state !== 'closed' ? [record] : [],
  )
  if (ticket === undefined || opened.length === 0) return []
  return threadsHeld(read, ticket).flatMap(whole => {
    const { state, row } = whole
    const isOff = row.box === null && (state === 'fallen' || state === 'ended')
    const notice = noticeHeld(whole, at)
    if (!isOff || !notice?.isClosed || !opened.includes(notice.id)) return []
    const fields = seenFields(whole, at, { isNoticeSeen: true })
    return [...(fields ? [draft(deal, row.id, fields)] : []), ...readDrafts(whole, read, at)]
  })
}
