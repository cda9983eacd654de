import type { fr } from './fr.ts'

export const en: typeof fr = {
  types: {},
  title: 'Help',
  booklet: 'Keeping the page, step by step',
  foot: 'Help',
  lead:
    'For whoever keeps the page and has never seen it. All of it is in the box: it is read ' +
    'without Internet, and on paper.',
  toKeep: 'Keeping the page',
  toRead: 'Reading and writing here',
  reading: [
    'Everybody reads, without an account. To say what you offer or look for: ' +
      '[{offers.propose}](/annonces/proposer) or [{offers.search}](/annonces/chercher). ' +
      'Whoever keeps the page reads it first, then shows it.',
    'A ticket says what becomes of what you sent: keep its word and its digits, and open it ' +
      'again with {ui.myTicket}, at the foot of each page.',
    'You want something removed? [{ui.whoKeeps}](/qui-tient-cette-page).',
  ],
  print: 'Print the help, as a booklet to fold',
  next: title => `Next: ${title}`,
  all: 'All the help',
  contents: 'In this booklet',
  noName: 'The page of the village',
  onScreen: 'On the screen: “Help”, at the foot of each page.',
  printed: day => `printed on ${day}`,
}
