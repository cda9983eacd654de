import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fold } from '../core/letters/words.ts'
import { ownJson } from '../core/narrow.ts'

/**
 * The communes and the groupings of communes of France as a small SQLite file.
 * The package is 12 MB of JSON: it is read once, and later starts only open the file.
 *
 * Source  @etalab/decoupage-administratif 6.0.0: INSEE (codes, names, populations), La Poste
 *         (postal codes), DGCL (EPCI).
 */

const VERSION = 2
const FILE = 'communes.db'

/**
 * The table in this folder, built the first time (a third of a second on a laptop); without a
 * folder it is built in memory.
 */
export function communesTable(folder?: string): DatabaseSync {
  return folder === undefined ? built(':memory:') : onDisk(folder)
}

function onDisk(folder: string): DatabaseSync {
  const path = join(folder, FILE)
  if (existsSync(path)) {
    const db = sound(path)
    if (db) return db
    rmSync(path)
  }
  mkdirSync(folder, { recursive: true })
  // Built aside and renamed: a start that was cut leaves no half table under the name that is
  // opened.
  const aside = `${path}.${process.pid}.new`
  rmSync(aside, { force: true })
  built(aside).close()
  renameSync(aside, path)
  return new DatabaseSync(path, { readOnly: true })
}

/** The table, if it is whole and of this version; a file that is not can always be made again. */
function sound(path: string): DatabaseSync | undefined {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(path, { readOnly: true })
    const { user_version: version } = db.prepare('PRAGMA user_version').get() as {
      user_version: number
    }
    if (version === VERSION && db.prepare("SELECT 1 FROM commune WHERE code = '42195'").get())
      return db
  } catch {
    // Not a database, or a damaged one: it is built again.
  }
  db?.close()
  return undefined
}

type RawCommune = Readonly<{
  code: string
  nom: string
  type: string
  chefLieu?: string
  departement?: string
  codesPostaux?: string[]
  population?: number
}>
type RawEpci = Readonly<{
  code: string
  nom: string
  membres: readonly Readonly<{ code: string }>[]
}>
type RawDepartment = Readonly<{ code: string; nom: string }>

function read<T>(name: string): readonly T[] {
  const path = createRequire(import.meta.url).resolve(
    `@etalab/decoupage-administratif/data/${name}.json`,
  )
  return ownJson<T[]>(readFileSync(path, 'utf8'))
}

function built(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  // `now` is the commune of today: itself, or the one that an old commune belongs to.
  db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;
    CREATE TABLE commune (code TEXT PRIMARY KEY, name TEXT, folded TEXT, now TEXT,
      department TEXT, postal TEXT, population INTEGER, epci TEXT) WITHOUT ROWID;
    CREATE TABLE epci (code TEXT PRIMARY KEY, name TEXT, folded TEXT) WITHOUT ROWID;`)
  const departments = new Map(
    read<RawDepartment>('departements').map(({ code, nom }) => [code, `${nom} (${code})`]),
  )
  const epcis = read<RawEpci>('epci')
  const grouping = new Map(
    epcis.flatMap(epci => epci.membres.map(({ code }) => [code, epci.code] as const)),
  )
  const commune = db.prepare('INSERT OR IGNORE INTO commune VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
  const all = read<RawCommune>('communes').filter(({ type }) => type !== 'arrondissement-municipal')
  // Today's first: an old commune often kept the code of the one that it became.
  for (const c of all.toSorted(
    (a, b) => Number(b.type === 'commune-actuelle') - Number(a.type === 'commune-actuelle'),
  ))
    commune.run(
      c.code,
      c.nom,
      fold(c.nom),
      c.chefLieu ?? c.code,
      departments.get(c.departement ?? '') ?? '',
      (c.codesPostaux ?? []).join(' '),
      c.population ?? 0,
      grouping.get(c.code) ?? null,
    )
  const epci = db.prepare('INSERT INTO epci VALUES (?, ?, ?)')
  for (const { code, nom } of epcis) epci.run(code, nom, fold(nom))
  db.exec(
    'CREATE INDEX commune_folded ON commune (folded); CREATE INDEX commune_epci ' +
      `ON commune (epci); COMMIT; PRAGMA user_version = ${VERSION};`,
  )
  return db
}
