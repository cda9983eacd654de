import { extraRoutes } from '../src/app/extra.ts'
import { allPages } from '../src/web/all-pages.ts'
import { WELCOME } from '../src/web/captive/captive.ts'
import type { ServedBrick } from '../src/web/served.ts'
import { servicesOf } from '../tests/support/services.ts'
import { testBox } from '../tests/support/test-box.ts'

/** An address that the program answers. `brick` is absent where the house itself answers. */
export type Taken = Readonly<{ path: string; brick?: string }>

/** Every address of the program, from the routes and pages that a whole box has. */
export function takenAddresses(): readonly Taken[] {
  const ofBricks: Taken[] = []
  using box = testBox({
    routes: (app, web, engine) => {
      const services = servicesOf(engine)
      const bricks: readonly ServedBrick[] = web.source.bricks
      for (const { name: brick, copy, server } of bricks) {
        const had = app.routes.length
        copy?.(app, web)
        server?.(app, web, services)
        ofBricks.push(...app.routes.slice(had).map(({ path }) => ({ path, brick })))
      }
      extraRoutes(app, web, services)
    },
  })
  const declared = box.source.bricks.flatMap(({ name: brick, pages, commands, records }) =>
    [...pages, ...commands, ...records].flatMap(({ path }) => (path ? [{ path, brick }] : [])),
  )
  const pages = allPages({ source: box.source, local: box.local })
  const all = [...declared, ...ofBricks, ...[...box.app.routes, ...pages].map(({ path }) => path)]
  const ofHouse = [WELCOME, '/atelier', '/fonts'].map(path => ({ path }))
  return [...all.map(one => (typeof one === 'string' ? { path: one } : one)), ...ofHouse]
}

const firstPart = (path: string): string => path.split('/')[1] ?? ''

/** Who has an address: the first of these that begins with the same part. */
export const holderOf = (path: string, taken: readonly Taken[]): Taken | undefined =>
  taken.find(one => firstPart(one.path) === firstPart(path))
