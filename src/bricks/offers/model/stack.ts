/** Slips that were printed: those of notices, and those of rides. */
export type Stack = 'annonces' | 'trajets'
export const stackAsked = (text: string): Stack | undefined =>
  text === 'annonces' || text === 'trajets' ? text : undefined
/**
 * What stays the same from one slip of a stack to the next: who keys, the day of the slips, the
 * village.
 */
export const SAME = ['papier', 'saisi', 'jour', 'commune'] as const
/** The list of what hangs on the board and is on no page. */
export const HERE = '/annonces/ici'
