import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Hono } from 'hono'
import { openHouse } from '../../tests/support/open-house.ts'
import { bricks } from '../app/bricks.ts'
import { extraRoutes } from '../app/extra.ts'
import { drawnCode } from '../app/first-run.ts'
import { machineClock } from '../files/clock.ts'
import { openLocal } from '../files/local.ts'
import { newBox } from '../log/box.ts'
import { setterThread } from '../paper/typesetter-client.ts'
import { lookOf } from '../web/public.ts'
import type { Services } from '../web/served.ts'
import { createWeb } from '../web/server.ts'
import { openingWith } from '../web/session/opening.ts'

const kept = process.env['COCOTE_ATELIER']
after(() => {
  if (kept === undefined) delete process.env['COCOTE_ATELIER']
  else process.env['COCOTE_ATELIER'] = kept
})

function served(atelier: boolean): Hono {
  if (atelier) process.env['COCOTE_ATELIER'] = '1'
  else delete process.env['COCOTE_ATELIER']
  const house = openHouse(bricks, newBox())
  const local = openLocal(':memory:')
  local.sql.run('INSERT OR REPLACE INTO kept VALUES (?, ?)', 'passphrase', 'nobody signs in here')
  const clock = machineClock()
  const site = {
    bricks: house.bricks,
    types: house.types,
    read: house.read,
    log: house.log,
    secret: local.secret,
    now: clock.now,
    today: clock.today,
  }
  const roof: Services = {
    hand: undefined,
    folder: '/nowhere',
    bricksAt: new URL('../app/bricks.ts', import.meta.url),
    allowLocal: false,
    deliver: async () => ({ failed: 'nobody writes here' }),
    certificate: undefined,
    opening: openingWith(drawnCode()),
    setter: setterThread(),
    saves: { last: () => undefined, begin: () => false },
    putBack: () => false,
    putBackSaid: undefined,
    logSql: house.log.sql,
    tables: house.tables.sql,
    clock,
    meet: () => Promise.reject(new Error('nobody is met here')),
  }
  return createWeb({
    site,
    local,
    turn: () => Promise.reject(new Error('nobody writes here')),
    waiting: () => 0,
    hosts: () => new Set(['localhost']),
    tlsPort: () => undefined,
    port: () => undefined,
    version: '0',
    report: error => String(error),
    look: lookOf(),
    extra: (app, web) => extraRoutes(app, web, roof),
  })
}
const get = (app: Hono, path: string) =>
  app.request(
    path,
    { headers: { host: 'localhost', 'accept-language': 'fr' } },
    { incoming: { socket: {} } },
  )

test('there is no workshop where it was not asked for', async () => {
  const app = served(false)
  for (const path of [
    '/atelier',
    '/atelier/piece/liste',
    '/atelier/vide/',
    '/atelier/papier/',
    '/atelier/papier.css',
    '/atelier/cadre',
  ])
    assert.equal((await get(app, path)).status, 404, path)
})

test('every link of the workshop leads to a page, in a house where nobody has written anything', async () => {
  const app = served(true)
  const index = await (await get(app, '/atelier')).text()
  const links = [...index.matchAll(/href="(\/atelier\/[^"]+)"/g)].map(([, href = '']) => href)
  assert.ok(links.filter(href => href.startsWith('/atelier/piece/')).length >= 12)
  assert.ok(links.filter(href => href.startsWith('/atelier/vide/')).length > 20)
  for (const href of links) {
    const answer = await get(app, href)
    // A page of the keeper's stands there as its way in.
    const isWayIn =
      answer.status === 403 &&
      />(?:Entrer|La personne qui tient la page)</.test(await answer.text())
    const wanted = /\/erreur\/(\d+)/.exec(href)?.[1] ?? (isWayIn ? '403' : '200')
    assert.equal(String(answer.status), wanted, href)
  }
})

test('what is not in the workshop is not found there', async () => {
  const app = served(true)
  for (const path of [
    '/atelier/piece/__proto__',
    '/atelier/piece/constructor',
    '/atelier/erreur/200',
    '/atelier/vide/nulle-part',
  ])
    assert.equal((await get(app, path)).status, 404, path)
})
