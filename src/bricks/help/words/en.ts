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
  questions: [
    {
      said: 'card lost lose forgotten forgot stolen words number',
      title: 'I lost my card, or its words',
      text:
        'On My page, if it is still open: “I lost my card”. Otherwise whoever keeps the page ' +
        'makes another one; the old one opens nothing any more.',
      href: '/qui-tient-cette-page',
    },
    {
      said: 'remove hide delete erase take off number phone telephone address mail email',
      title: 'Remove my number or my address from the page',
      text: 'Type it: it is hidden everywhere here, and you need to ask nobody.',
      href: '/c-est-mon-numero',
    },
    {
      said: 'ticket lost forgotten code find follow again',
      title: 'Find again what I sent',
      text:
        'The word and the digits of the ticket open it; without them, ask whoever keeps the ' +
        'page.',
      href: '/billet',
    },
    {
      said: 'remove delete erase correct change edit notice need offer message',
      title: 'Correct or remove my notice',
      text: 'With a card: My page. Without a card: by the ticket given when it was sent.',
      href: '/billet',
    },
    {
      said: 'get have ask create card account register sign up join',
      title: 'Get a card',
      text:
        'Reading and writing need no account. Whoever keeps the page gives a card to who ' +
        'wants one.',
      href: '/qui-tient-cette-page',
    },
    {
      said: 'report insult abuse hurtful word nasty complaint',
      title: 'A word hurts me',
      text: 'Say so under the word itself, or to whoever keeps the page.',
      href: '/qui-tient-cette-page',
    },
    {
      said: 'propose add put announce agenda',
      title: 'Suggest a date',
      text: 'Whoever keeps the page reads it first, then it is in the agenda.',
      href: '/agenda/proposer',
    },
    {
      said: 'close stop',
      title: 'My ride is full',
      text:
        'On your notice, “I take nobody else”: what is agreed stands, and whoever was waiting ' +
        'reads it.',
      href: '/annonces',
    },
    {
      said: 'refuse decline share',
      title: 'Somebody takes a part of my notice, and I do not want it',
      text: 'On the notice, beside their name: “Agreed”, or “Not this time”.',
      href: '/annonces',
    },
  ],
  small: 'my the a an of to i have me how can do want from for is it where',
  print: 'Print the help, as a booklet to fold',
  next: title => `Next: ${title}`,
  all: 'All the help',
  contents: 'In this booklet',
  noName: 'The page of the village',
  onScreen: 'On the screen: “Help”, at the foot of each page.',
  printed: day => `printed on ${day}`,
}
