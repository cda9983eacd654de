import { isFirstName } from './lexicon.ts'
import type { Room } from './names.ts'
import { CALLED, FRUITS, NAMED_BODIES, OF_SOMEBODY, SIGNS, SMALL, TITLES } from './names-fr.ts'

// What bears a name that is nobody's here: streets, schools, associations, cafés, sorts of a fruit.

/**
 * *rue Jean-Moulin*, *école Jules Ferry*, *la Saint-Jean*, *le Bistrot de Juliette*, *Les Amis de
 * Georges Sand*, *prunes Reine-Claude*: nobody of the village.
 */
export function isCalledAfter({ all }: Room, at: number): boolean {
  const token = all[at]!
  if (/^(?:saint|sainte|st|ste)-/i.test(token.raw)) return true
  if (isHyphened(all, at) || isOfFriends(all, at) || isSort(all, at)) return true
  for (let i = at - 1, seen = 0; i >= 0 && seen < 3; i--, seen++) {
    const before = all[i]!
    if (!/^[\s.'’-]*$/.test(all[i + 1]!.gap)) return false
    if (CALLED.has(before.folded)) return !isOwned(all, i, at)
    if (isSign(all, i)) return true
    if (!before.capital && !SMALL.has(before.folded)) return false
  }
  return false
}

/** *la fête de Lina*, *les cours de Swann*, *à la place de Fabienne*: a thing of somebody. */
function isOwned(all: Room['all'], thing: number, at: number): boolean {
  const link = all[thing + 1]!.folded
  if (all[thing]!.folded === 'fete' && at > thing + 1 && link === 'a') return true
  if (at !== thing + 2 || (link !== 'de' && link !== 'd')) return false
  const isInstead = all[thing - 1]?.folded === 'la' && all[thing - 2]?.folded === 'a'
  return isInstead || OF_SOMEBODY.has(all[thing]!.folded)
}

/**
 * A public house under its sign: *le Bistrot de Juliette*, *au Café Chez Marcelle*. The capital of
 * a word that opens nothing says that it is a name.
 */
export function isSign(all: Room['all'], at: number): boolean {
  const [token, before] = [all[at]!, all[at - 1]]
  if (!token.capital || token.loud || token.opens) return false
  if (token.folded === 'chez') return before !== undefined && SIGNS.has(before.folded)
  return SIGNS.has(token.folded)
}

/** *Association Marcel-Pagnol*: a first name and a surname; *Jean-Luc* is somebody. */
function isHyphened(all: Room['all'], at: number): boolean {
  const { raw, folded, gap } = all[at]!
  const isJoined = /^\p{Lu}\p{Ll}+-(?:\p{Lu}|d['’])/u.test(raw) && !isFirstName(folded)
  return isJoined && /^\s+$/.test(gap) && NAMED_BODIES.has(all[at - 1]?.folded ?? '')
}

/** *Les Amis de Georges Sand*: an association, by two words of a name. */
function isOfFriends(all: Room['all'], at: number): boolean {
  const first = at - (isNameWord(all, at - 1) ? 1 : 0)
  const [of, friends, the] = [all[first - 1], all[first - 2], all[first - 3]]
  if (of?.folded !== 'de' && of?.folded !== 'd') return false
  if (!friends?.capital || !/^(?:amis|amies|cercle|compagnons)$/.test(friends.folded)) return false
  return (
    /^l(?:es|e)$/.test(the?.folded ?? '') && isNameWord(all, first) && isNameWord(all, first + 1)
  )
}
const isNameWord = (all: Room['all'], at: number): boolean => {
  const token = all[at]
  return token?.capital === true && !token.loud && !TITLES.has(token.folded)
}

/**
 * A sort of fruit or flower under its name: *prunes Reine-Claude*, *rose Pierre de Ronsard*. One
 * first name alone may be who brings them.
 */
function isSort(all: Room['all'], at: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) {
    if (!/^\s*$/.test(all[i + 1]!.gap)) return false
    if (FRUITS.has(all[i]!.folded)) return isLongName(all, i + 1)
    if (!all[i]!.capital && all[i]!.folded !== 'de') return false
  }
  return false
}
const isLongName = (all: Room['all'], from: number): boolean => {
  const [first, next, third] = [all[from]!, all[from + 1], all[from + 2]]
  if (/^\p{Lu}\p{Ll}+-\p{Lu}/u.test(first.raw)) return !isFirstName(first.folded)
  return first.capital && next?.folded === 'de' && third?.capital === true
}
