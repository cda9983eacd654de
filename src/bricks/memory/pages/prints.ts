import type { Print } from '../../../contract/page.ts'
import type { Item, Paper, PrintBlock, PrintText } from '../../../contract/paper.ts'
import type { Lang } from '../../../core/lang.ts'
import { dayLong, dayPlain } from '../../../text/days.ts'
import { POINT } from '../../../ui/board.ts'
import { standings } from '../model/standing.ts'
import { threadOf } from '../model/thread.ts'
import { nextOf } from './next.ts'
import { keeperOf, type MemoryWords, type Step, stepsOf, titleOf } from './steps.ts'

/** The thread on one A5: what everybody may read, whoever prints it. */
const thread: Print<MemoryWords> = {
  kind: 'fil',
  ofOne: true,
  make: (kit, read, words): Paper | undefined => {
    const found = threadOf(read, kit.request.params['id'] ?? '')
    const [head] = found?.knots ?? []
    if (!found || !head) return undefined
    const { lang, today } = kit.request
    const telling = { kit, read, words, isPaper: true }
    const steps = stepsOf(found, telling)
    const next = nextOf(found, standings(read, found.knots, today), telling)
    const title = titleOf(head, read)
    const whom: PrintText = next.who === '' ? next.how : [{ b: next.who }, `, ${next.how}`]
    return {
      title: words.threadOf(title),
      lang,
      size: 'a5',
      layout: 'flow',
      fits: 1,
      points: 15,
      least: 9,
      blocks: [
        {
          is: 'small',
          words: [words.thread, kit.territory?.name ?? ''].filter(Boolean).join(' · '),
        },
        { is: 'title', words: title },
        { is: 'rule' },
        {
          is: 'items',
          bare: true,
          items: itemsOf(steps, { title, words, lang }),
          least: 1,
          more: words.prints.more,
        },
        { is: 'reach', title: next.words, lines: [whom] },
        ...(steps.length > FEW ? [] : [{ is: 'space' as const, mm: 4 }, byHand(words)]),
      ],
      foot: [words.mend(keeperOf(telling)), words.printed(dayPlain(today, lang))],
    }
  },
}

/** Of a long thread, how it began and how far it came. */
const FIRST = 4
const LAST = 6
type Told = Readonly<{ title: string; words: MemoryWords; lang: Lang }>
function itemsOf(steps: readonly Step[], { title, words, lang }: Told): readonly Item[] {
  const items = steps.map(step => itemOf(step, step.said === words.quoted(title), { words, lang }))
  const left = items.length - FIRST - LAST
  if (left <= 0) return items
  const between: Item = { words: [{ soft: words.prints.between(left) }] }
  return [...items.slice(0, FIRST), between, ...items.slice(-LAST)]
}

/** A short thread leaves room to write what comes next. */
const FEW = 4
const byHand = ({ prints: w }: MemoryWords): PrintBlock => ({
  is: 'blanks',
  blanks: [{ label: w.byHand, lines: 3 }],
})

function itemOf(
  { day, head, said, at, under, reach }: Step,
  isTitle: boolean,
  { words, lang }: Pick<Told, 'words' | 'lang'>,
): Item {
  const lines: readonly PrintText[] = [
    ...(said && !isTitle ? [[{ b: said }] as const] : []),
    ...(at ? [[at.title, at.where].filter(Boolean).join(', ')] : []),
    ...under,
    ...(reach === undefined ? [] : [words.reach(reach)]),
  ]
  return {
    words: [{ b: head }, ...(day === '' ? [] : [{ soft: `${POINT}${dayLong(day, lang)}` }])],
    under: lines,
  }
}

export const prints: readonly Print<MemoryWords>[] = [thread]
