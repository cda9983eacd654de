import { dayPlain } from '../../../../text/days.ts'
import { accounts } from './accounts-en.ts'
import type { fr } from './fr.ts'
import { inHours } from './hours-en.ts'
import { notebook } from './notebook-en.ts'
import { costs } from './types-en.ts'

const many = (n: number, one: string, more: string): string => (Math.abs(n) === 1 ? one : more)

export const en: typeof fr = {
  title: 'What it costs each',
  titleOf: thing => `${thing}: what it costs each`,
  lead:
    'Something bought together: who engages for how much, the price of an hour or a hectare, the ' +
    'notebook, and the accounts at the end of the year.',
  toShares: 'What it costs each',
  onThing: 'Do several own this, or would you share what it costs?',
  stays:
    'None of this leaves this box. Whoever keeps the accounts reads all of it; each reads the ' +
    'price, what was spent, and their own part.',
  years: 'Years',
  closedOn: day => `, accounts closed on ${day}`,
  open: 'Open this year',
  openFirst: 'Open a first year',
  openNext: 'Open another year',
  goOn: name => `The same people go on, as in ${name}`,
  yearOf: (thing, name) => `${thing}, ${name}`,
  toNotebook: 'The notebook',
  toOwn: 'Note my use',
  toAccounts: 'The accounts',
  costs,
  asks: {
    cost: 'What it costs',
    costHint: 'Leave empty what is not counted. In hours, write 3 h or 1 h 30.',
    perUnit: 'For each hour, hectare, kilometre… of use:',
    sharing: 'How it is shared',
    years: { label: 'Kept for how many years', hint: 'Nothing: paid in one year.' },
    calls: {
      label: 'How many calls a year',
      hint:
        'In how many times each pays their part of what is expected. Nothing: once. Who counts ' +
        'in hours calls for nothing.',
    },
    meterStart: {
      label: 'Meter on the first day',
      hint: 'Nothing: where the year before left it.',
    },
    who: {
      label: 'Who engages',
      hint: 'The name on the card, or that of a household without one.',
    },
    engaged: {
      hour: 'For how many hours a year',
      hectare: 'For how many hectares a year',
      km: 'For how many kilometres a year',
      bale: 'For how many bales a year',
      kg: 'For how many kilos a year',
      time: 'For how many times a year',
    },
  },
  units: {
    hour: n => `${n}\u00a0h`,
    hectare: n => `${n}\u00a0ha`,
    km: n => `${n}\u00a0km`,
    bale: n => `${n}\u00a0bale${n === '1' ? '' : 's'}`,
    kg: n => `${n}\u00a0kg`,
    time: n => `${n}\u00a0time${n === '1' ? '' : 's'}`,
  },
  each: {
    hour: n => `${n} an hour`,
    hectare: n => `${n} a hectare`,
    km: n => `${n} a kilometre`,
    bale: n => `${n} a bale`,
    kg: n => `${n} a kilo`,
    time: n => `${n} each time`,
  },
  price: {
    money: 'The price, and where it comes from',
    hours: 'The hours to give, and where they come from',
  },
  formula: {
    step: 'Step',
    amount: 'Amount',
    now: 'Where today’s price comes from',
    price: costs.price,
    aid: 'less the aid received',
    resale: 'less what it is worth at the end',
    depreciation: years =>
      years === 1 ? 'to be paid in one year' : `÷\u00a0${years}\u00a0years: wear of a year`,
    fixed: {
      money: '= to be paid each year, used or not',
      hours: '= to be given each year, used or not',
    },
    engaged: units => `÷\u00a0${units} engaged`,
    perUnit: {
      money: {
        hour: 'the price of an hour',
        hectare: 'the price of a hectare',
        km: 'the price of a kilometre',
        bale: 'the price of a bale',
        kg: 'the price of a kilo',
        time: 'the price of each time',
      },
      hours: {
        hour: 'to give for an hour of use',
        hectare: 'to give for a hectare',
        km: 'to give for a kilometre',
        bale: 'to give for a bale',
        kg: 'to give for a kilo',
        time: 'to give for each time',
      },
    },
  },
  agreedPrice: each => `Price agreed together: ${each}.`,
  rounding: {
    money:
      'Each line is rounded to the nearest (half a cent goes up), and the next begins from what ' +
      'is written: a pocket calculator finds the same.',
    hours:
      'Each line is rounded to the nearest (half a minute goes up), and the next begins from ' +
      'what is written: a pocket calculator finds the same.',
  },
  expected: (sum, amount) =>
    'Expected for the year, if all do what they said: ' +
    `${sum === amount ? amount : `${sum} = ${amount}`}.`,
  priceRounded: (sum, amount) => `(${sum} = ${amount}: the price written here is rounded.)`,
  nobodyEngaged: 'Nobody has engaged yet: there is no price yet.',
  people: n =>
    n === 0 ? 'Nobody shares yet' : many(n, 'One person or household', `${n} people or households`),
  heads: { who: 'Who', engaged: 'Engaged', used: 'Done' },
  gone: 'somebody who left',
  engage: 'Engage',
  engagedOf: name => `Engagement of ${name}`,
  correct: 'Correct',
  takeOff: 'Take off',
  strike: 'Strike',
  change: 'Change the costs or how they are shared',
  keep: 'Save',
  drop: 'Erase this year, of which nothing is noted',
  reopen: 'Open the accounts again',
  isClosed:
    'The accounts of this year are closed: the parts change no more. Who pays is still noted.',
  brought: name => `Brought from ${name}`,
  departed: name => `${name}, shares no more`,
  carriedOn: name => `The balances are carried to ${name}.`,
  paidThere: name =>
    `The balances are carried to ${name}, whose accounts are closed: who pays after it is noted ` +
    'there.',
  total: 'Together',
  notClosed: 'The accounts are not closed: note a paid call instead.',
  soFar: 'By what is noted so far; the accounts are not closed.',
  asTable: 'As a table (CSV)',
  yours: 'Your part',
  printOwn: 'Print my statement',
  by: { engaged: 'by engagement', used: 'by use', equal: 'equally' },
  statement: {
    title: 'Statement',
    engaged: 'Engaged',
    used: 'Done',
    fixed: by => `Part of the costs of the year, ${by}`,
    variable: 'Part of the costs of use',
    extra: 'By the statutes, on engagement',
    due: 'Their part',
    paid: 'Paid or advanced',
    broughtBack: name => `Brought from ${name}, in their favour`,
    broughtOwed: name => `Brought from ${name}, still to pay`,
    together: amount => `(together: ${amount})`,
    owes: 'Still to pay',
    getsBack: 'To be paid back',
    even: 'Still to pay',
    ofAll: (label, all) => `${label}, of ${all} in all`,
    byUnits: (total, units, all) => `${total} × ${units} ÷ ${all}`,
    byAll: (total, all) => `${total} ÷ ${all}`,
    lessExtras: (fixed, extras) => `(${fixed} − ${extras})`,
    step: (label, sum) => `${label}: ${sum}`,
    nearest: {
      money: 'Each part is rounded to the nearest cent.',
      hours: 'Each part is rounded to the nearest minute.',
    },
    off: {
      money: more => `one cent ${more ? 'more' : 'less'}, so that the sum holds`,
      hours: more => `one minute ${more ? 'more' : 'less'}, so that the sum holds`,
    },
    callPaid: (n, day) => `Call ${n}, paid on ${day}`,
    callUnpaid: (n, amount) => `Call ${n}, ${amount}, not paid yet`,
    callInRest: (n, amount) => `Call ${n}, ${amount}, paid with the rest`,
    restPaid: day => `Rest paid on ${day}`,
    paidBack: day => `Paid back on ${day}`,
    paidLess: day => `Paid back, or mended, on ${day}`,
    paidOtherwise: day => `Paid on ${day}`,
    advanced: (what, day) => `Paid on ${day}: ${what}`,
    own: 'Use, line by line',
    ownLine: (day, from, to) => `${day}, from ${from} to ${to}`,
    allFixed: 'Costs of the year, in all',
    allVariable: 'Costs of use, in all',
    real: 'The real price, and where it comes from',
    expected: 'The expected price, and where it comes from',
    realFixed: sum => `${sum}, costs of the year`,
    realVariable: sum => `+ ${sum}, costs of use`,
  },
  rule: {
    title: 'Engagement and use',
    hint: years =>
      `The mean of ${years} years at most, beside what was engaged: under 80% or over 120%.`,
    under: (name, percent, apart) => `${name}: ${percent}%, ${apart} are missing.`,
    over: (name, percent, apart) => `${name}: ${percent}%, ${apart} over 120%.`,
    missed: (units, each) => `${units} × ${each}`,
    beyond: (units, each, percent) => `${units} × ${each} × ${percent}%`,
    due: (amount, article, sum) => `By the statutes (${article}): ${amount} (${sum}).`,
    notDue: (amount, sum) =>
      `Nothing is due: no article of the statutes is named. It would be ${amount} (${sum}).`,
    sharedAlready: by => `Nothing more is due: the costs of the year are shared ${by}.`,
    revised: units => `An engagement of ${units} would fit this use.`,
  },
  whatIf: {
    title: 'What if…',
    now: 'As it is',
    people: n => (n < 0 ? `${-n} fewer` : n === 1 ? 'One person more' : `${n} people more`),
    years: n => `Kept ${Math.abs(n)} year${many(n, '', 's')} ${n < 0 ? 'less' : 'more'}`,
    both: 'Both',
    forYears: n => `${n} year${many(n, '', 's')}`,
    rows: {
      people: 'How many we are',
      years: 'Kept for',
      engaged: 'Engaged in all',
      fixed: 'To be paid each year',
      each: units => `For whoever takes ${units}, a year`,
    },
    askPeople: 'How many people more',
    askYears: 'Kept how many years more',
    see: 'See',
    print: 'Print the sheet of the meeting',
    nobody: 'Nobody would be left, or not a year.',
    assumes: units =>
      `Whoever joins engages for ${units}, the mean of the others to the nearest unit. Upkeep ` +
      'stays the same: an older thing may want more.',
    decided: 'Decided at the meeting',
  },
  notebook,
  accounts,
  inHours,
  closeFirst: name => `Close ${name} first: its balances go to this year.`,
  nobodyPays: 'Costs are noted, and nobody is there to share them: say first who engages.',
  reopenFirst: (name, after) =>
    `The balances of ${name} are in the closed accounts of ${after.at(-1)} already: ` +
    `first open ${after.join(', then ')} again.`,
  notHere: 'It is here no more, or it is not yours to write.',
  endsBefore: 'The end comes before the start.',
  costOutside: (first, last) =>
    `A cost of this year is dated from ${dayPlain(first, 'en')} to ${dayPlain(last, 'en')}. ` +
    'What is paid before or after, and counts for this year, is noted on its first or last day.',
  tooLong: 'A year, or a season, lasts two years at most.',
  notedOn: day => `Something is noted on ${dayPlain(day, 'en')}: this day stays in the year.`,
  unitStays: 'Lines of the notebook are noted in the former unit: it stays.',
  countsStay: 'Amounts are noted already: counting goes on as before.',
  opened: 'The year is open. Now say who engages.',
  kept: 'Noted.',
  closedNow: 'The accounts are closed. The statements can be given.',
  reopened: 'The accounts are open again.',
  isUsed: 'Things are noted in it: it can’t be erased any more.',
  dropped: 'The year is erased.',
  sayWho: 'Say who engages.',
  shorterName: 'A shorter name, please.',
  engagedAlready: name => `${name} has engaged already: correct their line.`,
  engagedNow: name => `${name} shares.`,
  partUsed: 'A use or an amount is noted under this name: it stays.',
  leftNow: 'Taken off.',
  noLine: 'No line is filled in.',
  onLine: (line, why) => `Line ${line}: ${why}`,
  keyed: n => many(n, 'One line is noted.', `${n} lines are noted.`),
  struck: 'Struck.',
  sayPayer: 'Say who paid.',
  badPayday: 'A day that is past, or today: 3/12/2026.',
  paidNow: 'The payment is noted.',
  spentNow: { money: 'The cost is noted.', hours: 'The hours are noted.' },
  wearNoted: 'The wear of the year is noted already, or there is none.',
  nothingToCall: 'Nothing to call for: it needs costs, and people who engaged.',
  allCalled: count =>
    many(count, 'The call is made already.', `All ${count} calls are made already.`),
  calledNow: (n, count) => `Call ${n} of ${count} is made.`,
  bad: {
    money: 'An amount in euros: 350, or 12.50.',
    hours: 'Hours: 3 h, or 1 h 30.',
    whole: most => `A whole number, from 1 to ${most}.`,
  },
  cell: {
    badDay: 'the day can’t be read.',
    otherYear: 'the day is not of this year.',
    toCome: 'that day has not come yet.',
    sayWho: 'it lacks who.',
    badMeter: 'the meter can’t be read (3.2 or 1 h 30).',
    badUnits: 'the use can’t be read (3.2 or 1 h 30).',
    backwards: 'the meter goes back: read it again.',
    past: 'the meter was further already, with the use noted before: write the start.',
    sayUnits: 'it lacks the meter at the end, or the use.',
  },
}
