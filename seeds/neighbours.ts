import type { Calendar } from './calendar.ts'
import type { SeedRecord } from './record.ts'

const SAIL = '42195'

/**
 * Who is known to the box, and one who accepted to pass words on; the agreement of each is kept
 * beside them.
 */
export function neighbours(when: Calendar): readonly SeedRecord[] {
  const met = when.day(-30)
  const known = (key: string, name: string): SeedRecord => ({
    key: `habitant-${key}`,
    type: 'member',
    fields: { name, commune: SAIL, state: 'here' },
    at: met,
  })
  return [
    known('marius', 'Marius'),
    known('ninon', 'Ninon'),
    {
      key: 'joindre-ninon',
      type: 'contact',
      fields: { member: '@habitant-ninon', how: 'relay', relay: '@relais-marius' },
      at: met,
    },
    {
      key: 'accord-ninon',
      type: 'consent',
      fields: { member: '@habitant-ninon', use: 'told', givenOn: met },
      at: met,
    },
    {
      key: 'relais-marius',
      type: 'relay',
      fields: {
        name: 'Marius',
        where: 'au bar',
        when: 'le mardi matin',
        commune: SAIL,
        member: '@habitant-marius',
        state: 'accepted',
      },
      at: met,
    },
  ]
}
