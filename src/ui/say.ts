import { type Html, html } from '../contract/html.ts'
import type { Request } from '../contract/request.ts'
import type { Lang } from '../core/lang.ts'
import { uiWords } from './words.ts'

/** What a turn left for this page: a sentence, or HTML that says it. */
export const said = (left: string | Html | undefined): Html | false =>
  !!left &&
  html`
    <div class="said" role="status">${typeof left === 'string' ? html`<p>${left}</p>` : left}</div>
  `

/**
 * Mistakes, above the form: each leads to its field. `fields` as `form.ts` names them: `f-title`.
 * The page opens with the focus on them. What is asked is no mistake: questions alone say so.
 */
export type Mistake = Readonly<{ sentence: string; field?: string }>
export function refused(mistakes: readonly Mistake[], lang: Lang): Html | false {
  if (mistakes.length === 0) return false
  // The field is described by its line (`heard.ts`).
  const line = ({ field, sentence }: Mistake): Html =>
    field
      ? html`<p id="${fieldId(field)}-m"><a href="#${fieldId(field)}">${sentence}</a></p>`
      : html`<p>${sentence}</p>`
  const isAsked = mistakes.every(({ sentence }) => sentence.endsWith('?'))
  return html`
    <div class="${isAsked ? 'note' : 'refused'}" role="alert" tabindex="-1" autofocus>
      ${headOf(isAsked ? 'asked' : 'refused', lang)}
      ${mistakes.map(line)}
    </div>
  `
}
const headOf = (of: 'asked' | 'refused', lang: Lang): Html =>
  html`<p><b>${uiWords(lang)[`${of}Title`]}</b></p>`
/** Whether a page says a mistake so, or asks a question alone. */
export const mistakeSaid = ({ html: page }: Html, lang: Lang): 'asked' | 'refused' | undefined =>
  (['asked', 'refused'] as const).find(of => page.includes(`autofocus>${headOf(of, lang).html}`))

/**
 * All the mistakes that a form came back with, above it, each leading to its field. `field`: where
 * the first one leads, when it is not the field that the refusal names.
 */
export const mistakeIn = (
  { again, lang }: Pick<Request, 'again' | 'lang'>,
  field = again?.field,
): Html | false =>
  again?.refused !== undefined &&
  refused(
    [{ ...again, field }, ...(again.others ?? [])].map(one => ({
      sentence: one.refused ?? '',
      ...(one.field ? { field: one.field } : {}),
    })),
    lang,
  )

/** The same, on a page where the first one leads to no field. */
export const mistakeAlone = (request: Pick<Request, 'again' | 'lang'>): Html | false =>
  mistakeIn(request, '')

/** The mistake on this field, of those that the form came back with: said at the field too. */
export const mistakeOn = ({ again }: Pick<Request, 'again'>, field: string): string | undefined =>
  again?.refused === undefined
    ? undefined
    : [again, ...(again.others ?? [])].find(one => one.field === field)?.refused

/** Something to know that is neither success nor mistake. */
export const note = (body: Html | string): Html => html`<div class="note"><p>${body}</p></div>`

/** Where a field stands in its page; a mistake's link and the field itself say it the same way. */
export const fieldId = (field: string): string => `f-${field.replace(/[^\w-]/g, '_')}`

/** A page that only says something and what to do: 404, 403, 413, 429, 500. */
export const sayPage = (title: string, sentences: readonly (Html | string)[], acts?: Html): Html =>
  html`
    <div class="text stack">
      <h1>${title}</h1>
      ${sentences.map(s => html`<p>${s}</p>`)}
      ${acts && html`<p class="acts">${acts}</p>`}
    </div>
  `
