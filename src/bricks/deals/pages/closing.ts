import { type Html, html } from '../../../contract/html.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import { actButton, post } from '../../../ui/post.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { unbroken } from '../../../ui/value.ts'
import { closedByTicket, mayReopen, metBy, noticeHeld } from '../model/closed-too.ts'
import { needsAnother } from '../model/propose.ts'
import type { WholeDeal } from '../model/read.ts'
import { isReadyWord } from '../model/ready-word.ts'
import { hasSeatLeft } from '../model/ride-full.ts'
import { calledOffRide, KEEP_RIDE } from '../model/ride-kept.ts'
import { driverOf } from '../model/ride-now.ts'
import { type Party, saysDone, speaksFor, talksFor } from '../model/rules.ts'
import { asShown, mayBeSaid, takesBack } from '../model/saying.ts'
import { DEALS } from '../model/sides.ts'
import { mayStopAsking } from '../model/taking-back.ts'
import { isTakenFor } from '../model/threads.ts'
import { failing } from './failing.ts'
import { type DealWords, titleOf } from './say.ts'
import { carried, type DealThread, isReadBy, speakersIn } from './view.ts'

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
    // A ticket has no other way back.
    (kit.request.said === undefined || who.ticket !== undefined) &&
    takesBack(whole, who, read) !== undefined &&
    post(kit.form(), `${at}/revenir`, {
      look: 'form no-print',
      hidden: { ...carried(thread), ...asShown(whole) },
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

/** Whose word came last once it is agreed, where the reader may call it off for them. */
export function lastWriter(thread: DealThread): ReturnType<typeof speakersIn>[number] | undefined {
  const { whole, who } = thread
  const last = whole.said.findLast(({ says }) => says !== 'insult')
  if (whole.state !== 'agreed' || last?.says !== 'word' || !isReadBy(whole, who)) return undefined
  const mine = speakersIn(thread).find(({ party }) => party.key === last.key)
  if (!mine || !mayBeSaid(whole, mine.party.key).includes('not')) return undefined
  return isReadyWord(last, whole) ? undefined : mine
}

/**
 * Whoever wrote last, once it is agreed, reads that a word moves nothing, beside the act that calls
 * it off: no word is read for what it may mean. What they said by one press asks nothing.
 */
export function callingOff(thread: DealThread): Html | false {
  const { words } = thread
  const mine = lastWriter(thread)
  return (
    mine !== undefined &&
    html`
      <div class="no-print">
        <p>${words.wordMovesNothing}</p>
        ${failing({ ...thread, ...mine }, words.buttons.not)}
      </div>
    `
  )
}

/** What was agreed on is no longer wanted of anybody else: its notice may leave the lists. */
export function closing(thread: DealThread): Html | false {
  const { whole, who, read, words } = thread
  const { state, notices, parties, said } = whole
  if (state === 'fallen' || state === 'ended') return reopening(thread) || closingOff(thread)
  if (state !== 'agreed' && state !== 'done') return false
  // Whoever has still to say that it is done closes the notice by that word.
  const isAsked = (party: Party): boolean => speaksFor(who, party) && !saysDone(said, party.key)
  if (state === 'done' && parties.some(isAsked)) return false
  const byTicket = closedByTicket(whole, who, read)
  if (byTicket) return closingByTicket(thread, byTicket)
  const own = metBy(whole, who, read)
  // Who answered a notice may have one of their own, which this one meets.
  const met = state === 'done' && whole.row.responses === null ? alsoMet(thread) : []
  const all = [...own, ...met.filter(({ id }) => !notices.some(one => one.id === id))]
  const driver = driverOf(whole)
  // That nobody else is taken is its driver's to say.
  const isTheirs = driver !== undefined && talksFor(who, driver)
  const open = isTheirs ? all : all.filter(one => !isCountedOn(whole, one))
  const hasSeats = open.some(one => isCountedOn(whole, one)) && hasSeatLeft(thread.read, whole)
  return (
    open.length > 0 &&
    html`
      <div class="part stack no-print">
        ${!hasSeats && html`<p>${state === 'done' ? words.closeNow : words.closeLead}</p>`}
        ${open.map(
          one =>
            html`
              ${
                one.title !== titleOf(whole, who, words) &&
                html`<p><a href="/annonces/${one.id}"${TONGUE}>${unbroken(one.title)}</a></p>`
              }
              ${closeAct(thread, one)}
            `,
        )}
      </div>
    `
  )
}

/** What fell through leaves its thing: whoever closed its notice is asked to open it again. */
function reopening(thread: DealThread): Html | false {
  const { whole, who, at, kit, read, words } = thread
  const held = noticeHeld(whole, who)
  const own = who.by === 'keeper' ? [] : whole.notices.filter(one => mayReopen(one, who))
  const closed = held?.isClosed ? held : own[0]
  if (!closed || isTakenFor(read, whole)) return false
  return html`
    <div class="part stack no-print">
      <p>${words.closedReopen}</p>
      ${actButton(kit.form(), held ? `${at}/rouvrir` : '/annonces/rouvrir', {
        hidden: held ? { from: at } : { id: closed.id, from: at },
        button: words.reopen,
      })}
    </div>
  `
}

/** A driver who called off what was agreed, with all who counted on it, may close its notice. */
function closingOff(thread: DealThread): Html | false {
  const { whole, who, at, kit, read, words } = thread
  const ride = calledOffRide(read, whole, who)
  if (!ride) return false
  const isHeld = noticeHeld(whole, who)?.id === ride.id
  return html`
    <div class="part stack no-print">
      <p>${words.closeOff}</p>
      ${actButton(kit.form(), isHeld ? `${at}/fermer` : '/annonces/fermer', {
        hidden: isHeld ? { from: at } : { id: ride.id, from: at },
        button: words.close,
      })}
    </div>
  `
}

const isCountedOn = ({ state, notices }: WholeDeal, { id }: Readonly<{ id: string }>): boolean =>
  state === 'agreed' &&
  notices.some(one => one.id === id && one.type === 'offer' && one.ride !== null)

/** Of a ride that others count on, whoever closes it keeps what is agreed. */
const closeAct = ({ whole, kit, words }: DealThread, { id }: Readonly<{ id: string }>): Html =>
  isCountedOn(whole, { id })
    ? actButton(kit.form(), KEEP_RIDE, { hidden: { annonce: id }, button: words.rideFullAct })
    : actButton(kit.form(), '/annonces/fermer', {
        hidden: { id, from: `/annonces/${id}` },
        button: words.close,
      })

const alsoMet = ({ whole: { notices }, who, kit }: DealThread) =>
  who.me === undefined || !who.private
    ? []
    : notices.flatMap(one => (one.author === who.me ? [] : kit.ownMet(one.id, who.me ?? '')))

/** *J’ai trouvé*, by the ticket of a notice; and back. */
const closingByTicket = (thread: DealThread, { isClosed, mode, type }: NoticeSeen): Html => {
  const { words, at, kit, whole } = thread
  const isDone = whole.state === 'done'
  return html`
    <div class="part stack no-print">
      <p>
        ${
          isClosed
            ? words.closedMine
            : isDone
              ? words.closeMine.done
              : words.closeMine.agreed(mode, type === 'offer')
        }
      </p>
      ${actButton(kit.form(), `${at}/${isClosed ? 'rouvrir' : 'fermer'}`, {
        hidden: { from: at },
        button: isClosed ? words.reopen : words.close,
      })}
    </div>
  `
}
