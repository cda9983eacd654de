import type { DecideContext } from '../../../contract/command.ts'
import { type Draft, draft } from '../../../contract/decision.ts'
import type { fr } from '../words/fr.ts'
import { changedFor, isToldTo, noticeNow, seenNow } from './news.ts'
import { type SaidOn, type WholeDeal, wholesFrom } from './read.ts'
import { deal } from './records.ts'
import type { Party } from './rules.ts'
import { SLIP } from './slip-days.ts'
import { handedIn } from './slips.ts'

/**
 * Who hands over the slips of a thread has told what they say: it is no news any more to the person
 * for whom they read, and one gesture is enough.
 *
 * Law     only what this person reads for somebody, and once nothing of the thread is left to hand
 *         over to them.
 */
export function handedSeen(
  drafts: readonly Draft[],
  { read, at, words }: DecideContext<typeof fr>,
): readonly Draft[] {
  const slips = drafts.flatMap(({ type, record, fields }) =>
    type === SLIP && typeof fields['handedOn'] === 'string' ? [record] : [],
  )
  if (slips.length === 0) return []
  const where =
    'box IS NULL AND id IN (SELECT deal FROM deal_answer_home ' +
    'WHERE slip IN (SELECT value FROM json_each(?)))'
  const rows = read.list(deal, { where, with: [JSON.stringify(slips)] }, 'home')
  return wholesFrom(read, rows).flatMap(whole => {
    const before = handedIn(whole, read)
    const left = whole.said.filter(
      ({ id, slip }) => slip && !slips.includes(slip) && !before.has(id),
    )
    const all = whole.row.unseen ?? []
    const isHanded = (place: string): boolean => {
      const party = whole.parties[Number(place)]
      return !!party && isToldTo(at, party) && isAllHanded(party, left, whole, slips)
    }
    const places = all.filter(isHanded)
    const moved = whole.said.filter(({ slip, said }) => slip && said === words.rideMoved)
    const isRideTold = moved.some(({ slip }) => slips.includes(slip ?? ''))
    const isMoved = isRideTold && noticeNow(whole) !== '' && changedFor(whole, at).some(isHanded)
    if (places.length === 0 && !isMoved) return []
    const unseen = all.filter(place => !places.includes(place))
    const seen = { unseen: unseen.length > 0 ? unseen : null, seenTo: seenNow(whole, places) }
    return [
      draft(deal, whole.row.id, {
        ...(places.length > 0 ? seen : {}),
        // That its ride has changed is on the slip, with what the ride says now.
        ...(isMoved ? { noticeAs: noticeNow(whole) } : {}),
      }),
    ]
  })
}

/**
 * What was said to them last is on a slip, and each slip to them is handed over.
 *
 * Shape   `left`: what is on a slip that nobody handed over yet. `now`: the slips of this turn.
 */
function isAllHanded(
  { key }: Party,
  left: readonly SaidOn[],
  { said }: WholeDeal,
  now: readonly string[],
): boolean {
  const last = said.findLast(one => one.key !== key && one.says !== 'insult')
  return left.every(one => one.key === key) && !!last?.slip && now.includes(last.slip)
}
