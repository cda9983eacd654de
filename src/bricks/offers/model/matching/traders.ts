import type { SpokenNotice } from './spoken.ts'

/** A person's offer and what the same person looks for. */
export type Trader<T extends SpokenNotice = SpokenNotice> = Readonly<{ offer: T; need: T }>
/** Each one's offer answers the next one's need, the last one's the first one's. */
export type Loop<T extends SpokenNotice = SpokenNotice> = readonly [Trader<T>, Trader<T>, Trader<T>]
