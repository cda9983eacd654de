import type { Kit } from '../../../../contract/kit.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { WEEKDAY_CODES, weekdaysNamed, weekdaysOpen } from '../../../../core/calendar/weekdays.ts'
import { fold } from '../../../../core/letters/words.ts'
import { pattern } from '../../../../core/pattern.ts'
import { dayAfter, weekdayNumber } from '../../../../text/days.ts'
import { type AskedDays, saysOtherWord, searchSpoken } from '../../../../text/searching/asked.ts'
import { daysSaid } from '../../model/matching/days.ts'
import { type FoundNotice, foundById } from '../../model/matching/found.ts'
import { saidBy } from '../../model/matching/meaning.ts'
import { goesIn } from './wanted.ts'

/**
 * What can't answer a search, whatever its words are: what asks for something itself, what only
 * begins, and what tells of another day than the one that is asked.
 */

/** The state of a project that people can come to. */
const UNDER_WAY = 'running'
/** *Qui a un poêle ?* asks for a stove; *qui veut un poêle ?* offers one. */
const ASKS = pattern('iu')`
  (^|[.:!?])\P{L}*(qui|quelqu['’]un) (aurait|a|connaît|donne|loue|prête(rait)?|sait|saurait
  |vend(rait)?)(?!\p{L}).*\?
`
/** What people may come to, or take: the name of a café may ask. */
const GIVING: ReadonlySet<string> = new Set(['offer', 'event', 'place'])

/** Whether this gives something: a question asks, and an idea has nothing yet. */
export function doesGive({ type, title, row }: FoundNotice): boolean {
  if (type === 'initiative') return (row['state'] ?? UNDER_WAY) === UNDER_WAY
  return GIVING.has(type) ? !ASKS.test(title) : !title.includes('?')
}

/** Whether something is about these words, and stands on the days that they ask. */
export function meantBy(asked: string, kit: Kit, read: Reader): (one: FoundNotice) => boolean {
  const isOnDay = onDaysOf(asked, kit, read)
  return one => doesGive(one) && isOnDay(one) && !saysOtherWord(asked, `${one.title} ${one.more}`)
}

/** Whether something stands on the days that these words ask; all does where they ask none. */
function onDaysOf(asked: string, kit: Kit, read: Reader): (one: FoundNotice) => boolean {
  const { today } = kit.request
  const communes = kit.territory?.communes ?? []
  const { days, telling } = searchSpoken(asked, { today, communes })
  if (days) return one => isOn(one, days, kit)
  const goal = telling.map(({ word }) => word).join(' ')
  if (goal === '' || !goesIn(asked)) return () => true
  const open = weekdaysAt(goal, read)
  return one => !isRide(one) || !isApart(weekdaysOf(one), open)
}

const isRide = ({ ride }: FoundNotice): boolean => ride !== undefined
const isApart = (some: readonly number[], others: readonly number[]): boolean =>
  some.length > 0 && others.length > 0 && !some.some(day => others.includes(day))

/** A day that is one of these weekdays by its name alone comes back within a week. */
const WEEK_DAYS = 7
function isOn(one: FoundNotice, { from, to, weekdays }: AskedDays, kit: Kit): boolean {
  const asked = weekdays.map(code => WEEKDAY_CODES.indexOf(code) + 1)
  if (one.type === 'event')
    return kit
      .agenda(from, dayAfter(to, WEEK_DAYS))
      .some(
        ({ id, day, struck }) =>
          id === one.id &&
          struck === undefined &&
          (day <= to || (from === kit.request.today && asked.includes(weekdayNumber(day)))),
      )
  return !isApart(weekdaysOf(one), asked)
}

/** The weekdays of which something tells, by its hours, its repetition, its day or its words. */
function weekdaysOf(one: FoundNotice): readonly number[] {
  const { hours, recurs, startsOn } = one.row
  if (typeof hours === 'string' && hours !== '') return weekdaysOpen(hours).map(day => day + 1)
  const named = typeof recurs === 'string' ? weekdaysNamed(recurs).map(day => day + 1) : []
  if (named.length > 0) return named
  if (typeof startsOn === 'string' && startsOn !== '') return [weekdayNumber(startsOn)]
  return daysSaid(one, saidBy(one))
}

const MOST_GOALS = 5
/** The weekdays of what is called so: the market is on Thursday. */
const weekdaysAt = (goal: string, read: Reader): readonly number[] =>
  read
    .search(goal, ['event', 'place'], MOST_GOALS)
    .hits.filter(({ title }) => fold(title).includes(goal))
    .flatMap(({ id }) => {
      const one = foundById(read, id, () => null)
      return one === undefined ? [] : weekdaysOf(one)
    })
