import { parentPort } from 'node:worker_threads'
import { NotSet } from './not-set.ts'
import { setPaper } from './typeset.ts'
import type { FromTypesetter, ToTypesetter } from './typesetter-client.ts'

/** The thread that `typesetter-client.ts` starts: one print after the other. */
const tell = (message: FromTypesetter): void => parentPort?.postMessage(message)
parentPort?.on('message', ({ n, paper, pictures }: ToTypesetter) => {
  const held = new Map(pictures)
  try {
    tell({ n, set: setPaper(paper, hash => held.get(hash)) })
  } catch (error) {
    tell({
      n,
      fault: error instanceof NotSet ? error.message : String((error as Error).stack ?? error),
      isNotSet: error instanceof NotSet,
    })
  }
})
