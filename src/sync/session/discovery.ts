import { networkInterfaces } from 'node:os'
import type { BoxNear, Nearby } from '../../contract/box/boxes.ts'
import { isBoxName } from '../../core/change.ts'
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
 * name, its page’s name and its port. It looks for others only while a keeper’s page asks.
 *
 * Law     Nothing depends on discovery: where multicast is closed, no box is found.
 *         An announcement tells nothing of a person, and does not hold the machine’s own name.
 *         A packet only gives an address to try. The box at that address proves its key, or is
 *         ignored.
 *         No packet, however it is made, stops the page.
 */
export type Near = Readonly<{ look: () => Nearby; close: () => Promise<void> }>
export type NearOf = Readonly<{
  box: string
  called: () => string
  port: number
  /** Units   milliseconds of a clock that nobody sets. */
  now: () => number
  /** Our bug, told once. */
  report: (error: unknown) => void
  /** By the address of each network; the system's own unless a test gives others. */
  networks?: () => readonly string[]
  open?: (of: MulticastOf) => Multicast
}>

const SERVICE = '_cocote._tcp.local'
/** Units   milliseconds. */
const LOOK_MS = 2_000
const KEPT_MS = 180_000
/** A network that comes after the page did: a cable, a Wi-Fi that was slow. */
const NETWORKS_MS = 30_000
/** RFC 6762, 6: what was said is not said again within a second. */
const QUIET_MS = 1_000
const GOODBYE_MS = 500
/** Units   seconds: for how long others may keep what is said. */
const TTL = 120
const MOST_NEAR = 20
/** Units   characters: with its key it stays under the 255 bytes of a text. */
const LONGEST_SAID = 60

/** Nobody elsewhere can ask a page that listens there: there is nobody to find it. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.')

/** Nothing where nobody listens for it: no package, or `COCOTE_MDNS=0`. */
export function openNear(of: NearOf): Near | undefined {
  const open = of.open ?? multicast()
  return open && new Network(of, open)
}

type Voice = { readonly mdns: Multicast; saidAt: number }

class Network implements Near {
  readonly #of: NearOf
  readonly #open: (of: MulticastOf) => Multicast
  readonly #voices = new Map<string, Voice>()
  readonly #watching: NodeJS.Timeout
  #found: Map<string, BoxNear> | undefined
  #kept: readonly BoxNear[] = []
  #lookedAt = Number.NEGATIVE_INFINITY
  #isReported = false

  constructor(of: NearOf, open: (of: MulticastOf) => Multicast) {
    this.#of = of
    this.#open = open
    this.#watch()
    this.#watching = setInterval(() => this.#watch(), NETWORKS_MS).unref()
  }

  look = (): Nearby => {
    if (!this.#found && this.#voices.size > 0 && this.#of.now() - this.#lookedAt > KEPT_MS)
      this.#begin()
    return { boxes: this.#kept, isLooking: this.#found !== undefined && this.#kept.length === 0 }
  }

  close = async (): Promise<void> => {
    clearInterval(this.#watching)
    const all = [...this.#voices]
    this.#voices.clear()
    await Promise.all(all.map(([address, { mdns }]) => farewell(mdns, this.#records(address, 0))))
  }

  #begin(): void {
    this.#found = new Map()
    const ask = (): void => {
      for (const { mdns } of this.#voices.values()) mdns.query(SERVICE, 'PTR')
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

  /** One voice a network: a small box may have several, and a way out by none. */
  #watch(): void {
    const networks = (this.#of.networks ?? networksHere)()
    for (const [address, { mdns }] of this.#voices)
      if (!networks.includes(address)) this.#drop(address, mdns)
    for (const address of networks) if (!this.#voices.has(address)) this.#join(address)
  }

  #join(address: string): void {
    const mdns = this.#open({ interface: address, bind: '0.0.0.0' })
    const voice: Voice = { mdns, saidAt: Number.NEGATIVE_INFINITY }
    this.#voices.set(address, voice)
    // Another program holds the port, the network went: it is tried again at the next look at the
    // networks.
    mdns.on('error', () => this.#drop(address, mdns))
    mdns.on('ready', () => this.#safely(() => this.#say(address, voice)))
    mdns.on('query', (packet: Packet) =>
      this.#safely(() => this.#isAsked(packet, address) && this.#say(address, voice)),
    )
    mdns.on('response', (packet: Packet, from: Readonly<{ address: string }>) =>
      this.#safely(() => this.#hear(packet, from.address)),
    )
  }

  #drop(address: string, mdns: Multicast): void {
    if (this.#voices.get(address)?.mdns !== mdns) return
    this.#voices.delete(address)
    this.#safely(() => mdns.destroy())
  }

  #say(address: string, voice: Voice): void {
    const now = this.#of.now()
    if (now - voice.saidAt < QUIET_MS) return
    voice.saidAt = now
    voice.mdns.respond(this.#records(address, TTL))
  }

  #isAsked({ questions = [] }: Packet, address: string): boolean {
    const { answers, additionals } = this.#records(address, TTL)
    const ours = new Set([...answers!, ...additionals!].map(one => one.name.toLowerCase()))
    return questions.some(({ name }) => typeof name === 'string' && ours.has(name.toLowerCase()))
  }

  #records(address: string, ttl: number): Packet {
    const { box, port, called } = this.#of
    const [instance, target] = [`${box}.${SERVICE}`, `${box.slice(0, 12)}.local`]
    return {
      answers: [{ name: SERVICE, type: 'PTR', ttl, data: instance }],
      additionals: [
        { name: instance, type: 'SRV', ttl, data: { port, target } },
        {
          name: instance,
          type: 'TXT',
          ttl,
          data: [`box=${box}`, `called=${called().slice(0, LONGEST_SAID)}`],
        },
        { name: target, type: 'A', ttl, data: address },
      ],
    }
  }

  /**
   * The packet itself comes from where its box listens: an address that it says of another is not
   * looked at.
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

function boxIn(text: Spoken | undefined): string | undefined {
  const parts = Array.isArray(text?.data) ? (text.data as readonly unknown[]) : []
  const said = parts
    .map(part => (part instanceof Uint8Array ? Buffer.from(part).toString('utf8') : ''))
    .find(one => one.startsWith('box='))
  const box = said?.slice('box='.length)
  return box !== undefined && isBoxName(box) ? box : undefined
}

/**
 * What is said with a TTL of nothing is forgotten by those who kept it. Nobody waits long for that.
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
 * One address of each network of this machine, but the machine itself; on a box that nobody wants
 * on the cable, of its radio's alone.
 */
function networksHere(): readonly string[] {
  const alone = radioAlone()
  return Object.entries(networkInterfaces()).flatMap(([name, all]) => {
    const one = (all ?? []).find(held => held.family === 'IPv4' && !held.internal)
    return one && (alone === undefined || alone === name) ? [one.address] : []
  })
}
