import { mixesScripts } from '../../core/letters/look-alikes.ts'
import { EVERY_DAY } from '../named-fr.ts'
import { isCalledAfter } from './called.ts'
import { englishIn } from './english.ts'
import { isLettered } from './lettered.ts'
import { isCommune, isFamilyName, isFirstName, isPlace, isProperPlace, isWord } from './lexicon.ts'
import {
  BESIDE,
  CALLED,
  DOES,
  JARGON,
  NO_NAME,
  NOT_TOLD,
  NOT_WHEN_SMALL,
  OF_A_PLACE,
  ROLES,
  SMALL,
  TITLES,
  TO_A_PLACE,
  TO_SOMEBODY,
  TOWARDS,
} from './names-fr.ts'
import { isOnRoad, saysWhen, TREATS } from './nobody.ts'
import { FEW, isNick, isOnlyAName, isUnknown } from './standing.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Somebody's name in a text; `sure` when a lexicon or the word before it says so. */
export type NameFound = Readonly<{ from: number; to: number; sure: boolean }>

/** The words of a text; `isLoud`: it has no small letter. */
export type Room = Readonly<{ all: readonly Token[]; isLoud: boolean }>
type Said = 'name' | 'maybe' | undefined

/**
 * Where a text names somebody, known here or not: a first name of the lexicon, what follows *chez*,
 * *Mme*, *voir*, an initial and a name, a capitalised word that is no word of French, no place and
 * no thing.
 *
 * Law     what is found covers whole words; offsets are those of the text given. In doubt, somebody
 *         is named.
 * Absent  a village that no list knows, in a place where somebody could stand, is held: the keeper
 *         says.
 */
export function namesIn(text: string): readonly NameFound[] {
  const all = tokensOf(text)
  const room: Room = { all, isLoud: !/\p{Ll}/u.test(text) }
  const english = englishIn(all)
  const inEnglish = (at: number): Said =>
    english.capitals.has(at) && !isPlace(all[at]!.raw) && !JARGON.has(all[at]!.folded)
      ? 'maybe'
      : undefined
  const said = all.map((_, at) =>
    english.words.has(at) ? undefined : (judged(room, at) ?? inEnglish(at)),
  )
  spread(room, said, english.words)
  const found: { from: number; to: number; sure: boolean }[] = []
  for (const [at, token] of all.entries()) {
    if (!said[at]) continue
    const last = found.at(-1)
    const isNext = last && at > 0 && last.to === all[at - 1]!.to && /^[\s.-]*$/.test(token.gap)
    if (isNext) Object.assign(last, { to: token.to, sure: last.sure || said[at] === 'name' })
    else found.push({ from: token.from, to: token.to, sure: said[at] === 'name' })
  }
  return found
}

/**
 * Beside somebody, a capitalised word or an initial is the rest of the name; *et Paul*, *, Inès*
 * are somebody too.
 */
function spread({ all, isLoud }: Room, said: Said[], english: ReadonlySet<number>): void {
  for (const [at, token] of all.entries()) {
    if (said[at] || english.has(at)) continue
    const before = all[at - 1]
    const beside = (step: 1 | -1): boolean => {
      const gap = step === 1 ? (all[at + 1]?.gap ?? '') : token.gap
      return said[at + step] !== undefined && /^[\s.]+$/.test(gap)
    }
    const isPart =
      token.capital && !token.opens && (!isWord(token.raw) || !isLoud) && !JARGON.has(token.folded)
    if (isPart && (beside(-1) || (beside(1) && !TITLES.has(token.folded) && !isWord(token.raw))))
      said[at] = 'name'
    // *de*, *le*, *van* between two parts of one name.
    else if (
      before &&
      said[at - 1] &&
      SMALL.has(token.folded) &&
      all[at + 1]?.capital &&
      /^\s$/.test(token.gap) &&
      token.folded === 'de'
    )
      if (!isPlace(all[at + 1]!.raw)) said[at] = said[at + 1] = 'name'
  }
}

function judged(room: Room, at: number): Said {
  const token = room.all[at]!
  if (isLettered(room, at)) return 'name'
  if (token.folded.length < 2 && !token.capital) return undefined
  if (isCalledAfter(room, at)) return undefined
  const isFirst = isSomeFirst(token)
  if (isOnRoad(room, at, isSomeFirst)) return undefined
  const led = leadOf(room, at)
  if (led === 'title') return isTitled(room, at) ? 'name' : undefined
  if (/@$/.test(token.gap) || isGlued(token.raw)) return 'name'
  if (isAdded(room, at)) return 'maybe'
  if (isFirst && isMeant(room, at)) return 'name'
  if (isInitialed(room, at)) return 'name'
  if (isNick(room, at)) return 'name'
  if (
    /^(\p{L}{1,2}[aeiouy]{1,2})\1(?:rt|t|s)?$/u.test(token.folded) &&
    !isWord(token.raw) &&
    !JARGON.has(token.folded)
  )
    return 'name'
  if (led === 'somebody') return isSomebody(room, at) ? 'name' : undefined
  const isMixed = token.raw.split('-').some(mixesScripts)
  return isMixed || isStrange(room, at) || isUnknown(room, at) || isOnlyAName(room, at)
    ? 'maybe'
    : undefined
}

/** *mamanDeTahira*, *#merciOumar*: a name glued behind what says whose. */
function isGlued(raw: string): boolean {
  const tail = GLUED.exec(raw.charAt(0).toLowerCase() + raw.slice(1))?.[1]
  return tail !== undefined && (!isWord(tail) || isFirstName(tail.toLowerCase()))
}
const GLUED = new RegExp(
  '^(?:maman|papa|mamie?|pap[iy]|tata|tonton|m[eè]re|p[eè]re|fils|fille|merci|bravo|chez|pour)' +
    '(?:[Dd][eu])?(\\p{Lu}\\p{L}+)$',
  'u',
)

/** *tahira+shirin+moi*: of those who are added to somebody, what is no word is a name. */
function isAdded({ all }: Room, at: number): boolean {
  const { raw, folded } = all[at]!
  const isPlus = (n: number): boolean => /^\s?\+\s?$/.test(all[n]?.gap ?? '')
  if (!isPlus(at) && !isPlus(at + 1)) return false
  if (folded.length < 3 || isWord(raw) || JARGON.has(folded)) return false
  let [first, last] = [at, at]
  while (isPlus(first)) first--
  while (isPlus(last + 1)) last++
  return all.slice(first, last + 1).some(one => one.folded === 'moi' || one.folded === 'toi')
}

/** A first name of the lexicon: whole, or as a part of a compound (*Jean-Bapt*, *Marie-Jo*). */
function isSomeFirst({ raw, folded }: Token): boolean {
  if (NO_NAME.has(folded)) return false
  if (isFirstName(folded)) return true
  const parts = raw.split('-')
  if (
    parts.length < 2 ||
    parts.some(
      part => CALLED.has(part.toLowerCase()) || ['sur', 'sous', 'en', 'lès', 'de'].includes(part),
    )
  )
    return false
  return (
    parts.every(part => /^\p{Lu}/u.test(part)) &&
    parts.some(part => isFirstName(part.toLowerCase()))
  )
}

/**
 * Small words between a verb and somebody: French has no more in a row, and a text of them alone
 * would be walked anew from each.
 */
const MOST_SMALL = 6

/** The word before, over small words, says that somebody comes. */
function leadOf({ all }: Room, at: number): 'title' | 'somebody' | undefined {
  const gapOk = (i: number): boolean => /^[\s.:'’]*$/.test(all[i]!.gap)
  let i = at - 1
  if (i < 0 || !gapOk(at)) return undefined
  const near = all[i]!
  if (TITLES.has(near.folded) && isTitle(all, at)) return 'title'
  // *chez nono*: without an article, a word is somebody.
  if (near.folded === 'chez' && !SMALL.has(all[at]!.folded) && !THEMSELVES.has(all[at]!.folded))
    return all[at]!.capital && isProperPlace(all[at]!.folded) ? undefined : 'title'
  let small = ''
  while (
    i >= 0 &&
    at - i <= MOST_SMALL &&
    SMALL.has(all[i]!.folded.replace(/['’]/g, '')) &&
    gapOk(i + 1)
  )
    small = all[i--]!.folded
  if (i < 0) return small === 'par' || small === 'avec' ? 'somebody' : undefined
  if (!gapOk(i + 1)) return undefined
  const word = all[i]!.folded
  if (word === 'les' && all[i - 1]?.folded === 'chez') return 'title'
  if (TO_SOMEBODY.has(word) && small !== 'de' && small !== 'du' && small !== 'des')
    return 'somebody'
  if (TOWARDS.has(word) && small === 'a') return 'somebody'
  const nearest = all[at - 1]!.folded
  return nearest === 'par' || nearest === 'avec' || nearest === 'aupres' || nearest === 'tel'
    ? 'somebody'
    : undefined
}

/**
 * *pr* is *pour* for whoever types in haste, *me* is *me*, *m* a metre; *par famille* is nobody's.
 */
function isTitle(all: readonly Token[], at: number): boolean {
  const near = all[at - 1]!
  if (near.capital || near.folded.length > 2)
    return (
      near.folded !== 'famille' || !['par', 'en', 'de', 'une'].includes(all[at - 2]?.folded ?? '')
    )
  if (near.folded === 'm') return all[at]!.gap.startsWith('.') && !/\d\s*$/.test(near.gap)
  return near.folded !== 'me' && near.folded !== 'pr'
}

const THEMSELVES: ReadonlySet<string> = new Set(
  'moi toi soi lui elle nous vous eux elles qui notre votre leur son sa ses mes mon ma'.split(' '),
)

/**
 * After *M.*, *Mme*, *famille*: a name, unless it is a function (*Mme la maire*) or a small word
 * (*le père Noël*).
 */
function isTitled({ all, isLoud }: Room, at: number): boolean {
  const token = all[at]!
  if (all[at - 1]?.folded === 'chez')
    return token.folded.length > 2 && (token.capital || !TREATS.has(token.folded))
  // *Mme D*: an initial, no article of *Mme l’adjointe*.
  if (/^\p{Lu}$/u.test(token.raw) && !/^['’]/.test(all[at + 1]?.gap ?? '')) return true
  if (NO_NAME.has(token.folded) || SMALL.has(token.folded)) return false
  if (token.capital && !(isLoud && isWord(token.raw))) return true
  if (token.folded.length < 3 || NOBODYS.has(token.folded)) return false
  if (saysWhen(all[at - 1]?.folded, token.folded)) return false
  return !isWord(token.raw) || STRONG.has(all[at - 1]!.folded)
}
/**
 * A word of French after one of these is a name all the same: *M. tournebrise*, *la famille
 * rossignol*.
 */
const STRONG: ReadonlySet<string> = new Set(
  'm mr mme mlle monsieur madame mademoiselle docteur famille epoux consorts tribu clan'.split(' '),
)
const NOBODYS: ReadonlySet<string> = new Set(
  (
    'tout muscle proprete propre meteo loyal cuisine nombreuse nombreuses proche proches ' +
    'elargie entiere rurale adherente adherentes monoparentale recomposee accueil maire ' +
    'president presidente prefet prefete directeur directrice adjoint adjointe conseiller ' +
    'depute et qui dont qu a est sont ont avait avec sans pour par dans sur ou en soit y se ' +
    'si ne comme chez'
  ).split(' '),
)

/** After *voir*, *chez*, *appeler*: a capital, or a word that no dictionary knows. */
function isSomebody(room: Room, at: number): boolean {
  const token = room.all[at]!
  if (
    SMALL.has(token.folded) ||
    JARGON.has(token.folded) ||
    NO_NAME.has(token.folded) ||
    token.folded.length < 2
  )
    return false
  if (isPlace(token.raw)) return false
  if (token.loud && token.raw.length > 2 && token.raw.length < 6 && !room.isLoud) return false
  if (token.capital && !token.opens && !room.isLoud)
    return !(isWord(token.raw) && isOrganised(room, at))
  if (!isWord(token.raw)) return token.folded.length > 2
  // *demander à perdrix*: without an article, a word is somebody.
  const [to, ask] = [room.all[at - 1]?.folded, room.all[at - 2]?.folded ?? '']
  return (
    to === 'a' &&
    /^(?:demand|telephon|confi)/.test(ask) &&
    !NOT_TOLD.has(token.folded) &&
    !/(?:er|ir|re|ant|ment)$/.test(token.folded)
  )
}
/**
 * A capitalised word with small words and things around it: *La Poste*, *Les Jardins de la Coise*.
 */
const isOrganised = ({ all }: Room, at: number): boolean =>
  /^(?:la|le|les|l')$/i.test(all[at - 1]?.raw ?? '') ||
  (at + 1 < all.length && /^(?:de|des|du|d')$/i.test(all[at + 1]!.raw))

/** *J. Brun*, *Q. Istace*. */
function isInitialed({ all }: Room, at: number): boolean {
  const [token, before, next] = [all[at]!, all[at - 1], all[at + 1]]
  const isLetter = (one: Token | undefined): boolean =>
    one !== undefined && one.raw.length === 1 && one.capital
  // *A.C.C.A. Chasse*: three letters in a row are a body’s.
  const last = isLetter(token) ? at : at - 1
  if ([0, 1, 2].every(step => isLetter(all[last - step])) && all[last]!.gap === '.') return false
  if (isLetter(token))
    return next?.capital === true && next.raw.length > 2 && /^\.\s?$/.test(next.gap)
  return isLetter(before) && token.capital && token.raw.length > 2 && /^\.\s?$/.test(token.gap)
}

/** *semoir manuel*, after a thing; never *voir manuel*, *avec manuel*. */
function isQuality({ all }: Room, at: number): boolean {
  const before = all[at - 1]
  if (!before || !/^\s+$/.test(all[at]!.gap)) return false
  const { folded } = before
  return isWord(folded) && ![TO_SOMEBODY, SMALL, BESIDE, ROLES].some(set => set.has(folded))
}

/** Whether a first name that may be another word is meant as one here. */
function isMeant(room: Room, at: number): boolean {
  const { all, isLoud } = room
  const token = all[at]!
  const isSmall = !token.capital || isLoud
  if (isSmall) {
    if (ROLES.has(all[at - 1]?.folded ?? '') && /^\s+$/.test(token.gap)) return true
    if (NOT_WHEN_SMALL.has(token.folded) || token.folded.length < 3 || EVERY_DAY.has(token.folded))
      return false
    if (token.folded === 'manuel') return !isQuality(room, at)
    return !isWord(token.raw) || !FEW.has(all[at - 1]?.folded ?? '')
  }
  if (
    isCommune(token.raw) &&
    TO_A_PLACE.has(all[at - 1]?.folded ?? '') &&
    leadOf(room, at) === undefined &&
    !all[at + 1]?.capital
  )
    return false
  if (!EVERY_DAY.has(token.folded)) return true
  if (!token.opens) return true
  const next = all[at + 1]
  if (!next) return false
  if (/^\s*(?:[,&+/]|:)\s*$/.test(next.gap)) return next.capital
  return (
    DOES.has(next.folded) ||
    (next.capital && !isWord(next.raw)) ||
    (next.folded === 'et' && isSomeFirst(all[at + 2] ?? next))
  )
}

/**
 * A capitalised word that is no word of French, no place, no thing, and stands where somebody may.
 */
function isStrange(room: Room, at: number): boolean {
  const { all, isLoud } = room
  const token = all[at]!
  if (!token.capital || isLoud || token.raw.length < 3) return false
  if (token.folded.split(' ').every(part => JARGON.has(part))) return false
  // *Légumerie*, *Lavomatic*: made like the names of things.
  if (
    token.opens &&
    /(?:erie|theque|teque|matic|isation|ologie)s?$/.test(token.folded) &&
    token.folded.length > 6
  )
    return false
  if (token.loud && token.raw.length < 6) return false
  if (
    isPlace(token.raw) ||
    TITLES.has(token.folded) ||
    NO_NAME.has(token.folded) ||
    EVERY_DAY.has(token.folded)
  )
    return false
  if (isWord(token.raw) && !(isFamilyName(token.folded) && !token.opens)) return false
  // *les Durand*, *la ferme des Durand*.
  if (isFamilyName(token.folded) && ['les', 'des'].includes(room.all[at - 1]?.folded ?? ''))
    return true
  if (
    token.raw
      .split(/[-'’]/)
      .every(
        part => isWord(part) || isProperPlace(part.toLowerCase()) || JARGON.has(part.toLowerCase()),
      )
  )
    return false
  return !isPlaced(room, at)
}

/** *à Marcoux*, *la fanfare de Chabreuil*, *les Jardins de la Coise*. */
function isPlaced({ all }: Room, at: number): boolean {
  const before = all[at - 1]
  if (!before || !/^\s*$/.test(all[at]!.gap)) return false
  // *les chaises sont à Fredo*.
  if (before.folded === 'a' && ['est', 'sont', 'etait'].includes(all[at - 2]?.folded ?? ''))
    return false
  if (TO_A_PLACE.has(before.folded)) return true
  const [second, third] = [all[at - 2], all[at - 3]]
  // A person has no article, unless the village gives them one: *relancer la Zouzou*.
  if (['la', "l'", 'le', 'les'].includes(before.raw.toLowerCase()))
    return second !== undefined && ['de', 'a', 'sur', 'dans', 'vers'].includes(second.folded)
  if (['du', 'au', 'aux'].includes(before.folded)) return true
  if (!/^(?:des?|d['’])$/i.test(before.raw))
    return second !== undefined && before.capital && OF_A_PLACE.has(before.folded)
  return (
    second !== undefined &&
    (OF_A_PLACE.has(second.folded) || (third !== undefined && OF_A_PLACE.has(third.folded)))
  )
}
