import { type Html, html } from '../../../contract/html.ts'
import { keeperNameOf } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Lang } from '../../../core/lang.ts'
import { dayPlain } from '../../../text/days.ts'
import { crumbs, fieldList } from '../../../ui/sheet.ts'
import { inTongue, within } from '../../../ui/tongue.ts'
import { en } from '../words/keeping/en.ts'
import { fr, type KeepingWords } from '../words/keeping/fr.ts'
import { LAW_BOOK } from '../words/keeping/texts/fr.ts'
import { READ_ON, type TextKey } from './keeping-texts.ts'

export const KEEPING = '/qui-tient-cette-page'
export const keepingWords = (lang: Lang): KeepingWords => (lang === 'en' ? en : fr)

export const paragraphs = (said: readonly string[]): Html =>
  html`${said.map(one => html`<p>${one}</p>`)}`
export const bullets = (said: readonly string[]): Html =>
  html`<ul>${said.map(one => html`<li>${one}</li>`)}</ul>`

/** A line to fill in with a pen, on the printed page. */
export const byHand = (lang: Lang): Html =>
  html`
    <em>${keepingWords(lang).byHand}</em> <span aria-hidden="true">${keepingWords(lang).dots}</span>
  `

export type KeepingCell = Html | string
/**
 * A table of its own scroll; the first cell of a row is its heading. `titled`: a title above says
 * the caption already.
 */
export function table(
  caption: string,
  heads: readonly string[],
  bodies: readonly TableBody[],
  titled = false,
): Html {
  const group = ({ heading, rows }: TableBody): Html =>
    html`
      <tbody>
        ${heading && html`<tr><th colspan="${heads.length}" scope="rowgroup">${heading}</th></tr>`}
        ${rows.map(
          ([first, ...others]) =>
            html`
              <tr><th scope="row">${first}</th>${others.map(cell => html`<td>${cell}</td>`)}</tr>
            `,
        )}
      </tbody>
    `
  return html`
    <div class="table" tabindex="0" role="region" aria-label="${caption}">
      <table>
        <caption${titled && html` class="apart"`}>${caption}</caption>
        <thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
        ${bodies.map(group)}
      </table>
    </div>
  `
}
export type TableBody = Readonly<{
  heading?: string | undefined
  rows: readonly (readonly KeepingCell[])[]
}>

/** The texts that a page cites, by the day on which they were read; what nobody read is said so. */
export function cited(keys: readonly TextKey[], lang: Lang): Html {
  const w = keepingWords(lang)
  const item = (key: TextKey): Html =>
    html`<li><b>${within(w.texts[key].text, LAW_BOOK, lang)}</b>${w.colon}${w.texts[key].says}</li>`
  const under = (title: string, lead: string, these: readonly TextKey[]): Html | false =>
    these.length > 0 && html`<h3>${title}</h3><p>${lead}</p><ul>${these.map(item)}</ul>`
  const days = [...new Set(keys.map(key => READ_ON[key]))].filter(day => day !== null).sort()
  const read = days.map(day =>
    under(
      w.cited.readOn(dayPlain(day, lang)),
      w.cited.lead,
      keys.filter(key => READ_ON[key] === day),
    ),
  )
  return html`${read}${under(
    w.cited.unread,
    w.cited.unreadLead,
    keys.filter(key => READ_ON[key] === null),
  )}`
}

const villageOf = (territory: NonNullable<Kit['territory']>): string | undefined =>
  territory.communes.find(commune => commune.code === territory.village)?.name

/** The person, the place: what every page ends with. */
export function person(kit: Kit): Html {
  const w = keepingWords(kit.request.lang).contact
  const { territory } = kit
  if (!territory) return html`<p>${w.unknown}</p>`
  return html`${fieldList([
    { label: w.person, value: inTongue(territory.keptBy, kit.request.lang) },
    { label: w.where, value: territory.reach && inTongue(territory.reach, kit.request.lang) },
    { label: w.village, value: villageOf(territory) },
  ])}`
}

/** Who reads what is sent, without their hours: no day is promised. */
export const keeperOf = (kit: Kit): string =>
  keeperNameOf(kit.territory) ?? keepingWords(kit.request.lang).keeper

/** One of the three pages: its title, its sections, and the person at the end. */
export function keepingSheet(
  kit: Kit,
  title: string,
  lead: Html,
  sections: readonly (readonly [string, Html] | false)[],
): Html {
  const w = keepingWords(kit.request.lang)
  const above = kit.request.path === KEEPING ? [] : [{ href: KEEPING, words: w.title }]
  const body = sections.map(one => one !== false && html`<h2>${one[0]}</h2>${one[1]}`)
  return html`
    <div class="one papers">
      <article class="sheet">
        ${crumbs(above, kit.request.lang)}
        <h1>${title}</h1>
        ${lead}
        ${body}
        <h2>${w.contact.title}</h2>
        ${person(kit)}
        <p>${w.contact.ask}</p>
      </article>
    </div>
  `
}
