import { type Html, html } from '../../../../contract/html.ts'
import { keptBy } from '../../../../contract/keeper.ts'
import type { Kit } from '../../../../contract/kit.ts'
import type { Leaf, Page } from '../../../../contract/page.ts'
import type { Reader } from '../../../../contract/reader.ts'
import type { Request } from '../../../../contract/request.ts'
import { dayAfter, dayPlain } from '../../../../text/days.ts'
import { type Filter, filters } from '../../../../ui/list.ts'
import { inTongue, TONGUE, within } from '../../../../ui/tongue.ts'
import { unbroken } from '../../../../ui/value.ts'
import { found } from '../../model/read.ts'
import type { Notice } from '../../model/rules.ts'
import type { fr } from '../../words/fr.ts'
import { kindOf, placeOf } from '../line.ts'
import { choiceHere, rideFilters, sayRides } from '../rides/choice.ts'
import { filtersOf, sayChoice, searchQuery } from './choice.ts'
import { fittingOnPaper } from './paper.ts'

type Words = typeof fr
export const FRESH = '/nouveau'
const WEEK_DAYS = 7
/** In days: since when one may ask, from a box to choose. */
const BACK = [1, WEEK_DAYS, 14, 31] as const
/** More than any sheet holds. */
const MOST = 200

/**
 * `/nouveau?depuis=JOUR&…`: what is new since a day, for one search, on one sheet of paper at most.
 * For people without a screen: whoever prints it for them needs only the address, and the sheet
 * says what it had no room for.
 */
const page: Page<Words> = {
  path: FRESH,
  show: (kit: Kit, read: Reader, words: Words): Leaf => {
    const w = words.finding
    const choice = choiceHere(kit, read)
    const since = choice.since ?? dayAfter(kit.request.today, -WEEK_DAYS)
    // Notes of long ago that were harvested yesterday are no news.
    const all = found(read, { ...choice, since }, kit.request.today)
      .at(0, MOST)
      .filter(one => one.heardOn === undefined || one.heardOn >= since)
      // What is read by card stays on no counter.
      .filter(one => !kit.isByCard(one.row.id))
    const fitting = fittingOnPaper(all.map(one => `${one.row.title ?? ''} ${one.row.reach ?? ''}`))
    const shown = all.slice(0, fitting)
    const left = all.length - shown.length
    const asked = [...sayRides(kit, words), sayChoice(kit, read, words)].filter(Boolean).join(', ')
    const who = keptBy(read) ?? words.keeper
    const title = w.fresh
    const lead = html`
      <p class="lead">
        ${w.since(dayPlain(since, kit.request.lang, kit.request.today))}
        ${asked !== '' && html`${w.colon}${asked}`}
        ${words.stop}
      </p>
    `
    const list =
      shown.length > 0
        ? html`<ul class="fresh">${shown.map(one => item(one, kit, words))}</ul>`
        : html`<p class="empty">${within(w.noneFresh(who), who, kit.request.lang)}</p>`
    const rest = left > 0 && html`<p><b>${w.left(left, all.length >= MOST, who)}</b></p>`
    const end = html`
      <p class="where">
        ${w.otherThan(who)} <span
          class="only-print">${w.printedOn(dayPlain(kit.request.today, kit.request.lang))}</span>
      </p>
    `
    const choose = filters({
      lang: kit.request.lang,
      path: FRESH,
      query: { ...kit.request.query, depuis: since },
      filters: [
        sinceFilter(since, kit.request, words),
        ...rideFilters(kit, words),
        ...filtersOf(kit, read, words),
      ],
    })
    const back = html`
      <p class="no-print">
        <a href="/annonces?${searchQuery(kit.request.query)}">${w.allOfThem}</a>
      </p>
    `
    return {
      title,
      body: html`
        <div class="head"><h1>${title}</h1>${lead}</div>
        ${choose}
        ${list}
        ${rest}
        ${end}
        ${back}
      `,
      current: '/annonces',
    }
  },
}

function sinceFilter(since: string, request: Request, words: Words): Filter {
  const days = [...new Set([...BACK.map(back => dayAfter(request.today, -back)), since])]
    .sort()
    .reverse()
  return {
    name: 'depuis',
    label: words.finding.sinceLabel,
    isAlways: true,
    options: days.map(day => ({ value: day, label: dayPlain(day, request.lang, request.today) })),
  }
}

/** What it is, where, how to reach: all that a person without a screen needs. */
function item(one: Notice, kit: Kit, words: Words): Html {
  const { id, title, who, reach } = one.row
  const where = placeOf(one, kit, words)
  const { lang } = kit.request
  const how = reach && html`<p>${words.contact(who ?? '')}${inTongue(unbroken(reach), lang)}</p>`
  return html`
    <li>
      <h2${TONGUE}><a href="/annonces/${id}">${unbroken(title ?? '')}</a></h2>
      <p class="where">${words.kinds[kindOf(one)]}${where && html`, ${where}`}</p>
      ${how}
    </li>
  `
}

export const freshPages: readonly Page<Words>[] = [page]
