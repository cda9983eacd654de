import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, draft, type Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Input } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { actNow } from './acts-now.ts'
import { toldNext } from './news.ts'
import type { WholeDeal } from './read.ts'
import { deal } from './records.ts'
import { type Actor, mayTalk, moved, notesWordOf, type Party, talksFor } from './rules.ts'
import { partyIn, wholeIn } from './saying.ts'
import { sentOf, tooLong } from './sent-letters.ts'
import { answerDraft, DEALS, nextOf, sideOf } from './sides.ts'
import { moveSlip, outdated, readDrafts } from './slips.ts'

type Words = typeof fr
const say: Say<Words> = message

/** A thread and the party of it in whose name somebody acts. */
export type OwnThread = Readonly<{ whole: WholeDeal; party: Party }>

/** The thread of the form, for one of its people, or for who writes for one of them. */
export function ownThread(input: Input, read: Reader, at: CommandContext): OwnThread | Refusal {
  const whole = wholeIn(input, read, at)
  const party = whole && partyIn(whole, input, at)
  return whole && party && talksFor(at, party) ? { whole, party } : { refused: say('notYours') }
}

/** The same, or that of a party whose answer to a word on paper the keeper notes. */
export function wordThread(input: Input, read: Reader, at: CommandContext): OwnThread | Refusal {
  const whole = wholeIn(input, read, at)
  const party = whole && partyIn(whole, input, at)
  return whole && party && notesWordOf(at, party) ? { whole, party } : ownThread(input, read, at)
}

/**
 * *Finir la conversation*: one of the two is enough, and nothing more is said in it. What was done
 * stays done; what was proposed or agreed is so no more. Where the box that decides is recognised
 * no more, it is ended here alone.
 */
const end: Command<Words> = {
  name: 'end',
  path: `${DEALS}/:id/finir`,
  byTicket: 'finir',
  who: 'neighbour',
  decide: (input, read, at, words): Decision => {
    const found = ownThread(input, read, at)
    if ('refused' in found) return found
    const { whole, party } = found
    if (!mayTalk(whole.said)) return { refused: say('saidNoMore') }
    // Only a meeting that falls with it is carried to who has no screen.
    const isMeeting = whole.state === 'agreed' || whole.state === 'proposed'
    const of = { read, at, words }
    const slip = isMeeting ? moveSlip(whole, party, { says: 'end' }, of) : undefined
    const ends = { says: 'end', ...(slip ? { slip: slip.record } : {}) } as const
    const said = answerDraft(whole.row.id, sideOf(party), ends, at)
    const now = actNow(said.record, party, ends, at)
    // What is carried of no meeting says still how it ended.
    const older = isMeeting
      ? outdated(whole, party, of, { isOff: true })
      : { drafts: [], forget: [] }
    const others = toldNext(whole.parties, party, at.me)
    const fields = {
      state: moved(whole.state, whole.parties, whole.said, now),
      unseen: others.length > 0 ? others : null,
      lived: at.lived(),
    } as const
    const isAsked = whole.row.asked === true && !whole.isCutOff
    const refused = isAsked ? tooLong(whole, now) : undefined
    if (refused) return refused
    return {
      drafts: [
        said,
        draft(deal, whole.row.id, isAsked ? { lived: at.lived() } : fields),
        ...(slip ? [slip] : []),
        ...older.drafts,
        ...readDrafts(whole, read, at),
      ],
      forget: older.forget,
      letters: whole.isCutOff ? [] : sentOf(read, whole, fields, now),
      ...nextOf(whole.row.id, at),
      said: say('endedSaid'),
    }
  },
}

/** Whether this person took it off their own list; what is said since brings it back. */
export const isHiddenFor = ({ row, parties }: WholeDeal, who: Actor): boolean =>
  parties.some(
    (party, place) =>
      talksFor(who, party) &&
      (row.hiddenFor ?? []).includes(String(place)) &&
      !(row.unseen ?? []).includes(String(place)),
  )

/**
 * *Enlever de ma liste*: off one's own list, and on it again. The other one's list stays as it
 * is.
 */
const hide: Command<Words> = {
  name: 'hide',
  path: `${DEALS}/:id/ranger`,
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const found = ownThread(input, read, at)
    if ('refused' in found) return found
    const { whole, party } = found
    const place = String(whole.parties.indexOf(party))
    const isBack = isHiddenFor(whole, at)
    const others = (whole.row.hiddenFor ?? []).filter(one => one !== place)
    const hiddenFor = isBack ? others : [...others, place]
    const unseen = (whole.row.unseen ?? []).filter(one => one !== place)
    const fields = {
      hiddenFor: hiddenFor.length > 0 ? hiddenFor : null,
      unseen: unseen.length > 0 ? unseen : null,
    }
    return {
      drafts: [draft(deal, whole.row.id, fields)],
      next: isBack ? `${DEALS}/${whole.row.id}` : DEALS,
      said: say(isBack ? 'shownAgainSaid' : 'hiddenSaid'),
    }
  },
}

export const partingCommands: readonly Command<Words>[] = [end, hide]
