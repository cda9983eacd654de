import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ownJson } from '../core/narrow.ts'

/** The root folder of the running project or version. */
export const ROOT = resolve(import.meta.dirname, '../..')
export const versionOf = (root: string): string =>
  ownJson<{ version: string }>(readFileSync(join(root, 'package.json'), 'utf8')).version

export const versionHere = (): string => versionOf(ROOT)
