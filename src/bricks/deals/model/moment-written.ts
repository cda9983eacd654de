import type { CommandContext } from '../../../contract/command.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { pattern } from '../../../core/pattern.ts'
import { dayAfter, dayLong, timeOfMoment, weekday } from '../../../text/days.ts'
import { dayWritten } from './day-written.ts'
import type { WholeDeal } from './read.ts'
import { deal } from './records.ts'
import { proposedOn } from './ride-now.ts'

/** A moment as it is kept: a near day is written as its date, and an hour has its day. */

/** So far ahead, in days, the next day of a ride is looked for. */
const AHEAD = 62
const HOUR = pattern('iu')`
  ^((?:à|vers|at|around) )?
  (?:\d{1,2} ?(?:h|heures?)(?: ?[0-5]\d| et (?:demie?|quart))?|\d{1,2}:[0-5]\d
  |midi(?: et demie?)?|\d{1,2}(?::[0-5]\d)? ?(?:[ap]\.?m\.?|o['’]clock))
  (?: du matin| du soir)?$
`
/** What stands around an hour and says nothing beside its day. */
const AROUND = /^plut[oô]t |,? plut[oô]t$|[.!]$/giu
const ENGLISH = /[ap]\.?m|o['’]clock|^(?:at|around) /iu
const EACH = /^(?:chaque|tous les|toutes les|every|each) /iu
/** The words before the hour that ends them. */
const BEFORE_HOUR = /^(.*?\p{L}),? (?:à |vers |at )?\d[^,]*$/u

type Now = Pick<CommandContext, 'today' | 'now'>
/** The thread in which it is typed, or the notices of one that begins. */
type Around = Readonly<{ whole?: WholeDeal | undefined; notices: readonly NoticeSeen[] }>

/**
 * A moment as its thread keeps it. An hour alone keeps the day of what stands in the thread; where
 * nothing stands, it is that of the next time of its ride; else it stays as it was typed.
 */
export function momentWritten(
  typed: string | null,
  around: Around,
  read: Reader,
  at: Now,
): string | null {
  const hour = HOUR.exec(typed?.trim().replaceAll(AROUND, '').toLowerCase() ?? '')
  if (typed === null || !hour) return dayWritten(typed, read, at)
  const said = `${hour[1] === undefined ? ',' : ''} ${hour[0]}`
  const stood = (around.whole && standing(around.whole)[0]?.when) ?? ''
  const fits = (written: string): string =>
    written.length <= deal.fields.when.longest ? written : typed
  if (EACH.test(stood)) {
    const each = BEFORE_HOUR.exec(stood)?.[1]
    return each === undefined ? typed : fits(`${each}${said}`)
  }
  const lang = ENGLISH.test(hour[0]) ? 'en' : 'fr'
  const ofToday = `${weekday(at.today, lang)}${said}`
  const day = dayStanding(around, read, at) ?? nextDay(around, ofToday, read, at)
  if (day === undefined) return typed
  const written = `${dayLong(day, lang, at.today)}${said}`
  return daysOf(read, { when: written, on: at.today }).includes(day) ? fits(written) : typed
}

type Said = Readonly<{ when: string | null; on: string | null }>

/** The moments that stand in a thread: what is proposed, then what is agreed until the answer. */
const standing = (whole: WholeDeal): readonly Said[] =>
  whole.state === 'agreed' || whole.state === 'proposed'
    ? [{ when: whole.row.when, on: proposedOn(whole) }, ...(whole.stands ? [whole.stands] : [])]
    : []

type Words = Readonly<{ when: string; on: string; time?: string }>
const daysOf = (read: Reader, words: Words): readonly string[] =>
  read.published.momentDays?.(words) ?? []

/** The one day, not past, of what stands. */
function dayStanding({ whole }: Around, read: Reader, { today }: Now) {
  const days = (whole ? standing(whole) : [])
    .map(({ when, on }) => daysOf(read, { when: when ?? '', on: on ?? today }))
    .find(({ length }) => length > 0)
  const [day, ...more] = new Set(days)
  return day !== undefined && more.length === 0 && day >= today ? day : undefined
}

/**
 * The next day on which each ride of the notices is driven; today while the hour is to come.
 * `ofToday`: the hour behind the name of today, which is next week's once it is past.
 */
function nextDay(
  { notices }: Around,
  ofToday: string,
  read: Reader,
  { today, now }: Now,
): string | undefined {
  const rides = notices
    .filter(({ isClosed, ride }) => ride !== null && !isClosed)
    .map(({ id }) => read.published.rideDriven?.(id, today, dayAfter(today, AHEAD))?.days ?? [])
    .filter(({ length }) => length > 0)
  const time = timeOfMoment(now)
  const isPast = (day: string): boolean =>
    day === today && !daysOf(read, { when: ofToday, on: today, time }).includes(today)
  return rides[0]?.find(day => !isPast(day) && rides.every(days => days.includes(day)))
}
