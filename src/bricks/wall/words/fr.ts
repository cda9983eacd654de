import type { PageQuestion } from '../../../contract/search.ts'
import type { Measure } from '../model/rules.ts'

const many = (n: number, one: string, all: string): string => (n === 1 ? one : all)
const measured = ({ n, unit }: Measure): string =>
  ({
    minutes: many(n, 'une minute', `${n} minutes`),
    hours: many(n, 'une heure', `${n} heures`),
    days: many(n, 'un jour', `${n} jours`),
  })[unit]

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Le mur',
    text: 'Un mot que tout le monde lit ici, et qui s’oublie tout seul.',
    href: '/mur',
    asked: [
      'écrire/accrocher/mettre* mur mot/message*',
      'discuter/discussion/forum/tchat/bavarder',
    ],
  },
]

/** What people read on the wall. `en.ts` has this type; no sentence stands anywhere else. */
export const fr = {
  questions,
  types: {
    'wall-rule': {
      one: 'réglage du mur',
      many: 'réglages du mur',
      add: 'Régler le mur',
      fields: {
        keeps: {
          label: 'On oublie tout après',
          choices: {
            hour: 'une heure',
            evening: 'une soirée (douze heures)',
            day: 'un jour',
            'three-days': 'trois jours',
            week: 'une semaine',
            month: 'un mois',
          },
        },
        waits: { label: 'Je lis chaque mot avant qu’il se voie' },
      },
    },
    'wall-message': {
      one: 'mot du mur',
      many: 'mots du mur',
      add: 'Écrire un mot sur le mur',
      fields: {
        said: { label: 'Votre mot', hint: 'Une phrase ou deux. Tout le monde ici peut la lire.' },
        who: {
          label: 'Votre prénom, si vous voulez',
          hint: 'Personne ne vérifie les prénoms du mur.',
        },
        carded: { label: 'Signé d’une carte' },
        another: { label: 'Signé d’un autre prénom que celui de la carte' },
        state: {
          label: 'Où il en est',
          choices: { waiting: 'à lire', shown: 'au mur', lifted: 'enlevé du mur' },
        },
        lived: { label: 'Âge de la borne quand il a été écrit' },
        key: { label: 'Ce qui mène à la page de son auteur' },
        run: { label: 'La borne, depuis quel démarrage' },
        device: { label: 'De quel appareil, sous un nom tiré au sort' },
        cleared: { label: 'Relu par la personne qui tient la page' },
        why: { label: 'Pourquoi, en une phrase (dite à qui l’a écrit)' },
      },
    },
    'wall-remark': {
      one: 'remarque sur un mot du mur',
      many: 'remarques sur des mots du mur',
      add: 'Faire une remarque',
      fields: {
        about: { label: 'De quel mot' },
        kind: {
          label: 'Ce qu’elle dit',
          choices: { bothers: 'ce mot gêne', 'taken-back': 'son auteur le reprend' },
        },
        run: { label: 'La borne, depuis quel démarrage' },
        device: { label: 'De quel appareil, sous un nom tiré au sort' },
        card: { label: 'De quelle carte, sous un nom tiré au sort' },
      },
    },
  },
  title: 'Le mur',
  keeper: 'la personne qui tient la page',
  keeps: {
    hour: 'une heure',
    evening: 'une soirée',
    day: 'un jour',
    'three-days': 'trois jours',
    week: 'une semaine',
    month: 'un mois',
  },
  lead: (keeps: string) =>
    `On y écrit ce qu’on veut dire à tout le monde ici, et on oublie tout après ${keeps}.`,
  staysHere:
    'Rien de ce mur ne sort de cette borne\u00a0: ni vers les autres villages, ni dans un ' +
    'fichier. Seule une copie de secours, fermée à clé, peut garder ces mots.',
  isRead: (keeper: string) => `Chaque mot est lu d’abord par ${keeper}.`,
  write: 'Écrire sur le mur',
  send: 'Accrocher mon mot',
  none: 'Le mur est vide. Le premier mot est à vous.',
  words: 'Au mur',
  by: (who: string, ago: string) => (who === '' ? ago : `${who}, ${ago}`),
  noCard: (who: string) => `${who} (sans carte)`,
  signedBy: (who: string, by: string) => `${who} (${by})`,
  somebodyHere: 'par un·e habitant·e',
  signedWaits: (keeper: string) =>
    `Sans carte, un mot signé est d’abord lu par ${keeper}\u00a0; sans prénom, il est au ` +
    'mur tout de suite.',
  asCard: (name: string) =>
    `Sans rien écrire ici, votre mot est signé du nom de votre carte\u00a0: ${name}.`,
  ago: (age: Measure) => (age.n === 0 ? 'à l’instant' : `il y a ${measured(age)}`),
  goes: (left: Measure) => `oublié d’ici ${measured(left)}`,
  shownNow: 'Votre mot est au mur.',
  waitsFor: (keeper: string) =>
    `Merci. Votre mot est d’abord lu par ${keeper}\u00a0; il sera au mur ensuite.`,
  waitsTold: (keeper: string, said: string) =>
    `Merci. Votre mot est d’abord lu par ${keeper}, parce qu’il y est écrit «\u00a0${said}\u00a0».`,
  waitsMany: (keeper: string) =>
    'Merci. Vous avez accroché plusieurs mots en peu de temps\u00a0: celui-ci est d’abord lu ' +
    `par ${keeper}.`,
  waitsName: (keeper: string) =>
    'Merci. Ce prénom n’est pas celui de votre carte\u00a0: votre mot est d’abord lu par ' +
    `${keeper}.`,
  waitsReach: (keeper: string) =>
    'Merci. Il y a un numéro ou une adresse dans votre mot\u00a0: il est d’abord lu par ' +
    `${keeper}, pour que personne n’affiche celui d’un autre.`,
  sayIt: 'Écrivez une phrase, puis accrochez-la.',
  full: (keeps: string) => `Le mur est plein. Revenez plus tard\u00a0: il oublie après ${keeps}.`,
  same: 'Ce mot est déjà au mur.',
  nothingThere: 'Ce mot n’est plus au mur.',
  yours: 'Votre mot',
  yourState: {
    waiting: (keeper: string) => `Il attend d’être lu par ${keeper}.`,
    shown: () => 'Il est au mur.',
    folded: (keeper: string) =>
      'Deux personnes le trouvent gênant\u00a0: il est replié, et se lit en l’ouvrant, ' +
      `jusqu’à ce qu’il soit relu par ${keeper}. Vous pouvez lui en parler, ou le reprendre.`,
    lifted: (keeper: string) => `Il a été enlevé du mur par ${keeper}. Vous pouvez lui en parler.`,
  },
  yourWhy: (why: string) => `La raison\u00a0: «\u00a0${why}\u00a0»`,
  yoursGone: 'Votre mot n’est plus là\u00a0: la borne l’a oublié.',
  yourPage: 'Gardez cette page ouverte pour voir ce qu’il devient, ou pour le reprendre.',
  takeBack: 'Reprendre mon mot',
  takenBack: 'Votre mot est repris\u00a0: la borne l’oublie.',
  bothers: 'Ce mot vous gêne\u202f?',
  ofMessage: (act: string, said: string) => `${act}\u00a0: «\u00a0${said}\u00a0»`,
  bothersOf: (said: string) => `Ce mot vous gêne\u202f? «\u00a0${said}\u00a0»`,
  bothersHint: (keeper: string) =>
    `Il reste au mur jusqu’à ce qu’il soit relu par ${keeper}. Si une deuxième personne le dit ` +
    'aussi, il se replie en attendant.',
  bothersCleared: (keeper: string) => `Il a déjà été relu par ${keeper}\u00a0: il reste au mur.`,
  foldedBy: 'Replié par deux voisins',
  tellKeeper: (keeper: string) => `Le dire à ${keeper}`,
  botheredSaid: (keeper: string) =>
    `C’est dit à ${keeper}. Le mot reste au mur en attendant\u00a0; si une deuxième personne ` +
    'le dit aussi, il se replie.',
  alreadyTold: (keeper: string) =>
    `C’était déjà dit à ${keeper}, de cet appareil ou par la même connexion. Le mot reste au ` +
    'mur en attendant\u00a0; si quelqu’un le dit d’ailleurs, ou avec sa carte, il se replie.',
  foldedSaid: (keeper: string) =>
    `Deux personnes l’ont dit\u00a0: le mot est replié jusqu’à ce qu’il soit relu par ${keeper}.`,
  toldAgain: (keeper: string) => `C’est redit à ${keeper}, qui l’a déjà relu. Le mot reste au mur.`,
  isBothering: 'Quelqu’un dit que ce mot gêne.',
  isFolded: 'Deux personnes disent que ce mot gêne\u00a0: il est replié pour tout le monde.',
  lift: 'Enlever du mur',
  refuse: 'Ne pas le mettre',
  eraseHint: 'Ou, si personne ne doit plus le lire, vous non plus\u00a0:',
  tick: 'Cocher ce mot',
  several: 'Enlever plusieurs mots du mur',
  severalLead: 'Ils ne se voient plus que de vous, et chacun peut être remis au mur.',
  liftTicked: 'Enlever ce qui est coché',
  flood: (n: number, who: string | undefined) =>
    who === undefined
      ? `${n} mots viennent d’un même appareil, ou d’une même adresse du réseau`
      : `${n} mots viennent de l’ordinateur de la borne, signés ${who}`,
  floodLead:
    'Lisez-les\u00a0: ce qui est coché est enlevé du mur, et rien d’autre. Ce qui ' +
    'est signé ou déjà ' +
    'au mur n’est pas coché d’avance. Chacun peut être remis au mur.',
  floodLine: (said: string, who: string, isShown: boolean) =>
    `${[said, who].filter(Boolean).join(', ')} (${isShown ? 'au mur' : 'à lire'})`,
  oneByOne: (n: number) => (n === 1 ? 'Lire celui qui attend' : `Lire ces ${n} mots un à un`),
  othersToRead: (n: number) => (n === 1 ? 'Un autre mot à lire' : `${n} autres mots à lire`),
  noneMeant: 'Cochez d’abord les mots à enlever du mur.',
  liftedSeveral: (n: number) =>
    n === 1 ? 'Un mot est enlevé du mur.' : `${n} mots sont enlevés du mur.`,
  undo: 'Annuler',
  lifted: 'Ce mot est enlevé du mur. Il ne se voit plus que de vous, jusqu’à ce qu’il soit oublié.',
  hang: 'Mettre au mur',
  hangAgain: 'Remettre au mur',
  leave: 'Rien à redire, il reste au mur',
  hung: 'Ce mot est au mur.',
  erase: 'Effacer tout de suite',
  erased: 'Ce mot est effacé\u00a0: il n’en reste rien dans la borne.',
  toRead: 'À lire',
  toReadLead: 'Personne d’autre ne voit ces mots.',
  down: 'Enlevés du mur',
  downLead: 'Ils ne se voient plus que de vous, et seront oubliés comme les autres.',
  downWhy: (why: string) => `Vous avez dit\u00a0: «\u00a0${why}\u00a0»`,
  rules: 'Régler le mur',
  rulesHint: 'Le temps que vous choisissez vaut aussi pour les mots qui sont déjà là.',
  settle: 'Régler ainsi',
  settled: (keeps: string) => `C’est réglé\u00a0: on oublie tout après ${keeps}.`,
  waitsToRead: (n: number) =>
    n === 1 ? 'un mot du mur attend d’être lu' : `${n} mots du mur attendent d’être lus`,
  waitsBothers: (n: number) =>
    n === 1 ? 'quelqu’un dit qu’un mot du mur gêne' : `on vous dit que ${n} mots du mur gênent`,
  home: 'Lire le mur, y écrire',
  homeHint: (keeps: string) => `Sans compte. On oublie tout après ${keeps}.`,
  /** A sentence under each link of the keeper’s page. */
  toolAbout: {
    wall:
      'Ce qui s’écrit au passage et s’efface tout seul\u00a0: lire ce qui attend, ' +
      'enlever du mur.',
  },
  resting: {
    title: 'Le mur',
    about: 'Ce qui s’écrit au passage, et que la borne oublie toute seule.',
  },
}
