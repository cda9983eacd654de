import { nextDates } from '../calendar/event-dates.ts'
import { recurrenceFault } from '../calendar/recurrence.ts'
import { typedRests } from '../calendar/typed-fr.ts'
import type { Field, FileRef, RecordType, SpanFields, Value } from '../schema.ts'
import { END_OF_NIGHT, EVENING } from './fit.ts'
import { RefusedField, readOne } from './form-kinds.ts'
import type { Input } from './input.ts'
import { texts } from './input.ts'

/**
 * Reads a form that a person sent into the fields of a record: all values, or all refusals at once,
 * each with its field. The type of the record says what each field may be. Every form of a
 * record goes through here, and so does a table that is imported. This file knows no sentence: a
 * refusal is a code.
 *
 * A field has one input of its name, or several with a suffix: `.from` and `.to` of a period,
 * `.amount` and `.unit` of a quantity, `.lat` and `.lon` of a point, `.own` of a repetition that is
 * written beside the list, `.kept` of the files that the record had.
 */

/** Why a field was refused. `contract/refusal-words` has the sentence of each. */
export type RefusalCode =
  | 'missing'
  | 'tooLong'
  | 'brokenText'
  | 'notANumber'
  | 'notWithin'
  | 'notWholeWithin'
  | 'notMoney'
  | 'notMoneyWithin'
  | 'notADay'
  | 'noSuchDay'
  | 'otherWeekday'
  | 'farDay'
  | 'notATime'
  | 'notAMoment'
  | 'endBeforeStart'
  | 'endIsStart'
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
  | 'notTheseHours'
  | 'notARecurrence'
  | 'recursExcept'
  | 'twoRecurrences'
  | 'twoEnds'
  | 'neverRecurs'
  | 'tooMany'
  | 'tooManyFiles'
  | 'unknownFile'

/**
 * A refused field. `more`: the value that the sentence of the refusal quotes, such as the longest
 * length or an unknown name. Absent where the sentence quotes none.
 */
export type FieldRefusal = Readonly<{ field: string; code: RefusalCode; more?: string }>
/**
 * An option of a list: the stored value, and the words for people. `also`: other texts by which a
 * person who types may mean it, such as a postal code.
 */
export type FieldChoice = Readonly<{ value: string; label: string; also?: readonly string[] }>
/** The most options of a list: `choicesFor` (engine/fields.ts) cuts it, and the form says so. */
export const MOST_CHOICES = 500
/** The values of a form, by field. Null: the field was emptied. */
export type Fields = Readonly<Record<string, Value>>

/** Options for reading a form; all are optional. */
export type ReadOf = Readonly<{
  /**
   * Only these fields are read, those that no form asks for (`unasked`) included. Default: every
   * field that a form asks for.
   */
  only?: readonly string[]
  /** Fields to leave out. */
  hide?: readonly string[]
  /**
   * Whether the form is the whole record. True, the default: an absent required field is refused.
   * False: it may be absent, because it is not being changed. In both cases it can’t be emptied.
   */
  whole?: boolean
  /**
   * The options of a link, a theme or a commune, by the name of the field. No function, or a
   * function that gives undefined: any well-formed value is accepted.
   */
  choices?: (field: string) => readonly FieldChoice[] | undefined
  /**
   * The day in the village, `2026-11-28`: *samedi 5 décembre* is the next one. Absent: a day
   * without a year is refused.
   */
  today?: string
  /** The village's time zone. Absent: that of Paris. */
  zone?: string
  /** False for opening hours to refuse. Absent: the grammar of hours alone decides. */
  hours?: (text: string) => boolean
  /** Files that came with this form, already stored. */
  files?: (field: string) => readonly FileRef[]
  /** Files that the record had: a form keeps one by its hash, and can't name another. */
  kept?: (field: string) => readonly FileRef[]
}>

/**
 * The name of the hidden field that lists the checkboxes of the form: an unticked one sends
 * nothing.
 */
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
export function isPresent(input: Input, name: string): boolean {
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
 * Reads a form, field by field. `fields` has the fields of the form alone; one that was sent empty
 * is null.
 *
 * Law     It gives back every value that `asInput` (filled.ts) wrote, for every kind.
 * Errors  All refusals come at once, each with its field, and then no fields.
 */
export function readForm(
  type: RecordType,
  sentInput: Input,
  o: ReadOf = {},
): Readonly<{ fields: Fields }> | Readonly<{ refusals: readonly FieldRefusal[] }> {
  const input = (type.spans ?? []).reduce(restsApart, sentInput)
  const fields: Record<string, Value> = {}
  const refusals: FieldRefusal[] = []
  for (const [name, field] of askedFields(type, o.only, o.hide)) {
    const sent =
      isPresent(input, name) || (field.kind === 'files' && (o.files?.(name).length ?? 0) > 0)
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

/**
 * The refusal of an end before its start, when the form has both fields: of the last day, or of the
 * last hour.
 *
 * Law     A last day before the first is refused. Hours are compared when no later last day is
 *         given: an end before its start is refused, except from an evening (18:00 or later) into
 *         the night that follows (06:00 or earlier). So is an end at the hour of its start where
 *         that takes time (`lasts`).
 */
function backwards(
  { from, to, fromAt, toAt, lasts }: SpanFields,
  fields: Fields,
): readonly FieldRefusal[] {
  const said = (name: string | undefined): string =>
    String((name !== undefined && fields[name]) || '')
  const [first, last, start, end] = [said(from), said(to), said(fromAt), said(toAt)]
  if (first !== '' && last !== '' && last < first) return [{ field: to, code: 'endBeforeStart' }]
  if (toAt === undefined || start === '' || end === '' || last > first) return []
  if (end === start) return lasts ? [{ field: toAt, code: 'endIsStart' }] : []
  if (end > start) return []
  return start >= EVENING && end <= END_OF_NIGHT ? [] : [{ field: toAt, code: 'endBeforeStart' }]
}

/**
 * The refusal of a repetition that falls on no day, or of a first day that it does not contain:
 * such an event would show nowhere. `more`: the first day that it contains.
 *
 * Absent  rules whose first day is years away: nothing is refused for them here.
 */
function besides({ from, recurs }: SpanFields, fields: Fields): readonly FieldRefusal[] {
  if (recurs === undefined) return []
  const [startsOn, rule] = [fields[from], fields[recurs]]
  if (typeof startsOn !== 'string' || typeof rule !== 'string') return []
  const first = nextDates({ startsOn, recurs: rule }, startsOn, 1)[0]?.day
  if (first !== undefined)
    return first === startsOn ? [] : [{ field: from, code: 'notOneOfItsDays', more: first }]
  return recurrenceFault(rule, startsOn) === 'never' ? [{ field: recurs, code: 'neverRecurs' }] : []
}

/** *sauf pendant les vacances*, typed with a repetition, ticks the box that says so. */
function restsApart(input: Input, span: SpanFields): Input {
  const { recurs, notPublicHolidays, notSchoolHolidays } = span
  const name = [`${recurs}.own`, `${recurs}`].find(one => typedRests(texts(input, one)[0] ?? ''))
  const rests = name === undefined ? undefined : typedRests(texts(input, name)[0] ?? '')
  if (recurs === undefined || name === undefined || !rests) return input
  if (!notPublicHolidays || !notSchoolHolidays) return input
  return {
    ...input,
    [name]: rests.rule,
    ...(rests.publicHolidays ? { [notPublicHolidays]: 'yes' } : {}),
    ...(rests.schoolHolidays ? { [notSchoolHolidays]: 'yes' } : {}),
  }
}
