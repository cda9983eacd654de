import type { ServerPart } from '../../../web/served.ts'
import { clockRoute } from './clock-route.ts'
import { powerRoutes } from './power-routes.ts'
import { restoreRoutes } from './restore-routes.ts'
import { savesRoutes } from './saves-routes.ts'

export const server: ServerPart = (app, server, services) => {
  restoreRoutes(app, server, services)
  clockRoute(app, server, services)
  powerRoutes(app, server, services)
  savesRoutes(app, server, services)
}
