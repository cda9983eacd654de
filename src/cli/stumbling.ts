/**
 * Keeps the error that an engine's turn ended with, for a verb that must say it: a turn only
 * answers with a reference.
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
