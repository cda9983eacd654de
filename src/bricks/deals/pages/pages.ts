import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { bornAt } from '../../../core/id.ts'
import { capital } from '../../../text/capital.ts'
import { dayOfMoment, onDay, sayTime, timeOfMoment } from '../../../text/days.ts'
import { dotted, notice, notices } from '../../../ui/board.ts'
import { readElsewhere } from '../../../ui/elsewhere.ts'
import { said } from '../../../ui/say.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { isAskedToTell, isAwaited } from '../model/awaited.ts'
import { newsFor } from '../model/news.ts'
import { isHiddenFor } from '../model/parting.ts'
import { type WholeDeal, wholesFrom } from '../model/read.ts'
import { deed } from '../model/records.ts'
import { STOPPED, type State } from '../model/rules.ts'
import { isPending } from '../model/saying.ts'
import { DEALS } from '../model/sides.ts'
import { dealsOf } from '../model/threads.ts'
import type { fr } from '../words/fr.ts'
import { asksToTell, yourSaid } from './awaited-said.ts'
import { newsOf } from './news-said.ts'
import { interestPages } from './pages-interest.ts'
import { newPages } from './pages-new.ts'
import { onePages } from './pages-one.ts'
import { reportPages } from './pages-reports.ts'
import { rideLines } from './ride-asked.ts'
import { calledOf, titleOf, unlessInsult } from './say.ts'
import { isReadBy } from './view.ts'

type Words = typeof fr

/** What a thread is called in the list: two of them are told apart by when they began. */
const calledAs = (whole: WholeDeal, request: Request, words: Words): string =>
  [titleOf(whole, request, words), ...othersIn(whole, request, words)].join('\n')
const othersIn = ({ parties }: WholeDeal, { me }: Request, words: Words): readonly string[] =>
  parties
    .filter(({ member }) => member === null || member !== me)
    .map(party => calledOf(party, words))
/** The threads that another one of this list is called as, by their ids. */
function alikeIn(all: readonly WholeDeal[], request: Request, words: Words): ReadonlySet<string> {
  const groups = Map.groupBy(all, whole => calledAs(whole, request, words))
  const alike = [...groups.values()].filter(group => group.length > 1)
  return new Set(alike.flat().map(({ row }) => row.id))
}
const begunAt = ({ row }: WholeDeal, { lang, today }: Request, words: Words): string =>
  words.begunAt(
    onDay(dayOfMoment(bornAt(row.id)), lang, today),
    sayTime(timeOfMoment(bornAt(row.id)), lang),
  )

type Listed = Readonly<{ read: Reader; words: Words; alike: ReadonlySet<string> }>
function line(whole: WholeDeal, request: Request, { read, words, alike }: Listed): Html {
  const others = othersIn(whole, request, words)
  const news =
    newsFor(whole, request).length > 0 ? newsOf(whole, request, words, { read, isHere: true }) : ''
  const when = isReadBy(whole, request) ? unlessInsult(whole.row.when) : null
  const asks =
    request.by !== 'keeper' && isAskedToTell(whole, request)
      ? asksToTell(whole, request, words, 'titled')
      : ''
  const pieces = [
    request.by !== 'keeper' &&
      isAwaited(whole, request) &&
      html`<b>${yourSaid(whole, request, words)}</b>`,
    news !== '' && html`<b>${capital(news)}</b>`,
    asks !== '' && html`<b>${capital(asks)}</b>`,
    isPending(whole) &&
      words.askedShort(
        whole.parties.find(({ away }) => away !== undefined)?.away || words.anotherBox,
      ),
    request.private &&
      !others.every(name => isSaidIn(news, name)) &&
      (request.by === 'keeper' ? words.and(others) : words.withWhom(words.and(others))),
    // What the news says is not said again.
    when !== null && !isSaidIn(`${news} ${asks}`, when) && when,
    request.private && alike.has(whole.row.id) && begunAt(whole, request, words),
    ...(isReadBy(whole, request) ? rideLines(whole, request, read, words) : []),
    whole.state === 'done' &&
      whole.row.doneOn &&
      onDay(whole.row.doneOn, request.lang, request.today),
  ]
  return notice({
    title: titleOf(whole, request, words),
    href: `${DEALS}/${whole.row.id}`,
    where: dotted(pieces),
  })
}

/** Whether a sentence says this, as words of their own: *18 h* does not say *8 h*. */
const isSaidIn = (sentence: string, said: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(said)}(?![\\p{L}\\p{N}])`, 'u').test(sentence)

/** An answer that is awaited stands first, then a day that comes. */
const IN_ORDER: readonly State[] = ['proposed', 'agreed', 'talking', 'done', 'fallen', 'ended']
/** The deals of whoever reads, by how far they are; of the keeper, all. */
const list: Page<Words> = {
  path: DEALS,
  who: 'neighbour',
  show: (kit, read, words): Leaf => {
    const isKeeper = kit.request.by === 'keeper'
    // Of what was done long ago nobody is left in it, of what was stopped nothing to read.
    const all = wholesFrom(read, dealsOf(read, isKeeper ? undefined : kit.request.me)).filter(
      ({ parties, row }) => parties.length > 0 && !(row.why === STOPPED && row.what === null),
    )
    const listed = { read, words, alike: alikeIn(all, kit.request, words) }
    const away = isKeeper ? [] : all.filter(one => isHiddenFor(one, kit.request))
    const group = (state: State): Html | false => {
      const here = all.filter(one => one.state === state && !away.includes(one))
      return (
        here.length > 0 &&
        html`
          <div class="part">
            <h2>${words.states[state]}</h2>
            ${notices(here.map(one => line(one, kit.request, listed)))}
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
      ${IN_ORDER.map(group)}
      ${
        away.length > 0 &&
        html`
          <details class="part">
            <summary>${words.putAway(away.length)}</summary>
            ${notices(away.map(one => line(one, kit.request, listed)))}
          </details>
        `
      }
      ${!kit.request.private && readElsewhere(kit.request)}
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
          isOnScreen: kit.isByCard(row.id),
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
