import { agendaHarvest } from '../bricks/agenda/harvest.ts'
import { directoryHarvest } from '../bricks/directory/harvest.ts'
import { meetingsHarvest } from '../bricks/meetings/harvest.ts'
import { offersHarvest } from '../bricks/offers/harvest.ts'
import { type Harvest, harvestPage } from '../core/glean/harvest.ts'
import type { HarvestRule } from '../core/glean/rule.ts'

/** The rules of the house's own bricks; a box with fewer bricks gives its own list. */
export const RULES: readonly HarvestRule[] = [directoryHarvest, meetingsHarvest, offersHarvest, agendaHarvest]

/** What a meeting page brings home, by the rules given. */
export function harvest(text: string, rules: readonly HarvestRule[] = RULES): Harvest {
  return harvestPage(text, rules)
}
