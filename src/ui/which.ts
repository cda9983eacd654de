import { type Html, html } from '../contract/html.ts'
import type { Lang } from '../core/lang.ts'
import { uiWords } from './words.ts'

/**
 * The attribute that says which thing a link or a button of a list is about, to a person who hears
 * the page: *Retirer : le poêle*. Its visible words come first, so that they are said by voice too.
 */
export const which = (act: string, thing: string, lang: Lang): Html =>
  thing === '' ? html`` : html` aria-label="${act}${uiWords(lang).colon}${thing}"`

/** A plain button of one thing of a list; `which` says what it is about. */
export const aboutButton = (act: string, thing: string, lang: Lang): Html =>
  html`<button${which(act, thing, lang)}>${act}</button>`

/** Tells apart the things of one list that have one name: the second *Nadia* is *Nadia (2)*. */
export function numbering(): (name: string) => string {
  const seen = new Map<string, number>()
  return name => {
    const n = (seen.get(name) ?? 0) + 1
    seen.set(name, n)
    return n === 1 ? name : `${name} (${n})`
  }
}
