/** The first opening of a box: its three questions, what was understood, its passphrase. */
export const fr = {
  title: 'Ouvrir la page du village',
  where: 'Où ?',
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
    `La page « ${name} » est là, et tout le monde peut la lire. Il ne lui manque qu’une ` +
    'phrase de passe, pour la personne qui la tient. S’il y avait des cartes d’habitant·es, ' +
    'elles sont à refaire.',
  knownOpen: 'Tenir la page',
  elsewhere: 'Cette page n’est pas encore ouverte. Ouvrez-la à la borne elle-même.',
  noName: 'Donnez un nom à la page.',
  noKeeper: 'Dites qui tient la page : c’est à cette personne qu’on s’adresse.',
  shortPassphrase: 'La phrase de passe est trop courte : au moins douze lettres.',
  reload: 'Recharger',
  alreadyOpen:
    'Cette page est déjà ouverte. Si c’est vous qui venez de le faire, entrez avec votre ' +
    'phrase de passe ; une nouvelle feuille de codes se fait à la page «\u00a0Sauvegarder ' +
    'et emporter\u00a0». Sinon, voyez la personne qui tient la page.',
  footSays: 'Au bas de chaque page',
  keptByIs: (keptBy: string) => `Page tenue par ${keptBy}`,
  seenHint:
    'On la voit exprès, pour que vous puissiez la relire. Notez-la ailleurs que sur la borne.',
  reread: 'Je l’ai relue et notée\u00a0: c’est avec elle que j’entrerai.',
  notReread: 'Relisez la phrase de passe, puis cochez que c’est bien elle.',
}
