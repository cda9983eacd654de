import { namesOf } from '../../src/bricks/offers/model/rides/names.ts'
import { rideIn, rideMaybe } from '../../src/bricks/offers/model/rides/ride.ts'

const here = { today: '2026-11-29', communes: namesOf([]) }

/** Whether a sentence is heard as a ride, is asked about, or is neither. */
export const heardRide = (sentence: string): 'ride' | 'asked' | 'none' =>
  rideIn(sentence, here) ? 'ride' : rideMaybe(sentence, here) ? 'asked' : 'none'
