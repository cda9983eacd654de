import type { Command, DecideContext } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { asksForCard } from '../../../contract/speaker.ts'
import { one } from '../../../core/form/input.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { actNow } from './acts-now.ts'
import { proposedAway } from './away.ts'
import { homeAway, readsWordsThere } from './boxes.ts'
import { momentWritten } from './moment-written.ts'
import { noticeRead, toldNext } from './news.ts'
import { noticeFor, type WholeDeal } from './read.ts'
import { deal } from './records.ts'
import { type Party, possible, speaksFor } from './rules.ts'
import { isPending, mayWriteIn, partyIn, wholeIn } from './saying.ts'
import { sentOf, unsendable } from './sent-letters.ts'
import {
  answerDraft,
  answering,
  asName,
  DEAL_FIELDS,
  DEALS,
  type DealSide,
  isAnothersNumber,
  nextOf,
  ofNotice,
  proposer,
  relaysOfSides,
  sideOf,
} from './sides.ts'
import { heardDrafts, outdated, slipToOthers } from './slips.ts'
import { isStopped, isStoppedIn } from './stopped.ts'
import { isTakenFor, threadsAbout, threadsAsked } from './threads.ts'

type Words = typeof fr
const say: Say<Words> = message

/** The command `propose`: somebody proposes a deal to somebody, most often about a notice. */
export const propose: Command<Words> = {
  name: 'propose',
  path: `${DEALS}/nouveau`,
  who: 'neighbour',
  decide: (input, read, at, words): Decision => {
    const notice = noticeFor(read, one(input, 'annonce'))
    if (one(input, 'annonce') !== '' && (!notice || notice.isClosed))
      return { refused: say('noticeGone') }
    const away = notice && homeAway(read, notice)
    const own = notice && !away ? answering(read, one(input, 'avec'), notice, at) : undefined
    const mine = (own && ofNotice(own)) ?? proposer(input, read, at)
    if (!mine) return { refused: say('sayFor'), field: 'forName' }
    const checked = at.fields(deal, input, [...DEAL_FIELDS, 'phone'])
    if ('refused' in checked) return checked
    if (isAnothersNumber(checked.fields['phone'], at))
      return { refused: say('notYourNumber'), field: 'phone' }
    const about = [notice, own].filter(seen => seen !== undefined)
    const fields = {
      ...checked.fields,
      when: momentWritten(checked.fields.when ?? null, { notices: about }, read, at),
    }
    const of = { read, at, words }
    if (away) {
      const [thread] = threadsAsked(read, notice.id, mine).filter(whole =>
        whole.parties.some(party => party.key === mine.key && speaksFor(at, party)),
      )
      const { what: _, ...more } = fields
      return thread && !needsAnother(thread, read)
        ? proposedOrNot(thread, mine, more, of)
        : proposedAway({ fields, mine, notice, away }, input, of)
    }
    const theirs = notice && ofNotice(notice)
    const other =
      theirs && theirs.key !== mine.key
        ? theirs
        : one(input, 'withName') === ''
          ? undefined
          : asName(one(input, 'withName'))
    if (!other || other.key === mine.key) return { refused: say('sayWith'), field: 'withName' }
    if (isStopped(read, { from: mine.key, to: other.key, hand: undefined }))
      return { refused: say('writesNoMore') }
    const both = [mine, other]
    const [thread] = (notice ? threadsAbout(read, notice.id, both) : []).filter(whole =>
      whole.parties.some(party => party.key === mine.key && !party.ticket && speaksFor(at, party)),
    )
    if (thread) return proposedOrNot(thread, mine, fields, of)
    const asked = notice && asksForCard(notice, mine.name, input, { read, at })
    return asked ?? proposed(fields, both, about, { read, at })
  },
}

/** The command `proposeIn`: a time and a place, in a thread where nothing is proposed. */
export const proposeIn: Command<Words> = {
  name: 'proposeIn',
  path: `${DEALS}/:id/proposer`,
  who: 'neighbour',
  byTicket: 'proposer',
  decide: (input, read, at, words): Decision => {
    const whole = wholeIn(input, read, at)
    const party = whole && partyIn(whole, input, at)
    if (!whole || !party || !speaksFor(at, party)) return { refused: say('notYours') }
    if (!mayPropose(whole, party, read)) return { refused: say('notNow') }
    if (isStoppedIn(read, whole, party)) return { refused: say('writesNoMore') }
    const checked = at.fields(deal, input, ['when', 'where', 'phone'])
    if ('refused' in checked) return checked
    if (checked.fields.when === null) return { refused: say('sayWhen'), field: 'when' }
    if (at.ticket === undefined && isAnothersNumber(checked.fields.phone, at))
      return { refused: say('notYourNumber'), field: 'phone' }
    const around = { whole, notices: whole.notices }
    const when = momentWritten(checked.fields.when ?? null, around, read, at)
    return proposedIn(whole, party, { ...checked.fields, when }, { read, at, words })
  },
}

/** Whether nothing is proposed in a thread that goes on, nor on its way to the other box. */
export const mayPropose = (whole: WholeDeal, { key }: Party, read: Reader): boolean =>
  mayWriteIn(whole) &&
  possible(whole.state, whole.parties, whole.said, key).includes('propose') &&
  !isPending(whole) &&
  !needsAnother(whole, read)
/** What fell through, and is asked of a box that would not understand that it is asked again. */
export const needsAnother = ({ row, state }: WholeDeal, read: Reader): boolean =>
  row.asked === true && state === 'fallen' && !readsWordsThere(read, row.box ?? '')

type Proposed = Pick<FieldsOf<typeof deal>, 'what' | 'when' | 'where' | 'phone'>

/** In the thread that the two have already, as far as nothing is proposed in it. */
function proposedOrNot(
  thread: WholeDeal,
  mine: DealSide,
  fields: Proposed,
  of: DecideContext<Words>,
): Decision {
  const party = thread.parties.find(({ key }) => key === mine.key)
  return party && mayPropose(thread, party, of.read)
    ? proposedIn(thread, party, fields, of)
    : { drafts: [], next: `${DEALS}/${thread.row.id}`, said: say('already') }
}

/** What is proposed stands in the thread; the others have an answer to give. */
export function proposedIn(
  whole: WholeDeal,
  party: Party,
  { what = null, when = null, where = null, phone = null }: Proposed,
  { read, at, words }: DecideContext<Words>,
): Decision {
  const isAsked = whole.row.asked === true
  if (!isAsked && isTakenFor(read, whole, { key: party.key })) return { refused: say('taken') }
  const said = words.proposes(when, where)
  const slip = slipToOthers(whole, party, said, { read, at })
  const others = toldNext(whole.parties, party, at.me)
  const saying = { says: 'propose', when, where, ...(slip ? { slip: slip.record } : {}) } as const
  const answer = answerDraft(whole.row.id, sideOf(party), saying, at)
  const now = actNow(answer.record, party, saying, at)
  const refused = unsendable(read, whole, now)
  if (refused) return refused
  const unseen = (whole.row.unseen ?? []).filter(place => others.includes(place))
  // A number goes with what this side asks; of what is decided here, it came from there.
  const number = phone === null || (whole.row.box !== null && !isAsked) ? {} : { phone }
  const fields = isAsked
    ? { unseen, ...number }
    : {
        state: 'proposed' as const,
        when,
        where,
        why: null,
        unseen,
        ...(what === null ? {} : { what }),
        ...number,
      }
  const older = outdated(whole, party, { read, at })
  const isOffHere = whole.state === 'fallen' && whole.row.box === null
  return {
    drafts: [
      answer,
      draft(deal, whole.row.id, { ...fields, lived: at.lived() }),
      ...(slip ? [slip] : []),
      ...older.drafts,
      ...(isOffHere ? heardDrafts(whole, party, { read, at }) : []),
    ],
    forget: older.forget,
    letters: sentOf(read, whole, fields, now),
    ...nextOf(whole.row.id, at),
    said: isAsked ? say('goesByCourier') : say('proposedSaid'),
  }
}

function proposed(
  fields: FieldsOf<typeof deal>,
  both: readonly DealSide[],
  notices: readonly NoticeSeen[],
  { read, at }: Pick<DecideContext<Words>, 'read' | 'at'>,
): Decision {
  const id = at.newId()
  const [mine, other] = both as readonly [DealSide, DealSide]
  const relays = [
    ...notices.map(({ keyedBy }) => keyedBy),
    mine.member === at.me ? undefined : at.me,
    ...relaysOfSides(read, both, at.me),
  ].filter(who => who && !both.some(side => side.member === who))
  return {
    drafts: [
      draft(deal, id, {
        ...fields,
        ...aboutOf(notices),
        parties: both.flatMap(side => side.member ?? []),
        names: both.flatMap(side => side.name ?? []),
        keyedBy: [...new Set(relays)] as readonly string[],
        state: 'proposed',
        lived: at.lived(),
        ...(notices[0] ? { noticeAs: noticeRead(notices[0]) } : {}),
      }),
      answerDraft(
        id,
        mine,
        { says: 'yes', when: fields.when ?? null, where: fields.where ?? null },
        at,
      ),
    ],
    next: `${DEALS}/${id}`,
    said:
      other.member === undefined && at.by !== 'keeper' && relays.length === 0
        ? say('proposedUnknown')
        : say('proposedSaid'),
  }
}

/** An offer says how: a need says only in what ways it would do. */
function aboutOf(notices: readonly NoticeSeen[]): FieldsOf<typeof deal> {
  const [first] = notices
  const offered = notices.find(({ type, mode }) => type === 'offer' && mode !== null)
  return first
    ? {
        about: notices.map(({ id }) => id),
        mode: (offered ?? first).mode as FieldsOf<typeof deal>['mode'] & string,
        commune: first.commune,
      }
    : {}
}
