import type { Lang } from '../../../core/lang.ts'
import { dayPlain } from '../../../text/days.ts'

const commune = { label: 'Commune' }
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
  | 'day'
/** None, one, and the word that stands after a greater number. */
export type Many = readonly [none: string, one: string, more: string]
type When = Readonly<{ lang: Lang; today: string }>

/**
 * What people read of the diagnosis, of what is asked of councils and of what they answer. `en.ts`
 * has this type.
 */
export const fr = {
  types: {
    request: {
      one: 'demande aux élus',
      many: 'Demandes aux élus',
      add: 'Porter une demande aux élus',
      fields: {
        title: {
          label: 'La demande, en une question',
          hint:
            'À laquelle on peut répondre oui, non ou plus tard. Par exemple « Peut-on ' +
            'chauffer le local le mercredi ? ».',
        },
        who: {
          label: 'Qui demande',
          hint: 'Un groupe, une association, un prénom, avec son accord.',
        },
        reach: {
          label: 'Comment joindre',
          hint: 'Un lieu et une heure, quelqu’un qui transmet, un téléphone.',
        },
        why: { label: 'Pourquoi' },
        costCents: {
          label: 'Ce que cela coûterait',
          hint: 'En euros. 0 si cela ne coûte rien ; vide si personne ne le sait encore.',
        },
        council: {
          label: 'À qui',
          choices: {
            commune: 'une mairie',
            intercommunality: 'la communauté de communes',
            department: 'le département',
            other: 'd’autres élus',
          },
        },
        whichCouncil: {
          label: 'Lequel, en entier',
          hint: 'Par exemple « conseil municipal de Sail ».',
        },
        commune,
        themes: { label: 'Thèmes' },
        first: { label: 'C’est la question de la première page du diagnostic' },
        askedOn: { label: 'Portée le' },
      },
    },
    'council-answer': {
      one: 'réponse des élus',
      many: 'Réponses des élus',
      add: 'Noter une réponse',
      fields: {
        to: { label: 'À la demande' },
        says: {
          label: 'La réponse',
          choices: { yes: 'oui', part: 'en partie', later: 'plus tard', no: 'non' },
        },
        saying: { label: 'Avec quels mots', hint: 'Tels qu’ils ont été écrits ou dits.' },
        council: { label: 'Qui répond', hint: 'Par exemple « conseil municipal de Sail ».' },
        on: { label: 'Quel jour' },
      },
    },
    difficulty: {
      one: 'difficulté',
      many: 'Difficultés',
      add: 'Noter une difficulté',
      fields: {
        theme: {
          label: 'À propos de quoi',
          choices: {
            papers: 'les papiers et les démarches',
            internet: 'Internet, l’ordinateur, le téléphone',
            transport: 'se déplacer',
            housing: 'se loger, se chauffer',
            health: 'se soigner',
            work: 'travailler, se former',
            food: 'manger',
            loneliness: 'être seul·e',
            other: 'autre chose',
          },
        },
        commune,
        count: { label: 'Combien de personnes', hint: 'Un nombre, jamais un nom.' },
        on: { label: 'Quel jour' },
      },
    },
    'goal-story': {
      one: 'histoire du diagnostic',
      many: 'Histoires du diagnostic',
      add: 'Choisir une histoire',
      fields: {
        goal: {
          label: 'Sous quel but',
          choices: {
            activity: 'l’activité d’ici',
            ties: 'les liens entre les gens',
            energy: 'l’énergie',
          },
        },
        about: {
          label: 'Quelle histoire',
          hint: 'Seulement ce qui est déjà raconté sur la page, avec l’accord de chacun.',
        },
      },
    },
    'kept-report': {
      one: 'diagnostic gardé',
      many: 'Diagnostics gardés',
      add: 'Garder ce diagnostic',
      fields: {
        on: { label: 'Fait le' },
        since: { label: 'Compté depuis' },
        figures: { label: 'Chiffres' },
      },
    },
  },
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
  sinceLast: (day: string, { lang, today }: When) => `Depuis le ${dayPlain(day, lang, today)}`,

  existsTitle: 'Ce qui existe',
  land: (communes: string, people: string) => `${communes}, ${people}.`,
  /** `pieces`: what is known, what is not being left out; the projects are the last of them. */
  known: (pieces: readonly string[], projects: number, running: number): string => {
    if (pieces.length === 0) return 'On n’y connaît encore ni lieu, ni groupe, ni projet.'
    const [last = '', ...before] = pieces.toReversed()
    const all = before.length > 0 ? `${before.toReversed().join(', ')} et ${last}` : last
    if (projects < 2)
      return (
        'On y connaît ' +
        `${all}` +
        `${
          projects === 0 ? '' : running === 1 ? ', qui est en route' : ', qui n’est pas en route'
        }` +
        '.'
      )
    return (
      `On y connaît ${all}, dont ` +
      `${
        running === 0
          ? 'aucun n’est en route'
          : running === 1
            ? 'un est en route'
            : `${running} sont en route`
      }` +
      '.'
    )
  },
  noComputers: 'Aucun ordinateur ouvert à tous n’est connu avec certitude.',
  computers: (computers: string, spots: string, rate: number | undefined) =>
    `On peut se servir ${/^[au]/.test(computers) ? 'd’' : 'de '}${computers}, dans ` +
    `${spots}` +
    `${rate === undefined ? '' : ` : ${String(rate).replace('.', ',')} pour 1000 habitants`}` +
    '.',
  computersUnsure: (spots: number) =>
    spots === 1
      ? 'Un endroit est à confirmer\u00a0: il n’est pas compté.'
      : `${spots} endroits sont à confirmer\u00a0: ils ne sont pas comptés.`,
  farthest: (commune: string, distance: string) =>
    `La commune qui en est le plus loin est ${commune}, ${distance} à vol d’oiseau.`,
  sure: (fresh: number, old: number, doubts: number) =>
    'De tout cela, ' +
    `${
      fresh === 0
        ? 'rien n’a été confirmé'
        : fresh === 1
          ? 'une chose a été confirmée'
          : `${fresh} choses ont été confirmées`
    } ` +
    `depuis moins de six mois, ${old} ` +
    `${old < 2 ? 'ne l’a pas été' : 'ne l’ont pas été'}` +
    `${doubts === 0 ? '' : `, et ${doubts} ${doubts === 1 ? 'reste' : 'restent'} à confirmer`}` +
    '.',
  grownOf: (what: string, change: string) => `${what} ${change}`,
  grown: (day: string, pieces: string) => `Depuis le ${day} : ${pieces}.`,
  chartProjects: 'Les projets, par état',
  chartProjectsShows: 'Un point pour chaque projet, sur la ligne de l’état où il en est.',
  chartSure: 'Ce qui est sûr, et depuis quand',
  chartSureShows:
    'Une bande coupée en quatre : confirmé depuis moins de six mois, il y a plus longtemps, ' +
    'jamais reconfirmé, à confirmer.',
  sourceDirectory:
    'Source : l’annuaire de cette page, tenu par les habitants. Populations : Insee. ' +
    'Distances à vol d’oiseau, depuis le milieu de la commune.',
  mapSays:
    'Carte des communes : hachurées, celles où l’on est déjà allé ; blanches, celles où ' +
    'l’on n’est pas encore allé.',
  mapLegend: (colour: string) =>
    `Hachurées, les communes où l’on est déjà allé. En ${colour}, celle de la borne.`,
  yellow: 'jaune',
  grey: 'gris',

  missingTitle: 'Ce qui manque',
  allVisited: 'On est déjà allé dans chaque commune.',
  andOthers: (n: number) => (n === 1 ? 'et une autre' : `et ${n} autres`),
  unvisited: (n: number, names: string) =>
    n === 1
      ? `Une commune n’a pas encore été visitée : ${names}. Aucune réunion, aucun ` +
        'rendez-vous, rien dont on ait parlé sur place : cela ne veut pas dire qu’il ne s’y ' +
        'passe rien.'
      : `${n} communes n’ont pas encore été visitées : ${names}. Aucune réunion, aucun ` +
        'rendez-vous, rien dont on ait parlé sur place : cela ne veut pas dire qu’il ne s’y ' +
        'passe rien.',
  heard: (names: string) => `On en sait pourtant quelque chose par d’autres\u00a0: ${names}.`,
  answered: (share: number, days: number) =>
    `Sur cent demandes entre voisins, ${share} ont reçu une réponse ; la moitié de ces ` +
    'réponses sont venues en ' +
    `${days < 1 ? 'moins d’un jour' : days === 1 ? 'un jour' : `${days} jours`} au plus.`,
  fewAnswers:
    'Trop peu de demandes entre voisins ont reçu une réponse par la page pour en donner une part.',
  oldest: (span: string) => `La plus ancienne demande encore ouverte attend depuis ${span}.`,
  difficulties: (period: string, which: string) =>
    `Des habitants sont venus dire ce qu’ils n’arrivent pas à faire (${period}) : ${which}.`,
  counted: (what: string, n: number) => `${what} (${n})`,
  lacks: (place: string, what: string) => `${place} : il manque ${what}`,
  chartDifficulties: 'Les difficultés que les gens sont venus dire',
  chartDifficultiesShows:
    'Une barre par sujet, la plus longue en premier ; sous trois personnes, un sujet n’est ' +
    'pas montré.',
  sourceMissing:
    'Source : les demandes publiées, ce que les lieux disent d’eux-mêmes, et les ' +
    'difficultés notées au local, sans aucun nom.',

  askedTitle: 'Ce qu’on vous demande',
  nothingAsked: 'Aucune demande n’attend de réponse.',
  asked: (n: number) =>
    n === 1 ? 'Une demande attend votre réponse.' : `${n} demandes attendent votre réponse.`,
  free: 'rien',
  costsInAll: (sum: string) =>
    sum === 'rien' ? 'En tout, cela ne coûterait rien.' : `En tout, cela coûterait ${sum}.`,
  costNothing: 'Cela ne coûte rien.',
  costUnknown: 'Le coût n’est pas connu.',
  cost: (sum: string) => `Coût : ${sum}.`,
  askedBy: (who: string) => `Demandé par ${who}.`,
  askedOf: (council: string) => `À : ${council}.`,
  councils: {
    commune: 'la mairie',
    intercommunality: 'la communauté de communes',
    department: 'le département',
    other: 'd’autres élus',
  },
  says: { yes: 'oui', part: 'en partie', later: 'plus tard', no: 'non' },
  answeredLine: (title: string, says: string) => `${title} — ${says}`,
  answeredUnder: (council: string, day: string, saying: string | null) =>
    `${council}, ${day}${saying ? ` : « ${saying} »` : ''}`,
  sourceRequests:
    'Source : les demandes portées sur cette page, chacune par quelqu’un que l’on peut joindre.',
  ticks: ['oui', 'en partie', 'plus tard, le…', 'non'] as readonly string[],
  tickLines: 'Avec vos mots',
  dated: 'Le, par',
  howToAnswer: (kept: string) =>
    `Cochez, datez, et rendez cette feuille à ${kept}. Le code suffit : il dit à quelle ` +
    'demande vous répondez.',
  moreRequests: (n: number) =>
    `${n === 1 ? 'Une autre demande est' : `${n} autres demandes sont`} sur la page.`,
  codeSays: 'code',

  betweenTitle: 'Ce qui se passe entre voisins',
  notices: (period: string, offers: string, needs: string) =>
    `${offers} et ${needs} ont été publiées (${period}).`,
  deals: (deals: string) => `${deals} entre voisins ont été menés à bout.`,
  fewDeals: 'Moins de trois arrangements entre voisins ont été notés comme faits.',
  chartDeals: 'Les arrangements faits, par façon',
  chartDealsShows: 'Une barre par façon de s’arranger ; sous trois, une façon n’est pas montrée.',
  sourceNotices: 'Source : les annonces et les arrangements de cette page, comptés, jamais nommés.',

  goalsTitle: 'Les trois buts annoncés au village',
  goalsLead: 'Une histoire sous chacun, racontée avec l’accord de ceux qui l’ont vécue.',
  goals: { activity: 'L’activité d’ici', ties: 'Les liens entre les gens', energy: 'L’énergie' },
  goalLine: (goal: string, title: string) => `${goal} : ${title}`,
  sourceGoals: 'Source : ce qui est raconté sur cette page.',

  planTitle: 'Où en est le plan',
  planLead:
    'Connaître, relier, puis construire un espace commun : les trois étapes annoncées en réunion.',
  step1: '1. Connaître le territoire',
  step1Is: (known: number, been: number, all: number) =>
    `${known} lieux, groupes et projets notés ; ${been} communes visitées sur ${all}.`,
  step1bis: '1 bis. Relier et informer ceux qui font',
  step1bisIs: (meetings: number, days: string, talked: number, partnerships: number) =>
    `${
      meetings === 0
        ? 'Pas encore de réunion racontée'
        : meetings === 1
          ? `Une réunion (${days})`
          : `${meetings} réunions (les dernières : ${days})`
    }` +
    ` ; on a reparlé de ${talked} choses avec ceux qui les font ; ${partnerships} ` +
    `${partnerships < 2 ? 'partenariat noté' : 'partenariats notés'}.`,
  step2: '2. Construire un espace de travail commun',
  step2Is: (running: number, done: number, todo: number) =>
    `${running} ${running < 2 ? 'projet en route' : 'projets en route'} ; ${done} ` +
    `${done < 2 ? 'suite faite' : 'suites faites'}, ${todo} à faire.`,
  sourcePlan: 'Source : les réunions, les confirmations et les suites de cette page.',

  voicesTitle: 'Ce qui s’est dit',
  voicesLead: (period: string) =>
    `Les dernières paroles notées, telles quelles, les dures aussi (${period}).`,
  quote: (saying: string) => `« ${saying} »`,
  sourceVoices:
    'Source : les paroles notées en réunion. Sans nom, sauf si la personne l’a demandé.',
  ideasTitle: 'Les idées, et ce qu’elles sont devenues',
  ideasLead: (all: number, became: number) =>
    `${all === 1 ? 'Une idée a été notée' : `${all} idées ont été notées`} ; ` +
    `${
      became === 0
        ? 'aucune n’a encore donné quelque chose'
        : became === 1
          ? 'une a donné quelque chose'
          : `${became} ont donné quelque chose`
    }` +
    '.',
  ideaStates: { became: 'a donné quelque chose', open: 'encore ouverte', dropped: 'laissée' },
  ideaBecame: (what: string) => `est devenue : ${what}`,
  chartIdeas: 'Ce que les idées sont devenues',
  chartIdeasShows:
    'Une bande coupée en trois : ce qui a donné quelque chose, ce qui est encore ouvert, ce ' +
    'qui a été laissé.',
  sourceIdeas: 'Source : les idées notées en réunion ou déposées sur cette page.',

  tablesTitle: 'Les chiffres',
  tablesLead:
    'Ce qui touche à des personnes n’est pas dit d’une commune sous trois : on les ' +
    'reconnaîtrait. Les lieux et les projets sont toujours montrés.',
  comparedCaption: 'Tout ce qui est compté',
  thingsCaption: 'Par commune : lieux, groupes, projets, ordinateurs',
  peopleCaption: 'Par commune : ce qui touche à des personnes, depuis le début',
  themesCaption: 'Par thème',
  perThousand: 'Lieux et ordinateurs pour 1000 hab.',
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
    'Ce qui est gardé de chaque diagnostic : son jour et ses chiffres d’ensemble, rien de ' +
    'personne.',
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
  printShort: 'Imprimer la feuille, recto verso',
  printLong: 'Imprimer le rapport entier',
  download: 'Le rapport en un fichier, pour une clé USB',
  spreadsheet: 'Les chiffres pour un tableur',
  keep: 'Garder ce diagnostic',
  keepHint: 'Ses chiffres d’ensemble seront comparés aux prochains.',
  kept: 'C’est gardé : le prochain diagnostic dira ce qui a changé.',
  keptToday: 'Le diagnostic d’aujourd’hui est déjà gardé.',
  toDifficulty: 'Noter une difficulté',
  toStory: 'Choisir une histoire',
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
}
