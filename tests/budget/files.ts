import { statSync } from 'node:fs'
import { placesIn } from '../../src/files/folder.ts'
import { withHouse } from './box.ts'
import type { Figure, Figures } from './figures.ts'

/**
 * What a record takes of each file on the disk, of a box that was just filled and whose WALs were
 * written back. Free pages stand apart, for the next records take them.
 *
 * Units   bytes of used pages, a record; bytes of free pages, whole.
 */
export const measureFiles = (folder: string): Figures =>
  withHouse(folder, engine => {
    const { n } = engine.log.sql.get<{ n: number }>(
      'SELECT count(DISTINCT record) AS n FROM write',
    )!
    return new Map(
      (['log', 'tables'] as const).flatMap((name): readonly Figure[] => {
        const { db } = engine[name]
        const one = (sql: string): number => Number(Object.values(db.prepare(sql).get() ?? {})[0])
        one('PRAGMA wal_checkpoint(TRUNCATE)')
        const free = one('PRAGMA freelist_count') * one('PRAGMA page_size')
        const used = statSync(placesIn(folder)[name]).size - free
        const trees = db.prepare(TREES).all()
        const seen = trees.map(({ name, bytes, unused }) => `${bytes} ${name}, ${unused} unused`)
        return [
          [`file ${name}.db: bytes a record`, { figure: Math.ceil(used / n), seen }],
          [`file ${name}.db: free bytes`, { figure: free }],
        ]
      }),
    )
  })
const TREES = `SELECT name, sum(pgsize) AS bytes, sum(unused) AS unused FROM dbstat
  GROUP BY name ORDER BY bytes DESC LIMIT 6`
