import type { CommandContext } from '../../../contract/command.ts'
/**
 * Who writes in somebody's name is kept beside what was written; the keeper, and who writes for
 * themselves, need no telling.
 */
export const keyed = (at: CommandContext, whose?: string): Readonly<{ keyedBy?: string }> =>
  at.me === undefined || at.me === whose ? {} : { keyedBy: at.me }

/** The page of a person, for who asks: their own, or the one that the keeper reads. */
export const pageOf = (id: string, at: Pick<CommandContext, 'by'>): string =>
  at.by === 'keeper' ? `/habitants/${id}` : '/moi'
