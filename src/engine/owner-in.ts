import type { BrickModel } from '../contract/brick.ts'
import type { Owner } from '../contract/owner.ts'

/**
 * The fields that name the owner of a record of this type, as its brick declares them (`owners`).
 */
export function ownerIn(
  { bricks }: Readonly<{ bricks: readonly BrickModel[] }>,
  type: string,
): Owner | undefined {
  for (const brick of bricks)
    if (brick.owners && Object.hasOwn(brick.owners, type)) return brick.owners[type]
  return undefined
}
