import { type Html, html } from '../contract/html.ts'
import { sayHours } from '../core/calendar/hours.ts'
import { sayRecurrence } from '../core/calendar/recurrence.ts'
import { fits } from '../core/form/fit.ts'
import type { Lang } from '../core/lang.ts'
import type { Field, FileRef, Period, Point, Quantity } from '../core/schema.ts'
import { dayLong, dayOfMoment, figure, sayPeriod, sayTime } from '../text/days.ts'
import { daysWords } from '../text/days-words.ts'
import { isPicture, pictures } from './picture.ts'
import { inTongue, TONGUE } from './tongue.ts'
import { uiWords } from './words.ts'

/** What a page knows that a value alone does not say. */
export type ValueContext = Readonly<{
  lang: Lang
  /** Leaves out this year. */
  today?: string
  zone?: string
  /** Words of the field's choices. */
  choices?: Readonly<Record<string, string>> | undefined
  commune?: (code: string) => string | undefined
  /** The title and address of a record; undefined: it is not shown. */
  link?: (id: string) => Readonly<{ title: string; href?: string | undefined }> | undefined
  theme?: (id: string) => Readonly<{ title: string; href?: string | undefined }> | undefined
  file?: (file: FileRef) => string | undefined
  /** What pictures show, for whoever does not see them. */
  pictured?: string
  /** Opening hours in more words than the hours alone: *ouvert maintenant*. */
  hours?: (text: string) => Html | string
}>

/** Ten figures that a neighbour can dial (none before, none after: a longer number is none). */
const PHONE = /(?<![\d+])0[1-9](?:[ .\u00a0\u202f-]?\d\d){4}(?!\d)/g
const WEB = /https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)\]’']/
/** A web address, or a telephone. */
const LINKED = new RegExp(`${WEB.source}|${PHONE.source}`, 'g')

/**
 * A text whose telephones stand on one line each, where nothing is made a link; so does a number
 * with its unit.
 */
export const unbroken = (text: string): string =>
  withUnits(text.replace(PHONE, phone => phone.replaceAll(' ', '\u00a0')))
const withUnits = (text: string): string =>
  text.replace(/(\d) (?=(?:h|min|€|km|kg|m²)(?![\p{L}\p{N}]))/gu, '$1\u00a0')

/** A text with its web addresses and its telephones made links. */
export function linked(text: string): Html {
  const pieces: Html[] = []
  let at = 0
  for (const found of text.matchAll(LINKED)) {
    pieces.push(
      html`
        ${withUnits(text.slice(at, found.index))}
        ${found[0].startsWith('0') ? phoneLink(found[0]) : webLink(found[0])}
      `,
    )
    at = found.index + found[0].length
  }
  return html`${pieces}${withUnits(text.slice(at))}`
}
const webLink = (url: string): Html =>
  html`
    <a href="${url}" rel="nofollow ugc noreferrer">
      ${url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </a>
  `

/** A long text as paragraphs; a single line break stays one. */
export const prose = (text: string): Html =>
  html`<div class="prose"${TONGUE}>${text
    .split(/\n{2,}/)
    .filter(p => p.trim() !== '')
    .map(
      p =>
        html`<p>${p.split('\n').map((line, i) => html`${i > 0 && html`<br>`}${linked(line)}`)}</p>`,
    )}</div>`

const dial = (phone: string): string => {
  const figures = phone.replace(/[^\d+]/g, '')
  return /^0[1-9]\d{8}$/.test(figures) ? `+33${figures.slice(1)}` : figures
}
export const phoneLink = (phone: string): Html =>
  html`<a href="tel:${dial(phone)}">${phone.replaceAll(' ', '\u00a0')}</a>`
export const emailLink = (email: string): Html => html`<a href="mailto:${email}">${email}</a>`

const named = (
  o: Readonly<{ title: string; href?: string | undefined }> | undefined,
  lang: Lang,
): Html | undefined =>
  o && inTongue(o.href ? html`<a href="${o.href}">${o.title}</a>` : o.title, lang)

/** *12 kg*, *5 postes*, *par palettes*. */
function quantity(amount: number | null, unit: string, lang: Lang): string {
  if (amount === null) return unit
  const words: Readonly<Record<string, (n: string, one: boolean) => string>> = uiWords(lang).units
  const word = Object.hasOwn(words, unit) ? words[unit] : undefined
  const said = figure(amount, lang)
  return word ? word(said, Math.abs(amount) < 2) : unit ? `${said}\u00a0${unit}` : said
}

/** *3,50 €* in French, *€3.50* in English. */
export function money(cents: number, lang: Lang): string {
  const part = Math.abs(cents) % 100
  const whole = figure(Math.trunc(Math.abs(cents) / 100), lang)
  const said =
    part === 0 ? whole : `${whole}${daysWords(lang).decimal}${String(part).padStart(2, '0')}`
  const sign = cents < 0 ? '−' : ''
  return lang === 'fr' ? `${sign}${said}\u00a0€` : `${sign}€${said}`
}

function moment(iso: string, look: ValueContext): string {
  const zone = look.zone ?? 'Europe/Paris'
  const instant = Temporal.Instant.from(iso)
  const time = instant.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5)
  return (
    `${dayLong(dayOfMoment(instant.epochMilliseconds, zone), look.lang, look.today)}, ` +
    `${sayTime(time, look.lang)}`
  )
}

const files = (all: readonly FileRef[], look: ValueContext): Html =>
  html`
    ${pictures(all, look.pictured ?? '', look.lang)}
    ${all
      .filter(file => !isPicture(file))
      .map((file, i) => {
        const href = look.file?.(file)
        return html`
          ${i > 0 && html`<br>`}
          ${href ? html`<a href="${href}">${file.name}</a>` : file.name}
        `
      })}
  `

type Shown = Html | string | undefined
const SHOW: Readonly<
  Record<Field['kind'], (value: never, look: ValueContext, field: Field) => Shown>
> = {
  text: (text: string, look) => inTongue(linked(text), look.lang),
  prose: (text: string) => prose(text),
  number: (n: number, look, field) => quantity(n, field.unit ?? '', look.lang),
  quantity: (q: Quantity, look) => quantity(q.amount, q.unit, look.lang),
  money: (cents: number, look) => money(cents, look.lang),
  choice: (code: string, look) => look.choices?.[code] ?? code,
  themes: (ids: readonly string[], look) =>
    joined(ids.map(id => named(look.theme?.(id), look.lang))),
  day: (day: string, look) => dayLong(day, look.lang, look.today),
  time: (time: string, look) => sayTime(time, look.lang),
  moment: (iso: string, look) => moment(iso, look),
  period: (p: Period, look) => sayPeriod(p.from, p.to, look.lang, look.today),
  recurrence: (rule: string, look) => sayRecurrence(rule, look.lang),
  commune: (code: string, look) => look.commune?.(code) ?? code,
  point: ([lat, lon]: Point, look) =>
    `${uiWords(look.lang).latitude} ${degrees(lat, look.lang)}, ` +
    `${uiWords(look.lang).longitude} ${degrees(lon, look.lang)}`,
  link: (id: string, look) => named(look.link?.(id), look.lang),
  files: (all: readonly FileRef[], look) => files(all, look),
  phone: (phone: string) => phoneLink(phone),
  email: (email: string) => emailLink(email),
  url: (url: string) => (/^https?:\/\//.test(url) ? webLink(url) : url),
  hours: (text: string, look) => look.hours?.(text) ?? sayHours(text, look.lang),
  yesNo: (yes: boolean, look) => (yes ? uiWords(look.lang).yes : uiWords(look.lang).no),
}
const degrees = (n: number, lang: Lang): string => String(n).replace('.', daysWords(lang).decimal)

function joined(pieces: readonly Shown[]): Html | undefined {
  const known = pieces.filter(piece => piece !== undefined)
  return known.length > 0
    ? html`${known.map((piece, i) => html`${i > 0 && ', '}${piece}`)}`
    : undefined
}

/**
 * A value as a page says it; undefined when there is nothing to show (empty, or a link to what is
 * not shown).
 *
 * Law     total: another box, or a later version, may have written anything. What does not fit is
 *         said to be unreadable here.
 */
export function shown(field: Field, value: unknown, look: ValueContext): Shown {
  if (value === null || value === undefined || value === '') return undefined
  // One of several is shown alone too: the value of a filter.
  const isOne = field.many && !Array.isArray(value)
  if (!fits(isOne ? { ...field, many: false } : field, value))
    return html`<i>${uiWords(look.lang).unreadable}</i>`
  const show = SHOW[field.kind] as (value: unknown, look: ValueContext, field: Field) => Shown
  if (field.many && Array.isArray(value)) return joined(value.map(one => show(one, look, field)))
  return show(value, look, field)
}
