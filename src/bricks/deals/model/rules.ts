import { may, type Role } from '../../../contract/permission.ts'
import { fold } from '../../../core/letters/words.ts'

/**
 * How a thread goes: words alone, then an arrangement: proposed → agreed → done or fallen through;
 * done, and told only when everybody in it says so. Either of its people ends the conversation.
 *
 * Source  the issue *Neighbours*: what was agreed is a deal; done, with agreement, it becomes a
 *         line of *Ça s'est fait*. A thank-you, no stars, no likes: nothing here counts a person.
 */
export type State = 'talking' | 'proposed' | 'agreed' | 'done' | 'fallen' | 'ended'
/** In the order in which a deal goes. */
export const STATES: readonly State[] = ['talking', 'proposed', 'agreed', 'done', 'fallen', 'ended']
/** Whether something of it waits for somebody. */
export const isUnderWay = (state: string | null): boolean =>
  state === 'talking' || state === 'proposed' || state === 'agreed'
/**
 * Why it fell through where it was asked: somebody else has it, there is nothing to ask for, too
 * many wait, or it was taken back; `ended`: its other side is here no more; `refused`: the keeper
 * did not keep the part by which it began.
 */
export const END_REASONS = ['taken', 'gone', 'full', 'takenBack', 'ended', 'refused'] as const
export type DealEndReason = (typeof END_REASONS)[number]
export const whyOf = (text: string | null): DealEndReason | null =>
  END_REASONS.find(known => known === text) ?? null
/** The keeper ended it for good: its page gives no reason, as of any that is over. */
export const STOPPED = 'stopped'
/**
 * `other`: yes, at another moment: who said yes to the first is asked again · `propose`: a time and
 * a place, where nothing is proposed · `back`: their last word was taken back, said here alone ·
 * `word`: a sentence · `late`: *je suis en retard* · `end`: the conversation is closed · `insult`:
 * the keeper is told of one word.
 */
export type Says =
  | ('yes' | 'other' | 'no' | 'done' | 'not' | 'tell' | 'keep' | 'back')
  | ('word' | 'late' | 'propose' | 'end' | 'insult')
/** What a letter of `says` and `told` may say: boxes of every age read these. */
export const SAYS: readonly Says[] = ['yes', 'other', 'no', 'done', 'not', 'tell', 'keep']
/** What a letter of words may say too; `back` never leaves its box. */
export const TRAVELS: readonly Says[] = [...SAYS, 'word', 'late', 'propose', 'end', 'insult']
/** What moves nothing: words beside the arrangement. */
const WORDS_ALONE: ReadonlySet<Says> = new Set(['word', 'late', 'insult'])
export const isWordAlone = ({ says }: Pick<PartyStatement, 'says'>): boolean =>
  WORDS_ALONE.has(says)
/** Whether an act asks a moment: a first one, or another. A first yes may ask one too. */
export const isProposing = ({ says }: Pick<PartyStatement, 'says'>): boolean =>
  says === 'propose' || says === 'other'

/**
 * One of those who make the deal. `key`: the member's id, or `keyOfName` of somebody whom this box
 * does not know. `relays`: members who wrote for them, none once they spoke for themselves. `away`:
 * somebody of another box, as that one is called here: they speak by its letters. `ticket`: the
 * record whose ticket somebody without a card holds: they speak by it. `sent`: what the ticket of
 * their own notice holds, of somebody who sent it without a card: they speak by it too, and the
 * keeper for them until they do. `spoke`: they said something here themselves, by card or ticket.
 * `keyed`: somebody wrote for them, their notice or an act. `handed`: what is asked of the holder
 * of a ticket was handed over to them on paper; `handedWord`: so was the last word of the thread.
 * `noScreen`: a member who never came by a card. `through`: the relay by whom they are reached, who
 * writes for them in this thread.
 */
export type Party = Readonly<{
  key: string
  member: string | null
  name: string
  relays: readonly string[]
  away?: string
  ticket?: string
  sent?: string
  spoke?: true
  keyed?: true
  handed?: true
  handedWord?: true
  noScreen?: true
  through?: string
}>
/** The key of whoever makes a deal from another box. */
export const AWAY = '@'
/** What a party said, oldest first in a list. */
export type PartyStatement = Readonly<{
  key: string
  says: Says
  named: boolean
  thanks: string | null
  story?: string | null
}>
/** Who acts or reads. `ticket`: the record whose ticket they hold. */
export type Actor = Readonly<{ by: Role; me?: string; ticket?: string }>

export const keyOfName = (name: string): string => `:${fold(name).trim()}`

/** Whether that party is the holder of this ticket. */
export const isHeldBy = ({ ticket, sent }: Party, held: string | undefined): boolean =>
  held !== undefined && (ticket === held || sent === held)

/** Whether that party is this person: by their card, or by their ticket. */
export const isReader = (party: Party, { me, ticket }: Actor): boolean =>
  (party.member !== null && party.member === me) || isHeldBy(party, ticket)

/**
 * Whether this person may answer for that party.
 *
 * Law     nobody but the party, or the relay who writes for them; for somebody of another box,
 *         nobody here. The keeper notes the answer of who has no voice here (`isNoted`).
 */
export function speaksFor({ by, me, ticket }: Actor, party: Party): boolean {
  if (party.away !== undefined) return false
  if (ticket !== undefined) return isHeldBy(party, ticket)
  if (may(by, 'keep') === 'yes') return isNoted(party)
  if (me === undefined || may(by, 'change') === 'no') return false
  return party.member === me || (may(by, 'speakFor') === 'yes' && party.relays.includes(me))
}

/** What an act says of who notes what somebody else said to them by voice (record 0072). */
export const heardBy = (who: Actor, party: Party): Readonly<{ saidBy?: 'caller' }> =>
  who.by === 'keeper' || speaksFor(who, party) ? {} : { saidBy: 'caller' }

/**
 * Whether the keeper notes the answer of that party (record 0066).
 *
 * Law     never of who said something here themselves, by card or ticket, but to a paper that was
 *         handed over to them; nor of a member for whom nobody wrote anything.
 */
const isNoted = ({ member, ticket, spoke, keyed, handed }: Party): boolean =>
  handed === true || (!spoke && ticket === undefined && (member === null || keyed === true))

/**
 * A party for whom the keeper speaks: this box does not know them, or the keeper wrote for them and
 * they never came by a card; no ticket of theirs said anything in the thread, and no relay writes
 * for them.
 */
export const isForKeeper = (party: Party): boolean =>
  (party.member === null || isCarriedMember(party)) &&
  party.relays.length === 0 &&
  party.away === undefined &&
  party.ticket === undefined &&
  !party.spoke
const isCarriedMember = ({ noScreen, keyed }: Party): boolean => noScreen === true && keyed === true

/** Whether they sent their notice without a card, and said something by its ticket. */
export const spokeByTicket = ({ sent, spoke }: Party): boolean =>
  sent !== undefined && spoke === true

/**
 * Whether this person says words in the name of that party.
 *
 * Law     The keeper speaks only for who has nobody else.
 */
export const talksFor = (who: Actor, party: Party): boolean =>
  speaksFor(who, party) && (who.by !== 'keeper' || isForKeeper(party))
/**
 * Whether the keeper notes what that party answered to a word on paper: by a word, and nothing
 * else.
 */
export const notesWordOf = ({ by, ticket }: Actor, party: Party): boolean =>
  ticket === undefined && may(by, 'keep') === 'yes' && party.handedWord === true

/**
 * Whether this person reads the words of a thread.
 *
 * Law     Its people, a relay who writes for one of them, the holder of its ticket; the keeper only
 *         where somebody has nobody else to read to them.
 */
export const readsWords = (who: Actor, parties: readonly Party[]): boolean =>
  parties.some(party => talksFor(who, party))
/** Whether a word may still be said: until one of the two ends the conversation. */
export const mayTalk = (said: readonly PartyStatement[]): boolean =>
  !said.some(({ says }) => says === 'end')

/**
 * What a party may say next, in the order of the buttons. Where another moment is asked instead of
 * the agreed one, a no keeps that one, and `not` calls all of it off.
 */
export function possible(
  state: State,
  parties: readonly Party[],
  said: readonly PartyStatement[],
  key: string,
): readonly Says[] {
  if (state === 'talking' || state === 'fallen') return ['propose']
  if (state === 'proposed') {
    const answers: readonly Says[] = agrees(said, key) ? ['no'] : ['yes', 'other', 'no']
    return beforeMove(parties, said) ? [...answers, 'not'] : answers
  }
  if (state === 'agreed') return ['done', 'not', 'other']
  if (state !== 'done') return []
  if (isTellingThis(said, key)) return ['keep']
  return saysDone(said, key) ? ['tell', 'keep'] : ['done', 'not', 'tell', 'keep']
}

/** Whether the yes of a party is awaited: something is proposed, and it did not agree to it. */
export const isAskedOf = (
  { state, said }: Readonly<{ state: State; said: readonly PartyStatement[] }>,
  { key }: Pick<Party, 'key'>,
): boolean => state === 'proposed' && !agrees(said, key)

/** Whether a party said that it is done: by that word, or by letting it be told. */
export const saysDone = (said: readonly PartyStatement[], key: string): boolean =>
  said.findLast(one => one.key === key && OF_DONE.has(one.says))?.says !== 'not' &&
  said.some(one => one.key === key && (one.says === 'done' || one.says === 'tell'))
const OF_DONE: ReadonlySet<Says> = new Set(['done', 'not', 'tell'])

/**
 * Where the deal stands once this was said.
 *
 * Law     agreed at the last yes and not before; another moment than the agreed one is agreed
 *         again, or the agreed one stands. Only a new proposal moves what fell through. A word
 *         moves nothing; nothing moves what was ended. One act says that it is done; the no of
 *         somebody who did not say so makes it agreed again.
 */
export function moved(
  state: State,
  parties: readonly Party[],
  said: readonly PartyStatement[],
  one: PartyStatement,
): State {
  // What was done stays done: it may be told, or no longer.
  if (one.says === 'end') return state === 'done' ? state : 'ended'
  if (!possible(state, parties, said, one.key).includes(one.says)) return state
  if (isProposing(one)) return 'proposed'
  if (one.says === 'not' && state === 'done') return 'agreed'
  if (one.says === 'no' && beforeMove(parties, said) !== undefined) return 'agreed'
  if (one.says === 'no' || one.says === 'not') return 'fallen'
  if (one.says === 'done') return 'done'
  const all = [...said, one]
  return one.says === 'yes' && parties.every(({ key }) => agrees(all, key)) ? 'agreed' : state
}

/**
 * What was said before another moment than the agreed one was asked, while not all said yes to
 * that one: a no leaves what was agreed then. Undefined where no such moment is asked.
 */
export function beforeMove<T extends PartyStatement>(
  parties: readonly Pick<Party, 'key'>[],
  said: readonly T[],
): readonly T[] | undefined {
  let before = withoutMovesBack(parties, said)
  const isAgreed = (by: readonly T[]): boolean => parties.every(({ key }) => agrees(by, key))
  if (isAgreed(before)) return undefined
  // Each may ask another one in turn.
  while (!isAgreed(before)) {
    const at = before.findLastIndex(isProposing)
    if (before[at]?.says !== 'other') return undefined
    before = before.slice(0, at)
  }
  return before
}
/** Without the moments that were asked instead of an agreed one, and to which the answer was no. */
export function withoutMovesBack<T extends PartyStatement>(
  parties: readonly Pick<Party, 'key'>[],
  said: readonly T[],
): readonly T[] {
  const kept: T[] = []
  for (const one of said) {
    const before = one.says === 'no' ? beforeMove(parties, kept) : undefined
    if (before) kept.splice(before.length)
    else kept.push(one)
  }
  return kept
}

/**
 * Whether all had said yes to a meeting when it was called off, or ended: to the moment that stood,
 * or to one instead of which another was asked. What was proposed and refused was never agreed; of
 * somebody who is here no more, the acts say nothing.
 */
export function wasAgreed(
  parties: readonly Pick<Party, 'key'>[],
  said: readonly PartyStatement[],
): boolean {
  if (parties.length < 2) return false
  const end = said.findLastIndex(({ says }) => says === 'no' || says === 'not' || says === 'end')
  const isEnded = end > said.findLastIndex(isProposing)
  const stood = withoutMovesBack(parties, isEnded ? said.slice(0, end) : said)
  return parties.every(({ key }) => agrees(stood, key)) || beforeMove(parties, stood) !== undefined
}
/**
 * Said yes to what stands now: a yes to another moment than the one now proposed is worth nothing.
 */
function agrees(said: readonly PartyStatement[], key: string): boolean {
  const since = Math.max(0, said.findLastIndex(isProposing))
  return said.slice(since).some(one => one.key === key && AGREEING.has(one.says))
}
const AGREEING: ReadonlySet<Says> = new Set(['yes', 'other', 'propose'])

/**
 * How what fell through ended, and by whom: refused, taken back by who had proposed it, or agreed
 * and not done. Undefined where nobody here said so.
 */
export type End = Readonly<{ is: 'refused' | 'takenBack' | 'failed'; key: string }>
export function endOf(said: readonly PartyStatement[]): End | undefined {
  const at = said.findLastIndex(({ says }) => says === 'no' || says === 'not')
  const last = said[at]
  if (!last) return undefined
  if (last.says === 'not') return { is: 'failed', key: last.key }
  return {
    is:
      last.key === proposerOf(said) && agrees(said.slice(0, at), last.key)
        ? 'takenBack'
        : 'refused',
    key: last.key,
  }
}
/** Who proposed what stands: the first yes is a proposal too. */
const proposerOf = (said: readonly PartyStatement[]): string | undefined =>
  (said.findLast(({ says }) => says === 'propose') ?? said[0])?.key

/** What was last proposed: a moment, or the first yes. */
export const proposedNow = <T extends PartyStatement>(said: readonly T[]): T | undefined =>
  said.findLast(isProposing) ?? said.find(({ says }) => says === 'yes')

/** What cancels what was agreed: not the no to *c’est fait*, which says that it is not done yet. */
export function isCancelling<T extends PartyStatement>(said: readonly T[], one: T): boolean {
  const moves = said.slice(0, said.indexOf(one)).filter(act => !isWordAlone(act))
  return one.says === 'not' && moves.at(-1)?.says !== 'done'
}

/** What may be taken back, by whoever said it, while nothing was said after it. */
export type TakeBackState = 'yes' | 'no' | 'not' | 'done' | 'other'
/**
 * What closed a deal, made it agreed, or said that it is done, while nothing was said after it;
 * where the deal stands without it.
 */
export function takenBackBy(
  state: State,
  parties: readonly Party[],
  said: readonly PartyStatement[],
): Readonly<{ key: string; at: number; state: State; undid: TakeBackState }> | undefined {
  // A word that follows changes nothing of it.
  const at = said.findLastIndex(one => !isWordAlone(one))
  const last = said[at]
  if (!last) return undefined
  const { key, says: undid } = last
  if ((state === 'fallen' && undid === 'no') || (state === 'agreed' && undid === 'yes'))
    return { key, at, state: 'proposed', undid }
  if (state === 'fallen' && undid === 'not') {
    const isMoving = beforeMove(parties, said.slice(0, at)) !== undefined
    return { key, at, state: isMoving ? 'proposed' : 'agreed', undid }
  }
  if (state === 'done' && undid === 'done')
    return { key, at, state: isSaidDone(said.slice(0, at)) ? 'done' : 'agreed', undid }
  return undefined
}
/** Whether somebody said that it is done, and nobody said since that it is not. */
const isSaidDone = (said: readonly PartyStatement[]): boolean =>
  said.findLastIndex(({ says }) => says === 'done') >
  said.findLastIndex(({ says }) => says === 'not')

/**
 * What goes to one person: once it is agreed with somebody, nobody else is told yes. A loan, a ride
 * or a hand may be many people's.
 */
const ONCE: ReadonlySet<string> = new Set(['give', 'sell', 'exchange', 'barter'])
export const goesOnce = (mode: string | null): boolean => mode !== null && ONCE.has(mode)

/** The last thing that a party said of telling; undefined when they said nothing of it. */
const lastOfTelling = (said: readonly PartyStatement[], key: string): PartyStatement | undefined =>
  said.findLast(one => one.key === key && (one.says === 'tell' || one.says === 'keep'))
/** Whether a party said that it may be told, or that it may not. */
export const hasSaidOfTelling = (said: readonly PartyStatement[], key: string): boolean =>
  lastOfTelling(said, key) !== undefined
export const isTelling = (said: readonly PartyStatement[], key: string): boolean =>
  lastOfTelling(said, key)?.says === 'tell'
/** Whether a party may be told, under their name. */
export const isTellingNamed = (said: readonly PartyStatement[], key: string): boolean => {
  const last = lastOfTelling(said, key)
  return last?.says === 'tell' && last.named === true
}
/** A party's thank-you, as they last wrote it. */
export const thanksOf = (said: readonly PartyStatement[], key: string): string | null =>
  lastOfTelling(said, key)?.thanks ?? null

/** The sentence that would be told, as it was last written; undefined while nobody wrote one. */
export const storyOf = (said: readonly PartyStatement[]): string | undefined =>
  said[storyAt(said)]?.story ?? undefined
const storyAt = (said: readonly PartyStatement[]): number =>
  said.findLastIndex(one => one.says === 'tell' && (one.story ?? null) !== null)
/** Whether a party's yes is to the sentence that would be told now. */
export const isTellingThis = (said: readonly PartyStatement[], key: string): boolean =>
  isTelling(said, key) && said.lastIndexOf(lastOfTelling(said, key)!) >= storyAt(said)

/**
 * Law     never told without everybody's yes to the very sentence, and one who takes it back is
 *         enough. Who left took theirs back: one alone tells nothing.
 */
export const isToBeTold = (parties: readonly Party[], said: readonly PartyStatement[]): boolean =>
  parties.length > 1 && parties.every(({ key }) => isTellingThis(said, key))

/** A figure under three would tell of somebody. */
const FEWEST = 3
export const isManyEnough = (count: number): boolean => count >= FEWEST
