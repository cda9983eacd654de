import type { BrickModel } from '../contract/brick.ts'
import type { CommandContext } from '../contract/command.ts'
import type { Draft } from '../contract/decision.ts'
import { proposal } from '../contract/records/own-records.ts'
import { type RecordType, spaceOf } from '../core/schema.ts'
import type { HeldReason } from './held-drafts.ts'
import type { Engine } from './turn.ts'

/**
 * Makes drafts wait for the keeper instead of showing: those of visitors always, those of members
 * when `held-drafts.ts` says why. A waiting draft is written in `home`, the space that never leaves
 * this box, with a *proposal*, a record that tells the keeper that something waits. Turns call it
 * through `owned.ts`.
 */

/** A turn asked for something that its author may not do. No page of ours asks for it. */
export class NotGranted extends Error {
  override name = 'NotGranted'
}

/**
 * The drafts of a visitor, made to wait: each stays in `home`, and a proposal tells the keeper. A
 * record of a type that never leaves this box (a word left for somebody) does not wait, because
 * nobody would show it; its receiver reads it at once.
 *
 * Shape   `isWritten`: whether a record of this id was ever written here.
 * Law     law 11: a visitor writes new records only, of the types that the brick grants, and none
 *         of them is in the commons.
 * Errors  NotGranted: a fault of the brick, not of the person.
 */
export function asWaiting(
  {
    types,
    brick,
    isWritten,
  }: Readonly<{
    types: Engine['types']
    brick: BrickModel
    isWritten: (record: string) => boolean
  }>,
  drafts: readonly Draft[],
  at: CommandContext,
): readonly Draft[] {
  return drafts.flatMap((draft): Draft[] => {
    if (!brick.grants?.includes(draft.type) || isWritten(draft.record))
      throw new NotGranted(draft.type)
    if (staysHere(brick, types.get(draft.type))) return [draft]
    const waiting: Draft = {
      type: proposal.name,
      record: at.newId(),
      fields: { of: draft.type, piece: draft.record, sentBy: 'visitor', state: 'waiting' },
    }
    return [{ ...draft, space: 'home' }, waiting]
  })
}

/**
 * A member’s draft that must wait, as drafts to store: like a visitor’s, with the reasons and the
 * member’s id. For a record that shows already, the fields that would show become a proposal to
 * write them there (`changes`), and the record stays as it was; emptied fields are emptied at once.
 * A proposal that waits already takes in later corrections.
 *
 * Shape   `why`: the reasons. `fields`: the fields that wait. `isNew`: the record was never
 *         written.
 */
export function heldDrafts(
  engine: Engine,
  draft: Draft,
  {
    why,
    fields,
    isNew,
  }: Readonly<{ why: readonly HeldReason[]; fields: readonly string[]; isNew: boolean }>,
  at: CommandContext,
): readonly Draft[] {
  const before = isNew || at.me === undefined ? undefined : changeOf(engine, draft.record, at.me)
  // A new record waits as itself; a correction, in the record of the one that waits already, or in
  // a record of its own.
  const piece = isNew ? draft.record : (before?.piece ?? at.newId())
  const told = {
    of: draft.type,
    piece,
    sentBy: 'member',
    writer: at.me ?? null,
    held: why,
    state: 'waiting',
  } as const
  const proposed: Draft = {
    type: proposal.name,
    record: before?.id ?? at.newId(),
    fields: isNew ? told : { ...told, changes: draft.record },
  }
  if (isNew) return [{ ...draft, space: 'home' }, proposed]
  const all = Object.entries(draft.fields)
  const [waiting, rest] = [true, false].map(waits =>
    Object.fromEntries(all.filter(([name]) => fields.includes(name) === waits)),
  )
  const asIs = Object.keys(rest!).length > 0 ? [{ ...draft, fields: rest! }] : []
  return [...asIs, { type: draft.type, record: piece, fields: waiting!, space: 'home' }, proposed]
}

/**
 * The latest proposal of a member whose record is not shown, waiting or refused, by the record in
 * which it waits.
 */
export const unshownOf = ({ read, types }: Engine, record: string) =>
  types.has(proposal.name)
    ? read.list(
        proposal,
        {
          where: "piece = ? AND state <> 'shown' AND sentBy = 'member'",
          with: [record],
          order: 'id DESC',
          limit: 1,
        },
        'home',
      )[0]
    : undefined
/** The waiting proposal of a member to change a shown record. */
const changeOf = ({ read, types }: Engine, record: string, writer: string) =>
  types.has(proposal.name)
    ? read.list(
        proposal,
        {
          where: "changes = ? AND writer = ? AND state = 'waiting'",
          with: [record, writer],
          limit: 1,
        },
        'home',
      )[0]
    : undefined

/** Whether anybody may send records of this type and all of its fields stay in this box. */
export const staysHere = (brick: BrickModel, type: RecordType | undefined): boolean =>
  type !== undefined &&
  (brick.grants?.includes(type.name) ?? false) &&
  Object.values(type.fields).every(field => spaceOf(type, field) === 'home')

/** Whether a record with this id was ever written here, in any space. */
export const isWritten = ({ log }: Engine, record: string): boolean =>
  log.sql.get('SELECT 1 FROM changed WHERE record = ? LIMIT 1', record) !== undefined
