import type { Command } from '../../contract/command.ts'
import type { Decision, Draft } from '../../contract/decision.ts'
import { message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import { inAlphabet } from '../../contract/tables.ts'
import { type Input, one } from '../../core/form/input.ts'
import { MADE_KINDS, type MadeField } from '../../core/made.ts'
import { isOneOf } from '../../core/narrow.ts'
import { type RecordType, SPACES, type Space } from '../../core/schema.ts'
import { madeId } from '../../projection/made.ts'
import type { fr } from './words/fr.ts'

/**
 * The command by which a keeper adds a question of their own to the form of a record type
 * (*question ajoutée*). The new field is itself a record, of type `type`. Its kind and its space
 * never change, so its id is a hash of them.
 */

type Words = typeof fr
type Types = () => ReadonlyMap<string, RecordType>
const say: Say<Words> = message

/** Units   characters of a label and of a hint. What is longer is cut. */
const [LONGEST_LABEL, LONGEST_HINT] = [100, 200]

/** The address of the page of made fields. */
export const FIELDS = '/tenir/champs'

/**
 * The command `addField`: a keeper adds a field to a record type, in this box only unless they
 * choose the commons.
 */
export const addField = (types: () => ReadonlyMap<string, RecordType>): Command<typeof fr> => ({
  name: 'addField',
  path: FIELDS,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const [of, label, kind] = [one(input, 'of'), one(input, 'label'), one(input, 'kind')]
    if (!types().get(of)?.path) return { refused: say('unknownKind'), field: 'of' }
    if (label === '') return { refused: say('fieldNeedsLabel'), field: 'label' }
    if (!isOneOf(MADE_KINDS, kind)) return { refused: say('fieldNeedsKind'), field: 'kind' }
    if (read.madeFields(of).some(one => one.label === label))
      return { refused: say('fieldThere', label), field: 'label' }
    const space: Space = one(input, 'space') === 'commons' ? 'commons' : 'home'
    const unit = one(input, 'unit') || null
    const nonce = at.newId()
    const field = madeId({ box: at.box, of, kind, unit, space, nonce })
    const fields = {
      field,
      of,
      kind,
      space,
      nonce,
      label: label.slice(0, LONGEST_LABEL),
      order: read.madeFields(of).length,
      ...(unit ? { unit } : {}),
    }
    const hint = one(input, 'hint').slice(0, LONGEST_HINT)
    const choices = choicesIn(input)
    if (kind === 'choice' && choices.length < 2)
      return { refused: say('fieldNeedsChoices'), field: 'choices' }
    return {
      drafts: [
        {
          type: 'type',
          record: at.newId(),
          fields: {
            ...fields,
            ...(hint ? { hint } : {}),
            ...(kind === 'choice' ? { choices } : {}),
          },
          space,
        },
      ],
      next: FIELDS,
      said: say('fieldAdded', label),
    }
  },
})

/** The answers of a choice, one a line. */
const choicesIn = (input: Input): readonly string[] => [
  ...new Set(
    one(input, 'choices')
      .split(/[\r\n]+/)
      .map(line => line.trim().slice(0, LONGEST_LABEL))
      .filter(line => line !== ''),
  ),
]

const madeField = (read: Reader, types: Types, record: string): MadeField | undefined =>
  [...types().keys()].flatMap(of => read.madeFields(of)).find(made => made.record === record)
const definition = (
  { record, space }: Pick<MadeField, 'record' | 'space'>,
  fields: Draft['fields'],
): Draft => ({ type: 'type', record, fields, space })

/** The command `editField`: other words, other answers, asked or not. The answers given stay. */
export const editField = (types: Types): Command<Words> => ({
  name: 'editField',
  path: `${FIELDS}/changer`,
  who: 'keeper',
  decide: (input, read): Decision => {
    const made = madeField(read, types, one(input, 'id'))
    if (!made) return { refused: say('nothingThere') }
    const label = one(input, 'label').slice(0, LONGEST_LABEL)
    if (label === '') return { refused: say('fieldNeedsLabel'), field: 'label' }
    const choices = choicesIn(input)
    if (made.kind === 'choice' && choices.length < 2)
      return { refused: say('fieldNeedsChoices'), field: 'choices' }
    const fields = {
      label,
      hint: one(input, 'hint').slice(0, LONGEST_HINT) || null,
      hidden: one(input, 'hidden') === '1',
      ...(made.kind === 'choice' ? { choices } : {}),
    }
    return { drafts: [definition(made, fields)], next: FIELDS, said: say('saved') }
  },
})

/** The command `removeField`: the question and its answers leave the pages; all of it is kept. */
export const removeField = (types: Types): Command<Words> => ({
  name: 'removeField',
  path: `${FIELDS}/retirer`,
  who: 'keeper',
  decide: (input, read): Decision => {
    const made = madeField(read, types, one(input, 'id'))
    if (!made) return { refused: say('nothingThere') }
    return {
      drafts: [definition(made, { removed: true })],
      next: FIELDS,
      said: say('fieldRemoved', made.label),
      undo: {
        path: `${FIELDS}/remettre`,
        input: { id: made.record },
        words: say('undo.undo'),
      },
    }
  },
})

/** A question that a keeper took away: the record of its definition, where it is, its type. */
type RemovedField = Readonly<{ record: string; space: Space; of: string; label: string }>

/** The questions that keepers took away, by their words. A question that stands again is none. */
export const removedFields = (read: Reader): readonly RemovedField[] =>
  read
    .all(
      `SELECT record, space, type, label FROM made_field AS gone WHERE removed = 1
        AND NOT EXISTS (SELECT 1 FROM made_field WHERE id = gone.id AND removed = 0)
        ORDER BY ${inAlphabet('label')}, record`,
    )
    .flatMap(({ record, space, type, label }) =>
      isOneOf(SPACES, space)
        ? [{ record: String(record), space, of: String(type), label: String(label) }]
        : [],
    )

/** The command `restoreField`: a question that was taken away is asked again, with its answers. */
export const restoreField: Command<Words> = {
  name: 'restoreField',
  path: `${FIELDS}/remettre`,
  who: 'keeper',
  decide: (input, read): Decision => {
    const gone = removedFields(read).find(({ record }) => record === one(input, 'id'))
    if (!gone) return { refused: say('nothingThere') }
    return {
      drafts: [definition(gone, { removed: false })],
      next: FIELDS,
      said: say('broughtBack'),
    }
  },
}
