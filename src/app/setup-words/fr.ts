/** The first opening of a box: its three questions, what was understood, its passphrase. */
export const setup = {
  title: 'Ouvrir la page du village',
  where: 'Où ?',
  whereHint:
    'Une communauté de communes, ou les noms des communes séparés par des virgules. Par exemple : Sail-sous-Couzan, Trelins, Boën-sur-Lignon.',
  which: 'Laquelle ?',
  village: 'Dans quel village est la borne ?',
  name: 'Comment s’appelle cette page ?',
  nameHint: 'Comme on le dit : Sail et alentours.',
  keptBy: 'Qui la tient ?',
  keptByHint: 'Un prénom, un lieu, un moment : Anaïs et Malo, au local le mercredi.',
  passphrase: 'Avec quelle phrase de passe ?',
  passphraseHint: 'Au moins douze lettres : quatre mots au hasard se retiennent bien.',
  open: 'Ouvrir la page',
  knownTitle: 'Choisir une phrase de passe',
  knownLead: (name: string) =>
    `La page « ${name} » est là, et tout le monde peut la lire. Il ne lui manque qu’une phrase de passe, pour la personne qui la tient. S’il y avait des cartes d’habitant·es, elles sont à refaire.`,
  knownOpen: 'Tenir la page',
  elsewhere: 'Cette page n’est pas encore ouverte. Ouvrez-la à la borne elle-même.',
  noPlace: (typed: string) => `« ${typed} » : aucune commune ni communauté de communes de ce nom. Vérifiez l’orthographe.`,
  noWhere: 'Dites où : le nom d’une communauté de communes, ou ceux des communes.',
  missed: (names: string) => `Pas trouvé : ${names}. Vérifiez l’orthographe, ou ajoutez le département entre parenthèses.`,
  several: 'Plusieurs portent ce nom : choisissez.',
  noName: 'Donnez un nom à la page.',
  noKeeper: 'Dites qui tient la page : c’est à cette personne qu’on s’adresse.',
  shortPassphrase: 'La phrase de passe est trop courte : au moins douze lettres.',
  code: 'Le code de la borne',
  codeHint: 'Un mot et quatre chiffres, affichés dans la fenêtre où la borne a été lancée.',
  wrongCode: 'Ce n’est pas le code. Regardez la fenêtre où la borne a été lancée, ou ouvrez cette page à la borne elle-même.',
  tooManyCodes: 'Trop d’essais. Ouvrez cette page à la borne elle-même, ou attendez une heure.',
  alreadyOpening:
    'Quelqu’un ouvre cette page en ce moment même. Rien de ce que vous avez écrit n’est enregistré : attendez une minute et rechargez.',
  reload: 'Recharger',
  alreadyOpen:
    'Cette page est déjà ouverte. Si c’est vous qui venez de le faire, entrez avec votre phrase de passe ; une nouvelle feuille de codes se fait à la page «\u00a0Sauvegarder et emporter\u00a0». Sinon, voyez la personne qui tient la page.',
  understood: 'Est-ce bien cela\u00a0?',
  understoodLead: 'Rien n’est encore écrit. Voici ce que la page a compris.',
  communesAre: (n: number) => (n === 1 ? 'Une commune' : `${n} communes`),
  footSays: 'Au bas de chaque page',
  keptByIs: (keptBy: string) => `Page tenue par ${keptBy}`,
  goOn: 'Continuer',
  goBack: 'Corriger',
  seenHint: 'On la voit exprès, pour que vous puissiez la relire. Notez-la ailleurs que sur la borne.',
  reread: 'Je l’ai relue et notée\u00a0: c’est avec elle que j’entrerai.',
  notReread: 'Relisez la phrase de passe, puis cochez que c’est bien elle.',
}

/** Communes that join the page after its opening. */
export const communes = {
  title: 'Les communes de la page',
  lead: (names: string) => `La page compte ${names}.`,
  leave: 'En retirer une, ou la remettre\u00a0: la page elle-même',
  where: 'Ajouter lesquelles\u00a0?',
  add: 'Les ajouter',
  allThere: 'Ces communes sont déjà sur la page.',
}
