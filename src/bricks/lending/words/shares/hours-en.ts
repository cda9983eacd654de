import type { inHours as inHoursFr } from './hours-fr.ts'

export const inHours: typeof inHoursFr = {
  plain: {
    stays:
      'None of this leaves this box. Whoever keeps the accounts reads all of it; each reads what ' +
      'is asked of all, and their own part.',
    nobodyEngaged: 'Nobody has engaged yet.',
    agreedPrice: each => `Agreed together: ${each}.`,
    priceRounded: (sum, amount) => `(${sum} = ${amount}: the time written here is rounded.)`,
    isClosed: 'The accounts of this year are closed: the parts change no more.',
    paidThere: name =>
      `The balances are carried to ${name}, whose accounts are closed: what is given after it is ` +
      'noted there.',
  },
  costs: {
    price: 'Hours spent making it',
    aid: 'Hours offered by others',
    resale: 'Hours that it saves at the end',
    interest: 'More hours, for a year',
    agreed: 'Hours for a unit, agreed together',
  },
  asks: {
    cost: 'What it asks for',
    years: { label: 'Kept for how many years', hint: 'Nothing: all is given in one year.' },
  },
  nothingAsked: 'Nothing is counted: only the use is noted.',
  fixedBy: 'What is to be given each year is shared',
  part: { fixed: 'to be done even if it is not used', variable: 'because it is used' },
  partLabel: 'Of which sort',
  formula: {
    now: 'Where today’s hours come from',
    price: 'Hours spent making it',
    aid: 'less the hours offered by others',
    resale: 'less the hours that it saves at the end',
    depreciation: years =>
      years === 1 ? 'to be given in one year' : `÷\u00a0${years}\u00a0years: wear of a year`,
  },
  whatIfFixed: 'To be given each year',
  statement: {
    paid: 'Given',
    broughtOwed: name => `Brought from ${name}, still to give`,
    owes: 'Still to give',
    even: 'Still to give',
    restPaid: day => `Rest given on ${day}`,
    paidOtherwise: day => `Given on ${day}`,
    advanced: (what, day) => `Done on ${day}: ${what}`,
    real: 'The real hours, and where they come from',
    expected: 'The expected hours, and where they come from',
  },
  notebook: {
    ofOthers: units => `${units} are of somebody who does not share: nobody takes them.`,
  },
  accounts: {
    spent: 'The work done',
    amount: 'Hours',
    wearHint: 'Wear is nobody’s work: it stays for later, or it goes to whoever made the thing.',
    keptAside: 'kept for later',
    aside: amount => `Of which ${amount} are kept for wear.`,
    asideLacks: amount => `${amount} should be kept for wear.`,
    zeroAside:
      'Once each has given what they owe (−) and got what is theirs (+), what is kept for wear ' +
      'is left.',
    payments: 'Other hours given',
    otherPayment: 'Note other hours given',
    paymentHint: 'Hours given to whoever did too many, or given back to them.',
    sum: 'How many hours',
    sumHint: 'With a − before it: given back, or to mend what was noted wrong.',
    payday: 'Given on',
    notePayment: 'Note these hours',
    settlement: 'By the work done',
    settlementLead: by =>
      `The work of the year ${by}, that of use by use; beside it, what is given.`,
    broughtLead: name =>
      `The balances of ${name} are carried here: + in their favour, − still to give.`,
    zero: 'Once each has given what they owe (−) and got what is theirs (+), all are quits.',
    closeAnyway: 'Once closed, the noted work and the notebook change no more.',
    restPaid: (name, amount) => `${name} gave ${amount}`,
    paidBack: (name, amount) => `${amount} given back to ${name}`,
  },
  said: {
    sayPayer: 'Say who gave.',
    paidNow: 'The hours given are noted.',
    notClosed: 'The accounts are not closed.',
  },
}
