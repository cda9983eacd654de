import type { Reader } from '../../../contract/reader.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { hasTable, STANDS } from '../../../contract/tables.ts'
import {
  dealingsOf,
  noticesAtPhone,
  noticesOf,
  numbersOf,
  type RelayRow,
  relaysOf,
} from './read.ts'
import { relay } from './records.ts'

/**
 * All that shows of a member, whatever they ticked for it: *Mes accords* says each, so that each
 * can be taken back.
 */
export type ShownRecord = Readonly<{ type: string; id: string }>

/** Where a telephone of theirs is read: in what is theirs, and in what others wrote. */
export function phoneShown(
  read: Reader,
  id: string,
): readonly [own: readonly ShownRecord[], elsewhere: readonly ShownRecord[]] {
  const notices = noticesAtPhone(read, id)
  const all = onceEach([...numbersOf(read, id).flatMap(number => read.showing(number)), ...notices])
  const isTheirs = (one: ShownRecord): boolean =>
    notices.some(({ id: notice }) => notice === one.id) || read.isKeptFor(one, id)
  return [all.filter(isTheirs), all.filter(one => !isTheirs(one))]
}
const onceEach = (all: readonly ShownRecord[]): readonly ShownRecord[] => [
  ...new Map(all.map(one => [one.id, one])).values(),
]

/** What is told of them in *Ça s'est fait*. */
export const toldIn = (read: Reader, id: string): readonly ShownRecord[] =>
  dealingsOf(read, id).filter(({ type }) => type === 'deed')

/** The relay that everybody reads that they are. */
export function relayShown(read: Reader, id: string): RelayRow | undefined {
  const accepted = relaysOf(read, id).find(one => one.state === 'accepted')
  return accepted && read.one(relay, accepted.id)
}

/** Notices of the page that say their name. */
export const namedIn = (read: Reader, id: string): readonly ShownRecord[] =>
  noticesOf(read, id).filter(one => one.isShown)

/** What they lend that says on the page who looks after it, or how they are reached. */
export const thingsShown = (read: Reader, id: string): readonly ShownRecord[] =>
  (read.published.thingsTelling?.(id) ?? []).map(thing => ({ type: 'thing', id: thing }))

/** Pages of the directory for a person of that name: perhaps them, which the keeper knows. */
export function pagesOfName(read: Reader, name: string): readonly ShownRecord[] {
  if (!hasTable(read, 'actor')) return []
  const rows = read.all(
    `SELECT id, name FROM actor WHERE ${STANDS} AND kind = 'person' AND name IS NOT NULL`,
  )
  return rows.flatMap(row =>
    isSameName(row['name'], name) ? [{ type: 'actor', id: String(row['id']) }] : [],
  )
}
