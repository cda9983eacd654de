import type { BrickModel } from '../contract/brick.ts'
import type { Reader } from '../contract/reader.ts'
import type { Territory } from '../contract/slots.ts'

/** What the page says of its place and of who keeps it, by the first brick that says it. */
export const territoryOf = (bricks: readonly BrickModel[], read: Reader): Territory | undefined => {
  for (const brick of bricks) {
    const territory = brick.slots?.territory?.(read)
    if (territory) return territory
  }
  return undefined
}
