import { existsSync, readlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Machine, OfferedVersion } from '../contract/box/machine.ts'
import type { Lang } from '../core/lang.ts'
import { runFolder } from '../files/run-folder.ts'
import { VersionFault } from '../release/fault.ts'
import { versionsIn } from '../release/found.ts'
import { trustedKeys } from '../release/keys.ts'
import { type VersionRequirements, verifyFront } from '../release/open.ts'
import { stageFile } from '../release/staged.ts'
import { isArch } from '../release/statement.ts'
import { versionWords } from '../release/words.ts'
import { keysHere } from './drives.ts'
import { toldIn } from './hand.ts'

/**
 * Where an installed box keeps its versions, its keys and what it said; tests and namespaces name
 * others.
 */
export type Installed = Readonly<{ run: string; versions: string; keys: string; var: string }>
export function installed(folder: string, run = runFolder()): Installed | undefined {
  if (run === undefined || !existsSync(join(run, 'asks'))) return undefined
  return {
    run,
    versions: process.env['COCOTE_OPT'] ?? '/opt/cocote',
    keys: join(process.env['COCOTE_ETC'] ?? '/etc/cocote', 'keys'),
    var: process.env['COCOTE_VAR'] ?? dirname(folder),
  }
}

const stagedIn = (of: Installed): string => join(of.var, 'updates')
const askedBy = (
  of: Installed,
  version: string,
  older: boolean,
): VersionRequirements | undefined =>
  isArch(process.arch)
    ? { keys: trustedKeys(of.keys), arch: process.arch, current: version, older }
    : undefined

/**
 * Of what is staged and of each key that is plugged in, the versions, whether they may be taken or
 * not; only the fronts are read.
 */
export function offeredOn(of: Installed, version: string): readonly OfferedVersion[] {
  const asked = askedBy(of, version, false)
  if (!asked) return []
  return [stagedIn(of), ...keysHere()]
    .flatMap(folder => versionsIn(folder, asked))
    .filter(({ fault }) => fault?.code !== 'same')
    .map(({ file, name, said, fault }) => {
      const whose = asked.keys.find(key => key.name === said?.key)?.whose ?? ''
      const isOlder = fault?.code === 'older'
      const wrong =
        fault && !isOlder ? (lang: Lang) => versionWords(lang).fault[fault.code](fault.said) : null
      return {
        file,
        name,
        version: said?.version ?? null,
        made: said?.made.slice(0, 10) ?? null,
        by: whose,
        isOlder,
        wrong,
      }
    })
}

/**
 * A version that was offered, where the doer may take it; what is inside is judged again, as root,
 * by who puts it in place.
 * Errors  VersionFault, DiskTooFull; what the disk or the key says.
 */
export async function staged(
  of: Installed,
  { file, isOlder }: OfferedVersion,
  version: string,
): Promise<string> {
  const asked = askedBy(of, version, isOlder)
  if (!asked) throw new VersionFault('otherArch', process.arch)
  if (dirname(file) !== stagedIn(of)) return (await stageFile(file, stagedIn(of), asked)).file
  verifyFront(file, asked)
  return file
}

/** What the box did last, of each kind: on the card for what outlives a restart, else in memory. */
export function toldBy(of: Installed): Machine['outcomes'] {
  const last = (what: 'update' | 'backup' | 'check') =>
    toldIn(join(of.var, 'said', what)) ?? toldIn(join(of.run, 'said', what))
  const [update, backup, check] = [last('update'), last('backup'), last('check')]
  const says =
    update && ((lang: Lang): string => versionWords(lang).outcome([update.key, ...update.more]))
  return {
    ...(update && says ? { update: { ...update, says } } : {}),
    ...(backup ? { backup } : {}),
    ...(check ? { check } : {}),
  }
}

/** The version that would come back. */
export function versionBefore(of: Installed): string | null {
  try {
    return basename(readlinkSync(join(of.versions, 'previous')))
  } catch {
    return null
  }
}
