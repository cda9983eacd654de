import type { Html } from '../../../contract/html.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { SearchFinds } from '../../../contract/search.ts'
import type { Slots } from '../../../contract/slots.ts'
import { dayAfter, dayLong } from '../../../text/days.ts'
import { searchSpoken } from '../../../text/searching/asked.ts'
import { notice } from '../../../ui/board.ts'
import { ALL, between } from '../model/read.ts'
import { eventPart } from '../model/records.ts'
import type { fr } from '../words/fr.ts'
import { eventLine, otherLine } from './line.ts'

/** What takes place on the day that a search names: *samedi*, *demain*, *ce week-end*. */
type Days = Readonly<{ from: string; to: string }>
const MOST = 20

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

const AHEAD_DAYS = 60
const MOST_LACKED = 3
/** Dates to come at which a thing that is called as the search is still looked for. */
function lackedAt(
  kit: Parameters<NonNullable<Slots<typeof fr>['finds']>>[0],
  read: Reader,
  words: typeof fr,
  asked: string,
): SearchFinds | undefined {
  const found = read.search(asked, [eventPart.name], MOST)
  const parts = found.instead === undefined ? found.hits : []
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
const MOST_AHEAD = 200

export const finds: NonNullable<Slots<typeof fr>['finds']> = (kit, read, words, asked) => {
  const { today, lang } = kit.request
  const days = daysAsked(asked, today)
  if (days === undefined) return lackedAt(kit, read, words, asked)
  const planned = between(read, ALL, days, MOST)
  const own = planned.map((one): Html => eventLine(one, { kit, read, words }))
  const others = kit.agenda(days.from, days.to, 'agenda').map(one => otherLine(one, lang))
  const none = notice({ title: words.menu, href: '/agenda', where: words.noneThen })
  const all = [...own, ...others].slice(0, MOST)
  return {
    title: [...new Set([days.from, days.to])].map(day => dayLong(day, lang, today)).join(', '),
    items: all.length > 0 ? all : [none],
    ids: planned.map(({ event }) => event.id),
  }
}
