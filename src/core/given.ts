/**
 * The *given* ids: computed from a name, not drawn. The records that come with the program (the
 * first themes, the communes of France) have one, and so have the joins of their doubles. Every box
 * computes the same, so boxes that started apart speak of one thing.
 */

/**
 * An id begins with ten digits of time. Ten zeros are 1970, so a given id sorts below all drawn
 * ones. Sixteen digits of a hash follow.
 */
const GIVEN_PREFIX = '0'.repeat(10)

/**
 * The text whose hash gives the id. The caller hashes it (projection/given.ts). `kind`: the record
 * type’s name.
 */
export const givenSource = (kind: string, key: string): string => JSON.stringify([kind, key])

/** Whether an id was computed, not drawn. */
export const isGiven = (id: string): boolean => id.startsWith(GIVEN_PREFIX)
