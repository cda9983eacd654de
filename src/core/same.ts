import type { Field } from './schema.ts'

/**
 * Whether two values of a field are the same. There are two answers: one for the log, which writes
 * only what changed, and one for readers, to whom an empty text and no text look alike.
 */

/**
 * Whether a field is a list of ticked choices: `themes`, or several of kind `link` or `commune`.
 * Such a list has no order: a form that sends it in another order changes nothing.
 */
const isUnordered = (field: Field | undefined): boolean =>
  field?.kind === 'themes' ||
  (field?.many === true && (field.kind === 'link' || field.kind === 'commune'))

/**
 * Whether two values of a field say the same thing.
 *
 * Shape   Values as the log holds them. Undefined equals null. A list of ticked choices has no
 *         order. Objects are compared as JSON text: the forms give their keys in one order. Another
 *         box may write another order, and the value then counts as another one: that costs one
 *         write more, and loses nothing.
 */
export function sameInLog(field: Field | undefined, a: unknown, b: unknown): boolean {
  const said = (value: unknown) =>
    JSON.stringify((isUnordered(field) && Array.isArray(value) ? [...value].sort() : value) ?? null)
  return said(a) === said(b)
}

/**
 * Whether two values read the same on a page: an unticked checkbox (`false`), an empty text and an
 * empty list equal null.
 */
export function sameOnPage(field: Field | undefined, a: unknown, b: unknown): boolean {
  const read = (value: unknown) =>
    value === false || value === '' || (Array.isArray(value) && value.length === 0) ? null : value
  return sameInLog(field, read(a), read(b))
}
