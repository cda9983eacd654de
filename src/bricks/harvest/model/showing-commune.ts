import type { CommandContext } from '../../../contract/command.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { RecordType, Value } from '../../../core/schema.ts'
import type { piecesOf } from './pieces.ts'

type Piece = ReturnType<typeof piecesOf>[number]
type Types = ReadonlyMap<string, RecordType>

/** The field of a type that says its one commune; undefined where nobody is asked for it. */
const communeField = (type: RecordType): string | undefined =>
  Object.keys(type.fields).find(name => {
    const field = type.fields[name]!
    return field.kind === 'commune' && !field.many && !field.unasked
  })

/** The commune of a meeting: its own, else the only one of the box. */
export function communeOfMeeting(
  of: Readonly<{ commune: string | null }>,
  territory: ReturnType<CommandContext['territory']>,
): string | null {
  const all = territory?.communes ?? []
  return of.commune ?? (all.length === 1 ? all[0]!.code : null)
}

/** Whether a kept piece says no commune of its own, and would take that of the meeting. */
export function takesCommune(
  type: RecordType,
  piece: Pick<Piece, 'elsewhere'>,
  values: Readonly<Record<string, unknown>>,
): boolean {
  const field = communeField(type)
  // A body that a meeting speaks of is often of another village.
  const isNear = piece.elsewhere !== true && type.name !== 'actor'
  return field !== undefined && isNear && (values[field] ?? null) === null
}

/**
 * The commune of a piece that says none: that of the place where it is, else that of the meeting.
 *
 * Law     none is invented: words that name several communes, or one that is not known here, take
 *         none.
 */
export function communeTaken(
  { read, types, meeting }: Readonly<{ read: Reader; types: Types; meeting: string | null }>,
  { piece, type, values }: Readonly<{ piece: Piece; type: RecordType; values: Values }>,
  ties: readonly (Piece | undefined)[],
): Readonly<Record<string, Value>> {
  const field = communeField(type)
  if (field === undefined || (values[field] ?? null) !== null) return {}
  const at = ties.flatMap(other => {
    const place = other?.of === 'place' ? types.get('place') : undefined
    const own = place && communeField(place)
    if (!other?.piece || !place || !own) return []
    const row: Values | undefined =
      other.stoodThere === true && other.shownAs
        ? read.one(place, other.shownAs)
        : read.one(place, other.piece, 'home')
    return row?.[own] ? [row[own]] : []
  })
  const found =
    at.length > 0
      ? new Set(at).size === 1
        ? at[0]!
        : null
      : takesCommune(type, piece, values)
        ? meeting
        : null
  return found ? { [field]: found } : {}
}
type Values = Readonly<Record<string, Value>>
