import type { Lang } from '../core/lang.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** The largest file that is read as a page: 2 MB. */
export const MOST_BYTES = 2_000_000

/**
 * What may be wrong with a file or an address, and what each fault knows; its sentence stands in
 * fr.ts and en.ts.
 */
export type Faults = Readonly<{
  empty: Record<never, never>
  binary: Record<never, never>
  picture: Record<never, never>
  tooBig: { most: number }
  tooLong: { most: number }
  cutArchive: Record<never, never>
  swollen: { most: number }
  encrypted: Record<never, never>
  damaged: Record<never, never>
  otherArchive: Record<never, never>
  spreadsheet: Record<never, never>
  oldWord: Record<never, never>
  pdf: Record<never, never>
  rtf: Record<never, never>
  tangled: Record<never, never>
  address: { address: string }
  scheme: { address: string }
  port: { port: string }
  credentials: Record<never, never>
  inside: { host: string }
  unknownHost: { host: string }
  noNetwork: { host: string }
  silent: { host: string }
  brokenOff: { host: string }
  certificate: { host: string }
  endless: { seconds: number }
  slow: { host: string; seconds: number }
  answered: { host: string; status: number }
  wandering: { most: number }
  noWikiPage: { title: string }
  noHeaders: Record<never, never>
  noRows: Record<never, never>
  onlyPrivate: Record<never, never>
  tooManyRows: { most: number }
  tooManyColumns: { most: number }
  openQuote: { line: number }
  badRow: { line: number }
}>
export type Fault = keyof Faults
export type FaultWords = Readonly<{ [F in Fault]: (data: Readonly<Faults[F]>) => string }>

/**
 * A file or an address that gives no text or no rows. Its data are plain, so that any door can say
 * it in any language.
 */
export class Unreadable extends Error {
  readonly code: Fault
  readonly data: Readonly<Record<string, string | number>>
  private constructor(code: Fault, data: Readonly<Record<string, string | number>>) {
    super(`unreadable: ${code}`)
    this.name = 'Unreadable'
    this.code = code
    this.data = data
  }
  /** The only way to make one: the compiler checks that the data fit the fault. */
  static of<F extends Fault>(code: F, data: Readonly<Faults[F]>): Unreadable {
    return new Unreadable(code, data)
  }
}

/** The sentence that a person reads: what is wrong, and what to do. */
export function unreadableSentence(error: Unreadable, lang: Lang): string {
  const words: FaultWords = lang === 'en' ? en : fr
  return (words[error.code] as (data: Unreadable['data']) => string)(error.data)
}
