import type { RequestAsked } from '../../../contract/box/boxes.ts'
import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { one } from '../../../core/form/input.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, hidden, post } from '../../../ui/post.ts'
import { fieldId, mistakeIn, said } from '../../../ui/say.ts'
import { REQUESTS } from '../model/commands-requests.ts'
import { type RemovalRequest, removalRequestsIn } from '../model/read.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr

/**
 * What other boxes ask of this one: nothing is done before the keeper says yes, seeing what would
 * go.
 */
const requests: Page<Words> = {
  path: REQUESTS,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const boxes = read.boxes()
    const callOf = (name: string): string =>
      boxes.others.find(one => one.name === name)?.called ?? words.aBox
    const asked = boxes.requests()
    const wrong = mistakeIn(
      kit.request,
      kit.request.again?.field && codeField(one(kit.request.again.input, 'demande')),
    )
    const leaves = removalRequestsIn(read)
    const parts = html`
      ${leaves.map(leave => leavePart(leave, callOf(leave.by), { kit, read, words }))}
      ${asked.filter(one => !one.refused).map(one => part(one, callOf, { kit, read, words }))}
    `
    const declined = asked.filter(one => one.refused)
    const empty = leaves.length + asked.length === 0
    const body = html`
      ${said(kit.request.said)}
      ${wrong}
      <div class="head"><h1>${words.requests}</h1><p class="lead">${words.requestsLead}</p></div>
      ${empty && html`<p class="empty">${words.noRequests}</p>`}
      ${parts}
      ${
        declined.length > 0 &&
        html`
          <h2>${words.declinedBefore}</h2>
          ${declined.map(one => part(one, callOf, { kit, read, words }))}
        `
      }
      <p class="no-print"><a href="/bornes">${words.toBoxes}</a></p>
    `
    return { title: words.requests, body, current: '/tenir' }
  },
}

const titleOf = (read: Reader, record: string): Html => {
  const known = read.called(record)
  return known?.path ? html`<a href="${known.path}">${known.title}</a>` : html`${known?.title}`
}

function leavePart(
  leave: RemovalRequest,
  by: string,
  { kit, read, words }: PageContext<Words>,
): Html {
  const answer = (accept: string, button: string): Html =>
    actButton(kit.form(), `${REQUESTS}/retrait`, {
      hidden: { from: REQUESTS, type: leave.type, id: leave.id, accept },
      button,
    })
  return html`
    <div class="part">
      <h2>${words.asksLeave(by)}</h2>
      <p>${titleOf(read, leave.id)}</p>
      <div class="acts no-print">
        ${answer('0', words.keepHere)}
        ${answer('1', words.withdrawToo)}
      </div>
    </div>
  `
}

function part(
  asked: RequestAsked,
  callOf: (name: string) => string,
  { kit, read, words }: PageContext<Words>,
): Html {
  const by = callOf(asked.by)
  const title =
    asked.asks === 'forget' ? words.asksForget(by) : words.asksDismiss(by, callOf(asked.box))
  const what =
    asked.asks === 'forget'
      ? html`
        <ul>${asked.what.slice(0, MOST).map(one => whatLine(one, kit, read, words))}</ul>
        ${asked.what.length > MOST && html`<p>${words.andMore(asked.what.length - MOST)}</p>`}
      `
      : html`<p>${words.dismissLead}</p>`
  const decline =
    !asked.refused && actButton(token(asked, kit), `${REQUESTS}/non`, { button: words.declineIt })
  return html`
    <div class="part">
      <h2>${title}</h2>
      ${what}
      <div class="acts no-print">${decline}</div>
      ${granting(asked, kit, words)}
    </div>
  `
}
const MOST = 20
const MOST_LINES = 10

type What = Extract<RequestAsked, { asks: 'forget' }>['what'][number]
/** The keeper answers seeing what would go: each line of it, as many as one reads. */
function whatLine({ type, record, fields }: What, kit: Kit, read: Reader, words: Words): Html {
  const lines: readonly Html[] = kit.lines(type, record, fields).slice(0, MOST_LINES)
  const left = fields.length - lines.length
  const more = left > 0 && lines.length > 0 && html`<li>${words.linesMore(left)}</li>`
  const list =
    lines.length > 0 && html`<ul>${lines.map(line => html`<li>${line}</li>`)}${more}</ul>`
  return html`
    <li>
      ${read.called(record) ? titleOf(read, record) : words.notShownNow} <span
        class="soft">(${words.linesGone(fields.length)})</span>
      ${list}
    </li>
  `
}

const token = (asked: RequestAsked, kit: Kit): Html =>
  html`${kit.form()}${hidden({ from: REQUESTS, demande: asked.id })}`
const codeField = (id: string): string => `code-${id.replace(/[^0-9a-z]+/g, '-').slice(0, 24)}`

function granting(asked: RequestAsked, kit: Kit, words: Words): Html {
  const { again } = kit.request
  const isMine = again !== undefined && one(again.input, 'demande') === asked.id
  const button = asked.asks === 'forget' ? words.forgetToo : words.dismissToo
  return html`
    <details class="no-print"${isMine && html` open`}>
      <summary>${button}</summary>
      ${post(token(asked, kit), `${REQUESTS}/oui`, {
        look: 'form stack',
        fields: html`
          <p>${asked.asks === 'forget' ? words.forgetTooLead : words.dismissTooLead}</p>
          ${formField({
            id: fieldId(codeField(asked.id)),
            label: words.code,
            error: isMine && again?.field === 'code' && again.refused,
            input: { name: 'code', autocomplete: 'off', required: true },
          })}
        `,
        button,
      })}
    </details>
  `
}

export const requestPages: readonly Page<Words>[] = [requests]
