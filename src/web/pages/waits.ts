import type { Brick } from '../../contract/brick.ts'
import type { Reader, Row } from '../../contract/reader.ts'
import { inOrder } from '../../contract/slots.ts'
import type { ToDo, ToDoReader } from '../../contract/to-do.ts'
import { isHurtFile } from '../../log/sqlite.ts'
import type { Counted } from '../../ui/frame.ts'
import type { PageSource } from './kit.ts'

type Lately = Readonly<{ version: string; by: Map<string, readonly ToDo[]> }>
const lately = new WeakMap<Reader, Lately>()
const MINUTE = 60_000
const VERSION = 'pragma_data_version'

/**
 * The waiting matters of the person who reads, from every brick; none for a visitor, whose pages
 * are cached.
 *
 * Law     Read again once something that they read is written. Where nothing is kept: after any
 *         write, and each minute, because fading follows the life of the box.
 */
export function waitsFor(source: WaitsSource, whom: ToDoReader): readonly ToDo[] {
  const { bricks, read, kept, waitsBeside } = source
  if (whom.by !== 'keeper' && whom.me === undefined) return []
  const { by, me = '', keeper = '', lang, today } = whom
  const key = JSON.stringify([by, me, keeper, lang, whom.private, today])
  const keep = (name: string, make: () => readonly ToDo[]): readonly ToDo[] =>
    kept ? read.keep(`waits ${name} ${key}`, make, bytesOf) : make()
  const of = (brick: Brick) => () => countedOf(brick, read, whom)
  const make = (): readonly ToDo[] =>
    unseen(
      bricks,
      read,
      whom,
      inOrder(bricks.flatMap(brick => (brick.slots?.waits ? keep(brick.name, of(brick)) : []))),
    )
  const found = kept ? keep('of all', make) : foundLately(source, whom, key, make)
  return [...found, ...(waitsBeside?.(whom) ?? [])]
}
/** Units   bytes. */
const bytesOf = (all: readonly ToDo[]): number => 2 * JSON.stringify(all).length
type WaitsSource = Pick<PageSource, 'bricks' | 'read' | 'log' | 'waitsBeside' | 'kept'>

/** Where no write is told: what was found since the last one, within a minute. */
function foundLately(
  { read, log }: WaitsSource,
  whom: ToDoReader,
  key: string,
  make: () => readonly ToDo[],
): readonly ToDo[] {
  const [of] = read.all(`SELECT data_version, total_changes() AS own FROM ${VERSION}`)
  // Requests of other boxes are in the log’s marks, in no table.
  const beside = log.sql.get<Row>(`SELECT data_version, total_changes() AS own FROM ${VERSION}`)
  const version = [
    ...Object.values({ ...of }),
    ...Object.values({ ...beside }),
    whom.today,
    Math.floor(whom.clock() / MINUTE),
    Math.floor(whom.lived() / MINUTE),
  ].join(' ')
  const kept = lately.get(read)
  const by = kept?.version === version ? kept.by : new Map<string, readonly ToDo[]>()
  if (kept?.by !== by) lately.set(read, { version, by })
  const found = by.get(key) ?? make()
  by.set(key, found)
  return found
}

/** Without the news that this member said they saw. */
function unseen(
  bricks: readonly Brick[],
  read: Reader,
  { me }: ToDoReader,
  all: readonly ToDo[],
): readonly ToDo[] {
  if (me === undefined || all.every(({ news }) => news === undefined)) return all
  const seen = new Set(bricks.flatMap(brick => brick.slots?.seenNews?.(read, me) ?? []))
  return all.filter(({ news }) => news === undefined || !seen.has(news))
}

/** So many are shown again. */
const MOST_SEEN = 50
/**
 * The news that this member said they saw, as far as they still hold, the last ones that they saw
 * first. What was said to be seen in a thread stands in that thread.
 */
export function seenFor(
  { bricks, read }: Pick<PageSource, 'bricks' | 'read'>,
  whom: ToDoReader,
): readonly ToDo[] {
  const { me } = whom
  if (me === undefined) return []
  const seen = bricks.flatMap(brick => brick.slots?.seenNews?.(read, me) ?? [])
  const all = bricks.flatMap(brick => countedOf(brick, read, whom))
  const byKey = new Map(all.map(one => [one.news, one]))
  return seen
    .toReversed()
    .flatMap(key => byKey.get(key) ?? [])
    .slice(0, MOST_SEEN)
}

/**
 * The waiting matters of a brick. None when the file is damaged, so that the person can read what
 * to do.
 */
function countedOf(brick: Brick, read: Reader, whom: ToDoReader): readonly ToDo[] {
  try {
    return waitsIn(brick, read, whom)
  } catch (error) {
    if (!isHurtFile(error)) throw error
    return []
  }
}

/** Of one brick, what there is. */
export const waitsIn = (brick: Brick, read: Reader, whom: ToDoReader): readonly ToDo[] =>
  (brick.slots?.waits?.(whom, read, brick.words[whom.lang]) ?? []).filter(({ n }) => n > 0)

/** The waiting matters by the page that lists them, in the order of the bricks. */
export function countedIn(waits: readonly ToDo[]): readonly Counted[] {
  const by = Map.groupBy(
    waits.filter(({ label }) => label !== undefined),
    ({ href, list = href }) => list,
  )
  return [...by].map(([href, all]) => ({
    href,
    words: all[0]!.label!,
    n: all.reduce((sum, { n }) => sum + n, 0),
  }))
}
