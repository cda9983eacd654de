import { type Html, html } from '../contract/html.ts'
import type { HiddenFields } from '../contract/kit.ts'
import { type ToDo, WAITS } from '../contract/to-do.ts'
import type { Lang } from '../core/lang.ts'
import { actButton } from './post.ts'
import { uiWords } from './words.ts'

/** So many lines stand open; the rest is folded, on the same page. */
const MOST = 4
/** Where a member says that they saw the news. */
export const SAW_NEWS = '/moi/nouvelles/vues'

/**
 * `token`: what a form carries. `page`: where one stays after *J’ai vu*. `isWhole`: nothing is
 * folded, and nothing says for whom it is.
 */
export type WaitsOf = Readonly<{
  lang: Lang
  token: HiddenFields
  page: string
  isWhole?: boolean
}>

/**
 * What is new for the reader, a line each: the link to its act; then one button for the news, which
 * ask nothing but to be seen.
 *
 * Law     What people say to the reader first, never folded; then in the order of the bricks, which
 *         nobody’s clicks change; no number that grows by itself.
 */
export function waitsList(all: readonly ToDo[], of: WaitsOf): Html | false {
  if (all.length === 0) return false
  const w = uiWords(of.lang)
  // One line is never folded alone.
  const people = all.filter(({ order }) => order !== undefined && order <= WAITS.PEOPLE).length
  const most = Math.max(MOST, people)
  const open = of.isWhole || all.length <= most + 1 ? all.length : most
  const rest = all.slice(open)
  return html`
    <div class="waits no-print">
      ${!of.isWhole && html`<p><b>${w.forYou}</b></p>`}
      ${linesOf(all.slice(0, open))}
      ${
        rest.length > 0 &&
        html`<details><summary>${w.moreWaits(rest.length)}</summary>${linesOf(rest)}</details>`
      }
      ${seenButton(all, of)}
    </div>
  `
}

const linesOf = (all: readonly ToDo[]): Html =>
  html`
    <ul>
      ${all.map(
        ({ href, about, news, sentence }) =>
          html`<li><a href="${(news !== undefined && about) || href}">${sentence}</a></li>`,
      )}
    </ul>
  `

function seenButton(all: readonly ToDo[], { lang, token, page }: WaitsOf): Html | false {
  const news = all.flatMap(one => one.news ?? [])
  return (
    news.length > 0 &&
    actButton(token, SAW_NEWS, {
      hidden: { from: page, page, news },
      button: uiWords(lang).sawNews,
    })
  )
}
