import type { Command } from '../../contract/command.ts'
import type { Decision, Undo } from '../../contract/decision.ts'
import { message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import {
  broughtHome,
  copyOf,
  forgetCopy,
  linkingTo,
  titledOf,
} from '../../contract/records/brought-home.ts'
import {
  hiddenToo,
  pathOfRecord,
  proposalChange,
  typeAndIdIn,
} from '../../contract/records/drafts.ts'
import { proposal } from '../../contract/records/own-records.ts'
import { tableOf } from '../../contract/tables.ts'
import { one } from '../../core/form/input.ts'
import type { RecordType } from '../../core/schema.ts'
import { askedOff, asksBack, COMES_BACK, type StripsFor } from './asked-off.ts'
import { unbring } from './undo-table.ts'
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
type WholeRow = Row & Readonly<{ id: string }>
const PUT_BACK = '/remettre-sur-la-page'
const UNSHOW = '/a-montrer/cacher'
const UNSHOW_HARVEST = '/cueillette/cacher'

/** The undo that an answer carries: the address of the command, and its input. */
const undoing =
  (path: string) =>
  (input: Undo['input']): Readonly<{ undo: Undo }> => ({
    undo: { path, input, words: say('undo.undo') },
  })
/** The undo of taking a record off, of showing one, and of showing those of a harvest. */
export const undoRemoval = undoing(PUT_BACK)
export const undoShowing = undoing(UNSHOW)
export const undoHarvest = undoing(UNSHOW_HARVEST)

/**
 * The record that this box’s keeper took off the page. Undefined when it shows, was erased, or was
 * removed otherwise.
 */
export function takenOffHere(read: Reader, type: RecordType, id: string): WholeRow | undefined {
  const space = type.space ?? 'commons'
  // A record that is read by card has no row in the table of all.
  const table = tableOf(type.name, read.isByCard(id) ? 'home' : space)
  const off = 'SELECT 1 FROM taken_off t WHERE t.id = r.id AND t.type = ? AND t.space = ?'
  // A record that is read here alone was taken off in `home`.
  const stood = read.staysHere(id) ? 'home' : space
  const [row] = read.all(
    `SELECT * FROM "${table}" r WHERE id = ? AND removed = 1 AND EXISTS (${off})`,
    id,
    type.name,
    stood,
  )
  return row === undefined || row[type.title] === null ? undefined : { ...row, id }
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
    return isWhole && linkingTo(read, types, [id], {}).length === 0 ? 'whole' : 'titled'
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
const putBack = (types: Types, strips: StripsFor): Command<Words> => ({
  name: 'putBack',
  path: PUT_BACK,
  who: 'keeper',
  decide: (input, read): Decision => {
    const found = typeAndIdIn(types, input, say)
    if ('refused' in found) return found
    const row = takenOffHere(read, found.type, found.id)
    if (!row) return { refused: say('undo.notByUs') }
    const asked = askedOff(read, strips, found.type, row)
    if (asked && one(input, COMES_BACK) !== '1') return asksBack(asked)
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
    const speaking = linkingTo(read, types(), [copy.shownAs], {
      staying: new Set(copy.piece === copy.shownAs ? [copy.piece] : []),
    })
    if (speaking.length > 0) return { refused: say('undo.inUse', titledOf(read, speaking)) }
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

/** The keeper’s commands that undo an act. */
export const undoCommands = (types: Types, strips: StripsFor): readonly Command<Words>[] => [
  putBack(types, strips),
  unshow(types),
  unbring(types),
]
