import type { Html } from '../../../contract/html.ts'
import type { Slots } from '../../../contract/slots.ts'
import { wordsOf } from '../../../core/letters/words.ts'
import { dayAfter, dayLong, weekdayNumber } from '../../../text/days.ts'
import { daysWords } from '../../../text/days-words.ts'
import { notice } from '../../../ui/board.ts'
import { ALL, between } from '../model/read.ts'
import type { fr } from '../words/fr.ts'
import { eventLine, otherLine } from './line.ts'

/** What takes place on the day that a search names: *samedi*, *demain*, *ce week-end*. */
type Days = Readonly<{ from: string; to: string }>
const MOST = 20

/** Words that a search may hold beside its day. */
const SMALL: ReadonlySet<string> = new Set(
  (
    'a au ce cet cette le la les l du de d en pour prochain prochaine soir matin midi apres ' +
    'quoi que qu est il y se passe faire agenda on this the next in at what s happening'
  ).split(' '),
)
const NEAR: ReadonlyMap<string, number> = new Map([
  ['hui', 0],
  ['today', 0],
  ['demain', 1],
  ['tomorrow', 1],
])
const NEXT: ReadonlySet<string> = new Set(['prochain', 'prochaine', 'next'])
const SATURDAY = 6

/** The days that a search names; undefined where it is about anything else. */
export function daysAsked(asked: string, today: string): Days | undefined {
  const named = new Map(
    (['fr', 'en'] as const).flatMap(lang =>
      daysWords(lang).weekdays.map((day, i) => [day.toLowerCase(), i + 1] as const),
    ),
  )
  const all = wordsOf(asked)
  // On a Saturday, *samedi prochain* is not that day.
  const isNext = all.some(word => NEXT.has(word))
  const weekday = (n: number): string => {
    const ahead = (n - weekdayNumber(today) + 7) % 7
    return dayAfter(today, ahead === 0 && isNext ? 7 : ahead)
  }
  const words = all.filter(word => word !== 'aujourd' && !SMALL.has(word))
  const [word = '', other] = words
  const isWeekend = word === 'weekend' || (word === 'week' && other === 'end')
  if (words.length !== 1 && !(isWeekend && words.length === 2)) return undefined
  if (isWeekend)
    return weekdayNumber(today) === SATURDAY + 1 && !isNext
      ? { from: today, to: today }
      : { from: weekday(SATURDAY), to: dayAfter(weekday(SATURDAY), 1) }
  const n = named.get(word) ?? named.get(word.replace(/s$/, ''))
  const far = NEAR.get(word)
  const day = n === undefined ? far !== undefined && dayAfter(today, far) : weekday(n)
  return day === false ? undefined : { from: day, to: day }
}

export const finds: NonNullable<Slots<typeof fr>['finds']> = (kit, read, words, asked) => {
  const { today, lang } = kit.request
  const days = daysAsked(asked, today)
  if (days === undefined) return undefined
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
