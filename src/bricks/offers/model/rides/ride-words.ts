import { pattern, source } from '../../../../core/pattern.ts'
import { GOING, TO_GO, WEEKDAY, WHEN } from './text.ts'

/** The words by which a sentence tells of a ride, in its plain text. */

/** The thumb, and the shared car: nothing else has these words. */
export const STOP = pattern()`
    (?<![a-z])(?:fai[st]|fais|faire|faisons|font) (?:du |de l')?(?:auto-?)?stop(?![a-z])
    |(?<![a-z])en (?:auto-?)?stop(?![a-z])
  `
export const POOL = /(?<![a-z])co-?voit[a-z]*/
/** *Une place dans ma voiture*, *deux places à bord*, *une place pour descendre à Boën*. */
export const SEAT = pattern()`
  (?<![a-z])places?(?![a-z])(?: [a-z']+){0,3} (?:(?:dans|a bord de) (?:ma |la |notre |mon |le |sa
  |son |une |l'|un )(?:voiture|auto|bagnole|caisse|cabine|coffre|camion(?:nette)?
  |fourgon(?:nette)?|van|minibus
  |4x4|kangoo|berlingo|clio|twingo|partner|vehicule|utilitaire)|en voiture|a bord(?![a-z])
  |pour (?:aller|descendre|monter|rentrer|revenir|remonter|se rendre) )
  |(?<![a-z])(?:voiture|auto|camionnette|kangoo|berlingo
  |vehicule)(?: [a-z']+){0,4} places?(?![a-z])
`
/** Seats that are counted. */
export const SEATS = pattern()`
    (?<![a-z])(?:\d|une?|deux|trois|quatre|cinq|six|des|quelques) (?:places?|sieges? (?:libres?
    |devant
    |derriere|dispo))(?![a-z])|de quoi (?:mettre|prendre|asseoir) (?:une?|deux|trois|\d)(?![a-z])
    |places? (?:de )?(?:libres?|dispo)
    |(?<![a-z])reste (?:de la |des |une? |deux |trois )?(?:place|siege)s?
    |(?:y ?a|j'ai|reste) (?:encore )?(?:de la |une |des )places?(?![a-z])
    |voiture (?:toujours |est |a moitie )?vide
  `
export const VEHICLE = pattern()`
    (?<![a-z])(?:voiture|bagnole|auto|camionnette|fourgon|minibus|vehiculee?|kangoo|berlingo
    |au volant|motorisee?|banquette|cabine)(?![a-z])
  `
/** Somebody is taken along: *peut m’emmener*, *la déposer au collège*. */
export const ALONG = pattern()`
  (?<![a-z])(?:m'|m'y |nous |l'|les |vous |le |la |lui |te |t')(?:emmen|amen|embarqu)[a-z]*
  (?! (?:une?|du|des|de la|mon|ma|mes|vos|le|la|les|l') ?[a-z])
  |(?<![a-z])(?:vous |la |les )(?:conduire|conduirait|conduise|deposer|depose
  |deposerait|vehiculer|ramener|ramenerait|transporter|descendre|monter)
  (?= (?:a|au|aux|en|vers|jusqu|chez|tous|le|les|en voiture)[ '])
  |(?<![a-z])(?:vous |la |les )(?:prendre|prenne|prendrait) (?:au passage|en passant
  |en voiture|en stop|dans (?:sa|votre))
  |(?<![a-z])(?:m'avancer|prends? qui (?:veut|voudra))
`
/** *J’emmène les miens, je peux en prendre deux autres*: beside others who are driven. */
export const MORE = pattern()`
  (?<![a-z])(?:emmen|amen|depos|condui|descen|mont|vais|fais)[a-z]*(?![a-z]).{0,120}
  (?<![a-z])en prendre (?:une?|deux|trois|\d)(?= (?:autre|de plus|en plus|avec|a|deuxieme|troisieme
  |quatrieme)(?![a-z])| ?(?:[,.;!?]|$))
`
/** *Mon fils arrive dimanche, qui pourrait le remonter ?* */
export const KIN_DRIVEN = pattern()`
  (?<![a-z])(?:mon|ma|mes|notre|nos) (?:[a-z]+ )?(?:petite?s?-)?(?:fils|filles?|enfants?|mere|pere
  |mari|femme|tante|oncle|soeur|frere|voisine?|compagne|compagnon|apprentie?)(?![a-z]).{0,160}
  (?<![a-z])(?:le |la |les |l')(?:condui|emmen|amen|ramen|remont|redescen|depos|accompagn)[a-z]*
  (?! (?:le|la|les|une?|des|du|son|sa|ses)(?![a-z]))
`
/** Words that a seeker of a driver has. */
export const DRIVER = pattern()`
  (?<![a-z])(?:cherche|recherche|besoin d'une?|besoin de|trouver|(?:il )?me faut|faudrait
  |nous faut|voudrais|aurais besoin d'une?|manque) (?:[a-z']+ ){0,3}
  (?:chauffeur|conduct[a-z]+|(?:voiture|vehicule) (?:de plus )?pour|transport pour
  |moyen de transport
  |trajet|retour(?! d)|place dans une voiture|lift|taxi)
`
/** *Qui descend à Boën ?*, *quelqu’un va au marché jeudi ?* */
export const WHO = pattern()`
  (?<![a-z])(?:qui|quelqu'une?|qqn|un voisin|une voisine|des gens|du monde)(?: d'autre| qui
  | parmi vous)? ?${GOING.replace('(?<![a-z])', '')}
  |(?<![a-z])(?:qui|quelqu'une?)(?: qui)? y (?:va|vas|passe|monte|descend|retourne
  |part)(?![a-z])
`
export const GOES = new RegExp(GOING)
export const GOES_THERE = new RegExp(TO_GO)
export const WISH = pattern()`
  (?<![a-z])(?:(?:je )?(?:cherch[a-z]+|dois|doit|devrais|devons|besoin|faut)(?: absolument| bien
  | pouvoir)?(?: (?:un |une )?(?:moyen|solution|facon|possibilite))?(?: a| d'| de| pour
  |) ?)(?:pouvoir )?${TO_GO.replace('(?<![a-z])', '')}
`
/** *Je voudrais aller à Boën jeudi*: with a day, and to a place that has a name. */
export const HOPE = new RegExp(
  '(?<![a-z])(?:voudrai[st]|voudrions|aimerai[st]|veux|veut|souhait[a-z]+)(?: bien)? ' +
    `(?:pouvoir )?${TO_GO.replace('(?<![a-z])', '')}`,
)
/** Where one goes because one must: the same with a day, though each village has its own. */
export const ERRAND = pattern()`
  ^(?:marche|foire|gare|hopital|clinique|maternite|medecin|docteur|toubib|kine|dentiste|ophtalmo
  |oculiste|cardiologue|pharmacie|laboratoire|labo|maison medicale|supermarche|super u
  |intermarche|leclerc|carrefour|lidl|courses|aeroport|mairie|sous-prefecture|prefecture
  |tribunal|tresorerie|perception|poste|banque|messe|cimetiere|ehpad|maison de retraite
  |coiffeur|notaire)(?![a-z])
`
/** *Je dois être à Montbrison mardi à 8 h 30*. */
export const MUST_BE = pattern()`
  (?<![a-z])(?:dois|doit|devons|besoin d'|faut(?: absolument)?) ?(?:etre|que je sois|qu'(?:il
  |elle|on) soit
  |arriver) (?:a|au|aux|en|devant)[ ']
`
/** *Rentrer de Boën*: where one leaves is all that is said of the way. */
const BACK_FROM = source`
  (?:retour|rentr(?:e|er|ons|ent)|rev(?:enir|iens|ient|enons)|(?:remont|redescend)(?:e|s|er|re
  |ons|ent)) ${WHEN}*
  (?:de|d'|du|des)[ ']?
`
export const COMES_BACK = new RegExp(`(?<![a-z])${BACK_FROM}`)
export const WANTS_BACK = new RegExp(
  '(?<![a-z])(?:dois|doit|devons|devrais|faut|cherch[a-z]+|besoin|voudrai[st]|aimerai[st]|qui' +
    `|quelqu'une?|qqn)(?: a| d'| de)? ?(?:pouvoir |qui )?${BACK_FROM}`,
)
/** *Cherche une place pour Montbrison mardi*, *une place pour Boën jeudi matin*. */
export const SEAT_FOR = /(?<![a-z])places? pour (?![a-z]+er )/
export const SEEKS = pattern()`
  (?<![a-z])(?:cherche|recherche|besoin|voudrais|faudrait|il me faut|gasoil|gazoil
  |essence)(?![a-z])
`
export const PART_OF_DAY = /(?<![a-z])(?:matin|midi|apres-midi|aprem|soir)(?![a-z])/
export const TRIP = pattern()`
    (?<![a-z])(?:trajets?|(?:faire|fais|assure|partager) (?:le retour|l'aller)
    |partag[a-z]+ la route|(?:je fais|on fait|nous faisons|(?:qui|quelqu'une?) f[a-z]+
    |faire) la route|aller[- ](?:et[- ])?retour
    |aller simple)(?![a-z])
  `
export const LEAVES = pattern()`
  (?<![a-z])(?:departs?|pars|part|partons|decoll[a-z]*) (?:[a-z']+ ){0,2}?(?:de|d'|du|a|vers|pour
  |\d)
`
/** *Je fais Boën Lyon tous les lundis*. */
export const DOES_WAY = pattern()`
  (?:(?<![a-z])(?:je fais|on fait|nous faisons|(?:qui|quelqu'une?) f[a-z]+)|^fais)
  (?! (?:du|de|des|le|la|les|une?) ) [a-z]
`
/** *Convoquée à Nîmes lundi, je ne conduis plus*: who must be there, and has no car. */
export const OBLIGED = pattern()`
  (?<![a-z])(?:convoquee?s?|rendez-vous|dois|doit|faut|attendue?|m'attend|oper[a-z]+|examens?
  |scanner
  |irm|radio|embauchee?|entretien|audience|dialyse)(?![a-z])
`
/** *Une place jeudi pour Boën*, *une place jusqu’au marché jeudi*: in a car, or a stall. */
export const PLACE = /(?<![a-z])places?(?![a-z])/
export const TOWARDS = pattern()`
  ^.{0,40}?(?<![a-z])(?:pour|jusqu'(?:a|au|aux|en)) (?:le |la |les |l')?
  (?:[a-z]{4,} (?:de |d'|du |a ))?$
`
/** What people say to those who would come along. */
export const TOGETHER = pattern()`
  (?<![a-z])(?:quelqu'une?|qui (?:veut|voudrait|pourrait|peut|est partant|en est)|si ca
  |depann[a-z]+|arrange[a-z]*|interess[a-z]+|demande[rz]|dites|(?:faites|fais)(?:-moi)? signe
  |venez
  |a plusieurs|gasoil|gazoil|gas-oil|essence|carburant|on est (?:deux|trois|quatre|\d)|avec moi
  |profit[a-z]+)(?![a-z])
`
export const I_GO = pattern()`
  (?<![a-z])(?:je|on|nous|vous|j'y|qui) (?:vais|va|allons|allez|descends?|descendez|monte|montez
  |pars
  |part|partons|file|rentre|remonte)(?![a-z])
  (?! (?:le |la |les |des |du |une? |l')(?!${WEEKDAY}
  |matin|soir|week))
`
export const I_DRIVE = pattern()`
  (?<![a-z])je conduis(?![a-z])
  |(?<![a-z])mont(?:er|ez)(?: donc)? avec (?:quelqu|vous|toi|moi|nous)
`
export const DRIVES = /(?<![a-z])(?:chauffeurs?|conduct[a-z]+|voiture|trajets?)(?![a-z])/
