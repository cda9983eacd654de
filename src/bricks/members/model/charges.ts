import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Charge, charge, isChargeable } from '../../../contract/records/charge.ts'
import { inUse } from '../../../contract/tables.ts'
import type { RecordType, Space } from '../../../core/schema.ts'

/** The things of which somebody may be in charge, and the charges that are not over. */

/** A thing, of any type of any brick. `path` leads to its page; null where it has none. */
export type Thing = Readonly<{ id: string; type: string; title: string; path: string | null }>
type OwnerOf = Kit['ownerOf']
const MOST = 500

/** The types whose records are such things (`Owner.over`). */
const typesOf = (read: Reader, ownerOf: OwnerOf): readonly RecordType[] =>
  [...read.types.values()].filter(type => isChargeable(type, ownerOf))
const spaceOf = (type: RecordType): Space => (type.space === 'home' ? 'home' : 'commons')
const thing = (type: RecordType, row: Readonly<Record<string, unknown>>): Thing => ({
  id: String(row['id']),
  type: type.name,
  title: String(row[type.title] ?? ''),
  path: type.path === undefined ? null : `${type.path}/${row['id']}`,
})

/** All of them that are in use, in the order of the alphabet. */
export const thingsToGive = (read: Reader, ownerOf: OwnerOf): readonly Thing[] =>
  typesOf(read, ownerOf)
    .flatMap(type =>
      read.list(type, { ...inUse(type), limit: MOST }, spaceOf(type)).map(row => thing(type, row)),
    )
    .toSorted((a, b) => a.title.localeCompare(b.title, 'fr') || (a.id < b.id ? -1 : 1))

/** The thing with this id. Undefined for a record that is none, or that was taken off. */
export function thingGiven(read: Reader, ownerOf: OwnerOf, id: string): Thing | undefined {
  for (const type of typesOf(read, ownerOf)) {
    const row = read.one(type, id, spaceOf(type))
    if (row) return thing(type, row)
  }
  return undefined
}

const NOT_OVER = '(until IS NULL OR until >= ?)'
/** The charges that are not over, those of one thing together. `person`: one member’s. */
export const chargesLeft = (read: Reader, today: string, person?: string): readonly Charge[] =>
  read.list(
    charge,
    {
      where: person === undefined ? NOT_OVER : `${NOT_OVER} AND person = ?`,
      with: person === undefined ? [today] : [today, person],
      order: '"over", id',
      limit: MOST,
    },
    'home',
  )
