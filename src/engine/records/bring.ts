import type { Command } from '../../contract/command.ts'
import type { Decision, Draft } from '../../contract/decision.ts'
import { type Message, message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import { LARGEST_VALUE } from '../../core/change.ts'
import { fits } from '../../core/form/fit.ts'
import type { Input } from '../../core/form/input.ts'
import { one, texts } from '../../core/form/input.ts'
import { ID_SHAPE } from '../../core/id.ts'
import { DEFINITION, withMade } from '../../core/made.ts'
import { type Field, type RecordType, SPACES, type Space, type Value } from '../../core/schema.ts'
import { undoTable } from './undo-table.ts'
import type { fr } from './words/fr.ts'

/**
 * The command `bring`: a keeper imports records that were made elsewhere (a table, an export, the
 * data that comes with the program). The command checks each record against its type and returns
 * the drafts; a wrong value refuses the whole list and is named. A long list goes in slices
 * (`engine/bringing.ts`).
 */

type Words = typeof fr
const say: Say<Words> = message

/** A record to import, under the id that it has elsewhere. */
export type BroughtRecord = Readonly<{
  type: string
  id: string
  fields: Readonly<Record<string, Value>>
  space?: Space
}>
type Types = () => ReadonlyMap<string, RecordType>

/** The most wrong values in one refusal. */
const MOST_SAID = 40

/** The fields of a join and of a removal, which no schema declares. */
const THESE: Field = { kind: 'link', to: [], many: true }
const REMOVED: Field = { kind: 'yesNo' }

/**
 * The command itself. Records are written under their own ids; equal values are not written again.
 * The input `records` is one JSON list or several.
 *
 * Law     Whole or not at all. An unknown field is refused, because its space is unknown too (law
 *         6); so are a value that does not fit its field and a record that comes twice.
 * Errors  The first forty wrong values, record by record. For a long bring, those of the first
 *         slice that has any.
 */
export const bring = (types: Types): Command<typeof fr> => ({
  name: 'bring',
  path: '/apporter',
  who: 'keeper',
  decide: (input, read): Decision => {
    const records = recordsIn(listsIn(input), types())
    if (!records) return { refused: say('badRecords') }
    const wrong = records.flatMap(({ type, id, fields }) => {
      const known = fieldsOf(type, types(), read)
      const names = Object.keys(fields).filter(name => !isFitting(known, name, fields[name]))
      // A name of a field has 64 letters at most; what was typed may be longer.
      return names.map(name => say('badBrought', name.slice(0, 64), id))
    })
    if (wrong.length > 0)
      return { refused: { all: [...wrong.slice(0, MOST_SAID), say('nothingBrought')] } }
    const drafts = records.map(
      ({ type, id, fields, space }): Draft => ({
        type,
        record: id,
        fields,
        ...(space ? { space } : {}),
      }),
    )
    const list = one(input, 'undo')
    return {
      drafts,
      next: one(input, 'next') || '/',
      said: saidOf(input),
      ...(list === '' ? {} : undoTable({ id: list })),
    }
  },
})

/**
 * The sentence after a bring. For a table it gives the counts of its lines: written, already here
 * (`there`), said twice by the file, left out. For a calendar that comes again, those that are
 * changed or cancelled too.
 */
function saidOf(input: Input): Message {
  const counted = (name: string): number => Number(one(input, name))
  const [written, changed] = [counted('lines'), counted('changed')]
  const cancelled = counted('cancelled')
  if (changed + cancelled > 0)
    return say('calendarWritten', { fresh: written, changed, cancelled }, texts(input, 'left'))
  return written > 0
    ? say(
        'tableWritten',
        written,
        { there: counted('there'), twice: counted('twice') },
        texts(input, 'left'),
      )
    : say('saved')
}

/** The records of these lists; undefined when one is malformed or comes twice. */
function recordsIn(
  jsonTexts: readonly string[],
  types: ReadonlyMap<string, RecordType>,
): readonly BroughtRecord[] | undefined {
  const lists = jsonTexts.map(readList)
  if (lists.length === 0 || lists.includes(undefined)) return undefined
  const all = lists.flat()
  if (!all.every(one => isBrought(one, types))) return undefined
  return new Set(all.map(keyOfBrought)).size === all.length ? all : undefined
}

/** The JSON lists in the input of a `bring`. */
export const listsIn = (input: Input): readonly string[] => [input['records'] ?? []].flat()
/** Reads a JSON list. Undefined when it is something else. */
export function readList(json: string): readonly unknown[] | undefined {
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) ? list : undefined
  } catch {
    return undefined
  }
}
/** The key under which a record may come once in a bring: type, id and space. */
export const keyOfBrought = ({ type, id, space }: BroughtRecord): string =>
  `${type} ${id} ${space ?? ''}`

function isBrought(one: unknown, types: ReadonlyMap<string, RecordType>): one is BroughtRecord {
  const { type, id, fields, space }: Partial<Record<keyof BroughtRecord, unknown>> = one ?? {}
  const isKnown =
    typeof type === 'string' && (types.has(type) || type === 'join' || type === 'type')
  const isRecord =
    typeof id === 'string' &&
    ID_SHAPE.test(id) &&
    (space === undefined || SPACES.includes(space as Space))
  return (
    isKnown && isRecord && typeof fields === 'object' && fields !== null && !Array.isArray(fields)
  )
}

/**
 * The fields that a record of this type may have, those that keepers made included. Two types
 * belong to no brick and are no keys of `types`: `type`, the definition of a field, and `join`.
 */
function fieldsOf(
  type: string,
  types: ReadonlyMap<string, RecordType>,
  read: Reader,
): ReadonlyMap<string, Field> {
  const known = types.get(type)
  if (type === 'type')
    return new Map<string, Field>([...Object.entries(DEFINITION), ['removed', REMOVED]])
  const own = known
    ? Object.entries(withMade(known, read.madeFields(type)).fields)
    : [['these', THESE] as const]
  return new Map<string, Field>([...own, ['removed', REMOVED]])
}

function isFitting(known: ReadonlyMap<string, Field>, name: string, value: unknown): boolean {
  const field = known.get(name)
  return field !== undefined && fits(field, value) && !isBroken(value)
}

/** Whether the log refuses the value: it is too large or holds half a character. */
function isBroken(value: unknown): boolean {
  const json = JSON.stringify(value)
  return (
    new TextEncoder().encode(json).length > LARGEST_VALUE ||
    /(?<!\\)(?:\\\\)*\\u(?:d[89a-f]|0000)/i.test(json)
  )
}
