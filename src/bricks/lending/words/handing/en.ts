import { nullPrototype } from '../../../../core/null-prototype.ts'
import { dayAfter, dayPlain, fromToday, weekday } from '../../../../text/days.ts'
import type { KeyedNow } from '../../model/handing/keyed-now.ts'
import type { handingFr } from './fr.ts'

const and = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction', style: 'long' }).format(names)

const STATES: Readonly<Record<string, string>> = nullPrototype({
  out: 'out',
  back: 'back',
  noShow: 'did not come',
})
/** *Motoculteur (Paul), revenu*. */
const keyedNow = ({ title, name, state }: KeyedNow): string =>
  [name === '' ? title : `${title} (${name})`, STATES[state]].filter(Boolean).join(', ')

/** Days gone by, as a hand writes them: *yesterday, Saturday, 29/11*. */
const daysBefore = (today: string): string => {
  const [, month, day] = dayAfter(today, -3).split('-').map(Number)
  return `yesterday, ${weekday(dayAfter(today, -2), 'en')}, ${day}/${month}`
}

export const handingEn: typeof handingFr = {
  title: 'The sheet of the day',
  lead: 'What goes out and what comes back, with each one’s word: handed out without a screen.',
  stays: 'It bears names: it is for who is in charge, and is not put up.',
  onlyHere: 'This page bears names: open it by https, or at the box.',
  notInCharge: 'You are in charge of nothing that is lent.',
  today: 'today',
  tomorrow: 'tomorrow',
  prepare: 'Prepare the sheet',
  prepareLead: lines => `Each booking gets its word, and ${lines} blank lines get one each.`,
  prepared: 'The sheet is ready: print it.',
  print: 'Print the sheet',
  printSlips: 'Print the slips',
  printBlanks: 'Print blank slips',
  keyIt: 'Key the sheet',
  keyWord: title => `Note this word: ${title}`,
  yourWord: word =>
    `Your word: ${word}. It is enough to say it when you come, even with the power off.`,
  isYours: (title, when) => `${title}: it is yours, ${when}.`,
  blankWord: 'free',
  out: 'What goes out',
  nothingOut: 'Nothing is booked.',
  back: 'What must come back',
  late: 'What should be back',
  blanks: 'Without a booking',
  blanksLead: 'A line for each hand-out that nobody booked: its word is enough.',
  heads: {
    when: 'When',
    what: 'What',
    who: 'For whom',
    word: 'The word',
    seen: 'To see',
    out: 'Out, day and time',
    back: 'Back, day and time',
    until: 'Until when',
    meterOut: 'Meter, going out',
    meterBack: 'Meter, back',
    notes: 'State, what is missing',
  },
  missing: pieces => `Missing: ${and(pieces)}`,
  missingSince: (piece, name) => (name === '' ? piece : `${piece} (since the turn of ${name})`),
  missingFrom: (piece, day) => (day === '' ? piece : `${piece} (since ${day})`),
  deposit: money => `deposit ${money}`,
  depositAlone: 'deposit',
  insurance: 'insurance',
  how:
    'Whoever says their word takes the thing. Note the real time, the meter and what is missing; ' +
    'all of it is keyed later by the words, in any order.',
  keyedAt: path => `To be keyed on the page, at ${path}`,
  printed: day => `printed on ${day}`,
  slips: 'The slips of the day',
  slip: {
    says: 'the word',
    who: 'For whom',
    phone: 'Telephone',
    what: 'What',
    until: 'Until when',
    pieces: 'In it',
    seen: 'Seen',
    out: 'Out on, at',
    back: 'Back on, at',
    meters: {
      h: { out: 'h, going out', back: 'h, back' },
      km: { out: 'km, going out', back: 'km, back' },
      any: { out: 'Meter', back: 'Back' },
    },
    state: 'Condition, what is missing',
  },
  keyingLead:
    'What was noted on paper, in any order. A line that is wrong comes back alone, ' +
    'the others are written.',
  dayOfAll: 'The day of lines that say none',
  dayHint: today => `${daysBefore(today)}. Nothing: today.`,
  lineCalled: n => `Line ${n}`,
  did: 'What happened',
  didSaid: { out: 'out', back: 'back', noShow: 'did not come' },
  parts: {
    word: 'The word',
    day: 'Another day',
    time: 'The time',
    name: 'For whom',
    phone: 'Telephone',
    thing: 'What',
    until: 'Until which day',
    meter: 'Meter',
    missing: 'What is missing',
    state: 'Condition',
  },
  nothingChosen: '…',
  more: 'Without a booking, another day, the condition, the deposit',
  depositDone: 'Deposit seen, or returned',
  comeBackHead: 'To mend',
  comeBackLead: 'Empty the word of a line to throw it away.',
  keyAct: 'Write',
  sheetLink: 'The sheet of the day',
  nothingKeyed: 'Type at least one word.',
  unknownWord: 'This word is of no line that you are in charge of: read it again.',
  nearWord: word => `This word is of no line that you are in charge of: is it ${word}?`,
  wholeWord: 'Write the word and its digits: both are needed, as in saw 74 39.',
  dayAhead: (day, today) =>
    `${dayPlain(day, 'en', today)} is ${fromToday(day, 'en', today)}: read the day again.`,
  longAgo: (day, today) =>
    `${dayPlain(day, 'en', today)} is ${fromToday(day, 'en', today)}: ` +
    'read the day again, or write its year.',
  sayTime: 'Say at what time: 9:00, 14:30.',
  sayThing: 'Nobody had booked it: choose what went out.',
  outFirst: 'It is back and never went out: first note that it left, here or on its line.',
  whichPiece: piece => `“${piece}” is not in this kit: read the piece again.`,
  faults: {
    day: today => `The day: ${daysBefore(today)}.`,
    until: 'Until which day: a day that is not before it left, yesterday or 5/12 for instance.',
    time: 'The time: 9:00, 14:30.',
    meter: 'The meter: a number.',
    other: 'This line can’t be read: read it again.',
  },
  written: (n, all) =>
    (n === 1 ? 'One line is written' : `${n} lines are written`) +
    `${all.length === 0 ? '' : `: ${all.map(keyedNow).join('; ')}`}.`,
  already: n => (n === 1 ? 'One was already.' : `${n} were already.`),
  owed: pieces => `Missing: ${and(pieces)}.`,
  clash: titles => `${and(titles)}: promised to two people at once. It is noted; telephone both.`,
  comeBack: n => (n === 1 ? 'One line is to be mended.' : `${n} lines are to be mended.`),
  thrown: 'It is thrown away.',
  linesWait: n =>
    n === 1 ? 'One line of paper is to be mended' : `${n} lines of paper are to be mended`,
  condition: 'condition',
  meter: 'meter',
}
