import type { Reader } from '../../../contract/reader.ts'
import { fold } from '../../../core/letters/words.ts'
import { isSameNamed, type WordRow } from './read.ts'
import { inOrder, isMissedLately } from './rules.ts'

/** The words of a list that are for one person, the oldest first. */
export type PersonWords = Readonly<{
  name: string
  words: readonly WordRow[]
  /** They were looked for these days, and not found. */
  isMissed: boolean
}>

const named = (row: WordRow): string => fold(row.forWhom ?? '').trim()

/**
 * Words by the person for whom they are: *Huguette* and *huguette* are one, unless this box knows
 * several of that name; whoever waits longest comes first, and whom one missed lately last.
 *
 * Law     each word once.
 */
export function byPerson(
  read: Reader,
  all: readonly WordRow[],
  today: string,
): readonly PersonWords[] {
  const keys = keysOf(read, all)
  const groups = [...Map.groupBy(inOrder(all, today), row => keys.get(row.id)).values()]
  return groups
    .map(words => ({
      name: words[0]!.forWhom ?? '',
      words,
      isMissed: words.every(row => isMissedLately(row, today)),
    }))
    .toSorted((a, b) => Number(a.isMissed) - Number(b.isMissed))
}

/** A member, or a name; a name that one member of the list alone bears is that member. */
function keysOf(read: Reader, all: readonly WordRow[]): ReadonlyMap<string, string> {
  const members = Map.groupBy(
    all.filter(row => row.member !== null),
    named,
  )
  const only = (name: string): string | undefined => {
    const ids = new Set((members.get(name) ?? []).map(row => row.member))
    const [id] = ids
    return ids.size === 1 && !isSameNamed(read, name) ? (id ?? undefined) : undefined
  }
  const names = new Map([...new Set(all.map(named))].map(name => [name, only(name) ?? `: ${name}`]))
  return new Map(all.map(row => [row.id, row.member ?? names.get(named(row)) ?? '']))
}
