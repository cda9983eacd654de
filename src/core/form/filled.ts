import { itemsOf } from '../narrow.ts'
import type { Field, FileRef, Period, Point, Quantity, RecordType, Value } from '../schema.ts'
import type { Input } from './input.ts'
import { typedMoment } from './typed.ts'

/**
 * Fills a form from a record: the values of each field as the texts that its controls show.
 * `asInput` is the inverse of `readForm`, which reads those texts back into the same values.
 */

/** A number as text, with the decimal mark of the language. */
const decimal = (n: number, mark: string): string => String(n).replace('.', mark)
/** Cents as euros: 350 → `3,50`. */
const euros = (cents: number, mark: string): string =>
  `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)}${mark}` +
  `${String(Math.abs(cents) % 100).padStart(2, '0')}`

/**
 * A moment as the village’s clock shows it. In the hour that autumn repeats it stays ISO, because
 * the clock’s time would be read as the other one.
 */
function localMoment(iso: string, zone: string): string {
  const local = Temporal.Instant.from(iso)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString()
    .replace('T', ' ')
    .replace(/(:\d\d):00$/, '$1')
  return typedMoment(local, zone) === iso ? local : iso
}

/** The texts of one field; a field of several controls has several (`from`, `to`). */
function texted(
  { name, field }: Readonly<{ name: string; field: Field }>,
  value: Value,
  mark: string,
  zone: string,
): Input {
  if (value === null || value === undefined) return {}
  if (field.kind === 'point')
    return {
      [`${name}.lat`]: decimal((value as Point)[0], mark),
      [`${name}.lon`]: decimal((value as Point)[1], mark),
    }
  if (field.kind === 'files')
    return { [`${name}.kept`]: itemsOf<FileRef>(value).map(file => file.hash) }
  if (Array.isArray(value)) return { [name]: value as readonly string[] }
  if (field.kind === 'period')
    return { [`${name}.from`]: (value as Period).from, [`${name}.to`]: (value as Period).to }
  if (field.kind === 'quantity') {
    const { amount, unit } = value as Quantity
    return {
      [`${name}.amount`]: amount === null ? '' : decimal(amount, mark),
      [`${name}.unit`]: unit,
    }
  }
  if (typeof value === 'boolean') return { [name]: value ? 'yes' : '' }
  if (typeof value === 'number')
    return { [name]: field.kind === 'money' ? euros(value, mark) : decimal(value, mark) }
  return {
    [name]: field.kind === 'moment' ? localMoment(value as string, zone) : (value as string),
  }
}

/**
 * The values of a record (`row`) as the texts of its form, by the name of the control. `decimal`:
 * the decimal mark, a comma by default. `zone`: the time zone of moments, that of Paris by default.
 */
export function asInput(
  type: RecordType,
  row: Readonly<Record<string, unknown>>,
  o: Readonly<{ decimal?: ',' | '.'; zone?: string }> = {},
): Input {
  const parts = Object.entries(type.fields).map(([name, field]) =>
    texted(
      { name, field },
      (row[name] ?? null) as Value,
      o.decimal ?? ',',
      o.zone ?? 'Europe/Paris',
    ),
  )
  return Object.assign({}, ...parts)
}
