import type { Brick } from '../contract/brick.ts'
import type { TableReader } from '../contract/reader.ts'
import { keepingApart, readerFor } from '../engine/published.ts'
import { OWN } from '../engine/records/model.ts'
import { typesOf } from '../engine/shape.ts'
import type { CardReading } from './pages/card-reading.ts'
import type { PageSource } from './pages/kit.ts'
import { printsOf } from './print/prints.ts'
import { wholeBricks } from './records/brick.ts'

/**
 * Bricks that the keeper put away (docs/decisions/0052). Pages are made as in a program without
 * them: no menu, slot, search, print or form of theirs. The writer keeps their types, so entries
 * still come, go and merge.
 */

/** The source with all bricks: for what a person’s rights rest on, whatever was put away. */
export const wholeOf = (source: PageSource): PageSource => source.whole ?? source

/** The names of the bricks that were put away. */
export function awayFrom({ bricks, whole }: PageSource): readonly string[] {
  const up = new Set(bricks.map(({ name }) => name))
  return whole ? whole.bricks.map(({ name }) => name).filter(name => !up.has(name)) : []
}

/** The bricks of these that the keeper did not put away. A brick that can’t rest stays. */
const bricksUp = <B extends Brick>(bricks: readonly B[], away: ReadonlySet<string>): readonly B[] =>
  bricks.filter(({ name, canRest }) => !canRest || !away.has(name))

/** The source without the bricks that were put away. */
export function sourceWithout(source: PageSource, away: ReadonlySet<string>): PageSource {
  const up = bricksUp(source.bricks, away).filter(({ name }) => name !== OWN)
  if (up.length === source.bricks.filter(({ name }) => name !== OWN).length) return source
  const bricks = wholeBricks(up)
  const types = typesOf(bricks)
  return {
    ...source,
    bricks,
    types,
    read: readerFor(bricks, readingOnly(source.read, types)),
    ...(source.byCard ? { byCard: cardsWithout(source.byCard, bricks, types) } : {}),
    whole: source,
  }
}

/** The reader is made when it is first asked for: it opens a connection. */
function cardsWithout(
  of: CardReading,
  bricks: readonly Brick[],
  types: PageSource['types'],
): CardReading {
  let read: CardReading['read'] | undefined
  return {
    get read() {
      read ??= readerFor(bricks, readingOnly(of.read, types))
      return read
    },
    around: of.around,
    has: of.has,
  }
}

/** The same tables, as a program without the other types reads them. */
function readingOnly(read: TableReader, types: PageSource['types']): TableReader {
  const isOf = ({ type }: Readonly<{ type: string }>): boolean => types.has(type)
  return {
    ...read,
    ...keepingApart(read, `only ${[...types.keys()].join()}`),
    types,
    called: id => {
      const called = read.called(id)
      return called && isOf(called) ? called : undefined
    },
    pointing: (id, type) => read.pointing(id, type).filter(isOf),
    conflicts: most => read.conflicts(most).filter(isOf),
    theirs: most => read.theirs(most).filter(isOf),
    unread: () => read.unread().filter(isOf),
    showing: number => read.showing(number).filter(isOf),
  }
}

/** The brick put away that has pages at this address, or pages beside it. */
export function awayAt(source: PageSource, path: string): Brick | undefined {
  const { bricks, whole } = source
  if (!whole) return undefined
  const names = awayFrom(source)
  const gone = whole.bricks.filter(({ name }) => names.includes(name))
  const [first = '', second = ''] = path.toLowerCase().split('/').slice(1)
  if (first === 'imprimer')
    return gone.find(brick => printsOf([brick]).some(({ print }) => print.kind === second))
  if (bricks.some(brick => heads(brick).has(first))) return gone.find(brick => isAt(brick, path))
  return gone.find(brick => heads(brick).has(first))
}

const addresses = ({ pages, commands, records }: Brick): readonly string[] => [
  ...[...pages, ...commands].map(({ path }) => path),
  ...records.flatMap(({ path }) => path ?? []),
]
const heads = (brick: Brick): ReadonlySet<string> =>
  new Set(addresses(brick).flatMap(path => path.split('/')[1] ?? []))
const isAt = (brick: Brick, path: string): boolean =>
  addresses(brick).some(one => one.split('/').length > 2 && `${path}/`.startsWith(`${one}/`))
