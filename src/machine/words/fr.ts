/** What the computer that holds the page says of its disk and of its keys. */
export const fr = {
  full:
    'Le disque est plein. Rien de ce qui était enregistré n’est perdu ; faites de la place et ' +
    'recommencez.',
  /** Keys that are plugged in, and other folders of this machine. */
  drives: {
    which: 'Quelle clé ?',
    drive: (name: string, path: string) => `${name} (${path})`,
    noKey:
      'Aucune clé n’est branchée sur cette borne. Branchez-la et revenez sur cette page, ou ' +
      'écrivez le dossier où elle se trouve.',
    other: 'Ou un dossier de cette machine',
    otherHint: 'En entier, par exemple /media/cle.',
    chooseOne: 'Dites quelle clé, ou quel dossier.',
    wholePath: 'Le dossier s’écrit en entier, depuis « / ».',
    ownFolder: 'C’est le dossier de cette borne elle-même. Il en faut un autre.',
    faults: {
      gone:
        'La clé n’est plus là, ou ce dossier n’existe pas. Rebranchez-la et recommencez : ' +
        'rien n’est perdu.',
      full: 'La clé est pleine. Faites-y de la place et recommencez.',
      shut:
        'La clé ne se laisse pas écrire, ou pas lire. Regardez son petit verrou, ou prenez-en ' +
        'une autre.',
    },
  },
}
