import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  createReadStream,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { errorCode } from '../core/narrow.ts'
import { SPACES } from '../core/schema.ts'
import type { ForKeeper } from '../files/encrypt-file.ts'
import { namedFiles } from '../files/files.ts'
import { placesIn } from '../files/folder.ts'
import { heavyIn } from '../files/large-files.ts'
import { isHurtLocal } from '../files/local-kept.ts'
import { neededBox, openToRead, readLog } from '../files/open-box.ts'
import { clearLeft, workName } from '../files/temp-files.ts'
import { writeBeside } from '../files/write-beside.ts'
import { owesRewriting, rewriteWhole, rewritingDone } from '../log/rewriting.ts'
import { isHurtFile, Statements, seeLog } from '../log/sqlite.ts'
import { partOf, type ZipPart, zipped } from '../zip/write.ts'
import { hurtsInCopy } from './check.ts'
import { HurtLog } from './hurt-log.ts'

export const BACKUP_FORMAT = 1
/** The file `backup.json` of an archive. */
export type BackupMark = Readonly<{
  kind: 'cocote-backup'
  format: number
  version: string
  box: string
  made: string
  log: number
  /** The count of damages, when it was made from a damaged log. */
  hurt?: number
}>

/**
 * The secrets as `local.db` holds them: hashes, never the passphrase, the codes nor what a card
 * says. Sessions stay.
 *
 * Shape   `passphrase`: of the first keeper. `first`: the id of their record, once they are named.
 *         `further`: the passphrases of the others. A code without `keeper` is the first one’s.
 */
export type KeeperKept = Readonly<{
  passphrase: string | null
  first?: string
  further?: readonly Readonly<{ keeper: string; passphrase: string }>[]
  codes: readonly Readonly<{ hash: string; used: number; keeper?: string }>[]
  cards: readonly CardKept[]
  phrases: readonly Readonly<{ member: string; words: string }>[]
}>
export type CardKept = Readonly<{
  number: string
  member: string
  secret: string
  words: string
  made: number
}>

type BackupOf = Readonly<{
  folder: string
  /** Where it goes: a file, or who takes its pieces and says how many bytes they were. */
  file: string | ((pieces: AsyncIterable<Uint8Array>) => Promise<number>)
  /** Encrypts with a passphrase, or for keepers. Undefined: plain. */
  seal: string | readonly ForKeeper[] | undefined
  version: string
  now: Date
  /**
   * Leaves the files out, for people who store them elsewhere: a file never changes under its name.
   */
  withoutFiles?: boolean
  /**
   * The shelf too: films are hundreds of megabytes, so that it stays where it is unless it is asked
   * for.
   */
  heavy?: boolean
  /** Makes it from a damaged log too. `restore` takes what can still be read. */
  evenHurt?: boolean
  progress?: (done: number, total: number) => void
}>
/**
 * The result. `hurt`: files that the disk does not read or that differ from their hash; they are in
 * it as far as they read.
 */
export type BackedUp = Readonly<{ bytes: number; hurt: readonly string[] }>

/**
 * Writes everything that may never be lost into one file, while turns go on.
 *
 * Law     The log is copied as of one moment, beside itself, so that nothing private is ever plain
 *         at the target. The copy is checked whole, as a peer would, before anything is written.
 *         The file is written beside its name, synced, then renamed. One piece is in memory at a
 *         time.
 * Errors  HurtLog, FolderFault, TooLargeForZip; those of the disk.
 */
export async function backupTo(of: BackupOf): Promise<BackedUp> {
  clearLeft(of.folder)
  const copy = join(of.folder, workName('backup'))
  try {
    await copyLog(of.folder, copy).catch(error => {
      // Too damaged for SQLite: its bytes, for a reader of raw pages.
      if (!of.evenHurt || !isHurtFile(error)) throw error
      copyFileSync(placesIn(of.folder).log, copy)
    })
    const hurts = hurtsInCopy(copy, neededBox(of.folder)).length
    if (hurts > 0 && !of.evenHurt) throw new HurtLog(hurts)
    if (hurts === 0) rewriteCopy(copy)
    const hurt: string[] = []
    const taken = takenOf(of, hurts === 0 ? namedIn(copy) : undefined)
    const parts = partsOf(of, { copy, hurts, taken }, name => hurt.push(name))
    const pieces = await sealedBy(of.seal, zipped(counted(parts, of, taken), of.now))
    return {
      bytes: await (typeof of.file === 'string' ? writeBeside(of.file, pieces) : of.file(pieces)),
      hurt,
    }
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(copy + end, { force: true })
  }
}

async function sealedBy(
  by: BackupOf['seal'],
  bytes: AsyncIterable<Uint8Array>,
): Promise<AsyncIterable<Uint8Array>> {
  if (by === undefined) return bytes
  const { encrypt, encryptFor } = await import('../files/encrypt-file.ts')
  return typeof by === 'string' ? encrypt(bytes, by) : encryptFor(bytes, by)
}

/**
 * A read transaction holds the moment: without it, each turn of the server would begin the copy
 * again.
 */
async function copyLog(folder: string, to: string): Promise<void> {
  const log = readLog(folder, neededBox(folder))
  try {
    log.db.exec('BEGIN')
    log.sql.get('SELECT count(*) FROM mark')
    closeSync(openSync(to, 'w', 0o600))
    await backup(log.db, to, { rate: 2_000 })
  } finally {
    log.db.close()
  }
}

/** Rewrites the copy whole, so that it holds no erased bytes that the log still does. */
function rewriteCopy(copy: string): void {
  const made = new DatabaseSync(copy)
  made.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE')
  const sql = new Statements(made)
  if (owesRewriting({ sql }) && rewriteWhole(made)) rewritingDone({ sql })
  made.close()
}

/**
 * Which files the log that leaves names: one that was brought and never written goes with no
 * backup.
 */
function namedIn(copy: string): ReadonlySet<string> {
  const db = seeLog(openToRead(copy))
  try {
    return namedFiles(new Statements(db))
  } finally {
    db.close()
  }
}

async function* partsOf(
  of: BackupOf,
  { copy, hurts, taken }: Readonly<{ copy: string; hurts: number; taken: readonly Taken[] }>,
  onHurt: (name: string) => void,
): AsyncGenerator<ZipPart> {
  const places = placesIn(of.folder)
  const mark: BackupMark = {
    kind: 'cocote-backup',
    format: BACKUP_FORMAT,
    version: of.version,
    box: neededBox(of.folder).name,
    made: of.now.toISOString(),
    log: statSync(copy).size,
    ...(hurts > 0 ? { hurt: hurts } : {}),
  }
  yield partOf('backup.json', JSON.stringify(mark, null, 2))
  yield { name: 'log.db', packs: true, bytes: () => createReadStream(copy) }
  yield partOf('box.key', readFileSync(places.key))
  for (const [name, file] of [
    ['box.crt', places.certificate],
    ['box.tls.key', places.certificateKey],
    ['backup.key', places.backupKey],
  ] as const)
    if (existsSync(file)) yield partOf(name, readFileSync(file))
  yield partOf('keeper.json', JSON.stringify(keeperSecrets(places.local)))
  for (const { name, file } of taken) {
    const handle = opened(file)
    if (handle === 'unread') onHurt(name)
    else if (handle !== 'gone')
      yield {
        name,
        packs: false,
        bytes: () => comparing(name, createReadStream(file, { fd: handle }), onHurt),
      }
  }
}

/**
 * The bytes of a file, compared with its hash. A worn card ends some halfway; the rest of the
 * backup counts all the same.
 */
async function* comparing(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  onHurt: (name: string) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  const from = bytes[Symbol.asyncIterator]()
  for (;;) {
    const next = await from.next().catch(() => 'unread' as const)
    if (next === 'unread' || next.done) break
    hash.update(next.value)
    yield next.value
  }
  if (hash.digest('hex') !== basename(name)) onHurt(name)
}

type Taken = Readonly<{ name: string; file: string }>
/** The files to take: those that the log names, or all of them when it can’t be asked. */
const takenOf = (of: BackupOf, named: ReadonlySet<string> | undefined): readonly Taken[] =>
  [
    ...(of.withoutFiles ? [] : filesOn(of.folder)),
    ...(of.heavy
      ? heavyIn(of.folder).map(file => ({ name: `heavy/${basename(file)}`, file }))
      : []),
  ].filter(({ file }) => named?.has(basename(file)) ?? true)

/** Opens a file. `gone`: it was erased since it was listed. */
function opened(file: string): number | 'gone' | 'unread' {
  try {
    return openSync(file, 'r')
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'gone' : 'unread'
  }
}

export function* filesOn(folder: string): Generator<Taken> {
  for (const space of SPACES) {
    const place = join(placesIn(folder).files, space)
    for (const hash of existsSync(place) ? readdirSync(place).sort() : [])
      if (/^[0-9a-f]{64}$/.test(hash))
        yield { name: `files/${space}/${hash}`, file: join(place, hash) }
  }
}

const NO_KEEPER: KeeperKept = { passphrase: null, codes: [], cards: [], phrases: [] }
/**
 * The keeper’s hashes from `local.db`. Empty when it is missing or damaged: the log alone is worth
 * a backup.
 */
export function keeperSecrets(local: string): KeeperKept {
  if (!existsSync(local) || isHurtLocal(local)) return NO_KEEPER
  const db = openToRead(local)
  try {
    const isThere = (table: string) =>
      db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table) !==
      undefined
    // Of no byte, or of another program.
    if (!isThere('kept') || !isThere('code')) return NO_KEEPER
    const keptAs = (like: string) =>
      db.prepare('SELECT key, value FROM kept WHERE key LIKE ? ORDER BY key').all(like) as {
        key: string
        value: string
      }[]
    const further = keptAs('passphrase %').map(({ key, value }) => ({
      keeper: key.slice('passphrase '.length),
      passphrase: value,
    }))
    const first = keptAs('keeper first')[0]?.value
    const whose = isThere('keeper_code')
      ? db.prepare('SELECT hash, keeper FROM keeper_code').all()
      : []
    const keeperOfCode = new Map(whose.map(one => [String(one['hash']), String(one['keeper'])]))
    const codes = db.prepare('SELECT hash, used FROM code ORDER BY hash').all()
    return {
      passphrase: keptAs('passphrase')[0]?.value ?? null,
      ...(first === undefined ? {} : { first }),
      ...(further.length === 0 ? {} : { further }),
      codes: codes.map(code => {
        const [hash, used] = [String(code['hash']), Number(code['used'])]
        const keeper = keeperOfCode.get(hash)
        return { hash, used, ...(keeper === undefined ? {} : { keeper }) }
      }),
      cards: isThere('card')
        ? (db
            .prepare('SELECT number, member, secret, words, made FROM card ORDER BY number')
            .all() as CardKept[])
        : [],
      phrases: isThere('phrase')
        ? (db.prepare('SELECT member, words FROM phrase ORDER BY member').all() as {
            member: string
            words: string
          }[])
        : [],
    }
  } finally {
    db.close()
  }
}

/** The parts, counting the bytes that are read. */
async function* counted(
  parts: AsyncIterable<ZipPart>,
  of: BackupOf,
  taken: readonly Taken[],
): AsyncGenerator<ZipPart> {
  const total = taken.reduce((sum, { file }) => sum + sizeOf(file), sizeOf(placesIn(of.folder).log))
  let done = 0
  for await (const part of parts)
    yield {
      ...part,
      bytes: async function* () {
        for await (const piece of part.bytes()) {
          done += piece.length
          of.progress?.(done, total)
          yield piece
        }
      },
    }
}
const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
