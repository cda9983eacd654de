import { closeSync, openSync, readSync } from 'node:fs'
import { isCount, ownJson } from '../core/narrow.ts'
import { type Box, signBytes, signedBy } from '../log/box.ts'
import { VersionFault } from './fault.ts'
import { isVersion } from './order.ts'

/**
 * The signed statement in front of a version file.
 *
 * Shape   `bytes`, `sha256`: of all bytes after the front. `unpacked`: the size of its files on a
 *         disk, in blocks of 4 KiB. `from`: the oldest version that may update to this one
 *         directly. `log`: the format of log.db that it writes.
 */
export type Statement = Readonly<{
  kind: 'cocote-version'
  format: number
  version: string
  arch: Arch
  made: string
  from: string
  log: number
  bytes: number
  sha256: string
  unpacked: number
  entries: number
  /** The name of the signing key. Empty without a signature. */
  key: string
}>
export type Arch = 'x64' | 'arm64'
export const isArch = (text: unknown): text is Arch => text === 'x64' || text === 'arm64'
export const VERSION_FORMAT = 1

/**
 * Far above what a version takes (140 MB, 5,000 files): beyond, a file only wants to fill a disk.
 */
export const MOST = { bytes: 2 ** 30, unpacked: 2 ** 31, entries: 50_000 } as const

/** The size of the front, all that a reader must hold to judge the rest. */
export const FRONT = 4_096

/*
 * An empty first member of a gzip file (RFC 1952, 2.3.1) whose extra field holds the statement and
 * its signature, filled up to 4 KiB: one file that can't lose its statement on the way, and that
 * `tar -xzf` opens anywhere.
 */
const HEAD = Buffer.from('1f8b08040000000000ff', 'hex')
const TAIL = Buffer.from('03000000000000000000', 'hex')
const EXTRA = FRONT - HEAD.length - 2 - TAIL.length
const SIGNATURE = 64

export function frontOf(said: Omit<Statement, 'key'>, signer: Box | undefined): Buffer {
  const statement = Buffer.from(JSON.stringify({ ...said, key: signer?.name ?? '' }), 'utf8')
  const fields = [
    field('CV', statement),
    ...(signer ? [field('CS', signBytes(signer, statement))] : []),
  ]
  const used = fields.reduce((sum, one) => sum + one.length, 0)
  const size = Buffer.alloc(2)
  size.writeUInt16LE(EXTRA)
  return Buffer.concat([HEAD, size, ...fields, field('C0', Buffer.alloc(EXTRA - used - 4)), TAIL])
}

function field(name: string, bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(4)
  head.write(name, 'latin1')
  head.writeUInt16LE(bytes.length, 2)
  return Buffer.concat([head, bytes])
}

/** The statement, and whether the key that it names signed it. Errors: VersionFault. */
function readFront(front: Uint8Array): Readonly<{ said: Statement; isSigned: boolean }> {
  const held = Buffer.from(front)
  if (held.length < HEAD.length + 2 || !held.subarray(0, 9).equals(HEAD.subarray(0, 9)))
    throw new VersionFault('notVersion')
  const fields = fieldsIn(held)
  const statement = fields.get('CV')
  if (!statement) throw new VersionFault('notVersion')
  if (held.length < FRONT) throw new VersionFault('cut')
  const said = statementFrom(statement)
  const signature = fields.get('CS')
  if (said.key === '' && signature === undefined) return { said, isSigned: false }
  if (signature?.length !== SIGNATURE || !signedBy(said.key, statement, signature))
    throw new VersionFault('badSignature')
  return { said, isSigned: true }
}

/**
 * Reads the statement of a file, from its front alone.
 *
 * Errors  VersionFault; those of the disk.
 */
export function readVersionFront(file: string): ReturnType<typeof readFront> {
  const handle = openSync(file, 'r')
  try {
    const front = Buffer.alloc(FRONT)
    return readFront(front.subarray(0, readSync(handle, front, 0, FRONT, 0)))
  } finally {
    closeSync(handle)
  }
}

function fieldsIn(front: Buffer): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>()
  const end = Math.min(front.length, HEAD.length + 2 + EXTRA)
  if (front.readUInt16LE(HEAD.length) !== EXTRA) return found
  for (let at = HEAD.length + 2; at + 4 <= end; ) {
    const length = front.readUInt16LE(at + 2)
    if (at + 4 + length > end) break
    found.set(front.toString('latin1', at, at + 2), front.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return found
}

function statementFrom(bytes: Buffer): Statement {
  let said: Partial<Statement>
  try {
    said = ownJson<Partial<Statement>>(bytes.toString('utf8'))
  } catch {
    throw new VersionFault('malformed')
  }
  if (said === null || typeof said !== 'object' || said.kind !== 'cocote-version')
    throw new VersionFault('notVersion')
  if (typeof said.format === 'number' && said.format > VERSION_FORMAT)
    throw new VersionFault('newerFormat')
  if (!isStatement(said)) throw new VersionFault('malformed')
  if (said.bytes > MOST.bytes || said.unpacked > MOST.unpacked || said.entries > MOST.entries)
    throw new VersionFault('swollen')
  return said
}

const isStatement = (said: Partial<Statement>): said is Statement =>
  said.format === VERSION_FORMAT &&
  [said.version, said.from].every(one => typeof one === 'string' && isVersion(one)) &&
  isArch(said.arch) &&
  typeof said.made === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(said.made) &&
  typeof said.key === 'string' &&
  typeof said.sha256 === 'string' &&
  /^[0-9a-f]{64}$/.test(said.sha256) &&
  [said.log, said.bytes, said.unpacked, said.entries].every(isCount)
