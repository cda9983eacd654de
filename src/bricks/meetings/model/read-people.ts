import type { Reader } from '../../../contract/reader.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { hasTable } from '../../../contract/tables.ts'
import { fold } from '../../../core/letters/words.ts'

/**
 * Who counts, where nobody but the keeper can tell: answers under one first name, and answers that
 * a card wrote under another name before 0.2 asked in whose name.
 */

/**
 * Two *J'en suis* under one first name to one thing: `first` counts, `other` counts as well once
 * the keeper says that they are two people.
 */
export type Twice = Readonly<{ about: string; first: string; other: string }>
/**
 * An answer shown under another name than the card's that wrote it, and that says nothing of it.
 */
export type Forged = Readonly<{ about: string; answer: string; member: string; card: string }>

const MOST = 2_000
/** Whatever the village wrote, two statements: what waits is asked on every page of the keeper. */
const IN = `SELECT r.id, coalesce(j.shown, r."to") AS about, r.firstName AS name, r.forDay AS day,
    r.namesake AS namesake, h.member AS member
  FROM response AS r LEFT JOIN joined AS j ON j.id = r."to" LEFT
    JOIN response_home AS h ON h.id = r.id
  WHERE r.answer = 'in' AND r.removed IS NOT 1 AND r.firstName IS NOT NULL ORDER BY r.id
    LIMIT ${MOST}`
const WRITTEN = `SELECT r.id, coalesce(j.shown, r."to") AS about, r.firstName AS name,
    m.id AS member, m.name AS card
  FROM response AS r LEFT JOIN joined AS j ON j.id = r."to" LEFT
    JOIN response_home AS h ON h.id = r.id
  JOIN member_home AS m ON m.id = coalesce(h.member, r._by) AND m.removed IS NOT 1 AND m.name <> ''
  WHERE r.toldTo IS NULL AND h.keyedBy IS NULL AND r.removed IS NOT 1 AND r.firstName IS NOT NULL
    ORDER BY r.id LIMIT ${MOST}`

/** Those that nobody settled yet, oldest first. Of two that one card wrote, nothing is asked. */
export function twiceIn(read: Reader): readonly Twice[] {
  const byName = Map.groupBy(
    read.all(IN),
    row => `${row['about']} ${row['day'] ?? ''} ${fold(String(row['name']).trim())}`,
  )
  return [...byName.values()].flatMap(([first, ...others]) =>
    others
      .filter(
        row =>
          row['namesake'] === null &&
          (row['member'] === null || row['member'] !== first!['member']),
      )
      .map(row => ({
        about: String(row['about']),
        first: String(first!['id']),
        other: String(row['id']),
      })),
  )
}

export function forgedIn(read: Reader): readonly Forged[] {
  if (!hasTable(read, 'member_home')) return []
  const all = read
    .all(WRITTEN)
    .map(row => ({ row, name: String(row['name']), card: String(row['card']) }))
  // *Nadia* is *Nadia Roux*.
  return all
    .filter(({ name, card }) => !isSameName(name, card) && !isSameName(name, card.split(' ')[0]!))
    .map(({ row, card }) => ({
      about: String(row['about']),
      answer: String(row['id']),
      member: String(row['member']),
      card,
    }))
}

/**
 * What tells an answer from another: what its sender says to be known again. For the keeper's pages
 * only.
 */
export function ticketOf(read: Reader, id: string): string | undefined {
  if (!hasTable(read, 'proposal_home') || !hasTable(read, 'code_home')) return undefined
  const [row] = read.all(
    'SELECT c.word, c.digits FROM proposal_home AS p JOIN code_home AS c ON c.opens = p.id ' +
      'WHERE p.shownAs = ? AND p.removed IS NOT 1 LIMIT 1',
    id,
  )
  return row && `${row['word']} ${row['digits']}`
}

export const toSettle = (read: Reader): number => twiceIn(read).length + forgedIn(read).length
