import type { ServerPart } from '../../../web/served.ts'
import { heavyInRoutes } from './intake.ts'
import { heavyKeyRoutes } from './key.ts'
import { heavyOutRoutes } from './outlet.ts'

export const server: ServerPart = (app, server, services) => {
  heavyInRoutes(app, server, services)
  heavyOutRoutes(app, server, services)
  heavyKeyRoutes(app, server, services)
}
