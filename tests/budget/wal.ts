import { readFileSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'

/**
 * Before the frames, and before each page of one. Source: SQLite's file format, "The Write-Ahead
 * Log".
 */
const HEADER = 32
const FRAME = 24

/**
 * What stands in the WAL of a file that was checkpointed before: its bytes, and whose pages they
 * are, the most first.
 */
export type Wal = Readonly<{ bytes: number; trees: readonly string[] }>
export function walOf(file: string, db: DatabaseSync): Wal {
  const wal = readFileSync(`${file}-wal`)
  if (wal.length < HEADER) return { bytes: wal.length, trees: [] }
  const frame = FRAME + wal.readUInt32BE(8)
  const pages = Array.from({ length: Math.floor((wal.length - HEADER) / frame) }, (_, n) =>
    wal.readUInt32BE(HEADER + n * frame),
  )
  const rows = db.prepare('SELECT pageno, name FROM dbstat').all()
  const names = new Map(rows.map(row => [Number(row['pageno']), String(row['name'])]))
  const trees = Map.groupBy(pages, page => names.get(page) ?? 'freed')
  const most = [...trees].sort(([, a], [, b]) => b.length - a.length)
  return { bytes: wal.length, trees: most.map(([name, all]) => `${all.length} × ${name}`) }
}
