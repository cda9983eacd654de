import type { Hono } from 'hono'
import type { Local } from '../../src/files/local.ts'
import { allPages } from '../../src/web/all-pages.ts'
import type { PageSource } from '../../src/web/pages/kit.ts'

/**
 * Every address of a house that is read: each page and each route, with each of these records for
 * its parameters.
 */
export function addressesWith(
  { source, local, app }: Readonly<{ source: PageSource; local: Local; app: Hono }>,
  ids: readonly string[],
): readonly string[] {
  const filled = (path: string): readonly string[] =>
    path.includes(':') || path.includes('*')
      ? ids.map(id => path.replaceAll(/:type/g, 'offer').replaceAll(/:\w+(\{[^}]*\})?|\*/g, id))
      : [path]
  const pages = allPages({ source, local }).map(page => page.path)
  const routes = app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  return [...new Set([...pages, ...routes].flatMap(filled))]
}
