import { resolve } from 'node:path'
import { describe } from 'node:test'
import { pathToFileURL } from 'node:url'

/**
 * Runs test files one after the other in this process, which then loads the program once. Each file
 * is a suite of its own name: its hooks are for its own tests, and a file that cannot be read fails
 * alone.
 */
export async function runBatch(files: readonly string[]): Promise<void> {
  for (const file of files) await describe(file, () => import(pathToFileURL(resolve(file)).href))
}
