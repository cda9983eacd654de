import { drawnCode } from '../../src/app/opening/first-run.ts'
import { machineClock } from '../../src/files/clock.ts'
import type { Services } from '../../src/web/served.ts'
import { openingWith } from '../../src/web/session/opening.ts'
import type { OpenEngine } from './open-engine.ts'

const never = (): Promise<never> => Promise.reject(new Error('nobody asks here'))

/** What the routes of `app/` are given where a test asks none of their long work. */
export function servicesOf(engine: OpenEngine): Services {
  return {
    hand: undefined,
    folder: '/nowhere',
    bricksAt: new URL('../../src/app/bricks.ts', import.meta.url),
    allowLocal: false,
    deliver: never,
    opening: openingWith(drawnCode()),
    typesetter: { set: never, isBusy: () => false, close: async () => undefined },
    saves: { last: () => undefined, begin: () => false },
    putBack: () => false,
    putBackSaid: undefined,
    logSql: engine.log.sql,
    tables: engine.tables.sql,
    clock: machineClock(),
    meet: never,
  }
}
