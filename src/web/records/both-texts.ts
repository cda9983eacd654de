import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Request } from '../../contract/request.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import { type RecordType, spaceOf } from '../../core/schema.ts'
import { correctedId, type WaitingCorrection } from '../../engine/records/correction.ts'
import { fieldList } from '../../ui/sheet.ts'
import type { PageSource } from '../pages/kit.ts'
import { askedIn } from './asked-in.ts'
import { plainWords } from './words.ts'

type Row = Readonly<Record<string, unknown>>
/** *correction, annonce*; else its kind alone. */
export const kindOfSent = (
  request: Pick<Request, 'lang'>,
  kind: string,
  sent: WaitingCorrection,
): string => (correctedId(sent) === null ? kind : plainWords(request.lang).correctionOf(kind))

type Both = Readonly<{ type: RecordType; row: Row; standing: Row }>
/** Field by field, what shows and what would: what is the same in both is left out. */
export function bothTexts(source: PageSource, kit: Kit, { type, row, standing }: Both): Html {
  const w = plainWords(kit.request.lang)
  const words = wordsOfType(source.bricks, type.name, kit.request.lang)
  const asks = askedIn(source, type, row, words)
  const shown = (name: string, value: unknown): Html =>
    value === null || value === undefined ? html`–` : kit.shown(type, name, value)
  const changed = Object.entries(type.fields).filter(
    ([name, field]) =>
      spaceOf(type, field) !== 'home' &&
      (row[name] ?? null) !== null &&
      field.kind !== 'files' &&
      asks.isAsked(name) &&
      JSON.stringify(row[name]) !== JSON.stringify(standing[name] ?? null),
  )
  if (changed.length === 0) return html`<p>${w.sameAsShown}</p>`
  const both = ([name]: (typeof changed)[number]): Html =>
    html`
      <p>${w.shownNow} ${shown(name, standing[name])}</p>
      <p><b>${w.proposedNow}</b> ${shown(name, row[name])}</p>
    `
  return html`
    ${fieldList(changed.map(one => ({ label: asks.label(one[0]), value: both(one) })))}
  `
}
