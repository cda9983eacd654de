import { countedFr as counted, ofBox as of } from '../../text/counting.ts'

const box = {
  which:
    'Dites quoi : cocote box show, pair, accept, pause ou dismiss, puis le nom de la borne ou ses cinq mots, entre guillemets. Avec --off, c’est défait.',
  itself: 'C’est le nom de cette borne-ci.',
  otherWords: 'Ce nom et ces cinq mots ne sont pas de la même borne : l’un des deux est mal lu.',
  notFound: (typed: string) =>
    `Aucune borne connue ne s’appelle « ${typed} », ou plusieurs : donnez ses cinq mots, ou son nom entier, tels que les écrit « cocote box show » là-bas.`,
  noted: (called: string) => `C’est noté pour ${called}.`,
  alreadyCalled: (called: string) =>
    `Une autre borne s’appelle déjà ${called} ici. Ajoutez un mot qui les distingue, comme le lieu où elle est posée.`,
  checkWords: (words: string) =>
    `Ses cinq mots : ${words}. La personne qui la tient doit lire les mêmes chez elle avec « cocote box show ». Sinon ce n’est pas elle : défaites-le avec « cocote box pair "${words}" --off ».`,
  mine: (name: string, words: string) => `Cette borne : ${name} (${words})`,
  line: (called: string, states: readonly string[], toGive: number | null) =>
    `${[called, ...states].join(', ')} ; ${toGive === null ? 'elle n’a pas encore dit ce qu’elle a' : toGive === 0 ? 'rien à lui porter, d’après ce qu’elle a dit en dernier' : `${counted(toGive, 'écriture', 'écritures')} à lui porter`}`,
  forkedHere: 'La carte de cette borne a écrit deux suites (copiée, ou qui avait oublié) : une seule doit rester en marche.',
  words: (words: string) => `Cinq mots : ${words}.`,
  heard: (day: string, isSure: boolean) => `Vue pour la dernière fois ${isSure ? 'le' : 'vers le'} ${day}.`,
  neverHeard: 'Elle n’a encore rien apporté ici.',
  toTake: (entries: number) =>
    entries === 0
      ? 'Rien à prendre chez elle, d’après ce qu’elle a dit en dernier.'
      : `${counted(entries, 'écriture', 'écritures')} à prendre chez elle.`,
  much: 'C’était beaucoup pour une fois : la suite attend votre oui. Reprenez ses nouvelles avec --yes.',
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
  which: 'Dites quoi : cocote courier pack --out FICHIER, cocote courier deliver FICHIER, ou cocote courier meet ADRESSE.',
  noOut: 'Dites dans quel fichier : cocote courier pack --out nouvelles.cocote.',
  badSince: (file: string) =>
    `${file} ne dit pas ce qu’une borne possède : donnez un fichier .cocote fait par elle, ou un vecteur en .json.`,
  packing: 'Préparation',
  delivering: 'Nouvelles',
  packed: (file: string, entries: number, size: string) => `${file} : ${counted(entries, 'écriture', 'écritures')}, ${size}.`,
  delivered: (from: string, taken: number) => `Nouvelles ${of(from)} : ${counted(taken, 'écriture prise', 'écritures prises')}.`,
  nothingNew: (from: string) => `Rien de neuf dans ce qu’a porté ${from}.`,
  receipt: (from: string) => `C’est un reçu : on sait ici ce que ${from} a bien eu.`,
  aside: {
    waits: (box: string, n: number) =>
      `${counted(n, 'écriture', 'écritures')} ${of(box)}, qu’une borne reconnue présente : dites oui avec « cocote box accept ».`,
    unknown: (box: string, n: number) =>
      `${counted(n, 'écriture', 'écritures')} ${of(box)}, que cette borne ne connaît pas : « cocote box pair » pour la reconnaître.`,
    dismissed: (box: string, n: number) => `${counted(n, 'écriture', 'écritures')} ${of(box)}, écartée.`,
    paused: (box: string, n: number) => `${counted(n, 'écriture', 'écritures')} ${of(box)}, en pause.`,
    home: (box: string, n: number) =>
      `${counted(n, 'écriture', 'écritures')} ${of(box)} qui n’auraient pas dû quitter leur borne : laissées de côté.`,
  },
  hurtPages: (n: number) => `${counted(n, 'page abîmée', 'pages abîmées')} en route : demandez-les de nouveau.`,
  stopped: (n: number) => `${counted(n, 'suite s’arrête', 'suites s’arrêtent')} avant une écriture abîmée ou pas encore arrivée.`,
  forked: 'Une même borne a écrit deux suites (une carte copiée, un disque qui a oublié) : les deux sont gardées.',
  several: 'plusieurs bornes',
  tooMuch: 'C’est beaucoup pour une fois : le reste attend votre oui. Recommencez avec --yes pour tout prendre.',
  sealed: 'Une partie est scellée pour d’autres bornes : elle ne se lit pas ici.',
  cut: 'Ce fichier est coupé : il n’est pas arrivé en entier. Rien n’est changé ; recopiez-le.',
  fault: {
    notBundle: 'Ce fichier n’est pas un fichier .cocote. Rien n’est changé.',
    newer: 'Ce fichier vient d’une version plus récente du logiciel. Mettez celui-ci à jour ; rien n’est changé.',
    manifest: 'Ce fichier .cocote est mal fait. Rien n’est changé.',
    unsigned: 'Ce fichier .cocote n’est pas signé par la borne dont il se dit. Rien n’est changé.',
    absent: 'Il manque une partie de ce fichier .cocote. Rien n’est changé ; recopiez-le.',
    altered: 'Ce fichier .cocote a été abîmé en route. Rien n’est changé ; recopiez-le.',
    swollen: 'Ce fichier .cocote est démesuré. Rien n’est changé.',
    frames: 'Ce fichier .cocote est mal fait. Rien n’est changé.',
    sealed: 'Ce fichier .cocote est scellé pour une autre borne. Rien n’est changé.',
  },
}

const news = {
  fileName: {
    nouvelles: (village: string, to: string | undefined, day: string) => `nouvelles-de-${village}${to ? `-pour-${to}` : ''}-${day}`,
    recu: (village: string, to: string | undefined, day: string) => `recu-de-${village}${to ? `-pour-${to}` : ''}-${day}`,
  },
  busy: 'Plusieurs personnes emportent ou apportent déjà des nouvelles. Réessayez dans une minute.',
  noFile: 'Choisissez le fichier que vous apportez : son nom finit par .cocote.',
  thank: (sentence: string) => `Merci ! ${sentence}`,
  aBox: 'cette borne',
  thanks: (n: number, box: string) => `${counted(n, 'nouvelle', 'nouvelles')} ${of(box)} ${n < 2 ? 'est' : 'sont'} sur la page.`,
  thanksMany: (box: string) => `Plus de mille nouvelles ${of(box)} sont sur la page.`,
  thanksTaken: (box: string) => `Les nouvelles ${of(box)} sont prises.`,
  thanksReceipt: (box: string) => `C’est un reçu : on sait ici ce que ${box} a bien eu.`,
  nothingNew: 'Tout ce que porte ce fichier était déjà là.',
  ours: 'Ce fichier a été fait ici : c’est une autre borne qui l’attend.',
  takenBack: 'Ce fichier a été fait ici, mais cette borne n’avait plus tout ce qu’il porte : elle l’a repris.',
  unknown: 'Ce fichier vient d’une borne que personne n’a encore reconnue ici. La personne qui tient la page le verra.',
  waits: 'Une partie vient d’une borne présentée par une autre : elle attend un oui de la personne qui tient la page.',
  aside: 'Une partie est laissée de côté. La personne qui tient la page le verra.',
  unknownKeeper: 'Ce fichier vient d’une borne que personne n’a encore reconnue ici : voyez « Les bornes ».',
  waitsKeeper: 'Une partie vient d’une borne présentée par une autre : elle attend votre oui, dans « Les bornes ».',
  asideKeeper: 'Une partie est laissée de côté : voyez « Les bornes ».',
  much: 'C’est beaucoup pour une fois : la suite attend un oui de la personne qui tient la page.',
  muchKeeper: 'C’est beaucoup pour une fois : la suite attend votre oui. Reprenez le même fichier avec « Tout prendre ».',
  partHurt: 'Une partie du fichier est abîmée. Le reste est pris ; demandez là-bas un autre fichier.',
  partHurtHeld: 'Une partie du fichier est abîmée ; le reste était déjà là. Demandez là-bas un autre fichier.',
  allHurt: 'Ce fichier est abîmé : rien n’a pu en être pris. Demandez là-bas un autre fichier.',
  partMissing:
    'Il manque une partie, qui était dans un fichier d’avant. Le reste est pris ; demandez là-bas un fichier pour cette borne-ci.',
  missing:
    'Rien n’a pu être pris : ce fichier est fait pour une autre borne, ou il en manque un avant. Demandez là-bas un fichier pour cette borne-ci.',
  forked: 'Une même borne a écrit deux suites (une carte copiée, un disque qui a oublié) : les deux sont gardées.',
  notNews: 'Ce n’est pas un fichier de nouvelles : son nom finit par .cocote. Rien n’est changé.',
  newer: 'Ce fichier vient d’une borne plus récente que celle-ci, qui ne sait pas encore le lire. Rien n’est changé.',
  cut: 'Ce fichier n’est pas arrivé en entier. Rien n’est changé ; reprenez-le là-bas.',
  hurt: 'Ce fichier est abîmé, ou n’est pas de la borne dont il se dit. Rien n’est changé ; reprenez-le là-bas.',
}

const key = {
  title: 'La clé USB',
  boxes: 'Les bornes',
  lead: 'Branchez la clé sur cette borne. Elle peut servir à autre chose : seuls les fichiers .cocote sont regardés.',
  which: 'Quelle clé ?',
  drive: (name: string, path: string) => `${name} (${path})`,
  noKey: 'Aucune clé n’est branchée sur cette borne. Branchez-la et revenez sur cette page, ou écrivez le dossier où elle se trouve.',
  other: 'Ou un dossier de cette machine',
  otherHint: 'En entier, par exemple /media/cle.',
  forWhom: 'À qui les donner',
  forAll: 'à toute borne qui passera',
  take: 'Prendre les nouvelles',
  give: 'Donner les nouvelles',
  takeAll: 'Tout prendre',
  chooseOne: 'Dites quelle clé, ou quel dossier.',
  wholePath: 'Le dossier s’écrit en entier, depuis « / ».',
  ownFolder: 'C’est le dossier de cette borne elle-même. Il en faut un autre.',
  given: (file: string, size: string, hasReplaced: boolean) =>
    `${file} est sur la clé (${size})${hasReplaced ? ', à la place de ce que cette borne y avait mis un autre jour' : ''}. Retirez-la comme d’habitude.`,
  ofFile: (file: string, sentence: string) => `${file} : ${sentence}`,
  nothing: 'Il n’y a pas de nouvelles d’une autre borne sur cette clé.',
  held: (n: number) =>
    n < 2 ? '1 fichier n’apporte rien de plus : tout était déjà là.' : `${n} fichiers n’apportent rien de plus : tout était déjà là.`,
  unread: (n: number) =>
    `${n < 2 ? 'Un autre fichier n’a pas été lu' : `${n} autres fichiers n’ont pas été lus`} : c’était trop pour une fois. Recommencez ; si rien ne change, retirez d’abord de la clé les vieux fichiers .cocote.`,
  receipt: 'Un reçu est écrit à côté : rapportez-le, il y dira ce qui est arrivé ici.',
  noReceipt: (why: string) => `Le reçu n’a pas pu être écrit. ${why}`,
  faults: {
    gone: 'La clé n’est plus là, ou ce dossier n’existe pas. Rebranchez-la et recommencez : rien n’est perdu.',
    full: 'La clé est pleine. Faites-y de la place et recommencez.',
    shut: 'La clé ne se laisse pas écrire, ou pas lire. Regardez son petit verrou, ou prenez-en une autre.',
  },
}

/** What is said of boxes and of what a courier carries. */
export const courierWords = { box, courier, news, key }
