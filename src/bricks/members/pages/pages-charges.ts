import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Charge, charge, isChargeable, namedOver } from '../../../contract/records/charge.ts'
import { asSent, one } from '../../../core/form/input.ts'
import { fold } from '../../../core/letters/words.ts'
import type { RecordType } from '../../../core/schema.ts'
import { dayPlain } from '../../../text/days.ts'
import { notices, POINT } from '../../../ui/board.ts'
import { readElsewhere } from '../../../ui/elsewhere.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, hidden, post } from '../../../ui/post.ts'
import { mistakeIn, mistakeOn, said } from '../../../ui/say.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { uiWords } from '../../../ui/words.ts'
import { chargesLeft, type Thing, thingGiven, thingsToGive } from '../model/charges.ts'
import { CHARGE_FIELDS, CHARGES } from '../model/commands-charges.ts'
import { memberOf, membersHere } from '../model/read.ts'
import type { fr } from '../words/fr.ts'
import { apartWords } from './parts.ts'

type Words = typeof fr

/** *Qui s’occupe de quoi*: every charge that is not over, and the form that gives one. */
const list: Page<Words> = {
  path: CHARGES,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const w = words.charges
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet">
          <h1>${w.title}</h1>
          ${mistakeIn(kit.request)}
          <p>${w.lead}</p>
          ${kit.request.private ? charges(kit, read, words) : readElsewhere(kit.request)}
        </article>
      </div>
    `
    return { title: w.title, body }
  },
}

function charges(kit: Kit, read: Reader, words: Words): Html {
  const w = words.charges
  const all = chargesLeft(read, kit.request.today)
  const lines = all.map(row => {
    const over = thingGiven(read, kit.ownerOf, row.over ?? '')
    const name = memberOf(read, row.person ?? '')?.name ?? ''
    const title = over?.title ?? w.gone
    return line({
      title,
      path: over?.path,
      said: [name, daysSaid(row, kit, words), row.named === true && w.named],
      acts: ending(kit, row, { words: w.takeBack, heard: w.takeBackOf(name, title) }),
    })
  })
  return html`
    ${all.length > 0 ? notices(lines) : html`<p class="empty">${w.none}</p>`}
    ${all.length > 0 && html`<p class="no-print"><a href="/imprimer/charges">${w.print}</a></p>`}
    <h2 id="confier">${w.give}</h2>
    ${giving(kit, read, words)}
  `
}

type Line = Readonly<{
  title: string
  path: string | null | undefined
  said: readonly (string | false)[]
  acts: Html
}>
const line = ({ title, path, said: all, acts }: Line): Html =>
  html`
    <li>
      <h3>${path ? html`<a href="${path}"${TONGUE}>${title}</a>` : title}</h3>
      <p class="where">${all.filter(one => one !== false && one !== '').join(POINT)}</p>
      <div class="acts">${acts}</div>
    </li>
  `

/** *depuis le 2 décembre, jusqu’au 4 janvier compris*. */
export function daysSaid({ since, until }: Charge, kit: Kit, words: Words): string {
  const { lang, today } = kit.request
  const w = words.charges
  const day = since ?? ''
  const starts =
    day > today ? w.startsOn(dayPlain(day, lang, today)) : w.since(dayPlain(day, lang, today))
  return until === null ? starts : w.lasts(starts, dayPlain(until, lang, today))
}

type Acting = Readonly<{ words: string; heard: string }>
const ending = (kit: Kit, { id }: Charge, { words, heard }: Acting): Html =>
  actButton(kit.form(), `${CHARGES}/${id}/rendre`, {
    look: 'inline no-print',
    button: html`<button aria-label="${heard}">${words}</button>`,
  })

function giving(kit: Kit, read: Reader, words: Words): Html {
  const w = words.charges
  const [things, people] = [thingsToGive(read, kit.ownerOf), membersHere(read)]
  if (things.length === 0) return html`<p class="empty">${w.nothing}</p>`
  if (people.length === 0) return html`<p class="empty">${w.nobody}</p>`
  const named = Map.groupBy(people, row => fold(row.name ?? ''))
  const called = people.map(row => ({
    id: row.id,
    title:
      named.get(fold(row.name ?? ''))!.length > 1
        ? `${row.name}${POINT}${apartWords(row, kit, words)}`
        : (row.name ?? ''),
  }))
  const { again, query } = kit.request
  const typed = (name: string): string => (again ? one(again.input, name) : asSent(query, name))
  return post(kit.form(), CHARGES, {
    hidden: { from: CHARGES },
    unchecked: true,
    fields: html`
      ${choice(kit, { name: 'over', label: w.over, chosen: typed('over'), of: things })}
      ${choice(kit, { name: 'person', label: w.person, chosen: typed('person'), of: called })}
      ${kit.fields(charge, { since: kit.request.today }, CHARGE_FIELDS)}
      <p class="hint">${w.giveLead}</p>
    `,
    button: w.giveButton,
  })
}

type Choice = Readonly<{
  name: string
  label: string
  chosen: string
  of: readonly Pick<Thing, 'id' | 'title'>[]
}>
const choice = (kit: Kit, { name, label, chosen, of }: Choice): Html =>
  formField({
    id: `f-${name}`,
    label,
    error: mistakeOn(kit.request, name),
    control: about => html`
      <select id="f-${name}" name="${name}"${about}>
        <option value="">${uiWords(kit.request.lang).chooseOne}</option>
        ${of.map(
          ({ id, title }) =>
            html`<option value="${id}"${id === chosen && html` selected`}>${title}</option>`,
        )}
      </select>
    `,
  })

/** On a member’s own page: what they are in charge of, until when, and the way out of it. */
export function myCharges(me: string, kit: Kit, read: Reader, words: Words): Html | false {
  const all = chargesLeft(read, kit.request.today, me)
  if (all.length === 0) return false
  const w = words.charges
  const mine = (row: Charge): Html => {
    const over = thingGiven(read, kit.ownerOf, row.over ?? '')
    const title = over?.title ?? w.gone
    const isNamed = row.named === true
    return line({
      title,
      path: over?.path,
      said: [daysSaid(row, kit, words), isNamed && w.myName],
      acts: html`
        ${actButton(kit.form(), `${CHARGES}/${row.id}/prenom`, {
          look: 'inline no-print',
          fields: hidden({ named: isNamed ? '0' : '1' }),
          button: isNamed ? w.hideName : w.showName,
        })}
        ${ending(kit, row, { words: w.giveBack, heard: w.giveBackOf(title) })}
      `,
    })
  }
  return html`<h2 id="charges">${w.mine}</h2>${notices(all.map(mine))}`
}

/**
 * On the page of a thing: who is in charge of it, of those who agreed that it is written there; for
 * the keeper, the way to give it.
 */
export function onThing(
  kit: Kit,
  read: Reader,
  { charges: w }: Words,
  { type, id }: Readonly<{ type: RecordType; id: string }>,
): Html | undefined {
  if (!isChargeable(type, kit.ownerOf)) return undefined
  const names = namedOver(read, id, kit.request.today)
  const isKeeper = kit.request.by === 'keeper'
  if (names.length === 0 && !isKeeper) return undefined
  return html`
    ${names.length > 0 && html`<p>${w.inCharge(names.join(', '))}</p>`}
    ${
      isKeeper &&
      html`<p class="no-print"><a href="${CHARGES}?over=${id}#confier">${w.giveThis}</a></p>`
    }
  `
}

export const chargePages: readonly Page<Words>[] = [list]
