import type { BrickModel } from '../contract/brick.ts'
import type { Reader } from '../contract/reader.ts'
import type { Territory } from '../contract/slots.ts'

/** The territory of the page and its keepers, from the first brick that gives it. */
export const territoryOf = (bricks: readonly BrickModel[], read: Reader): Territory | undefined => {
  for (const brick of bricks) {
    const territory = brick.slots?.territory?.(read)
    if (territory) return territory
  }
  return undefined
}
