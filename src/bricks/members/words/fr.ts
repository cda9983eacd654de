import { capital } from '../../../text/capital.ts'
import { ofName } from '../../../text/of-name.ts'
import { quotable } from '../../../text/quoting.ts'
import { chargesFr } from './charges/fr.ts'
import { handingFr, toNames } from './handing/fr.ts'
import { fr as questions } from './questions/fr.ts'
import { fr as types } from './types/fr.ts'

/** What people read about members, relays and words left. `en.ts` has this type. */
export const fr = {
  questions,
  handing: handingFr,
  charges: chargesFr,
  types,
  list: 'Habitant·es',
  listLead: 'Qui cette borne connaît, et comment joindre chacun. Cette page est pour vous seul·e.',
  nobody: 'Personne encore. Le premier nom peut être le vôtre.',
  welcomeLead: 'Un prénom, une commune, comment la joindre : une minute suffit, sur papier ou ici.',
  welcomeButton: 'Accueillir',
  welcomed: (name: string) => `${name} est des nôtres.`,
  reach: 'Comment joindre',
  throughRelay: (name: string) => `en passant par ${name}`,
  byWord: 'par un mot, qu’on lui remettra',
  sayPhone: 'Écrivez le téléphone, ou choisissez une autre façon de joindre.',
  sayRelay: 'Choisissez par qui passer, ou une autre façon de joindre.',
  nothingThere: 'Cette personne n’est pas, ou plus, connue de cette borne.',
  mend: 'Corriger',
  mendKeep: 'Garder cette correction',
  mendReachKeep: 'Garder cette façon de joindre',
  mendReachLead:
    'Un numéro remplacé est effacé pour de bon\u00a0: il est peut-être à quelqu’un d’autre.',
  mendedSaid: 'C’est corrigé.',
  oldNumberShown: (n: number) =>
    n === 1
      ? 'L’ancien numéro se lit encore dans une de ses annonces\u00a0: à corriger aussi.'
      : `L’ancien numéro se lit encore dans ${n} de ses annonces\u00a0: à corriger aussi.`,
  mendMine: (keeper: string) =>
    `Un prénom ou un numéro n’est pas, ou plus, le bon\u00a0? Dites-le\u00a0: ${keeper}.`,
  usesTitle: 'Cette personne est d’accord pour',
  usesHint: 'Rien n’est coché d’avance. Chaque accord peut être repris quand on veut.',
  agreed: 'Ses accords',
  shownPhone: 'mon téléphone, affiché\u00a0:',
  shownName: 'mon prénom, affiché avec mes annonces\u00a0:',
  mendNotices: 'Les corriger ou les retirer',
  shownRelay: (said: string) => `mon prénom comme relais, affiché\u00a0: ${said}`,
  shownThings:
    'qui s’occupe de ce que je prête, ou comment me joindre, comme c’est écrit sur sa page\u00a0:',
  shownTold: 'raconté dans «\u00a0Ça s’est fait\u00a0»\u00a0:',
  shownAlike: 'une page à ce prénom dans «\u00a0Qui fait quoi\u00a0»\u00a0:',
  shownAlikeDo: (keeper: string) =>
    `Si c’est vous, et que vous ne le voulez plus, dites-le\u00a0: ${keeper}.`,
  agreedNothing: 'Aucun accord : rien n’est montré.',
  gave: (use: string, day: string) => `${use}, depuis le ${day}`,
  tookBack: (use: string, given: string, taken: string) =>
    `${use}, du ${given} au ${taken} : repris`,
  agreeMore: 'Noter un accord de plus',
  agree: 'Noter l’accord',
  agreedSaid: 'L’accord est noté. Il peut être repris à tout moment.',
  card: 'Ce qui ouvre sa page',
  cardLead:
    'Une carte sur papier : un dessin à lire avec un téléphone, ou un numéro et quatre ' +
    'mots. Une nouvelle carte annule l’ancienne, et ferme tout ce qu’elle ouvrait.',
  makeCard: 'Faire une carte',
  mine: 'Ma page',
  myNotices: 'Mes annonces',
  seenBefore: 'Déjà vu',
  written: 'Ce que j’ai écrit, à corriger ou à retirer',
  noNotice: 'Aucune pour l’instant.',
  propose: 'Je propose',
  search: 'Je cherche',
  knownOfMe: 'Ce que la borne sait de moi',
  iAgreed: 'Mes accords',
  iAgreeMore: 'Je suis aussi d’accord pour',
  iAgree: 'Je suis d’accord',
  sayUse: 'Choisissez à quoi. Sans cela, rien n’est noté.',
  takeBack: 'Reprendre cet accord',
  takenBack: 'L’accord est repris : plus rien n’en est montré, ni imprimé, ni emporté.',
  numberTakenBack:
    'L’accord est repris\u00a0: le numéro n’est plus dans ce que cette personne a écrit. ' +
    'S’il se lisait ailleurs, il y est caché. Le papier déjà imprimé et les copies déjà ' +
    'emportées, eux, ne s’effacent pas d’ici.',
  takeBackAsk: 'Reprendre cet accord\u00a0?',
  takeBackYes: 'Oui, reprendre cet accord',
  takeBackNo: 'Non, ne rien changer',
  toldNothing:
    'Rien n’est raconté aujourd’hui\u00a0: rien ne change sur la page, et rien n’y sera raconté.',
  toldGoes: 'Ce qui est raconté est effacé pour de bon\u00a0:',
  ownGoes: (isKeeper: boolean) =>
    'Le numéro est enlevé pour de bon de ce que ' +
    `${isKeeper ? 'cette personne a' : 'vous avez'} écrit, et on ` +
    `${isKeeper ? 'l’' : 'vous '}y joindra par un mot\u00a0:`,
  ownNowhere: 'Le numéro n’est affiché dans aucune annonce à enlever.',
  elsewhereHides: (keeper: string, isKeeper: boolean) =>
    isKeeper
      ? 'Ce qui suit n’est pas d’elle. Le numéro y est caché\u00a0; vous le remontrez, ou ' +
        'l’effacez, dans «\u00a0Numéros cachés\u00a0»\u00a0:'
      : 'Ce qui suit n’est pas de vous. Le numéro y est caché\u00a0; la suite se voit avec la ' +
        `personne qui tient la page (${keeper}), qui le remontre si c’est aussi celui de ` +
        'quelqu’un d’autre\u00a0:',
  numberStays:
    'Le papier déjà imprimé et les copies déjà emportées ne s’effacent pas d’ici. Une autre ' +
    'borne qui l’a reçu l’oubliera quand le facteur y passera.',
  fileToo:
    'ôter aussi ce numéro du dossier, que la personne qui tient la page lit seule\u00a0: ' +
    'sinon, elle peut encore y appeler, et rien n’en est montré',
  knownSince: 'Connu·e depuis',
  apartSince: (day: string) => `ici depuis le ${day}`,
  hidden: (why: string) => `retirée de la page : ${why}`,
  ownNumberHidden: (day: string) => `Votre téléphone y est caché, ${day}.`,
  numberHidden: (day: string, keeper: string) =>
    `Son téléphone est caché, ${day}\u00a0: quelqu’un a dit que c’est le sien. Si c’est le ` +
    `vôtre, dites-le\u00a0: ${keeper}.`,
  myNumberHidden:
    'Votre numéro est caché sur cette page\u00a0: vous l’avez voulu, ou quelqu’un a dit que ' +
    'c’est le sien.',
  showMyNumber: 'C’est mon numéro\u00a0: le remontrer',
  shownHere: 'affichée ici seulement',
  shownByCard: 'visible avec une carte seulement',
  notShown: 'pas sur la page',
  waitsToBeRead: 'attend d’être lue',
  wordsForMe: 'Mots pour moi',
  noWordForMe: 'Aucun mot n’attend.',
  from: (name: string) => `de la part ${ofName(name)}`,
  signedByCard: (signed: string, card: string) =>
    `signé «\u202f${signed}\u202f» par la carte ${ofName(card)}`,
  signedByGone: (signed: string) =>
    `signé «\u202f${signed}\u202f» par la carte de quelqu’un qui n’est plus ici`,
  signedByNobody: (signed: string) => `de la part ${ofName(signed)} (sans carte)`,
  /** What *sans carte* beside a name means: said once, under them all. */
  uncheckedNames: 'Sans carte\u00a0: personne n’a vérifié ce nom.',
  wordFrom: (from: string, day: string) => `${capital(from)}, ${day}`,
  answerAt: (reach: string) => `Pour répondre : ${reach}`,
  takeAll: 'Tout emporter',
  takeAllLead: 'Tout ce que la borne sait de moi, en un fichier.',
  forgetMe: 'Être oublié·e',
  forgetMeLead: 'Effacer pour de bon tout ce que la borne sait de moi.',
  forgetMeAsk: 'Tout oublier de moi ?',
  forgetThem: 'Oublier cette personne',
  forgetThemAsk:
    'À sa demande. Cela ne se défait pas, et demande un des dix codes de votre feuille.',
  forgetCode: 'Un des dix codes',
  dealsEnd: (n: number) =>
    n === 1
      ? 'Un arrangement en cours prend fin\u00a0: l’autre lira qu’un arrangement n’a plus ' +
        'lieu, sans prénom.'
      : `${n} arrangements en cours prennent fin\u00a0: les autres liront qu’un arrangement ` +
        'n’a plus lieu, sans prénom.',
  willGo: 'Seront effacés pour de bon :',
  goes: [
    'le prénom, la commune, les moyens de joindre, les accords ;',
    'les annonces, ce qui a été convenu avec d’autres, et le numéro de téléphone partout où ' +
      'il est écrit ;',
    'ce qui a été écrit avec la carte : « J’en suis », « Ce n’est plus vrai », les mots ' +
      'laissés, ceux du mur ;',
    'le prénom dans ce qui a été écrit au nom de quelqu’un d’autre, dont l’annonce reste ;',
    'ce que d’autres ont dit au nom de cette personne, si elle est seule ici à porter ce ' +
      'prénom\u00a0;',
    'le rôle de relais, et les mots reçus ;',
    'la carte, qui n’ouvrira plus rien.',
  ],
  staysTitle: 'Ce qu’on ne peut pas atteindre d’ici :',
  stays: [
    'le papier déjà imprimé, et ce que des gens ont recopié ;',
    'les copies de la page déjà emportées sur une clé, et les sauvegardes : une sauvegarde ' +
      'remise oublie de nouveau, mais elle contient tout tant qu’elle existe ;',
    'ce qui est déjà parti dans une autre borne : celle-ci lui demande de l’oublier au ' +
      'prochain passage, et sa page l’oublie alors ;',
    'ce qui a été envoyé sans carte : rien ne dit de qui c’était ;',
    'un prénom écrit dans une réunion ou par quelqu’un d’autre : dites à la personne qui ' +
      'tient la page où il est, elle l’enlèvera.',
  ],
  forgetMeYes: 'Oui, tout oublier',
  keepMe: 'Non, revenir à ma page',
  goneTitle: 'C’est oublié',
  goneLead:
    'Tout ce que la borne savait de cette personne est effacé : prénom, moyens de joindre, ' +
    'accords, annonces, réponses, mots. Sa carte n’ouvre plus rien.',
  opensCard: (day: string) => `Une carte, faite ${day}.`,
  opensNoCard: 'Pas de carte.',
  opensPhrase: 'Une phrase, choisie par qui était entré : avec le prénom, elle ouvre aussi.',
  opensVisits: (n: number, day: string) =>
    n === 1 ? `Une visite ouverte, vue ${day}.` : `${n} visites ouvertes, la dernière vue ${day}.`,
  takeCard: 'Tout fermer',
  takeCardLead:
    'Carte perdue ou rendue : ni elle ni la phrase n’ouvrent plus rien, et les visites se ferment.',
  relayTitle: 'Relais',
  relayLead:
    'Un relais accepte de passer des mots : on y laisse un mot pour quelqu’un, il le remet.',
  askToRelay: 'Lui demander d’être relais',
  saidYes: 'Cette personne m’a déjà dit oui',
  askButton: 'Demander',
  relayAsked: (name: string) => `C’est demandé à ${name}. Rien n’est montré avant son oui.`,
  relayShown: (name: string) => `${name} est relais : c’est sur la page.`,
  relayStopped: 'C’est fini : ce relais n’est plus sur la page.',
  relayWaits: 'On lui a demandé d’être relais, sans réponse encore.',
  wouldYouRelay: 'On vous demande d’être relais',
  wouldYouLead:
    'Des gens pourraient vous laisser un mot pour quelqu’un, que vous remettriez. Voici ce ' +
    'qui serait lu par tout le monde : changez ce que vous voulez.',
  iWill: 'Oui, je veux bien',
  noThanks: 'Non merci',
  iAmRelay: 'Vous êtes relais',
  theyAreRelay: 'Est relais',
  stopRelaying: 'Ne plus être relais',
  myWords: 'Mots à remettre',
  relays: 'Relais',
  relaysLead:
    'Sans téléphone ni Internet, on se joint en passant par eux : laissez-leur un mot, ils ' +
    'le remettent.',
  relaysToday: (n: number, said: string) =>
    n === 1
      ? 'un relais porte les mots qu’on laisse'
      : `${said} relais portent les mots qu’on laisse`,
  noRelay:
    'Personne encore. Un mot laissé ici ira à la personne qui tient la page, qui le remettra.',
  leaveOne: 'Laisser un mot',
  leaveTo: (name: string) => `Laisser un mot à ${name}`,
  leaveThrough: (name: string) => `Laisser un mot, en passant par ${name}`,
  wordLead:
    'Le mot n’est jamais affiché : le lisent la personne qui le remet, celle à qui il est ' +
    'destiné, et qui tient cette page.',
  wordHeard:
    'Sur un Wi-Fi ouvert, quelqu’un à portée pourrait le lire au passage : n’y mettez rien ' +
    'de secret.',
  aboutTitle: 'Au sujet de',
  throughNobody: (keeper: string) => `la personne qui tient la page (${keeper})`,
  /** In place of an insult. */
  sayPlainly: {
    sender: 'Signez de votre prénom.',
    reach: 'Dites comment vous joindre\u00a0: un téléphone, ou l’endroit où l’on vous trouve.',
    forWhom: 'Dites pour qui, par son prénom.',
  },
  throughKeeper: 'la personne qui tient la page',
  leaveButton: 'Laisser ce mot',
  which: (count: number, name: string) =>
    `${count} personnes d’ici s’appellent ${name} : pour laquelle est-ce ?`,
  giveThem: 'C’est pour cette personne',
  whichSaid: (name: string) => `C’est noté : ce mot attend ${name} sur sa page.`,
  foundThere: (where: string) => `Où la trouver : ${where}`,
  undo: 'Annuler',
  toHandAgain: 'C’est annulé : ce mot est encore à remettre.',
  stopAsk: 'Ne plus être relais ?',
  stopLead: (notices: number, waiting: number) =>
    `${
      notices === 0
        ? 'Aucune annonce ne passe par ce relais'
        : notices === 1
          ? 'Une annonce passe par ce relais : elle passera par un mot laissé ici'
          : `${notices} annonces passent par ce relais : elles passeront par un mot laissé ici`
    }` +
    '. ' +
    `${
      waiting === 0
        ? 'Aucun mot n’attend d’être remis.'
        : waiting === 1
          ? 'Un mot attend encore d’être remis : remettez-le avant, ou la personne qui tient ' +
            'la page le fera.'
          : `${waiting} mots attendent encore d’être remis : remettez-les avant, ou la ` +
            'personne qui tient la page le fera.'
    }`,
  stayRelay: 'Rester relais',
  noSuchDeal: 'Ce mot part d’un arrangement convenu : ouvrez-le depuis « Mes arrangements ».',
  wordLeft: (name: string) => `Le mot est laissé à ${name}.`,
  keeper: 'La personne qui tient la page',
  noticesPerson: 'la personne de l’annonce',
  noWordThere: 'Ce mot n’est pas, ou plus, dans votre liste.',
  flood: (n: number, from: string) => `${n} mots viennent ${from}`,
  floodCard: (name: string | null) =>
    name === null ? 'd’une même carte' : `de la carte ${ofName(name)}`,
  floodDevice: 'd’un même appareil, ou d’une même adresse du réseau',
  floodHere: (name: string) => `de l’ordinateur de la borne, signés ${name}`,
  floodLead:
    'Un seul geste met de côté tout ce qui est coché. Décochez ce qui est à remettre. Cela ' +
    's’annule.',
  floodLeadHere:
    'Plusieurs personnes s’en servent peut-être sous ce nom\u00a0: cochez ce qui est à mettre ' +
    'de côté. Cela s’annule.',
  floodAct: 'Mettre de côté ce qui est coché',
  noneTicked: 'Rien n’est coché, ou ce qui l’était n’attend plus.',
  asideSaid: (n: number) =>
    n === 1
      ? 'Un mot est mis de côté. Rien n’est effacé\u00a0; qui l’a laissé lira qu’il n’a pas ' +
        'été remis.'
      : `${n} mots sont mis de côté. Rien n’est effacé\u00a0; qui les a laissés lira qu’ils ` +
        'n’ont pas été remis.',
  asideTitle: 'Mis de côté',
  asideOf: (n: number) => `${n} mots`,
  takeUp: 'Remettre dans la liste',
  wordRead: 'C’est noté : vous l’avez lu, personne n’a plus à vous le remettre.',
  iHaveRead: 'C’est lu',
  forWhom: (name: string) => `Pour ${name}`,
  slipLine: (name: string, from: string) => `Pour ${name}, ${from}`,
  slipAbout: (title: string) => `au sujet de « ${quotable(title)} »`,
  toHand: 'À remettre',
  handedTitle: 'Déjà remis',
  handed: 'Remis',
  handedOn: (day: string) => `remis ${day}`,
  lateWord: (since: string) => `attend ${since}`,
  noWord: 'Aucun mot à remettre.',
  printSlips: 'Imprimer en papillons',
  prints: {
    blank: 'Imprimer des papillons vides',
    key: 'Saisir un papillon rempli',
    keeper: (keeper: string | undefined) =>
      `à rapporter, si ce n’est pas pour vous, à ${keeper ?? 'la personne qui tient la page'}`,
    forWhom: 'Un mot pour',
    from: 'De la part de',
    said: 'Le mot\u00a0:',
    answer: 'Pour répondre\u00a0:',
    giveTo: (keeper: string | undefined) =>
      `À donner à un relais, ou à ${keeper ?? 'la personne qui tient la page'}.`,
  },
  slips: 'Papillons',
  countWords: (n: number) =>
    n === 1 ? 'Un mot attend d’être remis.' : `${n} mots attendent d’être remis.`,
  lateForKeeper: (n: number) =>
    n === 1
      ? 'un mot attend depuis une semaine sans avoir été vu'
      : `${n} mots attendent depuis une semaine sans avoir été vus`,
  /** `names`: for whom, those who have to know at once first. */
  wordsWait: (n: number, names: readonly string[]) =>
    `${n === 1 ? 'un mot' : `${n} mots`} à remettre${toNames(names)}`,
  relayAskedOfYou: 'on vous demande d’être relais',
  myPhrase: 'Entrer sans carte',
  aPhrase: 'Une phrase à vous',
  phraseHint:
    'Quatre mots, par exemple. Avec votre prénom, elle ouvre cette page, jusqu’à une ' +
    'nouvelle carte.',
  choosePhrase: 'Choisir cette phrase',
  lostCard: {
    title: 'J’ai perdu ma carte',
    lead:
      'La carte et la phrase n’ouvriront plus rien, et vos autres visites se ferment. Celle-ci ' +
      'reste ouverte\u00a0: choisissez-y une nouvelle phrase pour pouvoir revenir.',
    act: 'Fermer ma carte perdue',
  },
  /** A sentence under each link of the keeper’s page. */
  toolAbout: {
    list:
      'Les personnes que la borne connaît\u00a0: leur carte, comment les joindre, ce ' +
      'qu’elles ont accepté.',
    relays: 'Celles et ceux qui passent les mots à qui n’a ni téléphone ni Internet.',
    words: 'Les mots laissés pour quelqu’un\u00a0: les porter, puis dire que c’est fait.',
  },
}
