import { fold } from '../../core/letters/words.ts'
import { pattern } from '../../core/pattern.ts'
import { isFamilyName, isFirstName, isPlace, isWord } from '../guard/lexicon.ts'
import { JARGON } from '../guard/names-fr.ts'
import { sameAs } from './mask.ts'
import type { NotesPage } from './page.ts'
import { isName, tellsSituation } from './private.ts'
import { PROPER } from './words-made.ts'

/** A capitalised name of the notes that nothing explains, where it is first said. */
export type UnknownName = Readonly<{ name: string; from: number; to: number }>
/** How many names are asked about at most: a page of questions is answered by nobody. */
const MOST_NAMES = 14
const WEEK_OR_MONTH = pattern()`
  ^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars|avril|mai|juin
  |juillet|aout|septembre|octobre|novembre|decembre)$
`

/**
 * Names with a capital inside a sentence that no piece and no list of people explains. Questions,
 * never answers: two in three are nothing.
 */
export function unknownNames(
  page: NotesPage,
  known: readonly string[],
  isCommune: (name: string) => boolean,
): readonly UnknownName[] {
  const said = new Set(known.flatMap(title => [sameAs(title), ...wordsOf(title)]))
  const low = new Set(page.clear.match(/(?<![\p{L}'’-])\p{Ll}[\p{L}'’-]*/gu))
  const found = new Map<string, UnknownName>()
  for (const piece of page.pieces) {
    if (piece.block.heading > 0 || piece.block.mark === 'row') continue
    for (const m of piece.clear.matchAll(PROPER)) {
      const before = piece.clear.slice(0, m.index)
      const first = before.replace(/[^\p{L}\d]/gu, '') === '' || OPENS.test(before)
      const { name, at } = properOf(m[0].replace(/['’-]+$/, ''), first)
      const key = STREET.test(piece.plain.slice(0, m.index)) && isWord(name) ? '' : sameAs(name)
      if (
        key.length < 3 ||
        // A function of a spreadsheet.
        piece.clear.charAt(m.index + m[0].length) === '(' ||
        found.has(key) ||
        said.has(key) ||
        isCommune(key) ||
        (first && at === 0 && !name.includes(' ')) ||
        WEEK_OR_MONTH.test(key) ||
        key.split(' ').every(word => said.has(word)) ||
        isKnown(name, page) ||
        (isNobodys(name) && !LEADS_TO_ONE.test(before)) ||
        // A word that the same page also writes without its capital is a word like others.
        name.split(/\s/).every(word => SMALL.test(word) || low.has(word.toLowerCase())) ||
        tellsSituation(name)
      )
        continue
      const from = piece.from + m.index + at
      found.set(key, { name, from, to: from + name.length })
    }
  }
  return [...found.values()].slice(0, MOST_NAMES)
}
/**
 * *Enterrement de Marcel*, *Le Wi-Fi*, *J'ai*, *Demander à M*: a name without the ordinary words
 * that a sentence begins with, and without what no list takes for a name.
 */
function properOf(said: string, first: boolean): Readonly<{ name: string; at: number }> {
  const words = [...said.matchAll(/\S+/g)]
  const isOrdinary = (word: string): boolean =>
    SMALL.test(word) || ARTICLES.test(word) || (first && isWord(word) && !isFirstName(fold(word)))
  // *Les Croqueurs*: a plural of that kind is a body's own name.
  const isPlural = words.length === 2 && /^les$/i.test(words[0]![0])
  let [from, to] = [0, words.length]
  while (!isPlural && from < to && isOrdinary(words[from]![0])) from++
  while (to > from && (ARTICLES.test(words[to - 1]![0]) || SMALL.test(words[to - 1]![0]))) to--
  const kept = words.slice(from, to)
  const isJargon = kept.every(
    ([word]) =>
      word.split('-').every(part => JARGON.has(fold(part))) || NO_NAME_OF_ITS_OWN.test(word),
  )
  if (kept.length === 0 || isJargon) return { name: '', at: 0 }
  const [start, last] = [kept[0]!, kept.at(-1)!]
  return { name: said.slice(start.index, last.index + last[0].length), at: start.index }
}
/** Before the first word of a sentence: no stop of *M.*, of *J.*. */
const OPENS = /\p{L}{4}[.!?…][\s"»)’']*$/u
/**
 * A word of French, a mark with figures, a town of France: nobody's name, where no list of names
 * holds it too.
 */
const isNobodys = (name: string): boolean =>
  !isFirstName(fold(name)) &&
  !isFamilyName(fold(name)) &&
  (isPlace(name) || (!/\s/.test(name) && (isWord(name) || /\d/.test(name))))
/** Before somebody, whatever their name means: *chez Perdrix*, *voir Bouton*. */
const LEADS_TO_ONE = pattern('iu')`
  (?<!\p{L})(?:chez|voir|avec|par|appeler|demander à|prévenir|relancer|mme|mlle|m\.|mr|famille
  |dit|dite|fils|fille|père|mère|frère|sœur)\s+$
`
/** *rue du Four* asks nobody's name. */
const STREET = /\b(?:rue|chemin|route|place|impasse|allee) (?:de la |de l'|du |des |de )$/
const ARTICLES = /^(?:un|une|et|à|au|aux|il|elle|on)$/i
/** *J'ai*, *C'est*, *D'accord*. */
const NO_NAME_OF_ITS_OWN = /^(?:j|c|s|n|m|t|d|qu)['’]\p{Ll}/iu

/** A name of the lists; *Lucie Perrin* is none of *Jean-Claude Perrin*. */
const isKnown = (name: string, { names }: NotesPage): boolean => {
  const [first = '', ...others] = name.split(/\s/)
  const isAnother = others.length > 0 && !isName(first, names) && isFirstName(fold(first))
  return !isAnother && [first, ...others].some(word => isName(word, names))
}
const SMALL = /^(?:de|du|des|d'|la|le|les|en|et|à|l')$/i
const wordsOf = (title: string): readonly string[] =>
  sameAs(title)
    .split(' ')
    .filter(word => word.length > 3)
