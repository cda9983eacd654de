import { bricks } from '../../src/app/bricks.ts'
import { harvest as harvestBy, rulesOf } from '../../src/bricks/harvest/server/harvest.ts'
import type { Harvest } from '../../src/text/harvest/harvest.ts'

/** The module that lists the bricks. */
export const BRICKS_AT = new URL('../../src/app/bricks.ts', import.meta.url)
/** A page of notes, read by the rules of every brick. */
export const harvested = (text: string): Harvest => harvestBy(text, rulesOf(bricks))
