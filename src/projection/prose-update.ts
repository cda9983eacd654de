import type { Merged, Write } from '../core/merge.ts'
import { isUpdate, proseText } from '../core/prose.ts'
import type { Field } from '../core/schema.ts'

/**
 * The Yjs update that a prose write holds, or undefined when it was forgotten or is something else.
 */
export function proseUpdate(value: unknown): Uint8Array | undefined {
  const held = (value as { yjs?: unknown } | null | undefined)?.yjs
  return typeof held === 'string' ? Buffer.from(held, 'base64') : undefined
}

/**
 * What shows of a field: the greatest head that has flesh; for prose, all its heads together.
 *
 * Law     a prose that lost one of its updates shows nothing: what is left may hold what that
 *         update had taken out (law 10).
 */
export function fieldValue(field: Field | undefined, merged: Merged): unknown {
  if (field?.kind !== 'prose') return merged.shown?.value ?? null
  if (merged.heads.some(head => head.value === undefined)) return null
  const updates = merged.heads
    .map(head => proseUpdate(head.value))
    .filter(update => update !== undefined)
  return updates.length > 0 ? proseText(updates) : null
}

/** A text that came of one update: it was read as one, and need not be again. */
export const isOneText = ({ heads }: Merged, value: unknown): boolean =>
  heads.length === 1 && typeof value === 'string' && value !== ''

/** A prose write that holds something else than an update. */
export function isNoProse({ value }: Write): boolean {
  if (value === undefined || value === null) return false
  const update = proseUpdate(value)
  return update === undefined || !isUpdate(update)
}
