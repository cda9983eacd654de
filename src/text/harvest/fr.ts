import { nullPrototype } from '../../core/null-prototype.ts'
import { pattern } from '../../core/pattern.ts'
/**
 * The French of recognition: how minutes are written. All patterns are read in `plain` text
 * (no accents, no capitals, straight apostrophes).
 */
export type SectionKind =
  | ''
  | 'present'
  | 'excused'
  | 'absent'
  | 'agenda'
  | 'context'
  | 'talk'
  | 'voices'
  | 'projects'
  | 'decisions'
  | 'ideas'
  | 'needs'
  | 'offers'
  | 'resources'
  | 'actions'
  | 'references'
  | 'dates'
  | 'author'

/** Titles of sections, and labels before a colon. First that fits wins. */
export const SECTIONS: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'excused',
    pattern()`
      ^(?:(?:personnes?|membres?|administrat(?:eur|rice)s?|adherents?
      |elue?s?) )?(?:absent[es]* )?(?:et |ou )?(?:excus[a-z]*|represente
      |ont donne (?:leur )?procuration|procuration|pouvoirs?\b|se sont excuse)
    `,
  ],
  [
    'absent',
    pattern()`
      ^(?:(?:personnes?|membres?|administrat(?:eur|rice)s?|adherents?) )?(?:absent|pas la\b
      |n'ont pas pu venir|manquai(?:en)?t a l'appel)
    `,
  ],
  [
    'excused',
    pattern()`
      ^exc\.?\s*$|^(?:empeches?|retenue?s?\b|desolee?s?\b|se sont fait excuser|s'excus(?:e|ent)
      |pas dispo|non excus)
    `,
  ],
  [
    'absent',
    pattern()`
      ^(?:(?:ceux|celles|celui|celle|les|ils|elles|personnes) )?(?:qui )?(?:(?:n'etai(?:t|ent)|n'est
      |ne sont|n'ont) )?(?:pas (?:la\b|venue?s?\b|presente?s?\b|pu\b|vus?\b)|pas pu venir
      |manquai(?:t|ent)\s*$|sans\s*$)
    `,
  ],
  [
    'present',
    pattern()`
      ^qui(?: etait la| est venu| etait present)?s?\s*:?\s*$|^qui (?:etait|est|etaient|sont
      |y etait) (?:la|venue?s?|present|autour)
    `,
  ],
  [
    'present',
    pattern()`
      ^(?:(?:tous |toutes )?(?:ceux|celles|celles et ceux|gens|personnes|habitants|voisins
      |membres) (?:et celles )?(?:qui )?(?:etaient|sont|ont|qui)\b|venue?s?\b|sont venue?s?
      |y etaient|on y etait|(?:il )?y avait|en presence de|convives?\b|assistance\b|compagnie\b
      |tablee\b|tour de table\s*$|a table\s*$|pesente?s?\b|presnte?s?\b|present-e-s
      |prennent la parole|ont parle\b|ont pris (?:part|la parole)|nous etions\b|on etait\b
      |etait la\b|effectif\b|equipe (?:presente|du jour)|les presents\b|autour du? (?:feu|poele
      |table)|dans la salle\s*$|reunis\b|se sont (?:reunis|retrouves))
    `,
  ],
  [
    'present',
    pattern()`
      ^(?:liste des |les )?(?:invite[a-z]{0,2} (?:egalement |aussi )?(?=present))?(?:(?:sont|etaient
      |etions|personnes?|membres?|administrat(?:eur|rice)s?|elue?s|adherents
      |habitants?) )*(?:participaient\b|ont participe\b|assistaient\b
      |present[a-z]{0,2}(?:[(·.•⋅-][a-z()·.•⋅-]{1,7})?(?![a-z])|presences?\b|participa(?:nt|tion)
      |qui etait la|(?:etaient|etions|sont) la\b|la\s*$|autour de la table
      |tour de table des presents|emargement)
    `,
  ],
  [
    'agenda',
    pattern()`
      ^(?:l')?ordre du jour|^odj\b|^sommaire|^programme de la (?:reunion|soiree|seance)
      |^points? a (?:aborder|l'ordre)|^menu de la reunion
    `,
  ],
  [
    'offers',
    pattern()`
      ^(?:(?:et )?(?:qu'est-ce que|que|quoi|ce que|ce qu'|avez-vous|pouvez-vous|pourriez-vous))\b
      [^:]{0,40}\b(?:donn|offr|pret|apport|partag|mettre a (?:disposition|dispo)|sai[st]\b|savez
      |savons)
    `,
  ],
  [
    'needs',
    pattern()`
      ^(?:(?:et )?(?:qu'est-ce qu|de quoi|ce qu|ce dont|que vous|quels? (?:sont )?(?:vos |les )?))
      [^:]{0,40}\b(?:manqu|besoins?\b|cherch|faudrait|coince|ne va pas|va mal|demande)
    `,
  ],
  [
    'ideas',
    pattern()`
      ^(?:(?:et )?(?:qu'est-ce qu|que|ce qu|quel(?:le)?s? (?:sont )?(?:vos |les )?|avez-vous))
      [^:]{0,40}\b(?:idees?\b|envies?\b|reve|imagin|aimeriez|voudriez|changer|souhait)
    `,
  ],
  [
    'decisions',
    pattern()`
      ^(?:les |releve de |nos |ce (?:qui|que) .{0,20})?(?:decisions?|decide|resolutions?|votes?\b
      |deliberations?|acte\b|valide\b|on (?:a )?decide|ce qu'on (?:a )?decid|points? (?:actes?
      |valides?)|(?:c'est|on a|on l'a) (?:decide|dit|vote|tranche|acte|choisi|retenu)|d'accord\b
      |tout le monde (?:est |etait )?d'accord|tous d'accord|accords?\s*$|adoptee?s?\s*$|votee?s?\s*$
      |tranche|on retient|arbitrages?)
    `,
  ],
  [
    'actions',
    pattern()`
      ^(?:les |nos |releve d[e'] ?|plan d'|prochaines? |tableau (?:des |d'))*(?:actions?|taches?
      |a faire|todo|to do|to-do|qui fait quoi|qui s'occupe|suites?\b|etapes?|reste a faire
      |feuille de route|missions?\s*:?$|chantiers? a mener|repartition|ce qu'il reste a|on s'y met
      |d'ici la prochaine|pour la prochaine (?:fois|reunion)|qui (?:fait|s'en (?:charge|occupe)
      |prend|se charge|s'y colle|va)\b|qui quoi|af\s*$|a\.f\.?\s*$|distribution (?:du travail
      |des (?:taches|roles))|(?:on )?se repart|boulots?\b|au (?:travail|boulot)\b|devoirs\b
      |engagements?\b|delegations?\s*$|mandats?\s*$|(?:moi,? |pour moi,? )?(?:il )?faut que\b
      |je dois\b|pour moi\s*$|a chacun|chacun (?:sa|son|repart)|prochains? pas\b|pour avancer
      |on fait quoi|travail a faire|corvees?\s*$|ce qu'on (?:doit |a a )?faire|d'ici (?:le|la fin
      |fin|a)\b)
    `,
  ],
  [
    'dates',
    pattern()`
      ^(?:les |nos |autres )?(?:prochaine?s? (?:reunion|rencontre|rendez|date|ca\b|conseil
      |permanence|atelier|seance|fois|assemblee|chantier|evenement)|dates?\b|calendrier|agenda
      |evenements?|rendez-vous|rdv|a venir|a noter\b|a vos agendas|dans l'agenda|bientot\s*$
      |prochainement|on se (?:revoit|retrouve)|les prochaine?s? )
    `,
  ],
  [
    'references',
    pattern()`
      ^(?:les |quelques |pour )?(?:references?|liens?\b|sources?\s*$|sources? d'inspiration
      |inspire de|biblio(?:graphie)?s?\s*$|webographie|lectures?\b|vu ailleurs|vu sur
      |pour s'inspirer|a (?:lire|regarder|ecouter|piocher)\b|a (?:re)?voir\b(?! avec)|documents?\b
      |(?:pour )?(?:en savoir plus|aller plus loin)|plus d'infos?|voir aussi|annexes?
      |ressources (?:en ligne|web|documentaires)|inspirations?|exemples? (?:a suivre|ailleurs
      |inspirants?)|exemples?\s*$|modeles?\s*$|ailleurs|(?:ca|ce qui) (?:existe
      |se fait) (?:deja )?ailleurs|d'autres l'ont fait)
    `,
  ],
  [
    'offers',
    pattern()`
      ^(?:les |nos )?(?:offres?\b|a donner|a recuperer\b|mains? levees?|coups? de main\s*$
      |dispo(?:nible)?s?\s*$|promesses?\b|apports?\s*$|je peux\b|prets et dons|dons et prets
      |on nous (?:prete|donne)|a preter|prets?\b|dons?\b|mises? a disposition\s*$
      |coups? de main proposes|on (?:propose|offre|donne|prete)|(?:ce qu')?on peut (?:apporter
      |preter|donner)|propositions? de (?:prets?|dons?|materiel))
    `,
  ],
  [
    'needs',
    pattern()`
      ^(?:pour (?:cela|ca|ce faire|y arriver),? )?(?:les |nos |expression des )?(?:besoins?\b(?! d)
      |manques?\b|il manque|on manque|manquent?\s*$|(?:il )?(?:nous )?(?:faut|faudrait)\s*$
      |il (?:nous )?(?:faut|faudrait)\b|wanted|avis de recherche|qui (?:a|aurait)\b|a se procurer
      |on (?:re)?cherche|nous (?:re)?cherchons|cherchons|cherche\s*$|recherches?\b
      |ce qui (?:nous )?manque|demandes?\b(?! d)|appels? a|a trouver|pb\b|problemes?\b|soucis?\b)
    `,
  ],
  [
    'ideas',
    pattern()`
      ^(?:les |nos |vos |votre |mon |une |quelques |boite a |autres |plusieurs |diverses
      |differentes |premieres )?(?:idees?\b|propositions?\b|suggestions?\b|pistes?\b|envies?\b
      |reves?\b|perspectives?\b
      |remue-meninges|brainstorming|et si\b|souhaits?\b|a (?:creuser|reflechir|discuter|etudier
      |mediter|imaginer)|en vrac|et pourquoi pas|on reve|si on revait|pour plus tard|un jour\s*$
      |boite a idees|questions? ouvertes?)
    `,
  ],
  [
    'voices',
    pattern()`
      ^(?:les |quelques )?(?:verbatims?|interventions? de la salle|on a entendu|entendu (?:a|ce|dans
      |autour)|ils ont dit|ce qu'on a entendu|dit a table|paroles?|citations?|ce qui s'est dit
      |entendus?|ressentis?|phrases?|mots de la fin|mot de la fin|temoignages?)
    `,
  ],
  [
    'resources',
    pattern()`
      ^(?:les |nos )?(?:ressources?\b|moyens\b|materiel (?:disponible|existant)|lieux\b|l?'?existant
      |ce qui existe|atouts)
    `,
  ],
  [
    'projects',
    /^(?:des |les |nos |l'etat des )?(?:projets\b|initiatives\b|chantiers (?:en cours|ouverts))/,
  ],
  [
    'author',
    /^(?:auteurs?|autrice|redaction|redige par|redacteur|redactrice|licence|travail sous licence)/,
  ],
  [
    'context',
    pattern()`
      ^(?:le |rappel du |rappels? )?(?:contexte|objet\b|objectifs?\b
      |presentation (?:du |des |de la |de notre |de l'|d')(?:groupe|collectif|membres|participant
      |asso|structure|amap|cuma|un tour)|qui sommes|preambule|introduction|historique|a propos
      |a savoir|nb\b|nota|attention|rappels?\b|but de |buts?\b|ce qu'est|c'est quoi|qu'est-ce
      |pourquoi (?:cet?t?e? |une? |nous |on se )|quorum)
    `,
  ],
  [
    'talk',
    pattern()`
      ^(?:deroulement|deroule|discussions?|echanges?|debats?|tour de table|compte[- ]rendu|bilan
      |point\b|retours?\b|divers|presentation\b|questions?\b|infos?\b|informations?\b|etat des lieux
      |constats?|approbation|rapport|intro)
    `,
  ],
]

/**
 * A title without a meaning of its own that goes on with the section before it: *Étape 1*,
 * *Numériques*.
 */
export const GOES_ON: readonly SectionKind[] = [
  'context',
  'actions',
  'resources',
  'projects',
  'talk',
]

export const MONTHS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
] as const
export const MONTH_SHORT: Readonly<Record<string, number>> = nullPrototype({
  janv: 1,
  jan: 1,
  fevr: 2,
  fev: 2,
  avr: 4,
  juil: 7,
  sept: 9,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
})
export const WEEKDAYS = [
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
] as const

/**
 * What tells a person's situation (law 11). Plural and general uses (*les retraités*) are left to
 * the titles.
 */
export const SITUATION = pattern()`
  \b(?:chomeu(?:r|se)|au chomage|demandeu(?:r|se) d'emploi|sans[- ]emploi
  |(?:a |de |au )?pole[- ]emploi|france travail|(?:au |le |touche le )?rsa\b|rmi\b
  |en arret(?: (?:maladie|de travail))?\b|malade\b|maladie|cancer|hospitalise|a l'hopital
  |depressi(?:f|ve|on)|burn[- ]?out|handicape\b|handicapee\b|handicap\b|invalidite|aah\b
  |en fauteuil|(?<!(?:une |l'|d'|cette |notre |petite |grosse ))enceinte\b|conge (?:mater|pater
  |parental)|divorce|separe[e]? de|veu(?:f|ve)\b|en deuil|deces|endett|surendett|dettes?\b
  |interdit bancaire|retraitee?\b|a la retraite|en retraite|expuls|sans[- ]papiers?|demandeu(?:r
  |se) d'asile|refugiee?\b|seropositi|alcooli|alcoolemi|n'a plus (?:le|son) permis|sclerose
  |epilep(?:sie|tique)|autiste\b|psychiatr|schizo|bipolaire|tumeur|leucemie|hepatite|trisomi
  |fibromyalgie|tentative de suicide|suicid(?:e|aire)|soucis? d'argent|problemes? d'argent
  |sa tutelle|en cure\b|cure (?:de (?:desintox|repos|sommeil)|thermale)|prison|sous tutelle
  |sous curatelle|licenciee?\b|fin de droits|precaire\b|sdf\b|sans abri|mere celibataire
  |famille monoparentale|quitte son mari|operee?\b|operation de (?:la|son)|soucis? de sante
  |problemes? de sante|sante fragile|garde d'enfant|en galere|impayes?\b|redressement judiciaire
  |liquidation judiciaire|garde alternee|clouee? au lit|(?:son|sa|leur) (?:accident|operation
  |divorce|cancer|maladie|deces)|deprime|en burn|mise a pied|en redressement\b|en liquidation\b
  |mal (?:au|a la|aux) (?:dos|tete|genoux?|jambes?|ventre|coeur)|dialyse|chimio|hernie|(?:est|bras
  |jambe|pied|poignet|cheville) (?:[a-z]+ )?platree?\b|dans le platre|bequilles|huissier
  |saisie sur|sous traitement|curatelle
  |cherche(?:nt)? (?:toujours |encore |activement |desesperement )?(?:du |un )(?:travail|emploi
  |boulot|taf)\b|sans travail\b|(?:sa|leur) separation\b|seule? depuis (?:sa|son|le|la)\b
  |garde a vue|en detention|mise? en examen|au tribunal|convoquee? (?:a la gendarmerie
  |au commissariat)|permis (?:retire|suspendu)|retrait de permis|sa grossesse|fausse couche|(?:son
  |sa) (?:veuvage|rupture|ex)\b|(?:ex-(?:mari|femme|conjoint))|pension alimentaire|alzheimer
  |parkinson|diabet(?:e|ique)\b|infarctus|\bavc\b|opere(?:e|s)? (?:de|du|des|d')|operation (?:du
  |des|a|au)\b (?=coeur|cœur|genoux?|dos|pied|yeux|ventre|hanche|bras)|prothese (?:de|du)
  |fauteuil roulant|difficultes? financieres?|(?:ne sait|sait) pas lire|illettr|depot de bilan
  |perd la (?:tete|memoire|boule)|perdu (?:son|sa|leurs?) (?:bebe|mari|femme|fils|fille|enfant
  |emploi|travail|boulot|mere|pere|logement)|dos en vrac|depuis (?:son|sa|l')accident|en faillite
  |arret de travail)
`

/**
 * *chez Kwan*, *chez les Martin*: a private home. Read in `clear` text: the capital tells a person
 * from a shop.
 */
export const AT_HOME = pattern('gu')`
  \bchez\s+(?:\[\s*)?(?:(?:les|la famille|monsieur|madame|m\.|mme|mr|M\.|Mme|Mr|Monsieur|Madame
  |(?:les|ses|mes|leurs|son|sa|ma|mon)\s(?:grands-)?(?:parents|père|mère|frère|sœur|fils|fille
  |voisins?|voisine|cousins?|beaux-parents)(?:\s(?:de
  |d'))?)\s+)?\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*)*(?:\s*\])?(?:\s+et\s+\p{Lu}[\p{L}'’-]*)?
  |\bchez\s+(?:moi|lui|elle|eux|elles|toi)\b
`

/**
 * A private home with its way: *chez Denise à Villemonteix*, *chez lui montée du Château*, *chez
 * Nicole, route de Bonnac*.
 */
export const HOME_AND_WAY = pattern('gu')`
  (?:${AT_HOME.source})(?:\s*,?\s*\(?(?:au\s+)?(?:\d{1,4}\s?(?:bis|ter)?\s*,?\s+)?(?:à|au|aux|dans
  |rue|route|chemin|impasse|montée|allée|lieu-dit|lotissement|hameau|quartier|place|avenue|boulevard
  |cours|quai)\s+[^,.;()]*)?
`
