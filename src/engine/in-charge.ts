import type { CommandContext } from '../contract/command.ts'
import type { Draft, Forgetting } from '../contract/decision.ts'
import { may, type Right } from '../contract/permission.ts'
import type { Reader } from '../contract/reader.ts'
import { charge, isInCharge } from '../contract/records/charge.ts'
import { tableOf } from '../contract/tables.ts'
import { SPACES } from '../core/schema.ts'
import { ownerIn, owns } from './owner-in.ts'
import type { Engine } from './turn.ts'
import { isWritten } from './waiting.ts'

/**
 * Decides what a member may write and erase because they are in charge of a thing: the records
 * whose field `over` (`contract/owner.ts`) leads to it, and the thing itself. The column `charge`
 * of `contract/permission.ts` says which acts.
 */

/** Who asks, and on which day. */
type Asking = Pick<CommandContext, 'me' | 'today'>

/**
 * Whether a member may write this draft because they are in charge of what it leads to.
 *
 * Law     It leads to things that they are in charge of, as it stands and as it will stand: nobody
 *         moves a record of another's thing under theirs, nor theirs under another's.
 *         Of records that lead there they set whose they are; who keyed them is themselves. Of the
 *         thing they set neither, and do not take it off the page.
 */
export function isOverTheirs(engine: Engine, draft: Draft, at: Asking): boolean {
  const owner = ownerIn(engine, draft.type)
  if (owner?.over === undefined) return false
  const { fields }: Readonly<{ fields: Readonly<Record<string, unknown>> }> = draft
  if (owner.over === 'id') {
    const kept = [owner.owner, owner.keyedBy, owner.box, 'removed']
    return !kept.some(name => name !== undefined && name in fields) && leadsThere(engine, draft, at)
  }
  const isNew = !isWritten(engine, draft.record)
  const { keyedBy } = owner
  const saysWho = keyedBy !== undefined && (isNew || keyedBy in fields)
  const isByThem = at.me !== undefined && (!saysWho || owns(fields[keyedBy], at.me))
  return isByThem && leadsThere(engine, draft, at)
}

/**
 * Whether a draft moves a record that stands to another thing. Without a charge of both things no
 * member does, the record's own people neither: they would move it past who is in charge.
 */
export function isMovedOver(engine: Engine, { type, record, fields }: Draft): boolean {
  const over = ownerIn(engine, type)?.over
  if (over === undefined || over === 'id' || !(over in fields)) return false
  const to = (fields as Readonly<Record<string, unknown>>)[over]
  return storedIn(engine.read, type, record, over).some(id => id !== to)
}

/**
 * Whether a record leads to a thing that the member is in charge of, or once was: what they keyed
 * there as such is no more theirs than their charge says.
 */
export function wasInCharge(
  { bricks, read }: Pick<Engine, 'bricks' | 'read'>,
  { type, record }: Pick<Forgetting, 'type' | 'record'>,
  me: string,
): boolean {
  const over = ownerIn({ bricks }, type)?.over
  if (over === undefined || over === 'id') return false
  const held = `SELECT 1 FROM "${tableOf(charge.name, 'home')}" WHERE person = ? AND "over" = ?`
  return storedIn(read, type, record, over).some(id => read.all(held, me, String(id)).length > 0)
}

/** Whether a member in charge may erase this. A thing goes by no act of theirs. */
export function mayForgetOver(engine: Engine, what: Forgetting, at: Asking): boolean {
  const owner = ownerIn(engine, what.type)
  if (owner?.over === undefined || (owner.over === 'id' && what.field === undefined)) return false
  const kept = [owner.owner, owner.keyedBy, owner.box, owner.over]
  return (
    (what.field === undefined || !kept.includes(what.field)) &&
    leadsThere(engine, { ...what, fields: {} }, at)
  )
}

/**
 * Whether what a member keys in another's name, in this draft, does not wait for the keeper, since
 * they are in charge of what it leads to.
 */
export const speaksOver = (engine: Engine, draft: Draft, at: Asking): boolean =>
  leadsThere(engine, draft, at, 'speakFor')

/** Whether all that a draft leads to, before it and after it, is in this member's charge. */
function leadsThere(
  engine: Engine,
  { type, record, fields }: Pick<Draft, 'type' | 'record' | 'fields'>,
  { me, today }: Asking,
  act: Right = 'change',
): boolean {
  const over = ownerIn(engine, type)?.over
  if (over === undefined || me === undefined || may('charge', act) !== 'over') return false
  const written: readonly unknown[] =
    over in fields
      ? [
          ...storedIn(engine.read, type, record, over),
          (fields as Readonly<Record<string, unknown>>)[over],
        ]
      : storedIn(engine.read, type, record, over)
  return (
    written.length > 0 &&
    written.every(
      id =>
        typeof id === 'string' &&
        (isInCharge(engine.read, { me }, id, today) ||
          isOwnedThing(engine, { type, over, id }, me)),
    )
  )
}

/** Whether the thing to which a record leads is the member’s own: they are in charge of it. */
function isOwnedThing(
  engine: Engine,
  { type, over, id }: Readonly<Record<'type' | 'over' | 'id', string>>,
  me: string,
): boolean {
  const link = engine.types.get(type)?.fields[over]
  return (over === 'id' ? [] : (link?.to ?? [])).some(to => {
    const [owner, thing] = [ownerIn(engine, to), engine.types.get(to)]
    if (owner?.over !== 'id' || owner.owner === undefined || !thing) return false
    const row: Readonly<Record<string, unknown>> | undefined = engine.read.one(thing, id, 'home')
    return owns(row?.[owner.owner], me)
  })
}

/**
 * The values of a link in every space, as they are stored: a join does not move a record to the
 * thing under which another one shows.
 */
const storedIn = (read: Reader, type: string, record: string, field: string): readonly unknown[] =>
  SPACES.flatMap(space =>
    read
      .all(`SELECT * FROM "${tableOf(type, space)}" WHERE id = ?`, record)
      .flatMap(row => row[field] ?? []),
  )
