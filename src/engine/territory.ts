import type { BrickModel } from '../contract/brick.ts'
import type { Reader } from '../contract/reader.ts'
import type { Territory } from '../contract/territory.ts'

/**
 * The territory that the page is about: its name, its communes, and who keeps the page. The first
 * brick that knows it gives it (slot `territory`); undefined before somebody named it.
 */
export const territoryOf = (bricks: readonly BrickModel[], read: Reader): Territory | undefined => {
  for (const brick of bricks) {
    const territory = brick.slots?.territory?.(read)
    if (territory) return territory
  }
  return undefined
}
