import { type Html, html } from '../../src/contract/html.ts'
import type { Lang } from '../../src/core/lang.ts'

/**
 * Shape   `path`: the address of the page in the site, without a first stroke. `lang`: of its text.
 */
export type SitePage = Readonly<{ path: string; title: string; lang: Lang; body: Html }>

/** The way from a page of the site to another file of it. */
export const wayFrom = (path: string, to: string): string =>
  `${'../'.repeat(path.split('/').length - 1)}${to}`

/** A whole page, in the look of the program and without a script. */
export function siteDocument({ path, title, lang, body }: SitePage): string {
  const link = (to: string, words: string, tongue: Lang): Html =>
    html`<a href="${wayFrom(path, to)}" lang="${tongue}">${words}</a>`
  return html`
    <!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${title} · CoCoTe</title>
        <link rel="stylesheet" href="${wayFrom(path, 'look.css')}">
      </head>
      <body>
        <a class="skip" href="#page">${lang === 'fr' ? 'Aller au contenu' : 'Go to the content'}</a>
        <header class="top">
          <div class="wrap">
            <a class="brand" href="${wayFrom(path, 'index.html')}">CoCoTe</a>
            <nav aria-label="Site">
              ${link('index.html', 'Aide', 'fr')}
              ${link('LISEZMOI.html', 'Ce que c’est', 'fr')}
              ${link('developers.html', 'For developers', 'en')}
            </nav>
          </div>
        </header>
        <main class="wrap" id="page" tabindex="-1">
          <div class="one"><article class="sheet stack">${body}</article></div>
        </main>
      </body>
    </html>
  `.html
}
