import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Foreign, lackingFor } from './chosen.ts'
import type { Arch } from './statement.ts'
import { NEVER } from './version-files.ts'

/**
 * A package for another kind of machine could not be fetched, or differs from the one in
 * package-lock.json.
 */
export class NoPackage extends Error {
  override name = 'NoPackage'
}

/**
 * Packages of that kind of machine, from npm's cache or its registry, each held against its hash in
 * package-lock.json.
 */
export async function withForeign<T>(
  root: string,
  arch: Arch,
  work: (files: ReadonlyMap<string, string>) => Promise<T>,
): Promise<T> {
  const lacking = lackingFor(root, arch)
  const folder = mkdtempSync(join(tmpdir(), 'cocote-npm-'))
  try {
    return await work(new Map(lacking.flatMap(one => unpacked(one, folder))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function unpacked(
  one: Foreign,
  folder: string,
): readonly (readonly [name: string, file: string])[] {
  const into = join(folder, String(readdirSync(folder).length))
  mkdirSync(into)
  const { status } = spawnSync(
    'npm',
    [
      'pack',
      '--prefer-offline',
      '--silent',
      '--pack-destination',
      into,
      `${one.name}@${one.version}`,
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const [tarball] = status === 0 ? readdirSync(into) : []
  if (tarball === undefined || hashOf(join(into, tarball)) !== one.integrity)
    throw new NoPackage(`${one.name}@${one.version}`)
  const untar = spawnSync('tar', ['-xzf', tarball, '--strip-components=1', '--one-top-level=it'], {
    cwd: into,
    stdio: 'ignore',
  })
  if (untar.status !== 0) throw new NoPackage(`${one.name}@${one.version}`)
  const place = join(into, 'it')
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter(found => found.isFile())
    .map(found => join(found.parentPath, found.name).slice(place.length + 1))
    .map(name => [`${one.folder}/${name}`, join(place, name)] as const)
    .filter(([name]) => !NEVER.test(name))
}

const hashOf = (file: string): string =>
  `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`
