import { sayCode } from '../../core/code.ts'
import type { Reader, Row } from '../reader.ts'

/**
 * The codes of this box that are said aloud: *papier 74 39*. They are the house's own, and stay in
 * this box.
 */

const said = (row: Row): string =>
  sayCode({ word: String(row['word']), digits: String(row['digits']) })

/** The code that opens a record, as it is said. */
export function codeSaid(read: Reader, opens: string): string | undefined {
  const [row] = read.all(
    'SELECT word, digits FROM code_home WHERE opens = ? AND removed IS NOT 1 LIMIT 1',
    opens,
  )
  return row && said(row)
}

/** Every code as it is said, by the record that it opens. */
export const codesSaid = (read: Reader): ReadonlyMap<string, string> =>
  new Map(
    read
      .all('SELECT opens, word, digits FROM code_home WHERE removed IS NOT 1')
      .map(row => [String(row['opens'] ?? ''), said(row)]),
  )

/** Every code that is given, word and digits: a new one is none of them. */
export const codesGiven = (read: Reader): Set<string> =>
  new Set(
    read
      .all('SELECT word, digits FROM code_home WHERE removed IS NOT 1')
      .map(row => `${row['word']} ${row['digits']}`),
  )
