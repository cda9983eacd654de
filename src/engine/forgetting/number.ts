import { randomBytes } from 'node:crypto'
import type { CommandContext } from '../../contract/command.ts'
import { type Decided, type Draft, draft, type NumberForgotten } from '../../contract/decision.ts'
import { hiddenNumber } from '../../contract/records/own-records.ts'
import { keyOf } from '../../core/merge.ts'
import { editProse, proseText } from '../../core/prose.ts'
import { type Field, spaceOf } from '../../core/schema.ts'
import type { Appending } from '../../log/append.ts'
import type { FleshName } from '../../log/forget.ts'
import { row, writesIn } from '../../log/log.ts'
import {
  everHeldText,
  type FieldPlace,
  type HeldIn,
  namesAmong,
  placesHeld,
  placesOf,
} from '../../projection/numbers.ts'
import { proseUpdate } from '../../projection/prose-update.ts'
import { holdsPhone, seeking, withoutPhone } from '../../text/sought-numbers.ts'
import { ownerIn, ownerValue, owns } from '../owner-in.ts'
import type { Engine } from '../turn.ts'
import { belongingOf } from './belonging.ts'
import type { Erasure } from './forgetting.ts'

/**
 * Erases a telephone number, or a name, from inside texts. Each write that holds it loses its
 * value, and the value that shows is written again without it, so that the rest of a text stays. A
 * turn that forgets a number or a person calls it; `forgetting.ts` turns the result into writes.
 */

/** A text to erase, and the fields that hold it. */
export type TextErasure = Readonly<{ places: readonly FieldPlace[]; sought: TextEraser }>

/**
 * The erasures of a telephone number; none for a text that is no number. `of`: the member whose it
 * is. `theirs`: only in that member’s own records that others read; without it, everywhere.
 *
 * Law     Afterwards no value of this box holds the number, whoever has it, except the telephone by
 *         which another member is reached (two may share one). With `theirs`, no record of that
 *         member holds it where others may read, and no page of this box shows it.
 */
export function numberErasures(
  engine: Engine,
  { number, of, theirs }: NumberForgotten,
): readonly TextErasure[] {
  const looked = seeking(number)
  if (!looked) return []
  const sought = {
    holds: (text: string) => holdsPhone(text, looked),
    without: (text: string) => withoutPhone(text, looked),
  }
  const isOwn = theirs ? ownIn(engine, of) : undefined
  const reached = (place: FieldPlace): boolean =>
    isOwn ? isOwn(place) && !isKept(engine, place) : isReached(engine, place, of)
  return [{ places: placesOf(engine.log, looked).filter(reached), sought }]
}

/** A test whether a record is this member’s own, by the one enumeration of their belongings. */
function ownIn(
  engine: Engine,
  member: string,
): (one: Readonly<{ type: string; record: string }>) => boolean {
  const own = new Set(
    belongingOf(engine, member).whole.map(({ type, record }) => `${type} ${record}`),
  )
  return ({ type, record }) => own.has(`${type} ${record}`)
}
/** Whether a field never shows on a page, because it is of `home`, which stays in this box. */
function isKept({ types }: Engine, { type: name, field }: FieldPlace): boolean {
  const [type, of] = [types.get(name), types.get(name)?.fields[field]]
  return type !== undefined && of !== undefined && spaceOf(type, of) === 'home'
}

/**
 * Hides a number that its member erased from their own records, wherever others’ records show it,
 * until the keeper decides.
 */
export function hiddenElsewhere(
  engine: Engine,
  { numbers = [] }: Pick<Decided, 'numbers'>,
  at: CommandContext,
): readonly Draft[] {
  return numbers.flatMap(({ number, of, theirs }): readonly Draft[] => {
    if (!theirs || !engine.types.has(hiddenNumber.name)) return []
    const isOwn = ownIn(engine, of)
    const stood = engine.read
      .showing(number)
      .flatMap(({ type, id }) => (isOwn({ type, record: id }) ? [] : [id]))
    const fields = {
      number,
      state: 'hidden',
      by: 'member',
      on: at.today,
      // A hundred records are enough to tell the keeper where it stood.
      stood: stood.slice(0, 100),
    } as const
    return stood.length > 0 ? [draft(hiddenNumber, at.newId(), fields)] : []
  })
}

/** Finds a text inside a value, and takes it out. */
export type TextEraser = Readonly<{
  holds: (text: string) => boolean
  without: (text: string) => string
}>

/**
 * Forgets each write, in these places, that holds what is sought, and writes the shown value again
 * without it. A text that holds several sought things is written once.
 *
 * Shape   `isSettled`: the turn already writes or forgets that field, so it is left alone.
 */
export function writtenWithout(
  engine: Engine,
  taken: readonly TextErasure[],
  isSettled: (type: string, record: string, field: string) => boolean,
): Erasure {
  const found = taken.flatMap(({ places, sought }) => places.map(place => ({ place, sought })))
  const byPlace = Map.groupBy(
    found,
    ({ place }) => `${place.type} ${place.record} ${place.space} ${place.field}`,
  )
  const all = [...byPlace.values()].map(here => {
    const [{ place }, sought] = [here[0]!, oneEraser(here.map(one => one.sought))]
    return isProse(engine, place)
      ? proseWithout(engine, place, sought)
      : plainWithout(engine, place, sought)
  })
  return {
    names: all.flatMap(one => one.names),
    writes: all.flatMap(({ write }) =>
      write && !Object.keys(write.fields).some(field => isSettled(write.type, write.record, field))
        ? [write]
        : [],
    ),
  }
}
const oneEraser = (all: readonly TextEraser[]): TextEraser => ({
  holds: text => all.some(one => one.holds(text)),
  without: text => all.reduce((left, one) => one.without(left), text),
})

/**
 * The erasure in one field. `names`: the writes to forget. `write`: the shown value without the
 * sought text; absent when nothing is to be written in its place.
 */
type FieldErasure = Readonly<{ names: readonly FleshName[]; write?: Appending }>

/** Every field that these entries wrote. */
export const placesWritten = (
  { log }: Engine,
  entries: readonly number[],
): readonly FieldPlace[] => [
  ...placesHeld(
    log,
    entries.flatMap(entry =>
      log.sql.all<HeldIn>('SELECT entry, change, field FROM piece WHERE entry = ?', entry),
    ),
  ),
]

/**
 * Whether the erasure reaches this field: any field but the telephone of another member in their
 * own record of this box.
 */
function isReached(engine: Engine, place: FieldPlace, of: string): boolean {
  const { type, record, space } = place
  if (space === 'commons' || fieldOf(engine, place)?.kind !== 'phone') return true
  const owner = ownerIn(engine, type)
  const schema = owner && engine.types.get(type)
  const kept: Readonly<Record<string, unknown>> | undefined =
    schema && engine.read.one(schema, record, 'home')
  const whose = ownerValue(kept, owner?.owner)
  const isNobodys =
    whose === undefined || whose === null || (Array.isArray(whose) && whose.length === 0)
  return isNobodys || owns(whose, of)
}

const fieldOf = ({ types }: Engine, { type, field }: FieldPlace): Field | undefined =>
  types.get(type)?.fields[field]
const isProse = (engine: Engine, place: FieldPlace): boolean =>
  fieldOf(engine, place)?.kind === 'prose'

/** The erasure in a field that is no long text. */
function plainWithout(engine: Engine, place: FieldPlace, sought: TextEraser): FieldErasure {
  const { type, record, space, field } = place
  const holding = writesIn(engine.log, { type, record, space }).filter(
    write => write.field === field && holdsIn(write.value, sought),
  )
  const keys = new Set(holding.map(write => keyOf(write.name)))
  const names = namesAmong(engine.log, place, keys)
  const merged = row(engine.log, type, record, space).get(field)
  const shown = merged?.shown
  if (!shown || !keys.has(keyOf(shown.name))) return { names }
  const over = merged.heads.filter(head => keys.has(keyOf(head.name))).map(head => head.name)
  return {
    names,
    write: {
      type,
      record,
      space,
      fields: { [field]: { value: cleaned(shown.value, sought), over } },
    },
  }
}

/**
 * The erasure in a long text. A text that ever held the number begins anew with its present
 * content, and replaces all its updates.
 */
function proseWithout(engine: Engine, place: FieldPlace, sought: TextEraser): FieldErasure {
  const { type, record, space, field } = place
  const writes = writesIn(engine.log, { type, record, space }).filter(
    write => write.field === field,
  )
  const updates = writes.flatMap(write => proseUpdate(write.value) ?? [])
  if (!everHeldText(updates, sought.holds)) return { names: [] }
  const heads = row(engine.log, type, record, space).get(field)?.heads ?? []
  const now = heads.flatMap(head => proseUpdate(head.value) ?? [])
  // The new text has a Yjs client of its own, drawn at random.
  const client = randomBytes(4).readUInt32BE()
  // A present update that was erased or can’t be read: nothing is written in its place.
  const update =
    heads.length > now.length
      ? undefined
      : editProse([], [], sought.without(proseText(now)), { client, other: client })
  const names = namesAmong(engine.log, place, new Set(writes.map(write => keyOf(write.name))))
  if (!update) return { names }
  const value = { yjs: Buffer.from(update).toString('base64') }
  return {
    names,
    write: {
      type,
      record,
      space,
      fields: { [field]: { value, over: heads.map(head => head.name) } },
    },
  }
}

/** Whether any text inside a value holds what is sought. */
function holdsIn(value: unknown, sought: TextEraser): boolean {
  if (typeof value === 'string') return sought.holds(value)
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some(one => holdsIn(one, sought))
  )
}

/** The value without the sought text. A text that holds nothing else becomes null. */
function cleaned(value: unknown, sought: TextEraser): unknown {
  if (typeof value === 'string') return sought.without(value) || null
  if (Array.isArray(value))
    return value.map(one => cleaned(one, sought)).filter(one => one !== null)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, cleaned(one, sought)]),
  )
}
