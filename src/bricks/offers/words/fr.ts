import { quotable } from '../../../text/quoting.ts'
import { findingFr } from './finding/fr.ts'
import { fr as form } from './form/fr.ts'
import { matchingFr } from './matching/fr.ts'
import { fr as pieces } from './pieces/fr.ts'
import { fr as questions } from './questions/fr.ts'
import { ridesFr } from './rides/fr.ts'
import { fr as sharing } from './sharing/fr.ts'
import { fr as stack } from './stack/fr.ts'
import { fr as types } from './types/fr.ts'
import { fr as whoSees } from './who-sees/fr.ts'

/** What people read about notices. `en.ts` has this type. */

export const fr = {
  questions,
  types,
  form,
  pieces,
  sharing,
  matching: matchingFr,
  finding: findingFr,
  rides: ridesFr,
  menu: 'Annonces',
  propose: 'Je propose',
  search: 'Je cherche',
  writeAsNeed: (asked: string) => `L’écrire comme demande\u00a0: «\u202f${asked}\u202f»`,
  hand: 'Un coup de main ?',
  offered: 'On propose',
  photoTurn: 'En photo',
  photoOf: (who: string) =>
    who === ''
      ? 'photo de l’annonce'
      : `photo de l’annonce ${/^[aeiouyàâéèêëîïôûœh]/i.test(who) ? 'd’' : 'de '}${who}`,
  wanted: 'On cherche',
  allOffers: 'toutes les offres',
  allNeeds: 'toutes les demandes',
  prints: {
    reachWho: (who: string) => `Joindre ${who}`,
    reach: 'Pour joindre',
    orCode: 'ou laissez un mot, annonce ',
    code: 'annonce',
    hangs: (printed: string, down: string) => `imprimé le ${printed} · à décrocher le ${down}`,
    strip: (what: string, who: string) => `${what} : ${who}`,
    rest: (who: string) => `(La suite\u00a0: demandez ${who}.)`,
    posterCoded: 'Imprimer l’affichette, avec un code',
    poster: 'Imprimer l’affichette',
    posterSmall: 'en petit',
  },
  listTitle: 'Annonces',
  listLead: 'Ce qu’on donne, ce qu’on prête, ce qu’on cherche, par ici.',
  kind: 'Quoi',
  kinds: { propose: 'on propose', cherche: 'on cherche', 'coup-de-main': 'un coup de main' },
  theme: 'Thème',
  commune: 'Commune',
  found: (n: number) => (n === 1 ? 'Une annonce.' : `${n} annonces.`),
  empty: 'Aucune annonce pour l’instant. La première peut être la vôtre.',
  lead: (who: string) => `à voir avec ${who}, rien n’est promis`,
  heardOn: (on: string) => `dit en réunion ${on}`,
  leadAnyone: 'une piste, rien n’est promis',
  here: (place: string, far: string) => `${place}, ${far}`,
  over: (day: string) => `Cette annonce valait jusqu’au ${day}. Elle n’est plus dans les listes.`,
  closed: 'C’est fini : cette annonce n’est plus dans les listes.',
  interest: { offer: 'Ça m’intéresse', need: 'Je peux aider' },
  interestUncounted: 'Écrire sans dire combien',
  interestLine: 'Un mot, si vous voulez',
  interestReadBy: (by: string) => `Lu aussi par ${by}, pour le remettre.`,
  reserved: { offer: 'réservé', need: 'c’est trouvé' },
  reservedNow: {
    offer:
      'Réservé\u00a0: c’est convenu avec quelqu’un. Si cela ne se fait pas, ce sera de nouveau ' +
      'libre.',
    need:
      'C’est trouvé\u00a0: c’est convenu avec quelqu’un. Si cela ne se fait pas, on cherche ' +
      'encore.',
  },
  interestWith: 'Avec votre annonce\u00a0: ',
  interestWithout: 'répondre sans elle',
  interestThen: (moment: string) => `D’accord pour ${moment}`,
  interestTalk: 'En parler d’abord',
  interestGoOn: 'Voir ce qu’on s’est dit',
  interestForOther: 'Pour quelqu’un d’autre',
  stillTrueAsked: 'Est-ce toujours vrai, plus de trois mois après\u00a0?',
  stillTrue: 'Ce n’est plus vrai ?',
  said: {
    yes: (who: string, day: string) => `${who} l’a confirmé ${day}`,
    changed: (who: string, day: string) => `${who} a dit ${day} que cela a changé`,
    gone: (who: string, day: string) => `${who} a dit ${day} que ce n’est plus vrai`,
    asked: (who: string, day: string) => `${who} a posé la question ${day}`,
  },
  talked: (who: string, withWhom: string, day: string) =>
    `${who} en a reparlé avec ${withWhom} ${day}`,
  someone: 'Quelqu’un',
  oneDay: 'un jour',
  quoted: (words: string) => ` : « ${words} »`,
  stop: '.',
  reopen: 'La remettre dans les listes',
  reopenedSaid: 'L’annonce est de nouveau dans les listes.',
  correct: 'Corriger',
  close: {
    need: 'J’ai trouvé, retirer des listes',
    sell: 'C’est vendu, retirer des listes',
    give: 'C’est donné, retirer des listes',
    shared: 'C’est complet, retirer des listes',
    other: 'C’est fini, retirer des listes',
  },
  offerTitle: 'Je propose',
  needTitle: 'Je cherche',
  handTitle: 'Un coup de main ?',
  written: 'Ici, on a déjà écrit',
  forExample: 'Par exemple',
  offerExamples: [
    'Paul prête sa scie à ruban, chez lui',
    'Rosa descend à Boën mardi matin, une place',
  ],
  needExamples: [
    'Lucie cherche un marché où montrer ses meubles',
    'Malo cherche un terrain à cultiver, même petit',
  ],
  handExamples: ['Malo cherche deux paires de bras pour porter un poêle, samedi'],
  sayReach:
    'Dites comment vous joindre : un téléphone affiché, quelqu’un qui transmet, ou un mot ' +
    'qu’on vous remettra.',
  sayPhone: 'Écrivez le téléphone en chiffres, ou choisissez une autre façon de vous joindre.',
  shorterNamed: (most: number) =>
    `Avec le prénom devant, cette phrase fait plus de ${most} lettres, et une annonce n’en ` +
    'tient pas plus. Raccourcissez-la.',
  shorterWay: 'C’est trop long pour dire comment vous joindre : trois cents lettres au plus.',
  sayThrough: 'Dites par qui passer : son prénom, où et quand on le trouve.',
  byWord: (who: string) => `laissez un mot à ${who}`,
  byRelay: (who: string, where: string) =>
    where === '' ? `par ${who}, qui transmet` : `par ${who}, ${where}`,
  misfits: {
    'gift-asks':
      'Donner, c’est sans rien en retour. Sinon, choisissez l’échange, le troc ou la vente.',
    'lend-money': 'Prêter contre de l’argent, c’est louer : cochez « je vends ou loue ».',
    'sale-free': 'Vendre demande de l’argent. Sinon, choisissez le don ou le troc.',
    'rent-free': 'Louer demande de l’argent. Sinon, choisissez le prêt.',
    'barter-free': 'Un échange demande une chose, ou du temps. Sinon, choisissez le don.',
    'barter-money': 'Contre de l’argent, c’est une vente : cochez « je vends ou loue ».',
    'hand-money':
      'Un coup de main ne se paie pas en argent : c’est alors un travail, qui a ses propres ' +
      'règles.',
  },
  sayHint: {
    offer:
      'Dites-le comme vous le diriez au comptoir : « je prête ma scie à ruban ». La page ' +
      'mettra votre prénom devant.',
    need:
      'Dites-le comme vous le diriez au comptoir : « je cherche un marché où montrer mes ' +
      'meubles ». La page mettra votre prénom devant.',
  },
  sayMore: 'Préciser d’abord, joindre une photo',
  shownAtOnce: 'Ce sera sur la page tout de suite.',
  phoneKnown: 'Laissez vide pour mettre le vôtre, que la borne connaît.',
  inNameOf: 'Au nom de',
  inNameOfHint:
    'La page dira que vous l’avez écrit pour cette personne. Comment la joindre\u00a0: ne ' +
    'remplissez rien, si elle l’a déjà dit à la borne.',
  nobodyElse: 'moi, ou quelqu’un d’autre',
  howToReach: 'Comment vous joindre',
  toFill: 'à choisir',
  ways: {
    phone: 'mon téléphone, affiché',
    relay: 'passer par quelqu’un',
    word: 'on me laisse un mot, quelqu’un me l’apporte',
  },
  phone: 'Téléphone',
  newsLabel: 'Ma page',
  news: {
    shown: (title: string) => `«\u00a0${quotable(title)}\u00a0» est affiché`,
    unmended: (title: string) =>
      `la correction de «\u00a0${quotable(title)}\u00a0» n’a pas été affichée`,
    refused: (title: string) => `« ${quotable(title)} » n’a pas été affiché`,
    off: (title: string) => `« ${quotable(title)} » n’est plus sur la page`,
    taken: (title: string, said: string | undefined = 'on vous dit combien') =>
      `${said}, pour «\u00a0${quotable(title)}\u00a0»`,
    untaken: (title: string) => `quelqu’un n’en est plus, pour «\u00a0${quotable(title)}\u00a0»`,
    doubted: (title: string) => `on dit que « ${quotable(title)} » n’est plus vrai`,
  },
  partSaid: (who: string, amount: string) => `${who}\u00a0: ${amount}`,
  newsHeard: {
    shown: 'une de vos annonces est affichée',
    unmended: 'la correction d’une de vos annonces n’a pas été affichée',
    refused: 'une de vos annonces n’a pas été affichée',
    off: 'une de vos annonces n’est plus sur la page',
    taken: 'on vous dit combien, pour une de vos annonces',
    untaken: 'quelqu’un n’en est plus, pour une de vos annonces',
    doubted: 'on dit qu’une de vos annonces n’est plus vraie',
  },
  waits: {
    meets: (who: string | null, theirs: string, mine: string) =>
      `${who ? `${who}\u00a0: ` : ''}«\u00a0${quotable(theirs)}\u00a0», cela peut répondre à ` +
      `votre annonce «\u00a0${quotable(mine)}\u00a0»`,
    isWanted: (who: string | null, theirs: string, mine: string) =>
      `${who ? `${who}\u00a0: ` : ''}«\u00a0${quotable(theirs)}\u00a0», votre annonce ` +
      `«\u00a0${quotable(mine)}\u00a0» peut servir`,
    meetsHeard: 'une annonce répond à une des vôtres',
    meetsYours: 'cela répond à votre annonce',
    loops: (n: number) =>
      n === 1
        ? 'un troc à trois attend votre réponse'
        : `${n}\u00a0trocs à trois attendent votre réponse`,
    loopsKeeper: (n: number) =>
      n === 1 ? 'un troc à trois à demander' : `${n}\u00a0trocs à trois à demander`,
    renewOne: (title: string) =>
      `«\u00a0${quotable(title)}\u00a0»\u00a0: est-ce toujours vrai\u00a0?`,
    renew: (n: number) =>
      n === 1
        ? 'une de vos annonces\u00a0: toujours vraie\u00a0?'
        : `${n}\u00a0de vos annonces\u00a0: toujours vraies\u00a0?`,
  },
  usualWay: 'comme d’habitude',
  usualWayIs: (how: string) => `comme d’habitude : ${how}`,
  myCommune: (name: string) => (name === '' ? 'dire ma commune' : `dire ma commune, ${name}`),
  foundAt: 'Où vous trouver, pour vous remettre un mot ?',
  foundAtHint:
    'Par exemple « aux Granges, la maison aux volets bleus ». Gardé pour la personne qui ' +
    'tient la page, jamais affiché.',
  sayFoundAt: 'Dites où vous trouver : sans cela, personne ne peut vous remettre un mot.',
  byWhom: 'Par qui',
  somebodyElse: 'quelqu’un d’autre',
  through: 'Qui, où, quand',
  throughHint: 'Par exemple « par Marius, au bar, le mardi matin ».',
  whereToShow: 'Qui peut la lire, téléphone compris',
  spreads: { ici: 'ici seulement', voisins: 'ici et dans les villages voisins' },
  sayWhere:
    'Dites où l’afficher\u00a0: avec une carte seulement, ici, ou aussi dans les villages ' +
    'voisins.',
  cardOnly:
    'Votre phrase dit «\u00a0avec une carte\u00a0»\u00a0: seuls ceux qui en ont une la liront. ' +
    'Sinon, choisissez plus large.',
  whereShown: (where: string) => `Où\u00a0: ${where}.`,
  hereOnly: 'Affichée ici seulement\u00a0: elle ne part pas vers les villages voisins.',
  inWhatWay: 'De quelle façon',
  inReturn: 'Contre quoi\u00a0?',
  ticks: {
    offer: {
      give: 'je donne',
      lend: 'je prête',
      exchange: 'j’échange',
      sell: 'je vends ou loue',
      hand: 'un coup de main',
      ride: 'on partage la route',
      share: 'on s’y met à plusieurs',
    },
    need: {
      give: 'qu’on me donne',
      lend: 'qu’on me prête',
      exchange: 'contre autre chose',
      sell: 'j’achète ou je loue',
      hand: 'un coup de main',
      ride: 'on partage la route',
      share: 'on s’y met à plusieurs',
    },
  },
  notYours:
    'Cette annonce n’est pas la vôtre. Pour la faire changer, laissez un mot à qui tient la page.',
  renew: 'C’est toujours vrai',
  renewedSaid: 'C’est redit : l’annonce reste, avec le jour d’aujourd’hui.',
  renewPassed: 'Ce jour est passé. Écrivez une nouvelle annonce.',
  sayHiddenWhy: 'Dites pourquoi : son auteur le lira, et personne d’autre.',
  hiddenSaid:
    'L’annonce n’est plus sur la page. La personne qui l’a écrite lira pourquoi, sur sa ' +
    'page ou sur son billet.',
  hiddenUntold:
    'L’annonce n’est plus sur la page. Personne ne l’apprendra d’ici : dites pourquoi à qui ' +
    'l’a donnée.',
  undo: 'Annuler',
  hide: 'Retirer de la page',
  hideWhy: 'Pourquoi, en une phrase pour son auteur',
  spottedSaid: 'C’est noté, pour cette borne seule.',
  spots: 'Repérages',
  spotsLead:
    'Un terrain à l’abandon, un local vide, du bois qui dort : on note, on cherche à qui ' +
    'c’est. Rien n’est montré tant que la personne n’a pas dit oui.',
  spotsNone: 'Aucun repérage pour l’instant.',
  spotTitle: 'Ce que vous avez vu\u00a0: «\u00a0une grange vide, route du moulin\u00a0».',
  spotAdd: 'Noter',
  ownerSaid: 'La personne a dit oui',
  toRenew: 'À redire',
  toRenewLead:
    'Ces annonces ont plus de trois mois. Toujours vraies ? Un geste suffit ; rien ne ' +
    'disparaît tout seul.',
  toRenewNone: 'Rien à redire.',
  leaveWord: 'Laisser un mot',
  leaveWordTo: (who: string) => `Laisser un mot à ${who}`,
  copy: 'Copier le texte',
  contact: (who: string) => (who === '' ? 'Contact : ' : `Joindre ${who} : `),
  until: (day: string) => `Jusqu’au ${day}.`,
  copyHint: 'Pour un SMS, un site d’annonces, la page du festival : sélectionnez et copiez.',
  keying: 'Saisir des papiers',
  keyingLead: 'Pour une soirée, ou une pile de papiers : un papier, une ligne, et le suivant.',
  keyNext: 'Noter, et le suivant',
  keyed: 'C’est noté.',
  keyedToday: (count: number) =>
    count === 1 ? 'Une annonce aujourd’hui.' : `${count} annonces aujourd’hui.`,
  lastOne: 'La dernière :',
  samePerson: 'encore un papier de la même personne',
  somebodyElseNow: 'quelqu’un d’autre',
  reachedAs: (reach: string) => `Comment joindre : ${reach}.`,
  sayWho: 'Écrivez le prénom qui est sur le papier.',
  slipKinds: { offer: 'propose', need: 'cherche', hand: 'un coup de main' },
  stack,
  whoSees,
  strips: 'Bandelettes à emporter',
  stripsLead: (people: number) =>
    people === 1
      ? 'Une personne. Imprimez, coupez, donnez.'
      : `${people} personnes. Imprimez, coupez, donnez.`,
  stripsNone: 'Rien n’a été écrit aujourd’hui.',
  stripFoot: (day: string, keeper: string) => `Écrit ${day}. Pour changer ou retirer : ${keeper}.`,
  stripsNobodys: (n: number) =>
    n === 1
      ? 'Une autre annonce n’a pas de prénom\u00a0: elle n’est sur aucune bandelette.'
      : `${n} autres annonces n’ont pas de prénom\u00a0: elles ne sont sur aucune bandelette.`,
  leadBox: 'C’est une piste : je me renseigne, je ne promets rien',
  send: 'Envoyer',
  show: 'Afficher',
  whoReads: (keptBy: string) =>
    `Avant de paraître, votre annonce est lue par ${keptBy}. Ensuite, tout le monde peut la lire.`,
  keeper: 'la personne qui tient cette page',
  thanks: (keptBy: string) =>
    `Merci. Votre annonce paraîtra ici dès qu’elle aura été lue par ${keptBy}.`,
  meanwhile: (kind: 'offer' | 'need', all: readonly string[]) =>
    'En attendant, voici ' +
    `${kind === 'need' ? 'ce qui pourrait y répondre' : 'qui pourrait en vouloir'}\u00a0: ` +
    `${all.join('\u202f; ')}.`,
  titleAndReach: (title: string, reach: string) =>
    `«\u00a0${quotable(title)}\u00a0»${reach && ` (${reach})`}`,
  shownNow: 'C’est affiché.',
  shownAsNeed: 'C’est affiché avec ce qu’on cherche, comme le dit votre phrase.',
  shownAsOffer: 'C’est affiché avec ce qu’on propose, comme le dit votre phrase.',
  shownButNumber:
    'C’est affiché, mais ce téléphone est caché\u00a0: quelqu’un a dit que c’est le sien. ' +
    'Si c’est le vôtre, votre page permet de le remontrer.',
  passed: '« Jusqu’au » : ce jour est déjà passé. Laissez vide si vous ne savez pas.',
  closedSaid: 'L’annonce n’est plus dans les listes. Sa page reste.',
  nothingThere: 'Cette annonce n’est plus ici. Regardez dans la liste des annonces.',
  onMap: 'Annonces',
  indicators: {
    offers: 'offres publiées',
    needs: 'demandes publiées',
    hands: 'demandes de coup de main',
  },
  /** A sentence under each link of the keeper’s page. */
  toolAbout: {
    unanswered: 'Les demandes que personne n’a encore prises, et ce qui s’en approche.',
    loops: 'Trois personnes où chacune donne à la suivante, quand deux ne suffisent pas.',
    keying: 'La pile de billets du comptoir, une ligne par papier.',
    strips: 'Pour chacune des personnes passées aujourd’hui, ce qui lui répond, à découper.',
    toRenew: 'Les annonces de plus de trois mois\u00a0: demander si elles sont toujours vraies.',
    spots:
      'Un local vide, un terrain, du bois qui dort\u00a0: noté ici, jamais montré sans un ' +
      'oui.',
  },
  resting: {
    title: 'Les annonces',
    about: 'Ce qu’on donne, ce qu’on prête, ce qu’on cherche, et ce qui se répond.',
  },
}
