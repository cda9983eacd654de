import { capital } from '../../../../text/capital.ts'
import { dayLong } from '../../../../text/days.ts'
import { fr as days } from '../../../../text/days-words/fr.ts'

/** Bookings that come back. */
export const fr = {
  months: days.months,
  asks: 'Pour plusieurs fois, demandez à qui s’en occupe\u00a0: une par une, ou de vive voix.',
  none: 'Aucune de ces dates n’est libre.',
  ends: 'La dernière date vient avant la première.',
  overlaps:
    'Une fois ne serait pas finie quand la suivante commence. Écrivez un jour plus proche dans ' +
    '«\u00a0Jusqu’à quel jour, chaque fois\u00a0»\u00a0; le jour où tout s’arrête va dans ' +
    '«\u00a0dernière date\u00a0».',
  except:
    'Ici, «\u00a0sauf\u00a0» ne s’écrit pas avec la répétition. Écrivez-le plutôt sous ' +
    '«\u00a0Pas ces mois-là\u00a0», par exemple mai, ou sous «\u00a0Pas ces jours-là\u00a0».',
  noMonth: 'Écrivez des mois\u00a0: août, ou juillet et août.',
  outside: (day: string, today: string) =>
    `${capital(dayLong(day, 'fr', today))} n’est pas dans l’année qui commence à la première fois.`,
  booked: (title: string, kept: number, left: readonly string[], today: string) =>
    `${title}\u00a0: ${kept === 1 ? 'une date réservée' : `${kept} dates réservées`}` +
    (left.length === 0
      ? ''
      : `${left.length === 1 ? ', une laissée' : `, ${left.length} laissées`}\u00a0: ` +
        left.map(day => dayLong(day, 'fr', today)).join(', ')) +
    '.',
  ended: (n: number) =>
    n === 1 ? 'La date qui restait est annulée.' : `Les ${n} dates qui restaient sont annulées.`,
  title: 'Réserver plusieurs fois',
  see: 'Voir les dates',
  withCard:
    'Réserver plusieurs fois demande une carte. Sans carte, demandez une date, et dites les ' +
    'autres à qui s’en occupe.',
  enter: 'Entrer avec ma carte',
  change: 'Changer ces dates',
  first: 'La première fois',
  eachUntil: 'Jusqu’à quel jour, chaque fois',
  write: (n: number) => (n === 1 ? 'Réserver cette date' : `Réserver ces ${n} dates`),
  says: (kept: number, skipped: number) =>
    `${['Aucune date libre', 'Une date libre'][kept] ?? `${kept} dates libres`}, ` +
    (skipped === 0 ? 'aucune laissée' : skipped === 1 ? 'une laissée' : `${skipped} laissées`) +
    '. Rien n’est encore réservé.',
  stops: {
    most: (day: string, most: number) =>
      `On s’arrête à ${most} dates\u00a0: la dernière est ${day}.`,
    noEnd: (day: string) => `Sans dernière date, on s’arrête au bout d’un an\u00a0: ${day}.`,
    year: (day: string) => `On s’arrête au bout d’un an\u00a0: la dernière est ${day}.`,
  },
  kept: 'réservé',
  keptAdded: 'réservé, vous l’avez demandé',
  moved: (day: string, today: string) => `déplacé au ${dayLong(day, 'fr', today)}`,
  free: 'libre',
  freeAdded: 'libre, vous l’avez demandé',
  skipped: {
    publicHoliday: 'laissé\u00a0: jour férié',
    schoolHoliday: 'laissé\u00a0: vacances scolaires',
    month: 'laissé\u00a0: pas ce mois-là',
    day: 'laissé\u00a0: pas ce jour-là',
  },
  skippedFor: (why: string) => `laissé\u00a0: ${why}`,
  because: {
    taken: 'c’était pris',
    announced: 'l’agenda y annonçait quelque chose',
    waited: 'c’était gardé pour quelqu’un qui l’attendait',
    past: 'c’était passé',
    repair: 'c’était à réparer',
    chained: 'pas deux fois de suite',
    weekend: 'un week-end à la fois',
    units: 'la dernière fois n’était pas notée',
    lead: 'c’était trop tôt, on prévient à l’avance',
    locals: 'les gens de la commune d’abord',
    ahead: 'c’était trop longtemps à l’avance',
    longestDays: 'trop de jours à la fois',
    longestHours: 'trop d’heures à la fois',
    mostAhead: 'trop de réservations à venir',
    daysMonth: 'trop de jours ce mois-là',
    hoursYear: 'trop d’heures cette année-là',
    mostOfKind: 'trop de choses de cette sorte',
    closed: 'c’est fermé ce jour-là',
    upkeep: 'l’entretien était à faire',
    late: 'une chose n’était pas rendue',
  },
  myDates: 'Mes dates, à imprimer',
  endAll: 'Annuler toutes les dates à venir',
  endSure: (n: number) => (n === 1 ? 'Oui, rendre cette date' : `Oui, rendre ces ${n} dates`),
  dates: 'Toutes les dates, réservées et laissées',
  print: 'Imprimer ces dates',
  notFree: 'laissé\u00a0: c’était pris, ou une règle disait non',
}
