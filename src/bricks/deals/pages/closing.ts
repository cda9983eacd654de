import { type Html, html } from '../../../contract/html.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import { actButton, post } from '../../../ui/post.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { closedByTicket, metBy } from '../model/closed-too.ts'
import { mayStopAsking } from '../model/commands.ts'
import { needsAnother } from '../model/propose.ts'
import type { WholeDeal } from '../model/read.ts'
import { type Party, saysDone, speaksFor } from '../model/rules.ts'
import { takesBack } from '../model/saying.ts'
import { DEALS } from '../model/sides.ts'
import type { DealWords } from './say.ts'
import { carried, type DealThread } from './view.ts'

export function stopping({ whole, who, kit, words }: DealThread): Html | false {
  const isMine = whole.parties.some(party => speaksFor(who, party))
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

/**
 * What one alone closed or agreed to, they may open again as long as nothing followed. Right after
 * they said so, what was said has its own way back.
 */
export const goingBack = (thread: DealThread): Html | false => {
  const { whole, who, at, kit, read, words } = thread
  return (
    kit.request.said === undefined &&
    takesBack(whole, who, read) !== undefined &&
    post(kit.form(), `${at}/revenir`, {
      look: 'form no-print',
      hidden: carried(thread),
      button: html`<button class="quiet">${words.goBackWhole}</button>`,
    })
  )
}

/** To a box that reads no words, what fell through is proposed again as another deal. */
export const again = ({ whole, read, words }: DealThread): Html | false =>
  needsAnother(whole, read) && anotherDeal(whole, words)
const anotherDeal = ({ notices }: WholeDeal, words: DealWords): Html | false =>
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
export function closing(thread: DealThread): Html | false {
  const { whole, who, kit, words } = thread
  const { state, notices, parties, said } = whole
  if (state !== 'agreed' && state !== 'done') return false
  // Whoever has still to say that it is done closes the notice by that word.
  const isAsked = (party: Party): boolean => speaksFor(who, party) && !saysDone(said, party.key)
  if (state === 'done' && parties.some(isAsked)) return false
  const byTicket = closedByTicket(whole, who)
  if (byTicket) return closingByTicket(thread, byTicket)
  const own = metBy(whole, who)
  // Who answered a notice may have one of their own, which this one meets.
  const met = state === 'done' && whole.row.responses === null ? alsoMet(thread) : []
  const open = [...own, ...met.filter(({ id }) => !notices.some(one => one.id === id))]
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

const alsoMet = ({ whole: { notices }, who, kit }: DealThread) =>
  who.me === undefined || !who.private
    ? []
    : notices.flatMap(one => (one.author === who.me ? [] : kit.ownMet(one.id, who.me ?? '')))

/** *J’ai trouvé*, by the ticket of a notice; and back. */
const closingByTicket = (thread: DealThread, { isClosed }: NoticeSeen): Html => {
  const { words, at, kit, whole } = thread
  const isDone = whole.state === 'done'
  return html`
    <div class="part stack no-print">
      <p>${isClosed ? words.closedMine : words.closeMine[isDone ? 'done' : 'agreed']}</p>
      ${actButton(kit.form(), `${at}/${isClosed ? 'rouvrir' : 'fermer'}`, {
        hidden: { from: at },
        button: isClosed ? words.reopen : words.close,
      })}
    </div>
  `
}
