import type { CommandContext, DecideContext } from '../../../contract/command.ts'
import {
  type Decision,
  type Draft,
  draft,
  type Forgetting,
  type Refusal,
} from '../../../contract/decision.ts'
import type { LetterRead } from '../../../contract/letter.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { isKeeping } from './asker.ts'
import type { BookingAsked } from './commands-book.ts'
import { withoutPerson } from './left.ts'
import { type BookingRow, bookingOf, type RequestRow, type ThingRow, timesIn } from './read.ts'
import { booking, request } from './records-booking.ts'
import { PATH } from './records-thing.ts'
import { countRefused, say } from './said.ts'
import { thingLent } from './weighing.ts'

/**
 * A thing of another box: that box decides. Here it is asked by a letter, and its answer comes back
 * by another one.
 */

type Words = typeof fr
/** So many requests of one other box may wait here at once. */
const MOST = 50
const NO_TIMES = { startsOn: null, startsAt: null, endsOn: null, endsAt: null }
const WHEN = ['startsOn', 'startsAt', 'endsOn', 'endsAt', 'count'] as const

/** The refusal of all that the box of a thing decides; undefined where this box is that one. */
export function decidedAway(
  read: Reader,
  at: Pick<CommandContext, 'box'>,
  id: string,
): Refusal | undefined {
  const home = read.homeOf('thing', id)
  if (home === undefined || home === at.box) return undefined
  const other = read.boxes().others.find(one => one.name === home)
  return { refused: say('decidedAway', other?.called ?? '') }
}

/** A thing that is lent, of which who asks is in charge and this box decides; else the refusal. */
export function keptHere(input: Input, read: Reader, at: CommandContext): ThingRow | Refusal {
  const row = thingLent(read, one(input, 'id'))
  if (!row || !isKeeping(at, row)) return { refused: say('notYours') }
  return decidedAway(read, at, row.id) ?? row
}

/** Asks the box that decides of a thing. */
export function askedAway(
  { row, times, count, whom }: BookingAsked,
  box: string,
  input: Input,
  { read, at }: Omit<DecideContext<Words>, 'words'>,
): Decision {
  const other = read.boxes().others.find(one => one.name === box)
  if (at.by === 'visitor') return { refused: say('awayByCard', other?.called ?? '') }
  if (other?.known !== 'paired' || other.isDismissed)
    return { refused: say('awayUnknown', other?.called ?? '') }
  const id = at.newId()
  const use = one(input, 'use').slice(0, request.fields.use.longest)
  const fields = {
    thing: row.id,
    ...times,
    ...(count === 1 ? {} : { count }),
    member: whom.member,
    name: whom.name,
    phone: whom.phone,
    keyedBy: whom.keyedBy,
    use: use || null,
    state: 'asked',
    askedAt: new Date(at.now).toISOString(),
    asked: true,
    box,
  } as const
  const asks = {
    thing: row.id,
    ...Object.fromEntries(WHEN.map(name => [name, one(input, name) && String(times[name] ?? '')])),
    name: whom.name ?? '',
    phone: whom.phone ?? '',
    use,
  }
  return {
    drafts: [draft(request, id, fields)],
    letters: [{ to: box, about: id, brick: 'lending', command: 'wanted', input: asks }],
    next: `${PATH}/${row.id}`,
    said: say('askedAway', other.called),
  }
}

/** The requests that the sender of a letter shares with this box. `asked`: this box asked them. */
const ofSender = (read: Reader, box: string | undefined, isAsked: boolean): readonly RequestRow[] =>
  read.list(
    request,
    { where: 'box = ? AND coalesce(asked, 0) = ?', with: [box ?? '', isAsked ? 1 : 0] },
    'home',
  )

/** The box that decides reads a request. */
const wanted: LetterRead<Words> = {
  name: 'wanted',
  decide: (input, read, at): Decision => {
    const row = thingLent(read, one(input, 'thing'))
    const mine = ofSender(read, at.letter?.box, false)
    if (!at.letter || !row || mine.filter(({ state }) => state === 'asked').length >= MOST)
      return { refused: say('thingGone') }
    const away = decidedAway(read, at, row.id)
    if (away) return away
    const checked = at.fields(request, input, [...WHEN, 'name', 'phone', 'use'])
    if ('refused' in checked) return checked
    const none = countRefused(checked.fields)
    if (none) return none
    if (!timesIn({ ...NO_TIMES, ...checked.fields })) return { refused: say('noSpan') }
    const { box, about: peer } = at.letter
    const askedAt = new Date(at.now).toISOString()
    const fields = { ...checked.fields, thing: row.id, state: 'asked', askedAt, box, peer } as const
    return { drafts: [draft(request, at.newId(), fields)] }
  },
  takenBack: (read, at): Decision => {
    const all = ofSender(read, at.letter?.box, false)
      .filter(({ peer }) => peer === at.letter?.about)
      .map(({ id, booking }) =>
        erasedThere(id, booking === null ? undefined : bookingOf(read, booking), at),
      )
    return {
      drafts: all.flatMap(({ drafts }) => drafts),
      forget: all.flatMap(({ forget }) => forget),
    }
  },
}

/** Their box erased their request: nothing of them stays, what is out stays out, days are free. */
function erasedThere(
  id: string,
  booked: BookingRow | undefined,
  { now }: Pick<CommandContext, 'now'>,
): Readonly<{ drafts: readonly Draft[]; forget: readonly Forgetting[] }> {
  const whole = { type: request.name, record: id }
  if (!booked) return { drafts: [], forget: [whole] }
  const { id: record, state } = booked
  if (state === 'out')
    return { drafts: [], forget: [whole, ...withoutPerson(booking.name, record)] }
  const forget = [{ type: booking.name, record }]
  if (state !== 'booked') return { drafts: [], forget: [whole, ...forget] }
  const freedAt = new Date(now).toISOString()
  return {
    drafts: [draft(request, id, { state: 'withdrawn', freedAt })],
    forget: [...withoutPerson(request.name, id), ...forget],
  }
}

const ANSWERS = { given: 'given', refused: 'refused' } as const
/** The box that asked reads the answer. A request that it asked of another box is not theirs. */
const answered: LetterRead<Words> = {
  name: 'answered',
  decide: (input, read, at): Decision => {
    const row = ofSender(read, at.letter?.box, true).find(({ id }) => id === one(input, 'request'))
    const said = one(input, 'answer')
    if (!row || !at.letter || !(said === ANSWERS.given || said === ANSWERS.refused))
      return { refused: say('thingGone') }
    // Their letter is on its way, and gives the days back.
    if (row.state === 'withdrawn') return { drafts: [] }
    const why = one(input, 'why').slice(0, request.fields.answer.longest) || null
    const answeredAt = new Date(at.now).toISOString()
    const fields = { state: said, answer: why, answeredAt, peer: at.letter.about } as const
    return { drafts: [draft(request, row.id, fields)] }
  },
  takenBack: (read, at): Decision => ({
    drafts: ofSender(read, at.letter?.box, true)
      .filter(({ peer }) => peer === at.letter?.about)
      .map(({ id }) => draft(request, id, { state: 'refused', answer: null })),
  }),
}

/** Whoever asked here needs it no more. */
const unwanted: LetterRead<Words> = {
  name: 'unwanted',
  decide: (_input, read, at): Decision => {
    const row = ofSender(read, at.letter?.box, false).find(({ peer }) => peer === at.letter?.about)
    if (!row) return { refused: say('thingGone') }
    const booked = row.booking === null ? undefined : bookingOf(read, row.booking)
    const isFreed = booked?.state === 'booked'
    const freedAt = new Date(at.now).toISOString()
    return {
      drafts: [draft(request, row.id, { state: 'withdrawn', ...(isFreed ? { freedAt } : {}) })],
      // A letter writes no word of the commons: it erases what is theirs there.
      ...(isFreed ? { forget: [{ type: booking.name, record: booked.id }] } : {}),
    }
  },
}

export const letters: readonly LetterRead<Words>[] = [wanted, answered, unwanted]
