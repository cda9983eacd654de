import { boxOfFeed } from '../../core/change.ts'
import { type FormerOf, formerReader, valuePlace } from '../../log/former.ts'
import { entryOf, idsNamed, signedById } from '../../log/log.ts'
import { lacksMoreThanFormer } from '../../log/missing-values.ts'
import { type EntryToSend, inCausalOrder } from './order.ts'
import type { Packing } from './pack.ts'
import { acceptedRuns, type EntryRun, firstMissing, runsOf, type SharedSpace } from './vector.ts'

/**
 * The entries that leave in a bundle, in their order: which feeds may leave for its receiver, which
 * entries the receiver lacks, and in what pages they stand. The packing of a bundle reads it.
 */

/**
 * Whether a run may leave in this bundle. In the network, only this box’s own feeds leave, and the
 * receiver’s. A box never passes on what another box confided to it.
 */
const mayLeave = (
  { box, for: receivers }: Pick<Packing, 'box' | 'for'>,
  { feed }: EntryRun,
  space: SharedSpace,
): boolean =>
  space === 'commons' ||
  boxOfFeed(feed) === box.name ||
  (receivers.length === 1 && boxOfFeed(feed) === receivers[0])

/** The feeds and branches of a space that may leave in this bundle. */
export const leavingRuns = (
  packing: Pick<Packing, 'log' | 'box' | 'for'>,
  space: SharedSpace,
): readonly EntryRun[] => runsOf(packing.log, space).filter(run => mayLeave(packing, run, space))

/**
 * The entries to send, without former values (log/former.ts) and without the values that stay here
 * for now. An entry that is only given again for its values is left out when it would lack some of
 * the second, or has no value to give.
 */
export function* leaving(
  packing: Packing,
  runs: readonly EntryRun[],
  space: SharedSpace,
): Generator<EntryToSend> {
  const kept = new Set(
    (packing.withheld ?? []).map(name => `${name.feed} ${name.seq} ${name.index} ${name.field}`),
  )
  for (const one of withoutFormer(packing, runs, space)) {
    const { feed, seq } = one.entry
    const flesh = one.signed.flesh.filter(
      ({ index, field }) => !kept.has(`${feed} ${seq} ${index} ${field}`),
    )
    const isWhole = flesh.length === one.signed.flesh.length
    if (one.run || (isWhole && flesh.length > 0)) yield { ...one, signed: { ...one.signed, flesh } }
  }
}

function* withoutFormer(
  packing: Packing,
  runs: readonly EntryRun[],
  space: SharedSpace,
): Generator<EntryToSend> {
  const formerOf = formerReader(packing.log)
  for (const one of leavingWhole(packing, runs, space, formerOf)) {
    const former = formerOf(one.id)
    const flesh = one.signed.flesh.filter(
      ({ index, field }) => !former.has(valuePlace(index, field)),
    )
    yield former.size === 0 ? one : { ...one, signed: { ...one.signed, flesh } }
  }
}

/**
 * The entries to send with all their values: first those that the receiver asks for again and whose
 * values are all here but for former ones, then those that it lacks.
 */
function* leavingWhole(
  { log, since, box: { name: me }, for: receivers }: Packing,
  runs: readonly EntryRun[],
  space: SharedSpace,
  formerOf: FormerOf,
): Generator<EntryToSend> {
  const feeds = new Set(runs.map(run => run.feed))
  for (const [feed, seqs] of Object.entries(since.hollow ?? {}))
    for (const seq of feeds.has(feed) ? seqs : [])
      for (const { id } of idsNamed(log, feed, seq)) {
        const signed = signedById(log, id)!
        const entry = entryOf(signed.bytes)
        if (!lacksMoreThanFormer(log, id, entry, formerOf)) yield { id, signed, entry }
      }
  yield* inCausalOrder(
    log,
    firstMissing(log, acceptedRuns(runs, since, [me, ...receivers]), since[space]),
  )
}

/** The entries in groups of about `most` bytes each. */
export function* pagesOf(
  entries: Iterable<EntryToSend>,
  most: number,
): Generator<readonly EntryToSend[]> {
  let page: EntryToSend[] = []
  let size = 0
  for (const leaving of entries) {
    page.push(leaving)
    size += leaving.signed.flesh.reduce(
      (sum, { value }) => sum + value.length,
      leaving.signed.bytes.length,
    )
    if (size < most) continue
    yield page
    page = []
    size = 0
  }
  if (page.length > 0) yield page
}
