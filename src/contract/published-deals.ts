import type { Lang } from '../core/lang.ts'
import type { Role } from './permission.ts'
import type { NoticeSeen, RideStanding } from './published.ts'

/** What the threads of two people tell other bricks: by the law of `Published`, one brick does. */
export interface PublishedByDeals {
  /** Of these words to hand over, those that are also read in a thread. */
  saidInThreads: (words: readonly string[]) => readonly string[]
  /** Of these words to hand over, those after which nobody said anything in their thread. */
  lastInThreads: (words: readonly string[]) => readonly string[]
  /**
   * Where the threads stand in which these words to hand over were said, by the word, as whoever
   * hands them over may read it.
   */
  slipThreads: (
    words: readonly SlipAbout[],
    who: Readonly<{ by: Role; me?: string; today: string }>,
  ) => ReadonlyMap<string, SlipThread>
  /**
   * What is agreed, or proposed, for the people to whom this relay or keeper reads their threads:
   * those whose day is not past, the oldest first.
   */
  threadsFor: (who: Readonly<{ by: Role; me?: string; today: string }>) => readonly StandingThread[]
  /**
   * Who reads a word to the person of a notice beside them, to hand it over: the name of a
   * relay; empty for the keeper. Undefined where nobody does.
   */
  handsWordsTo: (notice: string) => string | undefined
  /**
   * The moments of a notice that somebody may propose at once: the next days of a ride, then each
   * of them. None where its moment is to be agreed. `also`: the notice that it meets, so that the
   * moments are those of both.
   */
  momentsOf: (
    notice: string,
    of: Readonly<{ today: string; lang: Lang; also?: string | undefined }>,
  ) => readonly MomentOpen[]
  /** The address of the thread of this member about a notice, while nobody ended it. */
  threadOf: (notice: string, member: string) => string | undefined
  /**
   * The addresses of the threads in which these answers to a notice were said, by the answer: how
   * much somebody takes of it. An answer that was said in none is left out.
   */
  partThreads: (responses: readonly string[]) => ReadonlyMap<string, string>
  /** Of these answers, those to which the person of the notice said something in their thread. */
  partsAnswered: (responses: readonly string[]) => ReadonlyMap<string, PartReply>
  /**
   * What a form that answers one of these parts of a notice carries, by the part: its value says
   * what the page shows, so that the answer is to that alone.
   */
  partsShown: (notice: string, responses: readonly string[]) => ReadonlyMap<string, string>
  /** A deal that is agreed or done, with its people. */
  dealAgreed: (deal: string) => DealAgreed | undefined
  /**
   * The notices of each thing that was agreed or done here, whole, by one or two: without people,
   * parts, or what another box decides. The newest few hundred.
   */
  noticesArranged: () => readonly (readonly string[])[]
  /**
   * What was agreed here about these notices, and holds or was done: their moments, no names.
   * `but`: a deal that is left out.
   */
  momentsAgreed: (notices: readonly string[], but?: string) => readonly MomentAgreed[]
  /** The deals of a member, their answers and their deeds: each is a record of theirs. */
  dealingsOf: (member: string) => readonly Readonly<{ type: string; id: string }>[]
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
}

/** Where a part stands that its notice's person answered; `handedOver`: *c'est fait* was said. */
export type PartReply = 'answered' | 'handedOver'
/** A word to hand over, and the record that it is about. */
export type SlipAbout = Readonly<{ id: string; about: string }>
/**
 * A thread as whoever hands words over may read it now.
 *
 * Shape   `title`: what it is about; null once its notice is off the page · `moment`: when and
 *         where, proposed or agreed, in the words of its people; null where none stands, or who
 *         reads may not read it · `ride`: what its ride says now otherwise · `isAsked`: a yes or a
 *         no is awaited of whom this is for · `counts`: see `MeetingCounts`.
 */
export type ThreadNow = Readonly<{
  path: string
  title: string | null
  state: DealKept['state']
  moment: string | null
  ride: RideStanding | undefined
  isAsked: boolean
  counts: MeetingCounts
}>
/**
 * Whether people count on the meeting of a thread: it is agreed, asked at another moment, or off.
 * `today`: it is, or was, for today. Undefined where nothing was agreed, and once its day is past.
 */
export type MeetingCounts = 'today' | 'later' | undefined
/**
 * The thread of a word to hand over: the word keeps nothing of it. `isNoted`: whoever hands it over
 * may write the answer down, at `path`. `isLatest`: nothing moved since that word. `isLast`: nobody
 * said anything since.
 */
export type SlipThread = ThreadNow &
  Readonly<{ isNoted: boolean; isLatest: boolean; isLast: boolean }>
/**
 * A thread for somebody without a screen: a member, or a name. `forWhom`: as a slip to them says
 * it. `others`: names of the others.
 */
export type StandingThread = ThreadNow &
  Readonly<{
    whom: Readonly<{ member: string | null; name: string; forWhom: string }>
    others: readonly string[]
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
