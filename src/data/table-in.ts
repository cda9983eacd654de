import { randomBytes } from 'node:crypto'
import { setImmediate as others } from 'node:timers/promises'
import type { Hono } from 'hono'
import { wordsOfType } from '../contract/type-words.ts'
import type { FieldChoice } from '../core/form/form.ts'
import { type Input, one } from '../core/form/input.ts'
import { idFrom } from '../core/id.ts'
import type { RecordType } from '../core/schema.ts'
import { choicesFor, fieldsFrom } from '../engine/fields.ts'
import type { BroughtRecord } from '../engine/records/bring.ts'
import { territoryOf } from '../engine/territory.ts'
import {
  guessMapping,
  likelyType,
  type MappedRow,
  type Mapping,
  mapRows,
} from '../reading/columns.ts'
import type { Table } from '../reading/rows.ts'
import { Unreadable, unreadableSentence } from '../reading/unreadable.ts'
import type { Services } from '../web/served.ts'
import type { Server } from '../web/server-parts.ts'
import { keeperPost, signInLeaf } from '../web/session/signin.ts'
import type { Visit } from '../web/session/visit.ts'
import { isNational } from './national-in.ts'
import { agreedIn, saysOf } from './table-guard.ts'
import { isNew, knownOf, type LineMatch } from './table-known.ts'
import { nationalReported } from './table-national.ts'
import { fileLeaf, listedTypes, mappingLeaf, TABLE_PATH, type TableColumns } from './table-pages.ts'
import { answerName, checkedLines, freshIn, isGood, type LineFields } from './table-said.ts'
import { bringTable, fileOf, type TablePost, type WaitingTable } from './waiting-table.ts'
import { dataWords } from './words.ts'

/** The national list fills these together. */
const NATIONAL = ['access-point', 'place', 'actor']
/** Lines read at once. */
const PAGE = 500

/**
 * A table comes in: a file, what each column fills, a report line by line; nothing is written
 * unless all that was asked is right.
 */
export function tableRoutes(app: Hono, server: Server, services: Services): void {
  app.get(TABLE_PATH, c => {
    const visit = server.visit(c)
    const asked = visit.query['genre']
    return server.answer(
      c,
      visit,
      visit.by === 'keeper'
        ? fileLeaf(server, visit, typeof asked === 'string' ? asked : '')
        : signInLeaf(server, visit, { least: 'keeper' }),
      { cache: 'none' },
    )
  })
  keeperPost(app, server, TABLE_PATH, (c, visit, sent) =>
    taken({ c, server, services, visit, sent }),
  )
}

async function taken(post: TablePost): Promise<Response> {
  const { c, server, services, visit, sent } = post
  const w = dataWords(visit.lang).table
  const kind = String(sent.input['genre'] ?? '')
  const again = (chosen: string, wrong: string): Response =>
    server.answer(c, visit, fileLeaf(server, visit, chosen, wrong), { status: 422 })
  if (kind !== '' && !server.source.types.get(kind)?.path) return again('', w.noKind)
  try {
    const file = await fileOf(server, services, sent)
    if (!file) return again(kind, sent.input['tableau'] ? w.tableGone : w.noFile)
    if (isNational(file.table.headers) && NATIONAL.every(name => server.source.types.has(name)))
      return await nationalReported(post, file)
    return await reported(post, typeOf(server, visit, kind, file.table), file)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return again(kind, unreadableSentence(error, visit.lang))
  }
}

/** Of what has a page: what was said that the table holds, else what its headings fit best. */
function typeOf(
  server: Server,
  { lang }: Visit,
  kind: string,
  { headers, rows }: Table,
): RecordType {
  const all = listedTypes(server).map(type => ({
    type,
    words: wordsOfType(server.source.bricks, type.name, lang),
  }))
  return server.source.types.get(kind) ?? likelyType(headers, all, rows)!.type
}

async function reported(post: TablePost, type: RecordType, held: WaitingTable): Promise<Response> {
  const { c, server, visit, sent } = post
  const { ref, table } = held
  const words = wordsOfType(server.source.bricks, type.name, visit.lang)
  // Another kind was chosen on the page itself: its columns are others.
  const chosen = sent.input['asked'] === type.name
  const mapping = chosen ? mappingFrom(sent.input, table) : guessMapping(table.headers, type, words)
  const columns = { type, table, mapping }
  const rows = await mapped(server, visit, columns, sent.input)
  const good = rows.filter(isGood)
  const known = await knownOf(
    server.source,
    type,
    good.map(row => row.read.fields),
  )
  const named = known.map((one, i) => namedHere(server, columns, good[i]!.line, one))
  const met = checkedLines(good, named, sent)
  const beside = (line: number, id = '') => besidesIn(server, columns, line, id)
  const said = saysOf(server, type, good, { named: true, beside })
  const judged = { met, said, isAgreed: agreedIn(sent.input, said) }
  const fresh = freshIn(judged)
  const write =
    sent.input['act'] === 'write' &&
    (sent.input['asked'] ?? type.name) === type.name &&
    (good.length === rows.length || sent.input['leave'] === 'yes')
  if (!write || fresh.length === 0) {
    const whole = besidesOf(server, columns).map(({ at }) => at)
    const apart = { at: new Set([...whole, keyAt(server, columns)]), hasDates: whole.length > 0 }
    return server.answer(
      c,
      visit,
      mappingLeaf({ server, visit, sent }, { ...columns, ref, rows, apart }, judged),
      { cache: 'none' },
    )
  }
  const now = server.source.now()
  const records = fresh.map(
    ({ row }, i): BroughtRecord => ({
      type: type.name,
      id: idFrom(now + i, randomBytes(10)),
      fields: row.read.fields,
    }),
  )
  const besides = fresh.flatMap(({ row }, i) =>
    beside(row.line, records[i]!.id).map(
      (one, n): BroughtRecord => ({ ...one, id: idFrom(now + fresh.length + n, randomBytes(10)) }),
    ),
  )
  return bringTable(post, held, {
    records: [...records, ...besides],
    next: type.path ?? '/',
    lines: {
      all: rows.map(row => row.line),
      written: fresh.map(({ row }) => row.line),
      there: met.flatMap(({ row, known }) => (isNew(known) ? [] : [row.line])),
    },
  })
}

/** The column of a line that another brick reads whole, and what it holds there. */
const besidesOf = (server: Server, { type, table }: TableColumns) =>
  server.source.bricks.flatMap(({ slots }) => {
    const at = table.headers.indexOf(slots?.besides?.column ?? '')
    return slots?.besides?.type === type.name && at >= 0 ? [{ besides: slots.besides, at }] : []
  })
/** The cell of a line in one column. */
const cellOf = ({ table }: TableColumns, line: number, at: number): string =>
  table.rows[table.lines.indexOf(line)]?.[at] ?? ''
/** The column that names records, when the table has one. */
const keyAt = (server: Server, { type, table }: TableColumns): number =>
  server.source.bricks
    .filter(({ slots }) => slots?.besides?.type === type.name)
    .map(({ slots }) => table.headers.indexOf(slots?.besides?.key ?? ''))
    .find(at => at >= 0) ?? -1

/** A line that looks new, and names a record of this page: a person says whether it is another. */
function namedHere(
  server: Server,
  columns: TableColumns,
  line: number,
  known: LineMatch,
): LineMatch {
  const at = keyAt(server, columns)
  if (at < 0 || !isNew(known) || known.length > 0) return known
  const [id = ''] = cellOf(columns, line, at).split('-')
  const row = server.source.read.one(columns.type, id)
  return row ? [{ id, title: String(row[columns.type.title] ?? '') }] : known
}

const besidesIn = (server: Server, columns: TableColumns, line: number, id: string) =>
  besidesOf(server, columns).flatMap(({ besides, at }) =>
    besides.records(id, cellOf(columns, line, at)),
  )

function mappingFrom(input: Input, table: Table): Mapping {
  return Object.fromEntries(
    table.headers.map((header, i) => [header, String(input[`colonne.${i}`] ?? '')]),
  )
}

/** A page of lines at a time: other people's pages are answered between. */
async function mapped(
  server: Server,
  visit: Visit,
  { type, table, mapping }: TableColumns,
  sent: Input,
): Promise<readonly MappedRow<LineFields>[]> {
  const { bricks, read } = server.source
  const today = server.source.today(server.source.now())
  const choices = choicesFor(type, read, territoryOf(bricks, read))
  const words = wordsOfType(bricks, type.name, visit.lang)
  const all: MappedRow<LineFields>[] = []
  for (let at = 0; at < table.rows.length; at += PAGE) {
    const page = {
      headers: table.headers,
      rows: table.rows.slice(at, at + PAGE),
      lines: table.lines.slice(at, at + PAGE),
    }
    const rows = mapRows(page, mapping, { type, words, choices }, input =>
      fieldsFrom({ bricks, read, type, input: forAll(type, input, sent, choices), today }),
    )
    all.push(...rows)
    await others()
  }
  return all
}

/**
 * A line with what the keeper chose for all lines: in a choice that it leaves empty or where it
 * holds no answer, and in a commune that is not known here.
 */
function forAll(
  type: RecordType,
  line: Input,
  sent: Input,
  offered: (field: string) => readonly FieldChoice[] | undefined,
): Input {
  const chosen = Object.entries(type.fields).flatMap(([name, { kind, many, choices = [] }]) => {
    const value = one(line, name)
    const answer = one(sent, answerName(type, name, value))
    const isAsked = kind === 'choice' ? !choices.includes(value) : kind === 'commune' && !many
    const isAnswer = choices.includes(answer) || isOffered(offered(name), answer)
    return answer !== '' && isAsked && isAnswer ? [[name, answer] as const] : []
  })
  return chosen.length === 0 ? line : { ...line, ...Object.fromEntries(chosen) }
}
const isOffered = (offered: readonly FieldChoice[] | undefined, answer: string): boolean =>
  offered?.some(({ value }) => value === answer) ?? false
