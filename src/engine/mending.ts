import type { BrickModel } from '../contract/brick.ts'
import type { Mend } from '../contract/owner.ts'

/**
 * What a member may correct in their own record of this type: the fields, until when, and whether
 * they may take it off the page. The brick of the type declares it (`mends`); undefined when it
 * declares nothing, and the member then corrects nothing.
 */
export function mendOf(bricks: readonly BrickModel[], type: string): Mend | undefined {
  for (const brick of bricks)
    if (brick.mends && Object.hasOwn(brick.mends, type)) return brick.mends[type]
  return undefined
}
