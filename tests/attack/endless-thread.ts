import { threadId } from 'node:worker_threads'

/** A reading that never ends, as some page of notes might make one. */
export const forEver = threadId
for (;;) Math.sqrt(forEver)
