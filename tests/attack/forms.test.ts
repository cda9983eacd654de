import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bricks } from '../../src/app/bricks.ts'
import { paced } from '../../src/web/post/form-in.ts'
import {
  CutForm,
  inputIn,
  MOST_NAMES,
  pairsIn,
  TooManyNames,
} from '../../src/web/post/form-names.ts'
import { inFlight, TooManyInFlight } from '../../src/web/post/in-flight.ts'
import { LARGEST_FORM, LARGEST_PHOTOS } from '../../src/web/post/letting-in.ts'
import { anyUnit } from '../support/any-unit.ts'
import { runs, testOnce } from '../support/pass.ts'
import { type TestBox, testBox } from '../support/test-box.ts'

const MIB = 1024 ** 2
const WALL = '/mur/ecrire'
const many = (n: number): string => Array.from({ length: n }, (_, i) => i).join('&')

test('a form is what it was: every text under its name, in the order in which they came', () => {
  const name = fc.constantFrom('title', 'who', 'theme', '__proto__', 'é', 'a b', '?', '')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, fc.string({ unit: anyUnit, maxLength: 9 })), { maxLength: 20 }),
      pairs => {
        const params = new URLSearchParams(pairs)
        const expected = [...new Set(params.keys())].flatMap(key =>
          key === '__proto__' ? [] : [[key, params.getAll(key)] as const],
        )
        const found = inputIn(pairsIn(params.toString()))
        assert.deepEqual(
          Object.keys(found),
          expected.map(([key]) => key),
        )
        for (const [key, all] of expected)
          assert.deepEqual(found[key], all.length > 1 ? all : all[0])
      },
    ),
    runs(200, 5_000, 50_000),
  )
})

testOnce(
  'of a form with many names, a stranger’s is looked at no further than its five hundred and first',
  () => {
    for (const [text, least] of [
      [many(112_000), MOST_NAMES + 1],
      [many(112_000).replaceAll(/\d+/g, '0'), 10 * MOST_NAMES],
    ] as const) {
      let looked = 0
      const counted = function* () {
        for (const pair of pairsIn(text)) {
          looked++
          yield pair
        }
      }
      assert.throws(() => inputIn(counted()), TooManyNames)
      assert.equal(looked, least)
    }
    assert.throws(() => inputIn(pairsIn(many(20_000)), () => 10_000), TooManyNames)
    assert.equal(Object.keys(inputIn(pairsIn(many(3_000)), () => 10_000)).length, 3_000)
  },
)

/** As a browser sends it: its length is announced. */
async function sent(
  box: TestBox,
  path: string,
  type: string,
  body: BodyInit,
  more: Readonly<Record<string, string>> = {},
  at = '192.168.4.7',
) {
  const env = { incoming: { socket: { remoteAddress: at }, headers: {} } }
  const headers = {
    host: 'borne.local',
    origin: 'http://borne.local',
    'content-type': type,
    ...more,
  }
  return box.app.request(
    `http://borne.local${path}`,
    { method: 'POST', headers, body, duplex: 'half' } as RequestInit,
    env,
  )
}
const FORM = 'application/x-www-form-urlencoded'
const PARTS = 'multipart/form-data; boundary=b'
const parts = (n: number): string =>
  `${Array.from(
    { length: n },
    (_, i) => `--b\r\ncontent-disposition: form-data; name="${i}"\r\n\r\n\r\n`,
  ).join('')}` + '--b--\r\n'

testOnce(
  'a form of too many names is sent back, before rights, whatever it is made of; so is an address',
  async () => {
    using box = testBox()
    for (const path of [WALL, '/ecrire', '/entrer/carte']) {
      assert.equal((await sent(box, path, FORM, many(112_000))).status, 413, path)
      assert.equal((await sent(box, path, PARTS, parts(2_000))).status, 413, path)
    }
    const env = { incoming: { socket: { remoteAddress: '192.168.4.7' }, headers: {} } }
    assert.equal(
      (
        await box.app.request(
          `http://borne.local/annonces?${many(900)}`,
          { headers: { host: 'borne.local' } },
          env,
        )
      ).status,
      414,
    )
    assert.deepEqual(box.faults, [])
  },
)

testOnce('whoever is signed in, or was when the form was made, sends a long harvest', async () => {
  using box = testBox()
  const page = await box.keeper.get('/annonces/proposer')
  const token = /name="jeton" value="([^"]*)"/.exec(page.body)?.[1] ?? ''
  const long = Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`garder.${i}`, '1']))
  assert.notEqual((await box.keeper.post('/ecrire', { jeton: token, ...long })).status, 413)
  const ended = await box.visitor('https').post('/ecrire', { jeton: token, ...long })
  assert.equal(ended.status, 403)
  assert.match(ended.body, /name="tenu"/)
})

testOnce(
  'a post of a brick is heavy only where its form takes photos, and those are the forms that do',
  async () => {
    using box = testBox()
    const commands = bricks
      .flatMap(brick => brick.commands)
      .filter(command => !command.path.includes(':'))
    for (const command of commands) {
      const heavy = bricks.some(
        brick => brick.heavy?.command === command.name && brick.commands.includes(command),
      )
      const answer = await sent(box, command.path, PARTS, parts(1), {
        'content-length': String(LARGEST_FORM + 1),
      })
      assert.equal(answer.status === 413, command.photos !== true, command.path)
      const most = await sent(box, command.path, PARTS, parts(1), {
        'content-length': String(LARGEST_PHOTOS + 1),
      })
      assert.equal(most.status, 413, `${command.path} ${heavy}`)
    }
    const pages = bricks.flatMap(brick => brick.pages).filter(page => !page.path.includes(':'))
    for (const path of pages.map(page => page.path)) {
      const { body } = await box.keeper.get(path)
      for (const [tag] of body.matchAll(/<form\b[^>]*enctype="multipart\/form-data"[^>]*>/g)) {
        const action = /action="([^"]*)"/.exec(tag)?.[1]
        const command = commands.find(one => one.path === action)
        assert.ok(!command || command.photos, `${path}: ${action}`)
      }
    }
  },
)

/** A body that is announced and that never ends; says how much of it was asked for. */
function endless(): Readonly<{ body: ReadableStream<Uint8Array>; pulled: () => number }> {
  let pulled = 0
  const head = Buffer.from(
    '--b\r\ncontent-disposition: form-data; name="photos"; filename="a.jpg"\r\n\r\n',
  )
  const body = new ReadableStream<Uint8Array>(
    {
      pull: to => {
        const piece = pulled === 0 ? head : pulled < 32 * MIB ? Buffer.alloc(256 * 1024) : undefined
        if (!piece) return new Promise(() => undefined)
        pulled += piece.length
        to.enqueue(piece)
        return undefined
      },
    },
    { highWaterMark: 0 },
  )
  return { body, pulled: () => pulled }
}

testOnce(
  'ten large forms of one address hold no more than half of the room, and another address ' +
    'still sends its photos',
  async () => {
    const box = testBox()
    const all = Array.from({ length: 10 }, endless)
    const length = { 'content-length': String(33 * MIB) }
    for (const { body } of all) void sent(box, '/annonces/proposer', PARTS, body, length)
    for (let turn = 0; turn < 400; turn++) await new Promise(setImmediate)
    assert.equal(all.filter(one => one.pulled() > 0).length, 1)
    const other = await sent(
      box,
      '/annonces/proposer',
      PARTS,
      parts(3),
      { 'content-length': String(12 * MIB) },
      '192.168.4.8',
    )
    assert.notEqual(other.status, 503)
    const small = await sent(box, '/annonces/proposer', FORM, 'title=a', { 'content-length': '7' })
    assert.notEqual(small.status, 503)
  },
)

test(
  'room: nobody holds more than what is left beside them, and however many take all that they ' +
    'can, one more finds some',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 40 })), { maxLength: 40 }),
        async asked => {
          const room = inFlight({ most: 72, each: 100, waitMs: 0 })
          const held = new Map<number, number>()
          for (const [neighbour, bytes] of asked) {
            const end = await room
              .enter(String(neighbour), bytes)
              .catch(error => void assert.ok(error instanceof TooManyInFlight))
            if (end) held.set(neighbour, (held.get(neighbour) ?? 0) + bytes)
            const all = [...held.values()].reduce((sum, one) => sum + one, 0)
            assert.equal(room.held(), all)
            assert.ok(all <= 72)
          }
          await room.enter('new', Math.floor((72 - room.held()) / 2))
          assert.ok(room.held() < 72)
        },
      ),
      runs(40, 500, 5_000),
    )
  },
)

testOnce(
  'room: who waits goes in as others leave, whoever holds nothing first; each neighbour has ' +
    'its number of places',
  async () => {
    const room = inFlight({ most: 100, each: 2, waitMs: 60_000 })
    const order: string[] = []
    const ends = [await room.enter('a', 20), await room.enter('a', 20)]
    const waits = async (neighbour: string, bytes: number): Promise<void> => {
      const end = await room.enter(neighbour, bytes)
      order.push(neighbour)
      end()
    }
    const timers = () => process.getActiveResourcesInfo().filter(one => one === 'Timeout').length
    const before = timers()
    const all = [waits('a', 5), waits('b', 35)]
    await new Promise(setImmediate)
    assert.equal(timers(), before, 'a server that stops waits for none of them')
    ends[0]!()
    await Promise.all(all)
    assert.deepEqual(order, ['b', 'a'])
    const none = inFlight({ most: 10, each: 2, waitMs: 0 })
    await assert.rejects(none.enter('a', 11), TooManyInFlight)
    const ending = await none.enter('a', 1)
    await none.enter('a', 1)
    await assert.rejects(none.enter('a', 1), TooManyInFlight)
    ending()
    await none.enter('a', 1)
  },
)

testOnce('a form that comes too slowly ends, and gives its place back', async () => {
  const slow = async (bytes: number, minutes: number): Promise<number> => {
    let at = 0
    const pieces = async function* () {
      for (let i = 0; i < minutes * 2; i++) {
        at += 30_000
        yield Buffer.alloc(bytes)
      }
    }
    let come = 0
    for await (const piece of paced(pieces(), { now: () => at })) come += piece.length
    return come
  }
  assert.equal(await slow(40 * 1024, 5), 10 * 40 * 1024)
  await assert.rejects(slow(1, 5), CutForm)
  await assert.rejects(slow(40 * 1024, 11), CutForm)
})
