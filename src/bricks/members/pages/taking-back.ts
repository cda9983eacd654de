import { type Html, html } from '../../../contract/html.ts'
import { keeperSaid } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { one } from '../../../core/form/input.ts'
import { readElsewhere } from '../../../ui/elsewhere.ts'
import { tickField } from '../../../ui/field.ts'
import { hidden, post } from '../../../ui/post.ts'
import { said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { consentsOf, contactsOf, memberOf } from '../model/read.ts'
import { phoneShown, type ShownRecord, toldIn } from '../model/shown-of.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr

/** *Reprendre cet accord ?*: what will change, and what can't, before anything does. */
export const takingBack: Page<Words> = {
  path: '/habitants/:id/reprendre',
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const row = memberOf(read, kit.request.params['id'] ?? '')
    if (!row || (kit.request.me !== undefined && kit.request.me !== row.id)) return undefined
    const given = consentsOf(read, row.id).find(
      consent => consent.id === one(kit.request.query, 'consent'),
    )
    const use = given?.use ?? 'phone-shown'
    const [back, crumb] =
      kit.request.by === 'keeper' ? [`/habitants/${row.id}`, row.name ?? ''] : ['/moi', words.mine]
    const isPhone = use === 'phone-shown'
    const kept = given ? hidden({ consent: given.id }) : hidden({ use })
    const form = post(kit.form(), `/habitants/${row.id}/reprendre`, {
      hidden: { sure: '1', from: false },
      fields: [kept, isPhone && fileTick(row.id, read, words)],
      button: html`<button>${words.takeBackYes}</button> <a href="${back}">${words.takeBackNo}</a>`,
    })
    const what = isPhone ? numberParts(row.id, kit, read, words) : toldParts(row.id, read, words)
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: back, words: crumb }], kit.request.lang)}
          <h1>${words.takeBackAsk}</h1>
          <p><b>${words.types.consent.fields.use.choices[use as 'told']}</b></p>
          ${kit.request.private ? html`${what}${form}` : readElsewhere(kit.request)}
        </article>
      </div>
    `
    return { title: words.takeBackAsk, body }
  },
}

function toldParts(id: string, read: Reader, words: Words): Html {
  const told = toldIn(read, id)
  return told.length === 0
    ? html`<p>${words.toldNothing}</p>`
    : html`<p>${words.toldGoes}</p>${titles(told, read)}`
}

function numberParts(id: string, kit: Kit, read: Reader, words: Words): Html {
  const [own, elsewhere] = phoneShown(read, id)
  const keeper = keeperSaid(kit.territory, words.throughKeeper)
  return html`
    ${
      own.length > 0
        ? html`<p>${words.ownGoes(kit.request.by === 'keeper')}</p>${titles(own, read)}`
        : html`<p>${words.ownNowhere}</p>`
    }
    ${
      elsewhere.length > 0 &&
      html`
        <p>${words.elsewhereHides(keeper, kit.request.by === 'keeper')}</p>
        ${titles(elsewhere, read)}
      `
    }
    <p class="hint">${words.numberStays}</p>
  `
}

/** Agreed to be shown is one thing, to be called by whoever keeps the page another. */
const fileTick = (id: string, read: Reader, words: Words): Html | false =>
  contactsOf(read, id).some(row => row.phone !== null) &&
  tickField({ name: 'file', words: words.fileToo })

const titles = (all: readonly ShownRecord[], read: Reader): Html =>
  html`
    <ul>
      ${[...new Set(all.map(one => one.id))].map(id => {
        const called = read.called(id)
        return (
          called &&
          html`
            <li>
              ${called.path ? html`<a href="${called.path}">${called.title}</a>` : called.title}
            </li>
          `
        )
      })}
    </ul>
  `
