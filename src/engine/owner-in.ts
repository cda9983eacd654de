import type { BrickModel } from '../contract/brick.ts'
import type { Owner } from '../contract/owner.ts'

/**
 * Which fields of a type name the member whose record it is, as its brick declares them (`owners`).
 * Undefined for a type that belongs to nobody, or to whoever first wrote it. Rights, waiting and
 * forgetting ask it.
 */
export function ownerIn(
  { bricks }: Readonly<{ bricks: readonly BrickModel[] }>,
  type: string,
): Owner | undefined {
  for (const brick of bricks)
    if (brick.owners && Object.hasOwn(brick.owners, type)) return brick.owners[type]
  return undefined
}
