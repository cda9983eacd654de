import { ownJson } from './narrow.ts'

/**
 * A strict reader of JSON, for what other boxes sent: entries, manifests, greetings. The reader
 * refuses texts that two programs could read in two ways, because the text is signed and each box
 * must see the same values. JSON that this program wrote itself is read by `ownJson`.
 */

/** Refused JSON: why, and the place in UTF-16 units. */
export class BadJson extends Error {
  override name = 'BadJson'
  readonly at: number
  constructor(why: string, at: number) {
    super(`${why} at ${at}`)
    this.at = at
  }
}

/** A JSON value. Its objects have own keys alone. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }
/** The greatest depth of values, the outermost counted as one. */
export const DEEPEST = 8

/**
 * Reads the JSON of other boxes strictly, so that every program reads one entry alike.
 *
 * Law     It refuses what JSON.parse accepts: duplicate or `__proto__` keys, whole numbers beyond
 *         ±2^53, depth over 8, NUL and lone surrogates (also as \u escapes). JSON.parse gives the
 *         same value for every accepted text.
 * Errors  BadJson.
 */
export function readJson(text: string): Json {
  const cursor = { text, at: 0 }
  const value = readValue(cursor, 1)
  skipSpace(cursor)
  if (cursor.at < text.length) throw new BadJson('something follows the value', cursor.at)
  return value
}

type Cursor = { readonly text: string; at: number }
const SPACE = /[ \t\r\n]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const WORDS: readonly (readonly [string, Json])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

function take(cursor: Cursor, shape: RegExp): string | undefined {
  shape.lastIndex = cursor.at
  const found = shape.exec(cursor.text)?.[0]
  if (found !== undefined) cursor.at += found.length
  return found
}
const skipSpace = (cursor: Cursor): void => void take(cursor, SPACE)

function readValue(cursor: Cursor, depth: number): Json {
  if (depth > DEEPEST) throw new BadJson('too deep', cursor.at)
  skipSpace(cursor)
  const first = cursor.text[cursor.at]
  if (first === '{') return readObject(cursor, depth)
  if (first === '[') return readArray(cursor, depth)
  if (first === '"') return readString(cursor)
  for (const [word, value] of WORDS)
    if (cursor.text.startsWith(word, cursor.at)) {
      cursor.at += word.length
      return value
    }
  return readNumber(cursor)
}

function readNumber(cursor: Cursor): number {
  const start = cursor.at
  const found = take(cursor, NUMBER)
  if (!found) throw new BadJson('not a value', start)
  const value = Number(found)
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
    throw new BadJson('number out of range', start)
  return value
}

function readString(cursor: Cursor): string {
  const start = cursor.at
  const found = take(cursor, STRING)
  if (found === undefined) throw new BadJson('not a string', start)
  const value = ownJson<string>(found)
  if (value.includes('\u0000') || !value.isWellFormed())
    throw new BadJson('NUL or lone surrogate', start)
  return value
}

function readArray(cursor: Cursor, depth: number): Json {
  const out: Json[] = []
  cursor.at++
  skipSpace(cursor)
  if (cursor.text[cursor.at] === ']') {
    cursor.at++
    return out
  }
  for (;;) {
    out.push(readValue(cursor, depth + 1))
    if (closes(cursor, ']')) return out
  }
}

function readObject(cursor: Cursor, depth: number): Json {
  const out: Record<string, Json> = {}
  cursor.at++
  skipSpace(cursor)
  if (cursor.text[cursor.at] === '}') {
    cursor.at++
    return out
  }
  for (;;) {
    skipSpace(cursor)
    const at = cursor.at
    const key = readString(cursor)
    if (key === '__proto__' || Object.hasOwn(out, key))
      throw new BadJson('duplicate or forbidden key', at)
    skipSpace(cursor)
    if (cursor.text[cursor.at++] !== ':') throw new BadJson('colon expected', cursor.at - 1)
    out[key] = readValue(cursor, depth + 1)
    if (closes(cursor, '}')) return out
  }
}

/** True at the closing mark, false at a comma. Errors: BadJson at anything else. */
function closes(cursor: Cursor, mark: string): boolean {
  skipSpace(cursor)
  const found = cursor.text[cursor.at++]
  if (found === mark) return true
  if (found === ',') return false
  throw new BadJson(`comma or ${mark} expected`, cursor.at - 1)
}
