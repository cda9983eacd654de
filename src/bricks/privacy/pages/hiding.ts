import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { hiddenNumber } from '../../../contract/records/own-records.ts'
import { readNow } from '../../../contract/records/read-now.ts'
import { onDay } from '../../../text/days.ts'
import { notices } from '../../../ui/board.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, eraseForm, mainButton, post } from '../../../ui/post.ts'
import { mistakeAlone, refused, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { within } from '../../../ui/tongue.ts'
import {
  HIDDEN_LIST,
  HIDE,
  type HiddenNumberRow,
  keeperName,
  LONGEST_TYPED,
  onePerNumber,
} from '../model/hiding.ts'
import type { fr } from '../words/fr.ts'
import { hideLink } from './links.ts'

type Words = typeof fr

/** *C'est mon numéro : le cacher*, and the keeper's list of the numbers that are hidden. */
export const hidingPages: readonly Page<Words>[] = [
  { path: HIDE, show: hideLeaf },
  { path: HIDDEN_LIST, who: 'keeper', show: listLeaf },
]

function hideLeaf(kit: Kit, read: Reader, w: Words): Leaf {
  const at = String(kit.request.again?.input['ou'] ?? kit.request.query['ou'] ?? '')
  const about = read.called(at)
  const type = about && read.types.get(about.type)
  const isSaid = type !== undefined && hideLink(type, at, readNow(read, type, at), w) !== undefined
  const why = kit.request.again?.refused
  const field = formField({
    id: 'f-number',
    label: w.number,
    error: why,
    input: {
      name: 'number',
      type: 'text',
      autocomplete: 'tel',
      maxlength: LONGEST_TYPED,
      required: true,
      value: String(kit.request.again?.input['number'] ?? ''),
    },
  })
  const where =
    about && isSaid && html`<p>${within(w.where(about.title), about.title, kit.request.lang)}</p>`
  const top = crumbs(
    about?.path ? [{ href: about.path, words: about.title, isSaid: true }] : [],
    kit.request.lang,
  )
  const body = html`
    <div class="one">
      <article class="sheet">
        ${top}
        <h1>${w.title}</h1>
        ${why && refused([{ sentence: why, field: 'number' }], kit.request.lang)}
        <p>${w.lead}</p>
        ${where}
        ${post(kit.form(), HIDE, {
          hidden: { ou: about ? at : '' },
          fields: field,
          button: mainButton(w.hide),
        })}
        <p class="hint">${w.after(keeperName(kit.territory, w))}</p>
        <p class="hint">${w.beyond}</p>
        <p class="hint">${w.most}</p>
      </article>
    </div>
  `
  return { title: w.title, body }
}

/** What the keeper is to decide, then what they showed again. */
function listLeaf(kit: Kit, read: Reader, w: Words): Leaf {
  const all = kit.request.private ? read.list(hiddenNumber, {}, 'home') : []
  const [hidden, kept] = [
    onePerNumber(all.filter(row => row.state === 'hidden')),
    onePerNumber(all.filter(row => row.state === 'shown')),
  ]
  const act = (action: string, name: string, value: string, button: string): Html =>
    actButton(kit.form(), action, {
      look: 'inline no-print',
      hidden: { [name]: value, from: HIDDEN_LIST },
      button,
    })
  const item = (number: string | null, rest: Html): Html => html`<li><h3>${number}</h3>${rest}</li>`
  const waiting = hidden.map(row =>
    item(
      row.number,
      html`
        <p class="where">
          ${w.askedBy[byOf(row)]}
          ${row.on && html` ${onDay(row.on, kit.request.lang, kit.request.today)}`}.${' '}
          ${stoodOn(row, read, w)}
        </p>
        <p class="hint">${w.showAgainHint}</p>
        <div class="acts no-print">
          ${act(`${HIDDEN_LIST}/remontrer`, 'id', row.id, w.showAgain)}
        </div>
        ${eraseForm(kit, { action: `${HIDDEN_LIST}/effacer`, id: row.id, lead: w.eraseLead })}
      `,
    ),
  )
  const again = kept.map(row =>
    item(
      row.number,
      html`<div class="acts no-print">${act(HIDE, 'number', row.number ?? '', w.hideAgain)}</div>`,
    ),
  )
  const why = mistakeAlone(kit.request)
  const body = html`
    ${said(kit.request.said)}
    ${crumbs([{ href: '/tenir', words: w.keep }], kit.request.lang)}
    <div class="head">
      <h1>${w.listTitle}</h1>
      <p class="lead">${hidden.length > 0 ? w.listLead : w.none}</p>
    </div>
    ${why}
    ${waiting.length > 0 && notices(waiting)}
    ${again.length > 0 && html`<h2>${w.kept}</h2><p>${w.keptLead}</p>${notices(again)}`}
  `
  return { title: w.listTitle, body, current: '/tenir' }
}

const byOf = ({ by }: HiddenNumberRow): keyof Words['askedBy'] =>
  by === 'keeper' || by === 'member' ? by : 'visitor'

function stoodOn(row: HiddenNumberRow, read: Reader, w: Words): Html | false {
  const pages = (row.stood ?? []).map(id => {
    const called = read.called(id)
    if (!called) return html`${w.gone}`
    return called.path ? html`<a href="${called.path}">${called.title}</a>` : html`${called.title}`
  })
  return (
    pages.length > 0 && html`${w.stood} ${pages.map((page, at) => html`${at > 0 && ', '}${page}`)}.`
  )
}
