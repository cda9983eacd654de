import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RecordType } from '../src/core/schema.ts'

/**
 * `changed-types.ts TREE FOLDER`: the tables opened by the program of that tree as a version would
 * that gave one field more to two types, as most versions do.
 */
const [tree = '', folder = ''] = process.argv.slice(2)
const from = <T>(path: string) => import(pathToFileURL(join(tree, path)).href) as Promise<T>

const { bricks } = await from<typeof import('../src/app/bricks.ts')>('src/app/bricks.ts')
const { shapeOf } = await from<typeof import('../src/engine/shape.ts')>('src/engine/shape.ts')
const { openBox, placesIn } =
  await from<typeof import('../src/files/folder.ts')>('src/files/folder.ts')
const { openLog } = await from<typeof import('../src/log/log.ts')>('src/log/log.ts')
const { openTables } = await from<typeof import('../src/projection/tables.ts')>(
  'src/projection/tables.ts',
)
const { wholeBricks } = await from<typeof import('../src/web/records/brick.ts')>(
  'src/web/records/brick.ts',
)

/** Fifteen records in a hundred of a filled box. */
const CHANGED: ReadonlySet<string> = new Set(['place', 'idea'])
const withOneMore = (type: RecordType): RecordType =>
  CHANGED.has(type.name) ? { ...type, fields: { ...type.fields, benched: { kind: 'text' } } } : type

const files = placesIn(folder)
const shape = shapeOf(wholeBricks(bricks))
const log = openLog(files.log, openBox(folder))
const [began, before] = [performance.now(), process.cpuUsage()]
const tables = openTables(files.tables, { ...shape, types: shape.types.map(withOneMore) }, log)
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ median: performance.now() - began, cpu: (user + system) / 1_000 }))
tables.db.close()
log.db.close()
