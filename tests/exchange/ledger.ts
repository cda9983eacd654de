import { boxOfFeed, spaceOfFeed } from '../../src/core/change.ts'
import { SPACES } from '../../src/core/schema.ts'
import { sha256 } from '../../src/log/bytes.ts'
import { entriesAfter, type Log, lastSeqs, ownFeed } from '../../src/log/log.ts'
import { entryIn } from '../wire/boxes.ts'

/**
 * What was answered *it is written*, and what was asked to be forgotten: kept beside the boxes, by
 * nobody who can lose it.
 *
 * Shape   `at`: `feed seq index field`, as a request names it (where a feed forked, on each
 *         branch); `piece`: `hash index field`, which is one write whatever the branch. `hash`: of
 *         the entry, in hexadecimal.
 */
export type Acked = Readonly<{
  box: string
  space: string
  record: string
  at: string
  piece: string
  value: string
}> & { isLost: boolean }
/**
 * `hash8`: the one branch that is meant; empty for all. `by`: the box that asked, in the entry
 * `hash`.
 */
export type Asked = Readonly<{ by: string; hash: string; at: string; hash8: string; box: string }>

export class Ledger {
  readonly acked: Acked[] = []
  readonly asked: Asked[] = []
  /**
   * By write, the boxes that asked for it to be forgotten; and those that asked by a request, not
   * by a text's new base.
   */
  readonly #askers = new Map<string, Set<string>>()
  readonly #forgetters = new Map<string, Set<string>>()

  /** Does some of a box's own writing, and notes what it wrote. */
  noting(log: Log, work: () => Log): Log {
    const before = lastSeqs(log)
    const after = work()
    for (const space of SPACES) {
      const feed = ownFeed(after, space)
      for (const signed of entriesAfter(after, feed, before.get(feed) ?? 0, 1_000))
        this.#note(after, signed)
    }
    return after
  }

  #note(log: Log, signed: ReturnType<typeof entriesAfter>[number]): void {
    const entry = entryIn(signed)
    const hash = sha256(signed.bytes).toString('hex')
    const [box, space] = [log.box.name, spaceOfFeed(entry.feed)]
    for (const { index, field, value } of signed.flesh) {
      const at = `${entry.feed} ${entry.seq} ${index} ${field}`
      const { record, type } = entry.changes[index]!
      this.acked.push({
        box,
        space,
        record,
        at,
        piece: `${hash} ${index} ${field}`,
        value,
        isLost: false,
      })
      if (type === 'forget')
        for (const [feed, seq, n, name] of JSON.parse(value) as [string, number, number, string][])
          this.#ask(log, hash, { feed, at: `${feed} ${seq} ${n} ${name}`, hash8: '' })
    }
    for (const change of entry.changes.filter(one => one.type === 'base'))
      for (const [name, { over }] of Object.entries(change.fields))
        for (const { feed, seq, index, hash8 } of over.map(place => entry.seen[place]!))
          for (const field of [name, name.split('.')[1]!])
            this.#ask(log, hash, { feed, at: `${feed} ${seq} ${index} ${field}`, hash8 })
  }
  #ask(
    log: Log,
    hash: string,
    { feed, at, hash8 }: Readonly<{ feed: string; at: string; hash8: string }>,
  ): void {
    this.asked.push({ by: log.box.name, hash, at, hash8, box: boxOfFeed(feed) })
    for (const askers of hash8 === '' ? [this.#askers, this.#forgetters] : [this.#askers])
      askers.set(at, (askers.get(at) ?? new Set()).add(log.box.name))
  }

  /** Whether the write's own box, or this one, asked for it to be forgotten. */
  isAsked({ at, box }: Acked, here: string): boolean {
    const askers = this.#askers.get(at)
    return askers !== undefined && (askers.has(box) || askers.has(here))
  }
  /** Whether a request names it; whether it does so in another box than its own. */
  isForgotten = ({ at }: Acked): boolean => this.#forgetters.has(at)
  isForgottenElsewhere = ({ at, box }: Acked): boolean =>
    [...(this.#forgetters.get(at) ?? [])].some(by => by !== box)
  /** Whether no box holds any more what this entry said. */
  isEntryLost(hash: string): boolean {
    const pieces = this.acked.filter(one => one.piece.startsWith(hash))
    return pieces.length > 0 && pieces.every(one => one.isLost)
  }

  /**
   * After a misfortune: what no box holds any more can't come back. After a forgetting (`by` one
   * box, which may have held the last copy): only what that box, or the write's own, asked to
   * forget.
   */
  noteLosses(held: ReadonlySet<string>, by?: string): void {
    for (const one of this.acked)
      if (!held.has(one.piece) && (by === undefined || this.isAsked(one, by))) one.isLost = true
  }
}
