import type { Input } from '../core/form/input.ts'
import { ID_SHAPE } from '../core/id.ts'
import { BadJson, type Json, readJson } from '../core/json.ts'
import type { CommandContext } from './command.ts'
import type { Decision } from './decision.ts'
import type { Reader } from './reader.ts'

/**
 * A letter: a brick of this box asks another box for an act that only that box decides, such as a
 * deal about a notice of that box. A letter is encrypted for that box alone; a courier or a session
 * carries it there, perhaps for days, and the brick there runs a command. The engine brings back
 * only a failure: an answer is another letter, which that command writes.
 *
 * Shape   `to`: the public name of that box. `about`: a record of this box, best its own record of
 *         the request: forgetting that record takes the letter back. `brick`, `command`: the
 *         command that the box is to run, on `input`.
 */
export type Letter = Readonly<{
  to: string
  about: string
  brick: string
  command: string
  input: Input
}>

/**
 * The sender of a letter, as a command knows it. `about`: the `about` of that letter. `order`: a
 * later letter of the same box has a greater one.
 */
export type Sender = Readonly<{ box: string; about: string; order: string }>

/**
 * The way in which a brick answers a letter of another box. `input` is a stranger’s text of
 * limited length, and nothing else about it is certain.
 *
 * Shape   `takenBack`: runs when the sending box forgets the letter, and forgets here what the
 *         letter said. `at.letter` is the sender of the letter, without its id.
 * Law     A letter writes only values that stay in this box, in records that the sending box shares
 *         (`Owner.box`). It never agrees for a person here.
 */
export type LetterRead<W = unknown> = Readonly<{
  name: string
  decide: (input: Input, read: Reader, at: CommandContext, words: W) => Decision
  takenBack?: (read: Reader, at: CommandContext) => Decision
}>

/**
 * Why the other box did not do as a letter asked, as a code. Each box words it in its own language.
 *
 * Shape   `garbled`: its text is no letter. `large`: it is too long. `sealed`: this box can’t
 *         decrypt it. `notTheirs`: it names another sender, receiver or id. `unknown`: no brick
 *         there answers such a letter. `refused`: the command refused. `failed`: our bug.
 */
export type LetterFailure =
  | 'garbled'
  | 'large'
  | 'sealed'
  | 'notTheirs'
  | 'unknown'
  | 'refused'
  | 'failed'
/** Every such code. */
export const LETTER_FAILURES: readonly LetterFailure[] = [
  'garbled',
  'large',
  'sealed',
  'notTheirs',
  'unknown',
  'refused',
  'failed',
]

/**
 * The letter as it is encrypted, with its sender, its receiver and its id. No box can pass it on as
 * its own.
 */
export type LetterBody = Letter & Readonly<{ from: string; id: string }>

/**
 * Units   Characters. The text is padded to a multiple of this before encryption, to hide its
 *         length.
 */
const PADDED = 1_024
/** Units   characters of the text before encryption. */
export const LARGEST_BODY = 32 * 1_024
/** The most fields of an input. */
const MOST_NAMES = 40
/** Units   characters of a field’s name, and of each of the other values. A box’s name has 52. */
const LONGEST_NAME = 60

/** The text to encrypt, padded to hide its length. */
export function bodyText({ id, from, to, about, brick, command, input }: LetterBody): string {
  const text = JSON.stringify({ id, from, to, about, brick, command, input })
  return text.padEnd(Math.ceil(text.length / PADDED) * PADDED)
}

/** Reads a decrypted letter; undefined when the text is no letter. */
export function readBody(text: string): LetterBody | undefined {
  if (text.length > LARGEST_BODY) return undefined
  const parsed = objectIn(text)
  const input = parsed && inputIn(parsed['input'])
  if (!parsed || !input) return undefined
  const { id, from, to, about, brick, command } = parsed
  const names = [id, from, to, about, brick, command]
  if (!names.every(one => typeof one === 'string' && one.length <= LONGEST_NAME)) return undefined
  if (!ID_SHAPE.test(String(id)) || !ID_SHAPE.test(String(about))) return undefined
  return { id, from, to, about, brick, command, input } as LetterBody
}

/** A JSON object whose values nobody has checked. */
type JsonObject = Readonly<Record<string, Json>>
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
function objectIn(text: string): JsonObject | undefined {
  try {
    const value = readJson(text)
    return isObject(value) ? value : undefined
  } catch (error) {
    if (error instanceof BadJson) return undefined
    throw error
  }
}

function inputIn(value: Json | undefined): Input | undefined {
  if (!isObject(value)) return undefined
  const all = Object.entries(value)
  const isText = (one: Json): boolean =>
    typeof one === 'string' || (Array.isArray(one) && one.every(part => typeof part === 'string'))
  return all.length <= MOST_NAMES &&
    all.every(([name, one]) => name.length <= LONGEST_NAME && isText(one))
    ? (Object.fromEntries(all) as Input)
    : undefined
}
