import type { Reader } from '../../../contract/reader.ts'
import type { RecordType, Value } from '../../../core/schema.ts'
import { alike } from '../../../text/alike.ts'
import { sameAs } from '../../../text/harvest/mask.ts'

/** What the page already shows under a like name: asked only then. */
export function alreadyThere(
  read: Reader,
  type: RecordType,
  title: string,
): readonly Readonly<{ id: string; title: string }>[] {
  if (!type.path || title === '') return []
  return read
    .search(title, [type.name], 5)
    .hits.filter(hit => alike(hit.title, title))
    .map(hit => ({ id: hit.id, title: hit.title }))
    .slice(0, 3)
}

/** *Le Local* is *Local*: a name without the small word before it. */
const bare = (title: string): string => sameAs(title).replace(/^(?:le|la|les|l|un|une) (?=.)/, '')

/**
 * What has a name (a body, a place, a project) and stands on the page under the very same name is
 * that one; the panel says so, and the keeper may say no.
 */
export function sameNamed(
  read: Reader,
  type: RecordType,
  title: string,
): Readonly<Record<string, Value>> {
  if (!type.proper) return {}
  const same = alreadyThere(read, type, title).filter(one => bare(one.title) === bare(title))
  return same.length === 1 ? { shownAs: same[0]!.id, stoodThere: true } : {}
}

/** The same, of a piece of notes. */
export function sameAlready(
  read: Reader,
  { of, piece }: Readonly<{ of: string | null; piece: string | null }>,
): Readonly<Record<string, Value>> {
  const type = read.types.get(of ?? '')
  const title = type && read.one(type, piece ?? '', 'home')?.[type.title]
  return type ? sameNamed(read, type, String(title ?? '')) : {}
}
