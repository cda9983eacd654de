import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { SearchFinds } from '../../../contract/search.ts'
import type { Slots } from '../../../contract/slots.ts'
import { dayAfter, dayLong, sayDays } from '../../../text/days.ts'
import { searchSpoken } from '../../../text/searching/asked.ts'
import { notice } from '../../../ui/board.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { ALL, between } from '../model/read.ts'
import { eventPart } from '../model/records.ts'
import { AHEAD_DAYS, isHeld } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { agendaLine, eventLine, otherLine } from './line.ts'

/** What takes place on the day that a search names: *samedi*, *demain*, *ce week-end*. */
type Days = Readonly<{ from: string; to: string }>
const MOST = 20
const MOST_AHEAD = 200

/** Words that tell nothing beside a day: *agenda de samedi*. */
const BESIDE: ReadonlySet<string> = new Set([
  'agenda',
  'happening',
  'programme',
  'sortie',
  'sortir',
])

/** The days that a search names; undefined where it is about anything else. */
export function daysAsked(asked: string, today: string): Days | undefined {
  const { days, telling } = searchSpoken(asked, { today, communes: [] })
  const isOther = telling.some(({ word }) => !BESIDE.has(word))
  return days === undefined || isOther ? undefined : { from: days.from, to: days.to }
}

const MOST_LACKED = 3
/** Dates to come at which a thing that is called as the search is still looked for. */
function lackedAt(
  kit: Parameters<NonNullable<Slots<typeof fr>['finds']>>[0],
  read: Reader,
  words: typeof fr,
  asked: string,
): SearchFinds | undefined {
  const parts = read.searchTyped(asked, [eventPart.name], MOST)
  const ids = new Set(parts.flatMap(({ id }) => read.one(eventPart, id)?.event ?? []))
  if (ids.size === 0) return undefined
  const { today } = kit.request
  const planned = between(read, ALL, { from: today, to: dayAfter(today, AHEAD_DAYS) }, MOST_AHEAD)
  const items = [...ids].flatMap(id => {
    const next = planned.find(({ event }) => event.id === id)
    return next === undefined ? [] : [eventLine(next, { kit, read, words })]
  })
  return items.length === 0
    ? undefined
    : { title: words.lacked, items: items.slice(0, MOST_LACKED) }
}

type Dated = Readonly<{ day: string; time?: string }>
/** What has no hour stands first in its day. */
const byDay = (a: Dated, b: Dated): number =>
  a.day.localeCompare(b.day) || (a.time ?? '').localeCompare(b.time ?? '')
/** A line of a day, to be put in the order of days. `id`: of an event of ours. */
type DayLine = Dated & Readonly<{ item: Html; id?: string }>

export const finds: NonNullable<Slots<typeof fr>['finds']> = (kit, read, words, asked) => {
  const { today, lang } = kit.request
  const days = daysAsked(asked, today)
  if (days === undefined) return lackedAt(kit, read, words, asked)
  const own = between(read, ALL, days, MOST).map((one): DayLine => {
    const item = eventLine(one, { kit, read, words })
    return { day: one.day, time: one.event.startsAt ?? '', item, id: one.event.id }
  })
  const others = kit.agenda(days.from, days.to, 'agenda').map((one): DayLine => {
    return { day: one.day, time: one.time ?? '', item: otherLine(one, lang) }
  })
  const all = [...own, ...others].toSorted(byDay).slice(0, MOST)
  const items = all.map(({ item }) => item)
  const isMore = dayAfter(days.from, 1) < days.to
  return {
    title: isMore
      ? sayDays(days.from, days.to, lang, today)
      : [...new Set([days.from, days.to])].map(day => dayLong(day, lang, today)).join(', '),
    items: items.length > 0 ? items : [noneOf(days, { kit, read, words })],
    ids: own.flatMap(({ id }) => id ?? []),
    isInOrder: true,
  }
}

/** Nothing is announced in these days; the next date that is announced. */
function noneOf(days: Days, { kit, read, words }: PageContext<typeof fr>): Html {
  const { today, lang } = kit.request
  const from = days.to < today ? today : dayAfter(days.to, 1)
  const to = dayAfter(from, AHEAD_DAYS)
  const planned = between(read, ALL, { from, to }, MOST_AHEAD).filter(isHeld)
  const lines = [
    ...planned.map(one => agendaLine(one, kit, read, words)),
    ...kit.agenda(from, to, 'agenda').filter(one => one.struck === undefined),
  ]
  const [next] = lines.toSorted(byDay)
  const none = days.from === days.to ? words.noneThen : words.noneInThese
  if (next === undefined) return notice({ title: words.menu, href: '/agenda', where: none })
  const said = `${none} ${words.next}${dayLong(next.day, lang, today)}, `
  const where = html`${said}<a href="${next.href}">${inTongue(next.title, lang)}</a>`
  return notice({ title: words.menu, href: '/agenda', where })
}
