import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, type TestContext } from 'node:test'
import { openFrozen } from '../frozen/open.ts'
import { cocote as ran } from '../support/command-line.ts'

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

export type Told = Readonly<{ status: number | null; text: string }>
export const told = (status: number | null, text: string): Told => ({
  status,
  text: text.replace(/[\s\u00a0\u202f]+/g, ' '),
})
/** A verb in this process: its exit code, and all that it printed, its spaces made plain. */
export async function cocote(t: TestContext, ...args: readonly string[]): Promise<Told> {
  const { code, out, err } = await ran(t, ...args)
  return told(code, out + err)
}
