import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder of the project, or of the version, that runs this. */
export const ROOT = resolve(import.meta.dirname, '../..')
export const versionOf = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

export const versionHere = (): string => versionOf(ROOT)
