/** What the keeper is told when they ask something of the machine. */
export const fr = {
  noMoment: 'Donnez le jour et l’heure, par exemple 25/11/2026 et 14:32.',
  wrongYear: 'Ce n’est pas une date possible ici. Regardez l’année.',
  goesBack:
    'Des choses sont écrites ici à une date plus tardive. Vérifiez ; si c’est bien l’heure, ' +
    'cochez la case.',
  clockSet: 'C’est à l’heure.',
  clockNotSet: (key: string) =>
    `La borne n’a pas pu se mettre à l’heure (${key}). Éteignez-la, rallumez-la, recommencez.`,
  clockNetwork:
    'La borne prend l’heure sur le réseau, et ce n’est pas celle que vous donnez. Si le ' +
    'réseau se trompe, débranchez le câble, éteignez la borne, rallumez-la, recommencez.',
  notDone: (key: string) =>
    `Cela n’a pas pu se faire (${key}). Recommencez ; si cela dure, appelez la personne qui ` +
    'a installé la borne.',
  sayYes: 'Cochez la case : la page s’arrête pour tout le monde.',
  offTitle: 'La borne s’éteint',
  offSays: [
    'Attendez une minute, que son voyant ne clignote plus. Alors seulement, débranchez-la.',
    'Pour la rallumer, débranchez-la puis rebranchez-la. La page revient d’elle-même.',
  ],
  backupDone: 'La sauvegarde est sur la clé.',
  backupGoesOn:
    'La sauvegarde se fait. Laissez la clé branchée ; rouvrez cette page dans quelques ' +
    'minutes, elle dira si c’est fini.',
  backupNotDone: 'La sauvegarde n’est pas faite. Cette page dit pourquoi, plus bas.',
  noRoom:
    'Il n’y a pas assez de place sur la carte pour cette version. Retirez des photos ou des ' +
    'fichiers, et recommencez.',
  goneVersion: 'Cette version n’est plus là. Rebranchez la clé, et choisissez de nouveau.',
  updateTitle: 'La version change',
  updateSays: [
    'La page s’arrête et revient d’elle-même, d’ici une minute ou deux. Ne débranchez rien.',
    'Si la nouvelle version ne répond pas, l’ancienne revient toute seule. La page de la ' +
      'borne dira ce qui s’est passé.',
  ],
  nobodyDoes: {
    absent:
      'Cette machine n’est pas une borne installée : cela se fait dans les réglages de ' +
      'l’ordinateur.',
    late:
      'La borne ne répond pas. Recommencez dans une minute ; si cela dure, appelez la ' +
      'personne qui l’a installée.',
  },
}
