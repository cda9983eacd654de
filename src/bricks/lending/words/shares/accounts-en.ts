import type { accounts as accountsFr } from './accounts-fr.ts'

const and = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction', style: 'long' }).format(names)

/** What people read of the accounts of a thing that several own. */
export const accounts: typeof accountsFr = {
  of: (thing, name) => `Accounts: ${thing}, ${name}`,
  spent: 'What was spent',
  nothingSpent: 'Nothing is noted yet.',
  what: 'What',
  day: 'Day',
  part: 'Sort',
  advancedBy: { money: 'Paid by', hours: 'Done by' },
  byPurse: { money: 'the common purse', hours: 'nobody in particular' },
  amount: 'Amount',
  hours: 'How many hours',
  fixed: 'costs of the year',
  variable: 'costs of use',
  wear: 'Wear of the year',
  wearFor: 'For whom',
  wearHint:
    'Nobody spends the wear: the purse keeps it for later, or it is owed to who paid the ' +
    'thing. Where a loan is paid back, note that as a cost instead.',
  keptAside: 'kept in the purse',
  aside: amount => `Of which ${amount} are kept for the wear, which is no expense.`,
  asideLacks: amount => `It should keep ${amount} for the wear, which is no expense.`,
  zeroAside:
    'Once each has paid what they owe (−) and got what is theirs (+), the purse has what is ' +
    'kept for the wear.',
  noteWear: amount => `Note the wear of the year, ${amount}`,
  spend: 'Note',
  calls: 'The calls',
  callsLead: (amount, count) =>
    `Expected for the year: ${amount}, called ${count === 1 ? 'once' : `in ${count} times`}.`,
  call: n => `Call ${n}`,
  callNow: (n, count) => `Make call ${n} of ${count}`,
  paidBy: (name, n) => `${name} paid call ${n}`,
  gathered: (got, left) => `Paid in: ${got}. Still to come: ${left}.`,
  printCall: n => `Print call ${n}, a slip for each household`,
  callTitle: (n, count) => `Call ${n} of ${count}`,
  callOf: amount => `To pay: ${amount}`,
  callFrom: (units, all, expected) =>
    `Engaged: ${units}, of ${all} in all. Expected for the year: ${expected}.`,
  calledOn: day => `Asked on ${day}.`,
  paidOn: day => `Paid on ${day}.`,
  payBefore: 'Before',
  payTo: 'To whom, and how',
  notePaid: 'Note who paid',
  payments: 'Other payments',
  otherPayment: 'Note another payment',
  paymentHint:
    'Part of a call, or what is paid back. A call that is paid in full is ticked among the ' +
    'calls.',
  payerNone: 'choose',
  sum: 'How much is paid',
  sumHint: 'With a − before it: paid back, or to mend a payment that was noted wrong.',
  payday: 'Paid on',
  notePayment: 'Note this payment',
  settlement: 'At the real cost',
  settlementLead: by => `Costs of the year ${by}, costs of use by use; beside them, what is paid.`,
  broughtLead: name =>
    `The balances of ${name} are carried here: + in their favour, − still to pay.`,
  due: 'Their part',
  paid: { money: 'Paid', hours: 'Given' },
  balance: 'Balance',
  purseHolds: {
    money: amount => `In the purse: ${amount}.`,
    hours: amount => `Given beyond the work that is noted: ${amount}.`,
  },
  purseLacks: {
    money: amount => `The purse lacks ${amount}.`,
    hours: amount => `Of the work that is noted, nobody gave ${amount}.`,
  },
  zero: 'Once each has paid what they owe (−) and got what is theirs (+), the purse is at zero.',
  off: {
    money: names => `One cent more or less, so that the sum holds: ${and(names)}.`,
    hours: names => `One minute more or less, so that the sum holds: ${and(names)}.`,
  },
  printAll: 'Print the statements',
  printOne: 'Their statement',
  close: 'Close the accounts',
  notOver: day => `The year ends on ${day}: it is not over yet.`,
  unpaid: 'Calls are not paid:',
  owed: amount => `, ${amount}`,
  closeAnyway: 'Once closed, costs and notebook change no more. Who pays is still noted.',
  closeNow: 'Close all the same',
  rest: 'Settled since the closing',
  restPaid: (name, amount) => `${name} paid ${amount}`,
  paidBack: (name, amount) => `${amount} paid back to ${name}`,
  noteRests: 'Note what is settled',
}
