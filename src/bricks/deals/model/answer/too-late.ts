import type { DecideContext } from '../../../../contract/command.ts'
import { type Decision, draft } from '../../../../contract/decision.ts'
import { message, type Say } from '../../../../contract/message.ts'
import type { Reader } from '../../../../contract/reader.ts'
import type { fr } from '../../words/fr.ts'
import { actNow } from '../acts-now.ts'
import { toldNext } from '../news.ts'
import { keyOfNotice, type WholeDeal } from '../read.ts'
import { deal } from '../records.ts'
import { driverFirst } from '../ride-full.ts'
import { heardBy, type Party, proposedNow } from '../rules.ts'
import { toldLetters } from '../sent-letters.ts'
import { answerDraft, nextOf, sideOf } from '../sides.ts'
import { heardDrafts, readDrafts } from '../slips.ts'
import { isTakenFor } from '../threads.ts'

type Words = typeof fr
const say: Say<Words> = message

/** Why a yes agrees nothing: somebody else has it, or the driver of a full ride says yes first. */
export function yesTooLate(
  whole: WholeDeal,
  party: Party,
  of: DecideContext<Words>,
): Decision | undefined {
  const { read } = of
  if (isTakenHere(read, whole))
    return isOfGiver(whole) ? tooLate(whole, party, of) : { refused: say('taken') }
  const driver = driverFirst(read, whole, party)
  return driver && { refused: say('driverFirst', driver.name) }
}

/** Whether a yes is refused: what goes to one person is agreed with somebody else. */
export const isYesRefused = (read: Reader, whole: WholeDeal): boolean =>
  isTakenHere(read, whole) && !isOfGiver(whole)
const isTakenHere = (read: Reader, whole: WholeDeal): boolean =>
  whole.row.asked !== true && isTakenFor(read, whole, proposedNow(whole.said))
/** Whether the person of the notice proposed it: they hear who would have had it. */
function isOfGiver({ said, notices }: WholeDeal): boolean {
  const asks = proposedNow(said)
  return asks !== undefined && notices.some(notice => keyOfNotice(notice) === asks.key)
}
/** A yes to what somebody else has since: it falls, and both know. */
function tooLate(whole: WholeDeal, party: Party, of: DecideContext<Words>): Decision {
  const { read, at } = of
  const says = { says: 'yes', ...heardBy(at, party) } as const
  const yes = answerDraft(whole.row.id, sideOf(party), says, at)
  const fallen = {
    ...({ state: 'fallen', why: 'taken' } as const),
    unseen: toldNext(whole.parties, party, at.me),
    lived: at.lived(),
  }
  const said = [...whole.said, actNow(yes.record, party, { says: 'yes' }, at)]
  return {
    drafts: [
      yes,
      draft(deal, whole.row.id, fallen),
      ...readDrafts(whole, read, at),
      ...heardDrafts(whole, party, of),
    ],
    letters: toldLetters(read, { ...whole.row, ...fallen }, said),
    ...nextOf(whole.row.id, at),
    said: say('taken'),
  }
}
