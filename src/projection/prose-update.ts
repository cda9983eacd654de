import { lazyOf } from '../core/lazy.ts'
import type { Merged, Write } from '../core/merge.ts'
import { isUpdate, proseText } from '../core/prose.ts'
import type { Field } from '../core/schema.ts'

/** The Yjs update in a write of a long text. Undefined when it was erased or is something else. */
export function proseUpdate(value: unknown): Uint8Array | undefined {
  const held = (value as { yjs?: unknown } | null | undefined)?.yjs
  return typeof held === 'string' ? Buffer.from(held, 'base64') : undefined
}

/**
 * The shown value of a field: that of the greatest head with a value; for a long text, that of all
 * heads together.
 *
 * Law     A long text that lost an update shows nothing: the rest may hold text that this update
 *         had deleted (law 10).
 */
export function fieldValue(field: Field | undefined, merged: Merged): unknown {
  if (field?.kind !== 'prose') return merged.shown?.value ?? null
  if (merged.heads.some(head => head.value === undefined)) return null
  const [only] = merged.heads
  if (only && merged.heads.length === 1) return onlyText(only.value) ?? null
  const updates = merged.heads
    .map(head => proseUpdate(head.value))
    .filter(update => update !== undefined)
  return updates.length > 0 ? proseText(updates) : null
}

/**
 * The text of a value that is one update, worked out once for each value in memory. Undefined when
 * it is something else.
 */
export function onlyText(value: unknown): string | undefined {
  const held = value as { yjs?: unknown } | null | undefined
  return held && typeof held.yjs === 'string' ? textOf(held) : undefined
}
const textOf = lazyOf((value: object): string => proseText([proseUpdate(value)!]))

/** Whether a long text comes from one update, which was already checked. */
export const isOneText = ({ heads }: Merged, value: unknown): boolean =>
  heads.length === 1 && typeof value === 'string' && value !== ''

/** Whether a write of a long text holds something else than an update. */
export function isNoProse({ value }: Write): boolean {
  if (value === undefined || value === null) return false
  const update = proseUpdate(value)
  return update === undefined || !isUpdate(update)
}
