import { capital } from '../../../../text/capital.ts'
import { dayLong } from '../../../../text/days.ts'
import { en as days } from '../../../../text/days-words/en.ts'
import type { fr } from './fr.ts'

export const en: typeof fr = {
  months: days.months,
  asks: 'For several times, ask who is in charge: one by one, or by word of mouth.',
  none: 'None of these dates is free.',
  ends: 'The last date comes before the first.',
  overlaps:
    'One time would not be over when the next one begins. Write a nearer day in “Until what day, ' +
    'each time”; the day on which all of it ends goes in “last date”.',
  except:
    'Here “except” is not written with the repetition. Write it under “Not in these months”, for ' +
    'example May, or under “Not on these days”.',
  noMonth: 'Write months: August, or July and August.',
  outside: (day, today) =>
    `${capital(dayLong(day, 'en', today))} is not in the year that begins with the first time.`,
  booked: (title, kept, left, today) =>
    `${title}: ${kept === 1 ? 'one date booked' : `${kept} dates booked`}` +
    (left.length === 0
      ? ''
      : `${left.length === 1 ? ', one left out' : `, ${left.length} left out`}: ` +
        left.map(day => dayLong(day, 'en', today)).join(', ')) +
    '.',
  ended: n =>
    n === 1
      ? 'The date that was left is cancelled.'
      : `The ${n} dates that were left are cancelled.`,
  title: 'Book several times',
  see: 'See the dates',
  withCard:
    'Booking several times needs a card. Without one, ask for one date, and tell ' +
    'who is in charge of the others.',
  enter: 'Come in with my card',
  change: 'Change these dates',
  first: 'The first time',
  eachUntil: 'Until what day, each time',
  write: n => (n === 1 ? 'Book this date' : `Book these ${n} dates`),
  says: (kept, skipped) =>
    `${['No date free', 'One date free'][kept] ?? `${kept} dates free`}, ` +
    (skipped === 0 ? 'none left out' : skipped === 1 ? 'one left out' : `${skipped} left out`) +
    '. Nothing is booked yet.',
  stops: {
    most: (day, most) => `It stops at ${most} dates: the last one is ${day}.`,
    noEnd: day => `Without a last date, it stops after a year: ${day}.`,
    year: day => `It stops after a year: the last one is ${day}.`,
  },
  kept: 'booked',
  keptAdded: 'booked, you asked for it',
  moved: (day, today) => `moved to ${dayLong(day, 'en', today)}`,
  free: 'free',
  freeAdded: 'free, you asked for it',
  skipped: {
    publicHoliday: 'left out: public holiday',
    schoolHoliday: 'left out: school holidays',
    month: 'left out: not in this month',
    day: 'left out: not on this day',
  },
  skippedFor: why => `left out: ${why}`,
  because: {
    taken: 'it was taken',
    announced: 'the agenda had something there',
    waited: 'it was kept for somebody who waited',
    past: 'it was past',
    repair: 'it was to be repaired',
    chained: 'not twice in a row',
    weekend: 'one weekend at a time',
    units: 'the last time was not noted',
    lead: 'it was too soon, one says so before',
    locals: 'the people of the commune first',
    ahead: 'it was too far ahead',
    longestDays: 'too many days at once',
    longestHours: 'too many hours at once',
    mostAhead: 'too many bookings to come',
    daysMonth: 'too many days in that month',
    hoursYear: 'too many hours in that year',
    mostOfKind: 'too many things of this kind',
    closed: 'it is closed on that day',
    upkeep: 'its upkeep was due',
    late: 'a thing was not brought back',
  },
  myDates: 'My dates, to print',
  endAll: 'Cancel all dates to come',
  endSure: n => (n === 1 ? 'Yes, free this date' : `Yes, free these ${n} dates`),
  dates: 'All dates, booked and left out',
  print: 'Print these dates',
  notFree: 'skipped: it was taken, or a rule said no',
}
