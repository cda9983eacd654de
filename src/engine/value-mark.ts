import { createHash } from 'node:crypto'

/**
 * A short mark of a value: two values have the same mark when they read the same on a page. Who
 * keeps the mark can tell later whether the value was changed, and keeps no copy of it.
 *
 * Shape   16 hexadecimal digits of SHA-256. An empty text, an empty list and an unticked box have
 *         the mark of no value.
 */
export function markOf(value: unknown): string {
  const isNothing = value === false || value === '' || (Array.isArray(value) && value.length === 0)
  const json = JSON.stringify(isNothing ? null : (value ?? null))
  return createHash('sha256').update(json).digest('hex').slice(0, 16)
}
