/** The people who keep the page. */
export const fr = {
  keep: 'Tenir la page',
  title: 'Qui tient la page',
  lead:
    'À plusieurs, chacun a sa phrase de passe et ses dix codes, et «\u00a0Ce qui a ' +
    'changé\u00a0» dit qui a fait quoi, à vous seuls. Ces prénoms ne sortent pas de cette ' +
    'borne\u00a0: pour tout le monde, c’est «\u00a0la personne qui tient la page\u00a0».',
  nobody: 'sans prénom encore',
  you: '(vous)',
  myName: 'Mon prénom',
  save: 'Enregistrer',
  needsName: 'Écrivez un prénom.',
  nameFirst: 'Dites d’abord votre prénom à vous\u00a0: c’est ce qui distingue qui fait quoi.',
  named: 'C’est noté.',
  add: 'Quelqu’un de plus',
  addLead:
    'Avec la personne à côté de vous\u00a0: elle choisit sa phrase de passe. En entrant, elle ' +
    'trouvera ses dix codes à imprimer.',
  copies:
    'La phrase de passe de chacun ouvre les sauvegardes\u00a0: celles que l’on demande, et ' +
    'celles que la machine fait seule.',
  copiesNotMine:
    'Les sauvegardes de la machine ne s’ouvrent pas encore avec votre phrase\u00a0: ' +
    'elles s’ouvriront à partir de votre prochaine entrée.',
  copiesNotTheirs:
    'Les sauvegardes ne s’ouvrent pas encore avec sa phrase\u00a0: elles s’ouvriront à partir ' +
    'de sa prochaine entrée.',
  name: 'Son prénom',
  passphrase: 'Sa phrase de passe',
  passphraseHint: 'Douze lettres au moins, quatre mots par exemple. Elle se lit ici.',
  addAct: 'L’ajouter',
  added: (name: string) => `${name} tient la page avec vous.`,
  short: 'Cette phrase est trop courte\u00a0: douze lettres au moins.',
  taken: 'Choisissez une autre phrase de passe\u00a0: celle-ci ne va pas.',
  tooMany: (most: number) => `${most} personnes au plus tiennent une page.`,
  code: 'Un de vos dix codes',
  codeHere: 'Votre phrase de passe à vous, ou un de vos dix codes',
  wrongCodeHere:
    'Ce n’est ni votre phrase de passe, ni un de vos codes qui n’a pas servi. Rien n’est changé.',
  wrongCode: 'Ce n’est pas un de vos codes, ou il a déjà servi. Rien n’est changé.',
  end: 'Ne tient plus la page',
  endLead:
    'Sa phrase et ses codes ne valent plus rien, ses visites se ferment tout de suite. Ce ' +
    'que cette personne a fait reste, avec son prénom dans l’histoire. Sa phrase n’ouvre aucune ' +
    'sauvegarde faite ensuite\u00a0; celles d’avant, si elle en garde une, oui.',
  past: 'Ont tenu la page',
  until: (day: string) => `jusqu’au ${day}`,
  eraseName: 'Effacer son prénom',
  eraseNameLead:
    'Si cette personne le demande. L’histoire dira «\u00a0la personne qui tient la page\u00a0» ' +
    'de ce qu’elle a fait. Cela ne se défait pas.',
  ended: (name: string) => `${name} ne tient plus la page.`,
  copiesWait:
    'Cette machine fera de nouveau ses sauvegardes seule quand l’un de vous sera entré avec sa ' +
    'phrase de passe.',
  last: 'C’est la dernière personne qui tient la page\u00a0: ajoutez-en une autre d’abord.',
  gone: 'Cette personne ne tient déjà plus la page.',
}
