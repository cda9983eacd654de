import type { Command } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { fr } from '../words/fr.ts'
import { reopened } from './closed-too.ts'
import { isToldTo, toldNext } from './news.ts'
import { agreedNoMore } from './part-judged.ts'
import type { DealRow, WholeDeal } from './read.ts'
import { deal, dealAnswer } from './records.ts'
import { rideWordAgain } from './ride-slips.ts'
import { heardBy, proposedNow, speaksFor } from './rules.ts'
import { notAsShown, takesBack, wholeIn } from './saying.ts'
import { toldLetters } from './sent-letters.ts'
import { answerDraft, DEALS, nextOf, sideOf } from './sides.ts'
import { undoneSlip } from './slips.ts'
import { isTakenFor } from './threads.ts'

/** An answer is taken back; what was asked of another box is asked no more. */

type Words = typeof fr
const say: Say<Words> = message

/**
 * *Annuler*: a yes, a no, a failure or a *c'est fait* that nothing followed was never said. The
 * other side, who may have read it, is told so.
 */
export const goBack: Command<Words> = {
  name: 'goBack',
  path: `${DEALS}/:id/revenir`,
  who: 'neighbour',
  byTicket: 'revenir',
  decide: (input, read, at, words): Decision => {
    const whole = wholeIn(input, read, at)
    const back = whole && takesBack(whole, at, read)
    // Nobody else reads where it stands.
    const isTheirs = back !== undefined || whole?.parties.some(party => speaksFor(at, party))
    const stale = whole && isTheirs && notAsShown(whole, input, 'back', back !== undefined)
    if (!whole || !back || stale) return stale || { refused: say('notNow') }
    if (back.state === 'agreed' && isTakenFor(read, whole, proposedNow(whole.said)))
      return { refused: say('taken') }
    const { party, undid } = back
    // Whoever said it by voice to who takes it back counts on it still.
    const self = isToldTo(at, party) ? [] : [String(whole.parties.indexOf(party))]
    const others = [...toldNext(whole.parties, party, at.me), ...self]
    const fields = {
      state: back.state,
      doneOn: back.state === 'done' ? whole.row.doneOn : null,
      unseen: others.length > 0 ? others : null,
      lived: at.lived(),
    } as const
    const left = whole.said.filter(({ id }) => id !== back.answer.id)
    const { slip, forget } = undoneSlip(whole, party, back.answer, { read, at, words })
    const carried = slip ? { slip: slip.record } : {}
    const told = { says: 'back', undid, ...heardBy(at, party), ...carried } as const
    return {
      drafts: [
        { type: dealAnswer.name, record: back.answer.id, fields: { removed: true } },
        answerDraft(whole.row.id, sideOf(party), told, at),
        draft(deal, whole.row.id, fields),
        ...reopened(whole, back.answer, read, at),
        ...(undid === 'yes' ? agreedNoMore(whole, left, { read, at }) : []),
        ...(slip ? [slip] : []),
        ...(undid === 'not' ? rideWordAgain(whole, party, { read, at, words }) : []),
      ],
      forget,
      letters: toldLetters(read, { ...asWritten(whole, read), ...fields }, left),
      ...nextOf(whole.row.id, at),
      said: say('wentBack'),
    }
  },
}

/** The record itself: of what fell, it has the moment that was asked last. */
const asWritten = ({ row }: WholeDeal, read: Reader): DealRow =>
  read.one(deal, row.id, 'home') ?? row

/**
 * What was asked of another box, and not answered yet: it goes, here and in what the courier
 * carries.
 */
export const stopAsking: Command<Words> = {
  name: 'stopAsking',
  path: `${DEALS}/:id/ne-plus-demander`,
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const whole = wholeIn(input, read, at)
    if (!whole?.parties.some(party => speaksFor(at, party))) return { refused: say('notYours') }
    if (!mayStopAsking(whole)) return { refused: say('notNow') }
    const answers = whole.said.map(({ id }) => ({ type: dealAnswer.name, record: id }))
    return {
      drafts: [],
      forget: [{ type: deal.name, record: whole.row.id }, ...answers],
      next: DEALS,
      said: say('askedNoMore'),
    }
  },
}
export const mayStopAsking = ({ row }: WholeDeal): boolean =>
  row.asked === true && row.toldAt === null
