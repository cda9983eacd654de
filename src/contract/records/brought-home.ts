import { type Field, type RecordType, spaceOf, type Value } from '../../core/schema.ts'
import type { Draft, Forgetting } from '../decision.ts'
import type { Reader } from '../reader.ts'
import { tableOf } from '../tables.ts'
import { code, harvest, proposal } from './own-records.ts'

/**
 * What was shown goes back to what it was shown from: its wider copy is forgotten, and the source
 * takes what was mended meanwhile.
 */

type Row = Readonly<Record<string, unknown>>
type Types = ReadonlyMap<string, RecordType>

/** What is shown of a piece, with the type of both. */
export type Copy = Readonly<{ type: RecordType; piece: string; shownAs: string }>
export const copyOf = (
  types: Types,
  of: string | null,
  piece: string | null,
  shownAs: string | null,
): Copy | undefined => {
  const type = types.get(of ?? '')
  return type && piece && shownAs ? { type, piece, shownAs } : undefined
}

/**
 * What was shown under its own id goes from the page alone; of what was shown here alone, nothing
 * is elsewhere.
 */
export function gone(read: Reader, { type, piece, shownAs }: Copy): readonly Forgetting[] {
  if (piece !== shownAs) return [{ type: type.name, record: shownAs, alone: true }]
  return read.one(type, shownAs)
    ? [{ type: type.name, record: shownAs, alone: true, keepsHome: true }]
    : []
}

/**
 * What the page says by now of a piece, and what this box knows of it, written where it came from;
 * ties are made anew when it is shown again.
 */
export function broughtHome(read: Reader, { type, piece, shownAs }: Copy): readonly Draft[] {
  const source = read.one(type, piece, 'home')
  const copy = {
    ...read.one(type, shownAs),
    ...filled(read.one(type, shownAs, 'home')),
  }
  const mended = Object.entries(type.fields).filter(
    ([name, field]) =>
      (field.kind !== 'link' || spaceOf(type, field) === 'home') &&
      // That it was read here goes with the copy.
      name !== type.shownHere &&
      (copy[name] ?? null) !== null &&
      !isFilledIn(field.means, source?.[name]) &&
      JSON.stringify(copy[name]) !== JSON.stringify(source?.[name]),
  )
  const here =
    typeof type.shownHere === 'string' && piece === shownAs && source?.[type.shownHere] === true
      ? { [type.shownHere]: false }
      : {}
  const fields = {
    ...Object.fromEntries(mended.map(([name]) => [name, copy[name] as Value])),
    ...here,
  }
  return Object.keys(fields).length === 0
    ? []
    : [{ type: type.name, record: piece, fields, space: 'home' }]
}
/**
 * What showing itself writes where a piece said nothing: how to reach the keeper, the notes, who
 * carries it.
 */
const isFilledIn = (means: Field['means'], held: unknown): boolean =>
  (held ?? null) === null && (means === 'reach' || means === 'notes' || means === 'carriers')
const filled = (row: Row = {}): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))

/** The house's own, that go back with what was shown. */
const OWN: ReadonlySet<string> = new Set([proposal.name, harvest.name, code.name])

/**
 * How many records speak of these, in the commons or here, beside these themselves and those that
 * are `untied`. `staying`: here, they stay what they are.
 */
export function speakOf(
  read: Reader,
  types: Types,
  all: readonly string[],
  {
    untied = new Set(),
    staying = new Set(),
  }: Readonly<{ untied?: ReadonlySet<string>; staying?: ReadonlySet<string> }>,
): number {
  const found = new Set(all.flatMap(id => read.pointing(id)).map(one => one.id))
  const ids = all.filter(id => !staying.has(id))
  const marks = ids.map(() => '?').join(', ')
  for (const type of types.values()) {
    const links = Object.entries(type.fields).filter(
      ([, field]) => field.kind === 'link' && !field.many,
    )
    if (OWN.has(type.name) || links.length === 0 || ids.length === 0) continue
    const where = links.map(([name]) => `"${name}" IN (${marks})`).join(' OR ')
    const params = links.flatMap(() => ids)
    const rows = read.all(
      `SELECT id FROM "${tableOf(type.name, 'home')}" WHERE removed IS NOT 1 AND (${where})`,
      ...params,
    )
    for (const row of rows) found.add(String(row['id']))
  }
  return [...found].filter(id => !all.includes(id) && !untied.has(id)).length
}
