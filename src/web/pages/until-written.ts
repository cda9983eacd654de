import type { Reader } from '../../contract/reader.ts'
import { noteAll, type ReadKeys, tracked, untracked } from '../../core/tracking.ts'

/** Changes with each write that the tables get. */
const versionOf = (read: Reader): string =>
  Object.values(
    read.all('SELECT data_version, total_changes() AS own FROM pragma_data_version')[0] ?? {},
  ).join(' ')

/**
 * Work over a reader whose result is made again only after a write. Not for a turn: a batch that is
 * rolled back would leave a wrong value.
 */
export function untilWritten<A extends readonly unknown[], T>(
  readerOf: (...asked: A) => Reader,
  work: (...asked: A) => T,
): (...asked: A) => T {
  const lately = new WeakMap<Reader, Readonly<{ version: string; value: T; reads: ReadKeys }>>()
  return (...asked) => {
    const read = readerOf(...asked)
    const version = untracked(() => versionOf(read))
    const held = lately.get(read)
    if (held?.version === version) {
      noteAll(held.reads)
      return held.value
    }
    const { value, reads } = tracked(() => work(...asked))
    lately.set(read, { version, value, reads })
    return value
  }
}
