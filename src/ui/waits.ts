import { type Html, html } from '../contract/html.ts'
import type { HiddenFields } from '../contract/kit.ts'
import { type ToDo, WAITS } from '../contract/to-do.ts'
import type { Lang } from '../core/lang.ts'
import { actButton } from './post.ts'
import { unbroken } from './value.ts'
import { uiWords } from './words.ts'

/** So many lines stand open; the rest is folded, on the same page. */
const MOST = 4
/** Where a member says that they saw the news. */
export const SAW_NEWS = '/moi/nouvelles/vues'
/** Where they read again what they saw. */
export const SEEN_NEWS = '/moi/deja-vu'

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
  const lines = onceEach(all)
  // One line is never folded alone.
  const people = lines.filter(({ order }) => order !== undefined && order <= WAITS.PEOPLE).length
  const most = Math.max(MOST, people)
  const open = of.isWhole || lines.length <= most + 1 ? lines.length : most
  const rest = lines.slice(open)
  return html`
    <div class="waits no-print">
      ${!of.isWhole && html`<h2><b>${w.forYou}</b></h2>`}
      ${waitLines(lines.slice(0, open))}
      ${
        rest.length > 0 &&
        html`<details><summary>${w.moreWaits(rest.length)}</summary>${waitLines(rest)}</details>`
      }
      ${seenButton(all, lines, of)}
    </div>
  `
}

/** News that read the same and lead to one place are one line, which is seen at once. */
function onceEach(all: readonly ToDo[]): readonly ToDo[] {
  const key = ({ sentence, about, href }: ToDo): string => [sentence, about, href].join('\n')
  const first = new Map(all.toReversed().map(one => [key(one), one]))
  return all.filter(one => one.news === undefined || first.get(key(one)) === one)
}

/** One line each: the link to what it says. */
export const waitLines = (all: readonly ToDo[]): Html =>
  html`
    <ul>
      ${all.map(
        ({ href, about, news, sentence }) =>
          html`
            <li><a href="${(news !== undefined && about) || href}">${unbroken(sentence)}</a></li>
          `,
      )}
    </ul>
  `

/** `all`: what it marks as seen; `lines`: what is read of it. */
function seenButton(
  all: readonly ToDo[],
  lines: readonly ToDo[],
  { lang, token, page }: WaitsOf,
): Html | false {
  const news = all.flatMap(one => one.news ?? [])
  return (
    news.length > 0 &&
    actButton(token, SAW_NEWS, {
      hidden: { from: page, page, news },
      button: uiWords(lang).sawNews(lines.filter(one => one.news !== undefined).length),
    })
  )
}
