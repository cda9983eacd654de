import type { Brick } from '../../contract/brick.ts'
import type { Kit } from '../../contract/kit.ts'
import { isShownHome } from '../../contract/permission.ts'
import type { Reader } from '../../contract/reader.ts'
import { withoutReachOnceOver } from '../../contract/records/once-over.ts'
import type { Request } from '../../contract/request.ts'
import { asSent, type Input, texts } from '../../core/form/input.ts'
import { type Field, fieldFor, type RecordType, spaceOf } from '../../core/schema.ts'
import type { TypeWords } from '../../core/type-words.ts'
import { withMadeFields } from '../../engine/fields.ts'
import { withoutPhones } from '../../text/sought-numbers.ts'

/**
 * The content of a printed list: the columns to choose from, those chosen, and the lines. This is
 * the most lines.
 */

const MOST_LINES = 5_000
/** Units   letters of one cell: a list is no place for a story. */
const LONGEST_CELL = 140
const MOST_COLUMNS = 12

/** Names under one word of the address: several, or one text with commas between them. */
const many = (query: Input, name: string): readonly string[] =>
  texts(query, name).flatMap(text => text.split(','))

/** Kinds that say nothing in a column. */
const UNSAID: ReadonlySet<string> = new Set(['files', 'point', 'recurrence'])
export type ListedColumn = Readonly<{ name: string; label: string; field: Field; isHome: boolean }>

/**
 * The columns that this reader may choose. Columns of `home` are for the keeper, over HTTPS. A link
 * is printed by its title, so a link of `home` is no column.
 */
export function columnsOf(
  type: RecordType,
  words: TypeWords,
  request: Pick<Request, 'by' | 'private'>,
): readonly ListedColumn[] {
  return Object.entries(type.fields).flatMap(([name, field]) => {
    const isHome = spaceOf(type, field) !== 'commons'
    if (UNSAID.has(field.kind) || field.unasked) return []
    if (isHome && (!isShownHome(request) || field.kind === 'link')) return []
    return [{ name, label: words.fields[name]?.label ?? name, field, isHome }]
  })
}

/**
 * The requested names that are no columns, and the columns that are: a person types them without a
 * page.
 */
export function unknownColumns(
  { bricks, type: plain }: Readonly<{ bricks: readonly Brick[]; type: RecordType }>,
  request: Pick<Request, 'by' | 'private' | 'lang' | 'query'>,
  read: Reader,
): Readonly<{ unknown: readonly string[]; known: readonly string[] }> {
  const { type, words } = withMadeFields(bricks, read, plain, request.lang)
  const known = columnsOf(type, words, request).map(one => one.name)
  const asked = [...new Set(many(request.query, 'col').map(name => name.trim()))]
  return { unknown: asked.filter(name => name !== '' && !known.includes(name)), known }
}

/**
 * The chosen columns, in the requested order. By default: when, who or what, which kind, where, how
 * to reach.
 */
export function chosenOf(
  type: RecordType,
  all: readonly ListedColumn[],
  query: Input,
): readonly ListedColumn[] {
  const find = (name: string | undefined): readonly ListedColumn[] =>
    all.filter(column => column.name === name)
  const asked = [...new Set(many(query, 'col').map(name => name.trim()))]
    .flatMap(find)
    .slice(0, MOST_COLUMNS)
  if (asked.length > 0) return asked
  const choice = all.find(column => column.field.kind === 'choice' && column.field.filter)?.name
  const day = all.find(column => column.field.kind === 'day' && column.field.required)?.name
  const hour = day && all.find(column => column.field.kind === 'time')?.name
  return [
    ...new Set([day, hour, type.title, choice, 'commune', fieldFor(type, 'reach')].flatMap(find)),
  ]
}

/**
 * The printed list. `unprinted`: how many people are left out because they did not agree to stand
 * on paper.
 */
export type Listed = Readonly<{
  columns: readonly Pick<ListedColumn, 'label'>[]
  lines: readonly (readonly string[])[]
  words: TypeWords
  unprinted: number
}>

type Held = Readonly<Record<string, unknown>>
const isPerson = (type: RecordType, row: Held): boolean => {
  const person = Object.entries(type.person ?? {})
  return person.length > 0 && person.every(([name, value]) => row[name] === value)
}

/**
 * Law     11: a list on paper is handed round, as a booklet is: of persons it holds those who
 *         agreed to it.
 */
function mayStand(type: RecordType): (row: Held) => boolean {
  const printed = fieldFor(type, 'printed')
  return row => printed === undefined || row[printed] === true || !isPerson(type, row)
}

/** Kinds that say of a person what they do and where, and never where they live or their number. */
const OF_A_PERSON: ReadonlySet<string> = new Set(['choice', 'commune', 'themes', 'yesNo'])
/**
 * Whether a list may print this column of a row. Law 11: of a person, only name, kind, commune and
 * the chosen way to be reached; no telephone.
 */
const isSaidOf = (type: RecordType, row: Held, { name, field, isHome }: ListedColumn): boolean =>
  isHome ||
  !isPerson(type, row) ||
  name === type.title ||
  OF_A_PERSON.has(field.kind) ||
  field.means === 'reach' ||
  field.means === 'who'

/** The row’s author and way to be reached, as far as paper may name them. */
function onPaper(type: RecordType, row: Held, kit: Kit): Held {
  const [who, how] = [fieldFor(type, 'who'), fieldFor(type, 'reach')]
  const text = (name: string | undefined): string | null =>
    name !== undefined && typeof row[name] === 'string' ? row[name] : null
  if (who === undefined || text(who) === null) return row
  const said = kit.onPaper({
    type: type.name,
    id: String(row['id']),
    who: text(who),
    reach: text(how),
  })
  return {
    ...row,
    [who]: said.who || null,
    ...(how === undefined ? {} : { [how]: said.reach || null }),
  }
}

/**
 * The lines of a list, as the page says each value, in the order asked: by the first column when
 * none is named.
 */
export function listedOf(
  {
    bricks,
    type: plain,
    wanted,
  }: Readonly<{ bricks: readonly Brick[]; type: RecordType; wanted: Readonly<{ where?: string }> }>,
  kit: Kit,
  read: Reader,
): Listed | undefined {
  const { type, words } = withMadeFields(bricks, read, plain, kit.request.lang)
  const all = columnsOf(type, words, kit.request)
  const columns = chosenOf(type, all, kit.request.query)
  if (columns.length === 0) return undefined
  const isMadeOf = new Set(read.madeFields(type.name).map(made => made.id))
  const sorted = all.find(column => column.name === asSent(kit.request.query, 'tri')) ?? columns[0]!
  const heldBy = (
    row: Readonly<Record<string, unknown>>,
    { name, isHome }: ListedColumn,
  ): unknown => {
    const space = isHome ? 'home' : 'commons'
    if (isMadeOf.has(name)) return read.made(type.name, String(row['id']), space)[name]
    return isHome
      ? (
          read.one(plain, String(row['id']), 'home') as
            | Readonly<Record<string, unknown>>
            | undefined
        )?.[name]
      : row[name]
  }
  const found = read
    .list(plain, { ...wanted, limit: MOST_LINES })
    .map(row => onPaper(plain, withoutReachOnceOver(plain, row, kit.request.today), kit))
  const besides = bricks.flatMap(
    ({ slots, words: of }) => slots?.onList?.(kit, read, of[kit.request.lang], plain.name) ?? [],
  )
  const cellsBesides = (row: Held): readonly string[] | undefined => {
    const all = besides.map(({ of }) => of(String(row['id'])))
    return all.includes(undefined) ? undefined : all.flatMap(cells => cells ?? [])
  }
  const listed = found.flatMap(row => {
    const more = cellsBesides(row)
    return more === undefined ? [] : [{ row, more }]
  })
  const standing = listed.filter(({ row }) => mayStand(plain)(row))
  const lines = standing.map(({ row, more }) => ({
    key: keyOf(isSaidOf(plain, row, sorted) ? heldBy(row, sorted) : null, value =>
      kit.told(type, sorted.name, value),
    ),
    cells: [
      ...columns.map(column => {
        const said = isSaidOf(plain, row, column)
          ? inCell(told(kit, type, column, heldBy(row, column)))
          : ''
        return isPerson(plain, row) && !column.isHome ? withoutPhones(said) : said
      }),
      ...more.map(inCell),
    ],
  }))
  const order = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : String(a).localeCompare(String(b), kit.request.lang, { numeric: true })
  // Rows without a value come last.
  const empty = (key: string | number): number => (key === '' ? 1 : 0)
  // Of one day, in the order of the hours.
  const isTimed = sorted.field.kind === 'day' && columns[1]?.field.kind === 'time'
  const sameDay = (a: readonly string[], b: readonly string[]): number =>
    isTimed ? order(a[1] ?? '', b[1] ?? '') : 0
  const cells = lines
    .toSorted(
      (a, b) => empty(a.key) - empty(b.key) || order(a.key, b.key) || sameDay(a.cells, b.cells),
    )
    .map(line => line.cells)
  // An empty column that was asked for stays, to be written in by hand. Others go.
  const isAsked = many(kit.request.query, 'col').length > 0
  const heads = [
    ...columns.map(({ label }) => ({ label })),
    ...besides.flatMap(({ heads }) => heads).map(label => ({ label })),
  ]
  const kept = heads.map(
    (_, at) => at === 0 || (isAsked && at < columns.length) || cells.some(line => line[at] !== ''),
  )
  return {
    columns: heads.filter((_, at) => kept[at]),
    words,
    lines: cells.map(line => line.filter((_, at) => kept[at])),
    unprinted: listed.length - standing.length,
  }
}

const told = (kit: Kit, type: RecordType, { name }: ListedColumn, value: unknown): string =>
  value === null || value === undefined ? '' : kit.told(type, name, value)

/** The sort key of a value: days, times and numbers by themselves, others by their text. */
function keyOf(value: unknown, say: (value: unknown) => string): string | number {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d|^\d\d:\d\d$/.test(value)
    ? value
    : say(value)
}

function inCell(text: string): string {
  const said = text.replace(/\s+/g, match => (/[\u00a0\u202f]/.test(match) ? match : ' ')).trim()
  return said.length <= LONGEST_CELL
    ? said
    : `${said.slice(0, LONGEST_CELL).replace(/\s+\S*$/u, '')}…`
}
