/**
 * A chapter of the help, as data: a page and a print are made from it.
 *
 * Shape   A text may hold `**bold**`, `[words](/address)` and the name of a button or of a page:
 *         `{harvest.show}` takes the words that the program has under this key (`Kit.wordAt`);
 *         `{=Ouvrir la page}` gives them as they are, where no key leads to them. A test finds
 *         each of them in the words of the program.
 */
export type HelpBlock =
  | string
  | Readonly<{ heading: string }>
  | Readonly<{ steps: readonly string[] }>
  | Readonly<{ list: readonly string[] }>
  | Readonly<{ picture: string; shows: string }>
  | Readonly<{ head: readonly [seen: string, toDo: string]; rows: readonly HelpRow[] }>
/** A row of a table: what one sees, and what to do. */
export type HelpRow = readonly [seen: string, toDo: string]

export type Chapter = Readonly<{ title: string; about: string; blocks: readonly HelpBlock[] }>

export const HELP = '/aide'
