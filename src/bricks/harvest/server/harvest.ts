import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Brick } from '../../../contract/brick.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { IsCommune } from '../../../text/harvest/communes.ts'
import { type AskedHarvest, type Harvest, harvestPage } from '../../../text/harvest/harvest.ts'
import { sameAs } from '../../../text/harvest/mask.ts'
import type { HarvestRule } from '../../../text/harvest/rule.ts'
import { type KnownCommune, whereabouts } from '../model/whereabouts.ts'

/**
 * How the bricks of this house recognise their own types: a brick taken out takes its rule along.
 */
export const rulesOf = (bricks: readonly Brick[]): readonly HarvestRule[] =>
  bricks.flatMap(brick => brick.slots?.harvest ?? [])

let names: ReadonlySet<string> | undefined
/** Source  @etalab/decoupage-administratif 6.0.0 (INSEE). Read at the first harvest only. */
function communeNames(): ReadonlySet<string> {
  if (names) return names
  const path = createRequire(import.meta.url).resolve(
    '@etalab/decoupage-administratif/data/communes.json',
  )
  const communes = ownJson<readonly Readonly<{ nom: string }>[]>(readFileSync(path, 'utf8'))
  names = new Set(communes.map(commune => sameAs(commune.nom)))
  return names
}
/** Whether a folded name is that of a commune of France. */
export const inFrance: IsCommune = name => communeNames().has(name)

/** What a meeting page brings home, by the rules given. */
export const harvest = (
  text: string,
  rules: readonly HarvestRule[],
  isCommune: IsCommune = inFrance,
  asked: AskedHarvest = {},
): Harvest => harvestPage(text, rules, isCommune, asked)

/**
 * A harvest whose pieces say their commune, where their words do.
 *
 * Shape   `elsewhere`: pieces whose words name several communes, or one that is not known here.
 */
export function located(
  found: Harvest,
  text: string,
  known: readonly KnownCommune[],
): Readonly<{ found: Harvest; elsewhere: readonly string[] }> {
  const elsewhere: string[] = []
  const candidates = found.candidates.map(one => {
    if (one.private) return one
    const words = text.slice(one.source.from, one.source.to)
    const is = whereabouts({ ...one, words }, known, inFrance)
    if (is.elsewhere) elsewhere.push(one.id)
    return is.commune ? { ...one, fields: { ...one.fields, commune: is.commune } } : one
  })
  return { found: { ...found, candidates }, elsewhere }
}
