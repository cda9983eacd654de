import { pattern, source } from '../../../../core/pattern.ts'
import { plainOf } from '../../../../text/harvest/mask.ts'
import type { RidePlaces } from './places.ts'
import { GOING, type RideText, TO_GO, WHEN } from './text.ts'

/**
 * Whether a sentence tells of a ride. *Place*, *route*, *monter*, *descendre* alone never do: what
 * says it is a seat in a vehicle, somebody who is taken along, or a person who goes to a place.
 *
 * Law     Silence is better than a notice that a neighbour finds absurd: a sentence of which this
 *         is not sure is no ride.
 */

/** The thumb, and the shared car: nothing else has these words. */
const STOP = pattern()`
    (?<![a-z])(?:fai[st]|fais|faire|faisons|font) (?:du |de l')?(?:auto-?)?stop(?![a-z])
    |(?<![a-z])en (?:auto-?)?stop(?![a-z])
  `
const POOL = /(?<![a-z])co-?voit[a-z]*/
/** *Une aire de covoiturage*: the place or the talk of it, and no seat. */
const ABOUT_POOL = pattern()`
  (?<![a-z])(?:aires?|parkings?|panneaux?|points?|appli[a-z]*|asso[a-z]*|plateforme|groupe|arrets?
  |reunion|charte|carte|ligne|reseau|place de parking|site|service|idee|projet|atelier)
  (?: de| du| d'| sur le| sur les)? ?co-?voit
  |organis[a-z]+ (?:le|du|un) co-?voit
`
/** *Une place dans ma voiture*, *deux places à bord*, *une place pour descendre à Boën*. */
const SEAT = pattern()`
  (?<![a-z])places?(?![a-z])(?: [a-z']+){0,3} (?:(?:dans|a bord de) (?:ma |la |notre |mon |le |sa
  |son |une |l'|un )(?:voiture|auto|bagnole|caisse|camion(?:nette)?|fourgon(?:nette)?|van|minibus
  |4x4|kangoo|berlingo|clio|twingo|partner|vehicule|utilitaire)|en voiture|a bord(?![a-z])
  |pour (?:aller|descendre|monter|rentrer|revenir|remonter|se rendre) )
  |(?<![a-z])(?:voiture|auto|camionnette|kangoo|berlingo|vehicule)(?: [a-z']+){0,4} places?(?![a-z])
`
/** A place of another kind. */
const OTHER_PLACE = pattern()`
  (?<![a-z])places? (?:pour (?:gar[a-z]+|stationn[a-z]+|stock[a-z]+|entrepos[a-z]+|un |une |des
  |mon |ma |mes )|de (?:parking|stationnement|garage|creche|concert|cinema|theatre|marche|camping
  |spectacle)|en creche|au (?:camping|marche|cimetiere|frais|congel|parking|garage))
  |(?<![a-z])(?:garer|stationner)(?![a-z])
`
/** Seats that are counted. */
const SEATS = pattern()`
    (?<![a-z])(?:\d|une?|deux|trois|quatre|cinq|six|des|quelques) places?(?![a-z])
    |places? (?:de )?(?:libres?|dispo)|(?<![a-z])reste (?:de la |des )?places?
    |voiture (?:toujours |est |a moitie )?vide
  `
const VEHICLE = pattern()`
    (?<![a-z])(?:voiture|bagnole|auto|camionnette|fourgon|minibus|vehicule|kangoo|berlingo
    |au volant)(?![a-z])
  `

const PERSON = source`
  (?:quelqu'une?(?: [a-z]+){0,2}|qqn|du monde|qui (?:veut|voudra|a besoin)|(?:une?|deux|trois
  |quatre|\d|des|les
  |mon|ma|mes|ses|nos|le|la|votre|vos|son|sa|cette) ?(?:autres? |petite? |vieille |jeune |deux |tr
  ois |quatre )?(?:personnes?
  |passagers?|passagere|gens
  |voisine?s?|dames?|jeunes?|enfants?|petits?|gosses?|gamins?|ados?|fils|filles?|mere|pere|parents
  |mari|femme|grand-mere|grand-pere|mamie|papi|frere|soeur|ami[es]*|copains?|copines?|maman|papa
  |eleves?))
`
/** Somebody is taken along: *peut m’emmener*, *j’emmène quelqu’un*, *emmener mon fils au judo*. */
const TAKES = source`
  (?:emmen|amen|condui|depos|ramen|vehicul|transport|accompagn|embarqu|pren[dn]|cherch|charg|ramass)
  [a-z]*
`
const ALONG = pattern()`
  (?<![a-z])(?:m'|m'y |nous |l'|les |vous |le |la |lui |te |t')(?:emmen|amen|embarqu)[a-z]*
  (?! (?:une?|du|des|de la|mon|ma|mes|vos|le|la|les|l') ?[a-z])
  |(?<![a-z])(?:me |m'y |nous |vous |la |les )(?:conduire|conduirait|conduise|deposer|depose
  |deposerait|vehiculer|ramener|ramenerait|transporter|descendre|monter)
  (?= (?:a|au|aux|en|vers|jusqu|chez|tous|le|les|en voiture)[ '])
  |(?<![a-z])(?:me |nous |vous |la |les )(?:prendre|prenne|prendrait) (?:au passage|en passant
  |en voiture|en stop|dans (?:sa|votre))
  |(?<![a-z])m'y (?:conduire|emmener|deposer)|(?<![a-z])m'avancer
  |(?<![a-z])en prendre (?:une?|deux|trois|\d)|(?<![a-z])prends? qui (?:veut|voudra)
  |(?<![a-z])${TAKES} ${PERSON}
`
/** Words that a seeker of a driver has. */
const DRIVER = pattern()`
  (?<![a-z])(?:cherche|recherche|besoin d'une?|besoin de|trouver|il me faut
  |manque) (?:[a-z']+ ){0,2}
  (?:chauffeur|conduct[a-z]+|voiture pour|vehicule pour|transport pour|moyen de transport
  |trajet|place dans une voiture|lift|taxi)
`
/** *Qui descend à Boën ?*, *quelqu’un va au marché jeudi ?* */
const WHO = new RegExp(
  `(?<![a-z])(?:qui|quelqu'une?|qqn|un voisin|une voisine|des gens|du monde)(?: d'autre| qui
  | parmi vous)? ?${GOING.replace('(?<![a-z])', '')}|(?<![a-z])qui y va(?![a-z])`,
)
const GOES = new RegExp(GOING)
const WISH = new RegExp(
  `(?<![a-z])(?:(?:je )?(?:cherche|dois|doit|devrais|devons|besoin|faut)(?: absolument| bien
  | pouvoir)?(?: a| d'| de|) ?)(?:pouvoir )?${TO_GO.replace('(?<![a-z])', '')}`,
)
/** *Je voudrais aller à Boën jeudi*: with a day, and to a place that has a name. */
const HOPE = new RegExp(
  '(?<![a-z])(?:voudrai[st]|voudrions|aimerai[st]|veux|veut|souhait[a-z]+)(?: bien)? ' +
    `(?:pouvoir )?${TO_GO.replace('(?<![a-z])', '')}`,
)
/** *Qui vient avec moi ?*: an outing, and no seat. */
const OUTING =
  /(?<![a-z])(?:qui vient|avec moi|avec nous|ensemble|en groupe|cinema|visiter)(?![a-z])/
/** *Je dois être à Montbrison mardi à 8 h 30*. */
const MUST_BE = pattern()`
  (?<![a-z])(?:dois|doit|devons|faut(?: absolument)?) (?:etre|que je sois|qu'(?:il|elle|on) soit
  |arriver) (?:a|au|aux|en|devant)[ ']
`
/** *Rentrer de Boën*: where one leaves is all that is said of the way. */
const BACK_FROM = source`
  (?:rentr(?:e|er|ons|ent)|rev(?:enir|iens|ient|enons)|remont(?:e|er|ons|ent)) ${WHEN}*
  (?:de|d'|du|des)[ ']?
`
const COMES_BACK = new RegExp(`(?<![a-z])${BACK_FROM}`)
const WANTS_BACK = new RegExp(
  '(?<![a-z])(?:dois|doit|devons|devrais|faut|cherch[a-z]+|besoin|voudrai[st]|aimerai[st]|qui' +
    `|quelqu'une?|qqn)(?: a| d'| de)? ?(?:pouvoir |qui )?${BACK_FROM}`,
)
/** *Cherche une place pour Montbrison mardi*, *une place pour Boën jeudi matin*. */
const SEAT_FOR = /(?<![a-z])places? pour (?![a-z]+er )/
const SEEKS = /(?<![a-z])(?:cherche|recherche|besoin|voudrais|faudrait|il me faut)(?![a-z])/
const PART_OF_DAY = /(?<![a-z])(?:matin|midi|apres-midi|aprem|soir)(?![a-z])/
/** *Deux personnes pour déménager*: arms, and no passengers. */
const FOR_WORK = pattern()`
  (?<![a-z])(?:cherch|pren[dn])[a-z]* [a-z']+ (?:[a-z]+ )?pour (?!aller|descendre|monter|rentrer
  |remonter|revenir|m'|me |nous |l'|le |la |les )[a-z]+(?:er|ir|re)(?![a-z])
`
const NO_CAR = pattern()`
    (?<![a-z])(?:sans|pas de|plus de|plus ma|pas|plus) (?:voiture|permis|vehicule|auto)(?![a-z])
    |ne (?:peux|peut|sais|conduis|conduit) (?:plus|pas)(?: conduire)?(?![a-z])
    |voiture (?:est )?(?:en panne|au garage)
  `
const TRIP = pattern()`
    (?<![a-z])(?:trajets?|(?:faire|fais|assure|partager) (?:le retour|l'aller)
    |partag[a-z]+ la route|faire la route|aller-?retour|aller simple)(?![a-z])
  `
const LEAVES = /(?<![a-z])(?:depart|pars|part|partons) (?:[a-z']+ ){0,2}?(?:de|d'|a|vers|\d)/
/** *La route qui monte*, *le car va*: a thing goes, nobody takes anybody. */
const THING_GOES = pattern()`
  (?<![a-z])(?:(?:le|la|les|un|une|des|ce|cette|ces|mon|ma|mes) |l')(?!fils|fille|mari|femme|voisin
  |mere|pere|soeur|frere
  |samedi|lundi|mardi|mercredi|jeudi|vendredi|dimanche|matin)[a-z-]+ (?:qui |ne |n'|y )?$
`
/** The person stays here, and asks for or gives another thing. */
const OTHER = pattern()`
  (?<![a-z])(?:rapport[a-z]+|livr[a-z]+|livraison|colis|paquets?|demenag[a-z]+|garder|gardiennage
  |arros[a-z]+|nourrir
  |pret(?:e|er|erait|ent)|emprunt[a-z]*|lou(?:e|er|ons)|vends?|vendre|vente|donne|a donner
  |achet[a-z]+|troqu[a-z]*|echang[a-z]*
  |cours de|repar[a-z]+|bricol[a-z]+|courses pour|vos courses|ordonnances?|du bois|meubles?
  |encombrants?|remorque
  |motoculteur|tondeuse|machine|frigo|canape|armoire|chevre|brebis|vaches?|chevaux|poules?|ruches?
  |foin)(?![a-z])
`
/** Feet, and what people do together there. */
const AFOOT = pattern()`
    (?<![a-z])(?:a pied|a velo|en velo|en vtt|a cheval|randos?|randonnee|balade|marcher|courir
    |defile|procession|vide-?grenier|concert|spectacle|pieces?|theatre|repas|reunion|bal|loto
    |conference|match|tournoi|chorale|pique-nique|ramass[a-z]+|cueill[a-z]+|champignons?)(?![a-z])
  `
const NOT_ANY_MORE = pattern()`
    (?<![a-z])n(?:e |')(?:y )?(?:vais|va|descends?|monte|pars|part|fais|fait|vont|allons) (?:plus
    |pas|jamais)
  `

/** *Conduite accompagnée*: one learns to drive. */
const LESSON =
  /conduite accompagnee|faire conduire|lecons? de conduite|auto-?ecole|code de la route/

/** What is told around the way: a day, an hour, a return. */
export type RideHints = Readonly<{ day: boolean; hour: boolean; back: boolean }>

export function isRide(text: RideText, places: RidePlaces, hints: RideHints): boolean {
  const { plain } = text
  const some = places.to !== undefined || places.from !== undefined
  if (NOT_ANY_MORE.test(plain) || LESSON.test(plain)) return false
  if (STOP.test(plain)) return some || hints.day
  if (POOL.test(plain)) return !ABOUT_POOL.test(plain) && (some || hints.day || SEATS.test(plain))
  const other = OTHER.test(plain)
  if (other && FOR_WORK.test(plain)) return false
  if (SEAT.test(plain) && !OTHER_PLACE.test(plain)) return !other && (some || hints.day)
  if (ALONG.test(plain))
    return (
      (some || hints.day) &&
      !/(?<![a-z])(?:emprunt[a-z]*|louer|loue|vends?|vendre)(?![a-z])/.test(plain)
    )
  if (OTHER_PLACE.test(plain)) return false
  if (DRIVER.test(plain)) return places.to !== undefined && !other
  if (other || !some || AFOOT.test(plain)) return false
  if (WHO.test(plain)) return places.isNamed || hints.day
  if (isSeatFor(text, places, hints)) return true
  if (places.to === undefined) return comesBack(plain, hints)
  return goes(plain, places, hints)
}

/** A seat to a place that has a name, on a day: who looks for it, or who says when in the day. */
function isSeatFor({ plain }: RideText, { to, isNamed }: RidePlaces, hints: RideHints): boolean {
  const at = SEAT_FOR.exec(plain)
  if (!at || !isNamed || !hints.day || to === undefined) return false
  const isNext = plain.slice(at.index + at[0].length).startsWith(plainOf(to))
  return isNext && (SEEKS.test(plain) || hints.hour || PART_OF_DAY.test(plain))
}

/** Only where one leaves is said: with a day, and with an hour, a seat or a wish. */
function comesBack(plain: string, hints: RideHints): boolean {
  if (!hints.day || !COMES_BACK.test(plain)) return false
  return WANTS_BACK.test(plain) || hints.hour || SEATS.test(plain)
}

/** Somebody goes to a place, with a seat, or on a day. */
function goes(plain: string, { from, isNamed }: RidePlaces, hints: RideHints): boolean {
  const going = GOES.exec(plain)
  const seats = SEATS.test(plain) || VEHICLE.test(plain)
  if (isNamed && hints.day && !OUTING.test(plain)) {
    if (HOPE.test(plain)) return true
    if (hints.hour && MUST_BE.test(plain)) return true
  }
  if (WISH.test(plain) || (NO_CAR.test(plain) && (going !== null || new RegExp(TO_GO).test(plain))))
    return hints.day || NO_CAR.test(plain) || /cherche|besoin/.test(plain)
  if (going && !THING_GOES.test(plain.slice(0, going.index)))
    return (
      seats || (hints.day && (isNamed || hints.hour || hints.back)) || isAll(plain, going, isNamed)
    )
  if (TRIP.test(plain)) return hints.day || seats || from !== undefined
  const isWay = from !== undefined || LEAVES.test(plain) || hints.back
  return isWay && seats && (hints.hour || hints.day)
}

/** *Rosa descend à Boën.*: nothing else is told, and the day is asked. */
const FEW_WORDS = 4
const isAll = (plain: string, going: RegExpExecArray, isNamed: boolean): boolean =>
  isNamed &&
  plain
    .slice(going.index + going[0].length)
    .trim()
    .split(' ').length <= FEW_WORDS
