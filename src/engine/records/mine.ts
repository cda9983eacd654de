import type { BrickModel } from '../../contract/brick.ts'
import type { Command } from '../../contract/command.ts'
import type { Decision, Forgetting } from '../../contract/decision.ts'
import { message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import { typeAndIdIn } from '../../contract/records/drafts.ts'
import { proposal } from '../../contract/records/own-records.ts'
import { isPresent } from '../../core/form/form.ts'
import type { RecordType } from '../../core/schema.ts'
import { isAskedIn, mendedBy, mendOf } from '../mending.ts'
import type { fr } from './words/fr.ts'

/**
 * The commands by which a signed-in member (role `neighbour`) corrects, withdraws or restores their
 * own records, of any brick that allows it (`Brick.mends`). They return drafts; `engine/owned.ts`
 * decides which of them wait for the keeper. A *proposal* is the record by which a text waits:
 * `piece` is the record with the text, `changes` the shown record that it corrects. A proposal of a
 * new record has no `changes`.
 */

type Words = typeof fr
const say: Say<Words> = message
type Types = () => ReadonlyMap<string, RecordType>
/** The values of a record, by field. */
export type OwnRow = Readonly<Record<string, unknown>> & Readonly<{ id: string }>
type Bricks = readonly BrickModel[]
/** The addresses of the page of a member’s own records, and of the form that corrects one. */
export const WRITTEN = '/moi/ecrits'
export const CORRECT = '/moi/corriger'

/**
 * A record as its owner’s pages show it: its public row, else its row of this box (`home`). The row
 * of this box counts only when the record was never public, or was hidden again and waits as a new
 * one. After a withdrawal that row holds the owner alone, and the result is undefined.
 */
export function rowOf(read: Reader, type: RecordType, id: string): OwnRow | undefined {
  const isHere =
    type.space === 'home' || read.history(type.name, id).length === 0 || isSentAgain(read, id)
  return read.one(type, id) ?? (isHere ? read.one(type, id, 'home') : undefined)
}

/** Whether this record waits for the keeper as a member’s new one, also after it was shown. */
const isSentAgain = (read: Reader, id: string): boolean =>
  read.count(
    proposal,
    {
      where: "piece = ? AND sentBy = 'member' AND state = 'waiting' AND changes IS NULL",
      with: [id],
    },
    'home',
  ) > 0

/**
 * The correction that a record is the text of: the record that it changes, and whether the keeper
 * answered with yes, so that its text stands there. Undefined for any other record.
 */
export function correctionOf(
  read: Reader,
  id: string,
): Readonly<{ changes: string; isDone: boolean }> | undefined {
  const where = "piece = ? AND sentBy = 'member' AND changes IS NOT NULL"
  const [one] = read.list(proposal, { where, with: [id], order: 'id DESC', limit: 1 }, 'home')
  if (!one?.changes) return undefined
  return { changes: one.changes, isDone: one.state !== 'waiting' && one.state !== 'refused' }
}

/** The texts that wait to correct this record, for good: a record that is taken off has none. */
const correctionsOf = (read: Reader, { name }: RecordType, id: string): readonly Forgetting[] =>
  read
    .list(
      proposal,
      { where: "changes = ? AND sentBy = 'member' AND state = 'waiting'", with: [id] },
      'home',
    )
    .flatMap(({ piece }) => (piece === null ? [] : [{ type: name, record: piece }]))

/** Whether the keeper refused this record, which a member sent as a new one. */
const isRefused = (read: Reader, id: string): boolean =>
  read.count(
    proposal,
    {
      where: "piece = ? AND sentBy = 'member' AND state = 'refused' AND changes IS NULL",
      with: [id],
    },
    'home',
  ) > 0

/**
 * The command `correct`: changes fields of one’s own record, while its brick allows it (`while`).
 * `turned` makes the typed values those of the page.
 */
const correct = (types: Types, bricks: Bricks): Command<Words> => ({
  name: 'correct',
  path: CORRECT,
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const found = typeAndIdIn(types, input, say)
    if ('refused' in found) return found
    const { type, id } = found
    const [mend, row] = [mendOf(bricks, type.name), rowOf(read, type, id)]
    if (!mend || !row || !at.isMine(type.name, id)) return { refused: say('mine.notYours') }
    if (correctionOf(read, id)?.isDone) return { refused: say('mine.tooLate') }
    if (!(mend.while?.(row, read) ?? true)) return { refused: say('mine.tooLate') }
    const sent = mend.fields.filter(
      name => isPresent(input, name) && isAskedIn(mend, name, row, read),
    )
    const checked = at.fields(type, input, sent, row)
    if ('refused' in checked) return checked
    const mended = mendedBy(bricks, { type: type.name, fields: checked.fields, row }, read, at.lang)
    if ('refused' in mended) return mended
    const { fields } = mended
    const isSame = Object.entries(fields).every(
      ([name, value]) => JSON.stringify(row[name] ?? null) === JSON.stringify(value),
    )
    // A refused text does not come to the keeper again unchanged.
    if (isSame && isRefused(read, id)) return { refused: say('mine.sameAsLeft') }
    return {
      drafts: [{ type: type.name, record: id, fields }],
      next: WRITTEN,
      said: say('mine.corrected'),
    }
  },
})

/** The command `withdraw`: takes one’s own record off the page. `bringMine` restores it. */
const withdraw = (types: Types, bricks: Bricks): Command<Words> => ({
  name: 'withdraw',
  path: '/moi/retirer',
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const found = typeAndIdIn(types, input, say)
    if ('refused' in found) return found
    const { type, id } = found
    const [mend, row] = [mendOf(bricks, type.name), rowOf(read, type, id)]
    if (!mend?.withdraws || !row || !at.isMine(type.name, id))
      return { refused: say('mine.notYours') }
    if (!(mend.while?.(row, read) ?? true)) return { refused: say('mine.tooLate') }
    const told = { next: WRITTEN, said: say('mine.withdrawn') }
    // What shows stays as it is, and the text that would change it goes.
    if (correctionOf(read, id))
      return { drafts: [], forget: [{ type: type.name, record: id }], ...told }
    return {
      drafts: [{ type: type.name, record: id, fields: { removed: true } }],
      forget: correctionsOf(read, type, id),
      next: WRITTEN,
      said: say('mine.withdrawn'),
      undo: { path: '/moi/remettre', input: { type: type.name, id }, words: say('undo.undo') },
    }
  },
})

/**
 * The command `bringMine`: restores one’s own withdrawn record. A record that the keeper took off
 * stays off. It asks no `while`, which takes a shown row.
 */
const bringMine = (types: Types, bricks: Bricks): Command<Words> => ({
  name: 'bringMine',
  path: '/moi/remettre',
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const found = typeAndIdIn(types, input, say)
    if ('refused' in found) return found
    const { type, id } = found
    if (!mendOf(bricks, type.name)?.withdraws || !at.isMine(type.name, id))
      return { refused: say('mine.notYours') }
    if (rowOf(read, type, id)) return { refused: say('mine.notWithdrawn') }
    if (!at.isWithdrawnByMe(type.name, id)) return { refused: say('mine.notByYou') }
    return {
      drafts: [{ type: type.name, record: id, fields: { removed: false } }],
      next: WRITTEN,
      said: say('mine.backAgain'),
    }
  },
})

/** The commands of members on their own records. */
export const mineCommands = (types: Types, bricks: Bricks): readonly Command<Words>[] => [
  correct(types, bricks),
  withdraw(types, bricks),
  bringMine(types, bricks),
]
