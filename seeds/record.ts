/**
 * One record of the demonstration, as plain data. A text that is `@key` in a link or among themes
 * stands for the record of that key: whoever loads the world draws the ids and puts them there.
 */
export type SeedValue = string | number | boolean | readonly string[] | readonly number[]
export type SeedRecord = Readonly<{
  key: string
  /** A record type's name. */
  type: string
  fields: Readonly<Record<string, SeedValue>>
  /** The day on which it was written. */
  at: string
}>
