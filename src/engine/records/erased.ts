import type { Reader } from '../../contract/reader.ts'
import { harvest, proposal } from '../../contract/records/own-records.ts'
import { ID_SHAPE } from '../../core/id.ts'
import type { RecordType } from '../../core/schema.ts'

/**
 * Whether the record at this address (`/annonces/ID`) was erased. The server asks before it says
 * *not found*: a person who kept the link is told that it was erased, and nothing of its content.
 * False for a record whose title was not erased, and for one that was never here.
 */
export function isErasedAt(
  { types, read }: Readonly<{ types: ReadonlyMap<string, RecordType>; read: Reader }>,
  path: string,
): boolean {
  const id = path.split('/').at(-1) ?? ''
  if (!ID_SHAPE.test(id)) return false
  const here = [...types.values()].filter(
    type => type.path !== undefined && path === `${type.path}/${id}`,
  )
  return here.some(type => {
    const last = read.history(type.name, id).find(line => line.field === type.title)
    // A line without a value: the title was erased.
    return last !== undefined && last.value === undefined
  })
}

/**
 * What became of a record that was shown and undone: `now`, the address where it shows today.
 * Undefined where no showing under this address was undone.
 */
export function undoneAt(read: Reader, path: string): Readonly<{ now?: string }> | undefined {
  const asked = { where: '"hiddenAs" LIKE ?', with: [`%${path.split('/').at(-1)}%`] }
  const [piece] = read.list(proposal, asked, 'home')
  const [of] = piece ? [] : read.list(harvest, asked, 'home')
  if (!piece && !of) return undefined
  const now = read.called(piece?.shownAs ?? of?.meeting ?? '')?.path
  return now && now !== path ? { now } : {}
}
