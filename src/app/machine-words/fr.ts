/** What the keeper is told when they ask something of the machine. */
export const machine = {
  noMoment: 'Donnez le jour et l’heure, par exemple 25/11/2026 et 14:32.',
  wrongYear: 'Ce n’est pas une date possible ici. Regardez l’année.',
  goesBack: 'Des choses sont écrites ici à une date plus tardive. Vérifiez ; si c’est bien l’heure, cochez la case.',
  clockSet: 'C’est à l’heure.',
  clockNotSet: (key: string) => `La borne n’a pas pu se mettre à l’heure (${key}). Éteignez-la, rallumez-la, recommencez.`,
  nobodyDoes: {
    absent: 'Cette machine n’est pas une borne installée : cela se fait dans les réglages de l’ordinateur.',
    late: 'La borne ne répond pas. Recommencez dans une minute ; si cela dure, appelez la personne qui l’a installée.',
  },
}
