import type { Draft, Forgetting } from './decision.ts'

/** A visitor’s record that waits for the keeper in `home`, the space that stays in this box. */
export type PendingRecord = Readonly<{ type: string; record: string }>

/**
 * The state of something that a person sent, told to the holder of its ticket.
 *
 * Shape   `waits`: nobody read it yet.
 *         `mended`: it shows, and a later correction waits.
 *         `carried`: it is to be handed over. `watched`: what answers it is told.
 *         `read`: the person who hands it over has it. `missed`: they looked for whom it is for,
 *         and did not find them; they try again.
 *         `shown`: it shows. `answered`: it shows, and somebody answered.
 *         `enough`: it shows, and the date that it answers has enough people. `gathered`: so has
 *         an idea; `short`: it has not yet; `became`: it came to something.
 *         `declined`: how much it says that somebody takes is declined by the notice's person.
 *         `takenBack`: its holder took it back, and keeps the ticket.
 *         `closed`: somebody said that it is over.
 *         `left`: the keeper does not show it; `why` gives their reason in their words.
 *         `delivered`: it was handed over. `aside`: the person who hands over put it aside.
 *         `off`: it was taken off the page.
 *         `sent`: its person has it to read. `replied`: they answered. `proposed`: they propose a
 *         time. `agreed`: it is agreed. `late`: agreed, and they say that they are late. `fallen`:
 *         they say that it does not happen. `doneAsked`: they say that it is done, and ask the
 *         same. `tellAsked`: done, and they ask whether it may be told. `done`: both said so.
 *         `over`: nothing more is said.
 * Law     It holds no word of the record: no name in it, no number, no part of its text. A test
 *         asks every brick with the slot `fate` (web/session/tickets.test.ts).
 */
export type Fate = Readonly<{
  state:
    | 'waits'
    | 'mended'
    | 'carried'
    | 'watched'
    | 'read'
    | 'missed'
    | 'shown'
    | 'seatWaits'
    | 'seatFreed'
    | 'enough'
    | 'gathered'
    | 'short'
    | 'became'
    | 'answered'
    | 'declined'
    | 'takenBack'
    | 'closed'
    | 'left'
    | 'delivered'
    | 'aside'
    | 'off'
    | 'sent'
    | 'replied'
    | 'proposed'
    | 'agreed'
    | 'late'
    | 'fallen'
    | 'doneAsked'
    | 'tellAsked'
    | 'done'
    | 'over'
  why?: string
  /** Its holder has not read the last of it, nor answered since. */
  isNew?: true
  /** What was said to them last is between the two: nobody carries it, nor reads it to them. */
  isBetween?: true
  /** The page on which the keeper notes the answer that is awaited, by the code of its ticket. */
  notedAt?: string
  /** A correction of it waits too. */
  corrects?: true
  /** The ride of what is proposed or agreed is over, or says another hour or day by now. */
  ride?: 'over' | 'moved'
  /**
   * It answers a date of which the day, the hour or the place changed since; or that is off.
   * `dayOff`: of an idea, the day that was set for it.
   */
  date?: 'moved' | 'off' | 'dayOff'
  /** The keeper mended its words. */
  reworded?: true
  /** It shows, but a number in it is hidden: somebody said that it is theirs. */
  numberHidden?: true
  /** It shows, but a later correction does not. `why` tells of the correction. */
  correctionLeft?: true
  /** The name of each person who passes on a reply that waits for the sender. `''`: the keeper. */
  toGet?: readonly string[]
}>

/** What the holder of the ticket of a notice goes on with besides (`Slots.byNotice`). */
export type BesideTicket = Readonly<{
  threads: readonly PendingRecord[]
  own: readonly PendingRecord[]
  shown: readonly string[]
  drafts: readonly Draft[]
  forget: readonly Forgetting[]
}>
