import { keyOf, type WriteName } from '../core/merge.ts'
import { holdsPhone } from '../core/phone.ts'
import { proseText } from '../core/prose.ts'
import type { Space } from '../core/schema.ts'
import { type FleshName, writesToForget } from '../log/forget.ts'
import { boneById, type LogToRead, writesIn } from '../log/log.ts'
import { proseUpdate } from './prose-update.ts'

/** One field of one record in one space. */
export type Place = Readonly<{ type: string; record: string; space: Space; field: string }>

/** Fields that may hold the number: those whose text has its figures in this order, and every long text. */
export function placesOf(log: LogToRead, number: string): readonly Place[] {
  const figures = number.replace(/\D/g, '').slice(-8)
  const rows = log.sql.all<HeldIn>(
    `SELECT entry, change, field FROM flesh WHERE value LIKE ? OR value LIKE '{"yjs"%'`,
    `%${[...figures].join('%')}%`,
  )
  return placesHeld(log, rows)
}

/** A value, by the entry that wrote it. */
export type HeldIn = Readonly<{ entry: number; change: number; field: string }>
export function placesHeld(log: LogToRead, rows: readonly HeldIn[]): readonly Place[] {
  const places = new Map<string, Place>()
  for (const { entry, change, field } of rows) {
    const bones = boneById(log, entry)?.entry
    const of = bones?.changes[change]
    if (!bones || !of || of.type === 'forget') continue
    const [type = '', name = ''] = of.type === 'base' ? field.split('.') : [of.type, field]
    const space = bones.feed.split('.').at(-1) as Space
    places.set(`${type} ${of.record} ${space} ${name}`, { type, record: of.record, space, field: name })
  }
  return [...places.values()]
}

/**
 * The writes of a field that hold the number.
 *
 * Law     of a long text that ever held it, all of them: what two updates say together no one of them says.
 */
export function writesHolding(log: LogToRead, place: Place, pattern: RegExp): readonly FleshName[] {
  const writes = writesIn(log, place.type, place.record, place.space).filter(write => write.field === place.field)
  const updates = writes.flatMap(write => proseUpdate(write.value) ?? [])
  const holding = updates.length > 0 ? (everHeld(updates, pattern) ? writes : []) : writes.filter(write => holdsIn(write.value, pattern))
  return namesAmong(log, place, new Set(holding.map(write => keyOf(write.name))))
}

/** In the text after any of its updates, or in the bytes of one: what was taken out since is still in the log. */
function everHeld(updates: readonly Uint8Array[], pattern: RegExp): boolean {
  const figures = updates.reduce((n, update) => n + (Buffer.from(update).toString('latin1').match(/\d/g)?.length ?? 0), 0)
  if (figures < 8) return false
  const raw = updates.some(update => holdsPhone(Buffer.from(update).toString('utf8'), pattern))
  return raw || updates.some((_, n) => holdsPhone(proseText(updates.slice(0, n + 1)), pattern))
}

export const namesAmong = (log: LogToRead, { type, record, space, field }: Place, keys: ReadonlySet<string>): readonly FleshName[] =>
  writesToForget(log, type, record, field).filter(name => name.feed.endsWith(`.${space}`) && keys.has(keyOf(name as WriteName)))

/** Whether a value holds it, at whatever depth. */
export function holdsIn(value: unknown, pattern: RegExp): boolean {
  if (typeof value === 'string') return holdsPhone(value, pattern)
  return typeof value === 'object' && value !== null && Object.values(value).some(one => holdsIn(one, pattern))
}
