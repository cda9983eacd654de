import type { CommandContext } from '../../../../contract/command.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { dayAfter, dayOfMoment } from '../../../../text/days.ts'
import { type Asker, hadBy, type ThingRow } from '../read.ts'
import { booking } from '../records-booking.ts'
import { type PastUse, usesNotKeyed } from './keyed-first.ts'
import { isSameHolder, plansOf } from './read.ts'
import { engagement, unitLine } from './records.ts'

/**
 * The past turns of a person of which nobody noted how much they used: neither the meter when it
 * came back, nor a line of the notebook. Empty where the thing does not ask for it
 * (`thing.unitsFirst`), and of turns before the first year of its notebook.
 */
export function turnsOwed(
  read: Reader,
  row: Pick<ThingRow, 'id' | 'unitsFirst' | 'meter'>,
  asker: Asker,
  { now, today }: Pick<CommandContext, 'now' | 'today'>,
): readonly PastUse[] {
  if (row.unitsFirst !== true) return []
  const first = plansOf(read, row.id).at(-1)?.firstOn ?? undefined
  if (first === undefined && row.meter === null) return []
  const uses = hadBy(read, row.id, asker, { from: now })
    .map(had => ({
      key: had.booking,
      from: dayOfMoment(had.from),
      to: dayOfMoment(had.until - 1),
    }))
    .filter(({ to }) => to < today && to >= (first ?? ''))
    .filter(({ key }) => (read.one(booking, key, 'home')?.meterBack ?? null) === null)
  if (uses.length === 0) return []
  const at = { today, dayAfter: (day: string) => dayAfter(day, 1) }
  return usesNotKeyed(uses, lineDays(read, row.id, asker), at)
}

/** The days of the lines of a person in the notebook of a thing. */
function lineDays(read: Reader, id: string, { member, name }: Asker): readonly string[] {
  const parts = read
    .list(engagement, { where: 'thing = ?', with: [id] }, 'home')
    .filter(part => isSameHolder(part, { member, who: name }))
  return parts.flatMap(part =>
    read
      .list(unitLine, { where: 'engagement = ?', with: [part.id], order: 'day' }, 'home')
      .flatMap(({ day }) => day ?? []),
  )
}
