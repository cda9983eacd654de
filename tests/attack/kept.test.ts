import assert from 'node:assert/strict'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import fc from 'fast-check'
import type { Hono } from 'hono'
import { Kept } from '../../src/core/kept.ts'
import { keepingPages } from '../../src/web/pages/page-cache.ts'
import { type Browser, browserAt, HOST } from '../support/browser.ts'
import { runs, testEach, testOnce } from '../support/pass.ts'
import { type TestBox, testBox } from '../support/test-box.ts'
import { ACTS, type World, worldOf } from './acts.ts'

/**
 * Two servers of one box: one keeps its pages, the other makes each anew. Whatever people do
 * between, and whoever reads, both answer the same, byte by byte.
 */

/** What a form has for one request alone; of turns, which forms have the same one. */
const HOLES = /name="(tour|jeton)" value="([^"]*)"/g
function same(body: string): string {
  const turns = new Map<string, number>()
  return body.replace(HOLES, (_, name: string, value: string) => {
    if (!turns.has(value)) turns.set(value, turns.size)
    return name === 'tour' ? `turn ${turns.get(value)}` : name
  })
}

const PLACES = [
  '/',
  '/annonces',
  '/annonces?genre=cherche',
  '/annuaire',
  '/agenda',
  '/carte',
  '/idees',
  '/mur',
  '/chercher?q=remorque',
  '/chercher?q=velo+pour+enfant',
  '/chercher?q=pomes',
  '/chercher?q=samedi',
  '/moi',
  '/themes',
]
/** Pages alone: a print or a file of open data is not kept. */
const isPage = (path: string): boolean =>
  !/^\/(imprimer|donnees|fichiers|oublier|langue)\b|\.[a-z0-9]+$|^\/\//.test(path)
const linksIn = (body: string): readonly string[] =>
  [...body.matchAll(/ href="(\/[^"#]*)/g)]
    .map(([, path = '']) => path.replaceAll('&amp;', '&'))
    .filter(isPage)

/** A server that keeps, asked as a browser without cookies does. */
async function keepingServer(box: TestBox, kept: Kept): Promise<Door> {
  const server = createServer(
    keepingPages(getRequestListener(box.app.fetch), {
      kept,
      now: box.now,
      around: () => box.today(box.now()),
    }),
  )
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  let asked = 0
  const get = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const turn = Math.floor(asked / ALIKE)
      const accepted = ENCODINGS[(path.length + turn) % ENCODINGS.length]!
      const headers = {
        ...{ host: HOST, 'accept-language': 'fr', 'accept-encoding': accepted },
        // What a visitor reads does not depend on their having posted.
        ...(asked++ % 2 === 0 ? {} : { cookie: 'navigateur=abc' }),
      }
      request({ port, path, headers }, answer => {
        const parts: Buffer[] = []
        answer.on('data', part => parts.push(part))
        answer.on('end', () => {
          const encoding = answer.headers['content-encoding'] ?? ''
          assert.ok(encoding === '' || accepted.includes(encoding), `${encoding} for ${accepted}`)
          resolve(`${answer.statusCode} ${unpackedFrom(encoding, Buffer.concat(parts))}`)
        })
      })
        .on('error', reject)
        .end()
    })
  return {
    get,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
const ENCODINGS = ['br, gzip', 'gzip', '', 'br']
/** So many requests in turn ask a page by one encoding: it is asked again while it is kept. */
const ALIKE = 40
const unpackedFrom = (encoding: string, body: Buffer): string =>
  (encoding === 'br'
    ? brotliDecompressSync(body)
    : encoding === 'gzip'
      ? gunzipSync(body)
      : body
  ).toString('utf8')
type Door = Readonly<{ get: (path: string) => Promise<string>; close: () => void }>

type Step = Readonly<{
  /** Which act, of those that are. */
  act: number
  later: number
  /** Who reads, and what: a page of the list, or one that a page read before leads to. */
  reads: readonly Readonly<{ who: number; what: number }>[]
}>
const aStep: fc.Arbitrary<Step> = fc.record({
  act: fc.nat(),
  later: fc.constantFrom(1_000, 1_000, 20_000, 61_000, 3_600_000, 90_000_000),
  reads: fc.array(fc.record({ who: fc.nat(), what: fc.nat() }), { minLength: 3, maxLength: 8 }),
})
const MOST = 8 * 1024 * 1024
const acts = Object.entries(ACTS)

const holds = (kept: () => Kept, numRuns: number, seed: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 4, maxLength: 12 }), async steps => {
      using box = testBox({ kept: kept() })
      await livedIn(box, steps)
    }),
    { numRuns, seed, endOnFailure: true },
  )

testEach('law: whatever people do and whoever reads, what is kept is what is made anew', () => {
  const { numRuns, seed } = runs(3, 30, 300)
  return holds(() => new Kept(MOST), numRuns, seed)
})

/** Nobody tells it what was written. */
class Untold extends Kept {
  override touched(): void {}
}
/** It forgets whose a page is. */
class Nobodys extends Kept {
  override get(name: string): unknown {
    return super.get(withoutPerson(name))
  }
  override set(...[name, ...of]: Parameters<Kept['set']>): void {
    super.set(withoutPerson(name), ...of)
  }
}
const withoutPerson = (name: string): string => name.replace(/^(leaf \[[^,]*),[^,]*,[^,]*/, '$1')

testOnce(
  'planted: kept pages that nobody tells of writes, or that forget whose they are',
  async () => {
    for (const faulty of [Untold, Nobodys])
      await assert.rejects(
        holds(() => new faulty(MOST), 20, 1),
        ({ cause }: Error) => /person \d, after/.test(String(cause)),
      )
  },
)

async function livedIn(box: TestBox, steps: readonly Step[]): Promise<void> {
  box.territory()
  const [id, paul] = [box.welcome({ name: 'Nadia' }), box.welcome({ name: 'Paul' })]
  const me = await box.memberOf(id)
  const world = await worldOf(box.keeper, me, box.visitor('wifi'), id, paul)
  const { kept } = box.source
  const door = await keepingServer(box, kept!)
  try {
    const house = { kept: kept!, door, anew: box.appOver(box.sourceAnew()), world }
    await live(box, { ...house, paul: await box.memberOf(paul) }, steps)
  } finally {
    door.close()
  }
}

type House = Readonly<{ kept: Kept; door: Door; anew: Hono; world: World; paul: Browser }>
async function live(box: TestBox, house: House, steps: readonly Step[]): Promise<void> {
  const { kept, door, anew, world } = house
  const known = new Set(PLACES)
  const people: readonly (Browser | undefined)[] = [undefined, world.me, house.paul, world.keeper]
  /** The same page from both. */
  const both = async (who: Browser | undefined, path: string): Promise<readonly string[]> => {
    const fresh = browserAt(anew, 'here')
    for (const cookie of who?.cookies ?? []) fresh.cookies.set(...cookie)
    const made = await fresh.get(path)
    if (who === undefined) return [await door.get(path), `${made.status} ${made.body}`]
    kept.tick(box.now(), () => box.today(box.now()))
    const held = await who.get(path)
    return [`${held.status} ${held.body}`, `${made.status} ${made.body}`]
  }
  const again = async (path: string, at: number, done: readonly string[]): Promise<string> => {
    const [held = '', made = ''] = (await both(people[at], path)).map(same)
    assert.equal(held, made, `${path}, person ${at}, after ${done.join(', ')}`)
    return made
  }
  // What was read before an act is read again after it.
  const seen = new Map<string, readonly [path: string, at: number]>()
  for (const at of people.keys())
    for (const id of [world.own, world.offer]) seen.set(`${at} ${id}`, [`/annonces/${id}`, at])
  const done: string[] = []
  for (const { act, later, reads } of steps) {
    for (const { who, what } of reads) {
      const paths = [...known]
      const [path, at] = [paths[what % paths.length]!, who % people.length]
      const made = await again(path, at, done)
      for (const link of linksIn(made).slice(0, 40)) known.add(link)
      seen.set(`${at} ${path}`, [path, at])
    }
    const [name, does] = acts[act % acts.length]!
    done.push(name)
    box.later(later)
    // What an act needs may be gone by then.
    await does(world).catch(() => {})
    for (const [path, at] of [...seen.values()].slice(-MOST_SEEN)) await again(path, at, done)
  }
}
const MOST_SEEN = 24
