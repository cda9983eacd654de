import type { Command, DecideContext } from '../../../../contract/command.ts'
import type { Decision } from '../../../../contract/decision.ts'
import { message, type Say } from '../../../../contract/message.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { givenCode } from '../../../../contract/records/given-code.ts'
import { type Input, one } from '../../../../core/form/input.ts'
import type { fr } from '../../words/fr.ts'
import { callerOf, mayNoteCall, missedBy } from '../calling.ts'
import type { WholeDeal } from '../read.ts'
import { isAskedOf, type Party } from '../rules.ts'
import { partyIn, wholeIn } from '../saying.ts'
import { DEALS } from '../sides.ts'
import { heardSlips } from '../slips.ts'
import { saidIn } from '../talking.ts'
import { answerIn } from './answer.ts'

type Words = typeof fr
const say: Say<Words> = message

/**
 * An answer that is given by voice to a moment: noted by who called for it, or by the keeper to
 * whom the code of its ticket is said (record 0072).
 */
export const noteCall: Command<Words> = {
  name: 'noteCall',
  path: `${DEALS}/:id/au-telephone`,
  who: 'neighbour',
  decide: (input, read, at, words): Decision => {
    const whole = wholeIn(input, read, at)
    const party = whole && partyIn(whole, input, at)
    if (!whole || !party) return { refused: say('notYours') }
    const [says, of] = [one(input, 'says'), { read, at, words }]
    if (says === 'missed') return missed(whole, party, of)
    if (at.by === 'keeper' && !isCodeOf(read, party, one(input, 'code')))
      return { refused: say('codeNotTheirs'), field: 'code' }
    if (at.by !== 'keeper' && !mayNoteCall(whole, party, at, read))
      return { refused: say('notYours') }
    const isAnswer = says === 'yes' || says === 'no'
    if (!isAnswer || !isAskedOf(whole, party)) return { refused: say('notNow') }
    const decided = answerIn(answerAlone(input), of, { isOwn: false, isHeard: true })
    if (!('drafts' in decided)) return decided
    const heard = heardSlips(whole, party, of)
    return {
      ...decided,
      drafts: [...decided.drafts, ...heard.drafts],
      forget: [...(decided.forget ?? []), ...heard.forget],
    }
  },
}

/** A yes or a no, and nothing in words of theirs. */
const answerAlone = (input: Input): Input =>
  Object.fromEntries(
    ['id', 'party', 'says', 'shown', 'proposed'].map(name => [name, one(input, name)]),
  )

/**
 * Whether a code is that of the ticket by which a party speaks.
 *
 * Law     11: who says it lets whoever hears it act for them, as who shows a ticket does.
 */
export const isCodeOf = (read: Reader, { ticket, sent }: Party, typed: string): boolean => {
  const own = ticket ?? sent
  return own !== undefined && givenCode(read, typed)?.opens === own
}

/** *Pas pu joindre Odette*: a word of who called, which moves nothing. */
function missed(whole: WholeDeal, party: Party, of: DecideContext<Words>): Decision {
  const { read, at, words } = of
  const from = callerOf(whole, party, at)
  if (!from || !mayNoteCall(whole, party, at, read) || missedBy(whole, from))
    return { refused: say('notNow') }
  return saidIn(whole, from, { says: 'word', said: words.missedWord }, of)
}
