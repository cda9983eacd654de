import { type Html, html } from '../../../../contract/html.ts'
import type { Kit } from '../../../../contract/kit.ts'
import type { Leaf, Page } from '../../../../contract/page.ts'
import type { KitToPack } from '../../../../contract/published.ts'
import type { Reader } from '../../../../contract/reader.ts'
import type { Request } from '../../../../contract/request.ts'
import { one, texts } from '../../../../core/form/input.ts'
import { dayPlain } from '../../../../text/days.ts'
import { formField, tick } from '../../../../ui/field.ts'
import { actButton, mainButton, post } from '../../../../ui/post.ts'
import { fieldId, mistakeIn, said } from '../../../../ui/say.ts'
import { crumbs } from '../../../../ui/sheet.ts'
import { TONGUE } from '../../../../ui/tongue.ts'
import { ADDED, BAG, KIT, LIST } from '../../model/kit-bag/commands.ts'
import { type BagThing, byPocket } from '../../model/kit-bag/listed.ts'
import {
  type BagRow,
  bagNow,
  kitOf,
  kitsHere,
  missingIn,
  nameOf,
  packedIn,
  thingsIn,
} from '../../model/kit-bag/read.ts'
import { bag } from '../../model/kit-bag/records.ts'
import type { fr } from '../../words/fr.ts'

type Words = typeof fr

/** The bag of the evening that comes, or that is out; what an earlier one did not bring back. */
const bagPage: Page<Words> = {
  path: BAG,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const now = bagNow(read)
    const w = words.kitBag
    const acts = html`
      <p class="acts no-print">
        <a class="button quiet" href="/imprimer/mallette">${w.print}</a>
        <a class="button quiet" href="${LIST}">${w.change}</a>
      </p>
    `
    const body = html`
      ${said(kit.request.said)}
      ${mistakeIn(kit.request)}
      <div class="head">
        <h1>${w.title}</h1>
        <p class="lead">${w.lead}</p>
        <p>${w.stays}</p>
        ${acts}
      </div>
      ${missing(kit, read, words)}
      ${now ? out(now, kit, read, words) : preparing(kit, read, words)}
    `
    return { title: w.title, body, current: '/tenir' }
  },
}

function missing(kit: Kit, read: Reader, words: Words): Html | false {
  const all = missingIn(read)
  const w = words.kitBag
  const found = (of: (typeof all)[number]): Html =>
    actButton(kit.form(), `${BAG}/retrouver`, {
      look: 'inline no-print',
      hidden: { bag: of.bag, thing: of.thing, from: BAG },
      button: w.found,
    })
  const line = (of: (typeof all)[number]): Html =>
    html`
      <li>
        ${w.missingLine(
          nameOf(read, of.thing, w),
          dayPlain(of.day, kit.request.lang, kit.request.today),
          of.where,
        )} ${found(of)}
      </li>
    `
  return (
    all.length > 0 &&
    html`
      <section class="part">
        <h2>${w.missing}</h2>
        <p>${w.missingLead}</p>
        <ul class="acts-list">${all.map(line)}</ul>
      </section>
    `
  )
}

const preparing = (kit: Kit, read: Reader, { kitBag: w }: Words): Html =>
  html`
    <section class="part no-print">
      <h2>${w.next}</h2>
      <p>${w.nextLead}</p>
      ${post(kit.form(), `${BAG}/preparer`, {
        hidden: { from: BAG },
        unchecked: true,
        fields: html`
          ${kit.fields(bag, { day: kit.request.today }, ['day', 'where', 'carries'])}
          ${whichKit(kitsHere(read), kit.request, w)}
        `,
        button: mainButton(w.prepare),
      })}
    </section>
  `

/** The box's own list, or any kit that is lent here. */
function whichKit(
  kits: readonly KitToPack[],
  { again }: Request,
  w: Words['kitBag'],
): Html | false {
  if (kits.length === 0) return false
  const chosen = again ? one(again.input, KIT) : ''
  return formField({
    id: fieldId(KIT),
    label: w.whichKit,
    hint: w.whichKitHint,
    control: about => html`
      <select id="${fieldId(KIT)}" name="${KIT}"${about}>
        <option value="">${w.ownList}</option>
        ${kits.map(
          ({ id, title }) => html`
            <option${TONGUE} value="${id}"${id === chosen && html` selected`}>${title}</option>
          `,
        )}
      </select>
    `,
  })
}

function out(now: BagRow, kit: Kit, read: Reader, words: Words): Html {
  const w = words.kitBag
  const things = byPocket(packedIn(read, w, now))
  const isTicked = (name: string, had: readonly string[] | null, id: string): boolean =>
    (kit.request.again ? texts(kit.request.again.input, name) : (had ?? [])).includes(id)
  const box = (
    name: 'parti' | 'revenu',
    label: string,
    thing: BagThing,
    had: readonly string[] | null,
  ): Html =>
    html`
      <td>
        <label class="choice">
          <input
            type="checkbox"
            name="${name}"
            value="${thing.id}"
            aria-label="${label}"${isTicked(name, had, thing.id) && html` checked`}
          >
        </label>
      </td>
    `
  const row = (thing: BagThing): Html =>
    html`
      <tr>
        ${box('parti', w.leftThing(thing.name), thing, now.left)}
        ${box('revenu', w.backThing(thing.name), thing, now.back)}
        <th scope="row">${thing.count > 1 && html`${thing.count}\u00a0× `}${thing.name}</th>
        <td>${[thing.pocket, thing.lentBy].filter(Boolean).join(' · ')}</td>
      </tr>
    `
  const heads = html`
    <tr>
      <th scope="col">${w.left}</th>
      <th scope="col">${w.back}</th>
      <th scope="col">${w.headers.name}</th>
      <th scope="col">${w.headers.pocket}</th>
    </tr>
  `
  const facts = [
    w.evening(dayPlain(now.day ?? '', kit.request.lang, kit.request.today), now.where ?? ''),
    now.carries && w.carriedBy(now.carries),
  ]
  const packed = kitOf(read, now)
  return html`
    <section class="part">
      <h2>${facts[0]}</h2>
      ${facts[1] && html`<p>${facts[1]}</p>`}
      ${packed && html`<p><a href="/preter/${packed.id}">${packed.title}</a></p>`}
      ${post(kit.form({ type: bag.name, id: now.id, space: 'home' }), `${BAG}/cocher`, {
        look: '',
        hidden: { id: now.id, from: BAG },
        fields: html`
          <div class="table">
            <table class="bag"><thead>${heads}</thead><tbody>${things.map(row)}</tbody></table>
          </div>
          <p class="acts no-print">
            ${mainButton(w.note)}
            <button class="button quiet" name="vide" value="1">${w.empty}</button>
          </p>
        `,
      })}
    </section>
  `
}

/** What is in the bag, line by line. */
const listPage: Page<Words> = {
  path: LIST,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const w = words.kitBag
    const rows = [
      ...thingsIn(read, w).map(thing => line(thing, kit.request, words)),
      ...ADDED.map((id, n) =>
        line({ ...NOTHING, id, name: '' }, kit.request, words, w.added(n + 1)),
      ),
    ]
    const agreed = html`
      <div class="field">
        ${tick({
          id: 'f-accord',
          name: 'accord',
          isOn: !!kit.request.again && one(kit.request.again.input, 'accord') !== '',
          words: w.agreed,
        })}
        <p class="hint">${w.lentHint}</p>
      </div>
    `
    const body = html`
      ${mistakeIn(kit.request)}
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: BAG, words: w.title }], kit.request.lang)}
          <h1>${w.list}</h1>
          <p>${w.listLead}</p>
          ${post(kit.form(), LIST, {
            look: 'form wide',
            unchecked: true,
            hidden: { from: LIST },
            fields: html`<ul class="bag-lines">${rows}</ul>${agreed}`,
            button: mainButton(w.keep),
          })}
        </article>
      </div>
    `
    return { title: w.list, body, current: '/tenir' }
  },
}
const NOTHING = { count: 1, pocket: '', lentBy: '' } as const

function line(thing: BagThing, request: Request, words: Words, called = thing.name): Html {
  const w = words.kitBag
  const at = (part: string, value: string, label: string, more: Html | false = false): Html => {
    const name = `${part}.${thing.id}`
    const given = request.again ? one(request.again.input, name) : value
    return html`
      <input
        id="${fieldId(name)}"
        name="${name}"
        value="${given}"
        aria-label="${w.row(label, called)}"${more}${
          request.again?.field === name && html` aria-invalid="true"`
        }
        class="${part}"
      >
    `
  }
  const { count, name, pocket, lentBy } = w.headers
  return html`
    <li>
      ${at(
        'nombre',
        called === thing.name ? String(thing.count) : '',
        count,
        html` inputmode="numeric"`,
      )}
      ${at('quoi', thing.name, name, html` placeholder="${name}"`)}
      ${at('poche', thing.pocket, pocket, html` placeholder="${pocket}"`)}
      ${at('pret', thing.lentBy, lentBy, html` placeholder="${lentBy}"`)}
    </li>
  `
}

export const bagPages: readonly Page<Words>[] = [bagPage, listPage]
