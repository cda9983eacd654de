import type { PageQuestion } from '../../../contract/search.ts'
import { capital } from '../../../text/capital.ts'
import { dayPlain, numberWord } from '../../../text/days.ts'
import { fr as dates } from './dates/fr.ts'
import { fr as errands } from './errands/fr.ts'
import { fr as taking } from './taking/fr.ts'
import { fr as types } from './types/fr.ts'

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Proposer une idée',
    text: 'Une phrase, et votre prénom si vous voulez.',
    href: '/idees/proposer',
    asked: ['proposer/donner/déposer/écrire/lancer/dire idée', 'boîte idée'],
  },
  {
    words: 'Les réunions et leurs notes',
    text: 'Ce qui s’y est dit et décidé.',
    href: '/idees/reunions',
    asked: ['compte rendu réunion*', 'note/procès/verbal réunion'],
  },
]

/** What people read about meetings and what came out of them. `en.ts` has this type. */
export const fr = {
  questions,
  types,
  dates,
  errands,
  menu: 'Nos idées',
  title: 'Nos idées et réunions',
  lead: 'Ce qui s’est dit ici, ce qu’on a décidé, et ce que c’est devenu.',
  propose: 'Proposer une idée',
  sendIdea: 'Proposer cette idée',
  ideaLead: (keptBy: string) =>
    `C’est d’abord lu par ${keptBy}. Ensuite votre idée est montrée ici, sans votre nom, et ` +
    'chacun peut dire «\u00a0j’en suis\u00a0».',
  ideaLeadMember:
    'Votre idée est montrée ici tout de suite, sans votre nom, et chacun peut dire ' +
    '«\u00a0j’en suis\u00a0».',
  ideaWaits: 'Merci. Votre idée est lue d’abord, puis montrée ici.',
  ideaWaitsFrom: (n: number) =>
    'Merci. Votre idée est lue d’abord, puis montrée ici. La page a compris\u00a0: on se voit à ' +
    `partir de ${numberWord(n, 'fr')}. Sinon, corrigez-le sur votre billet.`,
  ideaShownFrom: (n: number) =>
    `Votre idée est là. La page a compris\u00a0: on se voit à partir de ${numberWord(n, 'fr')}. ` +
    'Sinon, corrigez-le dans «\u00a0Ce que j’ai écrit\u00a0». Dites «\u00a0j’en suis\u00a0», si ' +
    'vous en êtes.',
  ideaShown: 'Votre idée est là. Dites «\u00a0j’en suis\u00a0», si vous en êtes.',
  only: 'Ne regarder que',
  colon: ' : ',
  isPast: 'c’est passé',
  quoted: (text: string) => `« ${text} »`,
  keeper: 'la personne qui tient cette page',
  empty: (keptBy: string) =>
    `Rien n’est encore raconté ici. Vous étiez à une réunion ? Parlez-en à ${keptBy}.`,
  emptyKeeper: 'Rien n’est encore raconté ici. Vous revenez d’une réunion ?',
  paste: 'Collez vos notes',
  month: (month: string, year: string) => `${capital(month)} ${year}`,
  became: (idea: string) => `Une idée a fait son chemin : ${idea}`,
  readBack: (by: number, of: number) =>
    of === by
      ? 'Notes relues par toutes les personnes nommées.'
      : `Notes relues par ${by} sur ${of}.`,
  todayAt: (title: string, time: string) => `${title} à ${time}`,
  metToday: 'aujourd’hui',
  metTonight: 'ce soir',
  metYesterday: 'hier',
  metLastNight: 'hier soir',
  /** What came out of a meeting: how many, in figures and in words. */
  came: {
    initiative: (n: number, word: string): string => (n === 1 ? 'un projet' : `${word} projets`),
    idea: (n: number, word: string): string => (n === 1 ? 'une idée' : `${word} idées`),
    need: (n: number, word: string): string => (n === 1 ? 'une demande' : `${word} demandes`),
    offer: (n: number, word: string): string => (n === 1 ? 'une offre' : `${word} offres`),
    decision: (n: number, word: string): string => (n === 1 ? 'une décision' : `${word} décisions`),
    event: (_n: number, word: string): string => `${word} rendez-vous`,
  },
  becameWhat: 'Elle est devenue',
  revived: (idea: string) => `Une idée est revenue : ${idea}`,
  newIdea: (idea: string) => `Une idée : ${idea}`,
  decided: (decision: string) => `C’est décidé : ${decision}`,
  said: 'Entendu par ici',
  newReference: (title: string) => `À lire, à voir : ${title}`,
  onlyYouRead: (who: string) => `${who} (vous seul·e lisez ce nom)`,
  rest: 'la suite sur la page de la réunion',
  parts: {
    decision: 'Ce qu’on a décidé',
    task: 'Ce qu’il y a à faire',
    idea: 'Les idées',
    initiative: 'Les projets dont on a parlé',
    offer: 'Ce qu’on propose',
    need: 'Ce qu’on cherche',
    event: 'Les rendez-vous',
    place: 'Les lieux',
    'access-point': 'Les ordinateurs',
    actor: 'Qui fait quoi',
    voice: 'Ce qui s’est dit',
    reference: 'À lire, à voir',
    other: 'Et aussi',
  } as Readonly<Record<string, string>>,
  asks: {
    decision: 'une décision',
    task: 'une suite',
    idea: 'une idée',
    voice: 'une parole',
    reference: 'une référence',
  } as Readonly<Record<string, string>>,
  forWikis: 'Ces notes, à coller dans le wiki d’une association s’il y en a un',
  addFrom: 'Ajouter à cette réunion',
  nothingNoted: (keptBy: string) =>
    `Rien de noté pour cette réunion. Vous y étiez ? Dites ce qui en est sorti à ${keptBy}.`,
  takesPlace: (day: string) => `Elle a lieu ${day}.`,
  askAbout: (keptBy: string) => `en parler à ${keptBy}`,
  notedAt: (day: string) => `notée à la réunion du ${day}`,
  notedAtNamed: (meeting: string) => `notée à la réunion « ${meeting} »`,
  bornOn: (day: string) => `arrivée ici ${day}`,
  revivedOn: (day: string) => `reprise ${day}`,
  droppedNow: 'laissée de côté pour l’instant ; elle peut revenir',
  seats: (taken: number, all: number) =>
    taken === 0
      ? all === 1
        ? 'Une seule place, elle est libre.'
        : `${all} places, toutes libres.`
      : taken === 1
        ? `Une place prise sur ${all}.`
        : taken < all
          ? `${taken} places prises sur ${all}.`
          : `Les ${all} places sont prises.`,
  waiting: (names: string) => `Sur la liste d’attente\u00a0: ${names}.`,
  yourPlace: (n: number) =>
    n === 1
      ? 'C’est complet\u00a0: vous êtes en tête de la liste d’attente.'
      : `C’est complet\u00a0: vous êtes en place ${n} sur la liste d’attente.`,
  notedWaiting:
    'C’est complet. Vous êtes sur la liste d’attente\u00a0; cette page dira votre tour.',
  freed: (name: string) =>
    `Une place s’est libérée\u00a0: elle est à ${name}, qui attendait. À prévenir.`,
  freedTell: 'C’est dit',
  freedTold: (name: string) => `Noté\u00a0: ${name} le sait.`,
  lateWaits: (n: number) =>
    n === 1
      ? 'une suite en retard\u00a0: qui relancer'
      : `${n} suites en retard\u00a0: qui relancer`,
  freedLabel: 'Places libérées',
  freedWaits: (n: number) =>
    n === 1
      ? 'une place s’est libérée\u00a0: qui prévenir'
      : `${n} places se sont libérées\u00a0: qui prévenir`,
  seatIsYours: 'une place s’est libérée pour vous',
  whoHolds: 'Qui s’en charge',
  andYouPart: 'Et vous\u202f? Vous vous en chargez\u202f?',
  whichDay: 'Quelle fois ?',
  whoIsInOn: (day: string, isOff: boolean) =>
    isOff ? `C’est annulé, ${day} ; avaient répondu` : `Qui en est, ${day}`,
  whoIsIn: 'Qui en est',
  taking,
  people: {
    title: 'Qui compte, et une seule fois',
    lead:
      'Quand deux réponses portent le même prénom, la page n’en compte qu’une. Vous ' +
      'connaissez les gens\u00a0: dites ce qu’il en est.',
    none: 'Rien à démêler\u00a0: chaque réponse compte pour une personne.',
    link: (n: number) =>
      n === 1
        ? 'Une réponse à démêler\u00a0: qui est-ce\u202f?'
        : `${n} réponses à démêler\u00a0: qui est-ce\u202f?`,
    waits: (n: number) =>
      n === 1
        ? 'une réponse à démêler\u00a0: qui est-ce\u202f?'
        : `${n} réponses à démêler\u00a0: qui est-ce\u202f?`,
    twice: (name: string) => `Deux réponses au nom de ${name}`,
    countsOnce: 'Pour l’instant, elles comptent pour une personne.',
    two: 'Deux personnes',
    same: 'La même personne',
    twoSaid: 'C’est noté\u00a0: ce sont deux personnes, et les deux comptent.',
    sameSaid: 'C’est noté\u00a0: c’est la même personne, qui compte une fois.',
    forged: (name: string) =>
      `Une réponse au nom de ${name}, écrite avec la carte de quelqu’un d’autre`,
    byCard: (card: string, name: string) =>
      `C’est la carte de ${card} qui l’a écrite. La page compte ${name}, qui ne l’a ` +
      'peut-être jamais dit.',
    bySomeCard: (name: string) => `La page compte ${name}, qui ne l’a peut-être jamais dit.`,
    toldFor: (name: string) => `C’est bien dit pour ${name}\u00a0: l’écrire`,
    off: 'L’effacer',
    toldSaid: 'C’est noté\u00a0: tout le monde lit qui l’a dit, et pour qui.',
    offSaid: 'La réponse est effacée.',
    toldBy: (name: string) => `dit par ${name}`,
    reach: (how: string) => `pour joindre\u00a0: ${how}`,
    ticket: (code: string) => `billet ${code}`,
  },
  already: (people: string, names: string) => `Déjà ${people} : ${names}.`,
  alreadyOne: (name: string) => `${name} en est déjà.`,
  nobodyYet: 'Personne ne l’a encore dit. Vous seriez le premier ou la première.',
  wereForIdea: (n: number, word: string) =>
    n === 1
      ? 'une personne était partante pour l’idée.'
      : `${word} personnes étaient partantes pour l’idée.`,
  nobodyForDay:
    'Pour ce jour, personne ne l’a encore dit\u00a0: vous seriez le premier ou la première.',
  threshold: (people: string) => `À ${people}, on se voit.`,
  missing: (people: string) => `Il en manque ${people}.`,
  missingOf: (n: number, word: string) =>
    n === 1 ? 'il manque une personne' : `il manque ${word} personnes`,
  onlyIn: 'Seuls les «\u00a0j’en suis\u00a0» comptent.',
  missingOne: 'Il n’en manque qu’une.',
  reached: (day: string) => `Il y a le compte : on se voit ? Par exemple ${day}.`,
  reachedPropose: (keptBy: string) => `Proposez un jour\u00a0: il est d’abord lu par ${keptBy}.`,
  reachedHow: (keptBy: string) => `Le jour se fixe avec ${keptBy}.`,
  newsLabel: 'Ma page',
  enoughKeeper: 'le compte y est pour une idée',
  reachedLabel: 'Idées',
  enoughHeard: 'le compte y est pour une idée où vous êtes',
  enoughDates: 'Agenda',
  enoughKeeperDate: 'le compte y est pour une date',
  enoughHeardDate: 'le compte y est pour une date où vous êtes',
  enoughOn: (title: string, day: string) => `« ${title} », ${day} : le compte y est`,
  shortOn: (title: string, day: string, n: number, word: string) =>
    `« ${title} », ${day} : il manque ${n === 1 ? 'une personne' : `${word} personnes`}`,
  shortHeard: 'il manque du monde pour une date où vous êtes',
  shortKeeper: 'il manque du monde pour une date',
  shortFor: (title: string, n: number, word: string) =>
    `«\u00a0${title}\u00a0»\u00a0: il manque ${n === 1 ? 'une personne' : `${word} personnes`}`,
  shortHeardIdea: 'il manque du monde pour une idée où vous êtes',
  shortKeeperIdea: 'il manque du monde pour une idée',
  becameFor: (idea: string, became: string) =>
    idea === became
      ? `«\u00a0${idea}\u00a0»\u00a0: l’idée a fait son chemin, lisez la suite`
      : `«\u00a0${idea}\u00a0» a fait son chemin\u00a0: ${became}`,
  dayFor: (idea: string, day: string) => `«\u00a0${idea}\u00a0»\u00a0: on se voit ${day}`,
  thenYou: (said: string) => `${said}, en serez-vous\u202f?`,
  thenShown: (said: string) => `${said}, votre date est montrée`,
  helpOffered: (idea: string, help: string) =>
    `de l’aide pour «\u00a0${idea}\u00a0»\u00a0: ${help}`,
  helpHeard: 'quelqu’un propose de l’aide pour votre idée',
  datedKeeper: 'un jour est fixé pour une idée',
  becameHeard: 'une idée où vous êtes a fait son chemin',
  tellThem: (standing: string) => `${standing}, prévenez-les`,
  enoughFor: (title: string) => `le compte y est pour « ${title} »`,
  enough: 'Il y a le compte.',
  setDay: 'Fixer ce jour dans l’agenda',
  proposeDay: 'Proposer ce jour, ou un autre',
  toTell: 'Pour les prévenir',
  readsPage: 'le lit ici, sur sa page',
  noWay: 'aucun moyen de joindre n’est noté',
  tellOne: 'C’est dit',
  tellAll: 'Tout le monde est prévenu',
  isTold: {
    enough: 'sait qu’il y a le compte',
    short: 'sait qu’il manque du monde',
    dated: 'sait quel jour',
  },
  toldSaid: (name: string) => `Noté\u00a0: ${name} le sait.`,
  countChanged:
    'Le compte a changé depuis\u00a0: lisez où il en est, puis dites qui vous avez prévenu.',
  toldAllSaid: 'Noté\u00a0: tout le monde le sait.',
  whoHelps: 'Qui peut aider',
  helps: (name: string, saying: string) => `${name} : ${saying}`,
  reasons: 'Pourquoi ce n’est pas pour tout le monde',
  reason: (name: string, saying: string) => `${name} : ${saying}`,
  andYou: 'Et vous ?',
  answerLead: (keptBy: string) =>
    `C’est d’abord lu par ${keptBy}. Ensuite votre prénom et vos mots sont montrés ici ; le ` +
    'moyen de vous joindre, jamais.',
  answerLeadMember:
    'Votre prénom et vos mots sont montrés ici tout de suite\u202f; le moyen de vous ' +
    'joindre, jamais.',
  yourAnswerFor: (day: string) => `Vous avez répondu pour ${day}`,
  yourAnswer: 'Vous avez répondu',
  takeBackAnswer: 'Reprendre ma réponse',
  answerTakenBack: 'Votre réponse est reprise\u00a0: elle est effacée d’ici.',
  changeAnswer: 'Changer ma réponse',
  answerAgain: 'Répondre à nouveau remplace cette réponse.',
  answerLeadKeeper:
    'Vous tenez la page : ce que vous notez ici pour quelqu’un est montré tout de suite, ' +
    'avec son accord.',
  send: 'Envoyer ma réponse',
  answerTo: (title: string) => `Répondre : ${title}`,
  backTo: 'Tout lire avant de répondre',
  nothingThere: 'Ce n’est plus ici. Revenez à la liste.',
  closedIdea:
    'Cette idée a été laissée de côté. Parlez-en à la personne qui tient la page : elle ' +
    'peut revenir.',
  becameIdea: 'Cette idée est devenue autre chose : c’est là qu’il faut répondre maintenant.',
  cancelledEvent: 'C’est annulé : il n’y a plus à répondre.',
  dayIsOff: (day: string) =>
    `Le ${dayPlain(day, 'fr')} n’a pas lieu, ou plus ce jour-là. Choisissez une autre fois.`,
  closedEvent: 'Ce rendez-vous est passé : on ne peut plus y répondre.',
  sayWhat: 'Dites à quoi vous pouvez aider, en quelques mots.',
  sayWhy: 'Dites pourquoi, en quelques mots : c’est ce qui aide les autres.',
  sayAmount: 'Dites combien vous en apportez.',
  sayHow: 'Dites comment vous joindre : c’est pour vous prévenir du jour. Ce n’est jamais montré.',
  thanksWaiting: (keptBy: string) =>
    'Merci. C’est complet\u00a0: c’est pour la liste d’attente. ' +
    `C’est d’abord lu par ${keptBy}\u00a0; votre billet dira votre tour.`,
  thanks: (keptBy: string, day: string) =>
    `Merci${day && `, pour le ${dayPlain(day, 'fr')}`}. C’est d’abord lu par ${keptBy} ; ` +
    'ensuite ce sera montré ici.',
  notedFor: (day: string) => `C’est noté pour le ${dayPlain(day, 'fr')}.`,
  noted: 'C’est noté.',
  keeperActs: 'Pour la personne qui tient la page',
  revive: 'Reprendre cette idée aujourd’hui',
  revivedSaid: 'L’idée est reprise aujourd’hui.',
  drop: 'La laisser de côté',
  droppedSaid: 'L’idée est laissée de côté. Elle reste ici et peut revenir.',
  becomes: 'Elle est devenue cela',
  becomesSaid: 'C’est noté : l’idée a fait son chemin.',
  sayBecame:
    'Choisissez ce que l’idée est devenue. Si ce n’est pas dans la liste, ajoutez-le d’abord.',
  alreadyBecame: 'Cette idée est déjà devenue autre chose. Corrigez-la si ce n’est plus vrai.',
  inspires: 'Ce que ça inspire ici',
  prints: {
    print: 'Imprimer le compte rendu, une page',
    printAll: 'Imprimer toutes les suites',
    printOf: '\u202f; ou celles d’une personne',
    minutes: 'Compte rendu',
    minutesOf: (title: string) => `Compte rendu\u00a0: ${title}`,
    nothingNoted: 'Rien n’est encore noté de cette réunion. Écrivez-le ici.',
    toMend: (keeper: string) => `Ce n’est pas cela\u202f? ${keeper}`,
    printedOn: (day: string) => `imprimé le ${day}`,
    more: 'Et {n} de plus, à lire sur la page.',
    byWhom: 'qui\u00a0: …………………………',
    done: 'fait',
    followUpsOf: (name: string) => `Les suites de ${name}`,
    stays: 'à garder pour soi\u00a0: qui fait quoi n’est pas montré à tous',
  },
  followUps: 'Mes suites',
  /** A sentence under each link of the keeper’s page. */
  toolAbout: {
    followUps: 'Ce que chacun a promis, et pour quand\u00a0: relancer, ou dire que c’est fait.',
  },
  followUpsLead:
    'Ce qui a été promis, par qui et pour quand. Cette page ne sort pas de cette borne ; ' +
    'elle s’imprime telle quelle.',
  followUpsNone: 'Rien à suivre pour l’instant.',
  others: 'Il y en a d’autres : toutes les suites',
  dueParts: {
    late: 'En retard',
    week: 'Dans les sept jours',
    later: 'Plus tard',
    undated: 'Sans date',
    done: 'Fait depuis un mois',
  },
  lateFor: (day: string) => `en retard, c’était pour le ${day}`,
  dueOn: (day: string) => `pour le ${day}`,
  lateSince: (day: string, ago: string) => `c’était pour le ${day}, ${ago}`,
  toWhom: 'personne encore',
  reminded: (day: string) => `relancé ${day}`,
  doneOn: (day: string) => `fait ${day}`,
  about: 'à propos\u00a0:',
  from: (day: string) => `réunion du ${day}`,
  remind: 'Je l’ai relancé aujourd’hui',
  remindedSaid: 'C’est noté : relancé aujourd’hui.',
  finish: 'C’est fait',
  finishedSaid: 'C’est fait, et ce sera dit sur la première page.',
  alreadyDone: 'Cette suite est déjà faite ou abandonnée. Corrigez-la si ce n’est plus vrai.',
  doneTask: (title: string) => `Fait : ${title}`,
  doneFrom: (day: string) => `suite de la réunion du ${day}`,
  ideaFrom: (day: string) => `idée de la réunion du ${day}`,
  ideaAlone: 'une idée qui a fait son chemin',
  indicators: {
    meetings: 'réunions racontées',
    open: 'idées ouvertes',
    became: 'idées qui ont donné quelque chose',
    done: 'suites faites',
    todo: 'suites à faire',
    voices: 'paroles notées',
  },
  resting: {
    title: 'Nos idées et réunions',
    about: 'Les comptes rendus, les idées, les décisions et qui fait la suite.',
  },
}
