import { type Html, html } from '../../../contract/html.ts'
import type { Ask, Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { readCode, sayCode } from '../../../core/code.ts'
import { onDay } from '../../../text/days.ts'
import { notice } from '../../../ui/board.ts'
import { form } from '../../../ui/form.ts'
import { said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { ANSWER_FIELDS, REPORT, REQUESTS } from '../model/commands.ts'
import { type Asked, requestsIn } from '../model/read.ts'
import { councilAnswer, request } from '../model/records.ts'
import { lastAnswer } from '../model/rules.ts'
import { whoAnswers, wrong } from './pages-report.ts'
import { underRequest, type Words } from './seen.ts'

/**
 * `/demandes-aux-elus`: what is asked, and what was answered; the keeper opens the one of a sheet
 * by its code.
 */
const list: Page<Words> = {
  path: REQUESTS,
  show: (ask, read, words): Leaf => {
    const all = new Map(requestsIn(read).map(one => [one.row.id, one]))
    const keeper = ask.by === 'keeper'
    const lead = html`${words.requestsLead} <a href="${REPORT}">${words.toReport}</a>`
    return ask.list(
      request,
      row => {
        const one = all.get(row.id)
        const meets = one && answerSaid(one, ask, words)
        return notice({
          title: row.title ?? '',
          href: `${REQUESTS}/${row.id}`,
          where: one ? underRequest(one, { ask, words }) : '',
          meets: meets || words.waits,
        })
      },
      {
        current: REQUESTS,
        lead,
        ...(keeper ? { acts: byCode(words) } : {}),
        empty: html`${words.requestsNone(ask.territory?.keptBy ?? words.keeper)}`,
      },
    )
  },
}

/** *conseil municipal de Sail, le 12 mars : oui*. */
function answerSaid({ answers }: Asked, ask: Ask, words: Words): string | false {
  const last = lastAnswer(answers)
  return (
    !!last &&
    `${last.council ?? ''}, ` +
      `${onDay(last.on, ask.lang, ask.today)}${words.colon}` +
      `${words.says[last.says as keyof typeof words.says] ?? last.says}`
  )
}

const byCode = (words: Words, given = ''): Html =>
  html`
    <form class="inline no-print" action="${REQUESTS}/code">
      <label for="f-code">${words.openByCode}</label> <input id="f-code" class="small" name="code"
        value="${given}" placeholder="papier 74 39"
        autocomplete="off"> <button>${words.openIt}</button>
    </form>
  `

/** The request of a sheet that came back, by the code that stands on it. */
const opened: Page<Words> = {
  path: `${REQUESTS}/code`,
  who: 'keeper',
  show: (ask, read, words): Leaf => {
    const typed = ask.query['code']
    const asked = readCode(typeof typed === 'string' ? typed : '')
    const one =
      'fault' in asked ? undefined : requestsIn(read).find(({ code }) => code === sayCode(asked))
    if (one) return answerLeaf(one, ask, words)
    const again = html`
      <p class="error">${words.noSuchCode}</p>
      ${byCode(words, typeof typed === 'string' ? typed.slice(0, 60) : '')}
      <p class="hint">${words.openByCodeHint}</p>
    `
    const body = html`
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: REQUESTS, words: words.types.request.many }], ask.lang)}
          <h1>${words.openByCode}</h1>
          ${again}
        </article>
      </div>
    `
    return { title: words.openByCode, body, current: REQUESTS }
  },
}

/** What was asked, its code, and the form for what was ticked: fields in the order of the sheet. */
function answerLeaf(one: Asked, ask: Ask, words: Words): Leaf {
  const title = one.row.title ?? ''
  const steps = crumbs(
    [
      { href: REQUESTS, words: words.types.request.many },
      { href: `${REQUESTS}/${one.row.id}`, words: title },
    ],
    ask.lang,
  )
  const body = html`
    ${said(ask.said)}
    <div class="one">
      <article class="sheet">
        ${steps}
        <h1${TONGUE}>${title}</h1>
        ${wrong(ask)}
        <p>${underRequest(one, { ask, words })}</p>
        ${answering(one, ask, words)}
      </article>
    </div>
  `
  return { title, body, current: REQUESTS }
}

function answering({ row }: Asked, ask: Ask, words: Words): Html {
  const council =
    row.whichCouncil ?? words.councils[row.council as keyof typeof words.councils] ?? ''
  const hidden = html`${ask.form()}<input type="hidden" name="from" value="${REQUESTS}/${row.id}">`
  const fields = ask.fields(councilAnswer, { on: ask.today, council }, ANSWER_FIELDS)
  return html`
    <h2>${words.answerTitle}</h2>
    ${form({ action: `${REQUESTS}/${row.id}/repondre`, hidden, fields, button: words.noteAnswer })}
  `
}

const add: Page<Words> = {
  path: `${REQUESTS}/ajouter`,
  who: 'keeper',
  show: (ask, _read, words): Leaf => {
    const hidden = html`${ask.form()}<input type="hidden" name="from" value="${ask.path}">`
    const sending = form({
      action: `${REQUESTS}/porter`,
      hidden,
      fields: ask.fields(request),
      button: words.carry,
    })
    const steps = crumbs([{ href: REQUESTS, words: words.types.request.many }], ask.lang)
    const body = html`
      <div class="one">
        <article class="sheet">
          ${steps}
          <h1>${words.types.request.add}</h1>
          ${wrong(ask)}
          ${sending}
        </article>
      </div>
    `
    return { title: words.types.request.add, body, current: REQUESTS }
  },
}

/** One request: who asks, why, what was answered; the keeper notes the answer there. */
const one: Page<Words> = {
  path: `${REQUESTS}/:id`,
  show: (ask, read, words): Leaf | undefined => {
    const asked = byId(read, ask.params['id'] ?? '')
    if (!asked) return undefined
    const lines = asked.answers.map(
      answer =>
        html`
          <li>
            <p><b>${words.says[answer.says as keyof typeof words.says] ?? answer.says}</b></p>
            <p class="where">
              ${words.answeredUnder(
                answer.council ?? '',
                onDay(answer.on, ask.lang, ask.today),
                answer.saying,
              )}
            </p>
            ${ask.by === 'keeper' && takingOff(answer.id, ask, words)}
          </li>
        `,
    )
    const answers = html`
      <h2>${words.answersTitle}</h2>
      ${lines.length > 0 ? html`<ul class="notices">${lines}</ul>` : html`<p>${words.waits}</p>`}
    `
    return ask.record(request, asked.row.id, {
      current: REQUESTS,
      hide: ['first'],
      after: html`
        ${answers}
        ${ask.by === 'keeper' && html`${wrong(ask)}${answering(asked, ask, words)}`}
        ${ask.by !== 'keeper' && whoAnswers(ask)}
      `,
    })
  },
}
/** An answer that was keyed wrong. */
function takingOff(id: string, ask: Ask, words: Words): Html {
  const { name } = councilAnswer
  return html`
    <form class="inline no-print" method="post" action="/retirer">
      ${ask.form({ type: name, id })}
      <input type="hidden" name="type" value="${name}">
      <input type="hidden" name="id" value="${id}">
      <input type="hidden" name="from" value="${ask.path}">
      <button>${words.takeOff}</button>
    </form>
  `
}

const byId = (read: Reader, id: string): Asked | undefined => {
  const row = read.one(request, id)
  return row && requestsIn(read).find(other => other.row.id === row.id)
}

export const requestPages: readonly Page<Words>[] = [list, opened, add, one]
