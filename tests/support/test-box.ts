import assert from 'node:assert/strict'
import type { Hono } from 'hono'
import { bricks } from '../../src/app/bricks.ts'
import type { Input } from '../../src/core/form/input.ts'
import { runBatch } from '../../src/engine/turn.ts'
import { keep, type Local, openLocal } from '../../src/files/local.ts'
import { createWebServer } from '../../src/web/server.ts'
import type { Server } from '../../src/web/server-parts.ts'
import { hashedPassphrase, hashLightly } from '../../src/web/session/keeper.ts'
import { type Answer, type Browser, browserAt, type Client, HOST, type Where } from './browser.ts'
import type { OpenEngine } from './open-engine.ts'
import { type Opening, type TestEngine, testEngine } from './test-engine.ts'

/**
 * A whole box in memory, for one test: a real log and tables in SQLite, the real server asked in
 * this process; the test gives the clock and chance.
 *
 *     test('everybody reads the notice of a member', async () => {
 *       using box = testBox() const nadia = await box.member('Nadia') await
 *       nadia.send('/annonces/proposer', { title: 'prête une scie', reachBy: 'word', accord:
 *       'voisins' }) assert.match((await box.visitor().get('/annonces')).text, /Nadia prête une
 *       scie/) assert.deepEqual(box.faults, [])
 *     })
 *
 * A brick alone, or what needs no HTTP, opens by `testEngine` (`test-engine.ts`): a test box has
 * all of it.
 */
export type TestBox = TestEngine &
  Readonly<{
    local: Local
    app: Hono
    /** Another server of this box, over that source. */
    appOver: (source: TestEngine['source']) => Hono
    /** Faults of ours, as the machine's own lines would say them. */
    faults: readonly unknown[]
    /** The keeper at the box itself, who comes at their first request. */
    keeper: Browser
    /** Another browser of the keeper, signed in now. */
    keeperAt: (where: Where) => Promise<Browser>
    /** Welcomes somebody, who holds a card and comes. */
    member: (who: string | Input, where?: Where) => Promise<Member>
    /** Somebody who was welcomed comes with their card. */
    memberOf: (id: string, where?: Where) => Promise<Member>
    /** Whoever holds this card comes. */
    withCard: (card: Card, where?: Where) => Promise<Browser>
    /** The card of somebody, made once. */
    card: (id: string) => Promise<Card>
    visitor: (where?: Where) => Browser
    /** Somebody posts from that page, a second later, what must be done. */
    doneBy: (who: Client, path: string, fields?: Parameters<Client['post']>[1]) => Promise<Answer>
    /** The same; the address to which it leads, without what is asked of it. */
    leadsTo: (...of: Parameters<TestBox['doneBy']>) => Promise<string>
    /** Somebody who was welcomed, and has no card yet: their id. */
    welcome: (input: Input) => string
    /** Says where this box is, and who keeps its page. */
    territory: (more?: Readonly<Record<string, string | readonly string[]>>) => string
  }>
export type Member = Browser & Readonly<{ id: string }>
/** What the paper of a card says. */
export type Card = Readonly<{ number: string; words: string }>
/** `routes`: those of `app/`, where a test is about them. */
type Box = Partial<Opening> &
  Readonly<{ routes?: (app: Hono, server: Server, engine: OpenEngine) => void }>

export const PASSPHRASE = 'quatre chaises au soleil'
/** Hashing is slow by design: not for cards and phrases that a test made. */
hashLightly()
const HASHED = await hashedPassphrase(PASSPHRASE)

export function testBox({ routes, ...opening }: Box = {}): TestBox {
  const faults: unknown[] = []
  const report = (error: unknown): string => {
    faults.push(error)
    return 'repère'
  }
  const base = testEngine({ bricks, report, ...opening })
  const { engine, done } = base
  const local = openLocal(':memory:')
  keep(local, 'passphrase', HASHED)
  const appOver: TestBox['appOver'] = source =>
    createWebServer({
      source: { ...source, secret: local.secret },
      local,
      turn: asked => Promise.resolve(runBatch(engine, [asked], base)[0]!),
      waiting: () => 0,
      hosts: () => new Set([HOST, 'localhost', '127.0.0.1']),
      tlsPort: () => 8443,
      port: () => 8080,
      version: '',
      report,
      look: { look: '/look.css' },
      ...(routes ? { extra: (app, server) => routes(app, server, engine) } : {}),
    })
  const app = appOver(base.source)
  const doneBy: TestBox['doneBy'] = async (who, path, fields) => {
    base.later(1_000)
    const answer = await who.post(path, { from: path, ...fields })
    assert.equal(answer.status, 303, `${path}: ${answer.text}`)
    return answer
  }
  const welcome = (input: Input): string =>
    (done('members.welcome', { how: 'word', ...input }).next ?? '').split('/').at(-1)!
  return {
    ...base,
    ...{ local, app, appOver, faults, welcome },
    ...peopleOf(app, welcome),
    doneBy,
    leadsTo: async (...of) => (await doneBy(...of)).location.split('?')[0]!,
    territory: more =>
      base.bring('territory', {
        name: 'Sail',
        village: '42195',
        communes: ['42195'],
        keptBy: 'Anaïs, au local',
        reach: 'au local',
        ...more,
      }),
    [Symbol.dispose]: () => {
      local.db.close()
      base[Symbol.dispose]()
    },
  }
}

type People = Pick<
  TestBox,
  'keeper' | 'keeperAt' | 'member' | 'memberOf' | 'withCard' | 'card' | 'visitor'
>
function peopleOf(app: Hono, welcome: TestBox['welcome']): People {
  const keeper = browserAt(app, 'here', self => signIn(self, 'keeper'))
  const come = async (as: Card | 'keeper', where: Where = 'here'): Promise<Browser> => {
    const browser = browserAt(app, where)
    await signIn(browser, as)
    return browser
  }
  const cards = new Map<string, Promise<Card>>()
  const card = (id: string): Promise<Card> => {
    const made = cards.get(id) ?? cardOf(keeper, id)
    cards.set(id, made)
    return made
  }
  const memberOf: TestBox['memberOf'] = async (id, where) => ({
    id,
    ...(await come(await card(id), where)),
  })
  const member: TestBox['member'] = (who, where) =>
    memberOf(welcome(typeof who === 'string' ? { name: who } : who), where)
  return {
    keeper,
    keeperAt: where => come('keeper', where),
    member,
    memberOf,
    withCard: come,
    card,
    visitor: (where = 'here') => browserAt(app, where),
  }
}

/** The card that the keeper makes, as its paper reads. */
export async function cardOf(keeper: Client, member: string): Promise<Card> {
  const { body } = await keeper.post('/carte-habitant', { member })
  const words = /class="words"><b>([^<]+)</.exec(body)?.[1] ?? ''
  const number = (/Numéro <b>([^<]+)</.exec(body)?.[1] ?? '').replace(/\D/g, '')
  return { number, words }
}

/** The keeper comes with their passphrase, a member with their card. */
export async function signIn(who: Client, as: Card | 'keeper'): Promise<void> {
  const { status } = await (as === 'keeper'
    ? who.post('/entrer', { passphrase: PASSPHRASE })
    : who.post('/entrer/carte', { number: as.number, words: as.words }))
  if (status !== 303) throw new Error(`nobody signs in: ${status}`)
}
