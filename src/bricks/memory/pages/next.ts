import type { Standing } from '../model/standing.ts'
import { type Knot, type Thread, text } from '../model/thread.ts'
import { keeperOf, type MemoryWords, personOf, type Telling } from './steps.ts'

/**
 * What one may do now. It ends in a person, and asks nothing of anybody.
 *
 * Shape   `stand`: where the thread stands. `words`: the sentence. `who`, `how`: whom to reach.
 *         `act`: the page where it is answered.
 */
export type Next = Readonly<{
  stand: Standing
  words: string
  who: string
  how: string
  act?: Readonly<{ href: string; words: string }>
}>

/** What is nearest to being done comes first. */
const ORDER = ['deed', 'request', 'event', 'initiative', 'place', 'need', 'offer', 'idea', 'task']

export function nextOf(
  thread: Thread,
  stands: ReadonlyMap<string, Standing>,
  telling: Telling,
): Next {
  const knot = nearest(thread)
  const stand = stands.get(knot.id) ?? 'open'
  const said = personOf(knot, telling)
  const host = telling.kit.hostOf(knot.id)
  const keeper = host ? [host.keptBy, host.reach].filter(Boolean).join(', ') : ''
  return {
    stand,
    words: sentenceOf(knot, thread, stand, telling.words),
    who: said.reach === '' ? '' : said.who,
    how: said.reach || keeper || keeperOf(telling),
    ...actOf(knot, stand, telling),
  }
}

/** That somebody can't is no answer that one may join. */
const isAnswered = ({ answers }: Thread, { id }: Knot): boolean =>
  answers.some(
    ({ type, row }) =>
      row['to'] === id &&
      (type === 'council-answer' || (type === 'response' && row['answer'] !== 'not')),
  )

/** The record that stands for the thread: an answered request is no longer waited for. */
function nearest(thread: Thread): Knot {
  const rank = (one: Knot): number => {
    const at = ORDER.indexOf(one.type)
    const isPast = one.type === 'request' && isAnswered(thread, one)
    return at === -1 || isPast ? ORDER.length : at
  }
  return thread.knots.toSorted((a, b) => rank(a) - rank(b))[0]!
}

function sentenceOf(knot: Knot, thread: Thread, stand: Standing, { nexts }: MemoryWords): string {
  const { type } = knot
  if (type === 'request') return isAnswered(thread, knot) ? nexts.answered : nexts.council
  if (stand === 'done' || stand === 'over' || stand === 'kept') return nexts[stand]
  if (type === 'idea') return isAnswered(thread, knot) ? nexts.somebody : nexts.nobody
  return (nexts as Readonly<Record<string, string>>)[type] ?? nexts.kept
}

function actOf(
  { type, id, row }: Knot,
  stand: Standing,
  { read, words: w }: Telling,
): Pick<Next, 'act'> {
  if (stand !== 'open' && stand !== 'going') return {}
  if (type === 'idea' && text(row['state']) !== 'became')
    return { act: { href: `/repondre/${id}`, words: w.answer } }
  const path = read.types.get(type)?.path
  return (type === 'need' || type === 'offer') && path
    ? { act: { href: `${path}/${id}`, words: w.read } }
    : {}
}
