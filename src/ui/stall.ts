import { type Html, html } from '../contract/html.ts'
import type { Lang } from '../core/lang.ts'
import { fieldList } from './sheet.ts'
import { inTongue } from './tongue.ts'
import { linked, money } from './value.ts'
import { uiWords } from './words.ts'

/**
 * What a market or a shop asks of who would show their things there; both a place and an event bear
 * these fields.
 */
export type Stall = Readonly<{
  exhibitors: boolean | null
  stallPriceCents: number | null
  stallReach: string | null
  stallConditions: string | null
}>
/** Their names: a page that draws this part leaves them out of its list of values. */
export const STALL_FIELDS = [
  'exhibitors',
  'stallPriceCents',
  'stallReach',
  'stallConditions',
] as const

/**
 * *Pour exposer ici*: nothing where nobody said a word of it. A box left empty is no answer, so a
 * no is not said either.
 */
export function stallPart(stall: Stall, lang: Lang): Html | false {
  const w = uiWords(lang).stall
  const { exhibitors, stallPriceCents: price, stallReach, stallConditions } = stall
  if (exhibitors !== true && price === null && !stallReach && !stallConditions) return false
  const cost = price === null ? null : price === 0 ? w.free : money(price, lang)
  const list = fieldList([
    { label: w.cost, value: cost },
    { label: w.conditions, value: stallConditions && inTongue(stallConditions, lang) },
    { label: w.reach, value: stallReach && inTongue(linked(stallReach), lang) },
  ])
  return html`
    <div class="part"><h2>${w.title}</h2>${exhibitors && html`<p>${w.welcome}</p>`}${list}</div>
  `
}
