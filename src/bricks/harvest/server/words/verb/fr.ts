import type { VerbWords } from '../../../../../contract/verb.ts'

/** Help of `cocote harvest`. */
export const fr = {
  about: 'propose ce que contient une page de notes',
  more:
    'Lit, et ne change rien. Texte, page web, Word (.docx) ou LibreOffice (.odt), jusqu’à 2 ' +
    'Mo, ou l’adresse d’une page.',
  arguments: ['Le fichier, ou l’adresse.'],
  options: {
    'allow-local':
      'Laisse cueillir une adresse de cette machine ou du réseau d’ici\u202f; sinon elle ' +
      'est refusée.',
    json: 'Écrit ce qui est reconnu en JSON, pour une machine, au lieu d’une liste à lire.',
  },
  examples: ['harvest notes.odt', 'harvest https://movilab.org/wiki/Four --json'],
} satisfies VerbWords
