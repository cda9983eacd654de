import assert from 'node:assert/strict'
import { once } from 'node:events'
import {
  Agent,
  createServer,
  type RequestListener,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { after, test } from 'node:test'
import { listen, stop } from '../../src/web/listening.ts'
import { MOST_OF_ONE, socketsCounted } from '../../src/web/sockets.ts'

const ended: (() => unknown)[] = []
after(async () => {
  for (const end of ended.reverse()) await end()
})

/** A box with both its doors; the box's own end of what is connected. */
async function doors(most?: number): Promise<
  Readonly<{
    servers: readonly Server[]
    ports: readonly number[]
    taken: readonly Socket[]
    /** What `/attendre` answers when the test ends it. */
    waiting: readonly ServerResponse[]
  }>
> {
  const [taken, waiting]: [Socket[], ServerResponse[]] = [[], []]
  const sockets = socketsCounted(most)
  const answer: RequestListener = ({ url }, to) =>
    url === '/attendre' ? void waiting.push(to) : void to.end('bonjour')
  const servers = [createServer(answer), createServer(answer)]
  for (const server of servers) {
    server.on('connection', socket => taken.push(socket))
    await listen(sockets, server, { port: 0, host: '0.0.0.0' }, 'port')
    ended.push(() => stop(server))
  }
  const ports = servers.map(server => (server.address() as AddressInfo).port)
  return { servers, ports, taken, waiting }
}

const idle = (port: number, localAddress: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress })
    ended.push(() => socket.destroy())
    socket.on('error', () => undefined)
    socket.once('connect', () => resolve(socket))
    socket.once('error', reject)
  })

const asked = (
  port: number,
  localAddress: string,
  agent: Agent | false = false,
  path = '/',
): Promise<string> =>
  new Promise(resolve => {
    const asking = request({ port, host: '127.0.0.1', localAddress, agent, path }, answer => {
      answer.resume()
      resolve(String(answer.statusCode))
    })
    asking.on('error', error => resolve((error as NodeJS.ErrnoException).code ?? ''))
    asking.end()
  })

/** A browser that keeps its one connection. */
function keptAlive(port: number, localAddress: string): Readonly<{ ask: () => Promise<string> }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  ended.push(() => agent.destroy())
  return { ask: () => asked(port, localAddress, agent) }
}

test(
  'a device that keeps its connections open holds sixty-four, over both doors, and nobody ' +
    'else is shut out',
  async () => {
    const { ports, taken } = await doors()
    const [http = 0, https = 0] = ports
    const all = await Promise.all(
      Array.from({ length: 3 * MOST_OF_ONE }, (_, i) => idle(i % 2 ? http : https, '127.0.0.2')),
    )
    assert.equal(await asked(http, '127.0.0.2'), 'ECONNRESET')
    const held = taken.filter(socket => !socket.destroyed).map(socket => socket.remotePort)
    const still = all.filter(socket => held.includes(socket.localPort))
    assert.equal(still.length, MOST_OF_ONE)
    assert.equal(await asked(http, '127.0.0.3'), '200')
    assert.equal(await asked(https, '127.0.0.1'), '200')
    const [first] = still
    const other = taken.find(socket => socket.remotePort === first!.localPort)!
    const closed = once(other, 'close')
    first!.destroy()
    await closed
    assert.equal(await asked(https, '127.0.0.2'), '200')
  },
)

test('this machine itself is not counted', async () => {
  const [http = 0] = (await doors()).ports
  await Promise.all(Array.from({ length: MOST_OF_ONE + 20 }, () => idle(http, '127.0.0.1')))
  assert.equal(await asked(http, '127.0.0.1'), '200')
})

test(
  'when fifty devices hold all that there is, whoever comes takes the place of one that asks ' +
    'nothing, and keeps it',
  async () => {
    const MOST = 300
    const { ports, taken } = await doors(MOST)
    const [http = 0, https = 0] = ports
    const flood = (n: number): Promise<unknown> =>
      Promise.all(
        Array.from({ length: n }, (_, i) => idle(i % 2 ? http : https, `127.0.1.${1 + (i % 50)}`)),
      )
    await flood(3 * MOST)
    const newcomer = keptAlive(http, '127.0.0.9')
    assert.equal(await newcomer.ask(), '200')
    await flood(3 * MOST)
    assert.equal(await newcomer.ask(), '200', 'nobody takes it back')
    for (const n of [10, 11, 12, 13])
      assert.equal(await asked(n % 2 ? http : https, `127.0.0.${n}`), '200')
    assert.equal(await asked(http, '127.0.0.1'), '200')
    const open = taken.filter(socket => !socket.destroyed)
    assert.ok(open.length <= MOST, `${open.length}`)
    const by = Map.groupBy(open, socket => socket.remoteAddress)
    assert.ok(Math.max(...[...by.values()].map(all => all.length)) <= MOST / 50 + 1)
  },
)

test('of the one who holds the most, what is being answered goes last', async () => {
  const { ports, servers, waiting } = await doors(20)
  const [http = 0] = ports
  await Promise.all(Array.from({ length: 19 }, () => idle(http, '127.0.2.1')))
  const begun = once(servers[0]!, 'request')
  const answer = asked(http, '127.0.2.1', false, '/attendre')
  await begun
  for (let n = 1; n <= 10; n++) await idle(http, `127.0.2.${n + 1}`)
  waiting[0]!.end('bonjour')
  assert.equal(await answer, '200')
})
