import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { after, test } from 'node:test'
import { listen, stop } from '../../src/app/listening.ts'
import { MOST_OF_ONE, socketsCounted } from '../../src/app/sockets.ts'

const ended: (() => unknown)[] = []
after(async () => {
  for (const end of ended.reverse()) await end()
})

/** A box with both its doors; the box's own end of what is connected. */
async function doors(): Promise<Readonly<{ ports: readonly number[]; taken: readonly Socket[] }>> {
  const taken: Socket[] = []
  const sockets = socketsCounted()
  const servers = [createServer((_, answer) => answer.end('bonjour')), createServer((_, answer) => answer.end('bonjour'))]
  for (const server of servers) {
    server.on('connection', socket => taken.push(socket))
    await listen(sockets, server, 0, '0.0.0.0', 'port')
    ended.push(() => stop(server))
  }
  return { ports: servers.map(server => (server.address() as AddressInfo).port), taken }
}

const idle = (port: number, localAddress: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress })
    ended.push(() => socket.destroy())
    socket.on('error', () => undefined)
    socket.once('connect', () => resolve(socket))
    socket.once('error', reject)
  })

const asked = (port: number, localAddress: string): Promise<string> =>
  new Promise(resolve => {
    const asking = request({ port, host: '127.0.0.1', localAddress, agent: false }, answer => {
      answer.resume()
      resolve(String(answer.statusCode))
    })
    asking.on('error', error => resolve((error as NodeJS.ErrnoException).code ?? ''))
    asking.end()
  })

test('a device that keeps its connections open holds sixty-four, over both doors, and nobody else is shut out', async () => {
  const { ports, taken } = await doors()
  const [http = 0, https = 0] = ports
  const all = await Promise.all(Array.from({ length: 3 * MOST_OF_ONE }, (_, i) => idle(i % 2 ? http : https, '127.0.0.2')))
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
})

test('this machine itself is not counted', async () => {
  const [http = 0] = (await doors()).ports
  await Promise.all(Array.from({ length: MOST_OF_ONE + 20 }, () => idle(http, '127.0.0.1')))
  assert.equal(await asked(http, '127.0.0.1'), '200')
})
