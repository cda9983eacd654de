import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { may } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { onDay } from '../../../text/days.ts'
import { actButton } from '../../../ui/post.ts'
import { mistakeIn, note, said } from '../../../ui/say.ts'
import { crumbs, fieldList } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import {
  asksNow,
  letterRefused,
  memberKnown,
  newsFor,
  type SaidOn,
  type WholeDeal,
  wholeOf,
} from '../model/read.ts'
import { deed } from '../model/records.ts'
import { AWAY, possible, saysDone, speaksFor, thanksOf } from '../model/rules.ts'
import { DEALS } from '../model/sides.ts'
import { acts } from './answering.ts'
import { again, closing, goingBack, stopping } from './closing.ts'
import { reaching } from './reaching.ts'
import { calledOf, type DealWords, endSaid, newsOf, titleOf, waitedSaid, whoSays } from './say.ts'

/**
 * One deal, for those who make it and those who write for them. Over http, its notice and its state
 * alone.
 */
const one: Page<DealWords> = {
  path: `${DEALS}/:id`,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const whole = wholeOf(read, kit.request.params['id'] ?? '')
    if (!whole || !isTheirs(whole, kit.request)) return undefined
    const title = titleOf(whole, kit.request, words)
    const wrong = mistakeIn(kit.request)
    const kept = kit.request.private
      ? html`${whatIsSaid(whole, kit.request, words)}${thanks(whole, words)}`
      : html`${noticeLinks(whole)}${note(words.atTheBox)}`
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet done-side">
          ${crumbs(
            [{ href: DEALS, words: kit.request.by === 'keeper' ? words.all : words.mine }],
            kit.request.lang,
          )}
          <h1${TONGUE}>${title}</h1>
          ${wrong}
          ${newsLine(whole, kit, words)}
          <p><b>${stateOf(whole, kit.request, words)}</b></p>
          ${reaching(whole, kit.request, read, words)}
          ${askedLine(whole, kit.request, read, words)}
          ${kept}
          ${toldLine(whole, read, words)}
          ${whole.state === 'done' && closing(whole, kit, words)}
          ${acts(whole, kit, read, words)}
          ${again(whole, words)}
          ${goingBack(whole, kit, read, words)}
          ${stopping(whole, kit, words)}
          ${whole.state !== 'done' && closing(whole, kit, words)}
          ${kit.request.private && whole.said.length > 0 && steps(whole, kit.request, read, words)}
        </article>
      </div>
    `
    return { title, body }
  },
}

/** Whoever makes it, wrote it down, or keeps the page. */
const isTheirs = ({ row, parties }: WholeDeal, request: Request): boolean =>
  parties.some(party => speaksFor(request, party)) ||
  (request.me !== undefined &&
    (row.keyedBy ?? []).includes(request.me) &&
    may(request.by, 'speakFor') === 'yes')

function stateOf(whole: WholeDeal, request: Request, words: DealWords): string {
  const { row, state } = whole
  if (state === 'fallen') return endSaid(whole, request, words)
  if (state === 'done' && row.doneOn) {
    const day = onDay(row.doneOn, request.lang, request.today)
    const left = whole.parties.filter(({ key }) => !saysDone(whole.said, key))
    if (left.length === 0) return words.doneOn(day)
    const isMe = left.some(({ member }) => member !== null && member === request.me)
    return words.saidDoneOn(day, isMe, request.private ? left.map(one => whoSays(one, words)) : [])
  }
  return waitedSaid(whole, request, words) ?? words.statesOne[state]
}

/** What the other side said last, until they who read say that they saw it. */
const newsLine = (whole: WholeDeal, kit: Kit, words: DealWords): Html | false =>
  newsFor(whole, kit.request).length > 0 &&
  html`
    <div class="note">
      <p>${capital(newsOf(whole, kit.request, words))}${words.stop}</p>
      ${actButton(kit.form(), `${DEALS}/${whole.row.id}/vu`, {
        look: 'inline no-print',
        hidden: { from: `${DEALS}/${whole.row.id}` },
        button: words.seen,
      })}
    </div>
  `
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const noticeLinks = ({ notices }: WholeDeal): Html =>
  html`${notices.map(one => html`<p><a href="/annonces/${one.id}"${TONGUE}>${one.title}</a></p>`)}`

function whatIsSaid(
  { row, parties, notices }: WholeDeal,
  request: Request,
  words: DealWords,
): Html | false {
  const labels = words.types.deal.fields
  const links = notices.map(
    (one, i) => html`${i > 0 && ', '}<a href="/annonces/${one.id}"${TONGUE}>${one.title}</a>`,
  )
  return fieldList([
    {
      label: labels.parties.label,
      value: words.and(
        parties.map(party =>
          party.member !== null && party.member === request.me ? words.you : calledOf(party, words),
        ),
      ),
    },
    { label: labels.when.label, value: row.when },
    { label: labels.where.label, value: row.where },
    { label: words.wentWith, value: row.asked === true && whatWent(row, words) },
    { label: words.theirPhone, value: row.box !== null && row.asked !== true && row.phone },
    { label: words.fromNotice, value: links.length > 0 && html`${links}` },
  ])
}

const whatWent = ({ named, phone }: WholeDeal['row'], words: DealWords): string => {
  const all = [...(named === true ? [words.itsName] : []), ...(phone === null ? [] : [phone])]
  return all.length > 0 ? words.and(all) : words.nothingWent
}

/** What is decided in another box: asked, and since when; or why it could do nothing of it. */
function askedLine(
  { row, state, parties, said: all }: WholeDeal,
  request: Request,
  read: Reader,
  words: DealWords,
): Html | false {
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

/** Who said what, when, and who wrote it down for them. */
function steps(
  { parties, said: all }: WholeDeal,
  request: Request,
  read: Reader,
  words: DealWords,
): Html {
  const line = (one: SaidOn): Html => {
    const party = parties.find(({ key }) => key === one.key)
    const keyed =
      one.saidBy === 'relay'
        ? words.keyedBy(memberKnown(read, one.keyedBy ?? '')?.name || words.someone)
        : one.saidBy === 'keeper' && words.keyedByKeeper
    // The first yes is the proposal itself.
    const step = one.undid
      ? words.stepBack[one.undid]
      : one === all[0] && one.says === 'yes'
        ? words.step.proposed
        : words.step[one.says]
    return html`
      <li>
        ${step(
          party ? whoSays(party, words) : words.someone,
          onDay(one.on ?? '', request.lang, request.today),
        )}
        ${keyed}
        ${words.stop}
      </li>
    `
  }
  return html`
    <div class="part stack"><h2>${words.steps}</h2><ul class="history">${all.map(line)}</ul></div>
  `
}

export const onePages: readonly Page<DealWords>[] = [one]
