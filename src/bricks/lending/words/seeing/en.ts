import { capital } from '../../../../text/capital.ts'
import { dayLong } from '../../../../text/days.ts'
import type { fr } from './fr.ts'

const many = (n: number, one: string, several: string): string =>
  n === 1 ? `1 ${one}` : `${n} ${several}`

export const en: typeof fr = {
  askDay: 'Free on what day?',
  askDayHint: 'Saturday, tomorrow, 5 December',
  askUntil: 'Until',
  askFrom: 'From',
  askTo: 'To',
  look: 'Look',
  dayUnread: said => `“${said}”: write a day as Saturday, tomorrow or 5 December.`,
  twoDays: (said, first, last, today) =>
    `“${said}”: these are two days. Write ${dayLong(first, 'en', today)} or ` +
    `${dayLong(last, 'en', today)}.`,
  otherWeekday: said =>
    `There is no “${said}” in the weeks to come: say the month too, as 5 December.`,
  untilWhen: 'The end is at the hour of the start: write until what hour.',
  hourUnread: said => `“${said}”: write an hour as 2 pm or 9:30.`,
  onDay: when => `${capital(when)}:`,
  isFree: 'it is free.',
  isFreeUntil: moment => `it is free. Somebody has it after, from ${moment}.`,
  isFreeBut: taken => `${taken}. The rest of the day is free.`,
  nobodyHas: 'nobody has it.',
  waitFor: 'Tell me if it becomes free',
  keptForYou: until => `it is free, and kept for you until ${until}.`,
  waitsAs: rank =>
    rank === 1 ? 'you are the first who waits' : `you wait, number ${rank} on the list`,
  takeNext: 'See that time',
  freeFrom: moment => `Free from ${moment}.`,
  closedNow: 'Closed now.',
  othersHave: 'Elsewhere',
  noticeHas: (who, title) =>
    `${who === '' ? 'A notice speaks of one' : `${who} lends one too`}: ${title}`,
  boxHas: (called, title) => `${called} lends one too, free that day: ${title}`,
  hereToo: title => `Here too, free that day: ${title}`,
  open: hours => `open ${hours}`,
  quiet: hours => `quiet hours: ${hours}`,
  holds: n => `up to ${n} people`,
  rules: 'How it works',
  by: { day: 'It is booked by the day', hour: 'It is booked by the hour' },
  thereAre: n => `there are ${n}`,
  forWhom: {
    members: 'Who has a card books at once; others ask',
    group: 'Those known to who lends it book at once; others ask',
    asked: 'People ask each time',
  },
  days: n => many(n, 'day', 'days'),
  hours: n => many(n, 'hour', 'hours'),
  atMost: what => `${what} at most`,
  aMonth: n => `${many(n, 'day', 'days')} a month for each person`,
  aYear: n => `${many(n, 'hour', 'hours')} a year for each person`,
  notChained: 'not twice in a row',
  oneWeekend: 'one weekend at a time',
  mostAhead: n => many(n, 'booking ahead', 'bookings ahead'),
  lead: days => `Say so ${many(days, 'day', 'days')} before`,
  ahead: days => `booked ${days === 366 ? 'one year' : many(days, 'day', 'days')} ahead at most`,
  locals: days => `people of the commune first, open to all ${many(days, 'day', 'days')} before`,
  changeover: minutes => `${many(minutes, 'minute', 'minutes')} between two people`,
  deposit: money => `Deposit ${money}`,
  fee: (money, per) => `contribution ${money}${per === '' ? '' : ` a ${per}`}`,
  insurance: 'insurance certificate',
  partOfKit: 'It is a part of',
  partsOfKit: 'Its parts that are lent alone',
}
