import { comingDays } from '../calendar/answered-day.ts'
import type { Field, FileRef, RecordType, SpanFields, Value } from '../schema.ts'
import { RefusedField, readOne } from './form-kinds.ts'
import type { Input } from './input.ts'
import { texts } from './input.ts'

/** Why a field was sent back. The sentence of each stands in `ui/fr.ts` and `ui/en.ts`. */
export type RefusalCode =
  | 'missing'
  | 'tooLong'
  | 'brokenText'
  | 'notANumber'
  | 'notMoney'
  | 'notADay'
  | 'noSuchDay'
  | 'notATime'
  | 'notAMoment'
  | 'endBeforeStart'
  | 'notOneOfItsDays'
  | 'halfPeriod'
  | 'notAChoice'
  | 'noSuchCommune'
  | 'twoCommunes'
  | 'notAPoint'
  | 'noSuchLink'
  | 'noSuchTheme'
  | 'notAPhone'
  | 'notAnEmail'
  | 'notAnAddress'
  | 'notHours'
  | 'notARecurrence'
  | 'twoRecurrences'
  | 'tooMany'
  | 'tooManyFiles'
  | 'unknownFile'

/**
 * `more` is what the sentence needs beyond the field's label: the longest length, the name that is
 * not known.
 */
export type FieldRefusal = Readonly<{ field: string; code: RefusalCode; more?: string }>
/** What a list offers: the value that is kept, and the words that are read. */
export type FieldChoice = Readonly<{ value: string; label: string }>
/** What a form sent, read: null is *emptied*. */
/** A list to choose from is never longer than this: a form says that it was cut. */
export const MOST_CHOICES = 500
export type Fields = Readonly<Record<string, Value>>

/** How a form is read; everything may be left out. */
export type ReadOf = Readonly<{
  /** Only these fields are read; default: every field that a form asks for. */
  only?: readonly string[]
  hide?: readonly string[]
  /**
   * False: a required field may be absent (it is not being changed), though not emptied. Default
   * true.
   */
  whole?: boolean
  /** What a link, a theme or a commune may be; undefined takes any well-formed one. */
  choices?: (field: string) => readonly FieldChoice[] | undefined
  /** The village's day: *samedi 5 décembre* is the next one. */
  today?: string
  /** The village's time zone. */
  zone?: string
  /** A further say on opening hours, after the grammar's. */
  hours?: (text: string) => boolean
  /** Files that came with this form, already stored. */
  files?: (field: string) => readonly FileRef[]
  /** Files that the record had: a form keeps one by its hash, and can't name another. */
  kept?: (field: string) => readonly FileRef[]
}>

/** A box to tick sends nothing when empty: this hidden field says which were on the page. */
export const ASKED = 'asked'

/**
 * The fields that a form of this type asks for: those of `only` in its order, else all that are
 * asked for.
 */
export function askedFields(
  type: RecordType,
  only?: readonly string[],
  hide: readonly string[] = [],
): readonly (readonly [string, Field])[] {
  const names = only ?? Object.keys(type.fields).filter(name => !type.fields[name]?.unasked)
  return names.flatMap(name => {
    const field =
      Object.hasOwn(type.fields, name) && !hide.includes(name) ? type.fields[name] : undefined
    return field ? [[name, field] as const] : []
  })
}

/** Whether the form that was sent held this field at all. */
export function present(input: Input, name: string): boolean {
  const parts = [
    name,
    `${name}.from`,
    `${name}.to`,
    `${name}.amount`,
    `${name}.unit`,
    `${name}.lat`,
    `${name}.lon`,
    `${name}.kept`,
  ]
  return parts.some(part => Object.hasOwn(input, part)) || texts(input, ASKED).includes(name)
}

/**
 * Reads what a form sent, field by field. A field that was not in the form is not in `fields`; one
 * sent empty is null.
 *
 * Law     every value written by `asInput` is read back the same, for every kind.
 * Errors  all of them at once, each with its field; then no fields.
 */
export function read(
  type: RecordType,
  input: Input,
  o: ReadOf = {},
): Readonly<{ fields: Fields }> | Readonly<{ refusals: readonly FieldRefusal[] }> {
  const fields: Record<string, Value> = {}
  const refusals: FieldRefusal[] = []
  for (const [name, field] of askedFields(type, o.only, o.hide)) {
    const sent =
      present(input, name) || (field.kind === 'files' && (o.files?.(name).length ?? 0) > 0)
    if (!sent && !(field.required && o.whole !== false)) continue
    try {
      const value = readOne({ input, name, field, o })
      if (value === null && field.required) throw new RefusedField('missing')
      fields[name] = value
    } catch (error) {
      if (!(error instanceof RefusedField)) throw error
      refusals.push({
        field: name,
        code: error.code,
        ...(error.more === undefined ? {} : { more: error.more }),
      })
    }
  }
  refusals.push(
    ...(type.spans ?? []).flatMap(span => [...backwards(span, fields), ...besides(span, fields)]),
  )
  return refusals.length > 0 ? { refusals } : { fields }
}

/** An evening that ends before this hour of the night ends on the day after. */
const END_OF_NIGHT = '06:00'
const EVENING = '18:00'

/**
 * The field that ends before its start, if one does. A field that the form did not hold is not
 * looked at.
 *
 * Law     on one day an end before its start is refused, but from an evening into the night that
 *         follows.
 */
function backwards(
  { from, to, fromAt, toAt }: SpanFields,
  fields: Fields,
): readonly FieldRefusal[] {
  const said = (name: string | undefined): string =>
    String((name !== undefined && fields[name]) || '')
  const [first, last, start, end] = [said(from), said(to), said(fromAt), said(toAt)]
  if (first !== '' && last !== '' && last < first) return [{ field: to, code: 'endBeforeStart' }]
  if (toAt === undefined || start === '' || end === '' || end >= start || last > first) return []
  return start >= EVENING && end <= END_OF_NIGHT ? [] : [{ field: toAt, code: 'endBeforeStart' }]
}

/**
 * The first day of what comes back, when it is none of its days: it would show nowhere. `more` is
 * the first day that is one.
 *
 * Absent  a rule that never happens: `recurrence.ts` sends it back.
 */
function besides({ from, recurs }: SpanFields, fields: Fields): readonly FieldRefusal[] {
  const [startsOn, rule] = [fields[from], recurs === undefined ? null : fields[recurs]]
  if (typeof startsOn !== 'string' || typeof rule !== 'string') return []
  const first = comingDays({ startsOn, recurs: rule }, startsOn, 1)[0]
  return first === undefined || first === startsOn
    ? []
    : [{ field: from, code: 'notOneOfItsDays', more: first }]
}
