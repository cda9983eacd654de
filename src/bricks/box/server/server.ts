import type { ServerPart } from '../../../web/served.ts'
import { clockRoute } from './clock-route.ts'
import { powerRoutes } from './power-routes.ts'
import { restoreRoutes } from './restore-routes.ts'
import { savesRoutes } from './saves-routes.ts'

export const server: ServerPart = (app, web, services) => {
  restoreRoutes(app, web, services)
  clockRoute(app, web, services)
  powerRoutes(app, web, services)
  savesRoutes(app, web, services)
}
