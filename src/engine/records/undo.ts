import type { Command } from '../../contract/command.ts'
import type { Decision, Draft, Undo } from '../../contract/decision.ts'
import { type Message, message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import { broughtHome, copyOf, countLinks, forgetCopy } from '../../contract/records/brought-home.ts'
import {
  hiddenToo,
  pathOfRecord,
  proposalChange,
  typeAndIdIn,
} from '../../contract/records/drafts.ts'
import { broughtTable, proposal } from '../../contract/records/own-records.ts'
import { tableOf } from '../../contract/tables.ts'
import { one } from '../../core/form/input.ts'
import type { RecordType, RowOf } from '../../core/schema.ts'
import type { fr } from './words/fr.ts'

/**
 * The commands that undo a keeper’s act: put a record back on the page, and hide again a text that
 * was just shown. The answer to the act carries the undo, a button beside its sentence. (The undo
 * of a refusal is in `refusing.ts`.) A *harvest* is a page of notes with the records found in it.
 * `home` is the space that stays in this box.
 */

type Words = typeof fr
const say: Say<Words> = message
type Types = () => ReadonlyMap<string, RecordType>
type Row = Readonly<Record<string, unknown>>
const PUT_BACK = '/remettre-sur-la-page'
const UNSHOW = '/a-montrer/cacher'
const UNSHOW_HARVEST = '/cueillette/cacher'
const UNDO_TABLE = '/apporter/defaire'
/** The name of the command that undoes a table. */
export const UNDO_TABLE_COMMAND = 'undoTable'

/** The undo that an answer carries: the address of the command, and its input. */
const undoing =
  (path: string, words: 'undo.undo' | 'undo.table' = 'undo.undo') =>
  (input: Undo['input']): Readonly<{ undo: Undo }> => ({
    undo: { path, input, words: say(words) },
  })
/** The undo of taking a record off, of showing one, and of showing those of a harvest. */
export const undoRemoval = undoing(PUT_BACK)
export const undoShowing = undoing(UNSHOW)
export const undoHarvest = undoing(UNSHOW_HARVEST)
/** The undo of a table that came in. */
export const undoTable = undoing(UNDO_TABLE, 'undo.table')

/**
 * The record that this box’s keeper took off the page. Undefined when it shows, was erased, or was
 * removed otherwise.
 */
export function takenOffHere(read: Reader, type: RecordType, id: string): Row | undefined {
  const space = type.space ?? 'commons'
  const table = tableOf(type.name, space)
  const off = 'SELECT 1 FROM taken_off t WHERE t.id = r.id AND t.type = ? AND t.space = ?'
  // A record that is read here alone was taken off in `home`.
  const stood = read.staysHere(id) ? 'home' : space
  const [row] = read.all(
    `SELECT * FROM "${table}" r WHERE id = ? AND removed = 1 AND EXISTS (${off})`,
    id,
    type.name,
    stood,
  )
  return row?.[type.title] === null ? undefined : row
}

/** What the page has of a record that was taken off: all that it says, or the same title alone. */
type Standing = 'whole' | 'titled' | 'nothing'

/**
 * What the page has of this record that was taken off, as when a table was undone and brought
 * again. A record that holds more than the one that shows (a private value, a link to it) is not
 * there whole: it can still be put back.
 */
export function standsAgain(read: Reader, types: ReadonlyMap<string, RecordType>) {
  const held = (type: RecordType, id: string): Row => ({
    ...read.all(`SELECT * FROM "${tableOf(type.name, 'home')}" WHERE id = ?`, id)[0],
    ...read.made(type.name, id),
    ...read.made(type.name, id, 'home'),
  })
  return (type: RecordType, row: Row): Standing => {
    const space = type.space ?? 'commons'
    const titled = read.all(
      `SELECT * FROM "${tableOf(type.name, space)}"
        WHERE "${type.title}" = ? AND removed IS NOT 1 AND id <> ?`,
      String(row[type.title]),
      String(row['id']),
    )
    if (titled.length === 0) return 'nothing'
    const id = String(row['id'])
    const isWhole = titled.some(
      other => saysAll(other, row) && saysAll(held(type, String(other['id'])), held(type, id)),
    )
    return isWhole && countLinks(read, types, [id], {}) === 0 ? 'whole' : 'titled'
  }
}
/** Whether the first row has all that the second one has. */
const saysAll = (a: Row, b: Row): boolean =>
  Object.entries(b).every(
    ([name, value]) =>
      name === 'id' ||
      name === 'removed' ||
      // When and by whom it was written says nothing of it.
      name.startsWith('_') ||
      JSON.stringify(a[name] ?? null) === JSON.stringify(value ?? null),
  )

/** The command `putBack`: puts a record back on the page, unless the page has all that it says. */
const putBack = (types: Types): Command<Words> => ({
  name: 'putBack',
  path: PUT_BACK,
  who: 'keeper',
  decide: (input, read): Decision => {
    const found = typeAndIdIn(types, input, say)
    if ('refused' in found) return found
    const row = takenOffHere(read, found.type, found.id)
    if (!row) return { refused: say('undo.notByUs') }
    const standing = standsAgain(read, types())(found.type, row)
    const title = String(row[found.type.title])
    if (standing === 'whole') return { refused: say('undo.standsAlready', title) }
    return {
      drafts: [{ type: found.type.name, record: found.id, fields: { removed: false } }],
      next: pathOfRecord(found.type, found.id),
      said:
        standing === 'titled'
          ? { all: [say('undo.putBack'), say('undo.twoNow', title)] }
          : say('undo.putBack'),
    }
  },
})

/**
 * The command `unshow`: erases the shown copy, and its source waits again, with the corrections
 * made on the page.
 *
 * Law     Nothing that others wrote about it is lost: once a record is about it, it can only be
 *         taken off the page. A record that waits again under its shown id keeps the `home` records
 *         about it (the deal of a story).
 */
const unshow = (types: Types): Command<Words> => ({
  name: 'unshow',
  path: UNSHOW,
  who: 'keeper',
  decide: (input, read): Decision => {
    const sent = read.one(proposal, one(input, 'id'), 'home')
    const copy =
      sent?.state === 'shown' &&
      sent.changes === null &&
      copyOf(types(), sent.of, sent.piece, sent.shownAs)
    if (!sent || !copy) return { refused: say('nothingThere') }
    const speaking = countLinks(read, types(), [copy.shownAs], {
      staying: new Set(copy.piece === copy.shownAs ? [copy.piece] : []),
    })
    if (speaking > 0) return { refused: say('undo.inUse', speaking) }
    return {
      drafts: [
        ...broughtHome(read, copy),
        proposalChange(sent.id, {
          state: 'waiting',
          shownAs: null,
          showing: null,
          ...hiddenToo(sent.hiddenAs, copy.shownAs),
        }),
      ],
      forget: forgetCopy(read, copy),
      next: '/a-montrer',
      said: {
        all: [say('undo.hidden'), say('undo.goneWith', read.boxes().holding([copy.shownAs]))],
      },
    }
  },
})

/** One list of what a table brought. */
type TableList = RowOf<typeof broughtTable>
/** A record to take off the page, or a list to forget. */
type Removal = Readonly<{
  type: string
  id: string
  fields: Readonly<{ removed: true }>
  space?: 'home'
}>
/** What the undo of a table does: the lists of the table, and the type that most people call it. */
type TableUndo = Readonly<{ lists: readonly TableList[]; type: RecordType }>

/** The undo of the table whose first list has this id. Undefined when there is nothing to undo. */
export function tableUndo(
  read: Reader,
  types: ReadonlyMap<string, RecordType>,
  id: string,
): TableUndo | undefined {
  const lists = read.list(broughtTable, { where: 'first = ?', with: [id], order: 'id' }, 'home')
  const first = lists.find(list => list.id === id) ?? lists[0]
  const type = types.get(first?.of ?? '')
  return type && { lists, type }
}

/** Of some records that a table brought, those that are on the page are taken off. */
const takenOff = (
  read: Reader,
  types: ReadonlyMap<string, RecordType>,
  { of, ids }: Readonly<{ of: string | null; ids: readonly string[] }>,
): readonly Removal[] => {
  const type = types.get(of ?? '')
  return ids
    .filter(id => type && read.one(type, id))
    .map(id => ({ type: type!.name, id, fields: { removed: true } }))
}
const forgotten = ({ id }: TableList): Removal => ({
  type: broughtTable.name,
  id,
  fields: { removed: true },
  space: 'home',
})

/**
 * The removals of an undo, some at a time, so that no step of long work looks up many records; the
 * lists last. `answer`: once all of them were read.
 */
export function tableRemovals(
  read: Reader,
  types: ReadonlyMap<string, RecordType>,
  { lists, type }: TableUndo,
): Readonly<{
  steps: Iterable<readonly Removal[]>
  answer: () => Readonly<{ next: string; said: Message }>
}> {
  let count = 0
  function* steps(): Generator<readonly Removal[]> {
    for (const { of, records } of lists)
      for (let at = 0; at < (records?.length ?? 0); at += LOOKED_UP) {
        const ids = (records ?? []).slice(at, at + LOOKED_UP)
        const off = takenOff(read, types, { of, ids })
        if (of === type.name) count += off.length
        yield off
      }
    yield lists.map(forgotten)
  }
  return {
    steps: steps(),
    answer: () => ({ next: type.path ?? '/', said: say('undo.tableOff', count) }),
  }
}
const LOOKED_UP = 40

/**
 * The command `undoTable`: takes off the page all that one table brought, and forgets its lists.
 * What was taken off since stays so; what was written since goes too, and can be put back. The
 * writer does it in slices (`engine/bringing.ts`).
 */
const unbring = (types: Types): Command<Words> => ({
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

/** The keeper’s commands that undo an act. */
export const undoCommands = (types: Types): readonly Command<Words>[] => [
  putBack(types),
  unshow(types),
  unbring(types),
]
