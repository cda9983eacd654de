/**
 * Writes an error down for whoever repairs the box. Other people than the keeper read the machine’s
 * journal, so that no private word may stand there (law 6: private values never leave).
 */

/** Error classes of JavaScript, whose message may quote a person’s value. */
const QUOTING = [SyntaxError, TypeError, RangeError, URIError] as const

/**
 * The text of an error for the machine’s journal: its class, its codes (`errcode` is SQLite’s
 * number), its message without quoted words, and the frames of its stack. The message of a quoting
 * class is left out. Anything else that was thrown may be a person’s value: its type alone is told.
 */
export function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { code, errcode } = error as { code?: unknown; errcode?: unknown }
  const marks = [code, errcode].filter(mark => mark !== undefined).map(mark => ` ${mark}`)
  const said = QUOTING.some(kind => error instanceof kind) ? '' : `: ${unquoted(error.message)}`
  return [`${error.name}${marks.join('')}${said}`, ...framesOf(error)].join('\n')
}

/**
 * The frames of the stack. The message stands before them and may have a line in the form of a
 * frame, so that only the rest after it is read. A stack without the message gives no frame.
 */
function framesOf({ message, stack = '' }: Error): readonly string[] {
  const at = stack.indexOf(message)
  const rest = at === -1 ? '' : stack.slice(at + message.length)
  return rest.split('\n').filter(line => /^\s+at /.test(line))
}

/** Replaces words in double quotes: SQLite’s full-text search quotes so what it can’t read. */
const unquoted = (message: string): string => message.replace(/"[^"]*"/g, '"…"')
