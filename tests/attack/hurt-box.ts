import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { openFrozen } from '../frozen/open.ts'

export const VERSION = '0.1.0'
const made: string[] = []
after(() => {
  for (const one of made) rmSync(one, { recursive: true, force: true })
})

/** A folder that goes with the tests. */
export function temp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-hurt-'))
  made.push(folder)
  return folder
}
/** A box that lived, to be damaged. */
export function box(): string {
  const folder = openFrozen(VERSION, 'sail')
  made.push(folder)
  return folder
}
