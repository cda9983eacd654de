import type { Reader } from '../../../contract/reader.ts'
import { oncePerPerson } from '../../../contract/speaker.ts'
import { type AnswerSubject, askedAbout, dayOf } from './asked-about.ts'
import { answersTo, type ResponseRow } from './read.ts'
import { response } from './records.ts'

/** Who has a seat of an event or holds a post, and who waits for one. */

/**
 * The answers *j'en suis* for one date, each person once: those with a seat, those who wait.
 * `unread`: answers that the keeper has not shown yet, which count in their order too.
 */
export function seatsOf(
  about: AnswerSubject,
  day: string | undefined,
  read: Reader,
  today: string,
  unread: readonly ResponseRow[] = [],
): Readonly<{ seated: readonly ResponseRow[]; waiting: readonly ResponseRow[] }> {
  const there = [...answersTo(read, about.id), ...unread]
    .filter(row => row.answer === 'in' && (day === undefined || dayOf(about, row, today) === day))
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  const people = oncePerPerson(there)
  const seats = about.seats ?? people.length
  return { seated: people.slice(0, seats), waiting: people.slice(seats) }
}

/** The answers to one thing that wait unread for the keeper, in one statement. */
export const unreadTo = (read: Reader, about: string): readonly ResponseRow[] =>
  read.list(
    response,
    {
      where:
        '"to" IN (SELECT value FROM json_each(?)) AND id IN (SELECT piece FROM proposal_home ' +
        'WHERE state = \'waiting\' AND "of" = ? AND changes IS NULL AND shownAs IS NULL ' +
        'AND removed IS NOT 1)',
      with: [JSON.stringify(read.joinedWith(about)), response.name],
      order: 'id',
      limit: MOST_UNREAD,
    },
    'home',
  )
const MOST_UNREAD = 1_000

/** Who has a seat that another person gave back, and was not told yet. */
export type FreedSeat = Readonly<{ about: string; answer: string; kept: string; name: string }>
const MOST_WAITED = 200
/** `me`: those of one member alone, told or not. */
export function freedSeats(read: Reader, today: string, me?: string): readonly FreedSeat[] {
  const waited = read.list(
    response,
    {
      where: `waited = 1 AND ${me === undefined ? 'toldFreed IS NOT 1' : 'member = ?'}`,
      with: me === undefined ? [] : [me],
      limit: MOST_WAITED,
    },
    'home',
  )
  const answers = waited.flatMap(row => {
    const shown = read.one(response, row.id) ?? shownFrom(read, row.id)
    return shown ? { shown, kept: row.id } : []
  })
  // What they are about is read once, however many wait for it.
  return [...Map.groupBy(answers, one => one.shown.to ?? '')].flatMap(([to, all]) => {
    const about = askedAbout(read, to, today)
    if (about?.state !== 'open') return []
    const unread = unreadTo(read, about.id)
    return [...Map.groupBy(all, one => dayOf(about, one.shown, today))].flatMap(([day, those]) => {
      const { seated } = seatsOf(about, day, read, today, unread)
      const has = new Set(seated.map(one => one.id))
      return those
        .filter(({ shown }) => has.has(shown.id))
        .map(
          ({ shown, kept }): FreedSeat => ({
            about: about.id,
            answer: shown.id,
            kept,
            name: shown.firstName ?? '',
          }),
        )
    })
  })
}
/** The answer of the page that was shown from one which a visitor sent. */
function shownFrom(read: Reader, piece: string): ResponseRow | undefined {
  const [row] = read.all(
    'SELECT shownAs FROM proposal_home WHERE piece = ? AND removed IS NOT 1',
    piece,
  )
  const shown = row?.['shownAs']
  return typeof shown === 'string' ? read.one(response, shown) : undefined
}

/** Of the answers to one thing, those that wait for a seat, by their ids. */
export function answersWaiting(read: Reader, id: string, today: string): readonly string[] {
  const about = askedAbout(read, id, today)
  if (!about || about.seats === null) return []
  const days = Map.groupBy(answersTo(read, id), row => dayOf(about, row, today))
  return [...days.keys()].flatMap(day =>
    seatsOf(about, day, read, today).waiting.map(one => one.id),
  )
}

/**
 * Whether an answer that shows waits for a seat, or has one that was given back. It is told as of
 * the day of the answer, by which its date is found.
 */
export function seatFate(read: Reader, id: string): 'seatWaits' | 'seatFreed' | undefined {
  const row = read.one(response, id)
  if (row?.answer !== 'in' || !row.to || !row.on) return undefined
  if (answersWaiting(read, row.to, row.on).includes(id)) return 'seatWaits'
  const kept = [read.one(response, id, 'home'), keptAs(read, id)]
  return kept.some(one => one?.waited === true) ? 'seatFreed' : undefined
}
/** What this box keeps of an answer that was shown from a visitor’s. */
function keptAs(read: Reader, shown: string): ResponseRow | undefined {
  const [row] = read.all(
    'SELECT piece FROM proposal_home WHERE shownAs = ? AND removed IS NOT 1 LIMIT 1',
    shown,
  )
  return row ? read.one(response, String(row['piece']), 'home') : undefined
}
