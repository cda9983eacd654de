/**
 * What a piece of work reads, noted while it runs, so that its result may be kept until something
 * of it is written. Readers of the tables note what they read; the writer tells what it touched in
 * the same words (`engine/touched.ts`).
 *
 * Shape   a key of a read:
 *         `FILE.TABLE+`: which rows a table has; `FILE.TABLE:COLUMN`: the values of a column;
 *         `FILE.TABLE:*`: those of all columns; `TABLE.COLUMN=VALUE`: the rows with this value,
 *         whole; `id=ID`: the rows of this record, in any of the tables; `TABLE~`: a row that was
 *         written without saying its key;
 *         `ANY`: any commit; `MINUTE`: the clock; `PERSON`: which member reads;
 *         `PERSON=ID`: whether it is this one; `NEVER`: what nobody tells.
 * Law     what is tracked runs in one synchronous stretch. What a nested work reads, the work
 *         around it reads too.
 */
export type ReadKeys = ReadonlySet<string>

export const ANY = 'any'
export const MINUTE = 'minute'
/** Who of those that read alike it is for: their id, their name. */
export const PERSON = 'person'
/** Whether it is for this one. */
export const personIs = (id: string): string => `${PERSON_IS}${id}`
const PERSON_IS = 'person='
/** Notes that it was asked whether it is for this one. */
export function notePerson(id: string): void {
  note(PERSON_IS)
  note(personIs(id))
}
/** Whether anything of who reads was asked: who it is, or whether it is one of them. */
export const isPersonal = (reads: ReadKeys): boolean => reads.has(PERSON) || reads.has(PERSON_IS)
/** Read from where no write is told: a result that read it is not kept. */
export const NEVER = 'never'

let noted: Set<string> | undefined
/** How a table is read now: the rows that have one of these keys, of this column. */
export type KeyedRead = Readonly<{ column: string; keys: readonly string[] }>
let byKeys: ReadonlyMap<string, KeyedRead> = new Map()

export const isTracking = (): boolean => noted !== undefined

export function note(key: string): void {
  noted?.add(key)
}

export function noteAll(keys: Iterable<string>): void {
  if (noted) for (const key of keys) noted.add(key)
}

/** By which keys a table is read now; undefined: any of its rows may be. */
export const keyedRead = (table: string): KeyedRead | undefined => byKeys.get(table)

/**
 * The key of the rows of a table that have this value in this column. Rows of one record have one
 * key: what is written of it is hardly ever written in one table alone, and pages read hundreds.
 */
export const keyOfRow = (table: string, column: string, value: unknown): string =>
  column === 'id' && table.startsWith(OF_RECORDS)
    ? `id=${String(value)}`
    : `${table}.${column}=${String(value)}`
const OF_RECORDS = 'tables.'
/** The key of a row that was written without saying the value of each of its keys. */
export const unsaidRow = (table: string): string => `${table}~`

/** Runs work, and notes what it reads. */
export function tracked<T>(work: () => T): Readonly<{ value: T; reads: ReadKeys }> {
  const [around, keysAround] = [noted, byKeys]
  const reads = new Set<string>()
  noted = reads
  // What is kept is told to others too, who read by other keys.
  byKeys = new Map()
  try {
    return { value: work(), reads }
  } finally {
    noted = around
    byKeys = keysAround
    noteAll(reads)
  }
}

/** Runs work that somebody else notes, more exactly. */
export function untracked<T>(work: () => T): T {
  const around = noted
  noted = undefined
  try {
    return work()
  } finally {
    noted = around
  }
}

/**
 * Runs work whose statements read of this table nothing but rows that have one of these values in
 * this column. The column is the first of a key or of an index of the table.
 */
export function readBy<T>(
  table: string,
  column: string,
  values: readonly unknown[],
  work: () => T,
): T {
  if (noted === undefined) return work()
  const around = byKeys
  const keys = values.map(value => keyOfRow(table, column, value))
  byKeys = new Map([
    ...around,
    [table, { column, keys: [...keys, unsaidRow(`${table}.${column}`)] }],
  ])
  try {
    return work()
  } finally {
    byKeys = around
  }
}

/** Notes the rows of a table that have this value, found by a work that `readBy` ran. */
export function noteRow(table: string, column: string, value: unknown): void {
  note(keyOfRow(table, column, value))
}
