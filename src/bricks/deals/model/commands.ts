import type { Command, CommandContext, DecideContext } from '../../../contract/command.ts'
import {
  type Asking,
  type Decision,
  type Draft,
  draft,
  type Refusal,
} from '../../../contract/decision.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { FieldsOf } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { actNow } from './acts-now.ts'
import { answered } from './answered.ts'
import { saidAway } from './away.ts'
import { closeDraft, closedToo, DONE_CLOSED, reopened } from './closed-too.ts'
import { othersTaken } from './ending.ts'
import { noticeNow, seenFields, toldNext } from './news.ts'
import { partingCommands } from './parting.ts'
import { propose, proposeIn } from './propose.ts'
import { type DealRow, type WholeDeal, wholeOf } from './read.ts'
import { deal, dealAnswer } from './records.ts'
import { reportCommands } from './reports.ts'
import {
  isToBeTold,
  mayTalk,
  moved,
  type Party,
  proposedNow,
  type Says,
  type State,
  speaksFor,
  takesMoveBack,
  talksFor,
} from './rules.ts'
import { mayBeSaid, partyIn, takesBack } from './saying.ts'
import { handedLetters, sentOf, toldLetters, tooLong } from './sent-letters.ts'
import { answerDraft, cleanLine, DEALS, nextOf, type Saying, sideOf } from './sides.ts'
import { moveSlip, outdated, readDrafts, slipToOthers } from './slips.ts'
import { talkingCommands } from './talking.ts'
import { forgotten, tellDraft, tellingIn } from './telling.ts'
import { isAgreedTwice, isTakenFor } from './threads.ts'
import { toAllCommands } from './to-all.ts'

type Words = typeof fr
const say: Say<Words> = message

const answer: Command<Words> = {
  name: 'answer',
  path: `${DEALS}/:id/repondre`,
  who: 'neighbour',
  byTicket: 'repondre',
  decide: (input, read, at, words): Decision => {
    const whole = wholeOf(read, one(input, 'id') || (at.ticket ?? ''))
    const party = whole && partyIn(whole, input, at)
    if (!whole || !party || !speaksFor(at, party)) return { refused: say('notYours') }
    const checked = at.fields(dealAnswer, input, ['thanks', 'when', 'where', 'said'])
    if ('refused' in checked) return checked
    const says = saysIn(input)
    const closes = one(input, 'says') === DONE_CLOSED ? closedToo(whole, at) : []
    if (!says || !mayBeSaid(whole, party.key).includes(says)) return { refused: say('notNow') }
    // A yes is to what the page showed.
    const shown = one(input, 'proposed')
    if (says === 'yes' && shown !== '' && shown !== proposedNow(whole.said)?.id)
      return { refused: say('notNow') }
    const { thanks: typed = null, when = null, where = null, said: beside } = checked.fields
    if (says === 'other' && when === null) return { refused: say('sayWhen'), field: 'when' }
    if (says === 'yes' && whole.row.asked !== true && isTakenFor(read, whole))
      return { refused: say('taken') }
    const isAsked = one(input, 'says') === 'thank'
    if (isAsked && says === 'keep' && typed === null) return { refused: say('tickOrThank') }
    const told =
      says === 'tell' || says === 'keep'
        ? tellingIn(whole, party, { says, input, thanks: isAsked ? typed : undefined }, read)
        : {}
    if ('refused' in told) return told
    const of = { read, at, words }
    const mayWrite = mayTalk(whole.said) && talksFor(at, party)
    const line = mayWrite ? (beside ?? '') : ''
    const moment = says === 'other' ? { when, where } : {}
    const slip = moveSlip(whole, party, { says, ...moment, line }, of)
    const said = {
      says,
      ...moment,
      ...answered(whole, says),
      ...(closes.length > 0 ? { closed: closes.map(({ id }) => id) } : {}),
      ...told,
      ...(slip ? { slip: slip.record } : {}),
    }
    const alone = after(whole, party, said, of)
    if (!('drafts' in alone)) return alone
    const decided = line === '' ? alone : withLine(alone, { whole, party, said, line, slip }, of)
    if (!('drafts' in decided)) return decided
    const older = outdated(whole, party, read)
    return {
      ...decided,
      drafts: [
        ...decided.drafts,
        ...(slip ? [slip] : []),
        ...older.drafts,
        ...closes.map(closeDraft),
        ...readDrafts(whole, read, at),
      ],
      forget: [...(decided.forget ?? []), ...older.forget],
      ...(closes.length === 0 ? {} : { said: say('doneClosed', closes.length) }),
    }
  },
}

type Decided = Exclude<Decision, Refusal | Asking>
type AnswerWithLine = Readonly<{
  whole: WholeDeal
  party: Party
  said: Saying & Readonly<{ says: Says }>
  line: string
  slip: Draft | undefined
}>
/** An answer and the line that goes with it: another box hears both at once. */
function withLine(
  alone: Decided,
  { whole, party, said, line, slip }: AnswerWithLine,
  of: DecideContext<Words>,
): Decided | Refusal {
  const drafts = inOrder(alone.drafts, lineDrafts(whole, party, { line, slip }, of))
  const { row } = whole
  if (row.box === null) return { ...alone, drafts }
  const idOf = (says: Says): string =>
    drafts.find(({ type, fields }) => type === dealAnswer.name && fields['says'] === says)!.record
  const answered = [...whole.said, actNow(idOf(said.says), party, said, of.at)]
  const word = actNow(idOf('word'), party, { says: 'word', said: line }, of.at)
  const refused = tooLong({ row, said: answered }, word)
  if (refused) return refused
  const now: Partial<DealRow> = Object.assign(
    {},
    ...drafts.flatMap(({ record, fields }) => (record === row.id ? [fields] : [])),
  )
  const others = (alone.letters ?? []).filter(({ about }) => about !== row.id)
  const own = sentOf(of.read, { ...whole, said: answered }, now, word)
  return { ...alone, drafts, letters: [...own, ...others] }
}

/** The line that goes with an answer is said after it: ids tell what was said first. */
function inOrder(
  [answered, ...others]: readonly Draft[],
  [line, ...slips]: readonly Draft[],
): readonly Draft[] {
  const [first, second] = [answered!.record, line!.record].sort() as [string, string]
  return [{ ...answered!, record: first }, ...others, { ...line!, record: second }, ...slips]
}
/** A word, and its slip to who has no screen, unless that of the answer says it too. */
function lineDrafts(
  whole: WholeDeal,
  party: Party,
  { line: said, slip: with_ }: Readonly<{ line: string; slip: Draft | undefined }>,
  { read, at }: DecideContext<Words>,
): readonly Draft[] {
  const isThere = String(with_?.fields['said'] ?? '').endsWith(said)
  const slip = isThere ? undefined : slipToOthers(whole, party, said, { read, at })
  const word = { says: 'word', said, ...(slip ? { slip: slip.record } : {}) } as const
  return [answerDraft(whole.row.id, sideOf(party), word, at), ...(slip ? [slip] : [])]
}

/** The form of what is done ticks whether it may be told; the others have one button a word. */
function saysIn(input: Input): Says | undefined {
  const said = one(input, 'says')
  if (said === DONE_CLOSED) return 'done'
  if (said === 'thank') return one(input, 'tell') === '' ? 'keep' : 'tell'
  return (['yes', 'other', 'no', 'done', 'not', 'keep'] as const).find(known => known === said)
}

function after(
  whole: WholeDeal,
  party: Party,
  saying: Saying & { says: Says },
  { read, at, words }: DecideContext<Words>,
): Decision {
  const { row, state, parties, said } = whole
  const { says } = saying
  const answered = answerDraft(row.id, sideOf(party), saying, at)
  const now = actNow(answered.record, party, saying, at)
  const refused = tooLong(whole, now)
  if (refused) return refused
  if (row.asked === true) return saidAway(whole, answered, now, read)
  const next = moved(state, parties, said, now)
  const all = [...said, now]
  const isTold = next === 'done' && isToBeTold(parties, all)
  const taken = !isTold && row.deed !== null
  // What shows to everybody is written by somebody whom this box knows.
  const isWritable = isTold && row.deed === null && at.ticket === undefined
  const told = isWritable ? tellDraft(whole, all, { read, at, words }) : undefined
  const gone =
    next === 'agreed' && state !== 'agreed'
      ? othersTaken(whole, read, at)
      : { drafts: [], letters: [] }
  // Whoever answers has seen what was said; the others have something to see, unless it is only
  // their own answer that is awaited.
  const others = toldNext(parties, party, at.me)
  const unseen =
    next !== state || told || taken || says === 'tell'
      ? others
      : (row.unseen ?? []).filter(place => others.includes(place))
  const fields = {
    ...(unseen.join() === (row.unseen ?? []).join()
      ? {}
      : { unseen: unseen.length > 0 ? unseen : null }),
    ...(next === state ? {} : { state: next, ...doneOnOf(next, state, at) }),
    ...(next === 'agreed' && says === 'no' ? agreedBefore(whole, party, read) : {}),
    ...(saying.says === 'other' ? { when: saying.when ?? null } : {}),
    ...(saying.says === 'other' && (row.box === null || saying.where)
      ? { where: saying.where ?? null }
      : {}),
    ...(told ? { deed: told.record } : taken ? { deed: null } : {}),
    ...(next !== state || told || taken ? { lived: at.lived() } : {}),
  }
  return {
    drafts: [
      answered,
      ...(Object.keys(fields).length > 0 ? [draft(deal, row.id, fields)] : []),
      ...(told ? [told] : []),
      ...gone.drafts,
    ],
    ...(taken ? { forget: forgotten(row.deed ?? '', read) } : {}),
    letters: [...toldLetters(read, { ...row, ...fields }, all), ...gone.letters],
    ...nextOf(row.id, at),
    said: told
      ? say('toldSaid')
      : taken
        ? say('takenBack')
        : next === state
          ? say('noted')
          : state === 'done'
            ? say('notDoneSaid')
            : movedSaid(next, whole, party, read),
    ...(at.ticket === undefined &&
    ((CLOSING.has(says) && next !== 'agreed') ||
      (says === 'yes' && next === 'agreed' && gone.drafts.length === 0))
      ? { undo: { path: `${DEALS}/${row.id}/revenir`, input: {}, words: say('goBack') } }
      : {}),
  }
}
/** The moment and the place that were agreed before another one was proposed. */
function agreedBefore(
  { row, parties, said }: WholeDeal,
  party: Party,
  read: Reader,
): Pick<FieldsOf<typeof deal>, 'when' | 'where'> {
  const before = takesMoveBack(parties, said, party) ?? []
  const agreed = before.findLast(({ says }) => says === 'propose' || says === 'other')
  if (agreed) return { when: agreed.when, where: agreed.where ?? null }
  // The first proposal stands in the thread alone: it is the value before.
  const former = (name: string): string | null => {
    const lines = read.homeHistory(deal.name, row.id).filter(({ field }) => field === name)
    const value = lines[1]?.value
    return typeof value === 'string' ? value : null
  }
  return { when: former('when'), where: former('where') ?? row.where }
}
const doneOnOf = (
  next: State,
  state: State,
  { today }: CommandContext,
): Readonly<{ doneOn?: string | null }> =>
  next === 'done' ? { doneOn: today } : state === 'done' ? { doneOn: null } : {}
/** Who says yes hears that they said so of two deals of one notice for the same time. */
const movedSaid = (next: State, whole: WholeDeal, party: Party, read: Reader): Message =>
  next === 'agreed' && isAgreedTwice(read, whole, party)
    ? say('agreedTwice')
    : say(`movedTo.${next}`)
/** One alone closes it for both. */
const CLOSING: ReadonlySet<Says> = new Set(['no', 'not', 'done'])

/**
 * *Annuler*: a yes, a no, a failure or a *c'est fait* that nothing followed was never said. The
 * other side, who may have read it, is told so.
 */
const goBack: Command<Words> = {
  name: 'goBack',
  path: `${DEALS}/:id/revenir`,
  who: 'neighbour',
  byTicket: 'revenir',
  decide: (input, read, at, words): Decision => {
    const whole = wholeOf(read, one(input, 'id') || (at.ticket ?? ''))
    const back = whole && takesBack(whole, at, read)
    if (!whole || !back) return { refused: say('notNow') }
    if (back.state === 'agreed' && isTakenFor(read, whole)) return { refused: say('taken') }
    const { party, undid } = back
    const others = toldNext(whole.parties, party, at.me)
    const fields = {
      state: back.state,
      doneOn: back.state === 'done' ? whole.row.doneOn : null,
      unseen: others.length > 0 ? others : null,
      lived: at.lived(),
    } as const
    const left = whole.said.filter(({ id }) => id !== back.answer.id)
    // A slip that nobody handed over yet is not carried any more; else another one says so.
    const older = outdated(whole, party, read)
    const isCarried = back.answer.slip && older.forget.length === 0
    const slip = isCarried
      ? moveSlip(whole, party, { says: 'back' }, { read, at, words })
      : undefined
    const told = { says: 'back', undid, ...(slip ? { slip: slip.record } : {}) } as const
    return {
      drafts: [
        { type: dealAnswer.name, record: back.answer.id, fields: { removed: true } },
        answerDraft(whole.row.id, sideOf(party), told, at),
        draft(deal, whole.row.id, fields),
        ...reopened(whole, back.answer, read, at),
        ...(slip ? [slip] : []),
      ],
      forget: older.forget,
      letters: toldLetters(read, { ...whole.row, ...fields }, left),
      ...nextOf(whole.row.id, at),
      said: say('wentBack'),
    }
  },
}

/**
 * What was asked of another box, and not answered yet: it goes, here and in what the courier
 * carries.
 */
const stopAsking: Command<Words> = {
  name: 'stopAsking',
  path: `${DEALS}/:id/ne-plus-demander`,
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const whole = wholeOf(read, one(input, 'id') || (at.ticket ?? ''))
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
/** *J'ai vu*: the last word of the other side is no news any more. */
const see: Command<Words> = {
  name: 'see',
  path: `${DEALS}/:id/vu`,
  who: 'neighbour',
  byTicket: 'vu',
  decide: (input, read, at): Decision => {
    const whole = wholeOf(read, one(input, 'id') || (at.ticket ?? ''))
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
/** Their page showed the notice as it is now. */
const isAsShown = (whole: WholeDeal, input: Input): boolean =>
  input['noticeAs'] !== undefined && cleanLine(one(input, 'noticeAs')) === noticeNow(whole)
export const mayStopAsking = ({ row }: WholeDeal): boolean =>
  row.asked === true && row.toldAt === null

export const commands: readonly Command<Words>[] = [
  propose,
  proposeIn,
  answer,
  goBack,
  see,
  stopAsking,
  ...talkingCommands,
  ...partingCommands,
  ...reportCommands,
  ...toAllCommands,
]
