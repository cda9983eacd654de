import { source } from '../../../../core/pattern.ts'
import { WEEKDAY, WHEN } from './text.ts'

/**
 * Ways of saying that somebody is driven, or that a seat is sought or offered. Each stands with a
 * sentence that is heard otherwise without it, which is its test.
 *
 * Shape   a pattern of the plain text, and the sentence.
 */
export type RideSaying = readonly [string, string]

/** People, by what they are to each other. */
export const KIN = source`
  personnes?
  |passagers?|passagere|gens|anciens?|aines?|retraites?|voyageurs?|vieux
  |voisine?s?|dames?|jeunes?|enfants?|petits?|gosses?|gamine?s?|ados?|fils|filles?|mere|pere
  |parents|apprentie?|petite?s?-(?:fil[sle]+|enfants)|tante|oncle|belle-mere|beau-pere|locataire
  |mari|femme|grand-mere|grand-pere|mamies?|papis?|memes?|frere|soeur|ami[es]*|copains?|copines?
  |maman|papa|eleves?
`
const PERSON = source`
  (?:quelqu'une?(?: [a-z]+){0,2}|qqn|du monde|ceux qui|celles qui
  |qui (?:veut|voudra|a besoin)|(?:une?|deux|trois|quatre|\d|des|les|mon|ma|mes|ses|nos|le|la
  |votre
  |vos|son|sa
  |cette) ?(?:autres? |petite? |vieille |vieux |jeune |deux |trois |quatre )?(?:${KIN}))(?![a-z])
`
/** Verbs that take somebody along in a car. */
const DRIVEN = source`
  (?:condui(?:re|t|se|sait|rait|riez)|(?:em|a|ra)?men(?:er|e|es|ez|erait|erais|era|eriez)
  |depos(?:er|e|es|ez|erait|era|eriez)|vehicul(?:er|e|erait)|transport(?:er|e|erait)
  |voitur(?:er|e)|embarqu(?:er|e|erait)|(?:re)?descend(?:re|e|rait)|(?:re)?mont(?:er|e|erait))
`
const DAY = `(?:${WEEKDAY}|demain|matin|soir|midi)`
const TO = source`
  (?:a|au|aux|en|vers|jusqu'[a-z]+|chez|tous|sur|la-bas|${DAY}|(?:le|les|ce
  |chaque) ${DAY}s?)(?![a-z])
`
const ME = "(?:me |m'|m'y |nous |nous y )"
const BY_CAR = '(?:voiture|auto|bagnole|caisse|camionnette|fourgon(?:nette)?|kangoo|berlingo)'

/** With a place or a day, nothing else is meant. */
export const TAKEN: readonly RideSaying[] = [
  [
    source`(?:me|nous) (?:les |le |la |l')${DRIVEN} ${WHEN}*(?=${TO})`,
    'les enfants finissent à 16 h 30 lundi, qui me les ramène à Trelins',
  ],
  [
    source`(?:vous|te|t') ?(?:condui[st]|(?:em|ra)?mene|depose)(?![a-z])
      (?! (?:le|la|les|l'|des|du|votre|vos|un) ?[a-z])`,
    'taxi entre voisins : je vous conduis mardi contre un café',
  ],
  [
    source`${ME}prendre ${WHEN}*(?:a|au|aux|devant|chez) (?!part|partie|temoin|coeur|serieux|mot
      |depourvu|la legere|revers|cause)`,
    'j’ai un scanner à Roanne mardi, il faudrait me prendre à Leigneux',
  ],
  [
    source`(?:re)?(?:monter|descendre) (?:(?:mon|ma|mes|notre|nos) )?(?:${KIN})
      (?= (?:a|au|aux|chez|jusqu|vers))`,
    'une âme charitable pour monter mamie à l’église dimanche',
  ],
  [
    source`vous (?:prends|prendrai) (?:a|au|aux|devant|chez|en passant)(?![a-z])`,
    'vendredi je vous prends à Boën',
  ],
  [
    source`pren[dn][a-z]* (?:des|deux|trois|quatre|\d) passagers (?:pour|a|vers|jusqu)`,
    'je prends des passagers pour Clermont lundi',
  ],
  [
    source`(?:prenez|emmenez|conduisez|deposez|ramenez|prends|emmene|ramene|depose)-(?:moi|nous)
      (?! (?:du|de|des|une?|le|la|les)(?![a-z]))`,
    'si vous allez à Boën jeudi prenez-moi à Palogneux',
  ],
  [source`(?:m'y |nous y |l'y )${DRIVEN}(?![a-z])`, 'mardi à 8 h au labo, qui peut m’y conduire'],
  [
    source`places? (?:[a-z]+ )?jusqu'(?:a|au|aux|en) (?!\d|${DAY}|epuisement|la fin|ce |cet)`,
    'il me faudrait une place jusqu’au marché de jeudi',
  ],
  [source`${ME}${DRIVEN} ${WHEN}*(?=${TO})`, 'faudrait qu’on me mène chez le docteur mardi'],
  [
    source`(?:${ME}|faire )ramen[a-z]+ ${WHEN}*(?:de|du|d')(?![a-z])`,
    'qui peut me ramener de Noirétable mardi',
  ],
  [
    source`(?:etre|faire) (?:conduite?s?|(?:em|ra)men(?:er|ee?s?)|depos(?:er|ee?s?)
      |vehicul(?:er|ee?s?)|transport(?:er|ee?s?)|conduire|mener|avancer) ${WHEN}*(?=${TO})`,
    'besoin d’être conduite à l’hôpital de Montbrison lundi matin pour une radio',
  ],
  [
    source`(?:venir|vienne|viens|viendrait|vient|passer|passe|passerait) (?:me |nous )
      (?:chercher|prendre|recuperer|ramasser) ${WHEN}*(?=${TO}|pour (?:aller|rentrer))`,
    'qqun peut venir me chercher à la gare vendredi soir au train de 18h',
  ],
  [
    source`${ME}prendre ${WHEN}*(?:pour (?:le|la|l')(?![a-z])|avec (?:vous|lui|elle|eux|toi)
      |pour (?:aller|descendre|monter|rentrer)
      |au passage|en passant|en voiture|en route)`,
    'peut-on me prendre pour aller faire mes courses mercredi',
  ],
  [
    source`accompagn[a-z]* (?:[a-z]+ )?(?:en ${BY_CAR}|avec (?:ma|sa|la|une) ${BY_CAR}
      |en voiture)`,
    'qui accompagnerait mamie en voiture vendredi',
  ],
  [
    source`(?:emmen|amen|condui|depos|ramen|vehicul|transport|embarqu|avanc)[a-z]*
      (?: (?:volontiers|aussi|souvent|meme|bien))? ${PERSON}`,
    'j’emmène volontiers une mamie au marché le jeudi',
  ],
  [
    source`(?:pren[dn]|charg|ramass|recuper)[a-z]* ${PERSON} (?:[a-z]+ )?(?:en route|au passage
      |en passant|avec moi|avec nous|a bord|en voiture|dans (?:ma ${BY_CAR}|la mienne|la notre))`,
    'je peux prendre quelqu’un au passage vendredi',
  ],
  [
    source`(?:(?:aller|venir|viens|passer|vais) )(?:chercher|prendre|recuperer) ${PERSON}
      (?= (?:a|au|aux|chez|devant)(?![a-z]))`,
    'qui peut aller chercher ma fille à la gare de Feurs vendredi',
  ],
  [
    source`(?:^|[,.;:!?] )(?:auto-?)?stop (?:svp |merci )?(?:${WHEN})*(?:pour|de|d'|a|jusqu|vers
      |direction)(?![a-z])`,
    'stop demain pour Thiers départ vers 9h de la place',
  ],
  [
    source`(?:prends?|prend|prenons) (?:la|ma|l'|notre|une) ?${BY_CAR} ${WHEN}*(?:pour
      |jusqu)(?! [a-z]+er )`,
    'dimanche je prends la voiture pour Montbrison, dites si vous voulez profiter',
  ],
]

/** One is not sure: its writer is asked. */
export const ASKED: readonly RideSaying[] = [
  [
    source`(?:pour|peux|propose de) conduire (?:a|au|aux|chez)(?![a-z])`,
    'dispo pour conduire à la pharmacie la nuit',
  ],
  [
    source`(?:voiture|auto|bagnole|taxi) (?:pour|qui (?:va|irait|descend|monte|part))
      (?! (?:ma|mon|mes|un|une|sans|[a-z]+(?:er|ir|re)) ?)`,
    'y aurait pas une voiture pour Lyon demain matin tôt',
  ],
  [
    source`(?:fais|fait|prends|prend|faire|prendre) la (?:navette|route)(?! (?:de droite
      |de gauche))`,
    'je fais la navette avec Saint-Étienne le week-end',
  ],
  [
    source`depose (?:possible|a la gare|au (?:lycee|college|train))`,
    'dépose à la gare de Montbrison possible tous les matins 6 h 50',
  ],
  [
    source`(?:dans|avec) (?:ma|notre) ${BY_CAR}(?![a-z])`,
    'on tient à trois dans ma voiture vendredi',
  ],
  [
    source`(?:besoin|cherche|dois|faut|peut|peux) (?:a |de |d')?(?:re)?
      (?:descendre|monter|rentrer|venir) (?:de|du|a|au|sur|avec|en)(?![a-z])`,
    'besoin de remonter avec deux valises samedi',
  ],
  [
    source`${PERSON} (?:a|de|en) bord|et (?:une|deux|trois) (?:personnes?|passagers?)(?![a-z])`,
    'j’emmène ma poubelle verte et une personne à la déchetterie samedi',
  ],
  [
    source`(?:besoin|cherche|dois|faut) (?:a |de )?rejoindre `,
    'besoin de rejoindre Ambert vendredi',
  ],
  [source`occas(?:e|ion)s? (?:pour|de) `, 'je cherche une occase pour Roanne lundi'],
  [
    source`pren[dn][a-z]* ${PERSON}(?! pour)`,
    'chaque lundi marché de Feurs en camionnette, je prends deux personnes',
  ],
  [
    source`(?:(?:chauffeur|conducteur|conductrice)s? (?:benevoles?|solidaires?|volontaires?
    |dispo[a-z]*)
      |(?:fai[st]|faire) (?:le |un peu )?(?:taxi|chauffeur))`,
    'chauffeur bénévole le vendredi',
  ],
  [
    source`(?:accompagn[a-z]*|condui[a-z]*|emmen[a-z]*|amen[a-z]*|depos[a-z]*|ramen[a-z]*
      |vehicul[a-z]*) (?:volontiers )?${PERSON}`,
    'retraité avec voiture, j’accompagne qui veut à ses rendez-vous',
  ],
  [
    source`${ME}(?:accompagn|condui|emmen|amen|depos|vehicul)[a-z]*`,
    'qui peut m’accompagner chez le docteur mardi',
  ],
  [
    source`(?:chercher|prendre|recuperer) ${PERSON} ${WHEN}*(?=(?:a|au|aux|chez
      |devant)(?![a-z]))`,
    'récupérer ma petite-fille à la gare de Saint-Étienne dimanche',
  ],
  [
    source`profit[a-z]* (?:du|de (?:mon|son|votre|ton)|d'un|des) (?:trajets?|voyages?|passage)`,
    'je voudrais profiter de votre voyage jeudi',
  ],
  [source`(?:me|m'y|se|s'y|vous) greff[a-z]+`, 'je me grefferais bien jeudi'],
  [
    source`(?:qui|quelqu'une?|comment)(?: qui)? (?:y )?(?:va|vas|monte|descend|passe|retourne
      |rentre|part)
      (?= (?:y|a|au|aux|en|vers|sur|du|de|chez|dans|comment|ce|${DAY})(?![a-z])| ?(?:[?.!,]|$))
      |(?:^|[,.] )qui pour (?:aller|faire)`,
    'on rentre comment du concert samedi ? qui rentre ?',
  ],
  [
    source`(?:fais|fait|font|faire) (?:le|un|ce) (?:trajet|aller-?retour|aller)(?![a-z])`,
    'qui fait le trajet jusqu’au bal samedi',
  ],
  [
    source`(?:une?|deux|trois|quatre|\d|des) places? (?:retour|aller)(?![a-z])`,
    'il reste deux places aller samedi',
  ],
  [
    source`(?:je|on|nous) (?:descends?|monte|remonte|descendons|montons),? (?:y a|dites|demandez
      |a qui|si)`,
    'jeudi on descend, à qui le tour',
  ],
]

/** Who has no car, and says where they go or when. */
export const CARLESS: readonly RideSaying[] = [
  [
    source`(?:ambulance|vsl) (?:ne |n'|est )?(?:[a-z]+ )?(?:pas|plus)(?![a-z])
      |(?:car|bus|train|ter|autocar|tram)s? (?:[a-z0-9]+ ){0,3}
      (?:en greve|supprimee?s?|annulee?s?)(?![a-z])
      (?=.{0,120}(?<![a-z])(?:qui|quelqu|gens|comment|voiture|besoin|cherche))`,
    'le TER est en grève jeudi, des gens pour Saint-Étienne ?',
  ],
  [
    source`(?:plus|pas|peur de|mal a) (?:assez |bien )?(?:pour |de )?conduire(?![a-z])`,
    'j’ai peur de conduire la nuit vendredi',
  ],
  [
    source`(?:sans|pas de|plus de|plus ma|plus mon|plus le|pas|plus) (?:voiture|permis|vehicule
      |auto|chauffeur)(?![a-z])`,
    'plus de voiture, faut que j’aille à Boën',
  ],
  [
    source`(?:condui[st] (?:plus|pas)(?![a-z])
      |(?:peux|peut|sais|sait) (?:plus|pas)(?: du tout)? (?:conduire
      |prendre le (?:bus|car|volant))(?![a-z]))`,
    'je conduis plus, jeudi c’est le marché',
  ],
  [
    source`(?:voiture|auto|bagnole) (?:est )?(?:toujours )?(?:en panne|au garage|hs|morte)
      |(?:(?:suis|sommes)|ma (?:voiture|auto) est)(?: tombee?)? en panne|ambulance (?:me|nous|le
      |la) (?:lache|laisse)
      |(?:rate|loupe) (?:le|mon)(?: dernier)? (?:car|bus|train)
      |n'ose (?:plus|pas) (?:conduire|prendre (?:le volant|la (?:grande )?route|la voiture))`,
    'voiture en panne, rendez-vous à Boën jeudi',
  ],
  [
    source`(?:suis|sommes|est|reste|etre) a pied(?![a-z])`,
    'je suis à pied cette semaine, si quelqu’un va à la pharmacie vendredi',
  ],
  [
    source`(?:le |la |l')?(?:car|bus|navette|autocar|train|ligne) (?:ne |n'|est )?
      (?:passe|existe|circule|roule|marche|va) (?:plus|pas)|plus (?:de|aucun) (?:car
      |bus)(?![a-z])`,
    'le car ne passe plus, comment aller à Montbrison ?',
  ],
  [
    source`(?:sans|plus) moyen de (?:transport|locomotion)|(?:suis|est) en bequilles
      |(?:permis (?:suspendu|retire)|retrait de permis)`,
    'je suis en béquilles jusqu’à jeudi',
  ],
]

/** A thing is told, or another act: there is no seat. */
export const NO_RIDE: readonly RideSaying[] = [
  [
    source`(?:bus|cars?|autocars?) (?:est |sont )?(?:complets?|affretee?s?)`,
    'on monte à Paris samedi, bus complet',
  ],
  [source`(?:passe|viens|vais|deplace) a domicile`, 'je passe à domicile à Sail le mardi'],
  [
    source`(?:evitez|grosse circulation|verglas|deviation|accident)(?![a-z])`,
    'je rentre de Saint-Étienne ce soir, évitez la route de Feurs',
  ],
  [
    source`(?:le|la|l'|notre) ?(?:club|amicale|association|comite|ecole|college|lycee|paroisse|foyer
      |centre social)(?: d[eu]s? [a-z]+)? (?:part|va|vont|partent|emmene|organis[a-z]+)(?![a-z])`,
    'le club des aînés part à Vichy samedi, il reste 4 places',
  ],
  [
    source`(?:prendre|garder|promener|nourrir|adopter) (?:[mtsl]es|mon|ma|la|le|une?
      |notre|nos|votre|vos) (?:chat|chien|chienne|lapin|poule|cheval|ane)s?(?![a-z])`,
    'qui peut prendre mon chat samedi, je l’emmène où vous voulez',
  ],
  [
    source`vous emmene (?:en (?!voiture)|sur |dans |faire |visiter )`,
    'je vous emmène sur les crêtes samedi',
  ],
  [
    source`(?:conduct[a-z]+|chauffeurs?) (?:de (?:car|bus|travaux|ligne|salle|camion)|routier)`,
    'cherche conducteur de car retraité pour raconter sa vie à Boën samedi',
  ],
  [
    source`(?:j'ai|on a|nous avons|il a|elle a|m'a|m'ont|nous a) (?:deja )?(?:pris|emmen|depos|ramen
      |condui|embarqu|avanc)[a-z]*(?!.*(?<![a-z])(?:qui (?:peut|pourrait|va)|cherche|besoin
      |quelqu'une? (?:pour|peut|pourrait)))|merci (?:a|au|aux) (?!qui)[a-z' ]{1,40} qui `,
    'j’ai pris un jeune en stop mardi entre Boën et Feurs',
  ],
  [
    source`(?<=^|[.!?] )(?:perdu|trouve|vole|disparu)e?s?(?![a-z])(?! (?:mon|ma) (?:permis
    |chauffeur))
      |(?:oublie|perdu|trouve|laisse|tombe)e?s? (?:(?:dans|sur|a) )?(?:son|sa|ses|mon|ma|mes|une?
      |des|leur|ton|ta)(?! (?:permis|voiture|auto|chauffeur|conduct|covoit|car|bus|place))`,
    'mon voisin, qui va à Boën jeudi, a oublié son sac',
  ],
  [
    source`(?:qui|quelqu'une?|vous) (?:sait|sav(?:ez|ait)|connai(?:t|ssez|trait)|se souvient)
      (?! quelqu| une? (?:chauffeur|conduct))|combien de temps|a quelle heure|les horaires`,
    'je vais à Boën jeudi, qui connaît les horaires de la piscine',
  ],
  [
    source`qui (?:en )?(?:veut|voudrait|voudra) (?:du |de la |de l'|des |que je (?:rapport|pren
    |ramen))`,
    'je vais à Boën jeudi, qui veut du pain ?',
  ],
  [
    source`(?:qui|quelqu'une?) [^,.;?!]{1,60}(?<![a-z])pour (?:poser|dire|demander|signer|voter)`,
    'quelqu’un va au conseil municipal jeudi pour poser la question ?',
  ],
  [
    source`(?:pensez|penser|n'oubliez pas|venez|merci)(?: a| de| d'|) ?(?:r?amen|emmen|rapport
      |depos)[a-z]*`,
    'pensez à amener vos enfants dimanche',
  ],
  [
    source`conduite accompagnee|faire conduire (?!a)|lecons? de conduite|auto-?ecole
      |code de la route
      |apprendre a conduire|passer (?:le|mon|son) permis|passe le permis|conduite d'engins`,
    'je passe le permis à Boën jeudi, qui peut m’y conduire',
  ],
  [
    source`(?:poids lourd|tracteurs?|moissonneuse|engins?|pelleteuse)(?![a-z])`,
    'cherche chauffeur de poids lourd pour Boën jeudi',
  ],
  [
    source`(?:lou(?:e|er|ons)|vends?|vendre|achet[a-z]+) (?:[a-z']+ ){0,2}(?:voiture|auto|kangoo
      |camion|fourgon)|voiture (?:d'occasion|a vendre)`,
    'je cherche une voiture d’occasion pour aller à Boën jeudi',
  ],
]

/** A pattern of all these ways of saying. */
export const whole = (all: readonly RideSaying[]): RegExp =>
  new RegExp(`(?<![a-z])(?:${all.map(([shape]) => shape).join('|')})`)
export const IS_TAKEN = whole(TAKEN)
export const IS_ASKED = whole(ASKED)
export const IS_CARLESS = whole(CARLESS)
export const IS_NO_RIDE = whole(NO_RIDE)
