import type { CommandContext } from '../../../contract/command.ts'
import { type Draft, draft } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { charge } from '../../../contract/records/charge.ts'
import { notedWith } from './asker.ts'
import { lettersTo } from './commands-answer.ts'
import { type GivenBeside, type RequestRow, requestsOf, type ThingRow, timesIn } from './read.ts'
import { request } from './records-booking.ts'
import { thing } from './records-thing.ts'
import { countOf } from './span.ts'
import { weighed } from './weighing.ts'

/** What becomes of requests and of charges, once a thing is lent no more. */

/** The requests that nobody answered: of days to come, and of days that are past. */
export function openRequests(
  read: Reader,
  { id }: ThingRow,
  now: number,
): Readonly<{ ahead: readonly RequestRow[]; past: readonly RequestRow[] }> {
  const all = (['asked', 'waiting'] as const).flatMap(state => requestsOf(read, id, state))
  const isAhead = (one: RequestRow): boolean => (timesIn(one)?.until ?? 0) > now
  return { ahead: all.filter(isAhead), past: all.filter(one => !isAhead(one)) }
}

/** Requests that go over to another thing, and those for which it is not free. */
type Sorted = Readonly<{ moved: readonly RequestRow[]; declined: readonly RequestRow[] }>

/**
 * Whoever waits goes on waiting for what stands in. Whoever asks goes over where it is free beside
 * the bookings that follow. Where nothing stands in, nobody goes over.
 */
export function sorted(
  open: readonly RequestRow[],
  other: ThingRow | undefined,
  { read, at, beside }: Readonly<{ read: Reader; at: CommandContext; beside: GivenBeside[] }>,
): Sorted {
  const goes = (one: RequestRow): boolean => {
    const span = timesIn(one)
    if (!other || !span) return false
    if (one.state === 'waiting') return true
    const wish = { row: other, span, count: countOf(one), asker: one, but: [one.id], beside }
    return weighed(read, at, wish).freedom.free
  }
  const isMoved = new Set(open.filter(goes).map(({ id }) => id))
  return {
    moved: open.filter(({ id }) => isMoved.has(id)),
    declined: open.filter(({ id }) => !isMoved.has(id)),
  }
}

/** Its person reads what stands in for what they asked. */
export const asksFor = (one: RequestRow, was: ThingRow, other: ThingRow): Draft =>
  draft(request, one.id, { thing: other.id, instead: one.instead ?? was.id })

/** The answer no, with its reason, and the letters that tell it to another box. */
export const declinedBy = (one: RequestRow, why: string, at: CommandContext) => ({
  draft: draft(request, one.id, {
    state: 'refused',
    answer: why || null,
    answeredAt: new Date(at.now).toISOString(),
    ...(why === '' ? {} : notedWith(one.notedBy, at)),
  }),
  letters: lettersTo(one, 'refused', why),
})

/**
 * Whoever was in charge of a thing is in charge of what stands in for it, as the keeper says. That
 * their name stands beside it is theirs to say anew.
 */
export function chargesFollowing(
  was: ThingRow,
  other: ThingRow,
  read: Reader,
  { by, today, newId }: Pick<CommandContext, 'by' | 'today' | 'newId'>,
): readonly Draft[] {
  if (by !== 'keeper') return []
  const over = (id: string) => {
    const where = '"over" = ? AND (until IS NULL OR until >= ?)'
    return read.list(charge, { where, with: [id, today], order: 'id' }, 'home')
  }
  const ownerOf = ({ id }: ThingRow): string | null => read.one(thing, id, 'home')?.owner ?? null
  const has = new Set([ownerOf(other), ...over(other.id).map(({ person }) => person)])
  const owner = ownerOf(was)
  const owned = owner === null ? [] : [{ person: owner, since: today, until: null }]
  const all = [...owned, ...over(was.id)].filter(({ person }) => {
    const isNew = person !== null && !has.has(person)
    has.add(person)
    return isNew && read.published.memberName?.(person ?? '') !== ''
  })
  return all.map(({ person, since, until }) => {
    const from = since !== null && since > today ? since : today
    return draft(charge, newId(), { person, over: other.id, since: from, until })
  })
}
