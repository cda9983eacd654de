import { INVISIBLE } from './typed.ts'

/**
 * The texts of a form or of an address, by the name of their field. A name may have several texts.
 * A missing text counts as empty.
 */
export type Input = Readonly<Record<string, string | readonly string[]>>

/** Every text under a name. */
export const texts = (input: Input, name: string): readonly string[] => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** The first text under a name, as it was sent; empty when there is none. */
export const asSent = (input: Input, name: string): string => texts(input, name)[0] ?? ''

/**
 * The first text under a name, without blanks at its ends and characters that nobody sees. Half of
 * a surrogate pair stays: a field refuses it.
 */
export const one = (input: Input, name: string): string =>
  asSent(input, name).replace(INVISIBLE, '').trim()
