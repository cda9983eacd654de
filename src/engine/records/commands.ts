import type { Command } from '../../contract/command.ts'
import type { Draft } from '../../contract/decision.ts'
import { message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import {
  corrected,
  handedOver,
  pathOfRecord,
  proposalChange,
  typeAndIdIn,
  widened,
} from '../../contract/records/drafts.ts'
import { proposal } from '../../contract/records/own-records.ts'
import { wholeRow } from '../../contract/records/whole-row.ts'
import type { Slots } from '../../contract/slots.ts'
import { one } from '../../core/form/input.ts'
import { fieldFor, type RecordType, type Value } from '../../core/schema.ts'
import { bring } from './bring.ts'
import { hasLostTarget } from './correction.ts'
import { forgetCommands } from './forget.ts'
import { addField } from './made.ts'
import { refusingCommands } from './refusing.ts'
import { giveCode } from './said-code.ts'
import { undoCommands, undoRemoval, undoShowing } from './undo.ts'
import type { fr } from './words/fr.ts'

/**
 * The keeper’s commands on a record of any brick: write it, take it off the page, restore an older
 * value, answer another box that asks to remove it, show a text that waits. Each returns a
 * decision; the turn writes it. The list at the end adds those of the other files of this folder.
 */

type Words = typeof fr
const say: Say<Words> = message
type Types = () => ReadonlyMap<string, RecordType>

/**
 * Finds records like a new one. The form asks about them once, before the record is written twice.
 */
export type FindAlike = NonNullable<Slots['alike']>

/** The command `write`: the keeper writes a new record, or changes one. */
const write = (types: Types, alike: FindAlike): Command<Words> => ({
  name: 'write',
  path: '/ecrire',
  who: 'keeper',
  photos: true,
  decide: (input, read, at) => {
    const found = typeAndIdIn(types, input, say)
    if ('refused' in found) return found
    const { type } = found
    const had = found.id === '' ? undefined : read.one(type, found.id)
    if (found.id !== '' && !had) return { refused: say('nothingThere') }
    const checked = at.fields(type, input, undefined, had && wholeRow(read, type, had))
    if ('refused' in checked) return checked
    const near =
      found.id === '' && one(input, 'sure') !== '1' ? alike(type.name, checked.fields, read) : []
    if (near.length > 0)
      return { refused: say('alikeAsk', near.map(one => one.title).join(' · ')), field: 'sure' }
    // A joined record is written under the id by which people see it.
    const id = had ? String(had['id']) : at.newId()
    return {
      drafts: [{ type: type.name, record: id, fields: checked.fields }],
      next: pathOfRecord(type, id),
      said: say('saved'),
    }
  },
})

/** The command `remove`: the keeper takes a record off the page. */
const remove = (types: Types): Command<Words> => ({
  name: 'remove',
  path: '/retirer',
  who: 'keeper',
  decide: (input, read) => {
    const found = typeAndIdIn(types, input, say)
    if ('refused' in found) return found
    // A record of `home` is removed in `home`: no feed that others carry names it.
    const row = found.id === '' ? undefined : read.one(found.type, found.id, found.type.space)
    if (!row) return { refused: say('nothingThere') }
    const drafts: readonly Draft[] = [
      { type: found.type.name, record: row.id, fields: { removed: true } },
    ]
    const way = undoRemoval({ type: found.type.name, id: row.id })
    return { drafts, next: found.type.path ?? '/', said: say('undo.removed'), ...way }
  },
})

/** The command `bringBack`: the keeper restores an older value, by its line in the history. */
const bringBack = (types: Types): Command<Words> => ({
  name: 'bringBack',
  path: '/remettre',
  who: 'keeper',
  decide: (input, read) => {
    const found = typeAndIdIn(types, input, say)
    if ('refused' in found) return found
    // Lines are counted from the oldest, so that a later write moves none.
    const oldestFirst = read.history(found.type.name, found.id, 'whole').toReversed()
    const line = /^\d{1,6}$/.test(one(input, 'line'))
      ? oldestFirst[Number(one(input, 'line'))]
      : undefined
    if (!line || line.value === undefined) return { refused: say('nothingThere') }
    const fields = { [line.field]: line.field === 'removed' ? false : (line.value as Value) }
    return {
      drafts: [{ type: found.type.name, record: found.id, fields }],
      next: pathOfRecord(found.type, found.id),
      said: say('broughtBack'),
    }
  },
})

/**
 * The command `answerLeave`: the keeper accepts or refuses the removal of a record that another box
 * asks for.
 */
const answerLeave = (types: Types): Command<Words> => ({
  name: 'answerLeave',
  path: '/demandes/retrait',
  who: 'keeper',
  decide: (input, read) => {
    const found = typeAndIdIn(types, input, say)
    if ('refused' in found) return found
    const asked = read.all(
      "SELECT 1 FROM leave WHERE id = ? AND type = ? AND space = 'commons'",
      found.id,
      found.type.name,
    )
    if (asked.length === 0) return { refused: say('nothingThere') }
    const removed = one(input, 'accept') === '1'
    return {
      drafts: [{ type: found.type.name, record: found.id, fields: { removed }, settles: true }],
      next: '/demandes',
      said: removed ? say('undo.removed') : say('keptOnPage'),
    }
  },
})

/**
 * The command `show`: the keeper shows a waiting record. It is copied to the commons under a new
 * id; its private fields stay in `home`, the space of this box alone. A member’s text keeps its id
 * and its owner, so that their brick finds and erases it there.
 */
const show = (types: Types, whose: Whose): Command<Words> => ({
  name: 'show',
  path: '/a-montrer/afficher',
  who: 'keeper',
  decide: (input, read, at) => {
    const waiting = read.one(proposal, one(input, 'id'), 'home')
    const type = waiting?.of && types().get(waiting.of)
    if (!waiting || !type) return { refused: say('nothingThere') }
    if (waiting.state !== 'waiting') return { refused: say('alreadyAnswered') }
    // A correction is written over the shown record.
    const over = waiting.changes ?? waiting.shownAs
    if (hasLostTarget(read, type, waiting)) return { refused: say('undo.putBackFirst') }
    const shownAs = over ?? ((waiting.sentBy === 'member' && waiting.piece) || at.newId())
    // A member’s text; the correction of a shown record; any other new text.
    const wide =
      waiting.sentBy === 'member'
        ? handedOver(type, { piece: waiting.piece ?? '', id: shownAs }, read, whose(type.name))
        : (over ? corrected : widened)(type, { piece: waiting.piece ?? '', id: shownAs }, read)
    const drafts = [
      ...(isForHere(type, waiting, read) ? wide.map(one => keptHere(type, one, shownAs)) : wide),
      proposalChange(waiting.id, { state: 'shown', shownAs, why: null }),
    ]
    // A correction has no undo: the history restores an older value.
    const way = over ? {} : undoShowing({ id: waiting.id })
    return { drafts, next: '/a-montrer', said: say('shownSaid'), ...way }
  },
})

/** Whether its person agreed to show it in this box alone. */
function isForHere(
  type: RecordType,
  { piece, changes }: Readonly<{ piece: string | null; changes: string | null }>,
  read: Reader,
): boolean {
  const spread = fieldFor(type, 'spread')
  if (!spread || typeof type.shownHere !== 'string' || changes) return false
  const row: Readonly<Record<string, unknown>> | undefined = read.one(type, piece ?? '', 'home')
  return row?.[spread] === 'here'
}
/** The draft of the shown record, kept in `home` and readable in this box alone. */
function keptHere(type: RecordType, draft: Draft, shownAs: string): Draft {
  const [spread, shown] = [fieldFor(type, 'spread'), type.shownHere]
  if (draft.record !== shownAs || !spread || typeof shown !== 'string') return draft
  return { ...draft, space: 'home', fields: { ...draft.fields, [spread]: 'here', [shown]: true } }
}

/** The owner field of a type. */
type Whose = (type: string) => string | undefined

/** The commands of the engine’s own brick for any record. */
export const ownCommands = (
  types: Types,
  alike: FindAlike,
  whose: Whose,
): readonly Command<Words>[] => [
  write(types, alike),
  remove(types),
  bringBack(types),
  answerLeave(types),
  ...forgetCommands(types),
  show(types, whose),
  ...refusingCommands,
  bring(types),
  giveCode(types),
  ...undoCommands(types),
  addField(types),
]
