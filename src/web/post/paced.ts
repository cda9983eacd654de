/**
 * Each of many goes on in a round of the event loop of its own, in the order of their coming.
 *
 * Law     whatever many go on together, what comes in meanwhile waits for one of them, never for
 *         all.
 */
export function paced(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.then(() => new Promise(resolve => setImmediate(resolve)))
    return last
  }
}
