import type { Brick, Draft, Moment } from '../core/brick.ts'
import { proposal } from './plain/records.ts'

/** A visitor's turn asked for what its brick does not let visitors send. */
export class NotGranted extends Error {
  override name = 'NotGranted'
}

/**
 * What a visitor sends waits: every draft stays in `home`, and a proposal tells the keeper of it.
 *
 * Law     a visitor writes new records only, of the types that the brick grants, and nothing of theirs is in the commons (law 11).
 */
export function asWaiting(brick: Brick, drafts: readonly Draft[], at: Moment): readonly Draft[] {
  return drafts.flatMap((draft): Draft[] => {
    if (!brick.grants?.includes(draft.type)) throw new NotGranted(draft.type)
    const waiting: Draft = {
      type: proposal.name,
      record: at.newId(),
      fields: { of: draft.type, piece: draft.record, sentBy: 'visitor', state: 'waiting' },
    }
    return [{ ...draft, space: 'home' }, waiting]
  })
}
