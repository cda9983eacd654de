import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { onDay } from '../../../text/days.ts'
import { notice, notices, POINT } from '../../../ui/board.ts'
import { said } from '../../../ui/say.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { isAskedToTell, isAwaited } from '../model/awaited.ts'
import { newsFor } from '../model/news.ts'
import { isHiddenFor } from '../model/parting.ts'
import { type WholeDeal, wholesFrom } from '../model/read.ts'
import { deed } from '../model/records.ts'
import { rideNowOf } from '../model/ride-now.ts'
import { STATES, type State } from '../model/rules.ts'
import { isPending } from '../model/saying.ts'
import { DEALS } from '../model/sides.ts'
import { dealsOf } from '../model/threads.ts'
import type { fr } from '../words/fr.ts'
import { newsOf } from './news-said.ts'
import { interestPages } from './pages-interest.ts'
import { newPages } from './pages-new.ts'
import { onePages } from './pages-one.ts'
import { reportPages } from './pages-reports.ts'
import { sayRideNow } from './ride-now.ts'
import { calledOf, readElsewhere, titleOf } from './say.ts'
import { isReadBy } from './view.ts'

type Words = typeof fr

function line(whole: WholeDeal, request: Request, read: Reader, words: Words): Html {
  const others = whole.parties
    .filter(({ member }) => member === null || member !== request.me)
    .map(party => calledOf(party, words))
  const pieces = [
    request.by !== 'keeper' && isAwaited(whole, request) && html`<b>${words.your}</b>`,
    newsFor(whole, request).length > 0 && html`<b>${newsOf(whole, request, words)}</b>`,
    request.by !== 'keeper' && isAskedToTell(whole, request) && html`<b>${words.asksToTell}</b>`,
    isPending(whole) &&
      words.askedShort(
        whole.parties.find(({ away }) => away !== undefined)?.away || words.anotherBox,
      ),
    request.private &&
      others.length > 0 &&
      (request.by === 'keeper' ? words.and(others) : words.withWhom(words.and(others))),
    isReadBy(whole, request) && whole.row.when,
    ...(isReadBy(whole, request)
      ? sayRideNow(rideNowOf(read, whole, request.today), request, words)
      : []),
    whole.state === 'done' &&
      whole.row.doneOn &&
      onDay(whole.row.doneOn, request.lang, request.today),
  ].filter(piece => piece !== false && piece !== null && piece !== '')
  return notice({
    title: titleOf(whole, request, words),
    href: `${DEALS}/${whole.row.id}`,
    where: html`${pieces.map((piece, i) => html`${i > 0 && POINT}${piece}`)}`,
  })
}

/** The deals of whoever reads, by how far they are; of the keeper, all. */
const list: Page<Words> = {
  path: DEALS,
  who: 'neighbour',
  show: (kit, read, words): Leaf => {
    const isKeeper = kit.request.by === 'keeper'
    // Of what was done long ago nobody is left in it.
    const all = wholesFrom(read, dealsOf(read, isKeeper ? undefined : kit.request.me)).filter(
      ({ parties }) => parties.length > 0,
    )
    const away = isKeeper ? [] : all.filter(one => isHiddenFor(one, kit.request))
    const group = (state: State): Html | false => {
      const here = all.filter(one => one.state === state && !away.includes(one))
      return (
        here.length > 0 &&
        html`
          <div class="part">
            <h2>${words.states[state]}</h2>
            ${notices(here.map(one => line(one, kit.request, read, words)))}
          </div>
        `
      )
    }
    const acts = html`
      <div class="acts">
        <a class="button" href="${isKeeper ? `${DEALS}/nouveau` : '/annonces'}">
          ${isKeeper ? words.types.deal.add : words.toNotices}
        </a>
      </div>
    `
    const title = isKeeper ? words.all : words.mine
    const body = html`
      ${said(kit.request.said)}
      <div class="head">
        <h1>${title}</h1>
        ${acts}
        <p class="lead">${isKeeper ? words.leadKeeper : words.lead}</p>
      </div>
      ${all.length === 0 && html`<p class="empty">${words.nothing}</p>`}
      ${STATES.map(group)}
      ${
        away.length > 0 &&
        html`
          <details class="part">
            <summary>${words.putAway(away.length)}</summary>
            ${notices(away.map(one => line(one, kit.request, read, words)))}
          </details>
        `
      }
      ${!kit.request.private && readElsewhere(kit.request, words)}
    `
    return { title, body }
  },
}

const told: Page<Words> = {
  path: '/faits',
  show: (kit, _read, words): Leaf =>
    kit.list(
      deed,
      row =>
        notice({
          title: row.title ?? '',
          href: `/faits/${row.id}`,
          where: words.doneWhere(
            onDay(row.doneOn ?? '', kit.request.lang, kit.request.today),
            row.who,
          ),
        }),
      {
        lead: html`${words.deedsLead}`,
        wanted: { order: 'doneOn DESC, id DESC' },
        empty: html`${words.noDeed}`,
      },
    ),
}

const toldOne: Page<Words> = {
  path: '/faits/:id',
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(deed, kit.request.params['id'] ?? '')
    return (
      row &&
      kit.record(deed, row.id, {
        side: 'done',
        hide: ['who', 'doneOn', 'thanks', 'about'],
        lead: html`
          <p>
            ${words.doneWhere(
              onDay(row.doneOn ?? '', kit.request.lang, kit.request.today),
              row.who,
            )}
          </p>
          ${thanks(row.thanks ?? [])}
        `,
      })
    )
  },
}

const thanks = (all: readonly string[]): Html =>
  html`${all.map(one => html`<blockquote${TONGUE}><p>${one}</p></blockquote>`)}`

export const pages: readonly Page<Words>[] = [
  list,
  told,
  toldOne,
  ...interestPages,
  ...reportPages,
  ...newPages,
  ...onePages,
]
