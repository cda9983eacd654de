/**
 * The ids of records that come with the program (the first themes, the communes of France). Every
 * box gives them the same id, so that boxes that started apart speak of one thing.
 */

/**
 * Ten zeros, the time 1970, so that the id sorts below all drawn ones. Sixteen digits of a hash
 * follow.
 */
const FIRST = '0'.repeat(10)

/**
 * The text whose hash gives the id. The caller hashes it (projection/given.ts). `kind`: the record
 * type’s name.
 */
export const givenSource = (kind: string, key: string): string => JSON.stringify([kind, key])

/** Whether a record came with the program, by its id. */
export const isGiven = (id: string): boolean => id.startsWith(FIRST)
