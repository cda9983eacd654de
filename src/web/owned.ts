import type { Brick, Decision, Draft, Forgetting, Moment, Owner } from '../core/brick.ts'
import { may } from '../core/permission.ts'
import type { House } from './turn.ts'
import { asWaiting, NotGranted } from './waiting.ts'

/**
 * What a command decided, as far as whoever asked may write it: all of it for the keeper, what waits for a visitor, what is theirs
 * for a member.
 *
 * Law     nothing about a person is shown wider than that person agreed (11): a member writes what is theirs, or what they key in
 *         somebody's name when they may speak for others, and new records of the types that anyone may send; whose a record is never changes hands but by the keeper.
 *
 * Errors  NotGranted: a fault of the brick's, or a post that no page of ours sends.
 */
export function grantedDrafts(
  house: House,
  brick: Brick,
  decided: Exclude<Decision, { refused: string } | { asks: string }>,
  at: Moment,
): readonly Draft[] {
  if (at.by === 'keeper') return decided.drafts
  if (at.me === undefined) {
    if (decided.forget) throw new NotGranted('forget')
    return asWaiting(brick, decided.drafts, at, record => isWritten(house, record))
  }
  const me = at.me
  for (const draft of decided.drafts) if (!mayWrite(house, brick, draft, at, me)) throw new NotGranted(draft.type)
  for (const what of decided.forget ?? []) if (!isMine(house, what, me)) throw new NotGranted('forget')
  return decided.drafts
}

const isWritten = ({ log }: House, record: string): boolean =>
  log.sql.get('SELECT 1 FROM write WHERE record = ? LIMIT 1', record) !== undefined

function mayWrite(house: House, brick: Brick, draft: Draft, at: Moment, me: string): boolean {
  const owner = ownerOf(house, draft.type)
  if (!owner) return (brick.grants?.includes(draft.type) ?? false) && !isWritten(house, draft.record)
  const whose = owner.owner in draft.fields || (owner.keyedBy !== undefined && owner.keyedBy in draft.fields)
  if (isWritten(house, draft.record)) return !whose && isMine(house, draft, me)
  const fields = draft.fields as Readonly<Record<string, unknown>>
  if (names(fields[owner.owner], me)) return true
  return may(at.by, 'speakFor') === 'yes' && owner.keyedBy !== undefined && names(fields[owner.keyedBy], me)
}

/** Whose a record is stays in this box, beside what of it may be in the commons. */
function isMine(house: House, { type, record }: Pick<Forgetting, 'type' | 'record'>, me: string): boolean {
  const owner = ownerOf(house, type)
  const held = owner && house.types.get(type)
  const row = held && (house.read.one(held, record, 'home') as Readonly<Record<string, unknown>> | undefined)
  return row !== undefined && (names(row[owner!.owner], me) || (owner!.keyedBy !== undefined && names(row[owner!.keyedBy], me)))
}

const names = (held: unknown, me: string): boolean => held === me || (Array.isArray(held) && held.includes(me))

function ownerOf({ bricks }: House, type: string): Owner | undefined {
  for (const brick of bricks) if (brick.owners && Object.hasOwn(brick.owners, type)) return brick.owners[type]
  return undefined
}
