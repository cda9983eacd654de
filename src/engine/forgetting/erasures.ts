import type { CommandContext } from '../../contract/command.ts'
import type { Decided } from '../../contract/decision.ts'
import { grantedForgettings } from '../boxes.ts'
import { lettersToErase } from '../letters/letters.ts'
import type { Engine } from '../turn.ts'
import { cascadeOf } from './cascade.ts'
import { type ErasureDrafts, forgetDrafts } from './forgetting.ts'
import { numberErasures, writtenWithout } from './number.ts'
import { type belongingsToErase, nameErasures } from './person.ts'

/**
 * The drafts of all erasures of a decision: its own, letters, the cascade, numbers, names, accepted
 * requests.
 */
export function erasuresOf(
  engine: Engine,
  decision: Decided,
  people: ReturnType<typeof belongingsToErase>,
  at: CommandContext,
): ErasureDrafts {
  const forget = [
    ...(decision.forget ?? []),
    ...lettersToErase(engine, decision),
    ...cascadeOf(engine, decision),
  ]
  const taken = [
    ...(decision.numbers ?? []).flatMap(what => numberErasures(engine, what)),
    ...nameErasures(engine, people, at),
  ]
  const without = writtenWithout(engine, taken, settledBy({ ...decision, forget }))
  return forgetDrafts(engine, forget, at.newId, [
    without,
    ...grantedForgettings(engine, decision.requests),
  ])
}

/** The fields that a decision already writes or erases, as a test. */
function settledBy({
  drafts,
  forget = [],
}: Decided): (type: string, record: string, field: string) => boolean {
  return (type, record, field) =>
    drafts.some(one => one.type === type && one.record === record && field in one.fields) ||
    forget.some(one => one.type === type && one.record === record && (one.field ?? field) === field)
}
