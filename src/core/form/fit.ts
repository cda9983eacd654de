import { type Field, type FieldKind, LONGEST } from '../schema.ts'

/**
 * Whether a stored value has the form that its field declares. Forms check what people here type;
 * this checks what other boxes, imports and older versions wrote. Projection, export and imports
 * ask it.
 */

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const MOMENT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z$/
/**
 * The code of a commune in INSEE's *Code officiel géographique*, as the national schema of
 * mediation places v1.0.2 spells it.
 */
const INSEE = /^([013-9]\d|2[AB1-9])\d{3}$/
const RECORD = /^[0-9a-z]{26}$/
const HASH = /^[0-9a-f]{64}$/

const isText = (value: unknown): value is string => typeof value === 'string'
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a text is a day of the calendar, as `2026-12-05`; 2026-02-31 is none. */
export function isDay(value: unknown): value is string {
  const [, year, month, day] = (isText(value) && DAY.exec(value)) || []
  if (year === undefined) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

/** Whether a text is an hour of the day, as `18:30`; 24:00 is none. */
export const isTime = (value: unknown): value is string => isText(value) && TIME.test(value)
/** The earliest beginning of an evening, and the latest end of one that goes on after midnight. */
export const [EVENING, END_OF_NIGHT] = ['18:00', '06:00'] as const

const CHECKS: Readonly<Record<FieldKind, (value: unknown) => boolean>> = {
  text: isText,
  prose: isText,
  choice: isText,
  phone: isText,
  email: isText,
  url: value => isText(value) && /^https?:\/\//.test(value),
  hours: isText,
  recurrence: isText,
  number: value => typeof value === 'number' && Number.isFinite(value),
  money: isWhole,
  quantity: value =>
    isObject(value) &&
    isText(value['unit']) &&
    (value['amount'] === null || typeof value['amount'] === 'number'),
  themes: value => Array.isArray(value) && value.every(id => isText(id) && RECORD.test(id)),
  day: isDay,
  time: isTime,
  moment: value => isText(value) && MOMENT.test(value) && isDay(value.slice(0, 10)),
  period: value =>
    isObject(value) && isDay(value['from']) && isDay(value['to']) && value['from'] <= value['to'],
  commune: value => isText(value) && INSEE.test(value),
  point: value =>
    Array.isArray(value) && value.length === 2 && inRange(value[0], 90) && inRange(value[1], 180),
  link: value => isText(value) && RECORD.test(value),
  files: value => Array.isArray(value) && value.every(isFileRef),
  yesNo: value => typeof value === 'boolean',
}
const inRange = (value: unknown, most: number) =>
  typeof value === 'number' && Math.abs(value) <= most
const isFileRef = (value: unknown) =>
  isObject(value) &&
  isHash(value['hash']) &&
  isText(value['name']) &&
  isWhole(value['size']) &&
  isSmall(value['small'])
const isHash = (value: unknown) => isText(value) && HASH.test(value)
const isSmall = (value: unknown) => value === undefined || isHash(value)

/**
 * Whether a value has the form of its field. Another box may write anything: a value that does not
 * fit shows as empty, and a page lists it.
 *
 * Law     It never throws. `null` (emptied) always fits. Any text fits a choice, because a later
 *         version may know more codes.
 */
export function fits(field: Field, value: unknown): boolean {
  if (value === null) return true
  if (field.many) return Array.isArray(value) && value.every(one => fitsOne(field, one))
  return fitsOne(field, value)
}
const fitsOne = (field: Field, value: unknown): boolean =>
  CHECKS[field.kind](value) && (!isText(value) || value.length <= longestOf(field))

/**
 * The longest text that a field takes from people, in UTF-16 units: its own limit, else that of its
 * kind, else that of a long text.
 */
export const longestOf = (field: Field): number => field.longest ?? LONGEST[field.kind] ?? 60_000
