import type { Command } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { callFor } from './calling.ts'
import { noticeNow, seenFields, seenNow } from './news.ts'
import type { WholeDeal } from './read.ts'
import { deal } from './records.ts'
import { speaksFor } from './rules.ts'
import { wholeIn } from './saying.ts'
import { handedLetters } from './sent-letters.ts'
import { cleanLine, DEALS, nextOf } from './sides.ts'
import { readDrafts, toldDrafts } from './slips.ts'

/** What is new in a thread was seen, or told by telephone. */

type Words = typeof fr
const say: Say<Words> = message

/** *J'ai vu*: the last word of the other side is no news any more. */
export const see: Command<Words> = {
  name: 'see',
  path: `${DEALS}/:id/vu`,
  who: 'neighbour',
  byTicket: 'vu',
  decide: (input, read, at): Decision => {
    const whole = wholeIn(input, read, at)
    if (!whole?.parties.some(party => speaksFor(at, party))) return { refused: say('notYours') }
    const fields = seenFields(whole, at, { isNoticeSeen: isAsShown(whole, input) })
    const drafts = fields ? [draft(deal, whole.row.id, fields)] : []
    const handed = readDrafts(whole, read, at)
    return {
      drafts: [...drafts, ...handed],
      letters: handedLetters(read, whole, handed),
      ...nextOf(whole.row.id, at),
    }
  },
}
/** *C’est dit*: who was to be telephoned has heard it. */
export const toldByPhone: Command<Words> = {
  name: 'toldByPhone',
  path: `${DEALS}/:id/dit`,
  who: 'neighbour',
  byTicket: 'dit',
  decide: (input, read, at): Decision => {
    const whole = wholeIn(input, read, at)
    const call = whole && callFor(whole, at, read)
    if (!whole || !call) return { refused: say('notYours') }
    const fields = seenFields(whole, call.holder, { isNoticeSeen: isAsShown(whole, input) })
    const place = String(whole.parties.indexOf(call.party))
    const asked = { seenTo: seenNow(whole, [place]) }
    const carried = toldDrafts(whole, call.party, { read, at })
    return {
      drafts: [draft(deal, whole.row.id, fields ?? asked), ...carried.drafts],
      forget: carried.forget,
      ...nextOf(whole.row.id, at),
      said: say('noted'),
    }
  },
}
/** Their page showed the notice as it is now. */
const isAsShown = (whole: WholeDeal, input: Input): boolean =>
  input['noticeAs'] !== undefined && cleanLine(one(input, 'noticeAs')) === noticeNow(whole)
