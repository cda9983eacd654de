import type { BrickModel } from '../contract/brick.ts'
import type { Mend } from '../contract/owner.ts'

/** What its member may correct of a record of this type, as its brick says it. */
export function mendOf(bricks: readonly BrickModel[], type: string): Mend | undefined {
  for (const brick of bricks)
    if (brick.mends && Object.hasOwn(brick.mends, type)) return brick.mends[type]
  return undefined
}
