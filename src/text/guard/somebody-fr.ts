import { pattern } from '../../core/pattern.ts'

/**
 * The French of somebody who is told without a name, and of their home: pure data of `told.ts`.
 * Patterns are read in `plain` text, as those of `told-fr.ts`.
 */

/** Any of these parts, not within a word. */
export const any = (...parts: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z])(?:${parts.join('|')})`, 'g')

/** People of one family. */
export const KIN =
  '(?:mari|femme|homme|conjointe?|compagne|compagnon|ex|pere|mere|papa|maman|parents?|fils' +
  '|fille|enfants?|gamine?s?|gosses?|bebe|petite?s?|frere|soeur|oncle|tante' +
  '|grands?[- ](?:pere|mere|parents?)|neveu|niece|cousine?|belle[- ](?:soeur|mere|fille)' +
  '|beau[- ](?:frere|pere|fils)|ainee?|cadette?)'
export const THEIRS = '(?:son|sa|ses|leurs?|mon|ma|mes|notre|nos|ton|ta|tes)'

/** Who it is told of, when somebody is. */
export const OF_ONE = new RegExp(
  `(?<![a-z])(?:il|elle|lui|${THEIRS} ${KIN}|son ` +
    '(?:etat|mari|epouse|voisin)|m\\.|mme|monsieur|madame|qui ' +
    "(?:est|a|attend|vit|se|perd|sort|cherche|touche|vient)|je|j'ai|celui|celle)(?![a-z])",
)

const BIT =
  '(?:petite?s? |grande? |vieux |vieil |vieille |jeune |ancien(?:ne)? |nouvel(?:le)? ' +
  '|nouveau |pauvre |autre |dernier |derniere |futur )?'
export const TRADE =
  "(?:facteur|factrice|boulanger|boulangere|instituteur|institutrice|maitresse d'ecole|maire" +
  '|garde[- ]champetre|epiciere?|boucher|bouchere|cantonnier|gendarme|directeur|directrice' +
  '|presidente?|tresoriere?|tresorier|secretaire|notaire|medecin|infirmiere?|pharmacien(?:ne)?' +
  '|menuisier|macon|cafetier|patron(?:ne)?|bergere?|fermiere?|meunier|sacristain|instit)'

/** *Chacun prend ce qu’il veut* tells of nobody. */
const NOT_EACH = "(?<!(?:chacune?|tout le monde)[^.;!?]{0,60}(?:qu'|quand |comme |ou )(?:il|elle) )"

/**
 * *Elle ne se lève plus*, *il a fui*: somebody of whom the text says no name. Only what people
 * alone do counts: *il reste*, *elle a une roue neuve* are left.
 */
const THEY =
  "(?:il|elle) (?:ne |n'|se |s'|en |y |lui |l'|m')*(?:vit|vivait|boit|buvait|mange|mangeait" +
  `|souffre|pleure|sait|croit|${NOT_EACH}veut|voudrait|ose|leve plus` +
  '|revient d[eu]|habite|logeait' +
  '|cherche|dit|parle|travaille|voit|entend|sort d(?:e|u)|a (?:(?:encore |toujours ' +
  '|tres )?(?:peur|honte|mal (?:a|au|aux)|faim|froid)|eu|fui|quitte|perdu|rendez-vous' +
  '|des crises|une? (?:crise|enfant|bebe|dossier|sonde))|est (?:nee? (?:en|a|le|avec)' +
  "|revenue? (?:de|d'|du)|suivie? (?:a|par|au)|seule?|malade|triste|fachee?|fatiguee?|perdue?" +
  "|en (?:colere|conflit|froid)|arrivee? (?:de|d'|sans|en france)|partie? (?:en|avec|sans" +
  '|chez|vivre))|fai(?:t|sait) (?:des (?:cauchemars|crises|malaises|menages)|les poubelles' +
  '|pitie|semblant))(?![a-z])'

/** Somebody who is told without a name, and whom everybody here would know. */
export const SOMEONE = any(
  "surnommee?s? [^a-z]{0,3}[a-z][a-z'-]*",
  `(?:la|le|l'|une?|du|au|d'une?|ce|cet|cette|${THEIRS}) ?${BIT}(?:voisine?|veuve|veuf)(?! ` +
    "commune|e? village)(?:s? d'en face|(?!s?[a-z]))",
  `(?:la|le|l'|une?|du|au|ce|cet|cette|${THEIRS}) ` +
    `?${BIT}(?:fils|fille|gamine?|gosse|neveu|niece|cousine?|petit[- ]fils|petite[- ` +
    ']fille|belle[- ](?:soeur|mere|fille)|beau[- ](?:frere|pere|fils)|frere|soeur|mere|epouse' +
    '|epoux|mari|compagne|compagnon|conjointe?|maman|papa|meme|pepe|mamie|papi)s? (?:de |du ' +
    "|d'|des |a |qui |dont )(?!famille|noel|eglise)[a-z'-]*",
  '(?:son|sa|leur|mon|ma|ton|ta) ' +
    `${BIT}` +
    '(?:fils|fille|gamine?|mari|femme|epouse|epoux|frere|soeur|mere|pere|neveu|niece|cousine?' +
    '|compagne|compagnon|conjointe?|ex|maman|papa|belle[- ](?:soeur|mere|fille)' +
    '|beau[- ](?:frere|pere|fils)|petit[- ]fils|petite[- ]fille|bebe|aine|cadet)(?![a-z])',
  `(?:une?|le|la|ce|cette|au|du) ${BIT}(?:monsieur|dame|jeune ` +
    "(?:fille|homme|femme)|vieille|vieux)(?![a-z])(?= (?:qui|dont|de|du|d'|au|a|en)|,|$)",
  `(?:l'|un |une |d'un |d'une |notre |nos |leur )ancien(?:ne)? ${TRADE}(?![a-z])`,
  '(?:le|la) petite? (?:dernier(?:e)?|nouveau|nouvelle)(?![a-z])',
  "(?:le|la|les|un|une|au|du|l'|ce|cette) ?(?:gars|mec|type|bonhomme|couple|anglaise?s?" +
    "|parisien(?:ne)?s?|hollandaise?s?|belges?|allemande?s?) (?:du|des|de la|de l'|d'en|qui|au" +
    "|a la)(?![a-z])|(?:la fille|le garcon|le gamin|la gamine|la femme|l'homme) (?:aux?|a la|du" +
    "|avec)(?![a-z])|cel(?:ui|le) qui (?:loge|habite|vit|dort|boit|vient de|n'a|ne)(?![a-z])",
  "(?:le|la|l'|les|du|au|de la|a la) ?(?:grande? |gros(?:se)? |petite? )?(?:rousse?" +
    '|rouquin(?:e)?|blonde?|brune?|barbu(?:e)?|moustachu|chauve|boiteu(?:x|se)|begue' +
    "|bossu(?:e)?|mec|meuf|nana|bonne femme) (?:du|des|d'en (?:face|haut|bas)|d'a cote|de chez" +
    "|de la (?:maison|ferme|cour|rue|route)|au|a la|aux) (?:n° ?|numero )?(?:\\d{1,6}|[a-z'-]+)" +
    '|(?:le|la|les|ceux|celle|celui|du|au|des|aux) ?(?:locataires? |occupants? |gens |jeunes? ' +
    "|vieux |vieille |voisins? |voisine |famille |couple )?(?:du|d'au) (?:n° ?" +
    '|numero )?\\d{1,6}(?= *(?:$|[,.;)/]|de la rue|qui|a |ont ))',
  '(?:le|la|les) (?:parisien(?:ne)?|lyonnais(?:e)?|hollandais(?:e)?|anglais(?:e)?|belge' +
    '|allemand(?:e)?|polonais(?:e)?|portugais(?:e)?|gitan(?:e)?s?|roumain(?:e)?)s?(?= |,|$' +
    '|\\.)(?! (?:de la langue|facile))(?=[,. ]*$)|cel(?:ui|le) (?:qui (?:boite|bege|boit|zozote' +
    "|picole|s'habille|a (?:une?|des) [a-z]+|est (?:en|au|sous|venu|arrive))|au 4x4|a la [a-z]+" +
    '|du (?:bout|bourg)|de la (?:ferme|maison|scierie|caravane|cite)|avec (?:ses|son|sa|une?))' +
    '|ceux de la (?:ferme|maison|cour|caravane|scierie)|(?:le nouveau|la nouvelle)(?:,' +
    "| du bourg| du village| d'en face| avec)",
  // In somebody's name, or against them.
  "(?:de la part|au nom) (?:de |du |d'|des " +
    ")(?!tous|toute|chacun|nous\\b|vous\\b|moi\\b|l'equipe|l'association|asso|la " +
    "commune|collectif|comite|club|groupe|ici|la mairie)[a-z'-]+",
  "(?:est|sont|sale|bande de|espece d[e']|quelle? bande de|c'est|traitee? de" +
    '|de vrais?) ?(?:vraiment |tous |toutes |bien |trop |une? |des |les? |la |de |gros(?:se)? ' +
    '|sacree? |vrais? |petite? )*(?:voleu(?:r|se)s?|menteu(?:r|se)s?|escrocs?|salauds?|salopes?' +
    '|connards?|connasses?|conn?e?s?(?= *$|[,.;!])|ivrognes?|poivrots?|alcoolos?|racistes?' +
    '|pedophiles?|corrompue?s?|magouilleu(?:r|se)s?|arnaqueu(?:r|se)s?|profiteu(?:r|se)s?' +
    '|assassins?|perverse?s?|feignants?|faineante?s?|tarees?|tares?|ordures?(?= *$|[,.;!])' +
    '|pourris?(?= *$|[,.;!])|incapables?)(?![a-z])',
  THEY,
  "(?:le|la|l'|un|une|cette|ce) " +
    `?${BIT}(?:${TRADE}` +
    '|habitante?|adherente?|benevole|stagiaire|retraitee?|locataire|agriculteur|agricultrice' +
    '|eleveur|eleveuse|jeune|exploitante?|personne) (?:qui (?:est|a|attend|vit|se|perd|sort' +
    "|ne|n'|souffre|touche|vient)|dont (?:le|la|les|l') ?(?:mari|femme|fils|fille|pere|mere" +
    '|enfants?|parents?))',
  "celui (?:de l'an dernier|d'en face|qu'a|qui a eu)|celle (?:d'en face|qui a eu|qui a perdu)",
  'trois personnes agees isolees|personnes? agees? isolees?,',
)

/**
 * Somebody's home, without *chez*: a house that is told by its look, a room, a street and its
 * number.
 */
export const HOME = any(
  '(?:la |une |sa |leur )?(?:derniere|premiere|deuxieme|troisieme|grande|petite' +
    '|vieille) maison (?:a gauche|a droite|avant|apres|du|de la|en|sur|au)|(?:maison|pavillon' +
    '|chalet|villa) (?:au |aux |a la |a )(?:portail|volets|toit|grille|barriere|facade|cloture' +
    '|glycine)|(?<!la |une )maison en face d|(?:la |une |sa |leur |en )caravane (?:pres|au|du' +
    '|derriere|dans|sur)|mobil[- ]?home \\d{1,6}|(?:appartement|appart|apt|appt|logement|studio' +
    '|escalier|batiment|bat|etage) (?:n ?[°o] ?)?(?:\\d{1,6}|[a-h])(?![a-z0-9]' +
    '| pieces)(?!.{0,12}(?:euros|€|m2))|digicode|interphone|sonnette (?:cassee|au nom|en panne)' +
    '|(?:clef?s?|cle) (?:est |sont )?(?:sous (?:le|un) (?:pot|paillasson)|dans la boite)' +
    '|(?:habite|habitent|loge|logent|vit|vivent|demeure) (?:a |au |aux |dans |derriere |juste ' +
    "|en face |sous |chez |rue |route |le |la |l')",
  // *8 h 30 place de l'église*, *de 8 à 10 place du marché* are hours.
  '(?<![a-z0-9])(?<!\\d ?h ?|\\d a )\\d{1,4} ?(?:bis|ter|quater)? ?,? ?(?:rue|chemin' +
    '|impasse|montee|allee|route|avenue' +
    '|boulevard|lotissement|place|quai|square|cours|passage|ruelle|sentier|hameau|lieu[- ]dit' +
    "|clos|residence|voie|faubourg) (?:de |du |des |d'|la |le |les " +
    "|l')*[a-z'-]{2,}(?: [a-z'-]{2,}){0,3}",
  "(?:la|une|sa|leur|l'ancienne) (?:petite |grande |vieille |derniere |premiere )?maison " +
    '(?:bleue|rouge|verte|jaune|blanche|rose|grise|aux volets|derriere|a cote|en face|au ' +
    "bout|juste|sous|qui|apres|avant)(?: [a-z'-]+){0,4}",
  '(?:maison|portail|porte) (?:aux volets|a cote du|en face du) ' +
    '[a-z]+|(?:devant|derriere|en face d[ue]|apres|avant) (?:le )?(?:n ?[°o]|numero) ?\\d{1,6}',
  '(?:porte|portail|volets|grille|barriere|facade) (?:bleue?|rouge|verte?|jaune|blanche?|blancs?' +
    '|rose|grise?|marron|noire?|en bois|en fer|rouillee?)s?,? (?:en face|a cote|derriere|au bout' +
    '|apres|avant|a gauche|a droite|sur la (?:gauche|droite)|juste)(?![a-z])',
  'chambre (?:n° ?)?\\d{1,6}|(?:le monsieur|la dame|les gens) du (?:mobil[- ]home|camping' +
    '|lotissement|bout)|habite (?:au|a|la|le|derriere|juste|en face|sous|chez|dans|rue|route' +
    '|chemin|seule?)|ferme (?:de|des) (?:chez )?(?:m\\.|mme)',
)
/** A house of everybody stands there: its address is for everybody. */
export const PUBLIC_HOUSE = pattern()`
  (?<![a-z])(?:mairie|salle|ecole|eglise|local|cafe|bar|restaurant|mediatheque|bibliotheque|gare
  |poste|foyer|maison (?:des|de la|du|de l|pour)|centre|espace|halle|boutique|magasin|epicerie
  |boulangerie|college|gymnase|stade|musee|theatre|cinema|association|siege|ressourcerie
  |recyclerie|tiers[- ]lieu|atelier|marche|parking|arret|dechetterie|pharmacie|garage|camping|gite
  |office|presbytere|moulin|lavoir|jardin)(?![a-z])
`
