/**
 * How many characters a pattern looks at in a text: a backtracking reader of patterns, written to
 * be counted and nothing else. It tries what the machine tries, in the same order; a count is the
 * same on every machine, a clock is not.
 *
 * Law     it finds the match that the machine finds (`texts.test.ts`).
 */
type Op =
  | Readonly<{ op: 'one'; is: (one: string) => boolean; back: boolean }>
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

type Node =
  | Readonly<{ is: 'op'; op: Op }>
  | Readonly<{ is: 'all'; of: readonly Node[] }>
  | Readonly<{ is: 'any'; of: readonly Node[] }>
  | Readonly<{ is: 'group'; of: Node; place: number }>
  | Readonly<{ is: 'many'; of: Node; least: number; most: number; lazy: boolean }>
  | Readonly<{ is: 'look'; of: Node; isNot: boolean }>

const ATOM =
  /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\c[A-Za-z]|\\[^bBk1-9]|\[(?:\\.|[^\]\\])*\]|[^\\[\]()|^$*+?]/suy
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
    return { is: 'op', op: { op: 'one', is: this.known(atom), back } }
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
  /** The machine says what one character of a class is. */
  known(atom: string): (one: string) => boolean {
    const pattern = new RegExp(`^(?:${atom})$`, this.flags.replace('m', ''))
    const said = new Map<string, boolean>()
    return one => {
      const known = said.get(one)
      if (known !== undefined) return known
      const is = pattern.test(one)
      said.set(one, is)
      return is
    }
  }
  place(sign: string): (text: string, at: number) => boolean {
    const isWord = this.known('\\w')
    const isNewLine = this.known('[\\n\\r\\u2028\\u2029]')
    const isBetween = (text: string, at: number): boolean =>
      (at > 0 && isWord(text[at - 1]!)) !== (at < text.length && isWord(text[at]!))
    if (sign === '\\b') return isBetween
    if (sign === '\\B') return (text, at) => !isBetween(text, at)
    const isLined = this.flags.includes('m')
    if (sign === '^') return (text, at) => at === 0 || (isLined && isNewLine(text[at - 1]!))
    return (text, at) => at === text.length || (isLined && isNewLine(text[at]!))
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

/** What is put back when a way is left: a place, or where to go on. */
type Turn = Readonly<{ pc: number; at: number; place: number }>

class Walk {
  steps = 0
  readonly read: Read
  readonly text: string
  constructor(read: Read, text: string) {
    this.read = read
    this.text = text
  }
  /** Where a program ends that begins here. */
  ends(program: Program, start: number, kept: (number | undefined)[]): number | undefined {
    const turns: Turn[] = []
    let [pc, at] = [0, start]
    for (;;) {
      const op = program[pc]!
      this.steps++
      if (op.op === 'end') return at
      let next: number | undefined = at
      if (op.op === 'one') next = this.one(op.is, at, op.back)
      else if (op.op === 'at') next = op.is(this.text, at) ? at : undefined
      else if (op.op === 'same') next = this.same(op, at, kept)
      else if (op.op === 'look') next = this.look(op, at, kept)
      else if (op.op === 'moved') next = kept[op.place] === at ? undefined : at
      else if (op.op === 'keep') {
        turns.push({ pc: -1, at: kept[op.place] ?? -1, place: op.place })
        kept[op.place] = at
      } else if (op.op === 'either') turns.push({ pc: op.other, at, place: 0 })
      if (next !== undefined) {
        at = next
        pc = op.op === 'go' ? op.to : op.op === 'either' ? op.first : pc + 1
        continue
      }
      let turn = turns.pop()
      for (; turn?.pc === -1; turn = turns.pop())
        kept[turn.place] = turn.at < 0 ? undefined : turn.at
      if (turn === undefined) return undefined
      ;[pc, at] = [turn.pc, turn.at]
    }
  }
  one(is: (one: string) => boolean, at: number, back: boolean): number | undefined {
    const { text } = this
    if (back ? at <= 0 : at >= text.length) return undefined
    const isTwo = this.read.whole && isPair(text, back ? at - 2 : at)
    const from = back ? at - (isTwo ? 2 : 1) : at
    const to = back ? at : at + (isTwo ? 2 : 1)
    return is(text.slice(from, to)) ? (back ? from : to) : undefined
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
  look(
    { inside, isNot }: Op & { op: 'look' },
    at: number,
    kept: (number | undefined)[],
  ): number | undefined {
    const inner = [...kept]
    const isThere = this.ends(inside, at, inner) !== undefined
    if (isThere && !isNot) for (const [n, value] of inner.entries()) kept[n] = value
    return isThere === isNot ? undefined : at
  }
}
