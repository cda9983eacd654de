import { type Html, html, plainText } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { dayLong, weekdayNumber } from '../../../text/days.ts'
import { daysWords } from '../../../text/days-words.ts'
import { whereOnce } from '../../../text/where-once.ts'
import { pageAsked, paging } from '../../../ui/list.ts'
import { said } from '../../../ui/say.ts'
import { fieldList } from '../../../ui/sheet.ts'
import { TONGUE, within } from '../../../ui/tongue.ts'
import { prose } from '../../../ui/value.ts'
import { PROPOSE_IDEA } from '../model/commands-idea.ts'
import { peopleCount } from '../model/count.ts'
import { keeperOf, PATH, storyLength, storyPart } from '../model/read.ts'
import { idea, meeting } from '../model/records.ts'
import { byMonth, type StoryEntry } from '../model/rules.ts'
import { becameHere } from './became.ts'
import { outcomeLine, outcomesOf, voiceLine } from './outcomes.ts'
import { between, kindsAlone, type MeetingWords, notedWhen, thresholdSaid } from './say.ts'

const PER_PAGE = 25
/** Of each kind, under one meeting; the rest is on the meeting's page. */
const MOST_UNDER = 5
/** Told under a meeting in the story; what is to do stays on its page. */
const UNDER: ReadonlySet<string> = new Set(['decision', 'idea', 'initiative', 'voice', 'reference'])

export const storyPage: Page<MeetingWords> = {
  path: PATH,
  show: (kit, read, words): Leaf => {
    const length = storyLength(read)
    const pages = Math.max(1, Math.ceil(length / PER_PAGE))
    const page = pageAsked(kit.request.query, pages)
    const here = byMonth(storyPart(read, PER_PAGE, (page - 1) * PER_PAGE))
    const add =
      kit.request.by === 'keeper'
        ? html`<div class="acts"><a class="button" href="/cueillette">${words.paste}</a></div>`
        : proposing(words)
    const head = html`
      <div class="head"><h1>${words.title}</h1>${add}<p class="lead">${words.lead}</p></div>
      <p>${kindsAlone(words)}</p>
    `
    const months = here.map(
      ({ month, entries: of }) =>
        html`
          <section class="part">
            <header><h2>${monthTitle(month, kit.request, words)}</h2></header>
            <ol class="story">
              ${of.map(entry => html`<li>${told(entry, kit, read, words)}</li>`)}
            </ol>
          </section>
        `,
    )
    const turn = paging({
      lang: kit.request.lang,
      path: PATH,
      query: kit.request.query,
      page,
      pages,
    })
    const body = html`
      ${said(kit.request.said)}
      ${head}
      ${length === 0 && nothing(kit.request, read, words)}
      ${months}
      ${turn}
    `
    return { title: words.title, body, current: PATH }
  },
}

/** Whoever has an idea writes it here. */
const proposing = (words: MeetingWords): Html =>
  html`
    <p class="acts no-print"><a class="button quiet" href="${PROPOSE_IDEA}">${words.propose}</a></p>
  `

const nothing = (request: Request, read: Reader, words: MeetingWords): Html =>
  request.by === 'keeper'
    ? html`<p class="empty">${words.emptyKeeper} <a href="/cueillette">${words.paste}</a></p>`
    : html`
      <p class="empty">
        ${within(words.empty(keeperOf(read, words)), keeperOf(read, words), request.lang)}
      </p>
    `

function monthTitle(month: string, request: Request, words: MeetingWords): string {
  const name = daysWords(request.lang).months[Number(month.slice(5, 7)) - 1]
  return name ? words.month(name, month.slice(0, 4)) : month
}

function told(entry: StoryEntry, kit: Kit, read: Reader, words: MeetingWords): Html {
  const day =
    weekdayNumber(entry.day) > 0 &&
    html`
      <time datetime="${entry.day}">
        ${dayLong(entry.day, kit.request.lang, kit.request.today)}
      </time>
    `
  return html`
    ${day}
    ${
      entry.kind === 'meeting'
        ? meetingTold(entry.id, kit, read, words)
        : otherTold(entry, kit.request, read, words)
    }
  `
}

function meetingTold(id: string, kit: Kit, read: Reader, words: MeetingWords): Html {
  const row = read.one(meeting, id)
  if (!row) return html``
  const href = `${PATH}/reunions/${row.id}`
  const outcomes = outcomesOf(read, row.id).filter(one => UNDER.has(one.type))
  const cut = outcomes.some(one => one.ids.length > MOST_UNDER)
  const parts = outcomes.map(({ type, ids }) => {
    const lines = ids
      .slice(0, MOST_UNDER)
      .map(one => outcomeLine(type, one, { request: kit.request, read, words }))
    const there = lines.filter((line): line is Html => line !== false)
    return {
      label: words.parts[type] ?? type,
      value: there.length > 0 && html`${there.map(line => html`<div>${line}</div>`)}`,
    }
  })
  return html`
    <h3${TONGUE}><a href="${href}">${row.title}</a></h3>
    <p class="where">${placeOf(row, kit)}</p>
    ${row.summary && prose(row.summary)}
    ${fieldList(parts)}
    ${cut && html`<p><a href="${href}">${words.rest}</a></p>`}
  `
}

/** *au local, Sail-sous-Couzan*. `title`: the line over it, which says some of it already. */
export const placeOf = (
  row: Readonly<{ where: string | null; place: string | null; commune: string | null }>,
  kit: Kit,
  title: string | null = null,
): Html => {
  const where = row.where ?? (row.place ? kit.shown(meeting, 'place', row.place) : '')
  const commune = row.commune ? kit.shown(meeting, 'commune', row.commune) : ''
  const said = whereOnce({
    title,
    where: plainText(html`${where}`),
    commune: plainText(html`${commune}`),
  })
  return between([said.where !== '' && where, said.commune && commune], ', ')
}

function otherTold(entry: StoryEntry, request: Request, read: Reader, words: MeetingWords): Html {
  if (entry.kind === 'voice') return html`<h3>${words.said}</h3>${voiceLine(entry.id, read, words)}`
  const title = read.called(entry.id)?.title ?? ''
  const href = read.called(entry.id)?.path ?? PATH
  const say = {
    became: words.became,
    revived: words.revived,
    idea: words.newIdea,
    decision: words.decided,
    reference: words.newReference,
  }
  const told = within(say[entry.kind as keyof typeof say](title), title, request.lang)
  const head = html`<h3><a href="${href}">${told}</a></h3>`
  const isOfIdea = ['became', 'revived', 'idea'].includes(entry.kind)
  const row = isOfIdea ? read.one(idea, entry.id) : undefined
  if (!row) return head
  if (entry.kind === 'idea') {
    const count = peopleCount(read, row.id, request.today)
    const said = count && thresholdSaid(count, request.lang, words)
    return html`${head}${said && html`<p class="where">${said}</p>`}`
  }
  const where = between([
    entry.kind === 'became' && becameHere(row, request, read, words),
    notedWhen(read, row.notedAt, request, words),
  ])
  return html`${head}<p class="where">${where}</p>`
}
