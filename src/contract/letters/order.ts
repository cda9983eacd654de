import type { Input } from '../../core/form/input.ts'
import { ID_SHAPE } from '../../core/id.ts'
import type { Field, RecordType, RowOf } from '../../core/schema.ts'
import type { Sender } from '../letter.ts'
import type { Reader } from '../reader.ts'
import type { LetterAct } from './acts.ts'

/**
 * The acts of two sides in one order. The box that decides of the record gives the order: its own
 * acts stand by their ids, those that it read by the place that it drew for each. The box that asks
 * takes this order from the letters that tell it, and puts behind it what is still on its way.
 */

/** What the box that decides has read of the other side. */
export type HeardActs<T, S> = Readonly<{
  /** The ids of every act that it read, kept or not: none is read twice. */
  heard: readonly string[]
  /** The acts that changed something, each with its place. */
  kept: readonly LetterAct<T>[]
  state: S
}>

/**
 * Reads the acts of a letter that were not read before, in the order in which they were done.
 *
 * Shape   `step`: the state after an act; undefined when the act changes nothing now, as one that
 *         came too late. `most`: of the acts that are kept.
 * Law     4: an act that comes again, in this letter or another one, changes nothing. A box that
 *         says more than a side of a record says changes nothing either, and takes no more room.
 */
export function hear<T, S>(
  acts: readonly LetterAct<T>[],
  before: HeardActs<T, S>,
  { newId, most }: Readonly<{ newId: () => string; most: number }>,
  step: (state: S, act: LetterAct<T>) => S | undefined,
): HeardActs<T, S> {
  const heard = new Set(before.heard)
  const kept = [...before.kept]
  const places = acts.map(() => newId()).sort()
  let { state } = before
  for (const [i, act] of acts.entries()) {
    if (heard.has(act.id)) continue
    if (heard.size >= most * HEARD_FOR_EACH) break
    heard.add(act.id)
    const next = kept.length < most ? step(state, act) : undefined
    if (next === undefined) continue
    state = next
    kept.push(placed(act, places[i] ?? act.id))
  }
  return { heard: [...heard], kept, state }
}

/** So many acts are read for each that may be kept: some come too late. */
const HEARD_FOR_EACH = 4

/** An act as it was done there, with the place that this box gives it. */
export const placed = <T>(act: LetterAct<T>, place: string): LetterAct<T> => {
  const { yours: _, ...own } = act
  return { ...own, place } as LetterAct<T>
}

/** The ids that a letter says were read there. Law: a stranger's text, so ids alone, `most`. */
export function heardIn(input: Input, most: number): readonly string[] {
  const heard = input['heard'] ?? []
  return (typeof heard === 'string' ? [heard] : heard)
    .filter(id => ID_SHAPE.test(id))
    .slice(0, most)
}

/** An act that was done in this box: its id gives its place. */
type OwnAct = Readonly<{ id: string }>

/**
 * Both sides in one order, in the box that decides. `heard`: the acts of the other side that it
 * kept; `shown` gives each as the brick shows its own.
 */
export function decidedOrder<O extends OwnAct, T>(
  own: readonly O[],
  kept: readonly LetterAct<T>[],
  shown: (act: LetterAct<T>) => O,
): readonly O[] {
  const all = [
    ...own.map(one => ({ place: one.id, one })),
    ...kept.map(act => ({ place: act.place ?? act.id, one: shown(act) })),
  ]
  return all.toSorted((a, b) => (a.place < b.place ? -1 : 1)).map(({ one }) => one)
}

/**
 * Both sides in the order that the other box told, in the box that asks. What it told of this side
 * is named only (`yours`); acts that it has not read, as far as is known here, come last.
 */
export function toldOrder<O extends OwnAct, T>(
  own: readonly O[],
  told: readonly LetterAct<T>[],
  { heard, shown }: Readonly<{ heard: readonly string[]; shown: (act: LetterAct<T>) => O }>,
): readonly O[] {
  const known = told.flatMap(act =>
    act.yours ? (own.find(({ id }) => id === act.id) ?? []) : shown(act),
  )
  return [...known, ...pendingActs(own, heard)]
}

/** The acts of this side that the box that decides has not read, as far as is known here. */
export const pendingActs = <O extends OwnAct>(
  own: readonly O[],
  heard: readonly string[] | null,
): readonly O[] => own.filter(({ id }) => !(heard ?? []).includes(id))

/**
 * Whether a letter says nothing new where one was read whose order was `last`.
 *
 * Law     4: an older letter, or the same again, changes nothing.
 */
export const isOlderLetter = (last: string | null, { order }: Sender): boolean =>
  (last ?? '') >= order

/**
 * The fields of a record that two boxes share: the other box, and its own record of the same.
 * A brick's owner says `box: 'box'` too, so that the box may write it by letters.
 */
type SharedFields = Readonly<{
  box: Field & Readonly<{ kind: 'text' }>
  peer: Field & Readonly<{ kind: 'text' }>
}>

/** The record that this box shares with the sender of a letter, by the record that it is there. */
export const sharedWith = <T extends RecordType & Readonly<{ fields: SharedFields }>>(
  read: Reader,
  type: T,
  { box, about }: Pick<Sender, 'box' | 'about'>,
): RowOf<T> | undefined =>
  read.list(type, { where: 'box = ? AND peer = ?', with: [box, about], limit: 1 }, 'home')[0]
