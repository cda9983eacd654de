import type { Reader } from '../../../contract/reader.ts'
import { isSameName, oncePerPerson } from '../../../contract/speaker.ts'
import { dayAfter } from '../../../text/days.ts'
import { becameOn } from './born.ts'
import {
  cameAfter,
  type DateSet,
  type DateToTell,
  dateSet,
  dateSets,
  datesToTell,
  isAhead,
  isChanged,
  isToCome,
  stillAsked,
  type WhoseDates,
} from './date-told.ts'
import { keyedTo, mineTo } from './read.ts'
import { idea, response } from './records.ts'

/**
 * The ideas that concern a member: those that they proposed, and those to which they said yes, for
 * themselves or for somebody.
 */

/** Of one person. */
const MOST = 30

/**
 * What a member proposed with their card, what the keeper showed of it too.
 *
 * Shape   `events`: those that are to come, or of which the date was changed.
 */
export type Proposed = Readonly<{ ideas: readonly string[]; events: readonly string[] }>

/** In one statement: it is asked for each page of a member. */
export function proposedBy(read: Reader, me: string, today: string): Proposed {
  const shown = read.types.has('proposal')
    ? `OR id IN (SELECT shownAs FROM proposal_home WHERE writer = ?1 AND removed IS NOT 1 UNION
         SELECT piece FROM proposal_home WHERE writer = ?1
         AND state = 'shown' AND removed IS NOT 1)`
    : ''
  const of = (table: 'idea' | 'event', only: string, order = ''): string =>
    `SELECT * FROM (SELECT '${table}' AS kind, id FROM ${table}
       WHERE removed IS NOT 1 AND ${only} AND (_by = ?1 ${shown})
       ORDER BY ${order}id DESC LIMIT ?2)`
  // Who proposed many dates hears first of those that changed.
  const events = read.types.has('event-date')
    ? ` UNION ALL ${of('event', `(startsOn >= ?3 OR ${CHANGED})`, `${CHANGED} DESC, `)}`
    : ''
  const ideas = of('idea', 'notedAt IS NULL')
  const rows = read.all(`${ideas}${events}`, me, MOST, ...(events === '' ? [] : [today]))
  const ids = (kind: string): readonly string[] =>
    rows.flatMap(row => (row['kind'] === kind ? [String(row['id'])] : []))
  return { ideas: ids('idea'), events: ids('event') }
}

const CHANGED = 'id IN (SELECT event FROM event_date)'

/**
 * What an idea became, as it is called; `day`: of an event that is to come. `path`: its page; of
 * such an event, the page where one says that one comes; of one that is off, that of the idea.
 * `date`: of an event that comes once, how its date stands. `changed`: it is moved, cancelled or
 * taken off.
 */
export type IdeaBecome = Readonly<{
  id: string
  title: string
  became: string
  path: string
  on: string
  day?: string
  date?: DateSet
  changed?: true
}>

/** What an idea became; undefined while it is open. Of what is gone, a date alone is still told. */
export function ideaBecome(read: Reader, id: string, today: string): IdeaBecome | undefined {
  const row = read.one(idea, id)
  if (row?.state !== 'became' || row.became === null) return undefined
  const date = dateSet(read, row.became)
  const called = read.called(row.became)
  if (!called && !date) return undefined
  const coming = called?.type === 'event' ? comingOf(read, row.became, today) : undefined
  const pathOf = (): string => {
    if (date && date.now.state !== 'on') return `${idea.path}/${row.id}`
    return coming ? `/repondre/${row.became}` : (called?.path ?? '/agenda')
  }
  const changed = date && isChanged(date) && isAhead(date, today)
  return {
    ...{ id: row.id, title: row.title ?? '', became: called?.title ?? date?.title ?? '' },
    path: pathOf(),
    on: becameOn(row),
    ...(coming ? { day: coming.day } : {}),
    ...(date ? { date } : {}),
    ...(changed ? { changed } : {}),
  }
}

/** The new day of the idea of which this event was a day, where that one is off. */
export function dayInstead(read: Reader, event: string, today: string): IdeaBecome | undefined {
  const off = offOfIdea(read, event)
  const become = off && ideaBecome(read, off.idea, today)
  return become?.day !== undefined && become.date?.event !== off?.event ? become : undefined
}

/** The date that the idea of this event became, where the event is off and that one takes place. */
export function dateInstead(read: Reader, event: string): DateSet | undefined {
  const off = offOfIdea(read, event)
  const became = off && read.one(idea, off.idea)?.became
  const other = became ? dateSet(read, became) : undefined
  return other?.now.state === 'on' && other.event !== off?.event ? other : undefined
}

/** An event that is off, as it shows, and the idea of which it was a day. */
function offOfIdea(
  read: Reader,
  id: string,
): Readonly<{ event: string; idea: string }> | undefined {
  const date = dateSet(read, id)
  if (!date || date.now.state === 'on') return undefined
  const [row] = read.all('SELECT idea FROM event WHERE id = ?', date.event)
  const of = row?.['idea']
  return typeof of === 'string' ? { event: date.event, idea: of } : undefined
}

/**
 * Of `datesToTell`, those that are to come, but for a date that is off whose idea has a new day:
 * its people are told the new day with those of the idea.
 */
export const datesLeft = (read: Reader, whose: WhoseDates, today: string): readonly DateToTell[] =>
  datesToTell(read, whose).filter(
    one => isToCome(one, today) && !(hearsOfIdea(one, whose) && dayInstead(read, one.event, today)),
  )
const hearsOfIdea = (
  { now, idea: of, part, member, keyedBy }: DateToTell,
  whose: WhoseDates,
): boolean =>
  now.state !== 'on' &&
  of !== null &&
  part === null &&
  (whose.of !== 'member' || member === whose.me || keyedBy === whose.me)

/** The days of an idea that are off, but for this one. */
export function daysOff(read: Reader, { id, date }: IdeaBecome): readonly string[] {
  if (!read.types.has('event-date')) return []
  const rows = read.all('SELECT id FROM event WHERE idea = ? ORDER BY id LIMIT ?', id, MOST)
  const others = rows.map(row => String(row['id'])).filter(one => one !== date?.event)
  return dateSets(read, others).flatMap(({ event, now }) => (now.state === 'on' ? [] : event))
}

const comingOf = (read: Reader, event: string, today: string) =>
  read.published.eventDates?.(event, { from: today }, MOST).find(one => !one.cancelled)

/** An idea of theirs. `isIn`: all can read that they said yes. */
export type IdeaTold = IdeaBecome & Readonly<{ isIn: boolean }>

/** People are told of what an idea became for so many days. */
const TOLD_DAYS = 31
/** The first day of those of which people are still told. */
export const toldSince = (today: string): string => dayAfter(today, -TOLD_DAYS)
const isTold = ({ on, changed }: IdeaBecome, today: string): boolean =>
  on >= toldSince(today) || changed === true

/**
 * Their ideas that became something that is there, for a month, and those of which the date
 * changed. Whoever answered the date is told of the date.
 */
export function ideasBecome(
  read: Reader,
  me: string,
  { today, proposed }: Readonly<{ today: string; proposed: readonly string[] }>,
): readonly IdeaTold[] {
  const yes = yesOf(read, me).filter(({ name }) => name === '')
  return [...new Set([...yes.map(({ to }) => to), ...proposed])].flatMap(
    (id): readonly IdeaTold[] => {
      const become = ideaBecome(read, id, today)
      if (!become || !isTold(become, today)) return []
      const isIn = yes.some(one => one.to === id && isSince(one, become))
      const isTheirs = isIn || proposed.includes(id)
      return isTheirs && !hasAnswered(read, become, { me, name: '' }) ? [{ ...become, isIn }] : []
    },
  )
}
const isSince = ({ answer }: Readonly<{ answer: string }>, { date }: IdeaBecome): boolean =>
  !(date && cameAfter(answer, date))

/**
 * The same, of those to which they said yes for somebody, each with the answer and the name of that
 * person.
 */
export const ideasFor = (
  read: Reader,
  me: string,
  today: string,
): readonly (IdeaBecome & Readonly<{ answer: string; name: string }>)[] =>
  yesOf(read, me)
    .filter(({ name }) => name !== '')
    .flatMap(({ answer, to, name }) => {
      const become = ideaBecome(read, to, today)
      if (!become || !isTold(become, today) || !isSince({ answer }, become)) return []
      return hasAnswered(read, become, { me, name }) ? [] : [{ ...become, answer, name }]
    })

const DAY_OF = 'LEFT JOIN event AS day ON day.id = coalesce(j.shown, said."to")'
/**
 * The ideas that became something, of those to which they said yes, or to a day of which that is
 * off; `name`: for whom, `''` for themselves. In one statement: it is asked for each page of a
 * member.
 */
function yesOf(
  read: Reader,
  me: string,
): readonly Readonly<{ answer: string; to: string; name: string }>[] {
  const of = read.types.has('event-date')
    ? { id: 'day.id', idea: 'day.idea', join: DAY_OF }
    : { id: 'NULL', idea: 'NULL', join: '' }
  const rows = read.all(
    `SELECT said.id AS answer, idea.id AS "to", ${of.id} AS day,
       iif(kept.member = ?1, '', coalesce(said.firstName, '')) AS name
     FROM response_home AS kept JOIN response AS said ON said.id = kept.id
       LEFT JOIN joined AS j ON j.id = said."to" ${of.join}
       JOIN idea ON idea.id = coalesce(${of.idea}, j.shown, said."to")
     WHERE (kept.member = ?1 OR kept.keyedBy = ?1) AND kept.removed IS NOT 1
       AND said.removed IS NOT 1 AND idea.state = 'became' AND idea.removed IS NOT 1
       AND said.answer IN ('in', 'help') AND (${of.id} IS NULL OR idea.became IS NOT ${of.id})
     ORDER BY said.id DESC LIMIT ?2`,
    me,
    MOST,
  )
  const days = rows.flatMap(row => (row['day'] === null ? [] : [String(row['day'])]))
  const on = dateSets(read, [...new Set(days)]).filter(({ now }) => now.state === 'on')
  const isOn = new Set(on.map(({ event }) => event))
  return rows
    .filter(row => !isOn.has(String(row['day'])))
    .map(row => ({
      answer: String(row['answer']),
      to: String(row['to']),
      name: String(row['name']),
    }))
}

/** Whether they answered its date: `name`, for whom; `''` for themselves. */
function hasAnswered(
  read: Reader,
  { date }: IdeaBecome,
  { me, name }: Readonly<{ me: string; name: string }>,
): boolean {
  if (!date) return false
  if (name === '') return mineTo(read, date.event, me).length > 0
  return keyedTo(read, date.event, me).some(({ firstName }) => isSameName(firstName, name))
}

/** Of the dates that this member proposed, those to come, and those moved or cancelled. */
export function datesProposed(
  read: Reader,
  me: string,
  { events, today }: Readonly<{ events: readonly string[]; today: string }>,
): readonly DateSet[] {
  const dates = dateSets(read, events).filter(
    date => isAhead(date, today) && date.now.state !== 'gone',
  )
  const answered = answeredOf(
    read,
    dates.map(({ event }) => event),
    me,
  )
  return dates.filter(({ event }) => !answered.has(event))
}
/** Those of these events that this member answered for themselves, shown or waiting. */
const answeredOf = (read: Reader, events: readonly string[], me: string): ReadonlySet<string> =>
  new Set(
    events.length === 0
      ? []
      : read
          .all(
            `SELECT coalesce(j.shown, said."to") AS event FROM (
               SELECT coalesce(shown."to", kept."to") AS "to"
               FROM response_home AS kept LEFT JOIN response AS shown ON shown.id = kept.id
               WHERE kept.member = ?1 AND kept.removed IS NOT 1 AND shown.removed IS NOT 1
               UNION SELECT shown."to"
               FROM response AS shown LEFT JOIN response_home AS kept ON kept.id = shown.id
               WHERE shown._by = ?1 AND shown.removed IS NOT 1
                 AND kept.member IS NULL AND kept.keyedBy IS NULL
             ) AS said LEFT JOIN joined AS j ON j.id = said."to"
             WHERE coalesce(j.shown, said."to") IN (SELECT value FROM json_each(?2))`,
            me,
            JSON.stringify(events),
          )
          .map(row => String(row['event'])),
  )

/**
 * The first names of those who say that they come, each once, by event; `asked`: of somebody whose
 * yes is from before a change of the date, and who is still asked.
 */
export function whoIsIn(
  read: Reader,
  events: readonly string[],
  asked: (name: string) => string,
): ReadonlyMap<string, readonly string[]> {
  if (events.length === 0) return new Map()
  const rows = read.all(
    `SELECT r.id, coalesce(j.shown, r."to") AS event, r.firstName, r.namesake
     FROM response AS r LEFT JOIN joined AS j ON j.id = r."to"
     WHERE coalesce(j.shown, r."to") IN (SELECT value FROM json_each(?))
       AND r.answer = 'in' AND r.removed IS NOT 1 AND r.firstName IS NOT NULL ORDER BY r.id`,
    JSON.stringify(events),
  )
  const people = rows.map(row => ({
    id: String(row['id']),
    event: String(row['event']),
    firstName: String(row['firstName']),
    namesake: row['namesake'] === 1,
  }))
  const still = stillAsked(
    read,
    people.map(({ id }) => id),
  )
  return new Map(
    [...Map.groupBy(people, ({ event }) => event)].map(([event, all]) => [
      event,
      oncePerPerson(all).map(({ id, firstName }) => (still.has(id) ? asked(firstName) : firstName)),
    ]),
  )
}

/** Somebody who offers to help with an idea. */
export type HelpOffered = Readonly<{
  answer: string
  idea: string
  title: string
  name: string
  saying: string
}>
/** Those of the last month for these ideas, the newest first; `but`: not this member's own. */
export function helpsFor(
  read: Reader,
  ideas: readonly string[],
  { but, today }: Readonly<{ but?: string; today: string }>,
): readonly HelpOffered[] {
  if (ideas.length === 0) return []
  const rows = read.all(
    `SELECT r.id, i.id AS idea, i.title, r.firstName, r.saying
     FROM response AS r LEFT JOIN joined AS j ON j.id = r."to"
       JOIN idea AS i ON i.id = coalesce(j.shown, r."to")
       LEFT JOIN response_home AS h ON h.id = r.id
     WHERE i.id IN (SELECT value FROM json_each(?1)) AND i.removed IS NOT 1
       AND r.answer = 'help' AND r.saying IS NOT NULL AND r.removed IS NOT 1 AND r."on" >= ?2
       AND coalesce(h.member, h.keyedBy, r._by) IS NOT ?3 ORDER BY r.id DESC LIMIT ?4`,
    JSON.stringify(ideas),
    toldSince(today),
    but ?? null,
    MOST,
  )
  return rows.map(row => ({
    ...{ answer: String(row['id']), idea: String(row['idea']), title: String(row['title']) },
    ...{ name: String(row['firstName'] ?? ''), saying: String(row['saying']) },
  }))
}

/**
 * The changed date that what somebody sent is about: the date itself, that of an idea, or that of
 * the idea to which they said yes. Undefined where nothing changed.
 */
export function dateOfIdea(read: Reader, type: string, id: string): DateSet | undefined {
  const row = type === response.name ? read.one(response, id) : undefined
  if (row?.answer === 'not') return undefined
  const about = row ? (row.to ?? '') : id
  const became = type === 'event' ? about : read.one(idea, about)?.became
  const date = became ? dateSet(read, became) : undefined
  return date && isChanged(date) && !(type === 'event' && date.now.state === 'gone')
    ? date
    : undefined
}

/**
 * The answer to that date of whoever sent this one, as it shows: one name, one way to reach them.
 */
export function saidAgain(read: Reader, answer: string, event: string): string | undefined {
  const [row] = read.all(
    `SELECT coalesce(p.shownAs, other.id) AS id
     FROM response_home AS own JOIN response_home AS other
       ON other.firstName = own.firstName AND other.reach = own.reach
       LEFT JOIN proposal_home AS p ON p.piece = other.id AND p.removed IS NOT 1
     WHERE own.id IN (SELECT ?1 UNION SELECT piece FROM proposal_home WHERE shownAs = ?1)
       AND other."to" = ?2 AND other.answer <> 'not' AND other.removed IS NOT 1 LIMIT 1`,
    answer,
    event,
  )
  return row && String(row['id'])
}
