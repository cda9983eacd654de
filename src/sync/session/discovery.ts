import { networkInterfaces } from 'node:os'
import type { BoxNear, Nearby } from '../../contract/box/boxes.ts'
import { isBoxName } from '../../core/change.ts'
import { itemsOf } from '../../core/narrow.ts'
import { radioAlone } from '../../files/box-answers.ts'
import { wordsOfBox } from '../../log/sayable.ts'
import {
  type Multicast,
  type MulticastOf,
  multicast,
  type Packet,
  type Spoken,
} from './multicast.cjs'

/**
 * Discovery of boxes on one network by multicast DNS (RFC 6762, RFC 6763). This box announces its
 * name, its page’s name and its port. This box looks for others only while a keeper’s page asks:
 * `look` gives those found so far, and starts a search. The server starts it, and closes it with a
 * farewell.
 *
 * Law     Nothing depends on discovery: where multicast is closed, no box is found.
 *         An announcement says nothing of a person, and does not hold the machine’s own name.
 *         A packet only gives an address to try. The box at that address proves its key, or is
 *         ignored.
 *         No packet, however it is made, stops the page.
 */
export type Discovery = Readonly<{ look: () => Nearby; close: () => Promise<void> }>
/** The box to announce. `called`: the name of its page. `port`: where its page listens. */
export type DiscoveryOptions = Readonly<{
  box: string
  called: () => string
  port: number
  /** Units   milliseconds of a monotonic clock. */
  now: () => number
  /** Called once, with the first error of our own. */
  report: (error: unknown) => void
  /** The address of this machine on each network; a test gives others. */
  networks?: () => readonly string[]
  open?: (of: MulticastOf) => Multicast
}>

const SERVICE = '_cocote._tcp.local'
/** Units   milliseconds. */
const LOOK_MS = 2_000
/** How long a search is good before `look` starts another. */
const KEPT_MS = 180_000
/** The pause between two looks at the networks: a cable or a slow Wi-Fi may come later. */
const NETWORKS_MS = 30_000
/** RFC 6762, section 6: an answer is not repeated within a second. */
const QUIET_MS = 1_000
/** The longest wait for the farewell to leave. */
const GOODBYE_MS = 500
/**
 * How long other boxes may keep an announcement.
 *
 * Units   seconds.
 * Source  RFC 6762, section 10, for records with a host’s name.
 */
const TTL = 120
/** The most boxes of one search. Anybody on the network can announce more. */
const MOST_NEAR = 20
/**
 * The longest page’s name: with its key it stays under the 255 bytes of a TXT string.
 *
 * Units   characters.
 */
const LONGEST_CALLED = 60

/** Whether this host is the machine itself. A page that listens there has nothing to announce. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.')

/** Starts discovery. Undefined without the mDNS package, or with `COCOTE_MDNS=0`. */
export function startDiscovery(of: DiscoveryOptions): Discovery | undefined {
  const open = of.open ?? multicast()
  return open && new Network(of, open)
}

/** The socket of one network. `saidAt`: when this box last announced itself there. */
type NetworkSocket = { readonly mdns: Multicast; saidAt: number }

class Network implements Discovery {
  readonly #of: DiscoveryOptions
  readonly #open: (of: MulticastOf) => Multicast
  readonly #sockets = new Map<string, NetworkSocket>()
  readonly #watching: NodeJS.Timeout
  #found: Map<string, BoxNear> | undefined
  #kept: readonly BoxNear[] = []
  #lookedAt = Number.NEGATIVE_INFINITY
  #isReported = false

  constructor(of: DiscoveryOptions, open: (of: MulticastOf) => Multicast) {
    this.#of = of
    this.#open = open
    this.#watch()
    this.#watching = setInterval(() => this.#watch(), NETWORKS_MS).unref()
  }

  look = (): Nearby => {
    if (!this.#found && this.#sockets.size > 0 && this.#of.now() - this.#lookedAt > KEPT_MS)
      this.#begin()
    return { boxes: this.#kept, isLooking: this.#found !== undefined && this.#kept.length === 0 }
  }

  close = async (): Promise<void> => {
    clearInterval(this.#watching)
    const all = [...this.#sockets]
    this.#sockets.clear()
    await Promise.all(all.map(([address, { mdns }]) => farewell(mdns, this.#records(address, 0))))
  }

  #begin(): void {
    this.#found = new Map()
    const ask = (): void => {
      for (const { mdns } of this.#sockets.values()) mdns.query(SERVICE, 'PTR')
    }
    ask()
    // One packet may be lost.
    setTimeout(ask, LOOK_MS / 2).unref()
    setTimeout(() => {
      this.#kept = [...(this.#found?.values() ?? [])]
      this.#found = undefined
      this.#lookedAt = this.#of.now()
    }, LOOK_MS).unref()
  }

  /**
   * Opens one socket for each network. A small box may have several networks and no default route.
   */
  #watch(): void {
    const networks = (this.#of.networks ?? networksHere)()
    for (const [address, { mdns }] of this.#sockets)
      if (!networks.includes(address)) this.#drop(address, mdns)
    for (const address of networks) if (!this.#sockets.has(address)) this.#join(address)
  }

  #join(address: string): void {
    const mdns = this.#open({ interface: address, bind: '0.0.0.0' })
    const socket: NetworkSocket = { mdns, saidAt: Number.NEGATIVE_INFINITY }
    this.#sockets.set(address, socket)
    // The port is taken or the network went: the next look at the networks tries again.
    mdns.on('error', () => this.#drop(address, mdns))
    mdns.on('ready', () => this.#safely(() => this.#say(address, socket)))
    mdns.on('query', (packet: Packet) =>
      this.#safely(() => this.#isAsked(packet, address) && this.#say(address, socket)),
    )
    mdns.on('response', (packet: Packet, from: Readonly<{ address: string }>) =>
      this.#safely(() => this.#hear(packet, from.address)),
    )
  }

  #drop(address: string, mdns: Multicast): void {
    if (this.#sockets.get(address)?.mdns !== mdns) return
    this.#sockets.delete(address)
    this.#safely(() => mdns.destroy())
  }

  #say(address: string, socket: NetworkSocket): void {
    const now = this.#of.now()
    if (now - socket.saidAt < QUIET_MS) return
    socket.saidAt = now
    socket.mdns.respond(this.#records(address, TTL))
  }

  #isAsked({ questions = [] }: Packet, address: string): boolean {
    const { answers, additionals } = this.#records(address, TTL)
    const ours = new Set([...answers!, ...additionals!].map(one => one.name.toLowerCase()))
    return questions.some(({ name }) => typeof name === 'string' && ours.has(name.toLowerCase()))
  }

  #records(address: string, ttl: number): Packet {
    const { box, port, called } = this.#of
    // Twelve characters of the key tell the boxes of one network apart.
    const [instance, target] = [`${box}.${SERVICE}`, `${box.slice(0, 12)}.local`]
    return {
      answers: [{ name: SERVICE, type: 'PTR', ttl, data: instance }],
      additionals: [
        { name: instance, type: 'SRV', ttl, data: { port, target } },
        {
          name: instance,
          type: 'TXT',
          ttl,
          data: [`box=${box}`, `called=${called().slice(0, LONGEST_CALLED)}`],
        },
        { name: target, type: 'A', ttl, data: address },
      ],
    }
  }

  /**
   * Notes the boxes in a packet at the packet’s own source address. Addresses written inside it are
   * ignored.
   */
  #hear({ answers = [], additionals = [] }: Packet, address: string): void {
    if (!this.#found) return
    const all = [...answers, ...additionals].filter(one =>
      one.name.toLowerCase().endsWith(`.${SERVICE}`),
    )
    for (const { name, ttl, data } of all.filter(one => one.type === 'SRV')) {
      const port = (data as Readonly<{ port?: unknown }> | null)?.port
      const box = boxIn(all.find(one => one.type === 'TXT' && one.name === name))
      const isOne =
        ttl !== 0 &&
        box !== undefined &&
        box !== this.#of.box &&
        Number.isInteger(port) &&
        (port as number) > 0
      if (isOne && this.#found.size < MOST_NEAR && !this.#found.has(box))
        this.#found.set(box, {
          name: box,
          words: wordsOfBox(box),
          address: `http://${address}:${port}`,
        })
    }
  }

  #safely(work: () => unknown): void {
    try {
      work()
    } catch (error) {
      if (!this.#isReported) this.#of.report(error)
      this.#isReported = true
    }
  }
}

/** The name of a box in a TXT record: `box=…`. */
function boxIn(text: Spoken | undefined): string | undefined {
  const parts = Array.isArray(text?.data) ? itemsOf<unknown>(text.data) : []
  const said = parts
    .map(part => (part instanceof Uint8Array ? Buffer.from(part).toString('utf8') : ''))
    .find(one => one.startsWith('box='))
  const box = said?.slice('box='.length)
  return box !== undefined && isBoxName(box) ? box : undefined
}

/**
 * Announces that this box leaves: with a TTL of 0, others forget it. Waits half a second at most.
 */
function farewell(mdns: Multicast, goodbye: Packet): Promise<void> {
  return new Promise(resolve => {
    const end = setTimeout(() => mdns.destroy(resolve), GOODBYE_MS)
    mdns.removeAllListeners('error').on('error', () => undefined)
    mdns.respond(goodbye, () => {
      clearTimeout(end)
      mdns.destroy(resolve)
    })
  })
}

/**
 * One IPv4 address of each network of this machine, without the loopback. On a box that keeps off
 * the cable, only that of its radio.
 */
function networksHere(): readonly string[] {
  const alone = radioAlone()
  return Object.entries(networkInterfaces()).flatMap(([name, all]) => {
    const one = (all ?? []).find(address => address.family === 'IPv4' && !address.internal)
    return one && (alone === undefined || alone === name) ? [one.address] : []
  })
}
