import { doingOf, isKnown, keyOf, MOST_WORDS, phraseKey } from './names.ts'
import { DETERMINERS, ELIDED, isVerb, type Word } from './sentence.ts'
import { ALSO, BREAKS, EMPTY, numberOf, PEOPLE, TIES, WRAPS, wayOf } from './small.ts'

/** What a sentence is about: things, one after the other, each with what tells it from its like. */

/**
 * One thing said: its key, the word as it was written (`whole`: with its complements), and what
 * tells it from its like (*à coudre*, *de jardin*).
 */
export type SaidThing = Readonly<{
  key: string
  said: string
  whole: string
  mods: readonly Mod[]
  wrap?: string
  many?: number
}>
/**
 * What tells a thing from its like. `tied`: by *à*, *de* or *en* (*machine à coudre*); `for`: whom
 * it is for; else an adjective.
 */
export type Mod = Readonly<{ key: string; as: 'tied' | 'for' | 'plain' }>

/**
 * `todo`: what is to be done with a thing, said after it: *des pommes à presser*. `end`: the first
 * word that is of none of them.
 */
export type ThingsSaid = Readonly<{
  things: readonly SaidThing[]
  todo: string | undefined
  end: number
}>

export function thingsFrom(words: readonly Word[], start: number): ThingsSaid {
  const things: SaidThing[] = []
  let todo: string | undefined
  let i = start
  while (i < words.length && things.length < 6) {
    const one = thingAt(words, i)
    if (!one) break
    things.push(one.thing)
    todo ??= one.todo
    i = one.end
    const next = words[i]
    if (!next || !(ALSO.has(next.word) || /^\s*[,&+/]\s*$/.test(next.after))) break
    if (ALSO.has(next.word)) i++
    const after = words[i]
    if (
      !after ||
      (BREAKS.has(after.word) && !['du', 'des', 'au', 'aux'].includes(after.word)) ||
      isVerb(after.word)
    )
      break
  }
  return { things, todo, end: i }
}

/**
 * One thing: how many, what wraps it, its name as long as the lexicon knows it, then what tells it
 * apart.
 */
function thingAt(
  words: readonly Word[],
  start: number,
): Readonly<{ thing: SaidThing; todo: string | undefined; end: number }> | undefined {
  let i = start
  let many: number | undefined
  let wrap: string | undefined
  const isStop = (at: number) => at > start && /[.!?;:()]/.test(words[at]?.after ?? '')
  for (; i < words.length && !isStop(i); i++) {
    const { word } = words[i]!
    many ??= numberOf(word)
    if (
      numberOf(word) !== undefined ||
      EMPTY.has(word) ||
      TIES.has(word) ||
      ELIDED.has(word) ||
      ['du', 'des', 'au', 'aux'].includes(word)
    )
      continue
    const next = words[i + 1]?.word ?? ''
    if (
      WRAPS.has(word) &&
      ['de', 'd', 'des', 'du'].includes(next) &&
      longest(words, i).taken === 1
    ) {
      wrap = keyOf(word)
      continue
    }
    break
  }
  if (i >= words.length || isStop(i) || BREAKS.has(words[i]!.word) || isName(words, i))
    return undefined
  const { key, taken, said } = longest(words, i)
  const { mods, todo, end } = modsFrom(words, i + taken)
  const whole = words
    .slice(i, end)
    .map((one, j) => (j > 0 ? one.after : '') + one.said)
    .join('')
  return {
    thing: {
      key,
      said,
      whole,
      mods,
      ...(wrap ? { wrap } : {}),
      ...(many === undefined ? {} : { many }),
    },
    todo,
    end,
  }
}

/** A capital inside a sentence that names nothing known: a person, a village. */
function isName(words: readonly Word[], i: number): boolean {
  const { capital, word, after } = words[i]!
  return capital && i > 0 && !/[.:!?(]/.test(after) && !isKnown(keyOf(word))
}

/**
 * The longest name of the lexicon that begins here, else the word itself. `taken`: its words, those
 * that tie them included.
 */
function longest(
  words: readonly Word[],
  i: number,
): Readonly<{ key: string; taken: number; said: string }> {
  for (let n = 5; n > 1; n--) {
    const some = words.slice(i, i + n)
    if (some.length < n || some.slice(1).some(one => /[,.;:!?()]/.test(one.after))) continue
    const content = some.filter(
      ({ word }) =>
        numberOf(word) === undefined &&
        !TIES.has(word) &&
        !['l', 'la', 'le', 'les', 'du', 'des', 'pour', 'et', 'au', 'aux'].includes(word),
    )
    if (
      content.length < 2 ||
      content.length > MOST_WORDS ||
      TIES.has(some.at(-1)!.word) ||
      content.at(-1) !== some.at(-1)
    )
      continue
    const key = phraseKey(content.map(one => one.word))
    if (key !== undefined)
      return {
        key,
        taken: n,
        said: some.map((one, j) => (j > 0 ? one.after : '') + one.said).join(''),
      }
  }
  const { word, said } = words[i]!
  return { key: keyOf(word), taken: 1, said }
}

/** A verb, known or not, that says what a thing is for. */
const isToDo = (word: string): boolean =>
  doingOf([word]) !== undefined || (/^.{3,}(er|ir|dre|tre)$/.test(word) && !isKnown(keyOf(word)))

/** What tells a thing from its like, after it; and what is to be done with it. */
function modsFrom(
  words: readonly Word[],
  start: number,
): Readonly<{ mods: readonly Mod[]; todo: string | undefined; end: number }> {
  const mods: Mod[] = []
  let as: Mod['as'] = 'plain'
  let todo: string | undefined
  let i = start
  while (i < words.length) {
    const { word, after, capital } = words[i]!
    if (
      /[,.;:!?()]/.test(after) ||
      ALSO.has(word) ||
      (isVerb(word) && !(word === 'faire' && words[i - 1]?.word === 'a'))
    )
      break
    const next = words[i + 1]
    // *pour enfants* tells what it is; *pour la fête* what it is for.
    if (
      word === 'pour' &&
      next &&
      !EMPTY.has(next.word) &&
      !next.capital &&
      !isVerb(next.word) &&
      !isToDo(next.word)
    ) {
      as = 'for'
      i++
      continue
    }
    if (
      BREAKS.has(word) ||
      capital ||
      (TIES.has(word) && (next === undefined || next.capital || DETERMINERS.has(next.word)))
    )
      break
    // *à tondre*, *à faire tondre*.
    const tie = words[i - (words[i - 1]?.word === 'faire' ? 2 : 1)]?.word
    if (as === 'tied' && tie === 'a' && doingOf([word]) !== undefined) todo ??= doingOf([word])
    if (
      !TIES.has(word) &&
      !EMPTY.has(word) &&
      !PEOPLE.has(word) &&
      !ELIDED.has(word) &&
      numberOf(word) === undefined &&
      wayOf(word) === undefined
    ) {
      const { key, taken } = longest(words, i)
      mods.push({ key, as })
      as = 'plain'
      i += taken
    } else {
      if (TIES.has(word)) as = 'tied'
      i++
    }
  }
  return { mods, todo, end: i }
}

/** Keys that other words of the sentence hold. */
export function keysIn(words: readonly Word[]): readonly string[] {
  const keys: string[] = []
  for (let i = 0; i < words.length; ) {
    const { word } = words[i]!
    const isSmall =
      EMPTY.has(word) ||
      TIES.has(word) ||
      BREAKS.has(word) ||
      isVerb(word) ||
      ELIDED.has(word) ||
      word.length < 3
    const { key, taken } = longest(words, i)
    if (!isSmall && numberOf(word) === undefined) keys.push(key)
    i += isSmall ? 1 : taken
  }
  return [...new Set(keys)]
}
