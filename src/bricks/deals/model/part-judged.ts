import type { CommandContext, DecideContext } from '../../../contract/command.ts'
import type { Draft, Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { type PartsJudged, type Raise, raiseIn, raiseOf } from '../../../contract/part-raised.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { hasTable } from '../../../contract/tables.ts'
import { digest } from '../../../core/digest.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { homeAway } from './boxes.ts'
import { noticeHeld } from './closed-too.ts'
import { askedIn, partSaid, stoodSaid } from './parts-standing.ts'
import { keyOfNotice, noticeFor, type WholeDeal, wholeOf } from './read.ts'
import { type Actor, type Party, type Says, talksFor } from './rules.ts'
import { mayWriteIn } from './saying.ts'
import { threadsHere } from './threads.ts'

/** A part of a notice as its person answers it: who answers, and what the notice says of it. */

type Words = typeof fr
type Of = Pick<DecideContext<Words>, 'read' | 'at'>
const say: Say<Words> = message

/**
 * A part that its notice's person answers.
 *
 * Shape   `row`: the answer as it says how much.
 *         `ids`: the answer, and the record that a visitor sent, from which it was shown.
 *         `keys`: under which the notice holds a yes or a no: these, or those of a raise.
 *         `amount`: how much it says. `raise`: it asks for more than `stood`, which is agreed.
 *         `thread`: the page of the two, where it is answered there.
 */
export type PartAnswered = Readonly<{
  notice: NoticeSeen
  row: Row
  ids: readonly string[]
  keys: readonly string[]
  amount: string
  raise: Raise
  stood: string
  threads: readonly WholeDeal[]
  thread: string | undefined
}>

/** Whose notice it is decides: its author, who keyed it, or the keeper for who has no card. */
const decides = ({ author, keyedBy }: NoticeSeen, { by, me }: Actor): boolean =>
  me === undefined ? by === 'keeper' && author === null : [author, keyedBy].includes(me)

/** The notice of which they answer a part: by its ticket, the one of that ticket's threads. */
function noticeOf(input: Input, read: Reader, at: CommandContext): NoticeSeen | undefined {
  if (at.ticket === undefined) {
    const notice = noticeFor(read, one(input, 'annonce'))
    return notice && decides(notice, at) ? notice : undefined
  }
  const whole = wholeOf(read, one(input, 'id'))
  return whole && noticeHeld(whole, at)
}

/** The notice whose parts this person answers in one of its threads. */
export function noticeAnswered(whole: WholeDeal, who: Actor, read: Reader): NoticeSeen | undefined {
  if (who.ticket !== undefined) return noticeHeld(whole, who)
  const notice = whole.notices.find(one => decides(one, who) && !homeAway(read, one))
  const author = whole.parties.find(({ key }) => notice && key === keyOfNotice(notice))
  return author && talksFor(who, author) && mayWriteIn(whole) ? notice : undefined
}

export function partIn(input: Input, read: Reader, at: CommandContext): PartAnswered | Refusal {
  const notice = noticeOf(input, read, at)
  if (!notice || homeAway(read, notice) || !hasTable(read, 'response'))
    return { refused: say('notYours') }
  const part = one(input, 'part')
  const found = partsSaid(read, notice, [part]).get(part)
  if (!found) return { refused: say('notNow') }
  const { row, ids } = found
  const box = row['_box']
  const threads = threadsHere(read, notice.id).filter(
    ({ row: { responses, box: other } }) =>
      (other === null || other === box) && ids.some(id => responses?.includes(id)),
  )
  const thread = threads.find(whole => whole.row.id === one(input, 'thread'))?.row.id
  const asked = askedIn(row)
  const keys = asked.stood === null ? ids : ids.map(id => raiseOf(id, asked))
  const raise = raiseIn(ids, asked, notice)
  const said = { amount: partSaid(row) ?? '', stood: stoodSaid(row) }
  const answered = { notice, row, ids, keys, raise, ...said, threads, thread }
  const shown = one(input, 'shown')
  const isAsShown = shown === '' || shown === partShownOf(found, notice)
  return isAsShown ? answered : partMovedSince(answered)
}

type PartSaid = Pick<PartAnswered, 'row' | 'ids'>
/** These answers to a notice, by their ids: how much each says, and the record it is shown from. */
function partsSaid(
  read: Reader,
  { id }: NoticeSeen,
  parts: readonly string[],
): ReadonlyMap<string, PartSaid> {
  if (parts.length === 0 || !hasTable(read, 'response')) return new Map()
  const of = JSON.stringify(parts)
  const rows = read.all(
    `SELECT fields FROM response_home WHERE id IN parts AND "to" IN these AND removed IS NOT 1
     UNION ALL SELECT fields FROM response WHERE id IN parts AND "to" IN these AND removed IS NOT 1`
      .replaceAll('fields', 'id, answer, amount, unit, saying, stood, raised, _box')
      .replaceAll('parts', '(SELECT value FROM json_each(?1))')
      .replaceAll('these', '(SELECT value FROM json_each(?2))'),
    of,
    JSON.stringify([...new Set([id, ...read.joinedWith(id)])]),
  )
  const sent = read.all(
    'SELECT piece, shownAs FROM proposal_home WHERE piece IN parts OR shownAs IN parts'.replaceAll(
      'parts',
      '(SELECT value FROM json_each(?1))',
    ),
    of,
  )
  return new Map(
    rows.map(row => {
      const part = String(row['id'])
      const tied = sent
        .map(({ piece, shownAs }) => [piece, shownAs])
        .filter(two => two.includes(part))
      const ids = [part, ...tied.flat().filter(id => typeof id === 'string')]
      return [part, { row, ids: [...new Set(ids)] }]
    }),
  )
}

/** What a form that answers a part carries: how much it says, and what the notice says of it. */
function partShownOf({ row, ids }: PartSaid, { partsAgreed, partsDeclined }: PartsJudged): string {
  const own = (keys: readonly string[]): readonly string[] =>
    keys.filter(key => ids.includes(key.split(' ')[0] ?? '')).toSorted()
  const { answer, amount, unit, saying, stood, raised } = row
  const said = [answer, amount, unit, saying, stood, raised]
  return digest(JSON.stringify([said, own(partsAgreed), own(partsDeclined)]))
}
/** The same of several, by their ids. */
export const partsShown = (
  read: Reader,
  notice: NoticeSeen,
  parts: readonly string[],
): ReadonlyMap<string, string> =>
  new Map([...partsSaid(read, notice, parts)].map(([id, one]) => [id, partShownOf(one, notice)]))

/** Nothing is done of a part that moved since its page was shown: who pressed reads what stands. */
function partMovedSince({ notice, ids, keys, raise, amount, stood }: PartAnswered): Refusal {
  const isDeclined = ids.some(id => notice.partsDeclined.includes(id))
  const isAgreed = [...ids, ...keys].some(id => notice.partsAgreed.includes(id))
  const more = raise && ({ asked: 'raised', declined: 'raiseDeclined' } as const)[raise]
  const now = isDeclined ? 'declined' : (more ?? (isAgreed ? 'agreed' : 'open'))
  return { refused: say('part.movedSince', now, amount, stood) }
}

/** What was said since the other one than the notice's person last said how much. */
function sinceHowMuch(
  { said, notices: [notice] }: WholeDeal,
  last: string | undefined,
): WholeDeal['said'] {
  const author = notice && keyOfNotice(notice)
  const part = said.findLastIndex(
    one => one.key !== author && last !== undefined && one.said?.includes(last) === true,
  )
  return said.slice(part + 1)
}
/** Whether the notice's person said something since the other one last said how much. */
export function isPartAnswered(whole: WholeDeal): boolean {
  const author = whole.notices[0] && keyOfNotice(whole.notices[0])
  const last = whole.asks ?? whole.takes
  return author !== undefined && sinceHowMuch(whole, last).some(({ key }) => key === author)
}
/** Whether *c'est fait* was said of it: what was handed over is declined no more. */
export const isHandedOver = (whole: WholeDeal): boolean =>
  whole.state === 'done' &&
  whole.raise !== 'asked' &&
  sinceHowMuch(whole, whole.takes).some(({ says }) => says === 'done')
/** Whether the notice's person agreed to the part, and nothing more is asked. */
export const isPartAgreed = ({ takes, part, raise, notices }: WholeDeal): boolean =>
  takes !== undefined &&
  raise !== 'asked' &&
  notices.some(({ partsAgreed }) => partsAgreed.includes(part ?? ''))

/** The notice of which a yes, or *c'est fait*, of its person agrees to the part too. */
export function noticeAgreeing(whole: WholeDeal, who: Actor, read: Reader): NoticeSeen | undefined {
  const isAsked = whole.takes !== undefined && whole.raise === undefined && !isPartAgreed(whole)
  const notice = isAsked ? noticeAnswered(whole, who, read) : undefined
  return notice?.isClosed === false ? notice : undefined
}
/** What taking back that yes, or another moment, writes of the part that nothing else agreed to. */
export function agreedNoMore(
  whole: WholeDeal,
  left: WholeDeal['said'],
  { read, at }: Of,
): readonly Draft[] {
  const notice = isPartAgreed(whole) ? noticeAnswered(whole, at, read) : undefined
  if (!notice || isPartAnswered({ ...whole, said: left })) return []
  return partOf(whole, notice, { read, at }).map(({ keys }) => ({
    type: notice.type,
    record: notice.id,
    fields: { partsAgreed: orNull(notice.partsAgreed.filter(key => !keys.includes(key))) },
  }))
}
const AGREES: ReadonlySet<Says> = new Set(['yes', 'other', 'done'])
/** What that answer of `party` writes of the part. */
export function agreedBeside(
  whole: WholeDeal,
  party: Party,
  says: Says,
  { read, at }: Of,
): readonly Draft[] {
  const notice = AGREES.has(says) ? noticeAgreeing(whole, at, read) : undefined
  if (!notice || keyOfNotice(notice) !== party.key) return []
  return partOf(whole, notice, { read, at }).map(part => judged(part, false))
}
/** The part of a thread; none where this person does not answer it. */
function partOf(whole: WholeDeal, { id }: NoticeSeen, { read, at }: Of): readonly PartAnswered[] {
  const part = partIn({ annonce: id, id: whole.row.id, part: whole.part ?? '' }, read, at)
  return 'refused' in part ? [] : [part]
}

/**
 * What the notice says of a part from now on: of a raise, its own id; of a whole part that is
 * declined, nothing is agreed.
 */
export function judged(part: PartAnswered, isDeclined: boolean): Draft {
  const { partsAgreed, partsDeclined } = judgedIn(part, isDeclined)
  return {
    type: part.notice.type,
    record: part.notice.id,
    fields: { partsDeclined: orNull(partsDeclined), partsAgreed: orNull(partsAgreed) },
  }
}
/** What the page that follows a no shows of the part. */
export const shownDeclined = (part: PartAnswered): string => partShownOf(part, judgedIn(part, true))
function judgedIn({ notice, ids, keys, raise }: PartAnswered, isDeclined: boolean): PartsJudged {
  const own = isDeclined && raise === 'asked' ? keys : ids
  const isOwn = (key: string): boolean =>
    own.some(id => key === id || (own === ids && key.startsWith(`${id} `)))
  const others = (all: readonly string[]): readonly string[] =>
    all.filter(key => !isOwn(key) && !keys.includes(key))
  const declined = [...others(notice.partsDeclined), ...(isDeclined ? own : [])]
  const kept = isDeclined ? others(notice.partsAgreed) : notice.partsAgreed
  const agreed = [...new Set([...kept, ...(isDeclined ? [] : keys)])]
  return { partsDeclined: declined, partsAgreed: agreed }
}
const orNull = (all: readonly string[]): readonly string[] | null => (all.length > 0 ? all : null)
