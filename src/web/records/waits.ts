import type { Brick } from '../../contract/brick.ts'
import type { Reader } from '../../contract/reader.ts'
import type { Slots, ToDo, ToDoReader } from '../../contract/slots.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import type { fr } from './fr.ts'

const TO_SHOW = '/a-montrer'

/**
 * The waiting matters of any type: for the keeper sent texts, versions to settle, people of a
 * harvest without an answer; for a member, their hidden number.
 */
export const plainSlots = (bricks: readonly Brick[]): Slots<typeof fr> => ({
  waits: (whom, read, words) => (whom.by === 'keeper' ? sent(bricks, whom, read, words) : []),
})

function sent(
  bricks: readonly Brick[],
  { lang }: ToDoReader,
  read: Reader,
  words: typeof fr,
): readonly ToDo[] {
  const all = read.all(
    `SELECT "of" AS type, count(*) AS n FROM proposal_home WHERE state = 'waiting' ` +
      `AND sentBy IN ('visitor', 'member') AND removed IS NOT 1 GROUP BY "of" ` +
      'ORDER BY n DESC, "of"',
  )
  // Two types may be called the same: *réponse*.
  const by = Map.groupBy(all, row => wordsOfType(bricks, String(row['type'] ?? ''), lang).one)
  const named = [...by].map(([one, rows]) => {
    const { many } = wordsOfType(bricks, String(rows[0]!['type'] ?? ''), lang)
    return [rows.reduce((sum, row) => sum + Number(row['n']), 0), one, many] as const
  })
  const n = named.reduce((sum, [of]) => sum + of, 0)
  return n === 0
    ? []
    : [{ href: TO_SHOW, n, order: 10, label: words.toShow, sentence: words.toShowWaits(named) }]
}
