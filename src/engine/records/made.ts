import type { Command } from '../../contract/command.ts'
import type { Decision } from '../../contract/decision.ts'
import { message, type Say } from '../../contract/message.ts'
import { one } from '../../core/form/input.ts'
import { MADE_KINDS } from '../../core/made.ts'
import { isOneOf } from '../../core/narrow.ts'
import type { RecordType, Space } from '../../core/schema.ts'
import { madeId } from '../../projection/made.ts'
import type { fr } from './words/fr.ts'

/**
 * The command by which a keeper adds a question of their own to the form of a record type
 * (*question ajoutée*). The new field is itself a record, of type `type`. Its kind and its space
 * never change, so its id is a hash of them.
 */

type Words = typeof fr
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
    return {
      drafts: [
        {
          type: 'type',
          record: at.newId(),
          fields: { ...fields, ...(hint ? { hint } : {}) },
          space,
        },
      ],
      next: FIELDS,
      said: say('fieldAdded', label),
    }
  },
})
