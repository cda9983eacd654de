import type { Reader } from '../../../contract/reader.ts'
import { need, offer } from './records.ts'
import type { Notice } from './rules.ts'

/** Whose a notice is: known in this box alone. */
export function hereAuthor(read: Reader, { kind, row: { id } }: Notice): string | undefined {
  const author = read.one(kind === 'offer' ? offer : need, id, 'home')?.author
  return author ?? undefined
}
