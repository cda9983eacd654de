import { fr as days } from '../../../../text/days-words/fr.ts'

/** Bookings that come back. */
export const fr = {
  months: days.months,
  asks: 'Pour plusieurs fois, demandez à qui s’en occupe\u00a0: une par une, ou de vive voix.',
  none: 'Aucune de ces dates n’est libre.',
  ends: 'La dernière date vient avant la première.',
  overlaps: 'Chaque fois dure plus longtemps que jusqu’à la suivante.',
  noMonth: 'Écrivez des mois\u00a0: août, ou juillet et août.',
  booked: (title: string, kept: number, skipped: number) =>
    `${title}\u00a0: ${kept === 1 ? 'une date réservée' : `${kept} dates réservées`}` +
    `${skipped === 0 ? '' : skipped === 1 ? ', une laissée' : `, ${skipped} laissées`}.`,
  ended: (n: number) =>
    n === 1 ? 'La date qui restait est annulée.' : `Les ${n} dates qui restaient sont annulées.`,
  title: 'Réserver plusieurs fois',
  see: 'Voir les dates',
  write: (n: number) => (n === 1 ? 'Réserver cette date' : `Réserver ces ${n} dates`),
  says: (kept: number, skipped: number) =>
    `${kept === 1 ? 'Une date gardée' : `${kept} dates gardées`}, ` +
    (skipped === 0 ? 'aucune laissée' : skipped === 1 ? 'une laissée' : `${skipped} laissées`) +
    '. Rien n’est encore réservé.',
  kept: 'gardé',
  keptAdded: 'gardé, vous l’avez demandé',
  skipped: {
    publicHoliday: 'laissé\u00a0: jour férié',
    schoolHoliday: 'laissé\u00a0: vacances scolaires',
    month: 'laissé\u00a0: pas ce mois-là',
    day: 'laissé\u00a0: pas ce jour-là',
  },
  skippedFor: (why: string) => `laissé\u00a0: ${why}`,
  stop: 'Arrêter la suite',
  print: 'Imprimer ces dates',
  notFree: 'laissé\u00a0: c’était pris, ou une règle disait non',
}
