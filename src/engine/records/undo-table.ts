import type { Command } from '../../contract/command.ts'
import type { Decision, Draft, Undo } from '../../contract/decision.ts'
import { type Message, message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import { broughtLine, broughtTable } from '../../contract/records/own-records.ts'
import { tableOf } from '../../contract/tables.ts'
import { one } from '../../core/form/input.ts'
import type { RecordType, RowOf, Value } from '../../core/schema.ts'
import { markOf } from '../value-mark.ts'
import type { fr } from './words/fr.ts'

/**
 * The undo of a table that came in, as one: what it brought goes off the page, and what it changed
 * of records that were here is as it was. `home` is the space that stays in this box.
 */

type Words = typeof fr
const say: Say<Words> = message
type Types = ReadonlyMap<string, RecordType>
const UNDO_TABLE = '/apporter/defaire'
/** The name of the command that undoes a table. */
export const UNDO_TABLE_COMMAND = 'undoTable'
/** The undo of a table that came in. */
export const undoTable = (input: Undo['input']): Readonly<{ undo: Undo }> => ({
  undo: { path: UNDO_TABLE, input, words: say('undo.table') },
})

/** One list of what a table brought. */
type TableList = RowOf<typeof broughtTable>
/** What an undo writes of one record: it goes off the page, or has its former values. */
type Undoing = Readonly<{
  type: string
  id: string
  fields: Readonly<Record<string, Value>>
  space?: 'home'
}>
/** What the undo of a table does: the lists of the table, and the type that most people call it. */
type TableUndo = Readonly<{ lists: readonly TableList[]; type: RecordType }>

/** The undo of the table whose first list has this id. Undefined when there is nothing to undo. */
export function tableUndo(read: Reader, types: Types, id: string): TableUndo | undefined {
  const lists = read.list(broughtTable, { where: 'first = ?', with: [id], order: 'id' }, 'home')
  const first = lists.find(list => list.id === id) ?? lists[0]
  const type = types.get(first?.of ?? '')
  return type && { lists, type }
}

const off = (type: string, id: string, isHome: boolean): Undoing => ({
  type,
  id,
  fields: { removed: true },
  ...(isHome ? { space: 'home' } : {}),
})

/**
 * Of some records that a table brought, those that are on the page are taken off, with what ties
 * them to lines of a file: the same file brings them again.
 */
function takenOff(read: Reader, type: RecordType, ids: readonly string[]): readonly Undoing[] {
  const isHome = type.space === 'home'
  return ids.flatMap(id => {
    if (!read.one(type, id, type.space)) return []
    const ties = isHome
      ? []
      : read.all(
          `SELECT id FROM "${tableOf(broughtLine.name, 'home')}" ` +
            'WHERE record = ? AND removed IS NOT 1',
          id,
        )
    const lines = ties.map(row => off(broughtLine.name, String(row['id']), true))
    return [off(type.name, id, isHome), ...lines]
  })
}

/**
 * What a table changed of one record, put back: each field that still has the value of the table
 * has the one before it, and what it took off the page is on it.
 *
 * Law     A value that a person wrote since stays. A value that was erased comes back as nothing
 *         (law 10).
 */
function putBack(
  read: Reader,
  type: RecordType,
  { id, changes }: Readonly<{ id: string; changes: readonly (readonly string[])[] }>,
): readonly Undoing[] {
  const row: Readonly<Record<string, unknown>> | undefined = read.one(type, id, type.space)
  if (!row) {
    const isTakenOff = changes.some(([, field]) => field === 'removed')
    const home = type.space === 'home' ? ({ space: 'home' } as const) : {}
    return isTakenOff ? [{ type: type.name, id, fields: { removed: false }, ...home }] : []
  }
  const history = read.history(type.name, id, 'whole')
  const fields = changes.flatMap(([, field = '', mark]) => {
    if (!Object.hasOwn(type.fields, field) || markOf(row[field]) !== mark) return []
    const before = history.filter(line => line.field === field)[1]?.value
    return [[field, (before ?? null) as Value] as const]
  })
  return fields.length === 0 ? [] : [{ type: type.name, id, fields: Object.fromEntries(fields) }]
}

/**
 * The removals of an undo, some at a time, so that no step of long work looks up many records; the
 * lists last. `answer`: once all of them were read.
 */
export function tableRemovals(
  read: Reader,
  types: Types,
  { lists, type }: TableUndo,
): Readonly<{
  steps: Iterable<readonly Undoing[]>
  answer: () => Readonly<{ next: string; said: Message }>
}> {
  let [count, back] = [0, 0]
  const done = new Set<string>()
  const once = (all: readonly Undoing[]): readonly Undoing[] =>
    all.filter(({ id }) => !done.has(id) && done.add(id))
  function* steps(): Generator<readonly Undoing[]> {
    for (const list of lists) {
      const of = types.get(list.of ?? '')
      if (!of) continue
      const isCounted = of.name === type.name
      for (const ids of slicesOf(list.records ?? [])) {
        const all = once(takenOff(read, of, ids))
        if (isCounted) count += all.filter(one => one.type === of.name).length
        yield all
      }
      const changes = Map.groupBy(
        (list.changed ?? []).map(said => said.split(' ')),
        ([id = '']) => id,
      )
      for (const some of slicesOf([...changes])) {
        const all = once(some.flatMap(([id, said]) => putBack(read, of, { id, changes: said })))
        if (isCounted) back += all.length
        yield all
      }
    }
    yield lists.map(({ id }) => off(broughtTable.name, id, true))
  }
  return {
    steps: steps(),
    answer: () => ({ next: type.path ?? '/', said: say('undo.tableOff', count, back) }),
  }
}
const LOOKED_UP = 40
function* slicesOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += LOOKED_UP) yield all.slice(at, at + LOOKED_UP)
}

/**
 * The command `undoTable`: takes off the page all that one table brought, puts back what it
 * changed, and forgets its lists. What was taken off since stays so; what was written since on a
 * record that it brought goes too, and can be put back. The writer does it in slices
 * (`engine/bringing.ts`).
 */
export const unbring = (types: () => Types): Command<Words> => ({
  name: UNDO_TABLE_COMMAND,
  path: UNDO_TABLE,
  who: 'keeper',
  decide: (input, read): Decision => {
    const undo = tableUndo(read, types(), one(input, 'id'))
    if (!undo) return { refused: say('nothingThere') }
    const { steps, answer } = tableRemovals(read, types(), undo)
    const drafts = [...steps].flat().map(({ id, ...draft }): Draft => ({ ...draft, record: id }))
    return { drafts, ...answer() }
  },
})
