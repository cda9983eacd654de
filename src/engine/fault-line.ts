/**
 * The language's own errors: their message may quote the value that they met, and that may be
 * anybody's (law 6).
 */
const QUOTING = [SyntaxError, TypeError, RangeError, URIError] as const

/**
 * What the machine's own lines say of a fault: what kind, its code and where; never the text that
 * was read.
 */
export function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { code, errcode } = error as { code?: unknown; errcode?: unknown }
  const marks = [code, errcode].filter(mark => mark !== undefined).map(mark => ` ${mark}`)
  const said = QUOTING.some(kind => error instanceof kind) ? '' : `: ${unquoted(error.message)}`
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return [`${error.name}${marks.join('')}${said}`, ...frames].join('\n')
}

/** SQLite's full-text search quotes the words that it can't read. */
const unquoted = (message: string): string => message.replace(/"[^"]*"/g, '"…"')
