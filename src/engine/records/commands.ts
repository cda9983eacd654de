import type { Command } from '../../contract/command.ts'
import type { Draft } from '../../contract/decision.ts'
import { message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import {
  answered,
  corrected,
  handedOver,
  named,
  pageOf,
  widened,
} from '../../contract/records/drafts.ts'
import { proposal } from '../../contract/records/own-records.ts'
import { wholeRow } from '../../contract/records/whole-row.ts'
import type { Slots } from '../../contract/slots.ts'
import { one } from '../../core/form/input.ts'
import { fieldFor, type RecordType, type Value } from '../../core/schema.ts'
import { bring } from './bring.ts'
import { isOfNothing } from './correction.ts'
import { forgetCommands } from './forget.ts'
import { addField } from './made.ts'
import { refusingCommands } from './refusing.ts'
import { giveCode } from './said-code.ts'
import { undoCommands, undoRemoval, undoShowing } from './undo.ts'
import type { fr } from './words/fr.ts'

type Words = typeof fr
const say: Say<Words> = message
type Types = () => ReadonlyMap<string, RecordType>

/**
 * What is already there that a new record may be: asked once, in the form, before it is written
 * twice.
 */
export type FindAlike = NonNullable<Slots['alike']>

/** `write`: a new record, or what changed of one. */
const write = (types: Types, alike: FindAlike): Command<Words> => ({
  name: 'write',
  path: '/ecrire',
  who: 'keeper',
  photos: true,
  decide: (input, read, at) => {
    const found = named(types, input, say)
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
    // A record that shows under another is written there, where people see it.
    const id = had ? String(had['id']) : at.newId()
    return {
      drafts: [{ type: type.name, record: id, fields: checked.fields }],
      next: pageOf(type, id),
      said: say('saved'),
    }
  },
})

const remove = (types: Types): Command<Words> => ({
  name: 'remove',
  path: '/retirer',
  who: 'keeper',
  decide: (input, read) => {
    const found = named(types, input, say)
    if ('refused' in found) return found
    // What stands in this box alone is named in no feed that others carry.
    const row = found.id === '' ? undefined : read.one(found.type, found.id, found.type.space)
    if (!row) return { refused: say('nothingThere') }
    const drafts: readonly Draft[] = [
      { type: found.type.name, record: row.id, fields: { removed: true } },
    ]
    const way = undoRemoval({ type: found.type.name, id: row.id })
    return { drafts, next: found.type.path ?? '/', said: say('undo.removed'), ...way }
  },
})

/** An older value, by its line in the history. */
const bringBack = (types: Types): Command<Words> => ({
  name: 'bringBack',
  path: '/remettre',
  who: 'keeper',
  decide: (input, read) => {
    const found = named(types, input, say)
    if ('refused' in found) return found
    // Lines are counted from the oldest: what is written while the page is open moves none of them.
    const oldestFirst = read.history(found.type.name, found.id, 'whole').toReversed()
    const line = /^\d{1,6}$/.test(one(input, 'line'))
      ? oldestFirst[Number(one(input, 'line'))]
      : undefined
    if (!line || line.value === undefined) return { refused: say('nothingThere') }
    const fields = { [line.field]: line.field === 'removed' ? false : (line.value as Value) }
    return {
      drafts: [{ type: found.type.name, record: found.id, fields }],
      next: pageOf(found.type, found.id),
      said: say('broughtBack'),
    }
  },
})

/**
 * Another box asks that a record of this one be withdrawn: the keeper here says yes, or puts it
 * back for everybody.
 */
const answerLeave = (types: Types): Command<Words> => ({
  name: 'answerLeave',
  path: '/demandes/retrait',
  who: 'keeper',
  decide: (input, read) => {
    const found = named(types, input, say)
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
 * What waited is shown: copied to the commons under a new id; its private fields stay where they
 * are. What a member sent goes on being theirs, under the id that it had: their brick finds it
 * there, and forgets it there.
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
    // What was corrected is written over what shows.
    const over = waiting.changes ?? waiting.shownAs
    if (isOfNothing(read, type, waiting)) return { refused: say('undo.putBackFirst') }
    const shownAs = over ?? ((waiting.sentBy === 'member' && waiting.piece) || at.newId())
    const wide =
      waiting.sentBy === 'member'
        ? handedOver(type, { piece: waiting.piece ?? '', id: shownAs }, read, whose(type.name))
        : (over ? corrected : widened)(type, { piece: waiting.piece ?? '', id: shownAs }, read)
    const drafts = [
      ...(isForHere(type, waiting, read) ? wide.map(one => keptHere(type, one, shownAs)) : wide),
      answered(waiting.id, { state: 'shown', shownAs, why: null }),
    ]
    // What mends a record that is on the page is no copy: an older value comes back from its
    // changes.
    const way = over ? {} : undoShowing({ id: waiting.id })
    return { drafts, next: '/a-montrer', said: say('shownSaid'), ...way }
  },
})

/** What its person agreed to show here alone is copied in this box, and no further. */
function isForHere(
  type: RecordType,
  { piece, changes }: Readonly<{ piece: string | null; changes: string | null }>,
  read: Reader,
): boolean {
  const spread = fieldFor(type, 'spread')
  if (!spread || typeof type.shownHere !== 'string' || changes) return false
  const held: Readonly<Record<string, unknown>> | undefined = read.one(type, piece ?? '', 'home')
  return held?.[spread] === 'here'
}
function keptHere(type: RecordType, draft: Draft, shownAs: string): Draft {
  const [spread, shown] = [fieldFor(type, 'spread'), type.shownHere]
  if (draft.record !== shownAs || !spread || typeof shown !== 'string') return draft
  return { ...draft, space: 'home', fields: { ...draft.fields, [spread]: 'here', [shown]: true } }
}

/** The field of a type that says whose a record of it is. */
type Whose = (type: string) => string | undefined

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
