import type { PageQuestion } from '../../../contract/search.ts'

/** Who may be in danger, behind *mon* or *ma*. */
const KIN =
  'mari/femme/conjoint/conjointe/compagnon/compagne/copain/copine/père/mère/papa/maman/fils/' +
  'fille/bébé/enfant/frère/sœur/ami/amie/voisin/voisine/papi/papy/mamie/mamy/collègue'
/** Who may strike. */
const ABUSER = 'il/elle/on/mari/femme/conjoint/compagnon/compagne/copain/mec/père/mère/fils/ex'
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
      'respirer/respire mal/arrive/bien/plus mari/femme/père/mère*',
      'gaz odeur/sent/fuite maison/cuisine/forte*',
      ...['je suis', 'il est', 'mon mari est', 'mon père est'].map(who => `${who} tombé`),
      ...['je suis', 'elle est', 'ma femme est', 'ma mère est'].map(who => `${who} tombée`),
      ...['il', 'elle'].flatMap(who => [`${who} ne bouge plus`, `${who} ne répond plus`]),
      'malaise/malaises/infarctus/avc/inconscient/inconsciente/inanimé/inanimée/évanoui/évanouie/' +
        'étouffe/hémorragie/noyade/électrocuté/électrocutée/convulsions/overdose/intoxication/' +
        'arrêt-cardiaque/crise-cardiaque/crise-d’épilepsie/se-noie …',
      'je me noie',
      'respire plus/pas/mal …',
      'arrive/arrivons/peux/peut plus/pas … respirer …',
      `${KIN} … bouge plus …`,
      `${KIN} … ne répond plus …`,
      `il/elle/${KIN} … réveille/réagit plus/pas …`,
      'tombé/tombée … bouge-plus/relève-plus/relève-pas/plus-se-relever/pas-se-relever …',
      'mal/douleur/douleurs à/dans la poitrine …',
      'perd … sang …',
      'saigne beaucoup/fort/partout …',
      'avalé … pile/javel/produit/médicament/médicaments …',
      'accident … grave/blessé/blessée/blessés …',
      'y a le/du feu à/au/aux/dans/chez …',
      `${BUILDING} brûle/en-feu/est-en-feu/prend-feu/a-pris-feu …`,
    ],
  },
  {
    // Source: solidaritefemmes.org for 3919, at any hour since August 2021; allo119.gouv.fr.
    words: 'Appeler le 3919, en cas de violence',
    text:
      'Violences Femmes Info\u00a0: gratuit, anonyme, à toute heure. En danger ' +
      'maintenant\u00a0: le 17, ou le 114 par SMS. Pour un enfant\u00a0: le 119.',
    href: 'tel:3919',
    asked: [
      '3919/119 appeler/numéro*',
      'violence/violent mari/conjoint/compagnon/copain/père/femme/famille/couple/maison/victime/' +
        'aide/hébergement*',
      'frappé/frappée/frapper/frappe mari/conjoint/compagnon/copain/père/femme*',
      'viol femme/fille/victime/aide*',
      'battu/battue mari/conjoint/compagnon/copain/père',
      'violence/violences conjugale/conjugales/familiale/familiales/sexuelle/sexuelles …',
      'violence/violences … femme/femmes …',
      `${ABUSER} … me/nous bat/frappe/cogne/étrangle/viole …`,
      `${ABUSER} bat/frappe sa/ma/son femme/mère/fille/fils/enfant …`,
      'm’a … frappée/giflée/étranglée/violée …',
      'm’a-frappé/m’a-battue/été-battue/suis-battue/été-violé/été-violée/suis-frappée/' +
        'femme-battue/femmes-battues/me-tape-dessus/veut-me-tuer/va-me-tuer/' +
        'menace-de-me-tuer/fait-frapper/fait-violer …',
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
      'finir envie vie*',
      'idée/pensée noire/suicidaire',
      ...['je veux en finir', 'je ne veux plus vivre', 'je veux plus vivre'],
      'suicide/suicides/suicider/suicidaire/suicidaires/veux-mourir/veut-mourir/envie-de-mourir/' +
        'en-finir-avec-la-vie/plus-envie-de-vivre/marre-de-vivre/fin-à-mes-jours/' +
        'fin-à-ses-jours/veut-se-tuer/veux-me-tuer/vais-me-tuer/envie-de-me-tuer …',
    ],
  },
]
