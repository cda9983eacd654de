import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { tick } from '../../../ui/field.ts'
import { post } from '../../../ui/post.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { aboutButton, which } from '../../../ui/which.ts'
import { ERASE_WHOSE, isFreed, type TypedPerson, typedWith, WITH_IT } from '../model/erase-whose.ts'
import { bookingOf, type RequestRow, thingOf } from '../model/read.ts'
import { booking, request, series } from '../model/records-booking.ts'
import type { fr } from '../words/fr.ts'
import { spanSaid } from './reading.ts'

type Context = PageContext<typeof fr>

/**
 * By which the keeper erases the name and the telephone of somebody without a card, folded: it says
 * what goes, which others have the same, then asks once.
 */
export function erasesWhose(id: string, context: Context): Html | false {
  const { kit, read, words } = context
  const { by, private: isPrivate, lang } = kit.request
  const found = by === 'keeper' && isPrivate ? typedWith(read, id) : undefined
  if (!found) return false
  const w = words.eraseWhose
  const { own, others } = found
  const about = `${own.name ?? own.phone ?? ''}, ${toldOf(own, context)}`
  return html`
    <details class="no-print">
      <summary${which(w.title, about, lang)}>${w.title}</summary>
      ${post(kit.form(), `${ERASE_WHOSE}/${id}`, {
        unchecked: true,
        fields: html`
          <p>${w.lead}</p>
          ${isFreedWith(own, context) && html`<p>${w.frees}</p>`}
          ${others.length > 0 && html`<p>${w.others}</p>`}
          ${others.map(one =>
            tick({
              name: WITH_IT,
              value: one.id,
              isOn: one.isSure,
              words: html`<span${TONGUE}>${namedAs(one, context)}</span>`,
            }),
          )}
        `,
        button: aboutButton(w.button, about, lang),
      })}
    </details>
  `
}

const isFreedWith = ({ type, id }: TypedPerson, { read }: Context): boolean =>
  type === booking.name && isFreed(bookingOf(read, id)?.state ?? null)

/** Whose it is, and what it is about. */
const namedAs = (one: TypedPerson, context: Context): string =>
  [one.name, toldOf(one, context)].filter(Boolean).join(', ')

/** Which thing and when: what a record is about. */
function toldOf({ type, id }: TypedPerson, context: Context): string {
  const { read, words } = context
  const w = words.eraseWhose
  const title = (thing: string | null | undefined): string =>
    (thing ? thingOf(read, thing)?.title : undefined) ?? ''
  const told = (row: Parameters<typeof spanSaid>[0]): string =>
    [title(row.thing), spanSaid(row, context)].filter(Boolean).join(', ')
  if (type === booking.name) {
    const row = bookingOf(read, id)
    return row ? told(row) : ''
  }
  if (type === request.name) {
    const row: RequestRow | undefined = read.one(request, id, 'home')
    return row ? w.asked(told(row)) : ''
  }
  return type === series.name ? w.series(title(read.one(series, id, 'home')?.thing)) : w.onPaper
}
