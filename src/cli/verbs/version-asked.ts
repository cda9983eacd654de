import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CommandError, UsageError, type VerbValues } from '../../contract/verb.ts'
import { errorCode } from '../../core/narrow.ts'
import { DecryptError, NotOpened } from '../../files/encrypt-file.ts'
import type { Box } from '../../log/box.ts'
import { isKeyPlace } from '../../machine/drives.ts'
import { shellLang } from '../../machine/shell-lang.ts'
import { openSigningKey } from '../../release/keys.ts'
import { isVersion } from '../../release/order.ts'
import { release } from '../../release/release.ts'
import { type Arch, isArch, type Statement } from '../../release/statement.ts'
import { dataFrom } from '../data-folder.ts'
import { refuseBoxFolder } from '../out-file.ts'
import { passphraseFrom } from '../passphrase.ts'
import { barOf } from '../progress.ts'
import { cliWords } from '../words.ts'

const { version: w, noFile } = cliWords(shellLang())

export function outOf(values: VerbValues): string {
  const { out } = values
  if (typeof out !== 'string' || out === '') throw new UsageError(w.noOut)
  refuseBoxFolder(out, dataFrom(values))
  return out
}

/**
 * The typed folder to write to. A new one needs an existing parent and is no place of a key: files
 * for an absent or misspelt key would go to this machine’s disk.
 */
export function outThere(values: VerbValues): string {
  const folder = outOf(values)
  const at = resolve(folder)
  if (!existsSync(at) && (isKeyPlace(at) || !existsSync(dirname(at))))
    throw new CommandError(w.nowhere(folder))
  return folder
}

/** The kinds of machine that are asked for; this one's own when none is. */
export function archsOf(values: VerbValues): readonly Arch[] {
  const given = (values['arch'] as readonly string[] | undefined) ?? [process.arch]
  for (const one of given) if (!isArch(one)) throw new UsageError(w.badArch(one))
  return [...new Set(given as readonly Arch[])]
}

export async function signerOf(values: VerbValues): Promise<Box | undefined> {
  const file = values['key']
  if (typeof file !== 'string') return undefined
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new CommandError(noFile(file))
  try {
    return await openSigningKey(file, await passphraseFrom(values, w.keyAsk, false))
  } catch (error) {
    const isNotKey =
      error instanceof NotOpened ||
      error instanceof DecryptError ||
      String(errorCode(error)).startsWith('ERR_OSSL')
    throw isNotKey ? new CommandError(w.notKey(file)) : error
  }
}

export async function packFor(
  values: VerbValues,
  arch: Arch,
  signer: Box | undefined,
): Promise<Readonly<{ file: string; said: Statement }>> {
  const [named, from] = [values['as'], values['from']]
  for (const one of [named, from])
    if (typeof one === 'string' && !isVersion(one)) throw new UsageError(w.badName(one))
  const bar = barOf(w.packing)
  try {
    const [as, since] = [named as string | undefined, from as string | undefined]
    return await release({
      out: outOf(values),
      arch,
      signer,
      named: as,
      from: since,
      progress: bar.at,
    })
  } finally {
    bar.end()
  }
}
