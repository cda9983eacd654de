import { randomBytes } from 'node:crypto'
import type { NumberForgotten } from '../core/brick.ts'
import { keyOf, type WriteName } from '../core/merge.ts'
import { holdsPhone, phonePattern, withoutPhone } from '../core/phone.ts'
import { editProse, proseText } from '../core/prose.ts'
import type { Field, Space } from '../core/schema.ts'
import type { Appending } from '../log/append.ts'
import { type FleshName, writesToForget } from '../log/forget.ts'
import { boneById, row, writesIn } from '../log/log.ts'
import { proseUpdate } from '../projection/show.ts'
import { ownerOf, owns } from './owned.ts'
import type { House } from './turn.ts'

/**
 * A telephone number forgotten wherever it stands: each write that holds it loses its flesh, and what shows is written again
 * without it, so that nobody loses more of a text than the number.
 *
 * Law     afterwards no value of the commons holds the number, nor any value of this box that is nobody's or that person's own;
 *         what another member keeps as theirs stays (two may share one telephone).
 *
 * Shape   `isSettled`: what the turn writes or forgets itself is not written again here.
 */
export function forgetNumber(
  house: House,
  what: NumberForgotten,
  isSettled: (type: string, record: string, field: string) => boolean,
): Readonly<{ names: readonly FleshName[]; writes: readonly Appending[] }> {
  const pattern = phonePattern(what.number)
  if (!pattern) return { names: [], writes: [] }
  const places = [...placesOf(house, what.number)].filter(place => isReached(house, place, what.of))
  const all = places.map(place => (isProse(house, place) ? proseWithout(house, place, pattern) : plainWithout(house, place, pattern)))
  return {
    names: all.flatMap(one => one.names),
    writes: all.flatMap(({ write }) =>
      write && !Object.keys(write.fields).some(field => isSettled(write.type, write.record, field)) ? [write] : [],
    ),
  }
}

type Place = Readonly<{ type: string; record: string; space: Space; field: string }>
type Without = Readonly<{ names: readonly FleshName[]; write?: Appending }>

/** Fields that may hold the number: those whose text has its figures in this order, and every long text. */
function placesOf({ log }: House, number: string): Iterable<Place> {
  const figures = number.replace(/\D/g, '').slice(-8)
  const rows = log.sql.all<{ entry: number; change: number; field: string }>(
    `SELECT entry, change, field FROM flesh WHERE value LIKE ? OR value LIKE '{"yjs"%'`,
    `%${[...figures].join('%')}%`,
  )
  const places = new Map<string, Place>()
  for (const { entry, change, field } of rows) {
    const bones = boneById(log, entry)?.entry
    const of = bones?.changes[change]
    if (!bones || !of || of.type === 'forget') continue
    const [type = '', name = ''] = of.type === 'base' ? field.split('.') : [of.type, field]
    const space = bones.feed.split('.').at(-1) as Space
    places.set(`${type} ${of.record} ${space} ${name}`, { type, record: of.record, space, field: name })
  }
  return places.values()
}

/** All of the commons; elsewhere what is nobody's in particular, or that person's own. */
function isReached(house: House, { type, record, space }: Place, of: string): boolean {
  if (space === 'commons') return true
  const owner = ownerOf(house, type)
  const held = owner && house.types.get(type)
  const kept = held && (house.read.one(held, record, 'home') as Readonly<Record<string, unknown>> | undefined)
  const whose = kept?.[owner!.owner]
  const isNobodys = whose === undefined || whose === null || (Array.isArray(whose) && whose.length === 0)
  return isNobodys || owns(whose, of)
}

const fieldOf = ({ types }: House, { type, field }: Place): Field | undefined => types.get(type)?.fields[field]
const isProse = (house: House, place: Place): boolean => fieldOf(house, place)?.kind === 'prose'

function plainWithout(house: House, place: Place, pattern: RegExp): Without {
  const { type, record, space, field } = place
  const holding = writesIn(house.log, type, record, space).filter(write => write.field === field && holdsIn(write.value, pattern))
  const keys = new Set(holding.map(write => keyOf(write.name)))
  const names = namesAmong(house, place, keys)
  const merged = row(house.log, type, record, space).get(field)
  const shown = merged?.shown
  if (!shown || !keys.has(keyOf(shown.name))) return { names }
  const over = merged.heads.filter(head => keys.has(keyOf(head.name))).map(head => head.name)
  return { names, write: { type, record, space, fields: { [field]: { value: cleaned(shown.value, pattern), over } } } }
}

/** A long text that ever held the number begins anew with what it says now, over all that it was. */
function proseWithout(house: House, place: Place, pattern: RegExp): Without {
  const { type, record, space, field } = place
  const writes = writesIn(house.log, type, record, space).filter(write => write.field === field)
  const updates = writes.flatMap(write => proseUpdate(write.value) ?? [])
  if (!everHeld(updates, pattern)) return { names: [] }
  const heads = row(house.log, type, record, space).get(field)?.heads ?? []
  const now = heads.flatMap(head => proseUpdate(head.value) ?? [])
  const client = randomBytes(4).readUInt32BE()
  const update = heads.length > now.length ? undefined : editProse([], [], withoutPhone(proseText(now), pattern), client, client)
  const names = namesAmong(house, place, new Set(writes.map(write => keyOf(write.name))))
  if (!update) return { names }
  const value = { yjs: Buffer.from(update).toString('base64') }
  return { names, write: { type, record, space, fields: { [field]: { value, over: heads.map(head => head.name) } } } }
}

/** In the text after any of its updates, or in the bytes of one: what was taken out since is still in the log. */
function everHeld(updates: readonly Uint8Array[], pattern: RegExp): boolean {
  const figures = updates.reduce((n, update) => n + (Buffer.from(update).toString('latin1').match(/\d/g)?.length ?? 0), 0)
  if (figures < 8) return false
  const raw = updates.some(update => holdsPhone(Buffer.from(update).toString('utf8'), pattern))
  return raw || updates.some((_, n) => holdsPhone(proseText(updates.slice(0, n + 1)), pattern))
}

const namesAmong = ({ log }: House, { type, record, space, field }: Place, keys: ReadonlySet<string>): readonly FleshName[] =>
  writesToForget(log, type, record, field).filter(name => name.feed.endsWith(`.${space}`) && keys.has(keyOf(name as WriteName)))

function holdsIn(value: unknown, pattern: RegExp): boolean {
  if (typeof value === 'string') return holdsPhone(value, pattern)
  return typeof value === 'object' && value !== null && Object.values(value).some(one => holdsIn(one, pattern))
}

/** The value without the number; a text that was nothing else is emptied. */
function cleaned(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return withoutPhone(value, pattern) || null
  if (Array.isArray(value)) return value.map(one => cleaned(one, pattern)).filter(one => one !== null)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cleaned(one, pattern)]))
}
