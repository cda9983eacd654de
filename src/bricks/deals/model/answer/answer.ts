import type { Command, DecideContext } from '../../../../contract/command.ts'
import type { Decision, Refusal } from '../../../../contract/decision.ts'
import { message, type Say } from '../../../../contract/message.ts'
import { type Input, one } from '../../../../core/form/input.ts'
import type { FieldsOf } from '../../../../core/schema.ts'
import type { fr } from '../../words/fr.ts'
import { answered } from '../answered.ts'
import { closeDraft, closedToo, DONE_CLOSED } from '../closed-too.ts'
import { momentWritten } from '../moment-written.ts'
import { agreedBeside } from '../part-judged.ts'
import type { WholeDeal } from '../read.ts'
import { dealAnswer } from '../records.ts'
import { heardBy, mayTalk, type Party, type Says, speaksFor, talksFor } from '../rules.ts'
import { mayBeSaid, notAsShown, partyIn, wholeIn } from '../saying.ts'
import { bothInOrder, DEALS, type Saying } from '../sides.ts'
import { heardDrafts, isMove, moveSlip, outdated, readDrafts, slipToOthers } from '../slips.ts'
import { isStoppedIn } from '../stopped.ts'
import { tellingIn } from '../telling.ts'
import { mayUnwrite } from '../voice.ts'
import { afterAnswer } from './after.ts'
import { withLine } from './line-beside.ts'
import { yesTooLate } from './too-late.ts'
import { counterOf, withdraw } from './withdrawing.ts'

type Words = typeof fr
const say: Say<Words> = message

/** What somebody answers in a thread, with the line that they write beside it. */
export const answer: Command<Words> = {
  name: 'answer',
  path: `${DEALS}/:id/repondre`,
  who: 'neighbour',
  byTicket: 'repondre',
  decide: (input, read, at, words): Decision =>
    answerIn(input, { read, at, words }, { isOwn: true }),
}

/**
 * `isOwn`: with words of their own, which hurt; the box's sentences hurt nobody. `isHeard`: its
 * party said it by voice to who notes it. `falls`: a no is to all that is proposed, a moment of
 * their own too.
 */
type AnswerHow = Readonly<{ isOwn: boolean; isHeard?: boolean; falls?: boolean }>
export function answerIn(
  input: Input,
  of: DecideContext<Words>,
  { isOwn, isHeard = false, falls = false }: AnswerHow,
): Decision {
  const { read, at } = of
  const whole = wholeIn(input, read, at)
  const party = whole && partyIn(whole, input, at)
  if (!whole || !party || !(isHeard || speaksFor(at, party))) return { refused: say('notYours') }
  const checked = at.fields(dealAnswer, input, ['thanks', 'when', 'where', 'said'])
  if ('refused' in checked) return checked
  const says = saysIn(input)
  if (!says) return { refused: say('notNow') }
  const stale = notAsShown(whole, input, says, mayBeSaid(whole, party.key).includes(says))
  if (stale) return stale
  const { fields } = checked
  if (says === 'other' && (fields.when ?? null) === null)
    return { refused: say('sayWhen'), field: 'when' }
  if (isOwn && isWritten(says, input) && isStoppedIn(read, whole, party))
    return { refused: say('writesNoMore') }
  const counter = says === 'no' && !falls ? counterOf(whole, party) : undefined
  if (counter && mayUnwrite(at, party, counter.act)) return withdraw(whole, party, counter, of)
  const late = says === 'yes' ? yesTooLate(whole, party, of) : undefined
  if (late) return late
  const told = tellingIn(whole, party, { says, input, typed: fields.thanks ?? null }, read)
  if ('refused' in told) return told
  const moment = says === 'other' ? momentIn(whole, fields, input, of) : {}
  const saying = { says, ...moment, ...told, ...heardBy(at, party) }
  return written({ whole, party, saying }, fields, input, of)
}

/** The form of what is done ticks whether it may be told; the others have one button a word. */
function saysIn(input: Input): Says | undefined {
  const said = one(input, 'says')
  if (said === DONE_CLOSED) return 'done'
  if (said === 'thank') return one(input, 'tell') === '' ? 'keep' : 'tell'
  return (['yes', 'other', 'no', 'done', 'not', 'keep'] as const).find(known => known === said)
}

/** Whether an answer has words of one's own: a moment, a line, a sentence. */
const isWritten = (says: Says, input: Input): boolean =>
  says === 'other' || ['said', 'thanks', 'story'].some(name => one(input, name) !== '')

type AnswerFields = FieldsOf<typeof dealAnswer>
/** Another moment; its place stays where the form showed none. */
function momentIn(
  whole: WholeDeal,
  { when = null, where = null }: AnswerFields,
  input: Input,
  { read, at }: DecideContext<Words>,
): Pick<Saying, 'when' | 'where'> {
  const { row, notices } = whole
  const isKept = where === null && input['placeShown'] === undefined && row.box === null
  const moment = momentWritten(when, { whole, notices }, read, at)
  return { when: moment, where: isKept ? row.where : where }
}

type Answering = Readonly<{
  whole: WholeDeal
  party: Party
  saying: Saying & Readonly<{ says: Says }>
}>
/** The answer, its slips and its line; what stands no more of what they said before goes. */
function written(
  { whole, party, saying }: Answering,
  fields: AnswerFields,
  input: Input,
  of: DecideContext<Words>,
): Decision {
  const { read, at } = of
  const line = mayTalk(whole.said) && talksFor(at, party) ? (fields.said ?? '') : ''
  const closes = one(input, 'says') === DONE_CLOSED ? closedToo(whole, at, read) : []
  const [slip, lineSlip] = bothInOrder(
    moveSlip(whole, party, saying, of),
    line === '' ? undefined : slipToOthers(whole, party, line, { ...of, isWord: !isMove(saying) }),
  )
  const said = {
    ...saying,
    ...answered(whole, saying.says),
    ...(closes.length > 0 ? { closed: closes.map(({ id }) => id) } : {}),
    ...(slip ? { slip: slip.record } : {}),
  }
  const alone = afterAnswer(whole, party, said, of)
  const decided: Decision | Refusal =
    'drafts' in alone && line !== ''
      ? withLine(alone, { whole, party, said, line, slip: lineSlip }, of)
      : alone
  if (!('drafts' in decided)) return decided
  const isOff = saying.says === 'not' && whole.state !== 'done'
  const older = outdated(whole, party, of, { isOff })
  return {
    ...decided,
    drafts: [
      ...decided.drafts,
      ...(slip ? [slip] : []),
      ...older.drafts,
      ...closes.map(closeDraft),
      ...agreedBeside(whole, party, saying.says, of),
      ...readDrafts(whole, read, at),
      ...heardDrafts(whole, party, of),
    ],
    forget: [...(decided.forget ?? []), ...older.forget],
    ...(closes.length === 0 ? {} : { said: say('doneClosed', closes.length) }),
  }
}
