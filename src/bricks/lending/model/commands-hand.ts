import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, draft, type Refusal } from '../../../contract/decision.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { isDay } from '../../../core/form/fit.ts'
import { type Input, one, texts } from '../../../core/form/input.ts'
import { dayOfMoment, timeOfMoment } from '../../../text/days.ts'
import type { fr } from '../words/fr.ts'
import { isKeeping } from './asker.ts'
import { bookingIn, pastRules } from './commands-book.ts'
import { type BookingFound, bookingFound } from './commands-change.ts'
import type { ThingRow } from './read.ts'
import { booking } from './records-booking.ts'
import { PATH } from './records-thing.ts'
import { say } from './said.ts'
import { thingLent, weighed } from './weighing.ts'

type Words = typeof fr
const ofBooking = `${PATH}/reservations/:id`

/**
 * The real moment of a hand-out or a return: now, or what the slip says, keyed later.
 *
 * Errors  a refusal of a moment that is to come, or of an hour that is none.
 */
function realMoment(input: Input, at: CommandContext): string | Refusal {
  const typed = at.fields(booking, { startsOn: one(input, 'on'), startsAt: one(input, 'at') }, [
    'startsAt',
    ...(one(input, 'on') === '' ? [] : ['startsOn']),
  ])
  if ('refused' in typed) return { ...typed, field: typed.field === 'startsOn' ? 'on' : 'at' }
  const day = typed.fields.startsOn ?? at.today
  const time = typed.fields.startsAt
  if (!isDay(day)) return { refused: say('noSpan'), field: 'on' }
  const moment =
    time || one(input, 'on') !== '' ? momentOf(day, time ?? timeOfMoment(at.now)) : at.now
  if (moment > at.now) return { refused: say('notYet'), field: 'on' }
  return new Date(moment).toISOString()
}

/** What was noted of a thing as it went out or came back. */
function stateFields(
  input: Input,
  at: CommandContext,
  { pieces }: ThingRow,
  way: 'Out' | 'Back',
): Readonly<{ fields: Parameters<typeof draft<typeof booking>>[2] }> | Refusal {
  const names = [`meter${way}`, `state${way}`] as const
  const checked = at.fields(booking, input, names)
  if ('refused' in checked) return checked
  const known = new Set(pieces ?? [])
  const ticked = texts(input, `pieces${way}`).filter(one => known.has(one))
  const isAll = one(input, 'tout') !== ''
  return {
    fields: { ...checked.fields, [`pieces${way}`]: isAll ? [...known] : [...new Set(ticked)] },
  }
}

/** It goes out, to who booked it. */
const handOut: Command<Words> = {
  name: 'handOut',
  path: `${ofBooking}/remettre`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = bookingFound(input, read, at)
    if (!found?.isKept || !(found.row.state === 'booked' || found.row.state === 'noShow'))
      return { refused: say('notNow') }
    const outAt = realMoment(input, at)
    if (typeof outAt !== 'string') return outAt
    const noted = stateFields(input, at, found.of, 'Out')
    if ('refused' in noted) return noted
    const meter = noted.fields.meterOut
    return {
      drafts: [
        draft(booking, found.row.id, {
          ...noted.fields,
          ...(meter === undefined ? {} : { meterOut: meter }),
          state: 'out',
          outAt,
          ...(one(input, 'caution') === '' ? {} : { deposit: 'seen' }),
          ...(one(input, 'assurance') === '' ? {} : { insured: true }),
        }),
      ],
      next: `${PATH}/${found.of.id}`,
      said: say('handedOut', found.of.title ?? '', found.row.name ?? ''),
    }
  },
}

/**
 * It went out without a booking. What happened is written, whatever was promised: a clash is shown
 * to who is in charge, and people settle it.
 */
const lendNow: Command<Words> = {
  name: 'lendNow',
  path: `${PATH}/:id/preter`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const row = thingLent(read, one(input, 'id'))
    if (!row || !isKeeping(at, row)) return { refused: say('notYours') }
    const outAt = realMoment(input, at)
    if (typeof outAt !== 'string') return outAt
    const start = Date.parse(outAt)
    const from = { startsOn: dayOfMoment(start), startsAt: timeOfMoment(start) }
    const asked = bookingIn({ ...input, ...from }, read, at)
    if ('refused' in asked) return asked
    const noted = stateFields(input, at, row, 'Out')
    if ('refused' in noted) return noted
    const { span, count, whom, times } = asked
    const wish = { row, span, count, asker: whom, commune: whom.commune }
    const told = weighed(read, at, wish)
    const isPast = start < at.now
    const broken = told.broken.filter(({ rule }) => rule !== 'past')
    const refused = isPast ? undefined : pastRules({ broken }, input, at, row)
    if (refused) return refused
    const { member, name, phone, keyedBy } = whom
    const fields = {
      ...{ thing: row.id, ...times, ...noted.fields },
      ...{ member, name, phone, keyedBy, state: 'out', outAt },
      ...(broken.length > 0 ? { past: broken.map(({ rule }) => rule) } : {}),
      ...(one(input, 'caution') === '' ? {} : { deposit: 'seen' as const }),
    } as const
    return {
      drafts: [draft(booking, at.newId(), fields)],
      next: `${PATH}/${row.id}`,
      said: told.freedom.free
        ? say('handedOut', row.title ?? '', name ?? '')
        : say('handedOutClash', row.title ?? '', name ?? ''),
    }
  },
}

/** It is back: whole, or short of a piece. */
const handBack: Command<Words> = {
  name: 'handBack',
  path: `${ofBooking}/rendre`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = bookingFound(input, read, at)
    if (!found?.isKept || found.row.state !== 'out') return { refused: say('notNow') }
    const backAt = realMoment(input, at)
    if (typeof backAt !== 'string') return backAt
    const { outAt } = found.row
    if (outAt !== null && backAt < outAt) return { refused: say('backBeforeOut'), field: 'on' }
    const noted = stateFields(input, at, found.of, 'Back')
    if ('refused' in noted) return noted
    const wrong = meterFault(noted.fields.meterBack ?? null, found)
    if (wrong) return wrong
    const missing = missingOf({ ...found.row, piecesBack: noted.fields.piecesBack ?? [] })
    return {
      drafts: [
        draft(booking, found.row.id, {
          ...noted.fields,
          state: 'back',
          backAt,
          freedAt: backAt,
          ...(one(input, 'caution') === '' ? {} : { deposit: 'returned' }),
        }),
      ],
      next: `${PATH}/${found.of.id}`,
      said:
        missing.length === 0
          ? say('handedBack', found.of.title ?? '')
          : say('handedBackShort', missing),
    }
  },
}
function meterFault(meter: number | null, { row }: BookingFound): Refusal | undefined {
  return meter !== null && row.meterOut !== null && meter < row.meterOut
    ? { refused: say('meterBackwards', row.meterOut), field: 'meterBack' }
    : undefined
}

/** The pieces that went out with a booking and are not back. */
export const missingOf = ({
  piecesOut,
  piecesBack,
}: Readonly<Record<'piecesOut' | 'piecesBack', readonly string[] | null>>): readonly string[] =>
  (piecesOut ?? []).filter(piece => !piecesBack?.includes(piece))

/** A piece that was missing is found. */
const find: Command<Words> = {
  name: 'find',
  path: `${ofBooking}/retrouver`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = bookingFound(input, read, at)
    const piece = one(input, 'piece')
    if (!found?.isKept || found.row.state !== 'back' || !missingOf(found.row).includes(piece))
      return { refused: say('notNow') }
    const piecesBack = [...(found.row.piecesBack ?? []), piece]
    return {
      drafts: [draft(booking, found.row.id, { piecesBack })],
      next: `${PATH}/${found.of.id}`,
      said: say('foundAgain', piece),
    }
  },
}

export const handCommands: readonly Command<Words>[] = [handOut, lendNow, handBack, find]
