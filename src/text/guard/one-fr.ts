import { any, TRADE } from './somebody-fr.ts'

/**
 * The French of what is told of one person whom everybody knows without a name: a reproach to *le
 * trésorier*, what befell somebody, what somebody owes, a house that stands empty, a family told
 * by its country, an insult. Pure data of `told.ts`, read as that of `told-fr.ts`.
 */

/** There is one of each in a village, or few enough to be known. */
const ONE =
  "(?:le |la |l'|une? |du |au |de la |a la |de l'|a l'|d'une? |notre |cet(?:te)? |ce )" +
  `(?:vice[- ]?|co[- ]?|ex[- ]|ancien(?:ne)? |nouveau |nouvelle |jeune )?(?:${TRADE}` +
  '|doyen(?:ne)?|cantiniere?|garagiste|coiffeu(?:r|se)|plombier|electricien(?:ne)?|cure|pasteur' +
  '|adjointe?|elue?|conseill(?:er|ere)|membre|adherente?|benevole|habitante?|voisine?|locataire' +
  '|animat(?:eur|rice)|responsable|salariee?|employee?|stagiaire|prof|professeur|chauffeur' +
  '|agriculteur|agricultrice|eleveu(?:r|se)|maraich(?:er|ere)|patron(?:ne)?|cuisini(?:er|ere)' +
  '|apicult(?:eur|rice)|serveu(?:r|se)|concierge|gardien(?:ne)?)(?![a-z])'
/** What is said against somebody, after who they are. */
const AGAINST =
  "(?:vol\\b(?! en)|vole(?:e?s?|r)?\\b|s'est (?:bien |encore )?tromp|(?:a|avait|aurait) " +
  '(?:encore ' +
  '|aussi )?(?:fait (?:une?|des) (?:grosses? |petites? |sacree? )?(?:erreurs?|fautes?|betises?' +
  '|bourdes?|boulettes?)|menti|triche|pique|detourne|garde (?:l|de l|la caisse|les sous)' +
  "|pris (?:l'argent|dans la|de l'argent)|oublie de (?:payer|rendre|rembourser))|ment\\b" +
  "|triche\\b|bouge(?:nt)? pas|fait rien\\b|s'en (?:fout|fiche|moque)|laisse (?:faire|pourrir)" +
  '|ne repond jamais|au courant mais|boi(?:t|ra|rait) (?:trop|encore|pendant|au travail' +
  '|en cachette)|ne boi(?:t|ra|rait) plus|picole|fait la sourde oreille' +
  "|accus|soupconn|suspect|detourn|incapable|n'est (?:pas|plus) (?:capable|fiable|honnete)" +
  "|n'a (?:rien |jamais |toujours |encore |pas )+(?:fait (?:son|sa|ses|le menage|ce)|rendu" +
  '|rembourse|tenu (?:parole|ses|sa))|ne fait (?:rien|jamais|pas (?:son|ses|le))|(?:est|etait' +
  '|arrive) (?:encore |souvent |toujours )?(?:ivre|saoule?|soule?|bourree?|nulle?|malhonnete)' +
  '|ne (?:rend|paie|paye|rembourse) (?:jamais|rien|pas|plus)|a cause du trou|trou dans la caisse)'
const DRIVES_OUT =
  '(?:exclu(?:re|t|ent|ons|ra|rait)|radi(?:e|er|ons|era)|vir(?:e|er|ons)|renvo(?:ie|yer|yons)' +
  '|destitu(?:e|er|ons)|licenci(?:e|er|ons)|soupconn(?:e|er|ons|ent)|accus(?:e|er|ons|ent)' +
  "|denonc(?:e|er|ons|ent)|se plain(?:t|dre|gnent) d(?:e|')?|demand(?:e|er|ons) des comptes)"

/** Reproaches to one person. */
const BLAMED = any(
  `${ONE}[^.;!?\\n]{0,40}?(?<![a-z])${AGAINST}`,
  `${DRIVES_OUT} ?${ONE}`,
  'pour (?:vols?|insultes?|tricherie|abus de confiance|faute(?:s)? (?:grave|lourde)' +
    '|comportement|malversations?)\\b(?! de montgolfiere)|tap(?:e|er|ait) dans la caisse',
  "(?<!(?:on|nous|asso|association|mairie|commune|banque|poste|comite|club|bureau|l'imprimeur" +
    '|imprimerie|prefecture|journal|edf|fournisseur) )a fait une? (?:grosse |petite |sacree? )?' +
    '(?:erreur|bourde|betise|boulette)',
)

/** What happened to somebody, told as the reason of what they ask. */
const BEFELL = any(
  '(?:depuis|suite a|apres|pendant|a cause de|des suites de|en raison de|durant) (?:sa|son|leur' +
    '|ses|ma|mon) (?:[a-z]+ )?(?:chutes?|accident|operation|avc|attaque|malaise|divorce' +
    '|separation' +
    '|hospitalisation|maladie|veuvage|licenciement|deuil|depression|burn[- ]?out|accouchement' +
    '|fracture|entorse|infarctus|agression|cambriolage|faillite|chomage|handicap|peine|arret' +
    "|(?:retour|sortie) d(?:e l'|e |')(?:hopital|clinique|prison|cure))(?![a-z])",
  "(?:depuis|suite a|apres) (?:la mort|le deces|l'avc|l'hospitalisation|la maladie|l'accident" +
    "|l'operation|la chute|le depart) d(?:e|') ?(?:son|sa|ses|leur)(?![a-z])",
)

/** What one person has not paid. */
const OWED = any(
  "(?:sa|son) (?:cotisation|loyer|part|facture|adhesion|caution)s? (?:impaye|n'est (?:toujours " +
    '|encore )?pas|en retard|reste due)|(?:cotisation|loyer|adhesion|cantine) impayee?(?![a-z])',
  '(?:il|elle)s? (?:nous |leur |lui |me )?doi(?:t|vent) (?:encore|toujours) (?!faire|venir' +
    '|etre|aller|passer|rendre compte)' +
    '|en retard (?:de|sur) (?:une?|deux|trois|quatre|cinq|six|\\d{1,3}|plusieurs) (?:loyers?' +
    '|cotisations?|cantines?|factures?|mensualites?)|(?:lui|leur) reclam(?:er|ons|e)\\b' +
    '|(?<!(?:on|nous|club|association|asso|mairie|commune|comite) )ne pa(?:ie|ye) (?:plus' +
    '|jamais)\\b|relanc(?:e|er|ons) (?:(?:le|la|l) ?[a-z]+ )?pour ' +
    '(?:sa|son) (?:cotisation|loyer|part|dette|adhesion|cheque|facture|retard)',
)

const FROM_TO =
  '(?:du|entre le) \\d{1,2}(?:er)?(?: [a-z]{3,9})? (?:au|et le) \\d{1,2}(?:er)?(?![a-z0-9])'
/** A house where nobody is now, or will be on days that are said. */
export const EMPTY_HOME = any(
  `(?:personne|quelqu'un|voisine?s?|gens) de confiance [^.;!?\\n]{0,80}?${FROM_TO}`,
  "(?:personne|quelqu'un|voisine?s?) pour (?:venir |passer )?(?:arroser|nourrir|relever" +
    '|ouvrir les' +
    '|fermer les|garder (?:le|la|les|mon|ma|mes|notre|nos)|surveiller|jeter un oeil|passer)' +
    '(?![a-z])(?![^.;!?\\n]*(?:jardin|partage|commun|ecole|place|salle|massif|mairie|eglise|serre' +
    `|bourg|village))[^.;!?\\n]{0,80}?${FROM_TO}`,
  '(?:mes|nos|ses|leurs) (?:plantes|fleurs|poules|chats?|betes|volets|tomates|animaux' +
    '|poissons|lapins)' +
    ` [^.;!?\\n]{0,40}?${FROM_TO}`,
  "(?:maison|ferme|villa|chalet|pavillon|appartement)(?: (?:du|de la|d'en) (?:bout|haut|bas" +
    "|coin|fond|virage|rue)|(?! (?:des?|du|pour) |s? de l'))(?: [a-z']+)" +
    '{0,2}? (?:est |reste |sera )?(?:toute? |actuellement |encore )?(?:vide|inoccupee?|inhabitee?' +
    '|deserte?|abandonnee?|(?:pas|jamais|mal) fermee?)(?![a-z])',
  '(?:sa|leur|ma|son) (?:maison|ferme|villa|chalet|residence|appartement) (?:de (?:vacances' +
    '|campagne)|secondaire)|(?:plus )?personne (?:dans|a) (?:la|sa|leur) maison|(?:sa|leur) ' +
    '(?:maison|villa|ferme) (?:reste|est) (?:toujours )?(?:ouverte|fermee)',
  "(?:pendant|durant) (?:leurs?|ses|son|mes|mon) (?:vacances|absences?|voyages?|sejour a l')",
  '(?:il|elle)s? (?:est|sont|sera|seront) (?:en (?:vacances|voyage)|absente?s?|partie?s?) ' +
    '(?:jusqu|du \\d|pour (?:une?|deux|trois|\\d)|pendant|tout|une?|deux|trois|quatre|\\d)',
)

const NATION =
  '(?:syrien|ukrainien|afghan|malien|somalien|soudanais|irakien|iranien|kurde|albanais|kosovar' +
  '|georgien|armenien|roumain|bulgare|marocain|algerien|tunisien|turc|turque|tchetchene|guineen' +
  '|congolais|erythreen|ethiopien|senegalais|ivoirien|camerounais|portugais|espagnol|italien' +
  '|polonais|russe|anglais|belge|hollandais|neerlandais|allemand|suisse|parisien|lyonnais' +
  '|marseillais|gitan|manouche|tzigane)(?:ne|e)?s?(?![a-z])'
/** A household told by where it comes from, or by its children. */
const HOUSEHOLD = any(
  `(?:la |une |cette |d'une |notre )(?:jeune |petite |nouvelle )?famille ${NATION}`,
  `(?:le|la|un|une|ce|cette|au|du) (?:jeune|vieux|vieille|couple|gamine?) (?:d(?:e |'))?${NATION}`,
  `(?:les?|la|aux?|des|du|une?) ${NATION} (?:d(?:e (?!langue|passage)|u (?!lundi|mardi` +
    `|mercredi|jeudi` +
    "|vendredi|samedi|dimanche)|')|qui |loge)",
  '(?:les|aux|leurs|ses|des) (?:jumeaux|triples|triplees)(?![a-z])|(?:les|aux|des) (?:refugiee?s' +
    "|migrant(?:e)?s|demandeurs d'asile) (?:de (?!guerre)|du |d'(?!asile))",
  "(?:le|la|du|au|un|une) (?:bebe|nourrisson|nouveau[- ]nee?) (?:de|du|des|d')",
)

/** One of a family, by what they do; a household told without its name. */
const OF_A_FAMILY = any(
  "(?:le|la|l') ?(?:papa|maman|mari|epouse|epoux|pere|mere|conjointe?|compagne|compagnon" +
    '|fils|fille' +
    '|grand[- ](?:pere|mere)|beau[- ]pere|belle[- ]mere|frere|soeur|ex) (?:est|etait|sera|a|avait' +
    "|n'|ne|vit|vivait|part|boit|travaille|cherche|attend|doit|va|reste|se|s'|les a|l'a)(?![a-z])",
  "(?:la |une |cette |d'une |notre )(?:petite |jeune |nouvelle |pauvre )famille " +
    "(?:de|du|des|d'|qui" +
    '|au|en|a)(?![a-z])(?! (?:plantes|mots|produits|logiciels))',
)

/** Who is cared for, and who is given money: one person that the village knows. */
const CARED_FOR = any(
  '(?:veiller(?: sur)?|soigner|laver|lever|coucher|nourrir|consoler|promener|tenir compagnie' +
    `|rendre visite) ${ONE}`,
  "(?:cheque|enveloppe|cagnotte|collecte|quete|l'argent|des sous|aide alimentaire|colis|secours" +
    "|avance)(?: [a-z0-9€']+){0,3}? pour (?!(?:le |la |l'|une? )(?:plombier|electricien|menuisier" +
    `|macon|garagiste|boulanger|imprimeur|boucher|epicier|traiteur|maire))${ONE}`,
)

/** What is not for everybody, in the words of who asks it. */
const QUIET = any(
  "sans (?:en (?:parler|toucher un mot|dire un mot)|le dire|l'ebruiter|le crier|que" +
    ' [^.;\\n]{1,30} (?:le|' +
    "l'|s'en) ?(?:sache|apprenne|apercoive))|(?:pas|surtout pas) que (?:ca|cela) se sache" +
    '|en cachette(?! d)|motus\\b|ni vu ni connu|(?:ca|cela) reste entre nous',
)

const ONE_CHILD =
  "(?:une? |le |la |l'|notre |leur |mon |ma |son |sa )(?:petite? |jeune )?(?:eleve|enfant" +
  '|ecoliere?|collegien(?:ne)?|lyceen(?:ne)?|ado|gamine?|gosse|garcon|fille|bebe|mome)(?![a-z])'
/** A child, told by what children alone do or ask, by a class, or by whom they are to see. */
const A_CHILD = any(
  `${ONE_CHILD} (?:de |du |en |au |d'une? |qui est en )(?:classe de )?(?:cp|ce[12]` +
    '|cm[12]|maternelle' +
    '|sixieme|cinquieme|quatrieme|troisieme|[3-6]e|[3-6]eme|petite section|moyenne section' +
    '|grande section|segpa|ulis)(?![a-z0-9])',
  '(?:psy(?:chologue|chiatre)?|orthophoniste|pedopsychiatre|educat(?:eur|rice)|avs|aesh|juge' +
    '|assistante sociale|psychomotricien(?:ne)?|ergotherapeute|famille (?:de relais|relais)|suivi' +
    `|dossier) (?:[a-z]+ )?(?:pour|chez|d'|de) ?${ONE_CHILD}`,
  "(?:le|la|notre|leur|mon|ma|son|sa|l'|au|a la) ?(?:petite?|gamine?|gosse|mome|bebe|ado|fillette" +
    '|garconnet|bambin)(?:,? (?:il|elle|qui))? (?:voudrait|veut|aime(?:rait)?|adore|joue|dort' +
    '|pleure' +
    '|apprend|cherche|souhaite|reve|grandit|traine|ira|a (?:peur|besoin|faim|froid|envie|du mal' +
    "|commence)|s'ennuie|se sent|commence l'ecole|entre (?:en|au|a l)|va (?:a l'|au |en )|est " +
    '(?:seule?' +
    "|malade|triste|sage|perdue?|au|en|a l'|chez)|rentre seule?|doit (?:aller|etre garde))" +
    '(?![a-z]{2})',
)

const HEALER =
  '(?:cardiologue|dentiste|orthodontiste|psy(?:chologue|chiatre)?|gyneco(?:logue)?|oncologue' +
  '|ophtalmo' +
  '(?:logue)?|dermato(?:logue)?|neurologue|rhumato(?:logue)?|pneumologue|urologue|chirurgien|kine' +
  '|osteo(?:pathe)?|orthophoniste|podologue|sage[- ]femme|generaliste|medecin|docteur|specialiste' +
  '|radiologue|addictologue|planning familial|avocate?|notaire|juge|banquier|assistante sociale)'
/** Where somebody alone has to go. */
const OWN_DAY = any(
  `(?:rdv|rendez-vous|consultation|visite) (?:(?:chez|avec|au|a) (?:le |la |l'|mon |ma |son ` +
    `|sa |un |une )?)?` +
    `${HEALER}(?![a-z])`,
  `(?:emmener|conduire|accompagner|deposer|amener|l'emmener) (?:chez le |chez la |chez l'|au ` +
    `|a l'|a la )` +
    `(?:${HEALER}|hopital|clinique|scanner|dialyse)(?![a-z])`,
  '(?:sa|son|ma|mon) (?:consultation|scanner|irm|radio|echographie|coloscopie|mammographie' +
    '|bilan sanguin' +
    '|rendez-vous medical|seance de (?:kine|chimio|rayons))(?![a-z])|prise de sang(?![a-z])' +
    '|(?:entretien|convocation|rdv|rendez-vous) (?:a la |au |a |chez )(?:caf|pole emploi' +
    '|france travail' +
    '|ccas|mdph|tribunal|gendarmerie|cpam)(?![a-z])',
)

/** Whoever these are told of, it is one person or one household. */
export const TOLD_OF_ONE: readonly RegExp[] = [
  BLAMED,
  BEFELL,
  OWED,
  HOUSEHOLD,
  OF_A_FAMILY,
  CARED_FOR,
  QUIET,
  A_CHILD,
  OWN_DAY,
]
