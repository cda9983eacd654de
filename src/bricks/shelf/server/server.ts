import type { ServerPart } from '../../../web/served.ts'
import { heavyInRoutes } from './intake.ts'
import { heavyKeyRoutes } from './key.ts'
import { heavyOutRoutes } from './outlet.ts'

export const server: ServerPart = (app, web, services) => {
  heavyInRoutes(app, web, services)
  heavyOutRoutes(app, web, services)
  heavyKeyRoutes(app, web, services)
}
