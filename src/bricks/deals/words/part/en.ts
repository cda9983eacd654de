import type { fr } from './fr.ts'

const withAmount = (act: string, amount: string | undefined): string =>
  amount === undefined ? act : `${act} for ${amount}`

const NOW = {
  open: (amount: string, _stood: string) => `Part: ${amount}; not answered yet.`,
  agreed: (amount: string, _stood: string) => `Part: ${amount}; agreed.`,
  raised: (amount: string, stood: string) => `Part: ${stood}; asked for in all: ${amount}.`,
  raiseDeclined: (amount: string, stood: string) => `Part: ${stood}; no to ${amount}.`,
  declined: (amount: string, _stood: string) => `No to ${amount}.`,
}

export const en: typeof fr = {
  take: amount => `I would take${amount}.`,
  bring: amount => `I would bring${amount}.`,
  rather: {
    take: amount => `I would rather take${amount}.`,
    bring: amount => `I would rather bring${amount}.`,
  },
  none: { take: 'In the end, I take none.', bring: 'In the end, I bring none.' },
  leave: 'Take it back',
  sayHowMuch: { take: 'Say how much you would take', bring: 'Say how much you would bring' },
  onlyWords: 'A word alone is not counted.',
  line: amount => `Part: ${amount}.`,
  lineAsked: (amount, asks) => `Part: ${amount}; asked for in all: ${asks}.`,
  talking: 'Nothing is agreed yet about when to hand it over.',
  agreed: 'The part is agreed; the time is still to be set.',
  yesBoth: amount => `Agreed for ${amount}, at this time`,
  yesMoment: 'Agreed for this time',
  goBackOn: 'Go back on the part',
  noMoment: 'Not at this time',
  handedOver: 'It is done: this part was handed over, and is turned down no more.',
  stays: 'The part still counts: propose another time.',
  staysSaid: 'Noted: not this time. The part still counts.',
  full: (who, was, amount) =>
    (who === undefined ? 'a notice is complete' : `${who}: it is complete`) +
    (was === undefined ? '' : ` (“${was}”)`) +
    (amount === undefined ? '' : `; part that counts: ${amount}`),
  answers: {
    'd-accord': amount => withAmount('Agreed', amount),
    'pas-cette-fois': amount => withAmount('Not this time', amount),
    finalement: amount => withAmount('In the end, yes', amount),
  },
  ofWhom: (act, whose) => `${act}: ${whose}`,
  accepted: amount => `Agreed for ${amount}.`,
  declined: amount => `Not this time, for ${amount}.`,
  declinedSaid: 'Noted: this part counts no more, and the person will read it.',
  raiseDeclined: (amount, stood) => `Not this time for ${amount}; still agreed for ${stood}.`,
  raiseDeclinedSaid: 'Noted: what was agreed still counts, and the person will read it.',
  keptAfterAll: amount => `In the end, agreed for ${amount}.`,
  keptSaid: 'Noted: this part counts.',
  movedSince: (is, amount, stood) =>
    `This part changed meanwhile: nothing was done. ${NOW[is](amount, stood)}`,
  notCounted: 'Not this time: this part does not count.',
  refused: 'This part was not kept: it does not count, and nothing is agreed.',
  refusedNews: name =>
    name === undefined ? 'a part was not kept' : `the part of ${name} was not kept`,
}
