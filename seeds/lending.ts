import type { Calendar } from './calendar.ts'
import type { SeedRecord } from './record.ts'

/**
 * *À prêter* of the demonstration: a machine, a room, a kit, and the tool of a notice.
 *
 * A record of today is written last: the ids of the others stay as they were, so that the crawl
 * shows these alone.
 */
export function lending(when: Calendar): readonly SeedRecord[] {
  const thing = (key: string, fields: SeedRecord['fields']): SeedRecord => ({
    key,
    type: 'thing',
    fields: { commune: '42195', ...fields },
    at: when.day(0),
  })
  return [
    thing('lend-tiller', {
      title: 'Motoculteur de la grange',
      kind: 'machine',
      where: 'à la grange du bas',
      reach: 'au bar, le mercredi',
      unit: 'day',
      longestDays: 3,
      aheadDays: 366,
      meter: 'h',
    }),
    thing('lend-room', {
      title: 'Le local',
      kind: 'place',
      place: '@local',
      where: 'place de l’église',
      reach: 'au bar, le mercredi',
      unit: 'hour',
      capacity: 40,
      equipment: 'huit tables, quarante chaises, un évier',
      hours: 'Mo-Su 08:00-23:00',
      longestDays: 14,
      aheadDays: 366,
    }),
    thing('lend-kit', {
      title: 'Malle de projection',
      kind: 'kit',
      where: 'au local',
      reach: 'au bar, le mercredi',
      unit: 'day',
      pieces: ['projecteur', 'câble HDMI', 'rallonge', 'télécommande'],
      longestDays: 14,
      aheadDays: 366,
    }),
    {
      key: 'lend-booked',
      type: 'booking',
      fields: {
        thing: '@lend-room',
        startsOn: when.day(2),
        startsAt: '18:00',
        endsAt: '20:30',
        state: 'booked',
        name: 'Célestine',
        use: 'répétition de la chorale',
      },
      at: when.day(0),
    },
    thing('lend-saw', {
      title: 'Scie à ruban',
      kind: 'machine',
      notice: '@offre-scie',
      where: 'dans l’atelier de Paul',
      reach: 'au local, le mercredi, ou 06 39 98 41 07',
      detail:
        'Paul prête sa scie à ruban, chez lui. Elle ne sort pas de l’atelier. ' +
        'Il reste à côté la première fois.',
      unit: 'hour',
      forWhom: 'asked',
    }),
  ]
}
