import type { Paper, PrintBlock } from '../../../contract/paper.ts'
import type { Lang } from '../../../core/lang.ts'
import { qrAlone } from '../../../ui/qr.ts'
import { webWords } from '../../../web/words.ts'
import { type MemberCard, sayNumber } from './cards.ts'

/** Units   millimetres: a drawing that any phone reads. */
const DRAWING_MM = 32

/**
 * *Carte d'habitant* to cut out: what its page shows once, and no more.
 *
 * Shape   `page`: the name of the page that it opens; empty where nobody gave it one.
 * Law     there is a drawing only where it leads somewhere from: `at` is the address that phones of
 *         the place can follow.
 */
export function cardPaper(
  {
    name,
    card,
    at,
    keeper,
    page,
  }: Readonly<{
    name: string
    card: MemberCard
    at: string | undefined
    keeper: string
    page: string
  }>,
  lang: Lang,
): Paper {
  const w = webWords(lang).cards
  const said: readonly PrintBlock[] = [
    ...(page === '' ? [] : [{ is: 'small' as const, words: page }]),
    { is: 'title', words: name },
    { is: 'words', words: [`${w.numberPrinted} `, { b: sayNumber(card.number) }] },
    { is: 'words', words: [{ b: card.words.join(' ') }] },
    { is: 'small', words: at ? w.typeAt(`${at}/entrer/carte`) : w.typeAtBox },
  ]
  const drawing: PrintBlock | undefined = at
    ? {
        is: 'drawing',
        svg: qrAlone(`${at}/entrer/carte/${card.number}-${card.secret}`, w.qrLabel(name)),
        shows: w.qrLabel(name),
        mm: DRAWING_MM,
      }
    : undefined
  return {
    title: w.title,
    lang,
    size: 'a4',
    layout: 'cards',
    across: 2,
    down: 5,
    points: 9.5,
    blocks: [],
    each: [
      [
        ...(drawing ? [{ is: 'beside' as const, columns: [[drawing], said], wide: [2, 3] }] : said),
        { is: 'small', words: w.lost(keeper) },
      ],
    ],
  }
}
