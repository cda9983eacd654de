import type { BrickModel } from '../contract/brick.ts'
import type { PublishedHere, Publishes } from '../contract/published.ts'
import type { Reader, TableReader, WholeReader } from '../contract/reader.ts'
import { OWN } from './records/model.ts'

/** A brick asked for a read that it does not name in its `reads`. */
class NotNamed extends Error {
  override name = 'NotNamed'
}

/**
 * The tables as one brick sees them. The tests look there at what it reads; elsewhere they are the
 * same for all.
 */
export type SeenBy = (tables: TableReader, brick: BrickModel) => TableReader

/**
 * The reader of a house: its tables, and what its bricks publish.
 *
 * Law     a published read runs with the reader of the brick that publishes it. Each brick has one
 *         reader, the same for as long as the house is open.
 * Errors  two bricks that publish one name.
 */
export function readerFor(
  bricks: readonly BrickModel[],
  tables: TableReader,
  seenBy: SeenBy = same => same,
): WholeReader {
  const byName = new Map(bricks.map(brick => [brick.name, brick]))
  const publishers = publishersIn(bricks)
  const readers = new Map<string, Reader>()
  const read = (name: string): unknown => {
    const brick = publishers.get(name)
    const found = brick?.publishes?.[name as keyof Publishes] as Read | undefined
    return brick && found && ((...asked: readonly unknown[]) => found(as(brick.name), ...asked))
  }
  const as = (name: string): Reader => {
    const brick = byName.get(name)
    if (!brick) throw new Error(`no brick ${name}`)
    const held = readers.get(name)
    if (held) return held
    const named: ReadonlySet<string> = new Set(brick.reads?.published)
    const made = { ...seenBy(tables, brick), published: publishedBy(read, named, name) }
    readers.set(name, made)
    return made
  }
  return { ...tables, published: publishedBy(read), as }
}
type Read = (read: Reader, ...asked: readonly unknown[]) => unknown

function publishersIn(bricks: readonly BrickModel[]): ReadonlyMap<string, BrickModel> {
  const found = new Map<string, BrickModel>()
  for (const brick of bricks)
    for (const name of Object.keys(brick.publishes ?? {})) {
      if (found.has(name)) throw new Error(`${found.get(name)!.name}, ${brick.name}: both ${name}`)
      found.set(name, brick)
    }
  return found
}

/** `named`: the reads that the brick may ask for; absent, all of them. */
const publishedBy = (
  read: (name: string) => unknown,
  named?: ReadonlySet<string>,
  brick = '',
): PublishedHere =>
  new Proxy<PublishedHere>(
    {},
    {
      get: (_, name) => {
        if (typeof name === 'symbol') return undefined
        if (named && !named.has(name)) throw new NotNamed(`${brick} does not name ${name}`)
        return read(name)
      },
    },
  )

type Fn = (...args: readonly unknown[]) => unknown
const isWhole = (arg: unknown): arg is WholeReader =>
  typeof arg === 'object' && arg !== null && 'as' in arg && 'pointing' in arg

/** The functions of an object, given the brick's own reader wherever the house gives its own. */
const own = <T extends object>(brick: string, of: T): T =>
  Object.fromEntries(
    Object.entries(of).map(([name, value]) => [
      name,
      typeof value === 'function' ? asOwn(brick, value as Fn) : value,
    ]),
  ) as T
const asOwn =
  (brick: string, work: Fn): Fn =>
  (...args) =>
    work(...args.map(arg => (isWhole(arg) ? arg.as(brick) : arg)))

const LISTED = ['commands', 'letters', 'pages', 'prints'] as const
const SINGLE = ['follows', 'endedWith', 'fades'] as const

/**
 * A brick that reads by its own reader, whoever calls it. The house's own brick reads everything.
 */
export function withOwnReader<B extends BrickModel>(brick: B): B {
  if (brick.name === OWN) return brick
  const held: Readonly<Record<string, unknown>> = brick
  const parts = (['slots', 'heavy'] as const).flatMap(name =>
    held[name] ? [[name, own(brick.name, held[name])]] : [],
  )
  const lists = LISTED.flatMap(name =>
    held[name] ? [[name, (held[name] as readonly object[]).map(one => own(brick.name, one))]] : [],
  )
  const functions = SINGLE.flatMap(name =>
    held[name] ? [[name, asOwn(brick.name, held[name] as Fn)]] : [],
  )
  return { ...brick, ...Object.fromEntries([...parts, ...lists, ...functions]) } as B
}
