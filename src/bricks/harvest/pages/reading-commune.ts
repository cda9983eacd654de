import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { harvest } from '../../../contract/records/own-records.ts'
import type { RowOf } from '../../../core/schema.ts'
import { formField } from '../../../ui/field.ts'
import { MET } from '../model/reading-again.ts'
import { communeOfMeeting, takesCommune } from '../model/showing-commune.ts'
import { reviewWords } from '../words/words.ts'
import type { ReadPiece } from './reading-pieces.ts'

type Of = RowOf<typeof harvest>

/** The commune of the meeting, where the box has several. */
export function communeChoice(
  { request, territory, communeNamed }: Kit,
  code: string,
): Html | false {
  const w = reviewWords(request.lang).reading
  const here = territory?.communes ?? []
  const isOther = code !== '' && !here.some(one => one.code === code)
  const all = isOther ? [...here, { code, name: communeNamed(code) ?? code }] : here
  const option = (value: string, words: string): Html =>
    html`<option value="${value}"${value === code && html` selected`}>${words}</option>`
  return (
    (here.length > 1 || isOther) &&
    formField({
      id: 'f-commune',
      label: w.meetingCommune,
      hint: w.meetingCommuneHint,
      control: about => html`
        <select id="f-commune" name="${MET.commune}"${about}>
          ${option('', w.noCommune)} ${all.map(one => option(one.code, one.name))}
        </select>
      `,
    })
  )
}

/** Where things that say no commune are told to be. */
export function communeSaid(kit: Kit, of: Of, free: readonly ReadPiece[]): Html | false {
  const w = reviewWords(kit.request.lang).reading
  const some = free.filter(
    ({ type, piece, row, same }) => same === undefined && takesCommune(type, piece, row),
  )
  if (some.length === 0 || kit.territory?.communes.length === 1) return false
  const code = communeOfMeeting(of, kit.territory)
  return code === null
    ? html`<p>${w.communeAsked} <a href="#rencontre">${w.sayCommune}</a></p>`
    : html`<p>${w.communeTaken(kit.communeNamed(code) ?? code)}</p>`
}
