import type { fr } from './fr.ts'

export const en: typeof fr = {
  title: 'The communes of the page',
  lead: (names: string) => `The page counts ${names}.`,
  leave: 'Take one off, or put it back: the page itself',
  where: 'Add which ones?',
  add: 'Add them',
  allThere: 'These communes are on the page already.',
}
