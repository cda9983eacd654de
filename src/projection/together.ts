import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { Field, RecordType } from '../core/schema.ts'
import type { Statements } from '../log/sqlite.ts'
import { TrackedStatements } from '../log/tracked-statements.ts'
import { isJson } from './shape.ts'

/**
 * Reads for pages. A page that is being made asks SQLite each thing once, and records that it read
 * beside each other together: a list of two hundred lines asks for its titles a few times, and not
 * once a line.
 *
 * Law     A page reads what it would read statement by statement. Nothing is known from one page to
 *         the next.
 */

/** The making of one page, for all the connections that it reads. */
export class PageMoment {
  /** The number of the page that is being made; undefined between pages. */
  page: number | undefined
  #pages = 0
  /** Makes a page, in one stretch. */
  within<T>(work: () => T): T {
    if (this.page !== undefined) return work()
    this.page = ++this.#pages
    try {
      return work()
    } finally {
      this.page = undefined
    }
  }
}

type Rows = readonly Readonly<Record<string, unknown>>[]
/** The ids that stand together: of the rows of one answer. */
type Ids = () => readonly string[]

/** The statements of a connection that pages read. */
export class PageStatements extends TrackedStatements {
  readonly #moment: PageMoment
  #page: number | undefined
  readonly #answers = new Map<string, unknown>()
  readonly #batches = new Map<string, Batch>()
  #later: Ids[] = []
  #near = new Near()

  /** `file`: as in the keys of `core/tracking.ts`. */
  constructor(file: string, db: DatabaseSync, moment: PageMoment) {
    super(file, db)
    this.#moment = moment
  }

  /** Whether a page is being made. Forgets what the one before read. */
  get isPage(): boolean {
    const { page } = this.#moment
    if (page !== undefined && page !== this.#page) {
      this.#page = page
      this.#answers.clear()
      this.#batches.clear()
      this.#later = []
      this.#near = new Near()
    }
    return page !== undefined
  }

  override get<T = Record<string, unknown>>(
    sql: string,
    ...params: readonly SQLInputValue[]
  ): T | undefined {
    return this.#once('get', sql, params, () => super.get<T>(sql, ...params))
  }
  override all<T = Record<string, unknown>>(sql: string, ...params: readonly SQLInputValue[]): T[] {
    // Whoever sorts the answer sorts a copy.
    return [...this.#once('all', sql, params, () => super.all<T>(sql, ...params))]
  }
  #once<T>(how: string, sql: string, params: readonly SQLInputValue[], ask: () => T): T {
    if (!this.isPage || !params.every(isPlain)) return ask()
    const key = `${how} ${sql}\n${JSON.stringify(params)}`
    if (this.#answers.has(key)) this.note(sql)
    else this.#answers.set(key, ask())
    return this.#answers.get(key) as T
  }

  /** Notes the ids of an answer: of what stands together, one is rarely asked alone. */
  standTogether(ids: Ids): void {
    if (this.isPage) this.#later.push(ids)
  }

  /**
   * One of many reads by id. `ask`: reads those of these ids, by the id that was asked. The next
   * ones that stand together with it are read at once: four, then twice as many each time.
   */
  oneOf<T>(kind: string, id: string, ask: (ids: readonly string[]) => ReadonlyMap<string, T>) {
    const batch = this.#batches.get(kind) ?? { found: new Map<string, unknown>(), size: FIRST }
    this.#batches.set(kind, batch)
    if (!batch.found.has(id)) {
      for (const ids of this.#later) this.#near.add(ids())
      this.#later = []
      const ids = [id, ...this.#near.after(id, batch.size - 1, one => !batch.found.has(one))]
      if (ids.length > 1) batch.size = Math.min(2 * batch.size, MOST)
      const found = ask(ids)
      for (const one of ids) batch.found.set(one, found.get(one))
    }
    return batch.found.get(id) as T | undefined
  }
}
type Batch = { found: Map<string, unknown>; size: number }
const FIRST = 4
const MOST = 128
const isPlain = (value: SQLInputValue): boolean =>
  value === null || typeof value === 'string' || typeof value === 'number'

/** Ids in the order in which they were read. */
class Near {
  readonly #ids: string[] = []
  readonly #at = new Map<string, number>()
  add(ids: readonly string[]): void {
    for (const id of ids)
      if (!this.#at.has(id)) {
        this.#at.set(id, this.#ids.length)
        this.#ids.push(id)
      }
  }
  after(id: string, most: number, isWanted: (id: string) => boolean): readonly string[] {
    const from = this.#at.get(id)
    const next: string[] = []
    if (from === undefined) return next
    for (let at = from + 1; at < this.#ids.length && next.length < most; at++)
      if (isWanted(this.#ids[at]!)) next.push(this.#ids[at]!)
    return next
  }
}

/** The ids of the rows of an answer, for `standTogether`. */
export const idsOf =
  (rows: Rows): Ids =>
  () =>
    rows.flatMap(({ id }) => (typeof id === 'string' ? [id] : []))

/** The SQL for whether any join exists: only then are links followed. */
export const JOINS = 'EXISTS (SELECT 1 FROM joined) AS _joins'
export const isLink = (field: Field): boolean => field.kind === 'link' || field.kind === 'themes'
/** A record of a list, and the records that it links to. */
export const linkedIn = (
  type: RecordType,
  row: Readonly<Record<string, unknown>>,
): readonly string[] => [
  String(row['id']),
  ...Object.entries(type.fields).flatMap(([name, field]) => {
    const cell = row[name]
    if (!isLink(field) || typeof cell !== 'string') return []
    return isJson(field) ? [JSON.parse(cell)].flat().map(String) : [cell]
  }),
]

/** The ids under which these ids show, of those that are joined. */
export const shownAmong = (sql: Statements, ids: readonly string[]): ReadonlyMap<string, string> =>
  sql.get(`SELECT ${JOINS}`)?.['_joins'] === 1
    ? new Map(
        sql
          .all<{ id: string; shown: string }>(
            'SELECT id, shown FROM joined WHERE id IN (SELECT value FROM json_each(?))',
            JSON.stringify(ids),
          )
          .map(row => [row.id, row.shown]),
      )
    : NONE
const NONE: ReadonlyMap<string, string> = new Map()

export type TitledRow = Readonly<{ id: string; type: string; title: string }>
/** The titles of these records or of those under which they show, by the ids that are asked. */
export const titlesAt = (sql: Statements, ids: readonly string[]): ReadonlyMap<string, TitledRow> =>
  shownAt<TitledRow>(sql, ids, 'SELECT id, type, title FROM doc')
/** The rows of these records or of those under which they show, by the ids that are asked. */
export const rowsAt = (
  sql: Statements,
  table: string,
  ids: readonly string[],
): ReadonlyMap<string, Record<string, unknown>> =>
  shownAt(sql, ids, `SELECT *, ${JOINS} FROM "${table}"`, 'removed IS NOT 1 AND ')

function shownAt<T extends Readonly<Record<string, unknown>>>(
  sql: Statements,
  ids: readonly string[],
  select: string,
  and = '',
): ReadonlyMap<string, T> {
  const shown = shownAmong(sql, ids)
  const at = (id: string): string => shown.get(id) ?? id
  const rows = new Map(
    sql
      .all<T>(
        `${select} WHERE ${and}id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(ids.map(at)),
      )
      .map(row => [row['id'], row]),
  )
  return new Map(
    ids.flatMap(id => {
      const row = rows.get(at(id))
      return row ? [[id, row]] : []
    }),
  )
}
