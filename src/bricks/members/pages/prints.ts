import { keptBy } from '../../../contract/keeper.ts'
import type { Print } from '../../../contract/page.ts'
import type { Paper, PrintBlock } from '../../../contract/paper.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { asSent } from '../../../core/form/input.ts'
import { dayPlain } from '../../../text/days.ts'
import { isToHand, signedOf, type WordRow, wordsCarried } from '../model/read.ts'
import { inOrder, leftOn } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { aboutWords } from './pages-words.ts'

type Words = typeof fr
const [ACROSS, DOWN] = [2, 4]
/**
 * Units   letters, points: with a longer word the letters of its sheet are smaller, so that six
 *         hundred stand on a slip; nobody's words are cut.
 */
const [LONG, LARGE, SMALL] = [330, 10, 8] as const

/**
 * *Un mot pour…*: slips to cut, eight to an A4: the words that wait to be handed over; where none
 * waits, or when they are asked for (`?vides=`), blank ones to leave on a counter.
 *
 * Law     nobody's words leave the box but by the hand that carries them: a relay prints theirs,
 *         the keeper all, and neither over http.
 */
const slips: Print<Words> = {
  kind: 'mot',
  who: 'relay',
  make: (kit, read, words): Paper | undefined => {
    const paper = {
      title: words.slips,
      lang: kit.request.lang,
      size: 'a4',
      layout: 'cards',
      points: LARGE,
      across: ACROSS,
      down: DOWN,
      blocks: [],
    } as const
    const blanks = {
      ...paper,
      each: Array.from({ length: ACROSS * DOWN }, () => blank(read, words)),
    }
    if (asSent(kit.request.query, 'vides') !== '') return blanks
    if (!kit.request.private) return undefined
    const waiting = inOrder(wordsCarried(read, kit.request.me), kit.request.today).filter(isToHand)
    if (waiting.length === 0) return blanks
    const points = waiting.some(one => (one.said ?? '').length > LONG) ? SMALL : LARGE
    return { ...paper, points, each: waiting.map(one => slip(one, kit.request, read, words)) }
  },
}

function slip(row: WordRow, request: Request, read: Reader, words: Words): readonly PrintBlock[] {
  const about = aboutWords(row, read, words)
  return [
    { is: 'words', words: [{ b: words.slipLine(row.forWhom ?? '', signedOf(row, read, words)) }] },
    ...(about ? [{ is: 'small' as const, words: about }] : []),
    { is: 'words', words: row.said ?? '' },
    ...(row.reach ? [{ is: 'words' as const, words: [{ b: words.answerAt(row.reach) }] }] : []),
    {
      is: 'small',
      words: [
        words.prints.left(dayPlain(leftOn(row), request.lang, request.today)),
        ` · ${words.prints.keeper(keptBy(read))}`,
      ],
    },
  ]
}

/** To fill in by hand: for whom, from whom, the word, how to answer. */
const blank = (read: Reader, words: Words): readonly PrintBlock[] => [
  {
    is: 'blanks',
    blanks: [
      { label: words.prints.forWhom, lines: 1 },
      { label: words.prints.from, lines: 1 },
      { label: words.prints.said, lines: 4 },
      { label: words.prints.answer, lines: 1 },
    ],
  },
  { is: 'small', words: words.prints.giveTo(keptBy(read)) },
]

export const prints: readonly Print<Words>[] = [slips]
