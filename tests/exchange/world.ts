import type { BoxDecided } from '../../src/contract/box/boxes.ts'
import { MOST_INTRODUCED } from '../../src/contract/box/boxes.ts'
import type { Log } from '../../src/log/log.ts'
import { decideBox, trustOf } from '../../src/sync/trust/decisions.ts'
import { peerMarksIn } from '../../src/sync/trust/marks.ts'
import { introducersOf, type Trust } from '../../src/sync/trust/trust.ts'
import { type Chance, chanceFrom } from '../faults/chance.ts'
import { fixedBox, NOON, openMemory } from '../wire/boxes.ts'
import { harm } from './bad.ts'
import { Broken, holds } from './broken.ts'
import { Couriers } from './couriers.ts'
import { Ledger } from './ledger.ts'
import { People } from './people.ts'
import { Place } from './place.ts'
import { supersededIn } from './superseded.ts'

/**
 * Boxes in memory that live through a seed's chance: people write, forget, join and edit one text
 * together; keepers recognise one another, introduce, pause, dismiss, and take it back; couriers
 * lose, double, cut, hurt and delay; cards are cloned, put back, or forget their last writes;
 * clocks are wrong. No disk, no HTTP, no tables: those have their own tests.
 */
const CLOCKS = [NOON, NOON, 0, Date.UTC(2099, 5, 1), NOON + 7_000_000]
const MOST_CLONES = 2

export class World {
  readonly chance: Chance
  readonly places: Place[]
  readonly ledger = new Ledger()
  readonly names: readonly string[]
  /** Sealing costs more than all the rest: one world in four has a network. */
  readonly isSealing: boolean
  /** A box that was paired and turned bad. In one world in three. */
  readonly bad: string | undefined
  /**
   * `a b` for each two boxes that ever recognised each other; `here there` for each yes to an
   * introduction.
   */
  readonly paired = new Set<string>()
  readonly accepted = new Set<string>()
  /** Words that somebody put in each text, and those that somebody took out of one. */
  readonly typed: readonly string[][] = [[], []]
  readonly takenOut = new Set<string>()
  readonly couriers: Couriers
  readonly people: People

  constructor(seed: number) {
    this.chance = chanceFrom(seed)
    this.isSealing = seed % 4 === 0
    const boxes = 2 + this.chance.below(4)
    this.places = Array.from(
      { length: boxes },
      (_, n) =>
        new Place(this.#inEpoch(openMemory(fixedBox(n + 1))), {
          clock: this.one(CLOCKS),
          client: this.client(),
        }),
    )
    this.names = this.places.map(place => place.name)
    this.bad = seed % 3 === 0 ? this.names[1] : undefined
    this.couriers = new Couriers(this)
    this.people = new People(this)
    // The others meet on the way, or never.
    for (let n = 1; n < boxes; n++)
      if (n === 1 || this.chance.below(3) > 0)
        this.#pair(this.one(this.places.slice(0, n)), this.places[n]!)
  }
  one<T>(all: readonly T[]): T {
    return all[this.chance.below(all.length)]!
  }
  client = (): number => 1 + this.chance.below(2 ** 32 - 1)
  /** An epoch drawn from the seed, so that a world can be lived through again. */
  #inEpoch(log: Log): Log {
    const epoch = Array.from({ length: 16 }, () => this.chance.below(16).toString(16)).join('')
    log.sql.run("UPDATE mark SET value = ? WHERE key = 'epoch'", epoch)
    return { ...log, epoch }
  }

  /** The boxes that have kept faith, clones included. */
  get faithful(): readonly Place[] {
    return this.places.filter(place => place.name !== this.bad)
  }

  async step(): Promise<void> {
    const place = this.one(this.places)
    const what = this.chance.below(100)
    place.pass(this.chance.below(5_000))
    if (what < 28) for (let n = this.chance.below(2); n >= 0; n--) this.people.act(place)
    else if (what < 34 && this.bad !== undefined)
      harm(this, this.one(this.places.filter(({ name }) => name === this.bad)))
    else if (what < 43) this.#keeper(place)
    else if (what < 66) await this.couriers.leave(place)
    else if (what < 92) await this.couriers.arrive()
    else this.#misfortune(place)
  }

  /** What keepers decide of other boxes, each for their own. */
  #keeper(place: Place): void {
    const what = this.chance.below(20)
    const paired = [...trustAt(place).paired]
    const known = [...peerMarksIn(place.log).keys()]
    if (what < 4) this.#pair(place, this.one(this.places))
    else if (what < 9) this.#accept(place)
    else if (what < 13 && paired.length > 0) this.people.introduce(place, this.one(paired))
    else if (known.length > 0) this.#judge(place, this.one(known), what)
  }
  #judge(place: Place, name: string, what: number): void {
    const decide = (decided: Omit<BoxDecided, 'name'>): void =>
      void place.commit(() => decideBox(place.log, { name, ...decided }))
    const since = this.one(peerMarksIn(place.log).get(name)?.arrivals ?? [])?.at
    if (what < 14) decide({ paused: true })
    else if (what < 16) decide({ paused: false })
    else if (what < 17) decide({ dismissed: true })
    else if (what < 18 && name === this.bad)
      decide({ dismissed: true, ...(since === undefined ? {} : { hideSince: since }) })
    else decide({ dismissed: false })
  }
  /** In person: each notes the other. */
  #pair(one: Place, two: Place): void {
    if (one.name === two.name) return
    for (const [here, there] of [
      [one, two],
      [two, one],
    ] as const) {
      this.paired.add(`${here.name} ${there.name}`)
      here.commit(() => decideBox(here.log, { name: there.name, paired: true }))
    }
  }
  /** A box that is paired here introduces others; the keeper here says yes to one that waits. */
  #accept(place: Place): void {
    const waiting = this.waitingAt(place)
    if (waiting.length === 0) return
    const name = this.one(waiting)
    this.accepted.add(`${place.name} ${name}`)
    place.commit(() => decideBox(place.log, { name, accepted: true }))
  }
  waitingAt(place: Place): readonly string[] {
    const trust = trustAt(place)
    const all = [...new Set(trust.introductions.map(({ box }) => box))].filter(
      box => box !== place.name,
    )
    const waiting = all.filter(box => introducersOf(trust, box).length > 0)
    for (const by of trust.paired) {
      const count = waiting.filter(box => introducersOf(trust, box).includes(by)).length
      holds('who may', count <= MOST_INTRODUCED, () => `${count} boxes wait by one introducer`)
    }
    return waiting
  }

  /**
   * A card cloned into a second box that runs beside; one that forgets its last commits; a backup
   * made, or put back.
   */
  #misfortune(place: Place): void {
    const what = this.chance.below(3)
    if (what === 0 && this.places.length < this.names.length + MOST_CLONES)
      this.places.push(place.cloned({ clock: this.one(CLOCKS), client: this.client() }))
    else if (what === 1) place.lose(1 + this.chance.below(7), this.client())
    else if (!place.hasBackup || this.chance.below(3) === 0) place.backUp()
    else
      place.restore(this.client(), this.chance.below(2) === 0, work =>
        this.ledger.noting(place.log, work),
      )
    this.noteLosses()
  }
  noteLosses(by?: string): void {
    this.ledger.noteLosses(new Set(this.places.flatMap(place => [...piecesHeld(place)])), by)
  }

  /**
   * The end: keepers note again whom they had recognised, where their card forgot it; no pause
   * stands; half of the worlds take dismissals back.
   */
  setRight(): void {
    const isForgiving = this.chance.below(2) === 0
    for (const place of this.places) {
      const { log, name } = place
      place.commit(() => {
        for (const pair of this.paired)
          if (pair.startsWith(name)) decideBox(log, { name: pair.split(' ')[1]!, paired: true })
        for (const pair of this.accepted)
          if (pair.startsWith(name)) decideBox(log, { name: pair.split(' ')[1]!, accepted: true })
        for (const other of peerMarksIn(log).keys())
          decideBox(log, {
            name: other,
            paused: false,
            ...(isForgiving ? { dismissed: false } : {}),
          })
      })
    }
  }
  /** Everybody meets everybody until nobody has anything to bring; how many rounds it took. */
  async settle(most: number): Promise<number> {
    for (let round = 1; round <= most; round++) {
      for (const [n, one] of this.places.entries())
        for (const two of this.places.slice(n + 1)) await this.couriers.meet(one, two)
      if (this.#debts().length === 0) return round
    }
    throw new Broken('law 4', `not all equal: ${this.#debts().slice(0, 3).join('; ')}`)
  }
  #debts(): readonly string[] {
    return this.places.flatMap(from => this.faithful.flatMap(to => this.couriers.owed(from, to)))
  }
}

/** `hash index field` of each value that a box still holds. */
export const piecesHeld = (place: Place): ReadonlySet<string> =>
  place.reading('pieces', ({ sql }) => {
    const rows = sql.all<{ hash: Uint8Array; change: number; field: string }>(
      'SELECT e.hash, f.change, f.field FROM piece f JOIN entry e ON e.id = f.entry',
    )
    return new Set(
      rows.map(
        ({ hash, change, field }) => `${Buffer.from(hash).toString('hex')} ${change} ${field}`,
      ),
    )
  })
/** The pieces that their own box wrote over since, as a place knows it. */
export const supersededAt = (place: Place): ReadonlySet<string> =>
  place.reading('superseded', supersededIn)
export const trustAt = (place: Place): Trust =>
  place.reading('trust', log => trustOf(log, place.name))
