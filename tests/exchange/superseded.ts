import { boxOfFeed } from '../../src/core/change.ts'
import { keyOf } from '../../src/core/merge.ts'
import { allWrites, everyRecord, type Log } from '../../src/log/log.ts'

const READ_WHOLE = ['forget', 'join', 'box', 'type']
/** A first write of these is how a double of what comes with the program is known. */
const MARKS = ['theme label "Bois"', 'commune code "42195"']

/**
 * The pieces of flesh, as `hash index field`, that their own box wrote over since, as a log knows
 * it: no bundle owes them to anybody. Told without the code under test, by what each write names in
 * turn; in a long text, through writes of that box alone.
 */
export function supersededIn(log: Log): ReadonlySet<string> {
  const pieces = new Set<string>()
  for (const { type, record, space } of everyRecord(log)) {
    if (READ_WHOLE.includes(type)) continue
    const writes = allWrites(log, { type, record, space }).filter(one => one.field !== 'removed')
    for (const later of writes)
      for (const former of writes)
        if (
          former.field === later.field &&
          boxOfFeed(former.name.feed) === boxOfFeed(later.name.feed) &&
          names(writes, later, former) &&
          !(former.over.length === 0 && MARKS.includes(said(type, former)))
        )
          pieces.add(`${hashOf(log, former.entry)} ${former.name.index} ${nameOf(type, former)}`)
  }
  return pieces
}
const said = (type: string, { field, value }: LogWrite): string =>
  `${type} ${field} ${JSON.stringify(value)}`
/** The name of a value in its entry. */
const nameOf = (type: string, write: LogWrite): string =>
  write.type === 'base' ? `${type}.${write.field}` : write.field
type LogWrite = ReturnType<typeof allWrites>[number]
const isUpdate = ({ value }: LogWrite): boolean => JSON.stringify(value ?? '').startsWith('{"yjs"')
const names = (all: readonly LogWrite[], later: LogWrite, former: LogWrite): boolean =>
  later.over.some(name => {
    if (keyOf(name) === keyOf(former.name)) return true
    if (isUpdate(later) && boxOfFeed(name.feed) !== boxOfFeed(former.name.feed)) return false
    const between = all.find(one => one.field === later.field && keyOf(one.name) === keyOf(name))
    return between !== undefined && names(all, between, former)
  })
const hashOf = (log: Log, id: number): string =>
  Buffer.from(
    log.sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', id)!.hash,
  ).toString('hex')
