import type { PageContext } from '../../../contract/page.ts'
import { lateSince, type NextOfThing, nextOf, nextOfAll } from '../model/late.ts'
import { type BookingRow, bookingOf, type ThingRow, thingOf } from '../model/read.ts'
import { isRoom } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { type Whom, whomOf } from './whom.ts'

type Words = typeof fr
/** A thing that should be back: since when, who has it next, and whom to tell. */
export type LateLoan = Readonly<{
  of: Pick<ThingRow, 'title' | 'kind'>
  since: number
  next: Pick<NextOfThing, 'name' | 'from'> | undefined
  whom: Whom
}>

/** For its borrower: one line without a stop. */
export function lateSaid(
  { of, since, next, whom }: LateLoan,
  { now, today }: Readonly<{ now: number; today: string }>,
  words: Words,
): string {
  return words.telling.bringBackLate({
    title: of.title ?? '',
    since: words.since(since, today),
    next: next && {
      name: next.name,
      from: next.from <= now ? '' : words.near(next.from, today),
    },
    whom,
    stays: isRoom(of) || of.kind === 'turn' || of.kind === 'help',
  })
}

/** The same of a booking, as a sentence of a page; nothing where it is not late. */
export function lateOf(
  row: BookingRow,
  of: ThingRow,
  { kit, read, words }: PageContext<Words>,
): string {
  if (row.state !== 'out') return ''
  const { now, today } = kit.request
  const since = lateSince(row, now)
  if (since === undefined) return ''
  const whom = whomOf(read, of, { today, keeper: kit.hostOf(of.id) ?? kit.territory })
  const next = nextOf(of, nextOfAll(read, { of, but: row.id, now }), now)
  const late = { of, since, next, whom }
  return `${lateSaid(late, { now, today }, words)}.`
}

/** The same where only the id of the booking is known. */
export function lateOfId(id: string, context: PageContext<Words>): string {
  const row = bookingOf(context.read, id)
  const of = row?.thing ? thingOf(context.read, row.thing) : undefined
  return row && of ? lateOf(row, of, context) : ''
}
