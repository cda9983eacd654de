import { type Html, html } from '../contract/html.ts'
import type { Input } from '../core/form/input.ts'
import { asSent } from '../core/form/input.ts'
import type { Lang } from '../core/lang.ts'
import { dotted, POINT } from './board.ts'
import { formField } from './field.ts'
import { hidden } from './post.ts'
import { fieldId } from './say.ts'
import { inTongue, TONGUE } from './tongue.ts'
import { uiWords } from './words.ts'

/** A choice of a list, or, without options, a field where words are typed. */
export type Filter = Readonly<{
  name: string
  label: string
  options?: readonly Readonly<{ value: string; label: string }>[]
  /** Its choices are people's words. */
  isSaid?: true
  /** Something always stands in it, which the page says itself. */
  isAlways?: true
}>

export type ListOf = Readonly<{
  lang: Lang
  title: string
  /** A sentence or two under the title. */
  lead?: Html | string | false
  /** A form under the lead, which asks something of the whole list. */
  asks?: Html | false
  /** What one may do here: *Ajouter une annonce*. */
  acts?: Html | false
  said?: Html | false
  /** The list's own address. */
  path: string
  query: Input
  filters?: readonly Filter[]
  /** Names in the address that stay when filters are chosen or left. */
  keeps?: readonly string[]
  /** Beside the items on a wide screen, above them on a narrow one. */
  side?: Html | false
  /** Sections that stand above the items and their title. */
  first?: Html | false
  /** The letters to jump to, above the items. */
  letters?: Html | false
  /** Built by `notice` or `dayItem`. */
  items: readonly Html[]
  /** *Douze annonces.* */
  found?: string
  /** Said instead of the items when there are none; an empty piece says nothing. */
  empty?: Html | string
  /** 1 is the first. */
  page?: number
  pages?: number
}>

/** Where the house gives what is public, and what is public of a type as a table. */
const DATA = '/donnees'

/** The page asked in `?page=`: a whole number from 1 to `pages`; anything else is the first. */
export function pageAsked(query: Input, pages: number): number {
  const asked = asSent(query, 'page')
  return /^\d{1,6}$/.test(asked) ? Math.min(Math.max(1, Number(asked)), Math.max(1, pages)) : 1
}

/** The address of the same list at another page; filters stay. */
function pageHref(path: string, query: Input, page: number): string {
  const next = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (name === 'page' || name === 'langue') continue
    for (const one of typeof value === 'string' ? [value] : value)
      if (one !== '') next.append(name, one)
  }
  if (page > 1) next.set('page', String(page))
  const text = next.toString()
  return text ? `${path}?${text}` : path
}

export function paging(
  o: Readonly<{ lang: Lang; path: string; query: Input; page: number; pages: number }>,
): Html | false {
  if (o.pages <= 1) return false
  const w = uiWords(o.lang)
  const link = (page: number, words: string, rel: string): Html =>
    html`<a href="${pageHref(o.path, o.query, page)}" rel="${rel}">${words}</a>`
  return html`
    <nav class="paging" aria-label="${w.pages}">
      ${o.page > 1 && link(o.page - 1, w.previousPage, 'prev')}
      <span>${w.pageOf(String(o.page), String(o.pages))}</span>
      ${o.page < o.pages && link(o.page + 1, w.nextPage, 'next')}
    </nav>
  `
}

/** So many choices lie open above a list on a wide screen; more of them are folded there too. */
const MOST_OPEN = 2
const isSet = (query: Input, f: Filter): boolean => asSent(query, f.name) !== ''

type FiltersOf = Readonly<{
  lang: Lang
  path: string
  query: Input
  filters: readonly Filter[]
  keeps?: readonly string[]
}>
/** What of an address stays, by its names. */
const keptOf = ({
  query,
  keeps = [],
}: Pick<FiltersOf, 'query' | 'keeps'>): Record<string, string> =>
  Object.fromEntries(
    keeps.map(name => [name, asSent(query, name)]).filter(([, value]) => value !== ''),
  )

/**
 * The choices above a list: a plain GET form, folded under one word so that the list comes first on
 * a telephone. What is chosen stands under it in a line. A filter with nothing to choose from is
 * not shown.
 */
export function filters(o: FiltersOf): Html | false {
  const useful = o.filters.filter(f => f.options === undefined || f.options.length > 0)
  if (useful.length === 0) return false
  const w = uiWords(o.lang)
  const names = useful.map(f => f.label.toLowerCase()).join(', ')
  const isShort = useful.filter(f => f.options !== undefined).length <= MOST_OPEN
  return html`
    <form class="filters" action="${o.path}" aria-label="${w.filters}">
      ${hidden(keptOf(o))}
      <details${isShort && html` class="wide-open"`}>
        <summary>${w.choose} <span>${names}</span></summary>
        <div class="filters">
          ${useful.map(f => (f.options === undefined ? typed(f, o.query) : one(f, o, f.options)))}
          <button>${w.filter}</button>
        </div>
      </details>
      ${chosenLine(useful, o)}
    </form>
  `
}

const typed = (f: Filter, query: Input): Html =>
  formField({
    id: fieldId(f.name),
    label: f.label,
    control: html`
      <input
        type="search"
        id="${fieldId(f.name)}"
        name="${f.name}"
        value="${asSent(query, f.name)}"
        maxlength="100"
      >
    `,
  })

function one(
  f: Filter,
  { lang, query }: Readonly<{ lang: Lang; query: Input }>,
  options: NonNullable<Filter['options']>,
): Html {
  const chosen = asSent(query, f.name)
  return formField({
    id: fieldId(f.name),
    label: f.label,
    control: html`
      <select id="${fieldId(f.name)}" name="${f.name}">
        <option value="">${uiWords(lang).any}</option>
        ${options.map(
          option =>
            html`
              <option${f.isSaid && TONGUE}
                value="${option.value}"${option.value === chosen && html` selected`}>
                ${option.label}
              </option>
            `,
        )}
      </select>
    `,
  })
}

/** *on propose · Sail-sous-Couzan — tout voir*: what this list keeps to, and the way out of it. */
function chosenLine(
  useful: readonly Filter[],
  { lang, path, query, keeps }: FiltersOf,
): Html | false {
  const all = new URLSearchParams(keptOf({ query, ...(keeps ? { keeps } : {}) })).toString()
  const set = useful.filter(f => isSet(query, f) && !f.isAlways)
  if (set.length === 0) return false
  const w = uiWords(lang)
  const said = (f: Filter): Html => {
    const value = asSent(query, f.name)
    if (f.options === undefined) return html`${w.quoted(value)}`
    const label = f.options.find(option => option.value === value)?.label ?? value
    return f.isSaid ? inTongue(label, lang) : html`${label}`
  }
  return html`
    <p class="chosen">
      ${dotted(set.map(f => html`<b>${said(f)}</b>`))}
      <span class="no-print"> — <a href="${path}${all && `?${all}`}">${w.clearFilters}</a></span>
    </p>
  `
}

/** The letters that a long list begins with, each with the page on which it begins. */
export function letters(
  o: Readonly<{ lang: Lang; path: string; query: Input }>,
  all: readonly Readonly<{ letter: string; page: number }>[],
): Html | false {
  if (all.length < 2) return false
  return html`
    <nav class="letters no-print" aria-label="${uiWords(o.lang).letters}">
      ${all.map(
        ({ letter, page }) =>
          html`
            <a href="${pageHref(o.path, o.query, page)}#${letterId(letter)}">
              ${letter.toUpperCase()}
            </a>
          `,
      )}
    </nav>
  `
}

const letterId = (letter: string): string => `lettre-${/^[a-z]$/.test(letter) ? letter : 'autre'}`

/** Where a letter begins in a list. */
export const letterHead = (letter: string): Html =>
  html`<li class="letter" id="${letterId(letter)}"><b>${letter.toUpperCase()}</b></li>`

/** Under a list, the way to all of it in a spreadsheet; of several types, each by its own word. */
export function dataLine(
  types: readonly Readonly<{ name: string; words: string }>[],
  lang: Lang,
): Html | false {
  const w = uiWords(lang)
  const link = (name: string, words: string): Html =>
    html`<a href="${DATA}/${name}.csv">${words}</a>`
  if (types.length === 0) return false
  const said =
    types.length === 1
      ? link(types[0]!.name, w.csv)
      : html`
        ${w.csvOf} ${dotted(types.map(one => link(one.name, one.words)))}
      `
  return html`<p class="where no-print">${said}${POINT}<a href="${DATA}">${w.allData}</a></p>`
}

/** A list with its title, its filters, its items and its pages. */
export function listPage(o: ListOf): Html {
  const w = uiWords(o.lang)
  const filtered = (o.filters ?? []).some(f => asSent(o.query, f.name) !== '')
  const page = o.page ?? 1
  const pages = o.pages ?? 1
  const empty = filtered ? w.emptyFiltered : (o.empty ?? w.empty)
  const isSaid = typeof empty === 'string' || empty.html !== ''
  const nothing = isSaid && html`<p class="empty">${empty}</p>`
  const items = html`
    ${o.first}
    ${
      o.items.length > 0 &&
      html`<h2 class="${o.found ? 'found' : 'apart'}">${o.found ?? w.theList}</h2>`
    }
    ${o.letters}
    ${o.items.length > 0 ? html`<ul class="notices list">${o.items}</ul>` : nothing}
  `
  return html`
    ${o.said}
    <div class="head">
      <h1>${o.title}</h1>
      ${o.acts && o.acts.html.trim() !== '' && html`<div class="acts">${o.acts}</div>`}
      ${o.lead && html`<p class="lead">${o.lead}</p>`}
      ${o.asks}
    </div>
    ${filters({ ...o, filters: o.filters ?? [] })}
    ${o.side ? html`<div class="with-side">${o.side}<div>${items}</div></div>` : items}
    ${paging({ lang: o.lang, path: o.path, query: o.query, page, pages })}
  `
}
