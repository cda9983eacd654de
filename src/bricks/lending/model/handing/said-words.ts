import type { CommandContext } from '../../../../contract/command.ts'
import type { Draft } from '../../../../contract/decision.ts'
import type { Projection, TableWriter } from '../../../../contract/projection.ts'
import type { Reader, Row } from '../../../../contract/reader.ts'
import { momentOf } from '../../../../core/calendar/recurrence.ts'
import { codeWord, freeCode, readCode, sayCode } from '../../../../core/code.ts'
import { isDay } from '../../../../core/form/fit.ts'
import { wordsOf } from '../../../../core/letters/words.ts'
import { isOneOf } from '../../../../core/narrow.ts'
import type { ThingRow } from '../read.ts'
import { spanOf, wallTimesIn } from '../span.ts'

/**
 * The words by which things are handed out: *scie 74 39*. Whoever booked reads theirs on a page or
 * on paper, and says it; the same word on the sheet makes the hand-out valid without a screen, and
 * finds the booking when the sheet is keyed. Words of blank lines are drawn before anybody comes.
 */

/**
 * Where each word stands: a booking, or the sheet with its blank line.
 *
 * Shape   `until_ms`: of a booking, its promised end; of a sheet, the start of its day.
 * Law     made from each record's own rows, so the order in which records come changes nothing.
 */
export const saidWord: Projection = {
  types: ['booking', 'hand-sheet'],
  tables: [
    'CREATE TABLE hand_word(word TEXT, record TEXT, type TEXT, until_ms INTEGER, ' +
      'PRIMARY KEY(word, record)) WITHOUT ROWID',
    'CREATE INDEX "hand_word record" ON hand_word(record)',
  ],
  apply: (type, record, tables) => {
    tables.run('DELETE FROM hand_word WHERE record = ?', record)
    const { words, until } =
      type === 'booking' ? ofBooking(record, tables) : ofSheet(record, tables)
    for (const word of new Set(words.flatMap(one => keyOf(one) ?? [])))
      tables.run('INSERT INTO hand_word VALUES (?, ?, ?, ?)', word, record, type, until)
  },
}
type WordsOf = Readonly<{ words: readonly string[]; until: number }>
const NONE: WordsOf = { words: [], until: 0 }

function ofBooking(record: string, { all }: Pick<TableWriter, 'all'>): WordsOf {
  const [row] = all('SELECT * FROM booking WHERE id = ? AND removed IS NOT 1', record)
  const [home] = all('SELECT word FROM booking_home WHERE id = ?', record)
  if (!row || typeof home?.['word'] !== 'string') return NONE
  const span = spanOf(wallTimesIn(row))
  return { words: [home['word']], until: span?.until ?? 0 }
}

function ofSheet(record: string, { all }: Pick<TableWriter, 'all'>): WordsOf {
  const [row] = all('SELECT * FROM hand_sheet_home WHERE id = ? AND removed IS NOT 1', record)
  const day = row?.['day']
  if (typeof day !== 'string' || !isDay(day) || typeof row?.['words'] !== 'string') return NONE
  const words: unknown = JSON.parse(row['words'])
  return {
    words: Array.isArray(words) ? words.filter(one => typeof one === 'string') : [],
    until: momentOf(day, '00:00'),
  }
}

/** A word as it is compared, *scie 7439*; undefined for what is no word. */
export function keyOf(typed: string): string | undefined {
  const read = readCode(typed)
  return 'fault' in read ? undefined : `${read.word} ${read.digits}`
}

/** What a word opens: a booking, or a blank line of a sheet. */
export type WordOpens = Readonly<{ type: 'booking' | 'hand-sheet'; record: string }>

/**
 * What a typed word opens; undefined for one that nobody gave. A blank line that was keyed opens
 * its booking.
 */
export function openedBy(read: Reader, typed: string): WordOpens | undefined {
  const key = keyOf(typed)
  if (key === undefined) return undefined
  const rows = read.all(
    'SELECT type, record, until_ms FROM hand_word WHERE word = ? ORDER BY until_ms DESC, record',
    key,
  )
  const newest = (type: string): Row | undefined => rows.find(row => row['type'] === type)
  const [booked, sheet] = [newest('booking'), newest('hand-sheet')]
  const isKeyed = Number(booked?.['until_ms']) + KEYED_WITHIN >= Number(sheet?.['until_ms'] ?? 0)
  const found = booked && isKeyed ? booked : (sheet ?? booked)
  const type = found?.['type']
  return isOneOf(['booking', 'hand-sheet'], type)
    ? { type, record: String(found?.['record']) }
    : undefined
}

/**
 * The words that somebody may have meant who wrote one digit wrong, or two that are beside each
 * other the other way round.
 */
export function nearWords(read: Reader, typed: string): readonly string[] {
  const digits = typed.replaceAll(/\D/g, '')
  return wordsOf(typed).flatMap(word =>
    read
      .all('SELECT DISTINCT word FROM hand_word WHERE word > ? AND word < ?', ...within(word))
      .map(row => String(row['word']).slice(word.length + 1))
      .filter(other => isNear(digits, other))
      .map(other => sayCode({ word, digits: other })),
  )
}
function isNear(typed: string, other: string): boolean {
  if (typed.length !== other.length) return false
  const at = [...typed].flatMap((digit, i) => (digit === other[i] ? [] : [i]))
  const [first = 0, second = 0] = at
  const isSwap = typed[first] === other[second] && typed[second] === other[first]
  return at.length === 1 || (at.length === 2 && second === first + 1 && isSwap)
}
/** All codes with a word stand between these. */
const within = (word: string): readonly [string, string] => [`${word} `, `${word} :`]

/** Units   milliseconds. A word is free again when its paper can’t come back any more. */
const DAY = 24 * 3_600_000
const RESTS = 60 * DAY
/** The booking of a blank line begins about the day of its sheet: before its word is free. */
const KEYED_WITHIN = 30 * DAY

/** Draws a word for each hand-out: see `wordsFor`. */
export type DrawsWord = (label: string) => string | null

/**
 * Draws words that nobody else has, for as long as their papers may come back. Within one turn no
 * word is drawn twice.
 *
 * Shape   gives null once a word has no free digits left: the booking stands without.
 */
export function wordsFor(read: Reader, at: Pick<CommandContext, 'now' | 'newId'>): DrawsWord {
  const live = LIVE.get(at) ?? new Map<string, Set<string>>()
  LIVE.set(at, live)
  return label => {
    const word = codeWord(label) || NO_LETTERS
    const taken = live.get(word) ?? takenOf(read, word, at.now)
    live.set(word, taken)
    try {
      return sayCode(freeCode(word, taken, at.newId))
    } catch (error) {
      if (error instanceof RangeError) return null
      throw error
    }
  }
}

/** A new booking with the word by which it is handed out. */
export const withWord = (
  made: Draft,
  { title }: Pick<ThingRow, 'title'>,
  draws: DrawsWord,
): Draft => ({ ...made, fields: { ...made.fields, word: draws(title ?? '') } })

/** The words that each turn drew. Its drafts are not in the tables yet. */
const LIVE = new WeakMap<object, Map<string, Set<string>>>()
/** The word of a title without letters. */
const NO_LETTERS = 'tour'

/** The codes with this word that lead somewhere: to a booking, a blank line, or another record. */
const takenOf = (read: Reader, word: string, now: number): Set<string> =>
  new Set([
    ...read
      .all(
        'SELECT word FROM hand_word WHERE word > ? AND word < ? AND until_ms > ?',
        ...within(word),
        now - RESTS,
      )
      .map(row => String(row['word'])),
    ...read
      .all('SELECT digits FROM code_home WHERE word = ? AND removed IS NOT 1', word)
      .map(row => `${word} ${String(row['digits'])}`),
  ])
