import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  createReadStream,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { makeFolder, writeSafely } from '../files/folder.ts'
import { syncFolder } from '../log/sqlite.ts'

/** The files of every kit besides its versions, packages and keys. */
const SUMS = 'sommes.txt'
export const README = 'LISEZ-MOI.txt'
export const KEYS = 'cles'
const DEBS = 'debs'

/**
 * Starts to write a kit. Its checksums are deleted first and written last, so that a kit that was
 * cut shows it. Other files on the key are left alone.
 */
export function beginKit(folder: string): ReadonlySet<string> {
  makeFolder(folder)
  const sums = join(folder, SUMS)
  const before = new Set(existsSync(sums) ? namesIn(readFileSync(sums, 'utf8')) : [])
  rmSync(sums, { force: true })
  for (const place of [folder, ...foldersIn(join(folder, DEBS)), join(folder, KEYS)]) dropCut(place)
  syncFolder(folder)
  return before
}

const namesIn = (sums: string): readonly string[] =>
  sums
    .split('\n')
    .flatMap(
      line => /^[0-9a-f]{64} {2}((?!\/)(?:(?!\.\.)[\w.%+~-]+\/?){1,3})$/.exec(line)?.[1] ?? [],
    )
const foldersIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).map(name => join(folder, name)) : []

/** Deletes the unfinished files of an earlier kit. */
function dropCut(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  for (const name of readdirSync(folder))
    if (/^(cocote-.*\.tar\.gz|.*\.deb|.*\.pub|LISEZ-MOI\.txt|install|Packages)\.new$/.test(name))
      rmSync(join(folder, name))
}

/**
 * Copied beside, then in its place; one that is already the same is left. Works where there are
 * neither links nor modes (FAT).
 */
export async function putFile(from: string, to: string): Promise<void> {
  if (
    statSync(to, { throwIfNoEntry: false })?.size === statSync(from).size &&
    (await sumOf(to)) === (await sumOf(from))
  )
    return
  makeFolder(dirname(to))
  try {
    copyFileSync(from, `${to}.new`)
    renameSync(`${to}.new`, to)
  } catch (error) {
    rmSync(`${to}.new`, { force: true })
    throw error
  }
}

/**
 * The packages of one Debian, with the list that apt reads: a folder of packages is then a source
 * like another.
 */
export async function putDebs(
  folder: string,
  suite: string,
  files: readonly string[],
): Promise<readonly string[]> {
  const place = join(folder, DEBS, suite)
  for (const file of files) await putFile(file, join(place, basename(file)))
  return files.map(file => `${DEBS}/${suite}/${basename(file)}`)
}

/**
 * Writes the index by which apt reads a folder of packages.
 *
 * Source  deb-src-control(5); the fields of a Packages index in Debian’s wiki
 *         (DebianRepository/Format).
 */
export async function putIndex(folder: string, suite: string): Promise<string> {
  const place = join(folder, DEBS, suite)
  const stanzas: string[] = []
  for (const name of readdirSync(place)
    .filter(one => one.endsWith('.deb'))
    .sort()) {
    const file = join(place, name)
    const { stdout, status } = spawnSync('dpkg-deb', ['--field', file], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${file} can't be read`)
    stanzas.push(
      `${stdout.trimEnd()}\nFilename: ./${name}\nSize: ${statSync(file).size}\nSHA256: ` +
        `${await sumOf(file)}\n`,
    )
  }
  writeSafely(join(place, 'Packages'), stanzas.join('\n'))
  return `${DEBS}/${suite}/Packages`
}

/**
 * Takes away what the kit before named and this one does not, then writes the sums: the kit is
 * whole.
 */
export async function endKit(
  folder: string,
  names: readonly string[],
  before: ReadonlySet<string>,
): Promise<number> {
  const kept = new Set(names)
  for (const name of before) if (!kept.has(name)) rmSync(join(folder, name), { force: true })
  let size = 0
  const lines: string[] = []
  for (const name of [...kept].sort()) {
    size += statSync(join(folder, name)).size
    lines.push(`${await sumOf(join(folder, name))}  ${name}\n`)
  }
  for (const place of new Set([...kept].map(name => dirname(join(folder, name))))) syncFolder(place)
  writeSafely(join(folder, SUMS), lines.join(''))
  return size
}

async function sumOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  const pieces: AsyncIterable<Buffer> = createReadStream(file)
  for await (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}
