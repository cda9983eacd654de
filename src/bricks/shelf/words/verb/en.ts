import type { VerbWords } from '../../../../contract/verb.ts'
import type { fr } from './fr.ts'

/** Help of `cocote shelf`. */
export const en: Readonly<Record<keyof typeof fr, VerbWords>> = {
  shelf: {
    about: 'puts the large files of a folder on the shelf',
    more:
      'The page must be closed. When it is open, its own page “Fichiers” does the same from a ' +
      'key.',
    examples: ['shelf list'],
  },
  list: {
    about: 'says which folders the shelf has',
    examples: ['shelf list --data ~/sail'],
  },
  add: {
    about: 'takes the files of a folder, or renews a season’s set',
    arguments: ['The folder of the shelf, by its name.', 'The folder that the files come from.'],
    options: {
      licence: 'The licence of files of which the list says nothing.',
      season: 'Replaces the whole folder by this set: “Winter 2026”.',
      'keep-old': 'Keeps the former set in a folder of its own.',
    },
    examples: ['shelf add Films /media/key/films --licence cc-by --season "Winter 2026"'],
  },
}
