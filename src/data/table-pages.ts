import { type Html, html } from '../contract/html.ts'
import type { Leaf } from '../contract/page.ts'
import { wordsOfType } from '../contract/type-words.ts'
import type { FileRef, RecordType } from '../core/schema.ts'
import { columnsOf, type MappedRow, type Mapping } from '../reading/columns.ts'
import type { Table } from '../reading/rows.ts'
import { formField } from '../ui/field.ts'
import { type Hidden, mainButton, post } from '../ui/post.ts'
import { refused } from '../ui/say.ts'
import type { Server } from '../web/server-parts.ts'
import type { Visit } from '../web/session/visit.ts'
import type { AgainLines } from './table-again.ts'
import { againCounts, againPart, writtenIn } from './table-again-said.ts'
import { saysOfPart } from './table-guard.ts'
import {
  actsFor,
  duplicates,
  firstThree,
  freshIn,
  type JudgedLines,
  type LineFields,
  report,
  token,
} from './table-said.ts'
import { sealOf, type TablePost } from './waiting-table.ts'
import { dataWords } from './words.ts'

/** The pages of a table that comes in: the file is asked for, then what its columns fill. */

export const TABLE_PATH = '/apporter-un-tableau'

/** A table, the type that its lines are of, and what each column fills. */
export type TableColumns = Readonly<{ type: RecordType; table: Table; mapping: Mapping }>
type Mapped = TableColumns &
  Readonly<{
    ref: FileRef
    rows: readonly MappedRow<LineFields>[]
    apart: Readonly<{ at: ReadonlySet<number>; hasDates: boolean }>
    again?: AgainLines
  }>

/** What has a page: a table may hold it. */
export const listedTypes = (server: Server): readonly RecordType[] =>
  [...server.source.types.values()].filter(type => type.path !== undefined)
const kinds = (server: Server, { lang }: Visit, chosen: string): readonly Html[] =>
  listedTypes(server).map(
    type =>
      html`
        <option value="${type.name}"${type.name === chosen && html` selected`}>
          ${wordsOfType(server.source.bricks, type.name, lang).many}
        </option>
      `,
  )

/** Asks for a file, and says why the one before was refused. */
export function fileLeaf(server: Server, visit: Visit, kind: string, wrong?: string): Leaf {
  const w = dataWords(visit.lang).table
  const body = html`
    <div class="one">
      <article class="sheet">
        <h1>${w.title}</h1>
        <p>${w.lead}</p>
        ${wrong && refused([{ sentence: wrong }], visit.lang)}
        ${post(token(server, visit), TABLE_PATH, {
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

/**
 * What each column fills, and what is said of the lines.
 *
 * Shape   `apart`: the columns that no field takes. `hasDates`: one of them holds dates. `again`:
 *         of a calendar, what is here of it from a former file.
 */
export function mappingLeaf(
  { server, visit, sent }: Pick<TablePost, 'server' | 'visit' | 'sent'>,
  { type, table, mapping, ref, rows, apart, again }: Mapped,
  judged: JudgedLines,
): Leaf {
  const w = dataWords(visit.lang).table
  const words = wordsOfType(server.source.bricks, type.name, visit.lang)
  const label = (column: string) => {
    const [name = '', part] = column.split('.')
    return `${words.fields[name]?.label ?? name}${part ? ` (${part})` : ''}`
  }
  const columns = columnsOf(type)
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
  const kind = formField({
    id: 'f-genre',
    label: w.kind,
    hint: w.kindHint,
    control: html`
      <select id="f-genre" name="genre" aria-describedby="f-genre-h">
        ${kinds(server, visit, type.name)}
      </select>
    `,
  })
  const filled = html`
    <div class="table">
      <table>
        <thead>
          <tr>
            <th scope="col">${w.heading}</th>
            <th scope="col">${w.example}</th>
            <th scope="col">${w.fills}</th>
          </tr>
        </thead>
        <tbody>${table.headers.map((header, i) => !apart.at.has(i) && line(header, i))}</tbody>
      </table>
    </div>
  `
  const look = html`
    <p class="acts"><button name="act" value="look">${w.lookAgain}</button></p>
  `
  const titleAt = table.headers.indexOf(type.title)
  const parts = table.rows.filter((_, i) => table.calendar?.lines[i]?.isParted)
  const parted = [...new Set(parts.map(cells => cells[titleAt] ?? ''))]
  const of = { server, visit, type, again: again ?? { lines: new Map(), absent: [] }, parted }
  const a = dataWords(visit.lang).again
  const changes = writtenIn(of.again).map(({ row }) => ({ row, known: [], isAsked: false }))
  const all = { ...judged, met: [...judged.met, ...changes] }
  const isCounted = again !== undefined
  const reported = report(
    { server, visit, type, sent, headers: table.headers, isCounted },
    rows,
    wrong,
  )
  const isNothing =
    sent.input['act'] === 'write' &&
    (sent.input['asked'] ?? type.name) === type.name &&
    judged.said.size > 0 &&
    freshIn(judged).length === 0
  const dates = apart.hasDates && html`<p>${w.datesToo}</p>`
  return tableLeaf({ server, visit }, ref, {
    lead: again ? a.found(rows.length, ref.name) : w.found(rows.length, ref.name),
    hidden: { asked: type.name },
    fields: html`
      ${isNothing && refused([{ sentence: w.nothingTicked }], visit.lang)}
      ${
        again
          ? html`
              <p><b>${againCounts(of, { met: judged.met, wrong: wrong.length })}</b></p>
              ${table.calendar?.privates && html`<p>${a.privates(table.calendar.privates)}</p>`}
              ${dates}
              <details><summary>${a.columns}</summary>${kind}${filled}${look}</details>
            `
          : html`
              ${kind}
              ${(table.shapes ?? 0) > 0 && html`<p>${w.shapes(table.shapes!)}</p>`}
              ${filled}
              ${dates}
              ${look}
            `
      }
      <div class="stack">
        ${reported}
        ${againPart(of)}
        ${firstThree(server, visit, type, judged)}
        ${duplicates(server, visit, type, judged.met)}
        ${saysOfPart(visit, type, all)}
      </div>
      ${actsFor(visit, { all: rows.length, wrong: wrong.length }, all, changes.length > 0)}
    `,
  })
}

/** A page of a table that waits: its form sends the table back, sealed, with what was answered. */
export function tableLeaf(
  { server, visit }: Pick<TablePost, 'server' | 'visit'>,
  ref: FileRef,
  { lead, hidden, fields }: Readonly<{ lead: string; hidden: Hidden; fields: Html }>,
): Leaf {
  const { title } = dataWords(visit.lang).table
  const body = html`
    <div class="one">
      <article class="sheet">
        <h1>${title}</h1>
        <p>${lead}</p>
        ${post(token(server, visit), TABLE_PATH, {
          hidden: { ...hidden, tableau: sealOf(server, ref) },
          fields,
        })}
      </article>
    </div>
  `
  return { title, body }
}
