import { lazy } from '../../../core/lazy.ts'
import { fold, stems, wordsOf } from '../../../core/letters/words.ts'
import { pattern } from '../../../core/pattern.ts'
import { isKnown, kindsOf } from './matching/names.ts'
import { wordsIn } from './matching/sentence.ts'
import { keysIn } from './matching/things-said.ts'

/**
 * The themes of a sentence that names none of them: *une débroussailleuse* is a tool, *des ourlets*
 * are sewing. A filter finds it there.
 */

/** A theme with its synonyms, folded. */
export type ThemeKnown = Readonly<{ id: string; words: readonly string[] }>

/**
 * A word of a theme, then what stands under it and is no thing of the lexicon: trades and jobs.
 *
 * Source  our own, from the words of notices boards.
 */
const UNDER = `
couture: ourlet, ourlets, retouche, retouches, mercerie, couturière, recoudre, repriser
garde d enfants: nounou, nourrice, baby sitting, babysitting, baby sitter, bébé, assistante
  maternelle
nourriture: pain, miel, œufs, fromage, confiture, confitures, fruits, pommes, noix, châtaignes
musique: chorale, fanfare
`
/** An indented line goes on with the line above it. */
const linesOf = (text: string): readonly string[] =>
  text
    .replace(/\n {2,}/g, ' ')
    .split('\n')
    .filter(line => line.trim() !== '')
/** They name a thing in one sentence and something else in many. */
const homonyms = lazy(() => new Set(stems('clé porte lit bureau pile pêche glace')))

const under = lazy(() =>
  linesOf(UNDER).map(line => {
    const [theme = '', said = ''] = line.split(':')
    return { theme: fold(theme).trim(), said: said.split(',').map(one => stems(one)) }
  }),
)

/**
 * Words of one thing together, of which none is told alone: potatoes are no ground. What a thing is
 * counted in is no thing: a pallet of paper is paper.
 */
const ONE_THING = pattern('gu')`
  \bpommes? de terre\b|\bpapiers? (?:administratifs?|d identite|officiels?|a remplir)\b
  |\b(?:mes|vos|ses|leurs|les) papiers\b|\bpapiers? (?:peints?|toilette)\b
  |\b(?:palettes?|sacs?|caisses?|cagettes?|cageots?|cartons?|seaux?|bidons?|bocaux)(?= (?:de|d) )
  |\b(?:par|en) (?:palettes?|sacs?|cartons?)\b
`
/** *Livré* is brought, *livres* are read: an accent says which. */
const BROUGHT = /(?<!\p{L})livrée?s?(?!\p{L})/giu
const withoutThings = (sentence: string): string =>
  fold(sentence.normalize('NFC').replace(BROUGHT, ' ')).replace(ONE_THING, ' ')
const FEW_LETTERS = 3

/**
 * Whether a sentence tells a word of a theme: by its stem, or, where the stem is too short to say
 * one thing, as it is written. *Aide* is no word of *aidants*.
 */
export function tellsWord(sentence: string): (word: string) => boolean {
  const plain = withoutThings(sentence)
  const heard = new Set(stems(plain))
  const written = new Set(wordsOf(plain).map(singular))
  const isTold = (word: string): boolean => {
    const [stem] = stems(word)
    return stem !== undefined && stem.length > FEW_LETTERS
      ? heard.has(stem)
      : written.has(singular(word))
  }
  return words => {
    const all = wordsOf(words).filter(word => stems(word).length > 0)
    return all.length > 0 && all.every(isTold)
  }
}
const singular = (word: string): string => word.replace(/[sx]$/, '')

/**
 * The themes of the things that the sentence names, by what is a kind of what.
 *
 * Law     a theme is one of those that are known; no order of them and no clock changes the answer.
 */
export function themesNear(sentence: string, known: readonly ThemeKnown[]): readonly string[] {
  const named = keysIn(wordsIn(sentence)).filter(key => isKnown(key) && !homonyms().has(key))
  const above = new Set(named.flatMap(key => [key, ...kindsOf(key)]))
  const heard = new Set(stems(withoutThings(sentence)))
  const jobs = new Set(
    under()
      .filter(({ said }) => said.some(one => one.length > 0 && one.every(stem => heard.has(stem))))
      .map(({ theme }) => theme),
  )
  const isNear = (word: string): boolean => {
    const [key, ...others] = keysIn(wordsIn(word))
    return jobs.has(word) || (key !== undefined && others.length === 0 && above.has(key))
  }
  return known.filter(({ words }) => words.some(isNear)).map(({ id }) => id)
}
