import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bricks } from '../../../app/bricks.ts'
import type { IsCommune } from '../../../text/harvest/communes.ts'
import { type Harvest, harvestPage } from '../../../text/harvest/harvest.ts'
import { sameAs } from '../../../text/harvest/mask.ts'
import type { HarvestRule } from '../../../text/harvest/rule.ts'

/** How the bricks of this house recognise their own types: a brick taken out takes its rule along. */
const RULES: readonly HarvestRule[] = bricks.flatMap(brick => brick.slots?.harvest ?? [])

let names: ReadonlySet<string> | undefined
/** Source  @etalab/decoupage-administratif 6.0.0 (INSEE). Read at the first harvest only. */
function communeNames(): ReadonlySet<string> {
  if (names) return names
  const path = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json')
  const communes = JSON.parse(readFileSync(path, 'utf8')) as readonly Readonly<{ nom: string }>[]
  names = new Set(communes.map(commune => sameAs(commune.nom)))
  return names
}
const inFrance: IsCommune = name => communeNames().has(name)

/** What a meeting page brings home, by the rules given. */
export function harvest(text: string, opts: Readonly<{ rules?: readonly HarvestRule[]; isCommune?: IsCommune }> = {}): Harvest {
  return harvestPage(text, opts.rules ?? RULES, opts.isCommune ?? inFrance)
}
