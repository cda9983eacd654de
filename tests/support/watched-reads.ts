import { constants, type DatabaseSync } from 'node:sqlite'
import type { BrickModel } from '../../src/contract/brick.ts'
import type { TableReader, WholeReader } from '../../src/contract/reader.ts'
import { OWN_RECORDS } from '../../src/contract/records/own-records.ts'
import { tableOf } from '../../src/contract/tables.ts'
import { readerFor } from '../../src/engine/published.ts'

/** A brick read a table that it does not name in its `reads`. */
export class ReadUnnamed extends Error {
  override name = 'ReadUnnamed'
  /** As SQLite says it, so that no page takes it for the fault of one record. */
  readonly errcode = 23
}

/**
 * The reader of a house whose bricks read only what they name: SQLite's authorizer sees each table
 * of each SELECT before it runs, those of subqueries too.
 *
 * Shape   `tell`: hears each table that a brick reads of another.
 * Law     a brick reads its own tables, the house's, and those of its `reads`; of another brick's
 *         `home`, those alone that it opens.
 * Errors  ReadUnnamed.
 */
export function watchedReads(
  engine: Readonly<{ bricks: readonly BrickModel[]; read: WholeReader }>,
  db: DatabaseSync,
  tell: (brick: string, table: string) => unknown = () => undefined,
): WholeReader {
  const owners = ownersIn(engine.bricks)
  const held = new Set<string>()
  let refused: string[] = []
  let reads: ((table: string) => boolean) | undefined
  db.setAuthorizer((code, table, _column, _file, view) => {
    // What a view of ours reads is read by none but the view (`projection/by-card.ts`).
    const isRead = code === constants.SQLITE_READ && table !== null && view === null
    if (isRead && reads?.(table) === false) refused.push(table)
    return constants.SQLITE_OK
  })
  const look: Look = (brick, sql, own) => {
    const key = `${brick.name} ${sql} ${own}`
    if (held.has(key)) return
    refused = []
    reads = table => {
      if (![undefined, brick.name].includes(owners.get(table)?.name)) tell(brick.name, table)
      return (table === own && brick.reads?.everyType) || mayRead(brick, table, owners)
    }
    try {
      db.prepare(sql)
    } finally {
      reads = undefined
    }
    if (refused.length > 0)
      throw new ReadUnnamed(`${brick.name} reads ${[...new Set(refused)].join(', ')} in ${sql}`)
    held.add(key)
  }
  return readerFor(engine.bricks, engine.read, (tables, brick) => watched(tables, brick, look))
}

/** `own`: the table of the type that is read, where it is read by its type. */
type Look = (brick: BrickModel, sql: string, own?: string) => void
function watched({ ...tables }: TableReader, brick: BrickModel, look: Look): TableReader {
  Reflect.deleteProperty(tables, 'as')
  const listed = (type: string, where = 'TRUE', order = 'id') =>
    `SELECT * FROM "${type}" WHERE (${where}) ORDER BY ${order}`
  return {
    ...tables,
    all: (sql, ...params) => {
      look(brick, sql)
      return tables.all(sql, ...params)
    },
    one: (type, id, space = 'commons') => {
      look(brick, listed(tableOf(type.name, space)), tableOf(type.name, space))
      return tables.one(type, id, space)
    },
    list: (type, wanted, space = 'commons') => {
      const table = tableOf(type.name, space)
      look(brick, listed(table, wanted?.where, wanted?.order), table)
      return tables.list(type, wanted, space)
    },
    storedTitle: (type, id, space = 'commons') => {
      look(brick, listed(tableOf(type.name, space)), tableOf(type.name, space))
      return tables.storedTitle(type, id, space)
    },
    count: (type, wanted, space = 'commons') => {
      const table = tableOf(type.name, space)
      look(brick, listed(table, wanted?.where), table)
      return tables.count(type, wanted, space)
    },
  }
}

/** Whose a table is, of all those that bricks have; the house's own are nobody's. */
function ownersIn(bricks: readonly BrickModel[]): ReadonlyMap<string, BrickModel> {
  const own = new Set(OWN_RECORDS.map(type => type.name))
  const made = /^CREATE (?:VIRTUAL )?TABLE (\w+)/
  return new Map(
    bricks.flatMap(brick => [
      ...brick.records
        .filter(({ name }) => !own.has(name))
        .flatMap(({ name }) =>
          (['commons', 'network', 'home'] as const).map(
            space => [tableOf(name, space), brick] as const,
          ),
        ),
      ...(brick.projections ?? []).flatMap(({ tables }) =>
        tables.flatMap(sql => {
          const table = made.exec(sql)?.[1]
          return table === undefined ? [] : [[table, brick] as const]
        }),
      ),
    ]),
  )
}

function mayRead(
  brick: BrickModel,
  table: string,
  owners: ReadonlyMap<string, BrickModel>,
): boolean {
  const owner = owners.get(table)
  if (owner === undefined || owner.name === brick.name) return true
  const isOfHome = table.endsWith('_home') || table.endsWith('_network')
  return (
    brick.reads?.tables?.includes(table) === true &&
    (!isOfHome || owner.opens?.includes(table) === true)
  )
}
