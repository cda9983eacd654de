import { deepEqual, equal, ok } from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Air, openAir } from './air.ts'
import { noGround } from './ground.ts'
import { type Hotspot, listenIn, openHotspot, plug } from './hotspot.ts'
import { openPhone, type Phone } from './phone.ts'
import { ran, run, tried, until } from './run.ts'

/** Where whoever hosts the box has their Internet: an address of nobody (RFC 5737). */
const OUTSIDE = '198.51.100.1'
/**
 * Ports of the box's own programs and of what small computers often run: ssh, mail, files, the
 * house's own door of development, VNC.
 */
const TAKEN = [22, 25, 111, 139, 445, 631, 3000, 4243, 4280, 5900, 8080, 9090] as const

describe('what may be asked of a box from its Wi-Fi', { skip: noGround }, () => {
  let air: Air
  let box: Hotspot
  let phone: Phone
  let other: Phone
  let outside = ''
  let ends: (() => void)[] = []
  before(async () => {
    air = openAir()
    air.wifi('sail')
    air.wifi('cable')
    // The box hangs at its host's network by a cable, and forwards as a machine does that runs
    // containers: the firewall alone holds.
    box = await openHotspot(air, {
      name: 'box',
      wifi: 'sail',
      cable: { network: 'cable', address: '198.51.100.10' },
    })
    phone = openPhone(air, 'phone')
    other = openPhone(air, 'other')
    await phone.join('sail')
    await other.join('sail')
    outside = air.place('outside')
    plug(air, outside, 'cable', OUTSIDE)
    run('ip', '-n', outside, 'route', 'add', 'default', 'via', '198.51.100.10')
    box.run('sysctl', '-qw', 'net.ipv4.ip_forward=1')
    ends = [(await listenIn(['ip', 'netns', 'exec', outside], 'tcp', 7000)).end]
  })
  after(async () => {
    for (const end of ends) end()
    phone?.end()
    other?.end()
    await box?.end()
    air?.end()
  })
  const bare = async (look: () => Promise<void>): Promise<void> => {
    box.run('nft', 'delete', 'table', 'inet', 'cocote')
    try {
      await look()
    } finally {
      box.firewall()
    }
  }

  test('the page, secure or not, and names: nothing else of what listens there answers', async () => {
    for (const port of TAKEN) await box.listen('tcp', port)
    const ports = [...Array(1024).keys()].slice(1).concat(TAKEN.filter(port => port > 1024))
    const open: number[] = []
    for (let at = 0; at < ports.length; at += 64) {
      const some = ports.slice(at, at + 64)
      const how = await Promise.all(some.map(port => phone.knock('10.10.10.10', port, 3000)))
      open.push(...some.filter((_, i) => how[i] === 'open'))
    }
    deepEqual(open, [53, 80, 443])
    deepEqual(await Promise.all([80, 443, 22].map(port => phone.knock('192.0.2.1', port))), [
      'open',
      'open',
      'shut',
    ])
    await bare(async () => equal(await phone.knock('10.10.10.10', 22), 'open'))
    equal(await phone.knock('10.10.10.10', 22), 'shut')
  })

  test('nor by IPv6, nor by datagrams', async () => {
    // An address of this kind is first asked of the others, for a second or two: until then nothing
    // leaves by it.
    const settled = (said: string): boolean =>
      said.includes('fe80::') && !said.includes('tentative')
    await until('addresses of IPv6', () =>
      [
        run('ip', '-n', phone.place, '-6', 'address'),
        box.run('ip', '-6', 'address', 'show', 'dev', 'wlan0'),
      ].every(settled),
    )
    const near =
      /inet6 (fe80::[0-9a-f:]+)/.exec(
        box.run('ip', '-6', 'address', 'show', 'dev', 'wlan0'),
      )?.[1] ?? 'none'
    equal(await phone.knock(`${near}%wlan0`, 22), 'shut')
    equal(await phone.knock('10.10.10.10', 22), 'shut')
    const program = await box.listen('udp', 137)
    await phone.throw('10.10.10.10', 137)
    await phone.throw(`${near}%wlan0`, 137)
    await bare(async () => {
      equal(await phone.knock(`${near}%wlan0`, 22), 'open')
      await phone.throw('10.10.10.10', 137)
      // Heard once the firewall is gone: what was thrown before it went would have been heard
      // before.
      await until('a datagram', () => program.heard() > 0)
    })
    equal(program.heard(), 1)
  })

  test('the box is no road: not to its host’s Internet, not from one phone to another', async () => {
    const there = other.leases().at(-1)!.ip
    ends.push((await listenIn(other.inside, 'tcp', 7000)).end)
    // A neighbour's phone that would pass by the box for want of the air.
    for (const [place, to] of [
      [phone.place, there],
      [other.place, phone.leases().at(-1)!.ip],
    ] as const)
      run('ip', '-n', place, 'route', 'add', `${to}/32`, 'via', '10.10.10.10')
    deepEqual(
      [await phone.knock(OUTSIDE, 7000), await phone.knock(there, 7000)],
      ['silent', 'silent'],
    )
    await bare(async () => {
      equal(await phone.knock(OUTSIDE, 7000), 'open')
      equal(await phone.knock(there, 7000), 'open')
    })
    equal(await phone.knock(OUTSIDE, 7000), 'silent')
  })

  test(
    'nobody reaches the phones from the host’s network; the page is read there only where the ' +
      'host said so',
    async () => {
      const reach = async (host: string, port: number): Promise<boolean> => {
        const script =
          'const ' +
          `s=require('net').connect({host:'${host}',port:${port}` +
          ",timeout:1500},()=>process.exit(0)).on('timeout',()=>process.exit(1)).on('error',()=>process.exit(1))"
        try {
          run('ip', 'netns', 'exec', outside, process.execPath, '-e', script)
          return true
        } catch {
          return false
        }
      }
      const there = other.leases().at(-1)!.ip
      deepEqual(
        [
          await reach(there, 7000),
          await reach('198.51.100.10', 80),
          await reach('198.51.100.10', 22),
        ],
        [false, false, true],
      )
      await bare(async () => ok((await reach(there, 7000)) && (await reach('198.51.100.10', 80))))
    },
  )

  test('on its host’s network a box says nothing of itself, unless the page is read there', async () => {
    air.wifi('four')
    const read = await openHotspot(air, {
      name: 'read',
      wifi: 'four',
      wired: 'yes',
      cable: { network: 'cable', address: '198.51.100.20' },
    })
    try {
      // Asked of both at once: when the one that may has answered, the other has been asked.
      const [there, here] = await Promise.all([
        heard(outside, OUTSIDE),
        heard(phone.place, phone.leases().at(-1)!.ip),
      ])
      deepEqual([there, here], [['198.51.100.20'], ['10.10.10.10']])
    } finally {
      await read.end()
    }
  })

  test(
    'the page asks nothing of its host’s network, not even a name; what else runs on that ' +
      'machine does',
    async () => {
      ends.push((await listenIn(['ip', 'netns', 'exec', outside], 'tcp', 53)).end)
      const asks = (user: string, port: number): boolean =>
        tried(
          'ip',
          'netns',
          'exec',
          box.place,
          'setpriv',
          '--reuid',
          user,
          '--clear-groups',
          process.execPath,
          '-e',
          KNOCK,
          '--',
          OUTSIDE,
          String(port),
        ) === 0
      // The page is root's here (hotspot.ts), and whoever sets the clock is another.
      deepEqual([asks('root', 7000), asks('root', 53), asks('nobody', 7000)], [false, false, true])
      await bare(async () => deepEqual([asks('root', 7000), asks('root', 53)], [true, true]))
      equal(asks('root', 7000), false)
    },
  )
})

/** Asks a network which boxes are there; the addresses that they say, once any did. */
async function heard(place: string, address: string): Promise<readonly string[]> {
  const { status, out } = await ran(
    'ip',
    ['netns', 'exec', place, process.execPath, ASKS, address],
    { ms: 60_000 },
  )
  equal(status, 0, out)
  return out.trim().split('\n')
}
const ASKS = fileURLToPath(new URL('./asks.ts', import.meta.url))
const KNOCK = `
const [host, port] = process.argv.slice(1)
require('net').connect({ host, port, timeout: 5000 }, () => process.exit(0)).on('timeout', () => process.exit(1)).on('error', () => process.exit(1))`
