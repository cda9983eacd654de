import { fold } from '../../../../core/letters/words.ts'
import { pattern } from '../../../../core/pattern.ts'
import { FEASTS, goes, RIDE, rides } from './goals-said.ts'
import { doingOf, isKnown, keyOf, MOST_WORDS, phraseKey, TEACHES, verbOf } from './names.ts'
import { DETERMINERS, ELIDED, isSize, isVerb, SUBJECT, type Word } from './sentence.ts'
import { daysOf, EMPTY, GOES, HAVES, numberOf, PEOPLE, PROPOSES, TIES } from './small.ts'

/** What a sentence says is to be done, before the things it speaks of. */

/** When: never a thing. */
const MOMENTS = pattern()`
  ^(ete|hiver|automne|printemps|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre
  |novembre|decembre|matin|soir|depuis|avant|pendant)$
`
/** Doings that are also the name of a thing, when one gives, lends or sells it. */
const THINGS_TOO = new Set(
  (
    'cuisine couture taille photos recolte tricot crochet lecture retour garde compagnie ' +
    'chant courses transport visite'
  ).split(' '),
)
/** After a doing: with whom or where, no thing. */
const WHERE = new Set(['chez', 'avec', 'dans', 'contre', 'lors', 'selon'])
const WHEN = new Set(['a', 'aux', 'pendant', 'durant', 'pour', 'avant', 'apres', 'lors'])
const SEASONS = new Set(['fetes', ...FEASTS])
/** *À Noël*, *pendant les fêtes*: when, and no thing. */
const isSeason = (words: readonly Word[], i: number): boolean =>
  WHEN.has(words[i]!.word) &&
  SEASONS.has(words.slice(i + 1, i + 3).find(({ word }) => word !== 'les')?.word ?? '')
/** *Peigner*, *cuire*, *écrire*. */
const INFINITIVE = /^.{3,}(er|ir|dre|tre)$|^.{1,}(uire|lire|crire)$/
const isBurden = (word: string): boolean =>
  /^(un|une|des|du|mon|ma|mes|son|sa|ses)$/.test(word) || numberOf(word) !== undefined

/**
 * `act`: what is to be done; `said`: as it was written; `from`: the first word that says a thing.
 */
export type Lead = Readonly<{ act: string | undefined; said: string; from: number }>
type Done = Readonly<{ act: string; taken: number }>

/**
 * Past verbs, pronouns and people, to the first word that says a thing; what is to be done is noted
 * on the way.
 */
export function lead(words: readonly Word[], start: number, passes: boolean): Lead {
  let act: string | undefined
  let said = ''
  let i = start
  while (i < words.length) {
    const { word, after } = words[i]!
    if (act !== undefined && (/[,.;!?]/.test(after) || WHERE.has(word) || isSeason(words, i)))
      return { act, said, from: words.length }
    if (goes(words, i) || rides(words, i))
      return { act: RIDE, said: words[i]!.said, from: words.length }
    const done = act === undefined ? doingAt(words, i, i === start, passes) : undefined
    if (done !== undefined) {
      act = done.act
      said = words[i]!.said
      i += done.taken
    } else if (
      act === TEACHES &&
      doingOf([word]) !== undefined &&
      TIES.has(words[i + 1]?.word ?? '')
    )
      i++
    else if (isPassed(words, i) || isWorkshop(words, i)) i++
    else break
  }
  return { act, said, from: i }
}

const PASSED = pattern()`
  ^(pour|des|du|aux|au|qui|chez|avec|afin|et|paires?|heures?|heure|samedi|matin|quelques|dont|quand
  |si)$
`

function isPassed(words: readonly Word[], i: number): boolean {
  const { word } = words[i]!
  if (
    isVerb(word) ||
    PROPOSES.test(word) ||
    EMPTY.has(word) ||
    TIES.has(word) ||
    PEOPLE.has(word) ||
    ELIDED.has(word)
  )
    return true
  if (numberOf(word) !== undefined || (HAVES.test(word) && i < SUBJECT)) return true
  if (i < SUBJECT && MOMENTS.test(word)) return true
  if (PASSED.test(word)) return true
  return daysOf(word).length > 0
}

/** *Atelier tricot*: what is done there is what it is. */
function isWorkshop(words: readonly Word[], i: number): boolean {
  const next = contentFrom(words, i + 1, 1)[0]
  return (
    /^(ateliers?|stages?|seances?)$/.test(words[i]!.word) &&
    next !== undefined &&
    doingOf([next]) !== undefined
  )
}

/**
 * What is to be done, as words of the lexicon or a going somewhere, and how many words say it.
 * `passes`: a thing is given, lent or sold.
 */
function doingAt(
  words: readonly Word[],
  i: number,
  isMain: boolean,
  passes: boolean,
): Done | undefined {
  for (let n = Math.min(MOST_WORDS, words.length - i); n > 0; n--) {
    // *Repas livrés*, which no thing is named by.
    const said = words
      .slice(i, i + n)
      .map(({ word, said }) => (n > 1 && /^livr/.test(said) ? fold(said) : word))
    const small = said.filter(
      word => !TIES.has(word) && !EMPTY.has(word) && !['aux', 'des', 'du'].includes(word),
    )
    if (small.length === 0 || (n > 1 && said.length !== small.length && TIES.has(said.at(-1)!)))
      continue
    const named = isSize(words, i) ? undefined : doingOf(small)
    // *Descendre un piano* is no ride.
    const act = named === RIDE && isBurden(words[i + n]?.word ?? '') ? 'porter' : named
    if (act === undefined || (n > 1 && small.length === 1)) continue
    if (THINGS_TOO.has(small[0]!) && (passes || isOne(words, i))) continue
    if (n === 1 && phraseKey(contentFrom(words, i, 2)) !== undefined) continue
    return { act, taken: n }
  }
  if (isInfinitive(words, i)) return { act: keyOf(words[i]!.word), taken: 1 }
  // *Livres à donner*: nobody is told *tu*.
  const isToldYou = /[^s]es$/.test(words[i]!.word)
  const verb =
    isMain && !isSize(words, i) && !isToldYou ? verbOf(words[i]!.word, words[i]!.said) : undefined
  return verb !== undefined && !passes ? { act: verb, taken: 1 } : undefined
}

/** *Une cuisine*, *un tricot*: a thing, by its article. */
function isOne(words: readonly Word[], i: number): boolean {
  return (
    /^(cuisine|crochet|tricot|chant)$/.test(words[i]!.word) &&
    /^(un|une)$/.test(words[i - 1]?.word ?? '')
  )
}

/** A verb that the house has no name for, before what it is done to: *girobroyer une friche*. */
function isInfinitive(words: readonly Word[], i: number): boolean {
  const { word } = words[i]!
  const next = words[i + 1]
  if (
    next === undefined ||
    !(
      DETERMINERS.has(next.word) ||
      /^(des|du|d|en)$/.test(next.word) ||
      numberOf(next.word) !== undefined
    )
  )
    return false
  return (
    INFINITIVE.test(word) &&
    !isVerb(word) &&
    !isKnown(keyOf(word)) &&
    !EMPTY.has(word) &&
    !GOES.test(word)
  )
}

function contentFrom(words: readonly Word[], i: number, most: number): readonly string[] {
  return words
    .slice(i, i + most + 1)
    .map(one => one.word)
    .filter(word => !TIES.has(word))
    .slice(0, most)
}
