import { type Html, html } from '../../../contract/html.ts'
import type { Ask, Leaf, Page } from '../../../contract/page.ts'
import { onDay } from '../../../text/days.ts'
import { notice, notices, POINT } from '../../../ui/board.ts'
import { note, said } from '../../../ui/say.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import {
  dealsOf,
  isAskedToTell,
  isAwaited,
  isPending,
  newsFor,
  type Whole,
  wholeFrom,
} from '../model/read.ts'
import { deed } from '../model/records.ts'
import { STATES, type State } from '../model/rules.ts'
import { DEALS } from '../model/sides.ts'
import type { fr } from '../words/fr.ts'
import { newPages } from './pages-new.ts'
import { onePages } from './pages-one.ts'
import { calledOf, newsOf, titleOf } from './say.ts'

type Words = typeof fr

function line(whole: Whole, ask: Ask, words: Words): Html {
  const others = whole.parties
    .filter(({ member }) => member === null || member !== ask.me)
    .map(party => calledOf(party, words))
  const pieces = [
    ask.by !== 'keeper' && isAwaited(whole, ask) && html`<b>${words.your}</b>`,
    newsFor(whole, ask).length > 0 && html`<b>${newsOf(whole, ask, words)}</b>`,
    ask.by !== 'keeper' && isAskedToTell(whole, ask) && html`<b>${words.asksToTell}</b>`,
    isPending(whole) &&
      words.askedShort(
        whole.parties.find(({ away }) => away !== undefined)?.away || words.anotherBox,
      ),
    ask.private &&
      others.length > 0 &&
      (ask.by === 'keeper' ? words.and(others) : words.withWhom(words.and(others))),
    ask.private && whole.row.when,
    whole.state === 'done' && whole.row.doneOn && onDay(whole.row.doneOn, ask.lang, ask.today),
  ].filter(piece => piece !== false && piece !== null && piece !== '')
  return notice({
    title: titleOf(whole, ask, words),
    href: `${DEALS}/${whole.row.id}`,
    where: html`${pieces.map((piece, i) => html`${i > 0 && POINT}${piece}`)}`,
  })
}

/** The deals of whoever reads, by how far they are; of the keeper, all. */
const list: Page<Words> = {
  path: DEALS,
  who: 'neighbour',
  show: (ask, read, words): Leaf => {
    const isKeeper = ask.by === 'keeper'
    const all = dealsOf(read, isKeeper ? undefined : ask.me).map(row => wholeFrom(read, row))
    const group = (state: State): Html | false => {
      const here = all.filter(one => one.state === state)
      return (
        here.length > 0 &&
        html`
          <div class="part">
            <h2>${words.states[state]}</h2>
            ${notices(here.map(one => line(one, ask, words)))}
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
      ${said(ask.said)}
      <div class="head">
        <h1>${title}</h1>
        ${acts}
        <p class="lead">${isKeeper ? words.leadKeeper : words.lead}</p>
      </div>
      ${all.length === 0 && html`<p class="empty">${words.nothing}</p>`}
      ${STATES.map(group)}
      ${!ask.private && note(words.atTheBox)}
    `
    return { title, body }
  },
}

const told: Page<Words> = {
  path: '/faits',
  show: (ask, _read, words): Leaf =>
    ask.list(
      deed,
      row =>
        notice({
          title: row.title ?? '',
          href: `/faits/${row.id}`,
          where: words.doneWhere(onDay(row.doneOn ?? '', ask.lang, ask.today), row.who),
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
  show: (ask, read, words): Leaf | undefined => {
    const row = read.one(deed, ask.params['id'] ?? '')
    return (
      row &&
      ask.record(deed, row.id, {
        side: 'done',
        hide: ['who', 'doneOn', 'thanks'],
        lead: html`
          <p>${words.doneWhere(onDay(row.doneOn ?? '', ask.lang, ask.today), row.who)}</p>
          ${thanks(row.thanks ?? [])}
        `,
      })
    )
  },
}

const thanks = (all: readonly string[]): Html =>
  html`${all.map(one => html`<blockquote${TONGUE}><p>${one}</p></blockquote>`)}`

export const pages: readonly Page<Words>[] = [list, told, toldOne, ...newPages, ...onePages]
