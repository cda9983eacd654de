import assert from 'node:assert/strict'
import { tempFolder } from '../../tests/support/folders.ts'
import { testOnce as test, testAll } from '../../tests/support/pass.ts'
import { servicesOf } from '../../tests/support/services.ts'
import { PASSPHRASE, testBox } from '../../tests/support/test-box.ts'
import { type ServedBrick, served } from '../web/served.ts'
import type { Server } from '../web/server-parts.ts'
import { CODE_SHEET, newCodeSheet } from '../web/session/code-sheet.ts'
import { bricks } from './bricks.ts'
import { extraRoutes } from './extra.ts'

/** A house with these bricks beside its own. */
const withMore = (server: Server, more: readonly ServedBrick[]): Server => ({
  ...server,
  source: { ...server.source, bricks: [...server.source.bricks, ...more] },
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
      routes: (app, server, engine) =>
        extraRoutes(app, isThere ? withMore(server, [shed]) : server, servicesOf(engine)),
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
    routes: (app, server, engine) => {
      extraRoutes(app, server, servicesOf(engine))
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

/** What the forms of the servers' parts ask for. */
const FORM = {
  ...{ passphrase: PASSPHRASE, nouvelle: 'une autre phrase', code: 'CCCC-CCCC' },
  ...{ prive: '1', oui: '1', tout: '1', act: 'give', autre: '/nowhere', genre: 'offer' },
  ...{ adresse: '127.0.0.1:1', ms: '0', notes: '# Les idées', fichier: 'x' },
}

test('no form of a server part does anything for whoever is not the keeper', async () => {
  let posts: readonly string[] = []
  const folder = tempFolder()
  using box = testBox({
    routes: (app, server, engine) => {
      const had = app.routes.length
      extraRoutes(app, server, { ...servicesOf(engine), folder })
      posts = app.routes
        .slice(had)
        .filter(({ method }) => method === 'POST')
        .map(({ path }) => path.replace(/:\w+/g, 'x'))
    },
  })
  const odile = box.welcome({ name: 'Odile' })
  const asked = { name: 'Odile', where: 'au bar', when: 'le mardi', yes: '1' }
  await box.keeper.post(`/habitants/${odile}/relais`, asked)
  const people = [box.visitor(), await box.member('Nadia'), await box.memberOf(odile)]
  const standing = (): unknown => [
    box.log.sql.all('SELECT name, last FROM feed ORDER BY name'),
    box.local.sql.all("SELECT key, value FROM kept WHERE key IN ('passphrase', 'sheet')"),
    box.local.sql.all('SELECT hash, used FROM code ORDER BY hash'),
  ]
  const had = standing()
  assert.ok(posts.length > 10)
  for (const path of posts)
    for (const person of people) {
      const { status } = await person.post(path, FORM)
      assert.ok(status >= 300 && status < 500, `${path}: ${status}`)
      assert.deepEqual(standing(), had, path)
    }
  // The same form is the keeper's to send: what it says is right.
  await box.keeper.post('/borne/sauvegardes/codes', FORM)
  assert.notDeepEqual(standing(), had)
})

testAll('with any brick out, no link of the keeper’s first pages leads nowhere', async () => {
  const deadIn = async (some: typeof bricks): Promise<readonly string[]> => {
    using box = testBox({
      bricks: some,
      routes: (app, server, engine) => extraRoutes(app, server, servicesOf(engine)),
    })
    newCodeSheet(box.local)
    const links = new Set<string>()
    for (const page of ['/', '/tenir', CODE_SHEET])
      for (const [, to = ''] of (await box.keeper.get(page)).body.matchAll(/ href="(\/[^"#?]*)/g))
        links.add(to)
    assert.ok(links.size > 20)
    const dead: string[] = []
    for (const to of links) if ((await box.keeper.get(to)).status === 404) dead.push(to)
    return dead
  }
  // Of a page that nobody has named, and without style sheets.
  const always = await deadIn(bricks)
  for (const { name } of bricks) {
    const dead = await deadIn(bricks.filter(one => one.name !== name))
    assert.deepEqual(
      dead.filter(to => !always.includes(to)),
      [],
      `without ${name}`,
    )
  }
})
