import type { Reader } from '../contract/reader.ts'
import type { Statements } from '../log/sqlite.ts'

type What = Parameters<Reader['aside']>[0]
/** A village of records that fault would be one fault of ours. */
const MOST = 200

/** A fault of the disk or of SQLite is no record's: it is thrown on. */
export const isOfRecord = (error: unknown): boolean =>
  typeof (error as { errcode?: unknown } | null)?.errcode !== 'number'

/**
 * What could not be read here of what others wrote: noted by the projection, and as pages stumble
 * on it.
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
