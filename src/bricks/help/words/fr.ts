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
  print: 'Imprimer l’aide, en cahier à plier',
  next: (title: string) => `Ensuite : ${title}`,
  all: 'Toute l’aide',
  contents: 'Dans ce cahier',
  noName: 'La page du village',
  onScreen: 'À l’écran : « Aide », au bas de chaque page.',
  printed: (day: string) => `imprimé le ${day}`,
}
