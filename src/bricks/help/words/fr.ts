/** The frame of the help; its chapters stand in `chapters/`. */
export const fr = {
  types: {},
  title: 'Aide',
  booklet: 'Tenir la page, pas à pas',
  foot: 'Aide',
  lead:
    'Pour qui tient la page sans l’avoir jamais vue. Tout est dans la borne : on lit ceci sans ' +
    'Internet, et sur papier.',
  toKeep: 'Tenir la page',
  toRead: 'Lire et écrire ici',
  reading: [
    'Tout le monde lit, sans compte. Pour dire ce que vous proposez ou cherchez : ' +
      '[{offers.propose}](/annonces/proposer) ou [{offers.search}](/annonces/chercher). La ' +
      'personne qui tient la page le lit d’abord, puis l’affiche.',
    'Un billet dit ce que devient ce que vous avez envoyé : gardez son mot et ses chiffres, ' +
      'et rouvrez-le par {ui.myTicket}, au bas de chaque page.',
    'Vous voulez faire retirer quelque chose ? [{ui.whoKeeps}](/qui-tient-cette-page).',
  ],
  /** What people ask a search, in any of these words, and the page that answers. */
  questions: [
    {
      said: 'carte perdue perdu perdre oubliée oublié volée mots numéro',
      title: 'J’ai perdu ma carte, ou ses mots',
      text:
        'Sur Ma page, si elle est encore ouverte\u00a0: «\u00a0J’ai perdu ma carte\u00a0». ' +
        'Sinon, la personne qui tient la page en fait une autre\u00a0; l’ancienne n’ouvre plus ' +
        'rien.',
      href: '/qui-tient-cette-page',
    },
    {
      said: 'retirer enlever cacher effacer supprimer ôter numéro téléphone portable adresse mail',
      title: 'Retirer mon numéro ou mon adresse de la page',
      text: 'Tapez-le\u00a0: il est caché partout ici, sans rien demander à personne.',
      href: '/c-est-mon-numero',
    },
    {
      said: 'billet ticket perdu perdue oublié code retrouver suivre',
      title: 'Retrouver ce que j’ai envoyé',
      text:
        'Le mot et les chiffres du billet le rouvrent\u00a0; sans eux, demandez à la personne ' +
        'qui tient la page.',
      href: '/billet',
    },
    {
      said: 'retirer enlever effacer supprimer corriger changer modifier annonce demande message',
      title: 'Corriger ou retirer mon annonce',
      text: 'Avec une carte\u00a0: Ma page. Sans carte\u00a0: par le billet reçu à l’envoi.',
      href: '/billet',
    },
    {
      said: 'avoir obtenir demander créer carte compte inscription inscrire m’inscrire adhérer',
      title: 'Avoir une carte',
      text: 'On lit et on écrit sans compte. Qui tient la page donne une carte à qui en veut une.',
      href: '/qui-tient-cette-page',
    },
    {
      said: 'signaler insulte insulté injure mot blessant méchant plainte',
      title: 'Un mot me blesse',
      text: 'Dites-le sous le mot lui-même, ou à la personne qui tient la page.',
      href: '/qui-tient-cette-page',
    },
    {
      said: 'ajouter mettre annoncer agenda',
      title: 'Proposer une date',
      text: 'La personne qui tient la page la lit d’abord, puis elle est dans l’agenda.',
      href: '/agenda/proposer',
    },
    {
      said: 'plein fermer arrêter',
      title: 'Mon trajet est complet',
      text:
        'Sur votre annonce, «\u00a0Je ne prends plus personne\u00a0»\u00a0: ce qui est convenu ' +
        'tient, et qui attendait le lit.',
      href: '/annonces',
    },
    {
      said: 'refuser refus',
      title: 'Quelqu’un prend une part de mon annonce, et je ne veux pas',
      text:
        'Sur l’annonce, à côté de son nom\u00a0: «\u00a0D’accord\u00a0», ou ' +
        '«\u00a0Pas cette fois\u00a0».',
      href: '/annonces',
    },
  ],
  /** Words that say nothing of what is asked. */
  small:
    'mon ma mes le la les un une des de du je ai me comment où puis veux voudrais faire est plus',
  print: 'Imprimer l’aide, en cahier à plier',
  next: (title: string) => `Ensuite : ${title}`,
  all: 'Toute l’aide',
  contents: 'Dans ce cahier',
  noName: 'La page du village',
  onScreen: 'À l’écran : « Aide », au bas de chaque page.',
  printed: (day: string) => `imprimé le ${day}`,
}
