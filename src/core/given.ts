/**
 * What comes with the program (the opening themes, the communes of France) has one id on every box,
 * so that boxes which were opened apart speak of one thing.
 */

/**
 * Sixteen digits that follow are drawn from a hash, not from chance; the time is 1970, so that the
 * id sorts below all that boxes draw.
 */
const FIRST = '0'.repeat(10)

/**
 * What such an id is the hash of; the caller hashes (projection/given.ts). `kind`: the record
 * type's name.
 */
export const givenSource = (kind: string, key: string): string => JSON.stringify([kind, key])

/** True of an id that no box drew: its record came with the program. */
export const isGiven = (id: string): boolean => id.startsWith(FIRST)
