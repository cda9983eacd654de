import { keptBy } from '../../../contract/keeper.ts'
import type { Print } from '../../../contract/page.ts'
import type { Paper, PrintBlock } from '../../../contract/paper.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { asSent } from '../../../core/form/input.ts'
import { dayPlain } from '../../../text/days.ts'
import { signedOf, type WordRow } from '../model/read.ts'
import { leftOn } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { aboutWords, slipWords } from './pages-handing.ts'
import { attending } from './prints-strips.ts'

type Words = typeof fr
const [ACROSS, DOWN] = [2, 4]
/** Units  points, of a slip to fill in by hand. */
const BLANK = 10
/**
 * Units   points: people of eighty read them. Six hundred letters stand on a slip in the smallest;
 *         nobody's words are cut.
 */
const [LARGEST, SMALLEST] = [20, 8] as const

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
      points: BLANK,
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
    const waiting = slipWords(kit, read)
    if (waiting.length === 0) return blanks
    const letters = { points: SMALLEST, grows: LARGEST }
    return { ...paper, ...letters, each: waiting.map(one => slip(one, kit.request, read, words)) }
  },
}

function slip(row: WordRow, request: Request, read: Reader, words: Words): readonly PrintBlock[] {
  const about = aboutWords(row, read, words)
  return [
    { is: 'words', words: [{ b: words.forWhom(row.forWhom ?? '') }] },
    { is: 'words', words: row.said ?? '' },
    { is: 'words', words: signedOf(row, read, words) },
    ...(about ? [{ is: 'small' as const, words: about }] : []),
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

export const prints: readonly Print<Words>[] = [slips, attending]
