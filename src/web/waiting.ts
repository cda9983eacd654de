import type { Brick, Draft, Moment } from '../core/brick.ts'
import { spaceOf } from '../core/schema.ts'
import { proposal } from './plain/records.ts'

/** A visitor's turn asked for what its brick does not let visitors send, or to write what is there already. */
export class NotGranted extends Error {
  override name = 'NotGranted'
}

/**
 * What a visitor sends waits: every draft stays in `home`, and a proposal tells the keeper of it. What never leaves this box (a
 * word left for somebody) waits for no reading, since nobody would show it: it is in the list of whom it is for at once.
 *
 * Law     a visitor writes new records only, of the types that the brick grants, and nothing of theirs is in the commons (law 11).
 *
 * Shape   `isWritten`: whether a record of this id was ever written here.
 * Errors  NotGranted: a fault of the brick's, not of the person's.
 */
export function asWaiting(brick: Brick, drafts: readonly Draft[], at: Moment, isWritten: (record: string) => boolean): readonly Draft[] {
  return drafts.flatMap((draft): Draft[] => {
    if (!brick.grants?.includes(draft.type) || isWritten(draft.record)) throw new NotGranted(draft.type)
    if (staysHere(brick, draft.type)) return [draft]
    const waiting: Draft = {
      type: proposal.name,
      record: at.newId(),
      fields: { of: draft.type, piece: draft.record, sentBy: 'visitor', state: 'waiting' },
    }
    return [{ ...draft, space: 'home' }, waiting]
  })
}

/** A type that anybody may send, and that is never shown: all of it stays in this box. */
export const staysHere = (brick: Brick, type: string): boolean =>
  (brick.grants?.includes(type) ?? false) &&
  brick.records.some(record => record.name === type && Object.values(record.fields).every(field => spaceOf(record, field) === 'home'))
