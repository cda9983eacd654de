import type { Forgetting } from '../../contract/decision.ts'
import { AGREED_POINT } from '../../contract/records/agreed-point.ts'
import { letter } from '../../contract/records/own-records.ts'
import { keyOf, type Merged, type WriteName } from '../../core/merge.ts'
import { proseState } from '../../core/prose.ts'
import { SPACES, type Space } from '../../core/schema.ts'
import type { Appending } from '../../log/append.ts'
import { type FleshName, fleshOf, forgetValue, writesToForget } from '../../log/forget.ts'
import { row } from '../../log/log.ts'
import { isInLogAlone } from '../../projection/kept-back.ts'
import { fieldValue, proseUpdate } from '../../projection/prose-update.ts'
import type { Engine } from '../turn.ts'

/**
 * Makes the writes of an erasure: which values the log must erase, in requests that travel to other
 * boxes; the removal of whole records; and, for long texts whose past alone is erased, a *base*,
 * the present text without its history. Turns and fading call it. The log erases when these writes
 * are appended; nothing is erased here.
 */

/** The most writes that one request names. */
const MOST_FORGOTTEN = 1_000

/** The drafts of an erasure, and the hashes of the files that the erased values named. */
export type ErasureDrafts = Readonly<{ writes: readonly Appending[]; files: readonly string[] }>

/**
 * The writes to erase in any record, and the values written again without the erased part
 * (`number.ts`).
 */
export type Erasure = Readonly<{ names: readonly FleshName[]; writes: readonly Appending[] }>

/**
 * The writes of an erasure: requests, each in the space of the writes that it names, a thousand of
 * them at most; the removal of whole records; the bases of long texts that keep their present
 * state.
 *
 * Shape   `asked`: records or fields to forget. `more`: single writes, with what is written in
 *         their place.
 * Law     law 6: forgetting a `home` record leaves no trace in the feeds that others carry.
 */
export function forgetDrafts(
  engine: Engine,
  asked: readonly Forgetting[],
  newId: () => string,
  more: readonly Erasure[] = [],
): ErasureDrafts {
  const all = asked.flatMap(withAgreement)
  const named = [...all.flatMap(what => namesFor(engine, what)), ...more.flatMap(one => one.names)]
  const names = [
    ...new Map(named.map(name => [`${name.feed} ${keyIn(name.field, name)}`, name])).values(),
  ]
  const requests = SPACES.flatMap(space => {
    const mine = names.filter(name => name.feed.endsWith(`.${space}`))
    return Array.from({ length: Math.ceil(mine.length / MOST_FORGOTTEN) }, (_, i): Appending => {
      const some = forgetValue(mine.slice(i * MOST_FORGOTTEN, (i + 1) * MOST_FORGOTTEN))
      return {
        type: 'forget',
        record: newId(),
        space,
        fields: { writes: { value: some, over: [] } },
      }
    })
  })
  const rest = all.flatMap(what =>
    what.past ? bases(engine, what) : what.field === undefined ? removal(engine, what) : [],
  )
  const again = [...more.flatMap(one => one.writes), ...all.flatMap(what => emptied(engine, what))]
  return { writes: [...requests, ...rest, ...again], files: filesErased(engine, names) }
}

/** The agreement to a point is that point: both are forgotten together. */
const withAgreement = (what: Forgetting): readonly Forgetting[] =>
  what.type === AGREED_POINT.type && what.field === AGREED_POINT.point
    ? [what, { ...what, field: AGREED_POINT.agreed }]
    : [what]

/**
 * The closed text of a letter, empty from now on: it still stands as sent, so that the other box
 * takes nothing back of what the letter said.
 */
function emptied({ log }: Engine, { type, record, field, past }: Forgetting): readonly Appending[] {
  if (type !== letter.name || field !== 'sealed' || past) return []
  const heads = row(log, type, record, 'network').get(field)?.heads ?? []
  const over = heads.map(({ name }) => name)
  return heads.length === 0
    ? []
    : [{ type, record, space: 'network', fields: { sealed: { value: '', over } } }]
}

/** The names of the writes that a forgetting erases. */
function namesFor(engine: Engine, what: Forgetting): readonly FleshName[] {
  const written = writesToForget(engine.log, what.type, what.record, what.field)
  const all = what.keepsHome ? written.filter(name => !name.feed.endsWith('.home')) : written
  if (!what.past) return all
  const kept = new Set(
    showing(engine, what).flatMap(({ name, merged }) =>
      merged.heads.map(head => keyIn(name, head.name)),
    ),
  )
  return all.filter(name => !kept.has(keyIn(name.field.split('.').at(-1) ?? '', name)))
}

/** The key of a write of one field: one change writes several fields. */
const keyIn = (field: string, name: WriteName): string => `${field} ${keyOf(name)}`

type Showing = Readonly<{ space: Space; name: string; merged: Merged }>
/**
 * The heads of a record (the writes that no write replaced) that still show. They stay when only
 * the past is erased.
 */
function showing(engine: Engine, what: Forgetting): readonly Showing[] {
  return SPACES.flatMap(space => {
    const fields = [...row(engine.log, what.type, what.record, space)].map(([name, merged]) => ({
      space,
      name,
      merged,
    }))
    return fields.filter(
      one => (what.field === undefined || one.name === what.field) && isStill(engine, what, one),
    )
  })
}

/**
 * Whether a value still shows, so that forgetting the past keeps it. In a record that was copied to
 * the page (`copiedTo`) it does while the copy has the same value, or never had the field; in any
 * other record, always. A point that was kept back does not show.
 */
function isStill(
  { log, types }: Engine,
  { type, record, copiedTo = { type, record } }: Forgetting,
  { space, name, merged }: Showing,
): boolean {
  if (isInLogAlone(log, { type, record, space }, name, merged.shown?.value)) return false
  const widest = SPACES.find(one => row(log, copiedTo.type, copiedTo.record, one).has(name))
  const copy = widest && row(log, copiedTo.type, copiedTo.record, widest).get(name)
  if (copy === undefined || (copiedTo.record === record && widest === space)) return true
  const said = (of: string, one: Merged) =>
    JSON.stringify(fieldValue(types.get(of)?.fields[name], one))
  const isOne = merged.heads.length === 1 || types.get(type)?.fields[name]?.kind === 'prose'
  return isOne && said(type, merged) === said(copiedTo.type, copy)
}

/**
 * The removal of a whole record, in the widest space in which it was written, and in no wider one.
 */
function removal({ log }: Engine, { type, record }: Forgetting): readonly Appending[] {
  const space = SPACES.find(one => row(log, type, record, one).size > 0)
  if (space === undefined) return []
  const over =
    row(log, type, record, space)
      .get('removed')
      ?.heads.map(head => head.name) ?? []
  return [{ type, record, space, fields: { removed: { value: true, over } } }]
}

/**
 * The bases of long texts whose past is erased. A base holds the present state without deleted
 * text, and replaces every update. It keeps Yjs’s ids, so that late edits still apply.
 */
function bases(engine: Engine, what: Forgetting): readonly Appending[] {
  const { type, record } = what
  const prose = showing(engine, what).filter(
    ({ name }) => engine.types.get(type)?.fields[name]?.kind === 'prose',
  )
  return prose.flatMap(({ space, name, merged: { heads } }): Appending[] => {
    const updates = heads
      .map(head => proseUpdate(head.value))
      .filter(update => update !== undefined)
    // No update, or one that was erased or can’t be read: the present text is not known whole.
    if (heads.length < 1 || updates.length < heads.length) return []
    const value = { yjs: Buffer.from(proseState(updates)).toString('base64') }
    return [
      {
        type: 'base',
        record,
        space,
        fields: { [`${type}.${name}`]: { value, over: heads.map(head => head.name) } },
      },
    ]
  })
}

/** The files that these values name: they are deleted with them, however new they are. */
function filesErased({ log }: Engine, names: readonly FleshName[]): readonly string[] {
  const values = names
    .flatMap(name => fleshOf(log, name) ?? [])
    .filter(value => value.includes('"hash"'))
  return [...new Set(values.flatMap(value => value.match(/[0-9a-f]{64}/g) ?? []))]
}
