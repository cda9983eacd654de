import type { Boxes } from '../contract/box/boxes.ts'
import type { Machine } from '../contract/box/machine.ts'
import type { ListQuery, Reader, Row, Scalar, TableReader } from '../contract/reader.ts'
import { withoutPastWords } from '../contract/records/past-reach.ts'
import { tableOf } from '../contract/tables.ts'
import { bornAt } from '../core/id.ts'
import type { Kept } from '../core/kept.ts'
import { type Field, type RecordType, type RowOf, type Space, spaceOf } from '../core/schema.ts'
import { isTracking, noteAll, noteRow, readBy, untracked } from '../core/tracking.ts'
import type { LogToRead } from '../log/log.ts'
import type { Statements } from '../log/sqlite.ts'
import { valueWithout } from '../text/sought-numbers.ts'
import { byCardIn, cardHits, noteByCard, ofCardRows } from './by-card.ts'
import { hereIn } from './here.ts'
import { hiddenNumbers, shownOn, withoutHidden } from './hidden.ts'
import { historyHere, historyOf } from './history.ts'
import { isKeptBack } from './kept-back.ts'
import { lookFor } from './looked-for.ts'
import { madeFieldsOf, madeValues } from './made.ts'
import { headNamesIn, joinsOf, newsIn } from './news.ts'
import { search, searchTyped } from './search.ts'
import { fieldsIn, isJson } from './shape.ts'
import { unreadOver } from './unread.ts'
import { conflicts, theirsIn, versionsOf } from './versions.ts'
import { firstBox } from './withdrawn.ts'

/**
 * The SQL for the id under which an id shows. Inside the statement, because a page asks some thirty
 * times.
 */
const SHOWN = 'coalesce((SELECT shown FROM joined WHERE id = ?), ?)'
/**
 * A link’s value through joins: it leads to the shown record, and two links to one record are one.
 */
const through = (shownId: (id: string) => string, value: unknown): unknown =>
  Array.isArray(value) ? [...new Set(value.map(id => shownId(String(id))))] : shownId(String(value))
/** The SQL for whether any join exists: only then are links followed. */
const JOINS = 'EXISTS (SELECT 1 FROM joined) AS _joins'
const isLink = (field: Field): boolean => field.kind === 'link' || field.kind === 'themes'
type TitledRow = Readonly<{ id: string; type: string; title: string }>
/** What a read under the shown id reads of the joins. */
const JOINED = ['tables.joined+', 'tables.joined:*']
/** The most rows of a list. */
const MOST = 10_000

/** The sources beside the tables: other boxes, this machine, and what is kept of reads. */
type BesideTables = Readonly<{
  boxes?: () => Boxes
  machine?: (() => Machine | undefined) | undefined
  kept?: Kept | undefined
}>
/** Each reader keeps apart: one may see what another does not. */
let readers = 0
const NO_BOXES: Boxes = {
  me: { name: '', words: '', isForked: false },
  others: [],
  wordsOf: () => undefined,
  latelyBy: () => [],
  holding: () => [],
  requests: () => [],
}

/**
 * The reader of the tables over one connection, for pages and commands.
 *
 * Law     Never writes. Lists show joined records under the shown one only; `one` and links lead to
 *         it.
 */
export function readerOn(
  { sql, types }: Readonly<{ sql: Statements; types: ReadonlyMap<string, RecordType> }>,
  log: LogToRead,
  { boxes = () => NO_BOXES, machine = () => undefined, kept }: BesideTables = {},
): TableReader {
  const number = ++readers
  const shownId = (id: string): string => {
    noteAll(JOINED)
    return sql.get<{ shown: string }>('SELECT shown FROM joined WHERE id = ?', id)?.shown ?? id
  }
  /** One row of a table by its id, or by the id under which that shows. */
  const rowOf = <T extends Row>(
    table: string,
    id: string,
    read: () => T | undefined,
  ): T | undefined => {
    if (!isTracking()) return read()
    const named = `tables.${table}`
    const row = untracked(read)
    noteAll(JOINED)
    noteRow(named, 'id', id)
    noteByCard(sql, types, id)
    const at = row ? String(row['id']) : shownId(id)
    if (at !== id) {
      noteRow(named, 'id', at)
      noteByCard(sql, types, at)
    }
    return row
  }
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
  /** Whether a record shows on this box alone. Only some types can. */
  const isHere = (type: string, id: string): boolean => {
    const known = types.get(type)
    return (
      (typeof known?.shownHere === 'string' && hereIn(sql, id)) ||
      (known?.shownByCard !== undefined && byCardIn(sql, types, id))
    )
  }
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
      // A record’s row of `home` is read by its own id: a join does not change its owner.
      const [at, ids] = space === 'home' ? ['?', [id]] : [SHOWN, [id, id]]
      const table = tableOf(type.name, space)
      const read = () =>
        sql.get(`SELECT *, ${JOINS} FROM "${table}" WHERE id = ${at} AND removed IS NOT 1`, ...ids)
      const row = rowOf(table, id, read)
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
    storedTitle: (type, id, space = 'commons') => {
      const table = tableOf(type.name, space)
      const row = readBy(`tables.${table}`, 'id', [id], () =>
        sql.get(`SELECT * FROM "${table}" WHERE id = ?`, id),
      )
      return String(row?.[type.title] ?? '')
    },
    count: (type, wanted = {}, space = 'commons') => {
      if (type.counted && !wanted.where && space === 'commons') return standing(sql, type)
      const text =
        `SELECT count(*) AS n FROM "${tableOf(type.name, space)}" ` +
        `WHERE ${where(wanted, space)}`
      return sql.get<{ n: number }>(text, ...(wanted.with ?? []))!.n
    },
    called: id => {
      const doc = rowOf('doc', id, () =>
        sql.get<TitledRow>(`SELECT id, type, title FROM doc WHERE id = ${SHOWN}`, id, id),
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
      return whole ? lines : withoutPastWords(lines, declared(known), now(known, id))
    },
    homeHistory: (type, id) => {
      const known = types.get(type)
      return known ? withoutHiddenLines(sql, historyOf(log, known, id, 'home')) : []
    },
    madeFields: type => madeFieldsOf(sql, type),
    made: (type, id, space = 'commons') =>
      space === 'commons' && isHere(type, id)
        ? madeHere(sql, type, id)
        : madeValues(sql, type, shownId(id), space),
    search: (words, among, most) => {
      const [found, byCard] = ofCardRows(types, () => [
        search(sql, words, among, most),
        cardHits(sql, types, words, among),
      ])
      if (byCard.length === 0) return found
      // Records shown by card hold the words as they were typed: another spelling is not needed.
      const { instead, ...typed } = found
      const hits = [...byCard, ...(instead === undefined ? found.hits : [])]
      return { ...typed, hits: hits.slice(0, most ?? 30) }
    },
    searchTyped: (words, among, most = 30) =>
      ofCardRows(types, () => [
        ...cardHits(sql, types, words, among),
        ...searchTyped(sql, words, among, most),
      ]).slice(0, most),
    lookFor: (asked, among, most) =>
      ofCardRows(types, () => lookFor(sql, types, asked, among, most)),
    ...unreadOver(sql),
    keep: (name, work, bytesOf) =>
      kept ? kept.of(`read ${number} ${name}`, work, bytesOf) : work(),
    keepEach: (name, ids, work, bytesOf) =>
      kept ? kept.ofEach(`read ${number} ${name}`, ids, work, bytesOf) : valuesOf(work(ids), ids),
    written: id => written(sql, types, shownId(id)),
    boxes,
    machine,
    staysHere: id => hereIn(sql, id) || byCardIn(sql, types, id),
    isByCard: id => byCardIn(sql, types, id),
    isKeptFor: (of, member) => isKeptFor(sql, types, of, member),
    homeOf: (type, id) => firstBox(log, { type, record: id, space: 'commons' }) || undefined,
    conflicts: (most = 500) => conflicts(sql, types, most),
    versions: ({ type, id, space, field }) => {
      const [what, of] = [{ type, record: id, space }, types.get(type)]
      return versionsOf(log, { ...what, field }, of)
        .filter(({ value }) => !isKeptBack(log, what, field, value))
        .map(one => ({ ...one, value: withoutHidden(sql, one.value) }))
    },
    theirs: (most = 500) => theirsIn(sql, types, most),
    joinedWith: id => joinedWith(sql, shownId(id)),
    joins: id => joinsOf({ sql, log }, id),
    standing: (type, id) => headNamesIn(log, type, id),
    news: id => withoutHiddenLines(sql, newsIn({ sql, log, types }, id)),
    showing: number =>
      shownOn(log, types, number, (type, id, space) => ({
        ...reader.one(type, id, space),
        ...reader.made(type.name, id, space),
      })),
  }
  return reader
}

const valuesOf = <T>(all: ReadonlyMap<string, T>, ids: readonly string[]): readonly T[] =>
  ids.flatMap(id => all.get(id) ?? [])

/** How many records of a counted type stand, without those that show under another one. */
function standing(sql: Statements, type: RecordType): number {
  const table = tableOf(type.name, 'commons')
  const joined =
    `SELECT count(*) FROM joined AS j CROSS JOIN "${table}" AS it ON it.id = j.id ` +
    'WHERE j.shown <> j.id AND it.removed IS NOT 1'
  const text = `SELECT n - (${joined}) AS n FROM standing WHERE type = ?`
  return sql.get<{ n: number }>(text, table)?.n ?? 0
}

/** The values in public made fields of a record that shows on this box alone. */
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

/** History lines without hidden numbers. Lines that hold nothing else are left out. */
const withoutHiddenLines = <T extends Readonly<{ value: unknown }>>(
  sql: Statements,
  lines: readonly T[],
): readonly T[] => {
  const sought = hiddenNumbers(sql)
  return sought === undefined
    ? lines
    : lines
        .map(line => ({ line, value: valueWithout(line.value, sought) }))
        .filter(({ line, value }) => value !== null || line.value === null)
        .map(({ line, value }) => ({ ...line, value }))
}

const joinedWith = (sql: Statements, shown: string): readonly string[] => [
  shown,
  ...sql
    .all<{ id: string }>('SELECT id FROM joined WHERE shown = ?1 AND id <> ?1 ORDER BY id', shown)
    .map(row => row.id),
]

/**
 * The records whose links lead to this one. Links of records that show under another do not count.
 */
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
  return readBy('tables.link', 'to_id', all, () =>
    sql.all(
      `SELECT DISTINCT from_type AS type, from_id AS id, field FROM link
      WHERE to_id IN (${all.map(() => '?').join(', ')})${
        type ? ' AND from_type = ?' : ''
      } AND from_id NOT IN (SELECT id FROM joined WHERE shown <> id) ORDER BY from_id DESC
        LIMIT 500`,
      ...params,
    ),
  )
}

function written(
  sql: Statements,
  types: ReadonlyMap<string, RecordType>,
  id: string,
): ReturnType<Reader['written']> {
  const type = readBy('tables.doc', 'id', [id], () =>
    sql.get<{ type: string }>('SELECT type FROM doc WHERE id = ?', id),
  )?.type
  const known = type === undefined ? undefined : types.get(type)
  if (!known) return undefined
  const table = tableOf(known.name, 'commons')
  const row = readBy(`tables.${table}`, 'id', [id], () =>
    sql.get<{ _wall: number; _sure: number; _by: string; _box: string }>(
      `SELECT _wall, _sure, _by, _box FROM "${table}" WHERE id = ?`,
      id,
    ),
  )
  return (
    row && { first: bornAt(id), last: row._wall, sure: row._sure === 1, box: row._box, by: row._by }
  )
}

const OWNERS = ['author', 'member', 'writer']
/** Whether a record of `home` has this member as its owner. */
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
