import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { actButton } from '../../../ui/post.ts'
import { RENEW_BY_TICKET } from '../model/commands-after.ts'
import { noticeOf } from '../model/read.ts'
import { isToRenew } from '../model/read-after.ts'
import { isClosed, isPast } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

/** Asked each season on the ticket of who has no card, who says in one tap that it stands. */
export function renewOnTicket(
  kit: Kit,
  read: Reader,
  words: typeof fr,
  id: string,
): readonly Html[] {
  const notice = noticeOf(read, id)
  const { today } = kit.request
  if (!notice || isClosed(notice.row) || isPast(notice.row, today)) return []
  if (!isToRenew(read, notice, today)) return []
  const act = actButton(kit.form(), `${kit.request.path}/${RENEW_BY_TICKET}`, {
    hidden: { from: kit.request.path },
    button: words.renew,
  })
  return [html`<b>${words.stillTrueAsked}</b> ${act}`]
}
