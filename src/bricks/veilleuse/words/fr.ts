import type { PageQuestion } from '../../../contract/search.ts'

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'La veilleuse',
    text: 'Une page qui tourne seule sur un écran, au comptoir.',
    href: '/veilleuse',
    asked: ['écran/veilleuse/affichage bar/mur/comptoir/télé*'],
  },
]

/**
 * What a screen on a wall says, and what its keeper reads of it. `en.ts` has this type; no sentence
 * stands anywhere else.
 */
export const fr = {
  questions,
  types: {
    watch: {
      one: 'veilleuse',
      many: 'Veilleuse',
      add: 'Régler la veilleuse',
      fields: {
        without: { label: 'Ce qui ne tourne pas' },
        seconds: { label: 'Secondes par panneau' },
        nightFrom: { label: 'La nuit commence à' },
        nightUntil: { label: 'La nuit finit à' },
      },
    },
  },
  title: 'Veilleuse',
  today: (weekday: string) => `Aujourd’hui, ${weekday}`,
  todayKind: 'Aujourd’hui',
  done: 'Ça s’est fait',
  reachWho: (who: string) => `Joindre ${who}`,
  reach: 'Pour joindre',
  wordTo: 'Un mot à',
  colon: ' :',
  readMore: (address: string) => `La suite : ${address}`,
  saidAloud: (said: string) => `« ${said} »`,
  byWifi: (name: string) => `, par le Wi-Fi ${name}`,
  readHere: 'La suite se lit sur la borne',
  time: '{h} h {m}',
  nothingYet: 'Rien n’est encore affiché.',
  nothingDo: 'Ce que l’on donne, ce que l’on cherche, ce qui se prépare : un mot au relais suffit.',
  notOpen: 'Cette page n’est pas encore ouverte.',
  unplugged: 'La borne ne répond pas.',
  unpluggedDo: 'Elle est peut-être débranchée : l’écran reprendra seul.',
  settings: 'L’écran du bar',
  settingsLead:
    'Une page à ouvrir sur un écran que personne ne touche : elle tourne seule, et se lit à ' +
    'trois mètres.',
  open: 'Ouvrir la veilleuse',
  openOld: 'Pour une télévision très ancienne, qui resterait sur le premier panneau',
  oldWords: 'la veilleuse, un panneau à la fois',
  whatTurns: 'Ce qui tourne',
  whatTurnsHint: 'Chaque annonce a son tour, la plus ancienne comme la plus récente.',
  seconds: 'Secondes par panneau',
  secondsHint: (least: number, most: number) => `De ${least} à ${most}.`,
  night: 'La nuit',
  nightHint: 'L’écran devient sombre, et ne montre pas de photo. La même heure deux fois : jamais.',
  nightFrom: 'de',
  nightUntil: 'à',
  clockUnsure:
    'L’horloge de la borne n’est pas sûre : pour l’instant l’écran ne dit ni l’heure ni ' +
    '« aujourd’hui », et reste clair la nuit.',
  keep: 'Garder',
  kept: 'C’est gardé. L’écran s’y met au prochain tour.',
  saySeconds: (least: number, most: number) =>
    `Écrivez un nombre de secondes, de ${least} à ${most}.`,
  sayTime: 'Écrivez une heure, par exemple 22:00.',
  sayKinds: 'Laissez tourner au moins une chose.',
  howTo: 'Comment faire',
  openThere: ({ address, hasWifi }: Readonly<{ address: string | undefined; hasWifi: boolean }>) =>
    address === undefined
      ? 'Branchez la télévision sur cet ordinateur, et ouvrez-y la veilleuse en plein écran. ' +
        'Aucun réseau ne mène ici\u00a0: une autre machine ne l’ouvre pas.'
      : 'Sur la télévision ou le petit ordinateur branché dessus, rejoignez le ' +
        `${hasWifi ? 'Wi-Fi de la borne' : 'même réseau que la borne'} et ouvrez ${address} en ` +
        'plein écran.',
  howToLines: [
    'Réglez la télévision pour qu’elle ne s’éteigne pas seule, et baissez sa lumière : le ' +
      'papier est clair.',
    'Si la borne est débranchée, l’écran garde ce qu’il montrait, puis le dit ; il reprend seul.',
    'Une télévision très ancienne peut, après une coupure, rester sur une page d’erreur : ' +
      'rouvrez l’adresse.',
  ],
  /** A sentence under each link of the keeper’s page. */
  toolAbout: {
    screen: 'Ce qui défile sur l’écran d’un bar ou d’une vitrine.',
  },
  resting: {
    title: 'L’écran du bar',
    about: 'L’écran d’un bar ou d’une vitrine, où la page défile toute seule.',
  },
}
