/** What every page says, whatever its brick. `en.ts` has this type. */
export type UiWords = typeof fr

export const fr = {
  skip: 'Aller au contenu',
  menu: 'Rubriques',
  searchLabel: 'Chercher',
  searchHint: 'outil, lieu',
  search: 'Chercher',
  keptBy: (who: string) => `Page tenue par ${who}`,
  whoKeeps: 'Qui tient cette page, faire retirer quelque chose',
  otherLanguage: 'English',
  signIn: 'Entrer',
  signOut: 'Sortir',
  memberMenu: 'Ma visite',
  hello: 'Bonjour',
  mine: 'Ma page',
  keeperMenu: 'Tenir la page',
  harvest: 'Cueillette',
  toShow: 'À montrer',
  myTasks: 'Mes suites',
  keep: 'Tout le reste',
  haveCode: 'Vous avez un code\u00a0?',
  myTicket: 'Mon billet',
  forYou: 'Pour vous',
  moreWaits: (n: number) => `et ${n} autres`,
  /** Of several, how many: the lines that ask for an act stay. */
  sawNews: (n: number) => (n === 1 ? 'J’ai vu cette nouvelle' : `J’ai vu ces ${n} nouvelles`),
  colophon: 'Marche même sans Internet · logiciel libre CoCoTe',
  fromYou: 'De la part de',
  inNameOf: 'Au nom de quelqu’un d’autre',
  inNameOfMaybe: 'Si c’est pour quelqu’un d’autre',
  inNameOfWhom: 'Son prénom',
  inNameOfHint: (called: string) => `On lira : dit par ${called}, pour cette personne.`,
  inNameOfWaits: 'La personne qui tient la page le lit d’abord.',
  unlessTheirNumber:
    'Le numéro de quelqu’un d’autre, dont l’accord n’est pas noté ici, est d’abord lu par la ' +
    'personne qui tient la page.',
  unlessAnothers:
    'Un numéro qui n’est pas le vôtre, ou ce que vous dites pour quelqu’un d’autre, est ' +
    'd’abord lu par la personne qui tient la page.',
  saidByShort: (who: string, whom: string) => `${who}, pour ${whom}`,
  saidBy: (who: string, whom: string) => `dit par ${who}, pour ${whom}`,
  today: (weekday: string) => `Aujourd’hui, ${weekday}`,
  crumbLabel: 'Où l’on est',
  reach: (who: string) => `Pour joindre ${who} :`,
  reachAnyone: 'Pour en parler :',
  changes: 'Ce qui a changé',
  /** Where nothing did since it was written. */
  wrote: 'Qui l’a écrit',
  previousPage: 'Page précédente',
  nextPage: 'Page suivante',
  pageOf: (page: string, pages: string) => `page ${page} sur ${pages}`,
  pages: 'Pages de la liste',
  theList: 'La liste',
  csv: 'Télécharger la liste (CSV)',
  allData: 'Toutes les données',
  csvOf: 'Télécharger (CSV) :',
  filter: 'Voir',
  filters: 'Choisir ce qu’on regarde',
  choose: 'Choisir',
  words: 'Un nom, un mot',
  letters: 'Aller à une lettre',
  any: 'tout',
  clearFilters: 'tout voir',
  quoted: (words: string) => `«\u202f${words}\u202f»`,
  empty: 'Rien ici pour l’instant.',
  emptyFiltered: 'Rien de tel ici pour l’instant. Essayez avec moins de choix.',
  askedTitle: 'Une question avant d’envoyer.',
  refusedTitle: 'Ce n’est pas encore bon.',
  save: 'Enregistrer',
  pickPoint: 'Touchez la carte là où c’est. Le reste du formulaire est gardé.',
  pickAgain: 'Touchez encore pour mieux placer, ou enregistrez.',
  pickAlt: 'La carte du territoire\u00a0: touchez là où c’est',
  notKnown: 'on ne sait pas',
  sayMore: 'En dire plus',
  required: 'à remplir',
  whichMoment: 'Pour quand',
  momentFull: (moment: string) => `${moment} (complet)`,
  talkFirst: 'on en parle d’abord',
  unreadable: 'illisible ici',
  yes: 'oui',
  no: 'non',
  none: 'aucun',
  chooseOne: 'choisir',
  noneChosen: 'pas de réponse',
  from: 'du',
  to: 'au',
  amount: 'combien',
  unitWord: 'de quoi',
  latitude: 'latitude',
  longitude: 'longitude',
  onePerLine: 'Un par ligne.',
  listCut: (most: string) =>
    `Cette liste s’arrête aux ${most} premiers, de A à Z. Pour un autre, laissez vide et ` +
    'dites-le en toutes lettres dans le texte.',
  euros: 'euros',
  keptFiles: 'Déjà joint ; décochez pour retirer',
  photoNumber: (n: string) => `Photo ${n}`,
  sentFile: (n: string) => `Photo ${n}, déjà reçue`,
  photosHint: (most: number | undefined) =>
    `${most === undefined ? 'Des photos' : most === 1 ? 'Une photo' : `${most} photos au plus`}` +
    ', de 8 Mo chacune au plus. Le lieu et l’heure de la prise de vue n’y restent pas.',
  colon: ' : ',
  stall: {
    title: 'Pour exposer ici',
    welcome: 'Qui fabrique ou cultive peut y montrer et y vendre ce qu’il fait.',
    cost: 'L’emplacement',

    free: 'gratuit',
    conditions: 'Conditions',
    reach: 'Qui appeler',
  },
  showcase: 'La vitrine',
  showcasePrint: 'Imprimer cette feuille, pour une vitrine, un comptoir ou le panneau du marché',
  showcaseHint:
    'Imprimez cette page : il en sort la feuille seule, pour une vitrine, un comptoir ou le ' +
    'panneau du marché.',
  printedOn: (day: string) => `imprimé le ${day}`,
  takeDown: (day: string) => ` · à décrocher le ${day}`,
  photo: (of: string) => (of === '' ? 'Photo' : `Photo : ${of}`),
  photoOf: (n: string, all: string, of: string) =>
    `Photo ${n} sur ${all}${of === '' ? '' : ` : ${of}`}`,
  homeOnly: 'Reste ici, n’est jamais affiché.',
  networkOnly: 'Montré seulement aux bornes amies.',
  hints: {
    day: 'Par exemple 5/12/2026 ou 5 décembre 2026.',
    time: 'Par exemple 14 h 30.',
    moment: 'Par exemple 2026-12-05 14:30.',
    phone: 'Par exemple 04 77 00 00 00.',
    email: 'Par exemple prenom@exemple.fr.',
    url: 'Par exemple https://exemple.fr.',
    hours: 'Par exemple lundi 14h-18h, jeudi 9h30-12h ; ou bien tous les jours de 8h à midi.',
    recurrence:
      'Dans la liste, ou autrement avec vos mots : par exemple tous les jeudis, ou le 1er ' +
      'samedi du mois.',
    money: 'Par exemple 3,50.',
    commune: 'Le nom de la commune.',
  },
  recurs: {
    label: 'Se répète',
    never: 'ne se répète pas',
    own: 'autrement, avec vos mots',
    until: 'dernière date',
    daily: 'chaque jour',
    weekly: 'chaque semaine, ce jour-là',
    fortnightly: 'une semaine sur deux, ce jour-là',
    monthlyDay: 'chaque mois, à cette date',
    yearly: 'chaque année, à cette date',
    everyWeekday: (weekday: string) => `chaque ${weekday}`,
    everyOtherWeekday: (weekday: string) => `un ${weekday} sur deux`,
    nthWeekday: (nth: string, weekday: string) => `le ${nth} ${weekday} du mois`,
    nths: {
      '1': 'premier',
      '2': 'deuxième',
      '3': 'troisième',
      '4': 'quatrième',
      '-1': 'dernier',
    },
  },
  sizes: ['ko', 'Mo', 'Go'] as readonly [string, string, string],
  units: {
    posts: (n: string, one: boolean) => `${n} ${one ? 'poste' : 'postes'}`,
    persons: (n: string, one: boolean) => `${n} ${one ? 'personne' : 'personnes'}`,
    /** What is counted has its name beside it. */
    things: (n: string) => n,
  },
  /** On paper, where a title says nothing. */
  untitled: 'Sans titre',
  insultFolded: 'Ce mot contient une insulte. Le lire quand même',
  /** Over http, where the rest of a page is read. */
  elsewhere: {
    said:
      'Sur ce Wi-Fi, n’importe qui pourrait lire la suite en même temps que vous\u00a0: elle se ' +
      'lit en https, ou à l’ordinateur de la borne.',
    alone:
      'Sur ce Wi-Fi, n’importe qui pourrait lire la suite en même temps que vous\u00a0: elle se ' +
      'lit à l’ordinateur de la borne.',
    byHttps: 'Lire cette page en https',
    warns: 'Le téléphone peut avertir d’abord qu’il ne connaît pas cette borne.',
  },
  /** What the notice of a ride says now, beside a moment that was agreed. */
  rideNow: {
    over: 'L’annonce de ce trajet est fermée\u00a0: demandez s’il se fait encore',
    /** Of one whose notice is closed. */
    saidLast: (time: string, isBack: boolean) =>
      `Elle disait en dernier\u00a0: ${isBack ? 'retour' : 'départ'} à ${time}`,
    leaves: (time: string, isBack: boolean) =>
      `Le ${isBack ? 'retour' : 'trajet'} part maintenant à ${time}`,
    /** Of an hour that the notice never said. */
    agreedApart: (time: string) =>
      `L’annonce dit maintenant ${time}, mais l’heure convenue tient\u00a0: demandez un autre ` +
      'moment si elle ne va plus',
    /** While another moment is asked. */
    stays: (agreed: string) => `Jusqu’à la réponse, le rendez-vous reste «\u202f${agreed}\u202f»`,
    staysApart: (time: string) => `L’annonce dit maintenant ${time}, mais l’heure convenue tient`,
    proposedApart: (time: string) =>
      `L’annonce dit maintenant ${time}, mais l’heure proposée n’a pas changé`,
    days: (days: string) => `Le trajet se fait maintenant ${days}`,
    rests: (...days: readonly string[]) => `Pas de trajet le ${days.join(', ni le ')}`,
  },
  /** Ways to be reached, as records keep them (`way-said.ts`). */
  ways: {
    byWord: (who: string) => `laissez un mot à ${who}`,
    byRelay: (who: string) => `par ${who}, qui transmet`,
  },
  erase: 'Effacer pour de bon',
  eraseCode: 'Un des dix codes de la feuille de la personne qui tient la page',
}
