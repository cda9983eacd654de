import type { RequestAnswered } from '../contract/box/boxes.ts'
import type { BrickModel } from '../contract/brick.ts'
import type { Decided, Draft, Forgetting } from '../contract/decision.ts'
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
import { ownerIn } from './owner-in.ts'
import type { Engine, TurnAsked } from './turn.ts'
import { isWritten, NotGranted, staysHere } from './waiting.ts'

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
 * What it says to somebody without a screen is a slip too, which leads to such a record.
 *
 * Law     No box’s word gives rights on another. A letter writes nothing in the commons or the
 *         network, touches nobody else’s record, and never changes an owner. Of what somebody said
 *         here in such a record, a text that is erased is written again: their name goes from it
 *         with whoever is forgotten there.
 * Errors  NotGranted, for any other draft; for an erasure of what is not shared with that box; for
 *         a decision about numbers, people or boxes.
 */
export function boxDrafts(
  engine: Engine,
  brick: BrickModel,
  { drafts, forget = [], numbers, people, boxes }: Decided,
  box: string,
): readonly Draft[] {
  if (box === '' || numbers || boxes || people) throw new NotGranted('box')
  const about: Sharing = { engine, brick, drafts, box }
  for (const draft of drafts) {
    if (isSlipOf(about, draft) || isErasedIn(about, draft, forget)) continue
    const shared = ownerIn(engine, draft.type)?.box
    const type = engine.types.get(draft.type)
    if (!shared || !type || !Object.keys(draft.fields).every(name => staysHome(type, name, draft)))
      throw new NotGranted(draft.type)
    const isTheirs = isWritten(engine, draft.record)
      ? !(shared in draft.fields) && isSharedBy(engine, draft, box)
      : draft.fields[shared] === box
    if (!isTheirs) throw new NotGranted(draft.type)
  }
  for (const what of forget)
    if (!isSharedBy(engine, what, box) && !isOldSlipOf(about, what) && !isTextIn(about, what))
      throw new NotGranted('forget')
  return drafts
}
type Sharing = Readonly<{
  engine: Engine
  brick: BrickModel
  drafts: readonly Draft[]
  box: string
}>
/** Whether a draft writes nothing but texts again that the same letter erases. */
const isErasedIn = (about: Sharing, draft: Draft, forget: readonly Forgetting[]): boolean =>
  Object.keys(draft.fields).every(
    field =>
      isTextIn(about, { ...draft, field }) &&
      forget.some(one => one.record === draft.record && one.field === field && !one.past),
  )
/** Whether it is one text of what somebody said here in a record that is shared with that box. */
function isTextIn({ engine, box }: Sharing, { type: name, record, field }: Forgetting): boolean {
  const type = engine.types.get(name)
  const of = ownerIn(engine, name)?.of
  if (!type || of === undefined || type.space !== 'home') return false
  const row: Readonly<Record<string, unknown>> | undefined = engine.read.one(type, record, 'home')
  const shared = row?.[of]
  const isText = field !== undefined && type.fields[field]?.kind === 'text'
  return isText && typeof shared === 'string' && isShared(engine, shared, box)
}
/**
 * Whether a draft is a slip: a new record that stays here, of a type that any visitor may send, and
 * leads to a record that is shared with that box, or is shared by the same letter.
 */
function isSlipOf({ engine, brick, drafts, box }: Sharing, draft: Draft): boolean {
  const type = engine.types.get(draft.type)
  if (!staysHere(brick, type) || ownerIn(engine, draft.type)?.box) return false
  if (isWritten(engine, draft.record)) return false
  return linkedIn(type, draft.fields).some(
    record =>
      drafts.some(one => {
        const shared = ownerIn(engine, one.type)?.box
        return one.record === record && shared !== undefined && one.fields[shared] === box
      }) || isShared(engine, record, box),
  )
}
/** Whether a record is such a slip, or there no more. */
function isOldSlipOf(
  { engine, brick, box }: Sharing,
  { type: name, record }: Pick<Forgetting, 'type' | 'record'>,
): boolean {
  const type = engine.types.get(name)
  if (!type || !staysHere(brick, type) || ownerIn(engine, name)?.box) return false
  const row: Readonly<Record<string, unknown>> | undefined = engine.read.one(type, record, 'home')
  return row === undefined || linkedIn(type, row).some(one => isShared(engine, one, box))
}
/** The records to which the links of these fields lead. */
const linkedIn = (
  type: RecordType | undefined,
  fields: Readonly<Record<string, unknown>>,
): readonly string[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    type?.fields[name]?.kind === 'link' && typeof value === 'string' ? [value] : [],
  )
/** Whether a record of any type is shared with that box. */
const isShared = (engine: Engine, record: string, box: string): boolean =>
  [...engine.types.keys()].some(
    type => ownerIn(engine, type)?.box !== undefined && isSharedBy(engine, { type, record }, box),
  )

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
