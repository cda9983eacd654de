import type { EventDate } from '../core/calendar/event-dates.ts'
import type { MomentAgreed, PublishedByDeals } from './published-deals.ts'
import type { Reader } from './reader.ts'

/**
 * Every *published read*: a function by which one brick tells others a fact (who keeps the page,
 * how a member is reached), since no brick imports another nor reads its tables. A brick that asks
 * names the read in `reads` (brick.ts), and calls it through `read.published`.
 *
 * Law     One brick publishes a read; a house without that brick has no such read. A reader asks
 *         with `?.` and copes without.
 */
export interface Published extends PublishedByDeals {
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
  /** Of these members, those who are reached through a relay, with that relay. */
  relaysFor: (members: readonly string[]) => ReadonlyMap<string, MemberRelay>
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
  /**
   * What these records of notices ever said of their person, in this box and on the page, off it
   * too: only to take back what they wrote.
   */
  noticesCalled: (notices: readonly string[]) => readonly NoticeCalled[]
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
   * The days of one ride, on offer or wanted, between two days: none while its day is to be agreed.
   * Undefined for no ride, and for one that is over.
   */
  rideDriven: (notice: string, from: string, to: string) => OneRide | undefined
  /**
   * What the notice of a ride on offer says now otherwise than when these words were said: an hour
   * that people agreed otherwise than the notice is theirs. Undefined where nothing changed, where
   * their days are past, and for no ride. Without `today`: past days count, and the rests of what
   * comes back do not.
   */
  rideNow: (notice: string, agreed: RideAgreed, today?: string) => RideNow | undefined
  /**
   * Which hour of a ride these words say, as its notice said it when they were said: that of the
   * way there, or else of the way back. Words without an hour leave it to the notice, as the way
   * there. Undefined of another hour.
   */
  rideHourOf: (
    notice: string,
    agreed: Pick<RideAgreed, 'when' | 'since'>,
  ) => 'there' | 'back' | undefined
  /**
   * The days that the words of an agreement name, in no order; undefined where they name none, or
   * not for sure. `on`: the day on which they were said, `time`: the hour, before which an hour of
   * that day of the week is next week’s.
   */
  momentDays: (
    agreed: Pick<MomentAgreed, 'when' | 'on'> & Readonly<{ time?: string }>,
  ) => readonly string[] | undefined
  /** Whether the seats that are left of the rides on offer among these notices are too few. */
  rideFull: (asked: SeatsAsked) => 'all' | 'some' | undefined
  /**
   * Of the ride on offer among these notices, how many seats are taken with what is asked, on the
   * day when most are. Undefined where there are enough.
   */
  rideOver: (asked: SeatsAsked) => Readonly<{ taken: number; all: number }> | undefined
  /** Where the person of a notice said that they are found, to be handed a word. */
  foundAtOf: (notice: string) => string | undefined
  /**
   * The dates of an event between two days, cancelled ones included, `most` at most. Without `to`:
   * the next ones.
   */
  eventDates: (
    event: string,
    days: Readonly<{ from: string; to?: string }>,
    most: number,
  ) => readonly EventDate[]
  /**
   * What takes place at a place of the directory between two days, both included, in order, `most`
   * at most. What is cancelled, or was moved elsewhere, is not there.
   */
  datesAt: (
    place: string,
    days: Readonly<{ from: string; to: string }>,
    most: number,
  ) => readonly DateAt[]
  /** Of these notices, those of which somebody takes or brings some, with what is left of them. */
  partsTaken: (notices: readonly string[]) => ReadonlyMap<string, PartsTaken>
  /**
   * How much is left of a notice that says an amount, or is missing, in its own unit; null where
   * its words can't be counted; undefined where it says none.
   */
  amountLeft: (notice: string) => number | null | undefined
  /** Of the answers to an event, a post or an idea, those that wait for a seat, by their ids. */
  answersWaiting: (about: string, today: string) => readonly string[]
  /**
   * The things of which none is left at a moment, or that are late. Units: milliseconds since 1970.
   */
  thingsTaken: (now: number) => ReadonlySet<string>
  /** The things that a member lends whose page says who looks after it, or how to reach them. */
  thingsTelling: (member: string) => readonly string[]
  /** The kits that are lent, with the pieces that are there: what somebody may pack from. */
  kitsToPack: () => readonly KitToPack[]
  /** Of these answers, those to a date that takes place and changed since they were told of it. */
  answersAsked: (answers: readonly string[]) => ReadonlySet<string>
  /** What became of the things said at these meetings, as of a day. */
  saidThen: (meetings: readonly string[], today: string) => ReadonlyMap<string, SaidThen>
}

/** A date of the agenda, as it stands. `lastDay`: the day on which it ends. */
export type DateAt = Readonly<{
  event: string
  title: string
  day: string
  lastDay: string
  startsAt: string | null
  endsAt: string | null
}>

/** A kit: its packing list, without the pieces that are missing. */
export type KitToPack = Readonly<{ id: string; title: string; pieces: readonly string[] }>

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
/**
 * `keyedBy`: the relay who welcomed the member. `hasCome`: they came by a card or a phrase; who
 * never did reads on no screen.
 */
export type MemberKnown = MemberNamed & Readonly<{ keyedBy: string | null; hasCome: boolean }>
/** A relay: the record that is shown, and the member who they are. */
export type MemberRelay = Readonly<{ relay: string; member: string }>
/**
 * How a member is reached as a rule. `phone` is present only when the member agreed to show it.
 * `word` stands for every way that must not be said.
 */
export type UsualWay = Readonly<{
  reachBy: 'phone' | 'relay' | 'word'
  phone?: string
  relay?: string
}>
/** Their name, or how they are reached, of a notice of any time. */
export type NoticeCalled = Readonly<{ field: 'who' | 'reach'; said: string }>
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
  /**
   * The ids of the answers, by which somebody takes some of it, that its person declined; of a
   * raise alone, its id (`part-raised.ts`).
   */
  partsDeclined: readonly string[]
  /** The ids of those to which they said yes, and of each raise of one (`part-raised.ts`). */
  partsAgreed: readonly string[]
  /** The keeper typed it for its person. */
  isKeyedByKeeper: boolean
}>
/**
 * How much of a notice is taken. `people`: how many take some; `left`: in its own unit, what waits
 * for the keeper left out; null where its words can't be counted.
 */
export type PartsTaken = Readonly<{ people: number; left: number | null }>
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
/** One ride. `isOffered`: its driver wrote the notice. */
export type OneRide = RideDriven & Readonly<{ isOffered: boolean }>
/**
 * The moment of a ride that people agreed.
 *
 * Units   milliseconds since 1970: `since`, when it was proposed; `driverSaid`, when its driver
 *         said something to the other last.
 */
export type RideAgreed = Pick<MomentAgreed, 'when' | 'on'> &
  Readonly<{ since: number; driverSaid: number }>
/**
 * A ride as its notice says it now: each piece null, or empty, where it says what was agreed.
 *
 * Shape   `isOver`: its notice was closed or taken off, and its driver said nothing since; of the
 *         other pieces the last hour alone is said. `isAsked`: so, or it rests now on all days that
 *         were agreed: whether it is driven all the same, its driver has to say.
 *         `at`: its hour; of who agreed on the hour of the way back, `isBack`, that one.
 *         `noticeAt`: its hour, where people agreed on an hour that the notice never said: theirs
 *         holds, and `at` is null.
 * Units   `at`, `noticeAt`: `09:00`. `day`: that of a ride that is driven once, `2026-12-08`.
 *         `recurs`: a recurrence rule. `rests`: days that were agreed, on which it is not driven.
 */
export type RideNow = Readonly<{
  isOver: boolean
  isAsked: boolean
  at: string | null
  isBack: boolean
  noticeAt: string | null
  day: string | null
  recurs: string | null
  rests: readonly string[]
}>
/**
 * The same beside a moment of a thread. `isAgreed`: that moment is agreed, else proposed. `stands`:
 * the agreed one, in its words, while another one is asked instead.
 */
export type RideStanding = RideNow & Readonly<{ isAgreed: boolean; stands: string | null }>
/**
 * Seats of rides that are asked for. `about`: the notices. `when`: in words. `on`: the day on which
 * they were said. `but`: the deal that asks, whose own seats are free for it.
 */
export type SeatsAsked = Readonly<{
  about: readonly string[]
  when: string | null
  on: string
  but?: string
}>
/**
 * How many of the things said at a meeting are done, under way, decided, to do, to come, open,
 * or closed without more. `kept`: words that ask for nothing.
 */
export type SaidThen = Readonly<
  Record<'done' | 'going' | 'decided' | 'todo' | 'coming' | 'open' | 'over' | 'kept', number>
>
