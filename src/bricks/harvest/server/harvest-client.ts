import { Worker } from 'node:worker_threads'
import { Unreadable } from '../../../reading/unreadable.ts'
import type { WikiCategory } from '../../../reading/wiki.ts'
import type { AskedHarvest, Harvest } from '../../../text/harvest/harvest.ts'
import type { KnownCommune } from '../model/whereabouts.ts'

/**
 * A page of notes read and harvested in a thread of its own: two megabytes take seconds, and
 * nobody's page waits for them; and what reads documents (20 MB in memory) is there only meanwhile.
 * `asked`: what the keeper knows beside the text: how things are said here, how often each rule was
 * right, and the mended meeting when the page is read again. `communes`: those that this box knows.
 */
export type Notes = Readonly<{ asked?: AskedHarvest; communes?: readonly KnownCommune[] }> &
  (
    | Readonly<{ kind: 'bytes'; bytes: Uint8Array; name: string; type: string }>
    | Readonly<{ kind: 'address'; address: string; allowLocal: boolean }>
  )
/** `elsewhere`: as `located` says it. */
export type HarvestedNotes = Readonly<{
  text: string
  name: string
  url: string | null
  found: Harvest
  elsewhere: readonly string[]
}>

/** `fetched`: what was far is here, and reading begins. */
export type HarvestMessage =
  | Readonly<{ fetched: true }>
  | Readonly<{ category: WikiCategory }>
  | Readonly<{ harvested: HarvestedNotes }>
  | Readonly<{ unreadable: Readonly<{ code: Unreadable['code']; data: Unreadable['data'] }> }>

/** Units  seconds. An honest page of two megabytes takes twelve on a busy machine. */
const LONGEST_S = 30
export type Harvester = (notes: Notes) => Promise<HarvestedNotes | WikiCategory>

/**
 * Shape   `bricks`: the module that lists the bricks, whose rules the thread loads. `without`: the
 *         names of those that the keeper put away.
 * Law     one page at a time, whoever asks: what takes a core takes no second one. A thread that
 *         has not ended in its time is ended.
 * Errors  Unreadable, as the reading room says it; anything else is our bug.
 */
export function harvester(
  bricks: URL,
  {
    seconds = LONGEST_S,
    without = [],
    thread = new URL('./harvest-worker.ts', import.meta.url),
  }: Readonly<{ seconds?: number; without?: readonly string[]; thread?: URL }> = {},
): Harvester {
  let before: Promise<unknown> = Promise.resolve()
  return notes => {
    const harvested = before.then(() =>
      harvestedBy(
        new Worker(thread, { workerData: { notes, bricks: bricks.href, without } }),
        notes,
        seconds,
      ),
    )
    before = harvested.catch(() => undefined)
    return harvested
  }
}

async function harvestedBy(
  worker: Worker,
  notes: Notes,
  seconds: number,
): Promise<HarvestedNotes | WikiCategory> {
  const ended = Promise.withResolvers<HarvestedNotes | WikiCategory>()
  let late: NodeJS.Timeout | undefined
  const begin = (): void => {
    clearTimeout(late)
    late = setTimeout(() => ended.reject(Unreadable.of('endless', { seconds })), seconds * 1_000)
  }
  worker.on('message', (told: HarvestMessage) => {
    if ('fetched' in told) begin()
    else if ('harvested' in told) ended.resolve(told.harvested)
    else if ('category' in told) ended.resolve(told.category)
    else ended.reject(Unreadable.of(told.unreadable.code, told.unreadable.data as never))
  })
  worker.once('error', ended.reject)
  worker.once('exit', code => ended.reject(new Error(`the reading of notes stopped with ${code}`)))
  // An address has its own time to answer in (reading/address.ts), and tells when it did.
  if (notes.kind === 'bytes') begin()
  try {
    return await ended.promise
  } finally {
    clearTimeout(late)
    await worker.terminate()
  }
}
