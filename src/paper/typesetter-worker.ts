import { parentPort } from 'node:worker_threads'
import { NotSet } from './not-set.ts'
import { setPaper } from './typeset.ts'
import type { FromSetter, ToSetter } from './typesetter-client.ts'

/** The thread that `setter.ts` starts: one print after the other. */
const tell = (message: FromSetter): void => parentPort?.postMessage(message)
parentPort?.on('message', ({ n, paper, pictures }: ToSetter) => {
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
