import type { Reader } from '../../../../contract/reader.ts'
import { type ToDo, type ToDoReader, WAITS } from '../../../../contract/to-do.ts'
import { KEYING } from '../../model/handing/paths.ts'
import type { fr } from '../../words/fr.ts'

/** Lines of paper that came back to who keyed them: they wait until somebody mends them. */
export function linesWait({ by, me }: ToDoReader, read: Reader, words: typeof fr): readonly ToDo[] {
  if (by === 'visitor') return []
  const [row] = read.all(
    'SELECT count(*) AS n FROM hand_line_home WHERE "by" IS ? AND removed IS NOT 1',
    by === 'keeper' ? null : (me ?? ''),
  )
  const n = Number(row?.['n'] ?? 0)
  const { handing, menu } = words
  if (n === 0) return []
  const of = { n, label: menu, sentence: handing.linesWait(n), order: WAITS.PEOPLE }
  return [{ href: KEYING, list: KEYING, ...of }]
}
