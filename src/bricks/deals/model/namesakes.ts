import type { Reader } from '../../../contract/reader.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { hasTable } from '../../../contract/tables.ts'
import { phonesIn } from '../../../text/phone.ts'
import { keyOfNotice, membersKnown, noticesFor, type WholeDeal } from './read.ts'
import type { Party } from './rules.ts'
import { writesReach } from './slips.ts'

/** Two people of one first name, as whoever goes to one of them tells them apart. */

/**
 * What tells a party apart: the last two digits of the number that hands over what is said to them,
 * else the notice of theirs. Undefined where this box knows nobody else of that first name.
 */
export type ToldApart = Readonly<{ digits: string } | { notice: string }>

export function toldApart(read: Reader, whole: WholeDeal, party: Party): ToldApart | undefined {
  if (party.name === '' || !hasNamesake(read, whole, party)) return undefined
  const own = whole.notices.find(one => keyOfNotice(one) === party.key)
  const reach = writesReach(whole, party) ? whole.row.reach : (own?.reach ?? null)
  const digits = numberIn(reach)?.slice(-2)
  if (digits !== undefined) return { digits }
  return own && { notice: own.title }
}

/** A member of that name, or the name of a standing notice that is not known to be theirs. */
function hasNamesake(read: Reader, { row, notices }: WholeDeal, { name, member }: Party): boolean {
  const isOther = (one: Readonly<{ id: string; name: string }>): boolean =>
    one.id !== member && isSameName(one.name, name)
  if (membersKnown(read).some(isOther)) return true
  const own = notices.filter(({ who }) => who !== null && isSameName(who, name))
  const here = [...(row.about ?? []), ...own.map(({ id }) => id)]
  const numbers = own.flatMap(({ reach }) => numberIn(reach) ?? [])
  return noticesFor(read, noticesNamed(read, name)).some(
    ({ id, author, reach }) =>
      !here.includes(id) && author === null && !numbers.includes(numberIn(reach) ?? ''),
  )
}
const numberIn = (reach: string | null): string | undefined => phonesIn(reach ?? '').at(0)?.own

/** The newest notices with this first name, however it is written. */
const noticesNamed = (read: Reader, name: string): readonly string[] =>
  hasTable(read, 'need')
    ? read
        .all(
          `SELECT id FROM (SELECT id, who, removed, state FROM offer UNION ALL
             SELECT id, who, removed, state FROM need)
           WHERE alphabetical(who) = alphabetical(?) AND removed IS NOT 1 AND state IS NOT 'closed'
           ORDER BY id DESC LIMIT 20`,
          name,
        )
        .map(({ id }) => String(id))
    : []
