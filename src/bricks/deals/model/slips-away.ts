import type { CommandContext } from '../../../contract/command.ts'
import type { Draft } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { fr } from '../words/fr.ts'
import type { SaidOn, WholeDeal } from './read.ts'
import { AWAY } from './rules.ts'
import { slipToOthers } from './slips.ts'

/** What came by letter for somebody without a screen is handed over to them. */

/** What the relay or the keeper hands over of one act; undefined where it says nothing to them. */
function sentenceOf({ says, said, when, where }: SaidOn, words: typeof fr): string | undefined {
  if (says === 'word') return said ?? undefined
  if (says === 'late') return words.lateWord
  return says === 'propose' ? words.proposes(when, where ?? null) : undefined
}

/** The slips of what was just heard from the other box; `slips`: as the deal keeps all of them. */
export function slipsHeard(
  whole: WholeDeal,
  acts: readonly SaidOn[],
  { read, at, words }: Readonly<{ read: Reader; at: CommandContext; words: typeof fr }>,
): Readonly<{ drafts: readonly Draft[]; fields: Readonly<{ slips?: readonly string[] }> }> {
  const from = whole.parties.find(({ key }) => key === AWAY)
  const name = words.ofAway(from?.name || words.someone, from?.away ?? '')
  const all = acts.flatMap(act => {
    const said = sentenceOf(act, words)
    const slip = from && said && slipToOthers(whole, { ...from, name }, said, { read, at })
    return slip ? [{ act: act.id, slip }] : []
  })
  if (all.length === 0) return { drafts: [], fields: {} }
  const slips = all.map(({ act, slip }) => `${act} ${slip.record}`)
  return {
    drafts: all.map(({ slip }) => slip),
    fields: { slips: [...(whole.row.slips ?? []), ...slips] },
  }
}
