import { isBelieved } from '../../../contract/box/boxes.ts'
import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { one } from '../../../core/form/input.ts'
import { dayOfMoment, onDay } from '../../../text/days.ts'
import { notice } from '../../../ui/board.ts'
import { formField, tickField } from '../../../ui/field.ts'
import { hidden, mainButton, post } from '../../../ui/post.ts'
import { fieldId, mistakeIn, said } from '../../../ui/say.ts'
import { REQUESTS } from '../model/commands-requests.ts'
import { allNews, type BoxNews } from '../model/read.ts'
import type { fr } from '../words/fr.ts'
import { boxPages } from './pages-boxes.ts'
import { joinPage } from './pages-joining.ts'
import { lettersPage } from './pages-letters.ts'
import { requestPages } from './pages-requests.ts'
import { versionsPage } from './pages-versions.ts'
import { lately } from './say.ts'

type Words = typeof fr
/** Where files go in and out: the server's own addresses. */
const NEWS = '/nouvelles'
const OUT = `${NEWS}/emporter`
const IN = `${NEWS}/apporter`
const RECEIPT = `${NEWS}/recu`

/** What came from other boxes, and how a phone carries: for anybody, without account. */
const news: Page<Words> = {
  path: NEWS,
  show: (kit, read, words): Leaf => {
    const all = allNews(read)
    // Just after a delivery, that one arrived.
    const isNone =
      all.length === 0 &&
      !kit.request.said &&
      read.boxes().others.every(({ arrivals }) => arrivals.length === 0)
    const wrong = mistakeIn(kit.request)
    const body = html`
      ${said(kit.request.said)}
      ${wrong}
      ${receipt(kit.request, read, words)}
      <div class="head"><h1>${words.title}</h1><p class="lead">${words.lead}</p></div>
      ${isNone && html`<p class="empty">${words.noNews}</p>`}
      ${all.map(of => newsPart(of, kit.request, words))}
      ${carrying(read, words)}
      ${bringing(kit, words)}
      ${
        kit.request.by === 'keeper' &&
        html`<p class="no-print"><a href="/bornes">${words.toBoxes}</a></p>`
      }
    `
    return { title: words.title, body }
  },
}

function newsPart(
  { box, arrivedDay, news: lines, more, asks }: BoxNews,
  request: Request,
  words: Words,
): Html {
  const title =
    arrivedDay === undefined
      ? words.newsOf(box.called)
      : words.newsArrived(box.called, lately(arrivedDay, request, words))
  const items = lines.map(line =>
    notice({
      title: line.title,
      href: line.href,
      where: words.writtenOn(onDay(dayOfMoment(line.on), request.lang, request.today, line.sure)),
    }),
  )
  const nothing = items.length === 0 && html`<p class="empty">${words.nothingToRead}</p>`
  const toRequests =
    request.by === 'keeper' && html` <a class="no-print" href="${REQUESTS}">${words.requests}</a>`
  const asked = asks && html`<p>${words.asksKeeper(box.called)}${toRequests}</p>`
  return html`
    <div class="part">
      <h2>${title}</h2>
      ${items.length > 0 && html`<ul class="notices list">${items}</ul>`}
      ${more > 0 && html`<p>${words.newsMore(more)}</p>`}
      ${nothing}
      ${asked}
    </div>
  `
}

/** One form a box: a file made for whoever it is carried to holds only what that one lacks. */
function carrying(read: Reader, words: Words): Html {
  const known = read.boxes().others.filter(isBelieved)
  const form = (to: string, button: string, isFirst: boolean): Html =>
    html`
      <form class="inline" method="get" action="${OUT}">
        ${hidden({ pour: to !== '' && to })}
        <button class="${isFirst && 'button'}">${button}</button>
      </form>
    `
  const forms = known.map(({ name, called }) => form(name, words.carryTo(called), true))
  return html`
    <div class="part no-print" id="emporter">
      <h2>${words.carry}</h2>
      <p>${words.carryLead}</p>
      <div class="acts">
        ${forms}
        ${form('', known.length === 0 ? words.carryThem : words.carryAnywhere, known.length === 0)}
      </div>
      <ol>${words.carryLines.map(line => html`<li>${line}</li>`)}</ol>
    </div>
  `
}

function bringing(kit: Kit, words: Words): Html {
  const id = fieldId('fichier')
  const all = kit.request.by === 'keeper' && tickField({ name: 'tout', words: words.takeAll })
  return html`
    <div class="part no-print" id="apporter">
      <h2>${words.bring}</h2>
      ${post(kit.form(), IN, {
        files: true,
        hidden: { from: NEWS },
        fields: html`
          ${formField({
            id,
            label: words.file,
            hint: words.fileHint,
            input: { type: 'file', name: 'fichier', accept: '.cocote' },
          })}
          ${all}
        `,
        button: mainButton(words.bringThem),
      })}
    </div>
  `
}

/** After a delivery: what the box that made the file does not know yet is that it arrived. */
function receipt(request: Request, read: Reader, words: Words): Html | false {
  const name = one(request.query, 'recu')
  const came = name !== '' && read.boxes().others.some(other => other.name === name)
  return (
    came &&
    html`
      <div class="note no-print">
        <p>${words.receiptLead}</p>
        <form class="inline" method="get" action="${RECEIPT}">
          ${hidden({ pour: name })}
          <button>${words.takeReceipt}</button>
        </form>
      </div>
    `
  )
}

export const pages: readonly Page<Words>[] = [
  news,
  ...boxPages,
  ...requestPages,
  versionsPage,
  joinPage,
  lettersPage,
]
