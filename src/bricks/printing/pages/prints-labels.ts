import type { Print } from '../../../contract/page.ts'
import type { PrintBlock, PrintText as Said } from '../../../contract/paper.ts'
import { codesSaid } from '../../../contract/records/codes.ts'
import { keeperOf, lentIn, reachedOnPaper } from '../model/read.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
const [ACROSS, DOWN] = [2, 6]
const A_PAGE = ACROSS * DOWN

/**
 * Labels to tie to what is lent: what it is, whose, how to reach them, its code. The rest of the
 * page is blank, for what is not on the page.
 */
export const labels: Print<Words> = {
  kind: 'etiquettes',
  make: (kit, read, words) => {
    const codes = codesSaid(read)
    const keeper = keeperOf(read) ?? words.keeper
    const w = words.labels
    const lent = lentIn(read, kit.request.today).map((one): readonly PrintBlock[] => {
      const reached = reachedOnPaper(one, kit, read, words)
      const code = codes.get(one.id)
      const foot: Said = code === undefined ? w.back(keeper) : [{ b: code }, ` · ${w.back(keeper)}`]
      return [
        { is: 'words', words: [{ b: one.title }] },
        { is: 'words', words: reached },
        { is: 'small', words: foot },
      ]
    })
    const blanks = Array.from(
      { length: A_PAGE - (lent.length % A_PAGE || (lent.length === 0 ? 0 : A_PAGE)) },
      (): readonly PrintBlock[] => [
        {
          is: 'blanks',
          blanks: [
            { label: w.what, lines: 1 },
            { label: w.whose, lines: 1 },
            { label: w.know, lines: 1 },
          ],
        },
      ],
    )
    return {
      title: w.title,
      lang: kit.request.lang,
      size: 'a4',
      layout: 'cards',
      points: 13,
      across: ACROSS,
      down: DOWN,
      blocks: [],
      each: [...lent, ...blanks],
    }
  },
}
