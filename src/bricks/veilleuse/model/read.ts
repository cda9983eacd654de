import { LONGEST, SHORTEST } from '../../../contract/box/watch.ts'
import type { Reader } from '../../../contract/reader.ts'
import { watch } from './records.ts'

export type WatchSettings = Readonly<{
  id: string | undefined
  without: readonly string[]
  seconds: number
  nightFrom: string
  nightUntil: string
}>

/**
 * A sentence of a hundred and fifty letters is read twice in twelve seconds. The bar is shut at
 * ten, and opens at seven.
 */
const USUAL = { without: [], seconds: 12, nightFrom: '22:00', nightUntil: '07:00' } as const
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const timeIn = (text: string | null | undefined, usual: string): string =>
  text && TIME.test(text) ? text : usual

/** What the keeper chose, or what is usual. */
export function choiceIn(read: Reader): WatchSettings {
  const row = read.list(watch, { order: 'id', limit: 1 }, 'home')[0]
  if (!row) return { id: undefined, ...USUAL }
  const seconds =
    row.seconds === null
      ? USUAL.seconds
      : Math.round(Math.min(LONGEST, Math.max(SHORTEST, row.seconds)))
  return {
    id: row.id,
    without: row.without ?? [],
    seconds,
    nightFrom: timeIn(row.nightFrom, USUAL.nightFrom),
    nightUntil: timeIn(row.nightUntil, USUAL.nightUntil),
  }
}
