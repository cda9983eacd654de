import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { may } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { onDay } from '../../../text/days.ts'
import { POINT } from '../../../ui/board.ts'
import { actButton } from '../../../ui/post.ts'
import { mistakeIn, note, said } from '../../../ui/say.ts'
import { crumbs, fieldList } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { letterRefused, wordsUnread } from '../model/boxes.ts'
import { newsFor, noticeNow } from '../model/news.ts'
import { type WholeDeal, wholeOf } from '../model/read.ts'
import { deed } from '../model/records.ts'
import { proposedOn, rideNowOf } from '../model/ride-now.ts'
import { AWAY, isReader, possible, saysDone, speaksFor, thanksOf } from '../model/rules.ts'
import { asksNow } from '../model/saying.ts'
import { DEALS } from '../model/sides.ts'
import { acts } from './answering.ts'
import { again, closing, goingBack, stopping } from './closing.ts'
import { newsOf } from './news-said.ts'
import { parting } from './parting.ts'
import { reaching } from './reaching.ts'
import { sayRideNow } from './ride-now.ts'
import { saidLines } from './said-lines.ts'
import {
  calledOf,
  type DealWords,
  endSaid,
  readElsewhere,
  titleOf,
  waitedSaid,
  wasMeeting,
  whoSays,
} from './say.ts'
import { carried, type DealThread, isReadBy, type ThreadReader, threadOf } from './view.ts'
import { writing } from './writing.ts'

/**
 * One thread, for its people and those who write for them. Over http, its notice and its state
 * alone; of a keeper who reads no word of it, these and its people.
 */
const one: Page<DealWords> = {
  path: `${DEALS}/:id`,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const whole = wholeOf(read, kit.request.params['id'] ?? '')
    if (!whole || !isTheirs(whole, kit.request)) return undefined
    const thread = threadOf(whole, { kit, read, words })
    const title = titleOf(whole, kit.request, words)
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet done-side">
          ${crumbs(
            [{ href: DEALS, words: kit.request.by === 'keeper' ? words.all : words.mine }],
            kit.request.lang,
          )}
          <h1${TONGUE}>${title}</h1>
          ${mistakeIn(kit.request)}
          ${threadBody(thread)}
        </article>
      </div>
    `
    return { title, body }
  },
}

/** What stands in it, what was said, and what its reader may say: on its page, and on a ticket. */
export function threadBody(thread: DealThread): Html {
  const { whole, who, words } = thread
  const isRead = isReadBy(whole, who)
  const kept = isRead
    ? html`${saidLines(thread)}${thanks(whole, words)}`
    : who.private
      ? note(words.readByTwo)
      : html`${noticeLinks(whole)}${readElsewhere(thread.kit.request, words)}`
  return html`
    ${newsLine(thread)}
    <p><b>${stateOf(whole, who, words)}</b></p>
    ${who.private && whatIsSaid(thread, isRead)}
    ${reaching(thread)}
    ${askedLine(thread)}
    ${unreadLine(thread)}
    ${toldLine(whole, thread.read, words)}
    ${whole.state === 'done' && closing(thread)}
    ${acts(thread)}
    ${again(thread)}
    ${goingBack(thread)}
    ${stopping(thread)}
    ${kept}
    ${writing(thread)}
    ${whole.state !== 'done' && closing(thread)}
    ${parting(thread)}
  `
}

/** Whoever makes it, wrote it down, or keeps the page. */
const isTheirs = ({ row, parties }: WholeDeal, request: Request): boolean =>
  may(request.by, 'keep') === 'yes' ||
  parties.some(party => speaksFor(request, party)) ||
  (request.me !== undefined &&
    (row.keyedBy ?? []).includes(request.me) &&
    may(request.by, 'speakFor') === 'yes')

function stateOf(whole: WholeDeal, request: ThreadReader, words: DealWords): string {
  const { row, state } = whole
  if (state === 'fallen') return endSaid(whole, request, words)
  if (state === 'done' && row.doneOn) {
    const day = onDay(row.doneOn, request.lang, request.today)
    const left = whole.parties.filter(({ key }) => !saysDone(whole.said, key))
    if (left.length === 0) return words.doneOn(day)
    const isMe = left.some(party => isReader(party, request))
    return words.saidDoneOn(day, isMe, request.private ? left.map(one => whoSays(one, words)) : [])
  }
  if (state === 'ended' && row.why === 'takenBack')
    return `${words.statesOne.ended} ${words.agreedIsOff}`
  const fallen = state === 'ended' && isReadBy(whole, request) && wasMeeting(whole, whole.row.when)
  if (fallen) return `${words.statesOne.ended} ${words.meetingFalls(fallen)}`
  return waitedSaid(whole, request, words) ?? words.statesOne[state]
}

/**
 * What the other side said last, until they who read say that they saw it: not over http, where it
 * is not read.
 */
const newsLine = (thread: DealThread): Html | false => {
  const { whole, who, at, kit, words } = thread
  return (
    newsFor(whole, who).length > 0 &&
    html`
    <div class="note">
      <p>${stopped(capital(newsOf(whole, who, words, 'here')), words)}</p>
      ${
        who.private &&
        actButton(kit.form(), `${at}/vu`, {
          look: 'inline no-print',
          hidden: { ...carried(thread), noticeAs: noticeNow(whole) },
          button: words.seen,
        })
      }
    </div>
  `
  )
}
/** What ends with a quoted sentence has its stop. */
const stopped = (text: string, words: DealWords): string =>
  /[.!?…][\s\u00a0]*[»”]$/u.test(text) ? text : `${text}${words.stop}`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const noticeLinks = ({ notices }: WholeDeal): Html =>
  html`${notices.map(one => html`<p><a href="/annonces/${one.id}"${TONGUE}>${one.title}</a></p>`)}`

function whatIsSaid({ whole, who, read, words }: DealThread, isRead: boolean): Html {
  const { row, parties, notices } = whole
  const isStanding = whole.state === 'proposed' || whole.state === 'agreed'
  const when = isRead && isStanding ? [row.when, row.where].filter(Boolean) : []
  const now = when.length > 0 ? sayRideNow(rideNowOf(read, whole, who.today), who, words) : []
  const mine = parties.some(party => isReader(party, who))
  const others = parties.filter(party => !isReader(party, who))
  const names = words.and(others.map(party => calledOf(party, words)))
  const title = titleOf(whole, who, words)
  const links = notices.map(
    one => html`
      ${POINT}
      <a href="/annonces/${one.id}"${one.title !== title && TONGUE}>
        ${one.title === title ? words.seeNotice : one.title}
      </a>
    `,
  )
  const isGone = notices.length === 0 && (row.about ?? []).length > 0 && row.box === null
  return html`
    ${
      when.length > 0 &&
      html`<p><b${TONGUE}>${when.map((one, i) => html`${i > 0 && POINT}${one}`)}</b></p>`
    }
    ${now.length > 0 && html`<p><b>${now.map(one => `${one}${words.stop}`).join(' ')}</b></p>`}
    ${when.length > 0 && fullLine(whole, read, words)}
    <p class="where">
      ${mine ? capital(words.withWhom(names || words.nobodyLeft)) : names}
      ${links}
      ${isGone && html`${POINT}${words.noticeOff}`}
    </p>
    ${
      others.some(({ ticket }) => ticket !== undefined) &&
      html`<p class="where">${words.nameUnchecked}</p>`
    }
    ${fieldList([
      { label: words.wentWith, value: row.asked === true && whatWent(row, words) },
      { label: words.theirPhone, value: row.box !== null && row.asked !== true && row.phone },
    ])}
  `
}

/** That others have the seats which are asked for: said before the driver answers. */
function fullLine(whole: WholeDeal, read: Reader, words: DealWords): Html | false {
  const { row, state } = whole
  if (state !== 'proposed' || row.asked === true) return false
  const on = proposedOn(whole)
  const full = read.published.rideFull?.({ about: row.about ?? [], when: row.when, on })
  return full !== undefined && html`<p><b>${words.fullThen[full]}</b></p>`
}

const whatWent = ({ named, phone }: WholeDeal['row'], words: DealWords): string => {
  const all = [...(named === true ? [words.itsName] : []), ...(phone === null ? [] : [phone])]
  return all.length > 0 ? words.and(all) : words.nothingWent
}

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
  const { row, state, parties, said: all } = whole
  const away = parties.find(party => party.away !== undefined)
  if (!away) return false
  const called = away.away || words.anotherBox
  if (row.asked !== true) {
    const isTheirs = state === 'proposed' && possible(state, all, AWAY).includes('yes')
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
function thanks({ parties, said: all }: WholeDeal, words: DealWords): Html {
  const lines = parties.flatMap(party => {
    const saying = thanksOf(all, party.key)
    return saying === null
      ? []
      : [
          html`
            <blockquote${TONGUE}>
              <p>${words.thanked(saying, calledOf(party, words))}</p>
            </blockquote>
          `,
        ]
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

export const onePages: readonly Page<DealWords>[] = [one]
