import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { isShownHome } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import { wordAt } from '../../../core/narrow.ts'
import { dayLong } from '../../../text/days.ts'
import { pageAsked, paging } from '../../../ui/list.ts'
import { beside, crumbs, reachBlock, sheet } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { linked } from '../../../ui/value.ts'
import { waySaid } from '../../../ui/way-said.ts'
import { countOf, type Standing, saidAt, standings } from '../model/standing.ts'
import { type Knot, rowOf, text, threadOf, type Values } from '../model/thread.ts'
import { type Next, nextOf } from './next.ts'
import { ownPart } from './own.ts'
import { dayOf, keeperOf, type MemoryWords, type Step, stepsOf, titleOf } from './steps.ts'

export const THREADS = '/fils'
export const THREAD = '/fil'

/** The thread of one sentence: the same page from whichever of its records one comes. */
const threadPage: Page<MemoryWords> = {
  path: `${THREAD}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const thread = threadOf(read, kit.request.params['id'] ?? '')
    const [head] = thread?.knots ?? []
    if (!thread || !head) return undefined
    const { lang } = kit.request
    const telling = { kit, read, words, isPaper: false }
    const next = nextOf(thread, standings(read, thread.knots, kit.request.today), telling)
    const title = titleOf(head, read)
    const body = sheet({
      lang,
      title,
      side: 'help',
      crumbs: [{ href: THREADS, words: words.toAll }],
      body: html`
        <section class="part">
          <header>
            <h2>${words.stands}${words.colon}${words.standings[next.stand]}</h2>
          </header>
          <ol class="story">
            ${stepsOf(thread, telling).map(step => html`<li>${stepShown(step, kit, words)}</li>`)}
          </ol>
        </section>
        ${thread.isCut && html`<p class="where">${words.isCut}</p>`}
      `,
      foot: html`
        <p class="no-print"><a href="/imprimer/fil/${head.id}">${words.print}</a></p>
      `,
      aside: html`
        ${nextPart(next, kit, words)}
        ${isShownHome(kit.request) && ownPart(thread, telling)}
      `,
    })
    return { title: words.threadOf(title), body, current: '/idees' }
  },
}

const nextPart = (next: Next, { request: { lang } }: Kit, words: MemoryWords): Html => {
  const acts =
    next.act !== undefined && html`<a class="button" href="${next.act.href}">${next.act.words}</a>`
  const reach = reachBlock({ who: next.who, how: next.how, acts }, lang)
  return beside(words.next, html`<div class="stack"><p>${next.words}</p>${reach}</div>`, 'help')
}

function stepShown(step: Step, { request }: Kit, words: MemoryWords): Html {
  const { day, head, said, href, at, under, reach } = step
  const [before, after] = words.reach('\n').split('\n')
  const meeting =
    at && html`<a href="${at.href}"${TONGUE}>${at.title}</a>${at.where && `, ${at.where}`}`
  return html`
    ${
      day !== '' &&
      html`<time datetime="${day}">${dayLong(day, request.lang, request.today)}</time>`
    }
    <p><b>${head}</b></p>
    ${said && html`<h3${TONGUE}>${href ? html`<a href="${href}">${said}</a>` : said}</h3>`}
    ${meeting && html`<p class="where">${meeting}</p>`}
    ${under.map(line => html`<p class="where"${TONGUE}>${linked(line)}</p>`)}
    ${
      reach !== undefined &&
      html`<p class="where">${before}${waySaid(reach, request.lang, linked)}${after}</p>`
    }
  `
}

const PER_PAGE = 5
/** Of each meeting in the list; the rest is on its own page. */
const MOST_LINES = 8
const MOST_APART = 10

/** What was said and what became of it, by meeting. */
const list: Page<MemoryWords> = {
  path: THREADS,
  show: (kit, read, words): Leaf => {
    const type = read.types.get('meeting')
    const pages = Math.max(1, Math.ceil((type ? read.count(type) : 0) / PER_PAGE))
    const page = pageAsked(kit.request.query, pages)
    const wanted = { order: 'date DESC, id DESC', limit: PER_PAGE, offset: (page - 1) * PER_PAGE }
    const meetings: readonly Values[] = type ? read.list(type, wanted) : []
    const said = saidAt(
      read,
      meetings.map(row => String(row['id'])),
    )
    const apart = page === 1 ? saidApart(read) : []
    const stands = standings(read, [...said.values(), apart].flat(), kit.request.today)
    const parts = meetings.flatMap(row => {
      const knots = said.get(String(row['id'])) ?? []
      return knots.length > 0 ? [meetingPart(row, knots, { kit, read, words, stands })] : []
    })
    const others = apart.length > 0 && apartPart(apart, { kit, read, words, stands })
    const body = html`
      <div class="head"><h1>${words.title}</h1><p class="lead">${words.lead}</p></div>
      ${parts}
      ${others}
      ${
        parts.length === 0 &&
        apart.length === 0 &&
        html`<p class="empty">${words.empty(keeperOf({ kit, words }))}</p>`
      }
      ${paging({ lang: kit.request.lang, path: THREADS, query: kit.request.query, page, pages })}
    `
    return { title: words.title, body, current: '/idees' }
  },
}

/** One meeting, whole. */
const meetingThreads: Page<MemoryWords> = {
  path: `${THREADS}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const row = rowOf(read, 'meeting', kit.request.params['id'] ?? '')
    if (!row) return undefined
    const id = String(row['id'])
    const knots = saidAt(read, [id]).get(id) ?? []
    const stands = standings(read, knots, kit.request.today)
    const body = html`
      <div class="one">
        <article class="sheet help-side">
          ${crumbs(
            [
              { href: THREADS, words: words.toAll },
              { href: `/idees/reunions/${id}`, words: words.minutes },
            ],
            kit.request.lang,
          )}
          <h1${TONGUE}>${text(row['title']) ?? ''}</h1>
          ${
            knots.length > 0
              ? linesOf(row, knots, { kit, read, words, stands }, true)
              : html`<p>${words.emptyMeeting(keeperOf({ kit, words }))}</p>`
          }
        </article>
      </div>
    `
    return { title: text(row['title']) ?? words.title, body, current: '/idees' }
  },
}

type Room = Readonly<{
  kit: Kit
  read: Reader
  words: MemoryWords
  stands: ReadonlyMap<string, Standing>
}>

const meetingPart = (row: Values, knots: readonly Knot[], room: Room): Html =>
  html`
    <section class="part">
      <header>
        <h2${TONGUE}>
          <a href="${THREADS}/${String(row['id'])}">${text(row['title']) ?? ''}</a>
        </h2>
      </header>
      ${linesOf(row, knots, room)}
    </section>
  `

function linesOf(row: Values, knots: readonly Knot[], room: Room, isAlone = false): Html {
  const most = isAlone ? knots.length : MOST_LINES
  const { kit, words: w, stands } = room
  const left = knots.length - most
  const first = [...knots].sort((a, b) => rank(stands, a) - rank(stands, b)).slice(0, most)
  const said = w.saidOn(dayOf(row, kit), w.counts(countOf(knots, stands)))
  return html`
    ${isAlone ? html`<h2>${said}</h2>` : html`<p><b>${said}</b></p>`}
    ${linesIn(first, room)}
    ${left > 0 && html`<p><a href="${THREADS}/${String(row['id'])}">${w.rest(left)}</a></p>`}
  `
}

const linesIn = (knots: readonly Knot[], { read, words: w, stands }: Room): Html =>
  html`
    <ul class="notices">
      ${knots.map(one => {
        const stand = w.standings[stands.get(one.id) ?? 'open']
        return html`
          <li>
            <h3${TONGUE}><a href="${THREAD}/${one.id}">${titleOf(one, read)}</a></h3>
            <p class="where">${wordAt(w.kinds, one.type)}, ${stand}</p>
          </li>
        `
      })}
    </ul>
  `
/** What was done is read first. */
const RANKS: readonly Standing[] = [
  'done',
  'going',
  'decided',
  'coming',
  'todo',
  'open',
  'kept',
  'over',
]
const rank = (stands: ReadonlyMap<string, Standing>, { id }: Knot): number =>
  RANKS.indexOf(stands.get(id) ?? 'open')

/** What neighbours wrote by themselves, the last of it. */
function saidApart(read: Reader): readonly Knot[] {
  const all = (['idea', 'need', 'offer'] as const).flatMap(name => {
    const type = read.types.get(name)
    const rows: readonly Values[] = type
      ? read.list(type, { where: 'notedAt IS NULL', order: 'id DESC', limit: MOST_APART })
      : []
    return rows.map((row): Knot => ({ type: name, id: String(row['id']), row }))
  })
  return all.toSorted((a, b) => (a.id < b.id ? 1 : -1)).slice(0, MOST_APART)
}

const apartPart = (knots: readonly Knot[], room: Room): Html =>
  html`
    <section class="part">
      <header><h2>${room.words.apart}</h2></header>
      ${linesIn(knots, room)}
    </section>
  `

export const pages: readonly Page<MemoryWords>[] = [threadPage, list, meetingThreads]
