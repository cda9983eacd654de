import type { Hono } from 'hono'
import { bricks } from '../../app/bricks.ts'
import { tableRoutes } from '../../data/table-in.ts'
import { dataRoutes } from '../../data/table-out.ts'
import { openEngine } from '../../engine/house.ts'
import { newBox } from '../../log/box.ts'
import { lookOf } from '../../web/public.ts'
import { brickRoutes, type Services } from '../../web/served.ts'
import { createWeb } from '../../web/server.ts'
import type { Web } from '../../web/web.ts'
import { atelierWords } from './words.ts'

/** The same house in which nobody has written anything, with the same visits: it takes no turn. */
export function emptyHouse(web: Web, roof: Services): Hono {
  const engine = openEngine(bricks, newBox())
  const source = { ...web.source, types: engine.types, read: engine.read, log: engine.log }
  return createWeb({
    source,
    local: web.local,
    turn: asked =>
      Promise.resolve({
        done: false,
        refused: { worded: atelierWords(asked.lang).emptyHouse },
      }),
    waiting: () => 0,
    hosts: web.hosts,
    tlsPort: web.tlsPort,
    port: web.port,
    version: web.version,
    report: web.report,
    look: lookOf(),
    extra: (app, own) => {
      tableRoutes(app, own, roof)
      dataRoutes(app, own, engine.tables.sql)
      brickRoutes(app, own, roof)
    },
  })
}
