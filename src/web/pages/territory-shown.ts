import type { Brick } from '../../contract/brick.ts'
import type { Reader } from '../../contract/reader.ts'
import { territoryOf } from '../../engine/territory.ts'
import { untilWritten } from './until-written.ts'

/**
 * The territory for pages, read again only after a write. Where pages are kept it is one object
 * until something of it is written: what is worked out of it stays with it.
 */
export const territoryShown = untilWritten(
  (_: readonly Brick[], read: Reader) => read,
  (bricks, read) => read.keep('territory', () => territoryOf(bricks, read), bytesOf),
)

const bytesOf = (made: unknown): number => 2 * (JSON.stringify(made) ?? '').length
