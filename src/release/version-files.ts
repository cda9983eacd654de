import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { ownJson } from '../core/narrow.ts'

/**
 * The folders of a version: what a box runs, and what its keeper may read. Tests, benches and
 * development packages are left out.
 */
const FOLDERS = ['src', 'seeds', 'public', 'box', 'docs'] as const
const FILES = [
  'bin/cocote',
  'bin/cocote.ts',
  'bin/own-imports.js',
  'package.json',
  'package-lock.json',
  'LICENSE',
  'LISEZMOI.md',
  'README.md',
] as const
/** Node's headers and manual: sixty megabytes that only builders of add-ons read. */
export const NEVER =
  /\.test\.ts$|^node_modules\/node-linux-[^/]+\/(include|share|lib)\/|^node_modules\/\.cache\//

/** The project's folder is not whole: a package that a box needs is not in it. */
export class PackageMissing extends Error {
  override name = 'PackageMissing'
}

type Locked = Readonly<{ dev?: boolean; devOptional?: boolean; optional?: boolean }>

/**
 * Every file of the project that makes a version, as paths from its root, sorted: links as links.
 * Errors  PackageMissing.
 */
export function versionFiles(root: string): readonly string[] {
  const own = [
    ...FILES.filter(file => existsSync(join(root, file))),
    ...FOLDERS.flatMap(folder => under(root, folder)),
  ]
  const packages = packagesOf(root).flatMap(folder => under(root, folder))
  return [...own, 'node_modules/.bin/node', ...packages].filter(file => !NEVER.test(file)).sort()
}

/** The files of `dependencies`. Of packages for one kind of machine, those that are there. */
function packagesOf(root: string): readonly string[] {
  const lock = ownJson<{
    packages: Readonly<Record<string, Locked>>
  }>(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const wanted = Object.entries(lock.packages).filter(
    ([folder, { dev, devOptional }]) => folder.startsWith('node_modules/') && !dev && !devOptional,
  )
  for (const [folder, { optional }] of wanted) {
    if (optional !== true && !existsSync(join(root, folder))) throw new PackageMissing(folder)
  }
  // A package inside another's folder is reached through it.
  return wanted
    .map(([folder]) => folder)
    .filter(folder => existsSync(join(root, folder)) && !folder.includes('/node_modules/'))
}

function under(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter(one => one.isFile() || one.isSymbolicLink())
    .map(one => relative(root, join(one.parentPath, one.name)))
}

if (import.meta.main) console.log(versionFiles(resolve(import.meta.dirname, '../..')).join('\n'))
