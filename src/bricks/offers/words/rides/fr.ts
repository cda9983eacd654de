import { atPlace, ofPlace, thePlace } from '../../model/rides/goals.ts'
import { type RideUnderstood, sayUnderstood } from './understood.ts'

/** A slip of a ride, as its writer would say it. The paper is in French. */
export type RideSlip = Readonly<{
  who: string
  from: string
  to: string
  by: string
  days: string
  time: string
  seats: number
}>
/** `off`: days in words. */
export type RideRestsSaid = Readonly<{
  school: boolean
  holidays: boolean
  off: readonly string[]
}>
const hour = (time: string): string =>
  time === '' ? '' : /^\d{1,2}$/.test(time) ? ` à ${time}\u00a0h` : ` à ${time}`
const placesLeft = (n: number): string => (n > 1 ? `, ${n} places` : n === 1 ? ', une place' : '')

/** Rides: there and back, once or each week. */
export const ridesFr = {
  when: 'Quel jour\u00a0? Ou chaque semaine\u00a0?',
  whenHint: 'Sans réponse, le jour sera à convenir.',
  once: 'Un seul jour, le',
  each: 'Ou chaque fois, le',
  rhythm: 'Combien souvent',
  rhythms: {
    '1': 'chaque semaine',
    '2': 'une semaine sur deux',
    m1: 'le premier du mois',
    m2: 'le deuxième du mois',
    m3: 'le troisième du mois',
    m4: 'le quatrième du mois',
    'm-1': 'le dernier du mois',
  },
  isNone: 'Ce n’est pas un trajet',
  isOne: 'Une place dans une voiture, pour y aller\u00a0?',
  isRide: 'Oui, une place en voiture',
  isOther: 'Non, autre chose',
  understood: (ride: RideUnderstood): string => `Le trajet\u00a0: ${ridesFr.told(ride)}`,
  told: (ride: RideUnderstood): string => sayUnderstood(ride, ridesFr, 'fr'),
  seatsSaid: (n: number) => `${n} place${n > 1 ? 's' : ''}`,
  way: 'Le trajet',
  leaves: 'Départ de',
  goes: 'Vers',
  /** A place as it stands alone: *le marché de Boën*. */
  the: thePlace,
  by: 'En passant par',
  at: 'À quelle heure',
  backAt: 'Retour à',
  seats: 'Places',
  seatsTaken: (all: number, taken: number) =>
    taken >= all
      ? 'complet'
      : `${all} place${all > 1 ? 's' : ''}, ${taken} prise${taken > 1 ? 's' : ''}`,
  /** A day, and what is left of its seats. */
  dayWith: (day: string, seats: string) => (seats === '' ? day : `${day} (${seats})`),
  slip: ({ who, from, to, by, days, time, seats }: RideSlip): string =>
    `${who} descend${from && ` ${ofPlace(from)}`} ${atPlace(to)}${by && ` par ${by}`}` +
    `${days && ` ${days}`}${hour(time)}${placesLeft(seats)}`,
  all: 'Les trajets, jour par jour',
  day: 'Quel jour',
  passing: 'Passe par',
  passingBy: (place: string) => `par ${thePlace(place)}`,
  /** The field was corrected, and the sentence was not. */
  stillSays: {
    rideDays: 'Votre phrase dit encore les anciens jours\u00a0: changez-la aussi.',
    rideAt: 'Votre phrase dit encore l’ancienne heure\u00a0: changez-la aussi.',
    rideBackAt: 'Votre phrase dit encore l’ancienne heure du retour\u00a0: changez-la aussi.',
    rideSeats: 'Votre phrase dit encore l’ancien nombre de places\u00a0: changez-la aussi.',
  },
  full: 'Je ne prends plus personne, et garde ce qui est convenu',
  countedOn: (n: number) =>
    n === 1
      ? 'Une personne compte sur ce trajet. Si vous le changez ou l’arrêtez, son arrangement le ' +
        'dira\u00a0: prévenez-la aussi.'
      : `${n} personnes comptent sur ce trajet. Si vous le changez ou l’arrêtez, leurs ` +
        'arrangements le diront\u00a0: prévenez-les aussi.',
  days: 'Quand',
  next: 'Prochaines fois',
  agreed: 'jour à convenir',
  onDay: (day: string, times: string) => (times === '' ? day : `${day}, ${times}`),
  timeBack: (time: string) => `retour à ${time}`,
  thereAndBack: 'aller-retour',
  hours: (time: string) => `à ${time}`,
  parts: { morning: 'le matin', afternoon: 'l’après-midi', evening: 'le soir' },
  /** `rests`: after all that says when it is driven, so that none of it reads as a rest. */
  butNot: (when: string, rests: string) => (rests === '' ? when : `${when}\u00a0; ${rests}`),
  /** The days on which it is not driven; empty where there are none. */
  rests: ({ school, holidays, off }: RideRestsSaid) => {
    const all = [
      ...(school ? ['pendant les vacances scolaires'] : []),
      ...(holidays ? ['les jours fériés'] : []),
      ...off.map(day => `le ${day}`),
    ]
    return all.map(one => `pas ${one}`).join(', ')
  },
  fromTo: (from: string, to: string, by: string) =>
    [from && `départ ${ofPlace(from)}`, to && `vers ${thePlace(to)}`, by && `en passant par ${by}`]
      .filter(Boolean)
      .join(', '),
  list: (all: readonly string[]) => all.join(', '),
  fields: {
    rideFrom: { label: 'D’où part le trajet' },
    rideTo: { label: 'Où va le trajet' },
    rideBy: { label: 'Par où passe le trajet' },
    rideDays: { label: 'Quels jours revient le trajet' },
    rideNotSchool: { label: 'Pas de trajet pendant les vacances scolaires' },
    rideNotHolidays: { label: 'Pas de trajet les jours fériés' },
    rideOff: { label: 'Jours sans trajet' },
    rideSince: { label: 'Premier jour du trajet' },
    rideAt: { label: 'Heure du trajet' },
    rideBack: { label: 'Trajet avec retour' },
    rideBackAt: { label: 'Heure du retour' },
    rideSeats: { label: 'Places dans la voiture' },
  },
}
