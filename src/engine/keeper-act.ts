import type { CommandContext } from '../contract/command.ts'
import type { Draft } from '../contract/decision.ts'
import { keeperAct } from '../contract/records/own-records.ts'
import type { TurnAsked } from './turn.ts'

/** Which of several keepers it was: this stays in the box, whatever leaves it. */
export function keeperDrafts(
  { keeper, by }: TurnAsked,
  drafts: readonly Draft[],
  at: CommandContext,
): readonly Draft[] {
  if (keeper === undefined || by !== 'keeper') return []
  const ids = [...new Set(drafts.map(({ record }) => record))]
  return Array.from({ length: Math.ceil(ids.length / MOST_NAMED) }, (_, i) => ({
    type: keeperAct.name,
    record: at.newId(),
    fields: { keeper, records: ids.slice(MOST_NAMED * i, MOST_NAMED * (i + 1)) },
    space: 'home',
  }))
}
/** The most records that one act names. */
const MOST_NAMED = 500
