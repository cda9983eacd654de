import { en as days } from '../../../../text/days-words/en.ts'
import type { fr } from './fr.ts'

export const en: typeof fr = {
  months: days.months,
  asks: 'For several times, ask who is in charge: one by one, or by word of mouth.',
  none: 'None of these dates is free.',
  ends: 'The last date comes before the first.',
  overlaps: 'Each time lasts longer than until the next one.',
  noMonth: 'Write months: August, or July and August.',
  booked: (title, kept, skipped) =>
    `${title}: ${kept === 1 ? 'one date booked' : `${kept} dates booked`}` +
    `${skipped === 0 ? '' : skipped === 1 ? ', one left out' : `, ${skipped} left out`}.`,
  ended: n =>
    n === 1
      ? 'The date that was left is cancelled.'
      : `The ${n} dates that were left are cancelled.`,
  title: 'Book several times',
  see: 'See the dates',
  write: n => (n === 1 ? 'Book this date' : `Book these ${n} dates`),
  says: (kept, skipped) =>
    `${kept === 1 ? 'One date kept' : `${kept} dates kept`}, ` +
    (skipped === 0 ? 'none left out' : skipped === 1 ? 'one left out' : `${skipped} left out`) +
    '. Nothing is booked yet.',
  kept: 'kept',
  keptAdded: 'kept, you asked for it',
  skipped: {
    publicHoliday: 'left out: public holiday',
    schoolHoliday: 'left out: school holidays',
    month: 'left out: not in this month',
    day: 'left out: not on this day',
  },
  skippedFor: why => `left out: ${why}`,
  stop: 'Stop the series',
  print: 'Print these dates',
  notFree: 'skipped: it was taken, or a rule said no',
}
