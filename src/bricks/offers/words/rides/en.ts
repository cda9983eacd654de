import { articleOf } from '../../model/rides/goals.ts'
import { ridesFr } from './fr.ts'
import { sayUnderstood } from './understood.ts'

/** *the marché de Boën*: a place that is no name. */
const named = (place: string): string => (articleOf(place) === '' ? place : `the ${place}`)

/** Rides: there and back, once or each week. */
export const ridesEn: typeof ridesFr = {
  when: 'Which day? Or each week?',
  whenHint: 'Without an answer, the day is to be agreed.',
  once: 'One day only, on',
  each: 'Or each time, on',
  rhythm: 'How often',
  rhythms: {
    '1': 'each week',
    '2': 'every other week',
    m1: 'the first of the month',
    m2: 'the second of the month',
    m3: 'the third of the month',
    m4: 'the fourth of the month',
    'm-1': 'the last of the month',
  },
  isNone: 'This is no ride',
  isOne: 'A seat in a car, to go there?',
  isRide: 'Yes, a seat in a car',
  isOther: 'No, something else',
  understood: ride => `The ride: ${ridesEn.told(ride)}`,
  told: ride => sayUnderstood(ride, ridesEn, 'en'),
  seatsSaid: n => `${n} seat${n > 1 ? 's' : ''}`,
  way: 'The ride',
  leaves: 'From',
  goes: 'To',
  the: named,
  by: 'By way of',
  at: 'At what time',
  backAt: 'Back at',
  seats: 'Seats',
  seatsTaken: (all: number, taken: number) =>
    taken >= all ? 'full' : `${all} seat${all > 1 ? 's' : ''}, ${taken} taken`,
  dayWith: (day: string, seats: string) => (seats === '' ? day : `${day} (${seats})`),
  slip: ridesFr.slip,
  all: 'Rides, day by day',
  day: 'Which day',
  passing: 'Passes by',
  passingBy: (place: string) => `by ${named(place)}`,
  stillSays: {
    rideDays: 'Your sentence still says the former days: change it too.',
    rideAt: 'Your sentence still says the former time: change it too.',
    rideBackAt: 'Your sentence still says the former time of the way back: change it too.',
    rideSeats: 'Your sentence still says the former number of seats: change it too.',
  },
  full: 'I take nobody else, and keep what is agreed',
  countedOn: n =>
    n === 1
      ? 'One person counts on this ride. If you change or stop it, their arrangement says so: ' +
        'tell them too.'
      : `${n} people count on this ride. If you change or stop it, their arrangements say so: ` +
        'tell them too.',
  days: 'When',
  next: 'Next times',
  agreed: 'day to be agreed',
  onDay: (day: string, times: string) => (times === '' ? day : `${day}, ${times}`),
  timeBack: (time: string) => `back at ${time}`,
  thereAndBack: 'there and back',
  hours: (time: string) => `at ${time}`,
  parts: { morning: 'in the morning', afternoon: 'in the afternoon', evening: 'in the evening' },
  butNot: (when: string, rests: string) => (rests === '' ? when : `${when}; ${rests}`),
  rests: ({ school, holidays, off }) => {
    const all = [
      ...(school ? ['in the school holidays'] : []),
      ...(holidays ? ['on public holidays'] : []),
      ...off.map(day => `on ${day}`),
    ]
    return all.map(one => `not ${one}`).join(', ')
  },
  fromTo: (from: string, to: string, by: string) =>
    [from && `from ${named(from)}`, to && `to ${named(to)}`, by && `by way of ${by}`]
      .filter(Boolean)
      .join(', '),
  list: (all: readonly string[]) => all.join(', '),
  fields: {
    rideFrom: { label: 'Where the ride begins' },
    rideTo: { label: 'Where the ride goes' },
    rideBy: { label: 'What the ride passes by' },
    rideDays: { label: 'Days on which the ride comes back' },
    rideNotSchool: { label: 'No ride in the school holidays' },
    rideNotHolidays: { label: 'No ride on public holidays' },
    rideOff: { label: 'Days without a ride' },
    rideSince: { label: 'First day of the ride' },
    rideAt: { label: 'Hour of the ride' },
    rideBack: { label: 'Ride there and back' },
    rideBackAt: { label: 'Hour of the way back' },
    rideSeats: { label: 'Seats in the car' },
  },
}
