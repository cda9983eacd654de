import { randomBytes } from 'node:crypto'
import { setImmediate as others } from 'node:timers/promises'
import type { Hono } from 'hono'
import { type Html, html } from '../contract/html.ts'
import type { Leaf } from '../contract/page.ts'
import { wordsOfType } from '../contract/type-words.ts'
import type { FieldChoice } from '../core/form/form.ts'
import { type Input, one } from '../core/form/input.ts'
import { idFrom } from '../core/id.ts'
import type { FileRef, RecordType } from '../core/schema.ts'
import { choicesFor, fieldsFrom } from '../engine/fields.ts'
import type { BroughtRecord } from '../engine/records/bring.ts'
import { territoryOf } from '../engine/territory.ts'
import {
  columnsOf,
  guessMapping,
  likelyType,
  type MappedRow,
  type Mapping,
  mapRows,
} from '../reading/columns.ts'
import type { Table } from '../reading/rows.ts'
import { Unreadable, unreadableSentence } from '../reading/unreadable.ts'
import { formField } from '../ui/field.ts'
import { mainButton, post } from '../ui/post.ts'
import { refused } from '../ui/say.ts'
import { takeTurn } from '../web/post/post.ts'
import { signText } from '../web/post/signed-text.ts'
import type { Services } from '../web/served.ts'
import type { Server } from '../web/server-parts.ts'
import { keeperPost, signInLeaf } from '../web/session/signin.ts'
import type { Visit } from '../web/session/visit.ts'
import { isNational } from './national-in.ts'
import { agreedIn, saysOf, saysOfPart } from './table-guard.ts'
import { isNew, knownOf, type LineMatch } from './table-known.ts'
import { nationalReported } from './table-national.ts'
import {
  actsFor,
  answerName,
  type CheckedLine,
  duplicates,
  firstThree,
  isGood,
  type JudgedLines,
  type LineFields,
  report,
  token,
} from './table-said.ts'
import {
  fileOf,
  pagesIn,
  spending,
  type TablePost,
  tableLists,
  toldOf,
  type WaitingTable,
} from './waiting-table.ts'
import { dataWords } from './words.ts'

const PATH = '/apporter-un-tableau'
/** The national list fills these together. */
const NATIONAL = ['access-point', 'place', 'actor']
/** Lines read at once. */
const PAGE = 500

/**
 * A table comes in: a file, what each column fills, a report line by line; nothing is written
 * unless all that was asked is right.
 */
export function tableRoutes(app: Hono, server: Server, services: Services): void {
  app.get(PATH, c => {
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
  keeperPost(app, server, PATH, (c, visit, sent) => taken({ c, server, services, visit, sent }))
}

async function taken(post: TablePost): Promise<Response> {
  const { c, server, services, visit, sent } = post
  const kind = String(sent.input['genre'] ?? '')
  if (kind !== '' && !server.source.types.get(kind)?.path)
    return server.answer(
      c,
      visit,
      fileLeaf(server, visit, '', dataWords(visit.lang).table.noKind),
      {
        status: 422,
      },
    )
  try {
    const file = await fileOf(server, services, sent)
    const w = dataWords(visit.lang).table
    if (!file)
      return server.answer(
        c,
        visit,
        fileLeaf(server, visit, kind, sent.input['tableau'] ? w.tableGone : w.noFile),
        { status: 422 },
      )
    if (isNational(file.table.headers) && NATIONAL.every(name => server.source.types.has(name)))
      return await nationalReported(post, file)
    return await reported(post, typeOf(server, visit, kind, file.table), file)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return server.answer(
      c,
      visit,
      fileLeaf(server, visit, kind, unreadableSentence(error, visit.lang)),
      {
        status: 422,
      },
    )
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
const listedTypes = (server: Server): readonly RecordType[] =>
  [...server.source.types.values()].filter(type => type.path !== undefined)
/** What a table may hold, to choose from. */
const kinds = (server: Server, { lang }: Visit, chosen: string): readonly Html[] =>
  listedTypes(server).map(
    type =>
      html`
        <option value="${type.name}"${type.name === chosen && html` selected`}>
          ${wordsOfType(server.source.bricks, type.name, lang).many}
        </option>
      `,
  )

/** A table, the type that its lines are of, and what each column fills. */
type Columns = Readonly<{ type: RecordType; table: Table; mapping: Mapping }>

async function reported(
  { c, server, services, visit, sent }: TablePost,
  type: RecordType,
  held: WaitingTable,
): Promise<Response> {
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
  const met = good.map(
    (row, i): CheckedLine => ({
      row,
      known: namedHere(server, columns, row.line, known[i]!),
      isAsked: sent.input[`quand-meme.${row.line}`] === 'yes',
    }),
  )
  const beside = (line: number, id = '') => besidesIn(server, columns, line, id)
  const said = saysOf(server, type, good, { named: true, beside })
  const isAgreed = agreedIn(sent.input, said)
  const fresh = met.filter(
    one => isNew(one.known) && (one.known.length === 0 || one.isAsked) && isAgreed(one.row.line),
  )
  const write =
    sent.input['act'] === 'write' &&
    (sent.input['asked'] ?? type.name) === type.name &&
    (good.length === rows.length || sent.input['leave'] === 'yes')
  if (!write || fresh.length === 0)
    return server.answer(
      c,
      visit,
      mappingLeaf({ server, visit, sent }, { ...columns, ref, rows }, { met, said, isAgreed }),
      {
        cache: 'none',
      },
    )
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
  const brick = server.source.bricks.find(one => one.name === 'plain')!
  const command = brick.commands.find(one => one.name === 'bring')!
  const told = toldOf(
    rows.map(row => row.line),
    new Set(fresh.map(({ row }) => row.line)),
    new Set(met.flatMap(({ row, known }) => (isNew(known) ? [] : [row.line]))),
  )
  const listed = tableLists(server, ref.name, [...records, ...besides])
  const input = {
    records: pagesIn([...records, ...besides, ...listed]),
    next: type.path ?? '/',
    undo: listed[0]!.id,
    ...told,
  }
  const post = { ...sent, input }
  return spending(services, held, () => takeTurn({ c, server, visit }, { brick, command }, post))
}

/** The column of a line that another brick reads whole, and what it holds there. */
const besidesOf = (server: Server, { type, table }: Pick<Columns, 'type' | 'table'>) =>
  server.source.bricks.flatMap(({ slots }) => {
    const at = table.headers.indexOf(slots?.besides?.column ?? '')
    return slots?.besides?.type === type.name && at >= 0 ? [{ besides: slots.besides, at }] : []
  })
/** The cell of a line in one column. */
const cellOf = ({ table }: Columns, line: number, at: number): string =>
  table.rows[table.lines.indexOf(line)]?.[at] ?? ''
/** The column that names records, when the table has one. */
const keyAt = (server: Server, { type, table }: Pick<Columns, 'type' | 'table'>): number =>
  server.source.bricks
    .filter(({ slots }) => slots?.besides?.type === type.name)
    .map(({ slots }) => table.headers.indexOf(slots?.besides?.key ?? ''))
    .find(at => at >= 0) ?? -1

/** A line that looks new, and names a record of this page: a person says whether it is another. */
function namedHere(server: Server, columns: Columns, line: number, known: LineMatch): LineMatch {
  const at = keyAt(server, columns)
  if (at < 0 || !isNew(known) || known.length > 0) return known
  const [id = ''] = cellOf(columns, line, at).split('-')
  const row = server.source.read.one(columns.type, id)
  return row ? [{ id, title: String(row[columns.type.title] ?? '') }] : known
}

const besidesIn = (server: Server, columns: Columns, line: number, id: string) =>
  besidesOf(server, columns).flatMap(({ besides, at }) =>
    besides.records(id, columns.table.rows[columns.table.lines.indexOf(line)]?.[at] ?? ''),
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
  { type, table, mapping }: Columns,
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

function fileLeaf(server: Server, visit: Visit, kind: string, wrong?: string): Leaf {
  const w = dataWords(visit.lang).table
  const body = html`
    <div class="one">
      <article class="sheet">
        <h1>${w.title}</h1>
        <p>${w.lead}</p>
        ${wrong && refused([{ sentence: wrong }], visit.lang)}
        ${post(token(server, visit), PATH, {
          files: true,
          fields: html`
            ${formField({
              id: 'f-genre',
              label: w.kind,
              control: html`
                <select id="f-genre" name="genre">
                  <option value="">${w.kindGuessed}</option>
                  ${kinds(server, visit, kind)}
                </select>
              `,
            })}
            ${formField({
              id: 'f-fichier',
              label: w.file,
              hint: w.fileHint,
              input: {
                type: 'file',
                name: 'fichier',
                accept: '.csv,.tsv,.txt,.ods,.geojson,.json,.ics,.opml,.xml,text/csv',
              },
            })}
          `,
          button: mainButton(w.look),
        })}
      </article>
    </div>
  `
  return { title: w.title, body }
}

function mappingLeaf(
  { server, visit, sent }: Pick<TablePost, 'server' | 'visit' | 'sent'>,
  {
    type,
    table,
    mapping,
    ref,
    rows,
  }: Columns & Readonly<{ ref: FileRef; rows: readonly MappedRow<LineFields>[] }>,
  judged: JudgedLines,
): Leaf {
  const w = dataWords(visit.lang).table
  const words = wordsOfType(server.source.bricks, type.name, visit.lang)
  const label = (column: string) => {
    const [name = '', part] = column.split('.')
    return `${words.fields[name]?.label ?? name}${part ? ` (${part})` : ''}`
  }
  const columns = columnsOf(type)
  const whole = new Set(besidesOf(server, { type, table }).map(({ at }) => at))
  const key = keyAt(server, { type, table })
  const isKept = (i: number): boolean => whole.has(i) || i === key
  const line = (header: string, i: number) =>
    html`
      <tr>
        <th scope="row"><label for="f-c${i}">${header}</label></th>
        <td>${table.rows[0]?.[i] ?? ''}</td>
        <td>
          <select id="f-c${i}" name="colonne.${i}">
            <option value="">${w.leaveOut}</option>
            ${columns.map(
              column =>
                html`
                  <option value="${column}"${mapping[header] === column && html` selected`}>
                    ${label(column)}
                  </option>
                `,
            )}
          </select>
        </td>
      </tr>
    `
  const wrong = rows.filter(row => !('fields' in row.read) || row.unplaced.length > 0)
  const body = html`
    <div class="one">
      <article class="sheet">
        <h1>${w.title}</h1>
        <p>${w.found(rows.length, ref.name)}</p>
        ${post(token(server, visit), PATH, {
          hidden: {
            asked: type.name,
            tableau: signText(server.local.secret, 'table', JSON.stringify(ref)),
          },
          fields: html`
            ${formField({
              id: 'f-genre',
              label: w.kind,
              hint: w.kindHint,
              control: html`
                <select id="f-genre" name="genre" aria-describedby="f-genre-h">
                  ${kinds(server, visit, type.name)}
                </select>
              `,
            })}
            ${(table.shapes ?? 0) > 0 && html`<p>${w.shapes(table.shapes!)}</p>`}
            <div class="table">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${w.heading}</th>
                    <th scope="col">${w.example}</th>
                    <th scope="col">${w.fills}</th>
                  </tr>
                </thead>
                <tbody>${table.headers.map((header, i) => !isKept(i) && line(header, i))}</tbody>
              </table>
            </div>
            ${whole.size > 0 && html`<p>${w.datesToo}</p>`}
            <p class="acts"><button name="act" value="look">${w.lookAgain}</button></p>
            <div class="stack">
              ${report({ server, visit, type, sent, headers: table.headers }, rows, wrong)}
              ${firstThree(server, visit, type, judged)}
              ${duplicates(server, visit, type, judged.met)}
              ${saysOfPart(visit, type, judged)}
            </div>
            ${actsFor(visit, { all: rows.length, wrong: wrong.length }, judged)}
          `,
        })}
      </article>
    </div>
  `
  return { title: w.title, body }
}
