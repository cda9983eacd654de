import { dayPlain, figure } from '../../../../text/days.ts'
import type { fr } from './fr.ts'

const count = (n: number | null, unit: string): string =>
  `${figure(n ?? 0, 'en')}\u00a0${unit}`.trim()

export const en: typeof fr = {
  add: 'Lend a thing',
  addLead:
    'A few words are enough: what it is, where it lives, how to reach you. The rest is set later.',
  addMore: 'Say more',
  addButton: 'Lend it',
  added: title => `${title}: it is lent. Set who books it, and for how long.`,
  notYourNotice: 'Whoever wrote the notice does this.',
  byCardAlone:
    'This notice is read with a card only, and what is lent is read without: show the notice to ' +
    'everybody first, or add the thing in other words.',
  hereAlone:
    'This notice is read here only, and what is lent is read in the villages around too: ' +
    'whoever wrote the notice does this.',
  madeAlready: 'It is lent already.',
  fromNotice: 'Lend it by days',
  fromNoticeSaid:
    'People will see when it is free, and book it without calling you. Its words will be read ' +
    'without a card too, and in the villages around.',
  seeThing: 'The days when it is free',
  setUp: 'Set it up',
  setUpLead: 'What is empty limits nothing.',
  setUpButton: 'Keep',
  heads: {
    what: 'What it is',
    inside: 'What comes with it',
    whom: 'Who has it, and when',
    share: 'How much for each person',
    against: 'Against what',
    upkeep: 'Upkeep',
  },
  notYourKit: 'Somebody else is in charge of this kit: ask them to put it in.',
  leadPastAhead: (least, most) =>
    `People would book at least ${figure(least, 'en')} and at most ${figure(most, 'en')} days ` +
    'ahead: nobody could book.',
  insideItself: 'A kit is in no other kit, nor in itself.',
  isSet: title => `${title}: it is set.`,
  lookedAfter: 'The upkeep is noted.',
  sayRepaired: 'Is it repaired? Note it in its history, and it goes out again',
  mendedTick: 'It is repaired: it goes out again',
  history: 'Its history',
  historyOf: title => `${title}: its history`,
  upkeepDone: 'What was done',
  noUpkeep: 'No upkeep is noted.',
  noTurn: 'No turn yet.',
  noteUpkeep: 'Note an upkeep',
  dueNow: ({ since, meter, at, next }, unit, today) =>
    since == null
      ? `Upkeep is due (${count(meter, unit)}, planned at ${count(at, unit)}).`
      : `Upkeep is due since ${dayPlain(next ?? since, 'en', today)}.`,
  dueNext: ({ meter, at, next }, unit, today) =>
    `Next upkeep: ${[
      ...(next === null ? [] : [dayPlain(next, 'en', today)]),
      ...(at === null ? [] : [`at ${count(at, unit)}: ${count(at - (meter ?? 0), unit)} left`]),
    ].join(' or ')}.`,
  meterAt: said => `The meter says ${said}.`,
  turns: 'Its turns',
  turnsCount: (turns, days) =>
    `${turns === 1 ? '1 turn' : `${turns} turns`}, ` +
    `${days === 1 ? '1 day' : `${days} days`} within the year.`,
  columns: { when: 'When', who: 'Who', how: 'What happened', what: 'What', meter: 'Meter' },
  daysLate: days => (days === 1 ? 'a day late' : `${figure(days, 'en')}\u00a0days late`),
  printIt: 'Print',
  lacking: pieces => `${new Intl.ListFormat('en', { type: 'conjunction' }).format(pieces)} missing`,
  printSheet: 'How to use it, to print',
  printLabel: 'Label',
  sheetPieces: 'To count when it goes and when it comes back',
  sheetPlace: 'Where',
  sheetReach: 'To talk about it',
  labelBack: reach => `Bring back: ${reach}`,
  labelCall: reach => `To talk about it: ${reach}`,
  labelWhose: (name: string) => `It belongs to ${name}`,
  labelCode: ', to type in Search, on the page',
  labelDeposit: (money: string) => `Deposit: ${money}`,
  labelPage: (title: string) => `The page of ${title}`,
  labelUpkeep: (units, unit, days) =>
    units === null && days === null
      ? ''
      : `Upkeep: ${[
          ...(units === null ? [] : [`every ${count(units, unit)}`]),
          ...(days === null ? [] : [`every ${count(days, 'days')}`]),
        ].join(', or ')}`,
  labelPiece: title => `Part of ${title}`,
}
