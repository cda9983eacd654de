import { any, KIN, TRADE } from './somebody-fr.ts'

/**
 * The French of what notes hint of somebody in few words: abbreviations (*pb alcool*, *sort de
 * l'HP*), slang (*en taule*, *au black*), turns that go round the thing (*idées noires*, *levé la
 * main sur elle*). Pure data of `told.ts`, read as that of `told-fr.ts`.
 */

/** Up to where one sentence goes on. */
const NEAR = '[^.;!?\\n]{0,30}?'
/** Somebody in a sentence that says nothing else of who. */
const WHO = "(?:il|elle|qui|lui|papa|maman|mamie|papy|le pere|la mere|le petit|la petite|l'aine)"

/** Health, in the words of notes. */
export const HINTED_HEALTH = any(
  '(?:son|sa|ses|leurs?) (?:dos|bras|jambes?|genoux?|mains?|yeux|oeil|epaules?|cou|nuque' +
    '|hanches?) (?:est|sont|lache|lachent|ne suit|ne suivent|va mal|vont mal)' +
    '|ne boi(?:t|ra|rait|vent|ront) plus',
  "(?:pbs?|pbms?|probs?|problemes?|soucis?|ennuis?) (?:d(?:e |u |')|avec (?:la |le |l')?)?" +
    '(?:alcool|boisson|bouteille|drogue|came|fric|sous|couple|addiction|violences?|papiers' +
    '|depression|nerfs|tete|psy|coeur|justice)\\b',
  "(?:a l'|de l'|en |d')hp\\b(?! de)|hopital psy|(?:en|suivie? en|sort de) psy\\b|chez les fous" +
    "|(?:hospitalisation|soins) (?:sous contrainte|d'office)|unite fermee" +
    '|(?:en|fait une|fait un|sa|une) ts\\b(?= *$|[,.;)]| cet| en| il| la| le| au)|\\bivg\\b',
  "methadone|subutex|cannabis|beuh\\b|cocaine|\\bcrack\\b|le shit|du shit|(?:sous|de l'|a l')" +
    'heroine\\b(?! d)|fume(?:r|nt|ait)? (?:un|des|ses|du|trop de) (?:joints?|petards?|shit|beuh)' +
    "|fume(?:r|nt|ait)? de l'herbe|(?:deale|dealer|dealent|dealait)\\b" +
    '|(?:cultive|fait pousser|a plante|plante) (?:(?:deux|trois|quatre|cinq|six|\\d{1,3}) pieds' +
    "|(?:de la|du|son) (?:beuh|herbe|cannabis))|ramene(?:nt)? (?:de l'alcool|du shit)",
  "idees? noires?|(?:se )?foutre en l'air|(?:sorti|sort|pris|prepare) (?:la|une) corde" +
    "|(?:parle|parlait|envie|menace) (?:de |d')(?:mourir|en finir|se tuer|se pendre|suicide" +
    '|disparaitre)|veut (?:mourir|en finir)',
  "ne se (?:lave|soigne|nourrit|change|rase) (?:plus|pas)|manque d'hygiene|punaises de lit" +
    '|(?:a|ont|attrape|plein de|avec) (?:des poux|la gale)|diogene\\b|insalubre' +
    '|(?:vit|vivent|dort|dorment|loge|logent|est|reste) sans (?:eau|chauffage|electricite)' +
    "|matelas par terre|(?:pas|plus) d(?:e |')(?:eau|chauffage|electricite) chez" +
    '|se (?:pisse|fait) dessus|fait sous (?:lui|elle)',
  "(?:a|ont|avait|avec|couverte? de|plein de|plein d') (?:encore |souvent |toujours )?(?:des )?" +
    "(?:bleus|hematomes|ecchymoses|griffures)\\b(?! (?:de travail|d'auvergne|du|de laqueuille))" +
    '|hematomes?\\b|ecchymoses?\\b|marques? de coups',
  'pronostic (?:reserve|vital|engage)|palliatif|metasta|phase terminale|stade (?:terminal|quatre' +
    '|4)\\b|plus (?:que |pour )(?:quelques|deux|trois|six|\\d{1,3}) (?:jours|semaines|mois)' +
    "(?= *$|[,.;)]| (?:a vivre|selon|d'apres|devant))|(?:n'en a|en a) plus pour longtemps" +
    '|plus longtemps a vivre',
  'bipo\\b|sous (?:neuroleptiques?|tranquillisants?|xanax|prozac|valium|lexomil)|xanax|lexomil' +
    '|neuroleptique|antidepresseur|(?:soucis?|petit probleme) de (?:memoire|tete)' +
    '|chutes? a repetition|tombe (?:souvent|tout le temps|sans arret)|teleassistance (?:debranch' +
    '|coupe)|telealarme debranch|(?:son|sa|mon|ma|le) (?:diabete|cataracte|arthrose|glaucome)\\b' +
    '|diabete\\b|coeur (?:est )?(?:pas bon|fatigue|fragile|malade|qui lache)|depuis (?:sa|son) ' +
    '(?:hanche|genou|cataracte|hospit)|(?:fait|fit|eu) un malaise',
  `(?:ordre|avis|interdiction|ordonnance) (?:du |de la |de l'|de (?:mon|ma|son|sa) )(?:medecin` +
    '|docteur|cardiologue|kine|psy\\w*|specialiste|chirurgien|neurologue)\\b',
  "(?:a ete|avait ete|est|s'est fait|avoir ete) renverse(?:e)? (?:par|en|sur|devant|ce|cet)",
  "(?:suivie?|placee?|orientee?|est|entre|part|scolarisee?) (?:par |en |a l'|au )(?:l'|la |le )?" +
    '(?:aemo|tisf|itep|ime|cmpp|sessad|pjj|mecs|spip|caarud|csapa|udaf|ase)\\b',
  `${WHO} (?:ne )?mange(?:nt)? (?:pas|plus|qu)|(?:mange|mangent) pas (?:le midi|tous les jours` +
    '|a sa faim|a leur faim)|saute(?:nt)? (?:des|un|ses|les) repas|frigo (?:est )?vide',
)

/** Money and work, in the words of notes. */
export const HINTED_MONEY = any(
  '(?:paye|payee|payer|payes|payees|travaille|travailler|bosse|bosser|employe|embauche|fait' +
    '|faire)' +
    ' (?:[a-z]+ )?(?:au black|au noir|non declaree?s?|sans declarer)|au black\\b',
  '(?:prets?|credits?|rsa|aah|dossier de surendettement|allocation|logement) ' +
    '(?:lui |leur )?(?:a |est |ont |sont )?(?:ete )?(?:refuse|rejete|coupe|suspendu|sucre)e?s?' +
    "(?! (?:a |au |aux )(?:l'|la |le |les )?(?:asso|commune|mairie|club|comite))",
  '(?:fichee?|ficp|inscrite?) (?:a la )?banque de france|ficp\\b|dettes? de jeu' +
    '|(?:vend|vendre|vendent|vendait) [^.;\\n]{0,24}en douce|pour payer (?:ses|les|leurs) dettes',
  '(?:sa|son|leur) (?:petite )?(?:retraite|pension|salaire|paie|paye|allocation|revenu)s?' +
    "(?: est| est de| de| :| =|:|=| fait| c'est)+ ?\\d{2,5}|(?:touche|gagne|percoit) " +
    '(?:a peine |que |environ |moins de )?\\d{3,5}(?! (?:prix|points?|voix))',
  'mauvais(?:e)? payeu|(?:maison|ferme|voiture|bete)s? (?:est|sont) en vente (?:pour|a cause)' +
    '|(?:vend|vendent|vendu) (?:la|leur|sa) (?:maison|ferme)',
)

/** Family, disputes, the law, in the words of notes. */
export const HINTED_LIFE = any(
  '(?<!sans )disputes?\\b(?! (?:la|le|un|une|les) )|se (?:sont )?disput(?:e|es|ee|ees|ent|er)' +
    '\\b(?! (?:la|le|un|une|les) )|bisbille|embrouilles?\\b|prise de bec|engueul' +
    '|se sont pris la tete|(?:conflit|litige|guerre|tension)s? (?:entre|avec) (?:le |la |les ' +
    "|l'|son |sa |ses |leurs? |des |deux )(?!usages|elements|generations|loup)",
  '(?:leve|levait|lever|porte|portait) (?:encore )?la main sur|(?:prend|recoit|prenait' +
    '|donne) des ' +
    'coups\\b(?! de)|cogne (?:sa|son|ses|sur)|tape (?:sur )?(?:sa|son|ses) (?:femme|mari|enfants?' +
    "|gosses?|mere|fils|fille)|ordonnance (?:d'eloignement|de protection)" +
    '|eloignement du (?:conjoint' +
    '|pere|mari)|telephone grave danger|information preoccupante' +
    '|(?:veut|fait|faire|pense a|depose|deposer|demande) (?:un |une |le )?signalement\\b' +
    '(?= *$|[,.;)]| a l| au proc| pour (?:le|la|les) )|main courante',
  `(?:enfants?|petite?s?|gamine?s?|gosses?|ados?|filles?|fils|garcons?|soeurs?|freres?|bebe)` +
    `${NEAR} (?:ont|a|est|sont|va etre|vont etre) (?:ete )?(?:placee?s?|retiree?s?|confiee?s?)\\b` +
    '(?! (?:sous|sur|devant|dans le cadre))',
  "(?:n'est|est) pas le (?:vrai )?pere|pere biologique|pas (?:le fils|la fille) de son pere" +
    "|enfant (?:cache|illegitime|adulterin)|nee? d'une (?:autre|premiere|liaison)" +
    '|en taule\\b|sous les verrous|(?:sort|sorti|sortie|sortant) de (?:taule|tole)\\b',
  'cocue?\\b|couchent ensemble|se voient en cachette|coming[- ]out|sort(?:i|ie)? du placard' +
    '|pas (?:encore )?dit a (?:ses|sa|son)|trompe (?:son|sa)\\b(?! (?:monde|faim))' +
    `|liaison (?:entre|avec) (?:le |la |l'|un |une )(?:${TRADE}|voisine?)`,
  `${WHO} (?:a |est |en |n'a |ne |va |avait )+(?:plus de trav|plus de boulot|au chom|en arret)`,
  '(?<!oeufs? )(?<!ufs )brouillee?s? (?:avec|depuis|a mort|a cause|entre)|en froid (?:avec' +
    '|depuis)' +
    '|se font la gueule|a couteaux tires|peu(?:t|vent) (?:pas|plus) (?:se |le |la |les )(?:voir' +
    '|sentir|piffer|blairer|encadrer|supporter)|ne se supportent|altercation' +
    '|pas (?:les )?(?:mettre|asseoir|placer|inviter) (?:ensemble|a la meme table|cote a cote' +
    "|l'un)|(?:conflit|histoire|querelle|proces) d(?:e |u )(?:bornage|partage|heritage|puits" +
    '|cloture|mitoyennete)|avocats? (?:saisi|est saisi|pris)|perdu (?:le|son) (?:bornage|proces)' +
    '|(?:ecrit|saisi|saisir|alle voir|devant|convoque[a-z]* par) (?:au|le|un) juge' +
    '|(?:sort|sorti|menace avec|prend) (?:le|son) fusil',
  'plainte\\)|\\(plainte|(?:ne )?(?:plus|pas) (?:rien |jamais )?(?:lui|leur) (?:preter|confier' +
    '|donner (?:la|les) cles?)|ne plus (?:rien )?(?:preter|confier)(?= *$|[,.;)])|(?:est|:|tres)' +
    " ?(?:vraiment )?pas fiable|vole a l'etalage|agressi(?:f|ve)s? (?:quand|avec|envers|s'il|si " +
    '|des qu|en fin)|quand (?:il|elle|ils) (?:a|ont|avait) bu|(?:il|elle) (?:a|avait) (?:trop ' +
    '|encore' +
    " )?bu\\b|fait peur (?:aux (?:femmes|filles|enfants|gens|vieux)|a sa)|ne pas (?:l'envoyer|le " +
    'laisser|la laisser|les laisser|lui (?:donner|confier|preter)) ?(?:seul|avec|les|la|le|de|d)?' +
    '|rumeurs? (?:sur|a propos)|(?:pas|plus) (?:venir |y aller |rester )?seule?s? avec (?:lui' +
    '|elle)',
  '(?:roule|conduit|conduisent|roulent|circule) (?:toujours |encore )?(?:sans (?:permis' +
    '|assurance)' +
    '|quand meme)|arretee?s? (?:avec|pour|par (?:les gendarmes|la police)|en etat|cette nuit)' +
    '|interpelle(?:e|s)? |(?:en|sorti de|sort de) gav\\b|\\b(?:est|il est|elle est) fichee?' +
    '|fichee? s\\b|(?:est|sont|reste|dort|vit)' +
    ' (?:sans|pas) papiers|pas de papiers(?= *$|[,.;)])|demande de? papiers',
  '(?:est|a ete|se retrouve|se retrouvent) (?:mise? )?(?:a la porte|a la rue|dehors)\\b(?! d)' +
    '|(?:plus|pas) de logement(?= *$|[,.;)])|(?:squat|squatte)\\b' +
    '|heberge(?:e|s|es)? (?:chez|par) (?:un|une|des|son|sa|ses|la|le)|(?:dort|dorment) chez',
  'reste(?:nt)? seule?s? (?:le|la|les|chez|toute?|apres|a la maison)|rentre(?:nt)? seule?s?\\b' +
    "|attend(?:ent)? seule?s?\\b|seule? (?:la nuit|le soir|a la maison|devant (?:la|le|l'))" +
    `|toute seule? (?:le|la|chez|a la|depuis)|${WHO} (?:est|vit|reste|dort) (?:toute? )?seule?`,
  "(?:la|en|une|mise? (?:en|sous)|de) (?:tutelle|curatelle)\\b(?! (?:de l'etat|administrative" +
    '|du ministere|de la prefecture|anglaise))',
)

/** What is told to one alone. */
const TO_ONE = any(
  "(?:ne )?(?:pas|rien) (?:a |le |la |les |l'|en )*(?:noter|recopier|relayer|reporter|mentionner" +
    '|ebruiter|repeter|rapporter|mettre au (?:cr|pv|compte[- ]rendu)|faire figurer)' +
    "(?= *$| *[,.;)!]| (?:s'il|svp|stp|merci|au|dans|ici|pour|ca|cela|ceci))",
  'je te le (?:dis|confie)|je (?:te|vous) (?:dis|confie) (?:ca|cela)(?: a|,| mais| entre)' +
    '|a toi seule?' +
    "|(?:il|elle) (?:me l'a|m'a|nous l'a) (?:confie|avoue|dit en)" +
    '|info(?:rmation)?s? non publiques?' +
    '|pas (?:dans le|au) (?:cr|pv|compte[- ]rendu)(?![a-z])|(?:la |le |de )?jouer discret' +
    '|(?:femme|mari|fils|fille|mere|pere|parents?|enfants?|famille|il|elle|elles' +
    '|ils) ne (?:le )?sa(?:it|vent) pas(?= *$|[,.;)])|pas au courant(?= *$|[,.;)])' +
    '|personne (?:ne (?:le )?sait' +
    "|ne doit|n'est au courant)|(?:pas|jamais) (?:encore )?annoncee?(?= *$|[,.;)]| a )" +
    '|attention a qui|(?:ne )?pas (?:le )?dire devant',
)

/** A child or one of a family, told by whose they are. */
const WHOSE = any(
  "(?:une|la|cette|d'une) famille (?:sans|expulsee|sinistree|isolee|en difficulte" +
    "|dans le besoin|qui (?:n'a|vit|dort|manque|cherche))|(?:famille|couple|dame|monsieur|homme" +
    '|femme|mere|pere|voisine?|papi|papy|mamie|personne|jeune|vieux) sans (?:chauffage|eau' +
    '|electricite|toit|logement|ressources|revenus?|travail|emploi|voiture|permis|papiers' +
    '|argent)',
  '(?:lui|leur) (?:porter|apporter|monter|livrer|preparer|faire) (?:ses|son|sa|leurs?|des|les' +
    '|a manger|du|de la)(?![a-z])',
  '(?:chercher|voir|attendre|prendre|recuperer|accompagner|emmener|surveiller|garder) (?:le|la' +
    '|son|sa|ses|leur) (?:petite?|gamine?|gosse|fils|fille|mome|bebe)(?![a-z])(?! (?:salle|local' +
    '|four|train|table|bus|caisse|carriole|remorque|route|rue|place|sentier|chemin|pont))' +
    "|(?:le|la) petite? (?:a la sortie|de la sortie|a l'ecole|a la creche|chez la nounou)",
  '(?:le|la|les|du|au|a la|aux) (?:petite?s?|grande?s?|aine|ainee|cadette?|derniere?|jeunes?' +
    '|vieux' +
    '|vieille|gosses?|mome|gars|gendre|bru|mioches?|fistons?) ' +
    `(?:de la |du |de l'|a la |au |a l'|de chez |des |d'chez )(?:le |la |les )?(?:${TRADE}` +
    `|moniteur` +
    '|monitrice|pepinieriste|garagiste|docteur|veterinaire|maitresse|coiffeu(?:r|se)|maraichere?' +
    '|maraicher|forgeron|cantiniere|facteur|doyenne?|cure|voisins?|voisine|scierie|chateau' +
    '|ferme d|chez )',
  "(?<!(?:la |le |de |du |l'|une |un |des |les |notre |votre |nos ))(?:papa|maman|mamie|papy" +
    '|tonton' +
    "|tata) (?:a|est|ne|n'|va|boit|part|travaille|cherche|en|vit|sort|est|s')(?![a-z])",
  'vieux garcon|vieille fille',
  `(?:ex|gendre|bru|belle-fille|maitresse|amant) d(?:e |')(?!accord)${KIN}`,
)

/** For how long a house stands empty. */
const WHEN =
  '(?:en (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre' +
  "|decembre)|toute? (?:le|l'|la|[a-z]{3,9})|jusqu|du \\d|entre le|la semaine|cet (?:ete|hiver)" +
  '|(?:une?|deux|trois|quatre|huit|quinze|\\d{1,2}) (?:jours?|semaines?|mois)|pendant' +
  '|pour (?:une?|deux|trois|\\d))'

/** Where nobody shuts, who is away and when, where money lies. */
export const HINTED_HOME = any(
  "(?:partent|s'absentent|seront partis|sont partis) (?:(?:\\d{1,3}|une|deux|trois|quatre" +
    "|quinze|huit) (?:jours?|semaines?|mois)|jusqu|du \\d|toute? (?:le|l'))" +
    '|nourrir (?:le chat|le chien|leurs?|son|sa|ses|mon|mes)(?![a-z])',
  "(?:nous sommes|je suis|on est|nous serons|je serai|on sera|j'suis) (?:absente?s?|partie?s?" +
    '|en vacances|en voyage|pas la) (?:jusqu|du \\d|pour (?:une?|deux|trois|\\d)|pendant|tout' +
    '|une? |deux|trois|\\d)',
  '(?:du|entre le) \\d{1,2}(?:er)?(?: [a-z]{3,9})? (?:au|et le) \\d{1,2}(?:er)?[^.;!?\\n]{0,24}' +
    '(?:nous sommes|je suis|on est|nous serons|je serai|on sera|ils sont|elle est|il est) ' +
    '(?:absente?s?|partie?s?|en vacances|en voyage|pas la)(?![a-z])',
  "(?:(?:(?:je|nous) ne (?:suis|sommes|serai|serons)|on n'est|on ne sera) pas la|(?:je pars|nous" +
    " partons|on part) en (?:vacances|voyage)|je m'absente(?:rai)?|nous nous absent(?:ons|erons)" +
    "|on s'absente(?:ra)?|je pars|(?:je|on) serai? absente?s?|nous serons absente?s?) " +
    WHEN,
  '(?<![a-z])(?:absente?s?|pas la) du \\d{1,2}(?:er)?(?: [a-z]{3,9})? au \\d',
  "(?:porte|maison|portail) (?:n'est |est |reste )?(?:jamais|mal|pas) (?:fermee?|verrouillee?)" +
    "|(?:ne |n')?ferm(?:e|ent|ons) (?:jamais|pas) (?:a cle|(?:sa|leur|ma|notre) porte" +
    '|la porte a cle)|laisse(?:nt)? (?:tout ' +
    'ouvert|sa porte|leur porte|la porte) ?ouverte?',
  '(?:caisse|argent|especes|fonds de caisse|recette)(?! de |s|r)[^.;!?\\n]{0,30}?(?:dans (?:le' +
    '|la|un' +
    '|une|son) (?:tiroir|placard|armoire|buffet|boite|commode|frigo|congelateur|bureau|sac)' +
    "|sous (?:le|la|l'|son)|derriere (?:le|la)|(?:pas|non|jamais) fermee?)",
)

/** Whoever these are told of, it is one person or one household. */
export const HINTED_OF_ONE: readonly RegExp[] = [TO_ONE, WHOSE]
