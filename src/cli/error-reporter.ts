/**
 * Keeps the error that ended a turn, for a verb that prints it: the engine answers with a reference
 * only. The engine calls `report`; `orElse` gives the last reported error, or the given one.
 */
export function errorReporter(): Readonly<{
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
