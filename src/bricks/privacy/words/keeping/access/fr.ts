/** The declaration of accessibility. */
export const fr = {
  title: 'Déclaration d’accessibilité',
  lead: (name: string) => `Cette déclaration parle de la page « ${name} ».`,
  bound: 'Qui doit en faire une',
  boundSaid: [
    'Une mairie, un établissement public ou un organisme qui dépend d’eux doit rendre ses ' +
      'pages accessibles et publier une déclaration (loi n° 2005-102, article 47).',
    'Une association sans but lucratif n’y est pas tenue si elle ne rend ni services ' +
      'essentiels pour le public, ni services destinés aux personnes handicapées. Une ' +
      'personne seule n’est pas dans la liste de l’article. Cette page le fait quand même.',
    'De quel côté est cette page : à vérifier par la personne qui tient la page.',
  ],
  state: 'État de conformité',
  stateSaid: [
    'Non conforme, au sens du RGAA : aucun audit n’a été fait, et sans audit c’est l’état ' +
      'à écrire. Cela ne veut pas dire qu’un défaut a été trouvé.',
    'Si un audit est fait, son résultat, sa date et qui l’a fait :',
  ],
  done: 'Ce que la page fait',
  doneSaid: [
    'Elle marche sans programme dans le navigateur, au clavier, avec un lecteur d’écran : ' +
      'titres, listes, étiquettes de champs, langue annoncée, lien pour aller droit au ' +
      'contenu.',
    'Les lettres se détachent du fond à 4,5 pour 1 au moins, de jour comme en sombre ; le ' +
      'bord des champs à 3 pour 1.',
    'On peut agrandir les lettres et lire sur un petit écran. Ce qui se touche du doigt ' +
      'est grand.',
    'Une erreur dans un formulaire est dite en une phrase, à côté du champ, et rien de ce ' +
      'qui était écrit n’est perdu.',
    'Rien ne bouge, ne clignote, ni ne parle tout seul.',
    'Chaque page s’imprime.',
  ],
  not: 'Ce qui peut gêner',
  notSaid: [
    'Les cartes sont des dessins : leurs lieux se retrouvent dans les listes. La loi les ' +
      'met hors de l’obligation, si l’essentiel est dit autrement.',
    'Les écrits des gens et les documents joints sont tels qu’ils ont été donnés. En ' +
      'anglais, la page est traduite, pas ce que les gens ont écrit.',
    'Les visites de la personne qui tient la page se referment après un moment sans rien ' +
      'faire ; ce qui était écrit est gardé.',
    'En https, le navigateur avertit que le certificat est celui de la borne.',
  ],
  trouble: 'Si vous n’arrivez pas à lire ou à faire quelque chose',
  troubleSaid:
    'Dites-le : on vous le lira, on vous l’imprimera, ou on l’écrira avec vous. Un ' +
    'organisme tenu par la loi répond dans la semaine.',
  appeal: 'Si la réponse ne vient pas',
  appealSaid:
    'Si l’organisme qui tient la page est tenu par la loi, vous pouvez écrire au ' +
    'Défenseur des droits, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 ' +
    'Paris CEDEX 07.',
  made: (day: string) => `Cette déclaration est faite par la page elle-même, le ${day}.`,
}
