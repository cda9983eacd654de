import type { Hono } from 'hono'
import { bricks } from '../../app/bricks.ts'
import { tableRoutes } from '../../data/table-in.ts'
import { dataRoutes } from '../../data/table-out.ts'
import { openEngine } from '../../engine/engine.ts'
import { newBox } from '../../log/box.ts'
import { lookOf } from '../../web/public.ts'
import { brickRoutes, type Services } from '../../web/served.ts'
import { createWebServer } from '../../web/server.ts'
import type { Server } from '../../web/server-parts.ts'
import { atelierWords } from './words.ts'

/** The same house in which nobody has written anything, with the same visits: it takes no turn. */
export function emptyHouse(server: Server, services: Services): Hono {
  const engine = openEngine(bricks, newBox())
  const source = { ...server.source, types: engine.types, read: engine.read, log: engine.log }
  return createWebServer({
    source,
    local: server.local,
    turn: asked =>
      Promise.resolve({
        done: false,
        refused: { worded: atelierWords(asked.lang).emptyHouse },
      }),
    waiting: () => 0,
    hosts: server.hosts,
    tlsPort: server.tlsPort,
    port: server.port,
    version: server.version,
    report: server.report,
    look: lookOf(),
    extra: (app, own) => {
      tableRoutes(app, own, services)
      dataRoutes(app, own, engine.tables.sql)
      brickRoutes(app, own, services)
    },
  })
}
