import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { notice, notices } from '../../../ui/board.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { HELP } from '../model/chapter.ts'
import type { fr } from '../words/fr.ts'
import { CHAPTERS } from './chapters.ts'
import { anchorOf, blocksHtml } from './text.ts'

type Words = typeof fr

const index: Page<Words> = {
  path: HELP,
  show: (kit, _read, words): Leaf => {
    const isKeeper = kit.request.by === 'keeper'
    const keeping = html`
      <section class="part">
        <header><h2>${words.toKeep}</h2></header>
        ${!isKeeper && html`<p>${words.lead}</p>`}
        ${notices(
          Object.entries(CHAPTERS).map(([name, { [kit.request.lang]: it }]) =>
            notice({ title: html`${it.title}`, href: `${HELP}/${name}`, where: it.about }),
          ),
        )}
      </section>
    `
    const reading = html`
      <section class="part stack" id="${anchorOf(words.toRead)}">
        <header><h2>${words.toRead}</h2></header>
        ${blocksHtml(words.reading, kit.wordAt)}
      </section>
    `
    return {
      title: words.title,
      body: html`
        <div class="head">
          <h1>${words.title}</h1>
          <p class="lead">${isKeeper ? words.lead : words.leadReading}</p>
          ${isKeeper && print(words)}
        </div>
        ${isKeeper ? [keeping, reading] : [reading, keeping, print(words)]}
      `,
    }
  },
}
const print = (words: Words) => html`
  <p class="no-print"><a class="button quiet" href="/imprimer${HELP}">${words.print}</a></p>
`

const chapter: Page<Words> = {
  path: `${HELP}/:chapitre`,
  show: (kit, _read, words): Leaf | undefined => {
    const { lang, params } = kit.request
    const name = params['chapitre'] ?? ''
    if (!Object.hasOwn(CHAPTERS, name)) return undefined
    const it = CHAPTERS[name]![lang]
    return {
      title: it.title,
      body: html`
        <div class="one">
          <article class="sheet stack">
            ${crumbs([{ href: HELP, words: words.title }], lang)}
            <h1>${it.title}</h1>
            <p>${it.about}</p>
            ${blocksHtml(it.blocks, kit.wordAt)}
          </article>
          ${onward(name, kit, words)}
        </div>
      `,
    }
  },
}

/** The chapter that follows. */
function onward(name: string, kit: Kit, words: Words): Html {
  const names = Object.keys(CHAPTERS)
  const next = names[names.indexOf(name) + 1]
  return html`
    <p class="acts part no-print">
      ${
        next &&
        html`<a class="button quiet" href="${HELP}/${next}">
          ${words.next(CHAPTERS[next]![kit.request.lang].title)}
        </a>`
      }
      <a href="${HELP}">${words.all}</a>
    </p>
  `
}

export const pages: readonly Page<Words>[] = [index, chapter]
