import { type Html, html, raw } from '../contract/html.ts'
import type { Lang } from '../core/lang.ts'
import { withoutTongue } from './tongue.ts'

/**
 * `look`: a whole style sheet, its letters inside; never a person's words. `foot`: who answers for
 * it.
 */
export type AloneOf = Readonly<{
  lang: Lang
  title: string
  name: string
  body: Html
  look: string
  foot: string
}>

/** A page as one file, read from a key: no menu, no form, nothing to follow. */
export function standAlone(o: AloneOf): string {
  return html`
    <!doctype html>
    <html lang="${o.lang}">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${o.title} · ${o.name}</title>
        <style>${raw(o.look)}</style>
      </head>
      <body>
        <main class="wrap" id="page">${withoutTongue(o.body, o.lang)}</main>
        <footer class="foot"><div class="wrap"><span>${o.foot}</span></div></footer>
      </body>
    </html>
  `.html
}
