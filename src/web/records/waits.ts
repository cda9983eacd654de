import type { Brick } from '../../contract/brick.ts'
import type { Reader } from '../../contract/reader.ts'
import { broughtTable } from '../../contract/records/own-records.ts'
import type { Request } from '../../contract/request.ts'
import type { Slots, Undoable } from '../../contract/slots.ts'
import type { ToDo, ToDoReader } from '../../contract/to-do.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import { waitsNow } from '../../engine/records/refusing.ts'
import { undoTable } from '../../engine/records/undo-table.ts'
import { dayOfMoment, onDay } from '../../text/days.ts'
import type { fr } from './fr.ts'

const TO_SHOW = '/a-montrer'

/**
 * The waiting matters of any type: for the keeper sent texts, versions to settle, people of a
 * harvest without an answer; for a member, their hidden number.
 */
export const plainSlots = (bricks: readonly Brick[]): Slots<typeof fr> => ({
  waits: (whom, read, words) => (whom.by === 'keeper' ? sent(bricks, whom, read, words) : []),
  undoable: ({ request }, read, words) => tablesOf(bricks, request, read, words),
})

/** Tables that came in lately, each undone as one. */
function tablesOf(
  bricks: readonly Brick[],
  { lang, today, now }: Request,
  read: Reader,
  words: typeof fr,
): readonly Undoable[] {
  const month = dayOfMoment(now - MONTH_MS)
  const all = read.list(
    broughtTable,
    { where: '"on" >= ?', with: [month], order: 'id DESC' },
    'home',
  )
  return [...Map.groupBy(all, ({ first }) => first)].map(([first, lists]) => {
    const { title, of, on } = lists.find(({ id }) => id === first) ?? lists[0]!
    const n = new Set(
      lists
        .filter(list => list.of === of)
        .flatMap(({ records, changed }) => [
          ...(records ?? []),
          ...(changed ?? []).map(said => said.split(' ')[0]),
        ]),
    ).size
    return {
      under: 'shown',
      title: title ?? '',
      told: words.broughtLines(
        n,
        wordsOfType(bricks, of ?? '', lang).many,
        onDay(on!, lang, today),
      ),
      act: words.undo.table,
      undo: undoTable({ id: first ?? '' }).undo,
    }
  })
}
const MONTH_MS = 31 * 86_400_000

function sent(
  bricks: readonly Brick[],
  { lang }: ToDoReader,
  read: Reader,
  words: typeof fr,
): readonly ToDo[] {
  const now = waitsNow(read)
  const all = read.all(
    `SELECT "of" AS type, count(*) AS n FROM proposal_home WHERE ${now.where} ` +
      'AND removed IS NOT 1 GROUP BY "of" ORDER BY n DESC, "of"',
    ...now.with,
  )
  // Two types may be called the same: *réponse*.
  const by = Map.groupBy(all, row => wordsOfType(bricks, String(row['type'] ?? ''), lang).one)
  const named = [...by].map(([one, rows]) => {
    // The shortest plural holds for all: *réponses*, not those of one of the types alone.
    const [many = one] = rows
      .map(row => wordsOfType(bricks, String(row['type'] ?? ''), lang).many)
      .toSorted((a, b) => a.length - b.length)
    return [rows.reduce((sum, row) => sum + Number(row['n']), 0), one, many] as const
  })
  const n = named.reduce((sum, [of]) => sum + of, 0)
  return n === 0
    ? []
    : [{ href: TO_SHOW, n, order: 10, label: words.toShow, sentence: words.toShowWaits(named) }]
}
