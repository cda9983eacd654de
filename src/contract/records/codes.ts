import { sayCode } from '../../core/code.ts'
import type { Reader, Row } from '../reader.ts'

/**
 * Reads the codes of this box that people say aloud, such as *papier 74 39*, so that pages and
 * prints of bricks show them beside a record. A code leads to a record, and stays in this box. The
 * engine gives codes out (`engine/records/said-code.ts`).
 */

const said = (row: Row): string =>
  sayCode({ word: String(row['word']), digits: String(row['digits']) })

/** The code that leads to a record, as people say it. */
export function codeSaid(read: Reader, opens: string): string | undefined {
  const [row] = read.all(
    'SELECT word, digits FROM code_home WHERE opens = ? AND removed IS NOT 1 LIMIT 1',
    opens,
  )
  return row && said(row)
}

/** Every code as people say it, by the id of its record. */
export const codesSaid = (read: Reader): ReadonlyMap<string, string> =>
  new Map(
    read
      .all('SELECT opens, word, digits FROM code_home WHERE removed IS NOT 1')
      .map(row => [String(row['opens'] ?? ''), said(row)]),
  )

/** Every code in use, as `word digits`. A new code must differ from all of them (`freeCode`). */
export const codesGiven = (read: Reader): Set<string> =>
  new Set(
    read
      .all('SELECT word, digits FROM code_home WHERE removed IS NOT 1')
      .map(row => `${row['word']} ${row['digits']}`),
  )
