import type { Field } from './schema.ts'

/** What is ticked in a list has no order: the form's own is no change. */
const isTicked = (field: Field | undefined): boolean =>
  field?.kind === 'themes' ||
  (field?.many === true && (field.kind === 'link' || field.kind === 'commune'))

/**
 * Whether two values of a field say the same thing.
 *
 * Shape   as the log holds them; undefined and null are one: nothing. What is ticked in a list has
 *         no order.
 */
export function saysSame(field: Field | undefined, a: unknown, b: unknown): boolean {
  const said = (value: unknown) =>
    JSON.stringify((isTicked(field) && Array.isArray(value) ? [...value].sort() : value) ?? null)
  return said(a) === said(b)
}

/**
 * Whether two values read the same on a page: a box that nobody ticked, an empty text and an empty
 * list are nothing.
 */
export function readsSame(field: Field | undefined, a: unknown, b: unknown): boolean {
  const read = (value: unknown) =>
    value === false || value === '' || (Array.isArray(value) && value.length === 0) ? null : value
  return saysSame(field, read(a), read(b))
}
