import { lazy } from '../../core/lazy.ts'
import { fold } from '../../core/letters/words.ts'
import { familyOf } from '../french/families.ts'
import { infinitiveOf } from '../french/infinitives.ts'
import * as files from '../french/lexicon.cjs'
import { isWord } from '../guard/lexicon.ts'
import { singular } from './small-words.ts'

/**
 * What neighbours write of what somebody searches in another word: who types *nounou* is answered
 * by a childminder, *bagnole* by a car, *library* by the library. The lines are data
 * (`words/README.md`), read when they are first asked for.
 */
const lines = lazy(() => {
  const known = new Map<string, readonly string[]>()
  for (const line of files.everyday().lines) {
    const [typed = '', written = ''] = line.split('=')
    for (const key of typed.split('|').map(fold))
      known.set(key, [...new Set([...(known.get(key) ?? []), ...written.split('|')])])
  }
  return known
})

/** How an act is written by who does it: *ramoner*, *ramoneur*. */
const doersOf = (verb: string): readonly string[] =>
  verb.endsWith('er') ? [`${verb.slice(0, -2)}eur`, `${verb.slice(0, -2)}euse`].filter(isWord) : []

/** A word as lines write it: in the singular, a verb in the infinitive. */
const formsOf = (word: string): readonly string[] => [word, singular(word), ...infinitiveOf(word)]
/** Two words that lines name together: *garder+enfant* of *gardent les enfants*. */
export function pairOf(one: string, other: string): string | undefined {
  if (!firsts().has(one) && !formsOf(one).some(form => firsts().has(form))) return undefined
  for (const first of formsOf(one))
    for (const second of formsOf(other))
      if (lines().has(`${first} ${second}`)) return `${first} ${second}`
  return undefined
}
const firsts = lazy(
  () =>
    new Set([...lines().keys()].filter(key => key.includes(' ')).map(key => key.split(' ')[0]!)),
)

/** Things that are also forms of verbs: who types *bois* looks for wood, and drinks nothing. */
const THINGS: ReadonlySet<string> = new Set(
  (
    'bois lit lits livre livres cours place places ferme fermes tour tours montre montres porte ' +
    'portes marche marches peche peches presse presses pompe pompes table tables serre serres ' +
    'pile piles piste pistes plante plantes poste postes tente tentes voile voiles planche vis ' +
    'mousse mousses cire colle colles selle selles neige neiges fil fils moule moules'
  ).split(' '),
)

/** What neighbours may write of a folded word, the nearest first. */
export function otherWords(word: string): readonly string[] {
  const own = [...new Set([word, singular(word)])].flatMap(one => lines().get(one) ?? [])
  const acted = infinitiveOf(word)
  // A line names it itself: *bus* is no form of *boire*. A verb in the infinitive stays one.
  const isNamed = own.length > 0 && !acted.includes(word)
  const read = THINGS.has(word) ? [] : [familyOf(word), ...(isNamed ? [] : acted)]
  const verbs = [...new Set(read)].filter(one => one !== word)
  const acts = verbs.flatMap(verb => [verb, ...doersOf(verb)])
  const doers = /er$/.test(word) ? doersOf(word) : []
  const more = own.length > 0 ? [] : verbs.flatMap(verb => lines().get(verb) ?? [])
  return [...new Set([...own, ...more, ...acts, ...doers])].filter(one => fold(one) !== word)
}
