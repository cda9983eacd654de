import { IN_WORDS, numberInWords } from '../../../core/letters/numbers-fr.ts'
import { fold } from '../../../core/letters/words.ts'

/** *S’il y a cinq personnes*: from how many people an idea says that one meets. */

/** *8:30*, *19,50*, *deux ou trois* are no number of people. */
const N =
  `(?:au moins |plus de )?(\\d{1,2}|${IN_WORDS})(?![\\p{L}\\d]|[.,:/]\\d` +
  `| (?:ou|a) (?:\\d|(?:${IN_WORDS})(?!\\p{L})))`
const PEOPLE =
  'personnes?|gens|volontaires?|interesse\\S{0,2}|participant\\S{0,2}|inscrit\\S{0,2}|' +
  'habitant\\S{0,2}|voisin\\S{0,2}|familles?|foyers?|partant\\S{0,2}'
const OF_PEOPLE = `(?= (?:${PEOPLE})(?![\\p{L}\\d]))`
/** Nothing follows that could be an hour, an age or a price. */
const ALONE = '(?= ?(?:[.,;:!?)»]|$))'
const WE_ARE =
  "(?:si|quand|des qu[e’' ] ?|lorsqu[e’' ] ?) ?(?:on (?:est|sera|serait)|nous (?:sommes|serons))"
const NOT_COUNTED =
  '(?! ?(?:[%€]|(?:ans?|euros?|h|heures?|min|minutes?|jours?|semaines?|mois|m|metres?|km' +
  '|kilometres?|kg|degres?)(?!\\p{L})))'
const SAID = [
  `(?:s[’' ] ?il y (?:a|avait)|si y a|quand il y aura|il faut(?: etre)?) ${N}${OF_PEOPLE}`,
  `a partir de ${N}(?:${OF_PEOPLE}|${ALONE})`,
  `${WE_ARE} ${N}${NOT_COUNTED}`,
  `il faut etre ${N}${NOT_COUNTED}`,
].map(said => new RegExp(`(?<![\\p{L}\\d])${said}`, 'gu'))
/** Longer texts say it at their beginning. */
const LONGEST = 600
const [LEAST, MOST] = [2, 99]

/** Undefined where no number of people is said, or more than one. */
export function peopleWanted(text: string): number | undefined {
  const plain = fold(text.slice(0, LONGEST)).replace(/\s+/g, ' ')
  const found = SAID.flatMap(said =>
    [...plain.matchAll(said)].map(([, n = '']) => (/\d/.test(n) ? Number(n) : numberInWords(n))),
  )
  const [first, ...others] = new Set(found)
  const isOne = first !== undefined && others.length === 0
  return isOne && first >= LEAST && first <= MOST ? first : undefined
}
