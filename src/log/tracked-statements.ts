import { constants, type DatabaseSync, type StatementSync } from 'node:sqlite'
import { ANY, isTracking, keyedRead, NEVER, note, noteAll } from '../core/tracking.ts'
import { Statements } from './sqlite.ts'

let isChecked = false
/** For tests: a read by a column that the writer does not tell throws. */
export function checkKeys(): void {
  isChecked = true
}

/** A fault of ours, as those of SQLite: no record is to blame for it (`projection/unread.ts`). */
class NoKey extends Error {
  override name = 'NoKey'
  readonly errcode = 0
}

/** What a statement reads of a table: `whole` are the keys of `core/tracking.ts`. */
type TableRead = Readonly<{ table: string; whole: readonly string[] }>

/** So many columns are noted one by one; more are noted as all of them. */
const FEW = 6
/** A pragma as a table that changes with each commit. */
const VERSION = 'pragma_data_version'

/**
 * The statements of a connection that only reads, which note what they read while somebody tracks
 * it (`core/tracking.ts`). SQLite itself says which tables and columns a statement reads, at its
 * preparation.
 */
export class TrackedStatements extends Statements {
  readonly #reads = new Map<string, readonly TableRead[]>()
  readonly #file: string
  #columns: Map<string, Set<string>> | undefined

  /** `file`: the name of the file in keys. */
  constructor(file: string, db: DatabaseSync) {
    super(db)
    this.#file = file
    db.setAuthorizer((action, table, column, _, view) => {
      if (action === constants.SQLITE_READ && table !== null && !isToldBeside(table, view))
        this.#add(table, column ?? '')
      return constants.SQLITE_OK
    })
  }

  #add(table: string, column: string): void {
    const of = this.#columns?.get(table)
    if (of) of.add(column)
    else this.#columns?.set(table, new Set([column]))
  }

  override of(sql: string): StatementSync {
    this.note(sql)
    return super.of(sql)
  }
  protected override dropped(sql: string): void {
    this.#reads.delete(sql)
  }

  /** Notes what a statement that was prepared reads. */
  note(sql: string): void {
    if (!this.#reads.has(sql)) this.#prepare(sql)
    if (isTracking()) for (const read of this.#reads.get(sql) ?? []) this.#note(read)
  }

  #note({ table, whole }: TableRead): void {
    const keyed = keyedRead(table)
    if (keyed && isChecked && !this.#isKey(table, keyed.column))
      throw new NoKey(`no index of ${table} begins with ${keyed.column}`)
    noteAll(keyed?.keys ?? whole)
  }

  /** Whether the writer tells the rows of this table by this column. */
  #isKey(table: string, column: string): boolean {
    const name = table.slice(this.#file.length + 1)
    const known = this.#keys.get(table) ?? (name === INDEX ? BY_WORDS : keyColumns(this.db, name))
    this.#keys.set(table, known)
    return known.has(column)
  }
  readonly #keys = new Map<string, ReadonlySet<string>>()

  #prepare(sql: string): void {
    this.#columns = new Map()
    try {
      super.of(sql)
      const reads = [...this.#columns].flatMap(([table, columns]) => this.#read(table, columns))
      this.#reads.set(sql, reads)
    } finally {
      this.#columns = undefined
    }
  }

  #read(table: string, columns: ReadonlySet<string>): readonly TableRead[] {
    if (table === VERSION) return [{ table, whole: [ANY] }]
    if (/^(sqlite_|pragma_|json_)/.test(table)) return []
    const name = `${this.#file}.${tableBehind(table)}`
    const named = [...columns].filter(column => column !== '')
    const of = named.length > FEW ? ['*'] : named
    return [{ table: name, whole: [`${name}+`, ...of.map(column => `${name}:${column}`)] }]
  }
}

/**
 * The views of a log (`sqlite.ts`), each with the tables of which it reads nothing but what is
 * written once, together with a row of `wrote`: the stamp of an entry, the names of fields.
 */
const VIEWS: ReadonlyMap<string, readonly string[]> = new Map([
  ['piece', []],
  ['changed', ['entry']],
  ['write', ['entry', 'flesh']],
])
const isToldBeside = (table: string, view: string | null): boolean =>
  VIEWS.has(table) || VIEWS.get(view ?? '')?.includes(table) === true

/** The columns with which a key or an index of this table begins: its rows are told by them. */
export const keyColumns = (db: DatabaseSync, table: string): ReadonlySet<string> =>
  new Set([
    ...db
      .prepare(
        "SELECT i.name AS name FROM pragma_index_list(?1, 'main') l, " +
          "pragma_index_info(l.name, 'main') i " +
          'WHERE i.seqno = 0 AND i.cid >= 0 ' +
          "UNION SELECT name FROM pragma_table_info(?1, 'main') WHERE pk = 1",
      )
      .all(table)
      .map(row => String(row['name'])),
  ])
/** The index of words. Its rows are told by their numbers and by their words. */
const INDEX = 'search'
const BY_WORDS: ReadonlySet<string> = new Set(['n', 'word'])
/** FTS5 keeps the words in tables of its own, and `term` shows them. */
const tableBehind = (table: string): string =>
  table === 'term' || table.startsWith('search_') ? INDEX : table

/** The statements of a file whose writes nobody tells: what is made from it is not kept. */
export class UntoldStatements extends Statements {
  override of(sql: string): StatementSync {
    note(NEVER)
    return super.of(sql)
  }
}
