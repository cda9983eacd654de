import { type Html, html } from '../../../contract/html.ts'
import type { FieldKind, RecordType } from '../../../core/schema.ts'
import { mailsIn } from '../../../text/mail.ts'
import { anyPhoneIn } from '../../../text/phone.ts'
import { HIDE } from '../model/hiding.ts'
import type { fr } from '../words/fr.ts'

/**
 * The ways to *C'est mon numéro : le cacher*, from every page on which a number or an address is
 * read.
 */
type Words = Pick<typeof fr, 'link' | 'mailLink' | 'footLink' | 'mailFootLink'>

/** Kinds in which a telephone may be written. */
const SAYS: ReadonlySet<FieldKind> = new Set(['text', 'prose', 'phone', 'email', 'url'])
/** From the page of a record that says a telephone; `type`: with the fields that keepers made. */
export function hideLink(
  type: RecordType,
  id: string,
  values: Readonly<Record<string, unknown>>,
  words: Words,
): Html | undefined {
  const texts = Object.entries(values).filter(([name]) =>
    SAYS.has(type.fields[name]?.kind ?? 'number'),
  )
  const said = texts.flatMap(([, value]) => [value].flat()).filter(one => typeof one === 'string')
  const link = said.some(anyPhoneIn)
    ? words.link
    : said.some(one => mailsIn(one).length > 0)
      ? words.mailLink
      : undefined
  return link === undefined
    ? undefined
    : html`<a class="no-print" href="${HIDE}?ou=${id}">${link}</a>`
}

/** Between two pieces of a page: no number goes over a word that says none. */
const FAR_APART = ' \n| piece |\n '
/** Tags that follow each other: every page is read as it is made, and most of it is tags. */
const TAGS = /<[^>]*>(?:\s*<[^>]*>)*/g
/** *Par exemple 04 77 00 00 00*: the hint of a form says nobody's. */
const HINT = /<p class="hint"[^>]*>.*?<\/p>/gs
/** An id in an address that a page shows: ten figures of it in a row are nobody's number. */
const ID = /\b[0-9a-hjkmnp-tv-z]{26}\b/g
/** From any other page on which a telephone is read. */
export function footLink(path: string, page: string, words: Words): Html | undefined {
  const hasIts = path === HIDE || path.startsWith('/tenir') || page.includes(`href="${HIDE}`)
  if (hasIts) return undefined
  const said = page.replace(HINT, ' ').replace(TAGS, FAR_APART).replace(ID, ' ')
  const isPhone = anyPhoneIn(said)
  if (!isPhone && mailsIn(said).length === 0) return undefined
  return html`
    <a class="no-print" href="${HIDE}">${isPhone ? words.footLink : words.mailFootLink}</a>
  `
}
