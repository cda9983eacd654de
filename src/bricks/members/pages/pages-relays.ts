import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { notice, POINT } from '../../../ui/board.ts'
import { tickField } from '../../../ui/field.ts'
import { dataLine, listPage } from '../../../ui/list.ts'
import { post } from '../../../ui/post.ts'
import { mistakeAlone, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { inTongue, TONGUE } from '../../../ui/tongue.ts'
import {
  type MemberRow,
  noticesThrough,
  type RelayRow,
  relaysOf,
  relaysShown,
  wordsToHand,
} from '../model/read.ts'
import { relay } from '../model/records.ts'
import type { fr } from '../words/fr.ts'
import { act } from './parts.ts'

type Words = typeof fr

/** Where and when a relay is found, as they agreed. */
export const foundAt = (row: Pick<RelayRow, 'where' | 'when'>): string =>
  [row.where, row.when].filter(Boolean).join(', ')

const list: Page<Words> = {
  path: '/relais',
  show: (kit, read, words): Leaf => {
    const items = relaysShown(read).map(row =>
      notice({
        title: row.name ?? '',
        href: `/relais/${row.id}`,
        where: html`
          ${inTongue(foundAt(row), kit.request.lang)}<span class="no-print">${POINT}<a
            href="/mot?relais=${row.id}" aria-label="${words.leaveTo(row.name ?? '')}"
            >${words.leaveOne}</a></span>
        `,
      }),
    )
    const body = listPage({
      lang: kit.request.lang,
      title: words.relays,
      lead: words.relaysLead,
      acts: html`<a class="button" href="/mot">${words.leaveOne}</a>`,
      said: said(kit.request.said),
      path: '/relais',
      query: kit.request.query,
      items,
      empty: words.noRelay,
    })
    const data =
      items.length > 0 &&
      dataLine([{ name: relay.name, words: words.types.relay.many }], kit.request.lang)
    return { title: words.relays, body: html`${body}${data}` }
  },
}

const one: Page<Words> = {
  path: '/relais/:id',
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(relay, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const leave = html`
      <p class="acts no-print">
        <a class="button" href="/mot?relais=${row.id}">${words.leaveThrough(row.name ?? '')}</a>
      </p>
    `
    return kit.record(relay, row.id, { lead: html`<p>${words.relayLead}</p>${leave}` })
  },
}

/** On the keeper's page of a person: ask them, or end it. */
export function relayAsk(row: MemberRow, kit: Kit, read: Reader, words: Words): Html {
  const [held] = relaysOf(read, row.id)
  const stop = held && act(kit, `/relais/${held.id}/finir`, words.stopRelaying)
  if (held?.state === 'accepted')
    return html`
      <h2>${words.relayTitle}</h2>
      <p>
        ${words.theyAreRelay}
        ${POINT}
        <a href="/relais/${held.id}"${TONGUE}>
          ${foundAt(read.one(relay, held.id) ?? { where: null, when: null })}
        </a>
      </p>
      <p class="acts no-print">
        <a class="button quiet" href="/relais/${held.id}/finir">${words.stopRelaying}</a>
      </p>
    `
  if (held)
    return html`
      <h2>${words.relayTitle}</h2>
      <p>${words.relayWaits}</p>
      <div class="acts">${stop}</div>
    `
  const fields = kit.fields(relay, { name: row.name }, ['name', 'where', 'when'])
  return html`
    <h2>${words.relayTitle}</h2>
    <details class="no-print"${kit.request.again?.input['where'] !== undefined && html` open`}>
      <summary>${words.askToRelay}</summary>
      <p>${words.relayLead}</p>
      ${post(kit.form(), `/habitants/${row.id}/relais`, {
        fields: html`
          ${fields}
          ${tickField({ name: 'yes', words: words.saidYes })}
        `,
        button: words.askButton,
      })}
    </details>
  `
}

/** *Ne plus être relais ?*: what leaves with them is said before. */
const stopping: Page<Words> = {
  path: '/relais/:id/finir',
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const held = read.one(relay, kit.request.params['id'] ?? '', 'home')
    if (
      held?.state !== 'accepted' ||
      held.member === null ||
      (kit.request.by !== 'keeper' && held.member !== kit.request.me)
    )
      return undefined
    const [notices, waiting] = [
      noticesThrough(read, held.id).length,
      wordsToHand(read, held.member).length,
    ]
    const wrong = mistakeAlone(kit.request)
    const back = kit.request.by === 'keeper' ? `/habitants/${held.member}` : '/moi'
    const body = html`
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: '/relais', words: words.relays }], kit.request.lang)}
          <h1>${words.stopAsk}</h1>
          ${wrong}
          <p>${words.stopLead(notices, waiting)}</p>
          <div class="acts">
            ${act(kit, `/relais/${held.id}/finir`, words.stopRelaying)} <a
              href="${back}">${words.stayRelay}</a>
          </div>
        </article>
      </div>
    `
    return { title: words.stopRelaying, body }
  },
}

export const relayPages: readonly Page<Words>[] = [list, one, stopping]
