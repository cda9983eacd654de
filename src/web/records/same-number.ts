import { type Html, html } from '../../contract/html.ts'
import { guardWords } from '../../contract/records/guard-words.ts'
import { pageOf } from '../../contract/records/page-of.ts'
import type { Request } from '../../contract/request.ts'
import { isSameName } from '../../contract/speaker.ts'
import { STANDS, tableOf } from '../../contract/tables.ts'
import { fieldFor, type RecordType } from '../../core/schema.ts'
import { phonesIn } from '../../text/phone.ts'
import type { PageSource } from '../pages/kit.ts'

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
  const numbers = new Set(typeof said === 'string' ? phonesIn(said).map(({ own }) => own) : [])
  if (numbers.size === 0) return false
  const name = who === undefined ? '' : String(row[who] ?? '')
  const found = [...source.types.values()]
    .flatMap(one => showing(source, one, numbers, name))
    .slice(0, MOST_TOLD)
  const g = guardWords(request.lang)
  return (
    found.length > 0 &&
    html`
      <p>
        <b>${g.sameNumber}</b>
        ${found.map(({ href, title }, i) => html`${i > 0 && ' · '}<a href="${href}">${title}</a>`)}
      </p>
    `
  )
}

/** The rows of a type that everybody reads and that give one of these numbers, of other people. */
function showing(
  { read }: PageSource,
  type: RecordType,
  numbers: ReadonlySet<string>,
  name: string,
): readonly Readonly<{ href: string; title: string }>[] {
  const [who, reach] = [fieldFor(type, 'who'), fieldFor(type, 'reach')]
  if (who === undefined || reach === undefined || type.path === undefined) return []
  return read
    .all(
      `SELECT id, "${who}" AS who, "${reach}" AS reach, "${type.title}" AS title
       FROM "${tableOf(type.name, 'commons')}"
       WHERE ${STANDS} AND "${reach}" GLOB '*[0-9]*[0-9]*[0-9]*' ORDER BY id DESC LIMIT ?`,
      MOST_READ,
    )
    .filter(
      row =>
        !isSameName(String(row['who'] ?? ''), name) &&
        phonesIn(String(row['reach'])).some(({ own }) => numbers.has(own)),
    )
    .flatMap(row => {
      const href = pageOf(read, type, String(row['id']))
      return href === undefined ? [] : [{ href, title: String(row['title'] ?? '') }]
    })
}
