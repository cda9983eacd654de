import { dayLong, sayTime } from '../../../../text/days.ts'
import type { fr } from './fr.ts'

const day = (iso: string, today: string): string => dayLong(iso, 'en', today)
const many = (n: number, one: string, several: string): string =>
  n === 1 ? `1 ${one}` : `${n} ${several}`
const aheadSaid = (days: number): string => (days === 366 ? 'one year' : many(days, 'day', 'days'))
const moment = (at: string, today: string): string => {
  const [on = '', time = '00:00'] = at.split('T')
  return time === '00:00' ? day(on, today) : `${day(on, today)} at ${sayTime(time, 'en')}`
}

export const en: typeof fr = {
  past: 'It is past: choose a day to come.',
  repair: 'It has to be repaired: it does not go out for now.',
  chained: 'Not twice in a row by one person: leave a turn to somebody else.',
  weekend: 'One weekend at a time: you already have one before you.',
  units: 'First note what you did last time.',
  lead: (days, from, today) => `Ask ${many(days, 'day', 'days')} ahead: from ${day(from, today)}.`,
  locals: (days, from, today) =>
    `People of the commune first: open to all ${many(days, 'day', 'days')} before, ` +
    `on ${day(from, today)}.`,
  ahead: (days, until, today) =>
    `Not more than ${aheadSaid(days)} ahead: until ${day(until, today)} for now.`,
  longestDays: (most, asked) =>
    `${many(most, 'day', 'days')} at most: you ask for ${asked}. ` +
    'For longer, ask who is in charge.',
  longestHours: most => `${many(most, 'hour', 'hours')} at most.`,
  mostAhead: most => `Not more than ${many(most, 'booking', 'bookings')} to come for one person.`,
  mostOfKind: (most, had) =>
    `Not more than ${many(most, 'thing', 'things')} of this kind at once for one person` +
    `${had === 0 ? '' : `: you already have ${had} before you`}.`,
  daysMonth: (most, had) =>
    `${many(most, 'day', 'days')} a month for one person: ` +
    `${had === 0 ? 'this is more' : `you already have ${had}`}.`,
  hoursYear: (most, had) =>
    `${many(most, 'hour', 'hours')} a year for one person: ` +
    `${had === 0 ? 'this is more' : `you already have ${Math.round(had)}`}.`,
  closed: (end, at, opens, today) => {
    const what = end === 'start' ? 'It is closed' : 'It is closed for the return'
    const next = opens === null ? '' : ` It opens again ${moment(opens, today)}.`
    return `${what} ${moment(at, today)}.${next}`
  },
  upkeep: (since, today) =>
    since === null
      ? 'Its upkeep is due, its meter says so: it does not go out before.'
      : `Its upkeep is due since ${day(since, today)}: it does not go out before.`,
  late: title =>
    title === '' ? 'First bring back what was due.' : `First bring back what you have: ${title}.`,
}
