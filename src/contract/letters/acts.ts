import { isDay } from '../../core/form/fit.ts'
import { ID_SHAPE } from '../../core/id.ts'
import { BadJson, type Json, readJson } from '../../core/json.ts'

/**
 * The acts of a record that two boxes share, as letters carry them. One of the two boxes decides of
 * the record, the other asks it. Each letter repeats what its side has said so far, never the last
 * act only, so that any later letter is enough. `order.ts` puts the acts of both sides in one
 * order.
 */

/**
 * The part of an act that is the same in every brick; `T` is the brick's own part.
 *
 * Shape   `id`: drawn where the act was done · `yours`: the reader did it, and knows the rest of
 *         it · `place`: an id that the box that decides drew when it read the act, so that the acts
 *         of both sides sort by it.
 */
export type LetterAct<T = unknown> = T & Readonly<{ id: string; yours?: boolean; place?: string }>

/**
 * How a brick reads one act, and the limits of a list of acts.
 *
 * Shape   `read`: the brick's own part of an act from a stranger's object; undefined when a value
 *         is none of its own forms. The keys of `LetterAct` are read beside it.
 * Units   `most`: acts. `longest`: UTF-16 units of the whole list; a letter holds 32,768.
 */
export type ActShape<T> = Readonly<{
  most: number
  longest: number
  read: (act: JsonFields) => T | undefined
}>
/** An object of a stranger: nobody has checked its values. */
export type JsonFields = Readonly<Record<string, Json | undefined>>

/** The text of these acts for a letter or a field: the newest, as many as the limits let. */
export function actsText(
  acts: readonly LetterAct[],
  { most, longest }: Pick<ActShape<unknown>, 'most' | 'longest'>,
): string {
  const kept: string[] = []
  let length = 1
  for (const act of acts.slice(-most).toReversed()) {
    const text = JSON.stringify(act)
    length += text.length + 1
    if (length > longest) break
    kept.unshift(text)
  }
  return `[${kept.join()}]`
}

/**
 * The acts in a text that a letter holds.
 *
 * Law     a stranger's text: undefined unless it is a list of acts, each with an id of its own, and
 *         nothing longer than our own forms take.
 */
export function readActs<T>(
  text: string | null,
  shape: ActShape<T>,
): readonly LetterAct<T>[] | undefined {
  const list = text !== null && text.length <= shape.longest ? listIn(text) : undefined
  if (!list || list.length > shape.most) return undefined
  const acts = list.flatMap(one => actIn(one, shape) ?? [])
  const ids = new Set(acts.map(({ id }) => id))
  return acts.length === list.length && ids.size === acts.length ? acts : undefined
}

function listIn(text: string): readonly Json[] | undefined {
  try {
    const value = readJson(text)
    return Array.isArray(value) ? (value as readonly Json[]) : undefined
  } catch (error) {
    if (error instanceof BadJson) return undefined
    throw error
  }
}

function actIn<T>(value: Json, { read }: ActShape<T>): LetterAct<T> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const act = value as JsonFields
  const { id, yours, place } = act
  const own = read(act)
  if (!isId(id) || own === undefined || (place !== undefined && !isId(place))) return undefined
  return {
    ...own,
    id,
    ...(yours === true ? { yours } : {}),
    ...(place === undefined ? {} : { place }),
  }
}

const isId = (value: Json | undefined): value is string =>
  typeof value === 'string' && ID_SHAPE.test(value)

/** A text of an act: null where there is none, undefined when it is no text or too long. */
export const lineIn = (value: Json | undefined, longest: number): string | null | undefined =>
  value === null || value === undefined
    ? null
    : typeof value === 'string' && value.length <= longest
      ? value
      : undefined

/** A day of an act: null where there is none, undefined when it is no day. */
export function dayIn(value: Json | undefined): string | null | undefined {
  const day = lineIn(value, LONGEST_DAY)
  return typeof day === 'string' && !isDay(day) ? undefined : day
}
/** Units   UTF-16 units of `2026-11-28`. */
const LONGEST_DAY = 10
