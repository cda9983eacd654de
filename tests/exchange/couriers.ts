import { zstdDecompressSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { boxOfFeed, type Signed, spaceOfFeed } from '../../src/core/change.ts'
import { SPACES } from '../../src/core/schema.ts'
import { ownFeed, runsNamed } from '../../src/log/log.ts'
import { filesNamed } from '../../src/log/missing-files.ts'
import { feedOfRun, seqOf } from '../../src/log/sqlite.ts'
import { Bundle } from '../../src/sync/bundle/bundle.ts'
import { NOTHING, type PeerHoldings } from '../../src/sync/bundle/vector.ts'
import { BundleFault } from '../../src/sync/intake/fault.ts'
import { emptyCounts, startAgainIfForked, takePage } from '../../src/sync/intake/take.ts'
import { lastStateOf, noteManifest } from '../../src/sync/session/heard.ts'
import { UNLIMITED, verdictOf } from '../../src/sync/trust/trust.ts'
import { BadArchive } from '../../src/zip/read.ts'
import { entryIn } from '../wire/boxes.ts'
import { holds } from './broken.ts'
import { packed } from './carry.ts'
import { CANARY } from './people.ts'
import type { Place } from './place.ts'
import { piecesHeld, supersededAt, trustAt, type World } from './world.ts'

type Mail = Readonly<{ to: string; bytes: Buffer }>
/** What a neighbour brings without the keeper's yes, small enough for a world to reach it. */
const SHARE = { entries: 25, bytes: 64 * 1024 } as const
const YEARS = 3 * 365 * 86_400_000

/** Bundles on their way: lost, doubled, out of order, cut, bit-flipped, years late. */
export class Couriers {
  readonly #world: World
  readonly #mail: Mail[] = []
  constructor(world: World) {
    this.#world = world
  }

  /** Most go to a box that is known; a commons may be carried to anybody. */
  async leave(place: Place): Promise<void> {
    const { chance } = this.#world
    const known = [...trustAt(place).paired]
    const to = this.#world.one(known.length > 0 && chance.below(5) > 0 ? known : this.#world.names)
    if (to === place.name) return
    const fresh = chance.below(4) === 0
    // For whoever comes: sealed for all that are paired.
    const isForAll = chance.below(5) === 0
    this.#mail.push({
      to,
      bytes: await this.#packed(
        place,
        isForAll ? undefined : to,
        fresh ? NOTHING : lastStateOf(place.log, to),
      ),
    })
  }
  async #packed(place: Place, to: string | undefined, since: PeerHoldings): Promise<Buffer> {
    const { log, clock } = place
    const paired = this.#world.isSealing ? [...trustAt(place).paired] : []
    const bytes = await packed(log, {
      now: clock,
      since,
      for: to === undefined ? paired : paired.filter(name => name === to),
    })
    lookInside(bytes)
    return bytes
  }

  /**
   * Something that was sent arrives, perhaps late, perhaps again later, perhaps hurt, perhaps
   * never.
   */
  async arrive(): Promise<void> {
    const { chance, places } = this.#world
    if (this.#mail.length === 0) return
    // Half of the time what left last.
    const at = chance.below(2) === 0 ? this.#mail.length - 1 : chance.below(this.#mail.length)
    const { to, bytes } = this.#mail[at]!
    if (chance.below(3) > 0) this.#mail.splice(at, 1)
    const fate = chance.below(12)
    if (fate === 0) return
    const hurt = Buffer.from(fate === 1 ? bytes.subarray(0, chance.below(bytes.length)) : bytes)
    if (fate === 2) hurt[chance.below(hurt.length)]! ^= 1 << chance.below(8)
    const there = this.#world.one(places.filter(({ name }) => name === to))
    if (fate === 3) there.pass(YEARS)
    await this.#deliver(there, hurt, chance.below(3) === 0)
  }

  /**
   * Errors  none that a courier can cause. `yes`: the keeper's, to more than a neighbour's share.
   */
  async #deliver(place: Place, bytes: Uint8Array, yes: boolean): Promise<void> {
    let opened: Bundle
    try {
      opened = await Bundle.open(bytes, place.log.box)
    } catch (error) {
      if (error instanceof BadArchive || error instanceof BundleFault) return
      throw error
    }
    const before = foreign(place)
    const gone = forgottenAt(place)
    const report = emptyCounts()
    const taking = {
      trust: trustAt(place),
      quota: yes ? UNLIMITED : SHARE,
      now: place.clock,
      report,
    }
    for await (const page of opened.pages()) {
      for (const { flesh } of page.entries) filesNamed(flesh)
      if (page.space === 'network') this.#confided(place, page.entries)
      place.commit(() => takePage(place.log, page.entries, taking))
    }
    const { taken, stopped, isFull } = report
    const brought = { taken, stopped: stopped.size, isFull, aside: [...report.aside.values()] }
    place.commit(() => {
      noteManifest(place.log, opened, place.clock, { brought })
      place.log = startAgainIfForked(place.log, report)
    })
    opened.close()
    // Its other card may have asked, and this one held the last copy.
    if (forgottenAt(place) > gone) this.#world.noteLosses(place.name)
    const came = foreign(place) - before
    holds('who may', yes || came <= SHARE.entries, () => `${came} entries without a yes`)
    for (const space of SPACES)
      holds(
        'fork',
        runsNamed(place.log, ownFeed(place.log, space)).length <= 1,
        () => `${place.name.slice(0, 5)} goes on with a forked feed`,
      )
  }

  /** Law 6: what a box opens of the network was confided to it. */
  #confided(place: Place, entries: readonly Signed[]): void {
    for (const box of new Set(entries.map(signed => boxOfFeed(entryIn(signed).feed))))
      holds(
        'law 6',
        box === place.name || this.#world.paired.has(`${place.name} ${box}`),
        () => `${box} opened by ${place.name.slice(0, 5)}`,
      )
  }

  /**
   * Both give, both take, as long as one has something that the other lacks: each has then just
   * heard what the other holds.
   */
  async meet(one: Place, two: Place): Promise<void> {
    if (this.owed(one, two).length === 0 && this.owed(two, one).length === 0) return
    for (const [from, to] of [
      [one, two],
      [two, one],
      [one, two],
    ] as const)
      await this.#deliver(
        to,
        await this.#packed(
          from,
          to.name,
          from.name === to.name ? NOTHING : lastStateOf(from.log, to.name),
        ),
        true,
      )
  }

  /** What one holds, may give, and the other lacks though it would take it. */
  owed(from: Place, to: Place): readonly string[] {
    const trust = trustAt(to)
    const has = new Map(entriesOf(to).map(entry => [entry.hash, entry]))
    const isPaired =
      this.#world.isSealing && from.name !== to.name && trustAt(from).paired.has(to.name)
    return entriesOf(from).flatMap(({ feed, seq, hash }) => {
      const space = spaceOfFeed(feed)
      const isPassed = boxOfFeed(feed) === from.name || boxOfFeed(feed) === to.name
      if (space === 'home' || (space === 'network' && !(isPaired && isPassed))) return []
      if (verdictOf(trust, feed, seq) !== 'believed') return []
      const held = has.get(hash)
      const lacks = held === undefined || (held.isHollow && mayFill(from, to, hash))
      return lacks
        ? [
            `${from.name.slice(0, 5)} to ${to.name.slice(0, 5)}: ${feed} ` +
              `${seq}${held ? ' (flesh)' : ''}`,
          ]
        : []
    })
  }
}

/** Whether one box holds a value of this entry that is former nowhere, and the other lacks it. */
function mayFill(from: Place, to: Place, hash: string): boolean {
  const pieces = (place: Place): ReadonlySet<string> =>
    new Set([...piecesHeld(place)].filter(piece => piece.startsWith(hash)))
  const spared = new Set([from, to].flatMap(place => [...supersededAt(place)]))
  return pieces(from).difference(pieces(to)).difference(spared).size > 0
}

type Held = Readonly<{ feed: string; seq: number; hash: string; isHollow: boolean }>
const entriesOf = (place: Place): readonly Held[] =>
  place.reading('entries', ({ sql }) =>
    sql
      .all<{ id: number; name: string; hash: Uint8Array; hollow: number | null }>(
        `SELECT e.id, f.name, e.hash, h.entry AS hollow
         FROM entry e JOIN feed f ON f.no = e.id >> 32 LEFT JOIN hollow h ON h.entry = e.id`,
      )
      .map(({ id, name, hash, hollow }) => ({
        feed: feedOfRun(name),
        seq: seqOf(id),
        hash: Buffer.from(hash).toString('hex'),
        isHollow: hollow !== null,
      })),
  )

/** How many values are forgotten here. */
const forgottenAt = ({ log }: Place): number =>
  log.sql.get<{ n: number }>(
    'SELECT (SELECT count(*) FROM forgotten) + (SELECT count(*) FROM forgotten_one) AS n',
  )!.n

/** How many entries of others it holds. */
const foreign = ({ log }: Place): number =>
  log.sql.get<{ n: number }>(
    'SELECT count(*) AS n FROM entry e JOIN feed f ON f.no = e.id >> 32 WHERE f.own = 0',
  )!.n

const SECRET = [CANARY.home, CANARY.network, '.home"', '.network"'].map(word => Buffer.from(word))
/**
 * Law 6: each part unfolded, what is sealed as it lies; nothing of home, nothing of the network in
 * clear, nor the names of their feeds.
 */
function lookInside(bytes: Buffer): void {
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const open = Buffer.from(name.endsWith('.zst') ? zstdDecompressSync(part) : part)
    for (const word of SECRET) holds('law 6', !open.includes(word), () => `${word} in ${name}`)
  }
}
