import { type Html, html } from '../contract/html.ts'
import type { Lang } from '../core/lang.ts'
import { isInsulting } from '../text/guard/insults.ts'
import { TONGUE } from './tongue.ts'
import { unbroken } from './value.ts'
import { uiWords } from './words.ts'

/**
 * A word that somebody left, as they wrote it. One that holds an insult is folded: whoever has to
 * hand it over, or gets it, opens it or does not.
 */
export function saidWord(said: string | null | undefined, lang: Lang): Html {
  const text = unbroken(said ?? '')
  const word = html`<blockquote${TONGUE}><p class="said-word">${text}</p></blockquote>`
  return isInsulting(said ?? '')
    ? html`<details><summary>${uiWords(lang).insultFolded}</summary>${word}</details>`
    : word
}
