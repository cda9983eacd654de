import type { Spoken } from './spoken.ts'

/** A person's offer and what the same person looks for. */
export type Trader<T extends Spoken = Spoken> = Readonly<{ offer: T; need: T }>
/** Each one's offer answers the next one's need, the last one's the first one's. */
export type Loop<T extends Spoken = Spoken> = readonly [Trader<T>, Trader<T>, Trader<T>]
