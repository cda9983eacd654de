import { BadJson } from '../core/json.ts'

/** More text than this outside the list, or in one of its items, is no export. */
const LONGEST = 16 * 1024 * 1024

/**
 * The items of one list of a JSON object, as text, while the file is read: never more than a piece
 * and an item are held.
 *
 * Shape   yields the items that each piece ends; returns the object with that list empty. Both are
 *         still to be read as JSON: only what stands in quotes and in brackets is understood here.
 * Errors  BadJson; TypeError where the bytes are no UTF-8.
 */
export async function* itemsIn(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<readonly string[], string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const cut = cutter(new RegExp(`(?<!\\\\)"${name}"\\s*:\\s*$`))
  for await (const piece of pieces) yield cut.take(decoder.decode(piece, { stream: true }))
  cut.take(decoder.decode())
  return cut.outside()
}

type State = {
  depth: number
  quoted: boolean
  escaped: boolean
  listed: boolean
  count: number
  outside: string
  item: string
}

function cutter(heading: RegExp) {
  const state: State = {
    depth: 0,
    quoted: false,
    escaped: false,
    listed: false,
    count: 0,
    outside: '',
    item: '',
  }
  const keep = (text: string): void => {
    if (state.listed) state.item += text
    else state.outside += text
    if (state.item.length + state.outside.length > LONGEST) throw new BadJson('too long', LONGEST)
  }
  const take = (text: string): readonly string[] => {
    const ended: string[] = []
    let from = 0
    const until = (at: number): void => {
      keep(text.slice(from, at))
      from = at
    }
    for (let at = 0; at < text.length; at++) {
      const mark = text[at]!
      if (isQuoted(state, mark)) continue
      if (mark === '{' || mark === '[') {
        if (mark === '[' && state.depth++ === 1 && !state.listed) {
          until(at)
          if (heading.test(state.outside)) {
            until(at + 1)
            state.listed = true
          }
        } else if (mark === '{') state.depth++
      } else if (
        state.listed &&
        state.depth === 2 &&
        (mark === ',' || mark === ']' || mark === '}')
      ) {
        until(at)
        if (mark === '}') throw new BadJson('comma or ] expected', at)
        endItem(state, mark === ']', ended)
        if (mark === ',') from = at + 1
      } else if (mark === '}' || mark === ']') state.depth--
    }
    until(text.length)
    return ended
  }
  return { take, outside: () => state.outside }
}

function isQuoted(state: State, mark: string): boolean {
  if (!state.quoted) {
    state.quoted = mark === '"'
    return state.quoted
  }
  if (state.escaped) state.escaped = false
  else if (mark === '\\') state.escaped = true
  else if (mark === '"') state.quoted = false
  return true
}

/**
 * An empty list ends without an item; a comma before its end is a fault that reading the empty item
 * finds.
 */
function endItem(state: State, isLast: boolean, ended: string[]): void {
  if (!isLast || state.count > 0 || state.item.trim() !== '') ended.push(state.item)
  state.count++
  state.item = ''
  if (!isLast) return
  state.listed = false
  state.count = 0
  state.depth--
}
