import { broughtLine } from '../contract/records/own-records.ts'
import type { Slots } from '../contract/slots.ts'
import { untilDay } from '../core/calendar/recurrence.ts'
import { placeKey } from '../core/form/typed.ts'
import { itemsOf } from '../core/narrow.ts'
import type { RecordType, RowOf, Value } from '../core/schema.ts'
import { markOf } from '../engine/value-mark.ts'
import type { CalendarVersion } from '../reading/calendar-in.ts'
import type { PageSource } from '../web/pages/kit.ts'
import type { TableColumns } from './table-pages.ts'
import type { Good } from './table-said.ts'

/**
 * A calendar that comes again: which of its events this page has from a former file, what the file
 * changed of them since, and what a person here did. Nothing is written here.
 *
 * Law     What a person wrote here since stays, whatever the file says: a field, one date, or that
 *         it is off the page. An event that the file has no more is said, and nothing else.
 * Source  RFC 5545, 3.8.7.4 (SEQUENCE), 3.8.7.2 (DTSTAMP), 3.8.7.3 (LAST-MODIFIED), 3.8.4.7 (UID).
 */

export type BesidesSlot = NonNullable<Slots['besides']>
/** Records that come with a line, and where the table has them. */
export type BesidesAt = Readonly<{ besides: BesidesSlot; at: number }>
type Fields = Readonly<Record<string, unknown>>
type Written = Readonly<Record<string, Value>>
type Brought = RowOf<typeof broughtLine>

/** A record that comes with a line: the day that it is about, and the mark of what it says. */
export type DateSaid = Readonly<{ day: string; mark: string; fields: Written }>
/**
 * A line of a calendar whose event is here.
 *
 * Shape   `fate`: `older`, the file is older than what is here; `gone`, a person here took it off
 *         the page. `fields`: what the file changes. `kept`: the fields that stay as a person here
 *         wrote them. `added`, `off`: dates that are otherwise, and no more so. `tie`: what is then
 *         known of the line.
 */
export type AgainLine = Readonly<{
  row: Good
  id: string
  title: string
  fate: 'same' | 'older' | 'gone' | 'changed' | 'cancelled'
  before: Fields
  fields: Written
  kept: readonly string[]
  added: readonly DateSaid[]
  off: readonly string[]
  was: Brought
  tie: Readonly<{ says: readonly string[]; besides: readonly string[] }>
}>
/** `absent`: events of this calendar to come that the file does not have. */
export type AgainLines = Readonly<{
  lines: ReadonlyMap<number, AgainLine>
  absent: readonly Readonly<{ id: string; title: string }>[]
}>

type AgainOf = Readonly<{
  source: PageSource
  columns: TableColumns
  good: readonly Good[]
  besidesAt: BesidesAt | undefined
  calendar: string
}>

/** What a calendar says beside of one of its lines. */
export const versionOf = ({ table }: TableColumns, line: number): CalendarVersion | undefined =>
  table.calendar?.lines[table.lines.indexOf(line)]
/** The mark of the name that a line has in every file of its calendar. */
export function nameMark(columns: TableColumns, line: number): string | undefined {
  const uid = versionOf(columns, line)?.uid
  return uid === undefined ? undefined : markOf(uid)
}
/** The mark of a calendar: by its own name, else by that of its file without what counts copies. */
export const calendarMark = ({ table }: TableColumns, file: string): string =>
  markOf(placeKey(table.calendar?.name ?? file.replace(/\.\w+$/, '').replace(/\d+/g, ' ')))

export function againIn({ source, columns, good, besidesAt, calendar }: AgainOf): AgainLines {
  if (!columns.table.calendar || !besidesAt) return { lines: new Map(), absent: [] }
  const marksOf = (row: Good): readonly string[] => {
    const { uid, series } = versionOf(columns, row.line) ?? {}
    return [uid, series].flatMap(name => (name === undefined ? [] : [markOf(name)]))
  }
  const known = broughtBefore(source, [...new Set(good.flatMap(marksOf))])
  const of = { source, columns, besidesAt }
  const met = good.flatMap(row => {
    const was = marksOf(row)
      .map(name => known.get(name))
      .find(one => one !== undefined)
    const id = was?.record && (source.read.joinedWith(was.record)[0] ?? was.record)
    return was && id ? [{ row, was, id }] : []
  })
  const lines = [...Map.groupBy(met, ({ id }) => id).values()].flatMap(([first, ...rest]) => {
    const { row, was, id } = first!
    const dates = [first!, ...rest].filter(one => isDateOf(columns, one.row))
    const line = isDateOf(columns, row)
      ? datesAgain(
          of,
          dates.map(one => one.row),
          was,
          id,
        )
      : againOf(of, row, was, id)
    // Other dates of the same series are told with the first of them.
    const others = rest.filter(one => dates.includes(one))
    return [line, ...others.map(one => unchanged(of, one.row, was, id))]
  })
  const isHere = new Set(
    columns.table.calendar.lines
      .flatMap(({ uid, series }) => [uid, series].filter(name => name !== undefined))
      .map(markOf),
  )
  return {
    lines: new Map(lines.map(one => [one.row.line, one])),
    absent: absentOf(source, columns.type, calendar, isHere),
  }
}

/** So many names are looked up at once. */
const NAMES = 5_000
function broughtBefore(
  { read }: PageSource,
  names: readonly string[],
): ReadonlyMap<string, Brought> {
  const found: Brought[] = []
  for (let at = 0; at < names.length; at += NAMES) {
    const some = JSON.stringify(names.slice(at, at + NAMES))
    const where = 'name IN (SELECT value FROM json_each(?))'
    found.push(...read.list(broughtLine, { where, with: [some], order: 'id' }, 'home'))
  }
  return new Map(found.map(one => [one.name ?? '', one]))
}

const MOST_ABSENT = 500
/** Only what is to come: many calendars leave out what is over. */
function absentOf(
  { read, today, now }: PageSource,
  type: RecordType,
  calendar: string,
  isHere: ReadonlySet<string>,
): AgainLines['absent'] {
  const where = 'calendar = ? AND "of" = ? AND off IS NOT 1'
  const all = read.list(broughtLine, { where, with: [calendar, type.name], order: 'id' }, 'home')
  const day = today(now())
  return all
    .filter(one => one.record !== null && !isHere.has(one.name ?? ''))
    .slice(0, MOST_ABSENT)
    .flatMap(({ record }) => {
      const row = read.one(type, record!)
      const [next] = read.published.eventDates?.(record!, { from: day }, 1) ?? []
      return row && next && !next.cancelled
        ? [{ id: row.id, title: String(row[type.title] ?? '') }]
        : []
    })
}

type LineOf = Readonly<{ source: PageSource; columns: TableColumns; besidesAt: BesidesAt }>

/** A line that changes nothing, and says why. */
function unchanged({ source, columns }: LineOf, row: Good, was: Brought, id: string): AgainLine {
  const { type } = columns
  const version = versionOf(columns, row.line)!
  const here: Fields | undefined = source.read.one(type, id)
  return {
    ...{ row, id, title: source.read.storedTitle(type, id), before: here ?? {} },
    ...{ fields: {}, kept: [], added: [], off: [], was },
    fate: !here ? 'gone' : isOlder(version, was) ? 'older' : 'same',
    tie: { says: itemsOf<string>(was.says), besides: itemsOf<string>(was.besides) },
  }
}

/** Whether a line is one date of a series that is not in the file. */
const isDateOf = (columns: TableColumns, { line }: Good): boolean =>
  versionOf(columns, line)?.series !== undefined

/** Dates of a series that is here, which came without it: a letter about one evening. */
function datesAgain(of: LineOf, rows: readonly Good[], was: Brought, id: string): AgainLine {
  const nothing = unchanged(of, rows[0]!, was, id)
  if (nothing.fate !== 'same') return nothing
  const { before: here } = nothing
  const changes = rows.flatMap(({ line, read: { fields } }): readonly object[] => {
    const { of: day, isOff } = versionOf(of.columns, line)!
    const own = (name: string) => (fields[name] === here[name] ? null : (fields[name] ?? null))
    if (isOff) return [{ of: day, fate: 'off', why: own('detail') }]
    const [startsAt, endsAt, where] = [own('startsAt'), own('endsAt'), own('where')]
    const on = fields['startsOn'] ?? day
    const isSame = on === day && startsAt === null && endsAt === null && where === null
    return isSame ? [] : [{ of: day, fate: 'moved', on, startsAt, endsAt, where }]
  })
  const said = JSON.stringify(changes)
  const { besides, ...dates } = datesSaid(of, { said, id, was, isWhole: false })
  const fate = dates.added.length > 0 ? 'changed' : 'same'
  return { ...nothing, ...dates, fate, tie: { ...nothing.tie, besides } }
}

function againOf(of: LineOf, row: Good, was: Brought, id: string): AgainLine {
  const { columns } = of
  const { type } = columns
  const version = versionOf(columns, row.line)!
  const nothing = unchanged(of, row, was, id)
  const here = nothing.before
  const asWas = nothing.tie
  if (nothing.fate !== 'same' || (version.isOff && was.off)) return nothing
  const said = version.isOff
    ? cancelledSaid(of, here, was, id)
    : { ...fieldsSaid(type, row.read.fields, here, was), dates: cellOf(of, row.line) }
  const dates =
    said.dates === undefined
      ? undefined
      : datesSaid(of, { said: said.dates, id, was, isWhole: !version.isOff })
  const { added = [], off = [], besides = asWas.besides } = dates ?? {}
  const isChanged = Object.keys(said.fields).length + added.length + off.length > 0
  const keeps = [...said.kept, ...(dates?.kept ?? [])]
  return {
    ...nothing,
    fate: version.isOff ? 'cancelled' : isChanged ? 'changed' : 'same',
    fields: said.fields,
    kept: keeps,
    added,
    off,
    tie: { says: said.says, besides },
  }
}

/** A higher SEQUENCE is newer; of one SEQUENCE, or without any, the stamp tells. */
function isOlder({ sequence, stamp }: CalendarVersion, was: Brought): boolean {
  if (sequence !== undefined && was.sequence !== null && sequence !== was.sequence)
    return sequence < was.sequence
  return stamp !== undefined && was.stamp !== null && stamp < was.stamp
}

const cellOf = ({ columns: { table }, besidesAt }: LineOf, line: number): string =>
  table.rows[table.lines.indexOf(line)]?.[besidesAt.at] ?? ''

const marksIn = (was: Brought): ReadonlyMap<string, string> =>
  new Map(
    itemsOf<string>(was.says).map(said => {
      const [name = '', mark = ''] = said.split(' ')
      return [name, mark]
    }),
  )
/** What is kept of the fields that a line filled. */
export const saysIn = (fields: Fields): readonly string[] =>
  Object.entries(fields)
    .map(([name, value]) => [name, markOf(value)])
    .filter(([, mark]) => mark !== NOTHING)
    .map(said => said.join(' '))
const NOTHING = markOf(null)

type SaidFields = Readonly<{ fields: Written; kept: readonly string[]; says: readonly string[] }>

/** Field by field: what the file changed since, unless a person here changed it too. */
function fieldsSaid(type: RecordType, said: Written, here: Fields, was: Brought): SaidFields {
  const marks = marksIn(was)
  const names = [...new Set([...marks.keys(), ...Object.keys(said)])].filter(name =>
    Object.hasOwn(type.fields, name),
  )
  const moved = names.filter(name => {
    const mark = markOf(said[name])
    return mark !== (marks.get(name) ?? NOTHING) && mark !== markOf(here[name])
  })
  const isOurs = (name: string): boolean => markOf(here[name]) !== (marks.get(name) ?? NOTHING)
  return {
    fields: Object.fromEntries(
      moved.filter(name => !isOurs(name)).map(name => [name, said[name] ?? null]),
    ),
    kept: moved.filter(isOurs),
    says: saysIn(said),
  }
}

/** Dates of a series that is cancelled: so many are struck at most. */
const MOST_STRUCK = 50
/**
 * A cancelled event: its next date is struck, for who comes that day, and a series has no other
 * after it. What a person here wrote of its days stays.
 */
function cancelledSaid(
  { source }: LineOf,
  here: Fields,
  was: Brought,
  id: string,
): SaidFields & Readonly<{ dates?: string }> {
  const marks = marksIn(was)
  const asWas = { fields: {}, kept: [], says: itemsOf<string>(was.says) }
  const ours = ['startsOn', 'recurs'].filter(
    name => markOf(here[name]) !== (marks.get(name) ?? NOTHING),
  )
  if (ours.length > 0) return { ...asWas, kept: ours }
  const from = source.today(source.now())
  const coming = source.read.published.eventDates?.(id, { from }, MOST_STRUCK) ?? []
  const next = coming.find(one => !one.cancelled)
  if (!next) return asWas
  const dates = coming
    .filter(one => !one.cancelled && (one.of <= next.of || one.change?.fate === 'added'))
    .map(({ of, day }) => ({ of, fate: 'off', ...(day === of ? {} : { on: day }) }))
  const recurs = typeof here['recurs'] === 'string' ? here['recurs'] : ''
  const struck = JSON.stringify(dates)
  if (recurs === '') return { ...asWas, dates: struck }
  const until = untilDay(recurs, next.of)
  const says = [
    ...asWas.says.filter(said => !said.startsWith('recurs ')),
    ...saysIn({ recurs: until }),
  ]
  return { fields: { recurs: until }, kept: [], says, dates: struck }
}

/** The records that come with a line, about the record of this id. */
export function besidesSaid(
  { besides }: Pick<BesidesAt, 'besides'>,
  said: string,
  id: string,
): readonly DateSaid[] {
  // The mark is of what the file says, whatever record it is about.
  const marks = besides.records('', said).map(markOf)
  return besides
    .records(id, said)
    .map((fields, i) => ({ day: besides.dayOf(fields), mark: marks[i]!, fields }))
}

type SaidDates = Pick<AgainLine, 'added' | 'off' | 'kept'> &
  Readonly<{ besides: readonly string[] }>
type DatesOf = Readonly<{ said: string; id: string; was: Brought; isWhole: boolean }>
/**
 * Date by date: what the file changed since, but for the dates that a person here changed.
 * `isWhole`: what is not said is so no more.
 */
function datesSaid({ besidesAt, source }: LineOf, { said, id, was, isWhole }: DatesOf): SaidDates {
  const { besides } = besidesAt
  const type = source.read.types.get(besides.comes)!
  const standing = new Map(
    source.read.pointing(id, type.name).flatMap(one => {
      const row: Fields | undefined = source.read.one(type, one.id)
      return row ? [[one.id, besides.dayOf(row)] as const] : []
    }),
  )
  const held = itemsOf<string>(was.besides).map(one => {
    const [record = '', day = '', mark = ''] = one.split(' ')
    return { record, day, mark, whole: one }
  })
  const brought = new Set(held.map(({ record }) => record))
  const ours = new Set([
    ...[...standing].flatMap(([record, day]) => (brought.has(record) ? [] : [day])),
    ...held.flatMap(({ record, day }) => (record !== '' && !standing.has(record) ? [day] : [])),
  ])
  const all = besidesSaid(besidesAt, said, id)
  const marks = new Set(all.map(({ mark }) => mark))
  const fresh = all.filter(({ mark }) => held.every(one => one.mark !== mark))
  const left = fresh.filter(({ day }) => ours.has(day))
  const stays = held.filter(({ mark }) => !isWhole || marks.has(mark))
  return {
    added: fresh.filter(({ day }) => !ours.has(day)),
    off: held.flatMap(one =>
      !stays.includes(one) && standing.has(one.record) ? [one.record] : [],
    ),
    kept: left.length > 0 ? [besides.comes] : [],
    besides: [...stays.map(one => one.whole), ...left.map(({ day, mark }) => ` ${day} ${mark}`)],
  }
}
