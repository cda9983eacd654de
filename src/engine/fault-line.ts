/**
 * Writes an error down for whoever repairs the box. Other people than the keeper read the machine’s
 * journal, so that no private word may stand there.
 */

/** Error classes of JavaScript, whose message may quote a person’s value (law 6). */
const QUOTING = [SyntaxError, TypeError, RangeError, URIError] as const

/**
 * The text of an error for the machine’s journal: its class, its code and its stack, without the
 * values that were read.
 */
export function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { code, errcode } = error as { code?: unknown; errcode?: unknown }
  const marks = [code, errcode].filter(mark => mark !== undefined).map(mark => ` ${mark}`)
  const said = QUOTING.some(kind => error instanceof kind) ? '' : `: ${unquoted(error.message)}`
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return [`${error.name}${marks.join('')}${said}`, ...frames].join('\n')
}

/** Without quoted words: SQLite’s full-text search quotes what it can’t read. */
const unquoted = (message: string): string => message.replace(/"[^"]*"/g, '"…"')
