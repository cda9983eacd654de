import type { Command } from '../../contract/command.ts'
import type { Decision, Draft, Undo } from '../../contract/decision.ts'
import { message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import { broughtHome, copyOf, countLinks, forgetCopy } from '../../contract/records/brought-home.ts'
import { pathOfRecord, proposalChange, typeAndIdIn } from '../../contract/records/drafts.ts'
import { broughtTable, proposal } from '../../contract/records/own-records.ts'
import { tableOf } from '../../contract/tables.ts'
import { one } from '../../core/form/input.ts'
import type { RecordType } from '../../core/schema.ts'
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

/** The command `putBack`: puts a record back on the page. */
const putBack = (types: Types): Command<Words> => ({
  name: 'putBack',
  path: PUT_BACK,
  who: 'keeper',
  decide: (input, read): Decision => {
    const found = typeAndIdIn(types, input, say)
    if ('refused' in found) return found
    if (!takenOffHere(read, found.type, found.id)) return { refused: say('undo.notByUs') }
    return {
      drafts: [{ type: found.type.name, record: found.id, fields: { removed: false } }],
      next: pathOfRecord(found.type, found.id),
      said: say('undo.putBack'),
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
        proposalChange(sent.id, { state: 'waiting', shownAs: null, showing: null }),
      ],
      forget: forgetCopy(read, copy),
      next: '/a-montrer',
      said: {
        all: [say('undo.hidden'), say('undo.goneWith', read.boxes().holding([copy.shownAs]))],
      },
    }
  },
})

/**
 * The command `undoTable`: takes off the page all that one table brought, and forgets its list.
 * What was taken off since stays so; what was written since goes too, and can be put back.
 */
const unbring = (types: Types): Command<Words> => ({
  name: 'undoTable',
  path: UNDO_TABLE,
  who: 'keeper',
  decide: (input, read): Decision => {
    const asked = { where: 'first = ?', with: [one(input, 'id')] }
    const lists = read.list(broughtTable, asked, 'home')
    const type = types().get(lists[0]?.of ?? '')
    if (!type) return { refused: say('nothingThere') }
    const there = lists.flatMap(({ records }) => records ?? []).filter(id => read.one(type, id))
    const off = (of: string, record: string): Draft => ({
      type: of,
      record,
      fields: { removed: true },
    })
    return {
      drafts: [
        ...there.map(id => off(type.name, id)),
        ...lists.map(({ id }): Draft => ({ ...off(broughtTable.name, id), space: 'home' })),
      ],
      next: type.path ?? '/',
      said: say('undo.tableOff', there.length),
    }
  },
})

/** The keeper’s commands that undo an act. */
export const undoCommands = (types: Types): readonly Command<Words>[] => [
  putBack(types),
  unshow(types),
  unbring(types),
]
