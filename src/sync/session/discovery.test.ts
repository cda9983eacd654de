import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { networkInterfaces } from 'node:os'
import { type TestContext, test } from 'node:test'
import { setTimeout as after, setImmediate as settled } from 'node:timers/promises'
import { COCOTE, kill, start } from '../../../tests/faults/serving.ts'
import { ask, withKeeper } from '../../../tests/faults/turns.ts'
import { tempFolder, within } from '../../../tests/support/folders.ts'
import { pattern } from '../../core/pattern.ts'
import { openBox } from '../../files/folder.ts'
import { newBox } from '../../log/box.ts'
import { wordsOfBox } from '../../log/sayable.ts'
import { decideBox } from '../trust/decisions.ts'
import { type Discovery, isLoopback, startDiscovery } from './discovery.ts'
import { multicast, type Packet } from './multicast.cjs'

/** A network in memory, under the library's own packets: what one socket sends, all hear. */
class Wire {
  readonly sockets = new Map<Socket, string>()
  said = 0
  send(bytes: Uint8Array, from: Socket): void {
    this.said++
    for (const socket of this.sockets.keys())
      socket.emit('message', Buffer.from(bytes), { address: this.sockets.get(from), port: 5353 })
  }
}
class Socket extends EventEmitter {
  readonly #wire: Wire
  constructor(wire: Wire, address: string) {
    super()
    this.#wire = wire
    wire.sockets.set(this, address)
  }
  bind(_port: number, _address: string, done: () => void): void {
    setImmediate(() => {
      this.emit('listening')
      done()
    })
  }
  send(
    bytes: Uint8Array,
    _at: number,
    _length: number,
    _port: number,
    _to: string,
    done: () => void,
  ): void {
    this.#wire.send(bytes, this)
    done()
  }
  close(done: () => void): void {
    this.#wire.sockets.delete(this)
    done()
  }
  addMembership(): void {}
  dropMembership(): void {}
  setMulticastInterface(): void {}
  setMulticastTTL(): void {}
  setMulticastLoopback(): void {}
}

type Here = Readonly<{ near: Discovery; name: string; faults: unknown[] }>
function boxOn(wire: Wire, address: string, port: number, clock: { now: number }): Here {
  const { name } = newBox()
  const faults: unknown[] = []
  const near = startDiscovery({
    box: name,
    called: () => 'Boën, et tout le pays d’alentour, jusqu’aux Hautes Chaumes et un peu plus loin',
    port,
    now: () => clock.now,
    report: error => void faults.push(error),
    networks: () => [address],
    open: of => multicast()!({ ...of, socket: new Socket(wire, address) }),
  })!
  return { near, name, faults }
}
/** Timers that go on when they are told. */
async function twoOn(t: TestContext, wire = new Wire()) {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] })
  const clock = { now: 0 }
  const pass = async (ms: number): Promise<void> => {
    await settled()
    clock.now += ms
    t.mock.timers.tick(ms)
    await settled()
  }
  const [sail, boen] = [
    boxOn(wire, '192.0.2.10', 4280, clock),
    boxOn(wire, '192.0.2.20', 4281, clock),
  ]
  await pass(2_000)
  return { wire, sail, boen, pass }
}

test('two boxes of one network find each other only when a page asks; the result is kept a while', async t => {
  const { wire, sail, boen, pass } = await twoOn(t)
  const before = wire.said
  await pass(60_000)
  assert.equal(wire.said, before)
  assert.deepEqual(sail.near.look(), { boxes: [], isLooking: true })
  await pass(2_000)
  const found = {
    boxes: [{ name: boen.name, words: wordsOfBox(boen.name), address: 'http://192.0.2.20:4281' }],
    isLooking: false,
  }
  assert.deepEqual(sail.near.look(), found)
  const asked = wire.said
  await pass(60_000)
  assert.deepEqual([sail.near.look(), wire.said], [found, asked])
  await pass(180_000)
  assert.deepEqual(sail.near.look(), found, 'while it looks again')
  await settled()
  assert.ok(wire.said > asked)
  assert.deepEqual([sail.faults, boen.faults], [[], []])
})

test('a box that closes says goodbye, and is found no more; a silent network shows no box', async t => {
  const { wire, sail, boen, pass } = await twoOn(t)
  await boen.near.close()
  assert.equal(wire.sockets.size, 1)
  sail.near.look()
  await pass(2_000)
  assert.deepEqual(sail.near.look(), { boxes: [], isLooking: false })
  await sail.near.close()
  assert.deepEqual([sail.near.look(), wire.sockets.size], [{ boxes: [], isLooking: false }, 0])
})

test(
  'an announcement gives the box, its page and its address: nothing of a person, and not the ' +
    'name of the machine',
  async t => {
    const wire = new Wire()
    const said: Packet[] = []
    multicast()!({ socket: new Socket(wire, '192.0.2.30') }).on(
      'response',
      (packet: Packet) => void said.push(packet),
    )
    const { sail } = await twoOn(t, wire)
    const service = '_cocote._tcp.local'
    const [instance, target] = [`${sail.name}.${service}`, `${sail.name.slice(0, 12)}.local`]
    const one = said.find(({ answers = [] }) => answers.some(({ data }) => data === instance))
    assert.deepEqual(
      [...(one?.answers ?? []), ...(one?.additionals ?? [])].map(({ name, type, data }) => [
        name,
        type,
        spokenData(data),
      ]),
      [
        [service, 'PTR', instance],
        [instance, 'SRV', { port: 4280, target }],
        [
          instance,
          'TXT',
          [
            `box=${sail.name}`,
            'called=Boën, et tout le pays d’alentour, jusqu’aux Hautes Chaumes e',
          ],
        ],
        [target, 'A', '192.0.2.10'],
      ],
    )
  },
)
/** Without what the library says of every record. */
function spokenData(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(String)
  if (typeof data !== 'object' || data === null) return data
  const { port, target } = data as { port: number; target: string }
  return { port, target }
}

test('no packet stops the page; packets only give addresses to try, and those of few boxes', async t => {
  const { wire, sail, pass } = await twoOn(t)
  const liar = new Socket(wire, '192.0.2.66')
  const voice = multicast()!({ socket: liar })
  sail.near.look()
  await settled()
  for (let n = 0; n < 300; n++) wire.send(randomBytes(n), liar)
  const service = '_cocote._tcp.local'
  const lie = (name: string, box: string, port = 80): void =>
    voice.respond({
      answers: [
        { name, type: 'SRV', ttl: 120, data: { port, target: 'ailleurs.local' } },
        { name, type: 'TXT', ttl: 120, data: [`box=${box}`] },
        { name: 'ailleurs.local', type: 'A', ttl: 120, data: '198.51.100.1' },
      ],
    })
  lie(`rien.${service}`, 'rien')
  lie(`moi.${service}`, sail.name)
  lie(`zero.${service}`, newBox().name, 0)
  lie('autre._http._tcp.local', newBox().name)
  voice.respond({
    answers: [
      { name: service, type: 'PTR', ttl: 120, data: `x.${service}` },
      { name: `x.${service}`, type: 'TXT', data: [] },
    ],
  })
  for (let n = 0; n < 40; n++) lie(`b${n}.${service}`, newBox().name)
  await pass(2_000)
  const { boxes } = sail.near.look()
  assert.equal(boxes.length, 20)
  assert.ok(boxes.every(({ address }) => /^http:\/\/192\.0\.2\.(66:80|20:4281)$/.test(address)))
  assert.deepEqual(sail.faults, [])
})

test('a box that is asked again and again answers once a second', async t => {
  const { wire, pass } = await twoOn(t)
  const voice = multicast()!({ socket: new Socket(wire, '192.0.2.66') })
  const before = wire.said
  await settled()
  for (let n = 0; n < 50; n++) voice.query('_cocote._tcp.local', 'PTR')
  await settled()
  assert.equal(wire.said - before, 50 + 2)
  await pass(1_000)
  voice.query('_cocote._tcp.local', 'PTR')
  await settled()
  assert.equal(wire.said - before, 51 + 4)
})

test('a page that listens on the loopback only is not announced', () => {
  for (const host of ['127.0.0.1', 'localhost', '::1']) assert.ok(isLoopback(host))
  for (const host of ['0.0.0.0', '::', '192.0.2.10']) assert.ok(!isLoopback(host))
})

const hasNetwork = Object.values(networkInterfaces()).some(all =>
  all?.some(one => one.family === 'IPv4' && !one.internal),
)
test('two real pages find each other, a known box by name, another by words, and meet at the ' +
  'press of a button', {
  skip: !hasNetwork && 'this machine has no network',
}, async t => {
  const [sail, boen] = [tempFolder(), tempFolder()]
  for (const folder of [sail, boen]) within(folder, () => undefined)
  const names = [sail, boen].map(folder => openBox(folder).name) as [string, string]
  within(sail, ({ log }) => void decideBox(log, { name: names[1], called: 'Boën', paired: true }))
  const cookies = [await withKeeper(sail), await withKeeper(boen)] as const
  const all = [sail, boen].map(folder =>
    start(
      COCOTE,
      ['serve', '--data', folder, '--port', '0', '--tls-port', '0', '--host', '0.0.0.0'],
      { COCOTE_MDNS: '1' },
    ),
  )
  t.after(() => Promise.all(all.map(one => kill(one))))
  const [here, there] = (await Promise.all(all.map(one => one.ready))) as [string, string]
  const page = async (address: string, cookie: string, until: RegExp): Promise<string> => {
    for (let tries = 0; ; tries++) {
      const body = (await ask(address, '/bornes', { cookie }))?.body ?? ''
      if (until.test(body) || tries > 40) return body
      await after(500)
    }
  }
  const ofBoen = pattern()`
    name="adresse" value="(http:\/\/[\d.]+:\d+)"><input type="hidden" name="borne" value="([^"]+)
    "><p class="acts"><button aria-label="Rencontrer Boën"
  `
  const [, adresse = '', borne = ''] = ofBoen.exec(await page(here, cookies[0], ofBoen)) ?? []
  assert.equal(borne, names[1])
  const words = new RegExp(`aria-label="Rencontrer ${wordsOfBox(names[0])}"`)
  assert.match(await page(there, cookies[1], words), words)
  const met = await ask(here, '/bornes/rencontrer', {
    cookie: cookies[0],
    body: new URLSearchParams({ adresse, borne }).toString(),
  })
  assert.equal(met?.status, 303)
  assert.match(
    (await ask(there, '/bornes', { cookie: cookies[1] }))?.body ?? '',
    /Elle a apporté des nouvelles, et personne ne l’a reconnue ici/,
  )
})
