import { lazy } from '../../../../core/lazy.ts'
import { wordsOf } from '../../../../core/letters/words.ts'
import { contentOf, type NoticeMeaning } from './meaning.ts'
import { isKnown, keyOf, kindsOf } from './names.ts'
import type { SpokenNotice } from './spoken.ts'
import type { SaidThing } from './things-said.ts'
import { entriesOf } from './vocabulary.ts'

/**
 * One word, several things: *un bureau* of oak and one to rent, *des avocats* by the crate and one
 * for a lawsuit. A sense is told by what stands around the word; where either notice tells none,
 * nothing is held against it but a rare sense: one of which nobody thinks first, and that both must
 * tell.
 */
type WordSet = ReadonlySet<string>
type Sense = Readonly<{ cues: WordSet; isRare: boolean }>
const senses = lazy(
  () =>
    new Map<string, readonly Sense[]>(
      entriesOf('senses').map(([key, all]) => [
        key,
        all.split('|').map(sense => ({
          cues: new Set(sense.replace('!', '').split(',')),
          isRare: sense.startsWith('!'),
        })),
      ]),
    ),
)

const keysOf = (words: string): WordSet => new Set(words.split(', ').map(keyOf))
/** What fits one thing only by what it is a part of, or what it is put on. */
const fitted = lazy(() =>
  keysOf(
    'selle, roue, housse, couvercle, pièce, moteur, cage, niche, panier, casque, sangle, ' +
      'câble, chargeur, batterie, cartouche, manche, lame, filtre, pompe, poignée, ' +
      'courroie, coussin, litière',
  ),
)
/** What is a part of a thing too, and fits many. */
const parts = lazy(() =>
  keysOf(
    'flexible, joint, pédale, guidon, pneu, chaîne, antivol, bougie, roulette, mèche, foret, ' +
      'vitre, grille, télécommande, adaptateur, rétroviseur, corde, bouchon, tiroir',
  ),
)
/** *Une selle de vélo*, *les cordes d’une guitare*: a part, or what is put on it. */
export const isPart = (key: string): boolean => fitted().has(key) || parts().has(key)

/** Everything that a notice says around a thing. */
function around(one: SpokenNotice, said: NoticeMeaning, thing: SaidThing): WordSet {
  const all = new Set([
    ...contentOf(said),
    ...wordsOf(`${one.title} ${one.more}`.slice(0, 400)).map(keyOf),
  ])
  all.delete(thing.key)
  return all
}

/** Whether the same word names two things: each notice tells which, and they differ. */
export function isTwoSenses(
  thing: SaidThing,
  a: readonly [SpokenNotice, NoticeMeaning],
  b: readonly [SpokenNotice, NoticeMeaning],
): boolean {
  const all = senses().get(thing.key)
  if (all !== undefined) {
    const [mine, theirs] = [around(...a, thing), around(...b, thing)]
    const [ofMine, ofTheirs] = [mine, theirs].map(told =>
      all.filter(({ cues }) => [...told].some(key => cues.has(key))),
    )
    const isRare = [...ofMine!, ...ofTheirs!].some(sense => sense.isRare)
    const isTold = ofMine!.length > 0 && ofTheirs!.length > 0
    if ((isTold || isRare) && !ofMine!.some(sense => ofTheirs!.includes(sense))) return true
  }
  return fitted().has(thing.key) && areApart(fitOf(a[1], thing), fitOf(b[1], thing))
}

/** What it is put on: the nouns that the house knows, after it. */
const fitOf = (said: NoticeMeaning, { key }: SaidThing): readonly string[] =>
  contentOf(said).filter(one => one !== key && one !== said.act && isKnown(one))
const areApart = (mine: readonly string[], theirs: readonly string[]): boolean =>
  mine.length > 0 &&
  theirs.length > 0 &&
  !mine.some(one =>
    theirs.some(other => one === other || kindsOf(one).has(other) || kindsOf(other).has(one)),
  )
