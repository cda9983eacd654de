import { type Draft, draft } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import type { WholeDeal } from './read.ts'
import { deal } from './records.ts'
import { SLIP } from './slip-days.ts'

/**
 * A part that the keeper reads first, and does not keep: nothing goes on of the thread that it
 * began. Kept after all, or corrected by who sent it, the thread stands again as it stood.
 */

/** What the keeper, or who sent it, makes of a part that waits; undefined of any other draft. */
function judgedPart(
  { type, record, fields }: Draft,
  read: Reader,
): Readonly<{ piece: string; isRefused: boolean }> | undefined {
  if (type !== proposal.name || fields['state'] === undefined) return undefined
  const sent = read.one(proposal, record, 'home')
  // Of one that shows, a correction alone is judged.
  const isNew = sent?.of === 'response' && sent.shownAs === null && sent.changes === null
  return isNew && sent.piece !== null
    ? { piece: sent.piece, isRefused: fields['state'] === 'refused' }
    : undefined
}

/**
 * What is written in the threads that a visitor's part began, because of what the keeper says of
 * it.
 *
 * Law     Refused and kept again, the thread is as it was. The person of the notice is told.
 */
export const partsJudged = (
  drafts: readonly Draft[],
  read: Reader,
  threadsOf: (responses: readonly string[]) => readonly WholeDeal[],
): readonly Draft[] =>
  drafts.flatMap(one => {
    const judged = judgedPart(one, read)
    // Its holder takes it back by their ticket: the thread goes on.
    if (
      judged &&
      drafts.some(({ record, fields }) => record === judged.piece && fields['answer'] === 'not')
    )
      return []
    const begun = judged ? threadsOf([judged.piece]).filter(({ row }) => row.visitor !== null) : []
    return begun.flatMap(whole => (judged ? judgedThread(whole, judged) : []))
  })

function judgedThread(
  { row, parties, said }: WholeDeal,
  { isRefused }: Readonly<{ isRefused: boolean }>,
): readonly Draft[] {
  const was = row.why === 'refused'
  if (was === isRefused || (isRefused && (row.why !== null || row.state === 'done'))) return []
  const others = parties.flatMap(({ ticket, away }, place) =>
    ticket === undefined && away === undefined ? [String(place)] : [],
  )
  // Nobody carries the words of a part that is not kept.
  const slips = said.flatMap(({ key, slip }) => {
    const isTaker = parties.some(party => party.key === key && party.ticket !== undefined)
    return isTaker && slip ? [slip] : []
  })
  return [
    draft(deal, row.id, { why: isRefused ? 'refused' : null, unseen: others }),
    ...slips.map(record => ({ type: SLIP, record, fields: { removed: isRefused || null } })),
  ]
}
