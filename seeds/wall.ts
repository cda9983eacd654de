import type { Calendar } from './calendar.ts'
import type { SeedRecord } from './record.ts'

/**
 * What hangs on the wall of this box: it stays here, and is forgotten some days after the
 * demonstration began.
 */
export function wall(when: Calendar): readonly SeedRecord[] {
  const said = (key: string, words: string, who?: string): SeedRecord => ({
    key,
    type: 'wall-message',
    fields: { said: words, ...(who === undefined ? {} : { who }), state: 'shown' },
    at: when.day(0),
  })
  return [
    said('mur-gant', 'Un gant bleu d’enfant est resté sur le banc de l’église. Il attend au bar.'),
    said('mur-soupe', 'Il reste de la soupe de samedi, servez-vous\u202f!', 'Rosa'),
    said('mur-neige', 'La route du col est blanche ce matin, allez-y doucement.', 'Paul'),
  ]
}
