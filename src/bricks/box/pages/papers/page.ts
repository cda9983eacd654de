import { LONGEST_WIFI } from '../../../../contract/box/hotspot.ts'
import { type Html, html } from '../../../../contract/html.ts'
import type { Kit } from '../../../../contract/kit.ts'
import type { Leaf, Page } from '../../../../contract/page.ts'
import { formField, tickField } from '../../../../ui/field.ts'
import { mainButton } from '../../../../ui/post.ts'
import { crumbs } from '../../../../ui/sheet.ts'
import { BAG } from '../../model/kit-bag/commands.ts'
import type { fr } from '../../words/fr.ts'

type Words = typeof fr

export const PAPERS = '/borne/papiers'

/** The three papers of a box, and the name of its Wi-Fi where it does not know it. */
export const papersPage: Page<Words> = {
  path: PAPERS,
  who: 'keeper',
  show: (kit, _read, words): Leaf => {
    const w = words.papers
    const part = (
      kind: string,
      { title, lead, print }: Readonly<{ title: string; lead: string; print: string }>,
    ): Html =>
      html`
        <section class="part">
          <h2>${title}</h2>
          <p>${lead}</p>
          ${asking(kind, print, kit, words)}
        </section>
      `
    const rest = html`
      <section class="part">
        <h2>${words.kitBag.title}</h2>
        <p>${words.kitBag.lead}</p>
        <p class="acts"><a class="button quiet" href="${BAG}">${w.toBag}</a></p>
      </section>
    `
    const body = html`
      ${crumbs([{ href: '/borne', words: words.title }], kit.request.lang)}
      <div class="head"><h1>${w.title}</h1><p class="lead">${w.lead}</p></div>
      ${part('comptoir', w.kinds.counter)}
      ${part('tenir-la-borne', w.kinds.keep)}
      ${part('accueillir-la-borne', w.kinds.host)}
      ${rest}
    `
    return { title: w.title, body, current: '/tenir' }
  },
}

/**
 * The host's page says nothing of the Wi-Fi; the two others ask for its name where the box does not
 * know it.
 */
function asking(kind: string, print: string, { hotspot }: Kit, { papers: w }: Words): Html {
  const path = `/imprimer/${kind}`
  if (kind === 'accueillir-la-borne')
    return html`<p class="acts"><a class="button" href="${path}">${print}</a></p>`
  if (hotspot)
    return html`
      <p class="hint">${w.wifiIs(hotspot.wifi)}</p>
      <p class="acts"><a class="button" href="${path}">${print}</a></p>
    `
  const id = `f-wifi-${kind}`
  return html`
    <form class="form" action="${path}">
      ${formField({
        id,
        label: w.wifiAsk,
        hint: w.wifiHint,
        input: {
          name: 'wifi',
          maxlength: LONGEST_WIFI,
          autocomplete: 'off',
          autocapitalize: 'none',
          spellcheck: 'false',
        },
      })}
      ${
        kind === 'comptoir' &&
        html`
          ${tickField({
            look: 'choice',
            id: 'f-ouvert',
            name: 'ouvert',
            value: 'oui',
            words: w.wifiOpen,
          })}
        `
      }
      <p class="acts">${mainButton(print)}</p>
    </form>
  `
}
