import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Brick } from '../contract/brick.ts'
import { tableOf } from '../contract/tables.ts'
import type { Lang } from '../core/lang.ts'
import { withMade } from '../core/made.ts'
import { itemsOf, ownJson } from '../core/narrow.ts'
import type { Field, FileRef, RecordType, Space } from '../core/schema.ts'
import { hashesOf } from '../engine/file-copies.ts'
import { shapeOf } from '../engine/shape.ts'
import { dayAt } from '../files/clock.ts'
import { placesIn } from '../files/folder.ts'
import { heavyFile } from '../files/large-files.ts'
import { openToRead } from '../files/open-box.ts'
import { writeBeside } from '../files/write-beside.ts'
import { Statements } from '../log/sqlite.ts'
import { withoutHere } from '../projection/here.ts'
import { definitionsIn, madeFieldsOf, madeValues } from '../projection/made.ts'
import { fieldsIn, isJson } from '../projection/shape.ts'
import { wholeBricks } from '../web/records/brick.ts'
import { partOf, type ZipPart, zipped } from '../zip/write.ts'
import { csvTable, type ExportNames, namingOn } from './export-cell.ts'
import { readmeOf } from './export-readme.ts'

const EXPORT_FORMAT = 1
export type ExportMark = Readonly<{
  kind: 'cocote-export'
  format: number
  version: string
  made: string
  private: boolean
  counts: Readonly<Record<string, number>>
}>
/** `left`: what this box shows here alone, by its name: it goes into no file, and that is said. */
export type Exported = Readonly<{
  records: number
  files: number
  missing: number
  left: readonly OmittedCount[]
}>
export type OmittedCount = Readonly<{ name: string; count: number }>

export type ExportOf = Readonly<{
  folder: string
  file: string
  bricks: readonly Brick[]
  /** With what must not leave the box; a code was asked for it. */
  private: boolean
  /** With the shelf too, among what is private: films are hundreds of megabytes (heavy.ts). */
  heavy?: boolean
  lang: Lang
  version: string
  now: Date
  progress?: (done: number, total: number) => void
}>

/**
 * How many rows are read at once: no transaction is held between pages, so that forgetting never
 * waits for an export.
 */
const PAGE = 500

/** What no export holds, the keeper's private one neither. */
const isLeftOut = ({ shownHere, between }: RecordType): boolean =>
  shownHere === true || between === true

type Making = ExportOf &
  Readonly<{
    tables: Statements
    naming: ExportNames
    files: Map<string, FileRef>
    heavies: Set<string>
    counts: Map<string, number>
    total: number
    left: readonly OmittedCount[]
    done: { n: number }
  }>

/**
 * What this box shows, for other programs and for people: a JSON and a CSV a record type, and the
 * files that they name.
 *
 * Law     without `private`, only rows of the commons are read, and only files that they name (law
 *         6). What was removed is not there. The file is whole or not there.
 */
export async function exportTo(of: ExportOf): Promise<Exported> {
  const db = openToRead(placesIn(of.folder).tables)
  try {
    const tables = new Statements(db)
    const all = shapeOf(of.bricks).types
    withoutHere(db, all)
    // What this box shows here alone and forgets by itself goes into no file, whoever asks; nor
    // does what people say to each other.
    const types = all.filter(type => !isLeftOut(type))
    const naming = namingOn(
      tables,
      wholeBricks(of.bricks),
      of.lang,
      types.some(type => type.name === 'commune'),
    )
    const spaces: readonly Space[] = of.private ? ['commons', 'network', 'home'] : ['commons']
    const total = types.reduce(
      (sum, type) => sum + spaces.reduce((n, space) => n + countOf(tables, type, space), 0),
      0,
    )
    const left = all.flatMap((type): readonly OmittedCount[] => {
      const count = isLeftOut(type) ? countOf(tables, type, 'home') : 0
      return count > 0 ? [{ name: naming.type(type.name)?.many ?? type.name, count }] : []
    })
    const making: Making = {
      ...of,
      tables,
      naming,
      files: new Map(),
      heavies: new Set(),
      counts: new Map(),
      total,
      left,
      done: { n: 0 },
    }
    const missing = { n: 0 }
    await writeBeside(of.file, zipped(partsOf(making, types, spaces, missing), of.now))
    const records = [...making.counts.values()].reduce((sum, n) => sum + n, 0)
    return {
      records,
      files: making.files.size + making.heavies.size - missing.n,
      missing: missing.n,
      left,
    }
  } finally {
    db.close()
  }
}

async function* partsOf(
  making: Making,
  types: readonly RecordType[],
  spaces: readonly Space[],
  missing: { n: number },
): AsyncGenerator<ZipPart> {
  yield* definitionParts(making, types, spaces)
  yield* joinPart(making)
  for (const type of types)
    for (const place of ['', 'prive/']) {
      const mine = spaces.filter(space => (space === 'commons') === (place === ''))
      if (mine.every(space => countOf(making.tables, type, space) === 0)) continue
      yield {
        name: `${place}${type.name}.json`,
        packs: true,
        bytes: () => jsonOf(making, type, mine, place),
      }
      yield {
        name: `${place}${type.name}.csv`,
        packs: true,
        bytes: () => csvOf(making, type, mine),
      }
    }
  for (const [name, ref] of making.files) {
    const file = join(placesIn(making.folder).files, name)
    if (existsSync(file))
      yield {
        name: `files/${name}`,
        packs: !/^(image|video|audio)\//.test(ref.type),
        bytes: () => createReadStream(file),
      }
    else missing.n++
  }
  for (const hash of making.heavies) {
    const file = heavyFile(making.folder, hash)
    if (existsSync(file))
      yield { name: `heavy/${hash}`, packs: false, bytes: () => createReadStream(file) }
    else missing.n++
  }
  const mark: ExportMark = {
    kind: 'cocote-export',
    format: EXPORT_FORMAT,
    version: making.version,
    made: making.now.toISOString(),
    private: making.private,
    counts: Object.fromEntries(making.counts),
  }
  yield partOf('export.json', JSON.stringify(mark, null, 2))
  const shown = types.filter(
    type => making.counts.has(type.name) || making.counts.has(`prive/${type.name}`),
  )
  yield partOf('LISEZMOI.txt', `\ufeff${readmeOf(making, shown, dayAt(making.now.getTime()))}`)
}

/**
 * The fields that a keeper made, so that another box knows them by the same ids: one part for the
 * commons, one for what stays here.
 */
function* definitionParts(
  making: Making,
  types: readonly RecordType[],
  spaces: readonly Space[],
): Generator<ZipPart> {
  const known = new Set(types.map(type => type.name))
  for (const place of ['', 'prive/']) {
    const mine = spaces.filter(space => (space === 'commons') === (place === ''))
    const records = mine
      .flatMap(space => definitionsIn(making.tables, space))
      .filter(one => known.has(String(one.fields['of'])))
    const lines = records.map(one =>
      JSON.stringify(place === '' ? { id: one.id, fields: one.fields } : one),
    )
    if (lines.length > 0)
      yield partOf(`${place}type.json`, `{"type":"type","records":[\n${lines.join(',\n')}\n]}\n`)
  }
}

/**
 * What was said to be one thing: every record of it leaves as it is, and this with them. What was
 * seen of each is this log's own.
 */
function* joinPart({ tables }: Making): Generator<ZipPart> {
  const joins = tables.all<{ id: string; these: string }>(
    'SELECT id, these FROM joining ORDER BY id',
  )
  const lines = joins.map(({ id, these }) =>
    JSON.stringify({ id, fields: { these: ownJson<unknown>(these) } }),
  )
  if (lines.length > 0)
    yield partOf('join.json', `{"type":"join","records":[\n${lines.join(',\n')}\n]}\n`)
}

const from = (type: RecordType, space: Space): string =>
  `FROM "${tableOf(type.name, space)}" WHERE removed IS NOT 1${
    space === 'commons'
      ? ''
      : ` AND id NOT IN (SELECT id FROM "${tableOf(type.name, 'commons')}" WHERE removed = 1)`
  }`
const countOf = (tables: Statements, type: RecordType, space: Space): number =>
  Number(tables.get(`SELECT count(*) AS n ${from(type, space)}`)?.['n'])

export type ExportedRow = Readonly<{ id: string; fields: Readonly<Record<string, unknown>> }>

/**
 * Every record of a type in a space, a page at a time: its own values and those of the fields that
 * a keeper made and still asks.
 */
function* rowsOf(tables: Statements, type: RecordType, space: Space): Generator<ExportedRow> {
  const fields = fieldsIn(type, space).filter(([name]) => name !== 'removed')
  const asked = new Set(madeFieldsOf(tables, type.name).map(one => one.id))
  for (let after = ''; ; ) {
    const page = tables.all(
      `SELECT * ${from(type, space)} AND id > ? ORDER BY id LIMIT ${PAGE}`,
      after,
    )
    for (const row of page) {
      const id = String(row['id'])
      const made = Object.entries(madeValues(tables, type.name, id, space)).filter(([name]) =>
        asked.has(name),
      )
      const own = fields
        .map(([name, field]) => [name, decoded(field, row[name])] as const)
        .filter(([, value]) => value !== null)
      yield { id, fields: { ...Object.fromEntries(own), ...Object.fromEntries(made) } }
    }
    if (page.length < PAGE) return
    after = String(page.at(-1)!['id'])
  }
}

function decoded(field: Field, cell: unknown): unknown {
  if (cell === null || cell === undefined) return null
  if (isJson(field)) return ownJson<unknown>(String(cell))
  return field.kind === 'yesNo' ? cell === 1 : cell
}

function* jsonOf(
  making: Making,
  type: RecordType,
  spaces: readonly Space[],
  place: string,
): Generator<Uint8Array> {
  yield Buffer.from(`{"type":${JSON.stringify(type.name)},"records":[`)
  const whole = withMade(type, madeFieldsOf(making.tables, type.name))
  let count = 0
  for (const space of spaces)
    for (const { id, fields } of rowsOf(making.tables, type, space)) {
      const record = space === 'commons' ? { id, fields } : { id, space, fields }
      yield Buffer.from(`${count++ === 0 ? '' : ','}\n${JSON.stringify(record)}`)
      noteFiles(making, whole, space, fields)
      making.progress?.(++making.done.n, making.total)
    }
  if (count > 0) making.counts.set(`${place}${type.name}`, count)
  yield Buffer.from('\n]}\n')
}

function noteFiles(
  { files, heavies, heavy }: Making,
  type: RecordType,
  space: Space,
  fields: ExportedRow['fields'],
): void {
  for (const [name, value] of Object.entries(fields)) {
    const field = type.fields[name]
    if (field?.kind !== 'files') continue
    for (const ref of itemsOf<FileRef>(value))
      for (const hash of hashesOf(ref))
        if (!field.heavy) files.set(`${space}/${hash}`, ref)
        else if (heavy) heavies.add(hash)
  }
}

/** The rows of a type as a table, with the columns that a keeper made. */
function* csvOf(
  { tables, naming }: Pick<Making, 'tables' | 'naming'>,
  type: RecordType,
  spaces: readonly Space[],
): Generator<Uint8Array> {
  function* rows(): Generator<ExportedRow & Readonly<{ space: Space }>> {
    for (const space of spaces)
      for (const row of rowsOf(tables, type, space)) yield { ...row, space }
  }
  yield* csvTable({ naming, type, made: madeFieldsOf(tables, type.name), spaces }, rows())
}
