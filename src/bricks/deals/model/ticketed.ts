import { type Draft, draft, type Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Fate } from '../../../contract/slots.ts'
import { wholeOf } from './read.ts'
import { deal, dealAnswer, deed } from './records.ts'
import { mayTalk, possible } from './rules.ts'

/** A thread that somebody began without a card, by its ticket. */

/** Where it stands, for its holder; undefined where nobody holds a ticket of it. */
export function fateOf(id: string, read: Reader): Fate | undefined {
  const whole = wholeOf(read, id)
  const holder = whole?.parties.find(party => party.ticket === id)
  if (!whole || !holder) return undefined
  const { state, said } = whole
  if (state === 'done' || state === 'ended' || !mayTalk(said)) return { state: 'over' }
  if (state === 'agreed') return { state: 'agreed' }
  if (state === 'proposed' && possible(state, said, holder.key).includes('yes'))
    return { state: 'proposed' }
  return { state: said.some(({ key }) => key !== holder.key) ? 'replied' : 'sent' }
}

/**
 * What its holder takes back: their words, the times and places that they proposed, their name, how
 * to reach them, and what was told of it.
 * The words of the other one stay, and the conversation is over.
 */
export function withdrawn(
  id: string,
  read: Reader,
  today: string,
): Readonly<{ drafts: readonly Draft[]; forget: readonly Forgetting[] }> | undefined {
  const whole = wholeOf(read, id)
  const holder = whole?.parties.findIndex(party => party.ticket === id) ?? -1
  const party = whole?.parties[holder]
  if (!whole || !party) return undefined
  const own = whole.said.filter(({ key }) => key === party.key)
  const others = whole.parties.flatMap((_, place) => (place === holder ? [] : [String(place)]))
  // A field of the thread keeps what stood in it before: what they ever proposed goes with it.
  const proposed = own.some(({ says }) => says === 'propose' || says === 'other')
    ? (['when', 'where'] as const)
    : []
  const over = whole.state === 'done' ? {} : ({ state: 'ended' } as const)
  return {
    drafts: [
      draft(deal, id, {
        ...over,
        ...(whole.row.deed === null ? {} : { deed: null }),
        endedBy: String(holder),
        endedOn: today,
        unseen: others,
      }),
    ],
    forget: [
      ...(['visitor', 'reach', 'phone', ...proposed] as const)
        .filter(field => whole.row[field] !== null)
        .map(field => ({ type: deal.name, record: id, field })),
      ...(whole.row.deed === null ? [] : [{ type: deed.name, record: whole.row.deed }]),
      ...own.map(one => ({ type: dealAnswer.name, record: one.id })),
      ...whole.said.flatMap(({ slip }) => (slip ? [{ type: 'word', record: slip }] : [])),
    ],
  }
}
