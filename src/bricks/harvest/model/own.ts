/**
 * Of every command of the review: it writes pieces of any type, and its form asks by itself about
 * whom it would name.
 */
export const OF_ITS_OWN = { guardsItself: true, writesAny: true } as const
