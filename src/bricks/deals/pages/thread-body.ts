import { type Html, html } from '../../../contract/html.ts'
import type { Reader } from '../../../contract/reader.ts'
import { capital } from '../../../text/capital.ts'
import { onDay } from '../../../text/days.ts'
import { readElsewhere } from '../../../ui/elsewhere.ts'
import { actButton } from '../../../ui/post.ts'
import { saidWord } from '../../../ui/said-word.ts'
import { note } from '../../../ui/say.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { unbroken } from '../../../ui/value.ts'
import { letterRefused, wordsUnread } from '../model/boxes.ts'
import { newsFor, noticeNow } from '../model/news.ts'
import type { WholeDeal } from '../model/read.ts'
import { deed } from '../model/records.ts'
import { isAskedOf, isReader, thanksOf } from '../model/rules.ts'
import { asksNow } from '../model/saying.ts'
import { acts } from './answering.ts'
import { calling, carrying } from './calling.ts'
import { again, callingOff, closing, goingBack, stopping } from './closing.ts'
import { newsOf } from './news-said.ts'
import { heardAnswer } from './noting.ts'
import { isPartSettled, partAnswers } from './part-answered.ts'
import { parting } from './parting.ts'
import { reaching } from './reaching.ts'
import { rideAsked } from './ride-asked.ts'
import { saidLines } from './said-lines.ts'
import { calledOf, type DealWords } from './say.ts'
import { stateOf } from './state-said.ts'
import { cameBack, carried, type DealThread, isReadBy, withOthers } from './view.ts'
import { noticeLinks, whatIsSaid } from './what-stands.ts'
import { typedBefore, writing } from './writing.ts'

/** A thread, on its page and on a ticket. */

/**
 * A thread that fell through or ended, beside others: what is new of it, and where it stands. The
 * rest is folded, and leaves no trace on paper. It opens again with a form that comes back.
 */
export const foldedThread = (thread: DealThread): Html => {
  const { whole, who, words } = thread
  const state = unbroken(stateOf(whole, who, words))
  return html`
    <div class="no-print">
      ${newsLine(thread)}
      <details${cameBack(thread) && html` open`}>
        <summary>${state}</summary>
        ${threadParts(thread)}
      </details>
    </div>
    <p class="only-print">${state}</p>
  `
}

/** What stands in it, what was said, and what its reader may say: on its page, and on a ticket. */
export const threadBody = (thread: DealThread): Html => html`
  ${newsLine(thread)}
  ${calling(thread)}
  <p><b>${unbroken(stateOf(thread.whole, thread.who, thread.words))}</b></p>
  ${carrying(thread)}
  ${heardAnswer(thread)}
  ${threadParts(thread)}
`

function threadParts(thread: DealThread): Html {
  const { whole, who, words } = thread
  const isRead = isReadBy(whole, who)
  const kept = isRead
    ? html`${saidLines(thread)}${thanks(thread)}`
    : who.private
      ? note(words.readByTwo)
      : html`${noticeLinks(thread)}${readElsewhere(thread.kit.request)}`
  return html`
    ${typedBefore(thread)}
    ${isRead && partLine(thread)}
    ${isRead && leavingPart(thread)}
    ${!isPartSettled(thread) && partAnswers(thread)}
    ${rideAsked(thread)}
    ${who.private && whatIsSaid(thread, isRead)}
    ${callingOff(thread)}
    ${reaching(thread)}
    ${askedLine(thread)}
    ${unreadLine(thread)}
    ${toldLine(whole, thread.read, words)}
    ${whole.state === 'done' && closing(thread)}
    ${acts(thread)}
    ${isPartSettled(thread) && partAnswers(thread)}
    ${again(thread)}
    ${goingBack(thread)}
    ${stopping(thread)}
    ${kept}
    ${writing(thread)}
    ${whole.state !== 'done' && closing(thread)}
    ${parting(thread)}
  `
}

/** How much one takes; and how much they ask in all, while it is asked. */
function partLine({ whole: { takes, asks, raise }, words }: DealThread): Html | false {
  if (!takes) return false
  const said =
    raise === 'asked' && asks ? words.part.lineAsked(takes, asks) : words.part.line(takes)
  return html`<p>${said}</p>`
}

/** *Ne plus en être*, by the ticket of who takes a part: what was said stays, the ticket too. */
const leavingPart = ({ whole, who, at, kit, words }: DealThread): Html | false =>
  whole.takes !== undefined &&
  who.ticket !== undefined &&
  whole.row.responses !== null &&
  whole.parties.some(({ ticket }) => ticket === who.ticket) &&
  actButton(kit.form(), `${at}/ne-plus-en-etre`, {
    look: 'inline no-print',
    hidden: { from: at },
    button: words.part.leave,
  })

/**
 * What the other side said last, until they who read say that they saw it: not over http, where it
 * is not read.
 */
const newsLine = (thread: DealThread): Html | false => {
  const { whole, who, at, kit, read, words } = thread
  // Whoever carries it to somebody says that it is told.
  const isOwn = whole.parties.some(party => isReader(party, who))
  const seen = isOwn ? words.seen : words.itIsTold
  return (
    newsFor(whole, who).length > 0 &&
    html`
    <div class="note">
      <p>${unbroken(stopped(capital(newsOf(whole, who, words, { read, isHere: true })), words))}</p>
      ${
        who.private &&
        actButton(kit.form(), `${at}/vu`, {
          look: 'inline no-print',
          hidden: { ...carried(thread), noticeAs: noticeNow(whole) },
          button: html`<button${withOthers(seen, thread)}>${seen}</button>`,
        })
      }
    </div>
  `
  )
}
/** What ends with a quoted sentence has its stop. */
const stopped = (text: string, words: DealWords): string =>
  /[.!?…][\s\u00a0]*[»”]$/u.test(text) ? text : `${text}${words.stop}`

/** That the words go to a box which reads none yet. */
function unreadLine({ whole: { row, parties }, read, words }: DealThread): Html | false {
  const away = parties.find(party => party.away !== undefined)
  return (
    away !== undefined &&
    wordsUnread(read, row.id) &&
    html`<p>${words.boxReadsNoWords(away.away || words.anotherBox)}</p>`
  )
}

/** What is decided in another box: asked, and since when; or why it could do nothing of it. */
function askedLine({ whole, who: request, read, words }: DealThread): Html | false {
  const { row, parties, said: all } = whole
  const away = parties.find(party => party.away !== undefined)
  if (!away) return false
  const called = away.away || words.anotherBox
  if (row.asked !== true) {
    const isTheirs = isAskedOf(whole, away)
    return isTheirs && html`<p>${words.theirsToSay(called)}</p>`
  }
  if (letterRefused(read, row.id)) return html`<p>${words.refusedAway(called)}</p>`
  const now = asksNow({ row, said: all })
  if (!now) return false
  return html`
    <p>
      ${
        request.private && now.on
          ? words.askedOn(called, onDay(now.on, request.lang, request.today))
          : words.askedSaid(called)
      }
    </p>
  `
}

/** What they said to each other once it was done: read by them alone until it is told. */
function thanks({ whole, who, words }: DealThread): Html {
  const lines = whole.parties.flatMap(party => {
    const saying = thanksOf(whole.said, party.key)
    return saying === null
      ? []
      : [saidWord(words.thanked(saying, calledOf(party, words)), who.lang)]
  })
  return html`${lines}`
}

const toldLine = ({ row }: WholeDeal, read: Reader, words: DealWords): Html | false => {
  const told = row.deed === null ? undefined : read.one(deed, row.deed)
  return (
    told !== undefined &&
    html`<p>${words.told}${words.colon}<a href="/faits/${told.id}"${TONGUE}>${told.title}</a></p>`
  )
}
