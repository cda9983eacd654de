import type { EventDate } from '../core/calendar/event-dates.ts'
import type { Lang } from '../core/lang.ts'
import type { Reader } from './reader.ts'

/**
 * Every *published read*: a function by which one brick tells others a fact (who keeps the page,
 * how a member is reached), since no brick imports another nor reads its tables. A brick that asks
 * names the read in `reads` (brick.ts), and calls it through `read.published`.
 *
 * Law     One brick publishes a read; a house without that brick has no such read. A reader asks
 *         with `?.` and copes without.
 */
export interface Published {
  /** The keeper of the page. Undefined before anybody filled it in. */
  keeper: () => Keeper | undefined
  /** The INSEE codes of the territory's communes, in its order. */
  communesHere: () => readonly string[]
  /** The themes to choose from, by their names. */
  themesListed: () => readonly Readonly<{ id: string; title: string }>[]
  /**
   * The name of a member who is here. Empty for a member who left or whom the box does not know.
   */
  memberName: (member: string) => string
  /**
   * One member of this box, or all of them in the order of names. A reader uses them to recognise
   * names, and shows none.
   */
  memberKnown: (member: string) => MemberKnown | undefined
  membersKnown: () => readonly MemberKnown[]
  /**
   * The members in whose name this relay (a member who passes words on) may write. `relay`
   * undefined: the keeper asks, who may write for all.
   */
  spokenForBy: (relay: string | undefined) => readonly MemberPlaced[]
  /** How a member is reached as a rule. Undefined for a member of whom nothing is kept. */
  usualWay: (member: string) => UsualWay | undefined
  /** The INSEE code of the commune that this box keeps of a member. */
  memberCommune: (member: string) => string | undefined
  /** The telephone by which this box knows a member. */
  memberPhone: (member: string) => string | undefined
  /** The member who hands over the words left with this relay. */
  carrierOf: (relay: string) => string | undefined
  /** Of these words to hand over, those that were, with the day and the name of who did. */
  slipsHanded: (words: readonly string[]) => readonly SlipHanded[]
  /** A notice of the page, with its author, who is known in this box alone. */
  noticeSeen: (notice: string) => NoticeSeen | undefined
  /** Those of these notices that are on the page, in no order. */
  noticesSeen: (notices: readonly string[]) => readonly NoticeSeen[]
  /** Whether a notice stands that only people who hold a card read. */
  standsByCard: (notice: string) => boolean
  /** First names on the notices of the page that stand today, the newest, in their order. */
  noticeNames: (today: string) => readonly string[]
  /** The notices of a member, on the page or taken off it, newest first. */
  noticesOf: (member: string) => readonly NoticeKept[]
  /**
   * The notices whose person is reached through this relay: each says the relay's name, place and
   * hours.
   */
  noticesThrough: (
    relay: string,
  ) => readonly Readonly<{ type: string; id: string; space?: 'home' }>[]
  /** The rides on offer that are driven between two days, both included, in no order. */
  ridesDriven: (from: string, to: string) => readonly RideDriven[]
  /**
   * What the notice of a ride on offer says now otherwise than these words that people agreed.
   * Undefined where it differs in nothing, where their days are past, and for no ride. Without
   * `today`: past days count, and the rests of what comes back do not.
   */
  rideNow: (
    notice: string,
    agreed: Pick<MomentAgreed, 'when' | 'on'>,
    today?: string,
  ) => RideNow | undefined
  /** Whether the seats that are left of the rides on offer among these notices are too few. */
  rideFull: (asked: SeatsAsked) => 'all' | 'some' | undefined
  /** Where the person of a notice said that they are found, to be handed a word. */
  foundAtOf: (notice: string) => string | undefined
  /** Of these words to hand over, those that are also read in a thread. */
  saidInThreads: (words: readonly string[]) => readonly string[]
  /**
   * Who reads a word to the person of a notice beside them, to hand it over: the name of a
   * relay; empty for the keeper. Undefined where nobody does.
   */
  handsWordsTo: (notice: string) => string | undefined
  /**
   * The moments of a notice that somebody may propose at once: the next days of a ride, then each
   * of them. None where its moment is to be agreed.
   */
  momentsOf: (notice: string, of: Readonly<{ today: string; lang: Lang }>) => readonly MomentOpen[]
  /** The address of the thread of this member about a notice, while nobody ended it. */
  threadOf: (notice: string, member: string) => string | undefined
  /**
   * The addresses of the threads in which these answers to a notice were said, by the answer: how
   * much somebody takes of it. An answer that was said in none is left out.
   */
  partThreads: (responses: readonly string[]) => ReadonlyMap<string, string>
  /** A deal that is agreed or done, with its people. */
  dealAgreed: (deal: string) => DealAgreed | undefined
  /** What was agreed here about these notices, and holds or was done: their moments, no names. */
  momentsAgreed: (notices: readonly string[]) => readonly MomentAgreed[]
  /** The deals of a member, their answers and their deeds: each is a record of theirs. */
  dealingsOf: (member: string) => readonly Readonly<{ type: string; id: string }>[]
  /**
   * The dates of an event between two days, cancelled ones included, `most` at most. Without `to`:
   * the next ones.
   */
  eventDates: (
    event: string,
    days: Readonly<{ from: string; to?: string }>,
    most: number,
  ) => readonly EventDate[]
  /** Of the answers to an event, a post or an idea, those that wait for a seat, by their ids. */
  answersWaiting: (about: string, today: string) => readonly string[]
  /** The number of a member's deals that are proposed or agreed. */
  openDealsOf: (member: string) => number
  /**
   * The deals that the page may tell, by the last word of this member. `told`: the page tells it.
   */
  dealsTelling: (member: string) => readonly Readonly<{ deal: string; told: boolean }>[]
  /**
   * The deeds that came from these notices, told on whatever box. A deed that would name somebody
   * who agreed to be told without their name is left out.
   */
  deedsOf: (notices: readonly string[]) => readonly NoticeDeed[]
  /** The notices that a deed came from, by the same rule. */
  noticesTold: (deed: string) => readonly string[]
  /** The deals about a notice, newest first. For the keeper’s pages only. */
  dealsAbout: (notice: string) => readonly DealKept[]
  /** What became of the things said at these meetings, as of a day. */
  saidThen: (meetings: readonly string[], today: string) => ReadonlyMap<string, SaidThen>
}

/** A function for each read that a brick publishes. `read` is the publishing brick's own reader. */
export type Publishes = {
  readonly [Name in keyof Published]?: (
    read: Reader,
    ...asked: Parameters<Published[Name]>
  ) => ReturnType<Published[Name]>
}

/** The published reads of a house: those of an absent brick are undefined. */
export type PublishedHere = Readonly<Partial<Published>>

/** The keeper’s name, and how to reach them. Empty strings where the territory says nothing. */
export type Keeper = Readonly<{ keptBy: string; reach: string }>
/** A member’s id and name. */
export type MemberNamed = Readonly<{ id: string; name: string }>
/** A member, with the commune that tells two of one name apart. */
export type MemberPlaced = MemberNamed & Readonly<{ commune: string | null }>
/** `keyedBy`: the relay who welcomed the member. */
export type MemberKnown = MemberNamed & Readonly<{ keyedBy: string | null }>
/**
 * How a member is reached as a rule. `phone` is present only when the member agreed to show it.
 * `word` stands for every way that must not be said.
 */
export type UsualWay = Readonly<{
  reachBy: 'phone' | 'relay' | 'word'
  phone?: string
  relay?: string
}>
/** A notice of the page. `author` and `keyedBy` are ids of members, known in this box alone. */
export type NoticeSeen = Readonly<{
  id: string
  type: 'offer' | 'need'
  title: string
  who: string | null
  commune: string | null
  mode: string | null
  reach: string | null
  relay: string | null
  /** How much there is, in its words. */
  amount: string | null
  isClosed: boolean
  /** It comes back each week or month: one time that is done does not end it. */
  comesBack: boolean
  /** Of a ride: its days, its hours and its way, as its neighbours say them. Null for no ride. */
  ride: string | null
  author: string | null
  keyedBy: string | null
  /** The keeper typed it for its person. */
  isKeyedByKeeper: boolean
}>
/**
 * A word that was handed over. `by`: the name of the relay; null for the keeper. `isRead`: its
 * person read it on a screen before anybody handed it over.
 */
export type SlipHanded = Readonly<{ id: string; on: string; by: string | null; isRead: boolean }>
/**
 * A notice, for its author.
 *
 * Shape   `isShown`: it is on the page today · `isWaiting`: the keeper has not read it yet ·
 *         `isHere`: it is read on this box's pages and not in the villages around · `why`: the
 *         keeper's words to its author when they took it off.
 */
export type NoticeKept = Readonly<{
  type: 'offer' | 'need'
  id: string
  title: string
  reach: string | null
  reachBy: string | null
  isShown: boolean
  isWaiting: boolean
  isHere: boolean
  /** Only people who hold a card read it. */
  isByCard: boolean
  why: string | null
}>
/**
 * A deal that is agreed or done. `parties` and `keyedBy` are ids of members; `names` are people
 * without a card.
 */
export type DealAgreed = Readonly<{
  what: string
  parties: readonly string[]
  names: readonly string[]
  keyedBy: readonly string[]
}>
/**
 * An agreement that the box of its notice decides, without its people. `about`: its notices.
 *
 * Shape   `when`: in the words of its people. `on`: the day on which they were proposed.
 */
export type MomentAgreed = Readonly<{
  about: readonly string[]
  when: string | null
  on: string
  state: 'agreed' | 'done'
}>
/**
 * A ride on offer and the days on which it is driven, of those that were asked.
 *
 * Units   `days`: `2026-12-03`, in their order. `at`: `08:00`; null when nobody said it.
 *         `recurs`: a recurrence rule; null of a ride that is driven once.
 */
export type RideDriven = Readonly<{
  notice: string
  days: readonly string[]
  at: string | null
  recurs: string | null
}>
/**
 * A ride as its notice says it now: each piece null, or empty, where it says what was agreed.
 *
 * Shape   `isOver`: its notice is closed, and no other piece is said.
 * Units   `at`: `09:00`. `day`: that of a ride that is driven once, `2026-12-08`. `recurs`: a
 *         recurrence rule. `rests`: days that were agreed, on which it is not driven.
 */
export type RideNow = Readonly<{
  isOver: boolean
  at: string | null
  day: string | null
  recurs: string | null
  rests: readonly string[]
}>
/**
 * Seats of rides that are asked for. `about`: the notices. `when`: in words. `on`: the day on which
 * they were said.
 */
export type SeatsAsked = Readonly<{ about: readonly string[]; when: string | null; on: string }>
/**
 * A moment to propose. `value`: all that it says, for a form. `said`: *jeudi 3 décembre, 8 h*.
 * `isFull`: others have its seats.
 */
export type MomentOpen = Readonly<{ value: string; said: string; isFull: boolean }>

/** A notice, and what was told of a deal about it. */
export type NoticeDeed = Readonly<{ notice: string; deed: string }>
/**
 * A deal that stays here. `who`: the names of its people. `on`: the day of its last word.
 * `notices`: those of the page that it is about.
 */
export type DealKept = Readonly<{
  path: string
  what: string
  state: 'talking' | 'proposed' | 'agreed' | 'done' | 'fallen' | 'ended'
  on: string | null
  who: readonly string[]
  notices: readonly Pick<NoticeSeen, 'id' | 'type' | 'title'>[]
}>
/**
 * How many of the things said at a meeting are done, under way, decided, to do, to come, open,
 * or closed without more. `kept`: words that ask for nothing.
 */
export type SaidThen = Readonly<
  Record<'done' | 'going' | 'decided' | 'todo' | 'coming' | 'open' | 'over' | 'kept', number>
>
