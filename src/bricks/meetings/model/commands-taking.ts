import type { CommandContext } from '../../../contract/command.ts'
import { type Decision, draft, type Forgetting, type Refusal } from '../../../contract/decision.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposalChange } from '../../../contract/records/drafts.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { asksForCard, IN_NAME_OF, type Speaker, speakerOf } from '../../../contract/speaker.ts'
import type { Input } from '../../../core/form/input.ts'
import { asSent, one } from '../../../core/form/input.ts'
import type { Lang } from '../../../core/lang.ts'
import type { fr } from '../words/fr.ts'
import {
  amountFields,
  hadBy,
  inUnitOf,
  isNoAmount,
  isOtherUnit,
  leftFor,
  overIn,
  raisedBy,
} from './part-typed.ts'
import { answerOf, hasNamesake, mineTo } from './read.ts'
import { response } from './records.ts'
import type { NoticeAsked } from './taking.ts'

type Words = typeof fr
const say: Say<Words> = message

/** The field of a form in which one says how much, and the tick that keeps one's name apart. */
export const HOW_MUCH = 'combien'
export const UNNAMED = 'sansnom'

/** A name that is kept apart is for the notice's author and the keeper. */
const nameFields = (input: Input, firstName: string | null = null, toldTo: string | null = null) =>
  asSent(input, UNNAMED) === ''
    ? { firstName, knownAs: null, toldTo }
    : { firstName: null, knownAs: firstName, toldTo: null }

/**
 * The names that were said in the commons and are kept apart from now on: nothing keeps them, here
 * or where they went.
 */
function namesUnsaid(read: Reader, input: Input, mine: string | undefined): readonly Forgetting[] {
  const row = mine === undefined ? undefined : read.one(response, mine)
  if (!row || asSent(input, UNNAMED) === '') return []
  return (['firstName', 'toldTo'] as const)
    .filter(field => row[field] !== null)
    .map(field => ({ type: response.name, record: row.id, field, alone: true }))
}

type Mistake = Readonly<{ refused: Message; field?: string }>
function lackingIn(
  { author, whole }: NoticeAsked,
  input: Input,
  whose: Speaker,
  at: CommandContext,
): readonly Mistake[] {
  const typed = one(input, HOW_MUCH)
  // Nobody takes of their own notice: its author notes what somebody told them.
  const whom = { refused: say('taking.sayWho'), field: IN_NAME_OF }
  const isOwn = whose.member !== undefined && whose.member === author
  const howMuch = { refused: say('taking.sayHowMuch'), field: HOW_MUCH }
  const how = { refused: say('taking.sayReach'), field: 'reach' }
  const isUnreached = isReadFirst(at.by) && one(input, 'reach') === ''
  return [
    ...(isOwn ? [whom] : []),
    ...(typed === '' || isNoAmount(typed) ? [howMuch] : []),
    ...(whole && isOtherUnit(typed, whole)
      ? [{ refused: inUnitOf(typed, whole, at.lang), field: HOW_MUCH }]
      : []),
    ...(isUnreached ? [how] : []),
  ]
}
/** Every mistake of the form at once. */
function together([first, ...others]: readonly Mistake[]): Refusal {
  const more = others.flatMap(({ refused, field }) => (field ? [{ refused, field }] : []))
  return { ...first!, ...(more.length > 0 ? { others: more } : {}) }
}

/** What is typed, as the fields of the answer; and that it is more than is left, beside `mine`. */
function askedFor(
  of: NoticeAsked,
  typed: string,
  mine: string | undefined,
  { read, lang }: Readonly<{ read: Reader; lang: Lang }>,
): Readonly<{ amount: ReturnType<typeof amountFields>; over: readonly Mistake[] }> {
  const left = leftFor(of, read, mine === undefined ? [] : [mine])
  const before = mine && answerOf(read, mine)
  const amount = amountFields(of, typed, left)
  const over = overIn(of, amount, { left, had: hadBy(of, before || undefined) }, lang)
  return { amount, over: over ? [{ ...over, field: HOW_MUCH }] : [] }
}

/** Who reads it first; whoever wrote the notice with a card of this box reads it at once. */
function waitsSaid({ id }: NoticeAsked, read: Reader): Message {
  const keeper = keeperNamed(read) ?? say('keeper')
  const isReadHere = read.published.noticeSeen?.(id)?.author != null
  const isCarried = read.published.handsWordsTo?.(id) !== undefined
  return say(isReadHere && !isCarried ? 'taking.waitsTold' : 'taking.waits', keeper)
}

/**
 * *J'en prendrais 20 kg*, from anybody: a visitor's waits, with its ticket; a member's is counted
 * at once, and said again it is corrected; a relay keys it for whoever wrote it on paper.
 */
export function takeSome(
  of: NoticeAsked,
  input: Input,
  read: Reader,
  at: CommandContext,
): Decision {
  if (of.isClosed) return { refused: say('taking.closed') }
  const speaker = speakerOf(input, 'firstName', at)
  const { name, toldTo, ...owner } = speaker
  const { member } = owner
  // What was declined stays so: whoever takes some again says so anew.
  const own = member === undefined ? [] : mineTo(read, of.id, member)
  const mine = own.find(id => !of.declined.includes(id))
  const { amount, over } = askedFor(of, one(input, HOW_MUCH), mine, { read, lang: at.lang })
  const form = { ...input, firstName: name, answer: 'in' }
  const checked = at.fields(response, form, ['answer', 'firstName', 'reach'])
  const lacking = [...lackingIn(of, input, speaker, at), ...over]
  if ('refused' in checked) return together([...lacking, checked])
  if (lacking.length > 0) return together(lacking)
  const cardAsked = asksForCard(of, member === undefined ? name : undefined, input, { read, at })
  if (cardAsked) return cardAsked
  const { firstName, ...fields } = checked.fields
  const isNamesake = member !== undefined && hasNamesake(read, of.id, name, member)
  const before = mine && answerOf(read, mine)
  const said = {
    ...fields,
    ...nameFields(input, firstName, toldTo),
    ...amount,
    ...(mine && before ? raisedBy(of, [mine], before, amount.amount) : {}),
    on: at.today,
    ...(isNamesake ? { namesake: true } : {}),
  }
  const some = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
  // What is said anew stands in the place of what was declined.
  const declined = own.filter(id => of.declined.includes(id))
  const forget = [
    ...namesUnsaid(read, input, mine),
    ...declined.map(record => ({ type: response.name, record })),
  ]
  return {
    ...(forget.length > 0 ? { forget } : {}),
    drafts: [
      mine
        ? draft(response, mine, said)
        : draft(response, at.newId(), { ...some, ...owner, to: of.id }),
    ],
    next: `/annonces/${of.id}`,
    said: isReadFirst(at.by) ? waitsSaid(of, read) : say('taking.noted'),
  }
}

/**
 * *Ne plus en être*, by a ticket: the part, or the yes to a date, goes from the page and counts
 * nothing, and its holder keeps the ticket, with what was said.
 */
export function leaveByTicket(ticket: string, read: Reader): Decision {
  const sent = read.one(proposal, ticket, 'home')
  const row = sent?.piece ? read.one(response, sent.piece, 'home') : undefined
  if (!sent || !row || row.answer === 'not' || row.answer === null)
    return { refused: say('nothingThere') }
  const values = (['amount', 'unit', 'saying'] as const).filter(field => row[field] !== null)
  return {
    drafts: [
      draft(response, row.id, { answer: 'not' }, 'home'),
      ...(sent.state === 'waiting' && sent.shownAs === null
        ? [{ ...proposalChange(ticket, { state: 'refused', why: null }), space: 'home' as const }]
        : []),
    ],
    forget: [
      ...values.map(field => ({ type: response.name, record: row.id, field, alone: true })),
      ...(sent.shownAs === null ? [] : [{ type: response.name, record: sent.shownAs }]),
    ],
    said: say('answerTakenBack'),
  }
}
