import type { Reader } from '../../contract/reader.ts'
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
