import type { PageQuestion } from '../../../contract/search.ts'
import type { fr } from './fr.ts'

/** What people ask the search about the page itself. */
const questions: readonly PageQuestion[] = [
  {
    words: 'Help',
    text: 'Reading and writing here, in some sentences.',
    href: '/aide#reading-and-writing-here',
    keeper: '/aide',
    asked: [
      'help page*',
      'manual/tutorial/instructions page/site*',
      'how does it work',
      'how does this work',
      'what is this page/site/app',
      'free page/site/app*',
    ],
  },
  {
    words: 'The Wi-Fi of the box',
    text:
      'It leads to this page, and not to the Internet; its name is on the card of the ' +
      'counter.',
    href: '/aide#the-wi-fi-of-the-box',
    asked: ['wifi/wi/fi/internet/network code/password/key/name/box/connect/connection/work/free*'],
  },
  {
    words: 'To borrow, to book a room',
    text: 'How to ask, give back, cancel; what you booked stands on your page.',
    href: '/aide#to-borrow-to-book-a-room',
    mine: '/preter/mien',
    asked: ['borrowed/borrow/borrowing', 'booked/booking/bookings/book room*', 'cancel booking'],
  },
  {
    words: 'Print, make a poster',
    text: 'Each page prints; a notice or a date has its small poster.',
    href: '/aide#on-paper',
    asked: ['print/poster/flyer/leaflet page/notice/date/event*', 'paper'],
  },
]

export const en: typeof fr = {
  questions,
  types: {},
  title: 'Help',
  booklet: 'Keeping the page, step by step',
  foot: 'Help',
  lead:
    'For whoever keeps the page and has never seen it. All of it is in the box: it is read ' +
    'without Internet, and on paper.',
  leadReading: 'For who reads this page, writes on it, or keeps it.',
  toKeep: 'Keeping the page',
  toRead: 'Reading and writing here',
  reading: [
    'Everybody reads, without an account. To say what you offer or look for: ' +
      '[{offers.propose}](/annonces/proposer) or [{offers.search}](/annonces/chercher). ' +
      'Whoever keeps the page reads it first, then shows it.',
    'A ticket says what becomes of what you sent: keep its word and its digits, and open it ' +
      'again with {ui.myTicket}, at the foot of each page.',
    'You want something removed? [{ui.whoKeeps}](/qui-tient-cette-page).',
    { heading: 'A card' },
    'No card is needed. With one, people write in their own name, correct and withdraw from ' +
      'their page. The keeper gives one to whoever wants it: a number and four words, on paper. ' +
      'A lost card is closed and made again.',
    { heading: 'To borrow, to book a room' },
    'What is lent stands under [{lending.menu}](/preter). Touch a thing, then a day: the page ' +
      'says whether it is free. With a card, {lending.bookIt}; without one, {lending.askFor}, ' +
      'and a ticket tells the answer. It is taken? {lending.seeing.waitFor}.',
    'You are given a word and two numbers: say them when you come for the thing. When you bring ' +
      'it back, tell whoever is in charge, who notes it. To change the days or cancel, open ' +
      'your ticket, or with a card {lending.calendar.mine}: {lending.noMoreNeed}.',
    { heading: 'The Wi-Fi of the box' },
    'It leads to this page, and not to the Internet. Its name is on the card of the counter, ' +
      'with its password if it has one. A question: [{ui.whoKeeps}](/qui-tient-cette-page).',
    { heading: 'On paper' },
    'Each page prints from the browser. The page of a notice or of a date makes a poster: ' +
      '{offers.prints.poster}. The week of the village stands on a [sheet to print](/feuille).',
  ],
  print: 'Print the help, as a booklet to fold',
  next: title => `Next: ${title}`,
  all: 'All the help',
  contents: 'In this booklet',
  noName: 'The page of the village',
  onScreen: 'On the screen: “Help”, at the foot of each page.',
  printed: day => `printed on ${day}`,
}
