import type { BrickModel } from '../contract/brick.ts'
import type { CommandContext } from '../contract/command.ts'
import type { Draft, Forgetting } from '../contract/decision.ts'
import { may } from '../contract/permission.ts'
import { charge } from '../contract/records/charge.ts'
import { hiddenNumber } from '../contract/records/own-records.ts'
import type { LogToRead } from '../log/log.ts'
import { isMovedOver, isOverTheirs, wasInCharge } from './in-charge.ts'
import { isNumberOf } from './member-in.ts'
import { mendOf } from './mending.ts'
import { ownerIn, ownerValue, owns } from './owner-in.ts'
import { isSigning, isWriter } from './signed.ts'
import type { Engine } from './turn.ts'
import { isWritten, staysHere } from './waiting.ts'

/** The engine, the brick of a draft, and the member who writes it. */
type Writing = Engine & Readonly<{ brick: BrickModel; me: string }>

/**
 * Whether a member may write this draft: a new record that they may send; their own; one that names
 * them; one of a thing that they are in charge of; or one that they key for somebody else.
 */
export function mayWrite(engine: Writing, draft: Draft, at: CommandContext): boolean {
  const { brick, me } = engine
  if (staysHere(brick, engine.types.get(draft.type)) && !isWritten(engine, draft.record))
    return true
  if (isShowingTheirs(engine, draft, me)) return true
  if (draft.type === charge.name) return isTheirsToSay(engine, draft, me)
  if (isOverTheirs(engine, draft, at)) return true
  if (isMovedOver(engine, draft)) return false
  const owner = ownerIn(engine, draft.type)
  // A type without owner fields: a record that they wrote first, or a new one of a type that the
  // brick grants.
  if (!owner)
    return isWritten(engine, draft.record)
      ? isMine(engine, draft, me)
      : (brick.grants?.includes(draft.type) ?? false)
  const setsOwner = [owner.owner, owner.keyedBy].some(
    name => name !== undefined && name in draft.fields,
  )
  // A record that exists: their own, or one that names them. The draft may not set its owner.
  if (isWritten(engine, draft.record))
    return (
      !setsOwner &&
      (isMine(engine, draft, me) || isNamedIn(engine, draft, Object.keys(draft.fields), me))
    )
  // A new record in their own name.
  const fields: Readonly<Record<string, unknown>> = draft.fields
  const owned = ownerValue(fields, owner.owner) ?? null
  if (owns(owned, me)) return true
  if (owner.keyedBy === undefined || !owns(fields[owner.keyedBy], me)) return false
  // In another person’s name: a relay may set the owner; a neighbour gives a name in words, and
  // the draft waits.
  return may(at.by, 'speakFor') === 'yes' || (may(at.by, 'speakFor') === 'waits' && owned === null)
}

/** Whether a draft only shows a hidden number again, and the number is the member’s own. */
function isShowingTheirs(engine: Engine, { type, record, fields }: Draft, me: string): boolean {
  if (type !== hiddenNumber.name || fields['state'] !== 'shown') return false
  if (!Object.keys(fields).every(name => name === 'state' || name === 'decidedOn')) return false
  const number = engine.read.one(hiddenNumber, record, 'home')?.number ?? ''
  return isNumberOf(engine, me, number)
}

/** The keeper alone gives a charge; its person gives it back, or says whether their name shows. */
function isTheirsToSay(engine: Engine, { type, record, fields }: Draft, me: string): boolean {
  const says = Object.keys(fields).join()
  const isSaid = (says === 'removed' && fields['removed'] === true) || says === 'named'
  return isSaid && isMine(engine, { type, record }, me)
}

/**
 * Whether a record is the member’s: they own it, keyed it, or were the first to write it where its
 * type is signed. What they keyed of a thing that they were ever in charge of is theirs by their
 * charge alone (`in-charge.ts`). The owner stands in `home`.
 */
export function isMine(
  engine: Where,
  { type, record }: Pick<Forgetting, 'type' | 'record'>,
  me: string,
): boolean {
  if (isSigning(engine.bricks, type) && isWriter(engine.log, { type, record }, me)) return true
  const owner = ownerIn(engine, type)
  const schema = owner && engine.types.get(type)
  const row: Readonly<Record<string, unknown>> | undefined =
    schema && engine.read.one(schema, record, 'home')
  const whose = ownerValue(row, owner?.owner) ?? null
  const keyedBy = ownerValue(row, owner?.keyedBy) ?? null
  if (owns(whose, me)) return true
  // Before a type had an owner field, only the entry told the writer.
  const isByThem =
    schema && whose === null && keyedBy === null
      ? isWriter(engine.log, { type, record }, me)
      : owns(keyedBy, me)
  return isByThem && !wasInCharge(engine, { type, record }, me)
}

/** The sources of these questions: an engine, or the connection of a page. */
type Where = Pick<Engine, 'bricks' | 'types' | 'read'> & Readonly<{ log: LogToRead }>
/** Whether a member may correct this record, as its brick declares (`mends`). */
export const mayCorrect = (
  where: Where,
  one: Pick<Forgetting, 'type' | 'record'>,
  me: string,
): boolean =>
  isMine(where, one, me) &&
  (mendOf(where.bricks, one.type)?.writer !== true || isWriter(where.log, one, me))

/**
 * Whether a record links to one of the member’s records, and these are only fields that such a link
 * lets them write.
 */
export function isNamedIn(
  engine: Engine,
  { type, record }: Pick<Forgetting, 'type' | 'record'>,
  fields: readonly string[],
  me: string,
): boolean {
  const named = ownerIn(engine, type)?.named
  const schema = named && engine.types.get(type)
  const link = schema?.fields[named!.by]
  if (
    !schema ||
    link?.kind !== 'link' ||
    fields.length === 0 ||
    !fields.every(field => named!.fields.includes(field))
  )
    return false
  const rows: readonly (Readonly<Record<string, unknown>> | undefined)[] = [
    engine.read.one(schema, record),
    engine.read.one(schema, record, 'home'),
  ]
  const linked = rows.map(row => row?.[named!.by]).filter(one => typeof one === 'string')
  return linked.some(one =>
    (link.to ?? []).some(to => isMine(engine, { type: to, record: one }, me)),
  )
}
