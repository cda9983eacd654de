import { lazy } from '../../../../core/lazy.ts'
import { fold, wordsOf } from '../../../../core/letters/words.ts'
import { nullPrototype } from '../../../../core/null-prototype.ts'
import { pattern } from '../../../../core/pattern.ts'
import { conjugated, doingOf, isKnown, isNamed, keyOf, phraseKey } from './names.ts'
import { EMPTY, GOES, HAVES, MODALS, numberOf, PROPOSES, SEEKS, TIES, wayOf } from './small.ts'
import { entriesOf } from './vocabulary.ts'

/**
 * `shown`: as written; `said`: without capitals; `word`: folded; `after`: what stands between it
 * and the word before.
 */
export type Word = Readonly<{
  shown: string
  said: string
  word: string
  capital: boolean
  after: string
}>
const WORD = /[\p{L}\p{N}]+/gu

/** Words that folding would make one: *a* and *à*, *ou* and *où*, *livré* and *livre*. */
const ACCENTED: Readonly<Record<string, string>> = nullPrototype({
  a: 'ha',
  où: 'dont',
  livré: 'rendu',
  livrés: 'rendu',
  livrée: 'rendu',
  livrées: 'rendu',
})

/** *Un timbre de vélo*, before what explains it. */
const THING = '(?:une?|des|du)[ ](?:(?!(?:une?|des)[ ])[^ ,.;:!?()]+[ ]){0,5}?[^ ,.;:!?()]+'
const EXPLAINED = pattern('giu')`
  (?<!\p{L})${THING}(?:[ ,:(]+(?:c['’ ]est[- ]à[- ]dire|autrement dit|je veux dire|ou plutôt|enfin)
  [ ,:]+(?=(?:une?|des|du)[ ])|[ ]?[,:(][ ]?(?=${THING}[ ,]+quoi(?! \p{L})))
`
const manySenses = lazy(() => new Set(entriesOf('senses').map(([key]) => key)))
const hasSenses = (text: string): boolean =>
  wordsOf(text).some(word => manySenses().has(keyOf(word)))
/**
 * The sentence without a word of several senses that it explains, or says again with more: *…, une
 * sonnette quoi*, *une souris, enfin une souris d’ordinateur*.
 */
export function asExplained(text: string): string {
  if (!EXPLAIN.test(text)) return text
  return text.replace(EXPLAINED, (thing: string, at: number) => {
    const [article = '', noun = ''] = thing.split(/[ ,:(]+/)
    const isAgain = text.slice(at + thing.length).startsWith(`${article} ${noun}`)
    return isAgain || hasSenses(thing) ? '' : thing
  })
}
const EXPLAIN = /dire|autrement|plutôt|enfin|quoi/i

export function wordsIn(text: string): readonly Word[] {
  let last = 0
  return [...text.slice(0, 600).matchAll(WORD)].map(match => {
    const after = text.slice(last, match.index)
    last = match.index + match[0].length
    const said = match[0].toLowerCase()
    return {
      shown: match[0],
      said,
      word: ACCENTED[said] ?? fold(said),
      capital: /^\p{Lu}/u.test(match[0]),
      after,
    }
  })
}

export const isVerb = (word: string): boolean =>
  SEEKS.test(word) || wayOf(word) !== undefined || MODALS.test(word) || PROPOSES.test(word)
/** What an apostrophe leaves behind. */
export const ELIDED = new Set('l d j m t s n c qu'.split(' '))
/** What stands before a thing, and never before a complement that tells what it is. */
export const DETERMINERS = new Set(
  (
    'quelques plusieurs la l le les un une mon ma mes son sa ses notre nos leur leurs votre ' +
    'vos ce cet cette ces tout toute tous toutes'
  ).split(' '),
)
/** How far into a sentence its verb may stand. */
export const SUBJECT = 7

/**
 * Where what is said of the thing begins: after the name of who speaks and their verb; 0 where the
 * thing comes first.
 */
export function begins(words: readonly Word[]): number {
  // *Denis, électricien à la retraite, dépanne*
  const named =
    words.length > 1 &&
    words[0]!.capital &&
    words[1]!.after.includes(',') &&
    !isKnown(keyOf(words[0]!.word))
  for (let i = 0; i < Math.min(words.length, SUBJECT); i++) {
    const { word, said, after } = words[i]!
    if (word === 'demande' && DETERMINERS.has(words[i - 1]?.word ?? '')) continue
    if (i > 0 && /[.!?]/.test(after)) return 0
    if (i === 0 && doingOf([word]) !== undefined) return 0
    // *À donner : …*, *Vide-grenier : …*; but *Papier : qui en veut ?*
    if (i > 0 && after.includes(':') && word !== 'qui' && word !== 'quelqu') return i
    if (
      i > 1 &&
      after.includes(',') &&
      !named &&
      !/^(je|j|on|nous)$/.test(word) &&
      (!isVerb(word) || word === 'pret')
    )
      return 0
    // *À venir chercher* asks nothing.
    if (i > 1 && /^chercher$/.test(word) && /^(venir|aller|a)$/.test(words[i - 1]!.word)) return 0
    // *Recherchée*, *mon vélo est prêté*: the thing stands before it.
    if (i > 0 && /ée?s?$/.test(said) && (SEEKS.test(word) || wayOf(word) !== undefined)) return 0
    if (i > 1 && words[i - 1]!.word === 'a' && isVerb(word) && !SEEKS.test(words[i - 2]!.word))
      return 0
    if (isTold(words, i) || isTradeOf(words, i)) return i + 1
    const before = words[i - 1]?.word ?? ''
    const isMain =
      i > 0 &&
      i <= 3 &&
      isSomebody(words[0]!) &&
      !TIES.has(before) &&
      !DETERMINERS.has(before) &&
      !/^(des|du|aux?)$/.test(before) &&
      !isSize(words, i)
    if (
      isVerb(word) ||
      HAVES.test(word) ||
      (isMain && (conjugated(word, said) || (GOES.test(word) && !/[ei]r$|re$/.test(word))))
    ) {
      if (HAVES.test(word) && (i === 0 || !isSubject(words.slice(0, i)))) continue
      return i
    }
  }
  return named ? 1 : 0
}
/** What stands behind a size, and behind no number of plants to be pruned. */
const BEHIND_SIZE =
  /^(a|ha|pour|en|et|ou|ans|comme|jamais|tres|bon|neuf|neuve|portee?|femme|homme)$/
/** *Robe taille 40*, *taille M*: how large it is, and nothing to be pruned. */
export function isSize(words: readonly Word[], i: number): boolean {
  const [size, behind] = [words[i + 1], words[i + 2]]
  if (words[i]!.word !== 'taille' || size === undefined) return false
  if (/^(x{0,3}[sl]|m|unique)$/.test(size.word)) return true
  const isLast = !behind || /[,.;:!?()/]/.test(behind.after) || BEHIND_SIZE.test(behind.word)
  return /^\d{1,2}$/.test(size.word) && isLast
}

/** A name, or who speaks. */
const isSomebody = ({ capital, word }: Word): boolean => capital || /^(je|j|on|nous)$/.test(word)
/** *Cécile est couturière*, *je suis couturière*. */
const isTradeOf = (words: readonly Word[], i: number): boolean =>
  /^(est|suis)$/.test(words[i]!.word) &&
  i > 0 &&
  i < 3 &&
  isSomebody(words[0]!) &&
  doingOf([words[i + 1]?.word ?? '']) !== undefined

/**
 * *Gilbert rallume son four*, *Coline doit emmener*: after a first name, a verb that the house does
 * not know, and what it is done to.
 */
function isTold(words: readonly Word[], i: number): boolean {
  const { word, capital } = words[i]!
  const next = words[i + 1]
  if (
    i === 0 ||
    next === undefined ||
    capital ||
    word.length < 4 ||
    !/(e|es|ent|t|d|ds|s)$/.test(word)
  )
    return false
  const isName =
    words[0]!.capital &&
    words[0]!.word.length > 2 &&
    (!isNamed(words[0]!.word) || /^(n|ne)$/.test(words[1]!.word))
  if (
    !isName ||
    !words.slice(1, i).every(one => one.capital || /^(et|n|ne|s|se|y|en|l|les)$/.test(one.word))
  )
    return false
  if (phraseKey([words[0]!.word, word]) !== undefined) return false
  if (
    isVerb(word) ||
    GOES.test(word) ||
    isKnown(keyOf(word)) ||
    doingOf([word]) !== undefined ||
    conjugated(word, words[i]!.said)
  )
    return false
  return (
    DETERMINERS.has(next.word) ||
    /^(des|du|plus|pas)$/.test(next.word) ||
    (numberOf(next.word) !== undefined && !/\d/.test(next.word)) ||
    /^.{3,}(er|ir|dre|tre)$/.test(next.word)
  )
}

/** *Hugo*, *je*, *l’école de Trelins*; not *papier* in *papier à dessin*. */
const isSubject = (words: readonly Word[]): boolean =>
  (words[0]!.capital || words[0]!.word.length <= 4) &&
  (words[0]!.word.length <= 4 ||
    words.length === 1 ||
    words.some(({ word }) => word === 'et' || EMPTY.has(word)))
