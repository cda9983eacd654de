import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { readCode, sayCode } from '../../../core/code.ts'
import { one as valueIn } from '../../../core/form/input.ts'
import { wordAt } from '../../../core/narrow.ts'
import { onDay } from '../../../text/days.ts'
import { notice } from '../../../ui/board.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { TONGUE, within } from '../../../ui/tongue.ts'
import { ANSWER_FIELDS, REPORT, REQUESTS } from '../model/commands.ts'
import { type CouncilRequest, requestsIn } from '../model/read.ts'
import { councilAnswer, request } from '../model/records.ts'
import { lastAnswer } from '../model/rules.ts'
import { whoAnswers } from './pages-report.ts'
import { type DiagnosisWords, saidInRequest, underRequest } from './seen.ts'

/**
 * `/demandes-aux-elus`: what is asked, and what was answered; the keeper opens the one of a sheet
 * by its code.
 */
const list: Page<DiagnosisWords> = {
  path: REQUESTS,
  show: (kit, read, words): Leaf => {
    const all = new Map(requestsIn(read).map(one => [one.row.id, one]))
    const keeper = kit.request.by === 'keeper'
    const lead = html`${words.requestsLead} <a href="${REPORT}">${words.toReport}</a>`
    return kit.list(
      request,
      row => {
        const one = all.get(row.id)
        const meets = one && answerSaid(one, kit.request, words)
        return notice({
          title: row.title ?? '',
          href: `${REQUESTS}/${row.id}`,
          where: one ? requestSaid(one, kit, words) : '',
          meets: meets || words.waits,
        })
      },
      {
        current: REQUESTS,
        lead,
        ...(keeper ? { acts: byCode(words) } : {}),
        empty: html`${words.requestsNone(kit.territory?.keptBy ?? words.keeper)}`,
      },
    )
  },
}

const requestSaid = (one: CouncilRequest, kit: Kit, words: DiagnosisWords): Html =>
  within(underRequest(one, { kit, words }), saidInRequest(one), kit.request.lang)

/** *conseil municipal de Saint-Martin, le 12 mars : oui*. */
function answerSaid(
  { answers }: CouncilRequest,
  request: Request,
  words: DiagnosisWords,
): string | false {
  const last = lastAnswer(answers)
  return (
    !!last &&
    `${last.council ?? ''}, ` +
      `${onDay(last.on, request.lang, request.today)}${words.colon}` +
      `${wordAt(words.says, last.says) ?? last.says}`
  )
}

const byCode = (words: DiagnosisWords, given = ''): Html =>
  html`
    <form class="inline no-print" action="${REQUESTS}/code">
      <label for="f-code">${words.openByCode}</label> <input id="f-code" class="small" name="code"
        value="${given}" placeholder="papier 74 39"
        autocomplete="off"> <button>${words.openIt}</button>
    </form>
  `

/** The request of a sheet that came back, by the code that stands on it. */
const opened: Page<DiagnosisWords> = {
  path: `${REQUESTS}/code`,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const typed = kit.request.query['code']
    const asked = readCode(typeof typed === 'string' ? typed : '')
    const one =
      'fault' in asked ? undefined : requestsIn(read).find(({ code }) => code === sayCode(asked))
    if (one) return answerLeaf(one, kit, words)
    const again = html`
      <p class="error">${words.noSuchCode}</p>
      ${byCode(words, typeof typed === 'string' ? typed.slice(0, 60) : '')}
      <p class="hint">${words.openByCodeHint}</p>
    `
    const body = html`
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: REQUESTS, words: words.types.request.many }], kit.request.lang)}
          <h1>${words.openByCode}</h1>
          ${again}
        </article>
      </div>
    `
    return { title: words.openByCode, body, current: REQUESTS }
  },
}

/** What was asked, its code, and the form for what was ticked: fields in the order of the sheet. */
function answerLeaf(one: CouncilRequest, kit: Kit, words: DiagnosisWords): Leaf {
  const title = one.row.title ?? ''
  const steps = crumbs(
    [
      { href: REQUESTS, words: words.types.request.many },
      { href: `${REQUESTS}/${one.row.id}`, words: title },
    ],
    kit.request.lang,
  )
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet">
        ${steps}
        <h1${TONGUE}>${title}</h1>
        ${mistakeIn(kit.request)}
        <p>${requestSaid(one, kit, words)}</p>
        ${answering(one, kit, words)}
      </article>
    </div>
  `
  return { title, body, current: REQUESTS }
}

function answering({ row }: CouncilRequest, kit: Kit, words: DiagnosisWords): Html {
  const council = row.whichCouncil ?? wordAt(words.councils, row.council) ?? ''
  const fields = kit.fields(councilAnswer, { on: kit.request.today, council }, ANSWER_FIELDS)
  return html`
    <h2>${words.answerTitle}</h2>
    ${post(kit.form(), `${REQUESTS}/${row.id}/repondre`, {
      hidden: { from: `${REQUESTS}/${row.id}` },
      unchecked: true,
      fields,
      button: mainButton(words.noteAnswer),
    })}
  `
}

const add: Page<DiagnosisWords> = {
  path: `${REQUESTS}/ajouter`,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const about = valueIn(kit.request.again?.input ?? kit.request.query, 'about')
    const called = read.called(about)
    const sending = post(kit.form(), `${REQUESTS}/porter`, {
      unchecked: true,
      ...(called ? { hidden: { about } } : {}),
      fields: kit.fields(request),
      button: mainButton(words.carry),
    })
    const steps = crumbs([{ href: REQUESTS, words: words.types.request.many }], kit.request.lang)
    const body = html`
      <div class="one">
        <article class="sheet">
          ${steps}
          <h1>${words.types.request.add}</h1>
          ${
            called &&
            html`
              <p>
                ${words.types.request.fields.about.label}${words.colon}
                <a href="${called.path ?? REQUESTS}"${TONGUE}>${called.title}</a>
              </p>
            `
          }
          ${mistakeIn(kit.request)}
          ${sending}
        </article>
      </div>
    `
    return { title: words.types.request.add, body, current: REQUESTS }
  },
}

/** One request: who asks, why, what was answered; the keeper notes the answer there. */
const one: Page<DiagnosisWords> = {
  path: `${REQUESTS}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const asked = byId(read, kit.request.params['id'] ?? '')
    if (!asked) return undefined
    const lines = asked.answers.map(
      answer =>
        html`
          <li>
            <p><b>${wordAt(words.says, answer.says) ?? answer.says}</b></p>
            <p class="where">
              ${within(
                words.answeredUnder(
                  answer.council ?? '',
                  onDay(answer.on, kit.request.lang, kit.request.today),
                  answer.saying,
                ),
                [answer.council ?? '', answer.saying ?? ''],
                kit.request.lang,
              )}
            </p>
            ${kit.request.by === 'keeper' && takingOff(answer.id, kit, words)}
          </li>
        `,
    )
    const answers = html`
      <h2>${words.answersTitle}</h2>
      ${lines.length > 0 ? html`<ul class="notices">${lines}</ul>` : html`<p>${words.waits}</p>`}
    `
    return kit.record(request, asked.row.id, {
      current: REQUESTS,
      hide: ['first'],
      after: html`
        ${answers}
        ${
          kit.request.by === 'keeper' &&
          html`${mistakeIn(kit.request)}${answering(asked, kit, words)}`
        }
        ${kit.request.by !== 'keeper' && whoAnswers(kit)}
      `,
    })
  },
}
/** An answer that was keyed wrong. */
function takingOff(id: string, kit: Kit, words: DiagnosisWords): Html {
  const { name } = councilAnswer
  return actButton(kit.form({ type: name, id }), '/retirer', {
    look: 'inline no-print',
    hidden: { type: name, id },
    button: words.takeOff,
  })
}

const byId = (read: Reader, id: string): CouncilRequest | undefined => {
  const row = read.one(request, id)
  return row && requestsIn(read).find(other => other.row.id === row.id)
}

export const requestPages: readonly Page<DiagnosisWords>[] = [list, opened, add, one]
