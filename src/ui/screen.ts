import { LONGEST, SHORTEST } from '../contract/box/watch.ts'
import { type Html, html } from '../contract/html.ts'
import type { Screen } from '../contract/page.ts'
import { width } from './screen-text.ts'
import { inTongue, withoutTongue } from './tongue.ts'

/**
 * A document for a screen that nobody touches: several panels on one spot, each in its turn
 * (docs/decisions/0027-veilleuse.md).
 *
 * It turns twice over, so that it turns anywhere. With scripts, `public/veilleuse.js` shows one
 * panel after the other, asks for the next document and puts its body in place of this one, whole
 * or not at all. Without, a style sheet of its own (`turning`) does, and the browser is told to go
 * to the next document: what stands in `noscript` is read by nobody else.
 */
export type ScreenOf = Screen &
  Readonly<{
    title: string
    name: string
    body: Html
    at: Readonly<{ screen?: string; script?: string }>
  }>

/** More panels than that are no cycle: nobody waits for them. */
const MOST_PANELS = 24

export function screen(o: ScreenOf): string {
  const look = o.at.screen ?? '/veilleuse.css'
  const script = o.at.script ?? '/veilleuse.js'
  return html`
    <!doctype html>
    <html lang="${o.lang}">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${o.title} · ${o.name}</title>
        <link rel="stylesheet" href="${look}">
        <link rel="stylesheet" href="/tour-${o.panels}-${o.seconds}.css">
        <noscript>
          <meta http-equiv="refresh" content="${o.panels * o.seconds};url=${o.next}">
        </noscript>
        <script src="${script}" defer></script>
      </head>
      <body>
        <div
          id="veilleuse"
          class="${o.look}"
          data-suite="${o.next}"
          data-secondes="${o.seconds}"
          data-aspect="${look}"
          data-script="${script}"
          data-repos="${o.rest.html}"
        >
          ${withoutTongue(o.body, o.lang)}
        </div>
      </body>
    </html>
  `.html
}

/** How long a panel takes to come, seconds: as one turns a page; nothing flashes. */
const FADE = 1.2

const percent = (part: number): string => `${Math.round(part * 100_000) / 1_000}%`

/**
 * The style sheet of a cycle of so many panels: it turns by itself. Panels are `p1`, `p2`… Names
 * with a prefix are for browsers of 2010 to 2013; one that knows none of them shows the first
 * panel, which `veilleuse.css` leaves in sight.
 */
export function turning(panels: number, seconds: number): string | undefined {
  if (panels < 1 || panels > MOST_PANELS || seconds < SHORTEST || seconds > LONGEST)
    return undefined
  if (panels === 1) return '.p1 { opacity: 1 }\n'
  const whole = panels * seconds
  const [come, stay, gone] = [FADE / whole, seconds / whole, (seconds + FADE) / whole].map(percent)
  const slow =
    `0% { opacity: 0; visibility: visible } ${come} { opacity: 1 } ${stay} { opacity: 1; ` +
    `visibility: visible } ${gone} { opacity: 0; visibility: hidden } 100% { opacity: 0; ` +
    'visibility: hidden }'
  const cut =
    `0% { opacity: 1; visibility: visible } ${stay} { opacity: 1; visibility: visible } ` +
    `${percent(1 / panels + 0.00001)} { opacity: 0; visibility: hidden } 100% { opacity: 0; ` +
    'visibility: hidden }'
  const both = (rule: string): string => `-webkit-${rule}; ${rule}`
  const delays = Array.from(
    { length: panels },
    (_, i) => `.p${i + 1} { ${both(`animation-delay: ${i * seconds}s`)} }`,
  )
  return `@-webkit-keyframes tour { ${slow} }
@keyframes tour { ${slow} }
@-webkit-keyframes coupe { ${cut} }
@keyframes coupe { ${cut} }
.panneau { ${both(`animation: tour ${whole}s linear infinite backwards`)} }
@media (prefers-reduced-motion: reduce) { .panneau { ${both('animation-name: coupe')} } }
${delays.join('\n')}
.repos { -webkit-animation: none; animation: none }
.conduite .panneau { -webkit-animation: none; animation: none }
`
}

/** What every screen shows around its panels: whose page it is, and where to read it. */
export type Around = Readonly<{
  name: string
  moment: Html | false
  foot: Html | string
  lang: Screen['lang']
}>

export const around = (o: Around, panels: readonly Html[]): Html =>
  html`
    <div class="haut" role="banner"><h1>${inTongue(o.name, o.lang)}</h1>${o.moment}</div>
    <div class="scene" role="main">${panels}</div>
    <p class="bas" role="contentinfo">${o.foot}</p>
  `

export type PanelOf = Readonly<{
  /** Which of the cycle, from 1; 0 for the one that rests. */
  at: number
  side: string
  label?: string
  lead?: string
  title: string
  /** Letters of the sentence choose its size. */
  under?: string
  reach?: Readonly<{ head: string; how: string }>
  photo?: Readonly<{ src: string; credit: string }>
  drawing?: Html
  lines?: readonly string[]
  lang: Screen['lang']
}>

/** Up to so many letters a sentence is set in letters of this size (`public/veilleuse.css`). */
const SIZES: readonly (readonly [most: number, size: string])[] = [
  [26, 'bref'],
  [42, 'court'],
  [62, 'moyen'],
  [92, 'assez'],
  [Number.POSITIVE_INFINITY, 'long'],
]
const sizeOf = (text: string): string => SIZES.find(([most]) => width(text) <= most)?.[1] ?? 'long'

/**
 * People's own words: in their own direction, whatever they are written in, and never out of their
 * box.
 */
const own = (text: string, lang: Screen['lang']): Html => html`<bdi>${inTongue(text, lang)}</bdi>`

/** A sentence of three lines and a way to reach of three leave no line for where. */
const hasRoom = ({ title, reach }: PanelOf): boolean =>
  width(title) <= 62 || !reach || width(`${reach.head} ${reach.how}`) <= 62

export function panel(o: PanelOf): Html {
  const beside = o.photo !== undefined || o.drawing !== undefined
  const place = o.at === 0 ? 'repos' : `p${o.at}`
  const kind = `panneau ${place} cote-${o.side}${beside ? ' double' : ''}`
  const isShort = (o.lines ?? []).every(line => width(line) <= 31)
  const words = html`
    ${o.lead && html`<p class="quand">${o.lead}</p>`}
    ${o.title !== '' && html`<p class="phrase ${sizeOf(o.title)}">${own(o.title, o.lang)}</p>`}
    ${(o.lines ?? []).map(
      line => html`<p class="phrase ligne${isShort && ' brefs'}">${own(line, o.lang)}</p>`,
    )}
    ${hasRoom(o) && o.under && html`<p class="sous">${own(o.under, o.lang)}</p>`}
    ${
      o.reach &&
      html`<p class="joindre"><b>${own(o.reach.head, o.lang)}</b> ${own(o.reach.how, o.lang)}</p>`
    }
  `
  const picture =
    o.photo &&
    html`
      <div class="image">
        <img src="${o.photo.src}" alt="">
        <p class="venue">${own(o.photo.credit, o.lang)}</p>
      </div>
    `
  return html`
    <section class="${kind}">
      ${o.label && html`<h2>${o.label}</h2>`}
      ${picture}
      ${o.drawing && html`<div class="image">${o.drawing}</div>`}
      <div class="dit">${words}</div>
    </section>
  `
}
