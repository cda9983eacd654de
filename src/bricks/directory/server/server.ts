import type { ServerPart } from '../../../web/served.ts'
import { communesRoutes } from './communes-routes.ts'
import { geographyRoutes } from './geography-in.ts'

export const server: ServerPart = (app, server, services) => {
  geographyRoutes(app, server, services)
  communesRoutes(app, server, services)
}
