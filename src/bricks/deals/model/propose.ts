import type { Command, CommandContext, DecideContext } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { may } from '../../../contract/permission.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import { one } from '../../../core/form/input.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { proposedAway } from './away.ts'
import {
  homeAway,
  isTaken,
  noticeFor,
  partyIn,
  threadsAbout,
  toldNext,
  type WholeDeal,
  wholeOf,
} from './read.ts'
import { deal } from './records.ts'
import { mayTalk, type Party, possible, speaksFor } from './rules.ts'
import {
  answerDraft,
  answering,
  asName,
  DEAL_FIELDS,
  DEALS,
  type DealSide,
  nextOf,
  ofNotice,
  proposer,
  sideOf,
} from './sides.ts'
import { slipDraft } from './slips.ts'

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
    if (away)
      return proposedAway({ fields: checked.fields, mine, notice, away }, input, {
        read,
        at,
        words,
      })
    const asked = notice && ofNotice(notice)
    const other =
      asked && asked.key !== mine.key
        ? asked
        : one(input, 'withName') === ''
          ? undefined
          : asName(one(input, 'withName'))
    if (!other || other.key === mine.key) return { refused: say('sayWith'), field: 'withName' }
    const both = [mine, other]
    const [thread] = notice ? threadsAbout(read, notice.id, both) : []
    if (thread) {
      const party = thread.parties.find(({ key }) => key === mine.key)!
      const isNew = possible(thread.state, thread.said, party.key).includes('propose')
      return isNew && mayTalk(thread.said)
        ? proposedIn(thread, party, checked.fields, { read, at, words })
        : { drafts: [], next: `${DEALS}/${thread.row.id}`, said: say('already') }
    }
    const notices = [notice, own].filter(seen => seen !== undefined)
    return proposed(checked.fields, both, notices, at)
  },
}

/** The command `proposeIn`: a time and a place, in a thread where nothing is proposed. */
export const proposeIn: Command<Words> = {
  name: 'proposeIn',
  path: `${DEALS}/:id/proposer`,
  who: 'neighbour',
  decide: (input, read, at, words): Decision => {
    const whole = wholeOf(read, one(input, 'id') || (at.ticket ?? ''))
    const party = whole && partyIn(whole, input, at)
    if (!whole || !party || !speaksFor(at, party)) return { refused: say('notYours') }
    const mayPropose = possible(whole.state, whole.said, party.key).includes('propose')
    if (!mayPropose || !mayTalk(whole.said) || whole.row.box !== null)
      return { refused: say('notNow') }
    const checked = at.fields(deal, input, ['when', 'where', 'phone'])
    if ('refused' in checked) return checked
    if (checked.fields.when === null) return { refused: say('sayWhen'), field: 'when' }
    if (at.ticket === undefined && isAnothersNumber(checked.fields.phone, at))
      return { refused: say('notYourNumber'), field: 'phone' }
    return proposedIn(whole, party, checked.fields, { read, at, words })
  },
}

/** What is proposed stands in the thread; the others have an answer to give. */
function proposedIn(
  whole: WholeDeal,
  party: Party,
  {
    what = null,
    when = null,
    where = null,
    phone = null,
  }: Pick<FieldsOf<typeof deal>, 'what' | 'when' | 'where' | 'phone'>,
  { read, at, words }: DecideContext<Words>,
): Decision {
  if (whole.notices.some(notice => isTaken(read, notice, whole.row.id)))
    return { refused: say('taken') }
  const said = words.proposes(when, where)
  const [slip] = whole.parties
    .filter(({ key }) => key !== party.key)
    .flatMap(to => slipDraft(whole, { from: party, to, said }, read, at) ?? [])
  const others = toldNext(whole.parties, party, at.me)
  const saying = { says: 'propose', when, where, ...(slip ? { slip: slip.record } : {}) } as const
  return {
    drafts: [
      answerDraft(whole.row.id, sideOf(party), saying, at),
      draft(deal, whole.row.id, {
        state: 'proposed',
        when,
        where,
        why: null,
        lived: at.lived(),
        unseen: (whole.row.unseen ?? []).filter(place => others.includes(place)),
        ...(what === null ? {} : { what }),
        ...(phone === null ? {} : { phone }),
      }),
      ...(slip ? [slip] : []),
    ],
    ...nextOf(whole.row.id, at),
    said: say('proposedSaid'),
  }
}

/**
 * The other side reads it as the number of who proposes, once it is agreed.
 *
 * Law     who speaks for themselves alone gives a number of their own file or none; whether anybody
 *         else has it is told to nobody.
 */
const isAnothersNumber = (phone: unknown, at: CommandContext): boolean =>
  typeof phone === 'string' && may(at.by, 'speakFor') !== 'yes' && !at.isMyNumber(phone)

function proposed(
  fields: FieldsOf<typeof deal>,
  both: readonly DealSide[],
  notices: readonly NoticeSeen[],
  at: CommandContext,
): Decision {
  const id = at.newId()
  const [mine, other] = both as readonly [DealSide, DealSide]
  const relays = [
    ...notices.map(({ keyedBy }) => keyedBy),
    mine.member === at.me ? undefined : at.me,
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
      }),
      answerDraft(id, mine, { says: 'yes' }, at),
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
