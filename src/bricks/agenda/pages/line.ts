import { villageOf } from '../../../contract/communes.ts'
import { type Html, html, plainText } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import type { AgendaLine } from '../../../contract/slots.ts'
import { dayPlain, numberWord, sayTimes } from '../../../text/days.ts'
import { whereOnce } from '../../../text/where-once.ts'
import { type DayOf, dayItem, POINT } from '../../../ui/board.ts'
import { inTongue, within } from '../../../ui/tongue.ts'
import { answersTo, type EventAnswers, type EventRow } from '../model/read.ts'
import { event } from '../model/records.ts'
import { isHeld, isWaiting, type Occurrence } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

import { dateNote, rhythmOf } from './dates.ts'

type Words = typeof fr
type Said = Pick<Request, 'lang'>

/** *s’il y a cinq personnes*, while they are fewer; nothing when the title already says it. */
function conditionOf(
  row: EventRow,
  answers: EventAnswers | undefined,
  request: Said,
  words: Words,
): string | false {
  if (!isWaiting(row.minimum, answers?.in.length ?? 0)) return false
  const [n, title] = [row.minimum ?? 0, row.title ?? '']
  return !new RegExp(peopleIn(n), 'iu').test(title) && words.ifEnough(numberWord(n, request.lang))
}

/** *cinq personnes*, in whichever language a title says it. */
const peopleIn = (n: number): string =>
  `(?:${n}|${numberWord(n, 'fr')}|${numberWord(n, 'en')}) (?:personnes|people)`

/** *Café, il y a le compte*: a title that says *s’il y a cinq personnes*, once they are five. */
function reachedTitle(
  { title, minimum }: EventRow,
  answers: EventAnswers | undefined,
  words: Words,
): string | undefined {
  const n = minimum ?? 0
  if (!title || n <= 1 || isWaiting(n, answers?.in.length ?? 0)) return undefined
  const when = `(?:s[’']il y a|si (?:on est|nous sommes)|if there are)`
  const condition = `[\\s,;:(–-]*${when} ${peopleIn(n)}\\)?`
  const rest = title.replace(new RegExp(condition, 'iu'), '').trim()
  return rest === title.trim() || rest === '' ? undefined : words.titled(rest, words.isIn)
}

export function titleOf(
  row: EventRow,
  answers: EventAnswers | undefined,
  request: Said,
  words: Words,
): string {
  const reached = reachedTitle(row, answers, words)
  if (reached) return reached
  const condition = conditionOf(row, answers, request, words)
  return condition ? words.titled(row.title ?? '', condition) : (row.title ?? '')
}

/** The same on a line: the title is people's, the condition ours. */
function titleLine(
  row: EventRow,
  answers: EventAnswers | undefined,
  request: Said,
  words: Words,
): string | Html {
  const whole = titleOf(row, answers, request, words)
  return whole.startsWith(row.title ?? '') && whole !== row.title
    ? within(whole, row.title ?? '', request.lang)
    : whole
}

const between = (
  pieces: readonly (Html | string | false | null | undefined)[],
  mark: string,
): Html =>
  html`
    ${pieces
      .filter(piece => piece && (typeof piece === 'string' || piece.html !== ''))
      .map((piece, i) => html`${i > 0 && mark}${piece}`)}
  `

const communeOf = (row: EventRow, kit: Kit): string | undefined =>
  row.commune ? (kit.communeNamed(row.commune) ?? row.commune) : undefined

/**
 * Where, as a neighbour says it: the place, then the way to find it; a commune alone when nothing
 * nearer is known. `title`: the line over it, whose words are not said again.
 */
export function whereOf(row: EventRow, kit: Kit, title?: string): Html {
  const place = row.place ? kit.shown(event, 'place', row.place) : html``
  const said = whereOnce({ place: plainText(place), where: row.where, title: title ?? null })
  // The title says the place: its village alone is left to say.
  if (title !== undefined && !said.place && said.where === '' && row.place)
    return html`${villageBeside(row, kit, title)}`
  const near = between(
    [said.place && place, said.where !== '' && inTongue(said.where, kit.request.lang)],
    POINT,
  )
  if (near.html === '') return html`${communeOf(row, kit) ?? villageOf(kit, row)}`
  return between([near, villageBeside(row, kit, [plainText(near), title].join(' '))], POINT)
}

/** The village of what is elsewhere, where the words beside do not say it. */
function villageBeside(row: EventRow, kit: Kit, where: string): string | false {
  const commune = villageOf(kit, row)
  return whereOnce({ where, commune }).commune && commune
}

/** *déjà trois : j’en suis*: how many are in, and the way to be one more. */
function joining(
  row: EventRow,
  answers: EventAnswers | undefined,
  request: Request,
  words: Words,
): Html | false {
  if (!answers || row.minimum === null) return false
  const n = answers.in.length
  const said =
    n === 0 ? false : n === 1 ? words.alreadyOne : words.already(numberWord(n, request.lang))
  return html`${said && html`${said}${words.colon}`}<a href="/repondre/${row.id}">${words.join}</a>`
}

/**
 * One line of the agenda, with its little sheet of calendar. `again`: it stands for its whole
 * series, whose rhythm it says: *tous les jeudis*.
 */
export function eventLine(
  one: Occurrence<EventRow>,
  { kit, read, words }: PageContext<Words>,
  again = false,
): Html {
  const { event: row } = one
  const answers = row.minimum === null ? undefined : answersTo(read, row, one.of)
  const times = row.startsAt && sayTimes(row.startsAt, row.endsAt, kit.request.lang)
  const last =
    one.lastDay > one.day &&
    words.goingOn(dayPlain(one.lastDay, kit.request.lang, kit.request.today))
  const said = dateNote(one, kit.request, words)
  const rhythm = again && rhythmOf(row, kit.request.lang, words)
  const where = between(
    [
      rhythm,
      between([whereOf(row, kit, row.title ?? ''), times], ', '),
      last,
      row.who,
      isHeld(one) && joining(row, answers, kit.request, words),
    ],
    POINT,
  )
  const item: DayOf = {
    day: one.day,
    title: titleLine(row, answers, kit.request, words),
    href: `/agenda/${row.id}`,
    where,
    ...(said === undefined ? {} : { meets: within(said, one.change?.why ?? '', kit.request.lang) }),
    isStruck: !isHeld(one),
  }
  return dayItem(item, kit.request.lang)
}

/** A line of another brick, such as a meeting that is to come. */
export const otherLine = (one: AgendaLine, lang: Request['lang']): Html =>
  dayItem(
    {
      ...one,
      where: [one.where, one.time && sayTimes(one.time, one.until, lang)]
        .filter(Boolean)
        .join(', '),
    },
    lang,
  )

/** An agenda's line with its last day, for what lasts several. */
export type SpanLine = AgendaLine & Readonly<{ lastDay?: string }>

/** Where, in plain text: the place, then the way to find it; else the commune. */
export function placeOf(row: EventRow, kit: Kit, read: Reader): string {
  const place = (row.place && read.called(row.place)?.title) ?? ''
  const said = whereOnce({ place, where: row.where })
  const near = [said.place && place, said.where].filter(Boolean).join(' · ')
  if (near === '') return communeOf(row, kit) ?? villageOf(kit, row)
  return [near, villageBeside(row, kit, near)].filter(Boolean).join(' · ')
}

/** The same in plain texts, for other agendas: a calendar file, a sheet of paper. */
export function agendaLine(
  one: Occurrence<EventRow>,
  kit: Kit,
  read: Reader,
  words: Words,
): SpanLine {
  const { event: row } = one
  const note = dateNote(one, kit.request, words)
  return {
    day: one.day,
    title: row.title ?? '',
    ...(note === undefined ? {} : { note }),
    ...(isHeld(one) ? {} : { struck: one.cancelled ? 'cancelled' : 'moved' }),
    where: placeOf(row, kit, read),
    ...(row.commune ? { commune: row.commune } : {}),
    href: `/agenda/${row.id}`,
    id: row.id,
    ...(row.startsAt ? { time: row.startsAt } : {}),
    ...(row.endsAt ? { until: row.endsAt } : {}),
    ...(one.lastDay > one.day ? { lastDay: one.lastDay } : {}),
  }
}
