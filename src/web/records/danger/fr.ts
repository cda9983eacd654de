import type { PageQuestion } from '../../../contract/search.ts'

/** Who may be in danger: the subject, and no *box de ma mère*. */
const KIN =
  'mari/femme/conjoint/conjointe/compagnon/compagne/copain/copine/père/mère/papa/maman/fils/' +
  'fille/bébé/enfant/frère/sœur/ami/amie/voisin/voisine/papi/papy/mamie/mamy/collègue/oncle/' +
  'tante/cousin/cousine/homme/quelqu’un'
const WHO = [
  `~de/d/du/des/chez ${KIN}`,
  `~de/d/du/des/chez ${KIN} il/elle/qui`,
  `~de/d/du/des/chez ${KIN} … et`,
  `${KIN} de mon/ma/la/notre/sa/son ${KIN}`,
  'tombé/tombée/par-terre … il/elle/et',
]
const kinOf = (what: string): string[] => WHO.map(who => `${who} ${what}`)
const theyOr = (what: string): string[] => [`il/elle ${what}`, ...kinOf(what)]
/** From where somebody falls, and not snow. */
const HEIGHT =
  'échelle/escabeau/toit/escalier/escaliers/marches/arbre/cerisier/vélo/moto/cheval/tracteur/' +
  'balcon/fenêtre/échafaudage/mur/tabouret/chaise/table/lit/puits/étang/rivière/eau/piscine/' +
  'fossé/trou/ravin/baignoire/douche/bain/cave/cuisine/jardin/rue'
const FALLEN = ['dans', 'de/du/des/d ~l’eau/eau/la-neige/la-pluie/la-grêle'].map(
  from => `tombé/tombée/tomber ${from} … ${HEIGHT} …`,
)
/** Who may strike. */
const PARENT = 'père/mère/papa/maman/parents/beau-père/belle-mère'
const PARTNER =
  'mari/femme/conjoint/conjointe/compagnon/compagne/copain/copine/chéri/chérie/ami/amie/' +
  'concubin/mec/ex'
const CHILD = 'fils/fille/filles/enfant/enfants/bébé/gamin/gamine/gamins/petit/petite/petits'
/** Who plays is beaten too. */
const NO_GAME =
  '~aux-échecs/aux-cartes/aux-dames/aux-boules/aux-fléchettes/aux-points/au-jeu/au-tennis/' +
  'au-ping/au-scrabble/au-tarot/au-rami/au-poker/au-billard/au-foot/au-badminton/à-la-belote/' +
  'à-la-pétanque/à-la-coinche/à-la-course/à-la-console/à-plate'
const HITS =
  'bat/battent/frappe/frappent/cogne/cognent/étrangle/viole/violent/tape/tapent ' +
  `${NO_GAME}/sur-les-nerfs/sur-le-système/la-discute/dans-l’œil/un/une`
const BUILDING = 'maison/grange/cuisine/forêt/hangar/toit/voiture/voisin/voisine/voisins'

/** The telephones of who is in danger, and what people search then. */
export const dangers: readonly PageQuestion[] = [
  {
    // Source: Article 41 of directive 2018/1972 for 112; arrêté of 1 July 2010 (France) for 114.
    words: 'Appeler le 112, en urgence',
    text:
      'Il répond de tout téléphone. En France aussi\u00a0: le 15 pour un malade, le 17 pour ' +
      'la police, le 18 pour le feu, le 114 par SMS.',
    href: 'tel:112',
    asked: [
      'ambulance/samu/urgence/secours/malaise/infarctus/avc/pompier/police/gendarme/gendarmerie/' +
        'agression/incendie/feu/15/17/18/112/114 ' +
        'appeler/besoin/urgent/vite/numéro/mari/femme/père/mère*',
      'cardiaque crise/arrêt/mari/femme/père/mère*',
      'tombé/tombée aide/relever/secours besoin/seul/seule*',
      'poitrine douleur/mal/serre bien/forte/grosse/mari/femme/père/mère*',
      'respirer/respire mal/arrive mari/femme/père/mère*',
      'gaz odeur/sent/fuite maison/cuisine/forte*',
      ...['je suis', 'il est', 'mon mari est', 'mon père est'].map(who => `${who} tombé`),
      ...['je suis', 'elle est', 'ma femme est', 'ma mère est'].map(who => `${who} tombée`),
      ...['bouge plus', 'bouge pas', 'répond plus', 'répond pas', 'respire plus'].flatMap(what =>
        ['il ne', 'elle ne', 'ne'].map(who => `${who} ${what}`),
      ),
      'malaise/malaises/infarctus/avc/inconscient/inconsciente/inanimé/inanimée/évanoui/évanouie/' +
        's’étouffe/m’étouffe/j’étouffe/hémorragie/noyade/électrocuté/électrocutée/convulse/' +
        'convulsions/intoxication/arrêt-cardiaque/crise-cardiaque/crise-d’épilepsie/se-noie/' +
        's’est-pendu/s’est-pendue …',
      'overdose ~de …',
      'overdose de médicaments/drogue/héroïne/cocaïne/cachets …',
      'je me noie',
      'arrive/arrivons/peux/peut plus/pas … respirer …',
      'mal à respirer …',
      ...theyOr('ne-respire/n-respire/respire plus/pas/mal …'),
      'je respire plus/mal …',
      ...theyOr('étouffe ~le/la/les/mes/mon/ma/nos …'),
      ...kinOf('ne-bouge/bouge plus/pas ~assez/beaucoup/de/mal/que …'),
      ...kinOf('ne-répond/répond plus/pas ~à/au/aux/vite/que/souvent …'),
      ...theyOr('ne-réagit/réagit plus/pas ~à/au/aux/vite/que …'),
      ...theyOr('ne-se-réveille/se-réveille plus/pas ~le/à/avant …'),
      'tombé/tombée … bouge-plus/relève-plus/relève-pas/plus-se-relever/pas-se-relever …',
      'tombé/tombée dans les pommes ~de …',
      ...['dans l’escalier', 'dans les escaliers', 'de l’échelle', 'du toit', 'de son lit'].flatMap(
        where => [`tombé ${where}`, `tombée ${where}`],
      ),
      ...FALLEN.map(fallen => `je suis ${fallen}`),
      ...FALLEN.flatMap(fallen => theyOr(`est/vient-de ${fallen}`)),
      'perd/perds/perdu du/beaucoup-de/trop-de/plein-de/son sang ~froid …',
      'saigne beaucoup/fort/partout …',
      'avalé … pile/javel/produit/médicament/médicaments …',
      'pris/avalé trop/plein/boîte … médicaments/cachets/comprimés/somnifères …',
      'accident … grave/blessé/blessée/blessés …',
      'y a le/du feu à/au/aux/dans/chez …',
      `${BUILDING} brûle/en-feu/est-en-feu/prend-feu/a-pris-feu …`,
    ],
  },
  {
    // Source: allo119.gouv.fr, the national service of article L226-6 of the code of families.
    words: 'Appeler le 119, pour un enfant en danger',
    text:
      'Allô enfance en danger\u00a0: gratuit, confidentiel, à toute heure, pour un enfant ou ' +
      'pour qui s’inquiète de lui. En danger maintenant\u00a0: le 17, ou le 114 par SMS.',
    href: 'tel:119',
    asked: [
      '119 appeler/numéro*',
      'enfance danger/maltraitée',
      'enfant/bébé/mineur maltraité/maltraitance/battu/frappé/danger/violence/viol aide/signaler*',
      'maltraitance enfant/famille/aide/signaler*',
      'enfant/enfants/bébé/mineur/mineurs maltraité/maltraitée/maltraités/battus/en-danger/' +
        'est-maltraité/est-maltraitée/sont-maltraités/est-en-danger/sont-en-danger …',
      'inceste/pédophile/pédophilie/attouchements …',
      `${PARENT}/oncle/tonton me/nous ${HITS} …`,
      `frappe/bat/tape/maltraite/viole son/sa/ses/mon/ma/mes/leur/leurs/un/l ${CHILD} …`,
      `peur de mon/ma/mes ${PARENT} …`,
    ],
  },
  {
    // Source: solidaritefemmes.org for 3919, at any hour since August 2021.
    words: 'Appeler le 3919, en cas de violence',
    text:
      'Violences Femmes Info\u00a0: gratuit, anonyme, à toute heure. En danger ' +
      'maintenant\u00a0: le 17, ou le 114 par SMS. Pour un enfant\u00a0: le 119.',
    href: 'tel:3919',
    asked: [
      '3919 appeler/numéro*',
      'violence/violent mari/conjoint/compagnon/copain/père/femme/famille/couple/maison/victime/' +
        'aide/hébergement*',
      'frappé/frappée/frapper/frappe mari/conjoint/compagnon/copain/père/femme',
      'frappée .',
      'viol femme/fille/victime/aide*',
      'battu/battue mari/conjoint/compagnon/copain/père',
      'violence/violences conjugale/conjugales/familiale/familiales/sexuelle/sexuelles …',
      'violence/violences … femme/femmes …',
      `il/elle/on/fils/${PARTNER}/${PARENT} me/nous ${HITS} …`,
      `${PARTNER} … il/elle me/nous ${HITS} …`,
      `il/elle/voisin/fils/père/${PARTNER} bat/frappe/tape sa/ma/son femme/mère/copine/compagne …`,
      'm’a … frappée/giflée/étranglée/violée …',
      'm’a-frappé/m’a-battue/été-battue/suis-battue/été-violé/été-violée/suis-frappée/' +
        'femme-battue/femmes-battues/me-tape-dessus/veut-me-tuer/menace-de-me-tuer/fait-frapper/' +
        `fait-violer ${NO_GAME} …`,
      'je suis battu',
      'suis-battu/été-battu par ma/mon …',
      `il/${PARTNER} va-me-tuer …`,
      'va-me-tuer ~si/s/quand/parce …',
      'peur de mon mari/conjoint/compagnon/copain/ex …',
    ],
  },
  {
    // Source: 3114.fr, of the ministry of health, since October 2021.
    words: 'Appeler le 3114, on vous écoute',
    text:
      'Numéro national de prévention du suicide\u00a0: gratuit, à toute heure, pour vous ou pour ' +
      'un proche. En danger maintenant\u00a0: le 15.',
    href: 'tel:3114',
    asked: [
      '3114 appeler/numéro*',
      'mourir envie/vais/voudrais*',
      'finir envie vie',
      'idée noire/suicidaire',
      'pensée suicidaire',
      ...[
        'envie d’en finir',
        'j’ai envie d’en finir',
        'je veux en finir',
        'je ne veux plus vivre',
        'je veux plus vivre',
      ],
      'suicide/suicides/suicider/suicidaire/suicidaires/veux-mourir/veut-mourir/envie-de-mourir/' +
        'en-finir-avec-la-vie/plus-envie-de-vivre/marre-de-vivre/fin-à-mes-jours/' +
        'fin-à-ses-jours/veut-se-tuer/veux-me-tuer/vais-me-tuer/envie-de-me-tuer/' +
        's’est-pendu/s’est-pendue/se-pendre …',
      ...theyOr('se-scarifie …'),
      'je-me-scarifie/me-scarifier/à-se-scarifier …',
    ],
  },
]
