import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { isFull, Statements } from '../log/sqlite.ts'

/**
 * The small third file: sessions, the secret that signs forms, the keeper's hashed secrets. Never
 * in the log, never exchanged. The main thread writes it (WAL, NORMAL: no page waits for a card);
 * what must outlive a pulled plug is flushed at once. `unwritten`: visits begun on a full disk, in
 * memory: whoever can do something about it must be able to come in.
 */
export type Local = Readonly<{
  db: DatabaseSync
  sql: Statements
  secret: Buffer
  unwritten: Map<string, Omit<Session, 'key'>>
}>
/** `who`: the keeper, or a member by their random id. */
export type Session = Readonly<{ key: string; who: string; own: boolean; seen: number }>
export const KEEPER = 'keeper'

const TABLES = `
CREATE TABLE IF NOT EXISTS kept(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS session(key TEXT PRIMARY KEY, who TEXT NOT NULL, own INTEGER NOT NULL, seen INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS card(number TEXT PRIMARY KEY, member TEXT NOT NULL UNIQUE, secret TEXT NOT NULL, words TEXT NOT NULL, made INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS phrase(member TEXT PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS code(hash TEXT PRIMARY KEY, used INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ticket(hash TEXT PRIMARY KEY, record TEXT NOT NULL, made INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS held_code(hash TEXT PRIMARY KEY, turn TEXT NOT NULL) WITHOUT ROWID;
`
/** Ten minutes idle end a session on a shared machine; a year on one's own phone. */
export const IDLE_MS = 600_000
export const OWN_MS = 365 * 86_400_000
/** How finely *last seen* is noted: a page is not a write. */
const NOTED_MS = 60_000

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

export function openLocal(file: string): Local {
  const db = new DatabaseSync(file, { timeout: 5_000 })
  db.exec(
    `PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${TABLES}`,
  )
  const sql = new Statements(db)
  sql.run('INSERT OR IGNORE INTO kept VALUES (?, ?)', 'secret', randomBytes(32).toString('hex'))
  const secret = Buffer.from(
    String(sql.get('SELECT value FROM kept WHERE key = ?', 'secret')!['value']),
    'hex',
  )
  return { db, sql, secret, unwritten: new Map() }
}

/** What can't be undone must be on the disk before it is answered. */
export const flush = (local: Local): void => local.db.exec('PRAGMA wal_checkpoint(FULL)')

/** All of it or nothing, on the disk when it returns, whoever else reads this file meanwhile. */
export function surely<T>(local: Local, work: () => T): T {
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

/** A new session: the token goes to the cookie, only its hash is kept. */
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
  ifRoom(() => local.sql.run('DELETE FROM session WHERE seen < ?', now - OWN_MS))
  return token
}

/** The session of a cookie, unless it has been idle too long; noting that it was seen. */
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
    ifRoom(() => endSession(local, session))
    return undefined
  }
  if (!written) local.unwritten.set(key, { ...found, seen: now })
  else if (Math.abs(now - found.seen) > NOTED_MS)
    ifRoom(() => local.sql.run('UPDATE session SET seen = ? WHERE key = ?', now, key))
  return session
}
/**
 * On a full disk reading goes on: when somebody was seen is noted another time, and an old session
 * is as old without it.
 */
export function ifRoom(note: () => unknown): boolean {
  try {
    note()
    return true
  } catch (error) {
    if (!isFull(error)) throw error
    return false
  }
}
/**
 * From when on the time of visits counts, at a start.
 *
 * Law     a clock that nobody set says nothing of how long somebody was away: whoever kept a visit
 *         on their own telephone goes on with it, from when the last of them was seen; who signed
 *         in on a shared machine signs in again. A clock that is known goes before what another
 *         one, that was ahead, noted.
 */
export function sessionsBegin(local: Local, now: number, isSure: boolean): number {
  const last =
    local.sql.get<{ seen: number | null }>('SELECT max(seen) AS seen FROM session')?.seen ?? null
  if (last === null || (isSure && last <= now)) return now
  ifRoom(() => {
    local.sql.run('DELETE FROM session WHERE own = 0')
    if (isSure) local.sql.run('UPDATE session SET seen = ? WHERE seen > ?', now, now)
  })
  return isSure ? now : last
}
export function endSession(local: Local, session: Pick<Session, 'key'>): void {
  local.unwritten.delete(session.key)
  local.sql.run('DELETE FROM session WHERE key = ?', session.key)
}
/** When each visit of a member that is still open was last seen, the last one first. */
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
/** Every session of a member: their card is taken back, or they are gone. */
export function endSessionsOf(local: Local, who: string): void {
  for (const [key, one] of local.unwritten) if (one.who === who) local.unwritten.delete(key)
  local.sql.run('DELETE FROM session WHERE who = ?', who)
}
export function endAllSessions(local: Local): void {
  local.unwritten.clear()
  local.sql.run('DELETE FROM session')
}

/** Ten printed codes, each good once: kept as hashes; new ones make the old ones worthless. */
export function keepCodes(local: Local, codes: readonly string[]): void {
  local.sql.run('DELETE FROM code')
  local.sql.run('DELETE FROM held_code')
  for (const code of codes) local.sql.run('INSERT INTO code VALUES (?, 0)', hashOf(code))
  flush(local)
}
const hashOfCode = (typed: string): string => hashOf(typed.toLowerCase().replace(/[^0-9a-z]/g, ''))
/** True once for each code, however it was typed. */
export const spendCode = (local: Local, typed: string): boolean =>
  surely(
    local,
    () =>
      local.sql.run(
        'UPDATE code SET used = ? WHERE hash = ? AND used = ?',
        SPENT,
        hashOfCode(typed),
        FREE,
      ) === 1,
  )
/** What it was spent for did not come about. */
export const giveBackCode = (local: Local, typed: string): void =>
  void surely(local, () =>
    local.sql.run(
      'UPDATE code SET used = ? WHERE hash = ? AND used = ?',
      FREE,
      hashOfCode(typed),
      SPENT,
    ),
  )

/** A code's `used`. What is held is not free: a backup of that moment gives it back as spent. */
const [FREE, SPENT, HELD] = [0, 1, 2] as const

/**
 * Keeps a code for one turn until it is known whether that turn was done (`coded.ts`). False: it is
 * no code, or not free.
 */
export const holdCode = (local: Local, typed: string, turn: string): boolean =>
  surely(local, () => {
    const hash = hashOfCode(typed)
    if (
      local.sql.run('UPDATE code SET used = ? WHERE hash = ? AND used = ?', HELD, hash, FREE) !== 1
    )
      return false
    local.sql.run('INSERT OR REPLACE INTO held_code VALUES (?, ?)', hash, turn)
    return true
  })
/**
 * The turn was done. On a full disk the code stays held, which nobody can use; the next start
 * spends it.
 */
export const spendHeldCode = (local: Local, turn: string): void =>
  void ifRoom(() =>
    surely(local, () => {
      local.sql.run(
        'UPDATE code SET used = ? WHERE hash IN (SELECT hash FROM held_code WHERE turn = ?)',
        SPENT,
        turn,
      )
      local.sql.run('DELETE FROM held_code WHERE turn = ?', turn)
    }),
  )
/**
 * It was not. Whose code it was stays known: what a failing disk did not tell, the log may say at
 * the next start.
 */
export const freeHeldCode = (local: Local, turn: string): void =>
  void ifRoom(() =>
    surely(local, () =>
      local.sql.run(
        'UPDATE code SET used = ? WHERE used = ? AND hash IN (SELECT hash FROM held_code ' +
          'WHERE turn = ?)',
        FREE,
        HELD,
        turn,
      ),
    ),
  )
/** At the start: each turn that held a code was done, or will never be. */
export const settleHeldCodes = (local: Local, wasDone: (turn: string) => boolean): void =>
  surely(local, () => {
    for (const { hash, turn } of local.sql.all<{ hash: string; turn: string }>(
      'SELECT hash, turn FROM held_code',
    )) {
      if (wasDone(turn)) local.sql.run('UPDATE code SET used = ? WHERE hash = ?', SPENT, hash)
      else local.sql.run('UPDATE code SET used = ? WHERE hash = ? AND used = ?', FREE, hash, HELD)
    }
    local.sql.run('DELETE FROM held_code')
  })
export const codesLeft = (local: Local): number =>
  local.sql.get<{ n: number }>('SELECT count(*) AS n FROM code WHERE used = 0')!.n

export function sameText(a: string, b: string): boolean {
  const [x, y] = [a, b].map(text => createHash('sha256').update(text).digest())
  return timingSafeEqual(x!, y!)
}
