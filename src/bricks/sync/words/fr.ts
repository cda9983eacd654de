import type { PageQuestion } from '../../../contract/search.ts'
import { fr as joining } from './joining/fr.ts'
import { fr as letters } from './letters/fr.ts'
import { fr as theirs } from './theirs/fr.ts'
import { fr as versions } from './versions/fr.ts'

const counted = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('fr-FR')} ${n < 2 ? one : many}`
/** *de Boën*, *d’Usson*. */
const of = (box: string): string => (/^[aeiouyàâéèêëîïôûœ]/i.test(box) ? `d’${box}` : `de ${box}`)
const writes = (n: number): string => (n === 0 ? 'rien' : counted(n, 'écriture', 'écritures'))

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Les nouvelles des autres villages',
    text: 'Ce que d’autres bornes ont écrit, et comment en porter.',
    href: '/nouvelles',
    asked: [
      'emporter/apporter/porter/échanger* nouvelles village/borne/autre/voisin*',
      'autre/voisin borne/village',
      'synchroniser/synchro/synchronisation borne*',
    ],
  },
]

/** What people read about news and boxes. `en.ts` has this type. */
export const fr = {
  questions,
  types: {},
  joining,
  letters,
  theirs,
  versions,
  keep: 'Tenir la page',
  colon: '\u00a0: ',
  withdrawal: 'retrait',
  tellWhich: (keptBy: string) =>
    'Vous savez laquelle est la bonne ? Dites-le à ' +
    `${keptBy === '' ? 'la personne qui tient la page' : keptBy}.`,
  filesOf: (n: number) => (n === 1 ? 'une photo' : `${n} photos`),
  changed: 'changé',
  emptied: 'vidé',
  anotherBox: 'Cette autre borne',
  nothingThere: 'Cela n’est pas, ou n’est plus, sur cette page.',
  unknownKind: 'Cette sorte de chose n’existe pas ici.',
  homeTitle: 'D’une borne à l’autre',
  homeMore: 'les nouvelles',
  carryHome: 'dans un téléphone, sans Internet',
  bringHome: 'le fichier que quelqu’un vous a confié',
  title: 'Nouvelles',
  lead: 'Ce que d’autres bornes ont écrit, et que quelqu’un a porté jusqu’ici.',
  noNews: 'Rien n’est encore arrivé d’une autre borne.',
  newsMore: (n: number) =>
    n === 1
      ? 'Et une autre, à sa place sur la page.'
      : `Et ${n} autres, chacune à sa place sur la page.`,
  nothingToRead: 'Rien de nouveau à lire.',
  asksKeeper: (box: string) =>
    `${box} demande quelque chose, qui attend la réponse de la personne qui tient la page.`,
  newsOf: (box: string) => `Nouvelles ${of(box)}`,
  newsArrived: (box: string, day: string) => `Nouvelles ${of(box)}, arrivées ${day}`,
  newsToday: (box: string, day: string) => `nouvelles ${of(box)}, arrivées ${day}`,
  writtenOn: (day: string) => `écrit ${day}`,
  today: 'aujourd’hui',
  yesterday: 'hier',
  atHour: (day: string, hour: string) => `${day} à ${hour}`,
  carry: 'Emporter les nouvelles',
  carryLead: 'Un fichier à porter à une autre borne, dans un téléphone, sans Internet.',
  carryThem: 'Emporter les nouvelles',
  carryTo: (box: string) => `Les porter à ${box}`,
  carryAnywhere: 'Les porter ailleurs',
  carryLines: [
    'Ici, le fichier arrive parmi les téléchargements du téléphone. Son nom finit par .cocote.',
    'Là-bas, au Wi-Fi de l’autre borne, allez à ses Nouvelles (son adresse, puis ' +
      '/nouvelles) et donnez-lui ce fichier.',
    'Au retour, rapportez le reçu qu’elle vous propose : il dit ici ce qui est bien arrivé.',
  ],
  bring: 'Apporter des nouvelles',
  file: 'Le fichier que vous apportez',
  fileHint: 'Celui dont le nom finit par .cocote, parmi les téléchargements.',
  bringThem: 'Apporter',
  takeAll: 'Tout prendre, même si c’est beaucoup pour une fois',
  receiptLead: 'Vous retournez là-bas ? Emportez le reçu : il y dira ce qui est arrivé ici.',
  takeReceipt: 'Emporter le reçu',
  toBoxes: 'Les bornes, une à une',

  boxes: 'Les bornes',
  boxesLead:
    'Celle-ci et celles d’à côté : qui est reconnue, ce qu’il reste à porter, ce qui ' +
    'attend. Une écriture, c’est une chose écrite, changée ou retirée, comptée une à une.',
  toKey: 'La clé : donner ou prendre les nouvelles',
  toNews: 'Par téléphone',
  thisBox: 'Cette borne',
  readAloud: 'Ses cinq mots, à lire à voix haute à la personne qui tient l’autre borne.',
  drawingLabel: 'Le nom de cette borne et ses cinq mots, en dessin',
  drawingFor:
    'Le dessin ne mène à aucune page. Lu par un téléphone, il donne un texte : sur l’autre ' +
    'borne, copiez-le dans « Son nom ou ses cinq mots ».',
  wholeName: 'Son nom entier :',
  recogniseOne: 'Reconnaître une borne',
  who: 'Son nom ou ses cinq mots',
  whoHint:
    'Ses cinq mots suffisent si elle est sur le même réseau, ou si un de ses fichiers est ' +
    'déjà venu ici. Sinon le texte de son dessin, ou son nom entier.',
  stepsLead: 'Dans cet ordre :',
  steps: [
    'Chaque personne lit à l’autre, à voix haute, les cinq mots de sa borne.',
    'Ici, tapez les siens, comparez, puis « Je la reconnais ». Là-bas, elle fait de même ' +
      'avec les vôtres.',
    'Alors seulement, portez les nouvelles : un aller, un retour. Ce qui était venu avant ' +
      'votre oui est pris aussitôt.',
  ],
  find: 'Chercher',
  notMeant: {
    none:
      'Aucune borne ne se reconnaît à cela. Relisez les cinq mots. S’ils sont justes, les ' +
      'deux bornes ne se voient pas encore : mettez-les sur le même réseau, ou apportez ici ' +
      'un fichier de ses nouvelles, puis tapez-les de nouveau. Son nom entier marche toujours.',
    otherWords: 'Ces cinq mots ne vont pas avec ce nom. Relisez le dessin de l’autre borne.',
    itself: 'C’est cette borne-ci.',
  },
  alreadyPaired: (box: string) => `C’est ${box}, déjà reconnue ici.`,
  itsWords: 'Ses cinq mots, à comparer à voix haute, en vrai, avec la personne qui la tient :',
  inPerson:
    'Ce sont les mêmes des deux côtés ? Alors reconnaissez-la : ce qu’elle écrit viendra ' +
    'ici, et ce qui ne va qu’entre bornes reconnues lui sera porté, scellé.',
  calledHere: 'Comment l’appeler ici',
  calledHint: 'Par exemple « Boën ».',
  code: 'Un des dix codes de la feuille de la personne qui tient la page',
  recognise: 'Je la reconnais',
  recogniseNamed: (box: string) => `Je reconnais ${box}`,
  thatBox: 'cette borne',
  yes: 'Oui, prendre ce qu’elle écrit',
  pause: 'Pause',
  resume: 'Reprendre',
  introduce: (box: string) => `Présenter ${box} aux autres`,
  unintroduce: 'Ne plus la présenter',
  rename: 'Renommer',
  renameLead: 'Son nom sur cette page. Rien ne change chez elle.',
  dismiss: (box: string) => `Écarter ${box}`,
  dismissLead:
    'Ce qu’elle a écrit jusqu’à aujourd’hui reste. Ce qu’elle écrira ensuite sera laissé de ' +
    'côté. Rien n’est détruit, et vous pourrez lui refaire confiance.',
  hide: 'Cacher aussi',
  hideNothing: 'rien',
  hideSince: (moment: string, n: number) =>
    `ce qui est arrivé depuis ${moment} (${counted(n, 'écriture', 'écritures')})`,
  hideAll: 'tout ce qu’elle a écrit',
  dismissButton: 'Écarter',
  believe: (box: string) => `Reprendre confiance en ${box}`,
  believeLead:
    'Ce qui était caché se montre de nouveau ; ce qui était laissé de côté viendra avec ses ' +
    'prochaines nouvelles.',
  believeButton: 'Reprendre confiance',
  network: 'Par le réseau, quand il y en a',
  nearby: 'Sur ce réseau',
  looking: 'On regarde quelles bornes sont sur ce réseau.',
  lookAgain: 'Voir ce qu’on a trouvé',
  meetOne: 'Rencontrer',
  meetNamed: (box: string) => `Rencontrer ${box}`,
  address: 'L’adresse de l’autre borne',
  addressHint: 'Telle qu’on la tape pour lire sa page, par exemple http://192.168.1.20:4280.',
  meet: 'Se rencontrer',
  noBoxes: 'Aucune autre borne n’est connue ici.',
  fiveWords: (five: string) => `Cinq mots : ${five}`,
  aBox: 'une autre borne',
  several: 'plusieurs bornes',

  known: {
    paired: (_by: string): string => 'Reconnue ici, en vrai.',
    accepted: (by: string): string =>
      `${by === '' ? 'Acceptée ici' : `Présentée par ${by}, acceptée ici`} : ce qui est ` +
      'public seulement.',
    introduced: (by: string): string =>
      `Présentée par ${by}. Elle attend votre oui : ce qui est public viendra, et rien d’autre.`,
    stranger: (_by: string): string =>
      'Elle a apporté des nouvelles, et personne ne l’a reconnue ici.',
  },
  isPaused: 'En pause : rien de plus n’est pris.',
  isDismissed: 'Écartée : ce qu’elle écrit depuis est laissé de côté.',
  isForked:
    'Une même carte a écrit deux suites (copiée, ou qui avait oublié) : les deux sont ' +
    'gardées. Voyez avec qui la tient.',
  forkedHere:
    'La carte de cette borne a écrit deux suites (copiée, ou qui avait oublié) : les deux ' +
    'sont gardées. Une seule doit rester en marche.',
  isHidden: 'Une partie de ce qu’elle a écrit est cachée ici.',
  isIntroduced: 'Présentée aux autres par cette borne.',
  heard: (day: string) => `Vue ${day}.`,
  heardSaying: (day: string) => `Vue ${day} : elle a dit alors ce qu’elle avait reçu.`,
  fileCame: (day: string) => `Son dernier fichier est arrivé ${day}.`,
  fileSaying: (day: string, made: string | undefined) =>
    `Son dernier fichier, arrivé ${day}, dit ce qu’elle avait ${made ?? 'en le faisant'}.`,
  neverHeard: 'Elle n’a encore rien dit ici.',
  notKnownYet:
    'Ce qu’il reste à porter : on ne sait pas encore. Elle le dira dans ses nouvelles, ou ' +
    'par un reçu.',
  upToDate: 'À jour dans les deux sens, d’après ce qu’elle a dit.',
  toCarry: (give: number, take: number) =>
    `À lui porter : ${writes(give)}. À prendre chez elle : ${writes(take)}.`,
  aside: {
    waits: (box: string, n: number) =>
      `${counted(n, 'écriture', 'écritures')} ${of(box)} en attente : une borne reconnue la ` +
      'présente.',
    unknown: (box: string, n: number) =>
      `${counted(n, 'écriture', 'écritures')} ${of(box)} de côté : il manque votre oui, ` +
      'juste dessous.',
    dismissed: (box: string, n: number) =>
      `${counted(n, 'écriture', 'écritures')} ${of(box)} de côté : elle est écartée.`,
    paused: (box: string, n: number) =>
      `${counted(n, 'écriture', 'écritures')} ${of(box)} de côté : elle est en pause.`,
    home: (box: string, n: number) =>
      `${counted(n, 'écriture', 'écritures')} ${of(box)} de côté : ` +
      `${n < 2 ? 'elle n’aurait' : 'elles n’auraient'} pas dû quitter leur borne.`,
  },
  asideAgain: (n: number) =>
    `${counted(n, 'écriture était venue', 'écritures étaient venues')} avant votre oui : ` +
    'rapportez son fichier.',
  stopped: (n: number) =>
    `${counted(n, 'suite s’arrête', 'suites s’arrêtent')} avant une écriture abîmée ou pas ` +
    'encore arrivée : redemandez-lui des nouvelles.',
  much:
    'C’était beaucoup pour une fois : la suite attend votre oui. Reprenez ses nouvelles, par ' +
    'la clé ou par téléphone, avec « Tout prendre ».',
  clockSays: (year: string) => `Son horloge dit ${year}.`,
  clockAhead: (by: string) => `Son horloge avance de ${by}.`,
  clockBehind: (by: string) => `Son horloge retarde de ${by}.`,
  hours: (n: number) => counted(n, 'heure', 'heures'),

  noSuchBox: 'Cette borne n’est pas connue ici. Cherchez-la par son nom ou ses cinq mots.',
  itself: 'C’est cette borne-ci.',
  sayCalled: 'Il manque « Comment l’appeler ici ».',
  alreadyCalled: (box: string) =>
    `Une autre borne s’appelle déjà ${box} ici. Ajoutez un mot qui les distingue, comme le ` +
    'lieu où elle est posée.',
  recognised: (box: string) =>
    `${box} est reconnue ici. Ses prochaines nouvelles seront prises. Pour que les vôtres ` +
    'le soient là-bas, la personne qui tient l’autre borne doit reconnaître celle-ci à son ' +
    'tour.',
  recognisedBrought: (box: string) =>
    `${box} est reconnue ici. Ses nouvelles qui attendent encore sont prises. Une de ses ` +
    'annonces manque\u00a0? Son fichier n’attendait plus\u00a0: faites-le rapporter. Pour que ' +
    'vos nouvelles soient prises là-bas, la personne qui tient l’autre borne doit ' +
    'reconnaître celle-ci à son tour.',
  accepted: (box: string) =>
    `C’est oui pour ${box} : ce qu’elle écrit de public viendra avec les prochaines nouvelles.`,
  notIntroduced: 'Aucune borne reconnue ici ne la présente.',
  pausedSaid: (box: string) => `${box} est en pause.`,
  resumed: (box: string) =>
    `${box} reprend : ce qui attendait viendra avec ses prochaines nouvelles.`,
  dismissedSaid: (box: string) => `${box} est écartée. Rien n’est détruit.`,
  believed: (box: string) => `La confiance est rendue à ${box}.`,
  renamed: (box: string) => `Elle s’appelle ${box} ici.`,
  introducedSaid: (box: string) => `${box} est présentée aux autres bornes : chacune décidera.`,
  unintroduced: (box: string) => `${box} n’est plus présentée aux autres.`,
  onlyPaired: 'On ne présente qu’une borne reconnue ici, en vrai.',
  enoughIntroduced: 'Vingt bornes sont déjà présentées. Retirez-en une d’abord.',
  waitsYes: (box: string, by: string) => `${box}, que ${by} présente, attend votre oui`,
  waitsRecognised: (five: string) =>
    `une borne que personne n’a reconnue ici a apporté des nouvelles (${five})`,
  waitsAgain: (box: string, n: number) =>
    `${counted(n, 'écriture', 'écritures')} ${of(box)} ` +
    `${n < 2 ? 'était venue' : 'étaient venues'} avant votre oui : rapportez son fichier`,
  waitsAside: (box: string, n: number) =>
    `${counted(n, 'écriture', 'écritures')} d’autres bornes, venues par les nouvelles ` +
    `${of(box)}, de côté : il manque votre oui`,
  waitsStopped: (box: string) =>
    `les nouvelles ${of(box)} s’arrêtent avant la fin : redemandez-les`,
  waitsMuch: (box: string) =>
    `la suite des nouvelles ${of(box)} attend votre oui : c’était beaucoup pour une fois`,
  requests: 'Ce qu’on nous demande',
  requestsLead:
    'Une autre borne demande d’effacer, de retirer ou d’écarter ce qui n’est pas à elle. ' +
    'Rien n’est fait sans votre oui.',
  noRequests: 'Personne ne demande rien.',
  declinedBefore: 'Vous avez dit non',
  asksForget: (by: string) => `${by} demande d’effacer pour de bon`,
  asksLeave: (by: string) => `${by} demande de retirer de la page`,
  asksDismiss: (by: string, box: string) => `${by} a écarté ${box}`,
  andMore: (n: number) => `et ${n} autres`,
  notShownNow: 'Quelque chose qui ne se voit plus sur la page',
  linesGone: (n: number) => counted(n, 'ligne partirait', 'lignes partiraient'),
  linesMore: (n: number) => (n === 1 ? 'et une autre ligne' : `et ${n} autres lignes`),
  keepHere: 'Laisser sur la page',
  withdrawToo: 'Retirer aussi ici',
  forgetToo: 'Effacer aussi ici',
  forgetTooLead:
    'Ce sera effacé ici pour de bon, et les bornes voisines l’apprendront de celle-ci.',
  dismissToo: 'L’écarter aussi',
  dismissTooLead:
    'Ce qu’elle a écrit jusqu’à aujourd’hui reste. Ce qu’elle écrira ensuite sera laissé de côté.',
  declineIt: 'Non',
  noSuchRequest: 'Cette demande n’est plus là.',
  forgottenToo: 'C’est effacé ici aussi.',
  dismissedToo: 'C’est écarté ici aussi. Rien n’est détruit.',
  refusedRequest: 'C’est non : rien ne change ici. La demande reste en bas de cette page.',
  waitsRequests: (n: number) =>
    counted(
      n,
      'demande d’une autre borne attend votre réponse',
      'demandes d’autres bornes attendent votre réponse',
    ),
  tellOthers: 'Le dire aux autres bornes, qui décideront',
  no: 'Non',
  introductionRefused: (box: string) => `C’est non pour ${box} : rien d’elle ne sera pris.`,
  and: (names: readonly string[]) =>
    new Intl.ListFormat('fr', { type: 'conjunction', style: 'long' }).format(names),
  /** A sentence under each link of the keeper’s page. */
  toolAbout: {
    versions: 'Deux bornes ont écrit la même ligne autrement\u00a0: choisir la bonne.',
    letters: 'Ce qui est demandé à une autre borne, et ce qu’elle a répondu.',
    boxes: 'Les bornes des villages voisins\u00a0: les reconnaître, leur porter les nouvelles.',
    requests: 'Une autre borne demande d’effacer ou de retirer\u00a0: dire oui ou non.',
  },
}
