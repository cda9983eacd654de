import { cpSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * The working tree, copied to a temporary folder: what is changed there touches nothing here. The
 * packages are shared.
 */
export function copied(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-copy-'))
  const [packages, history] = [resolve('node_modules'), resolve('.git')]
  cpSync('.', folder, {
    recursive: true,
    filter: from => resolve(from) !== packages && resolve(from) !== history,
  })
  symlinkSync(packages, join(folder, 'node_modules'))
  return folder
}
