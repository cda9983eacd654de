import { lstatSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ownJson } from '../core/narrow.ts'
import type { Arch } from './statement.ts'
import type { TarEntry } from './tar.ts'
import { versionFiles } from './version-files.ts'

/** An entry of a version, and its bytes: in a file or in memory. */
export type VersionEntry = TarEntry & Readonly<{ from?: string; bytes?: Buffer }>

type Locked = Readonly<{
  version?: string
  integrity?: string
  dev?: boolean
  optional?: boolean
  os?: string | readonly string[]
  cpu?: string | readonly string[]
  libc?: string | readonly string[]
}>
export type Foreign = Readonly<{ folder: string; name: string; version: string; integrity: string }>

const holds = (said: string | readonly string[] | undefined, one: string): boolean =>
  said === undefined || [said].flat().includes(one)
/** Whether a package is for this kind of machine. Debian has GNU’s libc. */
const isFor = (one: Locked, arch: Arch): boolean =>
  holds(one.os, 'linux') && holds(one.cpu, arch) && holds(one.libc, 'glibc')
const isOfOneKind = ({ os, cpu, libc }: Locked): boolean =>
  [os, cpu, libc].some(said => said !== undefined)

function lockedIn(root: string): readonly (readonly [folder: string, locked: Locked])[] {
  const lock = ownJson<{
    packages: Readonly<Record<string, Locked>>
  }>(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(lock.packages).filter(
    ([folder, { dev }]) => folder.startsWith('node_modules/') && dev !== true,
  )
}

/**
 * Packages for that kind of machine which this folder lacks: `npm ci` brings only those of its own.
 */
export function lackingFor(root: string, arch: Arch): readonly Foreign[] {
  return lockedIn(root)
    .filter(
      ([folder, one]) =>
        isOfOneKind(one) &&
        isFor(one, arch) &&
        !statSync(join(root, folder), { throwIfNoEntry: false }),
    )
    .map(([folder, { version = '', integrity = '' }]) => ({
      folder,
      name: folder.slice('node_modules/'.length),
      version,
      integrity,
    }))
}

/**
 * The entries of a version for one kind of machine, sorted, folders first: the same tree gives the
 * same list. `foreign`: where packages that this folder lacks were unpacked. `named`: the version
 * number, when not its own.
 */
export function versionEntries(
  root: string,
  arch: Arch,
  foreign: ReadonlyMap<string, string>,
  named?: string,
): readonly VersionEntry[] {
  const others = lockedIn(root).flatMap(([folder, one]) => (isFor(one, arch) ? [] : [`${folder}/`]))
  const here = versionFiles(root).filter(file => !others.some(folder => file.startsWith(folder)))
  const files = new Map<string, VersionEntry>(
    here.map(name => [name, chosen(name, join(root, name))]),
  )
  for (const [name, file] of foreign) files.set(name, chosen(name, file))
  // Whatever runs here, there it is that machine's own Node.
  const node = 'node_modules/.bin/node'
  files.set(node, { kind: 'link', name: node, to: `../node-linux-${arch}/bin/node` })
  if (named !== undefined) files.set('package.json', renamed(root, named))
  const folders = new Set([...files.keys()].flatMap(above))
  return [
    ...[...folders].map((name): VersionEntry => ({ kind: 'folder', name })),
    ...files.values(),
  ].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function chosen(name: string, from: string): VersionEntry {
  const found = lstatSync(from)
  if (found.isSymbolicLink()) return { kind: 'link', name, to: readlinkSync(from) }
  return { kind: 'file', name, isRun: (found.mode & 0o100) !== 0, size: found.size, from }
}

function renamed(root: string, version: string): VersionEntry {
  const text = readFileSync(join(root, 'package.json'), 'utf8').replace(
    /("version": *)"[^"]*"/,
    `$1"${version}"`,
  )
  const bytes = Buffer.from(text, 'utf8')
  return { kind: 'file', name: 'package.json', isRun: false, size: bytes.length, bytes }
}

function above(name: string): readonly string[] {
  const folder = dirname(name)
  return folder === '.' ? [] : [...above(folder), folder]
}
