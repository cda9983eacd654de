import { pattern } from '../../src/core/pattern.ts'

/**
 * How many characters a pattern looks at in a text: a backtracking reader of patterns, written to
 * be counted and nothing else. It tries what the machine tries, in the same order; a count is the
 * same on every machine, a clock is not.
 *
 * Law     it finds the match that the machine finds (`texts.test.ts`).
 */
type Op =
  | Readonly<{ op: 'one'; of: Class; back: boolean }>
  | Readonly<{ op: 'same'; group: number | string; back: boolean; fold: boolean }>
  | Readonly<{ op: 'at'; is: (text: string, at: number) => boolean }>
  | Readonly<{ op: 'either'; first: number; other: number }>
  | Readonly<{ op: 'go'; to: number }>
  | Readonly<{ op: 'keep'; place: number }>
  | Readonly<{ op: 'moved'; place: number }>
  | Readonly<{ op: 'look'; inside: Program; isNot: boolean }>
  | Readonly<{ op: 'end' }>
type Program = readonly Op[]
type Read = Readonly<{ program: Program; names: ReadonlyMap<string, number>; whole: boolean }>

/** What one character of a pattern may be; the machine says it once of each. Units: code points. */
class Class {
  readonly pattern: RegExp
  /** 0 is not asked yet, 1 is no, 2 is yes. */
  readonly low = new Uint8Array(128)
  readonly others = new Map<number, boolean>()
  constructor(atom: string, flags: string) {
    this.pattern = new RegExp(`^(?:${atom})$`, flags)
  }
  has(code: number): boolean {
    const known = code < 128 ? this.low[code]! : 0
    if (known !== 0) return known === 2
    const told = code < 128 ? undefined : this.others.get(code)
    if (told !== undefined) return told
    const is = this.pattern.test(String.fromCodePoint(code))
    if (code < 128) this.low[code] = is ? 2 : 1
    else this.others.set(code, is)
    return is
  }
}
const classes = new Map<string, Class>()
function classOf(atom: string, flags: string): Class {
  const key = `${flags}/${atom}`
  const made = classes.get(key) ?? new Class(atom, flags)
  classes.set(key, made)
  return made
}

type Node =
  | Readonly<{ is: 'op'; op: Op }>
  | Readonly<{ is: 'all'; of: readonly Node[] }>
  | Readonly<{ is: 'any'; of: readonly Node[] }>
  | Readonly<{ is: 'group'; of: Node; place: number }>
  | Readonly<{ is: 'many'; of: Node; least: number; most: number; lazy: boolean }>
  | Readonly<{ is: 'look'; of: Node; isNot: boolean }>

const ATOM = pattern('suy')`
  \\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\c[A-Za-z]|\\[^bBk1-9]
  |\[(?:\\.|[^\]\\])*\]|[^\\[\]()|^$*+?]
`
const MANY = /(?:\*|\+|\?|\{(\d+)(,?)(\d*)\})(\??)/y
const OPEN = /\((?:\?(?:(<?[=!])|<([A-Za-z]\w*)>|:))?/y

/** Reads the source of one pattern. `places`: two for each group, then one for each loop. */
class Reader {
  at = 0
  places: number
  groups = 0
  readonly names = new Map<string, number>()
  readonly source: string
  readonly flags: string
  constructor({ source, flags }: RegExp) {
    this.source = source
    this.flags = flags.replace(/[gyd]/g, '')
    this.places = 2 * (source.match(/\((?!\?)|\(\?<[A-Za-z]/g)?.length ?? 0) + 2
  }
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)
    if (found) this.at += found[0].length
    return found
  }
  any(back: boolean): Node {
    const of = [this.all(back)]
    while (this.source[this.at] === '|') {
      this.at++
      of.push(this.all(back))
    }
    return of.length === 1 ? of[0]! : { is: 'any', of }
  }
  all(back: boolean): Node {
    const of: Node[] = []
    while (
      this.at < this.source.length &&
      this.source[this.at] !== '|' &&
      this.source[this.at] !== ')'
    )
      of.push(this.many(this.one(back)))
    return { is: 'all', of: back ? of.reverse() : of }
  }
  many(of: Node): Node {
    const found = this.take(MANY)
    if (!found) return of
    const sign = found[0][0]
    const least = sign === '{' ? Number(found[1]) : sign === '+' ? 1 : 0
    const most =
      sign === '?'
        ? 1
        : sign !== '{'
          ? Infinity
          : found[2] === ''
            ? least
            : found[3] === ''
              ? Infinity
              : Number(found[3])
    return { is: 'many', of, least, most, lazy: found[4] === '?' }
  }
  one(back: boolean): Node {
    const opened = this.take(OPEN)
    if (opened) return this.opened(opened, back)
    const sign = this.take(/[\^$]|\\[bB]/y)?.[0]
    if (sign) return { is: 'op', op: { op: 'at', is: this.place(sign) } }
    const named = this.take(/\\(?:k<(\w+)>|([1-9]\d*))/y)
    if (named)
      return {
        is: 'op',
        op: {
          op: 'same',
          group: named[1] ?? Number(named[2]),
          back,
          fold: this.flags.includes('i'),
        },
      }
    const atom = this.take(ATOM)?.[0]
    if (atom === undefined)
      throw new Error(`a pattern that is not read: ${this.source} at ${this.at}`)
    return { is: 'op', op: { op: 'one', of: this.classOf(atom), back } }
  }
  opened([, look, name]: RegExpExecArray, back: boolean): Node {
    const isGroup = this.source[this.at - 1] === '(' || name !== undefined
    const place = isGroup ? 2 * ++this.groups : 0
    if (name !== undefined) this.names.set(name, place / 2)
    const of = this.any(look === undefined ? back : look.startsWith('<'))
    this.at++
    if (look !== undefined) return { is: 'look', of, isNot: look.endsWith('!') }
    return isGroup ? { is: 'group', of, place } : of
  }
  classOf(atom: string): Class {
    return classOf(atom, this.flags.replace('m', ''))
  }
  place(sign: string): (text: string, at: number) => boolean {
    const word = this.classOf('\\w')
    const newLine = this.classOf('[\\n\\r\\u2028\\u2029]')
    const isBetween = (text: string, at: number): boolean =>
      (at > 0 && word.has(text.charCodeAt(at - 1))) !==
      (at < text.length && word.has(text.charCodeAt(at)))
    if (sign === '\\b') return isBetween
    if (sign === '\\B') return (text, at) => !isBetween(text, at)
    const isLined = this.flags.includes('m')
    if (sign === '^')
      return (text, at) => at === 0 || (isLined && newLine.has(text.charCodeAt(at - 1)))
    return (text, at) => at === text.length || (isLined && newLine.has(text.charCodeAt(at)))
  }
}

function written(node: Node, out: Op[], reader: Reader, back: boolean): void {
  if (node.is === 'op') out.push(node.op)
  else if (node.is === 'all') for (const one of node.of) written(one, out, reader, back)
  else if (node.is === 'look')
    out.push({ op: 'look', inside: programOf(node.of, reader), isNot: node.isNot })
  else if (node.is === 'group') {
    out.push({ op: 'keep', place: node.place })
    written(node.of, out, reader, back)
    out.push({ op: 'keep', place: node.place + 1 })
  } else if (node.is === 'any') writtenAny(node.of, out, reader, back)
  else writtenMany(node, out, reader, back)
}

function writtenAny(all: readonly Node[], out: Op[], reader: Reader, back: boolean): void {
  const ends: number[] = []
  for (const [n, one] of all.entries()) {
    const isLast = n === all.length - 1
    const split = out.length
    if (!isLast) out.push({ op: 'end' })
    written(one, out, reader, back)
    if (isLast) continue
    ends.push(out.push({ op: 'end' }) - 1)
    out[split] = { op: 'either', first: split + 1, other: out.length }
  }
  for (const end of ends) out[end] = { op: 'go', to: out.length }
}

function writtenMany(
  { of, least, most, lazy }: Node & { is: 'many' },
  out: Op[],
  reader: Reader,
  back: boolean,
): void {
  const either = (go: number, stop: number): Op => ({
    op: 'either',
    first: lazy ? stop : go,
    other: lazy ? go : stop,
  })
  for (let n = 0; n < least; n++) written(of, out, reader, back)
  if (most === Infinity) {
    const place = reader.places++
    const split = out.push({ op: 'end' }) - 1
    out.push({ op: 'keep', place })
    written(of, out, reader, back)
    out.push({ op: 'moved', place }, { op: 'go', to: split })
    out[split] = either(split + 1, out.length)
    return
  }
  const splits: number[] = []
  for (let n = least; n < most; n++) {
    splits.push(out.push({ op: 'end' }) - 1)
    written(of, out, reader, back)
  }
  for (const split of splits) out[split] = either(split + 1, out.length)
}

function programOf(node: Node, reader: Reader): Program {
  const out: Op[] = []
  written(node, out, reader, false)
  return [...out, { op: 'end' }]
}

const known = new Map<string, Read>()
function readOf(pattern: RegExp): Read {
  const key = `${pattern.flags}/${pattern.source}`
  const before = known.get(key)
  if (before) return before
  const reader = new Reader(pattern)
  const node = reader.any(false)
  const read = {
    program: programOf(node, reader),
    names: reader.names,
    whole: /[uv]/.test(pattern.flags),
  }
  known.set(key, read)
  return read
}

const isHalf = (code: number, first: number): boolean => code >= first && code < first + 0x400
const isPair = (text: string, at: number): boolean =>
  at >= 0 && isHalf(text.charCodeAt(at), 0xd800) && isHalf(text.charCodeAt(at + 1), 0xdc00)

/**
 * Where the pattern is found from this place on, and the steps that it took. Units: UTF-16. -1:
 * nowhere.
 */
export function stepsOf(
  pattern: RegExp,
  text: string,
  from: number,
): Readonly<{ at: number; to: number; steps: number }> {
  const read = readOf(pattern)
  const walk = new Walk(read, text)
  for (let at = from; at <= text.length; at++) {
    if (read.whole && at !== from && isPair(text, at - 1)) continue
    const to = walk.ends(read.program, at, [])
    if (to !== undefined) return { at, to, steps: walk.steps }
    if (pattern.sticky) break
  }
  return { at: -1, to: -1, steps: walk.steps }
}

class Walk {
  steps = 0
  readonly read: Read
  readonly text: string
  /**
   * What is put back when a way is left, three numbers each: where to go on, or -1 for a place; a
   * point of the text; the place.
   */
  readonly turns: number[] = []
  constructor(read: Read, text: string) {
    this.read = read
    this.text = text
  }
  /** Where a program ends that begins here. */
  ends(program: Program, start: number, kept: (number | undefined)[]): number | undefined {
    const { turns, text } = this
    const base = turns.length
    let pc = 0
    let at = start
    for (;;) {
      const op = program[pc]!
      this.steps++
      let goesOn = true
      let next = pc + 1
      switch (op.op) {
        case 'one': {
          const to = this.one(op.of, at, op.back)
          if (to < 0) goesOn = false
          else at = to
          break
        }
        case 'either':
          turns.push(op.other, at, 0)
          next = op.first
          break
        case 'go':
          next = op.to
          break
        case 'keep':
          turns.push(-1, kept[op.place] ?? -1, op.place)
          kept[op.place] = at
          break
        case 'moved':
          goesOn = kept[op.place] !== at
          break
        case 'at':
          goesOn = op.is(text, at)
          break
        case 'look':
          goesOn = this.looks(op, at, kept)
          break
        case 'same': {
          const to = this.same(op, at, kept)
          if (to === undefined) goesOn = false
          else at = to
          break
        }
        default:
          turns.length = base
          return at
      }
      if (goesOn) {
        pc = next
        continue
      }
      for (pc = -1; pc === -1; ) {
        if (turns.length === base) return undefined
        const place = turns.pop()!
        at = turns.pop()!
        pc = turns.pop()!
        if (pc === -1) kept[place] = at < 0 ? undefined : at
      }
    }
  }
  /** The point behind that character, or -1. */
  one(of: Class, at: number, back: boolean): number {
    const { text } = this
    if (back ? at <= 0 : at >= text.length) return -1
    const isTwo = this.read.whole && isPair(text, back ? at - 2 : at)
    const from = back ? at - (isTwo ? 2 : 1) : at
    if (!of.has(isTwo ? text.codePointAt(from)! : text.charCodeAt(from))) return -1
    return back ? from : from + (isTwo ? 2 : 1)
  }
  same(
    { group, back, fold }: Op & { op: 'same' },
    at: number,
    kept: readonly (number | undefined)[],
  ): number | undefined {
    const place = 2 * (typeof group === 'number' ? group : this.read.names.get(group)!)
    const [one, other] = [kept[place], kept[place + 1]]
    if (one === undefined || other === undefined) return at
    const said = this.text.slice(Math.min(one, other), Math.max(one, other))
    const to = back ? at - said.length : at + said.length
    const there = this.text.slice(Math.min(at, to), Math.max(at, to))
    this.steps += said.length
    return there === said || (fold && there.toLowerCase() === said.toLowerCase()) ? to : undefined
  }
  looks({ inside, isNot }: Op & { op: 'look' }, at: number, kept: (number | undefined)[]): boolean {
    const inner = [...kept]
    const isThere = this.ends(inside, at, inner) !== undefined
    if (isThere && !isNot) for (const [n, value] of inner.entries()) kept[n] = value
    return isThere !== isNot
  }
}
