import type { BrickModel } from '../contract/brick.ts'
import type { Owner } from '../contract/owner.ts'

/** Whose the records of a type are, as its brick says. */
export function ownerIn(
  { bricks }: Readonly<{ bricks: readonly BrickModel[] }>,
  type: string,
): Owner | undefined {
  for (const brick of bricks)
    if (brick.owners && Object.hasOwn(brick.owners, type)) return brick.owners[type]
  return undefined
}
