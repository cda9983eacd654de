import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { post } from '../../../ui/post.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { aboutButton } from '../../../ui/which.ts'
import { type AnnouncedOver, announcedOver } from '../model/announced-over.ts'
import { SETTLE } from '../model/commands-change.ts'
import { PATH } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'

type Context = PageContext<typeof fr>

/**
 * On a booking: the events that the agenda announces at its time. `settlesAt`: where its reader
 * says that they are one thing, or that it is settled.
 */
export function overBooking(booking: string, context: Context, settlesAt?: string | false): Html {
  const { kit, read, words } = context
  const { today } = kit.request
  const all = announcedOver(read, today).filter(one => one.booking === booking)
  const link = ({ event, title }: AnnouncedOver): Html =>
    html`<a href="${read.called(event)?.path ?? '/agenda'}"${TONGUE}>${title}</a>`
  return html`${all.map(
    over => html`
      <div class="note">
        <p>
          <b>${words.over.onBooking}</b> ${link(over)}${words.over.on(over.dates, today)}
        </p>
        ${settlesAt && settleOver(over, context, settlesAt)}
      </div>
    `,
  )}`
}

/** They are one thing, or people settled it: nobody is asked about it again. */
export const settleOver = (
  { booking, series, event, title }: AnnouncedOver,
  { kit, words }: Context,
  path = settlePath(booking),
): Html =>
  post(kit.form(), path, {
    look: 'inline',
    hidden: { avec: event },
    button: aboutButton(
      series === null ? words.over.settle : words.over.settleAll,
      title,
      kit.request.lang,
    ),
  })
/** Where it is said of a booking. */
export const settlePath = (booking: string): string => `${PATH}/reservations/${booking}/${SETTLE}`
