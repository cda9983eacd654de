import type { PageQuestion } from '../../../contract/search.ts'

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Aide',
    text: 'Lire et écrire ici, en quelques phrases.',
    href: '/aide#lire-et-ecrire-ici',
    keeper: '/aide',
    asked: [
      'aide page*',
      'mode emploi page/site*',
      'manuel/tutoriel/notice page/site*',
      'comment ça marche',
      'comment on fait',
      'à quoi sert cette page',
      'c’est quoi cette page',
      'sert page/site/cocote',
      'cocote',
      'marche page/site',
      'c’est quoi ce site',
      'sert/quoi/installer/télécharger application/appli',
      'gratuit/payant/coûte/payer page/site/application/cocote/annonce',
      'comprends/compris page/site/rien',
    ],
  },
  {
    words: 'Le Wi-Fi de la borne',
    text: 'Il mène à cette page, et pas à Internet\u00a0; son nom est sur la carte du comptoir.',
    href: '/aide#le-wi-fi-de-la-borne',
    asked: [
      'wifi/wi/fi/internet/réseau code/mot/passe/clé/nom/borne/connexion/connecter/gratuit/' +
        'marche/fonctionne/capte/village/public*',
      'connexion',
    ],
  },
  {
    words: 'Emprunter, réserver une salle',
    text: 'Comment demander, rendre, annuler\u00a0; ce que vous avez réservé est sur votre page.',
    href: '/aide#emprunter-reserver-une-salle',
    mine: '/preter/mien',
    asked: [
      'emprunté/emprunts/emprunt/emprunter',
      'réservé/réservation/réservations/réserver salle*',
      'annuler réservation/emprunt',
    ],
  },
  {
    words: 'Imprimer, faire une affiche',
    text: 'Chaque page s’imprime\u00a0; une annonce ou une date a son affichette.',
    href: '/aide#sur-papier',
    asked: [
      'imprimer/affiche/affichette/tract/poster/flyer/prospectus page/annonce/date/événement/' +
        'agenda/calendrier/carte/liste*',
      'mettre* papier',
    ],
  },
]

/** The frame of the help; its chapters stand in `chapters/`. */
export const fr = {
  questions,
  types: {},
  title: 'Aide',
  booklet: 'Tenir la page, pas à pas',
  foot: 'Aide',
  lead:
    'Pour qui tient la page sans l’avoir jamais vue. Tout est dans la borne : on lit ceci sans ' +
    'Internet, et sur papier.',
  leadReading: 'Pour qui lit cette page, y écrit, ou la tient.',
  toKeep: 'Tenir la page',
  toRead: 'Lire et écrire ici',
  reading: [
    'Tout le monde lit, sans compte. Pour dire ce que vous proposez ou cherchez : ' +
      '[{offers.propose}](/annonces/proposer) ou [{offers.search}](/annonces/chercher). La ' +
      'personne qui tient la page le lit d’abord, puis l’affiche.',
    'Un billet dit ce que devient ce que vous avez envoyé : gardez son mot et ses chiffres, ' +
      'et rouvrez-le par {ui.myTicket}, au bas de chaque page.',
    'Vous voulez faire retirer quelque chose ? [{ui.whoKeeps}](/qui-tient-cette-page).',
    { heading: 'Une carte' },
    'Une carte n’est pas nécessaire. Avec elle, on écrit sous son nom, on corrige et on retire ' +
      'depuis sa page. La personne qui tient la page en donne une à qui en veut\u00a0: un numéro ' +
      'et quatre mots, sur papier. Perdue, elle se ferme et se refait.',
    { heading: 'Emprunter, réserver une salle' },
    'Ce qui se prête est sous [{lending.menu}](/preter). Touchez une chose, puis un jour\u00a0: ' +
      'la page dit si c’est libre. Avec une carte, {lending.bookIt}\u00a0; sans carte, ' +
      '{lending.askFor}, et un billet dit la réponse. C’est pris\u00a0? {lending.seeing.waitFor}.',
    'Un mot et deux nombres vous sont donnés\u00a0: dites-les en venant chercher la chose. Au ' +
      'retour, dites-le à qui s’en occupe, qui le note. Pour changer de jours ou annuler, ' +
      'rouvrez votre billet\u00a0; avec une carte, {lending.calendar.mine}\u00a0: ' +
      '{lending.noMoreNeed}.',
    { heading: 'Le Wi-Fi de la borne' },
    'Il mène à cette page, et pas à Internet. Son nom est sur la carte du comptoir, avec son mot ' +
      'de passe s’il en a un. Une question\u00a0: [{ui.whoKeeps}](/qui-tient-cette-page).',
    { heading: 'Sur papier' },
    'Chaque page s’imprime depuis le navigateur. La page d’une annonce ou d’une date a de quoi ' +
      'faire une affiche\u00a0: {offers.prints.poster}. La semaine du village tient sur une ' +
      '[feuille à imprimer](/feuille).',
  ],
  print: 'Imprimer l’aide, en cahier à plier',
  next: (title: string) => `Ensuite : ${title}`,
  all: 'Toute l’aide',
  contents: 'Dans ce cahier',
  noName: 'La page du village',
  onScreen: 'À l’écran : « Aide », au bas de chaque page.',
  printed: (day: string) => `imprimé le ${day}`,
}
