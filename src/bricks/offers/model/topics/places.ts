import { lazy } from '../../../../core/lazy.ts'
import { stems, wordsOf } from '../../../../core/letters/words.ts'
import { featuresOf } from './features.ts'
import { knownShare, topicName, topicsOf } from './topics.ts'

/**
 * What people go to a kind of place for: *Garage Vial* says nothing of a car that does not start.
 * French of recognition, never shown; a linguist may mend it.
 */

/**
 * A kind of place.
 *
 * Shape   `names`: how the name of such a place begins. `for`: names of topics. `asked`: what no
 *         topic tells; each word of one of them stands in the search.
 */
type PlaceKind = Readonly<{ names: string; for?: string; asked?: string }>

export const PLACE_KINDS: readonly PlaceKind[] = [
  {
    names: 'garage, garagiste',
    for:
      'démarrer une voiture à plat, réparer une voiture, contrôle technique et garage, ' +
      'pneus et roues',
    asked: 'panne voiture, garagiste, mécanicien',
  },
  {
    names: 'pharmacie',
    for:
      'aller chercher des médicaments, béquilles et cannes, tensiomètre, tire-lait, ' +
      'préparer le pilulier et surveiller le traitement',
    asked: 'médicament, ordonnance, pansement, pharmacien',
  },
  {
    names: 'déchèterie, déchetterie',
    for: 'aller à la déchetterie, évacuer des gravats, emporter les déchets verts',
    asked: 'jeter vieux, jeter vieille, jeter meuble, jeter matelas, encombrants, poubelle',
  },
  {
    names: 'recyclerie, ressourcerie, emmaüs, friperie',
    for:
      'canapé, armoire, buffet, commode, vaisselle de tous les jours, vêtements d’adulte, ' +
      'vêtements d’enfant, vêtements de bébé, vider une maison, équiper un premier logement',
  },
  {
    names: 'agence postale, bureau de poste, la poste',
    for: 'déposer un colis ou du courrier, recevoir un colis',
    asked: 'retirer argent, retirer espèces, recommandé, timbre',
  },
  {
    names: 'distributeur, banque, crédit agricole',
    asked: 'retirer argent, retirer espèces, banque',
  },
  {
    names: 'mairie',
    for:
      'passeport et carte d’identité, s’inscrire et comprendre les élections, ' +
      'avis avant travaux, retrouver les limites d’un terrain',
    asked: 'acte naissance, acte décès, état civil, cadastre, permis construire, passeport',
  },
  {
    names: 'france services, point france services, espace france services, maison france services',
    for:
      'remplir un dossier administratif, démarches en ligne, demander des aides sociales, ' +
      'dossier de retraite, déclaration d’impôts, carte grise et papiers de véhicule, ' +
      'expliquer un courrier administratif, passeport et carte d’identité',
  },
  {
    names: 'ordinateur, imprimante, cybercentre, photocopieur',
    for: 'imprimer des documents, démarches en ligne, imprimante',
    asked: 'imprimer, scanner, photocopie, print, scan, internet, écrire mail, envoyer mail',
  },
  {
    names: 'bibliothèque, médiathèque, boîte à livres',
    for: 'livres pour enfants, livres et BD pour enfants, BD et mangas, livres audio',
    asked: 'roman, bouquin',
  },
  {
    names: 'gîte, chambres d’hôtes, auberge, hôtel, camping',
    for: 'gîte de vacances, loger des invités de fête, hébergement pour une nuit',
    asked: 'loger famille, loger amis, chambre nuit, hôtel',
  },
  { names: 'camping', for: 'terrain pour camper, emplacement pour caravane ou habitat léger' },
  {
    names: 'salle des fêtes, salle polyvalente, salle communale, foyer rural',
    for: 'salle pour une fête, salle pour se réunir',
  },
  {
    names: 'infirmière, infirmier, cabinet infirmier',
    for:
      'soins infirmiers à domicile, questions à une infirmière, aide à la toilette, ' +
      'préparer le pilulier et surveiller le traitement',
    asked: 'piqûre, prise sang, pansement',
  },
  {
    names: 'cabinet médical, maison médicale, maison de santé, médecin, docteur',
    for: 'trouver un médecin',
    asked: 'ordonnance, médecin',
  },
  { names: 'vétérinaire, clinique vétérinaire', for: 'soigner un animal' },
  { names: 'coiffeur, coiffeuse, salon de coiffure', for: 'coiffer à domicile' },
  { names: 'boulangerie, dépôt de pain, fournil', for: 'pain, gâteau' },
  {
    names: 'marché',
    for: 'légumes du jardin, fromage, poisson et truites, partager un étal de marché',
  },
  { names: 'jardinerie, pépinière', for: 'plants de légumes, graines potagères' },
  { names: 'quincaillerie', for: 'vis et clous, changer une serrure' },
  { names: 'scierie', for: 'planches, poutres' },
  { names: 'laverie', for: 'laver le linge, laver du gros linge' },
  { names: 'piscine', for: 'apprendre à nager, aller nager ensemble' },
  { names: 'auto-école', for: 'apprendre à conduire, réviser le code de la route' },
  { names: 'crèche, micro-crèche, halte-garderie', for: 'garder un bébé en journée' },
  { names: 'église, presbytère, paroisse', for: 'aller à la messe ensemble, fleurir l’église' },
  {
    names: 'secours populaire, secours catholique, restos du cœur, épicerie solidaire',
    for: 'colis alimentaire, demander des aides sociales',
  },
  {
    names: 'repair café, café de réparation, atelier de réparation',
    for: 'réparer un petit appareil, réparer radio et hifi, réparer une lampe, réparer un vélo',
  },
  {
    names: 'sapeurs-pompiers, pompiers',
    for: 'apprendre les premiers secours, vider une cave inondée, nid de frelons',
  },
  {
    names: 'bar, café, restaurant, auberge, bistrot',
    asked: 'restaurant, boire verre, déjeuner, dîner soir, plat jour',
  },
  { names: 'tabac, bar tabac', asked: 'cigarettes, timbre fiscal' },
  { names: 'école', asked: 'inscrire école, inscription école, cantine école' },
  { names: 'gare', asked: 'billet train, prendre train, horaire train' },
  { names: 'station-service', asked: 'gazole, carburant, prendre essence' },
  { names: 'cinéma', for: 'aller au cinéma ensemble' },
  { names: 'centre équestre, poney-club, écurie', for: 'faire de l’équitation' },
  {
    names: 'admr, ssiad, aide à domicile, aides à domicile',
    for:
      'aide à la toilette, aide au lever et au coucher, faire le ménage, porter des repas, ' +
      'aide à la maison après une naissance, relayer un aidant',
  },
  { names: 'ccas, centre social, assistante sociale', for: 'demander des aides sociales' },
  { names: 'gendarmerie', asked: 'porter plainte, cambriolage' },
]

const partsOf = (list = ''): readonly string[] =>
  list === '' ? [] : list.replaceAll('’', "'").split(', ')
/** The names of the topics of a kind. */
export const topicsFor = (kind: PlaceKind): readonly string[] => partsOf(kind.for)

const wordsIn = (text: string): readonly string[] =>
  featuresOf(text).flatMap(({ key, said }) => (said === undefined ? [] : [key]))
/** The kinds as they are compared: once, since each search asks all of them. */
const kinds = lazy(() =>
  PLACE_KINDS.map(kind => ({
    names: partsOf(kind.names),
    topics: topicsFor(kind),
    asked: partsOf(kind.asked).map(wordsIn),
  })),
)

/** From this chance on a search is about what people go there for. */
const LIKELY = 0.4
/** The beginnings of names of places where people go for what a sentence says. */
export function placesFor(said: string): readonly string[] {
  const share = knownShare(said)
  const sure = new Map(topicsOf(said).map(one => [topicName(one.topic), share * one.sure]))
  const words = new Set(wordsIn(said))
  return kinds()
    .map(({ names, topics, asked }) => ({
      names,
      chance: asked.some(phrase => phrase.every(word => words.has(word)))
        ? 1
        : topics.reduce((sum, name) => sum + (sure.get(name) ?? 0), 0),
    }))
    .filter(({ chance }) => chance >= LIKELY)
    .sort((a, b) => b.chance - a.chance)
    .flatMap(({ names }) => names)
}

const ARTICLES: ReadonlySet<string> = new Set(['le', 'la', 'les', 'l', 'notre'])
const bare = (text: string): readonly string[] => {
  const words = wordsOf(text)
  return words.slice(words.length > 1 && ARTICLES.has(words[0]!) ? 1 : 0)
}
/** Whether the name of a place begins so: *Place de la mairie* is no *mairie*. */
export function beginsAs(name: string, kind: string): boolean {
  const [has, wanted] = [name, kind].map(text => stems(bare(text).join(' ')).join(' '))
  return `${has} `.startsWith(`${wanted} `)
}
