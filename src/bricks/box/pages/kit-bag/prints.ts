import type { Print } from '../../../../contract/page.ts'
import type { Paper, PrintBlock, PrintText as Said } from '../../../../contract/paper.ts'
import { dayLong, dayPlain } from '../../../../text/days.ts'
import { type BagThing, byPocket } from '../../model/kit-bag/listed.ts'
import {
  type BagRow,
  bagNow,
  kitOf,
  missingIn,
  nameOf,
  packedIn,
} from '../../model/kit-bag/read.ts'
import type { fr } from '../../words/fr.ts'

type Words = typeof fr

/** So many lines stand high on one page. */
const ROOMY = 18

/**
 * *La mallette* on an A4: two boxes before each thing, one for the way out and one for the way
 * back.
 */
const bagPrint: Print<Words> = {
  kind: 'mallette',
  who: 'keeper',
  make: (kit, read, words): Paper => {
    const w = words.kitBag
    const unreturned = missingIn(read).map(one =>
      w.missingLine(
        nameOf(read, one.thing, w),
        dayPlain(one.day, kit.request.lang, kit.request.today),
        one.where,
      ),
    )
    return {
      title: w.paper.title,
      lang: kit.request.lang,
      size: 'a4',
      layout: 'flow',
      fits: 1,
      least: 8.5,
      foot: [
        kit.territory?.keptBy ?? '',
        w.paper.printed(dayPlain(kit.request.today, kit.request.lang)),
      ],
      blocks: [
        ...(kit.territory ? [{ is: 'small' as const, words: kit.territory.name }] : []),
        { is: 'title', words: kitOf(read, bagNow(read))?.title ?? w.paper.title },
        { is: 'blanks', blanks: headOf(bagNow(read), kit, w) },
        tableOf(byPocket(packedIn(read, w, bagNow(read))), w),
        ...(unreturned.length === 0 ? [] : missingBlocks(unreturned, w)),
        { is: 'blanks', blanks: [{ label: w.paper.notes, lines: 2 }] },
        { is: 'small', words: w.paper.back },
        { is: 'small', words: w.stays },
      ],
    }
  },
}

/** What is not said yet is written by hand. */
const WRITTEN = { lines: 1 }
const headOf = (
  now: BagRow | undefined,
  { request: { lang } }: Parameters<Print['make']>[0],
  { paper }: Words['kitBag'],
) => [
  { label: paper.day, ...(now?.day ? { filled: dayLong(now.day, lang) } : WRITTEN) },
  { label: paper.where, ...(now?.where ? { filled: now.where } : WRITTEN) },
  { label: paper.carries, ...(now?.carries ? { filled: now.carries } : WRITTEN) },
]

function tableOf(things: readonly BagThing[], { paper: { heads } }: Words['kitBag']): PrintBlock {
  const isLent = things.some(one => one.lentBy !== '')
  const row = (one: BagThing): readonly Said[] => [
    '',
    '',
    one.count > 1 ? String(one.count) : '',
    [{ b: one.name }],
    one.pocket,
    ...(isLent ? [one.lentBy] : []),
  ]
  return {
    is: 'table',
    columns: [
      { head: heads.left, wide: 1.1, tick: true },
      { head: heads.back, wide: 1.3, tick: true },
      { head: heads.count, wide: 0.7, right: true },
      { head: heads.name, wide: 6 },
      { head: heads.pocket, wide: 3 },
      ...(isLent ? [{ head: heads.lentBy, wide: 2 }] : []),
    ],
    rows: things.map(row),
    // As high as a finger, while they stand on one page.
    ...(things.length <= ROOMY ? { roomy: true } : {}),
  }
}

const missingBlocks = (
  lines: readonly string[],
  { paper }: Words['kitBag'],
): readonly PrintBlock[] => [
  { is: 'heading', words: paper.unreturned },
  { is: 'items', items: lines.map(words => ({ words, tick: true })) },
]

export const bagPrints: readonly Print<Words>[] = [bagPrint]
