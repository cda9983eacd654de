import { rmSync } from 'node:fs'
import { backup, type DatabaseSync } from 'node:sqlite'
import { type Log, lastSeqs } from '../log/log.ts'
import { filledMark } from '../log/missing-values.ts'
import type { Statements } from '../log/sqlite.ts'
import { shapeHash } from '../projection/shape.ts'
import { closeTables, openTables, rebuild, type Shape } from '../projection/tables.ts'
import type { Hurt } from './check-log.ts'

/** The state of the tables. `old`: the next start makes them again, which is no damage. */
export type TablesState = 'same' | 'behind' | 'old' | 'ahead'

export function tablesState(sql: Statements, shape: Shape, log: Log): TablesState {
  const mark = (key: string) =>
    sql.get<{ value: string }>('SELECT value FROM mark WHERE key = ?', key)?.value
  if (mark('log') !== log.identity || mark('shape') !== shapeHash(shape.types, shape.projections))
    return 'old'
  const held = lastSeqs(log)
  const shown = new Map(
    sql
      .all<{ feed: string; seq: number }>('SELECT feed, seq FROM position')
      .map(row => [row.feed, row.seq]),
  )
  if ([...shown].some(([feed, seq]) => (held.get(feed) ?? 0) < seq)) return 'ahead'
  if (mark('filled') !== filledMark(log)) return 'old'
  return [...held].some(([feed, last]) => (shown.get(feed) ?? 0) < last) ? 'behind' : 'same'
}

const MOST_NAMED = 20
/** Tables that SQLite makes for the search, or views of them. */
const DERIVED = /^(sqlite_|term$|search_(data|idx|content|docsize|config)$)/

/**
 * The tables beside what a rebuild from the log gives: every row of every table. Both are copies
 * beside the file: the box may be serving. A copy that is a few turns behind catches up first, as a
 * start would.
 */
export async function checkTables(
  live: DatabaseSync,
  beside: string,
  { shape, log }: Readonly<{ shape: Shape; log: Log }>,
  { hurt, progress }: Readonly<{ hurt: (hurt: Hurt) => void; progress: (records: number) => void }>,
): Promise<void> {
  const files = { held: `${beside}.held`, made: `${beside}.made` }
  const clear = () => {
    for (const file of Object.values(files))
      for (const end of ['', '-wal', '-shm', '.boot', '.new', '.new-wal', '.new-shm'])
        rmSync(file + end, { force: true })
  }
  clear()
  try {
    await backup(live, files.held, { rate: 4_000 })
    const held = openTables(files.held, shape, log)
    held.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    const made = rebuild(files.made, shape, log, progress)
    closeTables(made)
    held.db.prepare('ATTACH ? AS made').run(files.made)
    compare(held.sql, hurt)
    closeTables(held)
  } finally {
    clear()
  }
}

function compare(sql: Statements, hurt: (hurt: Hurt) => void): void {
  for (const [table, columns] of tablesIn(sql)) {
    const { held, made } = counted(sql, table)
    if (held === 0 && made === 0) continue
    const rows = (schema: 'main' | 'made') => rowsOf(schema, table, columns)
    const odd = [
      ...sql.all(`${rows('main')} EXCEPT ${rows('made')} LIMIT ${MOST_NAMED}`),
      ...sql.all(`${rows('made')} EXCEPT ${rows('main')} LIMIT ${MOST_NAMED}`),
    ]
    const ids = new Set(odd.map(row => String(row['id'] ?? Object.values(row)[0])))
    for (const record of ids) hurt({ what: 'row', table, record })
    if (ids.size === 0 && held !== made) hurt({ what: 'row', table, record: '' })
  }
}

type Counts = Readonly<{ held: number; made: number }>
const counted = (sql: Statements, table: string): Counts =>
  sql.get<Counts>(
    `SELECT (SELECT count(*) FROM main."${table}") AS held, ` +
      `(SELECT count(*) FROM made."${table}") AS made`,
  )!

/** The tables of the rebuild, and the columns of each. */
function tablesIn(sql: Statements): ReadonlyMap<string, readonly string[]> {
  const columns = sql.all<{ table: string; column: string }>(
    'SELECT t.name AS "table", c.name AS "column" FROM made.sqlite_master t, ' +
      "pragma_table_info(t.name, 'made') c WHERE t.type = 'table' ORDER BY t.name, c.cid",
  )
  const ours = columns.filter(({ table }) => !DERIVED.test(table))
  return new Map(
    [...Map.groupBy(ours, ({ table }) => table)].map(([table, all]) => [
      table,
      all.map(({ column }) => column),
    ]),
  )
}

/**
 * The number of a line of the search is drawn as lines come, so that only what it says is compared.
 */
function rowsOf(schema: 'main' | 'made', table: string, columns: readonly string[]): string {
  if (table === 'search')
    return (
      `SELECT d.id, s.title, s.body, s.stems FROM ${schema}.search s LEFT ` +
      `JOIN ${schema}.doc d ON d.n = s.rowid`
    )
  const compared = columns.filter(column => table !== 'doc' || column !== 'n')
  return `SELECT ${compared.map(column => `"${column}"`).join(', ')} FROM ${schema}."${table}"`
}
