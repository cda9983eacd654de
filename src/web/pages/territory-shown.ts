import type { Brick } from '../../contract/brick.ts'
import type { Reader } from '../../contract/reader.ts'
import { territoryOf } from '../../engine/territory.ts'
import { untilWritten } from './until-written.ts'

/** The territory for pages, read again only after a write. */
export const territoryShown = untilWritten(
  (_: readonly Brick[], read: Reader) => read,
  (bricks, read) => territoryOf(bricks, read),
)
