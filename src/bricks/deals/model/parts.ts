import type { Added, TurnAddition } from '../../../contract/brick.ts'
import type { CommandContext, DecideContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft } from '../../../contract/decision.ts'
import { may } from '../../../contract/permission.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { hasTable } from '../../../contract/tables.ts'
import type { fr } from '../words/fr.ts'
import { begunAway } from './away.ts'
import { backSeen } from './back-seen.ts'
import { type BoxAway, homeAway } from './boxes.ts'
import { handedSeen } from './handed-seen.ts'
import { partsJudged } from './part-refused.ts'
import { partInSentence } from './parts-standing.ts'
import { noticeFor, type WholeDeal } from './read.ts'
import { deal } from './records.ts'
import { rideSlips } from './ride-slips.ts'
import { mayTalk, type Party, talksFor } from './rules.ts'
import { apartFrom, asName, type DealSide, isVisitor, ofNotice } from './sides.ts'
import { SLIP } from './slip-days.ts'
import { handOf, isStopped, isStoppedIn } from './stopped.ts'
import { begun, saidIn } from './talking.ts'
import { ownThreads, partyOf, threadsAsked, threadsOfParts } from './threads.ts'

/**
 * Who says how much they take of a notice, or bring, says so to its person too: in the thread of
 * the two, which begins by it. A change and a taking back are said there as well. The answer itself
 * is of another brick (`response`).
 */

type Words = typeof fr
type Of = DecideContext<Words>
const RESPONSE = 'response'

/** What this answer says now, as the turn finds it; nothing of a new one. */
function partNow(read: Reader, id: string): Row {
  if (!hasTable(read, 'response')) return {}
  const rows = [
    ...read.all('SELECT * FROM response WHERE id = ?', id),
    ...read.all('SELECT * FROM response_home WHERE id = ?', id),
  ]
  const filled = rows.map(row => Object.entries(row).filter(([, value]) => value !== null))
  return Object.fromEntries(filled.flat())
}

/** Some is brought to a need, and taken of anything else: a group order too. */
export const sideOfNotice = ({ type, mode }: NoticeSeen): 'take' | 'bring' =>
  type === 'need' && mode !== 'share' ? 'bring' : 'take'

const NOTHING: Added = { drafts: [], letters: [] }
/** What a decision writes; nothing where it is refused. */
const addedOf = (decided: Decision, ...more: readonly Draft[]): Added =>
  'drafts' in decided
    ? { drafts: [...decided.drafts, ...more], letters: decided.letters ?? [] }
    : NOTHING

/** Whose answer it is, as a side of a thread; undefined where its writer may not speak for them. */
function takerOf(part: Row, to: DealSide, at: CommandContext): DealSide | undefined {
  const { member, firstName, knownAs } = part
  if (typeof member === 'string')
    return member === at.me || may(at.by, 'keep') === 'yes' ? { key: member, member } : undefined
  const name = firstName ?? knownAs
  if (typeof name !== 'string' || name === '') return undefined
  if (isVisitor(at)) return apartFrom(name, to)
  return may(at.by, 'speakFor') === 'yes' ? asName(name) : undefined
}

/** A new answer: it goes on in the thread that its person has, or begins one. */
function taken(id: string, part: Row, of: Of): Added {
  const { read, at, words } = of
  const notice = noticeFor(read, String(part['to'] ?? ''))
  const amount = partInSentence(part)
  if (!notice || amount === undefined) return NOTHING
  const to = ofNotice(notice) ?? asName(words.someone)
  const from = takerOf(part, to, at)
  // The author of a notice notes what they were told: there is nobody to tell it to.
  const isOwn = to.member !== undefined && to.member === at.me
  if (!from || from.key === to.key || isOwn) return NOTHING
  const hand = isVisitor(at) ? handOf(at.hand) : undefined
  if (isStopped(read, { from: from.key, to: to.key, hand })) return NOTHING
  const said = words.part[sideOfNotice(notice)](amount)
  const away = homeAway(read, notice)
  if (away) return takenAway({ id, part, from, notice, away }, said, of)
  const [thread] = isVisitor(at) ? [] : ownThreads(read, notice, [from, to], at)
  const how = typeof part['reach'] === 'string' ? part['reach'] : ''
  const reach = how.slice(0, deal.fields.reach.longest)
  if (!thread)
    return addedOf(
      begun({ notices: [notice, undefined], from, to, said, reach, responses: [id] }, of),
    )
  return addedOf(
    saidIn(thread, partyOf(thread, from), { says: 'word', said }, of),
    withPart(thread.row, id),
  )
}
const withPart = ({ id, responses }: WholeDeal['row'], part: string): Draft =>
  draft(deal, id, { responses: [...new Set([...(responses ?? []), part])] })

type TakenAway = Readonly<{
  id: string
  part: Row
  from: DealSide
  notice: NoticeSeen
  away: BoxAway
}>
/**
 * Of a notice of another box: the word goes there by the courier, from a member; the name goes with
 * it where the answer has it. Where no letter can go, the answer alone does.
 */
function takenAway({ id, part, from, notice, away }: TakenAway, said: string, of: Of): Added {
  if (isVisitor(of.at) || !away.isRecognised) return NOTHING
  const word = { says: 'word', said } as const
  const [thread] = threadsAsked(of.read, notice.id, from).filter(whole =>
    talksFor(of.at, partyOf(whole, from)),
  )
  if (thread) {
    // The letter says which answer it is, so that one line tells both there.
    const responses = [...new Set([...(thread.row.responses ?? []), id])]
    const whole = { ...thread, row: { ...thread.row, responses } }
    return addedOf(saidIn(whole, partyOf(whole, from), word, of), withPart(thread.row, id))
  }
  const fields = { what: notice.title.slice(0, deal.fields.what.longest), phone: null }
  const named = part['firstName'] == null ? '' : '1'
  return addedOf(begunAway({ fields, mine: from, notice, away, parts: [id] }, word, { named }, of))
}

/** Their thread, in which this person speaks for who said that part. */
function spokenIn(
  id: string,
  { read, at }: Of,
): Readonly<{ thread: WholeDeal; party: Party }> | undefined {
  const [thread] = threadsOfParts(read, [id]).filter(({ said }) => mayTalk(said))
  const starter = thread?.parties.find(party => isTaker(thread, party))
  return thread && starter && talksFor(at, starter) ? { thread, party: starter } : undefined
}
/** Not the person of the notice: the other one. */
const isTaker = ({ notices: [notice] }: WholeDeal, { key }: Party): boolean =>
  notice !== undefined && key !== ofNotice(notice)?.key

/** A new answer, another amount than before, or none any more; the same again says nothing. */
function written(id: string, fields: Draft['fields'], of: Of): Added {
  const before = partNow(of.read, id)
  const after = { ...before, ...fields } as Row
  const [was, is] = [partInSentence(before), partInSentence(after)]
  if (was === is) return NOTHING
  const found = spokenIn(id, of)
  if (!found || was === undefined) return taken(id, after, of)
  return is === undefined
    ? saidBy(found, side => of.words.part.none[side], of)
    : saidBy(found, side => of.words.part.rather[side](is), of)
}

/** An answer that is taken back. By a ticket, all that its holder wrote in the thread goes too. */
function untaken(id: string, of: Of): Added {
  // What was declined says nothing more once it goes.
  const notice = noticeFor(of.read, String(partNow(of.read, id)['to'] ?? ''))
  const isDeclined = notice?.partsDeclined.includes(id) === true
  const found = of.at.ticket === undefined && !isDeclined ? spokenIn(id, of) : undefined
  return found ? saidBy(found, side => of.words.part.none[side], of) : NOTHING
}

/** A word in the thread, as its notice is taken of or brought to. */
function saidBy(
  { thread, party }: Readonly<{ thread: WholeDeal; party: Party }>,
  say: (side: 'take' | 'bring') => string,
  of: Of,
): Added {
  const [notice] = thread.notices
  if (!notice || isStoppedIn(of.read, thread, party)) return NOTHING
  const said = say(sideOfNotice(notice))
  return addedOf(saidIn(thread, party, { says: 'word', said }, of))
}

const IS_TAKEN_BACK: ReadonlySet<string> = new Set([RESPONSE, proposal.name])

/**
 * What is said in threads because of answers that another brick writes, and the keeper judges; and
 * of rides that change. What is handed over is seen too.
 */
export const adds: TurnAddition<Words> = {
  to: [RESPONSE, proposal.name, 'offer', 'need', SLIP],
  decide: ({ drafts, forget }, read, at, words) => {
    const of = { read, at, words }
    const isForgotten = (id: string): boolean =>
      forget.some(({ record, field }) => record === id && field === undefined)
    const all = [
      ...drafts
        .filter(({ type, record }) => type === RESPONSE && !isForgotten(record))
        .map(({ record, fields }) => written(record, fields, of)),
      ...forget
        .filter(
          ({ type, field, past }) =>
            IS_TAKEN_BACK.has(type) && field === undefined && past !== true,
        )
        .map(({ record }) => untaken(record, of)),
    ]
    return {
      drafts: [
        ...all.flatMap(one => one.drafts),
        ...rideSlips(drafts, of),
        ...handedSeen(drafts, of),
        ...backSeen(drafts, of),
        ...partsJudged(drafts, read, responses => threadsOfParts(read, responses)),
      ],
      letters: all.flatMap(one => one.letters),
    }
  },
}
