import type { RequestAnswered } from '../contract/box/boxes.ts'
import type { Draft, Forgetting } from '../contract/decision.ts'
import { may } from '../contract/permission.ts'
import { type RecordType, spaceOf } from '../core/schema.ts'
import type { Appending } from '../log/append.ts'
import { forgettingAsked, noteForgetting } from '../log/asked.ts'
import type { FleshName } from '../log/forget.ts'
import { row } from '../log/log.ts'
import { showAll } from '../projection/tables.ts'
import { believedSeqs } from '../sync/trust/arrivals.ts'
import { decideBox, refuseDismissal } from '../sync/trust/decisions.ts'
import { dismissalId, recordsNamed } from '../sync/trust/requests.ts'
import { dismissalsAsked } from '../sync/trust/spoken.ts'
import type { Erasure } from './forgetting/forgetting.ts'
import type { Decided } from './granted.ts'
import { ownerIn } from './owner-in.ts'
import type { Engine, TurnAsked } from './turn.ts'
import { isWritten, NotGranted } from './waiting.ts'

/**
 * The parts of a turn that concern other boxes: the keeper’s decisions about them (pair, dismiss),
 * the answers to their requests, and the rights of a letter that one of them sent. A request of
 * another box asks to erase some writes, or to dismiss a third box. The turn calls these, inside
 * its transaction. Nothing leaves here: bundles carry what was written.
 */

/**
 * Writes the decisions of a turn about other boxes and their requests, in the turn’s transaction.
 * They stand in tables of this box alone, not in signed entries.
 *
 * Errors  NotGranted, when somebody else than a keeper decides.
 */
export function decideBoxes(
  { log, tables }: Engine,
  { by, command }: TurnAsked,
  { boxes = [], requests = [] }: Decided,
): void {
  if (boxes.length + requests.length > 0 && may(by, 'keep') !== 'yes') throw new NotGranted(command)
  for (const one of boxes) showAll(tables, log, decideBox(log, one))
  for (const { id, accept } of requests) {
    const dismissal = dismissalsAsked(log).find(one => dismissalId(one.by, one.box) === id)
    if (!dismissal) noteForgetting(log, id, { refused: !accept })
    else if (accept) showAll(tables, log, decideBox(log, { name: dismissal.box, dismissed: true }))
    else refuseDismissal(log, dismissal, true)
  }
}

/**
 * The erasures of the accepted requests of other boxes: the writes that they name become a request
 * of this box, which goes on to others under this box’s name. A removal from the page that was
 * asked together with it is written too.
 */
export const grantedForgettings = (
  engine: Engine,
  requests: readonly RequestAnswered[] = [],
): readonly Erasure[] =>
  requests
    .filter(({ accept }) => accept)
    .flatMap(({ id }) => forgettingAsked(engine.log, id) ?? [])
    .map(({ names }) => ({ names, writes: removalsAsked(engine, names) }))

/** The removals of these records that another box asked for and that nobody answered. */
function removalsAsked({ log, tables }: Engine, names: readonly FleshName[]): readonly Appending[] {
  const records = new Map(
    recordsNamed(log, names).map(({ type, record }) => [`${type} ${record}`, { type, record }]),
  )
  return [...records.values()].flatMap(({ type, record }): readonly Appending[] => {
    if (
      !tables.sql.get(
        "SELECT 1 FROM leave WHERE id = ? AND type = ? AND space = 'commons'",
        record,
        type,
      )
    )
      return []
    const over =
      row(log, type, record, 'commons')
        .get('removed')
        ?.heads.map(head => head.name) ?? []
    return [{ type, record, space: 'commons', fields: { removed: { value: true, over } } }]
  })
}

/**
 * The dismissals that the keeper tells to other boxes: a record in the commons, which waits for
 * their keepers.
 */
export const dismissalsToTell = (
  { log }: Engine,
  { boxes = [] }: Decided,
  newId: () => string,
): readonly Appending[] =>
  boxes
    .filter(one => one.dismissed && one.tellOthers)
    .map(({ name, hideSince }) => ({
      type: 'box',
      record: newId(),
      space: 'commons',
      fields: {
        dismisses: { value: { box: name, believed: believedSeqs(log, name, hideSince) }, over: [] },
      },
    }))

/**
 * The drafts of a letter of another box, when it may write all of them: records of `home` that are
 * shared with that same box. Its name stands in the field that `owners.box` of the type names.
 *
 * Law     No box’s word gives rights on another. A letter writes nothing in the commons or the
 *         network, touches nobody else’s record, and never changes an owner.
 * Errors  NotGranted, for any other draft; for an erasure of what is not shared with that box; for
 *         a decision about numbers, people or boxes.
 */
export function boxDrafts(
  engine: Engine,
  { drafts, forget = [], numbers, people, boxes }: Decided,
  box: string,
): readonly Draft[] {
  if (box === '' || numbers || boxes || people) throw new NotGranted('box')
  for (const draft of drafts) {
    const shared = ownerIn(engine, draft.type)?.box
    const type = engine.types.get(draft.type)
    if (!shared || !type || !Object.keys(draft.fields).every(name => staysHome(type, name, draft)))
      throw new NotGranted(draft.type)
    const isTheirs = isWritten(engine, draft.record)
      ? !(shared in draft.fields) && isSharedBy(engine, draft, box)
      : draft.fields[shared] === box
    if (!isTheirs) throw new NotGranted(draft.type)
  }
  for (const what of forget) if (!isSharedBy(engine, what, box)) throw new NotGranted('forget')
  return drafts
}
/** Whether a field of a draft stays in this box. */
const staysHome = (type: RecordType, name: string, { space }: Draft): boolean => {
  const field = type.fields[name]
  return field !== undefined && (space === 'home' || spaceOf(type, field) === 'home')
}
/** Whether a record of this box is shared with that one. */
export function isSharedBy(
  engine: Engine,
  { type, record }: Pick<Forgetting, 'type' | 'record'>,
  box: string,
): boolean {
  const shared = ownerIn(engine, type)?.box
  const schema = engine.types.get(type)
  if (!shared || !schema) return false
  const row: Readonly<Record<string, unknown>> | undefined = engine.read.one(schema, record, 'home')
  return row?.[shared] === box
}
