import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import { readElsewhere } from '../../../ui/elsewhere.ts'
import { tick } from '../../../ui/field.ts'
import { post } from '../../../ui/post.ts'
import { mistakeIn } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { which } from '../../../ui/which.ts'
import {
  ERASE_WHOSE,
  isFreed,
  type TypedFound,
  type TypedPerson,
  typedWith,
  WITH_IT,
} from '../model/erase-whose.ts'
import { bookingOf, type RequestRow, thingOf } from '../model/read.ts'
import { booking, request, series } from '../model/records-booking.ts'
import { PATH } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { spanSaid } from './reading.ts'

type Words = typeof fr
type Context = PageContext<Words>

/** To the page by which the keeper erases the name and telephone of somebody without a card. */
export function toErasing(
  { id, member, name, phone }: Pick<RequestRow, 'id' | 'member' | 'name' | 'phone'>,
  { kit, words }: Context,
): Html | false {
  const { by, private: isPrivate, lang } = kit.request
  const isTyped = member === null && (name !== null || phone !== null)
  if (by !== 'keeper' || !isPrivate || !isTyped) return false
  const { title } = words.eraseWhose
  return html`
    <p class="no-print">
      <a href="${ERASE_WHOSE}/${id}" ${which(title, name ?? phone ?? '', lang)}>${title}</a>
    </p>
  `
}

/** What goes, and which others have the same: it asks once. */
export const erasingPage: Page<Words> = {
  path: `${ERASE_WHOSE}/:id`,
  who: 'keeper',
  show: (kit, read, words): Leaf | undefined => {
    const context = { kit, read, words }
    const found = typedWith(read, kit.request.params['id'] ?? '')
    if (!found) return undefined
    const w = words.eraseWhose
    return {
      title: w.title,
      current: PATH,
      body: html`
        <div class="text">
          ${crumbs([{ href: PATH, words: words.menu }], kit.request.lang)}
          <h1>${w.title}</h1>
          ${mistakeIn(kit.request)}
          ${kit.request.private ? erasing(found, context) : readElsewhere(kit.request)}
        </div>
      `,
    }
  },
}

function erasing({ own, others }: TypedFound, context: Context): Html {
  const { kit, words } = context
  const w = words.eraseWhose
  return html`
    <p class="lead"><b${TONGUE}>${own.name ?? own.phone}</b>, ${toldOf(own, context)}</p>
    ${post(kit.form(), `${ERASE_WHOSE}/${own.id}`, {
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
            words: html`<span${TONGUE}>${one.name ?? one.phone}</span>, ${toldOf(one, context)}`,
          }),
        )}
      `,
      button: w.button,
    })}
  `
}

const isFreedWith = ({ type, id }: TypedPerson, { read }: Context): boolean =>
  type === booking.name && isFreed(bookingOf(read, id)?.state ?? null)

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
