import type { Command, CommandContext, DecideContext } from '../../../contract/command.ts'
import type { Decided, Decision, Draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { fr } from '../words/fr.ts'
import { answerIn } from './answer/answer.ts'
import { isHandedOver, judged, type PartAnswered, partIn, shownDeclined } from './part-judged.ts'
import { keyOfNotice, type WholeDeal } from './read.ts'
import { dealAnswer } from './records.ts'
import { talksFor } from './rules.ts'
import { mayBeSaid, mayWriteIn } from './saying.ts'
import { DEALS } from './sides.ts'
import { saidIn } from './talking.ts'

/**
 * The person of a notice answers each who takes some of it: *d'accord*, or *pas cette fois*. A part
 * that they decline stands in no list and counts nothing, on every box; its person is told in the
 * thread of the two, where the moment that was agreed falls with it.
 */

type Words = typeof fr
const say: Say<Words> = message
type Of = DecideContext<Words>

/** What the person of the notice says in the threads of a part; nothing where they don't speak. */
function saidInEach(
  { threads, notice }: PartAnswered,
  said: string,
  of: Of,
  falls: boolean,
): readonly Decided[] {
  return threads.flatMap((whole): readonly Decided[] => {
    const place = whole.parties.findIndex(({ key }) => key === keyOfNotice(notice))
    const party = whole.parties[place]
    if (!party || !talksFor(of.at, party) || !mayWriteIn(whole)) return []
    const may = falls && FALLS.has(whole.state) ? mayBeSaid(whole, party.key) : []
    // Where another moment is asked instead of the agreed one, a no would keep that one.
    const says = (['not', 'no'] as const).find(one => may.includes(one))
    const decided =
      says !== undefined
        ? answerIn({ id: whole.row.id, party: String(place), says, said }, of, FALLEN)
        : saidIn(whole, party, { says: 'word', said, when: said.slice(0, MOST_WHEN) }, of)
    return 'drafts' in decided ? [decided] : []
  })
}
/** What answers a part is told by telephone too, as a ride that changed. */
const MOST_WHEN = dealAnswer.fields.when.longest
const FALLS: ReadonlySet<WholeDeal['state']> = new Set(['agreed', 'proposed'])
/** A moment of their own that waits falls whole, with the one that it answered. */
const FALLEN = { isOwn: false, falls: true } as const

/** A part is declined, or counts after all: the notice says which, its person is told. */
function answered(
  part: PartAnswered,
  isDeclined: boolean,
  said: string,
  of: Of,
): Omit<Decided, 'said'> {
  const own = judged(part, isDeclined)
  // What was agreed stands, with its moment, where more than that is declined.
  const told = saidInEach(part, said, of, isDeclined && part.raise !== 'asked')
  return {
    drafts: [own, ...told.flatMap(({ drafts }) => drafts)],
    forget: told.flatMap(({ forget }) => forget ?? []),
    letters: told.flatMap(({ letters }) => letters ?? []),
    ...nextTo(part, of.at),
  }
}
/** They go on where they answered: on the page of a ticket, in the thread, or beside the notice. */
function nextTo({ notice, thread }: PartAnswered, { ticket }: CommandContext) {
  if (ticket !== undefined) return {}
  return { next: thread === undefined ? `/annonces/${notice.id}` : `${DEALS}/${thread}` }
}

export const PART = `${DEALS}/part`
const decline: Command<Words> = {
  name: 'declinePart',
  path: `${PART}/pas-cette-fois`,
  who: 'neighbour',
  byTicket: 'pas-cette-fois',
  decide: (input, read, at, words): Decision => {
    const part = partIn(input, read, at)
    if ('refused' in part) return part
    if (part.threads.some(isHandedOver)) return { refused: say('part.handedOver') }
    const [id = ''] = part.ids
    const { amount, raise, stood } = part
    const isRaise = raise === 'asked'
    const w = words.part
    const told = isRaise
      ? w.raiseDeclined(amount, stood)
      : w.declined(raise === 'declined' ? stood : amount)
    return {
      ...answered(part, true, told, { read, at, words }),
      said: say(isRaise ? 'part.raiseDeclinedSaid' : 'part.declinedSaid'),
      // A ticket has its own way back on its page.
      ...(at.ticket === undefined
        ? {
            undo: {
              path: `${PART}/finalement`,
              input: {
                ...{ annonce: part.notice.id, part: id, thread: part.thread ?? '' },
                shown: shownDeclined(part),
              },
              words: say('goBack'),
            },
          }
        : {}),
    }
  },
}

const keepAfterAll: Command<Words> = {
  name: 'keepPart',
  path: `${PART}/finalement`,
  who: 'neighbour',
  byTicket: 'finalement',
  decide: (input, read, at, words): Decision => {
    const part = partIn(input, read, at)
    if ('refused' in part) return part
    if (![...part.ids, ...part.keys].some(id => part.notice.partsDeclined.includes(id)))
      return { refused: say('notNow') }
    return {
      ...answered(part, false, words.part.keptAfterAll(part.amount), { read, at, words }),
      said: say('part.keptSaid'),
    }
  },
}

/**
 * *D'accord*: one word. What nobody declines counts already; the notice holds the yes, beyond which
 * more is asked anew.
 */
const accept: Command<Words> = {
  name: 'acceptPart',
  path: `${PART}/d-accord`,
  who: 'neighbour',
  byTicket: 'd-accord',
  sentOnce: true,
  decide: (input, read, at, words): Decision => {
    const part = partIn(input, read, at)
    if ('refused' in part) return part
    const told = saidInEach(part, words.part.accepted(part.amount), { read, at, words }, false)
    if (told.length === 0) return { refused: say('notNow') }
    const drafts = told.flatMap(one => one.drafts)
    return {
      drafts: [judged(part, false), ...drafts.map(one => stillAsked(one, part))],
      letters: told.flatMap(({ letters }) => letters ?? []),
      ...nextTo(part, at),
      said: say('wordSaid'),
    }
  },
}

/**
 * Who says yes has read what was said before it, but for another amount: they read it where it does
 * not show yet, so it stays news of theirs.
 */
function stillAsked(one: Draft, { threads, notice, amount }: PartAnswered): Draft {
  const whole = threads.find(({ row }) => row.id === one.record)
  const last = whole?.asks ?? whole?.takes
  const { unseen } = one.fields
  if (!whole || last === undefined || last === amount || !Array.isArray(unseen)) return one
  const own = whole.parties.findIndex(({ key }) => key === keyOfNotice(notice))
  return { ...one, fields: { ...one.fields, unseen: [...unseen, String(own)] } }
}

export const partCommands: readonly Command<Words>[] = [decline, keepAfterAll, accept]
