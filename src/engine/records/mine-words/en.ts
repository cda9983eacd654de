import type { fr } from './fr.ts'

/**
 * The English texts of *My page*, where a member corrects or takes back their own records. `fr.ts`
 * has the same keys in French.
 */
export const en: typeof fr = {
  page: 'My page',
  title: 'What I wrote',
  lead:
    'What you wrote with your card, or had noted for you: you correct it and take it back by ' +
    'yourself.',
  nothing: 'Nothing yet.',
  seenNews: 'Seen already',
  seenNewsLead: 'What you said that you saw, and still holds.',
  seenNewsNone: 'Nothing of what you saw still holds.',
  elsewhere: 'What is not shown on the page is read at the box, or by https.',
  byAnother: 'noted for you',
  forWhom: name => `for ${name}`,
  correct: 'Correct',
  correctOne: (one: string) => `Correct: ${one}`,
  withdraw: 'Take back',
  notYours: 'It is not yours, or it is no longer there.',
  notWithdrawn: 'It is not taken off: there is nothing to put back.',
  tooLate: 'It has already gone further: it can’t be corrected any more.',
  notByYou: 'The person who keeps the page took it off: ask them.',
  corrected: 'Corrected.',
  sameAsLeft:
    'Nothing changed, and this was not shown. Change what was wrong: it will be read again.',
  withdrawn: 'Taken back.',
  backAgain: 'Put back.',
  putBack: 'Put back',
  off: (one: string, day: string) => `${one}, ${day}: taken back`,
}
