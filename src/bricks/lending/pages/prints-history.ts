import type { Print } from '../../../contract/page.ts'
import type { PrintBlock } from '../../../contract/paper.ts'
import { dayPlain } from '../../../text/days.ts'
import { thing } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { HISTORY, historyLines, turnsTold, upkeepsTold } from './history-told.ts'
import { sees } from './reading.ts'

/**
 * The history of a thing on A4, for who is in charge of it: its upkeep, its missing pieces, its
 * turns with their meter. Paper goes round: it names who agreed to it alone.
 */
export const historyPrint: Print<typeof fr> = {
  kind: HISTORY,
  ofOne: true,
  who: 'neighbour',
  make: (kit, read, words) => {
    const row = read.one(thing, kit.request.params['id'] ?? '')
    if (!row || !sees(kit, read, row)) return undefined
    const context = { kit, read, words }
    const w = words.tending
    const { lang, today } = kit.request
    const upkeeps = upkeepsTold(context, row, true)
    const turns = turnsTold(context, row, true)
    const title = w.historyOf(row.title ?? '')
    return {
      ...{ title, lang, size: 'a4', layout: 'flow', points: 11 },
      blocks: [
        { is: 'title', words: title, size: 'sheet' },
        ...historyLines(context, row).map(words => ({
          is: 'words' as const,
          words: [{ b: words }],
        })),
        { is: 'heading', words: w.upkeepDone },
        upkeeps.rows.length === 0
          ? { is: 'words', words: w.noUpkeep }
          : table(upkeeps.heads, upkeeps.rows, [1.6, 3, 1.4, 1]),
        { is: 'heading', words: w.turns },
        { is: 'words', words: turns.rows.length === 0 ? w.noTurn : turns.count },
        ...(turns.rows.length === 0
          ? []
          : [
              table(
                turns.heads,
                turns.rows.map(({ cells }) => cells),
                [2.4, 1.2, 4],
              ),
            ]),
      ],
      foot: [kit.territory?.name ?? '', words.handing.printed(dayPlain(today, lang))],
    }
  },
}

const table = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  wide: readonly number[],
): PrintBlock => ({
  is: 'table',
  columns: heads.map((head, n) => ({ head, wide: wide[n] ?? 1 })),
  rows,
})
