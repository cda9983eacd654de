import type { DatabaseSync } from 'node:sqlite'
import uFuzzy from '@leeoniya/ufuzzy'
import { editDistance, fold } from '../core/letters/words.ts'
import { communesTable } from './communes-table.ts'

/**
 * The communes of France by name, offline: those of today, the old ones that became part of them,
 * and the groupings (EPCI).
 */

export type Commune = Readonly<{
  code: string
  name: string
  postalCodes: readonly string[]
  population: number
  department: string
  /** Communes that became part of it; absent where none did. */
  formerNames?: readonly string[]
  /** Its centre, in degrees of WGS 84; absent where none is known. */
  point?: readonly [lat: number, lon: number]
}>
/**
 * `name` is what a person chooses from: *Saint-Georges-en-Couzan (Loire)*, *CA Loire Forez
 * Agglomération (LFA)*.
 */
export type TerritoryChoice = Readonly<{
  kind: 'epci' | 'commune' | 'list'
  code: string
  name: string
  communes: readonly Commune[]
  missed?: readonly string[]
}>

export type Communes = Readonly<{
  /**
   * What a typed name may mean, best first: an EPCI, a commune (every homonym, told apart by its
   * department), or a list of communes separated by commas or lines, of which `missed` were not
   * found. A postal code means its communes. Accents, case and one mistake a word are forgiven. A
   * department in brackets, by name or number, chooses among homonyms: *Saint-Martin (42)*.
   */
  findTerritory: (name: string) => readonly TerritoryChoice[]
  communeByCode: (code: string) => Commune | undefined
  /** The communes of this name, then those that it may mean, best first. */
  communesNamed: (name: string, limit?: number) => readonly Commune[]
  close: () => void
}>

const MOST_TYPED = 20_000
const MOST_LISTED = 500
/** The longest official name has 45 letters; the search is slow on what can't be one. */
const LONGEST_NAME = 100

/**
 * Opens the table in this folder, building it the first time; without a folder it is built in
 * memory.
 */
export function openCommunes(folder?: string): Communes {
  const db = communesTable(folder)
  const named = finder(db)
  const byCode = db.prepare('SELECT * FROM commune WHERE code = ? AND now = code')
  const whole = withFormer(db)
  return {
    communeByCode: code => whole(byCode.get(code)),
    communesNamed: (name, limit = 10) => named.communes(name).slice(0, limit),
    findTerritory: name => findTerritory(name.slice(0, MOST_TYPED), named),
    close: () => db.close(),
  }
}

/**
 * The name of a commune, asked for now and then: the table is opened, or built (in memory where the
 * folder takes no file), at the first question.
 */
export function communeNames(
  folder?: string,
): Readonly<{ named: (code: string) => string | undefined; close: () => void }> {
  let communes: Communes | undefined
  return {
    named: code => {
      communes ??= openedFor(folder)
      return communes.communeByCode(code)?.name
    },
    close: () => communes?.close(),
  }
}

function openedFor(folder: string | undefined): Communes {
  try {
    return openCommunes(folder)
  } catch {
    return openCommunes()
  }
}

type CommuneRow = Readonly<{
  code: string
  name: string
  postal: string
  population: number
  department: string
  lat: number | null
  lon: number | null
}>
function asCommune(row: unknown): Commune | undefined {
  const { code, name, postal, population, department, lat, lon } = (row ?? {}) as CommuneRow
  const point = lat === null || lon === null ? {} : { point: [lat, lon] as const }
  const postalCodes = postal === '' ? [] : postal?.split(' ')
  return code ? { code, name, postalCodes, population, department, ...point } : undefined
}

/** A row with the names of the communes that became part of it. */
function withFormer(db: DatabaseSync): (row: unknown) => Commune | undefined {
  const former = db.prepare('SELECT name FROM commune WHERE now = ? AND code <> now ORDER BY name')
  return row => {
    const commune = asCommune(row)
    const formerNames = commune ? former.all(commune.code).map(one => String(one['name'])) : []
    return commune && formerNames.length > 0 ? { ...commune, formerNames } : commune
  }
}

type Finder = Readonly<{
  communes: (name: string) => readonly Commune[]
  /** Those of a postal code, the most peopled first. */
  postal: (code: string) => readonly Commune[]
  epcis: (name: string) => readonly TerritoryChoice[]
  siblings: (code: string) => string
}>

/**
 * Searches by folded names. The names are read at each search and let go: a box needs them once in
 * its life.
 */
function finder(db: DatabaseSync): Finder {
  const exact = db.prepare('SELECT DISTINCT now FROM commune WHERE folded = ?')
  const one = db.prepare('SELECT * FROM commune WHERE code = ?')
  const whole = withFormer(db)
  const grouping = db.prepare('SELECT epci FROM commune WHERE code = ?')
  const members = db.prepare(
    'SELECT * FROM commune WHERE epci = ? AND now = code ORDER BY population DESC',
  )
  const found = (codes: readonly string[]): readonly Commune[] =>
    [...new Set(codes)].map(code => whole(one.get(code))).filter(c => c !== undefined)
  const communes = (typed: string): readonly Commune[] => {
    const { name, department } = withoutDepartment(typed.slice(0, LONGEST_NAME))
    const asked = spelled(name)
    const same = found(exact.all(asked).map(row => String(row['now']))).filter(
      inDepartment(department),
    )
    if (same.length > 0) return same.toSorted(bearing(asked))
    const rows = db
      .prepare('SELECT folded, now FROM commune')
      .all() as unknown as readonly Readonly<{ folded: string; now: string }>[]
    const near = nearest(
      asked,
      rows.map(row => row.folded),
    )
    return found(near.map(at => rows[at]!.now))
      .filter(inDepartment(department))
      .toSorted(bearing(asked))
  }
  const epcis = (typed: string): readonly TerritoryChoice[] => {
    const rows = db
      .prepare('SELECT code, name, folded FROM epci')
      .all() as unknown as readonly Readonly<{
      code: string
      name: string
      folded: string
    }>[]
    return nearest(
      fold(typed.slice(0, LONGEST_NAME)),
      rows.map(row => row.folded),
    )
      .slice(0, 5)
      .map(at => rows[at]!)
      .map(({ code, name }) => ({
        kind: 'epci' as const,
        code,
        name,
        communes: members.all(code).map(row => whole(row)!),
      }))
  }
  const byPostal = db.prepare(
    `SELECT * FROM commune WHERE now = code AND ' ' || postal || ' ' LIKE ?
      ORDER BY population DESC`,
  )
  const postal = (code: string): readonly Commune[] =>
    byPostal.all(`% ${code} %`).flatMap(row => whole(row) ?? [])
  return { communes, postal, epcis, siblings: code => String(grouping.get(code)?.['epci'] ?? '') }
}

/** *St Georges* is written in full in every official name. */
const spelled = (name: string): string =>
  fold(name)
    .replace(/\bst(e?)\b/g, 'saint$1')
    .replace(/\bs\/s?\b/g, 'sous')

/**
 * Which of these folded names a typed one may mean, best first: begins with it, holds its words, or
 * is mistyped.
 */
function nearest(asked: string, names: readonly string[]): readonly number[] {
  if (asked.replace(/[^\p{L}\p{N}]/gu, '').length < 2) return []
  const fuzzy = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 })
  const [matched, info, order] = fuzzy.search(names as string[], asked, 0, 2_000)
  const ranked = order && info ? order.map(at => info.idx[at]!) : (matched ?? [])
  if (ranked.length > 0)
    return ranked.toSorted((a, b) => rank(names[a]!, asked) - rank(names[b]!, asked))
  // A mistake in the first or the last letter, which the package holds for certain.
  const limit = asked.length > 8 ? 2 : 1
  return names
    .map((name, at) => ({ at, distance: editDistance(name, asked, limit) }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ at }) => at)
}

/**
 * 0: the name, or its first words; 1: begins with it; 2: has its words; 3: mistyped. Sorting keeps
 * the package's order within.
 */
function rank(name: string, asked: string): number {
  if (name === asked || name.startsWith(`${asked} `)) return 0
  return name.startsWith(asked) ? 1 : name.includes(asked) ? 2 : 3
}

/**
 * Those that bear the name themselves before those that an old commune of that name became part of;
 * then the most peopled.
 */
function bearing(asked: string): (a: Commune, b: Commune) => number {
  const order = ({ name }: Commune): number => Math.min(2, rank(fold(name), asked))
  return (a, b) => order(a) - order(b) || (order(a) < 2 ? b.population - a.population : 0)
}

function withoutDepartment(typed: string): Readonly<{ name: string; department: string }> {
  const [, name = typed, department = ''] = /^(.*?)\s*\(([^()]*)\)\s*$/s.exec(typed) ?? []
  return { name, department: fold(department) }
}
function inDepartment(asked: string): (commune: Commune) => boolean {
  return ({ department }) =>
    asked === '' ||
    fold(department) === asked ||
    fold(department).startsWith(`${asked} (`) ||
    fold(department).endsWith(`(${asked})`)
}

const close = (name: string, asked: string): boolean =>
  rank(name, asked) <= 1 || editDistance(name, asked, 2) <= 2

/** A name that is near, or that of a commune that became part of it. */
const isMeantBy =
  (asked: string) =>
  ({ name, formerNames = [] }: Commune): boolean =>
    close(fold(name), asked) || formerNames.some(former => fold(former) === asked)

const alone = (commune: Commune): TerritoryChoice => ({
  kind: 'commune',
  code: commune.code,
  name: `${commune.name}, ${commune.department}`,
  communes: [commune],
})

function findTerritory(typed: string, named: Finder): readonly TerritoryChoice[] {
  const whole = named.epcis(typed).find(({ name }) => fold(name) === fold(typed))
  if (whole) return [whole]
  const items = typed
    .split(/[,;\n\r\t|]+/)
    .map(item => item.trim())
    .filter(item => item !== '')
  if (items.length === 0) return []
  if (items.length > 1 && items.every(item => !POSTAL.test(item)))
    return listed(items.slice(0, MOST_LISTED), named)
  if (items.some(item => POSTAL.test(item))) return postalAmong(items.slice(0, MOST_LISTED), named)
  const name = items[0]!
  const communes = named.communes(name).slice(0, 12).map(alone)
  const epcis = named.epcis(name)
  const isCommune = communes.some(
    ({ communes: [one] }) => one && rank(fold(one.name), spelled(name)) === 0,
  )
  return isCommune ? [...communes, ...epcis] : [...epcis, ...communes]
}

const POSTAL = /^\d{5}$/
/**
 * A postal code alone: all its communes at once, then each of them. Among names, it means all its
 * communes.
 */
function postalAmong(items: readonly string[], named: Finder): readonly TerritoryChoice[] {
  const [codes, names] = [
    items.filter(item => POSTAL.test(item)),
    items.filter(item => !POSTAL.test(item)),
  ]
  const of = codes.flatMap(code => named.postal(code))
  const [others] = names.length > 0 ? listed(names, named) : []
  const missed = [
    ...codes.filter(code => named.postal(code).length === 0),
    ...(others ? (others.missed ?? []) : names),
  ]
  const communes = [
    ...new Map([...of, ...(others?.communes ?? [])].map(one => [one.code, one])).values(),
  ]
  if (communes.length === 0) return []
  if (communes.length === 1 && missed.length === 0) return [alone(communes[0]!)]
  const all: TerritoryChoice = {
    kind: 'list',
    code: items.length === 1 ? items[0]! : communes[0]!.code,
    name: communes.map(({ name }) => name).join(', '),
    communes,
    ...(missed.length > 0 ? { missed } : {}),
  }
  return items.length === 1 ? [all, ...communes.map(alone)] : [all]
}

/**
 * A list of names: homonyms go to the grouping, then to the department, where the others are.
 * Nobody chooses one by one here, so a name that is only vaguely like a commune's is said to be
 * missed.
 */
function listed(items: readonly string[], named: Finder): readonly TerritoryChoice[] {
  const meanings = items.map(item =>
    named.communes(item).filter(isMeantBy(spelled(withoutDepartment(item).name))),
  )
  const sure = meanings.filter(found => found.length === 1).map(([one]) => one!)
  const epcis = new Set(sure.map(({ code }) => named.siblings(code)))
  const departments = new Set(sure.map(({ department }) => department))
  const chosen = meanings.map(
    found =>
      found.find(({ code }) => epcis.has(named.siblings(code))) ??
      found.find(({ department }) => departments.has(department)) ??
      found[0],
  )
  const communes = [
    ...new Map(chosen.filter(one => one !== undefined).map(one => [one.code, one])).values(),
  ]
  const missed = items.filter((_, i) => chosen[i] === undefined)
  if (communes.length === 0) return []
  return [
    {
      kind: 'list',
      code: communes[0]!.code,
      name: communes.map(({ name }) => name).join(', '),
      communes,
      ...(missed.length > 0 ? { missed } : {}),
    },
  ]
}
