import { randomBytes } from 'node:crypto'
import type { Draft } from '../contract/decision.ts'
import { AGREED_POINT } from '../contract/records/agreed-point.ts'
import { boxOfFeed } from '../core/change.ts'
import { lazy } from '../core/lazy.ts'
import { isMadeId, withMade } from '../core/made.ts'
import { keyOf, outranks, type Write, type WriteName } from '../core/merge.ts'
import { dropsText, editProse, proseState, proseText } from '../core/prose.ts'
import { sameInLog } from '../core/same.ts'
import { type Field, type RecordType, SPACES, type Space, spaceOf } from '../core/schema.ts'
import type { Appending } from '../log/append.ts'
import { type LogRow, type LogToRead, row, writesIn } from '../log/log.ts'
import { withoutHidden } from '../projection/hidden.ts'
import { isKeptBack } from '../projection/kept-back.ts'
import { rowHere } from '../projection/ours.ts'
import { proseUpdate } from '../projection/prose-update.ts'
import { isBodyIn } from './agreed-point.ts'
import type { Engine } from './turn.ts'

/**
 * Makes writes of drafts (the values that a command wants), each with the writes that it replaces.
 * `weigh` compares three things: what the form showed, what the record holds now, and
 * what the person sent. An unchanged field is not written; a field that somebody else changed
 * meanwhile is a *clash*, which comes back to the person instead. `turn.ts` calls it; it writes
 * nothing itself.
 *
 * - *Heads*. The log keeps every write of a field. The heads are those that no other write
 *   replaced: one as a rule, several after boxes wrote apart. A form carries the names of the heads
 *   that it showed. The new write replaces these, and no head that came since. A head whose value
 *   was erased is replaced too, though no form shows it. The write of a long text is a difference,
 *   and replaces nothing, unless it takes out words of this box alone or begins the text anew.
 * - *Hidden numbers*. The page shows a text without the telephone numbers that somebody hid, and so
 *   does a form. A text that comes back equal to the text without them is unchanged; otherwise each
 *   correction would erase the number from the log.
 * - *Compacted texts*. A long text is the sum of its heads, each one a difference. Forgetting its
 *   history replaces them with one, its base. A form opened before shows heads that are gone: no
 *   difference with its text can be computed, and the text comes back as a clash.
 */

/**
 * What a form showed of a record: by field, the names of its heads, the writes that nothing had
 * replaced. `web` signs them in the form and checks them in the post.
 */
export type ShownHeads = Readonly<{
  type: string
  id: string
  space: Space
  fields: Readonly<Record<string, readonly WriteName[]>>
}>

/**
 * A field that somebody changed while the form was open, and its present value. While a draft has
 * one, the caller writes nothing: the form comes back with both values.
 */
export type Clash = Readonly<{ field: string; theirs: unknown }>
/** The writes of a draft, and its clashes. */
export type Weighed = Readonly<{ writes: readonly Appending[]; clashes: readonly Clash[] }>

/**
 * Compares a draft with the record that its form showed (`shown`), and returns its writes: by
 * space, each changed field with the writes that it replaces. Without `shown` (no form), the record
 * as it is now counts as seen.
 *
 * Shape   `mayMerge`: a long text that changed while the form was open is merged with the form’s.
 *         Without it, the text comes back as a clash: a text that the keeper reads before it is
 *         published must not be a merge that nobody wrote.
 */
export function weigh(
  engine: Engine,
  draft: Draft,
  shown: ShownHeads | undefined,
  mayMerge = true,
): Weighed {
  const own = engine.types.get(draft.type)
  // Fields that keepers made are looked up only where the draft has one.
  const type =
    own && Object.keys(draft.fields).some(isMadeId)
      ? withMade(own, engine.read.madeFields(draft.type))
      : own
  const spaces = new Map<Space, Record<string, { value: unknown; over: readonly WriteName[] }>>()
  const clashes: Clash[] = []
  const rows = new Map(SPACES.map(space => [space, undefined as LogRow | undefined]))
  for (const [name, value] of Object.entries(draft.fields)) {
    const field = type?.fields[name]
    const space = narrowed(type, field, draft.space)
    const what = { type: draft.type, record: draft.record, space }
    // A choice among versions sees all of them; other drafts see the record as this box decides it.
    const current =
      rows.get(space) ??
      (draft.settles
        ? row(engine.log, draft.type, draft.record, space)
        : rowHere(engine.log, own, what))
    rows.set(space, current)
    const isShown = isShownBy(shown, draft, space, engine)
    const seen = isShown && name !== AGREED_POINT.agreed ? (shown.fields[name] ?? []) : undefined
    const one = {
      engine,
      draft,
      space,
      current,
      name,
      value,
      seen,
      shown: isShown ? shown : undefined,
      field,
      mayMerge,
    }
    const write = field?.kind === 'prose' ? proseWrite(one) : plainWrite(one)
    if (write === undefined) continue
    if ('theirs' in write) clashes.push(write)
    else spaces.set(space, { ...spaces.get(space), [name]: write })
  }
  return {
    writes: [...spaces].map(([space, fields]) => ({
      type: draft.type,
      record: draft.record,
      space,
      fields,
    })),
    clashes,
  }
}

/**
 * Whether the form showed this space of the record. A form of the commons also shows the fields
 * of narrower spaces.
 */
function isShownBy(
  shown: ShownHeads | undefined,
  draft: Draft,
  space: Space,
  { read }: Engine,
): shown is ShownHeads {
  if (shown === undefined || shown.id !== draft.record || shown.type !== draft.type) return false
  return (
    shown.space === space ||
    (shown.space === 'commons' && (draft.space === undefined || read.staysHere(draft.record)))
  )
}

/** The space of a field. A draft may narrow it, never widen it. */
function narrowed(
  type: RecordType | undefined,
  field: Field | undefined,
  wanted: Space | undefined,
): Space {
  const own = type && field ? spaceOf(type, field) : (type?.space ?? wanted ?? 'commons')
  if (wanted === undefined) return own
  return SPACES.indexOf(wanted) > SPACES.indexOf(own) ? wanted : own
}

type Written = Readonly<{ value: unknown; over: readonly WriteName[] }>
/** One field of a draft, with all that decides its write. */
type OneField = Readonly<{
  field: Field | undefined
  engine: Engine
  draft: Draft
  space: Space
  current: LogRow
  name: string
  value: unknown
  /**
   * The heads of the field that the form showed. Undefined without a form: the present heads then
   * count as seen.
   */
  seen: readonly WriteName[] | undefined
  /** All heads that the form showed of the record. */
  shown: ShownHeads | undefined
  mayMerge: boolean
}>

/** The write of a plain field. It also replaces erased heads, which no form shows. */
function plainWrite(one: OneField): Written | Clash | undefined {
  const merged = one.current.get(one.name)
  const { present, forgotten } = namesOf(merged?.heads ?? [])
  const value = one.value ?? null
  const seen = one.seen ?? present
  const write = { value, over: [...seen, ...forgotten, ...alsoSeen(one)] }
  const theirs = (): Clash => ({
    field: one.name,
    theirs: withoutHidden(one.engine.tables.sql, merged?.shown?.value) ?? null,
  })
  // A choice replaces all versions that it was made among. A version that came since is a clash.
  if (one.draft.settles) return sameNames(present, seen) ? write : theirs()
  // A form leaves hidden numbers out: a text that comes back without them is unchanged.
  const sent = lazy(() => throughJoins(one, value))
  const equal = (a: unknown) => sameInLog(one.field, throughJoins(one, a), sent())
  const same = (a: unknown) => equal(a) || equal(withoutHidden(one.engine.tables.sql, a) ?? null)
  // The form does not show what is kept back.
  if (value === null && isBack(one, merged?.shown?.value))
    return isBodyIn(one.draft) ? { ...write, over: [...present, ...forgotten] } : undefined
  // The person changed nothing.
  if (same(shownValue(one, seen))) return undefined
  // Two people who write the same value do not clash.
  if (present.length === 1 && same(merged?.shown?.value)) return undefined
  return sameNames(present, seen) ? write : theirs()
}

const isBack = (
  { engine: { log }, draft: { type, record }, space, name }: OneField,
  now: unknown,
) => name !== AGREED_POINT.agreed && isKeptBack(log, { type, record, space }, name, now)

/** Follows joins: a form shows the record that stands for a joined one, which is no change. */
function throughJoins({ engine: { read }, field }: OneField, value: unknown): unknown {
  if (field?.kind !== 'link' && field?.kind !== 'themes') return value
  const shown = (id: unknown) => (typeof id === 'string' ? read.joinedWith(id)[0] : id)
  return Array.isArray(value) ? [...new Set(value.map(shown))] : shown(value)
}

/**
 * The other heads that a removal names: those that its author saw. Later writes of others are then
 * told apart (`projection/versions.ts`).
 */
function alsoSeen({ name, value, current, shown }: OneField): readonly WriteName[] {
  if (name !== 'removed' || value !== true) return []
  const others = [...current].filter(([field]) => field !== 'removed')
  const keys = shown && new Set(Object.values(shown.fields).flat().map(keyOf))
  return others
    .flatMap(([, { heads }]) => heads.map(head => head.name))
    .filter(head => keys?.has(keyOf(head)) ?? true)
}

/** The names of heads that have a value, and of those whose value was erased. */
function namesOf(
  heads: readonly Write[],
): Readonly<Record<'present' | 'forgotten', readonly WriteName[]>> {
  const names = (all: readonly Write[]) => all.map(head => head.name)
  return {
    present: names(heads.filter(head => head.value !== undefined)),
    forgotten: names(heads.filter(head => head.value === undefined)),
  }
}

const sameNames = (a: readonly WriteName[], b: readonly WriteName[]): boolean =>
  a.length === b.length && new Set([...a, ...b].map(keyOf)).size === a.length

/**
 * The value that a form showed: the winner among the writes that it carried, replaced since or not.
 */
function shownValue(
  { engine, draft, space, current, name }: OneField,
  seen: readonly WriteName[],
): unknown {
  const keys = new Set(seen.map(keyOf))
  const heads = current.get(name)?.heads ?? []
  const still = heads.filter(head => keys.has(keyOf(head.name)))
  const all =
    still.length === seen.length
      ? still
      : writesIn(engine.log, { type: draft.type, record: draft.record, space }).filter(
          w => w.field === name,
        )
  const carried = all.filter(write => keys.has(keyOf(write.name)) && write.value !== undefined)
  return carried.sort((a, b) => (outranks(a, b) ? -1 : 1))[0]?.value
}

/**
 * The write of a long text: only the difference with the text that the form showed. A head that the
 * form showed and that was compacted or erased meanwhile is a clash. A text with an erased head
 * shows nothing (`projection/show.ts`): when the form did not show that head, the write begins the
 * text anew and replaces everything.
 *
 * Law     Words that are taken out of a text that this box alone wrote leave in no bundle: the
 *         write is the whole text as it is then, and replaces what it came from (`log/former.ts`).
 */
function proseWrite(one: OneField): Written | Clash | undefined {
  const heads = one.current.get(one.name)?.heads ?? []
  const { present, forgotten } = namesOf(heads)
  const isLost = forgotten.length > 0
  const keys = new Set((one.seen ?? present).map(keyOf))
  const shown = shownUpdates(one, heads, keys)
  const current = isLost ? [] : updatesOf(heads)
  const wanted = String(one.value ?? '')
  if (differsOnlyByHidden(one, shown)) return undefined
  // The person changed nothing of it, whatever was written meanwhile.
  if (
    one.seen !== undefined &&
    shown.length === keys.size &&
    proseText(updatesOf(shown)) === wanted
  )
    return undefined
  if (
    shown.length < keys.size ||
    (!one.mayMerge && one.seen !== undefined && !sameNames(present, one.seen))
  ) {
    const theirs = proseText(current)
    return theirs === wanted ? undefined : { field: one.name, theirs }
  }
  // Numbers of a Yjs client: a text that begins anew, or goes on from an older one, is the work of
  // a new one.
  const other = randomBytes(4).readUInt32BE()
  const isNow = !isLost && shown.every(write => heads.includes(write))
  const update = editProse(isLost ? [] : updatesOf(shown), current, wanted, {
    client: isNow ? one.engine.proseClient() : other,
    other,
  })
  if (!update) return undefined
  if (isLost) return { value: yjsOf(update), over: [...present, ...forgotten] }
  const me = one.engine.log.box.name
  // A text that begins takes nothing out.
  const isWhole =
    heads.length > 0 && dropsText(update) && heads.every(({ name }) => boxOfFeed(name.feed) === me)
  return isWhole
    ? { value: yjsOf(proseState([...current, update])), over: present }
    : { value: yjsOf(update), over: [] }
}
const yjsOf = (update: Uint8Array): { yjs: string } => ({
  yjs: Buffer.from(update).toString('base64'),
})

/** The updates that the form showed, replaced since or not, whose values are here. */
function shownUpdates(
  { engine, draft, space, name }: OneField,
  heads: readonly Write[],
  keys: ReadonlySet<string>,
): readonly Write[] {
  const isShown = (write: Write): boolean =>
    keys.has(keyOf(write.name)) && write.value !== undefined
  const still = heads.filter(isShown)
  if (still.length === keys.size) return still
  const all = writesIn(engine.log, { type: draft.type, record: draft.record, space })
  const since = all.filter(write => write.field === name && isShown(write))
  const isHead = new Set(still.map(head => keyOf(head.name)))
  return [...still, ...since.filter(write => !isHead.has(keyOf(write.name)))]
}
/** Whether the form’s text is the shown one without a hidden number that it holds. */
const differsOnlyByHidden = ({ engine, value }: OneField, shown: readonly Write[]): boolean => {
  if (shown.length === 0) return false
  const text = proseText(updatesOf(shown))
  const seen = withoutHidden(engine.tables.sql, text) ?? ''
  return seen !== text && seen === String(value ?? '')
}
const updatesOf = (heads: readonly Write[]): Uint8Array[] =>
  heads.map(head => proseUpdate(head.value)).filter(update => update !== undefined)

/**
 * The heads that a form carries after a refusal: those that it showed at first, and for the
 * clashed fields the present ones, because the person has now seen both values.
 */
export function shownAgain(
  now: ShownHeads,
  first: ShownHeads,
  clashed: readonly string[],
): ShownHeads {
  if (first.type !== now.type || first.id !== now.id || first.space !== now.space) return now
  const seen = clashed.map(field => [field, now.fields[field] ?? []] as const)
  return { ...first, fields: { ...first.fields, ...Object.fromEntries(seen) } }
}

/**
 * The heads that a form of this record shows, to be sent with the form and to come back in its
 * post. Forgotten values are left out, so that a form opened before can’t bring them back. A form
 * of the commons also has the fields of narrower spaces, because the keeper’s form has them too.
 *
 * Shape   `recordType`: the schema; the heads are then those that this box decides by (`rowHere`).
 *         Without it, the heads of all versions are included, for a choice among them.
 */
export function shownOf(
  log: LogToRead,
  { type, id, space = 'commons' }: Readonly<{ type: string; id: string; space?: Space }>,
  recordType?: RecordType,
): ShownHeads {
  // The widest space comes last: its heads count where a field has some in several spaces.
  const spaces = space === 'commons' ? [...SPACES].reverse() : [space]
  const rows = spaces.flatMap(one => [
    ...rowHere(log, recordType, { type, record: id, space: one }),
  ])
  return {
    type,
    id,
    space,
    fields: Object.fromEntries(
      rows.map(([field, merged]) => [field, namesOf(merged.heads).present]),
    ),
  }
}
