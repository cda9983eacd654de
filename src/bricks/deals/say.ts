import type { Ask } from '../../core/brick.ts'
import type { fr } from './fr.ts'
import type { Whole } from './read.ts'
import type { Party } from './rules.ts'

export type Words = typeof fr

/** A deal as it may be called on this connection: its own sentence stays here, its notice's is everybody's. */
export function titleOf({ row, notices }: Whole, ask: Pick<Ask, 'private'>, words: Words): string {
  const own = ask.private ? row.what : null
  return own || notices[0]?.title || words.types.deal.one
}

/** The same, before a verb: *Lucie, de Sail, a dit…*. */
export const whoSays = (party: Party, words: Words): string => `${calledOf(party, words)}${party.away ? ',' : ''}`
/** A party as they are called here; somebody who was forgotten has no name any more. */
export const calledOf = ({ name, away = '' }: Party, words: Words): string => words.ofAway(name || words.someone, away)
