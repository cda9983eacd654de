import type { Command, CommandContext, DecideContext } from '../../../contract/command.ts'
import type { Decided, Decision } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { dayWritten } from './day-written.ts'
import { mayPropose, proposedIn } from './propose.ts'
import { keyOfNotice, noticeFor, type WholeDeal } from './read.ts'
import { dealAnswer } from './records.ts'
import { type Actor, type Party, talksFor } from './rules.ts'
import { mayWriteIn } from './saying.ts'
import { DEALS } from './sides.ts'
import { isStoppedIn } from './stopped.ts'
import { saidIn } from './talking.ts'
import { threadsHere } from './threads.ts'

/**
 * One word, or one moment, to all who take some of a notice, from its author: each reads it in
 * their own thread, and answers there. Nobody learns who the others are.
 */

type Words = typeof fr
const say: Say<Words> = message
export type Told = Readonly<{ whole: WholeDeal; party: Party }>

/** The threads of those who take some of a notice, in which this person speaks for its author. */
export function takersTold(read: Reader, notice: string, who: Actor): readonly Told[] {
  const seen = noticeFor(read, notice)
  if (!seen) return []
  return threadsHere(read, notice).flatMap(whole => {
    const party = whole.parties.find(({ key }) => key === keyOfNotice(seen))
    const isTold = whole.takes !== undefined && mayWriteIn(whole)
    if (!party || !isTold || !talksFor(who, party)) return []
    return isStoppedIn(read, whole, party) ? [] : [{ whole, party }]
  })
}

/** What is written in each thread, as one decision; a refusal in one is that of all. */
export function inEach(
  told: readonly Told[],
  notice: string,
  write: (one: Told) => Decision,
): Decision {
  const decided = told.map(write)
  const refused = decided.find(one => !('drafts' in one))
  if (refused) return refused
  const all = decided as readonly Decided[]
  return {
    drafts: all.flatMap(({ drafts }) => drafts),
    forget: all.flatMap(({ forget }) => forget ?? []),
    letters: all.flatMap(({ letters }) => letters ?? []),
    next: `/annonces/${notice}`,
    said: say('toAll.said', told.length),
  }
}

/** Those of the form, for the one who may write to them; or why there is nobody. */
function asked(input: Input, read: Reader, at: CommandContext) {
  const notice = one(input, 'annonce')
  return { notice, told: takersTold(read, notice, at) }
}

const wordToAll: Command<Words> = {
  name: 'wordToAll',
  path: `${DEALS}/mot-a-tous`,
  who: 'neighbour',
  sentOnce: true,
  decide: (input, read, at, words): Decision => {
    const { notice, told } = asked(input, read, at)
    if (told.length === 0) return { refused: say('notYours') }
    const checked = at.fields(dealAnswer, input, ['said'])
    if ('refused' in checked) return checked
    const { said } = checked.fields
    if (!said) return { refused: say('saySomething'), field: 'said' }
    const of: DecideContext<Words> = { read, at, words }
    return inEach(told, notice, ({ whole, party }) =>
      saidIn(whole, party, { says: 'word', said }, of),
    )
  },
}

/** Where something is proposed already, its own thread goes on. */
const momentToAll: Command<Words> = {
  name: 'momentToAll',
  path: `${DEALS}/moment-a-tous`,
  who: 'neighbour',
  sentOnce: true,
  decide: (input, read, at, words): Decision => {
    const { notice, told } = asked(input, read, at)
    const free = told.filter(({ whole, party }) => mayPropose(whole, party, read))
    if (told.length === 0) return { refused: say('notYours') }
    if (free.length === 0) return { refused: say('toAll.noneFree') }
    const checked = at.fields(dealAnswer, input, ['when', 'where'])
    if ('refused' in checked) return checked
    const { where = null } = checked.fields
    const when = dayWritten(checked.fields.when ?? null, read, at)
    if (!when) return { refused: say('sayWhen'), field: 'when' }
    return inEach(free, notice, ({ whole, party }) =>
      proposedIn(whole, party, { when, where }, { read, at, words }),
    )
  },
}

export const toAllCommands: readonly Command<Words>[] = [wordToAll, momentToAll]
