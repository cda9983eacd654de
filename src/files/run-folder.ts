import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeSafely } from './folder.ts'

/**
 * The run folder of an installed box, in memory as long as the machine runs. Undefined on a laptop
 * or in a demonstration.
 */
export const runFolder = (): string | undefined => process.env['COCOTE_BOX'] || undefined

export type FirstOpening = Readonly<{
  /** The page has its keeper: deletes the code. */
  opened: () => void
  end: () => void
}>

/**
 * Writes the certificate’s words and the code of the first opening into the run folder, for the
 * person who installs the box as root. They stay in memory; only root and the server read the code.
 * An error is reported, and the page opens all the same.
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
