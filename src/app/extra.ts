import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { calendarRoutes } from '../bricks/agenda/server/calendar.ts'
import { clockRoute } from '../bricks/box/server/clock-route.ts'
import { powerRoutes } from '../bricks/box/server/power-routes.ts'
import { restoreRoutes } from '../bricks/box/server/restore-routes.ts'
import { savesRoutes } from '../bricks/box/server/saves-routes.ts'
import { communesRoutes } from '../bricks/directory/server/communes-routes.ts'
import { geographyRoutes } from '../bricks/directory/server/geography-in.ts'
import { minutesRoutes } from '../bricks/meetings/server/minutes.ts'
import { cardPrintRoutes } from '../bricks/members/server/print-card.ts'
import { heavyInRoutes } from '../bricks/shelf/server/intake.ts'
import { heavyKeyRoutes } from '../bricks/shelf/server/key.ts'
import { heavyOutRoutes } from '../bricks/shelf/server/outlet.ts'
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
  restoreRoutes(app, web, roof)
  tableRoutes(app, web, roof)
  calendarRoutes(app, web)
  dataRoutes(app, web, roof.tables)
  minutesRoutes(app, web)
  filesRoutes(app, web, roof)
  heavyInRoutes(app, web, roof)
  heavyOutRoutes(app, web, roof)
  heavyKeyRoutes(app, web, roof)
  printRoutes(app, web, roof)
  cardPrintRoutes(app, web, roof)
  geographyRoutes(app, web)
  communesRoutes(app, web, roof)
  clockRoute(app, web, roof)
  powerRoutes(app, web, roof)
  savesRoutes(app, web, roof)
  brickRoutes(app, web, roof)
  atelierRoutes(app, web, roof)
}

/** Another at each start: whoever watches knows that this one did not fall meanwhile. */
const RUN = randomBytes(8).toString('hex')

/** `/sante`: counts of the commons only; this machine itself is also told how many turns wait, and which start this is. */
function healthRoute(app: Hono, web: Web, roof: Services): void {
  app.get('/sante', c => {
    const visit = web.visit(c)
    const one = (sql: Statements, text: string) => Number(sql.get(text)?.['n'] ?? 0)
    const health = {
      box: ownBox({ sql: roof.logSql }),
      version: web.version,
      records: one(roof.tables, 'SELECT count(*) AS n FROM doc'),
      entries: one(roof.logSql, "SELECT coalesce(sum(last), 0) AS n FROM feed WHERE name LIKE '%.commons'"),
      ...(visit.here ? { turnsWaiting: web.waiting(), run: RUN } : {}),
    }
    return c.json(health, 200, { 'cache-control': 'no-store' })
  })
}
