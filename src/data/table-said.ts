import { randomBytes } from 'node:crypto'
import type { Refusal } from '../contract/decision.ts'
import { type Html, html } from '../contract/html.ts'
import { wordsOfType } from '../contract/type-words.ts'
import { one } from '../core/form/input.ts'
import { placeKey } from '../core/form/typed.ts'
import { idFrom } from '../core/id.ts'
import type { RecordType } from '../core/schema.ts'
import { choicesFor, type fieldsFrom } from '../engine/fields.ts'
import { OWN } from '../engine/records/model.ts'
import { territoryOf } from '../engine/territory.ts'
import { wordedRefusal } from '../engine/worded.ts'
import { headedChoice, type MappedRow } from '../reading/columns.ts'
import { formField, tick, tickField } from '../ui/field.ts'
import { hidden } from '../ui/post.ts'
import { fieldList } from '../ui/sheet.ts'
import type { Posted } from '../web/post/form-in.ts'
import { ourToken } from '../web/post/our-token.ts'
import type { Server } from '../web/server-parts.ts'
import type { Visit } from '../web/session/visit.ts'
import type { SaysOf } from './table-guard.ts'
import { isNew, type LineMatch, type SimilarRecord } from './table-known.ts'
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

/** The lines that would be written now: each is new, or wanted beside what is alike. */
export const freshIn = ({ met, isAgreed }: JudgedLines): readonly CheckedLine[] =>
  met.filter(
    ({ row, known, isAsked }) =>
      isNew(known) && (known.length === 0 || isAsked) && isAgreed(row.line),
  )
/** Good lines with what this box has of them, in their order, and what the form says of them. */
export const checkedLines = (
  good: readonly Good[],
  known: readonly LineMatch[],
  { input }: Posted,
): readonly CheckedLine[] =>
  good.map((row, i) => ({
    row,
    known: known[i]!,
    isAsked: input[`${ANYWAY}.${row.line}`] === 'yes',
  }))
/** What the form answers for a line that looks like another: `quand-meme.12`. */
const ANYWAY = 'quand-meme'

export function token(server: Server, visit: Visit): Html {
  const now = server.source.now()
  return html`${ourToken(server, visit)}${hidden({ tour: idFrom(now, randomBytes(10)) })}`
}

/** `headers`: the headings of the table. `isCounted`: the page says elsewhere that all is right. */
type ReportOf = Readonly<{
  isCounted?: boolean
  server: Server
  visit: Visit
  type: RecordType
  sent: Posted
  headers: readonly string[]
}>
/** Why lines are refused: the field, the sentence, the lines, and what they hold there. */
type Cause = Readonly<{
  field: string
  sentence: string
  lines: readonly number[]
  values: readonly (readonly [value: string, times: number])[]
}>

/** What stands in the way, each cause once: its lines, what was found, what it may be. */
export function report(
  of: ReportOf,
  rows: readonly MappedRow<LineFields>[],
  wrong: readonly MappedRow<LineFields>[],
): Html {
  const w = dataWords(of.visit.lang).table
  if (wrong.length === 0)
    return html`
      ${carriedForAll(of)}${!of.isCounted && html`<p><b>${w.allRight(rows.length)}</b></p>`}
    `
  const causes = causesOf(of, wrong)
  const asked = new Set(
    causes
      .slice(0, MOST_SHOWN)
      .map(({ field, values }) => answerName(of.type, field, values[0]?.[0] ?? '')),
  )
  return html`
    <h2>${w.wrongLines(wrong.length)}</h2>
    <ul class="causes">
      ${causes.slice(0, MOST_SHOWN).map(cause => html`<li>${causeLine(of, cause)}</li>`)}
    </ul>
    ${causes.length > MOST_SHOWN && html`<p>${w.andMore(causes.length - MOST_SHOWN)}</p>`}
    ${carriedForAll(of, asked)}
  `
}

function causesOf(
  { server, visit }: ReportOf,
  wrong: readonly MappedRow<LineFields>[],
): readonly Cause[] {
  const w = dataWords(visit.lang).table
  const all = wrong.flatMap(row => [
    ...('refused' in row.read ? sentencesOf(server, visit, row.read) : []).map(one => ({
      ...one,
      line: row.line,
      value: [row.input[one.field] ?? ''].flat().join(', '),
    })),
    ...row.unplaced.map(cell => ({
      field: '',
      sentence: w.unplaced(cell.header, cell.text.slice(0, 60)),
      line: row.line,
      value: '',
    })),
  ])
  const by = Map.groupBy(all, ({ field, sentence }) => `${field} ${sentence}`)
  return [...by.values()]
    .map(lines => ({
      field: lines[0]!.field,
      sentence: lines[0]!.sentence,
      lines: lines.map(({ line }) => line),
      values: [...Map.groupBy(lines, ({ value }) => value)]
        .map(([value, same]) => [value, same.length] as const)
        .filter(([value]) => value !== '')
        .toSorted((a, b) => b[1] - a[1]),
    }))
    .toSorted((a, b) => b.lines.length - a.lines.length)
}

const MOST_VALUES = 6
const MOST_LINES = 8
function causeLine(of: ReportOf, cause: Cause): Html {
  const { server, visit, type, sent, headers } = of
  const w = dataWords(visit.lang).table
  const { field, sentence, lines, values } = cause
  const words = wordsOfType(server.source.bricks, type.name, visit.lang)
  const some = values.slice(0, MOST_VALUES).map(([value, n]) => w.foundTimes(value.slice(0, 60), n))
  const value = values[0]?.[0] ?? ''
  const answers = answersTo(of, field, value)
  const name = answerName(type, field, value)
  const id = `f-${name.replace(/[^a-z0-9]+/gi, '-')}`
  const near = answers.filter(({ said }) => isBegunBy(said, value))
  const likely =
    one(sent.input, name) ||
    (headedChoice(headers, field, { type, words }) ??
      (near.length === 1 ? near[0]!.code : undefined))
  const choose =
    answers.length > 0 &&
    formField({
      id,
      label: w.forThese(lines.length),
      control: html`
        <select id="${id}" name="${name}">
          <option value="">${w.leaveThese}</option>
          ${answers.map(
            ({ code, said }) =>
              html`<option value="${code}"${code === likely && html` selected`}>${said}</option>`,
          )}
        </select>
      `,
    })
  const said = [
    lines.length === 1
      ? w.line(lines[0]!)
      : w.linesOf(lines.length, lines.slice(0, MOST_LINES).map(String)),
    sentence,
    some.length > 0 && w.foundThere(some, values.length > some.length),
    answers.length > 0 &&
      answers.length <= MOST_TOLD &&
      w.mayBe(answers.map(answer => answer.said)),
  ]
  return html`<p>${said.filter(Boolean).join(' ')}</p>${choose}`
}
/** More answers than these are in the list to choose from alone. */
const MOST_TOLD = 20

type Answers = readonly Readonly<{ code: string; said: string }>[]
/** What lines may be in a field whose value is not known: its choices, or the communes here. */
function answersTo({ server, visit, type }: ReportOf, name: string, value: string): Answers {
  const { bricks, read } = server.source
  const field = type.fields[name]
  if (field?.kind === 'commune' && value !== '' && !field.many)
    return (choicesFor(type, read, territoryOf(bricks, read))(name) ?? []).map(one => ({
      code: one.value,
      said: one.label,
    }))
  const words = wordsOfType(bricks, type.name, visit.lang).fields[name]
  return (field?.choices ?? []).map(code => ({ code, said: words?.choices?.[code] ?? code }))
}

/** *Chalmazel* begins *Chalmazel-Jeansagnière*. */
const isBegunBy = (said: string, value: string): boolean =>
  value !== '' && `${placeKey(said)} `.startsWith(`${placeKey(value)} `)

/** The name of the answer for all lines of a cause. Each commune that is not known has its own. */
export const answerName = (type: RecordType, field: string, value: string): string =>
  type.fields[field]?.kind === 'commune' ? `pour.${field}.${placeKey(value)}` : `pour.${field}`

/** What was chosen for all lines goes on with the form. */
const carriedForAll = ({ sent }: ReportOf, asked: ReadonlySet<string> = new Set()): Html =>
  hidden(
    Object.fromEntries(
      Object.keys(sent.input).flatMap(name => {
        const answer = one(sent.input, name)
        return !name.startsWith('pour.') || answer === '' || asked.has(name) ? [] : [[name, answer]]
      }),
    ),
  )

/** The first three records as they would be written. */
export function firstThree(
  server: Server,
  visit: Visit,
  type: RecordType,
  judged: JudgedLines,
): Html | false {
  const w = dataWords(visit.lang).table
  const kit = server.kitAt(visit.path, visit)
  const { fields } = wordsOfType(server.source.bricks, type.name, visit.lang)
  const fresh = freshIn(judged)
  const shown = ({ row }: CheckedLine): Html => {
    const values = Object.entries(row.read.fields).filter(
      ([name, value]) => name !== type.title && value !== null && value !== '' && value !== false,
    )
    return html`
      <li>
        <h3>${String(row.read.fields[type.title] ?? '')}</h3>
        ${fieldList(
          values.map(([name, value]) => ({
            label: fields[name]?.label ?? name,
            value: kit.shown(type, name, value),
          })),
        )}
      </li>
    `
  }
  return (
    fresh.length > 0 &&
    html`
      <h2>${w.firstOnes(Math.min(3, fresh.length))}</h2>
      <ul class="notices">${fresh.slice(0, 3).map(shown)}</ul>
    `
  )
}

type FieldSentence = Readonly<{ field: string; sentence: string }>
function sentencesOf(server: Server, { lang }: Visit, why: Refusal): readonly FieldSentence[] {
  const {
    refused,
    field = '',
    others = [],
  } = wordedRefusal(server.source, { brick: OWN, lang }, why)
  return [
    { field, sentence: refused },
    ...others.map(one => ({ field: one.field, sentence: one.refused })),
  ]
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
  const twice = met.filter(one => one.known === 'twice').map(({ row }) => String(row.line))
  const alike = met.filter(one => isNew(one.known) && one.known.length > 0)
  const line = ({ row, known, isAsked }: CheckedLine): Html => {
    const title = String(row.read.fields[type.title] ?? '')
    const others = (known as readonly SimilarRecord[]).map(one =>
      one.line === undefined
        ? html`<a href="${server.source.read.called(one.id)?.path ?? ''}">${one.title}</a>`
        : html`${w.lineThere(one.line, one.title)}`,
    )
    return html`
      <li>
        ${w.line(row.line)} ${w.looksLike(title)} ${others.map(
          (one, i) => html`${i > 0 && ', '}${one}`,
        )}. ${tick({
          name: `${ANYWAY}.${row.line}`,
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
    ${twice.length > 0 && html`<p>${w.twice(twice.length, twice.slice(0, MOST_LINES))}</p>`}
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

/**
 * The buttons, for so many lines of which so many are wrong. `isUpdate`: some change what is here.
 */
export function actsFor(
  visit: Visit,
  { all, wrong }: Readonly<{ all: number; wrong: number }>,
  judged: JudgedLines,
  isUpdate = false,
): Html {
  const { table: w, again } = dataWords(visit.lang)
  if (wrong === all)
    return html`
      <p>${w.nothingToWrite}</p>
      <p class="acts"><button class="button" name="act" value="look">${w.lookAgain}</button></p>
    `
  const left = judged.met.filter(one => isNew(one.known))
  const fresh = freshIn(judged).length
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
            : isUpdate
              ? again.update
              : fresh < left.length
                ? w.writeAndTicked(fresh)
                : w.write(fresh)
        }
      </button>
    </p>
    ${fresh > LONG && html`<p class="hint">${w.takesAWhile}</p>`}
  `
}
/** So many lines take longer to write than a page takes to come. */
const LONG = 50
