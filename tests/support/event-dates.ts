import type { Publishes } from '../../src/contract/published.ts'
import { eventDates } from '../../src/core/calendar/event-dates.ts'

/** The published read of the agenda, for a house where another brick brings the type `event`. */
export const publishesDates: Publishes = {
  eventDates: (read, id, { from, to }, most) => {
    const [row] = read.all('SELECT * FROM event WHERE id = ?', id)
    const said = (name: string) => (typeof row?.[name] === 'string' ? String(row[name]) : null)
    const event = { startsOn: said('startsOn'), endsOn: said('endsOn'), recurs: said('recurs') }
    return eventDates(event, { from, to: to ?? '2035-01-01' }, most)
  },
}
