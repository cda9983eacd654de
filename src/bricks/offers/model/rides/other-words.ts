import { pattern, source } from '../../../../core/pattern.ts'
import { WEEKDAY } from './text.ts'

/** The words of a ride that are of another thing: a stall, a walk, a load, a club. */

/** *Une aire de covoiturage*: the place or the talk of it, and no seat. */
export const ABOUT_POOL = pattern()`
  (?<![a-z])(?:aires?|parkings?|panneaux?|points?|appli[a-z]*|asso[a-z]*|plateforme|groupe|arrets?
  |reunion|charte|carte|ligne|reseau|place de parking|site|service|idee|projet|atelier)
  (?: de| du| d'| sur le| sur les)? ?co-?voit
  |organis[a-z]+ (?:le|du|un) co-?voit
  |(?:reunion|association|projet|groupe)[^.;!?]{0,60} co-?voit
  |co-?voit[^.;!?]{0,40} reunion|(?:merci de|pensez au?|privilegi[a-z]+ le) co-?voit
  |co-?voit[a-z]* (?:conseille|recommande|encourage)
  |le co-?voit[a-z]*(?: solidaire
  | rural)? (?:cherche|recrute|est|sera|se|a|reste)(?![a-z])
`
/** A place of another kind. */
export const OTHER_PLACE = pattern()`
  (?<![a-z])places? (?:pour (?:gar[a-z]+|stationn[a-z]+|stock[a-z]+|entrepos[a-z]+
  |un |une |des |mon |ma |mes
  |(?:le |la |les |l')?(?:cantine|cirque|concert|spectacle|theatre|cine[a-z]*|match
  |foot|creche|camping|stage|atelier|repas|bal|loto|vide-?grenier)(?![a-z]))
  |de (?:parking|stationnement|garage|creche|concert|cinema|theatre|marche|camping|spectacle)
  |en (?:creche|maison de retraite|ehpad|foyer|internat|garderie)|a table
  |au (?:camping|marche|cimetiere|frais|congel|parking|garage|concert|match
  |cours|stage
  |bal|loto))
  |(?<![a-z])(?:garer|stationner)(?![a-z])
`
/** *Qui vient avec moi ?*: an outing, and no seat. */
export const OUTING =
  /(?<![a-z])(?:qui vient|avec moi|avec nous|ensemble|en groupe|cinema|visiter)(?![a-z])/
/** *La route qui monte*, *le car va*: a thing goes, nobody takes anybody. */
export const THING_GOES = pattern()`
  (?<![a-z])(?:(?:le|la|les|un|une|des|ce|cette|ces|mon|ma|mes) |l')(?!fils|fille|mari|femme
  |voisin|mere|pere|soeur|frere|${WEEKDAY}|matin)[a-z-]+
  (?: (?:du |de la |de l'|des |de |d')[a-z-]+)? (?:qui |ne |n'|y )?$
  |(?<![a-z])(?:cars?|bus|autocar|train|ter|navette|ligne|livreur|boulanger|boucher|epicier|facteur
  |bibliobus|defile)(?![a-z])(?! (?:est|sont|ne|n'|de \d)).{0,40}$
`
/** The person stays here, and asks for or gives another thing. */
export const OTHER = pattern()`
  (?<![a-z])(?:rapport[a-z]+|livr[a-z]+|livraison|colis|paquets?|demenag[a-z]+|garder|gardiennage
  |arros[a-z]+|nourrir
  |pret(?:e|er|erait|ent)|emprunt[a-z]*|lou(?:e|er|ons)|vends?|vendre|vente|donne(?! \d)|a donner
  |achet[a-z]+|troqu[a-z]*|echang[a-z]*
  |mecan[a-z]+|garagiste|demarreur|batterie|pneus?|cours de|repar[a-z]+|bricol[a-z]+|courses pour
  |vos courses|ordonnances?|du bois|meubles?
  |encombrants?|remorque
  |motoculteur|tondeuse|machine|frigo|canape|armoire|chevre|brebis|vaches?|chevaux|poules?|ruches?
  |foins?)(?![a-z])
`
/** *Cherche un studio*: what is sought is no seat, no car and nobody who drives. */
export const SEEKS_OTHER = pattern()`
  (?<![a-z])(?:re)?cherch(?:e|ons|ent)s? (?:(?:une?|des?|du|de la|de l'|d'|son|sa|ses|nos|notre
  |deux|trois|\d)(?: |(?<='))|(?!(?:pour|vers|depuis|aussi|toujours|encore|entre|donc|absolument
  |comment|avec|qui|sur|dans|chaque|tous|demain|retour|le|la|les|${WEEKDAY}
  |urgemment|regulierement|une?|des?|deux|trois|son|ses|nos
  |notre)(?![a-z])))(?:(?:bonn?e?|seconde?|petite?|gros
  |vieille|vieux|jeune|autres?) )?(?!une?(?![a-z])|quelqu|chauffeur|conduct|co-?voit|voiture
  |vehicule|auto
  |places?|sieges?|trajets?|transport|taxi|moyen|solution|lift|personnes?|gens|ame|voisine?s?
  |retraite|passager|compagnon|compagnie|monde|arrangement|occas|stop|familles?|parents?|maman
  |papa|dame|monsieur|possibilite|facon|aide|coup|bon|second|petit|gros|vieu|vieil|jeune|autre
  |aller|pers)[a-z]{3,}
`
/** Feet, and what people do together there. */
const FEET = source`
  a pied|a velo|en velo|en vtt|a cheval|randos?|randonnee|balade|marcher|courir|defile|procession
  |course|pique-nique|ramass[a-z]+|cueill[a-z]+|champignons?
`
const EVENTS = source`
  vide-?grenier|concert|spectacle|pieces?|theatre|repas|reunion|bal|loto|conference|match|tournoi
  |chorale
`
export const AFOOT = new RegExp(`(?<![a-z])(?:${FEET}|${EVENTS})(?![a-z])`)
export const ON_FEET = new RegExp(`(?<![a-z])(?:${FEET})(?![a-z])`)
/** *Je peux ramener du pain*: a thing is brought back, and nobody. */
export const CARRIES = pattern()`
  (?<![a-z])(?:ramen|rapport|pren[dn]|achet|depos|recuper|chercher)[a-z]* (?:du (?!monde)
  |de la |de l'
  |des (?!gens|personnes|jeunes|enfants|passagers|anciens|voisins)|de quoi|votre |ton |ta |tes
  |vos (?!enfants|parents)|ce qu)
  |(?<![a-z])a(?:pport|men)ez (?:vos|votre|des|du|de)(?![a-z])
`
export const LENT = /(?<![a-z])(?:emprunt[a-z]*|louer|loue|vends?|vendre)(?![a-z])/
/** Of a club, or by another way: nobody’s car. */
export const GROUP = pattern()`
  (?<![a-z])(?:voyages?|excursion|visites?|sortie|stage|ateliers?|club|cours
  |en (?:auto)?(?:car|bus|train|ter|avion))(?![a-z])
`
