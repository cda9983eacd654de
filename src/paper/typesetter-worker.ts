import { memoryUsage } from 'node:process'
import { NotSet } from './not-set.ts'
import { setPaper } from './typeset.ts'
import type { FromTypesetter, ToTypesetter } from './typesetter-client.ts'

/** The process that `typesetter-client.ts` starts: one print after the other. */
process.on('message', message => {
  const { n, paper, pictures } = message as ToTypesetter
  const held = new Map(pictures)
  const tell = (made: Set | Fault): void => {
    process.send?.({ n, rss: memoryUsage.rss(), ...made } satisfies FromTypesetter)
  }
  try {
    tell({ set: setPaper(paper, hash => held.get(hash)) })
  } catch (error) {
    tell({
      fault: error instanceof NotSet ? error.message : String((error as Error).stack ?? error),
      isNotSet: error instanceof NotSet,
    })
  }
})
type Set = Readonly<{ set: ReturnType<typeof setPaper> }>
type Fault = Readonly<{ fault: string; isNotSet: boolean }>
