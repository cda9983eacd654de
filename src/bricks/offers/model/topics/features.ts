import { bytesOfText, keepLast } from '../../../../core/byte-cache.ts'
import { lazy } from '../../../../core/lazy.ts'
import { fold, stems, wordsOf } from '../../../../core/letters/words.ts'
import { familyOf } from '../../../../text/french/families.ts'
import { infinitiveOf } from '../../../../text/french/infinitives.ts'
import { isFirstName } from '../../../../text/guard/lexicon.ts'
import { FAMILIES } from '../../../../text/searching/families.ts'
import { isKnown, keyOf, phraseKey } from '../matching/names.ts'
import { DETERMINERS } from '../matching/sentence.ts'
import { EMPTY, numberOf, PEOPLE, TIES } from '../matching/small.ts'

/**
 * What the topic of a sentence is read by: its telling words, each by its stem, and neighbours by
 * twos (*fermeture éclair*). A word whose stem several families have is read by its family too:
 * *tombe*, *tombée*.
 *
 * Shape   `key`: as it is compared; `said`: the word as it was written, `undefined` of a pair.
 */
export type Feature = Readonly<{ key: string; said: string | undefined }>

/** Words that stand in sentences about anything: joints, ways of asking and giving, days. */
const SMALL: ReadonlySet<string> = new Set(
  wordsOf(`
  le la les l un une des d du de au aux a en et ou dans sur sous par pour avec sans chez vers
  entre depuis pendant je j tu il elle on nous vous ils elles me m te t se s y moi toi lui eux
  leur leurs mon ma mes ton ta tes son sa ses notre nos votre vos ce cet cette ces c ca cela qui
  que qu quoi dont ou quel quelle quels quelles est sont etre ete es suis sommes etes etait
  etaient sera seront serait soit ai as avons avez ont avoir eu avait aurait aurais auraient
  auriez ne n pas si mais car donc or ni comme quand alors aussi tres bien trop assez encore deja
  toujours jamais rien tout toute tous toutes plus moins peu beaucoup meme autre autres quelqu
  quelque quelques quelquun qqn qq chose svp merci bonjour bonsoir salut stp cherche cherchons
  recherche recherchons chercher besoin voudrais voudrait voudrions aimerais aimerait aimerions
  faut faudrait peut peux peuvent pourrait pourriez pourrais donne donnons donner vends vend
  vendre vendu prete pretons preter loue louer propose proposons proposer offre offrir echange
  contre jour jours semaine semaines mois an ans heure heures h lundi mardi mercredi jeudi
  vendredi samedi dimanche matin soir midi apres avant demain aujourd hui janvier fevrier mars
  avril mai juin juillet aout septembre octobre novembre decembre euros euro eur ici la fait faire
  va vais aller the an of to in for i is my
  `),
)
/** A longer text is told by its beginning. */
const LONGEST = 600

/** A word without its ending, a verb by its infinitive: *couds* is compared as *coudre*. */
const STEMS = { name: 'stems of topics', most: 1024 * 1024, bytesOf: bytesOfText }
const stemOf = keepLast(STEMS, word => {
  // The stemmer leaves the plural of *vélos* and *skis*.
  const single = word.replace(/(eu|ou|eau|yau)[sx]$/, '$1').replace(/(?<=..[aio])s$/, '')
  const verb = infinitiveOf(single)[0] ?? familyOf(single)
  return stems(verb)[0] ?? verb
})

/**
 * The keys of families that share a stem, by their words as they are typed. One family has the stem
 * alone, with the forms that the list leaves out: that of a verb, else the first. A word without
 * its accents that may be of two is in no family.
 */
const familyKeys = lazy((): ReadonlyMap<string, string> => {
  const typed = new Map<string, string>()
  const bare = new Map<string, Set<string>>()
  for (const families of FAMILIES) {
    const words = families.map(all => all.map(word => fold(word)))
    const usual = words.findIndex(all => all.some(word => infinitiveOf(word).includes(word)))
    const known = words.map(all => new Set(all.map(stemOf)))
    for (const [family, all] of words.entries())
      for (const [i, word] of all.entries()) {
        const stem = stemOf(word)
        const isShared = known.some((one, other) => other !== family && one.has(stem))
        const isOwn = isShared && family !== Math.max(0, usual)
        const key = isOwn ? `${stem}:${family}` : stem
        typed.set(families[family]![i]!, key)
        bare.set(word, (bare.get(word) ?? new Set()).add(key))
      }
  }
  for (const [word, keys] of bare)
    if (keys.size === 1 && !typed.has(word)) typed.set(word, [...keys][0]!)
  return typed
})
/** The key of the family of a word, where it has one, then its stem. */
function keysOf(typed: string, said: string): readonly string[] {
  const stem = stemOf(said)
  const key = familyKeys().get(typed) ?? familyKeys().get(said) ?? stem
  return key === stem ? [stem] : [key, stem]
}

/** What stands before the name of a place: *à Boën*, *sur Lyon*, *Saint-Jean*, *La Roche*. */
const BEFORE_PLACE: ReadonlySet<string> = new Set(
  'a au aux de d du des en entre et jusqu l la le les par pour saint sainte st ste sur vers'.split(
    ' ',
  ),
)
/** Feasts and the like: they have a capital, and tell what is wanted. */
const TELLING: ReadonlySet<string> = new Set(
  'noel paques toussaint internet inde pere mere roi rois carnaval halloween epiphanie'.split(' '),
)
/**
 * What a word tells by itself, as it is written. `isFirst`: a first name, which says who speaks.
 * `isSaint`: it begins the name of a place.
 */
type Written = Readonly<{
  said: string
  typed: string
  isFirst: boolean
  isCapital: boolean
  isSaint: boolean
  keys: readonly string[]
}>
const writtenAs = keepLast({ name: 'words of topics', most: 1536 * 1024 }, (raw): Written => {
  const [said, typed] = [fold(raw), raw.toLowerCase()]
  const isSmall = said.length < 2 || /^\d+$/.test(said) || SMALL.has(said)
  return {
    said,
    typed,
    isFirst: /^\p{Lu}/u.test(raw) && isFirstName(said),
    isCapital: /^\p{Lu}\p{Ll}/u.test(raw),
    isSaint: /^s(ain)?te?$/.test(said),
    keys: isSmall ? [] : keysOf(typed, said),
  }
})

/** Where one lives or goes is no topic, nor is who speaks. */
const isProper = ({ said, isFirst, isCapital, isSaint }: Written, last: string): boolean =>
  !TELLING.has(said) && (isFirst || (isCapital && (isSaint || BEFORE_PLACE.has(last))))

/** The features of a text, each once, in the order of its words. */
export function featuresOf(text: string): readonly Feature[] {
  const found = new Map<string, Feature>()
  let before: string | undefined
  let last = ''
  for (const raw of text.slice(0, LONGEST).match(/[\p{L}\p{N}]+/gu) ?? []) {
    const word = writtenAs(raw)
    const isOut = word.keys.length === 0 || isProper(word, last)
    last = word.said
    if (isOut) continue
    for (const key of word.keys) if (!found.has(key)) found.set(key, { key, said: word.typed })
    const key = word.keys[0]!
    const pair = before === undefined ? undefined : `${before} ${key}`
    if (pair !== undefined && !found.has(pair)) found.set(pair, { key: pair, said: undefined })
    before = key
  }
  return [...found.values()]
}
/** How much a pair weighs beside a word. */
export const PAIR = 0.7

/**
 * How readily people name a matter by a word: a noun before a verb, a verb before what only tells
 * one thing from its like (an adjective, an adverb, the unit of a figure).
 */
export type Naming = 0 | 1 | 2
/** Units, feasts and people: how much, when and for whom, never what. */
const ASIDE: ReadonlySet<string> = new Set(
  wordsOf(`
  pouce pouces cm mm km m m2 m3 kg kilo kilos gramme grammes litre litres cl watt watts kw volt
  volts cv metre metres centimetre centimetres hectare hectares tonne tonnes min minute minutes
  noel paques toussaint
  pere mere papa maman mari femme fille fils oncle tante cousin cousine cousins cousines frere
  soeur papi mamie pepe meme neveu niece jeune jeunes
  `),
)
/** Before what somebody does. */
const ACTS: ReadonlySet<string> = new Set(
  'je j tu il elle on nous vous ils elles qui se s me m te ne n y lui leur ca ai a ont'.split(' '),
)
/** Before what something is like. */
const TELLS: ReadonlySet<string> = new Set(
  'plus moins tres trop bien assez si peu est sont etait etre tout toute toutes'.split(' '),
)
/** *électrique*, *administratives*, *pliable*, *doucement*. */
const QUALITY = /(?:ifs?|ives?|iques?|ables?|elles?|ales?|eux|ment|ée?s?)$/
/** Before a noun, or a word that tells of it: *un*, *trois*, *mes grands*. */
const isBeforeNoun = (word: string): boolean =>
  DETERMINERS.has(word) ||
  TIES.has(word) ||
  EMPTY.has(word) ||
  numberOf(word) !== undefined ||
  /^(?:des|du|au|aux|pour|sans|avec|par|sur|sous|chez)$/.test(word)

/** How readily the words of a text name its matter, by what stands before each. */
export function namingIn(text: string): (said: string) => Naming {
  const before = new Map<string, string>()
  let [last, end] = ['', 0]
  for (const { 0: raw, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const isJoined = /^[\s’'-]*$/.test(text.slice(end, index))
    const { typed, said } = writtenAs(raw)
    if (!before.has(typed)) before.set(typed, isJoined ? last : '')
    last = raw === 'à' ? 'ha' : said
    end = index + raw.length
  }
  return said => naming(fold(said), said, before.get(said) ?? '')
}

function naming(word: string, said: string, before: string): Naming {
  if (/\d/.test(word) || ASIDE.has(word) || TELLS.has(before)) return 0
  if (EMPTY.has(word) || PEOPLE.has(word)) return 0
  if (phraseKey([before, word]) !== undefined) return 2
  const isThing = isKnown(keyOf(word))
  const verbs = infinitiveOf(word)
  const isAfterVerb = infinitiveOf(before).length > 0 && !isKnown(keyOf(before))
  const isAfterNoun = before !== '' && !isAfterVerb && !isBeforeNoun(before) && !SMALL.has(before)
  const isDone = verbs.length > 0 && /(?:é|ée|és|ées)$/.test(said)
  if (isDone && !(isThing && (before === '' || isBeforeNoun(before)))) return 0
  if (verbs.includes(word) && /(?:er|ir|re)$/.test(word))
    return isThing || /^(?:un|le|du|mon|son)$/.test(before) ? 2 : 1
  if (verbs.length > 0 && (ACTS.has(before) || isAfterNoun)) return 1
  if (isThing || (before !== '' && isBeforeNoun(before))) return 2
  if (verbs.length > 0 && isAfterVerb) return 2
  if (QUALITY.test(said) || (before === '' && isFirstName(word))) return 0
  if (verbs.length > 0) return 1
  return isAfterNoun ? 0 : 2
}
