import type { Brick } from '../../contract/brick.ts'
import type { Reader } from '../../contract/reader.ts'
import type { Awaited, Slots, Waiting } from '../../contract/slots.ts'
import { wordsOfType } from '../../contract/type-words.ts'

import type { fr } from './fr.ts'

const TO_SHOW = '/a-montrer'
const KEY_STRIPS = '/accord'
const HARVESTS = '/cueillette'

/**
 * What waits for the keeper whatever its type: what people sent, versions to settle, people of a harvest who have not answered. Of a member,
 * their number that somebody hid.
 */
export const plainSlots = (bricks: readonly Brick[]): Slots<typeof fr> => ({
  waits: (whom, read, words) =>
    whom.by === 'keeper' ? [...sent(bricks, whom, read, words), ...harvests(read, words), ...agreements(read, words)] : [],
})

function sent(bricks: readonly Brick[], { lang }: Awaited, read: Reader, words: typeof fr): readonly Waiting[] {
  const all = read.all(
    `SELECT "of" AS type, count(*) AS n FROM proposal_home WHERE state = 'waiting' AND sentBy IN ('visitor', 'member') AND removed IS NOT 1 GROUP BY "of" ORDER BY n DESC, "of"`,
  )
  // Two types may be called the same: *réponse*.
  const by = Map.groupBy(all, row => wordsOfType(bricks, String(row['type'] ?? ''), lang).one)
  const named = [...by].map(([one, rows]) => {
    const { many } = wordsOfType(bricks, String(rows[0]!['type'] ?? ''), lang)
    return [rows.reduce((sum, row) => sum + Number(row['n']), 0), one, many] as const
  })
  const n = named.reduce((sum, [of]) => sum + of, 0)
  return n === 0 ? [] : [{ href: TO_SHOW, n, order: 10, label: words.toShow, sentence: words.toShowWaits(named) }]
}

/** Pages of notes of which something was neither shown nor left: what is to be chosen, and people for whom no strip was printed. */
function harvests(read: Reader, words: typeof fr): readonly Waiting[] {
  const [row] = read.all(
    `SELECT count(DISTINCT harvest) AS pages, coalesce(sum(person IS NOT 1), 0) AS pieces, coalesce(sum(person IS 1), 0) AS people
     FROM proposal_home AS piece WHERE harvest IS NOT NULL AND state IN ('waiting', 'kept') AND removed IS NOT 1
     AND NOT (person IS 1 AND id IN (SELECT opens FROM code_home WHERE removed IS NOT 1))`,
  )
  const [pages, pieces, people] = ['pages', 'pieces', 'people'].map(name => Number(row?.[name] ?? 0)) as [number, number, number]
  return pages === 0
    ? []
    : [{ href: HARVESTS, n: pages, order: 40, label: words.harvestsLabel, sentence: words.harvestsWait(pages, pieces, people) }]
}

/** A code was given, so a strip was printed: one a person, on the first of their pieces. */
function agreements(read: Reader, words: typeof fr): readonly Waiting[] {
  const [row] = read.all(
    `SELECT count(DISTINCT piece.id) AS n FROM code_home AS code JOIN proposal_home AS piece ON piece.id = code.opens
     WHERE piece.person = 1 AND piece.state IN ('waiting', 'kept') AND piece.removed IS NOT 1 AND code.removed IS NOT 1`,
  )
  const n = Number(row?.['n'] ?? 0)
  return n === 0 ? [] : [{ href: KEY_STRIPS, n, order: 50, label: words.agreementsLabel, sentence: words.agreementsWait(n) }]
}
