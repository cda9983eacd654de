import type { Brick } from '../core/brick.ts'
import type { Owner } from '../core/owner.ts'

/** Whose the records of a type are, as its brick says. */
export function ownerIn({ bricks }: Readonly<{ bricks: readonly Brick[] }>, type: string): Owner | undefined {
  for (const brick of bricks) if (brick.owners && Object.hasOwn(brick.owners, type)) return brick.owners[type]
  return undefined
}
