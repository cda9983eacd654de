import type { fr } from './fr.ts'

export const en: typeof fr = {
  interest: 'I am interested',
  interested: 'I am interested.',
  interestLead: who => `${who} will read this note, and nobody else.`,
  interestLeadNobody: 'The person of the notice will read this note, and nobody else.',
  interestKept: 'The answer will wait for you on a ticket, which the page gives you next.',
  interestAboutTitle: 'About the notice',
  firstName: 'Your first name',
  reach: 'How to reach you',
  reachHint: 'A telephone, or where you are found.',
  line: 'A few words, if you like',
  sendWord: 'Send',
  sayName: 'Say your first name.',
  sayReach: 'Say how to reach you: a telephone, or where you are found.',
  reachTooLong: 'Say it in fewer words: a telephone, or a place.',
  yourNotice: 'This notice is your own.',
  notDecidedHere: 'This notice is decided on another box: reach the person as the notice says.',
  sentSaid: 'It is sent: it will be read at their next visit.',
  sentToRelay: 'It is sent: the person who passes words on will carry it to them.',
  sentToKeeper:
    'It is sent. The box does not know this person yet: whoever keeps the page will carry it to ' +
    'them.',
  wordSaid: 'It is sent.',
  late: 'I am late',
  lateWord: 'I am late.',
  saySomething: 'Write a sentence.',
  saidNoMore: 'This conversation is over: nothing more can be written in it.',
  proposes: (when, where) => `We could meet: ${[when, where].filter(Boolean).join(', ')}.`,
  proposedIn: 'It is proposed. The answer is awaited.',
}
