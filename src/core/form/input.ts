/** What a form sent, or an address held: plain text, several values under one name as an array. */
export type Input = Readonly<Record<string, string | readonly string[]>>

/**
 * What a form sent, or an address held, by the name of a field. What nobody sent is empty: missing
 * and empty are one to a person.
 */

/** Every text under a name. */
export const texts = (input: Input, name: string): readonly string[] => {
  const value = Object.hasOwn(input, name) ? input[name] : undefined
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** The text under a name as it was sent; the first where there are several. */
export const asSent = (input: Input, name: string): string => texts(input, name)[0] ?? ''

/** The same, trimmed. */
export const one = (input: Input, name: string): string => asSent(input, name).trim()
