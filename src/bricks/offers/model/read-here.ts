import type { Reader } from '../../../contract/reader.ts'
import { need, offer } from './records.ts'
import type { Notice } from './rules.ts'

/** Whose a notice is: known in this box alone. */
export function hereAuthor(read: Reader, { kind, row: { id } }: Notice): string | undefined {
  const author = read.one(kind === 'offer' ? offer : need, id, 'home')?.author
  return author ?? undefined
}
/** The same of several offers, or several needs, in one statement. */
export function hereAuthors(read: Reader, all: readonly Notice[]): ReadonlyMap<string, string> {
  const [first] = all
  if (!first) return new Map()
  const kept = read.all(
    `SELECT id, author FROM ${first.kind}_home
     WHERE author IS NOT NULL AND id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(all.map(({ row: { id } }) => id)),
  )
  return new Map(kept.map(({ id, author }) => [String(id), String(author)]))
}
