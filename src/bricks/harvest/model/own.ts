import type { Draft } from '../../../contract/decision.ts'

/**
 * Of every command of the review: it writes pieces of any type, and its form asks by itself about
 * whom it would name.
 */
export const OF_ITS_OWN = { guardsItself: true, writesAny: true } as const

/** One write a record, the later values over the earlier. */
export const joined = (all: readonly Draft[]): readonly Draft[] =>
  [...Map.groupBy(all, one => `${one.type} ${one.record}`).values()].map(some => ({
    ...some[0]!,
    fields: Object.assign({}, ...some.map(one => one.fields)),
  }))
