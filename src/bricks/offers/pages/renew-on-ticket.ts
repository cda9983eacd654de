import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { hasTable } from '../../../contract/tables.ts'
import { noticeOf } from '../model/read.ts'
import { isToRenew } from '../model/read-after.ts'
import { isClosed, isPast } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

/** *Toujours vrai ?*: asked each season on the ticket of who has no card, who says so there. */
export function renewOnTicket(
  kit: Kit,
  read: Reader,
  words: typeof fr,
  id: string,
): readonly Html[] {
  const notice = noticeOf(read, id)
  const { today } = kit.request
  if (!notice || isClosed(notice.row) || isPast(notice.row, today)) return []
  if (!isToRenew(read, notice, today) || !hasTable(read, 'confirmation')) return []
  return [html`<a href="/a-confirmer?annonce=${id}">${words.stillTrueAsked}</a>`]
}
