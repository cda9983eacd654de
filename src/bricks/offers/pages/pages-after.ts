import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { dayPlain } from '../../../text/days.ts'
import { notices } from '../../../ui/board.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, said } from '../../../ui/say.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { photosPath } from '../model/commands-photos.ts'
import { isToRenew, noticesToRenew, spotsOf } from '../model/read-after.ts'
import { offer } from '../model/records.ts'
import { type Notice, sinceOf } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { RENEW } from './awaited.ts'

type Words = typeof fr
const SPOTS = '/reperages'

/**
 * One tap, for its author or the keeper: what is offered or wanted still is, or it is over; its
 * author corrects it too. `asked`: the page asked first whether it stands, and has these two acts.
 * `isShared`: parts of it are taken, so that it is complete and not over.
 */
export function standingActs(
  one: Notice,
  kit: Kit,
  words: Words,
  { asked = false, isShared = false }: Readonly<{ asked?: boolean; isShared?: boolean }> = {},
): Html {
  const { id } = one.row
  const mend =
    kit.request.by !== 'keeper' &&
    html`<a class="button quiet" href="/annonces/${id}/modifier">${words.correct}</a>`
  const photo = html`<a class="button quiet" href="${photosPath(id)}">${words.finding.addPhoto}</a>`
  return html`
    <div class="acts no-print">
      ${mend}
      ${photo}
      ${!asked && actOn('/annonces/redire', id, words.renew, kit)}
      ${!asked && !isShared && actOn('/annonces/fermer', id, closeWord(one, words), kit)}
    </div>
  `
}

/** *Est-ce toujours vrai ?*: the line of the first page leads here, and the answer stands first. */
export const renewFirst = (one: Notice, kit: Kit, read: Reader, words: Words): Html | false =>
  isToRenew(read, one, kit.request.today) &&
  html`
    <div class="note no-print">
      <p><b>${words.stillTrueAsked}</b></p>
      <div class="acts">
        ${actOn('/annonces/redire', one.row.id, words.renew, kit)}
        ${actOn('/annonces/fermer', one.row.id, closeWord(one, words), kit)}
      </div>
    </div>
  `

/** *C’est vendu*, *J’ai trouvé*: what closes a notice, by what it says. */
export const closeWord = ({ kind, row: { mode } }: Notice, words: Words): string =>
  kind === 'need'
    ? words.close.need
    : mode === 'sell' || mode === 'give'
      ? words.close[mode]
      : words.close.other

/** What was said to be over may not be. */
export const reopenAct = (id: string, kit: Kit, words: Words): Html =>
  html`<div class="acts no-print">${actOn('/annonces/rouvrir', id, words.reopen, kit)}</div>`

const actOn = (path: string, id: string, label: string, kit: Kit): Html =>
  actButton(kit.form(), path, {
    look: 'inline no-print',
    hidden: { id },
    button: label,
  })

/**
 * What its author is asked again after three months; the keeper sees everybody's, with whom to
 * call.
 */
const toRenew: Page<Words> = {
  path: RENEW,
  who: 'neighbour',
  show: (kit, read, words): Leaf => {
    const all = noticesToRenew(
      read,
      kit.request.today,
      kit.request.by === 'keeper' ? undefined : (kit.request.me ?? ''),
    )
    const item = (one: Notice): Html =>
      html`
        <li>
          <h3>
            <a href="/annonces/${one.row.id}">${inTongue(one.row.title ?? '', kit.request.lang)}</a>
          </h3>
          <p class="where">
            ${dayPlain(one.row.renewedOn ?? sinceOf(one), kit.request.lang, kit.request.today)}
            ${one.row.reach && html`, ${inTongue(one.row.reach, kit.request.lang)}`}
          </p>
          ${standingActs(one, kit, words)}
        </li>
      `
    const body = html`
      ${said(kit.request.said)}
      ${mistakeIn(kit.request)}
      <div class="head">
        <h1>${words.toRenew}</h1>
        <p class="lead">${all.length > 0 ? words.toRenewLead : words.toRenewNone}</p>
      </div>
      ${
        all.length > 0 &&
        html`
          <section class="part">
            <header><h2>${words.listTitle}</h2></header>
            ${notices(all.map(item))}
          </section>
        `
      }
    `
    return { title: words.toRenew, body, current: '/annonces' }
  },
}

/** Repérages: this box alone; each waits for its owner's yes. */
const spots: Page<Words> = {
  path: SPOTS,
  who: 'neighbour',
  show: (kit, read, words): Leaf => {
    const all = kit.request.private
      ? spotsOf(read, kit.request.by === 'keeper' ? undefined : (kit.request.me ?? ''))
      : []
    const items = all.map(
      row =>
        html`
          <li>
            <h3>${inTongue(row.title ?? '', kit.request.lang)}</h3>
            <p class="where">${[row.where, row.detail].filter(Boolean).join(' ')}</p>
            ${kit.request.by === 'keeper' && ownerForm(row.id, kit, words)}
          </li>
        `,
    )
    const body = html`
      ${said(kit.request.said)}
      ${mistakeIn(kit.request)}
      <div class="one">
        <article class="sheet">
          <h1>${words.spots}</h1>
          <p>${words.spotsLead}</p>
          ${
            all.length > 0
              ? html`<h2>${words.spots}</h2>${notices(items)}`
              : html`<p class="empty">${words.spotsNone}</p>`
          }
          ${post(kit.form(), SPOTS, {
            hidden: { from: SPOTS },
            unchecked: true,
            fields: kit.fields(offer, undefined, ['title', 'commune', 'where', 'detail'], {
              title: { hint: words.spotTitle },
            }),
            button: mainButton(words.spotAdd),
          })}
        </article>
      </div>
    `
    return { title: words.spots, body }
  },
}

const ownerForm = (id: string, kit: Kit, words: Words): Html =>
  html`
    <details class="no-print">
      <summary>${words.ownerSaid}</summary>
      ${post(kit.form(), `${SPOTS}/oui`, {
        hidden: { id, from: SPOTS },
        unchecked: true,
        fields: html`
          ${formField({
            id: `t-${id}`,
            label: words.types.offer.fields.title.label,
            input: { name: 'title', maxlength: 300 },
          })}
          ${formField({
            id: `w-${id}`,
            label: words.types.offer.fields.who.label,
            input: { name: 'who', maxlength: 60 },
          })}
          ${formField({
            id: `r-${id}`,
            label: words.types.offer.fields.reach.label,
            input: { name: 'reach', maxlength: 200 },
          })}
        `,
        button: mainButton(words.show),
      })}
    </details>
  `

export const afterPages: readonly Page<Words>[] = [toRenew, spots]
