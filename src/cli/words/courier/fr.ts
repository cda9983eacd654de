import { countedFr as counted, ofBox as of } from '../../../text/counting.ts'

const box = {
  itself: 'C’est le nom de cette borne-ci.',
  otherWords: 'Ce nom et ces cinq mots ne sont pas de la même borne : l’un des deux est mal lu.',
  notFound: (typed: string) =>
    `Aucune borne connue ne s’appelle « ${typed} », ou plusieurs : donnez ses cinq mots, ou ` +
    'son nom entier, tels que les écrit « cocote box show » là-bas.',
  noted: (called: string) => `C’est noté pour ${called}.`,
  alreadyCalled: (called: string) =>
    `Une autre borne s’appelle déjà ${called} ici. Ajoutez un mot qui les distingue, comme ` +
    'le lieu où elle est posée.',
  checkWords: (words: string) =>
    `Ses cinq mots : ${words}. La personne qui la tient doit lire les mêmes chez elle avec ` +
    '« cocote box show ». Sinon ce n’est pas elle : défaites-le avec « cocote box pair ' +
    `"${words}" --off ».`,
  mine: (name: string, words: string) => `Cette borne : ${name} (${words})`,
  line: (called: string, states: readonly string[], toGive: number | null) =>
    `${[called, ...states].join(', ')} ; ` +
    `${
      toGive === null
        ? 'elle n’a pas encore dit ce qu’elle a'
        : toGive === 0
          ? 'rien à lui porter, d’après ce qu’elle a dit en dernier'
          : `${counted(toGive, 'écriture', 'écritures')} à lui porter`
    }`,
  forkedHere:
    'La carte de cette borne a écrit deux suites (copiée, ou qui avait oublié) : une seule ' +
    'doit rester en marche.',
  words: (words: string) => `Cinq mots : ${words}.`,
  heard: (day: string, isSure: boolean) =>
    `Vue pour la dernière fois ${isSure ? 'le' : 'vers le'} ${day}.`,
  neverHeard: 'Elle n’a encore rien apporté ici.',
  toTake: (entries: number) =>
    entries === 0
      ? 'Rien à prendre chez elle, d’après ce qu’elle a dit en dernier.'
      : `${counted(entries, 'écriture', 'écritures')} à prendre chez elle.`,
  much:
    'C’était beaucoup pour une fois : la suite attend votre oui. Reprenez ses nouvelles avec ' +
    '--yes.',
  state: {
    paired: 'reconnue',
    accepted: 'acceptée',
    introduced: 'présentée, attend votre oui',
    stranger: 'inconnue ici',
    paused: 'en pause',
    dismissed: 'écartée',
  },
}

const courier = {
  noOut: 'Dites dans quel fichier : cocote courier pack --out nouvelles.cocote.',
  badSince: (file: string) =>
    `${file} ne dit pas ce qu’une borne possède : donnez un fichier .cocote fait par elle, ` +
    'ou un vecteur en .json.',
  packing: 'Préparation',
  delivering: 'Nouvelles',
  packed: (file: string, entries: number, size: string) =>
    `${file} : ${counted(entries, 'écriture', 'écritures')}, ${size}.`,
  delivered: (from: string, taken: number) =>
    `Nouvelles ${of(from)} : ${counted(taken, 'écriture prise', 'écritures prises')}.`,
  nothingNew: (from: string) => `Rien de neuf dans ce qu’a porté ${from}.`,
  receipt: (from: string) => `C’est un reçu : on sait ici ce que ${from} a bien eu.`,
  aside: {
    waits: (box: string, n: number) =>
      `${counted(n, 'écriture', 'écritures')} ${of(box)}, qu’une borne reconnue présente : ` +
      'dites oui avec « cocote box accept ».',
    unknown: (box: string, n: number) =>
      `${counted(n, 'écriture', 'écritures')} ${of(box)}, que cette borne ne connaît pas : ` +
      '« cocote box pair » pour la reconnaître.',
    dismissed: (box: string, n: number) =>
      `${counted(n, 'écriture', 'écritures')} ${of(box)}, écartée.`,
    paused: (box: string, n: number) =>
      `${counted(n, 'écriture', 'écritures')} ${of(box)}, en pause.`,
    home: (box: string, n: number) =>
      `${counted(n, 'écriture', 'écritures')} ${of(box)} qui n’auraient pas dû quitter leur ` +
      'borne : laissées de côté.',
  },
  hurtPages: (n: number) =>
    `${counted(n, 'page abîmée', 'pages abîmées')} en route : demandez-les de nouveau.`,
  stopped: (n: number) =>
    `${counted(n, 'suite s’arrête', 'suites s’arrêtent')} avant une écriture abîmée ou pas ` +
    'encore arrivée.',
  forked:
    'Une même borne a écrit deux suites (une carte copiée, un disque qui a oublié) : les ' +
    'deux sont gardées.',
  several: 'plusieurs bornes',
  tooMuch:
    'C’est beaucoup pour une fois : le reste attend votre oui. Recommencez avec --yes pour ' +
    'tout prendre.',
  sealed: 'Une partie est scellée pour d’autres bornes : elle ne se lit pas ici.',
  cut: 'Ce fichier est coupé : il n’est pas arrivé en entier. Rien n’est changé ; recopiez-le.',
  fault: {
    notBundle: 'Ce fichier n’est pas un fichier .cocote. Rien n’est changé.',
    newer:
      'Ce fichier vient d’une version plus récente du logiciel. Mettez celui-ci à jour ; ' +
      'rien n’est changé.',
    manifest: 'Ce fichier .cocote est mal fait. Rien n’est changé.',
    unsigned: 'Ce fichier .cocote n’est pas signé par la borne dont il se dit. Rien n’est changé.',
    absent: 'Il manque une partie de ce fichier .cocote. Rien n’est changé ; recopiez-le.',
    altered: 'Ce fichier .cocote a été abîmé en route. Rien n’est changé ; recopiez-le.',
    swollen: 'Ce fichier .cocote est démesuré. Rien n’est changé.',
    frames: 'Ce fichier .cocote est mal fait. Rien n’est changé.',
    sealed: 'Ce fichier .cocote est scellé pour une autre borne. Rien n’est changé.',
  },
}

/** Sentences about boxes and bundles. */
export const courierWords = { box, courier }
