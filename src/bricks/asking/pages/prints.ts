import { keeperSaid } from '../../../contract/keeper.ts'
import type { PageContext, Print } from '../../../contract/page.ts'
import type { Paper, PrintBlock } from '../../../contract/paper.ts'
import { codeSaid, threadOf, threadsIn, whomOf } from '../model/read.ts'
import { type QuestionThread, stateOf } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
const [ACROSS, DOWN] = [1, 2]
/** Units   points; letters of a question, past which it stands in smaller ones. */
const [LETTERS, LONG] = [12, 120]

/** The slip of one question, to hand to whoever is asked. Its code leads back to its page. */
const slip: Print<Words> = {
  kind: 'question',
  ofOne: true,
  who: 'keeper',
  make: (kit, read, words): Paper | undefined => {
    const thread = kit.request.private && threadOf(read, kit.request.params['id'] ?? '')
    if (!thread) return undefined
    return {
      title: words.slip.title,
      lang: kit.request.lang,
      size: 'a5',
      layout: 'flow',
      turned: true,
      points: LETTERS,
      fits: 1,
      blocks: slipOf(thread, { kit, read, words }),
    }
  },
}

/** The slips of all that waits, two to an A4, to cut. */
const slips: Print<Words> = {
  kind: 'questions',
  who: 'keeper',
  lacks: (_kit, _read, words) => words.slip.none,
  make: (kit, read, words): Paper | undefined => {
    if (!kit.request.private) return undefined
    const waiting = threadsIn(read).filter(one => stateOf(one) === 'waits')
    if (waiting.length === 0) return undefined
    return {
      title: words.title,
      lang: kit.request.lang,
      size: 'a4',
      layout: 'cards',
      points: LETTERS,
      across: ACROSS,
      down: DOWN,
      blocks: [],
      each: waiting.map(one => slipOf(one, { kit, read, words })),
    }
  },
}

/** Lines to write on: fewer where the slip says more, so that it is one sheet. */
function linesFor(said: Readonly<{ asks: string; about: string; keeper: string }>): number {
  const taken =
    Math.ceil(said.asks.length / 60) + Math.ceil(said.about.length / 80) + said.keeper.length / 60
  return Math.max(2, MOST_LINES - Math.ceil(taken))
}
/** Lines that a slip of a short question has, and whom to bring it back to. */
const MOST_LINES = 6
/** Lines more on a sheet of its own, as far as there is room. */
const MOST_MORE = 6

function slipOf(
  { first }: QuestionThread,
  { kit, read, words }: PageContext<Words>,
): readonly PrintBlock[] {
  const w = words.slip
  const about = first.about === null ? undefined : read.called(first.about)
  const code = codeSaid(read, first.id)
  const keeper = keeperSaid(kit.territory, w.keeper)
  const [asks, whom] = [first.asks ?? '', w.for(whomOf(first, read) || words.somebody)]
  return [
    { is: 'small', words: [kit.territory?.name ?? '', w.title].filter(Boolean).join(' · ') },
    { is: 'title', words: asks, ...(asks.length > LONG ? { size: 'long' as const } : {}) },
    { is: 'lead', words: [{ b: whom }] },
    ...(about ? [{ is: 'words' as const, words: w.about(about.title) }] : []),
    {
      is: 'blanks',
      blanks: [
        { label: w.answer, ticks: w.ticks },
        { label: w.words, lines: linesFor({ asks, about: about?.title ?? '', keeper }) },
      ],
    },
    {
      is: 'filling',
      blocks: [{ is: 'blanks', blanks: [{ label: '', lines: 1 }] }],
      most: MOST_MORE,
    },
    { is: 'space', mm: 3 },
    { is: 'small', words: w.stays },
    {
      is: 'items',
      bare: true,
      items: [{ words: w.back(keeper), ...(code ? { code: `${w.code} ${code}` } : {}) }],
    },
  ]
}

export const prints: readonly Print<Words>[] = [slip, slips]
