import { capital } from '../../../text/capital.ts'
import { dayLong, dayOfMoment, figure, numberWord } from '../../../text/days.ts'
import type { Span } from '../model/span.ts'
import { en as calendar } from './calendar/en.ts'
import { en as counter } from './counter/en.ts'
import type { fr } from './fr.ts'
import { handingEn as handing } from './handing/en.ts'
import { en as room } from './room/en.ts'
import { en as rules } from './rules/en.ts'
import { en as seeing } from './seeing/en.ts'
import { en as series } from './series/en.ts'
import { en as shares } from './shares/en.ts'
import { shareTypes } from './shares/types-en.ts'
import { en as telling } from './telling/en.ts'
import { en as tending } from './tending/en.ts'
import { en as ticket } from './ticket/en.ts'
import { en as types } from './types/en.ts'
import { endSaid, momentSaid, nearSaid, sinceSaid, whenSaid } from './when.ts'
import { en as year } from './year/en.ts'

const JOINS = {
  at: (day: string, time: string) => `${day} at ${time}`,
  fromTo: (from: string, until: string) => `from ${from} to ${until}`,
  evening: (day: string) => `the evening of ${day}`,
}
const when = (span: Span, today: string): string => whenSaid(span, 'en', today, JOINS)
const moment = (at: number, today: string): string => momentSaid(at, 'en', today, JOINS)
const ends = (until: number, today: string): string => endSaid(until, 'en', today, JOINS)
const since = (until: number, today: string): string => sinceSaid(until, 'en', today, JOINS)
const near = (at: number, today: string): string => nearSaid(at, 'en', today, JOINS)
const and = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction', style: 'long' }).format(names)
/** So many dates are said one by one. */
const DATES = 3
const dates = (all: readonly Span[], today: string): string => {
  const more = all.length - DATES
  const rest = more > 0 ? [more === 1 ? 'one more date' : `${more} more dates`] : []
  return and([...all.slice(0, DATES).map(one => when(one, today)), ...rest])
}

/** The day that ends at this moment. */
const lastDay = (until: number, today: string): string =>
  dayLong(dayOfMoment(until - 1), 'en', today)
const times = (n: number): string =>
  n === 1 ? 'once' : n === 2 ? 'twice' : `${numberWord(n, 'en')} times`

export const en: typeof fr = {
  types: { ...types, ...shareTypes },
  room,
  rules,
  seeing,
  series,
  handing,
  tending,
  telling,
  ticket,
  calendar,
  shares,
  year,
  counter,
  when,
  moment,
  ends,
  since,
  near,
  colon: ': ',
  menu: 'To lend',
  lead: 'What serves several people in turn: tools, rooms, trailers, a helping hand.',
  empty: 'Nothing to lend here yet.',
  nextDays: 'The coming days',
  daySaid: {
    ...{ free: 'free', taken: 'taken', asked: 'free, asked for', kept: 'kept' },
    ...{ notBack: 'not back', unsure: 'ask first', closed: 'closed' },
    ...{ repair: 'to repair', upkeep: 'upkeep' },
  },
  takenFromTo: (from, until) => (until === '' ? `taken from ${from}` : `taken ${from} to ${until}`),
  closedFromTo: (from, until) =>
    until === '' ? `closed from ${from}` : `closed ${from} to ${until}`,
  hoursFromTo: (from, until) => (until === '' ? `from ${from}` : `${from} to ${until}`),
  freeNow: 'Free now.',
  freeUntil: moment => `Free now, until ${moment}.`,
  takenNow: 'Taken now.',
  bookIt: 'Book',
  bookFor: 'Book for somebody',
  askFor: 'Ask',
  waitForIt: 'Put me on the list if it is taken',
  nameOnDoor: 'This name may be told, and written on the door (an association, or whoever agrees)',
  showMyNumber: 'Show my number to who lends it',
  tellMyName: 'My name may be told to who would like the same days',
  yours: 'For you',
  askedOf: (called, isPast) => `asked of ${called}${isPast ? ', no answer in time' : ''}`,
  takeBack: 'Take my request back',
  keeping: 'You are in charge of it',
  nobodyComes: 'Nobody waits for it now.',
  asksFor: 'asks for it:',
  waitsFor: 'waits until it is free:',
  sayYes: 'Give it',
  sayNo: 'Refuse',
  noWithWord: 'A word for them: why, or which other day',
  goesOut: 'It went out',
  goesOutWhole: 'It went out, complete',
  goesOutRest: 'It went out, with all that is there',
  didNotCount: 'Went out uncounted',
  nobodyCounted: 'Nobody counted the pieces as it went out.',
  noneTicked:
    'No piece is ticked: did it go out empty? Tick what goes out, or say that nobody counted.',
  goesOutNoting: 'It went out, with its condition or its time',
  handedThus: { Out: 'It went out like this', Back: 'It is back like this' },
  isBack: 'It is back',
  backWhole: 'It is back, complete',
  backAsGone: 'It is back, with all that had left',
  isLateNow: 'Late.',
  saidBy: name => `told by ${name}`,
  withoutCard: 'no card',
  cancelIt: 'Cancel',
  sayWhyOff: 'Say why: the person reads it.',
  calledOff: why => `Cancelled by who is in charge: ${why}`,
  noMoreNeed: 'I need it no more',
  openAgain: 'Open again',
  nobodyCame: 'Nobody came',
  whySaid: ({ why, past }) => `${past === null ? 'Why' : 'Past the rule'}: ${why ?? ''}`,
  depositSaid: { Out: 'Deposit seen', Back: 'Deposit returned' },
  insuredSeen: 'Insurance certificate seen',
  onDay: 'On what day',
  onDayHint: 'Nothing: today.',
  atTime: 'At what time',
  saidNo: (title, when) => `${title}, ${when}: not this time.`,
  backToThing: 'Back to the thing',
  changeThem: 'Take these days',
  daysGiven: days => `It will be free for somebody else: ${days.join('; ')}.`,
  freeThem: 'Yes, give these days back',
  changeDays: 'Change the days',
  isBroken: 'It came back broken',
  wasBroken: how => (how === '' ? 'Back broken.' : `Back broken: ${how}`),
  wasNoShow: 'Nobody came for it. Something happened? Tell who is in charge of it.',
  sayYesAlways: 'Give it, and ask me no more',
  groupOf: n => (n === 1 ? 'One person books without asking' : `${n} people book without asking`),
  askAgain: name => `${name} asks each time`,
  asksAgain: 'It is noted: that person asks each time again.',
  withOthers: 'With something else, in the same place',
  wasLate: 'Cancelled less than a day before.',
  goesOutNow: 'It went out without a booking',
  alreadyOut: 'It already left',
  keepClosed: 'Keep it closed',
  closedWhy: 'Why',
  lendNoMore: 'Lend it no more',
  lendAgain: 'Lend it again',
  replacedBy: 'What replaces it',
  replacedByNone: 'nothing',
  clash: 'Promised twice',
  clashOf: (one, other) => `${one} and ${other}: telephone both.`,
  clashAgenda: (name, title, when) => `${name}, and in the agenda “${title}”, ${when}: call both.`,
  whose: ({ name, state, outAt }) =>
    name ??
    (state === 'closed'
      ? 'the closed days'
      : outAt === null
        ? 'another box'
        : 'nobody knows any more who has it'),
  over: {
    onEvent: (room, when) => `${room}: it is booked already, ${when}.`,
    seeWeek: 'See that week',
    toSettle: 'Settle it',
    onBooking: 'In the agenda, at the same time:',
    settle: 'It is the same thing, or it is settled',
    settleAll: 'It is the same thing each time, or it is settled',
    dates,
    on: (all, today) => `, ${dates(all, today)}.`,
  },
  eraseWhose: {
    title: 'Erase this name and number',
    lead:
      'The name, the number, what it was for and the words that were noted are erased for good, ' +
      'everywhere here. What is out stays out, without a name.',
    frees: 'These days will be free: if it went out already, note that first.',
    others: 'Also, with the same number or the same name:',
    asked: what => `request: ${what}`,
    series: title => `several times: ${title}`,
    onPaper: 'a line of paper to be mended',
    button: 'Yes, erase for good',
    done: 'It is erased for good.',
  },
  settle: 'It is settled',
  severalTimes: 'Book several times',
  settled: 'It is noted: settled between you.',
  missing: 'Missing',
  missingFrom: (piece, name) =>
    name === '' ? `${capital(piece)}.` : `${capital(piece)}, since the turn of ${name}.`,
  notComplete: pieces => `It is not complete. Missing: ${and(pieces)}.`,
  youOwe: pieces => `Back, but for ${and(pieces)}: bring the rest when you find it.`,
  foundPiece: piece => `${capital(piece)}: found or replaced`,
  thingGone: 'It is not lent here any more.',
  sayName: 'Say in what name.',
  shorterName: 'A shorter name, please.',
  noSpan: 'The end must come after the start, and less than two years later.',
  onlySoMany: 'There are not so many.',
  badCount: 'How many? A whole number.',
  taken: (names, part, today) =>
    `It is taken${names.length === 0 ? '' : `: ${and(names)}`}.` +
    (part === null ? '' : ` Taken then: ${when(part, today)}.`),
  keptClosed: (part, today) =>
    `It is closed.${part === null ? '' : ` Closed then: ${when(part, today)}.`}`,
  announced: (titles, part, today) =>
    `It is taken${part === null ? '' : ` ${when(part, today)}`}: ` +
    `the agenda announces ${and(titles.map(title => `“${title}”`))} there.`,
  askedAlready: (span, today) => `You already asked for it: ${when(span, today)}.`,
  yoursAlready: (span, today) => `You already have it: ${when(span, today)}.`,
  seeYours: 'See what you booked',
  sayDay: 'Say which day.',
  lastFirst: (last, first, today) =>
    `The last day (${dayLong(last, 'en', today)}) comes before the first ` +
    `(${dayLong(first, 'en', today)}).`,
  keepUntil: (whom, { from, until }, today) =>
    `${whom === null ? 'It is taken' : `${whom || 'Somebody'} has it`}` +
    ` from ${moment(from, today)}: ` +
    `you may have it until ${ends(until, today)}.`,
  notBack: names =>
    `It is not back${names.length === 0 ? '' : ` from ${and(names)}`}: ` +
    'ask whoever is in charge when it may be.',
  nextTime: (span, today) => `The next time: ${when(span, today)}.`,
  firstHas: (name, { until, had, askerHad }, today) =>
    `${name === '' ? 'Somebody waited for it' : `${name} waited for it`}` +
    `${askerHad > had ? `, and had it ${times(had)} in a year; you, ${times(askerHad)}` : ''}` +
    `: it is kept for that person until the evening of ${lastDay(until, today)}.`,
  booked: (title, span, today) => `${title}: it is booked, ${when(span, today)}.`,
  bookedFor: (title, name, word, span, today) =>
    `${title}: it is booked for ${name}, ${when(span, today)}.` +
    (word === '' ? '' : ` Their word, to tell them: ${word}.`),
  oneOfThem: title => `Nothing is booked, because ${title} is missing.`,
  sayIfDone: 'If it already left, say so: what happened is noted.',
  askedOfThem: title => `${title}: it is asked. Nothing is booked before the answer.`,
  waitsNow: title => `${title}: you are on the list. If it is freed, you are told here.`,
  askedAway: called => `It is asked of ${called}: the answer comes with the next courier.`,
  awayByCard: called =>
    `The box of ${called} decides. Come in with your card to ask it, or telephone.`,
  decidedAway: called =>
    `The box of ${called} decides of it: ask it from the page of the thing, one time at once.`,
  awayUnknown: called => `The box of ${called} is not recognised here: best telephone.`,
  answeredAlready: 'It was answered already, or taken back.',
  givenTo: (name, span, today) => `${name}: it is given, ${when(span, today)}.`,
  refusedTo: name => `The answer is noted for ${name}.`,
  withdrawn: 'The request is taken back.',
  notYours: 'Whoever is in charge of it does this.',
  notNow: 'This is done no more, or not yet: look where it stands.',
  inTheWay: n => (n === 1 ? 'One booking is in the way:' : `${n} bookings are in the way:`),
  closing: {
    inTheWay: n => (n === 1 ? 'These days are taken:' : `These days are taken, ${n} times:`),
    one: ({ what, name, title }, span, today) => {
      if (what === 'event') return `In the agenda, “${title}”, ${when(span, today)}.`
      const who = what === 'closed' ? 'Closed already' : name
      const whose = [who, title].filter(Boolean).join(', ')
      const isOut = what === 'out' ? ' (it is out)' : ''
      return `${whose === '' ? '' : `${whose}, `}${when(span, today)}${isOut}.`
    },
    stays:
      'Nothing is closed over the agenda, another closing or a kit: settle that first, or close ' +
      'other days.',
    asks: (name, span, today) =>
      `A request waits for ${when(span, today)}${name === '' ? '' : ` (${name})`}: answer it.`,
    see: 'See:',
  },
  closeAndTell:
    'Say why: what is booked is cancelled, and each will read so. What is out stays out.',
  closeTelling: 'Close it, and tell them',
  closedTold: n =>
    n === 1
      ? 'Its booking is cancelled, and who made it will read so.'
      : `${n} bookings are cancelled, and each will read so.`,
  staysOut: name => `It is still out${name === '' ? '' : ` with ${name}`}.`,
  closedNow: (span, today) => `Kept closed, ${when(span, today)}.`,
  moved: (title, span, today) => `${title}: it is now ${when(span, today)}.`,
  askToMove:
    'Here each time is asked for: you may make it shorter; for other days ask anew, then give ' +
    'these back.',
  somebodyWaits: 'Somebody waits for it next: ask who is in charge of it.',
  cancelled: title => `${title}: it is cancelled, and free for somebody else.`,
  openedAgain: title => `${title}: it is open again on these days.`,
  cancelledLate: title =>
    `${title}: it is cancelled, less than a day before. Tell who is in charge of it too.`,
  noShowNoted: 'It is noted: nobody came. The rest is free.',
  noOther: 'Choose another thing, of which you are in charge.',
  outFirst: name => `It is out${name === '' ? '' : ` with ${name}`}: first note that it is back.`,
  hasBookings: n =>
    n === 1
      ? 'It is booked once already: say what stands in for it, or why that booking is cancelled.'
      : `It is booked ${n} times already: say what stands in for it, or why those are cancelled.`,
  hasRequests: (n, other) =>
    `${n === 1 ? 'One request waits for an answer' : `${n} requests wait for an answer`}` +
    `${other === '' ? '' : `, and ${other} is not free then`}: ` +
    'say why it is no, each will read so.',
  requestsMoved: n => (n === 1 ? 'One request follows.' : `${n} requests follow.`),
  requestsDeclined: n =>
    n === 1
      ? 'The answer to one request is no, and who made it will read so.'
      : `The answer to ${n} requests is no, and each will read so.`,
  whyDeclined: n => (n === 1 ? 'Why it is no, for one request' : `Why it is no, for ${n} requests`),
  allCalledOff: n =>
    n === 1
      ? 'It is lent no more. Its booking is cancelled, and who made it will read so.'
      : `It is lent no more. ${n} bookings are cancelled, and each will read so.`,
  whyCalledOff: n =>
    n === 1
      ? 'If nothing stands in for it: why its booking is cancelled'
      : `If nothing stands in for it: why its ${n} bookings are cancelled`,
  insteadOf: (title, was) => `${title} stands in for ${was}.`,
  otherTaken: (title, n) =>
    n === 1
      ? `${title} is taken for one of the bookings: nothing changed.`
      : `${title} is taken for ${n} of the bookings: nothing changed.`,
  replaced: n =>
    n === 0
      ? 'It is replaced.'
      : n === 1
        ? 'It is replaced, and its booking follows.'
        : `It is replaced, and its ${n} bookings follow.`,
  lentNoMore: 'It is lent no more.',
  lentAgain: title => `${title}: it is lent again.`,
  notYet: 'It has not happened yet: note what happened.',
  handedOut: (title, name) => `${title}: out${name === '' ? '' : ` with ${name}`}.`,
  handedOutClash: (title, name) =>
    `${title}: out${name === '' ? '' : ` with ${name}`}. But it was promised to somebody else: ` +
    'telephone both.',
  handedBack: title => `${title}: back, complete.`,
  handedBackShort: (title, pieces) =>
    `${title}: ${pieces.length === 0 ? 'back.' : `back, not complete. Missing: ${and(pieces)}.`}`,
  handedBackBroken: 'It is broken: it goes out no more before it is repaired.',
  backBeforeOut: 'It came back before it went out? Look at the day and the time.',
  meterWas: was => `The meter said ${figure(was, 'en')}: read it again.`,
  meterBackwards: out => `The meter said ${figure(out, 'en')} when it went out: read it again.`,
  foundAgain: piece => `${capital(piece)}: found.`,
}
