/**
 * Makes a queue whose waiters each get a round of the event loop, in order.
 *
 * Law     However many wait, other requests wait for one of them, never for all.
 */
export function paced(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.then(() => new Promise(resolve => setImmediate(resolve)))
    return last
  }
}
