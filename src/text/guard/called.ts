import { isFamilyName, isFirstName, isPlace } from './lexicon.ts'
import type { Room } from './names.ts'
import { CALLED, DOES, FAMED, NAMED_BODIES, OF_SOMEBODY, SIGNS, SMALL, SORTED } from './names-fr.ts'

// What bears a name that is nobody's here: streets, schools, associations, cafés, sorts of a fruit.

/**
 * *rue Jean-Moulin*, *école Jules Ferry*, *la Saint-Jean*, *le Bistrot de Juliette*, *Les Amis de
 * George Sand*, *prunes Reine-Claude*: nobody of the village.
 *
 * Law     a name of another sentence or another line is somebody's: *à la salle. Odette…*
 */
export function isCalledAfter({ all }: Room, at: number): boolean {
  const token = all[at]!
  if (/^(?:saint|sainte|st|ste)-/i.test(token.raw)) return true
  if (isFamed(all, at) || isOnSign(all, at)) return true
  for (let i = at - 1, seen = 0; i >= 0 && seen < 3; i--, seen++) {
    const before = all[i]!
    if (!isGoingOn(all, i + 1)) return false
    if (CALLED.has(before.folded)) return !isOwned(all, i, at) && !isDoing(all, i, at)
    if (!before.capital && !SMALL.has(before.folded)) return false
  }
  return false
}

/** A word in the sentence of the word before: *rue J. Moulin*, never *au Bar. Odette*. */
function isGoingOn(all: Room['all'], at: number): boolean {
  const [token, before] = [all[at]!, all[at - 1]]
  if (token.opens || !/^[\s.'’-]*$/.test(token.gap)) return false
  return !token.gap.includes('.') || SHORT.test(before?.folded ?? '')
}
/** What a full stop shortens. */
const SHORT = /^(?:[a-z]|st|ste|dr|pr|mgr|gal|cdt)$/

/** *la fête de Lina*, *les cours de Swann*, *à la place de Fabienne*: a thing of somebody. */
function isOwned(all: Room['all'], thing: number, at: number): boolean {
  const link = all[thing + 1]!.folded
  if (all[thing]!.folded === 'fete' && at > thing + 1 && link === 'a') return true
  if (at !== thing + 2 || (link !== 'de' && link !== 'd')) return false
  const isInstead = all[thing - 1]?.folded === 'la' && all[thing - 2]?.folded === 'a'
  return isInstead || OF_SOMEBODY.has(all[thing]!.folded)
}

/** *au stade Odette a pleuré*: between a place and a verb, somebody does what it says. */
function isDoing(all: Room['all'], place: number, at: number): boolean {
  const [to, a] = [all[place - 1]?.folded ?? '', all[place - 2]?.folded]
  if (to !== 'au' && !(a === 'a' && /^la?$/.test(to))) return false
  let next = at + 1
  while (next < at + LONGEST && all[next]?.capital && isGoingOn(all, next)) next++
  const [verb, name] = [all[next], all.slice(place + 1, next)]
  if (!verb || !isGoingOn(all, next) || !DOES.has(verb.folded)) return false
  // *à l'école Jules Ferry aura lieu…*
  if (all[next + 1]?.folded === 'lieu' || famedAt(all, at) !== undefined) return false
  return isFirstName(name[0]?.folded ?? '') && name.every(one => one.capital)
}

/**
 * A public house under its sign: *le Bistrot de Juliette*, *au Café Chez Marcelle*. The capital of
 * a word that opens nothing says that it is a name. Without *de* or *chez*, somebody may be told:
 * *au Restaurant Odette a pleuré*.
 */
function isOnSign(all: Room['all'], at: number): boolean {
  const link = LINKS.has(all[at - 1]?.folded ?? '') ? at - 1 : at - 2
  const [sign, of, first] = [all[link - 1], all[link], all[link + 1]]
  if (!sign || !of || !first || !SIGNS.has(sign.folded)) return false
  if (![link, link + 1, at].every(one => isGoingOn(all, one))) return false
  // *au Bistrot de Lyon Odette…*: the second word is no name of the sign.
  const isSecond = at === link + 2
  if (isSecond && (!first.capital || isPlace(first.raw) || isFirstName(all[at]!.folded)))
    return false
  if (of.folded === 'chez') return of.capital && !of.loud
  return /^de?$/.test(of.folded) && sign.capital && !sign.loud && !sign.opens
}
const LINKS: ReadonlySet<string> = new Set(['de', 'd', 'chez'])

/**
 * What bears a name that everybody knows: *Cercle Victor-Hugo*, *Les Amis de George Sand*, *prunes
 * Reine-Claude*, *livres de Marcel Pagnol*. Any other name may be somebody's of the village: *Les
 * Amis de Julie Perrin*.
 */
function isFamed(all: Room['all'], at: number): boolean {
  const first = all[at]!.capital ? famedAt(all, at) : undefined
  return first !== undefined && isBorne(all, first)
}
/** Where the name that everybody knows begins, of which a word is a part. */
function famedAt(all: Room['all'], at: number): number | undefined {
  for (let first = at; first >= 0 && first > at - LONGEST; first--)
    for (let last = at; last < first + LONGEST && last < all.length; last++)
      if (FAMED.has(keyOf(all, first, last)) && !isLonger(all, last + 1)) return first
  return undefined
}
/** *Louis Philippe Moreau*: a name goes on in another one, which is somebody's. */
function isLonger(all: Room['all'], next: number): boolean {
  const token = all[next]
  if (!token?.capital || !isGoingOn(all, next)) return false
  return isFamilyName(token.folded) || isFirstName(token.folded)
}
/** Words of a name that everybody knows, at most. */
const LONGEST = 3

/** *Victor-Hugo* and *Victor Hugo* are one; a name that goes over a comma is none. */
function keyOf(all: Room['all'], first: number, last: number): string {
  const name = all.slice(first, last + 1)
  const isWhole = name.every((one, n) => n === 0 || /^\s*$/.test(one.gap))
  return isWhole ? name.map(one => one.folded.replace(/[^a-z]+/g, ' ').trim()).join(' ') : ''
}

function isBorne(all: Room['all'], first: number): boolean {
  const [before, friends] = [all[first - 1], all[first - 2]]
  if (!before || !isGoingOn(all, first)) return false
  if (NAMED_BODIES.has(before.folded) || SORTED.has(before.folded)) return true
  return /^de?$/.test(before.folded) && OF_FAMED.has(friends?.folded ?? '')
}
const OF_FAMED: ReadonlySet<string> = new Set(
  'amis amies cercle compagnons livre livres roman romans disque disques chansons'.split(' '),
)
