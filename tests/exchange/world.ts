import { Bundle } from '../../src/exchange/bundle.ts'
import { BundleFault } from '../../src/exchange/fault.ts'
import { heardFrom, hearManifest, markBox, trustOf } from '../../src/exchange/known.ts'
import { filesNamed, type Known, NOTHING } from '../../src/exchange/pack.ts'
import { nothingTaken, startAgainIfForked, takePage } from '../../src/exchange/take.ts'
import { QUOTA } from '../../src/exchange/trust.ts'
import { BadArchive } from '../../src/exchange/unzip.ts'
import { admitAny } from '../../src/log/branch.ts'
import { type FleshName, forgetValue, writesToForget } from '../../src/log/forget.ts'
import { type Log, positions, since } from '../../src/log/log.ts'
import { type Chance, chanceFrom } from '../faults/chance.ts'
import { entryIn, everything, fixedBox, inside, NOON, openMemory, recordId, write } from '../wire/boxes.ts'
import { packed } from './carry.ts'

/**
 * Boxes in memory that live through a seed's chance: people write, forget, meet; couriers lose, double, cut, hurt and delay; cards are
 * cloned, put back, or forget their last writes; clocks are wrong. No disk, no HTTP: those have their own tests.
 */
export type Place = { log: Log; clock: number; older?: Log }
/** A value that was acknowledged: where it stands, and whether the card that held it was lost with it. */
type Acked = { feed: string; seq: number; value: string; isLost: boolean }
type Mail = Readonly<{ to: string; bytes: Buffer }>

const CLOCKS = [NOON, NOON, 0, Date.UTC(2099, 5, 1), NOON + 7_000_000]
export const CANARY = 'CANARI'

export class World {
  readonly chance: Chance
  readonly places: Place[]
  readonly acked: Acked[] = []
  /** Values that a request to forget names, with where the request stands. */
  readonly forgotten: Acked[] = []
  readonly mail: Mail[] = []
  readonly names: readonly string[]
  /** Sealing costs more than all the rest: one world in four has a network. */
  readonly isSealing: boolean
  /** A box that was paired and turned bad: it asks for others' words to be forgotten, dismisses, introduces. In one world in three. */
  readonly bad: string | undefined
  #values = 0

  constructor(seed: number, boxes: number) {
    this.chance = chanceFrom(seed)
    this.isSealing = seed % 4 === 0
    this.places = Array.from({ length: boxes }, (_, n) => ({ log: this.#inEpoch(openMemory(fixedBox(n + 1))), clock: this.#one(CLOCKS) }))
    this.names = this.places.map(({ log }) => log.box.name)
    this.bad = seed % 3 === 0 ? this.names[1] : undefined
    for (const place of this.places) this.#pair(place.log)
  }
  #one<T>(all: readonly T[]): T {
    return all[this.chance.below(all.length)]!
  }
  /** An epoch drawn from the seed, so that a world can be lived through again. */
  #inEpoch(log: Log): Log {
    const epoch = Array.from({ length: 16 }, () => this.chance.below(16).toString(16)).join('')
    log.sql.run("UPDATE mark SET value = ? WHERE key = 'epoch'", epoch)
    return { ...log, epoch }
  }
  #pair(log: Log): void {
    inside(log, () => {
      for (const name of this.names) if (name !== log.box.name) markBox(log, name, { paired: true })
    })
  }

  /** The boxes that have kept faith, clones included. */
  get faithful(): readonly Place[] {
    return this.places.filter(({ log }) => log.box.name !== this.bad)
  }

  async step(): Promise<void> {
    const place = this.#one(this.places)
    const what = this.chance.below(100)
    place.clock += this.chance.below(5_000)
    if (what < 45 && place.log.box.name === this.bad && this.chance.below(2) === 0) this.#harm(place)
    else if (what < 45) this.#write(place)
    else if (what < 52) this.#forget(place)
    else if (what < 72) await this.#send(place, this.#one(this.names))
    else if (what < 92) await this.#arrives()
    else this.#misfortune(this.places.indexOf(place))
  }

  #write({ log, clock }: Place): void {
    const space = this.#one(['commons', 'commons', 'network', 'home'] as const)
    const value = `${space === 'home' ? CANARY : 'v'}-${++this.#values}-`
    // Now and then somebody writes without having seen what stands there.
    const blind = this.chance.below(4) === 0 ? { over: [] } : {}
    write(log, {
      record: recordId(1 + this.chance.below(4)),
      space,
      fields: { [this.#one(['title', 'text'])]: value },
      now: clock,
      ...blind,
    })
    this.acked.push({ ...this.#last(log, space), value, isLost: false })
  }
  #last(log: Log, space: string): { feed: string; seq: number } {
    const feed = `${log.box.name}.${log.epoch}.${space}`
    return { feed, seq: positions(log).get(feed) ?? 0 }
  }

  /** A box forgets what it wrote itself of a record. */
  #forget({ log, clock }: Place): void {
    const names = writesToForget(log, 'need', recordId(1 + this.chance.below(4))).filter(
      name => name.feed.startsWith(log.box.name) && name.feed.endsWith('.commons'),
    )
    if (names.length === 0) return
    const values = names.flatMap(name => this.#valueOf(log, name))
    write(log, { type: 'forget', record: recordId(900 + ++this.#values), fields: { writes: forgetValue(names) }, over: [], now: clock })
    const at = this.#last(log, 'commons')
    for (const value of values) this.forgotten.push({ ...at, value, isLost: false })
  }
  /** Rightly signed, and nobody's to obey but its own box: which then carries others' entries without their flesh. */
  #harm({ log, clock }: Place): void {
    const others = writesToForget(log, 'need', recordId(1 + this.chance.below(4))).filter(name => !name.feed.startsWith(log.box.name))
    const what = this.chance.below(3)
    const fields =
      what === 0
        ? { introduces: fixedBox(100 + this.chance.below(50)).name, called: 'un ami' }
        : what === 1
          ? { dismisses: { box: this.#one(this.names), believed: {} } }
          : { writes: forgetValue(others) }
    const type = what === 2 ? 'forget' : 'box'
    write(log, { type, record: recordId(500_000 + ++this.#values), fields, over: [], now: clock })
  }
  #valueOf(log: Log, name: FleshName): readonly string[] {
    return since(log, name.feed, name.seq - 1, 1).flatMap(signed =>
      signed.flesh
        .filter(piece => piece.index === name.index && piece.field === name.field)
        .map(piece => JSON.parse(piece.value) as string),
    )
  }

  async #send({ log, clock }: Place, to: string): Promise<void> {
    if (to === log.box.name) return
    const known: Known = this.chance.below(4) === 0 ? NOTHING : heardFrom(log, to)
    this.mail.push({ to, bytes: await packed(log, { now: clock, since: known, for: this.isSealing ? [to] : [] }) })
  }

  /** Something that was sent arrives, perhaps late, perhaps again later, perhaps hurt, perhaps never. */
  async #arrives(): Promise<void> {
    if (this.mail.length === 0) return
    const at = this.chance.below(this.mail.length)
    const { to, bytes } = this.mail[at]!
    if (this.chance.below(3) > 0) this.mail.splice(at, 1)
    const fate = this.chance.below(8)
    if (fate === 0) return
    const hurt = Buffer.from(fate === 1 ? bytes.subarray(0, this.chance.below(bytes.length)) : bytes)
    if (fate === 2) hurt[this.chance.below(hurt.length)]! ^= 1 << this.chance.below(8)
    const there = this.places.filter(({ log }) => log.box.name === to)
    await this.arrive(this.#one(there), hurt)
  }

  /** Errors  none that a courier can cause. */
  async arrive(place: Place, bytes: Uint8Array): Promise<void> {
    try {
      await this.#deliver(place, await Bundle.open(bytes, place.log.box))
    } catch (error) {
      if (!(error instanceof BadArchive || error instanceof BundleFault)) throw error
    }
  }
  async #deliver(place: Place, opened: Bundle): Promise<void> {
    const { log } = place
    const report = nothingTaken()
    const taking = { trust: trustOf(log, log.box.name), quota: QUOTA, now: place.clock, report }
    for await (const page of opened.pages()) {
      for (const { flesh } of page.entries) filesNamed(flesh)
      inside(log, () => takePage(log, page.entries, taking))
    }
    inside(log, () => hearManifest(log, opened, place.clock))
    const after = inside(log, () => startAgainIfForked(log, report))
    if (after !== log) place.log = this.#inEpoch(log)
    opened.close()
  }

  /** Both give, both take: each has just heard what the other holds. */
  async meet(one: Place, two: Place): Promise<void> {
    for (const [from, to] of [
      [one, two],
      [two, one],
      [one, two],
    ] as const) {
      const name = to.log.box.name
      const isTwin = name === from.log.box.name
      const known = isTwin ? NOTHING : heardFrom(from.log, name)
      await this.arrive(to, await packed(from.log, { now: from.clock, since: known, for: isTwin || !this.isSealing ? [] : [name] }))
    }
  }

  /** A card cloned into a second box that runs beside; one that forgets its last writes; an older copy put back. */
  #misfortune(at: number): void {
    const place = this.places[at]!
    const what = this.chance.below(3)
    if (what === 0 && this.places.length < this.names.length + 2) {
      this.places.push({ log: this.#copied(place.log), clock: this.#one(CLOCKS) })
      return
    }
    if (place.older === undefined || this.chance.below(3) === 0) {
      place.older = this.#copied(place.log)
      return
    }
    const copy = place.older
    delete place.older
    place.log = what === 1 ? copy : this.#inEpoch(copy)
    for (const one of [...this.acked, ...this.forgotten])
      if (one.feed.startsWith(copy.box.name) && (positions(copy).get(one.feed) ?? 0) < one.seq) one.isLost = true
  }

  /** The same box, key and epoch, as its card is now. */
  #copied(log: Log): Log {
    const copy = openMemory(log.box)
    inside(copy, () => {
      copy.sql.run("UPDATE mark SET value = ? WHERE key = 'epoch'", log.epoch)
      for (const { key, value } of log.sql.all<{ key: string; value: string }>(
        "SELECT key, value FROM mark WHERE key LIKE 'box:%' OR key = 'witnessed'",
      ))
        copy.sql.run('INSERT OR REPLACE INTO mark VALUES (?, ?)', key, value)
    })
    for (const feed of positions(log).keys())
      for (const signed of since(log, feed, 0, 100_000)) inside(copy, () => admitAny(copy, entryIn(signed), signed))
    return { ...copy, epoch: log.epoch }
  }
}

/** Everything that a box holds and may give, as text. */
export const heldText = (log: Log): string =>
  everything(log)
    .flat()
    .flatMap(({ bytes, flesh }) => [Buffer.from(bytes).toString(), ...flesh.map(({ value }) => value)])
    .join('\n')
