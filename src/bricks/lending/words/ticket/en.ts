import type { fr } from './fr.ts'

const and = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction', style: 'long' }).format(names)

export const en: typeof fr = {
  asked: 'It is asked for. Nothing is booked before the answer.',
  waiting: 'It is taken: you have it if it becomes free.',
  overtaken: isClosed =>
    isClosed
      ? 'these days are kept closed since you asked.'
      : 'somebody else was given these days before the answer.',
  seeOthers: 'See other days, the waiting list, and who else lends one',
  isFreed: said => `${said} Tell whoever is in charge that you take it, here or in person.`,
  takeIt: 'I take it',
  askedKept: until =>
    `It is asked for, and kept for you until ${until}. Nothing is booked before the answer.`,
  isOut: 'You have it.',
  isBackShort: 'It is back, not complete.',
  isBack: 'It is back. Thank you.',
  over: 'It is called off.',
  youWrote: 'What you wrote',
  correct: 'Correct',
  askOther: 'Ask for another day',
  askThem: 'Ask for these days',
  askedAnew: 'It is asked for. The days that were given stay yours until the answer.',
  asksOther: (when, isKept) =>
    `You ask for this instead: ${when}. ` +
    (isKept
      ? 'The days that were given stay yours until the answer.'
      : 'Nothing is booked before the answer.'),
  placeOf: when => `In place of what was given: ${when}.`,
  toRepair: 'It is to be repaired: call before you come.',
  whom: 'Whom to ask:',
  where: where => `To fetch: ${where}.`,
  deposit: amount => `Bring the deposit: ${amount}.`,
  fee: (amount, what) => `It costs ${amount}${what === '' ? '' : ` (${what})`}.`,
  insurance: 'Bring the insurance certificate.',
  back: {
    head: 'To bring back',
    leaving: 'When you leave',
    by: (until, where) => `At the latest ${until}${where === '' ? '' : `, ${where}`}.`,
    leave: until => `It is yours until: ${until}.`,
    to: (names, isRoom) => (isRoom ? `Tell ${and(names)}.` : `To hand over to ${and(names)}.`),
    hours: hours => `Fetched and brought back: ${hours}.`,
    count: n => `There are ${n}: count them.`,
    pieces: pieces => `With all its pieces: ${and(pieces)}.`,
    how: said => `How: ${said}`,
    consumables: said => `Used up with it: ${said}`,
    deposit: amount => `The deposit (${amount}) is given back with the return.`,
  },
  staysWhileOut:
    'You have it: your name and number stay with whoever is in charge until it is back.',
  callsOff: when => `Your booking, ${when}, will be called off.`,
}
