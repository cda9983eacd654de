import type { fr } from './fr.ts'

export const en: typeof fr = {
  types: {},
  title: 'The box',
  lead: 'The small machine that holds this page: how it is, and what there is to do with it.',
  itsName: 'Its five words',
  toBoxes: 'The other boxes',
}
