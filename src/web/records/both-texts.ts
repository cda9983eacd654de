import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Request } from '../../contract/request.ts'
import { sameInLog } from '../../core/same.ts'
import { type RecordType, spaceOf } from '../../core/schema.ts'
import { correctedId, type WaitingCorrection } from '../../engine/records/correction.ts'
import { fieldList } from '../../ui/sheet.ts'
import { answeringField } from './answered-by.ts'
import type { AskedFields } from './asked-in.ts'
import { plainWords } from './words.ts'

type Row = Readonly<Record<string, unknown>>
/** *correction, annonce*; else its kind alone. */
export const kindOfSent = (
  request: Pick<Request, 'lang'>,
  kind: string,
  sent: WaitingCorrection,
): string => (correctedId(sent) === null ? kind : plainWords(request.lang).correctionOf(kind))

/**
 * Shape   `row`: what showing the correction would write. `standing`: the record that shows.
 *         `asks`: the labels of the text.
 */
type Both = Readonly<{
  type: RecordType
  row: Row
  standing: Row
  asks: Pick<AskedFields, 'label' | 'saidIn'>
}>
/**
 * Field by field, what shows and what would, under what it is about. A field that is the same in
 * both is left out.
 *
 * Law     each field that would change is listed once, asked or not: a number by its words, where
 *         they change too.
 */
export function bothTexts(kit: Kit, { type, row, standing, asks }: Both): Html {
  const w = plainWords(kit.request.lang)
  const shown = (name: string, value: unknown): Html =>
    value === null || value === undefined ? html`–` : kit.shown(type, name, value)
  const changed = Object.entries(type.fields).filter(
    ([name, field]) =>
      spaceOf(type, field) !== 'home' &&
      Object.hasOwn(row, name) &&
      !sameInLog(field, row[name], standing[name]),
  )
  if (changed.length === 0) return html`<p>${w.sameAsShown}</p>`
  const both = ([name]: (typeof changed)[number]): Html =>
    html`
      <p>${w.shownNow} ${shown(name, standing[name])}</p>
      <p><b>${w.proposedNow}</b> ${shown(name, row[name])}</p>
    `
  const names = new Set(changed.map(([name]) => name))
  const once = changed.filter(([name]) => !names.has(asks.saidIn(name) ?? ''))
  const about = answeringField(type)
  const stays = about === undefined || names.has(about) ? [] : [about]
  const lines = [
    ...stays
      .map(name => ({ label: asks.label(name), value: kit.shown(type, name, standing[name]) }))
      .filter(({ value }) => value.html !== ''),
    ...once.map(one => ({ label: asks.label(one[0]), value: both(one) })),
  ]
  return html`${fieldList(lines)}`
}
