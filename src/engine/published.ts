import type { BrickModel } from '../contract/brick.ts'
import type { PublishedHere, Publishes } from '../contract/published.ts'
import type { Reader, TableReader, WholeReader } from '../contract/reader.ts'
import { OWN } from './records/model.ts'

/**
 * Gives each brick its own way to read the tables: its own types, and the *published reads*
 * (functions by which one brick tells others something) that it declared in `reads`. The engine and
 * the pages assemble it once. No brick gets the tables of another.
 */

/** A brick asked for a published read that its `reads` does not name. */
class NotNamed extends Error {
  override name = 'NotNamed'
}

/** Gives a brick its view of the tables. Tests watch it; otherwise all bricks have the same. */
export type SeenBy = (tables: TableReader, brick: BrickModel) => TableReader

/**
 * Makes the reader of an engine: its tables, and the reads that its bricks publish.
 *
 * Law     A published read runs with the reader of the brick that publishes it. Each brick has one
 *         reader, the same for as long as the engine is open.
 * Errors  two bricks publish one name.
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
    const known = readers.get(name)
    if (known) return known
    const named: ReadonlySet<string> = new Set(brick.reads?.published)
    const made = {
      ...seenBy(tables, brick),
      ...keepingApart(tables, name),
      published: publishedBy(read, named, name),
    }
    readers.set(name, made)
    return made
  }
  return { ...tables, published: publishedBy(read), as }
}
/** Keeps apart from what others keep by the same names. */
export const keepingApart = (
  read: TableReader,
  apart: string,
): Pick<TableReader, 'keep' | 'keepEach'> => ({
  keep: (name, ...of) => read.keep(`${apart} ${name}`, ...of),
  keepEach: (name, ...of) => read.keepEach(`${apart} ${name}`, ...of),
})
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

/** The published reads that a brick may call. Without `named`, all of them. */
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
/** Whether an argument is the reader of the engine, which reads everything. */
const isWhole = (arg: unknown): arg is WholeReader =>
  typeof arg === 'object' && arg !== null && 'as' in arg && 'pointing' in arg

/** An object whose functions get the brick’s own reader in place of the engine’s. */
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

/** The parts of a brick that read: lists of objects with functions, and single functions. */
const LISTED = ['commands', 'letters', 'pages', 'prints'] as const
const SINGLE = ['follows', 'endedWith', 'fades'] as const

/**
 * Makes a brick read with its own reader, whoever calls it. The engine’s own brick reads
 * everything.
 */
export function withOwnReader<B extends BrickModel>(brick: B): B {
  if (brick.name === OWN) return brick
  const declared: Readonly<Record<string, unknown>> = brick
  const parts = (['slots', 'heavy', 'adds', 'marks'] as const).flatMap(name =>
    declared[name] ? [[name, own(brick.name, declared[name])]] : [],
  )
  const lists = LISTED.flatMap(name =>
    declared[name]
      ? [[name, (declared[name] as readonly object[]).map(one => own(brick.name, one))]]
      : [],
  )
  const functions = SINGLE.flatMap(name =>
    declared[name] ? [[name, asOwn(brick.name, declared[name] as Fn)]] : [],
  )
  const mends = Object.entries(brick.mends ?? {}).map(
    ([type, mend]) => [type, own(brick.name, mend)] as const,
  )
  return {
    ...brick,
    ...Object.fromEntries([...parts, ...lists, ...functions]),
    ...(brick.mends ? { mends: Object.fromEntries(mends) } : {}),
  } as B
}
