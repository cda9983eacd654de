import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  symlinkSync,
  writeSync,
} from 'node:fs'
import { join, posix } from 'node:path'
import { createGunzip } from 'node:zlib'
import { errorCode } from '../core/narrow.ts'
import { wordsOfBox } from '../log/sayable.ts'
import { VersionFault } from './fault.ts'
import type { Trusted } from './keys.ts'
import { inOrder } from './order.ts'
import { type Arch, FRONT, readVersionFront, type Statement } from './statement.ts'
import { BLOCK, entryFrom, type TarEntry } from './tar.ts'

/** The requirements of a machine for a version. */
export type VersionRequirements = Readonly<{
  keys: readonly Trusted[]
  arch: Arch
  /** The version that runs; undefined where none does. */
  current?: string | undefined
  /** The keeper said that it may be older. */
  older?: boolean
}>

/**
 * Checks the front of a version file and returns its statement: signed by a trusted key, for this
 * machine, in the right order, of its size. `verifyContent` checks the content.
 *
 * Errors  VersionFault; those of the disk.
 */
export function verifyFront(file: string, asked: VersionRequirements): Statement {
  const { said, isSigned } = readVersionFront(file)
  if (!isSigned) throw new VersionFault('unsigned')
  if (!asked.keys.some(({ name }) => name === said.key))
    throw new VersionFault('unknownKey', wordsOfBox(said.key))
  if (said.arch !== asked.arch) throw new VersionFault('otherArch', said.arch)
  refuseOutOfOrder(said, asked)
  const rest = statSync(file).size - FRONT - said.bytes
  if (rest !== 0) throw new VersionFault(rest < 0 ? 'cut' : 'altered')
  return said
}

function refuseOutOfOrder(said: Statement, { current, older }: VersionRequirements): void {
  if (current === undefined) return
  const by = inOrder(said.version, current)
  if (by === 0) throw new VersionFault('same', said.version)
  if (by < 0 && !older) throw new VersionFault('older', said.version)
  if (by > 0 && inOrder(current, said.from) < 0) throw new VersionFault('tooFar', said.from)
}

/**
 * Checks every byte of a version file against its statement, and returns it.
 *
 * Errors  VersionFault.
 */
export async function verifyContent(
  file: string,
  asked: VersionRequirements,
  progress?: (done: number, total: number) => void,
): Promise<Statement> {
  const said = verifyFront(file, asked)
  const hash = createHash('sha256')
  let done = 0
  const pieces: AsyncIterable<Buffer> = createReadStream(file, { start: FRONT })
  for await (const piece of pieces) {
    hash.update(piece)
    done += piece.length
    progress?.(done, said.bytes)
  }
  if (done < said.bytes) throw new VersionFault('cut')
  if (done > said.bytes || hash.digest('hex') !== said.sha256) throw new VersionFault('altered')
  return said
}

/**
 * Unpacks a checked version file into a new folder.
 *
 * Law     Nothing is written outside that folder, whatever the archive says, and no more than the
 *         statement says. On a fault the folder is deleted. This holds for a stolen key too.
 * Errors  VersionFault `entry`, `swollen`, `cut`; those of the disk.
 */
export async function unpackVersion(file: string, said: Statement, folder: string): Promise<void> {
  mkdirSync(folder, { mode: 0o755 })
  const taking = new Taking(folder, said)
  try {
    const unpacked = createReadStream(file, { start: FRONT }).pipe(createGunzip())
    const pieces: AsyncIterable<Buffer> = unpacked
    for await (const piece of pieces) taking.take(piece)
    taking.end()
  } catch (error) {
    taking.drop()
    rmSync(folder, { recursive: true, force: true })
    throw String(errorCode(error)).startsWith('Z_') ? new VersionFault('altered') : error
  }
}

/** The bytes of an archive beside its files: headers, padding, the end. */
const ROOM = 3 * BLOCK
const LONGEST_NAME = 255

class Taking {
  readonly #folder: string
  readonly #said: Statement
  readonly #folders = new Set([''])
  readonly #names = new Set<string>()
  #held = Buffer.alloc(0)
  #read = 0
  #isEnded = false
  #file: { handle: number; left: number; skip: number } | undefined

  constructor(folder: string, said: Statement) {
    this.#folder = folder
    this.#said = said
  }

  take(piece: Buffer): void {
    this.#read += piece.length
    if (this.#read > this.#said.unpacked + this.#said.entries * ROOM + 20 * BLOCK)
      throw new VersionFault('swollen')
    let rest = this.#written(piece)
    rest = this.#held.length > 0 ? Buffer.concat([this.#held, rest]) : rest
    while (rest.length >= BLOCK) {
      this.#begin(rest.subarray(0, BLOCK))
      rest = this.#written(rest.subarray(BLOCK))
    }
    this.#held = Buffer.from(rest)
  }

  /** Writes bytes of a piece to the open file, and returns the rest. */
  #written(piece: Buffer): Buffer {
    const file = this.#file
    if (!file) return piece
    const mine = piece.subarray(0, file.left)
    for (let at = 0; at < mine.length; ) at += writeSync(file.handle, mine, at)
    file.left -= mine.length
    const after = piece.subarray(mine.length)
    const skipped = file.left > 0 ? 0 : Math.min(file.skip, after.length)
    file.skip -= skipped
    if (file.left === 0 && file.skip === 0) this.#close()
    return after.subarray(skipped)
  }

  #begin(block: Buffer): void {
    const entry = entryFrom(block)
    if (this.#isEnded && entry) throw new VersionFault('entry')
    this.#isEnded ||= !entry
    if (!entry) return
    this.#mayBe(entry)
    const place = join(this.#folder, entry.name)
    if (entry.kind === 'folder') mkdirSync(place, { mode: 0o755 })
    else if (entry.kind === 'link') symlinkSync(entry.to, place)
    else this.#open(place, entry.isRun, entry.size)
  }

  #open(place: string, isRun: boolean, size: number): void {
    this.#file = {
      handle: openSync(place, 'wx', isRun ? 0o755 : 0o644),
      left: size,
      skip: (BLOCK - (size % BLOCK)) % BLOCK,
    }
    if (size === 0) this.#close()
  }

  /**
   * Each part of a name is a plain one, under folders that came before it: never through a link,
   * never twice.
   */
  #mayBe(entry: TarEntry): void {
    const { name } = entry
    const parts = name.split('/')
    const isPlain = parts.every(
      part =>
        part !== '' && part !== '.' && part !== '..' && Buffer.byteLength(part) <= LONGEST_NAME,
    )
    if (!isPlain || /[\p{Cc}\\\ufffd]/u.test(name) || this.#names.has(name))
      throw new VersionFault('entry', name)
    if (!this.#folders.has(parts.slice(0, -1).join('/'))) throw new VersionFault('entry', name)
    if (entry.kind === 'link' && !staysInside(name, entry.to)) throw new VersionFault('entry', name)
    if (this.#names.size >= this.#said.entries) throw new VersionFault('swollen')
    this.#names.add(name)
    if (entry.kind === 'folder') this.#folders.add(name)
  }

  #close(): void {
    if (this.#file) closeSync(this.#file.handle)
    this.#file = undefined
  }

  end(): void {
    if (!this.#isEnded || this.#file) throw new VersionFault('cut')
    if (this.#names.size !== this.#said.entries) throw new VersionFault('entry')
  }

  drop(): void {
    this.#close()
  }
}

/** A link may name a thing of the same version: one step after another, it never climbs out. */
function staysInside(name: string, to: string): boolean {
  if (to === '' || to.startsWith('/') || /[\p{Cc}\\\ufffd]/u.test(to)) return false
  const whole = posix.join(posix.dirname(name), to)
  return whole !== '..' && !whole.startsWith('../')
}
