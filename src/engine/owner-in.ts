import type { BrickModel } from '../contract/brick.ts'
import type { Owner } from '../contract/owner.ts'

/**
 * The fields of a type that name the member whose record it is, as the brick of the type declares
 * them (`owners`); one brick alone declares a type. Undefined where no field names an owner: the
 * record then belongs to its first writer, when `isSigning` (signed.ts) is true, else to nobody.
 * Rights, the forgetting of a member, and the drafts of members that wait for the keeper ask it.
 */
export function ownerIn(
  { bricks }: Readonly<{ bricks: readonly BrickModel[] }>,
  type: string,
): Owner | undefined {
  for (const brick of bricks)
    if (brick.owners && Object.hasOwn(brick.owners, type)) return brick.owners[type]
  return undefined
}

/** The value of such a field in a row; undefined where the type has no such field, or no row is. */
export const ownerValue = (
  row: Readonly<Record<string, unknown>> | undefined,
  field: string | undefined,
): unknown => (field === undefined ? undefined : row?.[field])

/** Whether an owner field, with one member or several, holds this one. */
export const owns = (value: unknown, me: string): boolean =>
  value === me || (Array.isArray(value) && value.includes(me))
