import { type Html, html } from '../contract/html.ts'
import type { Leaf } from '../contract/page.ts'
import { isOneOf } from '../core/narrow.ts'
import { territoryOf } from '../engine/territory.ts'
import type { Server } from '../web/server-parts.ts'
import type { Visit } from '../web/session/visit.ts'
import { groundIn } from './mediation.ts'
import { COLUMNS, type Lieu, type NationalColumn } from './national.ts'
import {
  isHeld,
  type LineRead,
  type National,
  type NationalRecords,
  nationalReader,
} from './national-in.ts'
import { agreedIn, saysOf, saysOfPart } from './table-guard.ts'
import { isNew, knownOf } from './table-known.ts'
import { tableLeaf } from './table-pages.ts'
import {
  actsFor,
  type CheckedLine,
  checkedLines,
  duplicates,
  freshIn,
  type Good,
  type JudgedLines,
} from './table-said.ts'
import { bringTable, type TablePost, type WaitingTable } from './waiting-table.ts'
import { dataWords } from './words.ts'

const TYPE = 'access-point'
type Line = Readonly<{ line: number; read: LineRead }>
const isRead = (read: LineRead): read is NationalRecords =>
  typeof read === 'object' && 'access' in read
const isWrong = (read: LineRead): read is Readonly<{ refused: string }> =>
  typeof read === 'object' && 'refused' in read

/**
 * The national list of places of digital mediation, known by its columns: each line a place and its
 * computers, tied to each other.
 */
export async function nationalReported(post: TablePost, held: WaitingTable): Promise<Response> {
  const { c, server, visit, sent } = post
  const { source } = server
  const national = readerFor(server, visit)
  const lines = linesOf(held, national)
  const met = await metIn(server, lines, sent)
  // Names of places are what this list is for; who is told of in what a place says of itself, and a
  // telephone that somebody carries, are not.
  const type = source.types.get(TYPE)!
  const said = saysOf(
    server,
    type,
    met.map(one => one.row),
    { named: false },
  )
  const judged = { met, said, isAgreed: agreedIn(sent.input, said) }
  const fresh = freshIn(judged).map(one => one.row.line)
  const isWhole = sent.input['leave'] === 'yes' || !lines.some(({ read }) => isWrong(read))
  if (sent.input['act'] !== 'write' || fresh.length === 0 || !isWhole)
    return server.answer(c, visit, leafOf({ server, visit }, { ref: held.ref, lines }, judged), {
      cache: 'none',
    })
  const chosen = lines.flatMap(({ line, read }) =>
    isRead(read) && fresh.includes(line) ? [read] : [],
  )
  const there = [
    ...lines.flatMap(({ line, read }) => (read === 'there' ? [line] : [])),
    ...met.flatMap(({ row, known }) => (isNew(known) ? [] : [row.line])),
  ]
  const brought = national.brought(chosen)
  return bringTable(post, held, {
    of: TYPE,
    records: brought,
    undone: [
      ...brought.filter(one => one.type === TYPE),
      // A place that was here before stays.
      ...brought.filter(one => one.type !== TYPE && !isHeld(source, one.type, one.id)),
    ],
    next: source.types.get(TYPE)!.path ?? '/',
    lines: { all: lines.map(({ line }) => line), written: fresh, there },
  })
}

function readerFor({ source }: Server, { lang }: Visit): National {
  const codes = territoryOf(source.bricks, source.read)?.communes.map(one => one.code) ?? []
  return nationalReader({ source, ground: groundIn(source), lang, communes: new Set(codes) })
}

function linesOf({ table }: WaitingTable, national: National): readonly Line[] {
  const columns = table.headers.map(header => (isOneOf(COLUMNS, header) ? header : undefined))
  return table.rows.map((cells, i) => {
    const lieu: Lieu = Object.fromEntries(
      columns.flatMap((column, at) => (column ? [[column, (cells[at] ?? '').trim()]] : [])),
    )
    return { line: table.lines[i]!, read: national.read(lieu) }
  })
}

/**
 * Of the lines that are not here by their number, what may be here under another: a person's to
 * say.
 */
async function metIn(
  { source }: Server,
  lines: readonly Line[],
  sent: TablePost['sent'],
): Promise<readonly CheckedLine[]> {
  const good = lines.flatMap(({ line, read }) =>
    isRead(read) ? [{ line, fields: read.access.fields }] : [],
  )
  const type = source.types.get(TYPE)!
  const known = await knownOf(source, type, good)
  const rows = good.map(
    ({ line, fields }): Good => ({ line, input: {}, read: { fields }, unplaced: [] }),
  )
  return checkedLines(rows, known, sent)
}

function leafOf(
  { server, visit }: Pick<TablePost, 'server' | 'visit'>,
  { ref, lines }: Readonly<{ ref: WaitingTable['ref']; lines: readonly Line[] }>,
  judged: JudgedLines,
): Leaf {
  const w = dataWords(visit.lang).table
  const count = (said: LineRead): number => lines.filter(({ read }) => read === said).length
  const wrong = lines.flatMap(({ line, read }) =>
    isWrong(read) ? [{ line, why: read.refused }] : [],
  )
  const paragraph = (n: number, words: (n: number) => string): Html | false =>
    n > 0 && html`<p>${words(n)}</p>`
  const isAsked = judged.met.length + wrong.length + count('there') > 0
  return tableLeaf({ server, visit }, ref, {
    lead: w.national(lines.length, ref.name),
    hidden: { genre: TYPE },
    fields: html`
      <div class="stack">
        ${
          wrong.length > 0 &&
          html`
            <h2>${w.wrongLines(wrong.length)}</h2>
            <ul>${wrong.map(one => html`<li>${w.line(one.line)} ${one.why}</li>`)}</ul>
          `
        }
        ${paragraph(count('there'), w.nationalThere)}
        ${paragraph(count('elsewhere'), w.nationalElsewhere)}
        ${leftSaid(visit, lines)}
        ${duplicates(server, visit, server.source.types.get(TYPE)!, judged.met)}
        ${saysOfPart(visit, server.source.types.get(TYPE)!, judged)}
      </div>
      ${isAsked && actsFor(visit, { all: lines.length, wrong: wrong.length }, judged)}
    `,
  })
}

/** What this house has no field for, column by column. */
function leftSaid(visit: Visit, lines: readonly Line[]): Html | false {
  const w = dataWords(visit.lang).table
  const by = new Map<NationalColumn, number>()
  for (const column of lines.flatMap(({ read }) => (isRead(read) ? read.left : [])))
    by.set(column, (by.get(column) ?? 0) + 1)
  const shown = COLUMNS.filter(column => by.has(column))
  return (
    shown.length > 0 &&
    html`
      <p>${w.nationalLeft}</p>
      <ul>${shown.map(one => html`<li>${w.nationalColumn(one, by.get(one)!)}</li>`)}</ul>
    `
  )
}
