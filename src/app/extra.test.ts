import assert from 'node:assert/strict'
import {
  isKeepersWayIn,
  keeperForm,
  standingOf,
  uploadOf,
} from '../../tests/attack/keeper-forms.ts'
import { type Browser, HOST } from '../../tests/support/browser.ts'
import { tempFolder } from '../../tests/support/folders.ts'
import type { OpenEngine } from '../../tests/support/open-engine.ts'
import { testOnce as test, testAll } from '../../tests/support/pass.ts'
import { servicesOf } from '../../tests/support/services.ts'
import { PASSPHRASE, testBox } from '../../tests/support/test-box.ts'
import { kept } from '../files/local.ts'
import { type ServedBrick, type Services, served } from '../web/served.ts'
import type { Server } from '../web/server-parts.ts'
import { newCodeSheet } from '../web/session/code-sheet.ts'
import { CODE_SHEET } from '../web/session/keeper.ts'
import { OPEN } from '../web/session/opening.ts'
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

/** Services that are all there, do nothing, and note that they were asked. */
function spied(engine: OpenEngine, folder: string, asked: string[]): Services {
  const none = servicesOf(engine)
  const noting =
    <T>(name: string, answer: T) =>
    (): T => {
      asked.push(name)
      return answer
    }
  const failing = (name: string) => async (): Promise<never> => {
    asked.push(name)
    throw new Error(`${name} was asked`)
  }
  return {
    ...none,
    folder,
    deliver: failing('deliver'),
    meet: failing('meet'),
    hand: { ask: failing('hand.ask'), note: noting('hand.note', false) },
    opening: { ...none.opening, begin: noting('opening.begin', false) },
    typesetter: { ...none.typesetter, set: failing('typesetter.set') },
    saves: { ...none.saves, begin: noting('saves.begin', true) },
    putBack: noting('putBack', false),
  }
}

/** Forms of server parts that anybody may send: what comes in has its own tests. */
const ANYBODYS: ReadonlySet<string> = new Set(['/nouvelles/apporter', '/fichiers/apporter'])
/**
 * Forms that show no way in when they refuse: this page is open already, and after a sign-in a
 * secret is not there to be printed.
 */
const NO_WAY_IN: ReadonlyMap<string, number> = new Map([
  [OPEN, 409],
  ['/tenir/codes/imprimer', 403],
  ['/carte-habitant/imprimer', 403],
])

test(
  'each form of a server part that is the keeper’s refuses everybody else, and does nothing for ' +
    'them',
  async () => {
    let posts: readonly string[] = []
    const asked: string[] = []
    const [folder, key] = [tempFolder(), tempFolder()]
    using box = testBox({
      routes: (app, server, engine) => {
        const had = app.routes.length
        extraRoutes(app, server, spied(engine, folder, asked))
        posts = app.routes
          .slice(had)
          .filter(({ method }) => method === 'POST')
          .map(({ path }) => path)
      },
    })
    const odile = box.welcome({ name: 'Odile' })
    const relay = { name: 'Odile', where: 'au bar', when: 'le mardi', yes: '1' }
    await box.keeper.post(`/habitants/${odile}/relais`, relay)
    const people = [box.visitor(), await box.member('Nadia'), await box.memberOf(odile)]
    newCodeSheet(box.local)
    const [code = ''] = kept(box.local, 'sheet')?.split('\n') ?? []
    const form = keeperForm({ passphrase: PASSPHRASE, code, key, ms: String(box.now()) })
    const upload = async (person: Browser, path: string) => {
      const { headers, ...sent } = uploadOf(form, person, `http://${HOST}`)
      const here = { incoming: { socket: { remoteAddress: '127.0.0.1' }, headers: {} } }
      const init = { ...sent, headers: { ...headers, host: HOST } }
      const answer = await box.app.request(`http://${HOST}${path}`, init, here)
      return { status: answer.status, body: await answer.text() }
    }
    const standing = (): unknown =>
      standingOf(
        sql => box.log.sql.all(sql),
        sql => box.local.sql.all(sql),
        [folder, key],
      )
    const had = standing()
    for (const path of posts.filter(one => !ANYBODYS.has(one))) {
      const answers = [await upload(people.at(-1)!, path)]
      for (const person of people) answers.push(await person.post(path, form))
      for (const { status, body } of answers) {
        const refused = NO_WAY_IN.get(path)
        assert.ok(
          refused === undefined ? isKeepersWayIn(status, body) : status === refused,
          `${path} does not refuse: ${status}`,
        )
      }
      assert.deepEqual([standing(), asked], [had, []], `${path} does something`)
    }
    assert.ok(posts.length > 10)
    // The same form is the keeper’s to send: what it says is right.
    await box.keeper.post('/borne/sauvegardes/emporter', form)
    assert.deepEqual(asked, ['saves.begin'])
    assert.notDeepEqual(standing(), had)
  },
)

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
