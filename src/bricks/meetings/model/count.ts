import type { Reader } from '../../../contract/reader.ts'
import { oncePerPerson } from '../../../contract/speaker.ts'
import { hasTable } from '../../../contract/tables.ts'
import { bornAt } from '../../../core/id.ts'
import { dayAfter, dayOfMoment } from '../../../text/days.ts'
import { answersTo, askedAbout, type ResponseRow } from './read.ts'
import { response } from './records.ts'

/** Dates that take place from so many people: who is in, how many are missing, and who knows. */

/**
 * A date to come, and those who are in.
 *
 * Shape   `startsAt`: its hour, on the day that was first said. `people`: each once, the first who
 *         said it first. `missing`: how many; none is enough.
 *         `reachedBy`: the answer that made the number, while there are enough.
 */
export type DateCount = Readonly<{
  id: string
  title: string
  day: string
  startsAt: string | null
  people: readonly ResponseRow[]
  missing: number
  reachedBy?: ResponseRow
}>

/** What somebody was last told of such a date: that there are enough people, or that some lack. */
export type CountSaid = 'enough' | 'short'
export const saidOf = ({ missing }: DateCount): CountSaid => (missing === 0 ? 'enough' : 'short')

/**
 * The count of one date; undefined where nobody counts: what comes back counts each time, what is
 * over or cancelled no more.
 */
export function dateCount(read: Reader, id: string, today: string): DateCount | undefined {
  const about = askedAbout(read, id, today)
  const { threshold, event } = about ?? {}
  if (!about || !event || about.part || about.dates.length > 0 || about.state !== 'open')
    return undefined
  if (typeof threshold !== 'number' || threshold <= 1) return undefined
  const first = typeof event['startsOn'] === 'string' ? event['startsOn'] : today
  const day = read.published.eventDates?.(about.id, { from: today }, 1)[0]?.day ?? first
  const startsAt = typeof event['startsAt'] === 'string' ? event['startsAt'] : null
  const people = oncePerPerson(answersTo(read, about.id).filter(one => one.answer === 'in'))
  const wanted = Math.ceil(threshold)
  const reachedBy = people[wanted - 1]
  return {
    ...{ id: about.id, title: about.title, day, people },
    startsAt: day === first ? startsAt : null,
    missing: Math.max(0, wanted - people.length),
    ...(reachedBy ? { reachedBy } : {}),
  }
}

/** What those who are in were last told, by their answer. */
export function countsSaid(read: Reader, { people }: DateCount): ReadonlyMap<string, CountSaid> {
  const rows = read.list(
    response,
    {
      where: 'countTold IS NOT NULL AND id IN (SELECT value FROM json_each(?))',
      with: [JSON.stringify(people.map(one => one.id))],
    },
    'home',
  )
  return new Map(
    rows.flatMap(({ id, countTold }) =>
      countTold === 'enough' || countTold === 'short' ? [[id, countTold] as const] : [],
    ),
  )
}

const MOST_DATES = 10
/** So near, whoever is in hears that somebody is missing, whatever they were told before. */
const NEAR_DAYS = 7

/** Dates to come of which somebody should hear: there are enough people, or the day is near. */
export function datesCounted(read: Reader, today: string): readonly DateCount[] {
  if (!hasTable(read, 'event')) return []
  const answers =
    'FROM response AS r LEFT JOIN joined AS j ON j.id = r."to" ' +
    'WHERE coalesce(j.shown, r."to") = event.id AND r.removed IS NOT 1'
  return read
    .all(
      `SELECT id FROM event WHERE minimum > 1 AND recurs IS NULL AND removed IS NOT 1
         AND coalesce(endsOn, startsOn) >= ?1 AND (minimum <= (SELECT count(*) ${answers})
           OR (startsOn <= ?2 AND EXISTS (SELECT 1 ${answers}))
           OR EXISTS (SELECT 1 ${answers} AND r.id IN
             (SELECT id FROM response_home WHERE countTold = 'enough' AND removed IS NOT 1)))
       ORDER BY startsOn, id LIMIT ?3`,
      today,
      dayAfter(today, NEAR_DAYS),
      MOST_DATES,
    )
    .flatMap(row => dateCount(read, String(row['id']), today) ?? [])
}

/** Whether the day is so near that who is in hears how many are missing. */
export const isNear = ({ day }: DateCount, today: string): boolean =>
  day <= dayAfter(today, NEAR_DAYS)

/** The keeper tells people within a week of the answer that made the number. */
const TOLD_DAYS = 7
export const isFresh = ({ reachedBy }: DateCount, today: string): boolean =>
  reachedBy !== undefined && dayOfMoment(bornAt(reachedBy.id)) >= dayAfter(today, -TOLD_DAYS)

/**
 * Those who are in and were not told yet how the count stands. Nobody hears that people are missing
 * from a date that is far and of which they were told nothing.
 */
export function toTell(read: Reader, date: DateCount, today: string): readonly ResponseRow[] {
  const said = countsSaid(read, date)
  const now = saidOf(date)
  return date.people.filter(({ id }) =>
    now === 'enough' || isNear(date, today) ? said.get(id) !== now : said.get(id) === 'enough',
  )
}

/** An answer *j'en suis* that shows, to a date for which there are enough people. */
export function countFate(read: Reader, id: string): 'enough' | undefined {
  const row = read.one(response, id)
  if (row?.answer !== 'in' || !row.to || !row.on) return undefined
  return dateCount(read, row.to, row.on)?.missing === 0 ? 'enough' : undefined
}
