import type { Hono } from 'hono'
import { bricks } from '../../src/app/bricks.ts'
import type { Input } from '../../src/core/form/input.ts'
import { idFrom } from '../../src/core/id.ts'
import type { Value } from '../../src/core/schema.ts'
import { openHouse } from '../../src/engine/house.ts'
import { type House, runBatch, type TurnAnswer } from '../../src/engine/turn.ts'
import { type Local, openLocal } from '../../src/files/local.ts'
import { newBox } from '../../src/log/box.ts'
import { createWeb } from '../../src/web/server.ts'
import { setPassphrase } from '../../src/web/session/keeper.ts'
import type { Web } from '../../src/web/web.ts'

/** A whole house in memory behind its door, asked as browsers ask it: who is where, with which cookies. */
export type Door = Readonly<{
  house: House
  local: Local
  app: Hono
  /** Moves the clock on. */
  later: (ms: number) => void
  now: () => number
  /** What the machine's own lines would say of faults of ours. */
  faults: readonly unknown[]
  person: (where?: Where) => Person
  /** Somebody who was welcomed. */
  welcome: (input: Input) => string
  bring: (type: string, fields: Readonly<Record<string, Value>>, space?: 'home') => string
  /** The keeper's own turn, past the door. */
  turn: (brick: string, command: string, input: Input) => TurnAnswer
}>
/** `wifi`: http, as anybody near may read it · `https` · `here`: this machine itself. */
export type Where = 'wifi' | 'https' | 'here'
export type Answer = Readonly<{ status: number; body: string; said: string; location: string; headers: Headers }>
export type Person = Readonly<{
  get: (path: string) => Promise<Answer>
  post: (path: string, input: Readonly<Record<string, string | readonly string[]>>, headers?: Record<string, string>) => Promise<Answer>
  cookies: Map<string, string>
}>

export const PASSPHRASE = 'quatre chaises au soleil'
const HOST = 'borne.local'
const NOON = Date.UTC(2026, 11, 5, 11)
let addresses = 10

/** `extra`: routes of the roof, where a test is about them. */
export async function openDoor(extra?: (app: Hono, web: Web, house: House) => void): Promise<Door> {
  const faults: unknown[] = []
  const report = (error: unknown): string => {
    faults.push(error)
    return 'repère'
  }
  const house = openHouse(bricks, newBox(), undefined, { report })
  const local = openLocal(':memory:')
  await setPassphrase(local, PASSPHRASE)
  let at = NOON
  const now = () => at
  const today = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  const site = { ...house, secret: local.secret, now, today }
  const app = createWeb({
    site,
    local,
    turn: asked => Promise.resolve(runBatch(house, [asked], { now, sure: true, today })[0]!),
    waiting: () => 0,
    hosts: () => new Set([HOST, 'localhost', '127.0.0.1']),
    tlsPort: () => 8443,
    port: () => 8080,
    version: '',
    report,
    look: { look: '/look.css' },
    ...(extra ? { extra: (app, web) => extra(app, web, house) } : {}),
  })
  let drawn = 0
  const newId = () =>
    idFrom(
      at,
      Uint8Array.from({ length: 10 }, (_, i) => (i === 9 ? drawn++ % 256 : drawn >> 8)),
    )
  const turn = (brick: string, command: string, input: Input): TurnAnswer =>
    runBatch(house, [{ brick, command, input, by: 'keeper', id: newId(), lang: 'fr' }], { now, sure: true, today })[0]!
  return {
    house,
    local,
    app,
    now,
    later: ms => void (at += ms),
    faults,
    turn,
    person: where => personAt(app, where ?? 'here'),
    welcome: input => {
      const answer = turn('members', 'welcome', { how: 'word', ...input })
      if (!answer.done) throw new Error(JSON.stringify(answer))
      return (answer.next ?? '').split('/').at(-1)!
    },
    bring: (type, fields, space) => {
      const id = newId()
      const answer = turn('plain', 'bring', { records: JSON.stringify([{ type, id, fields, ...(space ? { space } : {}) }]) })
      if (!answer.done) throw new Error(JSON.stringify(answer))
      return id
    },
  }
}

/** A browser that keeps its cookies. */
function personAt(app: Hono, where: Where): Person {
  const cookies = new Map<string, string>()
  const scheme = where === 'https' ? 'https' : 'http'
  const address = where === 'here' ? '127.0.0.1' : `192.168.4.${addresses++ % 200}`
  const env = { incoming: { socket: { remoteAddress: address, encrypted: where === 'https' }, headers: {} } }
  const ask = async (path: string, init: RequestInit, more: Record<string, string> = {}): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host: HOST, 'accept-language': 'fr', ...(cookie ? { cookie } : {}), ...more }
    const answer = await app.request(`${scheme}://${HOST}${path}`, { ...init, headers }, env)
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0(;|$)/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const body = await answer.text()
    return { status: answer.status, body, said: plain(body), location: answer.headers.get('location') ?? '', headers: answer.headers }
  }
  return {
    cookies,
    get: path => ask(path, {}),
    post: (path, input, headers) => {
      const form = new URLSearchParams(
        Object.entries(input).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v]] : v.map(one => [k, one]))),
      )
      const type = { 'content-type': 'application/x-www-form-urlencoded', origin: `${scheme}://${HOST}` }
      return ask(path, { method: 'POST', body: form.toString() }, { ...type, ...headers })
    },
  }
}

/** What a person reads, its spaces made plain. */
export const plain = (body: string): string =>
  body
    .replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll('&amp;', '&')
    .replace(/[\s\u00a0\u202f]+/g, ' ')

/** The value of a hidden field of a page. */
export const hiddenIn = (body: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''

export async function asKeeper(door: Pick<Door, 'person'>, where: Where = 'here'): Promise<Person> {
  const keeper = door.person(where)
  const answer = await keeper.post('/entrer', { passphrase: PASSPHRASE })
  if (answer.status !== 303) throw new Error(`no keeper: ${answer.status}`)
  return keeper
}

export type CardRead = Readonly<{ number: string; secret: string; words: string }>
/** The card that the keeper makes, as its paper reads. */
export async function cardOf(keeper: Person, member: string): Promise<CardRead> {
  const page = await keeper.post('/carte-habitant', { member })
  const words = /class="words"><b>([^<]+)</.exec(page.body)?.[1] ?? ''
  const number = (/Numéro <b>([^<]+)</.exec(page.body)?.[1] ?? '').replace(/\D/g, '')
  return { number, words, secret: '' }
}

/** Somebody at the door with their card's words. */
export async function asMember(door: Pick<Door, 'person'>, card: CardRead, where: Where = 'here'): Promise<Person> {
  const person = door.person(where)
  const answer = await person.post('/entrer/carte', { number: card.number, words: card.words })
  if (answer.status !== 303) throw new Error(`no member: ${answer.status}`)
  return person
}
