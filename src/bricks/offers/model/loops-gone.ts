import type { Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { loop } from './records-matching.ts'

/**
 * The barters of three of which a notice is erased: nothing of them holds any more, and their title
 * has the name of its person.
 */
export function loopsGone(gone: readonly Forgetting[], read: Reader): readonly Forgetting[] {
  const whole = gone.filter(({ field, past }) => field === undefined && !past)
  const notices = new Set(
    whole.flatMap(({ type, record }) => (type === 'offer' || type === 'need' ? [record] : [])),
  )
  return notices.size === 0
    ? []
    : read
        .list(loop, {}, 'home')
        .filter(({ offers, needs }) =>
          [...(offers ?? []), ...(needs ?? [])].some(id => notices.has(id)),
        )
        .map(({ id }) => ({ type: loop.name, record: id }))
}
