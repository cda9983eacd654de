import { broughtLine } from '../contract/records/own-records.ts'
import type { RecordType, Value } from '../core/schema.ts'
import type { BroughtRecord } from '../engine/records/bring.ts'
import { markOf } from '../engine/value-mark.ts'
import { type AgainLine, type DateSaid, nameMark, saysIn, versionOf } from './table-again.ts'
import type { TableColumns } from './table-pages.ts'
import type { ChangedRecord } from './waiting-table.ts'

/** What is written of the lines of a calendar, and how it is undone. */

type TieOf = Readonly<{ columns: TableColumns; calendar: string; newId: () => string }>
type TiedLine = Readonly<{
  line: number
  /** Of what is here already: the mark of its name, and whether it was cancelled as a whole. */
  was?: Readonly<{ name: string | null; off: boolean | null }>
  record: string
  says: readonly string[]
  besides: readonly string[]
}>

/** What ties a line to its record, so that the next file changes it. None without a name. */
function tieTo({ columns, calendar, newId }: TieOf, said: TiedLine): readonly BroughtRecord[] {
  const name = said.was?.name ?? nameMark(columns, said.line)
  const { sequence, stamp, isOff, series } = versionOf(columns, said.line) ?? {}
  // One date of a series says nothing of the whole.
  const off = series === undefined ? isOff : said.was?.off
  if (name === undefined) return []
  const fields: Readonly<Record<string, Value>> = {
    name,
    record: said.record,
    of: columns.type.name,
    calendar,
    ...(sequence === undefined ? {} : { sequence }),
    ...(stamp === undefined ? {} : { stamp }),
    ...(off ? { off } : {}),
    says: said.says,
    besides: said.besides,
  }
  return [{ type: broughtLine.name, id: newId(), space: 'home', fields }]
}

/** A new record of a line, with what comes with it: `dates`, of the type `besides`. */
type NewLine = Readonly<{
  line: number
  record: BroughtRecord
  besides: string
  dates: readonly DateSaid[]
}>
/** The records that come with a new line: its dates that are otherwise, and its tie. */
export function besideNew(
  of: TieOf,
  { line, record, besides, dates }: NewLine,
): readonly BroughtRecord[] {
  const added = dates.map(one => ({ ...one, id: of.newId() }))
  const tie = tieTo(of, {
    line,
    record: record.id,
    says: saysIn(record.fields),
    besides: added.map(({ id, day, mark }) => `${id} ${day} ${mark}`),
  })
  return [...added.map(({ id, fields }) => ({ type: besides, id, fields })), ...tie]
}

type Updating = Readonly<{
  /** All that is written; of these, what an undo takes off the page. */
  records: readonly BroughtRecord[]
  undone: readonly BroughtRecord[]
  changed: readonly ChangedRecord[]
}>
/** What is written of the lines whose events are here. `besides`: the type of their dates. */
export function updating(
  of: TieOf,
  type: RecordType,
  besides: string,
  lines: readonly AgainLine[],
): Updating {
  const all = lines.map(one => updated(of, { type: type.name, besides }, one))
  return {
    records: all.flatMap(one => one.records),
    undone: all.flatMap(one => one.undone),
    changed: all.flatMap(one => one.changed),
  }
}

function updated(
  of: TieOf,
  { type, besides }: Readonly<{ type: string; besides: string }>,
  { row, id, fields, added, off, was, tie }: AgainLine,
): Updating {
  const dates = added.map(({ day, mark, fields: said }) => {
    const record = { type: besides, id: of.newId(), fields: said }
    return { record, said: `${record.id} ${day} ${mark}` }
  })
  const ties = tieTo(of, {
    line: row.line,
    was,
    record: id,
    says: tie.says,
    besides: [...tie.besides, ...dates.map(({ said }) => said)],
  })
  const takeOff = (name: string, record: string): BroughtRecord => ({
    type: name,
    id: record,
    fields: { removed: true },
  })
  const former: BroughtRecord = { ...takeOff(broughtLine.name, was.id), space: 'home' }
  const names = Object.keys(fields)
  const undone = [...dates.map(({ record }) => record), ...ties]
  return {
    records: [
      ...(names.length > 0 ? [{ type, id, fields }] : []),
      ...off.map(record => takeOff(besides, record)),
      ...undone,
      former,
    ],
    undone,
    changed: [
      ...names.map(name => ({ type, said: `${id} ${name} ${markOf(fields[name])}` })),
      ...off.map(record => ({ type: besides, said: `${record} removed` })),
      { type: broughtLine.name, said: `${was.id} removed` },
    ],
  }
}
