import { NewerFormat } from '../log/sqlite.ts'
import type { Verb } from './verb.ts'
import { appWords, shellLang } from './words.ts'

/** What a verb could not do, in the sentence that its person reads. Exit code 1: found wrong, or can't. */
export class Undone extends Error {
  override name = 'Undone'
}

const DAMAGED: ReadonlySet<number> = new Set([11, 26])
/** SQLite's own codes for a damaged file (SQLITE_CORRUPT) and for a file of something else (SQLITE_NOTADB). */
export const isHurtFile = (error: unknown): boolean => DAMAGED.has(Number((error as { errcode?: unknown })?.errcode) & 0xff)

/** A verb whose faults are said as sentences. What is left is our bug, and thrown. */
export function plainly(run: Verb['run']): Verb['run'] {
  return async (values, words) => {
    try {
      return await run(values, words)
    } catch (error) {
      const w = appWords(shellLang())
      const sentence =
        error instanceof Undone ? error.message : error instanceof NewerFormat ? w.newer : isHurtFile(error) ? w.held.hurt : undefined
      if (sentence === undefined) throw error
      console.error(sentence)
      return 1
    }
  }
}
