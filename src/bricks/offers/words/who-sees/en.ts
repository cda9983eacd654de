import type { fr } from './fr.ts'

export const en: typeof fr = {
  card: 'here, with a card only (everybody who holds one)',
  everybody: 'here, everybody',
  cardSlip: 'shown nowhere, read with a card',
  mark: 'visible with a card',
  note:
    'Visible with a card only: it is not printed, and nobody reads it without a card or ' +
    'elsewhere.',
  elsewhere:
    'Some notices are read with a card only: at the box, or over https, not on this open network.',
  change: 'Change who sees it',
  now: who => `Who sees it: ${who}.`,
  to: {
    ici: 'Show it to everybody, here',
    voisins: 'Show it in the villages around too',
    carte: 'Show it with a card only',
  },
  narrowedOnly:
    'What was read elsewhere or printed can’t be taken back; other boxes erase it when they next ' +
    'meet.',
  changed: {
    carte: 'Done: only people with a card read it now.',
    ici: 'Done: everybody here reads it.',
    voisins: 'Done: everybody reads it, here and in the villages around.',
  },
  written: 'It is written. Only people who have a card read it, at the box or over https.',
  keyed: 'Noted: only people who have a card read it.',
}
