import type { VerbWords } from '../../../../contract/verb.ts'

/** Help of `cocote shelf`. */
export const fr = {
  shelf: {
    about: 'range les gros fichiers d’un dossier sur l’étagère',
    more:
      'La page doit être fermée. Ouverte, sa page «\u00a0Fichiers\u00a0» fait de même avec ' +
      'une clé.',
    examples: ['shelf list'],
  },
  list: {
    about: 'dit quels dossiers a l’étagère',
    examples: ['shelf list --data ~/sail'],
  },
  add: {
    about: 'range les fichiers d’un dossier, ou renouvelle un choix de saison',
    arguments: ['Le dossier de l’étagère, par son nom.', 'Le dossier d’où les fichiers viennent.'],
    options: {
      licence: 'La licence des fichiers dont la liste ne dit rien.',
      season: 'Remplace tout le dossier par ce choix\u00a0: «\u00a0Hiver 2026\u00a0».',
      'keep-old': 'Garde l’ancien choix dans un dossier à part.',
    },
    examples: ['shelf add Films /media/cle/films --licence cc-by --season "Hiver 2026"'],
  },
} satisfies Record<string, VerbWords>
