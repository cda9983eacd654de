import type { BrickModel } from '../contract/brick.ts'
import type { Mend } from '../contract/owner.ts'

/**
 * The fields and acts by which a member may correct a record of this type, as its brick declares
 * them (`mends`).
 */
export function mendOf(bricks: readonly BrickModel[], type: string): Mend | undefined {
  for (const brick of bricks)
    if (brick.mends && Object.hasOwn(brick.mends, type)) return brick.mends[type]
  return undefined
}
