import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../files/folder.ts'
import type { Box } from '../log/box.ts'
import { LOG_FORMAT } from '../log/sqlite.ts'
import { versionEntries } from './chosen.ts'
import { withForeign } from './foreign.ts'
import { needRoom, packVersion, unpackedSize } from './pack.ts'
import type { Arch, Statement } from './statement.ts'
import { ROOT, versionOf } from './version-here.ts'

export type ReleaseOf = Readonly<{
  out: string
  arch: Arch
  signer: Box | undefined
  /** The version number, when it is not the project’s own. */
  named?: string | undefined
  /** The oldest version that may go to it at once. */
  from?: string | undefined
  progress?: (done: number, total: number) => void
}>

/**
 * Makes a version file from the project that runs this. Errors: PackageMissing, NoPackage,
 * DiskTooFull, what the disk says.
 */
export function release(of: ReleaseOf): Promise<Readonly<{ file: string; said: Statement }>> {
  return withForeign(ROOT, of.arch, async foreign => {
    const chosen = versionEntries(ROOT, of.arch, foreign, of.named)
    const version = of.named ?? versionOf(ROOT)
    const file = join(of.out, `cocote-${version}-${of.arch}.tar.gz`)
    makeFolder(of.out)
    // It compresses to half at least. A file of that name is replaced once the new one is whole.
    await needRoom(of.out, unpackedSize(chosen) / 2)
    const about = { version, arch: of.arch, from: of.from ?? '0.0.0', log: LOG_FORMAT }
    const said = await packVersion({
      file,
      chosen,
      about,
      made: momentOf(ROOT),
      signer: of.signer,
      ...(of.progress ? { progress: of.progress } : {}),
    })
    return { file, said }
  })
}

/**
 * The date of the last commit, so that the same tree packs to the same bytes.
 *
 * Source  reproducible-builds.org, SOURCE_DATE_EPOCH.
 */
function momentOf(root: string): Date {
  const given = Number(process.env['SOURCE_DATE_EPOCH'])
  if (given > 0) return new Date(given * 1_000)
  const git = existsSync(join(root, '.git'))
    ? spawnSync('git', ['-C', root, 'log', '-1', '--format=%ct'], { encoding: 'utf8' })
    : undefined
  const told = Number(git?.stdout?.trim() || Number.NaN)
  return new Date(
    (told > 0 ? told : Math.floor(statSync(join(root, 'package.json')).mtimeMs / 1_000)) * 1_000,
  )
}
