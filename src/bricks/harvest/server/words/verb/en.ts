import type { VerbWords } from '../../../../../contract/verb.ts'

/** Help of `cocote harvest`. */
export const en: VerbWords = {
  about: 'proposes what a page of notes holds',
  more:
    'Reads, and changes nothing. Text, a web page, Word (.docx) or LibreOffice (.odt), up to ' +
    '2 MB, or the address of a page.',
  arguments: ['The file, or the address.'],
  options: {
    'allow-local':
      'Lets an address of this machine or of the network here be harvested; else it is refused.',
    json: 'Writes what was recognised as JSON, for a machine, instead of a list to read.',
  },
  examples: ['harvest notes.odt', 'harvest https://movilab.org/wiki/Four --json'],
}
