import { thePlace } from '../../model/rides/goals.ts'

/** What people read about notices that meet. `en.ts` has this type. */

/** *de papier*, *d’outils*; before a few words in h the vowel stays. */
const ASPIRED = /^(hache|haie|hamac|hangar|haricot|harpe|haut|herse|hotte|housse|huit)/i
const of = (word: string): string =>
  /^[aeiouyhâàéèêîïôœæ]/i.test(word) && !ASPIRED.test(word) ? `d’${word}` : `de ${word}`

export const matchingFr = {
  whoWants: 'Qui le cherche',
  whatAnswers: 'Ce qui y répond',
  mayServe: 'Pourrait servir',
  near: 'Presque',
  nothingYet:
    'Rien ne répond encore. Dites-le au local, ou attendez\u00a0: c’est regardé à chaque ' +
    'nouvelle annonce.',
  joinThem: 'Joindre',
  notIt: 'Ce n’est pas ça',
  notItSaid:
    'C’est noté\u00a0: ces deux-là ne seront plus rapprochées, tant qu’aucune des deux ne change.',
  notYours:
    'Cela se dit de sa propre annonce. Ouvrez la vôtre, ou dites-le à la personne qui tient ' +
    'la page.',
  twoNeeded: 'Ces deux annonces ne sont plus ici. Revenez à l’annonce et recommencez.',
  learnt: 'Appris ici',
  learntLead:
    'Deux mots qui ont rapproché plusieurs annonces à tort\u00a0: à eux seuls, ils ne les ' +
    'rapprochent plus.',
  learntPair: (offer: string, need: string, times: number) =>
    `«\u00a0${offer}\u00a0» ne répond pas à «\u00a0${need}\u00a0» (dit\u00a0${times}\u00a0fois)`,
  unteach: 'Oublier',
  untaught: 'C’est oublié\u00a0: ces deux mots peuvent de nouveau rapprocher des annonces.',
  untaughtAlready: 'C’est oublié déjà. Regardez ce qui reste appris ici.',
  wordsHere: {
    title: 'Mots d’ici',
    lead:
      'Un mot du pays, et le mot que tout le monde connaît\u00a0: une annonce qui dit l’un ' +
      'répond à celle qui dit l’autre, et la recherche trouve les deux.',
    line: (said: string, means: string) => `«\u00a0${said}\u00a0» = «\u00a0${means}\u00a0»`,
    keep: 'Garder ce mot',
    drop: 'Retirer',
    kept: 'C’est gardé\u00a0: les deux mots disent la même chose ici.',
    dropped: 'C’est retiré\u00a0: ce mot ne dit plus que ce qu’il dit.',
    gone: 'Ce mot n’est plus ici. Regardez la liste.',
    itself: 'Ce sont les mêmes mots. Écrivez l’autre mot, celui que tout le monde connaît.',
    taken:
      'L’un des deux mots est déjà dans la liste. Retirez d’abord cette ligne-là, ou écrivez ' +
      'un autre mot.',
    enough: (most: number) =>
      `Il y a déjà ${most} mots d’ici. Retirez-en un qui ne sert plus, puis recommencez.`,
  },
  unanswered: 'Ce qui attend une réponse',
  unansweredLead:
    'Ce que l’on cherche et à quoi rien ne répond, du plus ancien au plus récent. En ' +
    'dessous, ce qui s’en approche, et pourquoi.',
  unansweredNone:
    'Chaque demande a une réponse possible. Regardez leurs pages\u00a0: il reste à mettre ' +
    'les gens en contact.',
  unansweredMore: (n: number) =>
    `Les ${n} plus anciennes sont là. Les suivantes viendront quand celles-ci auront trouvé.`,
  since: (day: string) => `depuis le ${day}`,
  boardOffer: 'Cherché ici\u00a0: ',
  boardNeed: 'Proposé ici\u00a0: ',
  reasons: {
    same: (word: string) => `les deux parlent ${of(word)}`,
    twoNames: (offer: string, need: string) =>
      `«\u00a0${offer}\u00a0» peut convenir pour «\u00a0${need}\u00a0»`,
    topic: (topic: string, offer: string, need: string) =>
      `«\u00a0${offer}\u00a0» et «\u00a0${need}\u00a0» se répondent (${topic})`,
    topicAlone: (topic: string) => `les deux touchent au même sujet\u00a0: ${topic}`,
    serves: (offer: string, need: string) =>
      `«\u00a0${offer}\u00a0» peut servir pour «\u00a0${need}\u00a0»`,
    kind: (narrow: string, wide: string) =>
      `«\u00a0${narrow}\u00a0» fait partie de «\u00a0${wide}\u00a0»`,
    theme: (label: string) => `les deux touchent au thème ${label}`,
    doing: (verb: string) => `les deux disent la même chose à faire\u00a0: «\u00a0${verb}\u00a0»`,
    hands: 'il s’agit d’un coup de main des deux côtés',
    passing: (place: string) => `le trajet passe par ${thePlace(place)}`,
    towards: (place: string) => `les deux vont vers ${thePlace(place)}`,
    days: (day: string) => `les deux disent ${day}`,
    dayFits: (day: string) => `${day} peut convenir aux deux`,
    free: 'personne ne demande d’argent',
    commune: 'c’est dans la même commune',
    distance: (far: string) => `c’est ${far}`,
  },
  doubts: {
    thing: (offer: string, need: string) =>
      `l’un dit «\u00a0${offer}\u00a0», l’autre «\u00a0${need}\u00a0»`,
    wide: (offer: string, need: string) =>
      `«\u00a0${offer}\u00a0» ne dit pas s’il y a «\u00a0${need}\u00a0»`,
    apart: (offer: string, need: string) =>
      `«\u00a0${offer}\u00a0» n’est pas tout à fait «\u00a0${need}\u00a0»`,
    doing: (offer: string, need: string) =>
      `l’un propose «\u00a0${offer}\u00a0», l’autre cherche «\u00a0${need}\u00a0»`,
    towards: 'ils ne vont pas au même endroit, ou l’un des deux ne dit pas où',
    days: 'ils ne disent pas le même jour',
    size: 'ils ne disent pas la même taille',
    mode: 'ce n’est pas donné ou prêté de la façon demandée',
    refused: 'on a dit ici que ce n’est pas ça',
    shelf: 'ils sont rangés sous des thèmes qui n’ont rien en commun',
    return: 'ce qui est demandé en retour n’est pas ce que l’autre propose',
    amount: (offer: number, need: number) => `il y en a ${offer}, il en faudrait ${need}`,
    far: (far: string) => `l’un est ${far} de l’autre`,
  },
  and: ', et ',
  comma: ', ',
  but: 'Mais ',
  stop: '.',
  loops: 'Trocs à trois',
  loopsLead:
    'Chacun donne au suivant et reçoit du précédent. Rien n’est fait tant que les trois ' +
    'n’ont pas dit oui\u00a0; un seul non suffit à y renoncer.',
  loopsMine:
    'Chacun donne au suivant, et reçoit du précédent. Rien ne tient tant que les trois ' +
    'n’ont pas dit oui.',
  loopsNone:
    'Pas de troc à trois en vue. Il en faut trois qui proposent et qui cherchent, chacun de ' +
    'quoi faire le bonheur du suivant.',
  gives: (who: string, what: string, whom: string) => `${who}, pour ${whom}\u00a0: ${what}`,
  someone: 'quelqu’un',
  proposeLoop: 'Proposer aux trois',
  loopAsked: 'C’est noté. Demandez à chacun, puis notez les réponses ici.',
  saysYes: (who: string) => `${who} dit oui`,
  saysNo: 'Quelqu’un dit non',
  yesNoted: 'Oui noté. On attend les autres.',
  allAgreed: 'Les trois ont dit oui\u00a0: le troc peut se faire.',
  undone: 'Le troc ne se fera pas. Rien n’est changé aux annonces.',
  loopGone: 'Ce troc n’est plus ici. Regardez la liste des trocs.',
  loopStale:
    'L’une des annonces a changé ou n’est plus là\u00a0: ce troc ne tient plus. Regardez la liste.',
  states: { asked: 'On attend leurs réponses', agreed: 'Tous d’accord', undone: 'Ne se fera pas' },
}
