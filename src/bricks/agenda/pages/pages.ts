import { type Html, html, plainText } from '../../../contract/html.ts'
import { keeperFor, keptBy } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import type { AgendaLine } from '../../../contract/slots.ts'
import { hasTable } from '../../../contract/tables.ts'
import { isSeries } from '../../../core/calendar/event-dates.ts'
import { sayRecurrence } from '../../../core/calendar/recurrence.ts'
import { capital } from '../../../text/capital.ts'
import {
  dayAfter,
  dayLong,
  dayNear,
  dayPlain,
  numberWord,
  sayPeriod,
  sayTimes,
} from '../../../text/days.ts'
import { whereOnce } from '../../../text/where-once.ts'
import { dayItem, notices, POINT } from '../../../ui/board.ts'
import { dataLine, type Filter, filters } from '../../../ui/list.ts'
import { said } from '../../../ui/say.ts'
import { fieldList, reachBlock } from '../../../ui/sheet.ts'
import { stallPart } from '../../../ui/stall.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { PROPOSE_DATE } from '../model/commands-propose.ts'
import { type QuietLine, quietly } from '../model/quiet.ts'
import {
  type AgendaFilter,
  answersTo,
  between,
  type EventAnswers,
  type EventRow,
  eventOf,
  noticesFor,
  type PersonIn,
  past,
} from '../model/read.ts'
import { event } from '../model/records.ts'
import { AHEAD_DAYS, isWaiting, nextOf, type Occurrence, onlyDate, weekOf } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { dateNote, datePage, datesPart, restsOf } from './dates.ts'
import { gonePage } from './gone.ts'
import { eventLine, otherLine, whereOf } from './line.ts'
import { partsPage, partsPart } from './parts.ts'
import { proposeDatePage } from './propose.ts'

type Words = typeof fr
const PATH = '/agenda'
const MOST_LINES = 200

const first = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value?.[0] ?? '')

function filtersOf(kit: Kit, read: Reader, words: Words): readonly Filter[] {
  const themes = read.published.themesListed?.() ?? []
  const communes = kit.territory?.communes ?? []
  return [
    {
      name: 'commune',
      label: words.commune,
      options: communes.map(one => ({ value: one.code, label: one.name })),
    },
    {
      name: 'themes',
      isSaid: true,
      label: words.theme,
      options: themes.map(one => ({ value: one.id, label: one.title })),
    },
  ]
}

const agenda: Page<Words> = {
  path: PATH,
  show: (kit, read, words): Leaf => {
    const choice: AgendaFilter = {
      theme: first(kit.request.query['themes']),
      commune: first(kit.request.query['commune']),
    }
    const [from, to] = [kit.request.today, dayAfter(kit.request.today, AHEAD_DAYS)]
    const soon = linesOf(
      quietly(between(read, choice, { from, to }, MOST_LINES)),
      choice.theme === '' ? othersIn(choice, { from, to }, kit) : [],
      { kit, read, words },
    )
    const before = past(read, choice, kit.request.today)
    const add =
      kit.request.by === 'keeper'
        ? html`
          <a class="button agenda-side" href="${PATH}/ajouter?genre=event">
            ${words.types.event.add}
          </a>
        `
        : html`
          <a class="button quiet agenda-side no-print" href="${PROPOSE_DATE}">${words.propose}</a>
        `
    const head = html`
      <div class="head">
        <h1>${words.title}</h1>
        <div class="acts">${add}</div>
        <p class="lead">
          ${words.leadDays(numberWord(AHEAD_DAYS, kit.request.lang))} <a class="no-print"
            href="${PATH}.ics">${words.ics}</a>
        </p>
      </div>
    `
    const data =
      read.list(event, { limit: 1 }).length > 0 &&
      dataLine([{ name: event.name, words: words.types.event.many }], kit.request.lang)
    const choose = filters({
      lang: kit.request.lang,
      path: PATH,
      query: kit.request.query,
      filters: filtersOf(kit, read, words),
    })
    const body = html`
      ${said(kit.request.said)}
      ${head}
      ${choose}
      ${
        soon.length === 0 &&
        html`<p class="empty">${words.nothing(keptBy(read) ?? words.keeper)}</p>`
      }
      ${weeks(soon, kit, words)}
      ${before.length > 0 && fold(before, kit, words)}
      ${data}
    `
    return { title: words.title, body, current: PATH }
  },
}

/** What other bricks put on the agenda, such as a meeting that is to come. */
const othersIn = (
  { commune }: AgendaFilter,
  { from, to }: Readonly<{ from: string; to: string }>,
  kit: Kit,
): readonly AgendaLine[] =>
  kit
    .agenda(from, to, 'agenda')
    .filter(one => commune === '' || one.commune === commune)
    .slice(0, MOST_LINES)

type Line = Readonly<{ day: string; time: string; line: Html }>
/** All lines by day, then by hour. */
function linesOf(
  events: readonly QuietLine<EventRow>[],
  others: readonly AgendaLine[],
  { kit, read, words }: PageContext<Words>,
): readonly Line[] {
  const own = events.map(({ one, again }) => ({
    day: one.day,
    time: one.event.startsAt ?? '',
    line: eventLine(one, { kit, read, words }, again),
  }))
  const more = others.map(one => ({
    day: one.day,
    time: one.time ?? '',
    line: otherLine(one, kit.request.lang),
  }))
  if (more.length === 0) return own
  const key = ({ day, time }: Line): string => `${day} ${time}`
  return [...own, ...more].toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** *Cette semaine*, *La semaine prochaine*, *Plus tard*; a week without anything is not said. */
function weeks(soon: readonly Line[], kit: Kit, words: Words): Html {
  const of = (week: number): Html | false => {
    const here = soon.filter(one => weekOf(one.day, kit.request.today) === week)
    return (
      here.length > 0 &&
      html`
        <section class="agenda-side part">
          <header><h2>${words.weeks[week]}</h2></header>
          <ul class="notices list">${here.map(one => one.line)}</ul>
        </section>
      `
    )
  }
  return html`${[0, 1, 2].map(of)}`
}

const fold = (rows: readonly EventRow[], kit: Kit, words: Words): Html =>
  html`<details class="part"><summary>${words.past}</summary>${notices(
    rows.map(row => pastItem(row, kit)),
  )}</details>`

/** The little sheet has no year: a day of another year says it under its title. */
function pastItem(row: EventRow, kit: Kit): Html {
  const { lang, today } = kit.request
  const day = (row.recurs ? undefined : onlyDate(row)?.day) ?? row.startsOn ?? ''
  const where = whereOf(row, kit, row.title ?? '')
  const isOld = day !== '' && day.slice(0, 4) !== today.slice(0, 4)
  return dayItem(
    {
      day,
      title: row.title ?? '',
      href: `${PATH}/${row.id}`,
      where: isOld
        ? html`${dayPlain(day, lang, today)}${where.html !== '' && html`${POINT}${where}`}`
        : where,
    },
    lang,
  )
}

const one: Page<Words> = {
  path: `${PATH}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const id = kit.request.params['id'] ?? ''
    const row = eventOf(read, id)
    if (!row) return gonePage(id, { kit, read, words })
    const next = nextOf(row, kit.request.today)
    const only = isSeries(row) ? undefined : (next ?? onlyDate(row))
    const otherDay = only?.cancelled && row.idea && anotherDay(row.idea, kit, words)
    const shown = { ...(only?.event ?? row), ...(otherDay ? { idea: null } : {}) }
    const answers = answersTo(read, row, next?.of)
    const join =
      next &&
      answers &&
      html`
        <p class="acts">
          <a class="button agenda-side" href="/repondre/${row.id}">${capital(words.join)}</a>
        </p>
      `
    return kit.record(event, row.id, {
      side: 'agenda',
      current: PATH,
      crumbs: [{ href: PATH, words: words.title }],
      // Whom to ask, of what says no way to reach anybody.
      ...(row.reach === null
        ? {
            reach: reachBlock(
              { how: keeperFor(kit, read, row.id) ?? words.keeper },
              kit.request.lang,
            ),
          }
        : {}),
      lead: html`
        <p><b>${capital(whenOf(row, next, kit.request, words))}</b></p>
        ${join}
        ${otherDay}
        ${kit.shown(event, 'detail', row.detail)}
      `,
      hide: Object.keys(event.fields),
      after: html`
        ${fieldList(fieldsOf(shown, answers, { kit, read, words }))}
        ${partsPart(row, { kit, read, words })}
        ${noticesPart(row, { kit, read, words })}
        ${datesPart(row, { kit, read, words })}
        ${stallPart(row, kit.request.lang)}
      `,
      ...(next
        ? {
            acts: html`
              <a class="no-print" href="${PATH}/${row.id}.ics">${words.icsOne}</a>
              <span class="no-print">${POINT}</span>
              <a class="no-print" href="/imprimer/affichette/${row.id}">
                ${words.poster.print}
              </a>
              ${
                kit.request.by === 'keeper' &&
                hasTable(read, 'paper_form_home') &&
                html`
                  <span class="no-print">${POINT}</span>
                  <a class="no-print" href="/billets?pour=${row.id}">${words.signUp}</a>
                `
              }
            `,
          }
        : {}),
    })
  },
}

/** The people of a day that is off are still those of its idea. */
function anotherDay(idea: string, kit: Kit, words: Words): Html | false {
  const shown = kit.shown(event, 'idea', idea)
  return shown.html !== '' && html`<p>${words.otherDay} ${shown}</p>`
}

/** *Proposé pour cet événement*: the notices that are for it. */
const noticesPart = (row: EventRow, { kit, read, words }: PageContext<Words>): readonly Html[] =>
  (['offer', 'need'] as const).flatMap(kind => {
    const all = noticesFor(read, row.id, kind, kit.request.today)
    if (all.length === 0) return []
    const lines = all.map(one => html`<li><a href="${one.path}"${TONGUE}>${one.title}</a></li>`)
    return [
      html`
        <div class="part stack">
          <h2>${words.forIt[kind]}</h2>
          <ul class="history">${lines}</ul>
        </div>
      `,
    ]
  })

/**
 * When, in words: the rhythm and the next time of what comes back; of what does not, a day, or
 * days, with what was changed of it.
 */
export function whenOf(
  row: EventRow,
  next: Occurrence<EventRow> | undefined,
  request: Pick<Request, 'lang' | 'today'>,
  words: Words,
): string {
  const { lang, today } = request
  const timed = (days: string, { startsAt, endsAt }: EventRow = row) =>
    startsAt ? words.daysAt(days, sayTimes(startsAt, endsAt, lang)) : days
  if (row.recurs) {
    const rhythm = timed(sayRecurrence(row.recurs, lang, row.startsOn ?? ''))
    if (!next) return words.rhythmOver(rhythm)
    const near = next.day > today ? dayLong(next.day, lang, today) : dayNear(today, lang, today)
    return words.andNext(rhythm, next.change?.startsAt ? timed(near, next.event) : near)
  }
  const date = next ?? onlyDate(row)
  if (!date) return ''
  const { day, lastDay } = date
  const days = lastDay > day ? sayPeriod(day, lastDay, lang, today) : dayLong(day, lang, today)
  const said = [timed(days, date.event), dateNote(date, request, words)].filter(Boolean).join(', ')
  return lastDay < today ? words.wasOn(said) : said
}

/** *il en faut cinq, déjà trois*, until there are enough. */
function enoughOf(row: EventRow, people: number, request: Request, words: Words): string | false {
  if (row.minimum === null || row.minimum <= 1) return false
  if (!isWaiting(row.minimum, people)) return words.isIn
  const wanted = words.needed(numberWord(row.minimum, request.lang))
  const said = people === 1 ? words.alreadyOne : words.already(numberWord(people, request.lang))
  return people === 0 ? wanted : words.titled(wanted, said)
}

const filled = (value: Html): Html | false => value.html !== '' && value

/** *Lucette (dit par Marius, d’avant le changement), Zoé*. */
function namesAmong(
  answers: EventAnswers | undefined,
  read: Reader,
  words: Words,
): (one: PersonIn) => string {
  const all = answers ? [...answers.in, ...answers.waiting, ...answers.help] : []
  const asked = read.published.answersAsked?.(all.map(({ id }) => id))
  return ({ id, firstName, toldTo }) => {
    const notes = [toldTo && words.saidBy(toldTo), asked?.has(id) && words.beforeChange]
    return words.withNotes(firstName, notes.filter(Boolean).join(', '))
  }
}

function fieldsOf(
  row: EventRow,
  answers: EventAnswers | undefined,
  { kit, read, words }: PageContext<Words>,
): readonly Readonly<{ label: string; value: Html | string | false }>[] {
  const { fields } = words.types.event
  const shown = (name: 'commune' | 'themes' | 'notedAt' | 'idea') =>
    kit.shown(event, name, row[name])
  const [where, commune] = [whereOf(row, kit), shown('commune')]
  const people = answers?.in ?? []
  const nameOf = namesAmong(answers, read, words)
  const namesOf = (all: readonly PersonIn[]) => all.map(nameOf).join(', ') || false
  const helps = (answers?.help ?? []).map(one =>
    one.saying ? words.helps(nameOf(one), one.saying) : nameOf(one),
  )
  return [
    {
      label: fields.where.label,
      value: filled(
        !whereOnce({ where: plainText(where), commune: plainText(commune) }).commune
          ? where
          : html`${where}${POINT}${commune}`,
      ),
    },
    { label: fields.who.label, value: row.reach ? false : (row.who ?? false) },
    { label: words.rests, value: restsOf(row, kit.request, words) ?? false },
    { label: words.enough, value: enoughOf(row, people.length, kit.request, words) },
    {
      label: words.seats,
      value:
        row.seats !== null && words.seatsLeft(Math.max(0, row.seats - people.length), row.seats),
    },
    { label: words.whoIn, value: namesOf(people) },
    { label: words.whoWaits, value: namesOf(answers?.waiting ?? []) },
    {
      label: words.whoHelps,
      value:
        helps.length > 0 && html`${helps.map((help, i) => html`${i > 0 && html`<br>`}${help}`)}`,
    },
    { label: fields.themes.label, value: filled(shown('themes')) },
    { label: fields.notedAt.label, value: filled(shown('notedAt')) },
    { label: fields.idea.label, value: filled(shown('idea')) },
  ]
}

export const pages: readonly Page<Words>[] = [agenda, proposeDatePage, one, datePage, partsPage]
