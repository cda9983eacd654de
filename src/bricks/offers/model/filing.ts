import { keepLast } from '../../../core/byte-cache.ts'
import { lazy } from '../../../core/lazy.ts'
import { fold, stems, wordsOf } from '../../../core/letters/words.ts'
import { pattern } from '../../../core/pattern.ts'
import { familyOf } from '../../../text/french/families.ts'
import { infinitiveOf } from '../../../text/french/infinitives.ts'
import { isFirstName } from '../../../text/guard/lexicon.ts'
import { isKnown, isNamed, keyOf, kindsOf } from './matching/names.ts'
import { wordsIn } from './matching/sentence.ts'
import { keysIn } from './matching/things-said.ts'
import { namingIn } from './topics/features.ts'

/**
 * The themes of a sentence that names none of them: *une débroussailleuse* is a tool, *des ourlets*
 * are sewing. A filter finds it there.
 */

/** A theme with its synonyms, folded. */
export type ThemeKnown = Readonly<{ id: string; words: readonly string[] }>

/**
 * A word of a theme, then what stands under it and is no thing of the lexicon: trades and jobs.
 *
 * Source  our own, from the words of notices boards.
 */
const UNDER = `
couture: ourlet, ourlets, retouche, retouches, mercerie, couturière, recoudre, repriser
garde d enfants: nounou, nourrice, baby sitting, babysitting, baby sitter, bébé, assistante
  maternelle
nourriture: pain, miel, œufs, fromage, confiture, confitures, fruits, pommes, noix, châtaignes,
  lait cru, lait de vache, lait de brebis, lait de chèvre, cidre, jus de pomme
musique: chorale, fanfare
`
/** An indented line goes on with the line above it. */
const linesOf = (text: string): readonly string[] =>
  text
    .replace(/\n {2,}/g, ' ')
    .split('\n')
    .filter(line => line.trim() !== '')
/**
 * They name a thing in one sentence and something else in many: leaves of a tree and of paper, the
 * waist and the pruning, what falls and what is left of cloth.
 */
const homonyms = lazy(
  () =>
    new Set(
      stems(
        'clé porte lit bureau pile pêche glace feuille taille chute grain panier bobine ' +
          'souris bouché',
      ),
    ),
)
const isHomonym = (word: string): boolean => homonyms().has(stems(word)[0] ?? '')

const under = lazy(() =>
  linesOf(UNDER).map(line => {
    const [theme = '', said = ''] = line.split(':')
    return { theme: fold(theme).trim(), said: said.split(',').map(one => stems(one)) }
  }),
)

/**
 * Words of one thing together, of which none is told alone: potatoes are no ground. What a thing is
 * counted in is no thing: a pallet of paper is paper.
 */
const ONE_THING = pattern('gu')`
  \bpommes? de terre\b|\bpapiers? (?:administratifs?|d identite|officiels?|a remplir)\b
  |\b(?:mes|vos|ses|leurs|les) papiers\b|\bpapiers? (?:peints?|toilette)\b
`
const COUNTED_IN = pattern('gu')`
  \b(?:palettes?|sacs?|caisses?|cagettes?|cageots?|cartons?|seaux?|bidons?|bocaux)(?= (?:de|d) )
  |\b(?:par|en) (?:palettes?|sacs?|cartons?)\b
`
/** *Lait de brebis* is food. */
const OF_BEASTS = /(?<=\b(?:lait|fromages?|oeufs|viande|laine) (?:de|d) )\p{L}+/gu
/** Where something is, and a meal at which something is played: no matter of the notice. */
const PLACE = pattern('gu')`
  \b(?:dans|derriere|devant|sous|sur|contre|plein|pleine|(?:au fond|a cote|en face|pres|autour
  |au bout) (?:de|du))[ ]
  (?:(?:le|la|les|l|un|une|mon|ma|mes|son|sa|ses|notre|nos|votre|vos|leur|leurs|ce|cette|toute
  |tout) ){0,2}(?:maison|chambre|cuisine|jardin|salle|terrain|champ|bois|pre|ecole|potager|eau
  |voiture|local|foret|terre)s?\b
  |\b(?:a|de) la (?:maison|chambre|cuisine|salle|voiture)\b
  |\b(?:sur|sous) (?:la|une|ma) (?:table|commode|chaise|etagere)\b
  |\bavec (?:(?:la|une|l|un) )?(?:cuisine|jardin|eau)\b
  |\bgrand jardin (?:clos|ferme)\b|\bprend\w* l eau\b
`
const AT_MEALS =
  /\b(?:vos|nos|leurs|les|au|aux|du|des|pour le|notre|ce|de) repas\b|^repas d[eu]\b/gu
const MEALS_MADE =
  /\b(?:prepar|livr|port|cuisin|mijot|traiteur|partag|apport|chaud|surgel|bon|manger)\w*/u
/** Of things that have a theme's word in their name, and are of another one. */
const OTHER_THING = pattern('gu')`
  \bclaviers?\b|\bbatteries?\b|\btap\w+ l[ea]s? cartons?\b
  |\bchambres? (?:a air|froide)\b|\bchambre des metiers\b|\blaines? de (?:verre|roche)\b
  |\bplanches? a (?:repasser|voile|decouper|roulettes)\b
  |\b(?:chasses?|fuites?|chauffe|point) d? ?eau\b
  |\beau (?:de vie|de javel|oxygenee)\b|\bmachines? a (?:laver|cafe|pain|ecrire)\b
  |\bpoeles? a (?:frire|crepes|petrole)\b|\bauto ecoles?\b|\bmetiers? a tisser\b|\bde metier\b
  |\bbebes? (?:herisson|chat|chien|lapin|oiseau|merle|chouette|ecureuil|chevre|agneau)s?\b
  |\b(?:avant|apres|jusqu a) la vente\b
  |\b(?:a la|faite?s?|belle|confitures?) maison\b|\bmaison de (?:retraite|sante)\b
  |(?<!\b(?:cours|livres?|recettes?|ateliers?) )\bde (?:la |ma )?cuisine\b|\bfaire (?:la )?taille\b
`
/**
 * An accent, an article or a capital tells a word from another: *livré* is brought and *une livre*
 * is weighed, *une marche* is walked, *Pierre* is somebody, *foret* drills.
 */
const OTHER_WORD = pattern('gu')`
  (?<!\p{L})(?:[Ll]ivrée?s?|(?:[Uu]ne|[Ll]a|demi[- ]) ?livre
  |(?:deux|trois|quatre|cinq|six|dix|\d+) livres? (?:de |d['’])
  (?=\p{Ll})(?!poche|cuisine|recette|histoire|conte|math|classe|école|jardin|enfant|photo|science)
  |(?:une|la|les|en|de|ma) marches?|Pierre(?! (?:à|de|du|sèche))|forets?(?= (?:à|béton|bois|métal))
  |[Jj]eune)(?!\p{L})
`
/** *Près* is no meadow, nor *gens* cattle: their stems are those of things. */
const OTHER_STEM = pattern('giu')`
  (?<!\p{L})(?:près|gens|g[êe]n(?:e|er|ée?s?|ants?|ait)|étables?|isol(?:e|é|ée|és|ées|er|ent)
  |mûre?s?|rade|pâtes?|pâtés?|pâtiss\p{L}+|étal(?:e|é|ée|és|ées|er)
  |habit(?:e|es|ent|er|ait|é|ée|és|ées|ante?s?|ables?)|rames?|ramer|ramass\p{L}*|endroits?
  |foies?|palets?|bûcher|march(?:e|es|ent|er|ez)|mais|locales?|générale?s?|altern\p{L}+
  |blett\p{L}+|tablées?|meublée?s?|sciée?s?|livrer|imprimée?s?|voisine?s?
  |auto(?= école))(?!\p{L})
  |(?<!\p{L})(?:une|la|ma|bonne|grande|petite) poêle(?!\p{L})
  |(?<!\p{L})(?:je|on|nous|vous|il|elle|qui|ferme|que je) (?:(?:vous|les?|la) )?(?:livr(?:e|es|ent
  |ons|ez)|bois)(?!\p{L})
`
/** Those of some three hundred themes. */
const withoutOthers = (sentence: string): string => {
  const plain = fold(sentence.normalize('NFC').replace(OTHER_WORD, ' ').replace(OTHER_STEM, ' '))
    .replace(OTHER_THING, ' ')
    .replace(COUNTED_IN, ' ')
    .replace(PLACE, ' ')
  return MEALS_MADE.test(plain) ? plain : plain.replace(AT_MEALS, ' ')
}
const withoutThings = (sentence: string): string => withoutOthers(sentence).replace(ONE_THING, ' ')

/**
 * Whether a sentence tells a word of a theme: the word itself in one or several, a form of a verb,
 * or what is of its family; not what only begins like it. *Aide* is no word of *aidants*, nor the
 * wind of *vente*. A homonym, or a noun where the sentence has a verb, tells nothing.
 */
export function tellsWord(sentence: string): (word: string) => boolean {
  const plain = withoutThings(sentence)
  const said = wordsOf(plain)
  const raw = new Map([...sentence.matchAll(/[\p{L}\p{N}]+/gu)].map(([one]) => [fold(one), one]))
  const named = namingIn(sentence)
  const isDone = (one: string): boolean =>
    one !== said[0] &&
    infinitiveOf(one).length > 0 &&
    named((raw.get(one) ?? one).toLowerCase()) === 1
  const verbs = lazy(() => new Set(said.flatMap(one => [...infinitiveOf(one), familyOf(one)])))
  const singulars = lazy(() => Map.groupBy(said, singular))
  const isForm = ({ word, isVerb, forms }: TellingWord): boolean => {
    if (isVerb) return verbs().has(word)
    return forms.some(form =>
      singulars()
        .get(form)
        ?.some(one => !isDone(one)),
    )
  }
  const written = lazy(() => new Set(said.flatMap(one => stems(one).slice(0, 1))))
  return words => {
    const all = tellingIn(words)
    if (all.length === 0 || (all.length === 1 && all[0]!.isHomonym)) return false
    return all.every(one => (all.length > 1 && written().has(one.stem)) || isForm(one))
  }
}
type TellingWord = Readonly<{
  word: string
  stem: string
  isHomonym: boolean
  isVerb: boolean
  forms: readonly string[]
}>
/** The telling words of a name of a theme, which each notice asks for. */
const tellingIn = keepLast(
  { name: 'names of themes', most: 1024 * 1024 },
  (words): readonly TellingWord[] =>
    wordsOf(words).flatMap(word => {
      const [stem] = stems(word)
      if (stem === undefined) return []
      const isVerb = infinitiveOf(word).includes(word)
      const forms = [singular(word), `${singular(word)}e`]
      return [{ word, stem, isHomonym: isHomonym(word), isVerb, forms }]
    }),
)
const singular = (word: string): string => word.replace(/[sx]$/, '')

/**
 * The themes of the things that the sentence names, by what is a kind of what.
 *
 * Law     a theme is one of those that are known; no order of them and no clock changes the answer.
 */
export function themesNear(sentence: string, known: readonly ThemeKnown[]): readonly string[] {
  const names = new Set(
    wordsIn(sentence).flatMap(({ word, capital }) => (capital && isFirstName(word) ? [word] : [])),
  )
  const words = wordsIn(withoutOthers(sentence).replace(OF_BEASTS, ' ')).filter(
    ({ word }) => !names.has(word) && !isHomonym(word),
  )
  // What only sounds like a thing, or is a slip of it, is another word: *Breton*, *rêve*.
  const written = words.filter(({ word }) => isNamed(word) || !isKnown(keyOf(word)))
  const named = keysIn(written).filter(isKnown)
  const above = new Set(named.flatMap(key => [key, ...kindsOf(key)]))
  const heard = new Set(stems(withoutThings(sentence)))
  const jobs = new Set(
    under()
      .filter(({ said }) => said.some(one => one.length > 0 && one.every(stem => heard.has(stem))))
      .map(({ theme }) => theme),
  )
  const isNear = (word: string): boolean => {
    const [key, ...others] = keysIn(wordsIn(word))
    return jobs.has(word) || (key !== undefined && others.length === 0 && above.has(key))
  }
  return known.filter(({ words }) => words.some(isNear)).map(({ id }) => id)
}
