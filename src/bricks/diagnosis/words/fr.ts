import type { PageQuestion } from '../../../contract/search.ts'
import type { Lang } from '../../../core/lang.ts'
import { dayPlain } from '../../../text/days.ts'
import { fr as ofOne } from './commune/fr.ts'
import { fr as sections } from './sections/fr.ts'
import { fr as types } from './types/fr.ts'

type Counted =
  | 'commune'
  | 'inhabitant'
  | 'place'
  | 'group'
  | 'project'
  | 'computer'
  | 'spot'
  | 'offer'
  | 'need'
  | 'deal'
  | 'thing'
  | 'loan'
  | 'day'
/** None, one, and the word that stands after a greater number. */
export type Many = readonly [none: string, one: string, more: string]
type When = Readonly<{ lang: Lang; today: string }>

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Les demandes aux élus',
    text: 'Ce qui leur est demandé, et ce qu’ils répondent.',
    href: '/demandes-aux-elus',
    asked: [
      'demande/demander/question/réponse/écrire/dire* élu/élus/élue/conseil/municipal',
      'demander/question/écrire maire/mairie',
    ],
  },
  {
    words: 'Ce qui existe, ce qui manque',
    text: 'Les chiffres de la page, commune par commune.',
    href: '/diagnostic',
    asked: ['diagnostic/chiffre/statistique/bilan page/village/commune*'],
  },
]

/**
 * What people read of the diagnosis, of what is asked of councils and of what they answer. `en.ts`
 * has this type.
 */

export const fr = {
  questions,
  types,
  title: 'Ce qui existe, ce qui manque, ce qu’on vous demande',
  menu: 'Diagnostic',
  lead: (name: string | undefined, day: string) =>
    `${name ? `${name}, au` : 'Au'} ${day}. Pour celles et ceux qui décident, et pour tout ` +
    'le monde.',
  printedOn: (day: string) => `Imprimé le ${day}`,
  forWhom: 'À l’attention des élus',
  aboutWhat: (name: string | undefined, day: string) => (name ? `${name}, au ${day}` : `au ${day}`),
  question: 'Une question, pour commencer',
  noQuestion: 'Aucune demande n’est ouverte. Cette feuille dit ce qui existe et ce qui manque.',
  colon: ' : ',
  sinceEver: 'depuis le début',
  sinceDay: (day: string) => `depuis le ${day}`,
  asTable: 'En tableau',
  what: 'Quoi',
  howMany: 'Combien',
  state: 'Où ça en est',
  commune: 'Commune',
  theme: 'Thème',
  inhabitants: 'Habitants',
  today: 'Aujourd’hui',
  many: {
    commune: ['aucune commune', 'une commune', 'communes'],
    inhabitant: ['sans habitant', 'un habitant', 'habitants'],
    place: ['aucun lieu', 'un lieu', 'lieux'],
    group: [
      'aucun groupe',
      'une association, entreprise ou groupe',
      'associations, entreprises, services ou groupes',
    ],
    project: ['aucun projet', 'un projet', 'projets'],
    computer: ['aucun ordinateur', 'un ordinateur ouvert à tous', 'ordinateurs ouverts à tous'],
    spot: ['nul endroit', 'un seul endroit', 'endroits'],
    offer: ['aucune offre', 'une offre', 'offres'],
    need: ['aucune demande', 'une demande', 'demandes'],
    deal: ['aucun arrangement', 'un arrangement', 'arrangements'],
    thing: ['aucune chose', 'une chose', 'choses'],
    loan: ['aucun prêt', 'un prêt', 'prêts'],
    day: ['moins d’un jour', 'un jour', 'jours'],
  } as Readonly<Record<Counted, Many>>,
  few: 'moins de 3',
  inWords: 'En mots',
  /** Of what these are parts, where no figure says it. */
  within: { 'directory.confirmed': 'lieux, groupes, personnes et ordinateurs' },
  fewOf: (what: string) => `moins de 3 ${what}`,
  notSaid: 'non dit',
  notYet: (commune: string) => `${commune}, pas encore visitée`,
  otherCommunes: (n: number, all: boolean) =>
    all ? 'Chaque commune' : n === 1 ? 'Une autre commune' : `${n} autres communes, chacune`,
  onTheSpot: 'sur place',
  percent: (n: string) => `${n} %`,
  signed: (n: number) => (n === 0 ? 'autant' : n > 0 ? `+ ${n}` : `− ${-n}`),
  yearAgoOn: (day: string) => `Il y a un an, le ${day}`,
  noYearAgo: 'Il y a un an\u00a0: pas encore de chiffre, car aucun diagnostic n’avait été gardé.',
  sinceLast: (day: string, { lang, today }: When) => `Depuis le ${dayPlain(day, lang, today)}`,

  ...sections,
  ofOne,

  tablesTitle: 'Les chiffres',
  tablesLead:
    'Ce qui touche à des personnes n’est pas dit d’une commune sous trois : on les ' +
    'reconnaîtrait. Les lieux et les projets sont toujours montrés.',
  comparedCaption: 'Tout ce qui est compté',
  thingsCaption: 'Par commune : lieux, groupes, projets, ordinateurs',
  peopleCaption: 'Par commune : ce qui touche à des personnes, depuis le début',
  themesCaption: 'Par thème',
  perThousand: 'Lieux et ordinateurs pour 1\u202f000\u00a0hab.',
  nearestComputer: 'Ordinateur le plus proche',
  short: {
    'directory.places': 'Lieux',
    'directory.groups': 'Groupes',
    'directory.people': 'Personnes',
    'directory.projects': 'Projets',
    'directory.computers': 'Ordinateurs',
    'offers.offers': 'Offres',
    'offers.needs': 'Demandes',
    'deals.done': 'Arrangements',
    difficulties: 'Difficultés',
  },
  sourceTables:
    'Source : les tables de cette page, comptées le jour même. « Non dit » : ce chiffre ' +
    'ferait deviner celui d’une autre commune.',

  methodTitle: 'Comment c’est fait, et ce que cela ne dit pas',
  methodHow: (period: string) =>
    'Tout est compté par la machine, à partir de ce que les habitants ont écrit, dit en ' +
    `réunion ou confirmé ; ce qui arrive est compté ${period}, ce qui existe l’est au jour ` +
    'de la feuille.',
  methodLimits:
    'Ce n’est pas un recensement : ce que personne n’a dit n’y est pas, et une commune où ' +
    'l’on n’est pas allé n’est pas une commune vide.',
  methodPeople:
    'Aucune personne n’est comptée dans une commune quand elles sont moins de trois. Les ' +
    'difficultés sont notées sans nom.',
  methodCompared: (day: string | undefined) =>
    day === undefined
      ? 'C’est le premier diagnostic gardé : le prochain sera comparé à celui-ci.'
      : `Comparé au diagnostic gardé le ${day}.`,
  methodKept:
    'Ce qui est gardé de chaque diagnostic\u00a0: son jour, ses chiffres d’ensemble, et combien ' +
    'de lieux, groupes, projets et ordinateurs il y a dans chaque commune\u00a0; rien de personne.',
  methodCost:
    'Ce que cela coûte : ni licence ni abonnement ; une petite machine, son électricité, et ' +
    'le temps de ceux qui notent.',
  methodWho: (who: string) => `En répond : ${who}.`,
  methodSources:
    'Codes, noms et populations des communes : Insee, code officiel géographique. Centres ' +
    'et contours : IGN. Le reste : cette page.',

  period: 'Compter ce qui arrive depuis le',
  periodGo: 'Compter',
  sinceLastOne: (day: string) => `depuis le dernier diagnostic, ${day}`,
  sinceYear: 'depuis un an',
  moreWays: 'Autrement : le rapport entier, un fichier, depuis quel jour',
  printShort: 'Imprimer la feuille, recto verso',
  printLong: 'Imprimer le rapport entier',
  download: 'Le rapport en un fichier, pour une clé USB',
  spreadsheet: 'Les chiffres pour un tableur',
  keep: 'Garder ce diagnostic',
  keepHint:
    'Ses chiffres seront comparés aux prochains, et à ceux de l’an prochain, commune par commune.',
  kept: 'C’est gardé : le prochain diagnostic dira ce qui a changé.',
  keptToday: 'Le diagnostic d’aujourd’hui est déjà gardé.',
  toDifficulty: 'Noter une difficulté',
  toStory: 'Choisir une histoire',
  toLent: 'Le prêt, chose par chose',
  toRequests: 'Les demandes aux élus',
  toReport: 'Le diagnostic',

  requestsLead:
    'Ce que des habitants demandent à celles et ceux qui décident, et ce qui leur a été répondu.',
  requestsNone: (kept: string) =>
    `Rien n’est demandé pour l’instant. Une demande ? Dites-la à ${kept}.`,
  keeper: 'la personne qui tient cette page',
  waits: 'sans réponse encore',
  answerTitle: 'La réponse des élus',
  answersTitle: 'Ce qui a été répondu',
  noteAnswer: 'Noter cette réponse',
  answerNoted: 'La réponse est notée, et dite sur la page.',
  openByCode: 'Une feuille revient cochée ? Son code',
  openByCodeHint: 'Un mot et quatre chiffres, par exemple papier 74 39.',
  openIt: 'Ouvrir',
  noSuchCode: 'Ce code n’ouvre aucune demande : relisez le mot et les quatre chiffres.',
  carry: 'Porter cette demande',
  carried: (code: string) => `C’est porté. Son code sur la feuille : ${code}.`,
  nothingThere: 'Cela n’est plus sur cette page.',
  future: 'Ce jour n’est pas encore venu : dites le jour de la réponse.',
  codeWord: 'demande',
  difficultyTitle: 'Une difficulté que quelqu’un est venu dire',
  difficultyLead:
    'Un thème, une commune, un nombre, un jour. Jamais un nom. Rien n’en sort que des ' +
    'sommes de trois ou plus.',
  difficultyNoted: 'C’est noté. À la suivante.',
  countWrong: 'Un nombre entier, de 1 à 500.',
  noteIt: 'Noter',
  lately: 'Les dernières notées',
  takeOff: 'Retirer',
  storyTitle: 'Une histoire sous un but',
  storyLead: 'La dernière choisie sous chaque but est celle qui est dite.',
  storyNow: 'Ce qui est dit aujourd’hui',
  storyChosen: 'Elle est dite dans le diagnostic.',
  choose: 'Dire celle-ci',
  saidShort: (says: string, day: string) => `Réponse : ${says}, ${day}`,
  homeCommune: 'La mairie a répondu',
  homeIntercommunality: 'La comcom a répondu',
  homeOthers: 'Les élus ont répondu',
  homeDecide: 'Pour qui décide',
  homeLead: 'Ce qui existe ici, ce qui manque, ce qui s’est dit : une feuille à lire et à donner.',
  homeAsked: 'Demandé aux élus',
  homeMore: 'le diagnostic',
  doneAnswered: (title: string, says: string) => `${title} Réponse : ${says}`,
  /** A sentence under each link of the keeper’s page. */
  toolAbout: {
    report:
      'Ce que la page sait du territoire, en phrases et en chiffres, à imprimer pour les ' +
      'élus.',
    requests: 'Ce que des habitants demandent à une mairie ou à l’agglo, et la réponse reçue.',
    difficulty: 'Ce qui empêche les gens, sans dire qui\u00a0: cela compte dans le diagnostic.',
    story: 'Un arrangement qui s’est fait, à raconter dans le diagnostic.',
  },
  resting: {
    title: 'Pour qui décide',
    about: 'Le diagnostic du territoire, les demandes aux élus et leurs réponses.',
  },
}
