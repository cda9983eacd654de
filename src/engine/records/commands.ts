import type { Command } from '../../contract/command.ts'
import type { Draft } from '../../contract/decision.ts'
import { message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import {
  backOn,
  corrected,
  handedOver,
  idAgain,
  pathOfRecord,
  proposalChange,
  typeAndIdIn,
  widened,
} from '../../contract/records/drafts.ts'
import { guardOf } from '../../contract/records/guarded.ts'
import { proposal } from '../../contract/records/own-records.ts'
import { wholeRow } from '../../contract/records/whole-row.ts'
import type { Slots } from '../../contract/slots.ts'
import { one } from '../../core/form/input.ts'
import {
  fieldFor,
  type RecordType,
  type ShownAtHome,
  shownAtHome,
  type Value,
} from '../../core/schema.ts'
import { askedOff, type StripsFor } from './asked-off.ts'
import { bring } from './bring.ts'
import { hasLostTarget, markOfSent, shownOn } from './correction.ts'
import { forgetCommands } from './forget.ts'
import { formerWords } from './former-words.ts'
import { addField, editField, removeField, restoreField } from './made.ts'
import { refusingCommands } from './refusing.ts'
import { giveCode } from './said-code.ts'
import { takenOffHere, undoCommands, undoRemoval, undoShowing } from './undo.ts'
import type { fr } from './words/fr.ts'

/**
 * The keeper’s commands on a record of any brick: write it, take it off the page, restore an older
 * value, answer another box that asks to remove it, show a text that waits. A command returns a
 * decision, such as drafts to write. The engine checks and writes it in a transaction, the *turn*
 * (`engine/turn.ts`). The list at the end adds the commands of other files of this folder.
 */

type Words = typeof fr
const say: Say<Words> = message
type Types = () => ReadonlyMap<string, RecordType>

/**
 * Finds records like a new one. The command `write` refuses once and names them. The keeper then
 * ticks a box (`sure`) and sends the form again, so that no record is written twice by mistake.
 */
export type FindAlike = NonNullable<Slots['alike']>

/**
 * The form of another record of the same type: its commune and its links stay, such as the meeting
 * of several decisions.
 */
function another(type: RecordType, fields: Readonly<Record<string, Value>>): string {
  const query = new URLSearchParams({ genre: type.name })
  for (const [name, value] of Object.entries(fields)) {
    const kind = type.fields[name]?.kind
    if ((kind === 'commune' || kind === 'link') && typeof value === 'string') query.set(name, value)
  }
  return `${type.path ?? ''}/ajouter?${query}`
}

/**
 * The fields of a form without the boxes that nobody ever ticked: a box that was left alone answers
 * nothing, and one that is unticked answers no.
 */
const answered = (
  type: RecordType,
  fields: Readonly<Record<string, Value>>,
  before: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) =>
        type.fields[name]?.kind !== 'yesNo' || value !== false || (before[name] ?? null) !== null,
    ),
  )

/** What the keeper is told of words that their correction took away (`former-words.ts`). */
const SAVED = { none: 'saved', here: 'savedWordsHere', carried: 'savedWordsLeft' } as const

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
    const before = had && wholeRow(read, type, had)
    const checked = at.fields(type, input, undefined, before)
    if ('refused' in checked) return checked
    const fields = answered(type, checked.fields, before)
    const near = found.id === '' && one(input, 'sure') !== '1' ? alike(type.name, fields, read) : []
    if (near.length > 0)
      return { refused: say('alikeAsk', near.map(one => one.title).join(' · ')), field: 'sure' }
    // Of joined records (several that show as one) the shown one is written.
    const id = had ? String(had['id']) : at.newId()
    const drafts = [{ type: type.name, record: id, fields }]
    if (!had && one(input, 'more') === '1')
      return { drafts, next: another(type, fields), said: say('savedAndMore') }
    const history = () => read.history(type.name, id, 'whole')
    const left =
      before &&
      formerWords({ type, before, fields }, guardOf(read, types()), { history, box: at.box })
    return { drafts, next: pathOfRecord(type, id), said: say(SAVED[left ?? 'none']) }
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
    // The turn decides the space of the removal: `home` for a type of `home` (`engine/weigh.ts`),
    // and for a record that only this box shows (`forgetting/staying.ts`). No entry that others
    // carry names such a record.
    const row = found.id === '' ? undefined : read.one(found.type, found.id, found.type.space)
    if (!row) return { refused: say('nothingThere') }
    const drafts: readonly Draft[] = [
      { type: found.type.name, record: row.id, fields: { removed: true } },
    ]
    const way = undoRemoval({ type: found.type.name, id: row.id })
    return { drafts, next: found.type.path ?? '/', said: say('undo.removed'), ...way }
  },
})

/**
 * The command `bringBack`: the keeper restores an older value, by its line in the history. The line
 * of a removal puts the record back.
 */
const bringBack = (types: Types, strips: StripsFor): Command<Words> => ({
  name: 'bringBack',
  path: '/remettre',
  who: 'keeper',
  showsOthers: true,
  decide: (input, read) => {
    const found = typeAndIdIn(types, input, say)
    if ('refused' in found) return found
    // Lines are counted from the oldest, so a later write does not change their numbers.
    const oldestFirst = read.history(found.type.name, found.id, 'whole').toReversed()
    const line = /^\d{1,6}$/.test(one(input, 'line'))
      ? oldestFirst[Number(one(input, 'line'))]
      : undefined
    if (!line || line.value === undefined || line.untold) return { refused: say('nothingThere') }
    const off = line.field === 'removed' && takenOffHere(read, found.type, found.id)
    const asked = off && askedOff(read, strips, found.type, off)
    if (asked) return { refused: say('undo.askOnList') }
    const fields = { [line.field]: line.field === 'removed' ? false : (line.value as Value) }
    return {
      drafts: [{ type: found.type.name, record: found.id, fields }],
      next: pathOfRecord(found.type, found.id),
      said: say('broughtBack'),
    }
  },
})

/**
 * The command `answerLeave`: another box asks to take a record off the page, and the keeper accepts
 * or refuses.
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
    // `settles`: the answer replaces every version of `removed`, that of the other box too.
    return {
      drafts: [{ type: found.type.name, record: found.id, fields: { removed }, settles: true }],
      next: '/demandes',
      said: removed ? say('undo.removed') : say('keptOnPage'),
    }
  },
})

/**
 * The command `show`: the keeper shows a waiting record.
 *
 * - A correction is written over the record that it corrects, under the id of that record.
 * - A member’s new text shows under its own id, with its owner: by both its brick finds and erases
 *   it later.
 * - Any other text is copied to the commons under a new id. Its private fields stay in `home`, the
 *   space of this box alone.
 * - A text that its sender wants shown here alone stays in `home`, and never goes to the commons.
 */
const show = (types: Types, whose: Whose): Command<Words> => ({
  name: 'show',
  path: '/a-montrer/afficher',
  who: 'keeper',
  showsOthers: true,
  decide: (input, read, at) => {
    const waiting = read.one(proposal, one(input, 'id'), 'home')
    const type = waiting?.of && types().get(waiting.of)
    if (!waiting || !type) return { refused: say('nothingThere') }
    if (waiting.state !== 'waiting') return { refused: say('alreadyAnswered') }
    const seen = one(input, 'read')
    if (seen !== '' && seen !== markOfSent(read, type, waiting.piece ?? ''))
      return { refused: say('sentChanged') }
    // The record to correct. A member’s correction names it (`changes`). A visitor’s text that they
    // correct with their ticket waits again, and keeps the id under which it shows (`shownAs`).
    const over = waiting.changes ?? waiting.shownAs
    if (hasLostTarget(read, type, waiting)) return { refused: say('undo.putBackFirst') }
    const stays = staysFor(type, waiting, read)
    const again = stays ? undefined : idAgain(read, type, waiting.hiddenAs)
    const shownAs =
      over ?? ((waiting.sentBy === 'member' && waiting.piece) || (again ?? at.newId()))
    // `handedOver` writes a member’s text, each field in its own space. `corrected` writes another
    // person’s correction over the shown copy. `widened` makes a new copy.
    const wide =
      waiting.sentBy === 'member'
        ? handedOver(type, { piece: waiting.piece ?? '', id: shownAs }, read, whose(type.name))
        : (over ? corrected : widened)(
            type,
            { piece: waiting.piece ?? '', id: shownAs, shownOn: shownOn(read, waiting.id) },
            read,
          ).map(one => (again === shownAs ? backOn(read, type, one) : one))
    const drafts = [
      ...(stays ? wide.map(one => keptHere(type, one, shownAs, stays)) : wide),
      proposalChange(waiting.id, { state: 'shown', shownAs, why: null }),
    ]
    // A correction has no undo: the history restores an older value.
    const way = over ? {} : undoShowing({ id: waiting.id })
    return { drafts, next: '/a-montrer', said: say('shownSaid'), ...way }
  },
})

/**
 * How far the sender wants the text shown, where it then stays in this box (field `spread`): to
 * everybody here, or by card. Undefined for a text of the commons, and for a member’s correction.
 */
function staysFor(
  type: RecordType,
  { piece, changes }: Readonly<{ piece: string | null; changes: string | null }>,
  read: Reader,
): ShownAtHome | undefined {
  const spread = changes ? undefined : fieldFor(type, 'spread')
  const row: Readonly<Record<string, unknown>> | undefined =
    spread === undefined ? undefined : read.one(type, piece ?? '', 'home')
  return shownAtHome(type, row?.[spread ?? ''])
}
/**
 * Moves the draft of the shown record to `home`, readable in this box alone. Other drafts come back
 * unchanged.
 */
function keptHere(type: RecordType, draft: Draft, shownAs: string, stays: ShownAtHome): Draft {
  const spread = fieldFor(type, 'spread')
  if (draft.record !== shownAs || !spread) return draft
  const fields = { ...draft.fields, [spread]: stays.spread, [stays.field]: true }
  return { ...draft, space: 'home', fields }
}

/** Gives the name of the field of a type that names a record’s owner; undefined without one. */
type Whose = (type: string) => string | undefined

/** The keeper’s commands of this folder: those above, and those of the other files. */
export const ownCommands = (
  types: Types,
  alike: FindAlike,
  whose: Whose,
  strips: StripsFor,
): readonly Command<Words>[] => [
  write(types, alike),
  remove(types),
  bringBack(types, strips),
  answerLeave(types),
  ...forgetCommands(types),
  show(types, whose),
  ...refusingCommands,
  bring(types),
  giveCode(types),
  ...undoCommands(types, strips),
  addField(types),
  editField(types),
  removeField(types),
  restoreField,
]
