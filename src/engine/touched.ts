import type { DatabaseSync } from 'node:sqlite'
import { ANY, keyOfRow, unsaidRow } from '../core/tracking.ts'
import { keyColumns } from '../log/tracked-statements.ts'
import { keysOfCounts, keysOfIndexed } from '../projection/search-reads.ts'

/**
 * The rows that a transaction wrote, as SQLite's own session extension lists them, told in the keys
 * of `core/tracking.ts`.
 */

/** Units   bytes of a changeset whose rows are told. */
const MOST = 1024 * 1024

const INSERT = 18
const UPDATE = 23
const DELETE = 9

/** A changed row. `old`, `now`: values by place; undefined where the changeset does not say. */
type Change = Readonly<{
  table: string
  op: number
  old: readonly Cell[]
  now: readonly Cell[]
}>
type Cell = string | number | bigint | null | Uint8Array | undefined

/**
 * Reads a changeset (https://www.sqlite.org/session/changegroup.html gives its bytes).
 *
 * Errors  on bytes that are no changeset.
 */
function* changesIn(set: Uint8Array): Generator<Change> {
  const bytes = Buffer.from(set.buffer, set.byteOffset, set.byteLength)
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let n = 0; n < 9; n += 1) {
      const byte = bytes[at++]!
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
    throw new Error('a number of a changeset is too long')
  }
  const cell = (): Cell => {
    const kind = bytes[at++]
    if (kind === 0) return undefined
    if (kind === 5) return null
    if (kind === 1 || kind === 2) {
      const value = kind === 1 ? bytes.readBigInt64BE(at) : bytes.readDoubleBE(at)
      at += 8
      return value
    }
    const length = varint()
    const value = bytes.subarray(at, at + length)
    at += length
    if (kind === 3) return value.toString('utf8')
    if (kind === 4) return value
    throw new Error(`a value of a changeset has the kind ${kind}`)
  }
  let table = ''
  let columns = 0
  const row = (): readonly Cell[] => Array.from({ length: columns }, cell)
  while (at < bytes.length) {
    const op = bytes[at++]!
    if (op === 0x54) {
      columns = varint()
      at += columns
      const end = bytes.indexOf(0, at)
      table = bytes.toString('utf8', at, end)
      at = end + 1
      continue
    }
    at += 1
    const old = op === INSERT ? [] : row()
    const now = op === DELETE ? [] : row()
    yield { table, op, old, now }
  }
}

/** The columns of a table, and the places of those by which rows are read (`readBy`). */
type Known = Readonly<{ columns: readonly string[]; keys: readonly number[] }>

/** What the transactions of one connection wrote since it was asked last. */
class Touches {
  readonly #db: DatabaseSync
  readonly #file: string
  readonly #known = new Map<string, Known>()
  #session: ReturnType<DatabaseSync['createSession']>

  /** `file`: the name of the file in keys. */
  constructor(file: string, db: DatabaseSync) {
    this.#file = file
    this.#db = db
    this.#session = db.createSession()
  }

  /** The keys of all that was committed since the last call; undefined: too much to tell. */
  taken(): ReadonlySet<string> | undefined {
    const set = this.#session.changeset()
    const keys = new Set<string>()
    if (set.length === 0) return keys
    this.#session.close()
    this.#session = this.#db.createSession()
    if (set.length > MOST) return undefined
    const added: number[] = []
    for (const change of changesIn(set)) {
      this.#tell(change, keys)
      if (change.table === 'doc' && change.op === INSERT) added.push(Number(change.now[0]))
    }
    for (const key of this.#countsAfter(added)) keys.add(key)
    return keys.add(ANY)
  }

  #tell({ table, op, old, now }: Change, keys: Set<string>): void {
    if (table.startsWith('search_')) {
      keys.add(`${this.#file}.search+`)
      if (table === 'search_content') tellIndexed(old, now, keys)
      return
    }
    const name = `${this.#file}.${table}`
    const { columns, keys: places } = this.#columnsOf(table)
    if (op !== UPDATE) {
      keys.add(`${name}+`)
      const row = op === INSERT ? now : old
      for (const at of places) keys.add(keyOfRow(name, columns[at]!, row[at]))
      return
    }
    keys.add(`${name}:*`)
    for (const [at, column] of columns.entries()) {
      if (now[at] !== undefined) keys.add(`${name}:${column}`)
    }
    for (const at of places) {
      if (old[at] === undefined) keys.add(unsaidRow(`${name}.${columns[at]}`))
      else keys.add(keyOfRow(name, columns[at]!, old[at]))
      if (now[at] !== undefined) keys.add(keyOfRow(name, columns[at]!, now[at]))
    }
  }

  /** The keys of how many records there are about, after these numbers were given. */
  #countsAfter(added: readonly number[]): readonly string[] {
    if (added.length === 0) return []
    const [least, most] = added.reduce(
      ([a, b], n) => [Math.min(a, n), Math.max(b, n)],
      [added[0]!, added[0]!],
    )
    const before = this.#db.prepare('SELECT coalesce(max(n), 0) AS n FROM doc WHERE n < ?')
    return keysOfCounts(Number(before.get(least)?.['n']), most)
  }

  #columnsOf(table: string): Known {
    const known = this.#known.get(table)
    if (known) return known
    const columns = this.#db
      .prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid')
      .all(table)
      .map(row => String(row['name']))
    const keys = keyColumns(this.#db, table)
    const found = { columns, keys: [...columns.keys()].filter(at => keys.has(columns[at]!)) }
    this.#known.set(table, found)
    return found
  }
}

/** Tells a row of the index, whose words stand in the columns behind its number. */
function tellIndexed(old: readonly Cell[], now: readonly Cell[], keys: Set<string>): void {
  const texts = [...old.slice(1), ...now.slice(1)].flatMap(cell =>
    typeof cell === 'string' ? [cell] : [],
  )
  for (const key of keysOfIndexed(old[0] ?? now[0], texts)) keys.add(key)
}

/** Hears the keys of what was written (`core/tracking.ts`); undefined: anything may have been. */
export type OnTouched = (keys: readonly string[] | undefined) => void

/** Tells what the two files of an engine got since the last call. */
export function telling(
  { tables, log }: Readonly<Record<'tables' | 'log', Readonly<{ db: DatabaseSync }>>>,
  tell: OnTouched,
): () => void {
  const touches = [new Touches('tables', tables.db), new Touches('log', log.db)]
  return () => {
    const all = touches.map(one => one.taken())
    const keys = all.flatMap(some => [...(some ?? [])])
    if (all.includes(undefined)) tell(undefined)
    else if (keys.length > 0) tell(keys)
  }
}
