import type { Reader } from '../contract/reader.ts'
import { MINUTE, note } from '../core/tracking.ts'
import type { Statements } from '../log/sqlite.ts'

type What = Parameters<Reader['attempt']>[0]
/** The most records that are noted: so many faults are one fault of ours. */
const MOST = 200

/**
 * Whether an error comes from a record. Errors of the disk or of SQLite do not, and are thrown on.
 */
export const isOfRecord = (error: unknown): boolean =>
  typeof (error as { errcode?: unknown } | null)?.errcode !== 'number'

const keyOf = ({ type, id }: What): string => `${type} ${id}`

/**
 * Leaves a record out when work on it throws, and lists such records for the keeper. Those that the
 * projection could not read stand in the table `unread`; those of pages are noted here.
 */
export function unreadOver(sql: Statements): Pick<Reader, 'attempt' | 'unread'> {
  const met = new Map<string, What>()
  return {
    attempt: (what, work) => {
      try {
        const done = work()
        if (met.size > 0) met.delete(keyOf(what))
        return done
      } catch (error) {
        if (!isOfRecord(error)) throw error
        if (met.size < MOST) met.set(keyOf(what), what)
        return undefined
      }
    },
    unread: () => {
      // What pages met stands in no table: whoever lists it looks again each minute.
      note(MINUTE)
      return [
        ...sql.all<What>('SELECT DISTINCT type, id FROM unread ORDER BY type, id LIMIT ?', MOST),
        ...met.values(),
      ]
    },
  }
}
