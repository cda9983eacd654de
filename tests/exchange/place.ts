import { DatabaseSync } from 'node:sqlite'
import { forgetAgain, forgettingsIn } from '../../src/files/forgettings.ts'
import type { Box } from '../../src/log/box.ts'
import { type Log, newEpoch } from '../../src/log/log.ts'
import { Statements } from '../../src/log/sqlite.ts'
import { inside } from '../wire/boxes.ts'

/** What a card holds at a moment, byte for byte. */
type Image = Uint8Array
const PAST = 8

/**
 * A box in memory, with its card's past.
 *
 * Shape   `clock`: what its clock says; it only goes on. `latest`: the furthest that any card of
 *         which this one is a copy believed. `client`: the Yjs client of this start, drawn anew at
 *         each.
 */
export class Place {
  log: Log
  clock: number
  latest: number
  client: number
  #before: Image[] = []
  #backup: Image | undefined
  readonly #read = new Map<string, unknown>()

  constructor(log: Log, { clock, client }: Readonly<{ clock: number; client: number }>) {
    this.log = log
    this.clock = clock
    this.latest = clock
    this.client = client
  }

  get name(): string {
    return this.log.box.name
  }
  pass(ms: number): void {
    this.clock += ms
    this.latest = Math.max(this.latest, this.clock)
  }
  /** One commit, of which the card may forget that it was done. */
  commit<T>(work: () => T): T {
    this.#before.push(this.log.db.serialize())
    if (this.#before.length > PAST) this.#before.shift()
    this.#read.clear()
    return inside(this.log, work)
  }
  /** What was read of the card under that name since its last commit, or is read now. */
  reading<T>(name: string, read: (log: Log) => T): T {
    if (!this.#read.has(name)) this.#read.set(name, read(this.log))
    return this.#read.get(name) as T
  }

  /** The same card in another box that runs beside: same key, same epoch. */
  cloned(start: Readonly<{ clock: number; client: number }>): Place {
    const made = new Place(startedFrom(this.log.db.serialize(), this.log.box), start)
    made.latest = Math.max(made.latest, this.latest)
    return made
  }
  /** The plug was pulled and the card had lied: its last `k` commits never were. */
  lose(k: number, client: number): void {
    const image = this.#before.at(-k) ?? this.#before[0]
    if (image === undefined) return
    this.#start(image, client)
  }
  backUp(): void {
    this.#backup = this.log.db.serialize()
  }
  get hasBackup(): boolean {
    return this.#backup !== undefined
  }
  /**
   * As `restore` does it: another epoch, and what was forgotten since forgotten again, unless that
   * list burnt with the old card.
   */
  restore(client: number, isListLost: boolean, noting: (work: () => Log) => Log): void {
    const list = isListLost ? [] : forgettingsIn(this.log)
    this.#start(this.#backup!, client)
    this.log = noting(() => {
      this.#read.clear()
      const log = newEpoch(this.log)
      forgetAgain(log, list, { now: this.clock, sure: true, by: 'keeper' })
      return log
    })
  }
  #start(image: Image, client: number): void {
    const { box, db } = this.log
    this.log = startedFrom(image, box)
    this.#read.clear()
    db.close()
    this.client = client
    this.#before = []
  }
}

function startedFrom(image: Image, box: Box): Log {
  const db = new DatabaseSync(':memory:')
  db.deserialize(image)
  const sql = new Statements(db)
  const mark = (key: string): string =>
    sql.get<{ value: string }>('SELECT value FROM mark WHERE key = ?', key)!.value
  return { db, sql, box, identity: mark('identity'), epoch: mark('epoch') }
}
