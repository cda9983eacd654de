import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import type { Request } from '../../../contract/request.ts'
import { hasTable } from '../../../contract/tables.ts'
import { isSchoolKnown } from '../../../core/calendar/days-off.ts'
import { isSeries, schoolKnownTo } from '../../../core/calendar/event-dates.ts'
import { sayRecurrence } from '../../../core/calendar/recurrence.ts'
import type { Lang } from '../../../core/lang.ts'
import { dayLong, dayPlain, sayTime, sayTimes } from '../../../text/days.ts'
import { POINT } from '../../../ui/board.ts'
import { tickField } from '../../../ui/field.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, note } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { which } from '../../../ui/which.ts'
import { changeOf } from '../model/commands.ts'
import { type EventRow, eventOf } from '../model/read.ts'
import { eventDate } from '../model/records.ts'
import { comingTold, dateOn, isHeld, type Occurrence } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
const PATH = '/agenda'
const [FEW_DATES, MOST_DATES] = [5, 8]

/**
 * *annulé cette fois : la salle est prise*, *au lieu du jeudi 12 novembre*, *déplacé au samedi 14
 * novembre*, *sauf si ce sont les vacances*; else nothing.
 */
export function dateNote(
  { cancelled, change, of, day, movedTo, event }: Occurrence,
  { lang, today }: Pick<Request, 'lang' | 'today'>,
  words: Words,
): string | undefined {
  const { here = {} } = event
  if (cancelled) {
    const said = isSeries(event) ? words.cancelledOnce : words.cancelled
    return change?.why ? words.cancelledFor(said, change.why) : said
  }
  if (movedTo) {
    const at = change?.startsAt && sayTime(change.startsAt, lang)
    return words.movedTo([dayLong(movedTo, lang, today), at].filter(Boolean).join(', '))
  }
  if (change?.fate === 'moved' && of !== day) return words.insteadOf(dayLong(of, lang, today))
  // Moved back to its own day, with its own hour and place, it is as its series has it.
  if (change?.fate === 'moved' && change.where) return words.otherPlace
  if (change?.fate === 'moved' && change.startsAt) return words.otherHour
  const isDoubtful =
    !change && schoolKnownTo(event, here) !== undefined && !isSchoolKnown(day, here)
  return isDoubtful ? words.unlessSchool : undefined
}

const restingIn = (row: EventRow, words: Words): readonly string[] =>
  [
    row.notPublicHolidays && words.notPublic,
    row.notSchoolHolidays && words.notSchool(row.here?.zone),
  ].filter(one => typeof one === 'string')

/** *chaque mercredi, pas pendant les vacances scolaires*: what a line says of all its dates. */
export function rhythmOf(row: EventRow, lang: Lang, words: Words): string | false {
  if (!row.recurs) return false
  const rhythm = sayRecurrence(row.recurs, lang, row.startsOn ?? '')
  const rests = restingIn(row, words)
  return rests.length === 0 ? rhythm : words.rhythmBut(rhythm, rests.join(words.andRests))
}

/** The days on which it rests, and from when nobody knows them. */
export function restsOf(row: EventRow, { lang, today }: Request, words: Words): string | undefined {
  if (!row.recurs) return undefined
  const rests = restingIn(row, words)
  const known = schoolKnownTo(row, row.here ?? {})
  const unknown =
    known === null
      ? words.schoolUnknownHere
      : known !== undefined && words.schoolUnknownAfter(dayPlain(known, lang, today))
  return rests.length === 0
    ? undefined
    : words.restsOn(rests.join(words.andRests), unknown || undefined)
}

/** The next dates of a series, each with what was said of it, and the keeper's way to change it. */
export function datesPart(row: EventRow, { kit, read, words }: PageContext<Words>): Html | false {
  const isKeeper = kit.request.by === 'keeper'
  const dates = comingTold(row, kit.request.today, isKeeper ? MOST_DATES : FEW_DATES)
  // The page says the only date, and what was changed of it, at its top.
  if (dates.length === 0 || !(isSeries(row) || isKeeper)) return false
  const add =
    isKeeper &&
    html`
      <p class="acts no-print"><a href="${PATH}/${row.id}/date">${words.addDate}</a></p>
    `
  return html`
    <div class="part stack">
      <h2>${isSeries(row) ? words.nextDates : words.itsDate}</h2>
      <ul class="history">
        ${dates.map(one => html`<li>${dateLine(one, { kit, read, words })}</li>`)}
      </ul>
      ${add}
    </div>
  `
}

const signUp = (one: Occurrence<EventRow>): string => `/billets?pour=${one.event.id}%20${one.day}`

function dateLine(one: Occurrence<EventRow>, { kit, read, words }: PageContext<Words>): Html {
  const { lang, today, by } = kit.request
  const said = dayLong(one.day, lang, today)
  const named = (act: string): Html => which(act, said, lang)
  const { startsAt, endsAt, where } = one.event
  const times = one.change?.startsAt && startsAt && sayTimes(startsAt, endsAt, lang)
  const more = [times, one.change?.where && where, dateNote(one, kit.request, words)]
    .filter(Boolean)
    .join(', ')
  const change =
    by === 'keeper' &&
    one.movedTo === undefined &&
    html`${POINT}<a class="no-print" href="${PATH}/${one.event.id}/date?jour=${one.day}"${named(
      words.changeDate,
    )}
      >${words.changeDate}</a
    >`
  const sheet =
    by === 'keeper' &&
    isSeries(one.event) &&
    isHeld(one) &&
    hasTable(read, 'paper_form_home') &&
    html`
      ${POINT}<a
        class="no-print"
        href="${signUp(one)}"${named(words.signUpOnce)}>${words.signUpOnce}</a>
    `
  return html`
    ${isHeld(one) ? said : html`<s>${said}</s>`}
    ${more !== '' && html`, <span class="soft">${more}</span>`}
    ${change}${sheet}
  `
}

/** *Annuler ce jour*, *Déplacer*, or *Ajouter une date*: forms of one field or two. */
export const datePage: Page<Words> = {
  path: `${PATH}/:id/date`,
  who: 'keeper',
  show: (kit, read, words): Leaf | undefined => {
    const row = eventOf(read, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const asked = kit.request.query['jour'] ?? kit.request.again?.input['jour']
    const date = typeof asked === 'string' ? dateOn(row, asked) : undefined
    const title = date ? dayLong(date.day, kit.request.lang, kit.request.today) : words.addDate
    const body = html`
      <div class="one">
        <article class="sheet agenda-side">
          ${crumbs(
            [{ href: `${PATH}/${row.id}`, words: row.title ?? '', isSaid: true }],
            kit.request.lang,
          )}
          <h1>${title}</h1>
          ${mistakeIn(kit.request)}
          ${date ? changeForms(row, date, kit, words) : addForm(row, kit, words)}
        </article>
      </div>
    `
    return { title, body, current: PATH }
  },
}

function changeForms(row: EventRow, date: Occurrence<EventRow>, kit: Kit, words: Words): Html {
  const noteOf = dateNote(date, kit.request, words)
  const hidden = { jour: date.day, from: `${PATH}/${row.id}/date?jour=${date.day}` }
  const before = changeOf(date)
  const restore =
    date.change?.id !== undefined &&
    actButton(kit.form(), `${PATH}/${row.id}/remettre`, {
      hidden: { date: date.change.id, from: hidden.from },
      button: words.restoreDate,
    })
  return html`
    ${noteOf && note(noteOf)}
    ${restore && html`<p class="acts">${restore}</p>`}
    ${
      !date.cancelled &&
      html`
        <h2>${words.cancelDate}</h2>
        ${post(kit.form(), `${PATH}/${row.id}/annuler`, {
          hidden,
          fields: html`
            ${kit.fields(eventDate, undefined, ['why'])}
            ${isSeries(row) && tickField({ id: 'f-sans', name: 'sans', words: words.leaveOut })}
          `,
          button: mainButton(words.cancelDate),
        })}
      `
    }
    <h2>${words.moveDate}</h2>
    ${post(kit.form(), `${PATH}/${row.id}/deplacer`, {
      hidden,
      fields: kit.fields(eventDate, before, ['on', 'startsAt', 'where']),
      button: words.moveDate,
    })}
  `
}

const addForm = (row: EventRow, kit: Kit, words: Words): Html =>
  post(kit.form(), `${PATH}/${row.id}/ajouter`, {
    fields: kit.fields(eventDate, undefined, ['day']),
    button: mainButton(words.addDate),
  })
