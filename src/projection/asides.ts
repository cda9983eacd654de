import type { Reader } from '../contract/reader.ts'
import type { Statements } from '../log/sqlite.ts'

type What = Parameters<Reader['aside']>[0]
/** The most records that are noted: so many faults are one fault of ours. */
const MOST = 200

/**
 * Whether an error comes from a record. Errors of the disk or of SQLite do not, and are thrown on.
 */
export const isOfRecord = (error: unknown): boolean =>
  typeof (error as { errcode?: unknown } | null)?.errcode !== 'number'

/**
 * Leaves a record aside when work on it throws, and lists such records for the keeper. The
 * projection and pages call it.
 */
export function asidesOver(sql: Statements): Pick<Reader, 'aside' | 'asides'> {
  const met = new Map<string, What>()
  return {
    aside: (what, work) => {
      const key = `${what.type} ${what.id}`
      try {
        const done = work()
        met.delete(key)
        return done
      } catch (error) {
        if (!isOfRecord(error)) throw error
        if (met.size < MOST) met.set(key, what)
        return undefined
      }
    },
    asides: () => [
      ...sql.all<What>('SELECT DISTINCT type, id FROM unread ORDER BY type, id LIMIT ?', MOST),
      ...met.values(),
    ],
  }
}
