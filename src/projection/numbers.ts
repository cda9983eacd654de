import { keyOf, type WriteName } from '../core/merge.ts'
import { proseTexts } from '../core/prose.ts'
import type { Space } from '../core/schema.ts'
import { type FleshName, writesToForget } from '../log/forget.ts'
import { headerById, type LogToRead, writesIn } from '../log/log.ts'
import { holdsIn, holdsPhone, type SoughtNumbers } from '../text/sought-numbers.ts'
import { proseUpdate } from './prose-update.ts'

/** One field of one record in one space. */
export type FieldPlace = Readonly<{ type: string; record: string; space: Space; field: string }>

/** How many values are read at once: the log of a valley may not fit in memory. */
const READ_AT_ONCE = 5_000
const NEXT =
  'SELECT entry, change, field, value FROM piece WHERE entry >= ?1 AND (entry, change, field) > ' +
  `(?1, ?2, ?3) ORDER BY entry, change, field LIMIT ${READ_AT_ONCE}`

/**
 * The fields that may hold one of these numbers: those with a text that says one, however written,
 * and every long text.
 */
export function placesOf(log: LogToRead, sought: SoughtNumbers): readonly FieldPlace[] {
  const found: HeldIn[] = []
  let after: HeldIn = { entry: -1, change: -1, field: '' }
  for (;;) {
    const rows = log.sql.all<HeldIn & { value: string }>(
      NEXT,
      after.entry,
      after.change,
      after.field,
    )
    found.push(...rows.filter(({ value }) => mayHold(value, sought)))
    if (rows.length < READ_AT_ONCE) return placesHeld(log, found)
    after = rows.at(-1)!
  }
}
const mayHold = (json: string, sought: SoughtNumbers): boolean =>
  json.startsWith('{"yjs"') || holdsIn(JSON.parse(json), sought)

/** A value, by the entry that wrote it. */
export type HeldIn = Readonly<{ entry: number; change: number; field: string }>
export function placesHeld(log: LogToRead, rows: readonly HeldIn[]): readonly FieldPlace[] {
  const places = new Map<string, FieldPlace>()
  for (const { entry, change, field } of rows) {
    const bones = headerById(log, entry)?.entry
    const of = bones?.changes[change]
    if (!bones || !of || of.type === 'forget') continue
    const [type = '', name = ''] = of.type === 'base' ? field.split('.') : [of.type, field]
    const space = bones.feed.split('.').at(-1) as Space
    places.set(`${type} ${of.record} ${space} ${name}`, {
      type,
      record: of.record,
      space,
      field: name,
    })
  }
  return [...places.values()]
}

/**
 * The writes of a field that hold the number.
 *
 * Law     For a long text that ever held it, all its writes: two updates may hold the number
 *         together and neither alone.
 */
export function writesHolding(
  log: LogToRead,
  place: FieldPlace,
  sought: SoughtNumbers,
): readonly FleshName[] {
  const writes = writesIn(log, place).filter(write => write.field === place.field)
  const updates = writes.flatMap(write => proseUpdate(write.value) ?? [])
  const holding =
    updates.length > 0
      ? everHeld(updates, sought)
        ? writes
        : []
      : writes.filter(write => holdsIn(write.value, sought))
  return namesAmong(log, place, new Set(holding.map(write => keyOf(write.name))))
}

/** Whether a long text ever held the number: after one of its updates, or in the bytes of one. */
const everHeld = (updates: readonly Uint8Array[], sought: SoughtNumbers): boolean =>
  everHeldText(updates, text => holdsPhone(text, sought))
export const everHeldText = (
  updates: readonly Uint8Array[],
  holds: (text: string) => boolean,
): boolean =>
  updates.some(update => holds(Buffer.from(update).toString('utf8'))) ||
  proseTexts(updates).some(holds)

export const namesAmong = (
  log: LogToRead,
  { type, record, space, field }: FieldPlace,
  keys: ReadonlySet<string>,
): readonly FleshName[] =>
  writesToForget(log, type, record, field).filter(
    name => name.feed.endsWith(`.${space}`) && keys.has(keyOf(name as WriteName)),
  )
