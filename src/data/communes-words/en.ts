import type { fr } from './fr.ts'

export const en: typeof fr = {
  whereHint:
    'A community of communes, a postal code, or names of communes separated by commas. For ' +
    'example: Sail-sous-Couzan, Trelins, Boën-sur-Lignon.',
  which: 'Which one?',
  noWhere: 'Say where: the name of a community of communes, or those of the communes.',
  noPlace: (typed: string) =>
    `“${typed}”: no commune nor community of communes of that name. Check the spelling.`,
  several: 'Several have that name: choose.',
  missed: (names: string) =>
    `Not found: ${names}. Check the spelling, or add the department in brackets.`,
  communesAre: (n: number) => (n === 1 ? 'One commune' : `${n} communes`),
  goOn: 'Go on',
  goBack: 'Correct',
  understood: 'Is this right?',
  understoodLead: 'Nothing is written yet. This is what the page understood.',
}
