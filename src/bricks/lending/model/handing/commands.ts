import type { Command, CommandContext } from '../../../../contract/command.ts'
import { type Decision, type Draft, draft } from '../../../../contract/decision.ts'
import type { Reader } from '../../../../contract/reader.ts'
import type { fr } from '../../words/fr.ts'
import { booking } from '../records-booking.ts'
import { say } from '../said.ts'
import { thingsOf } from '../turns.ts'
import { blanksAt, blankWords, daySheet, type PlaceSheet } from './day-sheet.ts'
import { SHEET } from './paths.ts'
import { handSheet } from './records.ts'
import { type DrawsWord, wordsFor } from './said-words.ts'

type Words = typeof fr

/**
 * The sheet of a day is prepared: each booking on it has its word, and each place has words for
 * hand-outs that nobody booked. Asked twice, it adds what is missing.
 */
const prepareSheet: Command<Words> = {
  name: 'prepareSheet',
  path: SHEET,
  who: 'neighbour',
  private: true,
  decide: (input, read, at, words): Decision => {
    const checked = at.fields(handSheet, input, ['day'])
    if ('refused' in checked) return checked
    const day = checked.fields.day ?? at.today
    const kept = new Set(thingsOf(read, at).map(({ id }) => id))
    if (kept.size === 0) return { refused: say('notYours') }
    const places = daySheet(read, { day, now: at.now, keeps: ({ id }) => kept.has(id) })
    const draws = wordsFor(read, at)
    const lines = blanksAt(places.length)
    return {
      drafts: places.flatMap(place => [
        ...wordDrafts(place, draws),
        ...blankDrafts(day, place, { read, at, words, draws, lines }),
      ]),
      next: `${SHEET}?jour=${day}`,
      said: say('handing.prepared'),
    }
  },
}

/** Words for bookings that were made without: keyed elsewhere, or before there were any. */
const wordDrafts = ({ out, back, late }: PlaceSheet, draws: DrawsWord): readonly Draft[] =>
  [...out, ...back, ...late]
    .filter(({ row }) => row.word === null)
    .map(({ row, of }) => draft(booking, row.id, { word: draws(of.title ?? '') }))

function blankDrafts(
  day: string,
  { place }: PlaceSheet,
  {
    read,
    at,
    words,
    draws,
    lines,
  }: Readonly<{
    read: Reader
    at: CommandContext
    words: Words
    draws: DrawsWord
    lines: number
  }>,
): readonly Draft[] {
  const by = at.me ?? null
  if (blankWords(read, { day, place }, one => one === by).length > 0) return []
  const drawn = Array.from({ length: lines }, () => draws(words.handing.blankWord))
  const fields = { day, place: place || null, words: drawn.flatMap(one => one ?? []), by }
  return [draft(handSheet, at.newId(), fields)]
}

export const sheetCommands: readonly Command<Words>[] = [prepareSheet]
