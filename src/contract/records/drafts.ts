import { type Input, one } from '../../core/form/input.ts'
import { bornAt, ID_SHAPE } from '../../core/id.ts'
import { type RecordType, spaceOf, type Value } from '../../core/schema.ts'
import type { Draft, Refusal } from '../decision.ts'
import type { Say } from '../message.ts'
import type { Reader } from '../reader.ts'
import { proposal } from './own-records.ts'

/**
 * Drafts that several commands need: those that show a waiting record (copied from `home`, the
 * space that stays in this box, into the commons), and the change of a proposal; with the reading
 * of the type and id that a form names. They return data; nothing is written here.
 */

/**
 * A record of `home` (`piece`), and the id of its copy in the commons. `shownOn`: when that copy
 * last took the text over, in milliseconds; absent where it was once alone.
 */
export type PieceCopy = Readonly<{ piece: string; id: string; shownOn?: number }>

/**
 * The texts of a form under one name. A single text is split at its commas; several are left as
 * they are. An absent name gives none.
 */
export const textList = (input: Input, name: string): readonly string[] => {
  const value = input[name]
  return typeof value === 'string' ? value.split(',') : (value ?? [])
}

/**
 * The draft that copies a record of `home` into the commons: its filled fields of the commons
 * alone.
 */
export function widened(
  type: RecordType,
  { piece, id }: PieceCopy,
  read: Reader,
  fields?: Readonly<Record<string, Value>>,
): readonly Draft[] {
  // The given values, else those of the piece; none when the piece is gone.
  const values = fields ?? read.one(type, piece, 'home') ?? {}
  const wide = Object.entries(type.fields)
    .filter(
      ([name, field]) =>
        (field.space ?? type.space ?? 'commons') === 'commons' &&
        values[name] !== null &&
        values[name] !== undefined,
    )
    .map(([name]) => [name, values[name]!])
  const made = fields ? {} : openAnswers(read, type, piece)
  return [{ type: type.name, record: id, fields: { ...Object.fromEntries(wide), ...made } }]
}

/** The answers to questions of keepers that everybody may read. */
function openAnswers(
  read: Reader,
  type: RecordType,
  piece: string,
): Readonly<Record<string, Value>> {
  const given = read.made(type.name, piece, 'home')
  const open = read.madeFields(type.name).filter(({ space }) => space === 'commons')
  return Object.fromEntries(
    open.flatMap(({ id }) => (given[id] == null ? [] : [[id, given[id] as Value]])),
  )
}

/**
 * Whether a visitor’s correction changes a field of the shown copy: it was written since that copy
 * was made, when its id was drawn, or took over the last correction. What the keeper made of the
 * others stays; so does what no correction asks, as whether it is over. Under an unset clock nobody
 * knows what came first.
 */
const isCorrected =
  (type: RecordType, copy: PieceCopy, read: Reader): ((field: string) => boolean) =>
  field =>
    !Object.hasOwn(type.fields, field) ||
    headsOf(type, copy, read, field).some(({ isSince, sure }) => isSince || !sure)

const headsOf = (
  type: RecordType,
  { piece, id, shownOn = 0 }: PieceCopy,
  read: Reader,
  field: string,
) =>
  read
    .versions({ type: type.name, id: piece, space: 'home', field })
    .map(one => ({ ...one, isSince: one.on >= Math.max(bornAt(id), shownOn) }))

/**
 * A visitor’s correction, written over the shown copy. Fields that the visitor emptied disappear
 * from the page; fields that the keeper added stay.
 */
export function corrected(type: RecordType, copy: PieceCopy, read: Reader): readonly Draft[] {
  const isMeant = isCorrected(type, copy, read)
  const isEmptied = (field: string): boolean =>
    headsOf(type, copy, read, field).some(({ value, isSince }) => value === null && isSince)
  const empty = Object.keys(type.fields).filter(
    name => spaceOf(type, type.fields[name]!) === 'commons' && isEmptied(name),
  )
  const gone = Object.fromEntries(empty.map(name => [name, null]))
  return widened(type, copy, read).map(one => ({
    ...one,
    fields: {
      ...Object.fromEntries(Object.entries(one.fields).filter(([name]) => isMeant(name))),
      ...gone,
    },
  }))
}

/**
 * The drafts that show a member’s text: each field in its own space, under the record’s own id, so
 * that this box’s own notes about it stay valid. `owner`: the owner’s field. An older copy under
 * another id leaves no owner in its source.
 */
export function handedOver(
  type: RecordType,
  { piece, id }: PieceCopy,
  read: Reader,
  owner: string | undefined,
): readonly Draft[] {
  const values: Readonly<Record<string, Value>> = read.one(type, piece, 'home') ?? {}
  const isSame = piece === id
  const filled = Object.entries(type.fields).flatMap(([name, field]) =>
    (values[name] ?? null) === null || (isSame && spaceOf(type, field) === 'home')
      ? []
      : [[name, values[name]!] as const],
  )
  // A record that was taken off before shows again.
  const isBack = isSame && read.history(type.name, id).some(line => line.field === 'removed')
  const isOwned = !isSame && owner !== undefined && (values[owner] ?? null) !== null
  const ownerLess: readonly Draft[] = isOwned
    ? [{ type: type.name, record: piece, fields: { [owner]: null }, space: 'home' }]
    : []
  return [
    {
      type: type.name,
      record: id,
      fields: {
        ...Object.fromEntries(filled),
        ...openAnswers(read, type, piece),
        ...(isBack ? { removed: false } : {}),
      },
    },
    ...ownerLess,
  ]
}
/**
 * The id under which a record shows again after an undo: the one that it had, so that its address
 * leads to it. Undefined where none of those ids is of this type.
 */
export const idAgain = (
  read: Reader,
  type: RecordType,
  hiddenAs: readonly string[] | null | undefined,
): string | undefined => hiddenAs?.findLast(id => isRemoved(read, type, id))
const isRemoved = (read: Reader, type: RecordType, id: string): boolean =>
  read.history(type.name, id).some(line => line.field === 'removed')
/** The draft of a record under an id: one that was taken off before shows again. */
export const backOn = (read: Reader, type: RecordType, draft: Draft): Draft =>
  isRemoved(read, type, draft.record)
    ? { ...draft, fields: { ...draft.fields, removed: false } }
    : draft
/** The ids of `hiddenAs` with one more. */
export const hiddenToo = (
  hiddenAs: readonly string[] | null | undefined,
  id: string | null,
): Readonly<Record<string, Value>> =>
  id === null ? {} : { hiddenAs: [...new Set([...(hiddenAs ?? []), id])] }
/** The draft that changes fields of a proposal. */
export const proposalChange = (id: string, fields: Readonly<Record<string, Value>>): Draft => ({
  type: proposal.name,
  record: id,
  fields,
})

/** The type and record that a form names, or a refusal. An empty `id` is a new record. */
export function typeAndIdIn(
  types: () => ReadonlyMap<string, RecordType>,
  input: Input,
  say: Say<Readonly<{ unknownKind: string; nothingThere: string }>>,
): Readonly<{ type: RecordType; id: string }> | Refusal {
  const type = types().get(one(input, 'type'))
  const id = one(input, 'id')
  if (!type) return { refused: say('unknownKind') }
  return id !== '' && !ID_SHAPE.test(id) ? { refused: say('nothingThere') } : { type, id }
}
/** The address of a record’s page; `/` for a type without pages. */
export const pathOfRecord = (type: RecordType, id: string): string =>
  type.path ? `${type.path}/${id}` : '/'
