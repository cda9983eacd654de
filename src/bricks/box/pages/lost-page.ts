import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { crumbs } from '../../../ui/sheet.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
export const LOST = '/borne/volee'

/**
 * What a thief may read and what there is to do, said plainly: read now, printed, found again on
 * the day.
 */
export const lostPage: Page<Words> = {
  path: LOST,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const list = (all: readonly string[]): Html =>
      html`<ul>${all.map(one => html`<li>${one}</li>`)}</ul>`
    const steps = html`
      <ol>${words.lostDoList(read.boxes().me.words).map(one => html`<li>${one}</li>`)}</ol>
    `
    const keptBy = kit.territory?.keptBy
    const body = html`
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: '/borne', words: words.title }], kit.request.lang)}
          <h1>${words.lost}</h1>
          <p>${words.lostLead}</p>
          <h2>${words.lostDo}</h2>
          ${steps}
          <h2>${words.lostReads}</h2>
          <p>${words.lostReadsLead}</p>
          ${list(words.lostReadsList)}
          <h2>${words.lostSafe}</h2>
          ${list(words.lostSafeList)}
          <h2>${words.lostBack}</h2>
          <p>${words.lostBackText}</p>
          ${keptBy && html`<p>${words.lostAsk(keptBy)}</p>`}
        </article>
      </div>
    `
    return { title: words.lost, body, current: '/tenir' }
  },
}
