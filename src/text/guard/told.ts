import { latinised } from '../../core/letters/look-alikes.ts'
import { matchesIn, pattern } from '../../core/pattern.ts'
import { plainOf } from '../harvest/mask.ts'
import {
  HINTED_HEALTH,
  HINTED_HOME,
  HINTED_LIFE,
  HINTED_MONEY,
  HINTED_OF_ONE,
} from './hinted-fr.ts'
import { insultsIn } from './insults.ts'
import { EMPTY_HOME, TOLD_OF_ONE } from './one-fr.ts'
import { HOME, OF_ONE, PUBLIC_HOUSE, SOMEONE, TRADE } from './somebody-fr.ts'
import { FOR_ALL, HEALTH, LIFE, MONEY, OF_A_WORK, OF_BEASTS } from './told-fr.ts'

/** What is told of somebody without a name. */
export type ToldKind = 'age' | 'situation' | 'someone' | 'home' | 'insult'
export type ToldFound = Readonly<{ from: number; to: number; kind: ToldKind }>

/** *14 ans*, told of somebody: not how long something lasts, nor for whom something is. */
const AGE = pattern('g')`
  (?<![a-z])nee?s? (?:le \d|en (?:19|20)\d\d)|va sur ses \d|(?<![\d-])\d{1,3} (?:ans
  |mois)\b(?! (?:de |d'|du |d’)(?!plus)|-)|(?<![a-z])agee?s? de \d{1,3}|(?<![a-z])(?:nonagenaire
  |octogenaire|septuagenaire|centenaire de|mineure?)(?![a-z])
`
const NO_AGE = pattern()`
  (?:\b(?:il y a|depuis|pendant|dans|tous les|toutes les|apres|avant|pour|sur|les|ses|durant
  |plus de|moins de|a partir de|des|jusqu'a|de \d{1,3} a|entre \d{1,3} et|en|d'ici|sous|bail de
  |duree de|garantie?|feter (?:les|ses)|chaque|aux|pour les|enfants de|jeunes de|ados de
  |reserve aux) ?|\d ?[-/a] ?)$
`
/** *L'association née en 1998*. */
const OF_A_BODY = pattern()`
  (?<![a-z])(?:association|asso|club|commune|comite|projet|idee|societe|fete|groupe|collectif
  |journal|fanfare|chorale|troupe|cooperative|festival|ecole|reseau|mouvement|jardin)s?(?![a-z])
`
/**
 * What is told, over the words before it: *chez l'habitant*, *chez le boulanger* say nobody's home.
 */
const CHEZ = pattern('g')`
  (?<![a-z])chez (?!(?:l'habitant|les (?:habitants|commercants|producteurs|artisans|particuliers
  |autres|uns|jeunes|voisins|gens|adherents|benevoles|membres|eleveurs|maraichers|anciens|enfants
  |partenaires|libraires)|soi|nous|vous|le (?:boulanger|boucher|notaire|medecin|garagiste|coiffeur
  |gardien|fournisseur|paysan|maraicher|producteur|libraire|quincaillier|fleuriste
  |pepinieriste)|(?:le |la |l')(?:docteur|dentiste|kine|veto|veterinaire|osteo|ophtalmo|dermato
  |toubib|opticien|pharmacien(?:ne)?|coiffeuse|infirmier|infirmiere|podologue|orthophoniste)
  (?= *(?:$|[\d,.;:!?)»]|(?:le|ce|cet|cette|a|au|en|vers|avant|apres|pour|et|ou|pres|matin|midi
  |soir|vite|demain|aujourd|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|fevrier|mars
  |avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|noel|paques
  |toussaint)(?![a-z])))))(?:m\.|mme|monsieur|madame|les|la|le|l'|moi|lui|elle|eux|elles|toi|son|sa
  |ses|mes|ma|mon|leurs?)(?: ?[a-z'-]+){0,2}
`

/** *Café Chez Marcelle*: the capitals say that it is a name over a door. */
const isUnderSign = (text: string, at: number): boolean =>
  text[at] === 'C' && SIGN.test(text.slice(Math.max(0, at - 14), at))
const SIGN = /(?:Caf[eé]|Bar|Bistrot|Auberge|Restaurant|Brasserie|Cr[eê]perie|Pizzeria|Snack) $/

const isOfBeasts = (plain: string, end: number): boolean =>
  OF_BEASTS.test(plain.slice(end, end + LED))
const A_TRADE = new RegExp(`(?<![a-z])(?:le |la |l'|du |au )${TRADE}(?![a-z])`)

const SITUATIONS = [HEALTH, MONEY, LIFE, HINTED_HEALTH, HINTED_MONEY, HINTED_LIFE]

/** Longer than what `NO_AGE` says. */
const LED = 40

/** Where the first of these ends: looked for once, not before each of what is told. */
function endOf(pattern: RegExp, plain: string): number {
  const found = pattern.exec(plain)
  return found ? found.index + found[0].length : Number.POSITIVE_INFINITY
}

/**
 * Ages, situations (health, money, family, work, mourning, help, excuses), people told without a
 * name, private homes.
 *
 * Law     what is told of everybody (*atelier de prévention du diabète*) is no situation, unless
 *         somebody stands beside it (`named`).
 */
export function toldIn(text: string, named: boolean): readonly ToldFound[] {
  const plain = plainOf(latinised(text).replace(/[’ʼ`´]/g, "'"))
  const found: ToldFound[] = []
  const add = (
    kind: ToldKind,
    pattern: RegExp,
    isIt: (at: number, said: string) => boolean = () => true,
  ): void => {
    for (const one of matchesIn(pattern, plain))
      if (one[0].trim() !== '' && isIt(one.index, one[0]))
        found.push({ from: one.index, to: one.index + one[0].trimEnd().length, kind })
  }
  const isOfABody = OF_A_BODY.test(plain)
  add(
    'age',
    AGE,
    (at, said) =>
      !NO_AGE.test(plain.slice(Math.max(0, at - LED), at)) && !(said.startsWith('ne') && isOfABody),
  )
  add('someone', SOMEONE)
  for (const { from, to } of insultsIn(text)) found.push({ from, to, kind: 'insult' })
  for (const pattern of [...TOLD_OF_ONE, ...HINTED_OF_ONE]) add('situation', pattern)
  const ofOne = named || OF_ONE.test(plain) || found.length > 0
  const [forAll, publicHouse] = [endOf(FOR_ALL, plain), endOf(PUBLIC_HOUSE, plain)]
  const isOfAWork = !ofOne && !A_TRADE.test(plain) && OF_A_WORK.test(plain)
  const isOfOne = (at: number, said: string): boolean =>
    ofOne || (at < forAll && !isOfAWork && !isOfBeasts(plain, at + said.length))
  for (const pattern of SITUATIONS) add('situation', pattern, isOfOne)
  add('home', CHEZ, at => !isUnderSign(text, at))
  add('home', EMPTY_HOME)
  add('home', HINTED_HOME)
  add('home', HOME, at => named || at < publicHouse)
  return found
}
