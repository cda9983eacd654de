import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { isFull, type Statements } from '../log/sqlite.ts'
import { UntoldStatements } from '../log/tracked-statements.ts'

/**
 * `local.db`: sessions, the secret that signs forms, hashes of secrets. Never in the log, never
 * exchanged. The main thread writes it (WAL, NORMAL: no page waits for a card); acts that must
 * outlive a pulled plug are flushed at once. `unwritten`: visits begun on a full disk, in memory,
 * so that a keeper can still sign in.
 */
export type Local = Readonly<{
  db: DatabaseSync
  sql: Statements
  secret: Buffer
  unwritten: Map<string, Omit<Session, 'key'>>
}>
/** A visit. `who`: the keeper, or a member’s random id. `own`: on their own device. */
export type Session = Readonly<{ key: string; who: string; own: boolean; seen: number }>
export const KEEPER = 'keeper'
/** The sessions of a further keeper, by the id of their record. The first one is `KEEPER` alone. */
export const keeperSession = (id: string): string => (id === '' ? KEEPER : `${KEEPER} ${id}`)
/** The keeper of a session: `''` is the first; undefined for a member. */
export const keeperIn = (who: string): string | undefined =>
  who === KEEPER ? '' : who.startsWith(`${KEEPER} `) ? who.slice(KEEPER.length + 1) : undefined

/**
 * SQLite stores the text of a table as it is written: a backslash joins two lines of code.
 */
const TABLES = `
CREATE TABLE IF NOT EXISTS kept(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS session(key TEXT PRIMARY KEY, who TEXT NOT NULL, \
own INTEGER NOT NULL, seen INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS card(number TEXT PRIMARY KEY, member TEXT NOT NULL UNIQUE, \
secret TEXT NOT NULL, words TEXT NOT NULL, made INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS former_card(number TEXT PRIMARY KEY, member TEXT NOT NULL, \
secret TEXT NOT NULL, words TEXT NOT NULL, made INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS closed_visit(key TEXT PRIMARY KEY, who TEXT NOT NULL, \
seen INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS phrase(member TEXT PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS code(hash TEXT PRIMARY KEY, used INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS keeper_code(hash TEXT PRIMARY KEY, keeper TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ticket(hash TEXT PRIMARY KEY, record TEXT NOT NULL, \
made INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS held_code(hash TEXT PRIMARY KEY, turn TEXT NOT NULL) WITHOUT ROWID;
`
/** How long an idle visit lasts: ten minutes on a shared machine, a year on one’s own device. */
export const IDLE_MS = 600_000
export const OWN_MS = 365 * 86_400_000
/** How often *last seen* is written: a page costs no write. */
const NOTED_MS = 60_000

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

export function openLocal(file: string): Local {
  const db = new DatabaseSync(file, { timeout: 5_000 })
  db.exec(
    `PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${TABLES}`,
  )
  const sql = new UntoldStatements(db)
  sql.run('INSERT OR IGNORE INTO kept VALUES (?, ?)', 'secret', randomBytes(32).toString('hex'))
  const secret = Buffer.from(
    String(sql.get('SELECT value FROM kept WHERE key = ?', 'secret')!['value']),
    'hex',
  )
  return { db, sql, secret, unwritten: new Map() }
}

/** Syncs the file to the disk, before an act that can’t be undone is answered. */
export const flush = (local: Local): void => local.db.exec('PRAGMA wal_checkpoint(FULL)')

/** Runs work in one transaction that is on the disk when it returns. */
export function inSyncedTransaction<T>(local: Local, work: () => T): T {
  local.db.exec('PRAGMA synchronous = FULL; BEGIN IMMEDIATE')
  try {
    const done = work()
    local.db.exec('COMMIT')
    return done
  } finally {
    if (local.db.isTransaction) local.db.exec('ROLLBACK')
    local.db.exec('PRAGMA synchronous = NORMAL')
  }
}

export const kept = (local: Local, key: string): string | undefined =>
  local.sql.get<{ value: string }>('SELECT value FROM kept WHERE key = ?', key)?.value
export function keep(local: Local, key: string, value: string): void {
  local.sql.run('INSERT OR REPLACE INTO kept VALUES (?, ?)', key, value)
  flush(local)
}

/**
 * The keepers who have a passphrase, `''` the first, the others by the ids of their records; each
 * with the salt of its hash, which another passphrase changes.
 */
export function passphraseSalts({ sql }: Pick<Local, 'sql'>): ReadonlyMap<string, string> {
  const rows = sql.all<{ key: string; value: string }>(
    "SELECT key, value FROM kept WHERE key = ?1 OR key LIKE ?1 || ' %' ORDER BY key",
    PASSPHRASE,
  )
  return new Map(
    rows.map(({ key, value }) => [key.slice(PASSPHRASE.length + 1), value.split(' ')[0] ?? '']),
  )
}
/** The salt of the hash of a keeper’s passphrase; empty where they have none. */
export const saltOf = (local: Pick<Local, 'sql'>, keeper: string): string =>
  passphraseSalts(local).get(keeper) ?? ''
/** The key of the first keeper’s passphrase; of another, with the id of their record. */
export const PASSPHRASE = 'passphrase'

/** Starts a visit and returns the token for the cookie. Only its hash is stored. */
export function startSession(
  local: Local,
  own: boolean,
  now: number,
  who: string = KEEPER,
): string {
  const token = randomBytes(24).toString('base64url')
  const key = hashOf(token)
  try {
    local.sql.run('INSERT INTO session VALUES (?, ?, ?, ?)', key, who, own ? 1 : 0, now)
  } catch (error) {
    if (!isFull(error)) throw error
    local.unwritten.set(key, { who, own, seen: now })
  }
  for (const table of ['session', 'closed_visit'])
    unlessFull(() => local.sql.run(`DELETE FROM ${table} WHERE seen < ?`, now - OWN_MS))
  return token
}

/** The visit of a cookie, unless it was idle too long. Notes that it was seen. */
export function sessionOf(
  local: Local,
  token: string | undefined,
  now: number,
): Session | undefined {
  if (!token) return undefined
  const key = hashOf(token)
  const written = local.sql.get<{ who: string; own: number; seen: number }>(
    'SELECT who, own, seen FROM session WHERE key = ?',
    key,
  )
  const found = written ? { ...written, own: written.own === 1 } : local.unwritten.get(key)
  if (!found) return undefined
  const session: Session = { key, ...found }
  if (now - found.seen > (session.own ? OWN_MS : IDLE_MS)) {
    unlessFull(() => endSession(local, session))
    return undefined
  }
  if (!written) local.unwritten.set(key, { ...found, seen: now })
  else if (Math.abs(now - found.seen) > NOTED_MS)
    unlessFull(() => local.sql.run('UPDATE session SET seen = ? WHERE key = ?', now, key))
  return session
}
/** Runs a write that may be skipped on a full disk. False when it was skipped. */
export function unlessFull(note: () => unknown): boolean {
  try {
    note()
    return true
  } catch (error) {
    if (!isFull(error)) throw error
    return false
  }
}
/**
 * The time from which the idle time of visits counts, at a start.
 *
 * Law     An unset clock can’t tell how long somebody was away: visits on one’s own device go on
 *         from the last one seen, visits on a shared machine end. A set clock replaces times that a
 *         clock ahead had noted.
 */
export function sessionsBegin(local: Local, now: number, isSure: boolean): number {
  const last =
    local.sql.get<{ seen: number | null }>('SELECT max(seen) AS seen FROM session')?.seen ?? null
  if (last === null || (isSure && last <= now)) return now
  unlessFull(() => {
    local.sql.run('DELETE FROM session WHERE own = 0')
    if (isSure) local.sql.run('UPDATE session SET seen = ? WHERE seen > ?', now, now)
  })
  return isSure ? now : last
}
export function endSession(local: Local, session: Pick<Session, 'key'>): void {
  local.unwritten.delete(session.key)
  local.sql.run('DELETE FROM session WHERE key = ?', session.key)
}
/** When each open visit of a member was last seen, the last one first. */
export function visitsOf(local: Local, who: string, now: number): readonly number[] {
  const written = local.sql.all<{ own: number; seen: number }>(
    'SELECT own, seen FROM session WHERE who = ?',
    who,
  )
  const all = [
    ...written.map(one => ({ own: one.own === 1, seen: one.seen })),
    ...[...local.unwritten.values()].filter(one => one.who === who),
  ]
  return all
    .flatMap(({ own, seen }) => (now - seen > (own ? OWN_MS : IDLE_MS) ? [] : [seen]))
    .toSorted((a, b) => b - a)
}
/** Ends all visits of a member whose card is withdrawn or who is gone. */
export function endSessionsOf(local: Local, who: string): void {
  for (const [key, one] of local.unwritten) if (one.who === who) local.unwritten.delete(key)
  local.sql.run('DELETE FROM session WHERE who = ?', who)
}
/** Ends all visits of a member, each of which is told so once (`takeClosedVisit`). */
export function closeVisitsOf(local: Local, who: string): void {
  local.sql.run(
    'INSERT OR REPLACE INTO closed_visit SELECT key, who, seen FROM session WHERE who = ?',
    who,
  )
  endSessionsOf(local, who)
}
/**
 * Whose visit of this cookie was closed, given once. Undefined for one that ended otherwise, and on
 * a full disk, where nothing could note that it was said.
 */
export function takeClosedVisit(local: Local, token: string): string | undefined {
  const key = hashOf(token)
  const of = local.sql.get<{ who: string }>('SELECT who FROM closed_visit WHERE key = ?', key)
  const isNoted =
    of && unlessFull(() => local.sql.run('DELETE FROM closed_visit WHERE key = ?', key))
  return isNoted ? of.who : undefined
}
/** Of a member who is gone, nobody is told anything. */
export const dropClosedVisits = (local: Local, who: string): void =>
  void local.sql.run('DELETE FROM closed_visit WHERE who = ?', who)
export function endAllSessions(local: Local): void {
  local.unwritten.clear()
  local.sql.run('DELETE FROM session')
  local.sql.run('DELETE FROM closed_visit')
}

/** The codes of one keeper: those that no further keeper has are the first one’s. */
const OWN_CODES = `hash IN (SELECT hash FROM code WHERE
  coalesce((SELECT keeper FROM keeper_code k WHERE k.hash = code.hash), '') = ?)`
/**
 * Stores the hashes of ten printed codes of one keeper, each good once. Their earlier codes become
 * void.
 */
export function keepCodes(local: Local, codes: readonly string[], keeper = ''): void {
  dropCodes(local, keeper)
  for (const code of codes) {
    local.sql.run('INSERT INTO code VALUES (?, 0)', hashOf(code))
    if (keeper !== '') local.sql.run('INSERT INTO keeper_code VALUES (?, ?)', hashOf(code), keeper)
  }
  flush(local)
}
/** Makes the codes of one keeper void. The file is not synced. */
export function dropCodes(local: Local, keeper: string): void {
  local.sql.run(`DELETE FROM held_code WHERE ${OWN_CODES}`, keeper)
  local.sql.run(`DELETE FROM code WHERE ${OWN_CODES}`, keeper)
  local.sql.run('DELETE FROM keeper_code WHERE keeper = ?', keeper)
}
const hashOfCode = (typed: string): string => hashOf(typed.toLowerCase().replace(/[^0-9a-z]/g, ''))
/** Uses a code, however it was typed. True once for each. */
export const spendCode = (local: Local, typed: string): boolean =>
  inSyncedTransaction(
    local,
    () =>
      local.sql.run(
        'UPDATE code SET used = ? WHERE hash = ? AND used = ?',
        SPENT,
        hashOfCode(typed),
        FREE,
      ) === 1,
  )
/** Whether a code would be spent, however it was typed. */
export const isFreeCode = (local: Local, typed: string): boolean =>
  local.sql.get('SELECT 1 FROM code WHERE hash = ? AND used = ?', hashOfCode(typed), FREE) !==
  undefined
/** Makes a used code free again: its act did not happen. */
export const giveBackCode = (local: Local, typed: string): void =>
  void inSyncedTransaction(local, () =>
    local.sql.run(
      'UPDATE code SET used = ? WHERE hash = ? AND used = ?',
      FREE,
      hashOfCode(typed),
      SPENT,
    ),
  )

/** The states of a code. A held code counts as spent in a backup. */
const [FREE, SPENT, HELD] = [0, 1, 2] as const

/**
 * Holds a code for one turn until its outcome is known (`coded.ts`). False when it is no code or
 * not free.
 */
export const holdCode = (local: Local, typed: string, turn: string): boolean =>
  inSyncedTransaction(local, () => {
    const hash = hashOfCode(typed)
    if (
      local.sql.run('UPDATE code SET used = ? WHERE hash = ? AND used = ?', HELD, hash, FREE) !== 1
    )
      return false
    local.sql.run('INSERT OR REPLACE INTO held_code VALUES (?, ?)', hash, turn)
    return true
  })
/**
 * Spends the held code of a turn that was done. On a full disk it stays held and the next start
 * spends it.
 */
export const spendHeldCode = (local: Local, turn: string): void =>
  void unlessFull(() =>
    inSyncedTransaction(local, () => {
      local.sql.run(
        'UPDATE code SET used = ? WHERE hash IN (SELECT hash FROM held_code WHERE turn = ?)',
        SPENT,
        turn,
      )
      local.sql.run('DELETE FROM held_code WHERE turn = ?', turn)
    }),
  )
/**
 * Frees the held code of a turn that was not done. Its turn stays noted: after a failing disk, the
 * log may tell otherwise at the next start.
 */
export const freeHeldCode = (local: Local, turn: string): void =>
  void unlessFull(() =>
    inSyncedTransaction(local, () =>
      local.sql.run(
        'UPDATE code SET used = ? WHERE used = ? AND hash IN (SELECT hash FROM held_code ' +
          'WHERE turn = ?)',
        FREE,
        HELD,
        turn,
      ),
    ),
  )
/** Spends or frees all held codes at the start: each turn was done, or will never be. */
export const settleHeldCodes = (local: Local, wasDone: (turn: string) => boolean): void =>
  inSyncedTransaction(local, () => {
    for (const { hash, turn } of local.sql.all<{ hash: string; turn: string }>(
      'SELECT hash, turn FROM held_code',
    )) {
      if (wasDone(turn)) local.sql.run('UPDATE code SET used = ? WHERE hash = ?', SPENT, hash)
      else local.sql.run('UPDATE code SET used = ? WHERE hash = ? AND used = ?', FREE, hash, HELD)
    }
    local.sql.run('DELETE FROM held_code')
  })
export const codesLeft = (local: Local, keeper = ''): number =>
  local.sql.get<{ n: number }>(
    `SELECT count(*) AS n FROM code WHERE used = 0 AND ${OWN_CODES}`,
    keeper,
  )!.n

export function sameText(a: string, b: string): boolean {
  const [x, y] = [a, b].map(text => createHash('sha256').update(text).digest())
  return timingSafeEqual(x!, y!)
}
