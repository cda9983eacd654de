import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COCOTE, kill, type Serving, start } from '../faults/serving.ts'
import type { Air } from './air.ts'
import { PATH, run } from './run.ts'

/**
 * A box's hotspot from this very folder, in a namespace: its own templates filled, real dnsmasq,
 * real firewall, its server on 80 and 443. No bare Debian, no units: whole-life.test.ts has those.
 * hostapd is not run, since no radio is here; the air stands for it.
 */
export type Hotspot = Readonly<{
  place: string
  folder: string
  said: () => string
  /** Runs something in the box's namespace. */
  run: (command: string, ...args: readonly string[]) => string
  /** Listens beside the page, as another program of that machine might; what it hears is told. */
  listen: (kind: 'tcp' | 'udp', port: number) => Promise<Listener>
  /** Puts the box's rules back. */
  firewall: () => void
  end: () => Promise<void>
}>
type Of = Readonly<{
  name: string
  wifi: string
  ssid?: string
  mac?: string
  wired?: 'yes' | 'no'
  demo?: boolean
  /**
   * It hangs at its host's network too, by this address of a /24: `network` is what the air calls
   * that one.
   */
  cable?: Readonly<{ network: string; address: string }>
}>

const PUT = fileURLToPath(new URL('../../box/put-in-place', import.meta.url))

export async function openHotspot(air: Air, of: Of): Promise<Hotspot> {
  const place = air.place(of.name)
  const radio = air.radio(place, { mac: of.mac })
  const at = join(air.folder, of.name)
  mkdirSync(at)
  const inside = ['netns', 'exec', place]
  const runHere = (command: string, ...args: readonly string[]): string =>
    run('ip', ...inside, command, ...args)
  const conf = join(at, 'box.conf')
  const answers = {
    NAME: 'Borne du test',
    SSID: of.ssid ?? 'Borne de Sail',
    RADIO: 'wlan0',
    WIRED: of.wired ?? 'no',
    COUNTRY: 'FR',
    CHANNEL: '6',
  }
  const lines = Object.entries({ ...answers, ADDRESS: '10.10.10.10' }).map(
    ([key, value]) => `${key}='${value}'\n`,
  )
  writeFileSync(conf, lines.join(''))
  // Here the page is root's, who alone may use these ports in a namespace.
  run('env', 'COCOTE_USER=root', PUT, '--to', join(at, 'etc'), conf)
  // The leases of a box stand in its /run; here each box has a folder of its own.
  const dnsmasq = join(at, 'etc/dnsmasq.conf')
  writeFileSync(
    dnsmasq,
    readFileSync(dnsmasq, 'utf8').replace(
      /^dhcp-leasefile=.*$/m,
      `dhcp-leasefile=${join(at, 'leases')}`,
    ),
  )
  const firewall = () => void runHere('nft', '-f', join(at, 'etc/nftables.conf'))
  firewall()
  wakeRadio(runHere)
  radio.join(of.wifi, 'box')
  if (of.cable) plug(air, place, of.cable.network, of.cable.address)
  const started: ChildProcess[] = []
  const starts = (command: string, ...args: readonly string[]): ChildProcess => {
    const env = { ...process.env, PATH }
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', 'ip', ...inside, command, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env,
    })
    started.push(child)
    return child
  }
  starts(
    'dnsmasq',
    '--keep-in-foreground',
    `--conf-file=${join(at, 'etc/dnsmasq.conf')}`,
    '--user=root',
  )
  const ends: (() => void)[] = []
  const serving = serve(inside, at, of.demo ?? false)
  await serving.ready
  return {
    place,
    folder: join(at, 'data'),
    said: serving.said,
    run: runHere,
    firewall,
    listen: async (kind, port) => {
      const one = await listenIn(['ip', ...inside], kind, port)
      ends.push(one.end)
      return one
    },
    end: async () => {
      for (const child of started) child.kill('SIGKILL')
      for (const end of ends) end()
      await kill(serving, 'SIGTERM')
    },
  }
}

/** A cable from `place` to a network of the air. */
export function plug(air: Air, place: string, network: string, address: string): void {
  air.radio(place, { device: 'eth0' }).join(network, 'box')
  run('ip', '-n', place, 'address', 'add', `${address}/24`, 'dev', 'eth0')
  run('ip', '-n', place, 'link', 'set', 'eth0', 'up')
}

/** As box/wifi-up does before hostapd, without what only a radio has. */
function wakeRadio(runHere: (command: string, ...args: readonly string[]) => string): void {
  runHere('ip', 'link', 'set', 'dev', 'wlan0', 'up')
  runHere('ip', 'address', 'replace', '10.10.10.10/24', 'dev', 'wlan0')
  runHere('ip', 'address', 'replace', '192.0.2.1/32', 'dev', 'wlan0')
}

function serve(inside: readonly string[], at: string, demo: boolean): Serving {
  const args = [
    'serve',
    '--data',
    join(at, 'data'),
    '--host',
    '0.0.0.0',
    '--port',
    '80',
    '--tls-port',
    '443',
    '--name',
    '10.10.10.10',
  ]
  const how = ['--captive', ...(demo ? ['--demo'] : [])]
  return start('ip', [...inside, COCOTE, ...args, ...how], {
    COCOTE_CONF: join(at, 'box.conf'),
    COCOTE_MDNS: '1',
  })
}

const LISTENER = `
const [kind, port] = process.argv.slice(1)
const ready = () => console.log('listens')
const heard = () => console.log('heard')
if (kind === 'tcp') require('net').createServer(one => { heard(); one.on('error', () => {}).end('not for you') }).listen({ port: Number(port), host: '::' }, ready)
else require('dgram').createSocket({ type: 'udp6' }).on('message', heard).bind(Number(port), ready)`
export type Listener = Readonly<{ heard: () => number }>

/** Starts `child` and waits until it listens. */
const listening = (child: ChildProcess): Promise<Listener> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stdout!.on('data', (part: Buffer) => {
      said += part.toString('utf8')
      resolve({ heard: () => said.match(/^heard$/gm)?.length ?? 0 })
    })
    child.once('close', () => reject(new Error('the listener ended')))
  })

/** A program that listens, run behind `inside`; `end` stops it. */
export async function listenIn(
  inside: readonly string[],
  kind: 'tcp' | 'udp',
  port: number,
): Promise<Listener & Readonly<{ end: () => void }>> {
  const args = [
    '--pdeathsig',
    'KILL',
    ...inside,
    process.execPath,
    '-e',
    LISTENER,
    '--',
    kind,
    String(port),
  ]
  const child = spawn('setpriv', args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PATH },
  })
  return { ...(await listening(child)), end: () => void child.kill('SIGKILL') }
}
