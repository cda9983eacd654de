import type { Ask } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import { type RecordType, spaceOf } from '../../core/schema.ts'
import { type Html, html } from '../../ui/html.ts'
import { fieldList } from '../../ui/sheet.ts'
import type { Site } from '../../web/pages/ask.ts'
import { plainWords } from '../../web/records/words.ts'

/** What waits of a record that shows already: a correction, by a card (`changes`) or by a ticket (`shownAs`). */
type Sent = Readonly<{ piece: string | null; changes: string | null; shownAs: string | null }>
type Row = Readonly<Record<string, unknown>>

const overOf = ({ changes, shownAs }: Sent): string | null => changes ?? shownAs

/** What stands on the page of what this would correct; undefined of a new thing, and of what left the page since. */
export function standingOf(read: Reader, type: RecordType, sent: Sent): Row | undefined {
  const over = overOf(sent)
  if (over === null) return undefined
  return (read.one(type, over) ?? (sent.piece === over ? undefined : read.one(type, over, 'home'))) as Row | undefined
}

/** What it would correct left the page: it can't be shown before that one is put back. */
export const isOfNothing = (read: Reader, type: RecordType, sent: Sent): boolean => {
  const over = overOf(sent)
  return over !== null && !read.one(type, over, type.space)
}

/** *correction, annonce*; else its kind alone. */
export const kindOfSent = (ask: Pick<Ask, 'lang'>, kind: string, sent: Sent): string =>
  overOf(sent) === null ? kind : plainWords(ask.lang).correctionOf(kind)

/** As the page calls it, where it is a correction. */
export function titleOfSent(read: Reader, type: RecordType | undefined, sent: Sent): string {
  if (!type) return ''
  const [standing, row] = [
    standingOf(read, type, sent),
    sent.piece === null ? undefined : (read.one(type, sent.piece, 'home') as Row | undefined),
  ]
  return String(standing?.[type.title] ?? row?.[type.title] ?? '')
}

type Both = Readonly<{ type: RecordType; row: Row; standing: Row }>
/** Field by field, what shows and what would: what is the same in both is left out. */
export function bothTexts(site: Site, ask: Ask, { type, row, standing }: Both): Html {
  const w = plainWords(ask.lang)
  const words = wordsOfType(site.bricks, type.name, ask.lang)
  const shown = (name: string, value: unknown): Html =>
    value === null || value === undefined ? html`–` : (ask.shown(type, name, value) as Html)
  const changed = Object.entries(type.fields).filter(
    ([name, field]) =>
      spaceOf(type, field) !== 'home' &&
      (row[name] ?? null) !== null &&
      field.kind !== 'files' &&
      JSON.stringify(row[name]) !== JSON.stringify(standing[name] ?? null),
  )
  if (changed.length === 0) return html`<p>${w.sameAsShown}</p>`
  const both = ([name]: (typeof changed)[number]): Html =>
    html`<p>${w.shownNow} ${shown(name, standing[name])}</p><p><b>${w.proposedNow}</b> ${shown(name, row[name])}</p>`
  return html`${fieldList(changed.map(one => ({ label: words.fields[one[0]]?.label ?? one[0], value: both(one) })))}`
}
