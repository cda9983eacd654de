import type { DatabaseSync, StatementSync } from 'node:sqlite'

/**
 * Node 26 gives SQLite's own counters of a statement (`sqlite3_stmt_status`); its types do not say
 * so yet.
 */
declare module 'node:sqlite' {
  interface StatementSync {
    stat(counter: 'vmStep' | 'fullscanStep'): number
  }
}

/**
 * Counts what SQLite is asked, by connection: no clock, so that the figures are the same on any
 * machine.
 *
 * `statements` each run of a prepared statement, and each `exec` (several texts in one `exec` count
 * once).
 * `rows`       rows that SQLite gave to JavaScript.
 * `steps`      instructions of SQLite's virtual machine: each row that a statement steps over,
 *              given or not, takes a few.
 * `bytes`      bytes of the texts and blobs in these rows, which JavaScript may have to parse.
 * `scanned`    rows stepped over by a scan of a whole table or index, where no index led to the
 *              row.
 * Absent       the statements that SQLite runs by itself inside another (FTS5 on its own tables, a
 *              pragma asked as a table); steps of an `exec`.
 */
export type Counter = 'statements' | 'rows' | 'steps' | 'scanned' | 'bytes'
export class Count {
  statements = 0
  rows = 0
  steps = 0
  scanned = 0
  bytes = 0
  readonly #texts = new Map<string, Record<Counter, number>>()

  note(text: string, of: Readonly<Partial<Record<Counter, number>>> = {}): void {
    const one = this.#texts.get(text) ?? { statements: 0, rows: 0, steps: 0, scanned: 0, bytes: 0 }
    for (const [counter, more] of Object.entries({ ...of, statements: 1 }) as [Counter, number][]) {
      this[counter] += more
      one[counter] += more
    }
    this.#texts.set(text, one)
  }

  clear(): void {
    Object.assign(this, { statements: 0, rows: 0, steps: 0, scanned: 0, bytes: 0 })
    this.#texts.clear()
  }

  /** The texts of the statements that were run. */
  texts(): readonly string[] {
    return [...this.#texts.keys()]
  }

  /** The statements that make the most of a figure, for whoever looks for what grew. */
  most(counter: Counter): readonly string[] {
    const all = [...this.#texts].map(
      ([text, one]) =>
        [one[counter], one.statements, text.replace(/\s+/g, ' ').trim().slice(0, 150)] as const,
    )
    const most = all.filter(([figure]) => figure > 0).sort(([a], [b]) => b - a)
    return most
      .slice(0, MOST)
      .map(([figure, times, text]) => `${figure} ${counter} in ${times} × ${text}`)
  }
}
const MOST = 6

/**
 * The same connection, whose statements are counted. Everything else of it goes to the connection
 * itself.
 */
export function counted(db: DatabaseSync, count: Count): DatabaseSync {
  const more = {
    prepare: (sql: string) => countedStatement(db.prepare(sql), sql, count),
    exec: (sql: string) => {
      count.note(sql)
      db.exec(sql)
    },
  }
  return through(db, more)
}

function countedStatement(statement: StatementSync, sql: string, count: Count): StatementSync {
  const runs =
    <T>(run: (...params: never[]) => T, rowsOf: (answer: T) => readonly unknown[]) =>
    (...params: never[]): T => {
      const before = [statement.stat('vmStep'), statement.stat('fullscanStep')] as const
      const answer = run.apply(statement, params)
      const after = [statement.stat('vmStep'), statement.stat('fullscanStep')] as const
      count.note(sql, {
        rows: rowsOf(answer).length,
        bytes: bytesIn(rowsOf(answer)),
        steps: after[0] - before[0],
        scanned: after[1] - before[1],
      })
      return answer
    }
  return through(statement, {
    all: runs(statement.all as (...params: never[]) => unknown[], rows => rows),
    get: runs(statement.get as (...params: never[]) => unknown, row =>
      row === undefined ? [] : [row],
    ),
    run: runs(statement.run as (...params: never[]) => unknown, () => []),
    iterate: () => {
      throw new Error('rows of iterate are not counted')
    },
  })
}

const bytesIn = (rows: readonly unknown[]): number =>
  rows
    .flatMap(row => Object.values(row as Readonly<Record<string, unknown>>))
    .reduce<number>((sum, value) => sum + bytesOf(value), 0)
const bytesOf = (value: unknown): number =>
  typeof value === 'string'
    ? Buffer.byteLength(value)
    : value instanceof Uint8Array
      ? value.length
      : 0

/**
 * An object that answers by `more` first. Its methods are SQLite's own, and want to be called on
 * the object itself.
 */
function through<T extends object>(of: T, more: Readonly<Record<string, unknown>>): T {
  return new Proxy(of, {
    get: (target, key) => {
      if (typeof key === 'string' && Object.hasOwn(more, key)) return more[key]
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
