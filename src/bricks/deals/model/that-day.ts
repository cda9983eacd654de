import type { Reader } from '../../../contract/reader.ts'
import type { WholeDeal } from './read.ts'
import { proposedOn } from './ride-now.ts'

/**
 * The days of an agreed moment, where its words name them for sure: an act of that day is offered
 * neither before it nor, of *je suis en retard*, after it.
 *
 * Law     Nothing is withheld where no day is read, or where the clock stands before the day on
 *         which the moment was proposed: a box may wake in another year.
 */
function agreedDays(whole: WholeDeal, read: Reader, today: string): readonly string[] | undefined {
  const { row, state } = whole
  const on = proposedOn(whole)
  if (state !== 'agreed' || row.when === null || today < on) return undefined
  return read.published.momentDays?.({ when: row.when, on })
}

/** Whether what was agreed is still to come: nobody has done it yet. */
export const isToCome = (whole: WholeDeal, read: Reader, today: string): boolean =>
  agreedDays(whole, read, today)?.every(day => day > today) ?? false

/** Whether somebody may be late for it today. */
export const mayBeLate = (whole: WholeDeal, read: Reader, today: string): boolean =>
  whole.state === 'agreed' && (agreedDays(whole, read, today)?.includes(today) ?? true)
