import { keepLast } from '../../core/byte-cache.ts'
import { lazy } from '../../core/lazy.ts'
import { infinitiveOf } from '../french/infinitives.ts'
import * as files from '../french/lexicon.cjs'

/**
 * The words of which a sentence is made whatever it is about, French then English, folded as
 * `fold` gives them. A linguist mends the lists; `searching.test.ts` holds sentences that they
 * must leave with the words that tell.
 */
const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/**
 * Articles, pronouns, prepositions, question words, *être*, and letters that an apostrophe cut: a
 * search leaves them out.
 */
export const SMALL: ReadonlySet<string> = listed(`
  a ai as au aux avec c ca car ce ceci cela celle celles celui ces cet cette ceux chez ci comme
  comment combien contre d dans de depuis des donc du elle elles en encore entre es est et
  etaient etais etait etes etre eu eux i il ils j jamais je jusqu jusque l la le les lequel
  laquelle leur leurs lui m ma mais me meme mes moi moins mon n ne ni nos notre nous on ont or ou
  par parce pas pendant peu plus plutot pour pourquoi puis qu quand que quel quelle quelles quels
  quelqu quelque quelques qui quoi s sa sans se sera serait ses si soi sommes son sont sous suis
  sur t ta te tes toi ton toujours tout toute toutes tous tres trop tu un une vers voici voila vos
  votre vous y bonjour bonsoir merci svp stp oui non alors aussi ainsi apres avant deja ici
  an and any are at be but by can could do does for from has have how i in is it its me my need of
  or our please she he some somebody someone that the there they this to want was we what when
  where which who will with would you your
  am been being did were was should must may might not no yes very much many more most anyone
  anybody anything something everyone if so just too also than after before around each every
  these those because while until during over into out off them us him her his they their
  chaque aupres selon malgre puisque lorsque afin tant telle pourtant cependant toutefois
  quoique sinon dont rien ok allo coucou salut quelquun dun dune jai jaurais jaimerais
`)

/**
 * Verbs that everybody says, what is asked of anything (*téléphone*, *horaires*), and plain
 * adjectives: they weigh little, and count where a search has no other word.
 */
export const WEAK: ReadonlySet<string> = listed(`
  acheter achete achetes achetez achetent aider aimerais aimerait aller allons allez amener amene
  arrive arriver avait avais avez avoir avons aura aurait aurais besoin besoins cherchais cherche
  cherchent chercher cherches cherchez cherchons connait connais connaitre connaissez demande
  demander demandez devoir devez dire dites dit dois doit doivent donne donnent donner donnes
  donnez echanger echange emmener emmene emprunte emprunter existe faire fais faisait fait faites
  faut faudrait font interesse interesses interesser irai irais laisser laisse loue louer louez
  met mettre mets offre offrir ouvert ouverte ouvre passe passer peut peuvent peux pourrait
  pourrais pourriez pouvez pouvoir prend prendre prends preter prete pretes pretez propose proposer
  proposez quelconque recherche recherchent rechercher recuperer reste rester sait sais savoir savez
  tombe trouve trouver trouverait trouves trouvez va vais vas vend vendent vendre vends vendez venir
  vient viens vont veulent veut veux vouloir voudrait voudrais voulez voir

  descend descendre descends monte monter montes part partir rend rendre rentrer revenir
  sort sortir

  adresse adresses annonce annonces contact coordonnees heure heures horaire horaires info infos
  mail numero renseignement renseignements tel telephone telephoner appeler joindre date jour
  jours
  alentour alentours coin environs gens monde personne personnes pres proche chose choses truc
  trucs bidule bidules machin machins village
  ouverture ouvertures fermeture fermetures prochain prochaine prochains prochaines
  club clubs prof profs professeur location locations occasion achat vente ventes livraison
  municipal municipale communal communale local locale public publique disponible
  cours lecon lecons seance seances association associations asso assos service services groupe
  autre autres beau belle bon bonne bons bonnes deux gros grosse grand grande grands grandes
  gratuit gratuite gratuitement joli nouveau nouvelle petit petite petits petites plusieurs trois
  vieille vieilles vieux seul seule seuls seules vraiment vite rapidement bientot souvent
  beaucoup assez facilement actuellement possible moyen envie mieux loin ailleurs parfois urgent
  urgence cher chere chers cheres pareil pareille bref bof enfin surtout
  bien place places
  tellement haut haute hauts hautes long longue lourd lourde fort forte
  ans mois kilo kilos kg euro euros
  matin matinee midi soir soiree
  mme monsieur madame mr st saint ste sainte dr

  lesson lessons class classes
  about borrow buy find get give go help here hour hours lend look looking near number offer open
  phone sell time see know come bring take wants looking needed
`)

/** What is asked of anything, and a thing of its own too: *réparer mon téléphone*. */
export const CONTACTS: ReadonlySet<string> = listed('mail mails tel telephone telephones')

/** Plain words that are no verbs: what stands behind their *de* is no thing of its own. */
export const PLAIN_NOUNS: ReadonlySet<string> = listed('place places cours club clubs vente local')

/** Verbs that weigh little in each of their forms, by their infinitive. */
const WEAK_VERBS: ReadonlySet<string> = listed(`
  acheter adorer aider aimer aller amener apporter arriver attendre avoir chercher commencer
  comprendre connaitre continuer croire demander deposer devenir devoir dire donner echanger
  emmener emprunter envoyer esperer essayer etre falloir faire finir habiter interesser laisser
  louer mettre montrer occuper offrir oublier penser plaire pouvoir prendre preferer preter
  proposer ramener rappeler recevoir rechercher recuperer regarder rester retrouver revenir
  savoir sembler servir souhaiter suivre tenir tomber trouver utiliser vendre venir vivre voir
  vouloir
`)
/** Nouns that are written as a form of such a verb. */
const NOUNS: ReadonlySet<string> = listed(`
  aimant aimants commence connue depot ete etant finis habit habite louage mise mises
  montre montres oubli pensee pensees prise prises recette recu recus regard restes suite suites
  suivi tenue tenues tombes vivant vivants vue vues
`)
const isWeakForm = keepLast({ name: 'weak words', most: 192 * 1024, bytesOf: () => 0 }, word => {
  const all = NOUNS.has(word) ? [] : infinitiveOf(word)
  return all.length > 0 && all.every(one => WEAK_VERBS.has(one))
})

export const isSmall = (word: string): boolean => SMALL.has(word)
export const isWeak = (word: string): boolean =>
  WEAK.has(word) || (!SMALL.has(word) && isWeakForm(word))

/** People of one's own, who are for whom and not what, behind *mon* or *ma*. */
export const KIN: ReadonlySet<string> = listed(`
  ami amie amis amies belle compagne compagnon conjoint copain copains copine copines cousin
  cousine femme fille filles fils frere freres gendre mamie maman mamy mari mere neveu niece
  nieces neveux oncle papa papi papy parents pere soeur soeurs tante voisin voisine voisins
`)
export const OWN: ReadonlySet<string> = listed(
  'mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs my our',
)

/** They are called so without *mon* or *ma* too. */
export const CALLED: ReadonlySet<string> = listed('mamie mamy maman papa papi papy tonton tata')
/** Behind such a word stands what is looked for: *maman seule cherche un lit*. */
export const SEEKING: ReadonlySet<string> = listed(`
  cherche cherchent cherchons recherche recherchent recherchons besoin faut faudrait voudrais
  voudrait aimerais aimerait need needs looking wants
`)
/** Who says so wants a thing: *louer*, *où acheter*. */
export const GETS: ReadonlySet<string> = listed(
  'acheter achete emprunter emprunte louer loue borrow buy rent hire',
)
/** Who says so has it, and looks for who wants it, or lost it. */
export const GIVES: ReadonlySet<string> = listed(`
  donner offrir prete preter propose proposer trouvee trouvees trouves vendre vends veulent veut
  sell
`)
/** Who says so with a commune goes there. */
export const GOES: ReadonlySet<string> = listed(`
  aller vais va allons amener conduire emmener emmene emmenez descendre descends descend monter
  monte montes partir pars part rentrer
`)

/** Whether a folded word tells nothing by itself. */
export const isTelling = (word: string): boolean => !isSmall(word) && !isWeak(word)

/** A folded word in the singular. */
export const singular = (word: string): string => word.replace(/(?<=...)[sx]$/, '')
const broad = lazy((): ReadonlySet<string> => new Set(files.broad().words.split(' ')))
/**
 * Whether a folded word is said of many things: *table*, *pièce*. Where a record has it and lacks
 * another word of the search, it is mostly another thing.
 *
 * Source  `bin/lexicon/broad.ts`, learnt of the sentences of topics
 */
export const isBroad = (word: string): boolean => broad().has(singular(word))
