import { pattern } from '../../core/pattern.ts'
import { any, KIN, THEIRS } from './somebody-fr.ts'

/**
 * The French of what is nobody else's business (health, money, life): pure data of `told.ts`.
 * `somebody-fr.ts` has that of whom it is told. Patterns are read in `plain` text (no accents, no
 * capitals, straight apostrophes, same length).
 */

const BODY =
  '(?:bras|jambes?|pieds?|poignets?|chevilles?|dos|genoux?|hanches?|cols? du ' +
  'femur|epaules?|mains?|cotes?|vertebres?|yeux|oeil)'
/** Health. */
export const HEALTH = any(
  // Of children and the young.
  'phobie scolaire|tdah\\b|ritaline|scarifi|se (?:taille|coupe|ouvre) les (?:bras|veines)' +
    '|se (?:fait|faisait) vomir|pipi au lit|enuresi|(?:fait une|en) fugue\\b|fugueu' +
    '|(?:a|avec|son|un) (?:pap|pai|pps)\\b',
  '(?:a|ont|eu|attrape|choppe|chope|avec|soigne) (?:le |la |une? (?:bonne |grosse ' +
    '|sale )?)(?:covid|grippe|gastro|bronchite|pneumonie|angine|varicelle|zona|sciatique' +
    "|phlebite|hernie|appendicite)\\b|(?:en|a l'|a son|en l'|de l')ehpad\\b|porte(?:nt)? une " +
    `(?:sonde|poche|perruque|minerve|attelle)|(?:${THEIRS} ` +
    ')(?:reins|poumons|artere|nerfs|genou|hanche|foie|coeur|cerveau|oreille|vertebre|tete)s? ' +
    "(?:est|sont|lache|flanche|ne|n'|va)|(?:etat|moral) (?:s'aggrave|se degrade|bien bas|au " +
    'plus bas|dans les chaussettes)|fait une tentative|voulu (?:en finir|mourir|se ' +
    "tuer|sauter)|en finir avec la vie|(?:attend(?:ent)?|attendant) (?:un |l')(?:heureux " +
    "evenement)|picol(?:e|ait|er)\\b|(?:probleme|souci|penchant)s? (?:avec|de|d') ?(?:la " +
    "|l')?(?:bouteille|boisson|alcool|jeu|drogue)|remise? a boire|trop porte " +
    'sur|(?:malade|patient|soigne)e?s? (?:du|de la|des) ' +
    '(?:coeur|tete|nerfs|foie|poumons?|reins)|(?:il|elle) (?:ne )?passera pas ' +
    "(?:l'hiver|noel|l'annee)|(?:il|elle|qui|pere|mere|mari|femme) est en fin de " +
    'vie|(?:vit|reste) (?:couchee?|recluse?|cloitree?)',
  '(?:encor|encore|toujours|tjs|est|en) (?:en |sous ' +
    ")?(?:chimio|dialyse|reeduc|convalescence)|n'?(?:a|ont) plus (?:toute )?(?:sa|leur) " +
    "tete|(?<!on (?:ne |n')?)(?:arrive|arrivent|peut|peuvent|sait|savent) plus (?:a |se " +
    ')?(?:marcher|conduire|monter|sortir|lever|laver|manger|compter|lire|deplacer|rester ' +
    'seule?)|enten(?:d|dent) (?:des voix|mal|plus)|(?:perd|perdent) (?:un peu )?(?:la ' +
    'tete|ses mots|la memoire)',
  "se remet (?:d|doucement|mal|bien)|remise? (?:de|d')(?: sa| son)? " +
    '?(?:chute|maladie|operation|accident)|apres (?:sa|une|leur) ' +
    'chute|convalescen(?:t|te|ce)\\b',
  "hospitali[sz]|a l'hopital|(?:aux|en|a la) (?:urgences|clinique|reanimation|soins " +
    'palliatifs|geriatrie|psychiatrie|maternite|reeducation)|en ehpad' +
    '|(?:(?:est|entree?s?|placee?s?) (?:en|a la)' +
    '|(?:partie?s?|rentree?s?|allee?s?|part|entre|va) en) maison de retraite',
  "(?:son|leur|mon|ton|d'une|une|attend (?:une|l')) ?operation|(?:bon|prompt|son|ton|leur) " +
    "retablissement|(?:va|doit|s'est fait|vient) (?:se faire |d'etre |etre " +
    `)?opere|operee?\\b|(?:${THEIRS}|sous|en|du) ` +
    '(?:traitement|rayons|chimio\\w*|dialyse|perfusion|morphine)\\b',
  'chimio|radiotherap|cancer|tumeur|leucemi|scleros|infarctus|avc\\b|epilep|parkinson' +
    '|alzheimer|diabeti|fibromyalgi|dialyse|cirrhose|hepatit|sida\\b|vih\\b|seropositi' +
    '|covid long|endometrio',
  "en cure\\b|(?:sa|leur|une|d'une) cure\\b|desintox|ne boi(?:t|vent) plus|boi(?:t|vent) " +
    "(?:trop|de nouveau)|qui boi(?:t|vent)\\b|s'est remis a boire|a " +
    'replonge|rechut|alcooli|addict|toxico|overdose|se drogue|se pique',
  'aveugle|malvoyant|malentendant|(?:est|devenue?|presque|reste) ' +
    "(?:sourde?|muette?|bigle)\\b|per(?:d|dent|du|te de) (?:la|sa|l')? " +
    "?(?:vue|ouie|tete|memoire|boule|raison)|n'(?:entend|y voit) plus|voit (?:mal|plus " +
    "rien)|n(?:e |'y |'en? )?(?:voit|entend|marche|mange|parle|dort) (?:presque |quasiment " +
    "|pratiquement )plus|sort(?:ie?|ant|ent)? d(?:e l'|'|e " +
    ')(?:hopital|clinique|reanimation|maternite)|hopital de jour|migraine',
  "ulcere|(?:une|la|sa|en|de|d'une) (?:greffe (?:d|du|de)|attaque " +
    'cerebrale|grosseur)|greffee? (?:d|du|de)|attend (?:une|sa|la) greffe|(?:fait|eu|fit) ' +
    '(?:une|son) (?:attaque|malaise|crise|embolie|thrombose)|(?:une|sa|de) sonde ' +
    '(?:urin|gastr)|sous ' +
    '(?:oxygene|assistance|respirateur|antidepresseurs?|anxiolytiques?)|(?:au|le|du) ' +
    '(?:cmp|csapa|chu|chr)\\b|(?:perdu|perd|perdre) (?:ses|leurs) cheveux|(?:prend|sous) ' +
    '(?:des|ses|de) (?:cachets|medicaments|calmants|somniferes)|(?:oe)?il au beurre ' +
    "noir|sent(?:ait)? (?:l'alcool|le vin)",
  'alitee?s?\\b|grabataire|longue maladie|(?:conge|arret)[- ](?:longue )?maladie|en ' +
    "arret\\b(?! (?:technique|minute|d'urgence|de bus))|arret de travail|en mi[- ]temps " +
    "therapeutique|malades?\\b(?! d'amour)|maladie\\b|souffrante?s?\\b|souffre(?:nt)? " +
    '(?:d|de|du)\\b|mal en point|en mauvaise sante|sante ' +
    '(?:fragile|declin)|(?:soucis?|problemes?|raisons?|ennuis?|pepins?) de sante',
  `(?:${BODY}) (?:casse|bloque|platre|coince|fracture|foule|en vrac|en ` +
    'compote|brise)|(?:casse|fracture|foule|brise|luxe|abime) (?:le|la|les|une?|deux|son|sa) ' +
    `${BODY}|bloquee? du dos|mal (?:au|aux|a la|a l') ` +
    `?(?:${BODY}|tete|ventre|coeur)|amputee?|paralysee?|prothese|(?:en|son) fauteuil(?: ` +
    `roulant)?\\b|bequilles|deambulateur|${BODY} (?:casse|bloque|platre|coince)`,
  "(?:son|l'|un|d'un|cet|grave|eu (?:un|l')) ?accident\\b|accidentee?\\b|brulee? " +
    "au|electrocut|tombee? (?:dans|de|du|d'|malade|d'une)",
  'depressi|en depression|deprim|burn[- ]?out|craqu(?:e|ee) (?:nerv|compl)|(?:a bout|au ' +
    'bout du rouleau)|epuisee?s?\\b|tres fatiguee?|surmenage|angoiss|crises? ' +
    "d'angoisse|bipolaire|schizo|psychiatr|anorex|boulimi|internee?\\b|suicid|(?:s'est|se) " +
    '(?:pendu|pendre|tue|tirer?|noye)|mettre fin a ses jours|suivie? par (?:un|une|le|la) ' +
    'psy|chez le ' +
    'psy|autis(?:te|me)\\b|trisomi|dyslexi|hyperacti|handicape?e?\\b|invalidite|en situation ' +
    'de handicap|insomni',
  '(?<!(?:une|cette|quelle|petite|grosse) |l)enceinte(?!s| du| de l)|grossesse|accouch' +
    '|attend(?:ent)? (?:un|une|des|leur|son|sa) (?:bebe|enfant|jumeaux|jumelles|triples|petite?' +
    '|premiere?|deuxieme|second|troisieme)\\b|prematuree?s?\\b|fausse couche|avort' +
    '|conge (?:mater|pater|paren)|(?:en|cause|pour|conge) (?:de )?maternite|fiv\\b|sterile\\b',
  'dement(?:e|s|ce)?\\b|senil|perd la boule|ne (?:sait|reconnait) plus|incontinen|(?<!on ' +
    ')(?:ne peut|(?<!on ne )peut) plus (?:marcher|conduire|monter|sortir|se ' +
    "deplacer|travailler|arroser|porter)|n'a plus (?:le|son) permis|ne conduit plus|ne sort " +
    'plus',
)

/** Money, work, help received. */
export const MONEY = any(
  '(?:au |le |du |touche (?:le |un )?)?rsa\\b|aah\\b|apl\\b|ass\\b(?= )|minimum ' +
    'vieillesse|fins? de (?:mois|droits)|a ' +
    'decouvert|surendett|endett|(?:des|ses|leurs|de|ont|a) (?:grosses? )?dettes|doi(?:t|vent) ' +
    "(?:encore )?(?:de l'argent|\\d{1,6} ?(?:euros|€))|n'(?:a|ont) (?:toujours |pas |jamais " +
    "|plus )*(?:paye|regle|rembourse|de quoi|les moyens|un sou|d'argent)|ne " +
    '(?:paie|paye|peut|peuvent)(?:nt)? (?:plus |pas )+(?:paye|son|sa|ses|leur|le ' +
    "loyer)|impayes?\\b|faute (?:d'argent|de moyens|de " +
    "sous)|(?:soucis?|problemes?|difficultes?) (?:d'argent|financi)|paie(?:r|ra)? en " +
    '(?:trois|plusieurs|\\d) fois|payee? en (?:courses|liquide|nature|trois)|au noir\\b',
  // What somebody cannot pay.
  "(?<!(?:on|nous|asso|association|club|comite|commune) (?:ne |n'|n’)?)(?:arrive|arrivent" +
    '|peut|peuvent) (?:plus|pas|a peine) (?:a )?(?:payer|regler|se chauffer|joindre|finir' +
    '|manger|nourrir|boucler)|(?<!(?:on|nous|association|asso|club|comite|commune) (?:ne ' +
    "|n')?(?:a |avons )?)plus de quoi|(?:il|elle)s? n'(?:a|ont) (?:plus|pas) les moyens" +
    '|se chauffe(?:nt)? (?:plus|pas|avec|qu)|cribles?(?:ee?s?)? de|couverte?s? de dettes' +
    "|mis en demeure|minima sociaux|touche(?:nt)? (?:le |la |les |l'|un |une )(?:chomage|prime" +
    "|minimum|pension|aide|allocation|aah|apl|aspa|ass)|vit (?:de|d'|avec) (?:l'|les |la |une " +
    "|sa |son |\\d)[a-z' ]{0,24}(?:aide|alloc|pension|retraite|euros|€)|allocation (?:adulte" +
    "|solidarite|de soutien)|secours (?:exceptionnel(?! d(?:e la|u|e l'))|financier(?! d(?:e la" +
    "|u|e l'))|de \\d)|(?:\\d{1,6}|un|deux|trois|quatre|cinq|six" +
    '|plusieurs) (?:mois de )?(?:loyers?|cotisations?|cantines?|factures?' +
    '|mensualites?) (?:de retard|en retard|impaye|dus?\\b)|vendre (?:la|leur|sa) (?:maison' +
    '|ferme|voiture|bete)|(?:cheque|prelevement) (?:est |a ete )?(?:revenu|rejete' +
    '|sans provision|en bois)|virement refuse|au bord de la faillite|(?:ferme|boite|commerce' +
    '|affaire) (?:coule|est coulee|va couler)|(?:epicerie sociale|banque alimentaire' +
    '|restos?) (?:tous|toutes|chaque|depuis)|prise? en charge par (?:le ccas|la mairie' +
    '|le secours)|(?:aide|aidee?s?) par le ccas',
  // What somebody owes, and what is cut off for it.
  "(?:euros?|€)[^.;\\n]{0,24} qu(?:e |')(?:l'on |on |je |tu |il |elle |ils |elles |nous " +
    "|vous |(?:le |la |les |l'|son |sa )?[a-z-]+ )?(?:me |te |lui |nous |leur " +
    ')?(?:doi[st]|doivent|devait|devaient)\\b|doi(?:s|t|vent) (?:encore|toujours) ' +
    '[^.;\\n]{0,24}(?:euros?\\b|€)|(?:lui|me|nous|leur) doi(?:t|vent) (?:encore |toujours ' +
    ")?(?:\\d|de l'argent|des sous)|rembours(?:e|ent|er|era|ait) (?:petit a petit|peu a " +
    'peu|ce qu|sa dette|ses dettes|quand|par petit|en ' +
    "(?:deux|trois|quatre|plusieurs|\\d{1,6}) fois)|(?:sa|leur|une|son|d'une) " +
    '(?:ardoise|dette|creance)|(?:retard|arriere)s? de ' +
    '(?:loyer|paiement|cotisation|pension)s?|en retard (?:de|sur|pour) ' +
    '(?:son|sa|ses|leur|le|les) ' +
    "(?:loyer|cotisation|paiement|facture|traite|pension)s?|coupee?s? d(?:'|e " +
    "l')(?:electricite|eau)|(?:a|ont) coupe (?:l'electricite|le courant|le gaz|l'eau|le " +
    'chauffage|le telephone) (?:a|chez)|(?:lui|leur) (?:a|ont) ' +
    '(?:coupe|prete|avance|refuse)|rest(?:e|ent|ait) (?:a |nous |lui )?devoir|doi(?:s|t|vent) ' +
    '(?:encore |toujours )?(?:un|deux|trois|quatre|six|\\d{1,6}) ' +
    '(?:mois|loyers?|ans|annees?)|(?:vi(?:t|vent)|dor(?:t|ment)|loge(?:nt)?) ' +
    '(?:dans|sur|sous) (?:sa|son|leur|une|un|le|la) ' +
    '(?:voiture|camion|camionnette|fourgon|caravane|tente|canape|cave|garage|hangar|grange|pont)',
  'liquidation|redressement judiciaire|depot de bilan|en faillite|interdit ' +
    'bancaire|huissier|saisie? sur|sous (?:tutelle|curatelle)|sa tutelle|ruinee?s?\\b(?= ' +
    'par|,|$)',
  "chomage|chomeu|demandeu(?:r|se) d'emploi|sans[- ](?:emploi|travail|boulot|ressources" +
    '|revenus?|le sou|domicile|abri|papiers)|per(?:d|du|dre|dent|te de)\\w* (?:son|sa|leur|mon' +
    "|d')? ?(?:emploi|travail|boulot|poste|place|job|logement|maison|permis)|licenci" +
    "|vire(?:e)? (?:de|par|a)|mise? a pied|mise? au placard|prud'?hom" +
    '|cherche(?:nt)? (?:toujours |encore |activement |desesperement )?(?:du |un )(?:travail' +
    '|emploi|boulot|taf|logement)|precaire\\b|sdf\\b|en galere|dans (?:la|le) (?:misere|besoin' +
    "|pauvrete|rue)\\b(?! d)|dort (?:dans|a l'etage|dehors|chez)|dorment (?:dans|a l'etage" +
    '|dehors|chez)|a la rue\\b|expuls|mal loge|colis alimentaire|(?:aux' +
    '|par les) restos du coeur|bons? alimentaires?|exoneree?s?\\b|tarif social pour|gratuit(?:e' +
    '|ement)? (?:pour (?:elle|lui|eux)|a (?:elle|lui))',
  '(?:aide|secours|avance|pret|don) (?:de \\d[\\d ]* ?(?:euros|€) )?(?:est |sont ' +
    ')?(?:accordee?s?|attribuee?s?|versee?s?|consentie?) (?:a|au|aux) ' +
    "(?:la|le|l'|m|un|une|famille|deux|trois)|on (?:lui|leur) (?:fait|ne " +
    "demande|donne|paie|offre|prete|avance|laisse)|a condition d'etre paye",
  'illettr|ne sait (?:pas|ni) (?:lire|ecrire)|(?:sait|savent) pas lire',
)

/** Family, mourning, law, beliefs, what was asked to be kept. */
export const LIFE = any(
  "divorc|separe(?:e|s|es)? (?:de|d'|depuis)|separee?s?$|(?:sa|leur|la) separation|rupture " +
    '(?:familiale|conjugale|amoureuse)|(?:a )?quitte(?:e)? (?:son|sa|par|le ' +
    `domicile)|${THEIRS} ${KIN} (?:est |a |l'a |m'a |sont ` +
    ')?(?:partie?s?|quitte|mort|decede|disparu|malade|en prison)|garde ' +
    '(?:alternee|partagee|exclusive|(?:de|du) (?:ses |son |sa |leurs? ' +
    ')(?:enfants?|petite?s?|gamine?s?|gosses?|bebe|filles?|fils|garcons?))\\b|garder ses ' +
    'enfants|pension alimentaire|juge (?:aux|des)|(?:mere|pere|parent|femme|maman|papa) ' +
    '(?:seule?|celibataire|isolee?)|elev(?:e|er|ant) seule?|seule? (?:avec|depuis|pour ' +
    'elever|a la ferme|a la maison|dans sa|dans son)|fait seule?|famille ' +
    "monoparentale|famille d'accueil|place(?:e|s|ment)? (?:en foyer|de sa|de son|chez|en " +
    "famille|par (?:le juge|l'ase))|(?:le|son|du) " +
    'placement|(?:femme|homme|mere|pere|maman|papa|placee?s?) au foyer\\b|(?:est|vit) ' +
    "(?:en|au) foyer|ase\\b|aide sociale a l'enfance",
  // What somebody did or suffered, told by its verb.
  "(?:exclue?|viree?|renvoyee?|pousse dehors|mise? dehors) (?:du|de l'|de la" +
    '|de son) (?:college|lycee|ecole|cantine|club|usine|boulot|travail|foyer)|redouble(?:e|es' +
    '|ra)?\\b(?! d)|(?:soucis?|ennuis?|problemes?|histoires?) avec (?:la justice|les gendarmes' +
    '|la police|le fisc|les impots)|(?:a|ont) fait de la (?:prison|tole|taule)|(?:il|elle' +
    "|qui) (?:est|etait|a ete|s'est) (?:fichee?|violente?|agressive?|battue?|frappee?|humiliee?" +
    '|surveillee?|recherchee?|jalouse?|infidele|trompee?|arretee? par)|(?:il|elle|qui) (?:la|le' +
    "|les|l') ?(?:bat|frappe|cogne|insulte|trompe|trompait|battait|frappait|menace|menacait)\\b" +
    '|qui (?:la|le|les) (?:bat|frapp|cogn|tromp|menac)\\w*|(?:ses|leurs|les) (?:enfants?' +
    '|gamins?|gosses?|petits|filles|fils) (?:sont|ont ete|seront) (?:places?|retires?|confies?)' +
    "|(?:sa|leur|une|de) demande d'asile|(?:est|tombee?) amoureu(?:x|se)|a une (?:liaison" +
    '|aventure|maitresse)|(?:a|ont) un amant|couche avec|porte(?:nt)? (?:le|un) (?:voile' +
    '|foulard|bracelet electronique)|vi(?:t|vent) avec (?:un autre|une autre|deux)|fache(?:e|s' +
    '|es)? (?:depuis|a mort|a cause)|(?:ne se|se) (?:parlent|causent|disent) (?:plus|pas)' +
    '|heritage (?:conteste|bloque|mal|en conflit)|(?:rester|reste|veut|veulent|souhaite' +
    "|souhaitent) (?:l'anonymat|anonymes?)|don anonyme d'une?|anniversaire surprise|(?:a|ont" +
    "|avait) porte plainte|s'est fait (?:arreter|controler|prendre|licencier|virer|avoir" +
    '|cambrioler|agresser|frapper)|squatt(?:e|ent)\\b|dor(?:t|ment) (?:a|au|aux|sur) [a-z]+' +
    '|(?:le|la|les) petite?s? (?:est|sont) placee?s?|assistante? sociale? (?:passe|vient|suit|a' +
    "|le|la|les|s'occupe)|(?:le|la) juge (?:a|aux|des|dit|veut)|(?:il|elle|qui) (?:est" +
    "|reste) (?:communiste|de droite|de gauche|d'extreme|facho|royaliste|anarchiste|radine?" +
    '|bete|idiote?|laide?|folle|fou|mechante?|insupportable|chiante?|alcoolique)|(?:il' +
    "|elle) pue\\b|mains baladeuses|(?:on dit|il parait|parait) qu'(?:il|elle)s? (?!faut|y|pleu" +
    "|neige|manque|reste|s'agit|est prevu|suffit)|(?:vient|viennent) d'(?:enterrer" +
    '|apprendre (?:sa|son|leur|qu))|(?:vient|viennent) de (?:perdre|se separer|divorcer|rompre' +
    '|se faire)|(?:enceinte|maman) (?:a|de) (?:\\d|quinze|seize|dix)|ivre\\b(?! de)|(?:saoule?' +
    '|soule?|bourree?) (?:a|au|en|tous|comme|devant)|suspen(?:du' +
    '|sion)s? [^.;\\n]{0,24}(?:alcool|exces de|vitesse|de permis)' +
    '|permis (?:de conduire )?(?:est |a ete )?suspendu(?! de)|plus (?:le|son) permis' +
    '|licencie(?:e|s|es)? (?:pour|par|de|l)|plus d(?:e|u) (?:travail|boulot|taf) (?:depuis' +
    "|du tout)|n'a plus (?:de|son) (?:travail|boulot|emploi)",
  "(?:on|je|nous|tu) (?:ne )?(?:le |l'|en |lui )?(?:dit|disons|repete|repetons|ebruite|parle" +
    '|dis) (?:pas|rien) (?:en public|a personne|aux autres|dehors|ici|pour le moment' +
    '|au village)|mais chut\\b|chut !|(?:ne|a ne) pas (?:publier|faire circuler|(?:afficher' +
    "|ecrire|mettre (?:dans|sur|en ligne)[a-z' ]{0,20})(?= *$|[,.;!)]))|discretion (?:svp|s'il" +
    '|demandee|merci|:|$)|: discretion|(?:a garder|gardez|garder|garde) (?:pour (?:nous|toi' +
    '|vous|soi|moi)|secret|le secret)|pas encore (?:annonce|officiel|au courant|dit a)' +
    '|en secret(?= *$|[,.;])|sous le sceau',
  // A home or a couple that is left; an estrangement.
  "(?:j'ai|je l'ai|(?:il|elle|qui|on) (?:l')?a|(?:ils|elles|qui) (?:l')?ont|apres " +
    "avoir|d'avoir) (?:du |enfin |tout )?(?:quitte|plaque|largue)e?s? ?(?:la maison|le " +
    '(?:domicile|foyer|village|pays)|tout|pour|$|[,.;»])|(?:partie?|mise? (?:dehors|a la ' +
    'porte)|chassee?) (?:de (?:la maison|chez)|avec (?:une? autre|les enfants|le|la)|du ' +
    "(?:domicile|foyer))|depuis que (?:j'ai|je " +
    `(?:suis|n'|ne|vis)|(?:mon|ma|mes|son|sa|ses|leurs?) ${KIN})|depuis qu'(?:il|elle)s? ` +
    "(?:(?:l'|m')?a (?:quitte|perdu|arrete)|ont (?:quitte|perdu|arrete)|(?:est|sont) " +
    "(?:partie?s?|seule?s?|veuve?f?|separ|divorc|malade)|vi(?:t|vent) (?:seul|sans|chez)|n'a " +
    'plus|ne (?:peut|sort|voit|travaille))|(?:en |la |une )rupture (?:avec|de ban)|ne ' +
    '(?:vi(?:t|vent)|sont|parle(?:nt)?|voi(?:t|ent)) plus (?:ensemble|avec|a ' +
    '(?:ses|son|sa|leurs?)|(?:ses|son|sa|leurs?) ' +
    '(?:enfants?|parents?|mere|pere|fils|filles?|petits))|se (?:separent?|quittent)\\b|se ' +
    "sont (?:separe|quitte)s?|s'est (?:separe|quitte)e?s?|(?:voit|voir) (?:ses|leurs) " +
    '(?:enfants|gamins|filles|fils) (?:qu|un|le|que)|(?:a|ont|eu|demande|perdu|obtenu) la ' +
    'garde|un week[- ]end sur deux|partie? avec (?:une?|le|la) ' +
    '(?:autre|plus|jeune|collegue|voisine?)|refai(?:t|re) sa vie|(?:mon|ton|son|leur) ' +
    'couple|plus de nouvelles d(?:e (?:son|sa|ses|leurs?)|u pere)',
  'violen(?:t|ce)s? (?:conjug|famil|avec|envers)|batt(?:ue|u) par|frappe ' +
    '(?:sa|son|ses)|maltrait|harcel|agressee?|violee?\\b|attouchement|brouille(?:e|s)? ' +
    'avec|fache(?:e|s)? avec|bagarre|se sont battus|ne se parlent plus|en conflit ' +
    'avec|mediation (?:demandee )?entre|querelle',
  // A child who did not live, somebody who is gone.
  "n'(?:a|ont|aura|auront|avait|avaient) (?:pas |jamais )?(?:vecu|survecu|tenu) " +
    '?(?:que|longtemps|[,.;)]|$|plus d|a )|(?:mort|morte)s?[- ]nee?s?\\b|nee?s? sans ' +
    "vie|(?:partie?s?|emportee?s?) (?:trop (?:tot|vite|jeune)|a l'age de|au ciel)|n'est plus " +
    '(?:la\\b|parmi|de ce monde|des notres)|(?:bebe|enfant|petite?|fils|fille) qu(?:e ' +
    "|')(?:ils|elles|on|j'|il|elle|nous avons)(?: ont| a|ai)? perdue?|(?:perdu|perdre|perd) " +
    '(?:un|une|le|la|leur|deux|les?) ' +
    '(?:bebe|petite?|enfant|fils|fille|jumeau|jumelle|premiere?|dernier|derniere)s?\\b|(?:en|a ' +
    "la) memoire d(?:e |u |')(?:son |sa |leurs? |notre |mon |ma |la " +
    `|l')?(?:petite?|enfant|bebe|${KIN})\\b|en souvenir d(?:e |u |')(?:son |sa |leurs? |notre ` +
    "|mon |ma |la |l')?(?:petite?|enfant|bebe)\\b",
  'deuil|deces\\b|decede|defunt|enterr(?:ement|e) ?(?:de|son|sa|hier|,|$|la|dans)' +
    "|depuis l'enterrement|obseques|(?<!(?:broyeur|congelateur|frigo|moteur|ordinateur|batterie" +
    '|velo|pompe|chaudiere|four|disque|tondeuse|imprimante|arbre|tilleul|pommier|tronconneuse' +
    '|machine|pc|sono|pile)s? ' +
    `)(?:est|sont) morte?s?\\b|mort de (?:son|sa|leur)|(?:perdu|perdre|perd) ${THEIRS} ` +
    `${KIN}|veuf\\b|veuve|veuvage|orphelin|condoleances|s'est eteinte?|nous a ` +
    'quittes?|succession\\b',
  'garde a vue|prison|detention|incarcer|tribunal|audience (?:au|le|de)|proces\\b(?!-' +
    '|[ ]verba)|condamn|sursis|bracelet electronique|plainte (?:contre|pour|deposee)' +
    '|au commissariat|convoquee? (?:a|au|par|chez)|(?:a|ont|avait) (?:vole|pique|detourne' +
    '|triche|menti|escroque)|pique dans|vol(?:e|er) (?:dans|la|chez)|permis (?:retire|suspendu' +
    '|annule)|(?:retir|suspend|annul)\\w+ (?:son|le|leur) permis|(?:le|son|un' +
    "|du) bracelet\\b(?= *$|[,.;])|renvoyee? (?:du|de l'|de son)" +
    '|renvoyee? [a-z]+ jours(?! (?:plus|apres))' +
    '|sans visa|retrait de permis' +
    "|alcoolemi|mise? en examen|travail d'interet general|tig\\b",
  '(?:sont|sans|mes|ses|leurs|obtenu|demander|plus de|pas de) (?:mes |ses |leurs |des ' +
    ')?papiers|titre de sejour|oqtf|demandeu(?:r|se)s? ' +
    "d'asile|refugiee?\\b|clandestin|regularis(?:ation|er) (?:de )?(?:sa|son|leur)|reconduite " +
    'a',
  "homosexuel|homo\\b|gay\\b|lesbienne|transgenre|trans\\b|bisexuel|non[- ]binaire|s'est " +
    'converti|musulmane?\\b|juive?\\b|temoin de jehovah|pratiquante?\\b|vote (?:a droite|a ' +
    'gauche|rn|fn|lr|ps|lfi)\\b|syndiquee?\\b',
  "ne pas (?:l')?(?:ebruiter|repeter|dire a|le dire|en parler|diffuser)|a ne pas " +
    '(?:ebruiter|repeter|dire|ecrire|diffuser)|confidentiel|entre nous\\b|cela reste ici|ca ' +
    'reste (?:ici|entre)|par discretion|en toute discretion',
  '(?:excuse[es]*|absente?s?|retenue?s?|empeche(?:e|s)?|indisponible' +
    '|remplacee?)[^.;\\n]{0,40}\\b(?:parce|car|pour (?:cause|raison)|a cause|suite a|a la suite' +
    '|puisque)|ne (?:viendra|vient|peut|pourra)[^.;\\n]{0,30}\\b(?:parce|car|a cause|suite a)' +
    "|pour (?:raisons?|causes?|motifs?) (?:de |d')?(?:sante|deuil|famil|maladie|personnel" +
    '|medica|prive)|raisons? (?:de sante|familiales?|personnelles?|medicales?)' +
    '|(?<!\\b(?:de|la|une|dossiers?|caisse|maisons?|cette) )retraitee?\\b(?! (?:agricoles|aux' +
    '|spirituelle|yoga|silencieuse|d.ecriture|de yoga))|a la retraite\\b|en retraite\\b',
  `\\b(?:mon|ma) (?:${KIN.slice(3)}`,
)

const BEASTS =
  '(?:brebis|vaches?|genisses?|veaux?|chevres?|chevreaux?|agneaux?|anes?|anesses?|juments?' +
  '|poulains?|truies?|porcelets?|cochons?|poules?|poussins?|lapins?|lapines?|chiennes?|chiens?' +
  '|chats?|chattes?|moutons?|beliers?|abeilles?|ruches?|ruchers?|troupeaux?|betes?|animaux' +
  '|oiseaux?|herissons?|hirondelles?|poissons?|truites?|plantes?|vignes?|arbres?|arbustes?' +
  '|fruitiers?|pommiers?|poiriers?|cerisiers?|pruniers?|rosiers?|buis|tomates?|patates?' +
  '|pommes de terre|chataigniers?|frenes?|ormes?|haies?|forets?|cereales|bles?|semences?|sols?)'
/** After what is told: it befalls a beast or a plant (*cancer des arbres*). */
export const OF_BEASTS = new RegExp(
  `^[a-z]{0,14} (?:chez |de |d')?(?:des |de la |du |d'une? |les |nos |l'|de l')?${BEASTS}(?![a-z])`,
)
/** A film, a play, a tale that is told under its title: *Divorce à l'italienne, ciné-club*. */
export const OF_A_WORK = pattern()`
  [,:;(–—-]\s*(?:un |une |le |la |au )?(?:cine(?:-club|ma|-debat)?|projection|film|lecture|conte
  |piece de theatre|theatre|spectacle|concert|expo(?:sition)?|veillee contee|opera|roman|comedie
  |marionnettes|enquete grandeur nature|jeu de piste|livre|chanson|documentaire)s?(?![a-z])
`

/**
 * What is told of everybody, or offered to all: *atelier de prévention du diabète*, *aide aux
 * demandeurs d'emploi*.
 */
export const FOR_ALL = pattern()`
  (?<![a-z])(?:ateliers?|conferences?|prevention|permanences?|lutte|journee|semaine|collecte|ligue
  |groupe de (?:parole|soutien)|cafe des|cafe memoire|acces|accessib\w+|aide aux|associations?
  |accueil (?:des|de)|formations?|depistage|sensibilisation|information|debat|film|pieces?
  |soutien aux|rampe|places?|parking|maison (?:de|medicale)|service|clause|risques?|assurance
  |gestes|secourisme|materiel|pret de|fonds|ouvert (?:a|aux)|reserve(?:e)? aux|gratuit pour les
  |tarif)(?![a-z])
`
