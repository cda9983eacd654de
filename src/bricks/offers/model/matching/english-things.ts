import { lazy } from '../../../../core/lazy.ts'
import { wordsOf } from '../../../../core/letters/words.ts'
import { listsOf } from './vocabulary.ts'

/**
 * What a village looks for, by its English names: a search in English finds what neighbours wrote
 * in French.
 */
const named = lazy(
  () =>
    new Map(
      listsOf('english').flatMap(([thing, names]) => names.map(name => [name, thing] as const)),
    ),
)
/** An English name as it is compared: without its plural, which is one letter in most. */
export const englishKey = (text: string): string =>
  wordsOf(text)
    .map(word => word.replace(/(?<=[^s])s$/, ''))
    .join(' ')
/** Words between the thing and the verb, which a search may hold. */
const SMALL: ReadonlySet<string> = new Set(
  wordsOf(
    'a an the some my for with of to need want looking find get buy rent borrow free second hand',
  ),
)

/**
 * The French name of what an English search asks for; undefined where no word of it is known.
 * `isWhole`: only where all its words but small ones name the thing.
 *
 * Law     the longest name is taken: *bike repair* is no bike.
 */
export function thingInFrench(asked: string, isWhole: boolean): string | undefined {
  const words = englishKey(asked)
    .split(' ')
    .filter(word => word !== '' && !SMALL.has(word))
  const least = isWhole ? words.length : 1
  for (let n = Math.min(words.length, 3); n >= Math.max(1, least); n--)
    for (let from = 0; from + n <= words.length; from++) {
      const thing = named().get(words.slice(from, from + n).join(' '))
      if (thing !== undefined) return thing
    }
  return undefined
}
