import { withoutReachOnceOver } from '../contract/records/once-over.ts'
import { LEAVES } from '../contract/tables.ts'
import type { EventDate } from '../core/calendar/event-dates.ts'
import { bornAt } from '../core/id.ts'
import type { Lang } from '../core/lang.ts'
import { withMade } from '../core/made.ts'
import type { Field, RecordType } from '../core/schema.ts'
import type { Statements } from '../log/sqlite.ts'
import { dayOfMoment } from '../text/days.ts'
import type { PageSource } from '../web/pages/kit.ts'
import { type AtomEntry, atomOf } from './atom.ts'
import { changedDates, changedSaid, datesOut, hasChanges } from './dates-out.ts'
import {
  cellText,
  csvTable,
  type ExportNames,
  headingsOf,
  type LastColumn,
  labelOf,
  namingOn,
} from './export-cell.ts'
import { featureOf, isPlaced, pointOf } from './geojson.ts'
import { linkedOf } from './json-ld.ts'
import { licencesOf } from './licence.ts'
import { type OdsCell, type OdsSheet, odsOf } from './ods.ts'
import { type DataRow, madeShown, rowsOnce, setsIn } from './sets.ts'
import { dataWords } from './words.ts'

/** The name of a file of a type: `place.csv`, `place-excel.csv`. */
export const fileOf = ({ name }: Pick<RecordType, 'name'>, format: Format): string =>
  format === 'excel' ? `${name}-excel.csv` : `${name}.${format}`

/** `origin`: where the page is asked, `http://sail.local:4280`. */
export type Giving = Readonly<{
  source: PageSource
  tables: Statements
  lang: Lang
  origin: string
}>
export const FORMATS = ['csv', 'excel', 'ods', 'json', 'geojson', 'jsonld', 'atom'] as const
export type Format = (typeof FORMATS)[number]

export const formatsOf = (source: PageSource, type: RecordType): readonly Format[] =>
  FORMATS.filter(format => format !== 'geojson' || isPlaced(source, type))

const namingFor = ({ source, tables, lang }: Giving): ExportNames =>
  namingOn(tables, source.bricks, lang, source.types.has('commune'))

export function csv(of: Giving, type: RecordType, mark = ','): Iterable<Uint8Array> {
  return csvTable(
    { naming: namingFor(of), type, made: madeShown(of.source, type), spaces: ['commons'], mark },
    rowsOnce(of.source, type),
    lastColumns(of, type),
  )
}
/**
 * The same for an Excel set to French: it opens a file by a double click, and takes the semicolon
 * for the mark between cells, since the comma is in its numbers.
 */
export const excel = (of: Giving, type: RecordType): Iterable<Uint8Array> =>
  csv({ ...of, lang: 'fr' }, type, ';')

/** What no field holds: the licence, and the dates that were changed. */
function lastColumns({ source, lang }: Giving, type: RecordType): readonly LastColumn<DataRow>[] {
  const w = dataWords(lang).data
  const changed = (row: DataRow): string => changedSaid(changedDates(source, type, row), lang)
  return [
    { label: w.licence, of: row => row.licence.said },
    ...(hasChanges(type) ? [{ label: w.datesChanged, of: changed }] : []),
  ]
}

export const ods = (of: Giving, type: RecordType): Promise<Uint8Array> =>
  odsOf([sheetOf(of, type)], new Date(of.source.now()))

/** Every list that has a line, a sheet each, in one file. */
export function allOds(of: Giving): Promise<Uint8Array> {
  function* sheets() {
    for (const type of setsIn(of.source))
      if (of.source.read.count(type, { where: LEAVES }) > 0) yield sheetOf(of, type)
  }
  return odsOf(sheets(), new Date(of.source.now()))
}

function sheetOf(of: Giving, type: RecordType): OdsSheet {
  const naming = namingFor(of)
  const { columns, labels } = headingsOf(naming, type, madeShown(of.source, type), ['commons'])
  const last = lastColumns(of, type)
  const lineOf = (row: DataRow): readonly OdsCell[] => [
    { text: row.id },
    ...columns.map(([name, field]) =>
      cellOf(
        cellText({ naming, type: type.name, name, field, space: 'commons' }, row.fields[name]),
        field,
        row.fields[name],
      ),
    ),
    ...last.map(one => ({ text: one.of(row) })),
  ]
  function* lines() {
    for (const row of rowsOnce(of.source, type)) yield lineOf(row)
  }
  const headings = ['id', ...labels, ...last.map(one => one.label)]
  return { name: naming.type(type.name)?.many ?? type.name, headings, rows: lines() }
}

function cellOf(text: string, field: Field, value: unknown): OdsCell {
  if (field.kind === 'number' && typeof value === 'number') return { text, as: { number: value } }
  if (field.kind === 'money' && typeof value === 'number') return { text, as: { cents: value } }
  return field.kind === 'day' && typeof value === 'string' ? { text, as: { day: value } } : { text }
}

/** `{type, records}`, as an export writes it, each record with its licence. */
export const json = (of: Giving, type: RecordType): Iterable<Uint8Array> =>
  listed(
    `{"type":${JSON.stringify(type.name)},"records":[`,
    of.source,
    type,
    ({ id, licence, fields }) => {
      const dates = changedDates(of.source, type, { id, fields })
      return JSON.stringify({
        id,
        ...(licence.said === '' ? {} : { licence: licence.said }),
        fields,
        ...(dates.length === 0 ? {} : { dates: dates.map(dateOut) }),
      })
    },
  )
/** A changed date: `of` is the day that it has without its change. */
const dateOut = ({ of, day, cancelled, change }: EventDate) => {
  const { startsAt, endsAt, where, why } = change ?? {}
  const said = Object.entries({ startsAt, endsAt, where, why }).filter(([, value]) => value)
  return { of, day, cancelled, ...Object.fromEntries(said) }
}

export function geojson(of: Giving, type: RecordType): Iterable<Uint8Array> {
  const told = tellerOf(of, type)
  return listed('{"type":"FeatureCollection","features":[', of.source, type, row => {
    const values = Object.entries(row.fields).filter(([name]) => name !== 'point')
    const said = values.map(([name, value]) => [
      name,
      typeof value === 'number' || typeof value === 'boolean' ? value : told(name, value),
    ])
    const changed = changedSaid(changedDates(of.source, type, row), of.lang)
    // A name that no column of ours is guessed for, when the file comes in elsewhere.
    const more = {
      cocote: addressOf(of, row.id),
      licence: row.licence.said || null,
      ...(changed === '' ? {} : { [dataWords(of.lang).data.datesChanged]: changed }),
    }
    return featureOf(row.id, pointOf(of.source, type, row.fields), {
      ...Object.fromEntries(said),
      ...more,
    })
  })
}

export function jsonld(of: Giving, type: RecordType): Iterable<Uint8Array> {
  const told = tellerOf(of, type)
  const { read, now } = of.source
  const taken = type.name === 'thing' ? read.published.thingsTaken?.(now()) : undefined
  return listed('{"@context":"https://schema.org","@graph":[', of.source, type, row =>
    linkedOf(type, row, {
      told,
      at: id => addressOf(of, id),
      point: pointOf(of.source, type, row.fields),
      dates: datesOut(of.source, type, row),
      ...(taken?.has(row.id) ? { isTaken: true } : {}),
    }),
  )
}

/** So many of the last written: a reader of feeds keeps the others. */
const MOST_ENTRIES = 50
const DAY_MS = 24 * 3_600_000

export function atom(of: Giving, type: RecordType & { path: string }): string {
  const { source, origin } = of
  const w = dataWords(of.lang).data
  const naming = namingFor(of)
  const told = tellerOf(of, type)
  const licences = licencesOf(source)
  const fields = headingsOf(naming, type, madeShown(source, type), ['commons']).columns.map(
    ([name]) => name,
  )
  // Of a clock that is ahead, readers of feeds would keep fifty entries of 2100, and meet nothing
  // else.
  const newest = source.read.list(type, {
    where: LEAVES,
    order: `_wall > ${source.now() + DAY_MS}, _wall DESC, id DESC`,
    limit: MOST_ENTRIES,
  })
  const entries = newest.map((record): AtomEntry => {
    const row: Readonly<Record<string, unknown>> = withoutReachOnceOver(
      type,
      { ...record, ...source.read.made(type.name, record.id) },
      dayOfMoment(source.now()),
    )
    const lines = fields
      .filter(
        name =>
          name !== type.title &&
          row[name] !== null &&
          row[name] !== undefined &&
          row[name] !== false,
      )
      .map(
        name =>
          `${labelOf(naming, type.name, name)}${of.lang === 'fr' ? '\u00a0' : ''}: ` +
          `${told(name, row[name])}`,
      )
    const changed = changedDates(source, type, { id: record.id, fields: row })
    const dates =
      changed.length === 0 ? [] : [`${w.datesChanged}: ${changedSaid(changed, of.lang)}`]
    const written = source.read.written(record.id)?.last ?? bornAt(record.id)
    return {
      id: record.id,
      title: String(row[type.title] ?? ''),
      href: addressOf(of, record.id) ?? origin,
      published: Math.min(bornAt(record.id), written),
      updated: written,
      text: [...lines, ...dates].join('\n'),
      rights: licences.of(type, row).said,
    }
  })
  const page = source.bricks.map(brick => brick.slots?.territory?.(source.read)).find(Boolean)
  const name = page?.name ?? 'CoCoTe'
  const what = naming.type(type.name)?.many ?? type.name
  const feed = {
    self: `${origin}/donnees/${type.name}.atom`,
    page: `${origin}${type.path}`,
    title: w.feed(what, name),
    by: page?.keptBy || name,
  }
  return atomOf(
    {
      ...feed,
      id: `${source.read.boxes().me.name}:${type.name}`,
      updated: entries[0]?.updated ?? 0,
    },
    entries,
  )
}

/** What is offered, in the words of schema.org, for a catalogue that gathers several pages. */
export function catalogue({ source, lang, origin }: Giving): string {
  const naming: Readonly<Record<string, { many: string }>> = Object.assign(
    {},
    ...source.bricks.map(brick => brick.words[lang].types),
  )
  const types: Readonly<Record<Format, string>> = MIMES
  const dataset = setsIn(source).map(type => ({
    '@type': 'Dataset',
    '@id': `${origin}/donnees#${type.name}`,
    name: naming[type.name]?.many ?? type.name,
    distribution: formatsOf(source, type).map(format => ({
      '@type': 'DataDownload',
      encodingFormat: types[format],
      contentUrl: `${origin}/donnees/${fileOf(type, format)}`,
    })),
  }))
  return JSON.stringify(
    {
      '@context': 'https://schema.org',
      '@type': 'DataCatalog',
      '@id': `${origin}/donnees`,
      dataset,
    },
    null,
    1,
  )
}

export const MIMES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  excel: 'text/csv; charset=utf-8',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
}

function* listed(
  head: string,
  source: PageSource,
  type: RecordType,
  one: (row: DataRow) => string,
): Generator<Uint8Array> {
  let between = `${head}\n`
  for (const row of rowsOnce(source, type)) {
    yield Buffer.from(between + one(row))
    between = ',\n'
  }
  yield Buffer.from(between === ',\n' ? '\n]}\n' : `${between}]}\n`)
}

/** The page of a record, wherever it is; what no page shows has no address. */
function addressOf({ source, origin }: Giving, id: string): string | undefined {
  const path = source.read.staysHere(id) ? undefined : source.read.called(id)?.path
  return path ? `${origin}${path}` : undefined
}

function tellerOf(of: Giving, plain: RecordType): (field: string, value: unknown) => string {
  const naming = namingFor(of)
  const type = withMade(plain, madeShown(of.source, plain))
  return (name, value) => {
    const field = type.fields[name]
    return field ? cellText({ naming, type: type.name, name, field, space: 'commons' }, value) : ''
  }
}
