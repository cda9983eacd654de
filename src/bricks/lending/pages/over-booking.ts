import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { post } from '../../../ui/post.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { aboutButton } from '../../../ui/which.ts'
import { type AnnouncedOver, announcedOver } from '../model/announced-over.ts'
import { PATH } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'

type Context = PageContext<typeof fr>

/**
 * On a booking: the events that the agenda announces at its time. `settles`: its reader says that
 * they are one thing, or that it is settled.
 */
export function overBooking(booking: string, context: Context, settles = false): Html {
  const { kit, read, words } = context
  const { today } = kit.request
  const all = announcedOver(read, today).filter(one => one.booking === booking)
  const pathOf = ({ event }: AnnouncedOver): string => read.called(event)?.path ?? '/agenda'
  return html`${all.map(
    over => html`
      <div class="note">
        <p>
          <b>${words.over.onBooking}</b>${' '}<a href="${pathOf(over)}"${TONGUE}>${over.title}</a>${words.over.on(over.dates, today)}
        </p>
        ${settles && settleOver(over, context)}
      </div>
    `,
  )}`
}

/** They are one thing, or people settled it: nobody is asked about it again. */
export const settleOver = (
  { booking, event, title }: AnnouncedOver,
  { kit, words }: Context,
): Html =>
  post(kit.form(), `${PATH}/reservations/${booking}/arranger`, {
    look: 'inline',
    hidden: { avec: event },
    button: aboutButton(words.over.settle, title, kit.request.lang),
  })
