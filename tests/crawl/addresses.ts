import { bricks } from '../../src/app/bricks.ts'
import { allPages } from '../../src/web/all-pages.ts'
import { testBox } from '../support/test-box.ts'

/** Pages that are given to the server as it opens. */
const REVIEWED = ['/cueillette/:id', '/cueillette/:id/accord', '/cueillette/piece/:id']

/**
 * Every page by its address, `/annonces/:id`, and every print. The server itself tells the routes
 * that no brick names.
 */
export function pagesHere(): readonly string[] {
  const paths: string[] = []
  using _box = testBox({
    routes: (_app, { source, local }) =>
      paths.push(...allPages({ source, local }).map(page => page.path)),
  })
  const prints = bricks.flatMap(brick => brick.prints ?? [])
  return [
    ...new Set([
      ...REVIEWED,
      ...paths,
      ...prints.map(({ kind, ofOne }) => `/imprimer/${kind}${ofOne ? '/:id' : ''}`),
    ]),
  ].sort()
}
