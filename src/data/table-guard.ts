import { type Html, html } from '../contract/html.ts'
import { AGREED_POINT } from '../contract/records/agreed-point.ts'
import { guardWords, whySaid } from '../contract/records/guard-words.ts'
import {
  findingsText,
  type Guard,
  guardOf,
  homeIn,
  isPersonIn,
  textsOf,
  withoutOwnStreet,
} from '../contract/records/guarded.ts'
import { asSent, type Input } from '../core/form/input.ts'
import { isPoint } from '../core/place.ts'
import { fieldFor, type RecordType, spaceOf } from '../core/schema.ts'
import type { Finding } from '../text/guard/guard.ts'
import { phonesIn } from '../text/phone.ts'
import { tick } from '../ui/field.ts'
import type { Server } from '../web/server-parts.ts'
import type { Visit } from '../web/session/visit.ts'
import { isNew } from './table-known.ts'
import type { Good, JudgedLines } from './table-said.ts'
import { dataWords } from './words.ts'

/**
 * Lines of a table that say something of somebody: each is left out until the keeper ticked it, or
 * one that says the same.
 *
 * Law     11: shown only by an act on that line. A tick carries the words that it showed
 *         (`guarded.ts`, `findingsText`), so that a line that says anything else waits. A line that
 *         was not shown can't be ticked.
 * Absent  what such a list is for: the name of a place or a body, its street, its site, its
 *         landline, an address that names nobody.
 */

const MOST_SHOWN = 40
/** Titles of lines that share a tick: a name alone would tick lines that nobody read. */
const MOST_NAMED = 5
const TEXTS: ReadonlySet<string> = new Set(['text', 'prose'])
/** By the number of the line. */
export type SaysOf = ReadonlyMap<number, readonly Finding[]>
type Fields = Readonly<Record<string, unknown>>
type Beside = Readonly<{ type: string; fields: Fields }>
/** What the form answers for a line: `accord.12`. */
const AGREED = 'accord'

/**
 * `named`: names of places and bodies are looked at too. They are what an official list is for,
 * with whose list it is. `beside`: the records that come with a line are shown with it, and are
 * guarded with it.
 */
export function saysOf(
  server: Server,
  type: RecordType,
  good: readonly Good[],
  { named, beside }: Readonly<{ named: boolean; beside?: (line: number) => readonly Beside[] }>,
): SaysOf {
  const guards: Guard = guardOf(server.source.read, server.source.types)
  const besideOf = (line: number): readonly Finding[] =>
    (beside?.(line) ?? []).flatMap(one => {
      const of = server.source.types.get(one.type)
      return of ? saysOfLine(one.fields, of, guards, named) : []
    })
  const found = good.map(row => {
    const own = saysOfLine(row.read.fields, type, guards, named)
    const all = [...own, ...besideOf(row.line)]
    return [row.line, [...new Map(all.map(one => [findingsText([one]), one])).values()]] as const
  })
  return new Map(found.filter(([, all]) => all.length > 0))
}

function saysOfLine(
  values: Fields,
  type: RecordType,
  guards: Guard,
  named: boolean,
): readonly Finding[] {
  const isNaming = (name: string): boolean =>
    name === type.title || type.fields[name]?.unasked === true
  const texts = {
    ...type,
    fields: Object.fromEntries(
      Object.entries(type.fields).filter(
        ([name, { kind }]) => TEXTS.has(kind) && (named || !isNaming(name)),
      ),
    ),
  }
  const told = textsOf(values, texts).flatMap(text =>
    withoutOwnStreet(guards(text), text).filter(({ kind }) => kind !== 'phone' || !isOfABody(text)),
  )
  const people = [...wholeNames(values, type), ...homesOf(values, type)]
  const all = [...reachesOf(values, type, guards), ...told, ...people]
  return [...new Map(all.map(one => [findingsText([one]), one])).values()]
}

const whole = (kind: Finding['kind'], said: string): Finding => ({
  from: 0,
  to: said.length,
  kind,
  said,
})

/** A column of people: what is in it is somebody, whatever word it is. */
function wholeNames(values: Fields, type: RecordType): readonly Finding[] {
  const columns = [isPersonIn(type, values) ? type.title : undefined, fieldFor(type, 'who')]
  return columns.flatMap(name => {
    const [field, value] = [type.fields[name ?? ''], values[name ?? '']]
    return field && spaceOf(type, field) === 'commons' && typeof value === 'string' && value !== ''
      ? [whole('name', value)]
      : []
  })
}

/** The address of a person, and their point of the map. A body’s are what such a list is for. */
const homesOf = (values: Fields, type: RecordType): readonly Finding[] =>
  isPersonIn(type, values)
    ? Object.entries(type.fields).flatMap(([name, field]) => {
        const isOpen = name !== type.title && spaceOf(type, field) === 'commons'
        const home = isOpen ? homeIn(field, values[name]) : undefined
        return home === undefined ? [] : [whole('home', home)]
      })
    : []

/** The values of a line that is written: the tick of a person’s line was also about their point. */
export const asAgreed = <F extends Fields>(type: RecordType, values: F): F =>
  type.name === AGREED_POINT.type && isPersonIn(type, values) && isPoint(values[AGREED_POINT.point])
    ? { ...values, [AGREED_POINT.agreed]: values[AGREED_POINT.point] }
    : values

/** A telephone that somebody carries, an address made of somebody's name. */
function reachesOf(values: Fields, type: RecordType, guards: Guard): readonly Finding[] {
  return Object.entries(type.fields).flatMap(([name, field]) => {
    const value = values[name]
    if (typeof value !== 'string' || spaceOf(type, field) !== 'commons') return []
    if (field.kind === 'phone') return isCarried(value) ? [whole('phone', value)] : []
    if (field.kind !== 'email') return []
    const words = value
      .split('@')[0]!
      .replace(/(?:^|[._+-])(\p{L})/gu, (_, first: string) => ` ${first.toUpperCase()}`)
      .trim()
    return guards(words).some(({ kind }) => kind === 'name') ? [whole('mail', value)] : []
  })
}
/** The number of a company (SIRET) or of an association (RNA): nobody is reached by it. */
const isOfABody = (said: string): boolean => /^(?:W\d{9}|\d{14})$/.test(said.replace(/\s/g, ''))
const isCarried = (phone: string): boolean =>
  /^(?:(?:\+|00)?33|0)0?[67]/.test(phone.replace(/[^\d+]/g, '')) ||
  phonesIn(phone).some(({ own }) => /^[67]\d{8}$/.test(own))

/** The lines that may be written: nothing is said of anybody, or the keeper ticked what it says. */
export function agreedIn(input: Input, said: SaysOf): (line: number) => boolean {
  const ticked = new Set(
    Object.keys(input).flatMap(name =>
      name.startsWith(`${AGREED}.`) ? [asSent(input, name)] : [],
    ),
  )
  return line => !said.has(line) || ticked.has(findingsText(said.get(line)!))
}

/** Lines that say the same words of somebody are one tick. */
export function saysOfPart(
  visit: Visit,
  type: RecordType,
  { said, met, isAgreed }: JudgedLines,
): Html | false {
  const held = met
    .filter(({ row, known }) => isNew(known) && said.has(row.line))
    .map(({ row }) => row)
  if (held.length === 0) return false
  const [w, g] = [dataWords(visit.lang).table, guardWords(visit.lang)]
  const alike = [...Map.groupBy(held, row => findingsText(said.get(row.line)!))]
  const item = ([seen, rows]: (typeof alike)[number]): Html => {
    const line = rows[0]!.line
    const titles = [...new Set(rows.map(({ read }) => String(read.fields[type.title] ?? '')))]
    const named = titles
      .slice(0, MOST_NAMED)
      .map((one, i) => html`${i > 0 && ', '}<bdi>${one}</bdi>`)
    const more = titles.length > MOST_NAMED && '…'
    return html`
      <li>
        ${tick({
          name: `${AGREED}.${line}`,
          value: seen,
          isOn: isAgreed(line),
          words: html`${w.lines(rows.map(row => row.line))} <b>${named}${more}</b>`,
        })}
        <p class="why">${whySaid(said.get(line)!, visit.lang)}</p>
      </li>
    `
  }
  const rest = alike.slice(MOST_SHOWN).reduce((n, [, rows]) => n + rows.length, 0)
  return html`
    <h2>${g.tableHeld(held.length)}</h2>
    <p>${g.tableLead}</p>
    <ul class="held-lines">${alike.slice(0, MOST_SHOWN).map(item)}</ul>
    ${rest > 0 && html`<p>${g.tableRest(rest)}</p>`}
  `
}
