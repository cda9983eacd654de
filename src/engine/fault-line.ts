/**
 * The text of an error, for whoever repairs the box. Other people than the keeper read the
 * machine’s journal, so no private word may stand there (law 6: private values never leave this
 * box).
 */

/** Error classes of JavaScript whose message may quote a person’s value. */
const QUOTING = [SyntaxError, TypeError, RangeError, URIError] as const

/**
 * The text of an error for the machine’s journal: its `name`, its codes (`errcode` is SQLite’s
 * number), its message without words in double quotes, and the frames of its stack. The message of
 * a quoting class is left out. A thrown value that is no error may be a person’s: the text is then
 * its type alone, such as `string`.
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
 * frame, so only the rest after it is read. A stack without the message gives no frame.
 */
function framesOf({ message, stack = '' }: Error): readonly string[] {
  const at = stack.indexOf(message)
  const rest = at === -1 ? '' : stack.slice(at + message.length)
  return rest.split('\n').filter(line => /^\s+at /.test(line))
}

/**
 * Replaces all from the first double quote to the last, or to the end when it is alone. SQLite’s
 * full-text search puts in double quotes the words that it can’t read, and they may hold a quote.
 */
const unquoted = (message: string): string => message.replace(/"(?:.*"|.*)/s, '"…"')
