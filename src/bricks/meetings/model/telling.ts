import type { Reader } from '../../../contract/reader.ts'
import { oncePerPerson } from '../../../contract/speaker.ts'
import { askedAbout } from './asked-about.ts'
import { type CountSaid, peopleCount, saidOf, toTell } from './count.ts'
import { cameAfter, codeOf, type DateSet } from './date-told.ts'
import { daysOff, type IdeaBecome, ideaBecome, saidAgain, toldSince } from './ideas-of.ts'
import { answersTo, type ResponseRow } from './read.ts'
import { idea, response } from './records.ts'
import { withoutNo } from './said-no.ts'

/** Whom the keeper has to tell of an idea or a date. */

/**
 * What the people of an idea or a date are to hear, and who was not told yet.
 *
 * Shape   `says`: there are enough, some lack, or the idea has its day. `path`: where the keeper
 *         says whom they told. `due`: whom the keeper has to tell; `carried`: whom somebody who
 *         said yes for them has to. `become`: of an idea that has its day. `plan`: its date, as it
 *         is now.
 */
export type PeopleToTell = Readonly<{
  id: string
  path: string
  says: CountSaid
  people: readonly ResponseRow[]
  due: readonly ResponseRow[]
  carried: readonly ResponseRow[]
  become?: IdeaBecome
  plan?: string
}>

/** Undefined where there is nothing to tell. */
export function tellingOf(read: Reader, id: string, today: string): PeopleToTell | undefined {
  const count = peopleCount(read, id, today)
  if (!count) return datedOf(read, id, today)
  const owed = toTell(read, count, today)
  return {
    ...{ id: count.id, path: count.path, says: saidOf(count), people: count.people },
    due: owed.filter(one => !isCarried(read, one.id)),
    carried: owed.filter(one => isCarried(read, one.id)),
  }
}

/** Of an idea that has its day: whoever has a card, or wrote with theirs for somebody, reads it. */
function datedOf(read: Reader, id: string, today: string): PeopleToTell | undefined {
  const about = askedAbout(read, id, today)
  if (about?.state !== 'became' && about?.state !== 'fallen') return undefined
  const become = ideaBecome(read, about.id, today)
  if (!become || (become.day === undefined && !become.changed)) return undefined
  const { date } = become
  const yes = withoutNo(read, answersTo(read, about.id), date?.event ?? null).filter(
    one => one.answer !== 'not' && !(date && cameAfter(one.id, date)),
  )
  const people = oncePerPerson([...yes, ...leftByDays(read, become)])
  // Whoever answered the date too is told with those of the date.
  const isOfDate = (id: string): boolean =>
    date !== undefined && saidAgain(read, id, date.event) !== undefined
  const owed = people.filter(one => !knowsOf(read, one.id, date) && !isOfDate(one.id))
  const due = owed.filter(one => !readsHere(read, one.id))
  const carried = owed.filter(one => isCarried(read, one.id))
  const plan = date && { plan: codeOf(date.now) }
  return {
    ...{ id: about.id, path: about.path, says: 'dated', people, due, carried, become },
    ...plan,
  }
}

/** Those of the days of an idea that are off, once it has another one. */
const leftByDays = (read: Reader, become: IdeaBecome): readonly ResponseRow[] =>
  become.date?.now.state === 'on'
    ? daysOff(read, become)
        .flatMap(event => answersTo(read, event))
        .filter(({ answer }) => answer !== 'not')
    : []

/** Whether the person of this answer was told of the day of its idea as it is now. */
export const knowsOf = (read: Reader, answer: string, date: DateSet | undefined): boolean =>
  read.one(response, answer, 'home')?.countTold === 'dated' &&
  (!date || toldOf(read, answer, date) === codeOf(date.now))

/** What they were told of the day of an idea; the first day, where nothing of it was kept. */
const toldOf = (read: Reader, answer: string, { before }: DateSet): string =>
  read.one(response, answer, 'home')?.whenTold ?? codeOf(before)

/** Whether whoever wrote this answer for its person tells them. */
export const isCarried = (read: Reader, answer: string): boolean =>
  (read.one(response, answer, 'home')?.keyedBy ?? null) !== null

/** Whether a card reads for this answer: that of its person, or of whoever wrote it for them. */
export function readsHere(read: Reader, answer: string): boolean {
  const kept = read.one(response, answer, 'home')
  return (kept?.member ?? kept?.keyedBy ?? null) !== null
}

const MOST_DATED = 10
/** The ideas that have their day since less than a month, and of which somebody was not told. */
export const datedToTell = (read: Reader, today: string): readonly PeopleToTell[] =>
  read
    .list(idea, {
      where: "state = 'became' AND becameOn >= ?",
      with: [toldSince(today)],
      order: 'id',
      limit: MOST_DATED,
    })
    .flatMap(row => datedOf(read, row.id, today) ?? [])
    .filter(({ due }) => due.length > 0)
