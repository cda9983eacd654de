import { keepLast } from '../../../../core/byte-cache.ts'
import { lazyOf } from '../../../../core/lazy.ts'
import { ownJson } from '../../../../core/narrow.ts'
import { pattern } from '../../../../core/pattern.ts'
import type { TopicSaid } from '../topics/topics.ts'
import { lead } from './doing-said.ts'
import { type Goal, goals, RIDE } from './goals-said.ts'
import { isNamed } from './names.ts'
import { asExplained, begins, DETERMINERS, type Word, wordsIn } from './sentence.ts'
import { daysOf, PEOPLE, SEEKS, type TransferWay, wayOf } from './small.ts'
import { type SpokenNotice, sum } from './spoken.ts'
import { keysIn, type SaidThing, thingsFrom } from './things-said.ts'

/**
 * What the sentence of a notice says, as far as matching needs it.
 *
 * Shape   `act`: what is to be done (`RIDE` among others), when it is no thing that passes;
 *         `things`: what it is about, in order; `others`: keys said elsewhere in the sentence;
 *         `days`: weekdays, Monday 1; `towards`: where one goes.
 * Law     made from the text alone; never thrown by any text.
 */
export type NoticeMeaning = Readonly<{
  way: TransferWay | undefined
  hand: boolean
  act: string | undefined
  actSaid: string
  things: readonly SaidThing[]
  /** What is to be done with the thing, said after it: *des pommes à presser*. */
  todo: string | undefined
  /**
   * The thing is what is looked for, not what is told of: *cherche un vélo*, *un vélo pour…*; not
   * *mes gouttières fuient*.
   */
  sought: boolean
  others: readonly string[]
  days: readonly number[]
  towards: readonly Goal[]
}>

/** What does not work any more is to be mended. */
const BROKEN = pattern()`
  \ben panne\b|\bne? (?!peu|veu|v(a|oit|ont)\b|sai|condui|arriv|ai?\b|est\b|sommes\b
  |ont\b)\w+ plus\b|\bcasse(e|s|es)?\b|\bfuit\b|\brame\b|\bgoutte\b|\bgrince\b|\bderaille\b
  |\bdisjoncte\b|\bcreve(e|s)?\b|\bdetraque(e|s)?\b|\bbancal(e|es)?\b|\bcoince(e|s)?\b
  |\bbouche(e)\b|\babime(e|s|es)?\b|\becroule(e|s|es)?\b|\bderegle(e|s|es)?\b
  |\bsaute (des|un) points?\b|\b(sait|saurait) (la |le |les |l )?(regler|reparer|depanner)\b
`
/** *Qui peut m’emmener*. */
const CARRIED =
  /^(emmener|emmene|emmenerait|covoiturage|covoiturer|covoiture|covoit|trajet|vehiculer|vehicule)$/
/** To have, not to do. */
const HAD = pattern()`
  ^(avoir|trouver|recuperer|prendre|adopter|acheter|emprunter|disposer|obtenir|acquerir|recevoir
  |remplacer|completer|utiliser|profiter|changer)$
`
/** What names nothing yet: *de quoi abriter*, *un moyen de*, *un endroit où*. */
const VAGUE = pattern()`
  ^(quoi|chose|choses|truc|moyen|moyens|solution|idee|idees|conseil|conseils|endroit|lieu|outil
  |appareil|engin|materiel|aide)$
`

/**
 * Reads one sentence from left to right; each step takes the words that it knows and leaves the
 * rest.
 */
export function meaningOf(text: string): NoticeMeaning {
  const words = wordsIn(asExplained(text))
  const start = begins(words)
  const way = words.map(({ word }) => wayOf(word)).find(one => one !== undefined)
  const hand = isHand(words)
  const led = lead(words, start, way !== undefined && !hand && way !== 'share')
  const act = led.act ?? (isCarried(words) ? RIDE : undefined)
  const { things, todo, end } =
    act === RIDE ? { things: [], todo: undefined, end: words.length } : thingsFrom(words, led.from)
  return {
    way,
    hand,
    act,
    actSaid: led.said,
    things,
    sought: act === undefined && isSought(words, led.from),
    todo: todo ?? (BROKEN.test(words.map(({ word }) => word).join(' ')) ? 'reparer' : undefined),
    others: [...keysIn(words.slice(end)), ...keysIn(besideName(words, start))],
    days: [...new Set(words.flatMap(({ word }) => daysOf(word)))],
    towards: act === RIDE ? goals(words) : [],
  }
}

/** Arms are offered or looked for: *deux paires de bras*, *un coup de main*. */
const isHand = (words: readonly Word[]): boolean =>
  words.some(({ word }, i) => PEOPLE.has(word) && !isOwnPlace(words, i)) &&
  /coup|main|bras|aid|quelqu|benevol|volont|renfort|gens|monde/.test(
    words.map(({ word }) => word).join(' '),
  )
const isCarried = (words: readonly Word[]): boolean =>
  words.some(({ word }, i) => CARRIED.test(word) && /^(m|nous)$/.test(words[i - 1]?.word ?? ''))

/** *Étienne, ancien prof de maths, aide*: what stands between a name and its verb. */
function besideName(words: readonly Word[], start: number): readonly Word[] {
  const [first, second] = words
  return first?.capital && second?.after.includes(',') ? words.slice(1, start) : []
}

/** *sa demande d’APL*. */
function isNoun(words: readonly Word[], i: number): boolean {
  return words[i]!.word === 'demande' && DETERMINERS.has(words[i - 1]?.word ?? '')
}

/** *Voudrait fabriquer une étagère*, *cherche à se loger*: to be done, not to be had. */
function wantsToDo(words: readonly Word[]): boolean {
  const at = words.findIndex(({ word }) => SEEKS.test(word) || word === 'veut' || word === 'va')
  if (at < 0) return false
  let next = at + 1
  while (
    next < words.length &&
    /^(a|se|s|y|me|m|en|pouvoir|nous|l|le|la|les)$/.test(words[next]!.word)
  )
    next++
  const word = words[next]?.word ?? ''
  const isVerbal = /^.{2,}(er|ir|dre|tre|ire)$/.test(word) && (next > at + 1 || !isNamed(word))
  return isVerbal && wayOf(word) === undefined && !HAD.test(word)
}

function isSought(words: readonly Word[], from: number): boolean {
  if (words.slice(0, from + 1).some(({ word }) => VAGUE.test(word))) return false
  if (
    wantsToDo(words) ||
    words.some(({ word, after }) => /^(est|sont|manque|attend)$/.test(word) && !/[.!?]/.test(after))
  )
    return false
  return (
    words.slice(0, from).some(({ word }, i) => SEEKS.test(word) && !isNoun(words, i)) ||
    /^(un|une|des|du|d|de)$/.test(words[0]?.word ?? '')
  )
}

/** *à la main*, *en main propre* are no arms. */
function isOwnPlace(words: readonly Word[], i: number): boolean {
  const before = words[i - 1]?.word
  return words[i]!.word === 'main' && (before === 'la' || before === 'en' || before === 'a')
}

/** The same, kept for the last texts: a page argues hundreds of them. About a kilobyte each. */
export const meaningKept = keepLast({ name: 'meanings', most: 3 * 1024 * 1024 }, meaningOf)

/**
 * Every key that a sentence holds, the surest first, and its doing; made once, since one notice is
 * argued with hundreds.
 */
export const contentOf = lazyOf(({ things, others, act }: NoticeMeaning): readonly string[] => [
  ...new Set([
    ...things.flatMap(({ key, mods }) => [key, ...mods.map(mod => mod.key)]),
    ...others,
    ...(act ? [act] : []),
  ]),
])

/** What a sentence says and is about, with a sum of the text that it was read from. */
type NoticeReading = readonly [of: string, said: NoticeMeaning, topics: readonly TopicSaid[]]
export const textSum = ({ title, more }: SpokenNotice): string => sum(`${title}\n${more}`, 1)
/** What the tables keep of a notice; undefined where they keep nothing, or that of another text. */
export const readingKept = lazyOf((one: SpokenNotice): NoticeReading | undefined => {
  const kept = one.reading ? ownJson<NoticeReading>(one.reading) : undefined
  return kept?.[0] === textSum(one) ? kept : undefined
})

/** The sentence, and what was chosen beside it: a helping hand, a ride. */
export const saidBy = lazyOf((one: SpokenNotice): NoticeMeaning => {
  const said = readingKept(one)?.[1] ?? meaningKept(one.title)
  const hand = said.hand || one.hand === true || one.mode === 'hand'
  if (one.mode === 'ride' && said.act !== RIDE) return { ...said, hand, act: RIDE }
  return hand === said.hand ? said : { ...said, hand }
})
