import type { ServerPart } from '../../../web/served.ts'
import { keyRoutes } from './key-routes.ts'
import { meetingRoutes } from './meeting-route.ts'
import { newsRoutes } from './news-routes.ts'

/** Files of news by a telephone, meetings, and a key. */
export const server: ServerPart = (app, server, services) => {
  newsRoutes(app, server, services)
  meetingRoutes(app, server, services)
  keyRoutes(app, server, services)
}
