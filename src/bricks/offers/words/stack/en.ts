import type { fr } from './fr.ts'

export const en: typeof fr = {
  reach: 'How to reach',
  agree: 'Agreed to',
  agrees: { ici: 'shown here', voisins: 'and in the villages around' },
  sayAgree: 'Look at what is ticked on the paper. If nothing is, keep it and ask the person.',
  sayTo: 'Write where the person goes, as on the paper.',
  same: 'For the whole stack: who keys, the day',
  keyer: 'Who keys',
  written: 'Papers written on',
  blank: 'Print slips to fill in',
  word: 'Key in a slip “A word for…”',
  hereCount: (n: number) => (n === 1 ? 'One slip hangs here only.' : `${n} slips hang here only.`),
  decideFirst: 'Its telephone is hidden: decide first, under “Hidden numbers”.',
  hereTitle: 'Hanging here only',
  hereLead: 'These people said yes to here, not to the villages around.',
  hereNone: 'No slip hangs here only.',
  showAround: 'Agreed to the villages around as well: show it',
  takeDown: 'Take down',
  hangsAgain: 'It hangs again.',
  takenDown: 'The slip is taken down.',
  keptHere:
    'Noted: it is read here, on the page and on the board, and does not go to the ' +
    'villages around.',
}
