import type { fr } from './fr.ts'

export const en: typeof fr = {
  title: 'Letters between boxes',
  lead:
    'What is not decided here is asked by letter, closed for the one box that decides. The ' +
    'courier takes it, and brings the answer back.',
  none: 'No letter for now.',
  sent: 'Asked of other boxes',
  undone: 'From other boxes, and nothing was done of it',
  to: (called: string, day: string) => `To ${called}, ${day}`,
  from: (called: string, n: number, day: string) =>
    n === 1 ? `From ${called}, ${day}` : `From ${called}, ${n} letters, the last ${day}`,
  closed: 'closed, it goes with the courier',
  toClose: 'will be closed once that box is recognised',
  whys: {
    garbled: 'it can’t be understood',
    large: 'it is too long',
    sealed: 'it does not open, damaged or closed for another box',
    notTheirs: 'the box that brings it is not the one that wrote it',
    unknown: 'the box can’t do what it asks, perhaps of a newer version',
    refused: 'what it asks can’t be done',
    failed: 'it asks more than another box may ask',
  },
}
