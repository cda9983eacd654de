import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { actButton, post } from '../../../ui/post.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { mayStopAsking } from '../model/commands.ts'
import { mayClose, takesBack, type WholeDeal } from '../model/read.ts'
import { type Party, saysDone, speaksFor } from '../model/rules.ts'
import { DEALS } from '../model/sides.ts'
import type { DealWords } from './say.ts'

export function stopping(whole: WholeDeal, kit: Kit, words: DealWords): Html | false {
  const isMine = whole.parties.some(party => speaksFor(kit.request, party))
  return (
    isMine &&
    mayStopAsking(whole) &&
    post(kit.form(), `${DEALS}/${whole.row.id}/ne-plus-demander`, {
      look: 'form no-print',
      hidden: { from: `${DEALS}/${whole.row.id}` },
      fields: html`<p>${words.stopAskingHint}</p>`,
      button: words.stopAsking,
    })
  )
}

/** What one alone closed or agreed to, they may open again as long as nothing followed. */
export const goingBack = (
  whole: WholeDeal,
  kit: Kit,
  read: Reader,
  words: DealWords,
): Html | false =>
  takesBack(whole, kit.request, read) !== undefined &&
  post(kit.form(), `${DEALS}/${whole.row.id}/revenir`, {
    look: 'form no-print',
    hidden: { from: `${DEALS}/${whole.row.id}` },
    button: html`<button class="quiet">${words.goBackWhole}</button>`,
  })

/** A no is for this time: while its notice stands, it may be proposed again. */
export const again = ({ state, notices }: WholeDeal, words: DealWords): Html | false =>
  state === 'fallen' &&
  notices.some(one => !one.isClosed) &&
  html`
    <p class="acts no-print">
      <a
        class="button"
        href="${DEALS}/nouveau?annonce=${notices.find(one => !one.isClosed)?.id ?? ''}"
      >
        ${words.again}
      </a>
    </p>
  `

/** What was agreed on is no longer wanted of anybody else: its notice may leave the lists. */
export function closing(whole: WholeDeal, kit: Kit, words: DealWords): Html | false {
  const { state, notices, parties, said } = whole
  if (state !== 'agreed' && state !== 'done') return false
  // Whoever has still to say that it is done closes the notice by that word.
  const isAsked = (party: Party): boolean =>
    speaksFor(kit.request, party) && !saysDone(said, party.key)
  if (state === 'done' && parties.some(isAsked)) return false
  const open = notices.filter(one => mayClose(one, kit.request))
  return (
    open.length > 0 &&
    html`
      <div class="part stack no-print">
        <p>${state === 'done' ? words.closeNow : words.closeLead}</p>
        ${open.map(
          one =>
            html`
              <p><a href="/annonces/${one.id}"${TONGUE}>${one.title}</a></p>
              ${actButton(kit.form(), '/annonces/fermer', {
                hidden: { id: one.id, from: `/annonces/${one.id}` },
                button: words.close,
              })}
            `,
        )}
      </div>
    `
  )
}
