import type { Draft, Forgetting } from '../../contract/decision.ts'
import { type RecordType, showingFields, spaceOf, type Value } from '../../core/schema.ts'
import type { Decided } from '../granted.ts'
import type { Engine } from '../turn.ts'

/**
 * Narrows what was said of a record with that record. A member shows a notice by card alone, or in
 * this box alone, from now on: the answers to it, with their names and amounts, then leave the
 * commons too. `staying.ts` keeps those that follow.
 */

/** A record that a draft shows less far, and how far: by its field that says so. */
type Narrowed = Readonly<{ record: string; to: 'shownHere' | 'shownByCard' }>

/**
 * The decision with the drafts and erasures that take what was said of a narrowed record along.
 *
 * Law     law 6: a record that speaks of another one is read no further than that one, where its
 *         type can be read less far. Its values of `home` and its owner stay.
 */
export function withNarrowed(engine: Engine, decided: Decided): Decided {
  const narrowed = decided.drafts.flatMap(draft => narrowedBy(engine, draft))
  if (narrowed.length === 0) return decided
  const along = narrowed.map(one => alongWith(engine, one))
  return {
    ...decided,
    drafts: [...decided.drafts, ...along.flatMap(({ drafts }) => drafts)],
    forget: [...(decided.forget ?? []), ...along.flatMap(({ forget }) => forget)],
  }
}

function narrowedBy(
  { types }: Engine,
  { type, record, space, fields }: Draft,
): readonly Narrowed[] {
  const known = space === 'home' ? types.get(type) : undefined
  const values: Readonly<Record<string, Value>> = fields
  const to = (['shownByCard', 'shownHere'] as const).find(name => {
    const field = known?.[name]
    return typeof field === 'string' && values[field] === true
  })
  return to ? [{ record, to }] : []
}

type Along = Readonly<{ drafts: readonly Draft[]; forget: readonly Forgetting[] }>
function alongWith(engine: Engine, { record, to }: Narrowed): Along {
  const { read, types } = engine
  const all = read.pointing(record).flatMap(({ id, type: name }) => {
    const type = types.get(name)
    const row: Readonly<Record<string, unknown>> | undefined = type && read.one(type, id)
    const field = type?.[to]
    return type && row && typeof field === 'string' ? [{ id, type, row, field }] : []
  })
  return {
    drafts: all.map(({ id, type, row, field }) => ({
      type: type.name,
      record: id,
      space: 'home',
      fields: {
        ...(read.staysHere(id) ? {} : wordsOf(type, row)),
        ...Object.fromEntries(showingFields(type).map(name => [name, name === field])),
      },
    })),
    forget: all
      .filter(({ id }) => !read.staysHere(id))
      .map(({ id, type }) => ({ type: type.name, record: id, alone: true, keepsHome: true })),
  }
}

/** What everybody reads of it. */
const wordsOf = (
  type: RecordType,
  row: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    Object.entries(type.fields).flatMap(([name, field]) => {
      const value = row[name] ?? null
      return value === null || spaceOf(type, field) !== 'commons' ? [] : [[name, value as Value]]
    }),
  )
