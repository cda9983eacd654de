import { line } from '../../core/form/typed.ts'

/**
 * Other boxes, as pages see them and as the keeper decides about them. `sync/trust/seen.ts`
 * describes each box here (`BoxSeen`); a command returns the keeper’s decision (`BoxDecided`), and
 * the engine stores it. A box’s name is its public key; five words of it are said aloud. A
 * *manifest* is the signed part of a bundle in which a box tells what it holds.
 */

/**
 * The relation of another box to this one.
 *
 * Shape   `paired`: the keeper here recognised it in person.
 *         `accepted`: a paired box introduced it, and the keeper here said yes.
 *         `introduced`: a paired box introduced it, and the keeper has not answered.
 *         `stranger`: it brought something, and nobody here knows it.
 */
export type KnownAs = 'paired' | 'accepted' | 'introduced' | 'stranger'

/** Whether the keeper here said yes to it. */
export const isTrusted = (known: KnownAs): boolean => known === 'paired' || known === 'accepted'
/** Whether this box believes it: the keeper said yes, and has not dismissed it since. */
export const isBelieved = ({
  known,
  isDismissed,
}: Pick<BoxSeen, 'known' | 'isDismissed'>): boolean => isTrusted(known) && !isDismissed

/**
 * The most boxes that one paired box introduces; later ones do not count. Source:
 * docs/wire-format.md, *System kinds*.
 */
export const MOST_INTRODUCED = 20
/** Units   characters. The longest name of a box; the rest is cut. */
export const LONGEST_CALLED = 200
/**
 * The name of a box, cleaned, from another box, an address or a keyboard.
 *
 * Law     The result is one line that a terminal and a page may show: no control character, no mark
 *         that turns the direction of text. It is empty when no letter of it would show.
 */
export const calledLine = (said: unknown): string =>
  typeof said === 'string'
    ? firstOf(line(firstOf(said, MOST_READ).replace(TURNS, '')), LONGEST_CALLED).trim()
    : ''
/** The first characters of a text, without half a character at the end. */
const firstOf = (text: string, most: number): string =>
  text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
/** Units   characters, invisible ones included. */
const MOST_READ = 5 * LONGEST_CALLED
/** Source  Unicode, UAX 9: the implicit marks; `line` takes out the explicit ones. */
const TURNS = /[\u061c\u200e\u200f]/g

/**
 * Entries that were not taken from a bundle, and why. `box`: who wrote them; empty when several
 * boxes did.
 *
 * Shape   `waits`: their box is introduced, and the keeper has not answered. `unknown`: nobody here
 *         knows their box. `dismissed`, `paused`: the keeper decided so. `home`: they should never
 *         have left their box.
 */
export type EntriesNotTaken = Readonly<{
  box: string
  why: 'waits' | 'unknown' | 'dismissed' | 'paused' | 'home'
  entries: number
}>

/**
 * Another box, as the keeper’s page shows it. `words`: the five words that its keeper reads aloud,
 * so that two people are sure to speak of the same box.
 *
 * Shape   `name`: its public key. `called`: the name by which the page calls it.
 *         `isSure`: whether our clock was set when we last heard it.
 *         `isMet`: the last bundle came over a network. Otherwise it came by a file, perhaps long
 *         on its way.
 *         `introducedHere`: the record by which this box introduces it to others.
 *         `toGive`, `toTake`: entries that would leave and come (commons, and network when it is
 *         paired), counted from its last manifest; null when it gave none. Only when both are 0 may
 *         the page say *up to date*.
 * Units   `heardAt`: when this box last read a bundle of it, in milliseconds since 1970 by our
 *         clock. `madeAt`: when it made that bundle, by its clock. `clockAheadMs`: how far its
 *         clock is ahead of ours, null when it can’t be told.
 */
export type BoxSeen = Readonly<{
  name: string
  called: string
  words: string
  known: KnownAs
  introducedBy: readonly string[]
  /** Introduced, and the keeper here said no. */
  isRefused: boolean
  isPaused: boolean
  isDismissed: boolean
  /**
   * One of its feeds forked: its card was copied, or its disk lost writes. Both branches are kept.
   */
  isForked: boolean
  /** Some of its entries are in quarantine (stored, and not shown), by the keeper’s decision. */
  isHidden: boolean
  /**
   * The times at which its entries came, newest first. The keeper may hide its entries from one of
   * them on. Units: as `heardAt`.
   */
  arrivals: readonly Readonly<{ at: number; entries: number }>[]
  heardAt: number | null
  madeAt: number | null
  isMet: boolean
  isSure: boolean
  introducedHere: string | null
  clockAheadMs: number | null
  toGive: number | null
  toTake: number | null
  /**
   * Of its last bundle with entries, or of the last session: entries that were not taken, the
   * number of feeds that stopped, and whether the intake limit was reached.
   */
  aside: readonly EntriesNotTaken[]
  stopped: number
  isFull: boolean
}>
/**
 * A request of another box that waits for the keeper’s yes. The keeper reads what would go before
 * they answer.
 *
 * Shape   `forget`: to forget values of others’ records, by record and field; only values that are
 *         still here.
 *         `dismiss`: to believe a box no more.
 *         `refused`: the keeper said no. A later yes is possible.
 */
export type RequestAsked = Readonly<{ id: string; by: string; refused: boolean }> &
  (
    | Readonly<{
        asks: 'forget'
        what: readonly Readonly<{ type: string; record: string; fields: readonly string[] }>[]
      }>
    | Readonly<{ asks: 'dismiss'; box: string }>
  )
/**
 * All that pages know of boxes.
 *
 * Shape   `requests` reads the log: ask it only where it is shown.
 */
export type Boxes = Readonly<{
  me: Readonly<{ name: string; words: string; isForked: boolean }>
  others: readonly BoxSeen[]
  /**
   * The five words of any box, by its whole name; undefined for a text that is no name of a box.
   */
  wordsOf: (name: string) => string | undefined
  /** Records of the commons that this box wrote lately, newest first, each once. */
  latelyBy: (name: string, most: number) => readonly string[]
  /**
   * The names of the boxes that hold entries of ours about these records, by their last manifests.
   */
  holding: (records: readonly string[]) => readonly string[]
  requests: () => readonly RequestAsked[]
  /**
   * The boxes that announce themselves on the same network. The first call starts the search.
   * Absent without a search.
   */
  near?: () => Nearby
}>
/** A box that announces itself nearby. A session proves its name. `address`: where to meet it. */
export type BoxNear = Readonly<{ name: string; words: string; address: string }>
/** The boxes found nearby. `isLooking`: the search has no result yet. */
export type Nearby = Readonly<{ boxes: readonly BoxNear[]; isLooking: boolean }>
/** The keeper's answer to a request. */
export type RequestAnswered = Readonly<{ id: string; accept: boolean }>

/**
 * A decision of the keeper about another box. An absent key changes nothing; `false` takes an
 * earlier yes back.
 *
 * Shape   `called`: the name that the keeper gives it. `paired`: recognised in person.
 *         `accepted`: a box that a paired one introduced is believed. `paused`: nothing of it is
 *         taken for now.
 *         `dismissed`: entries held today stay believed, and later ones do not. With `hideSince`,
 *         only the entries held before that arrival stay believed (0: none). The others are in
 *         quarantine until trust is given back.
 *         `refused`: a no to the box that introduces it; `accepted` takes the no back.
 *         `tellOthers`: with `dismissed`, the commons tell the other boxes, and their keepers
 *         decide.
 */
export type BoxDecided = Readonly<{
  name: string
  called?: string
  paired?: boolean
  accepted?: boolean
  paused?: boolean
  dismissed?: boolean
  hideSince?: number
  refused?: boolean
  tellOthers?: boolean
}>
