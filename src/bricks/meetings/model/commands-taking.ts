import type { CommandContext } from '../../../contract/command.ts'
import { type Decision, draft, type Forgetting, type Refusal } from '../../../contract/decision.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import { IN_NAME_OF, type Speaker, speakerOf } from '../../../contract/speaker.ts'
import type { Input } from '../../../core/form/input.ts'
import { asSent, one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { amountFields, leftFor, overIn } from './part-typed.ts'
import { hasNamesake, mineTo } from './read.ts'
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
  { author }: NoticeAsked,
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
    ...(typed === '' ? [howMuch] : []),
    ...(isUnreached ? [how] : []),
  ]
}
/** Every mistake of the form at once. */
function together([first, ...others]: readonly Mistake[]): Refusal {
  const more = others.flatMap(({ refused, field }) => (field ? [{ refused, field }] : []))
  return { ...first!, ...(more.length > 0 ? { others: more } : {}) }
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
  const typed = one(input, HOW_MUCH)
  const speaker = speakerOf(input, 'firstName', at)
  const { name, ...whose } = speaker
  const form = { ...input, firstName: name, answer: 'in' }
  const checked = at.fields(response, form, ['answer', 'firstName', 'reach'])
  const lacking = lackingIn(of, input, speaker, at)
  if ('refused' in checked) return together([...lacking, checked])
  if (lacking.length > 0) return together(lacking)
  const { firstName, ...fields } = checked.fields
  const { member } = whose
  const [mine] = member === undefined ? [] : mineTo(read, of.id, member)
  const { toldTo, ...owner } = whose
  const left = leftFor(of, read, mine === undefined ? [] : [mine])
  const amount = amountFields(of, typed, left)
  const over = overIn(of, amount, left, at.lang)
  if (over) return { ...over, field: HOW_MUCH }
  const isNamesake = member !== undefined && hasNamesake(read, of.id, name, member)
  const said = {
    ...fields,
    ...nameFields(input, firstName, toldTo),
    ...amount,
    on: at.today,
    ...(isNamesake ? { namesake: true } : {}),
  }
  const some = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
  const forget = namesUnsaid(read, input, mine)
  return {
    ...(forget.length > 0 ? { forget } : {}),
    drafts: [
      mine
        ? draft(response, mine, said)
        : draft(response, at.newId(), { ...some, ...owner, to: of.id }),
    ],
    next: `/annonces/${of.id}`,
    said: isReadFirst(at.by)
      ? say('taking.waits', keeperNamed(read) ?? say('keeper'))
      : say('taking.noted'),
  }
}
