import type { handingFr } from './fr.ts'

export const handingEn: typeof handingFr = {
  person: (name, n, said) => (n === 1 ? `${name}: one word` : `${name}: ${said} words`),
  allHanded: 'All handed over',
  allHandedTo: name => `All handed over to ${name}`,
  handedTo: (name, sender) => `Handed over to ${name}, the word from ${sender}`,
  missed: 'Not found',
  missedWhom: name => `${name}, not found`,
  missedOn: day => `not found ${day}`,
  missedTitle: 'Not found these days',
  missedLead: 'These words are kept. They come back above in three days, to be tried again.',
  missedSaid: 'Noted: not found. The word is kept, and whoever left it is told.',
  handedSaid: n =>
    n === 1 ? 'Noted: handed over. Thank you.' : `Noted: ${n} words handed over. Thank you.`,
  nothingThere: 'These words are not, or no longer, in your list.',
  leftAt: (day, time) => `left ${day} at ${time}`,
  news: {
    handed: name => `your word for ${name} was handed over`,
    missed: name => `${name} was not found: it will be tried again`,
    aside: name => `your word for ${name} was put aside`,
  },
  newsHeard: {
    handed: 'a word that you left was handed over',
    missed: 'somebody for whom you left a word was not found: it will be tried again',
    aside: 'a word that you left was put aside',
  },
  wordFor: sender => `a word for you, signed ${sender}`,
  wordHeard: 'a word for you',
  leftByMe: 'Words that I left',
  toWhom: name => `For ${name}`,
  strips: {
    title: 'What waits for each',
    print: 'Print what waits for each',
    for: name => `${name}, what waits for you`,
    word: sender => `A word, signed ${sender}:`,
    reach: how => `To answer: ${how}`,
    answer: who => `To answer the rest, tell ${who}.`,
    answerAll: who => `To answer, tell ${who}.`,
  },
  states: {
    carried: 'waits to be handed over',
    read: 'seen by whoever hands it over',
    missed: 'not found yet: it will be tried again',
    delivered: 'handed over',
    aside: 'put aside, not handed over',
  },
  stateOn: (state, day) => `${state}, ${day}`,
}
