import type { Input } from '../core/form/input.ts'
import { ID_SHAPE } from '../core/id.ts'
import { BadJson, type Json, readJson } from '../core/json.ts'
import type { Moment } from './command.ts'

import type { Decision } from './decision.ts'
import type { Reader } from './reader.ts'

/**
 * Letters between boxes: what only another box may decide is asked of it, and answered when the courier comes back.
 * Part of the contract (brick.ts).
 *
 * Shape   `to`: the box's name · `about`: the record here that it speaks of; when that one is forgotten, the letter is too · `brick`,
 *         `command`: who reads it there, among that brick's `letters`.
 */
export type Letter = Readonly<{
  to: string
  about: string
  brick: string
  command: string
  input: Input
}>

/** Where a letter comes from, as a command knows it. `about`: the record there that it speaks of; `order`: a later letter of that box has a greater one. */
export type Sender = Readonly<{ box: string; about: string; order: string }>

/**
 * What a brick does with a letter of another box. `input` is a stranger's: nothing of it is known but that it is text, not too much of it.
 *
 * Law     what comes so may write what stays in this box alone, and only of what that same box shares (`Owner.box`); it says yes for
 *         nobody here. `takenBack`: that box forgot the letter, and what it said of anybody goes here too; `at.letter` names it.
 */
export type LetterRead<W = unknown> = Readonly<{
  name: string
  decide: (input: Input, read: Reader, at: Moment, words: W) => Decision
  takenBack?: (read: Reader, at: Moment) => Decision
}>

/** Why a letter was not done as it asked, in codes that travel: each box says them in its own words. */
export type Undone = 'garbled' | 'large' | 'sealed' | 'notTheirs' | 'unknown' | 'refused' | 'failed'
export const UNDONE: readonly Undone[] = [
  'garbled',
  'large',
  'sealed',
  'notTheirs',
  'unknown',
  'refused',
  'failed',
]

/** What is sealed: the letter, with who writes, to whom, under which id, so that nobody may pass it on as theirs. */
export type Body = Letter & Readonly<{ from: string; id: string }>

/** Units   characters of the text that is sealed; a multiple of this many is sent, so that its length says little. */
const PADDED = 1_024
export const LARGEST_BODY = 32 * 1_024
const MOST_NAMES = 40
const LONGEST_NAME = 60

export function bodyText({ id, from, to, about, brick, command, input }: Body): string {
  const text = JSON.stringify({ id, from, to, about, brick, command, input })
  return text.padEnd(Math.ceil(text.length / PADDED) * PADDED)
}

/**
 * What a letter says, once opened.
 *
 * Law     undefined unless every part is there, is plain text, and is no larger than a form could be.
 */
export function readBody(text: string): Body | undefined {
  if (text.length > LARGEST_BODY) return undefined
  const held = objectIn(text)
  const input = held && inputIn(held['input'])
  if (!held || !input) return undefined
  const { id, from, to, about, brick, command } = held
  const names = [id, from, to, about, brick, command]
  if (!names.every(one => typeof one === 'string' && one.length <= LONGEST_NAME)) return undefined
  if (!ID_SHAPE.test(String(id)) || !ID_SHAPE.test(String(about))) return undefined
  return { id, from, to, about, brick, command, input } as Body
}

type Held = Readonly<Record<string, Json>>
const isObject = (value: Json | undefined): value is Held =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
function objectIn(text: string): Held | undefined {
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
