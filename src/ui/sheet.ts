import { type Html, html } from '../contract/html.ts'
import type { Lang } from '../core/lang.ts'
import { reachPlain } from '../text/reaching.ts'
import { section, side } from './board.ts'
import { TONGUE, within } from './tongue.ts'
import { linked, unbroken } from './value.ts'
import { waySaid } from './way-said.ts'
import { which } from './which.ts'
import { uiWords } from './words.ts'

/** `isSaid`: its words are a record's own. `heard`: said aloud before them, to tell them apart. */
export type Crumb = Readonly<{ href?: string; words: string; isSaid?: boolean; heard?: string }>
export const crumbs = (steps: readonly Crumb[], lang: Lang): Html | false =>
  steps.length > 0 &&
  html`
    <nav class="crumb no-print" aria-label="${uiWords(lang).crumbLabel}">
      ${steps.map(
        (step, i) =>
          html`
            ${i > 0 && ' › '}
            ${
              step.href
                ? html`
                  <a
                    href="${step.href}"
                    ${step.isSaid && TONGUE}${step.heard && which(step.heard, step.words, lang)}
                  >${step.words}</a>
                `
                : step.words
            }
          `,
      )}
    </nav>
  `

export type SheetOf = Readonly<{
  lang: Lang
  title: string
  /** Chooses its colour: `offer`, `need`, `agenda`. */
  side?: string
  crumbs?: readonly Crumb[]
  /** The message that a turn left, above everything. */
  said?: Html | false
  /** How to reach the person, right under the title. */
  reach?: Html | false
  body?: Html | false
  fields?: Html | false
  /** Who said so, when, and what one may do about it. */
  foot?: Html | false
  history?: Html | false
  /** Beside the sheet. */
  aside?: Html | false
}>

/** The page of one record. */
export function sheet(o: SheetOf): Html {
  const article = html`
    <article class="sheet ${side(o.side)}">
      ${crumbs(o.crumbs ?? [], o.lang)}
      <h1${TONGUE}>${unbroken(o.title)}</h1>
      ${o.reach}
      ${o.body}
      ${o.fields}
      ${o.foot && html`<div class="where">${o.foot}</div>`}
      ${o.history}
    </article>
  `
  return html`
    ${o.said}
    ${
      o.aside
        ? html`<div class="two">${article}<aside>${o.aside}</aside></div>`
        : html`<div class="one">${article}</div>`
    }
  `
}

/**
 * *Joindre Anaïs* au local, le mercredi: the way to the person, its telephone to be dialled, then
 * the acts that a reader may take.
 */
export function reachBlock(
  o: Readonly<{ who?: string | null; how: Html | string; acts?: Html | false }>,
  lang: Lang,
): Html {
  const w = uiWords(lang)
  return html`
    <div class="reach">
      <p>
        <b>${o.who ? within(w.reach(o.who), o.who, lang) : w.reachAnyone}</b>${' '}
        ${typeof o.how === 'string' ? waySaid(o.how, lang, linkedWay) : o.how}
      </p>
      ${o.acts && html`<p class="acts">${o.acts}</p>`}
    </div>
  `
}

const linkedWay = (how: string): Html => linked(reachPlain(how))

/** Fields and their values; what was not written is not shown. */
export function fieldList(
  fields: readonly Readonly<{ label: string; value: Html | string | false | null | undefined }>[],
): Html | false {
  const filled = fields.filter(
    f => f.value !== false && f.value !== null && f.value !== undefined && f.value !== '',
  )
  return (
    filled.length > 0 &&
    html`<dl>${filled.map(f => html`<dt>${f.label}</dt><dd>${f.value}</dd>`)}</dl>`
  )
}

/** *Ce qui a changé*, newest first, closed until asked for; of one line alone, who wrote it. */
export const changes = (lines: readonly Html[], lang: Lang): Html | false =>
  lines.length > 0 &&
  html`
    <details>
      <summary>${lines.length > 1 ? uiWords(lang).changes : uiWords(lang).wrote}</summary>
      <ul class="history">${lines.map(line => html`<li>${line}</li>`)}</ul>
    </details>
  `

/** A small section beside a sheet. */
export const beside = (title: string, body: Html, sideName = 'match'): Html =>
  section({ side: sideName, title, body })
