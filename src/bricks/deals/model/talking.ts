import type { Command, DecideContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft, type Refusal } from '../../../contract/decision.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { asksForCard } from '../../../contract/speaker.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import { isInsulting } from '../../../text/guard/insults.ts'
import type { fr } from '../words/fr.ts'
import { actNow } from './acts-now.ts'
import { begunAway } from './away.ts'
import { type BoxAway, homeAway } from './boxes.ts'
import { isAfterIt, keptAt } from './carried-late.ts'
import { momentChosen } from './moments.ts'
import { noticeRead, toldNext } from './news.ts'
import { type OwnThread, ownThread, wordThread } from './parting.ts'
import { mayPropose, proposedIn } from './propose.ts'
import { keyOfNotice, noticeFor, type WholeDeal, wholeNew } from './read.ts'
import { deal, dealAnswer } from './records.ts'
import { isForKeeper, type Party, talksFor } from './rules.ts'
import { mayWriteIn } from './saying.ts'
import { sentOf, unsendable } from './sent-letters.ts'
import {
  answerDraft,
  answering,
  apartFrom,
  asName,
  bothInOrder,
  cleanLine,
  DEALS,
  type DealSide,
  inOrder,
  isAnothersNumber,
  isVisitor,
  nextOf,
  ofNotice,
  proposer,
  relaysOfSides,
  type Saying,
  sideOf,
} from './sides.ts'
import { readDrafts, slipToOthers } from './slips.ts'
import { handOf, isStopped, isStoppedIn } from './stopped.ts'
import { ownThreads, partyOf, threadsAbout, threadsAsked } from './threads.ts'

type Words = typeof fr
const say: Say<Words> = message

/** *Ça m'intéresse*: a word to the person of a notice. It begins the thread of the two. */
const interest: Command<Words> = {
  name: 'interest',
  path: `${DEALS}/interet`,
  who: 'visitor',
  sentOnce: true,
  decide: (input, read, at, words): Decision => {
    const notice = noticeFor(read, one(input, 'annonce'))
    if (!notice || notice.isClosed || (read.isByCard(notice.id) && isVisitor(at)))
      return { refused: say('noticeGone') }
    const away = homeAway(read, notice)
    if (away) return interestAway({ notice, away }, input, { read, at, words })
    const to = ofNotice(notice) ?? asName(words.someone)
    const wrong = isVisitor(at) ? mistakesOf(input) : reachMistake(input)
    if (wrong) return wrong
    const own = isVisitor(at) ? undefined : answering(read, one(input, 'avec'), notice, at)
    const from = isVisitor(at)
      ? apartFrom(one(input, 'firstName'), to)
      : ((own && ofNotice(own)) ?? proposer(input, read, at))
    if (!from) return { refused: say('sayFor'), field: 'forName' }
    if (from.key === to.key) return { refused: say('yourNotice') }
    const hand = isVisitor(at) ? handOf(at.hand) : undefined
    if (isStopped(read, { from: from.key, to: to.key, hand }))
      return { refused: say('writesNoMore') }
    const reach = cleanLine(one(input, 'reach'))
    if (isVisitor(at) && stillWaits(read, notice, [from, to], { hand, reach }))
      return { refused: say('wordWaits', from.name ?? ''), field: 'firstName' }
    const checked = at.fields(dealAnswer, input, ['said'])
    if ('refused' in checked) return checked
    const chosen = one(input, 'day')
    const moment = momentChosen(read, notice.id, { today: at.today, chosen, also: own?.id })
    if (chosen !== '' && moment === undefined) return { refused: say('momentGone'), field: 'day' }
    const said = checked.fields.said || words.interested[notice.type]
    const [before] = isVisitor(at) ? [] : ownThreads(read, notice, [from, to], at)
    const of = { read, at, words }
    return before
      ? aboutNow(before, own, moreSaid(before, partyOf(before, from), { said, moment }, of))
      : (asksForCard(notice, from.name, input, of) ??
          begun({ notices: [notice, own], from, to, said, moment, reach }, of))
  },
}

/**
 * Whether a word of this visitor to the person of this notice has no answer yet: they are known by
 * their first name with their device, or with the way to reach them. Two neighbours at one screen
 * have two names.
 */
const stillWaits = (
  read: Reader,
  { id }: NoticeSeen,
  both: readonly [DealSide, DealSide],
  { hand, reach }: Readonly<{ hand: string | undefined; reach: string }>,
): boolean =>
  threadsAbout(read, id, both).some(
    ({ row, said }) =>
      row.visitor !== null &&
      said.every(({ key }) => key === both[0].key) &&
      (row.reach === reach || (hand !== undefined && row.hand === hand)),
  )

/** The same for a notice of another box, which decides of it: a word goes by the courier. */
function interestAway(
  { notice, away }: Readonly<{ notice: NoticeSeen; away: BoxAway }>,
  input: Input,
  of: DecideContext<Words>,
): Decision {
  const { read, at, words } = of
  // No letter is written in the name of somebody whom this box does not know.
  if (isVisitor(at)) return { refused: say('notDecidedHere') }
  if (!away.isRecognised)
    return { refused: say('notRecognised', away.called || say('thatBox'), notice.reach) }
  const mine = proposer(input, read, at)
  if (!mine) return { refused: say('sayFor'), field: 'forName' }
  const checked = at.fields(dealAnswer, input, ['said'])
  if ('refused' in checked) return checked
  const given = at.fields(deal, input, ['phone'])
  if ('refused' in given) return given
  const { phone = null } = given.fields
  if (isAnothersNumber(phone, at)) return { refused: say('notYourNumber'), field: 'phone' }
  const word = { says: 'word', said: checked.fields.said || words.interested[notice.type] } as const
  const [before] = threadsAsked(read, notice.id, mine).filter(whole =>
    talksFor(at, partyOf(whole, mine)),
  )
  if (before) return saidIn(before, partyOf(before, mine), word, of)
  const fields = { what: notice.title.slice(0, deal.fields.what.longest), phone }
  return begunAway({ fields, mine, notice, away }, word, input, of)
}

/** How to reach somebody is short: it stands beside their name. */
const reachMistake = (input: Input) =>
  cleanLine(one(input, 'reach')).length > deal.fields.reach.longest
    ? { refused: say('reachTooLong'), field: 'reach' }
    : undefined
/** What a visitor has still to say: who they are, and how to reach them; both at once. */
function mistakesOf(input: Input): Refusal | undefined {
  const [name, reach] = [one(input, 'firstName'), one(input, 'reach')].map(cleanLine)
  const all = [
    ...(name === '' || isInsulting(name ?? '')
      ? [{ refused: say('sayName'), field: 'firstName' }]
      : []),
    ...(reach === '' || isInsulting(reach ?? '')
      ? [{ refused: say('sayReach'), field: 'reach' }]
      : []),
    ...[reachMistake(input)].flatMap(one => one ?? []),
  ]
  const [first, ...others] = all
  return first && { ...first, others }
}
/**
 * Where nothing stands in it, a thread goes on about the notice that is offered now, in the place
 * of the former one of its kind: its seats are counted, and its changes told.
 */
function aboutNow(
  { row, state, notices }: WholeDeal,
  own: NoticeSeen | undefined,
  decided: Decision,
): Decision {
  const isStanding = state === 'agreed' || state === 'proposed'
  if (!own || isStanding || !('drafts' in decided)) return decided
  const former = notices.filter(({ type }) => type === own.type).map(({ id }) => id)
  const about = [...(row.about ?? []).filter(id => !former.includes(id)), own.id]
  const drafts = decided.drafts.map(one =>
    one.record === row.id ? { ...one, fields: { ...one.fields, about } } : one,
  )
  return { ...decided, drafts }
}

/**
 * In the thread that they have already, the moment stands beside the word: proposed, where nothing
 * is; else said with it, or after it where both are too long for one word.
 */
function moreSaid(
  before: WholeDeal,
  party: Party,
  { said, moment }: Readonly<{ said: string; moment: string | undefined }>,
  of: DecideContext<Words>,
): Decision {
  const word = (text: string): Decision => saidIn(before, party, { says: 'word', said: text }, of)
  if (moment === undefined) return word(said)
  const alone = word(said)
  const proposed = mayPropose(before, party, of.read)
    ? proposedIn(before, party, { when: moment }, of)
    : undefined
  if (proposed && 'drafts' in proposed) return saidBeside(alone, proposed)
  const both = withMoment(said, moment, of.words)
  if (isOneWord(both)) return word(both)
  return saidBeside(alone, word(of.words.proposes(moment, null)))
}
/**
 * A word, and an act that is said after it: ids tell what was said first, those of their slips too.
 * Each record is written once; the others have the word to see.
 */
function saidBeside(word: Decision, act: Decision): Decision {
  if (!('drafts' in word)) return word
  if (!('drafts' in act)) return act
  const idsOf = ({ drafts }: typeof word): readonly (string | undefined)[] => {
    const { record, fields } = drafts.find(({ type }) => type === dealAnswer.name)!
    return [record, typeof fields['slip'] === 'string' ? fields['slip'] : undefined]
  }
  const [own, other] = [idsOf(word), idsOf(act)]
  const renamed = new Map(
    own.flatMap((id, n) => {
      const both = [id, other[n]].filter(one => one !== undefined)
      const sorted = both.toSorted()
      return both.map((one, i) => [one, sorted[i]!] as const)
    }),
  )
  const idOf = (id: string): string => renamed.get(id) ?? id
  const byRecord = new Map<string, Draft>()
  for (const one of [...act.drafts, ...word.drafts]) {
    const [record, { slip }] = [idOf(one.record), one.fields]
    const fields = { ...byRecord.get(record)?.fields, ...one.fields }
    const said = typeof slip === 'string' ? { ...fields, slip: idOf(slip) } : fields
    byRecord.set(record, { ...one, record, fields: said })
  }
  return { ...act, drafts: [...byRecord.values()] }
}
const isOneWord = (said: string): boolean => said.length <= dealAnswer.fields.said.longest

/** A word that ends without a stop has one before the moment that follows it. */
const withMoment = (said: string, moment: string | undefined, words: Words): string =>
  moment === undefined ? said : `${stopped(said.trim())} ${words.proposes(moment, null)}`
const stopped = (said: string): string =>
  /[.!?…:;,][\s\u00a0»”")]*$/u.test(said) ? said : `${said}.`

type Beginning = Readonly<{
  notices: readonly [NoticeSeen, NoticeSeen | undefined]
  from: DealSide
  to: DealSide
  said: string
  /** Proposed at once: the other answers in one press. */
  moment?: string | undefined
  reach: string
  /** The answers by which it begins. */
  responses?: readonly string[]
}>
/** A thread that begins here, with its first word. */
export function begun(
  { notices: [notice, own], from, to, said, moment, reach, responses }: Beginning,
  { read, at, words }: DecideContext<Words>,
): Decision {
  const id = at.newId()
  const offered = [notice, own].find(one => one?.type === 'offer' && one.mode !== null) ?? notice
  const fields: FieldsOf<typeof deal> = {
    what: notice.title.slice(0, deal.fields.what.longest),
    about: [notice.id, ...(own ? [own.id] : [])],
    mode: offered.mode as FieldsOf<typeof deal>['mode'] & string,
    commune: notice.commune,
    parties: [from, to].flatMap(side => side.member ?? []),
    names: [...(isVisitor(at) ? [] : [from]), to].flatMap(side => side.name ?? []),
    keyedBy: [
      ...new Set(
        [
          notice.keyedBy,
          from.member === at.me ? undefined : at.me,
          ...relaysOfSides(read, [from, to], at.me),
        ].filter(who => who != null && who !== from.member && who !== to.member),
      ),
    ] as readonly string[],
    state: moment === undefined ? 'talking' : 'proposed',
    when: moment ?? null,
    noticeAs: noticeRead(notice),
    lived: at.lived(),
    ...(isVisitor(at) ? { visitor: from.name, hand: handOf(at.hand) ?? null } : {}),
    ...(isVisitor(at) || (reach !== '' && from.member === undefined) ? { reach } : {}),
    ...(responses ? { responses } : {}),
  }
  const whole = wholeNew(read, id, fields)
  const [party, other] = [partyOf(whole, from), partyOf(whole, to)]
  const both = withMoment(said, moment, words)
  // A slip is never cut: what is too long for one is handed over on two.
  const isOneSlip = isOneWord(both)
  const [slip, next] = bothInOrder(
    slipToOthers(whole, party, isOneSlip ? both : said, { read, at }),
    isOneSlip
      ? undefined
      : slipToOthers(whole, party, words.proposes(moment ?? null, null), { read, at }),
  )
  const slipOf = (one: Draft | undefined) => (one ? { slip: one.record } : {})
  const word = answerDraft(id, from, { says: 'word', said, ...slipOf(slip) }, at)
  const proposal =
    moment === undefined
      ? []
      : [answerDraft(id, from, { says: 'propose', when: moment, ...slipOf(next) }, at)]
  const unseen = toldNext(whole.parties, party, at.me)
  return {
    drafts: [
      draft(deal, id, { ...fields, ...(unseen.length > 0 ? { unseen } : {}) }),
      ...inOrder([word, ...proposal]),
      ...[slip, next].filter(one => one !== undefined),
    ],
    next: isVisitor(at) ? `/annonces/${notice.id}` : `${DEALS}/${id}`,
    said: sentTo(whole, other, { read, at }),
  }
}
/** What becomes of it: they see it at their next visit, or somebody hands it over. */
const sentTo = (
  whole: WholeDeal,
  other: Party,
  { read, at }: Pick<DecideContext<Words>, 'read' | 'at'>,
): Message => {
  const relay = whole.notices.find(notice => keyOfNotice(notice) === other.key)?.relay ?? null
  if (isForKeeper(other) && relay === null) {
    const name = keeperNamed(read) || say('theKeeper')
    const isLate = isAfterIt(read, whole, at.today)
    return say(isLate ? 'sentTooLate' : 'sentToKeeper', name, keptAt(read))
  }
  const carrier = relay === null ? undefined : read.called(relay)?.title
  if (carrier !== undefined) return say('sentToRelayNamed', carrier)
  return other.relays.length > 0 || relay !== null ? say('sentToRelay') : say('sentSaid')
}

/**
 * What a party says in a thread that moves nothing: a word, or *je suis en retard*. The others have
 * it to see; who has no screen, to be handed.
 */
export function saidIn(
  whole: WholeDeal,
  party: Party,
  saying: Saying & Readonly<{ says: 'word' | 'late'; said?: string | null }>,
  { read, at, words }: DecideContext<Words>,
): Decision {
  const said = saying.said ?? words.lateWord
  const slip = slipToOthers(whole, party, said, { read, at, isWord: true })
  const told = toldNext(whole.parties, party, at.me)
  const unseen = [...new Set([...unseenLeft(whole, party), ...told])]
  const act = { ...saying, ...(slip ? { slip: slip.record } : {}) }
  const answer = answerDraft(whole.row.id, sideOf(party), act, at)
  const now = actNow(answer.record, party, act, at)
  const refused = unsendable(read, whole, now)
  if (refused) return refused
  return {
    drafts: [
      answer,
      draft(deal, whole.row.id, { unseen, lived: at.lived() }),
      ...(slip ? [slip] : []),
      ...readDrafts(whole, read, at),
    ],
    letters: sentOf(read, whole, {}, now),
    ...nextOf(whole.row.id, at),
    said: whole.row.box === null ? say('wordSaid') : say('goesByCourier'),
  }
}
/** Who writes has seen what was said to them. */
const unseenLeft = ({ row, parties }: WholeDeal, { key }: Party): readonly string[] =>
  (row.unseen ?? []).filter(place => parties[Number(place)]?.key !== key)

/** The thread and the party in whose name it is said, while words may be said in it. */
function speaking(found: OwnThread | Refusal, read: Reader): OwnThread | Refusal {
  if ('refused' in found) return found
  const { whole, party } = found
  if (!mayWriteIn(whole)) return { refused: say('saidNoMore') }
  return isStoppedIn(read, whole, party) ? { refused: say('writesNoMore') } : found
}

/** Whoever is written to reads each word, or has it handed over. */
const OFTEN = { each: 8, member: 20, here: 20, spanMs: 10 * 60_000 } as const
/** A sentence, in a thread that stands. */
const word: Command<Words> = {
  name: 'word',
  path: `${DEALS}/:id/mot`,
  who: 'neighbour',
  byTicket: 'mot',
  often: OFTEN,
  decide: (input, read, at, words): Decision => {
    const found = speaking(wordThread(input, read, at), read)
    if ('refused' in found) return found
    const checked = at.fields(dealAnswer, input, ['said'])
    if ('refused' in checked) return checked
    const { said } = checked.fields
    if (!said) return { refused: say('saySomething'), field: 'said' }
    return saidIn(found.whole, found.party, { says: 'word', said }, { read, at, words })
  },
}

/** *Je suis en retard*: one press, once it is agreed. */
const late: Command<Words> = {
  name: 'late',
  path: `${DEALS}/:id/retard`,
  who: 'neighbour',
  byTicket: 'retard',
  decide: (input, read, at, words): Decision => {
    const found = speaking(ownThread(input, read, at), read)
    if ('refused' in found) return found
    if (found.whole.state !== 'agreed') return { refused: say('notNow') }
    return saidIn(found.whole, found.party, { says: 'late' }, { read, at, words })
  },
}

export const talkingCommands: readonly Command<Words>[] = [interest, word, late]
