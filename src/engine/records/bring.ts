import type { Command } from '../../contract/command.ts'
import type { Decision, Draft } from '../../contract/decision.ts'
import type { Reader } from '../../contract/reader.ts'
import { LARGEST_VALUE } from '../../core/change.ts'
import { fits } from '../../core/form/fit.ts'
import type { Input } from '../../core/form/input.ts'
import { one, texts } from '../../core/form/input.ts'
import { ID_SHAPE } from '../../core/id.ts'
import { DEFINITION, withMade } from '../../core/made.ts'
import { type Field, type RecordType, SPACES, type Space, type Value } from '../../core/schema.ts'
import type { fr } from './words/fr.ts'

export type Brought = Readonly<{
  type: string
  id: string
  fields: Readonly<Record<string, Value>>
  space?: Space
}>
type Types = () => ReadonlyMap<string, RecordType>

/** A person mends the first ones before reading on. */
const MOST_SAID = 40

/** What a join and a removal hold: no schema says them. */
const THESE: Field = { kind: 'link', to: [], many: true }
const REMOVED: Field = { kind: 'yesNo' }

/**
 * `bring`: records made elsewhere (seeds, CSV, an export): same ids, what is already so is not written again. `records` is a list in
 * JSON, or several; a long one goes in slices (engine/bringing.ts).
 *
 * Law     whole or not at all: a field that is not known here is refused, since its space is not known either (law 6), and so are
 *         a value that its field does not hold and a record that comes twice.
 * Errors  every wrong value is said, record by record: the first forty; of a long one, those of the first slice that holds any.
 */
export const bring = (types: Types): Command<typeof fr> => ({
  name: 'bring',
  path: '/apporter',
  who: 'keeper',
  decide: (input, read, _at, words): Decision => {
    const records = recordsIn(pagesOf(input), types())
    if (!records) return { refused: words.badRecords }
    const wrong = records.flatMap(({ type, id, fields }) => {
      const known = fieldsOf(type, types(), read)
      const names = Object.keys(fields).filter(name => !isFitting(known, name, fields[name]))
      return names.map(name => words.badBrought(name.slice(0, 64), id))
    })
    if (wrong.length > 0)
      return { refused: [...wrong.slice(0, MOST_SAID), words.nothingBrought].join(' ') }
    const drafts = records.map(
      ({ type, id, fields, space }): Draft => ({
        type,
        record: id,
        fields,
        ...(space ? { space } : {}),
      }),
    )
    return { drafts, next: one(input, 'next') || '/', said: saidOf(input, words) }
  },
})

/** Of a table, whose lines are not its records: how many lines are written, were here already (`there`), and which are left out. */
function saidOf(input: Input, words: typeof fr): string {
  const written = Number(one(input, 'lines'))
  return written > 0
    ? words.tableWritten(written, Number(one(input, 'there')), texts(input, 'left'))
    : words.saved
}

function recordsIn(
  pages: readonly string[],
  types: ReadonlyMap<string, RecordType>,
): readonly Brought[] | undefined {
  const held = pages.map(listIn)
  if (held.length === 0 || held.includes(undefined)) return undefined
  const all = held.flat()
  if (!all.every(one => isBrought(one, types))) return undefined
  return new Set(all.map(keyOfBrought)).size === all.length ? all : undefined
}

export const pagesOf = (input: Input): readonly string[] => [input['records'] ?? []].flat()
/** The list that a page of JSON is, whatever it lists. */
export function listIn(json: string): readonly unknown[] | undefined {
  try {
    const held: unknown = JSON.parse(json)
    return Array.isArray(held) ? held : undefined
  } catch {
    return undefined
  }
}
/** What may come once in a bring: a record in a space. */
export const keyOfBrought = ({ type, id, space }: Brought): string => `${type} ${id} ${space ?? ''}`

function isBrought(one: unknown, types: ReadonlyMap<string, RecordType>): one is Brought {
  const { type, id, fields, space } = (one ?? {}) as Partial<Record<keyof Brought, unknown>>
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

/** What no log takes: more than one value may hold, or half a character. */
function isBroken(value: unknown): boolean {
  const json = JSON.stringify(value)
  return (
    new TextEncoder().encode(json).length > LARGEST_VALUE ||
    /(?<!\\)(?:\\\\)*\\u(?:d[89a-f]|0000)/i.test(json)
  )
}
