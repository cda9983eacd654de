import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeSafely } from './folder.ts'

/**
 * Where an installed box keeps what lives as long as the machine runs; undefined on a laptop or in
 * a demonstration.
 */
export const runFolder = (): string | undefined => process.env['COCOTE_BOX'] || undefined

export type FirstOpening = Readonly<{
  /** The page has its keeper: its code opens nothing any more. */
  opened: () => void
  end: () => void
}>

/**
 * A box has no screen: whoever installs it reads, as root, the certificate's words and the code of
 * the first opening in its run folder. In memory, and the code by root and the server alone. A
 * folder that can't be written is said, and keeps no page shut.
 */
export function tellInstaller(
  folder: string | undefined,
  said: Readonly<{ words: string | undefined; code: string | undefined }>,
  report: (error: unknown) => void,
): FirstOpening {
  if (folder === undefined) return { opened: () => undefined, end: () => undefined }
  const files = { code: join(folder, 'opening-code'), words: join(folder, 'fingerprint') }
  const take = (file: string): void => rmSync(file, { force: true })
  try {
    if (said.code === undefined) take(files.code)
    else writeSafely(files.code, `${said.code}\n`, 0o600)
    if (said.words !== undefined) writeSafely(files.words, `${said.words}\n`)
  } catch (error) {
    report(error)
  }
  return {
    opened: () => take(files.code),
    end: () => Object.values(files).forEach(take),
  }
}
