import { randomBytes } from 'node:crypto'
import { setImmediate as others } from 'node:timers/promises'
import type { Hono } from 'hono'
import { wordsOfType } from '../contract/type-words.ts'
import type { FieldChoice } from '../core/form/form.ts'
import { type Input, one } from '../core/form/input.ts'
import { idFrom } from '../core/id.ts'
import type { RecordType, Value } from '../core/schema.ts'
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
import {
  type AgainLine,
  type AgainLines,
  againIn,
  type BesidesAt,
  besidesSaid,
  calendarMark,
  type DateSaid,
  versionOf,
} from './table-again.ts'
import { writtenIn } from './table-again-said.ts'
import { besideNew, updating } from './table-again-written.ts'
import { agreedIn, asAgreed, saysOf } from './table-guard.ts'
import { isNew, knownOf, type LineMatch } from './table-known.ts'
import { nationalReported } from './table-national.ts'
import { fileLeaf, listedTypes, mappingLeaf, TABLE_PATH, type TableColumns } from './table-pages.ts'
import {
  answerName,
  type CheckedLine,
  checkedLines,
  freshIn,
  type Good,
  isGood,
  type JudgedLines,
  type LineFields,
} from './table-said.ts'
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
  const { server, visit, sent } = post
  const { table } = held
  const words = wordsOfType(server.source.bricks, type.name, visit.lang)
  // Another kind was chosen on the page itself: its columns are others.
  const chosen = sent.input['asked'] === type.name
  const mapping = chosen ? mappingFrom(sent.input, table) : guessMapping(table.headers, type, words)
  const columns = { type, table, mapping }
  const rows = await mapped(server, visit, columns, sent.input)
  const looked = await lookedAt(post, held, columns, rows)
  const isWhole = rows.every(isGood) || sent.input['leave'] === 'yes'
  const isAsked =
    sent.input['act'] === 'write' && (sent.input['asked'] ?? type.name) === type.name && isWhole
  const isEmpty = looked.fresh.length === 0 && looked.updates.length === 0
  return isAsked && !isEmpty ? written(post, held, looked) : shown(post, held, looked)
}

/** A table whose lines were compared with what is here. */
type LookedAt = Readonly<{
  columns: TableColumns
  rows: readonly MappedRow<LineFields>[]
  besidesAt: BesidesAt | undefined
  calendar: string
  again: AgainLines
  judged: JudgedLines
  fresh: readonly CheckedLine[]
  updates: readonly AgainLine[]
}>

async function lookedAt(
  { server, sent }: TablePost,
  { ref }: WaitingTable,
  columns: TableColumns,
  rows: readonly MappedRow<LineFields>[],
): Promise<LookedAt> {
  const { type } = columns
  const { source } = server
  const besidesAt = besidesOf(server, columns)
  const calendar = calendarMark(columns, ref.name)
  const good = rows.filter(isGood)
  const again = againIn({ source, columns, good, besidesAt, calendar })
  const news = good.filter(row => !again.lines.has(row.line))
  const known = await knownOf(
    source,
    type,
    news.map(row => ({ line: row.line, fields: row.read.fields })),
  )
  const named = known.map((one, i) => namedHere(server, columns, news[i]!.line, one))
  const met = checkedLines(news, named, sent)
  const changes = writtenIn(again)
  const beside = (line: number) =>
    (again.lines.get(line)?.added ?? besidesIn(columns, besidesAt, line, '')).map(one => ({
      type: besidesAt?.besides.comes ?? '',
      fields: one.fields,
    }))
  // Of an event that is here, only what changes is guarded.
  const changed = changes.map(({ row, fields }): Good => ({ ...row, read: { fields } }))
  const said = saysOf(server, type, [...news, ...changed], { named: true, beside })
  const isAgreed = agreedIn(sent.input, said)
  const judged = { met, said, isAgreed }
  return {
    ...{ columns, rows, besidesAt, calendar, again, judged },
    fresh: freshIn(judged),
    updates: changes.filter(({ row }) => isAgreed(row.line)),
  }
}

function shown(
  { c, server, visit, sent }: TablePost,
  { ref, table }: WaitingTable,
  { columns, rows, besidesAt, again, judged }: LookedAt,
): Response {
  const apart = {
    at: new Set(besidesAt ? [besidesAt.at] : []),
    hasDates: (besidesAt?.at ?? -1) >= 0,
  }
  const leaf = mappingLeaf(
    { server, visit, sent },
    { ...columns, ref, rows, apart, ...(table.calendar ? { again } : {}) },
    judged,
  )
  return server.answer(c, visit, leaf, { cache: 'none' })
}

function written(
  post: TablePost,
  held: WaitingTable,
  { columns, rows, besidesAt, calendar, again, judged, fresh, updates }: LookedAt,
): Promise<Response> {
  const { type } = columns
  const now = post.server.source.now()
  let made = 0
  const newId = (): string => idFrom(now + made++, randomBytes(10))
  const told = toldOf(post.server, type)
  const records = fresh.map(({ row }): BroughtRecord => {
    const fields = asAgreed(type, row.read.fields)
    return { type: type.name, id: newId(), fields: { ...fields, ...told(fields) } }
  })
  const besides = besidesAt?.besides.comes ?? ''
  const of = { columns, calendar, newId }
  const beside = fresh.flatMap(({ row }, i) => {
    const dates = besidesIn(columns, besidesAt, row.line, records[i]!.id)
    return besideNew(of, { line: row.line, record: records[i]!, besides, dates })
  })
  const update = updating(of, type, besides, updates)
  const cancelled = updates.filter(({ fate }) => fate === 'cancelled').length
  // A line that says something of somebody waits, and is said to be left out.
  const updated = new Set(updates)
  const waiting = new Set(writtenIn(again).flatMap(one => (updated.has(one) ? [] : [one.row.line])))
  return bringTable(post, held, {
    of: type.name,
    records: [...records, ...beside, ...update.records],
    undone: [...records, ...beside, ...update.undone],
    changed: update.changed,
    counts: { changed: updates.length - cancelled, cancelled },
    next: type.path ?? '/',
    lines: {
      all: rows.map(row => row.line),
      written: fresh.map(({ row }) => row.line),
      there: [
        ...judged.met.flatMap(({ row, known }) => (known === 'there' ? [row.line] : [])),
        ...[...again.lines.keys()].filter(line => !waiting.has(line)),
      ],
      twice: judged.met.flatMap(({ row, known }) => (known === 'twice' ? [row.line] : [])),
    },
  })
}

/** What the words of each record tell where the table says nothing. */
function toldOf({ source }: Server, { name }: RecordType): (fields: Told) => Told {
  const { bricks, read } = source
  const at = { today: source.today(source.now()), territory: territoryOf(bricks, read) }
  const all = bricks.flatMap(brick => brick.slots?.tells?.(name, read, at) ?? [])
  return fields => Object.assign({}, ...all.map(tells => tells(fields)))
}
type Told = Readonly<Record<string, Value>>

/** The column of a line that another brick reads whole; `at` is -1 when the table has none. */
function besidesOf(server: Server, { type, table }: TableColumns): BesidesAt | undefined {
  const besides = server.source.bricks
    .map(({ slots }) => slots?.besides)
    .find(one => one?.type === type.name)
  return besides && { besides, at: table.headers.indexOf(besides.column) }
}

/** A line that looks new, and names a record of this page: a person says whether it is another. */
function namedHere(
  server: Server,
  columns: TableColumns,
  line: number,
  known: LineMatch,
): LineMatch {
  if (!isNew(known) || known.length > 0) return known
  const [id = ''] = (versionOf(columns, line)?.uid ?? '').split(/[- ]/)
  const row = server.source.read.one(columns.type, id)
  return row ? [{ id, title: String(row[columns.type.title] ?? '') }] : known
}

const besidesIn = (
  { table }: TableColumns,
  besidesAt: BesidesAt | undefined,
  line: number,
  id: string,
): readonly DateSaid[] =>
  besidesAt
    ? besidesSaid(besidesAt, table.rows[table.lines.indexOf(line)]?.[besidesAt.at] ?? '', id)
    : []

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
