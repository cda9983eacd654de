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
import { isHurtFile, Statements } from '../log/sqlite.ts'
import { partOf, type ZipPart, zipped } from '../zip/write.ts'
import { hurtsInCopy } from './check.ts'
import { HurtLog } from './hurt-log.ts'

export const BACKUP_FORMAT = 1
/** What an archive says of itself, in `backup.json`. */
export type BackupMark = Readonly<{
  kind: 'cocote-backup'
  format: number
  version: string
  box: string
  made: string
  log: number
  /** It was made all the same from a log that is hurt: how many hurts were found. */
  hurt?: number
}>

/**
 * The secrets as `local.db` holds them: hashes, never the passphrase, the codes nor what a card
 * says. Sessions stay.
 */
export type KeeperKept = Readonly<{
  passphrase: string | null
  codes: readonly Readonly<{ hash: string; used: number }>[]
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
  /** Sealed with a passphrase, or for the keeper who chose one before; in clear without. */
  seal: string | ForKeeper | undefined
  version: string
  now: Date
  /** Files never change under their name: whoever keeps them otherwise leaves them out. */
  withoutFiles?: boolean
  /**
   * The shelf too: films are hundreds of megabytes, so that it stays where it is unless it is asked
   * for.
   */
  heavy?: boolean
  /** Made even so when the log is hurt: `restore` takes of it what still reads. */
  evenHurt?: boolean
  progress?: (done: number, total: number) => void
}>
/**
 * What was made. `hurt`: files that are not what their name says, or that the disk does not give:
 * taken as far as they read.
 */
export type BackedUp = Readonly<{ bytes: number; hurt: readonly string[] }>

/**
 * Everything that may never be lost, in one file, while turns go on.
 *
 * Law     the log is copied as it was at one moment: the copy is made beside it, so that nothing
 *         private is ever in clear where the file goes. The copy is read whole, as a neighbour
 *         would read it, before anything is written. The file is written beside its name, synced,
 *         then renamed. Holds one piece at a time, whatever the sizes.
 * Errors  HurtLog, FolderFault, TooLargeForZip, what the disk says.
 */
export async function backupTo(of: BackupOf): Promise<BackedUp> {
  clearLeft(of.folder)
  const copy = join(of.folder, workName('backup'))
  try {
    await copyLog(of.folder, copy).catch(error => {
      // So hurt that SQLite opens it no more: its bytes, for who reads them by themselves.
      if (!of.evenHurt || !isHurtFile(error)) throw error
      copyFileSync(placesIn(of.folder).log, copy)
    })
    const hurts = hurtsInCopy(copy, neededBox(of.folder)).length
    if (hurts > 0 && !of.evenHurt) throw new HurtLog(hurts)
    if (hurts === 0) rewriteCopy(copy)
    const hurt: string[] = []
    const taken = takenOf(of, hurts === 0 ? namedIn(copy) : undefined)
    const parts = partsOf(of, copy, taken, hurts, name => hurt.push(name))
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

/** What the box itself is still to be written whole again for leaves with no copy. */
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
  const db = openToRead(copy)
  try {
    return namedFiles(new Statements(db))
  } finally {
    db.close()
  }
}

async function* partsOf(
  of: BackupOf,
  copy: string,
  taken: readonly Taken[],
  hurts: number,
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
  yield partOf('keeper.json', JSON.stringify(keeperOf(places.local)))
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
 * The same bytes, held against the hash that names them. A worn card ends some of them halfway: the
 * rest of the backup is worth no less.
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
/** All of them where a hurt log can't be asked which it names. */
const takenOf = (of: BackupOf, named: ReadonlySet<string> | undefined): readonly Taken[] =>
  [
    ...(of.withoutFiles ? [] : filesOn(of.folder)),
    ...(of.heavy
      ? heavyIn(of.folder).map(file => ({ name: `heavy/${basename(file)}`, file }))
      : []),
  ].filter(({ file }) => named?.has(basename(file)) ?? true)

/** `gone`: it was forgotten since it was listed. */
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
 * Of a `local.db` that is gone or hurt there is nothing to keep: the log is worth its backup
 * without.
 */
function keeperOf(local: string): KeeperKept {
  if (!existsSync(local) || isHurtLocal(local)) return NO_KEEPER
  const db = openToRead(local)
  try {
    const isThere = (table: string) =>
      db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table) !==
      undefined
    // Of no byte, or of another program.
    if (!isThere('kept') || !isThere('code')) return NO_KEEPER
    const passphrase = db.prepare("SELECT value FROM kept WHERE key = 'passphrase'").get()?.[
      'value'
    ]
    const codes = db.prepare('SELECT hash, used FROM code ORDER BY hash').all()
    return {
      passphrase: typeof passphrase === 'string' ? passphrase : null,
      codes: codes.map(code => ({ hash: String(code['hash']), used: Number(code['used']) })),
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

/** The same parts, counting what is read of them. */
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
