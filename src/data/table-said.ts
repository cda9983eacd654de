import { randomBytes } from 'node:crypto'
import type { Refusal } from '../contract/decision.ts'
import { type Html, html } from '../contract/html.ts'
import { idFrom } from '../core/id.ts'
import type { RecordType } from '../core/schema.ts'
import type { fieldsFrom } from '../engine/fields.ts'
import { OWN } from '../engine/records/model.ts'
import { wordedRefusal } from '../engine/worded.ts'
import type { MappedRow } from '../reading/columns.ts'
import { tick, tickField } from '../ui/field.ts'
import { hidden } from '../ui/post.ts'
import { ourToken } from '../web/post/our-token.ts'
import type { Server } from '../web/server-parts.ts'
import type { Visit } from '../web/session/visit.ts'
import type { SaysOf } from './table-guard.ts'
import type { LineMatch, SimilarRecord } from './table-known.ts'
import { dataWords } from './words.ts'

/** What is said of the lines of a table that comes in: the pieces of its page. */

const MOST_SHOWN = 40

export type LineFields = ReturnType<typeof fieldsFrom>
export type Good = MappedRow<Extract<LineFields, { fields: unknown }>>
export const isGood = (row: MappedRow<LineFields>): row is Good =>
  'fields' in row.read && row.unplaced.length === 0
/** A good line, what this box has of it already, and whether the keeper wants it all the same. */
export type CheckedLine = Readonly<{ row: Good; known: LineMatch; isAsked: boolean }>
/**
 * The good lines of a table: what each says of somebody, and whether it may be written. `isAgreed`:
 * it says nothing of anybody, or the keeper ticked it.
 */
export type JudgedLines = Readonly<{
  met: readonly CheckedLine[]
  said: SaysOf
  isAgreed: (line: number) => boolean
}>

export function token(server: Server, visit: Visit): Html {
  const now = server.source.now()
  return html`${ourToken(server, visit)}${hidden({ tour: idFrom(now, randomBytes(10)) })}`
}

/** What stands in the way, line by line of the file. */
export function report(
  server: Server,
  visit: Visit,
  rows: readonly MappedRow<LineFields>[],
  wrong: readonly MappedRow<LineFields>[],
): Html {
  const w = dataWords(visit.lang).table
  if (wrong.length === 0) return html`<p><b>${w.allRight(rows.length)}</b></p>`
  const why = (row: MappedRow<LineFields>) => [
    ...('refused' in row.read ? sentencesOf(server, visit, row.read) : []),
    ...row.unplaced.map(cell => w.unplaced(cell.header, cell.text.slice(0, 60))),
  ]
  return html`
    <h2>${w.wrongLines(wrong.length)}</h2>
    <ul>
      ${wrong
        .slice(0, MOST_SHOWN)
        .map(row => html`<li>${w.line(row.line)} ${why(row).join(' ')}</li>`)}
    </ul>
    ${wrong.length > MOST_SHOWN && html`<p>${w.andMore(wrong.length - MOST_SHOWN)}</p>`}
  `
}

const sentencesOf = (server: Server, { lang }: Visit, why: Refusal): readonly string[] => {
  const { refused, others = [] } = wordedRefusal(server.source, { brick: OWN, lang }, why)
  return [refused, ...others.map(one => one.refused)]
}

/** What may be here already: a person says for each whether it is another one. */
export function duplicates(
  server: Server,
  visit: Visit,
  type: RecordType,
  met: readonly CheckedLine[],
): Html {
  const w = dataWords(visit.lang).table
  const there = met.filter(one => one.known === 'there').length
  const alike = met.filter(one => one.known !== 'there' && one.known.length > 0)
  const line = ({ row, known, isAsked }: CheckedLine): Html => {
    const title = String(row.read.fields[type.title] ?? '')
    const others = (known as readonly SimilarRecord[]).map(
      one => html`<a href="${server.source.read.called(one.id)?.path ?? ''}">${one.title}</a>`,
    )
    return html`
      <li>
        ${w.line(row.line)} ${w.looksLike(title)} ${others.map(
          (one, i) => html`${i > 0 && ', '}${one}`,
        )}. ${tick({
          name: `quand-meme.${row.line}`,
          value: 'yes',
          isOn: isAsked,
          words: w.writeAnyway(title),
        })}
      </li>
    `
  }
  const rest = alike.length - MOST_SHOWN
  return html`
    ${there > 0 && html`<p>${w.there(there)}</p>`}
    ${
      alike.length > 0 &&
      html`
        <h2>${w.alike(alike.length)}</h2>
        <p>${w.alikeLead(alike.length)}</p>
        <ul>${alike.slice(0, MOST_SHOWN).map(line)}</ul>
        ${rest > 0 && html`<p>${w.andMoreLeft(rest)}</p>`}
      `
    }
  `
}

/** The buttons, for so many lines of which so many are wrong. */
export function actsFor(
  visit: Visit,
  { all, wrong }: Readonly<{ all: number; wrong: number }>,
  { met, isAgreed }: JudgedLines,
): Html {
  const w = dataWords(visit.lang).table
  if (wrong === all) return html`<p>${w.nothingToWrite}</p>`
  const left = met.filter(one => one.known !== 'there')
  const fresh = left.filter(
    one => (one.known.length === 0 || one.isAsked) && isAgreed(one.row.line),
  ).length
  if (left.length === 0) return html`<p>${w.allThere}</p>`
  const leave =
    wrong > 0 &&
    html`
      ${tickField({ name: 'leave', value: 'yes', words: w.leaveWrong(wrong) })}
    `
  return html`
    ${leave}
    <p class="acts">
      <button class="button" name="act" value="write">
        ${
          fresh === 0
            ? w.writeTicked
            : fresh < left.length
              ? w.writeAndTicked(fresh)
              : w.write(fresh)
        }
      </button>
    </p>
  `
}
