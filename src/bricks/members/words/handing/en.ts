import type { handingFr } from './fr.ts'

export const handingEn: typeof handingFr = {
  person: (name, n, said) => (n === 1 ? `${name}: one word` : `${name}: ${said} words`),
  allHanded: 'All handed over',
  allHandedTo: name => `All handed over to ${name}`,
  handedTo: (name, sender) => `Handed over to ${name}, the word from ${sender}`,
  missed: 'Not found',
  missedWhom: name => `${name}, not found`,
  refuse: 'Do not hand over',
  refuseTo: (name, sender) => `Do not hand over to ${name} the word from ${sender}`,
  missedOn: day => `not found ${day}`,
  withRelays: 'With the relays',
  missedTitle: 'Not found these days',
  missedLead: 'These words are kept. They come back above in three days, to be tried again.',
  countMissed: n =>
    n === 1
      ? 'Another one is for somebody who was not found these days.'
      : `${n} others are for people who were not found these days.`,
  countCarried: n => (n === 1 ? 'A relay has another one.' : `Relays have ${n} others.`),
  missedSaid: 'Noted: not found. The word is kept, and whoever left it is told.',
  handedSaid: n =>
    n === 1 ? 'Noted: handed over. Thank you.' : `Noted: ${n} words handed over. Thank you.`,
  nothingThere: 'These words are not, or no longer, in your list.',
  leftAt: (day, time) => `left ${day} at ${time}`,
  news: {
    handed: name => `your word for ${name} was handed over`,
    missed: name => `${name} was not found: it will be tried again`,
    aside: name => `your word for ${name} was not handed over`,
    threadAside: name => `your word for ${name} was not carried: it is read only in your exchange`,
  },
  newsHeard: {
    handed: 'a word that you left was handed over',
    missed: 'somebody for whom you left a word was not found: it will be tried again',
    aside: 'a word that you left was not handed over',
    threadAside: 'a word that you left was not carried: it is read only in your exchange',
  },
  wordFor: sender => `a word for you, signed ${sender}`,
  wordHeard: 'a word for you',
  reply: 'Answer',
  leftByMe: 'Words that I left',
  toWhom: name => `For ${name}`,
  strips: {
    title: 'What waits for each',
    print: 'Print what waits for each',
    nothing: 'Nothing waits for anybody: there is nothing to print. See “Words to hand over”.',
    heard: 'This sheet is printed at the box, or over https: it bears people’s words.',
    for: name => `${name}, what waits for you`,
    word: (from: string, day: string) => `A word ${from}, left on ${day}:`,
    printed: (day: string) => `printed on ${day}`,
    reach: how => `To answer: ${how}`,
    answer: who => `To answer the rest, tell ${who}.`,
    answerAll: who => `To answer, tell ${who}.`,
  },
  states: {
    carried: 'waits to be handed over',
    read: 'seen by whoever hands it over',
    missed: 'not found yet: it will be tried again',
    delivered: 'handed over',
    aside: 'was not handed over',
    threadAside: 'was not carried: it is read only in your exchange',
  },
  statesOn: {
    missed: day => `not found ${day}; it will be tried again another day`,
    delivered: day => `handed over ${day}`,
  },
}
