import type { Boxes } from '../contract/box/boxes.ts'
import type { Machine } from '../contract/box/machine.ts'
import type { Conflict, ListQuery, Reader, Scalar, TableReader } from '../contract/reader.ts'
import { withoutPastReach } from '../contract/records/past-reach.ts'
import { tableOf } from '../contract/tables.ts'
import { bornAt } from '../core/id.ts'
import { type Field, type RecordType, type RowOf, type Space, spaceOf } from '../core/schema.ts'
import type { LogToRead } from '../log/log.ts'
import type { Statements } from '../log/sqlite.ts'
import { asidesOver } from './asides.ts'
import { hereIn } from './here.ts'
import { shownOn, withoutHidden } from './hidden.ts'
import { historyHere, historyOf } from './history.ts'
import { madeFieldsOf, madeValues } from './made.ts'
import { joinsOf, newsIn, standingIn } from './news.ts'
import { search } from './search.ts'
import { fieldsIn, isJson } from './shape.ts'
import { versionsOf } from './versions.ts'
import { firstBox } from './withdrawn.ts'

/**
 * The id that shows for an id, inside one statement: a page asks for some thirty, and each
 * statement costs as much as its work.
 */
const SHOWN = 'coalesce((SELECT shown FROM joined WHERE id = ?), ?)'
/** Whether anything is joined at all: only then are links looked through. */
const JOINS = 'EXISTS (SELECT 1 FROM joined) AS _joins'
const isLink = (field: Field): boolean => field.kind === 'link' || field.kind === 'themes'
/**
 * A link to a record that shows under another leads to that one; two links to one thing are one.
 */
const through = (shownId: (id: string) => string, value: unknown): unknown =>
  Array.isArray(value) ? [...new Set(value.map(id => shownId(String(id))))] : shownId(String(value))
/** A list never brings more than this, whatever is asked. */
const MOST = 10_000

/** What a reader tells besides: other boxes, and the machine that this one is. */
type BesideTables = Readonly<{
  boxes?: () => Boxes
  machine?: (() => Machine | undefined) | undefined
}>
const NO_BOXES: Boxes = {
  me: { name: '', words: '', isForked: false },
  others: [],
  wordsOf: () => undefined,
  latelyBy: () => [],
  holding: () => [],
  requests: () => [],
}

/**
 * The tables, to read, over one connection.
 *
 * Law     never writes. Joined records: lists show the shown one only; `one` and links lead to it.
 *         `boxes`: what is known of other boxes stands beside the log, and is the exchange's to
 *         say.
 */
export function readerOn(
  { sql, types }: Readonly<{ sql: Statements; types: ReadonlyMap<string, RecordType> }>,
  log: LogToRead,
  { boxes = () => NO_BOXES, machine = () => undefined }: BesideTables = {},
): TableReader {
  const shownId = (id: string): string =>
    sql.get<{ shown: string }>('SELECT shown FROM joined WHERE id = ?', id)?.shown ?? id
  const decoded = <T extends RecordType>(
    type: T,
    space: Space,
    row: Record<string, unknown>,
  ): RowOf<T> => {
    const out: Record<string, unknown> = { id: row['id'] }
    for (const name of Object.keys(type.fields)) out[name] = null
    for (const [name, field] of fieldsIn(type, space)) {
      const cell = row[name]
      if (cell === null || cell === undefined) continue
      const value: unknown = isJson(field)
        ? JSON.parse(String(cell))
        : field.kind === 'yesNo'
          ? cell === 1
          : cell
      out[name] = row['_joins'] === 1 && isLink(field) ? through(shownId, value) : value
    }
    return out as RowOf<T>
  }
  const where = (wanted: ListQuery, space: Space): string => {
    const joined =
      space === 'commons' ? ' AND id NOT IN (SELECT id FROM joined WHERE shown <> id)' : ''
    return `removed IS NOT 1${joined}${wanted.where ? ` AND (${wanted.where})` : ''}`
  }
  const now = (type: RecordType, id: string): Readonly<Record<string, unknown>> => ({
    ...reader.one(type, id),
    ...reader.made(type.name, id),
  })
  const declared = (type: RecordType) => (name: string) =>
    type.fields[name] ?? madeFieldsOf(sql, type.name).find(one => one.id === name)
  /** Asked only of types of which something may be read here alone. */
  const isHere = (type: string, id: string): boolean =>
    typeof types.get(type)?.shownHere === 'string' && hereIn(sql, id)
  const spaceIn = (type: RecordType, name: string): Space | undefined => {
    const field = type.fields[name]
    return field
      ? spaceOf(type, field)
      : madeFieldsOf(sql, type.name).find(one => one.id === name)?.space
  }
  const reader: TableReader = {
    types,
    all: (text, ...params) => sql.all(text, ...params),
    one: (type, id, space = 'commons') => {
      // What stays in this box of a record is its own, whatever it shows under: whose it is does
      // not change by a join.
      const [at, ids] = space === 'home' ? ['?', [id]] : [SHOWN, [id, id]]
      const row = sql.get(
        `SELECT *, ${JOINS} FROM "${tableOf(type.name, space)}" WHERE id = ${at} ` +
          'AND removed IS NOT 1',
        ...ids,
      )
      return row && decoded(type, space, row)
    },
    list: (type, wanted = {}, space = 'commons') => {
      const order = wanted.order ?? 'id DESC'
      const text =
        `SELECT *, ${JOINS} FROM "${tableOf(type.name, space)}" WHERE ${where(wanted, space)} ` +
        `ORDER BY ${order} LIMIT ? OFFSET ?`
      const rows = sql.all(
        text,
        ...(wanted.with ?? []),
        Math.min(wanted.limit ?? MOST, MOST),
        wanted.offset ?? 0,
      )
      return rows.map(row => decoded(type, space, row))
    },
    count: (type, wanted = {}, space = 'commons') => {
      const text =
        `SELECT count(*) AS n FROM "${tableOf(type.name, space)}" ` +
        `WHERE ${where(wanted, space)}`
      return sql.get<{ n: number }>(text, ...(wanted.with ?? []))!.n
    },
    called: id => {
      const doc = sql.get<{ type: string; title: string; id: string }>(
        `SELECT id, type, title FROM doc WHERE id = ${SHOWN}`,
        id,
        id,
      )
      if (!doc) return undefined
      const path = types.get(doc.type)?.path
      return { type: doc.type, title: doc.title, path: path ? `${path}/${doc.id}` : null }
    },
    pointing: (id, type) => pointing(sql, id, type),
    history: (type, id, whole) => {
      const known = types.get(type)
      if (!known) return []
      const isOpen = (name: string) => spaceIn(known, name) === 'commons'
      const isElsewhere = (name: string) => Object.hasOwn(known.fields, name) && !isOpen(name)
      const said = () => historyOf(log, known, shownId(id)).filter(line => !isElsewhere(line.field))
      const all = isHere(type, id) ? historyHere(log, known, id, isOpen) : said()
      const lines = withoutHiddenLines(sql, all)
      return whole ? lines : withoutPastReach(lines, declared(known), now(known, id))
    },
    madeFields: type => madeFieldsOf(sql, type),
    made: (type, id, space = 'commons') =>
      space === 'commons' && isHere(type, id)
        ? madeHere(sql, type, id)
        : madeValues(sql, type, shownId(id), space),
    search: (words, among, most) => search(sql, words, among, most),
    ...asidesOver(sql),
    written: id => written(sql, types, shownId(id)),
    boxes,
    machine,
    staysHere: id => hereIn(sql, id),
    isKeptFor: (of, member) => isKeptFor(sql, types, of, member),
    homeOf: (type, id) => firstBox(log, { type, record: id, space: 'commons' }) || undefined,
    conflicts: (most = 500) => conflicts(sql, types, most),
    versions: ({ type, id, space, field }) =>
      versionsOf(log, { type, record: id, space, field }, types.get(type)).map(one => ({
        ...one,
        value: withoutHidden(sql, one.value),
      })),
    theirs: (most = 500) => theirsIn(sql, types, most),
    joinedWith: id => joinedWith(sql, shownId(id)),
    joins: id => joinsOf({ sql, log }, id),
    standing: (type, id) => standingIn(log, type, id),
    news: id => withoutHiddenLines(sql, newsIn({ sql, log, types }, id)),
    showing: number =>
      shownOn(log, types, number, (type, id, space) => ({
        ...reader.one(type, id, space),
        ...reader.made(type.name, id, space),
      })),
  }
  return reader
}

/**
 * Answers to questions of the keeper's that anybody may read, of a record that is read here alone.
 */
function madeHere(sql: Statements, type: string, id: string): Readonly<Record<string, unknown>> {
  const open = new Set(
    madeFieldsOf(sql, type)
      .filter(field => field.space === 'commons')
      .map(field => field.id),
  )
  return Object.fromEntries(
    Object.entries(madeValues(sql, type, id, 'home')).filter(([name]) => open.has(name)),
  )
}

/** Lines of which nothing is left say nothing. */
const withoutHiddenLines = <T extends Readonly<{ value: unknown }>>(
  sql: Statements,
  lines: readonly T[],
): readonly T[] =>
  lines
    .map(line => ({ line, value: withoutHidden(sql, line.value) }))
    .filter(({ line, value }) => value !== null || line.value === null)
    .map(({ line, value }) => ({ ...line, value }))

const joinedWith = (sql: Statements, shown: string): readonly string[] => [
  shown,
  ...sql
    .all<{ id: string }>('SELECT id FROM joined WHERE shown = ?1 AND id <> ?1 ORDER BY id', shown)
    .map(row => row.id),
]

/**
 * Of a record that was withdrawn for sure there is nothing left to settle; of one that is joined to
 * another, only memory.
 */
function conflicts(
  sql: Statements,
  types: ReadonlyMap<string, RecordType>,
  most: number,
): readonly Conflict[] {
  const isGone = ({ type, id }: Conflict): boolean =>
    sql.get(`SELECT 1 FROM "${tableOf(type, 'commons')}" WHERE id = ? AND removed = 1`, id) !==
    undefined
  return sql
    .all<Conflict>(
      'SELECT type, id, space, field FROM conflict WHERE id NOT IN (SELECT id FROM joined ' +
        'WHERE shown <> id) ORDER BY id DESC, field LIMIT ?',
      MOST,
    )
    .filter(one => types.has(one.type) && (one.field === 'removed' || !isGone(one)))
    .slice(0, most)
}

/** What other boxes wrote where this box alone decides, in records that stand. */
const theirsIn = (
  sql: Statements,
  types: ReadonlyMap<string, RecordType>,
  most: number,
): readonly Conflict[] =>
  sql
    .all<Conflict>(
      'SELECT type, id, space, field FROM theirs ORDER BY id DESC, field LIMIT ?',
      most,
    )
    .filter(
      ({ type, id }) =>
        types.has(type) &&
        !sql.get(`SELECT 1 FROM "${tableOf(type, 'commons')}" WHERE id = ? AND removed = 1`, id),
    )

/** What a record that shows under another says is memory: only what shows points. */
function pointing(
  sql: Statements,
  id: string,
  type?: string,
): readonly Readonly<{ type: string; id: string; field: string }>[] {
  const ids = sql
    .all<{ id: string }>(
      'SELECT id FROM joined WHERE shown = (SELECT shown FROM joined WHERE id = ?)',
      id,
    )
    .map(row => row.id)
  const all = ids.length > 0 ? ids : [id]
  const params: Scalar[] = [...all, ...(type ? [type] : [])]
  return sql.all(
    `SELECT DISTINCT from_type AS type, from_id AS id, field FROM link
      WHERE to_id IN (${all.map(() => '?').join(', ')})${
        type ? ' AND from_type = ?' : ''
      } AND from_id NOT IN (SELECT id FROM joined WHERE shown <> id) ORDER BY from_id DESC
        LIMIT 500`,
    ...params,
  )
}

function written(
  sql: Statements,
  types: ReadonlyMap<string, RecordType>,
  id: string,
): ReturnType<Reader['written']> {
  const type = sql.get<{ type: string }>('SELECT type FROM doc WHERE id = ?', id)?.type
  const known = type === undefined ? undefined : types.get(type)
  if (!known) return undefined
  const row = sql.get<{ _wall: number; _sure: number; _by: string; _box: string }>(
    `SELECT _wall, _sure, _by, _box FROM "${tableOf(known.name, 'commons')}" WHERE id = ?`,
    id,
  )
  return (
    row && { first: bornAt(id), last: row._wall, sure: row._sure === 1, box: row._box, by: row._by }
  )
}

const OWNERS = ['author', 'member', 'writer']
/** The owner of a record stays in this box, in one of these fields. */
function isKeptFor(
  sql: Statements,
  types: ReadonlyMap<string, RecordType>,
  { type, id }: Readonly<{ type: string; id: string }>,
  member: string,
): boolean {
  const known = types.get(type)
  const columns = known ? fieldsIn(known, 'home').map(([name]) => name) : []
  return OWNERS.filter(name => columns.includes(name)).some(
    name =>
      sql.get(
        `SELECT 1 FROM "${tableOf(type, 'home')}" WHERE id = ? AND "${name}" = ?`,
        id,
        member,
      ) !== undefined,
  )
}
