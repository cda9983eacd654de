import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { filesRoutes } from '../data/files-out.ts'
import { tableRoutes } from '../data/table-in.ts'
import { dataRoutes } from '../data/table-out.ts'
import { atelierRoutes } from '../dev/atelier.ts'
import { ownBox } from '../log/log.ts'
import type { Statements } from '../log/sqlite.ts'
import { printRoutes } from '../web/print/print-routes.ts'
import { brickRoutes, type Services } from '../web/served.ts'
import { codeSheetRoutes } from '../web/session/code-sheet.ts'
import type { Web } from '../web/web.ts'
import { setupRoutes } from './setup.ts'

/** Routes that need more than the tables: the first opening, files, addresses, the box's health. */
export function extraRoutes(app: Hono, web: Web, roof: Services): void {
  healthRoute(app, web, roof)
  setupRoutes(app, web, roof)
  codeSheetRoutes(app, web, roof)
  tableRoutes(app, web, roof)
  dataRoutes(app, web, roof.tables)
  filesRoutes(app, web, roof)
  printRoutes(app, web, roof)
  brickRoutes(app, web, roof)
  atelierRoutes(app, web, roof)
}

/** Another at each start: whoever watches knows that this one did not fall meanwhile. */
const RUN = randomBytes(8).toString('hex')

/**
 * `/sante`: counts of the commons only; this machine itself is also told how many turns wait, and
 * which start this is.
 */
function healthRoute(app: Hono, web: Web, roof: Services): void {
  app.get('/sante', c => {
    const visit = web.visit(c)
    const one = (sql: Statements, text: string) => Number(sql.get(text)?.['n'] ?? 0)
    const health = {
      box: ownBox({ sql: roof.logSql }),
      version: web.version,
      records: one(roof.tables, 'SELECT count(*) AS n FROM doc'),
      entries: one(
        roof.logSql,
        "SELECT coalesce(sum(last), 0) AS n FROM feed WHERE name LIKE '%.commons'",
      ),
      ...(visit.here ? { turnsWaiting: web.waiting(), run: RUN } : {}),
    }
    return c.json(health, 200, { 'cache-control': 'no-store' })
  })
}
