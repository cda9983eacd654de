import { keptBy } from '../../../contract/keeper.ts'
import type { Print } from '../../../contract/page.ts'
import type { Paper, PrintBlock } from '../../../contract/paper.ts'
import type { Reader } from '../../../contract/reader.ts'
import { asSent } from '../../../core/form/input.ts'
import { byPerson } from '../model/by-person.ts'
import type { fr } from '../words/fr.ts'
import { CARDS, cardsFor, piecesOf } from './on-cards.ts'
import { slipWords } from './pages-slips.ts'
import { chargeSlips } from './prints-charges.ts'
import { attending } from './prints-strips.ts'

type Words = typeof fr
/** Slips to fill in by hand, eight to an A4. Units  points. */
const BLANK = { ...CARDS, down: 4, points: 10 } as const
/**
 * *Un mot pour…*: slips to cut, two abreast: the words that wait to be handed over, those of one
 * person together; where none waits, or when they are asked for (`?vides=`), blank ones to leave
 * on a counter.
 *
 * Law     nobody's words leave the box but by the hand that carries them: a relay prints theirs,
 *         the keeper all but those of a thread that a relay carries, and neither over http.
 */
const slips: Print<Words> = {
  kind: 'mot',
  who: 'relay',
  make: (kit, read, words): Paper | undefined => {
    const paper = {
      title: words.slips,
      lang: kit.request.lang,
    } as const
    const blanks = {
      ...paper,
      ...BLANK,
      each: Array.from({ length: BLANK.across * BLANK.down }, () => blank(read, words)),
    }
    if (asSent(kit.request.query, 'vides') !== '') return blanks
    if (!kit.request.private) return undefined
    const waiting = slipWords(kit, read)
    if (waiting.length === 0) return blanks
    const on = { kit, read, words }
    const each = byPerson(read, waiting, kit.request.today).flatMap(({ name, words: rows }) =>
      cardsFor(words.forWhom(name), piecesOf(rows, on), on),
    )
    return { ...paper, ...CARDS, each }
  },
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

export const prints: readonly Print<Words>[] = [slips, attending, chargeSlips]
