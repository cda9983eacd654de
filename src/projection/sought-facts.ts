import type { Hit, LookedFor } from '../contract/reader.ts'
import { isOnceOver } from '../contract/records/once-over.ts'
import { tableOf } from '../contract/tables.ts'
import { WEEKDAY_CODES, weekdaysOpen } from '../core/calendar/weekdays.ts'
import { lazyOf } from '../core/lazy.ts'
import type { RecordType } from '../core/schema.ts'
import { readBy } from '../core/tracking.ts'
import type { Statements } from '../log/sqlite.ts'
import { GIVES, isSmall } from '../text/searching/small-words.ts'
import { readMatching } from './search-reads.ts'
import { fieldsIn } from './shape.ts'
import type { SearchedText } from './sought-level.ts'

/** What the fields of a record say beside the words of a search: its day, its commune, its end. */
export type SoughtFacts = Readonly<{
  day: number
  /** It takes place once, on another day than the one that is asked. */
  isOtherDay: boolean
  /** A day is asked, and it has days or hours of its own. */
  tellsDay: boolean
  place: number
  isOver: boolean
  /** What its type and its time make of the words that it holds. */
  factor: number
}>
type Row = Readonly<Record<string, unknown>>
type Types = ReadonlyMap<string, RecordType>

const KINDS: ReadonlySet<string> = new Set(['commune', 'hours', 'recurrence', 'day'])
const columns = new WeakMap<RecordType, string>()
function columnsOf(type: RecordType): string {
  const held =
    columns.get(type) ??
    fieldsIn(type, 'commons')
      .filter(([name, { kind, many }]) => !many && (KINDS.has(kind) || name === type.over?.field))
      .map(([name]) => `, "${name}"`)
      .join('')
  columns.set(type, held)
  return held
}

/** The rows of these records, with the fields that are weighed. */
export function rowsById(
  sql: Statements,
  types: Types,
  of: readonly Readonly<{ id: string; type: string }>[],
): ReadonlyMap<string, Row> {
  const byType = Map.groupBy(of, ({ type }) => type)
  return new Map(
    [...byType].flatMap(([name, records]) => {
      const type = types.get(name)
      const table = tableOf(name, 'commons')
      const ids = records.map(({ id }) => id)
      return type === undefined
        ? []
        : readBy(`tables.${table}`, 'id', ids, () =>
            sql.all<Row>(
              `SELECT id${columnsOf(type)} FROM "${table}"
                WHERE id IN (SELECT value FROM json_each(?))`,
              JSON.stringify(ids),
            ),
          ).map(row => [String(row['id']), row] as const)
    }),
  )
}

/** An exact day counts most; then a rule; then hours at which a place is open. */
const BY_HOURS = 0.5
const BY_COMMUNE = 0.8
/** What looks for the same as who searches; a notice stands after all that offer it. */
const SEEKS = 0.9
const NEEDS = 0.45
/** For whoever found a thing, who lost it stands above who has one. */
const LOSES = 1.25
/** What was said or decided at meetings stands after people, places and notices. */
const AFTER_OTHERS = 0.6
const SOON = 1.05
const FAR = 0.95
const FAR_DAYS = 60
const SOON_DAYS = 14

export function factsOf(type: RecordType, row: Row, asked: LookedFor): SoughtFacts {
  const ends = lastDayOf(type, row)
  const day = dayIn(type, row, asked)
  return {
    day,
    isOtherDay: day === 0 && onceOn(type, row) !== undefined,
    tellsDay: asked.days !== undefined && (onceOn(type, row) !== undefined || comesBack(type, row)),
    place: asked.places.some(({ code }) => holds(type, row, 'commune', code)) ? BY_COMMUNE : 0,
    isOver: isOnceOver(type, row, asked.today) || (ends !== undefined && ends < asked.today),
    factor:
      (type.afterOthers ? AFTER_OTHERS : 1) *
      (type.seeks ? wishFactor(type, asked) : 1) *
      timeFactor(type, row, asked.today),
  }
}

/** Whether who searches has the thing, and looks for who wants it or lost it. */
export const hasToGive = ({ weak, isFound }: LookedFor): boolean =>
  isFound === true || weak.some(({ word }) => GIVES.has(word))

function wishFactor({ over }: RecordType, asked: LookedFor): number {
  if (asked.isFound) return LOSES
  if (hasToGive(asked)) return 1
  return over && !isPlaceAlone(asked) ? NEEDS : SEEKS
}

const holds = (type: RecordType, row: Row, kind: string, value: string): boolean =>
  fieldsIn(type, 'commons').some(([name, field]) => field.kind === kind && row[name] === value)

const dayOf = (row: Row, name: string | undefined): string | undefined => {
  const value = name === undefined ? undefined : row[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
/** The last day of what happens once; none for what comes back or has no day. */
function lastDayOf({ spans }: RecordType, row: Row): string | undefined {
  const [span] = spans ?? []
  if (span === undefined) return undefined
  if (span.recurs === undefined) return dayOf(row, span.to)
  return dayOf(row, span.recurs) ? undefined : (dayOf(row, span.to) ?? dayOf(row, span.from))
}

const onceOn = (type: RecordType, row: Row): string | undefined =>
  dayOf(row, type.over?.until) ?? lastDayOf(type, row)

const COMES_BACK: ReadonlySet<string> = new Set(['recurrence', 'hours'])
const comesBack = (type: RecordType, row: Row): boolean =>
  fieldsIn(type, 'commons').some(
    ([name, { kind }]) => COMES_BACK.has(kind) && dayOf(row, name) !== undefined,
  )

function timeFactor({ spans }: RecordType, row: Row, today: string): number {
  const [span] = spans ?? []
  const day = span?.recurs === undefined ? undefined : dayOf(row, span.from)
  if (day === undefined || day < today) return 1
  const ahead = (Date.parse(day) - Date.parse(today)) / 86_400_000
  return ahead <= SOON_DAYS ? SOON : ahead > FAR_DAYS ? FAR : 1
}

function dayIn(type: RecordType, row: Row, asked: LookedFor): number {
  const { days } = asked
  if (days === undefined) return 0
  const isOpenAsked = asksOpen(asked)
  const said = fieldsIn(type, 'commons').flatMap(([name, { kind }]) => {
    const value = row[name]
    return typeof value === 'string' && value !== '' ? [{ name, kind, value }] : []
  })
  const named = new Set([type.over?.until, ...(type.spans ?? []).flatMap(s => [s.from, s.to])])
  if (
    said.some(({ kind, name, value }) => kind === 'day' && named.has(name) && isWithin(value, days))
  )
    return 1
  const comesBack = said.some(
    ({ kind, value }) =>
      kind === 'recurrence' && days.weekdays.some(code => new RegExp(`\\b${code}\\b`).test(value)),
  )
  if (comesBack) return 1
  const open = said
    .flatMap(({ kind, value }) => (kind === 'hours' ? [openDays(value)] : []))
    .filter(all => days.weekdays.some(code => all.has(code)))
  if (open.length === 0) return 0
  return isOpenAsked || open.some(all => all.size <= RARELY) ? 1 : BY_HOURS
}
const isWithin = (day: string, { from, to }: Readonly<{ from: string; to: string }>): boolean =>
  day >= from && day <= to

/** Open on so few days of the week, a place is a date of its own: a market, a workshop. */
const RARELY = 2

/** A search that names communes and nothing else asks what is there. */
export const isPlaceAlone = ({ places, telling, days }: LookedFor): boolean =>
  places.length > 0 && telling.length === 0 && days === undefined

/** So many records of a type in a commune are looked at, the newest ones. */
const MOST_IN_COMMUNE = 20
/** What stands in the communes of a search that names nothing else. */
export const idsThere = (
  sql: Statements,
  types: Types,
  asked: LookedFor,
  among: readonly string[],
): readonly string[] =>
  !isPlaceAlone(asked)
    ? []
    : among.flatMap(name => {
        const type = types.get(name)
        const [field] = type === undefined ? [] : communesOf(type)
        if (field === undefined) return []
        const table = tableOf(name, 'commons')
        return asked.places.flatMap(({ code }) =>
          readBy(`tables.${table}`, field, [code], () =>
            sql.all<Row>(
              `SELECT id FROM "${table}"
                WHERE "${field}" = ? AND removed IS NOT 1 ORDER BY id DESC LIMIT ?`,
              code,
              MOST_IN_COMMUNE,
            ),
          ).map(({ id }) => String(id)),
        )
      })
/** Fields that have an index: the table is not read whole. */
const communesOf = (type: RecordType): readonly string[] =>
  fieldsIn(type, 'commons').flatMap(([name, { kind, filter, many }]) =>
    kind === 'commune' && filter && !many ? [name] : [],
  )

/** So many places with hours are looked at. */
const MOST_OPEN = 200
/**
 * Places that are open on the day, of a search that asks for nothing else: *ouvert dimanche*. Of
 * *que faire dimanche* those that hardly open on others.
 */
export function openIds(
  sql: Statements,
  types: Types,
  asked: LookedFor,
  among: readonly string[],
): readonly string[] {
  const { days, telling } = asked
  if (days === undefined || telling.length > 0) return []
  const isAny = asksOpen(asked)
  return among.flatMap(name => {
    const type = types.get(name)
    const [field] = type === undefined ? [] : hoursOf(type)
    return field === undefined
      ? []
      : sql
          .all<Row>(
            `SELECT id, "${field}" AS hours FROM "${tableOf(name, 'commons')}"
              WHERE "${field}" IS NOT NULL ORDER BY id LIMIT ?`,
            MOST_OPEN,
          )
          .filter(({ hours }) => {
            const open = openDays(String(hours))
            return days.weekdays.some(code => open.has(code)) && (isAny || open.size <= RARELY)
          })
          .map(({ id }) => String(id))
  })
}
const hoursOf = (type: RecordType): readonly string[] =>
  fieldsIn(type, 'commons').flatMap(([name, { kind }]) => (kind === 'hours' ? [name] : []))
const OPEN: ReadonlySet<string> = new Set(['ouvert', 'ouverte', 'ouverts', 'ouvre', 'open'])
const asksOpen = ({ weak }: LookedFor): boolean => weak.some(({ word }) => OPEN.has(word))

const openDays = (hours: string): ReadonlySet<string> =>
  new Set(weekdaysOpen(hours).map(day => WEEKDAY_CODES[day]!))

/** The names of the types that fields of themes name. */
export const themesIn = lazyOf(
  (types: Types): ReadonlySet<string> =>
    new Set(
      [...types.values()].flatMap(({ fields }) =>
        Object.values(fields).flatMap(({ kind, to }) => (kind === 'themes' ? (to ?? []) : [])),
      ),
    ),
)

/** A theme under which nothing stands answers nobody. */
export function bareThemes(
  sql: Statements,
  types: Types,
  all: readonly Hit[],
): ReadonlySet<string> {
  const themes = themesIn(types)
  const ids = all.filter(({ type }) => themes.has(type)).map(({ id }) => id)
  if (ids.length === 0) return new Set()
  const used = readBy('tables.link', 'to_id', ids, () =>
    sql.all<{ id: string }>(
      'SELECT DISTINCT to_id AS id FROM link WHERE to_id IN (SELECT value FROM json_each(?))',
      JSON.stringify(ids),
    ),
  )
  return new Set(ids).difference(new Set(used.map(({ id }) => id)))
}

const MOST_UNDER = 20
/** The newest records of these types that stand under themes. */
export const idsUnder = (
  sql: Statements,
  themes: readonly Hit[],
  among: readonly string[],
): readonly string[] => {
  const ids = themes.map(({ id }) => id)
  return readBy('tables.link', 'to_id', ids, () =>
    sql.all<Row>(
      `SELECT from_id AS id FROM link WHERE to_id IN (SELECT value FROM json_each(?))
        AND from_type IN (SELECT value FROM json_each(?)) ORDER BY from_id DESC LIMIT ?`,
      JSON.stringify(ids),
      JSON.stringify(among),
      MOST_UNDER,
    ),
  ).map(({ id }) => String(id))
}

/** A record whose whole title is a plain word of the search: *le local*, of *clé du local*. */
export const OF_CALLED = 0.6
export const isCalled = ({ titled }: SearchedText, { telling, weak }: LookedFor): boolean => {
  const own = telling.length === 0 ? [] : titled.filter(word => !isSmall(word))
  return own.length === 1 && weak.some(({ word, isOwner }) => isOwner && word === own[0])
}
const MOST_CALLED = 20
export const idsCalled = (sql: Statements, { telling, weak }: LookedFor): readonly string[] =>
  telling.length === 0
    ? []
    : weak.filter(({ isOwner }) => isOwner).flatMap(({ word }) => idsTitled(sql, word))
function idsTitled(sql: Statements, word: string): readonly string[] {
  const query = `title : ^"${word}" OR title : ^"le ${word}" OR title : ^"la ${word}"`
  // A record leaves `doc` with its words: they tell that.
  const found = readMatching(query, () =>
    readBy('tables.doc', 'n', [], () =>
      sql.all<{ id: string }>(
        `SELECT own.id FROM search AS s JOIN main.doc AS own ON own.n = s.rowid
          WHERE search MATCH ? ORDER BY s.rowid LIMIT ?`,
        query,
        MOST_CALLED,
      ),
    ),
  )
  return found.map(({ id }) => id)
}
