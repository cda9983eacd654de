import { stepsOf } from './steps.ts'

type Own = (this: unknown, ...given: unknown[]) => unknown
type Holder = Record<PropertyKey, unknown>

/** Methods of a text that go through all of it, and those that stop where they find. */
const WHOLE = [
  'normalize',
  'toLowerCase',
  'toUpperCase',
  'split',
  'replace',
  'replaceAll',
  'match',
  'trim',
  'localeCompare',
  Symbol.iterator,
]
const FINDING = ['indexOf', 'lastIndexOf', 'includes']
/** What a text is cut to costs little, yet not nothing: it is copied sooner or later. */
const CUTTING = ['slice', 'substring', 'repeat', 'padStart', 'padEnd', 'concat']
const COPIED = 32
/** Methods of a list that ask a function of its members, and those that go through all of them. */
const ASKING =
  'map filter some every find findIndex findLast flatMap reduce forEach sort toSorted'.split(' ')
const LISTED = [
  'includes',
  'indexOf',
  'concat',
  'join',
  'reverse',
  'splice',
  'toSpliced',
  'shift',
  Symbol.iterator,
]

/**
 * What a function does to a text, counted: the characters that its patterns look at, those that the
 * methods of a text go through, the members of the lists that it walks. The count grows as the time
 * does, and is the same on every machine.
 *
 * Absent  a loop by index that asks nothing of what it reads.
 */
export function workOf(work: () => unknown): number {
  let count = 0
  let isOff = false
  const add = (cost: () => number): void => {
    isOff = true
    try {
      count += 1 + cost()
    } finally {
      isOff = false
    }
  }
  const counted =
    (cost: (self: { length: number }, answer: unknown, given: readonly unknown[]) => number) =>
    (own: Own): Own =>
      function (this: unknown, ...given) {
        const answer = Reflect.apply(own, this, given)
        if (!isOff) add(() => cost(this as { length: number }, answer, given))
        return answer
      }
  const asked = (own: Own): Own =>
    function (this: unknown, ...given) {
      const ask = given[0]
      if (isOff || typeof ask !== 'function') return Reflect.apply(own, this, given)
      count++
      given[0] = function (this: unknown, ...each: unknown[]) {
        count++
        return Reflect.apply(ask, this, each)
      }
      return Reflect.apply(own, this, given)
    }
  const searched = (own: Own): Own =>
    function (this: unknown, ...given) {
      const pattern = this as RegExp
      const from = pattern.global || pattern.sticky ? pattern.lastIndex : 0
      const answer = Reflect.apply(own, this, given) as RegExpExecArray | null
      if (!isOff) add(() => sameSteps(pattern, String(given[0]), from, answer))
      return answer
    }
  const text = String.prototype as unknown as Holder
  const list = Array.prototype as unknown as Holder
  const undo = [
    ...WHOLE.map(name =>
      instead(
        text,
        name,
        counted(self => self.length),
      ),
    ),
    ...FINDING.map(name => instead(text, name, counted(passedBy))),
    ...CUTTING.map(name =>
      instead(
        text,
        name,
        counted((_, cut) => (cut as string).length / COPIED),
      ),
    ),
    ...LISTED.map(name =>
      instead(
        list,
        name,
        counted(self => self.length),
      ),
    ),
    instead(
      list,
      'slice',
      counted((_, cut) => (cut as readonly unknown[]).length),
    ),
    ...ASKING.map(name => instead(list, name, asked)),
    instead(
      Set.prototype as unknown as Holder,
      'has',
      counted(() => 0),
    ),
    ...['get', 'has'].map(name =>
      instead(
        Map.prototype as unknown as Holder,
        name,
        counted(() => 0),
      ),
    ),
    instead(RegExp.prototype as unknown as Holder, 'exec', searched),
  ]
  try {
    work()
  } finally {
    for (let at = undo.length - 1; at >= 0; at--) undo[at]!()
  }
  return count
}

/** What a search of a text for another went through, from where it began. */
function passedBy(self: { length: number }, answer: unknown, [, from]: readonly unknown[]): number {
  const start = typeof from === 'number' ? from : 0
  return Math.max(0, (typeof answer === 'number' && answer >= 0 ? answer : self.length) - start)
}

/** The steps of one search; what is counted is what the machine did, or the count says nothing. */
function sameSteps(
  pattern: RegExp,
  text: string,
  from: number,
  answer: RegExpExecArray | null,
): number {
  const { at, to, steps } = stepsOf(pattern, text, from)
  const isSame = answer === null ? at === -1 : at === answer.index && to === at + answer[0].length
  if (!isSame)
    throw new Error(
      `counted otherwise than the machine finds: ${pattern} at ${at}, not ${answer?.index}`,
    )
  return steps
}

/** Puts another function in its place; answers how to put it back. */
function instead(holder: Holder, name: PropertyKey, made: (own: Own) => Own): () => void {
  const own = holder[name] as Own
  const how = Object.getOwnPropertyDescriptor(holder, name)!
  Object.defineProperty(holder, name, { ...how, value: made(own) })
  return () => void Object.defineProperty(holder, name, how)
}
