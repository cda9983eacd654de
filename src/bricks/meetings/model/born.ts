import { bornAt } from '../../../core/id.ts'
import { dayOfMoment } from '../../../text/days.ts'

/** The village's day on which a record was made. */
export const bornOn = (id: string): string => dayOfMoment(bornAt(id))

/**
 * The day on which an idea became something: as the keeper said, else when that thing was written
 * here.
 */
export const becameOn = (
  row: Readonly<{ id: string; becameOn: string | null; became: string | null }>,
): string => row.becameOn ?? bornOn(row.became ?? row.id)
