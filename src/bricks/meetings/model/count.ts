import type { Reader } from '../../../contract/reader.ts'
import { oncePerPerson } from '../../../contract/speaker.ts'
import { bornAt } from '../../../core/id.ts'
import { dayAfter, dayOfMoment } from '../../../text/days.ts'
import { type AnswerSubject, askedAbout } from './asked-about.ts'
import { planAsked } from './date-told.ts'
import { answersTo, type ResponseRow } from './read.ts'
import { idea, response } from './records.ts'

/** Ideas and dates for which so many people are wanted: who is in, who lacks, and who knows. */

/**
 * An idea, or a date to come, and those who are in.
 *
 * Shape   `path`: the page where one answers. `day`: null of an idea. `startsAt`: its hour.
 *         `people`: each once, the first who said it first. `missing`: how many; none is enough.
 *         `reachedBy`: the answer that made the number, while there are enough.
 */
export type PeopleCount = Readonly<{
  id: string
  title: string
  path: string
  day: string | null
  startsAt: string | null
  wanted: number
  people: readonly ResponseRow[]
  missing: number
  reachedBy?: ResponseRow
}>

/**
 * What somebody was last told of such a count: there are enough people, some lack, or the idea has
 * its day.
 */
export type CountSaid = 'enough' | 'short' | 'dated'
export const saidOf = ({ missing }: Pick<PeopleCount, 'missing'>): 'enough' | 'short' =>
  missing === 0 ? 'enough' : 'short'

/**
 * The count of one idea or date; undefined where nobody counts: what comes back counts each time,
 * what is over or cancelled, and an idea that became something, no more.
 */
export function peopleCount(read: Reader, id: string, today: string): PeopleCount | undefined {
  const about = askedAbout(read, id, today)
  if (!about || about.part || about.notice || about.dates.length > 0 || about.state !== 'open')
    return undefined
  const { threshold, title, path } = about
  if (typeof threshold !== 'number' || threshold <= 1) return undefined
  const people = oncePerPerson(answersTo(read, about.id).filter(one => one.answer === 'in'))
  const wanted = Math.ceil(threshold)
  const reachedBy = people[wanted - 1]
  const when = whenOf(about, read)
  return {
    ...{ id: about.id, title, wanted, people, ...when },
    path: when.day === null ? path : `/repondre/${about.id}`,
    missing: Math.max(0, wanted - people.length),
    ...(reachedBy ? { reachedBy } : {}),
  }
}

/** The day and the hour of a date as they stand now. */
function whenOf(about: AnswerSubject, read: Reader): Pick<PeopleCount, 'day' | 'startsAt'> {
  const { day = null, startsAt = null } = planAsked(read, about, undefined) ?? {}
  return { day, startsAt }
}

/** What those who are in were last told, by their answer. */
export function countsSaid(
  read: Reader,
  { people }: Pick<PeopleCount, 'people'>,
): ReadonlyMap<string, CountSaid> {
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
      countTold === 'enough' || countTold === 'short' || countTold === 'dated'
        ? [[id, countTold] as const]
        : [],
    ),
  )
}

const MOST_COUNTED = 10
/** So near, whoever is in hears that somebody is missing, whatever they were told before. */
const NEAR_DAYS = 7
/** Answers to a row of this table, those to what was joined with it too. */
const answersOf = (table: 'event' | 'idea'): string =>
  'FROM response AS r LEFT JOIN joined AS j ON j.id = r."to" ' +
  `WHERE coalesce(j.shown, r."to") = ${table}.id AND r.removed IS NOT 1`
const TOLD_ENOUGH =
  "AND r.id IN (SELECT id FROM response_home WHERE countTold = 'enough' AND removed IS NOT 1)"

/**
 * Ideas, and dates to come, of which somebody should hear: there are enough people; the day is
 * near; or somebody was told that there are enough.
 */
export function peopleCounts(read: Reader, today: string): readonly PeopleCount[] {
  const ideas = read.all(
    `SELECT id FROM idea WHERE threshold > 1 AND (state IS NULL OR state = 'open')
       AND removed IS NOT 1 AND (threshold <= (SELECT count(*) ${answersOf('idea')})
         OR EXISTS (SELECT 1 ${answersOf('idea')} ${TOLD_ENOUGH}))
     ORDER BY id LIMIT ?`,
    MOST_COUNTED,
  )
  const dates = read.types.has('event')
    ? read.all(
        `SELECT id FROM event WHERE minimum > 1 AND recurs IS NULL AND removed IS NOT 1
           AND coalesce(endsOn, startsOn) >= ?1
           AND (minimum <= (SELECT count(*) ${answersOf('event')})
             OR (startsOn <= ?2 AND EXISTS (SELECT 1 ${answersOf('event')}))
             OR EXISTS (SELECT 1 ${answersOf('event')} ${TOLD_ENOUGH}))
         ORDER BY startsOn, id LIMIT ?3`,
        today,
        dayAfter(today, NEAR_DAYS),
        MOST_COUNTED,
      )
    : []
  return [...ideas, ...dates].flatMap(row => peopleCount(read, String(row['id']), today) ?? [])
}

/** Whether the day is so near that who is in hears how many are missing. */
export const isNear = ({ day }: PeopleCount, today: string): boolean =>
  day !== null && day <= dayAfter(today, NEAR_DAYS)

/** The keeper tells people within a week of the answer that made the number. */
const TOLD_DAYS = 7
export const isFresh = ({ reachedBy }: PeopleCount, today: string): boolean =>
  reachedBy !== undefined && dayOfMoment(bornAt(reachedBy.id)) >= dayAfter(today, -TOLD_DAYS)

/**
 * Those who are in and were not told yet how the count stands. Nobody hears that people are missing
 * from a date that is far and of which they were told nothing.
 */
export function toTell(read: Reader, count: PeopleCount, today: string): readonly ResponseRow[] {
  const said = countsSaid(read, count)
  const now = saidOf(count)
  return count.people.filter(({ id }) =>
    now === 'enough' || isNear(count, today) ? said.get(id) !== now : said.get(id) === 'enough',
  )
}

/** `gathered`: of an idea, for which nobody set a day yet. */
type CountFate = 'enough' | 'gathered' | 'short' | 'became'
/**
 * Of an answer *j'en suis* that shows, and of an idea: whether there are enough people, and what it
 * became. Of a date that is short, nothing.
 */
export function countFate(read: Reader, type: string, id: string): CountFate | undefined {
  const row = type === response.name ? read.one(response, id) : undefined
  if (row ? row.answer !== 'in' || !row.to : type !== idea.name) return undefined
  const day = row?.on ?? dayOfMoment(bornAt(id))
  const about = askedAbout(read, row?.to ?? id, day)
  if (about?.state === 'became' || about?.state === 'fallen') return 'became'
  const count = about && peopleCount(read, about.id, day)
  if (!count) return undefined
  if (count.day === null) return count.missing === 0 ? 'gathered' : 'short'
  return count.missing === 0 ? 'enough' : undefined
}
