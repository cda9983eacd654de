import type { Calendar } from './calendar.ts'
import type { SeedRecord } from './record.ts'

/**
 * A question of the demonstration, which stays in its box.
 *
 * It is of today and written last: the ids of the other records stay as they were.
 */
export function asking(when: Calendar): readonly SeedRecord[] {
  return [
    {
      key: 'asking',
      type: 'question',
      fields: {
        asks: 'Prêteriez-vous l’arrière-salle pour l’atelier du samedi\u00a0?',
        whom: 'la patronne du bar',
        askedOn: when.day(-3),
        askedBy: 'Anaïs',
      },
      at: when.day(0),
    },
  ]
}
