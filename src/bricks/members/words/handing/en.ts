import type { handingFr } from './fr.ts'

const and = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction', style: 'long' }).format(names)

const wordOf = (by: string | null): string => (by === null ? 'your word' : `the word of ${by}`)

const MOST_NAMES = 3
export function toNames(names: readonly string[]): string {
  const more = names.length - MOST_NAMES
  const rest = more > 0 ? [more === 1 ? 'another person' : `${more} others`] : []
  return names.length === 0 ? '' : ` to ${and([...names.slice(0, MOST_NAMES), ...rest])}`
}

const orDirectly = (reach: string | null): string =>
  reach === null || reach === '' ? '.' : `, or directly: ${reach}.`

export const handingEn: typeof handingFr = {
  person: (name, n, said) => (n === 1 ? `${name}: one word` : `${name}: ${said} words`),
  oneByOne: 'One word at a time',
  oneByOneOrReply: 'One word at a time, note an answer',
  allHanded: 'All handed over',
  allHandedTo: name => `All handed over to ${name}`,
  handedTo: (name, sender) => `Handed over to ${name}, the word from ${sender}`,
  missed: 'Not found',
  missedWhom: name => `${name}, not found`,
  refuse: 'Do not hand over',
  refuseTo: (name, sender) => `Do not hand over to ${name} the word from ${sender}`,
  missedOn: day => `not found ${day}`,
  withRelays: 'With the relays',
  relayReads: 'This word is of a conversation: its relay alone reads it.',
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
    handed: (name, by) => `${wordOf(by)} for ${name} was handed over`,
    missed: name => `${name} was not found: it will be tried again`,
    aside: (name, by) => `${wordOf(by)} for ${name} was not handed over`,
    threadHanded: (name, by) => `what ${by ?? 'you'} said to ${name} is passed on`,
    threadAside: (name, by) =>
      `${wordOf(by)} for ${name} was not carried: it is read only in your exchange`,
  },
  newsHeard: {
    threadHanded: 'what you said in an exchange is passed on',
    handed: 'a word that you left was handed over',
    missed: 'somebody for whom you left a word was not found: it will be tried again',
    aside: 'a word that you left was not handed over',
    threadAside: 'a word that you left was not carried: it is read only in your exchange',
  },
  wordFor: sender => `a word for you, signed ${sender}`,
  wordHeard: 'a word for you',
  reply: 'Answer',
  replyLabel: 'The answer, in a few words',
  replySend: 'Send this answer',
  sayReply: 'Write the answer, in a few words.',
  replySaid: 'Noted: whoever left the word will read the answer.',
  repliedOn: day => `Answered ${day}:`,
  replied: (name, by, said) =>
    `${name} answered ${wordOf(by)}${said === undefined ? '' : `: “${said}”`}`,
  replyHeard: 'somebody answered a word that you left',
  leftByMe: 'Words that I left',
  toWhom: name => `For ${name}`,
  isFor: name => `For ${name}.`,
  strips: {
    title: 'What waits for each',
    print: 'Print what waits for each',
    nothing: 'Nothing waits for anybody: there is nothing to print. See “Words to hand over”.',
    heard: 'This sheet is printed at the box, or over https: it bears people’s words.',
    for: (name, found) => `${name}${found === '' ? '' : ` (${found})`}, what waits for you`,
    word: (from: string, day: string) => `A word ${from}, left on ${day}:`,
    printed: (day: string) => `printed on ${day}`,
    reach: how => `To answer: ${how}`,
    times: (line, n) => `${line} (${n}\u00a0times)`,
    answer: who => `To answer the rest, tell ${who}.`,
    answerAll: who => `To answer, tell ${who}.`,
  },
  now: {
    sentence: text => `${text}.`,
    proposed: moment => `Proposed: ${moment}.`,
    agreed: moment => (moment === null ? 'It is agreed.' : `It is agreed: ${moment}.`),
    agreedWith: ({ others, when, about }) =>
      `It is agreed${others.length === 0 ? '' : ` with ${and(others)}`}` +
      `${when === null ? '' : `: ${when}`}${about === '' ? '' : `, ${about}`}.`,
    since: {
      done: 'Since then, it is noted as done.',
      fallen: 'Since then, it is off.',
      ended: 'Since then, this conversation is over.',
    },
    tell: (whom, reach) => `To answer: tell ${whom}${orDirectly(reach)}`,
    yesOrNo: (whom, reach) =>
      `To answer: say yes, no, or another time to ${whom}${orDirectly(reach)}`,
    ask: 'Ask for the answer: yes, no, or another time.',
    directly: reach => `To answer directly: ${reach}.`,
    note: name => `Note ${name}’s answer`,
    noteTo: (name, sender) => `Note ${name}’s answer to ${sender}`,
  },
  writeFor: {
    title: 'Write for somebody',
    whom: names => `You write for ${and(names)}: each form asks for whom it is.`,
    anybody: 'Each form asks whether it is for somebody else.',
    answer: 'Answer a notice',
  },
  insultHere: 'This message holds an insult.',
  insultUnprinted: who =>
    `This message holds an insult: it is not printed. To read it, ask ${who}.`,
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
