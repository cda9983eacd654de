import { html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import { crumbs } from '../../ui/sheet.ts'
import { SEEN_NEWS, waitLines } from '../../ui/waits.ts'
import type { ServedPage } from '../all-pages.ts'
import type { PageSource } from '../pages/kit.ts'
import { seenFor } from '../pages/waits.ts'
import { plainWords } from './words.ts'

/** *Déjà vu*: the news that a member said they saw too early, as long as they hold. */
export const seenNewsPage = (source: PageSource): ServedPage => ({
  path: SEEN_NEWS,
  who: 'neighbour',
  show: (kit, read) => seenLeaf({ ...source, read }, kit),
})

function seenLeaf(source: Pick<PageSource, 'bricks' | 'read'>, kit: Kit): Leaf {
  const w = plainWords(kit.request.lang).mine
  const { ownPhones, territory } = kit
  const clock = () => kit.request.now
  const seen = seenFor(source, { ...kit.request, clock, ownPhones, territory: () => territory })
  const body = html`
    <div class="one">
      <article class="sheet">
        ${crumbs([{ href: '/moi', words: w.page }], kit.request.lang)}
        <h1>${w.seenNews}</h1>
        <p>${seen.length > 0 ? w.seenNewsLead : w.seenNewsNone}</p>
        ${seen.length > 0 && html`<div class="waits">${waitLines(seen)}</div>`}
      </article>
    </div>
  `
  return { title: w.seenNews, body }
}
