import type { TurnMark } from '../../../contract/brick.ts'
import { type Draft, draft, type Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { oncePerPerson } from '../../../contract/speaker.ts'
import { countsSaid, peopleCount } from './count.ts'
import { fallenDate } from './date-told.ts'
import { NOTICES, stoodBeside } from './part-stood.ts'
import { idea, response } from './records.ts'
import { readsHere } from './telling.ts'

/**
 * Who leaves an idea or a date, whichever way: it is noted of the others who read here that there
 * were enough people, so that they hear that somebody is missing. A date of an idea that the keeper
 * shows is what the idea became. A yes to a part is noted of its correction that waits.
 */
export const marks: TurnMark = {
  to: [response.name, 'event', ...NOTICES],
  decide: (turn, read, at) => {
    const dates = at.by === 'keeper' ? becameIn(turn.drafts, read, at.today) : []
    const leaving = new Set(leavingIn(turn))
    const about = [...leaving].flatMap(id => read.one(response, id)?.to ?? [])
    const left = [...new Set(about)].flatMap(id => told(read, { id, leaving, today: at.today }))
    return [...dates, ...left, ...stoodBeside(turn.drafts, read)]
  },
}

/** The ideas without a date that takes place, of which the keeper shows one. */
const becameIn = (drafts: readonly Draft[], read: Reader, today: string): readonly Draft[] =>
  drafts.flatMap(({ type, record, fields, space }) => {
    const row =
      type === 'event' && space !== 'home' ? read.one(idea, String(fields['idea'])) : undefined
    const isSettled = row?.state === 'became' && row.became && read.called(row.became)
    if (!row || record === row.became || (isSettled && !fallenDate(read, row))) return []
    return [draft(idea, row.id, { state: 'became', became: record, becameOn: today })]
  })

/** The answers that are erased, taken off, or say *j’en suis* no more. */
const leavingIn = ({
  drafts,
  forget,
}: Readonly<{ drafts: readonly Draft[]; forget: readonly Forgetting[] }>): readonly string[] => [
  ...forget
    .filter(({ field, past }) => field === undefined && past !== true)
    .map(({ record }) => record),
  ...drafts
    .filter(({ fields: { removed, answer } }) => removed === true || (answer ?? 'in') !== 'in')
    .map(({ record }) => record),
]

/**
 * Those for whom a card reads: a ticket says by itself how the count stands, and the keeper tells
 * the others.
 */
function told(
  read: Reader,
  { id, leaving, today }: Readonly<{ id: string; leaving: ReadonlySet<string>; today: string }>,
): readonly Draft[] {
  const count = peopleCount(read, id, today)
  if (!count || count.missing > 0) return []
  const left = oncePerPerson(count.people.filter(one => !leaving.has(one.id)))
  if (left.length >= count.wanted) return []
  const said = countsSaid(read, count)
  return left
    .filter(one => said.get(one.id) !== 'enough')
    .filter(one => readsHere(read, one.id))
    .map(one => draft(response, one.id, { countTold: 'enough' }))
}
