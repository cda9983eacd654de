/**
 * The exported types of a file, read from its text. TypeScript 7 has no API to ask, and the
 * declarations of `src/contract` have few forms: an object, an interface, a union, an alias.
 */

/** One property or method of a type, with its doc comment. */
export type MemberSaid = Readonly<{ name: string; optional: boolean; type: string; doc: string }>
/**
 * One exported type.
 *
 * Shape   `text`: its declaration as it is written. `head`: the same on one line, with `{…}` in
 *         place of its members. `members`: none for a union or an alias.
 */
export type Declared = Readonly<{
  name: string
  doc: string
  text: string
  head: string
  members: readonly MemberSaid[]
}>

const OPENS = '({['
const CLOSES = ')}]'

/** The end of a string, a template or a comment that begins at `at`; `at` where none does. */
function skipped(text: string, at: number): number {
  const two = text.slice(at, at + 2)
  if (two === '/*') return text.indexOf('*/', at) + 2
  if (two === '//') return text.indexOf('\n', at)
  const quote = text[at] ?? ''
  if (!`'"\``.includes(quote) || quote === '') return at
  let end = at + 1
  while (end < text.length && text[end] !== quote) end += text[end] === '\\' ? 2 : 1
  return end + 1
}

/** How a character changes the depth; the `>` of an arrow closes nothing. */
function step(text: string, at: number): number {
  const c = text[at] ?? ''
  if (OPENS.includes(c) || c === '<') return 1
  return CLOSES.includes(c) || (c === '>' && text[at - 1] !== '=') ? -1 : 0
}

/** The first place from `from` on, at the depth of `from`, of which `isEnd` says yes. */
function placeOf(text: string, from: number, isEnd: (at: number) => boolean): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const after = skipped(text, at)
    if (after > at) {
      at = after - 1
      continue
    }
    if (depth === 0 && isEnd(at)) return at
    depth += step(text, at)
  }
  return text.length
}

/** A line break ends a declaration unless the next line goes on with it. */
const isLastLine = (text: string, at: number): boolean =>
  text[at] === '\n' &&
  !/[=&|]\s*$/.test(text.slice(0, at)) &&
  !/^\s*(?:[|&?:]|$)/.test(text.slice(at + 1, at + 80).split('\n')[0] ?? '')

const endOf = (text: string, from: number, isInterface: boolean): number =>
  isInterface
    ? placeOf(text, text.indexOf('{', from) + 1, at => text[at] === '}') + 1
    : placeOf(text, from, at => isLastLine(text, at))

/** A doc comment as plain lines. */
const bareDoc = (comment: string): string =>
  comment
    .replace(/^\/\*\*(?:\s*\n\s*\*)?\s?|\s*\*\/$/g, '')
    .split('\n')
    .map((line, n) => (n === 0 ? line : line.replace(/^\s*\* ?/, '')))
    .join('\n')
    .trim()

const oneLine = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/([({[<]) (?=\S)/g, (whole, open: string) => (open === '{' ? whole : open))
    .replace(/,? ([)\]>])(?<!=>)/g, '$1')
    .trim()

/** The members between two braces. */
function membersIn(body: string): readonly MemberSaid[] {
  const all: MemberSaid[] = []
  let at = 0
  while (at < body.length) {
    const [, doc = ''] = /^\s*(\/\*\*[\s\S]*?\*\/)/.exec(body.slice(at)) ?? []
    if (doc !== '') at = body.indexOf(doc, at) + doc.length
    const start = at + (/^\s*/.exec(body.slice(at))?.[0].length ?? 0)
    const end = placeOf(body, start, one => body[one] === ';' || isLastLine(body, one))
    const member = memberOf(body.slice(start, end), doc)
    if (member) all.push(member)
    at = end + 1
  }
  return all
}

function memberOf(text: string, doc: string): MemberSaid | undefined {
  const [, name, optional, rest = ''] = /^(?:readonly )?(\w+)(\?)?([\s\S]*)$/.exec(text) ?? []
  if (name === undefined) return undefined
  const type = oneLine(rest.replace(/^\s*:/, ''))
  return { name, optional: optional === '?', type, doc: bareDoc(doc) }
}

/** Where the members of an object stand in its declaration; undefined for a union or an alias. */
function bodyOf(text: string): readonly [from: number, to: number] | undefined {
  const value = text.startsWith('export interface') ? text.indexOf('{') : text.indexOf(' = ') + 3
  if (placeOf(text, value, at => text[at] === '|') < text.length) return undefined
  const [open] = /(?<=^|Readonly<|& ){/m.exec(text.slice(value)) ?? []
  const from = open === undefined ? -1 : text.slice(value).search(/(?<=^|Readonly<|& ){/) + value
  if (from < value || /^{\s*(?:readonly )?\[/.test(text.slice(from))) return undefined
  return [from + 1, placeOf(text, from + 1, at => text[at] === '}')]
}

/** The exported types of a file, in its order. */
export function declaredIn(source: string): readonly Declared[] {
  const starts = [...source.matchAll(/^export (type|interface) (\w+)/gm)]
  return starts.map(({ 0: begun, 1: word, 2: name = '', index }) => {
    const end = endOf(source, index + begun.length, word === 'interface')
    const text = source.slice(index, end).trimEnd()
    const comment = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n$/.exec(source.slice(0, index))?.[0] ?? ''
    const body = bodyOf(text)
    const [from, to] = body ?? [text.length, text.length]
    return {
      name,
      doc: bareDoc(comment.trim()),
      text,
      head: oneLine(`${text.slice(0, from)}${body ? '…' : ''}${text.slice(to)}`),
      members: body ? membersIn(text.slice(...body)) : [],
    }
  })
}
