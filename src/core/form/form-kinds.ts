import { normalHours, unreadHours } from '../calendar/hours.ts'
import { normalRecurrence, untilDay, untilOf } from '../calendar/recurrence.ts'
import type { Field, FieldKind, Value } from '../schema.ts'
import { fits, longestOf } from './fit.ts'
import type { FieldChoice, ReadOf, RefusalCode } from './form.ts'
import type { Input } from './input.ts'
import { texts } from './input.ts'
import * as typed from './typed.ts'

/**
 * Reads one field of a form by its kind (a day, an amount, a telephone): from the texts that were
 * sent to the value to store, or a refusal with its code. `form.ts` calls it for each field. What a
 * person may type stands in `typed.ts`; the choices of links and communes come from the caller.
 */

/** The most values of a field that holds several. */
const MOST = 200

/** A field that can’t be read. It is thrown here, and caught in `core/form/form.ts`. */
export class RefusedField extends Error {
  readonly code: RefusalCode
  readonly more: string | undefined
  constructor(code: RefusalCode, more?: string) {
    super(code)
    this.code = code
    this.more = more
  }
}

/**
 * Units   UTF-16 units of a text before it is cleaned. Cleaning drops blanks and invisible
 *         characters: a text far longer than its field allows is refused before that work.
 */
const mostTyped = (field: Field): number => 4 * longestOf(field) + 1_000

/**
 * One text of the form, cleaned. A lone surrogate is refused, and so is a text far longer than its
 * field allows.
 */
function typedOne(
  { input, field }: Reading,
  name: string,
  clean: (text: string) => string = typed.line,
): string {
  const text = texts(input, name).at(-1) ?? ''
  if (text.length > mostTyped(field)) throw new RefusedField('tooLong', String(longestOf(field)))
  if (typed.isIllFormed(text)) throw new RefusedField('brokenText')
  return clean(text)
}
/** The text, when it is no longer than its field allows. */
function fitting(text: string, field: Field): string {
  if (text.length > longestOf(field)) throw new RefusedField('tooLong', String(longestOf(field)))
  return text
}
/** The value; a refusal with this code where there is none. */
function must<T>(value: T | undefined, code: RefusalCode, more?: string): T {
  if (value === undefined) throw new RefusedField(code, more)
  return value
}
const filled = (text: string, read: (text: string) => Value): Value =>
  text === '' ? null : read(text)

/** The input of one field. */
type Reading = Readonly<{ input: Input; name: string; field: Field; o: ReadOf }>

/** A reader of kinds with one line of text: empty gives null, too long is refused. */
const line =
  (read: (text: string, r: Reading) => Value) =>
  (r: Reading): Value =>
    filled(fitting(typedOne(r, r.name), r.field), text => read(text, r))

function readDay(text: string, today: string | undefined): string {
  const day = must(typed.typedDay(text, today), 'notADay')
  if (day === 'noSuchDay' && typed.weekdayInMonth(text) !== undefined)
    throw new RefusedField('otherWeekday', text)
  if (day === 'noSuchDay') throw new RefusedField('noSuchDay')
  if (day < FIRST_DAY || day > LAST_DAY) throw new RefusedField('farDay')
  return day
}
/**
 * What is typed beyond is a slip of the hand: *2999*. Whatever today is, for a box may wake in 1970
 * or in 2099.
 */
const [FIRST_DAY, LAST_DAY] = ['1500-01-01', '2149-12-31']

function readPeriod(r: Reading): Value {
  const { name, o } = r
  const [from, to] = [typedOne(r, `${name}.from`), typedOne(r, `${name}.to`)]
  if (from === '' && to === '') return null
  if (from === '' || to === '') throw new RefusedField('halfPeriod')
  const period = { from: readDay(from, o.today), to: readDay(to, o.today) }
  if (period.from > period.to) throw new RefusedField('endBeforeStart')
  return period
}

function readQuantity(r: Reading): Value {
  const { name, field } = r
  const amount = typedOne(r, `${name}.amount`)
  const unit = fitting(typedOne(r, `${name}.unit`), { ...field, longest: field.longest ?? 100 })
  if (amount === '' && unit === '') return null
  return { amount: amount === '' ? null : must(typed.typedNumber(amount), 'notANumber'), unit }
}

function readPoint(r: Reading): Value {
  const { name } = r
  const [lat, lon] = [typedOne(r, `${name}.lat`), typedOne(r, `${name}.lon`)]
  return lat === '' && lon === '' ? null : must(typed.typedPoint(lat, lon), 'notAPoint')
}

/** Units of things that are counted: whole numbers from 0. */
const COUNTED: ReadonlySet<string> = new Set(['persons', 'posts', 'things'])
const counted = (n: number | undefined, { unit }: Field): number | undefined =>
  n !== undefined && unit !== undefined && COUNTED.has(unit) && (n < 0 || !Number.isInteger(n))
    ? undefined
    : n

function readRule(text: string, today?: string): string {
  const rule = normalRecurrence(text, today)
  if (rule !== undefined) return rule
  const [, kept = ''] = EXCEPT.exec(text) ?? []
  const reads = kept !== '' && normalRecurrence(kept, today) !== undefined
  throw new RefusedField(reads ? 'recursExcept' : 'notARecurrence')
}
/** What stands before *sauf le 25 décembre*: a rule names no exception. */
const EXCEPT = /^(.*?)[,;(\s]*(?<!\p{L})(?:sauf|excepté|hormis|except)(?!\p{L})/isu
/** The value that the list of repetitions sends for *no more repetition*. */
export const REPEATS_NO_MORE = 'never'

/**
 * Reads a repetition, chosen in a list or written beside it, and its last day.
 *
 * Law     A written repetition is never dropped, even when the list was left as it was. Two that
 *         differ are refused, and so are two ends.
 */
function readRecurrence(r: Reading): Value {
  const rule = readRhythm(r)
  const until = typedOne(r, `${r.name}.until`)
  // The form still has the last day of what repeats no more.
  if (until === '' || typedOne(r, r.name) === REPEATS_NO_MORE) return rule
  if (typeof rule !== 'string') throw new RefusedField('missing')
  const day = readDay(until, r.o.today)
  if (/;COUNT=/.test(rule) || (untilOf(rule).until ?? day) !== day)
    throw new RefusedField('twoEnds', typedOne(r, `${r.name}.own`))
  return untilDay(rule, day)
}
function readRhythm(r: Reading): Value {
  const { name, field, o } = r
  const chosen = fitting(typedOne(r, name), field)
  if (chosen === REPEATS_NO_MORE) return null
  const own = fitting(typedOne(r, `${name}.own`), field)
  if (chosen === '' || chosen === 'own') return filled(own, text => readRule(text, o.today))
  const rule = readRule(chosen)
  if (EXCEPT.test(own)) throw new RefusedField('recursExcept')
  if (own !== '' && normalRecurrence(own, o.today) !== rule)
    throw new RefusedField('twoRecurrences', own)
  return rule
}

/**
 * A commune by its INSEE code, its name, or *Boën-sur-Lignon (42019)*; else by its postal code, or
 * by the name of a commune that became part of it.
 */
function communeOf(text: string, choices: readonly FieldChoice[] | undefined): string {
  const code = /\(([0-9AB]{5})\)$/i.exec(text)?.[1] ?? text
  if (!choices)
    return must(fits({ kind: 'commune' }, code) ? code : undefined, 'noSuchCommune', text)
  if (choices.some(choice => choice.value === code)) return code
  const asked = typed.placeKey(text)
  const named = choices.filter(choice => typed.placeKey(choice.label) === asked)
  const isMeant = ({ also = [] }: FieldChoice): boolean =>
    also.some(other => typed.placeKey(other) === asked)
  const same = named.length > 0 ? named : choices.filter(isMeant)
  if (same.length > 1) throw new RefusedField('twoCommunes', text)
  return must(same[0]?.value, 'noSuchCommune', text)
}

/** The id of a record that the form offers. */
function known(id: string, { name, field, o }: Reading, code: RefusalCode): string {
  const choices = o.choices?.(name)
  const good = choices
    ? choices.some(choice => choice.value === id)
    : fits({ kind: field.kind === 'themes' ? 'link' : field.kind }, id)
  return must(good ? id : undefined, code)
}

/** The files that the form keeps of those that the record had, then those that came with it. */
function readFiles({ input, name, field, o }: Reading): Value {
  const had = o.kept?.(name) ?? []
  const kept = texts(input, `${name}.kept`).map(hash =>
    must(
      had.find(file => file.hash === hash),
      'unknownFile',
    ),
  )
  const sent = (o.files?.(name) ?? []).filter(file => kept.every(one => one.hash !== file.hash))
  const files = [...kept, ...sent]
  if (files.length > (field.most ?? MOST))
    throw new RefusedField('tooManyFiles', String(field.most ?? MOST))
  return files.length === 0 ? null : files
}

/** Reads several values: ticked boxes, or one value a line. Each stands once in the result. */
function several(r: Reading, read: (text: string) => string): Value {
  const given = texts(r.input, r.name)
  if (given.some(typed.isIllFormed)) throw new RefusedField('brokenText')
  const most = mostTyped(r.field)
  const lines = given.flatMap(text => text.split(/\r\n?|\n/))
  if (lines.some(text => text.length > most))
    throw new RefusedField('tooLong', String(longestOf(r.field)))
  const all = lines.map(typed.line).filter(text => text !== '')
  const values = [...new Set(all.map(text => read(fitting(text, r.field))))]
  if (values.length > MOST) throw new RefusedField('tooMany', String(MOST))
  return values.length === 0 ? null : values
}

/** In figures, or in words: *cinq*. */
const numberTyped = (text: string): number | undefined =>
  typed.typedNumber(text) ?? typed.typedCount(text)

/** The number, where its field takes it; a refusal says the least and the most in typed units. */
function bounded(n: number, { kind, within }: Field, code: RefusalCode): number {
  if (!within) return n
  const isTaken = n >= within.least && n <= within.most && (!within.whole || Number.isInteger(n))
  if (isTaken) return n
  const worth = kind === 'money' ? 100 : 1
  throw new RefusedField(code, `${within.least / worth} ${within.most / worth}`)
}

/** The reader of each kind. */
const READERS: Readonly<Record<FieldKind, (r: Reading) => Value>> = {
  text: line(text => text),
  prose: r => filled(fitting(typedOne(r, r.name, typed.lines), r.field), text => text),
  number: line((text, { field }) =>
    bounded(
      must(counted(numberTyped(text), field), 'notANumber'),
      field,
      field.within?.whole ? 'notWholeWithin' : 'notWithin',
    ),
  ),
  money: line((text, { field }) =>
    bounded(must(typed.typedMoney(text), 'notMoney'), field, 'notMoneyWithin'),
  ),
  quantity: readQuantity,
  choice: line((text, { field }) =>
    must(
      field.choices?.find(choice => choice === text),
      'notAChoice',
    ),
  ),
  themes: r => several(r, id => known(id, r, 'noSuchTheme')),
  day: line((text, { o }) => readDay(text, o.today)),
  time: line(text => must(typed.typedTime(text), 'notATime')),
  moment: line((text, { o }) =>
    must(typed.typedMoment(text, o.zone ?? 'Europe/Paris'), 'notAMoment'),
  ),
  period: readPeriod,
  recurrence: readRecurrence,
  commune: line((text, r) => communeOf(text, r.o.choices?.(r.name))),
  point: readPoint,
  link: line((text, r) => known(text, r, 'noSuchLink')),
  files: readFiles,
  phone: line(text => must(typed.typedPhone(text), 'notAPhone')),
  email: line(text => must(typed.typedEmail(text), 'notAnEmail')),
  url: line(text => must(typed.typedUrl(text), 'notAnAddress')),
  hours: line((text, { o }) => {
    const normal = o.hours?.(text) === false ? undefined : normalHours(text)
    const unread = normal === undefined ? unreadHours(text) : undefined
    return must(normal, unread === undefined ? 'notHours' : 'notTheseHours', unread)
  }),
  yesNo: r => {
    const text = typedOne(r, r.name)
    return text === '' && r.field.maybe ? null : !['', 'no', 'false', '0'].includes(text)
  },
}

/**
 * Reads one field of a form, by its kind.
 *
 * Shape   null when it was sent empty.
 * Errors  RefusedField.
 */
export function readOne(r: Reading): Value {
  const { field, name, o } = r
  if (!field.many) return READERS[field.kind](r)
  if (field.kind === 'commune') return several(r, text => communeOf(text, o.choices?.(name)))
  if (field.kind === 'day') return several(r, text => readDay(text, o.today))
  return several(r, text => (field.kind === 'link' ? known(text, r, 'noSuchLink') : text))
}
