import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { filesRoutes } from '../data/files-out.ts'
import { tableRoutes } from '../data/table-in.ts'
import { dataRoutes } from '../data/table-out.ts'
import { atelierRoutes } from '../dev/atelier.ts'
import { ownBox } from '../log/log.ts'
import type { Statements } from '../log/sqlite.ts'
import { receivedPhotoRoute } from '../web/post/received-photo.ts'
import { printRoutes } from '../web/print/print-routes.ts'
import { brickRoutes, type Services } from '../web/served.ts'
import type { Server } from '../web/server-parts.ts'
import { codeSheetRoutes } from '../web/session/code-sheet.ts'
import { ticketPhotoRoute } from '../web/session/ticket-photo.ts'
import { setupRoutes } from './opening/setup.ts'

/** Routes that need more than the tables: the first opening, files, addresses, the box's health. */
export function extraRoutes(app: Hono, server: Server, services: Services): void {
  healthRoute(app, server, services)
  setupRoutes(app, server, services)
  codeSheetRoutes(app, server, services)
  tableRoutes(app, server, services)
  dataRoutes(app, server, services.tables)
  filesRoutes(app, server, services)
  ticketPhotoRoute(app, server, services)
  receivedPhotoRoute(app, server, services)
  printRoutes(app, server, services)
  brickRoutes(app, server, services)
  atelierRoutes(app, server, services)
}

/** Another at each start: whoever watches knows that this one did not fall meanwhile. */
const RUN = randomBytes(8).toString('hex')

/** Units   bytes, and how many pages and pieces of pages they are. */
const keptOf = ({ source: { kept } }: Server): Readonly<{ bytes: number; pieces: number }> => ({
  bytes: kept?.size ?? 0,
  pieces: kept?.count ?? 0,
})

/**
 * `/sante`: counts of the commons only; this machine itself is also told how many turns wait, which
 * start this is, and what is kept in memory of pages.
 */
function healthRoute(app: Hono, server: Server, services: Services): void {
  app.get('/sante', c => {
    const visit = server.visit(c)
    const one = (sql: Statements, text: string) => Number(sql.get(text)?.['n'] ?? 0)
    const health = {
      box: ownBox({ sql: services.logSql }),
      version: server.version,
      records: one(services.tables, 'SELECT count(*) AS n FROM doc'),
      entries: one(
        services.logSql,
        "SELECT coalesce(sum(last), 0) AS n FROM feed WHERE name LIKE '%.commons'",
      ),
      ...(visit.here ? { turnsWaiting: server.waiting(), run: RUN, kept: keptOf(server) } : {}),
    }
    return c.json(health, 200, { 'cache-control': 'no-store' })
  })
}
