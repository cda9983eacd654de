import { lazy } from '../../../core/lazy.ts'
import { fold, stems } from '../../../core/letters/words.ts'
import { kindsOf } from './matching/names.ts'
import { wordsIn } from './matching/sentence.ts'
import { keysIn } from './matching/things-said.ts'
import { linesOf } from './matching/vocabulary.ts'

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
/** They name a thing in one sentence and something else in many. */
const homonyms = lazy(() => new Set(stems('clé porte lit bureau pile pêche glace')))

const under = lazy(() =>
  linesOf(UNDER).map(line => {
    const [theme = '', said = ''] = line.split(':')
    return { theme: fold(theme).trim(), said: said.split(',').map(one => stems(one)) }
  }),
)

/**
 * The themes of the things that the sentence names, by what is a kind of what.
 *
 * Law     a theme is one of those that are known; no order of them and no clock changes the answer.
 */
export function themesNear(sentence: string, known: readonly ThemeKnown[]): readonly string[] {
  const named = keysIn(wordsIn(sentence)).filter(key => !homonyms().has(key))
  const above = new Set(named.flatMap(key => [key, ...kindsOf(key)]))
  const heard = new Set(stems(sentence))
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
