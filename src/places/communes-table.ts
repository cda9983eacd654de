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
 *         (postal codes), DGCL (EPCI). Centres: IGN, Admin Express COG 2018, Licence Ouverte 1.0
 *         (`bin/commune-centres.ts`, docs/decisions/0055).
 */

const VERSION = 3
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

type Centre = readonly [lat: number, lon: number]
/**
 * The centres of communes. A commune that was made of others since has the mean of theirs; the
 * lands beyond the seas that IGN leaves out have none.
 */
function centres(all: readonly RawCommune[]): (code: string) => Centre | undefined {
  const known = new Map<string, Centre>()
  for (const line of readFileSync(new URL('centres.txt', import.meta.url), 'utf8').split('\n')) {
    const [code = '', lat, lon] = line.split(' ')
    if (code !== '') known.set(code, [Number(lat) / 1_000, Number(lon) / 1_000])
  }
  const parts = Map.groupBy(all, ({ code, chefLieu }) => chefLieu ?? code)
  return code => {
    const there = known.get(code)
    if (there) return there
    const of = (parts.get(code) ?? []).flatMap(part => {
      const at = known.get(part.code)
      return at ? [at] : []
    })
    const mean = (i: 0 | 1): number => of.reduce((sum, at) => sum + at[i], 0) / of.length
    return of.length === 0 ? undefined : [mean(0), mean(1)]
  }
}

function built(path: string): DatabaseSync {
  const db = new DatabaseSync(path)
  // `now` is the commune of today: itself, or the one that an old commune belongs to.
  db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;
    CREATE TABLE commune (code TEXT PRIMARY KEY, name TEXT, folded TEXT, now TEXT,
      department TEXT, postal TEXT, population INTEGER, epci TEXT,
      lat REAL, lon REAL) WITHOUT ROWID;
    CREATE TABLE epci (code TEXT PRIMARY KEY, name TEXT, folded TEXT) WITHOUT ROWID;`)
  const departments = new Map(
    read<RawDepartment>('departements').map(({ code, nom }) => [code, `${nom} (${code})`]),
  )
  const epcis = read<RawEpci>('epci')
  const grouping = new Map(
    epcis.flatMap(epci => epci.membres.map(({ code }) => [code, epci.code] as const)),
  )
  const commune = db.prepare('INSERT OR IGNORE INTO commune VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const all = read<RawCommune>('communes').filter(({ type }) => type !== 'arrondissement-municipal')
  const centreOf = centres(all)
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
      ...(centreOf(c.code) ?? [null, null]),
    )
  const epci = db.prepare('INSERT INTO epci VALUES (?, ?, ?)')
  for (const { code, nom } of epcis) epci.run(code, nom, fold(nom))
  db.exec(
    'CREATE INDEX commune_folded ON commune (folded); CREATE INDEX commune_epci ' +
      `ON commune (epci); COMMIT; PRAGMA user_version = ${VERSION};`,
  )
  return db
}
