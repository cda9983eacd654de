import type { Added, BrickModel } from '../contract/brick.ts'
import type { CommandContext } from '../contract/command.ts'
import type { Decided } from '../contract/decision.ts'
import { withCardRows } from '../projection/by-card.ts'
import { grantedDrafts } from './granted.ts'
import type { Engine, TurnAsked } from './turn.ts'

/**
 * What other bricks write because of a turn (`BrickModel.adds`): who says in a list how much they
 * take says it to the person of the notice too. A table that the keeper brings in says nothing to
 * anybody.
 *
 * Law     each draft and letter needs the rights that the author of the turn has in the brick that
 *         adds it.
 */
export function addedBy(
  engine: Engine,
  { brick, decision }: Readonly<{ brick: BrickModel; decision: Decided }>,
  asked: Pick<TurnAsked, 'byCard'>,
  at: CommandContext,
): Added {
  if (at.by === 'box') return NOTHING
  const seen = decision.drafts.filter(
    ({ type }) => at.by !== 'keeper' || brick.records.some(({ name }) => name === type),
  )
  const all = engine.bricks.map(one => {
    const adds = one.name === brick.name ? undefined : one.adds
    const isSeen = ({ type }: Readonly<{ type: string }>): boolean =>
      adds?.to.includes(type) === true
    const drafts = seen.filter(isSeen)
    const forget = (decision.forget ?? []).filter(isSeen)
    if (!adds || drafts.length + forget.length === 0) return NOTHING
    const add = (): Added => adds.decide({ drafts, forget }, engine.read, at, one.words.fr)
    const added = asked.byCard ? withCardRows(engine.tables.sql, engine.types, add) : add()
    return { ...added, drafts: grantedDrafts(engine, one, added, at).drafts }
  })
  return {
    drafts: all.flatMap(({ drafts }) => drafts),
    letters: all.flatMap(({ letters }) => letters),
  }
}
const NOTHING: Added = { drafts: [], letters: [] }
