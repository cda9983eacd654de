import { type Html, html } from '../../contract/html.ts'
import type { Reader } from '../../contract/reader.ts'
import { guardWords } from '../../contract/records/guard-words.ts'
import { pageOf } from '../../contract/records/page-of.ts'
import type { Request } from '../../contract/request.ts'
import { isSameName } from '../../contract/speaker.ts'
import { STANDS, tableOf } from '../../contract/tables.ts'
import { fieldFor, type RecordType } from '../../core/schema.ts'
import { phonesIn } from '../../text/phone.ts'
import type { PageSource } from '../pages/kit.ts'
import { untilWritten } from '../pages/until-written.ts'

/**
 * What waits may give somebody else’s telephone as its own: the keeper reads where the number
 * already shows, under another name, before they show it again.
 */

/** So many rows of a type are looked at, and so many places told. */
const [MOST_READ, MOST_TOLD] = [5_000, 3]

/** The links to what shows one of the numbers of this row under another name, as a sentence. */
export function sameNumberSaid(
  source: PageSource,
  request: Request,
  { row, type }: Readonly<{ row: Readonly<Record<string, unknown>>; type: RecordType }>,
): Html | false {
  const [who, reach] = [fieldFor(type, 'who'), fieldFor(type, 'reach')]
  const said = reach === undefined ? undefined : row[reach]
  const numbers = typeof said === 'string' ? ownNumbers(said) : []
  if (numbers.length === 0) return false
  const name = who === undefined ? '' : String(row[who] ?? '')
  const shown = numbersShown(source)
  const places = numbers.flatMap(number => shown.get(number) ?? [])
  const found = [...new Map(places.map(one => [one.id, one])).values()]
    .filter(one => !isSameName(one.who, name))
    .flatMap(one => {
      const href = pageOf(source.read, one.type, one.id)
      return href === undefined ? [] : [{ href, title: one.title }]
    })
    .slice(0, MOST_TOLD)
  const g = guardWords(request.lang)
  return (
    found.length > 0 &&
    html`
      <p>
        <b>${g.sameNumber}</b>${' '}
        ${found.map(({ href, title }, i) => html`${i > 0 && ' · '}<a href="${href}">${title}</a>`)}
      </p>
    `
  )
}

/**
 * Whose telephone stands anywhere in this row, where it is of another member than who signs: the
 * keeper alone reads it.
 */
export function numberKnownSaid(
  { read, bricks }: PageSource,
  request: Request,
  { row, type }: Readonly<{ row: Readonly<Record<string, unknown>>; type: RecordType }>,
): Html | false {
  const texts = Object.values(row).filter(value => typeof value === 'string')
  const numbers = texts.flatMap(ownNumbers)
  if (numbers.length === 0) return false
  const who = fieldFor(type, 'who')
  const signed = who === undefined ? '' : row[who]
  const isSigner = (name: string): boolean =>
    isSameName(signed, name) || isSameName(signed, name.split(' ')[0] ?? '')
  const names = bricks.flatMap(one => one.slots?.numbersKnown?.(read, numbers) ?? [])
  const others = [...new Set(names)].filter(name => !isSigner(name))
  return others.length > 0 && html`<p><b>${guardWords(request.lang).numberKnown(others)}</b></p>`
}

const ownNumbers = (text: string): readonly string[] => phonesIn(text).map(({ own }) => own)

/** What everybody reads with a number: whose it says it is. */
type NumberShown = Readonly<{ type: RecordType; id: string; who: string; title: string }>
type Shown = ReadonlyMap<string, readonly NumberShown[]>
/** What shows with each number, read again only after a write: many texts wait on one page. */
const numbersShown = untilWritten(
  ({ read }: PageSource) => read,
  ({ read, types }): Shown =>
    Map.groupBy(
      [...types.values()].flatMap(type => showing(read, type)),
      ({ number }) => number,
    ),
)

/** The numbers in the rows of a type that everybody reads. */
function showing(
  read: Reader,
  type: RecordType,
): readonly (NumberShown & Readonly<{ number: string }>)[] {
  const [who, reach] = [fieldFor(type, 'who'), fieldFor(type, 'reach')]
  if (who === undefined || reach === undefined || type.path === undefined) return []
  return read
    .all(
      `SELECT id, "${who}" AS who, "${reach}" AS reach, "${type.title}" AS title
       FROM "${tableOf(type.name, 'commons')}"
       WHERE ${STANDS} AND "${reach}" GLOB '*[0-9]*[0-9]*[0-9]*' ORDER BY id DESC LIMIT ?`,
      MOST_READ,
    )
    .flatMap(row => {
      const of = { type, id: String(row['id']), who: String(row['who'] ?? '') }
      const title = String(row['title'] ?? '')
      return ownNumbers(String(row['reach'])).map(number => ({ ...of, title, number }))
    })
}
