import { createHash } from 'node:crypto'
import type { Projection } from '../contract/projection.ts'
import { REMOVED, tableOf } from '../contract/tables.ts'
import {
  type Field,
  type FieldKind,
  type RecordType,
  SPACES,
  type Space,
  spaceOf,
} from '../core/schema.ts'
import { ALL_APART } from '../text/searching/families.ts'

/** The version of the rows. Another version makes the tables again. */
const SHAPE_VERSION = 21

const JSON_KINDS: ReadonlySet<FieldKind> = new Set([
  'quantity',
  'period',
  'point',
  'themes',
  'files',
])
/** Whether the field’s column holds JSON: several values, or one of several parts. */
export const isJson = (field: Field): boolean => field.many === true || JSON_KINDS.has(field.kind)

function columnType(field: Field): string {
  if (isJson(field)) return 'TEXT'
  if (field.kind === 'number') return 'REAL'
  return field.kind === 'money' || field.kind === 'yesNo' ? 'INTEGER' : 'TEXT'
}

/**
 * The fields of a space’s table: its own, and those of wider spaces too, since a draft may narrow.
 */
export function fieldsIn(type: RecordType, space: Space): Fields {
  const known = fieldsKnown.get(type) ?? new Map<Space, Fields>()
  fieldsKnown.set(type, known)
  const held = known.get(space) ?? fieldsOf(type, space)
  known.set(space, held)
  return held
}
type Fields = readonly (readonly [string, Field])[]
/** The results of `fieldsIn`, which each shown record asks several times. */
const fieldsKnown = new WeakMap<RecordType, Map<Space, Fields>>()

function fieldsOf(type: RecordType, space: Space): Fields {
  const width = SPACES.indexOf(space)
  const fields = Object.entries(type.fields).filter(
    ([, field]) => SPACES.indexOf(spaceOf(type, field)) <= width,
  )
  return [...fields, ['removed', REMOVED]]
}

/**
 * The statements for the tables of a record type, one table a space, so that private columns stand
 * apart. Every column but `id` is nullable, without constraints: a peer may write anything.
 */
export function tablesOf(type: RecordType): readonly string[] {
  return SPACES.flatMap(space => {
    const name = tableOf(type.name, space)
    const fields = fieldsIn(type, space)
    const columns = fields.map(([field, of]) => `"${field}" ${columnType(of)}`)
    return [
      `CREATE TABLE "${name}"(id TEXT PRIMARY KEY, ${columns.join(', ')}, _wall INTEGER, ` +
        '_sure INTEGER, _by TEXT, _box TEXT) WITHOUT ROWID',
      ...indicesOf(type, space),
      ...(space === 'home' && type.shownByCard
        ? [
            `CREATE INDEX "${name} cards" ON "${name}"("${type.shownByCard}", id) ` +
              `WHERE "${type.shownByCard}" = 1`,
          ]
        : []),
      ...(space === 'commons' && type.counted ? standingOf(name) : []),
    ]
  })
}

/**
 * The indices of a table by its fields. A turn writes a page for each index that holds its record,
 * so an index leaves out records without the value. Communes of the commons are the exception:
 * pages ask for those of the territory together with records that say none.
 *
 * Absent  an index of lists of values, which queries read whole; any index of `network`, which no
 *         query asks by a field; filters of `home` but where its records show among the commons.
 */
function indicesOf(type: RecordType, space: Space): readonly string[] {
  if (space === 'network') return []
  const table = tableOf(type.name, space)
  const isListed = space === 'commons' || type.shownByCard !== undefined
  return fieldsIn(type, space).flatMap(([name, field]) => {
    const { kind } = field
    const isCommons = space === 'commons'
    const isAsked = kind === 'link' || (kind === 'hours' && isCommons) || (field.filter && isListed)
    if (!isAsked || isJson(field)) return []
    const isWhole = kind === 'commune' && isCommons
    // Few have hours, and a search of a day reads them all.
    const column = kind === 'hours' ? 'id' : `"${name}"`
    const some = isWhole ? '' : ` WHERE "${name}" IS NOT NULL`
    return [`CREATE INDEX "${table} ${name}" ON "${table}"(${column})${some}`]
  })
}

/** Keeps how many records of a table stand, whoever writes it. Written when that changes alone. */
function standingOf(table: string): readonly string[] {
  const [is, was] = [
    '(NEW.removed IS NOT 1)',
    `EXISTS (SELECT 1 FROM "${table}" WHERE id = NEW.id AND removed IS NOT 1)`,
  ]
  return [
    `INSERT INTO standing VALUES ('${table}', 0)`,
    `CREATE TRIGGER "${table} stands" BEFORE INSERT ON "${table}" WHEN ${is} <> ${was} ` +
      `BEGIN UPDATE standing SET n = n + ${is} - ${was} WHERE type = '${table}'; END`,
    `CREATE TRIGGER "${table} is gone" AFTER DELETE ON "${table}" WHEN OLD.removed IS NOT 1 ` +
      `BEGIN UPDATE standing SET n = n - 1 WHERE type = '${table}'; END`,
  ]
}

/** The tables that serve every type. FTS5 keeps its own text and overwrites deleted text. */
const HOUSE_TABLES: readonly string[] = [
  'CREATE TABLE mark(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID',
  'CREATE TABLE position(feed TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID',
  'CREATE TABLE doc(n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, ' +
    'title TEXT NOT NULL)',
  'CREATE INDEX "doc type" ON doc(type)',
  'CREATE VIRTUAL TABLE search USING fts5(title, body, stems, tokenize = "unicode61 ' +
    'remove_diacritics 2", columnsize = 0)',
  `INSERT INTO search(search, rank) VALUES ('secure-delete', 1), ('automerge', 16),
    ('crisismerge', 32)`,
  'CREATE VIRTUAL TABLE term USING fts5vocab(search, row)',
  'CREATE TABLE link(from_id TEXT, field TEXT, to_id TEXT, from_type TEXT, PRIMARY ' +
    'KEY(from_id, field, to_id)) WITHOUT ROWID',
  'CREATE INDEX "link to" ON link(to_id, from_type, from_id DESC, field)',
  'CREATE TABLE misfit(id TEXT, space TEXT, field TEXT, type TEXT, PRIMARY KEY(id, space, ' +
    'field, type)) WITHOUT ROWID',
  'CREATE TABLE conflict(id TEXT, space TEXT, field TEXT, type TEXT, PRIMARY KEY(id, space, ' +
    'field, type)) WITHOUT ROWID',
  'CREATE TABLE unread(id TEXT, space TEXT, type TEXT, PRIMARY KEY(id, space, type)) WITHOUT ROWID',
  'CREATE TABLE theirs(id TEXT, space TEXT, field TEXT, type TEXT, PRIMARY KEY(id, space, ' +
    'field, type)) WITHOUT ROWID',
  'CREATE TABLE leave(id TEXT, type TEXT, space TEXT, by TEXT NOT NULL, PRIMARY KEY(id, ' +
    'type, space)) WITHOUT ROWID',
  'CREATE TABLE taken_off(id TEXT, type TEXT, space TEXT, wall INTEGER NOT NULL, PRIMARY ' +
    'KEY(id, type, space)) WITHOUT ROWID',
  'CREATE TABLE made(type TEXT, id TEXT, space TEXT, fields TEXT NOT NULL, PRIMARY ' +
    'KEY(type, id, space)) WITHOUT ROWID',
  'CREATE TABLE made_field(record TEXT PRIMARY KEY, id TEXT, type TEXT, kind TEXT, unit ' +
    'TEXT, space TEXT, label TEXT, hint TEXT, rank REAL, nonce TEXT, box TEXT, ' +
    'choices TEXT, hidden INTEGER, removed INTEGER) WITHOUT ROWID',
  'CREATE TABLE here(id TEXT PRIMARY KEY) WITHOUT ROWID',
  'CREATE TABLE hidden(record TEXT PRIMARY KEY, number TEXT NOT NULL) WITHOUT ROWID',
  'CREATE TABLE joining(id TEXT PRIMARY KEY, these TEXT NOT NULL) WITHOUT ROWID',
  'CREATE TABLE joined(id TEXT PRIMARY KEY, shown TEXT NOT NULL, type TEXT) WITHOUT ROWID',
  'CREATE TABLE standing(type TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID',
]

/**
 * The statements that make empty tables, in order: common ones, one set a type, those of bricks.
 */
export function allTables(
  types: readonly RecordType[],
  projections: readonly Projection[],
): readonly string[] {
  return [
    ...HOUSE_TABLES,
    ...types.flatMap(tablesOf),
    ...projections.flatMap(projection => projection.tables),
  ]
}

/** A hash of all that the rows depend on besides the log. */
export function shapeHash(
  types: readonly RecordType[],
  projections: readonly Projection[],
): string {
  return hashOf([
    SHAPE_VERSION,
    ALL_APART,
    types,
    projections.map(projection => [projection.types, projection.tables]),
  ])
}
const hashOf = (said: unknown): string =>
  createHash('sha256').update(JSON.stringify(said)).digest('hex')

/** What the rows of every type depend on. */
export const HOUSE_PART = 'part of all'
/** What the words of the search are worked out by. */
export const SEARCH_PART = 'part of search'
export const typePart = (name: string): string => `part of type ${name}`
/**
 * The stamp of a type: of each field apart, so that a type with more fields is known.
 *
 * Shape   a hash of all but the fields, then each name and hash, in order.
 */
function stampOf({ fields, ...rest }: RecordType): string {
  const each = Object.entries(fields).map(([name, field]) => `${name}:${shortHash(field)}`)
  return [shortHash(rest), ...each].join(' ')
}
const shortHash = (said: unknown): string => hashOf(said).slice(0, 16)
/**
 * The names of the fields that one of these stamps of a type has and the other has not. Undefined
 * where something else is otherwise.
 */
export function fieldsMore(one: string, other: string): readonly string[] | undefined {
  const [here, there] = [one, other].map(stamp => new Set(stamp.split(' ')))
  const more = [...here!.symmetricDifference(there!)].map(field => field.split(':')[0]!)
  const gone = new Set(more)
  const [less, least] = [one, other].map(stamp =>
    stamp
      .split(' ')
      .filter(field => !gone.has(field.split(':')[0]!))
      .join(' '),
  )
  return less === least && gone.size === more.length && !more.includes(one.split(' ')[0]!)
    ? more
    : undefined
}
/** By its content: a projection has no name. */
export const projectionPart = ({ types, tables }: Projection): string =>
  `part of projection ${shortHash([types, tables])}`
/**
 * The stamps of the parts of the tables, which are made again apart (`changed-shape.ts`).
 *
 * Shape   `mark` holds each as a row. All of them say what `shapeHash` says.
 */
export const partsOf = (
  types: readonly RecordType[],
  projections: readonly Projection[],
): ReadonlyMap<string, string> =>
  new Map([
    [HOUSE_PART, hashOf([SHAPE_VERSION, HOUSE_TABLES])],
    [SEARCH_PART, hashOf(ALL_APART)],
    ...types.map(type => [typePart(type.name), stampOf(type)] as const),
    ...projections.map(one => [projectionPart(one), ''] as const),
  ])
