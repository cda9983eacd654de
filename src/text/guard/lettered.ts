import { pattern } from '../../core/pattern.ts'
import { isPlace, isWord } from './lexicon.ts'
import type { Room } from './names.ts'
import { BESIDE, DOES, JARGON, PEOPLE_DO, ROLES, TO_SOMEBODY } from './names-fr.ts'
import type { Token } from './tokens.ts'

// Somebody told by letters.

const isLetters = (one: Token | undefined): boolean =>
  one !== undefined && /^\p{L}(?:-\p{L})?$/u.test(one.raw)
const isInitial = (one: Token | undefined): boolean =>
  one !== undefined && /^\p{Lu}(?:-\p{Lu})?$/u.test(one.raw)

/** *p. lestrade*, *C.M.*, *voir jf*, *D. ne vient plus*, *M.-C.*, *prêté à B.* */
export function isLettered(room: Room, at: number): boolean {
  const { all } = room
  const [token, before, next] = [all[at]!, all[at - 1], all[at + 1]]
  if (
    isLetters(before) &&
    /^\.\s?$/.test(token.gap) &&
    token.raw.length > 3 &&
    !isWord(token.raw) &&
    !/^(?:[pn]|ex|vol)$/i.test(before!.raw)
  )
    return !isPlace(token.raw)
  // Longer than two letters and a hyphen, however they are typed.
  if (token.raw.length > 5 && token.folded.length > 4) return false
  // *J.-M.*, *c.m.* after who they are.
  if (
    isLetters(token) &&
    isLetters(next) &&
    /^\.-?$/.test(next!.gap) &&
    before &&
    (ROLES.has(before.folded) || before.folded === 'signe')
  )
    return true
  if (isHyphened(all, at) || isTwo(all, at) || isOne(room, at) || isGluedTwo(room, at)) return true
  if (!/^(?:j-?[bcdfhlmpry]|m-?[cdjp]|p-?[yj]|a-?[ms])$/.test(token.folded.replace(' ', '')))
    return false
  if (next && /^\s+$/.test(next.gap) && token.capital && PEOPLE_DO.has(next.folded)) return true
  return (
    /^[\s:]+$/.test(token.gap) &&
    before !== undefined &&
    (TO_SOMEBODY.has(before.folded) || BESIDE.has(before.folded))
  )
}

/** *M.-C.*, *J.-P.*: whoever else is written so. */
function isHyphened(all: Room['all'], at: number): boolean {
  const isPair = (one: number): boolean =>
    isInitial(all[one]) &&
    isInitial(all[one + 1]) &&
    /^\.-$/.test(all[one + 1]!.gap) &&
    !THINGS.test(all[one]!.folded + all[one + 1]!.folded)
  return isPair(at) || isPair(at - 1)
}

/** *prévenir D.*: a verb that is to be done. */
const isToDo = ({ folded }: Token): boolean => /(?:er|ir|re)$/.test(folded) && isWord(folded)

/** Two letters that are something else. */
const THINGS = pattern()`
  ^(?:rv|ps|nb|so|cv|rd|bd|tv|dj|pv|ag|ca|cr|qg|ok|jc|js|jo|hs|ht|bt|nc|ua|uv|eu|us|cp|ce|cm|hp
  |wc|pc|ot|cc|si|id|ia|ir|io|ph|nr|ko|ml|kg|mb|go|mo|vo|vf|xl|xs|fm|sg|dg|ds|bp|rn|rf|ct|cs|ep|lp
  |ue|ad|ns|he|eh|ah|oh|st|te|un|la|le|en|de|du|au|et|ou|je|tu|il|on|ne|se|sa|ma|ta|es|vu|fr|na)$
`
/** *P.L.*, where two letters alone are between stops. */
function isTwo(all: Room['all'], at: number): boolean {
  const first = isInitial(all[at + 1]) && all[at + 1]!.gap === '.' ? at : at - 1
  const [one, two, after] = [all[first], all[first + 1], all[first + 2]]
  if (!isInitial(one) || !isInitial(two) || two!.gap !== '.') return false
  if (isInitial(all[first - 1]) && one!.gap === '.') return false
  if (isInitial(after) && after!.gap === '.') return false
  return !THINGS.test(one!.folded + two!.folded)
}

/** After these a letter and a stop are somebody: *refusé à B.*, *entre S. et T.* */
const TOWARDS_ONE: ReadonlySet<string> = new Set(
  'a avec les pour et voir par contre sans selon entre eviter demander appeler contacter'.split(
    ' ',
  ),
)
/** *JB prévient*, *→ SB : buvette*, *voir avec AM*: two capitals without stops. */
function isGluedTwo({ all, isLoud }: Room, at: number): boolean {
  const [token, before, next] = [all[at]!, all[at - 1], all[at + 1]]
  if (isLoud || !/^\p{Lu}{2}$/u.test(token.raw)) return false
  if (THINGS.test(token.folded) || JARGON.has(token.folded)) return false
  if (isAdded(all, at)) return true
  if (/→\s*$/.test(token.gap))
    return next === undefined || /^\s*[:,()]/.test(next.gap) || DOES.has(next.folded)
  if (token.opens && next && /^\s+$/.test(next.gap)) return PEOPLE_DO.has(next.folded)
  return isLed(before, token) && before!.folded !== 'pour'
}
/** *D. + AM*: of two that are added, each is somebody; *salle A + B* is a thing. */
function isAdded(all: Room['all'], at: number): boolean {
  const isPlus = (second: number): boolean =>
    isShort(all[second - 1]) && isShort(all[second]) && /^\.?\s*\+\s*$/.test(all[second]!.gap)
  const first = isPlus(at) ? at - 1 : at
  if (!isPlus(first + 1)) return false
  const [one, before] = [all[first]!, all[first - 1]]
  return one.opens || /[:(,→+]\s*$/.test(one.gap) || isLed(before, one)
}
const isShort = (one: Token | undefined): boolean =>
  one !== undefined && /^\p{Lu}{1,2}$/u.test(one.raw)
const isLed = (before: Token | undefined, token: Token): boolean =>
  before !== undefined &&
  /^\s+$/.test(token.gap) &&
  (TO_SOMEBODY.has(before.folded) || BESIDE.has(before.folded))

/** *D. agressif*, *→ R. : absent*, *refusé à B.*, *chez M.*: one letter, where somebody stands. */
function isOne({ all, isLoud }: Room, at: number): boolean {
  const [token, before, next] = [all[at]!, all[at - 1], all[at + 1]]
  if (!/^\p{Lu}$/u.test(token.raw) || isLoud) return false
  if (/→\s*$/.test(token.gap))
    return next === undefined || /^\s*[:.,;()]/.test(next.gap) || DOES.has(next.folded)
  if (before && isInitial(before) && /^\.-?$/.test(token.gap)) return false
  const isAfter = before !== undefined && /^\s+$/.test(token.gap)
  if (isAdded(all, at)) return true
  if (/\($/.test(token.gap) && (next ? /^\.\)/.test(next.gap) : !/[ABCFHMSV]/.test(token.raw)))
    return true
  if (isAfter && before.folded === 'chez') return !/^['’]/.test(next?.gap ?? '')
  if (next !== undefined && !/^\./.test(next.gap)) return false
  if (isAfter)
    return (
      next !== undefined &&
      (TOWARDS_ONE.has(before.folded) || isLed(before, token) || isToDo(before))
    )
  // *A. Acheter*, *B. prévenir* number the points of a list; *C. à s.* is a spoon.
  return (
    token.opens &&
    next !== undefined &&
    !next.capital &&
    /^\.\s+$/.test(next.gap) &&
    !/(?:er|ir|re|oir)$/.test(next.folded) &&
    (DOES.has(next.folded) || !/^(?:a|c|s)$/.test(next.folded)) &&
    !/^(?:s|c)$/.test(all[at + 2]?.folded ?? '')
  )
}
