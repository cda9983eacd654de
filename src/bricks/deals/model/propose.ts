import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { may } from '../../../contract/permission.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import { one } from '../../../core/form/input.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { proposedAway } from './away.ts'
import { homeAway, noticeFor, openAbout, type WholeDeal, wholeFrom } from './read.ts'
import { deal } from './records.ts'
import {
  answerDraft,
  answering,
  asName,
  DEAL_FIELDS,
  DEALS,
  type DealSide,
  ofNotice,
  proposer,
} from './sides.ts'

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
    const already =
      notice && openAbout(read, notice.id).find(row => isBetween(wholeFrom(read, row), both))
    if (already) return { drafts: [], next: `${DEALS}/${already.id}`, said: say('already') }
    const notices = [notice, own].filter(seen => seen !== undefined)
    return proposed(checked.fields, both, notices, at)
  },
}

/**
 * The other side reads it as the number of who proposes, once it is agreed.
 *
 * Law     who speaks for themselves alone gives a number of their own file or none; whether anybody
 *         else has it is told to nobody.
 */
const isAnothersNumber = (phone: unknown, at: CommandContext): boolean =>
  typeof phone === 'string' && may(at.by, 'speakFor') !== 'yes' && !at.isMyNumber(phone)

const isBetween = (whole: WholeDeal, both: readonly DealSide[]): boolean =>
  both.every(({ key }) => whole.parties.some(party => party.key === key)) &&
  whole.parties.length === both.length

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
