import type { Brick } from '../contract/brick.ts'
import { LEAVES } from '../contract/tables.ts'
import { fits } from '../core/form/fit.ts'
import type { Lang } from '../core/lang.ts'
import { type MadeField, withMade } from '../core/made.ts'
import type { Field, FileRef, Period, Point, Quantity, RecordType, Space } from '../core/schema.ts'
import type { TypeWords } from '../core/type-words.ts'
import type { Statements } from '../log/sqlite.ts'
import { fieldsIn } from '../projection/shape.ts'
import { csvCell } from '../text/csv-cell.ts'
import { uiWords } from '../ui/words.ts'
import { dataWords } from './words.ts'

/**
 * What turns codes and ids into words, from the tables. Only the commons has titles: a link to
 * anything else stays an id.
 */
export type ExportNames = Readonly<{
  title: (id: string) => string
  commune: (code: string) => string
  type: (name: string) => TypeWords | undefined
  lang: Lang
}>

export function namingOn(
  tables: Statements,
  bricks: readonly Brick[],
  lang: Lang,
  knowsCommunes: boolean,
): ExportNames {
  const types: Readonly<Record<string, TypeWords>> = Object.assign(
    {},
    ...bricks.map(brick => brick.words[lang].types),
  )
  return {
    title: id =>
      tables.get<{ title: string }>(`SELECT title FROM doc WHERE id = ? AND ${LEAVES}`, id)
        ?.title || id,
    commune: code =>
      (knowsCommunes &&
        tables.get<{ name: string | null }>(
          'SELECT name FROM commune WHERE code = ? ORDER BY id',
          code,
        )?.name) ||
      code,
    type: name => (Object.hasOwn(types, name) ? types[name] : undefined),
    lang,
  }
}

type Of = Readonly<{ naming: ExportNames; type: string; name: string; field: Field; space: Space }>

/** A value as a person reads it in a spreadsheet. */
export function cellText(of: Of, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (!fits(of.field, value)) return uiWords(of.naming.lang).unreadable
  if (Array.isArray(value) && of.field.kind !== 'point')
    return value.map(one => oneText(of, one)).join(' ; ')
  return oneText(of, value)
}

function oneText({ naming, type, name, field, space }: Of, value: unknown): string {
  const w = dataWords(naming.lang).exported
  const decimal = (n: number): string =>
    naming.lang === 'fr' ? String(n).replace('.', ',') : String(n)
  switch (field.kind) {
    case 'link':
    case 'themes':
      return naming.title(String(value))
    case 'commune':
      return naming.commune(String(value))
    case 'choice':
      return naming.type(type)?.fields[name]?.choices?.[String(value)] ?? String(value)
    case 'yesNo':
      return value === true ? w.yes : w.no
    case 'number':
      return decimal(value as number)
    case 'money':
      return decimal((value as number) / 100)
    case 'quantity':
      return (
        `${(value as Quantity).amount === null ? '' : decimal((value as Quantity).amount!)} ` +
        `${(value as Quantity).unit}`
      ).trim()
    case 'period':
      return `${(value as Period).from} → ${(value as Period).to}`
    case 'point':
      return (value as Point).join(', ')
    case 'files':
      return `${(value as FileRef).name} (files/${space}/${(value as FileRef).hash})`
    default:
      return String(value)
  }
}

export const columnsOf = (
  type: RecordType,
  spaces: readonly Space[],
): readonly (readonly [string, Field])[] => {
  const all = new Map(spaces.flatMap(space => fieldsIn(type, space)))
  return [...all].filter(([name]) => name !== 'removed')
}
export const labelOf = (naming: ExportNames, type: string, field: string): string =>
  naming.type(type)?.fields[field]?.label ?? field

export type CellRow = Readonly<{
  id: string
  fields: Readonly<Record<string, unknown>>
  space?: Space
}>
/** A column that no field holds, after the others. */
export type LastColumn<R> = Readonly<{ label: string; of: (row: R) => string }>

/** A table of one type: its words, the columns that a keeper made, the spaces of its fields. */
export type ExportedTable = Readonly<{
  naming: ExportNames
  type: RecordType
  made: readonly MadeField[]
  spaces: readonly Space[]
  /** Between cells, a comma by default. */
  mark?: string
}>

/**
 * RFC 4180: commas (or `mark`), CRLF; UTF-8 with its byte order mark, without which office programs
 * read accents wrongly.
 */
export function* csvTable<R extends CellRow>(
  { naming, type, made, spaces, mark = ',' }: ExportedTable,
  rows: Iterable<R>,
  last: readonly LastColumn<R>[] = [],
): Generator<Uint8Array> {
  const { columns, labels } = headingsOf(naming, type, made, spaces)
  const heads = ['id', ...labels, ...last.map(one => one.label)].map(label => csvCell(label))
  yield Buffer.from(`\ufeff${heads.join(mark)}\r\n`)
  for (const row of rows) {
    const { id, fields, space = 'commons' } = row
    const cells = columns.map(([name, field]) =>
      csvCell(cellText({ naming, type: type.name, name, field, space }, fields[name]), field.kind),
    )
    yield Buffer.from(`${[id, ...cells, ...last.map(one => csvCell(one.of(row)))].join(mark)}\r\n`)
  }
}

/** The columns of a type in some spaces, with those that a keeper made, and what each is called. */
export function headingsOf(
  naming: ExportNames,
  plain: RecordType,
  made: readonly MadeField[],
  spaces: readonly Space[],
) {
  const columns = columnsOf(withMade(plain, made), spaces)
  const labels = columns.map(
    ([name]) => made.find(one => one.id === name)?.label ?? labelOf(naming, plain.name, name),
  )
  return { columns, labels: apart(labels) }
}

/**
 * Two columns are never called the same, whatever a keeper called a question of theirs: a table is
 * read by its headings.
 */
const apart = (labels: readonly string[]): readonly string[] =>
  labels.map((label, at) => {
    const before = labels.slice(0, at).filter(one => one === label).length
    return before === 0 ? label : `${label} (${before + 1})`
  })
