import { ridesFr } from './fr.ts'

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
  way: 'The ride',
  leaves: 'From',
  goes: 'To',
  by: 'By way of',
  at: 'At what time',
  backAt: 'Back at',
  seats: 'Seats',
  slip: ridesFr.slip,
  fields: {
    rideFrom: { label: 'Where the ride begins' },
    rideTo: { label: 'Where the ride goes' },
    rideBy: { label: 'What the ride passes by' },
    rideDays: { label: 'Days on which the ride comes back' },
    rideSince: { label: 'First day of the ride' },
    rideAt: { label: 'Hour of the ride' },
    rideBack: { label: 'Ride there and back' },
    rideBackAt: { label: 'Hour of the way back' },
    rideSeats: { label: 'Seats in the car' },
  },
}
