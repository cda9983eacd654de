import type { DecideContext } from '../../../../contract/command.ts'
import { type Message, message, type Say } from '../../../../contract/message.ts'
import type { Reader } from '../../../../contract/reader.ts'
import type { fr } from '../../words/fr.ts'
import { isCallable } from '../calling.ts'
import type { WholeDeal } from '../read.ts'
import { isFullWith, overFor } from '../ride-full.ts'
import { isForKeeper, type Party, type Says, type State } from '../rules.ts'
import { carriedBy } from '../slips.ts'
import type { AgreedMoment } from '../stands.ts'
import { isAgreedTwice } from '../threads.ts'

type Words = typeof fr
const say: Say<Words> = message

/**
 * How an answer moved a thread.
 *
 * Shape   `kept`: the agreed moment that a no to another one leaves. `isTold`, `isUntold`: its deed
 *         is told by this answer, or told no more.
 */
export type Moved = Readonly<{
  says: Says
  next: State
  kept: AgreedMoment | undefined
  isTold: boolean
  isUntold: boolean
}>

/** What somebody is told of their own answer. */
export function movedSaid(
  whole: WholeDeal,
  party: Party,
  { says, next, kept, isTold, isUntold }: Moved,
  of: Pick<DecideContext<Words>, 'read' | 'at'>,
): Message {
  const { state } = whole
  if (isTold) return say('toldSaid')
  if (isUntold) return say('takenBack')
  if (next === state) return say('noted')
  if (state === 'done') return say('notDoneSaid')
  if (kept) return say('keptSaid')
  if (next === 'fallen' && says === 'not') return failedSaid(whole, party, of)
  if (next === 'fallen' && whole.takes !== undefined) return say('part.staysSaid')
  return next === 'agreed' ? agreedSaid(whole, party, of) : say(`movedTo.${next}`)
}

/** Who never came by a card reads it on no screen. */
function failedSaid(
  whole: WholeDeal,
  { key }: Party,
  { read, at }: Pick<DecideContext<Words>, 'read' | 'at'>,
): Message {
  if (isCallable(whole, at, read)) return say('failedCall')
  const carried = whole.parties.find(
    party =>
      party.key !== key &&
      (isForKeeper(party) ||
        party.relays.length > 0 ||
        carriedBy(whole, party, read) !== undefined),
  )
  return carried ? say('failedCarried', carried.name) : say('failedSaid')
}

/**
 * Who says yes hears that they said so of two deals of one notice for the same time; who drives,
 * how many count on their seats.
 */
function agreedSaid(
  whole: WholeDeal,
  party: Party,
  { read, at }: Pick<DecideContext<Words>, 'read' | 'at'>,
): Message {
  const over = overFor(read, { ...whole, state: 'agreed' }, at)
  if (over) return say('agreedOver', over.taken, over.all)
  return isTooMany(read, whole, party) ? say('agreedTwice') : say('movedTo.agreed')
}
/** Of a ride, more than its seats; of another thing, two for one time. */
const isTooMany = (read: Reader, whole: WholeDeal, party: Party): boolean =>
  whole.row.mode === 'ride' ? isFullWith(read, whole) : isAgreedTwice(read, whole, party)
