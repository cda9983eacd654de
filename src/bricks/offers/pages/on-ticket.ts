import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { actButton } from '../../../ui/post.ts'
import { CLOSE_BY_TICKET, RENEW_BY_TICKET, REOPEN_BY_TICKET } from '../model/commands-after.ts'
import { noticeOf } from '../model/read.ts'
import { isToRenew } from '../model/read-after.ts'
import { isClosed, isPast, type Notice } from '../model/rules.ts'
import { isSharedOut } from '../model/shared-out.ts'
import type { fr } from '../words/fr.ts'
import { closeWord } from './pages-after.ts'

/** The acts of who has no card, on the ticket of their notice. */

type Words = typeof fr

/** Asked each season: they say in one tap that it stands. */
export function renewOnTicket(kit: Kit, read: Reader, words: Words, id: string): readonly Html[] {
  const notice = noticeNow(kit, read, id)
  if (!notice || isClosed(notice.row)) return []
  if (!isToRenew(read, notice, kit.request.today)) return []
  const act = actUnder(kit, RENEW_BY_TICKET, words.renew)
  return [html`<b>${words.stillTrueAsked}</b> ${act}`]
}

/** *C’est vendu*, and back: whatever anybody answered. */
export function closingOnTicket(kit: Kit, read: Reader, words: Words, id: string): readonly Html[] {
  const notice = noticeNow(kit, read, id)
  if (!notice) return []
  const look = 'inline no-print'
  if (isClosed(notice.row)) return [actUnder(kit, REOPEN_BY_TICKET, words.reopen, look)]
  const word = isSharedOut(read, notice) ? words.close.shared : closeWord(notice, words)
  return [actUnder(kit, CLOSE_BY_TICKET, word, look)]
}

/** The notice, until its last day is past. */
function noticeNow(kit: Kit, read: Reader, id: string): Notice | undefined {
  const notice = noticeOf(read, id)
  return notice && !isPast(notice.row, kit.request.today) ? notice : undefined
}

/** An act under the address of the ticket, where one comes back. */
const actUnder = (kit: Kit, act: string, button: string, look?: string): Html =>
  actButton(kit.form(), `${kit.request.path}/${act}`, {
    ...(look === undefined ? {} : { look }),
    hidden: { from: kit.request.path },
    button,
  })
