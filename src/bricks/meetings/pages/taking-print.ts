import { keeperSaid } from '../../../contract/keeper.ts'
import type { Print } from '../../../contract/page.ts'
import { sayAmount } from '../../../text/amounts.ts'
import { dayPlain } from '../../../text/days.ts'
import { partsWaiting } from '../model/parts-waiting.ts'
import { takersOf } from '../model/read.ts'
import { noticeAsked, takingOf } from '../model/taking.ts'
import type { MeetingWords } from './say.ts'

/** Of an A4 sheet, lines for a pen. */
const LINES = 18

/**
 * *Qui en prend*: a sheet for a counter, on which one writes how much. It names nobody who said so
 * on a screen: their names were agreed to there, and not on paper.
 */
export const takingPrint: Print<MeetingWords> = {
  kind: 'qui-en-prend',
  ofOne: true,
  make: (kit, read, words) => {
    const of = noticeAsked(read, kit.request.params['id'] ?? '')
    if (!of || of.isClosed) return undefined
    const { lang, today } = kit.request
    const w = words.taking
    const { taken, left } = takingOf(takersOf(read, of), of.whole, partsWaiting(read, of))
    const say = (n: number): string => (of.whole ? sayAmount(n, of.whole.unit, lang) : '')
    const stands =
      of.whole && left !== null
        ? [`${w.taken[of.side](say(taken), say(of.whole.n))} ${w.left[of.side](say(left))}`]
        : []
    return {
      title: of.title,
      lang,
      size: 'a4',
      layout: 'flow',
      fits: 1,
      foot: [w.paperBack(keeperSaid(kit.territory, '')), dayPlain(today, lang)],
      blocks: [
        { is: 'small', words: `${kit.territory?.name ?? ''} · ${w.title[of.side]}` },
        { is: 'title', words: of.title, size: 'long' },
        ...stands.map(line => ({ is: 'lead' as const, words: line })),
        { is: 'words', words: w.onPaper },
        {
          is: 'table',
          columns: w.columns.map(head => ({ head })),
          rows: Array.from({ length: LINES }, () => ['', '', '']),
          roomy: true,
          least: 6,
          more: '',
        },
      ],
    }
  },
}
