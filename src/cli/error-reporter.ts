/**
 * Keeps the error of an engine’s failed turn, for a verb that prints it: a turn only answers with a
 * reference.
 */
export function stumbling(): Readonly<{
  report: (error: unknown) => string
  orElse: (error: unknown) => unknown
}> {
  let last: unknown
  return {
    report: error => {
      last = error
      return String(error)
    },
    orElse: error => last ?? error,
  }
}
