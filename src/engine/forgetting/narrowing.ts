import type { Decided, Draft, Forgetting } from '../../contract/decision.ts'
import { type RecordType, showingFields, spaceOf, type Value } from '../../core/schema.ts'
import { row as logRow } from '../../log/log.ts'
import type { Engine } from '../turn.ts'
import { linked } from './staying.ts'

/**
 * Narrows what was said of a record with that record. A member shows a notice by card alone, or in
 * this box alone, from now on: the answers to it, with their names and amounts, then leave the
 * commons too. An answer that was taken off meanwhile is narrowed as it is put back. `staying.ts`
 * keeps those that follow. What another box wrote stays where that box shows it: a copy of ours
 * would outlive what its author takes back there, or forgets.
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
  const back = decided.drafts.map(draft => putBackNarrowed(engine, draft))
  const narrowed = decided.drafts.flatMap(draft => narrowedBy(engine, draft))
  if (narrowed.length === 0 && back.every(draft => draft === undefined)) return decided
  const along = [
    ...narrowed.map(one => alongWith(engine, one)),
    { drafts: [], forget: back.flatMap(draft => (draft ? [leavingCommons(draft)] : [])) },
  ]
  return {
    ...decided,
    drafts: [
      ...decided.drafts.map((draft, at) => back[at] ?? draft),
      ...along.flatMap(({ drafts }) => drafts),
    ],
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
    return type && row && typeof field === 'string' && isOurs(engine, name, id)
      ? [{ id, type, row, field }]
      : []
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
      .map(({ id, type }) => leavingCommons({ type: type.name, record: id })),
  }
}

/** Whether no other box was the first to show it. */
const isOurs = ({ log, read }: Engine, type: string, id: string): boolean =>
  [undefined, log.box.name].includes(read.homeOf(type, id))

const leavingCommons = ({ type, record }: Pick<Draft, 'type' | 'record'>): Forgetting => ({
  type,
  record,
  alone: true,
  keepsHome: true,
})

/**
 * The draft that puts back in `home` what was taken off in the commons and speaks of a record that
 * was narrowed since. Undefined for any other draft.
 */
function putBackNarrowed(
  engine: Engine,
  { type: name, record, space, fields }: Draft,
): Draft | undefined {
  const { log, read, types } = engine
  const type = space === 'home' ? undefined : types.get(name)
  const isBack =
    Object.hasOwn(fields, 'removed') && Object.values(fields).every(one => one === false)
  if (!type || !isBack || read.staysHere(record) || !isOurs(engine, name, record)) return undefined
  const row = Object.fromEntries(
    [...logRow(log, name, record, 'commons')].map(([field, { shown }]) => [field, shown?.value]),
  )
  const about = linked(type, row)
  const to = about.some(read.isByCard)
    ? type.shownByCard
    : about.some(read.staysHere) && type.shownHere
  if (typeof to !== 'string') return undefined
  return { type: name, record, space: 'home', fields: { ...wordsOf(type, row), [to]: true } }
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
