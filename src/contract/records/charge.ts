import { type RecordType, type RowOf, recordType } from '../../core/schema.ts'
import { may, type Right } from '../permission.ts'
import type { Reader } from '../reader.ts'
import type { Request } from '../request.ts'

/**
 * A charge: one member answers for one thing (a saw that is lent, the stalls of a market) from a
 * first day to a last one, and for nothing else. Turns (`engine/owned.ts`) and pages ask the same
 * functions. The column `charge` of `contract/permission.ts` says what it gives.
 */

/**
 * The engine’s own type of charges, in `home` (the space that stays in this box). The keeper alone
 * gives one; its person may give it back (`engine/owned.ts`).
 */
export const charge = recordType({
  name: 'charge',
  title: 'since',
  space: 'home',
  fields: {
    person: { kind: 'link', to: ['member'], required: true, unasked: true },
    /** The record that they are in charge of. */
    over: { kind: 'link', to: [], required: true, unasked: true },
    /** The first day. Forms send the page to come back to as `from`. */
    since: { kind: 'day', required: true },
    /** The last day, included. Empty: until it is given back. */
    until: { kind: 'day' },
    /** They agreed that their name stands beside the thing, on pages of this box. */
    named: { kind: 'yesNo' },
  },
})
/** A charge, as tables hold it. */
export type Charge = RowOf<typeof charge>

/** Who is asked about: a member by their id, or the reader of a page (`Request.isMe`). */
export type InCharge = Readonly<{ me?: string | undefined }> | Pick<Request, 'isMe'>

/**
 * The charges that stand on this day, by the record that they are over, the oldest first. A join
 * moves none of them: it may have been said elsewhere, and the keeper here gives charges.
 *
 * Units   `today`: the day of the village, as `2026-12-05`.
 * Law     A charge of a member who left stands no more. A brick that asks names `memberName` in its
 *         `reads`.
 */
export const chargesStanding = (
  read: Reader,
  today: string,
): ReadonlyMap<string, readonly Charge[]> => {
  const all = read.list(charge, { where: STANDS, with: [today, today], order: 'id' }, 'home')
  return Map.groupBy(
    all.filter(({ person }) => isHere(read, person)),
    ({ over }) => over ?? '',
  )
}

/** Whether this member, or the reader of a page, is in charge of a record on this day. */
export const isInCharge = (read: Reader, who: InCharge, record: string, today: string): boolean =>
  standingOver(read, record, today).some(({ person }) =>
    'isMe' in who ? who.isMe(person) : person !== null && person === who.me,
  )

/** The same on any day: they are, were or will be in charge of it. What was taken back counts. */
export const everInCharge = (read: Reader, who: InCharge, record: string): boolean =>
  read
    .all('SELECT person FROM charge_home WHERE "over" = ?', record)
    .map(({ person }) => (typeof person === 'string' ? person : null))
    .some(person => ('isMe' in who ? who.isMe(person) : person !== null && person === who.me))

/** The ids of the records that a member is in charge of on this day, each once. */
export const chargedBy = (read: Reader, member: string, today: string): readonly string[] => [
  ...new Set(
    read
      .list(charge, { where: `person = ? AND ${STANDS}`, with: [member, today, today] }, 'home')
      .flatMap(({ over }) => over ?? []),
  ),
]

/**
 * Whether this member, or the reader of a page, may do an act on a record because they are in
 * charge of it: the column `charge` of the table of permissions.
 */
export const mayOver = (
  act: Right,
  read: Reader,
  who: InCharge,
  { record, today }: Readonly<{ record: string; today: string }>,
): boolean => may('charge', act) === 'over' && isInCharge(read, who, record, today)

/**
 * The names of those in charge of a record today who agreed that it stands beside the thing, on
 * pages of this box alone.
 */
export const namedOver = (read: Reader, record: string, today: string): readonly string[] =>
  standingOver(read, record, today).flatMap(({ person, named }) => {
    const name = named === true && person !== null ? read.published.memberName?.(person) : ''
    return name ? [name] : []
  })

/** Whether a type holds things of which somebody may be in charge. */
export const isChargeable = (
  type: RecordType,
  ownerOf: (type: string) => Readonly<{ over?: string }> | undefined,
): boolean => ownerOf(type.name)?.over === 'id'

const STANDS = 'since <= ? AND (until IS NULL OR until >= ?)'
const standingOver = (read: Reader, record: string, today: string): readonly Charge[] =>
  read.list(
    charge,
    {
      where: `"over" = ? AND ${STANDS}`,
      with: [record, today, today],
      order: 'id',
    },
    'home',
  )
/** In a house that knows no members, nobody left. */
const isHere = (read: Reader, person: string | null): boolean =>
  person !== null && read.published.memberName?.(person) !== ''
