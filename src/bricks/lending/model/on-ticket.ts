import type { Command } from '../../../contract/command.ts'
import { type Decision, draft, type Forgetting } from '../../../contract/decision.ts'
import type { Mend } from '../../../contract/owner.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { fr } from '../words/fr.ts'
import { decidedAway } from './away.ts'
import { pastRules, WHEN_ASKED } from './commands-book.ts'
import { daysFreed } from './freed.ts'
import { openTimes } from './opening.ts'
import { type BookingRow, bookingOf, type RequestRow, thingOf, timesIn } from './read.ts'
import { booking, request } from './records-booking.ts'
import { PATH } from './records-thing.ts'
import { countRefused, say, takenSaid, untold, whenRefused } from './said.ts'
import { countOf } from './span.ts'
import { thingLent, weighed } from './weighing.ts'

/** What who asked without a card does by the ticket, once the thing is theirs. */

/** The last part of the address where they need it no more. */
export const GIVE_BACK = 'rendre'

/**
 * A request with the booking that counts: that of the last days that were given of it.
 *
 * Shape   `earlier`: the ids of the bookings that this one came after.
 */
type AskedWith = Readonly<{
  asked: RequestRow
  booked: BookingRow | undefined
  earlier: readonly string[]
}>
export function askedWith(read: Reader, id: string): AskedWith | undefined {
  const asked = read.one(request, id, 'home')
  if (!asked) return undefined
  const all = [...askedAfter(read, id), asked].flatMap(({ booking: made }) => made ?? [])
  const [last, ...earlier] = new Set(all)
  return { asked, booked: last === undefined ? undefined : bookingOf(read, last), earlier }
}

/** What was asked by the ticket in place of the days that were given, the last one first. */
export const askedAfter = (read: Reader, id: string): readonly RequestRow[] =>
  read.list(request, { where: '"after" = ?', with: [id], order: 'id DESC' }, 'home')

/**
 * What is erased with a request that was given: the booking too, unless the thing is out, for then
 * somebody must know who has it. Undefined where nobody gave it: it is theirs to correct.
 */
export function takenBack(
  id: string,
  read: Reader,
): Readonly<{ drafts: readonly []; forget: readonly Forgetting[] }> | undefined {
  const found = askedWith(read, id)
  if (!found || (!found.booked && found.earlier.length === 0)) return undefined
  const { booked, earlier } = found
  const requests = [id, ...askedAfter(read, id).map(one => one.id)]
  const bookings = booked && booked.state !== 'out' ? [booked.id, ...earlier] : earlier
  return {
    drafts: [],
    forget: [
      ...requests.map(record => ({ type: request.name, record })),
      ...bookings.map(record => ({ type: booking.name, record })),
    ],
  }
}

/** Who asked without a card needs the thing no more: its days are free for others. */
export const giveBack: Command<typeof fr> = {
  name: 'giveBack',
  path: `${PATH}/demandes/:id/${GIVE_BACK}`,
  who: 'neighbour',
  byTicket: GIVE_BACK,
  decide: (_input, read, at): Decision => {
    const found = at.ticket === undefined ? undefined : askedWith(read, at.ticket)
    if (found?.booked?.state !== 'booked') return { refused: say('notNow') }
    const { asked, booked } = found
    // Who is in charge reads which days are free again, though the booking is erased.
    const title = (booked.thing && thingOf(read, booked.thing)?.title) ?? ''
    return {
      drafts: [
        draft(request, asked.id, daysFreed(booked, at)),
        ...askedAfter(read, asked.id)
          .filter(({ state }) => state === 'asked')
          .map(({ id }) => draft(request, id, { state: 'withdrawn' })),
      ],
      forget: [{ type: booking.name, record: booked.id }],
      said: say('cancelled', title),
    }
  },
}

/** The last part of the address where they take what they waited for. */
export const TAKE_FREED = 'prendre'

/**
 * Who waited without a card takes what is free now. Who has no card books nothing alone, so it is
 * asked; until their turn ends it is kept for them still.
 */
export const takeFreed: Command<typeof fr> = {
  name: 'takeFreed',
  path: `${PATH}/demandes/:id/${TAKE_FREED}`,
  who: 'neighbour',
  byTicket: TAKE_FREED,
  decide: (input, read, at): Decision => {
    const asked = at.ticket === undefined ? undefined : read.one(request, at.ticket, 'home')
    const of = asked?.thing ? thingLent(read, asked.thing) : undefined
    const span = asked && timesIn(asked)
    if (!asked || !span || asked.asked === true) return { refused: say('notNow') }
    if (!of) return { refused: say('thingGone') }
    if (asked.state === 'asked') return { refused: say('askedAlready', span, at.today) }
    if (asked.state !== 'waiting') return { refused: say('notNow') }
    const away = decidedAway(read, at, of.id)
    if (away) return away
    const wish = { row: of, span, count: countOf(asked), asker: asked, but: [asked.id] }
    const told = untold(weighed(read, at, wish))
    const taken = takenSaid(read, told, at)
    if (taken) return { refused: taken }
    const refused = pastRules(told, input, at, of)
    if (refused) return { refused: refused.refused }
    return {
      drafts: [
        draft(request, asked.id, { state: 'asked', answeredAt: new Date(at.now).toISOString() }),
      ],
      said: say('askedOfThem', of.title ?? ''),
    }
  },
}

/** The last part of the address where they ask for other days. */
export const ASK_OTHER = 'autre-jour'

/** Whether other days may be asked for by the ticket: nothing was given, or it is not out yet. */
export const maySwap = ({ asked, booked }: Pick<AskedWith, 'asked' | 'booked'>): boolean =>
  booked === undefined
    ? asked.state === 'asked' || asked.state === 'refused'
    : booked.state === 'booked' || booked.state === 'cancelled'

/**
 * Who asked without a card asks for other days. What was given holds until the answer; what nobody
 * answered is asked for these days instead.
 */
export const askOther: Command<typeof fr> = {
  name: 'askOther',
  path: `${PATH}/demandes/:id/${ASK_OTHER}`,
  who: 'neighbour',
  byTicket: ASK_OTHER,
  decide: (input, read, at): Decision => {
    const found = at.ticket === undefined ? undefined : askedWith(read, at.ticket)
    const last = found && (found.booked ?? found.asked)
    const of = last?.thing ? thingLent(read, last.thing) : undefined
    if (!of || !last || !found || !maySwap(found)) return { refused: say('notNow') }
    const { asked, booked } = found
    const checked = at.fields(booking, input, WHEN_ASKED)
    if ('refused' in checked) return whenRefused(checked, input, at.today)
    const row = openTimes(of, { ...last, ...checked.fields })
    const none = countRefused(row)
    if (none) return none
    const span = timesIn(row)
    if (!span) return { refused: say('noSpan'), field: 'endsOn' }
    const before = [...askedAfter(read, asked.id), asked].find(({ state }) => state === 'asked')
    const but = [last.id, asked.id, ...(before ? [before.id] : [])]
    const wish = { row: of, span, count: countOf(row), asker: last, but }
    const told = untold(weighed(read, at, wish))
    const taken = takenSaid(read, told, at)
    if (taken) return { refused: taken, field: 'startsOn' }
    const refused = pastRules(told, input, at, of)
    if (refused) return refused
    const { startsOn, startsAt, endsOn, endsAt, count } = row
    const { name, phone, use } = asked
    return {
      drafts: [
        draft(request, before?.id ?? at.newId(), {
          ...{ thing: of.id, startsOn, startsAt, endsOn, endsAt, count, name, phone, use },
          ...{ state: 'asked', askedAt: new Date(at.now).toISOString() },
          // The turn that they took was for the days before.
          ...(before?.id === asked.id ? { answeredAt: null } : { after: asked.id }),
        }),
      ],
      said:
        booked?.state === 'booked' ? say('ticket.askedAnew') : say('askedOfThem', of.title ?? ''),
    }
  },
}

/** Days are asked anew by the act above, which weighs them; a correction leaves them. */
export const mendsRequest: Mend = {
  fields: [],
  while: () => false,
  hides: field => WHEN_ASKED.some(name => name === field),
}
