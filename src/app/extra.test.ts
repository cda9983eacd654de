import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestBox, testBox } from '../../tests/support/test-box.ts'
import { machineClock } from '../files/clock.ts'
import { type ServedBrick, type Services, served } from '../web/served.ts'
import { openingWith } from '../web/session/opening.ts'
import type { Web } from '../web/web.ts'
import { bricks } from './bricks.ts'
import { extraRoutes } from './extra.ts'
import { drawnCode } from './first-run.ts'

const never = (): Promise<never> => Promise.reject(new Error('nobody asks here'))
function services(house: TestBox['engine']): Services {
  return {
    hand: undefined,
    folder: '/nowhere',
    bricksAt: new URL('./bricks.ts', import.meta.url),
    allowLocal: false,
    deliver: never,
    certificate: undefined,
    opening: openingWith(drawnCode()),
    setter: { set: never, isBusy: () => false, close: async () => undefined },
    saves: { last: () => undefined, begin: () => false },
    putBack: () => false,
    putBackSaid: undefined,
    logSql: house.log.sql,
    tables: house.tables.sql,
    clock: machineClock(),
    meet: never,
  }
}
/** A house with these bricks beside its own. */
const withMore = (web: Web, more: readonly ServedBrick[]): Web => ({
  ...web,
  site: { ...web.site, bricks: [...web.site.bricks, ...more] },
})

test('a brick answers at the addresses of its server part, and no more once it is taken out', async () => {
  const shed = served(
    { ...bricks[0]!, name: 'shed' },
    {
      server: (app, _web, { folder }) => app.get('/remise', c => c.text(folder)),
      copy: app => app.get('/remise.txt', c => c.text('une remise')),
    },
  )
  for (const isThere of [true, false]) {
    using box = testBox({
      routes: (app, web, house) =>
        extraRoutes(app, isThere ? withMore(web, [shed]) : web, services(house)),
    })
    const ask = async (path: string) => {
      const { status, body } = await box.visitor().get(path)
      return status === 200 ? body : status
    }
    // A page that nobody has opened leads to its opening.
    box.local.sql.run('INSERT OR REPLACE INTO kept VALUES (?, ?)', 'passphrase', 'x')
    assert.deepEqual(
      [await ask('/remise'), await ask('/remise.txt')],
      isThere ? ['/nowhere', 'une remise'] : [404, 404],
    )
  }
})

test('no two server parts answer at one address', () => {
  let each: readonly string[] = []
  using _ = testBox({
    routes: (app, web, house) => {
      extraRoutes(app, web, services(house))
      each = app.routes
        .filter(({ method }) => method !== 'ALL')
        .map(({ method, path }) => `${method} ${path.replace(/:\w+(?:\{[^}]*\})?\??/g, ':')}`)
    },
  })
  assert.ok(each.length > 30)
  assert.deepEqual(
    each.filter((one, at) => each.indexOf(one) !== at),
    [],
  )
})
